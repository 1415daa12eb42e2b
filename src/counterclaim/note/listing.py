"""Plain lists of what was read, claimed and related, for a terminal or a pipe (room: brains).

What the commands before the note show: `read` lists articles, `summarize` digests, `compare` relations.
"""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.core.records import Article, ArticleDigest, Claim, Comparison, Relation
from counterclaim.note.prose import counted, excerpt, plain, shortened, speaker_words

_MARGIN = re.compile(r"[ -]*(?:\d+\. )?")
_QUOTE_ROOM = 160
_NARROWEST = 40
# What a reader looks for first comes first; these are the labels that a person may have to act on.
_FIRST = ("contradicts", "denies", "corrects", "updates", "possible_update", "undetermined")


def list_articles(articles: Sequence[Article], *, width: int = 80) -> str:
    """The articles, three lines each: when and where, the title, the source.

    >>> print(list_articles([Article(id="a-1", source="x.txt", title="Ferry lost", text="It sank.", sha256="0")]))
    a-1  date not known  outlet not known  language not known  8 characters
        Ferry lost
        x.txt
    <BLANKLINE>
    """
    return paged((line for article in articles for line in _article_lines(article)), width)


def _article_lines(article: Article) -> Iterator[str]:
    when = article.published.isoformat() if article.published else "date not known"
    outlet = plain(article.outlet or "") or "outlet not known"
    language = article.language or "language not known"
    yield f"{article.id}  {when}  {outlet}  {language}  {counted(len(article.text), 'character')}"
    yield f"    {plain(article.title or '') or '(no title)'}"
    yield f"    {plain(article.source)}"
    yield from (f"    note: {plain(flag)}" for flag in article.flags)


def list_digests(digests: Sequence[ArticleDigest], *, width: int = 80) -> str:
    """Every article with its key sentences and its claims, each with its speaker and its words."""
    return paged((line for digest in digests for line in (*_digest_lines(digest), "")), width)


def _digest_lines(digest: ArticleDigest) -> Iterator[str]:
    summary = digest.summary
    yield from _article_lines(digest.article)
    slots = (
        ("who", ", ".join(summary.who)),
        ("what", summary.what),
        ("where", summary.where),
        ("when", summary.when),
    )
    yield from (f"  {name}: {plain(words)}" for name, words in slots if words)
    if summary.key_sentences:
        yield "  key sentences:"
        yield from (f"    - {plain(passage.text)}" for passage in summary.key_sentences)
    yield f"  {counted(len(digest.claims), 'claim')}:"
    yield from (f"    - {_claim_line(claim)}" for claim in digest.claims)
    yield from (f"  dropped: {plain(one.what)} ({plain(one.reason)})" for one in digest.dropped)


def _claim_line(claim: Claim) -> str:
    speakers = " > ".join(speaker_words(link) for link in claim.attribution) or "speaker not stated"
    marks = f" [{', '.join(plain(flag) for flag in claim.flags)}]" if claim.flags else ""
    return f"{plain(claim.text)} ({speakers}) {excerpt(claim.quote, _QUOTE_ROOM).marked()}{marks}"


def list_relations(comparison: Comparison, *, width: int = 80) -> str:
    """The relations by label, each with both claims' speakers and words, and what was not compared."""
    claims = {claim.id: claim for digest in comparison.digests for claim in digest.claims}
    outlets = {
        digest.article.id: plain(digest.article.outlet or digest.article.source)
        for digest in comparison.digests
    }
    return paged(_comparison_lines(comparison, claims, outlets), width)


def _comparison_lines(
    comparison: Comparison, claims: dict[str, Claim], outlets: dict[str, str]
) -> Iterator[str]:
    counts = Counter(relation.label for relation in comparison.relations)
    yield f"{counted(len(comparison.digests), 'article')}, {counted(len(claims), 'claim')}, {counted(sum(counts.values()), 'relation')}"
    for label in sorted(
        counts, key=lambda label: (_FIRST.index(label) if label in _FIRST else len(_FIRST), label)
    ):
        yield ""
        yield f"{label} ({counts[label]})"
        for relation in comparison.relations:
            if relation.label == label:
                yield from _relation_lines(relation, claims, outlets)
    for gap in comparison.uncompared:
        yield ""
        yield f"not compared: {plain(gap.what)} ({plain(gap.reason)}; {gap.count:,})"


def _relation_lines(relation: Relation, claims: dict[str, Claim], outlets: dict[str, str]) -> Iterator[str]:
    yield f"  - {plain(relation.reason)} ({relation.basis})"
    for claim in (claims.get(relation.a), claims.get(relation.b)):
        if claim:
            speaker = speaker_words(claim.attribution[0]) if claim.attribution else "speaker not stated"
            words = excerpt(claim.quote, _QUOTE_ROOM).marked()
            yield f"    {claim.id}: {shortened(speaker, 80)}, in {outlets[claim.article]}: {words}"


def paged(lines: Iterable[str], width: int) -> str:
    """Wrap every line at `width`, hanging under its own text.

    >>> print(paged(["  - one two three four five six seven eight nine ten"], 40), end="")
      - one two three four five six seven
        eight nine ten
    """
    return "".join(f"{wrapped}\n" for line in lines for wrapped in _wrap(line, max(width, _NARROWEST)))


def _margin(line: str) -> str:
    """What stands before the text of a line: spaces, a dash, or a number with its dot."""
    found = _MARGIN.match(line)
    return found.group() if found else ""


def _wrap(line: str, width: int) -> list[str]:
    return textwrap.wrap(
        line,
        width,
        subsequent_indent=" " * len(_margin(line)),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
