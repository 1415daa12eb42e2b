"""Two bare statements related, for pipelines and bulk evaluation (room: brains).

Each text is read like an article of one statement; the verdict on the pair is made from the verdicts on its claims.
"""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from pydantic import StrictInt, StrictStr

from counterclaim.core.records import Article, ArticleDigest, Attribution, Claim, Label, Published, Record
from counterclaim.relate.align import answers_same_question
from counterclaim.relate.doubts import is_doubtful
from counterclaim.relate.entailment import relate_wording
from counterclaim.relate.grounds import UNRELATED, relate
from counterclaim.relate.joins import join_absent
from counterclaim.relate.parallel import relate_parallel
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.slots import Slots, find_slots
from counterclaim.relate.stated_days import are_of_other_days, relate_days
from counterclaim.relate.statements import weigh_overlap
from counterclaim.text.spacing import respace

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
# How the reason of a relation that runs from b to a begins.
_FROM_B: Mapping[Label, str] = {
    "updates": "updates",
    "possible_update": "may update",
    "refines": "refines",
    "fulfils": "fulfils",
    "part_of": "counts a part of",
}
_APART = frozenset({"updates", "possible_update", "fulfils"})

Reader = Callable[[Article], ArticleDigest]


class Pair(Record):
    """Two statements; what is known of where they stand. Order matters: does `a` make `b` true?"""

    id: StrictStr | StrictInt
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
    a = _article(pair.a, pair.a_outlet, pair.a_published)
    b = _article(pair.b, pair.b_outlet, pair.b_published)
    verdict = _relate_parallel(a, b)
    if verdict is None:
        claims = _slots(a, pair.a_speaker, read), _slots(b, pair.b_speaker, read)
        verdict = _relate_all(*claims) if all(claims) else None
        verdict = _of_days(verdict, *claims, (a.text, b.text)) if verdict else None
    if verdict is None:
        return PairRelation(id=pair.id, label=None, reason="no common question", basis="rule:align")
    return PairRelation(id=pair.id, label=verdict.label, reason=verdict.reason, basis=f"rule:{verdict.rule}")


def _relate_parallel(a: Article, b: Article) -> Verdict | None:
    """The verdict on statements of the same words; where both have dates, one may update the other instead."""
    if a.text and a.text == b.text:
        return Verdict("equivalent", "the same words", "parallel")
    dated = a.published is not None and b.published is not None
    verdict = None if dated else relate_parallel(a.text, b.text)
    return _as_seen_from_a(verdict) if verdict and verdict.flipped else verdict


def _of_days(verdict: Verdict, a: Sequence[Slots], b: Sequence[Slots], texts: tuple[str, str]) -> Verdict:
    """A conflict of two figures, or one statement entailed, only where the days that both name allow it."""
    decided = verdict.rule in {"interval", "wording"} and verdict.label in {
        "contradicts",
        "refines",
        "equivalent",
    }
    if not decided or not are_of_other_days(*texts):
        return verdict
    found = relate_days(a, b, texts)
    return (
        _as_seen_from_a(found) if verdict.label == "contradicts" else found._replace(label="different_scope")
    )


def _article(text: str, outlet: str | None, published: Published | None) -> Article:
    clean = respace(" ".join(text.split()))
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
    """One verdict for the pair: a conflict anywhere, else entailment, else the most telling of the rest."""
    both = [*a, *b]
    verdicts = [v for two in b for one in a if (v := _relate_one(one, two, both))]
    conflict = next((v for v in verdicts if v.label in _CONFLICTS), None)
    if conflict:
        return conflict
    apart = any(v.label in _APART or v.rule == "reality" for v in verdicts)
    entailed = None if apart else relate_wording(a, b)
    if entailed:  # where a rule over slots says the same, its reason names the figures
        return next((v for v in verdicts if v.label == entailed.label and not v.flipped), entailed)
    return min(map(_as_seen_from_a, verdicts), key=lambda v: _WEAKER.index(v.label), default=None)


def _relate_one(a: Slots, b: Slots, every: Sequence[Slots]) -> Verdict | None:
    if UNRELATED & {*a.claim.flags, *b.claim.flags} or not answers_same_question(a, b, {}).found:
        return None
    verdict = relate(a, b, similarity=weigh_overlap(a.topic, b.topic, {}))
    doubtful = verdict and verdict.label in _CONFLICTS and is_doubtful(a, b, verdict, every=every)
    return None if doubtful else verdict


def _as_seen_from_a(verdict: Verdict) -> Verdict:
    """A relation that runs from b to a, or holds for a part only, is at most compatibility seen from a.

    Which of the two the relation starts from stands in the reason.
    """
    if verdict.label in _WEAKER and not verdict.flipped:
        return verdict
    runs = _FROM_B.get(verdict.label) if verdict.flipped else None
    return verdict._replace(
        label="compatible", flipped=False, reason=f"b {runs} a: {verdict.reason}" if runs else verdict.reason
    )
