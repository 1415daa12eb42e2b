"""The summary of one article: extracted, never written (room: brains)."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from counterclaim.core.records import Article, ArticleSummary, Attribution, Claim, Passage
from counterclaim.text.lexicon import FUNCTION_WORDS, stem
from counterclaim.text.sentences import Sentence
from counterclaim.text.tokens import tokenize

_KEY_SENTENCES = 5
_KEY_FIGURES = 6
_LEAD = 2.0  # the lead paragraph of a news text is its summary (Lin and Hovy 1997: position beats all other features)


def summarize_article(
    article: Article, sentences: Sequence[Sentence], claims: Sequence[Claim]
) -> ArticleSummary:
    """Headline, who, what, where, when, three to five key sentences, key figures and speakers of one article."""
    speakers = find_named(claims)
    body = [s for s in sentences if s.end - s.start > 1]
    return ArticleSummary(
        article=article.id,
        headline=article.title,
        who=tuple(link.name for link in speakers if link.name),
        what=article.text[body[0].start : body[0].end] if body else None,
        where=_most_common(c.place for c in claims),
        when=next((c.event_time.text for c in claims if c.event_time), None),
        key_sentences=_key_sentences(article, body, claims),
        key_figures=find_key_figures(claims),
        speakers=speakers,
    )


def find_key_figures(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The claims with the first figures, by id."""
    return tuple(c.id for c in claims if c.quantities)[:_KEY_FIGURES]


def find_named(claims: Sequence[Claim]) -> tuple[Attribution, ...]:
    """Each named originator once, in order of appearance, as first attributed."""
    seen: dict[str, Attribution] = {}
    for claim in claims:
        first = claim.attribution[0] if claim.attribution else None
        if first and first.name and first.mode != "narration":
            known = seen.get(first.name)
            if known is None or (known.role is None and first.role):
                seen[first.name] = first
    return tuple(seen.values())


def _most_common(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return counts.most_common(1)[0][0] if counts else None


def _key_sentences(
    article: Article, body: Sequence[Sentence], claims: Sequence[Claim]
) -> tuple[Passage, ...]:
    """The best sentences by position, words shared with the headline, and the figures they hold; in text order."""
    title = {
        stem(t.text) for t in tokenize(article.title or "") if t.is_word and t.lower not in FUNCTION_WORDS
    }
    starts = [s.start for s in body]
    held = (
        Counter(starts[max(0, bisect_right(starts, c.start) - 1)] for c in claims if c.quantities)
        if starts
        else Counter()
    )
    scored = []
    for i, s in enumerate(body):
        words = {stem(t.text) for t in tokenize(article.text, s.start, s.end) if t.is_word}
        figures = held[s.start]
        score = _LEAD / (1 + s.paragraph) + len(words & title) / (1 + len(title)) + min(figures, 3) / 3
        scored.append((-score, i))
    chosen = sorted(i for _, i in sorted(scored)[:_KEY_SENTENCES])
    return tuple(
        Passage(start=body[i].start, end=body[i].end, text=article.text[body[i].start : body[i].end])
        for i in chosen
    )
