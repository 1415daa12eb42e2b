"""Which article, claim and question of a later note is which of an earlier one (room: brains).

Notes are matched by what does not shift: texts and quotes first, and questions only where no claim tells. The wording
of a question hangs on all claims of its thread, so that one more account can change it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.records import Article, Briefing, Claim, Thread
from counterclaim.relate.lineage import name_key, originator, same_bearer
from counterclaim.relate.origins import REPRINT, share_of_text
from counterclaim.relate.slots import topic_words
from counterclaim.text.grounding import fold
from counterclaim.text.tokens import tokenize

SAME_SOURCE = (
    0.2  # share of the shorter text's 5-grams: a file that is used anew for another story holds none
)
SAME_QUESTION = (
    0.75  # share of the words of both questions; "killed" for "wounded" in a question of five is below it
)


class Matching(NamedTuple):
    """What of two notes belongs together.

    `articles` maps the later note's to the earlier one's of the same text; `corrected` to the one they replace.
    `claims` maps the later note's to the earlier one's that say the same at the same place; `threads` to all that
    their claims come from, the one with the most first.
    """

    articles: Mapping[str, str]
    corrected: Mapping[str, str]
    claims: Mapping[str, str]
    threads: Mapping[str, tuple[str, ...]]


def match_notes(earlier: Briefing, later: Briefing) -> Matching:
    """Match two notes. The order of articles, claims and threads in them changes nothing."""
    same = match_texts(earlier.articles, later.articles)
    known = set(same.values())
    corrected = match_corrections(
        [a for a in earlier.articles if a.id not in known], [a for a in later.articles if a.id not in same]
    )
    claims = _match_claims(earlier.claims, later.claims, {**corrected, **same})
    return Matching(same, corrected, claims, _match_threads(earlier, later, claims))


def match_texts(earlier: Iterable[Article], later: Iterable[Article]) -> dict[str, str]:
    """Later id -> earlier id of the same article: the same text in the same outlet, whatever it was given as."""
    ordered = sorted(earlier, key=lambda a: a.id)
    by_id = {article.id: article.text for article in ordered}
    known = {_identity(article): article.id for article in ordered}
    found = {a.id: a.id if by_id.get(a.id) == a.text else known.get(_identity(a)) for a in later}
    return {new: old for new, old in found.items() if old is not None}


def _identity(article: Article) -> tuple[frozenset[str], str]:
    return name_key(article.outlet or ""), article.text


def match_corrections(earlier: Sequence[Article], later: Sequence[Article]) -> dict[str, str]:
    """Later id -> id of the earlier article that it is another text of.

    The same outlet with much of the text, or the same source with some of it: a file name that is used again for
    another story is not a correction. Each replaces at most one, the most alike first.
    """
    shares = sorted(
        (-share, new.id, old.id)
        for new in later
        for old in earlier
        if (share := _alike(old, new)) is not None
    )
    found: dict[str, str] = {}
    for _, new_id, old_id in shares:
        if new_id not in found and old_id not in found.values():
            found[new_id] = old_id
    return found


def _alike(old: Article, new: Article) -> float | None:
    """The share of text in common, where that and the outlet or source make one the other's correction."""
    outlets = name_key(old.outlet or ""), name_key(new.outlet or "")
    if all(outlets) and outlets[0] != outlets[1]:
        return None
    share = share_of_text(old, new)
    same_source = old.source == new.source and old.source != "-"
    enough = share >= SAME_SOURCE if same_source else all(outlets) and share >= REPRINT
    return share if enough else None


def _match_claims(
    earlier: Iterable[Claim], later: Iterable[Claim], articles: Mapping[str, str]
) -> dict[str, str]:
    """Claims with the same quote, answer and originator in articles that are matched; of equals, in their order."""
    known: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for claim in sorted(earlier, key=lambda c: (c.start, c.id)):
        known[_place(claim, claim.article)].append(claim.id)
    found: dict[str, str] = {}
    for claim in sorted(later, key=lambda c: (c.start, c.id)):
        held = known.get(_place(claim, articles.get(claim.article, "")))
        if held:
            found[claim.id] = held.pop(0)
    return found


def _place(claim: Claim, article: str) -> tuple[object, ...]:
    link = originator(claim)
    worded = (link.worded if link and "name" in link.desk else None) or (link and (link.name or link.role))
    speaker = name_key(worded) if worded else None
    return article, fold(claim.quote).text, claim.answer.casefold(), claim.polarity, speaker


def _match_threads(
    earlier: Briefing, later: Briefing, claims: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """By common claims; a thread without any by its question, to one earlier thread that no other goes on from."""
    home = {claim: thread.id for thread in earlier.threads for claim in thread.claims}
    found: dict[str, tuple[str, ...]] = {}
    for thread in later.threads:
        shared = Counter(home[claims[c]] for c in thread.claims if claims.get(c) in home)
        if shared:
            found[thread.id] = tuple(sorted(shared, key=lambda t: (-shared[t], t)))
    taken = {thread for threads in found.values() for thread in threads}
    free = [t for t in earlier.threads if t.id not in taken]
    new = [t for t in later.threads if t.id not in found]
    for new_id, old_id in _match_questions(_Side.of(earlier, free), _Side.of(later, new)):
        found[new_id] = (old_id,)
    return found


class _Side(NamedTuple):
    """The threads of a note that are to be matched, with what they are matched by."""

    threads: Sequence[Thread]
    words: Mapping[str, frozenset[str]]
    measures: Mapping[str, frozenset[tuple[str | None, str | None]]]
    speakers: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, note: Briefing, threads: Sequence[Thread]) -> "_Side":
        claims = {claim.id: claim for claim in note.claims}
        held = {t.id: [claims[c] for c in t.claims if c in claims] for t in threads}
        return cls(
            threads,
            {t.id: topic_words(tokenize(t.question)) for t in threads},
            {
                t: frozenset((q.unit, q.measure) for c in cs for q in c.quantities[:1])
                for t, cs in held.items()
            },
            {
                t: frozenset(link.name for c in cs if (link := originator(c)) and link.name)
                for t, cs in held.items()
            },
        )


def _match_questions(earlier: _Side, later: _Side) -> Iterator[tuple[str, str]]:
    """Pairs (later, earlier), the most alike first, each thread once."""
    pairs = sorted(
        (-score, new.id, old.id)
        for new in later.threads
        for old in earlier.threads
        if (score := _score(earlier, old.id, later, new.id)) is not None
    )
    done: set[str] = set()
    for _, new, old in pairs:
        if not {f"later {new}", f"earlier {old}"} & done:
            done |= {f"later {new}", f"earlier {old}"}
            yield new, old


def _score(earlier: _Side, old: str, later: _Side, new: str) -> float | None:
    """How alike two questions are; None where what is counted, or the words, make them two questions."""
    one, two = earlier.words[old], later.words[new]
    if earlier.measures[old] != later.measures[new] or not one or not two:
        return None
    share = len(one & two) / len(one | two)
    heard = any(same_bearer(a, b) for a in earlier.speakers[old] for b in later.speakers[new])
    return share + 0.1 * heard if share >= SAME_QUESTION else None
