"""Two bare statements related, for pipelines and bulk evaluation (room: brains).

Each text is read like an article of one statement; the verdict on the pair is made from the verdicts on its claims.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256

from counterclaim.core.records import Article, ArticleDigest, Attribution, Claim, Label, Published, Record
from counterclaim.relate.align import answers_same_question
from counterclaim.relate.grounds import UNRELATED, relate
from counterclaim.relate.scope import Verdict
from counterclaim.relate.slots import Slots, find_slots, join_absent
from counterclaim.relate.statements import weigh_overlap

_CONFLICTS = ("denies", "contradicts", "corrects")
_WEAKER = (
    "updates",
    "possible_update",
    "part_of",
    "different_scope",
    "undetermined",
    "fulfils",
    "compatible",
)
ENTAILED_WORDS = (
    0.8  # share of b's words that a must have for a to say all of b; chosen on `benchmarks/pairs`
)

Reader = Callable[[Article], ArticleDigest]


class Pair(Record):
    """Two statements; what is known of where they stand. Order matters: does `a` make `b` true?"""

    id: str | int
    a: str
    b: str
    a_published: Published | None = None
    b_published: Published | None = None
    a_outlet: str | None = None
    b_outlet: str | None = None
    a_speaker: str | None = None
    b_speaker: str | None = None


class PairRelation(Record):
    """How `a` stands to `b`; `label` is None where they are unrelated."""

    id: str | int
    label: Label | None
    reason: str
    basis: str


def relate_pair(pair: Pair, read: Reader) -> PairRelation:
    """Relate the two statements of a pair by rule.

    Args:
        pair: The statements.
        read: The reader that turns a text into claims.
    """
    a = _slots(_article(pair.a, pair.a_outlet, pair.a_published), pair.a_speaker, read)
    b = _slots(_article(pair.b, pair.b_outlet, pair.b_published), pair.b_speaker, read)
    verdict = _relate_all(a, b)
    if verdict is None:
        return PairRelation(id=pair.id, label=None, reason="no common question", basis="rule:align")
    return PairRelation(id=pair.id, label=verdict.label, reason=verdict.reason, basis=f"rule:{verdict.rule}")


def _article(text: str, outlet: str | None, published: Published | None) -> Article:
    clean = " ".join(text.split())
    digest = sha256(clean.encode()).hexdigest()
    return Article(
        id=f"a-{digest[:10]}",
        source="pair",
        outlet=outlet,
        published=published,
        language="en",
        text=clean,
        sha256=digest,
    )


def _slots(article: Article, speaker: str | None, read: Reader) -> list[Slots]:
    return join_absent([find_slots(_spoken(claim, speaker), article) for claim in read(article).claims])


def _spoken(claim: Claim, speaker: str | None) -> Claim:
    if speaker is None:
        return claim
    given = Attribution(name=speaker, cue=None, mode="indirect")
    return claim.model_copy(update={"attribution": (given, *claim.attribution)})


def _relate_all(a: Sequence[Slots], b: Sequence[Slots]) -> Verdict | None:
    """One verdict for the pair: a conflict anywhere, else entailment everywhere, else the most telling of the rest."""
    every = _all_words(a)
    entailed: list[Verdict] = []
    others: list[Verdict] = []
    for claim in b:
        verdicts = [v for other in a if (v := _relate_one(other, claim))]
        conflict = next((v for v in verdicts if v.label in _CONFLICTS), None)
        if conflict:
            return conflict
        entails = next((v for v in verdicts if v.label in {"equivalent", "refines"} and not v.flipped), None)
        if entails and len(claim.topic & every) >= ENTAILED_WORDS * len(claim.topic):
            entailed.append(entails)
        others += [_as_seen_from_a(v) for v in verdicts]
    if b and len(entailed) == len(b):
        return next((v for v in entailed if v.label == "refines"), entailed[0])
    return min(others, key=lambda v: _WEAKER.index(v.label), default=None)


def _all_words(slots: Sequence[Slots]) -> frozenset[str]:
    return frozenset().union(*(s.topic for s in slots))


def _relate_one(a: Slots, b: Slots) -> Verdict | None:
    if UNRELATED & {*a.claim.flags, *b.claim.flags} or not answers_same_question(a, b, {}).found:
        return None
    return relate(a, b, similarity=weigh_overlap(a.topic, b.topic, {}))


def _as_seen_from_a(verdict: Verdict) -> Verdict:
    """A relation that runs from b to a, or holds for a part only, is at most compatibility seen from a."""
    if verdict.label in _WEAKER and not verdict.flipped:
        return verdict
    return verdict._replace(label="compatible", flipped=False)
