"""What the other figures of a claim's sentence say about it: revisions, and which figure answers which (room: brains).

"690, down from the 780 it named" says itself that one figure replaces the other. And where two outlets print the same
two figures in one sentence each, the first of the one never contradicts the second of the other.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from counterclaim.relate.lineage import compare_originators
from counterclaim.relate.rungs import NoRelation, Verdict
from counterclaim.relate.slots import Slots
from counterclaim.text.ellipses import EARLIER
from counterclaim.text.tallies import is_total

_ONE_SENTENCE = "one sentence gives both figures, so it does not set them against each other"
_ANSWERED = "the sentence of one gives the very figure of the other too, and that one answers it"
# Words that call a figure wrong, rather than out of date.
_CALLS_WRONG = re.compile(
    r"\b(?:correct(?:ed|ing|ion|s)\b|in error\b|an error\b|errors? in|erroneous|mistake|mistaken|miscount|misreport|misstat|"
    r"incorrect|inaccurate|(?:was|were|is|are|been|being|as) (?:\w+ )?wrong\b|(?:over|under)(?:stat|estimat|count)ed)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?](?=\W*(?:\s|$))|\n")
_CONFLICTS = frozenset({"contradicts", "possible_update", "undetermined"})


class SentenceMates(NamedTuple):
    """The figures that stand in one sentence, by sentence."""

    by_sentence: Mapping[tuple[str, int], Sequence[Slots]]

    @classmethod
    def of(cls, slots: Sequence[Slots]) -> Self:
        """Group the claims that carry figures by their sentence."""
        found: dict[tuple[str, int], list[Slots]] = defaultdict(list)
        for s in slots:
            if s.figure:
                found[s.sentence].append(s)
        return cls(found)

    def review(self, a: Slots, b: Slots, verdict: Verdict | None) -> Verdict | NoRelation | None:
        """What the sentences around two figures make of the verdict on them; None lets it stand."""
        if not a.figure or not b.figure:
            return None
        reviewed = self._review_mates(a, b, verdict)
        return _correct(a, b, verdict if reviewed is None else reviewed) or reviewed

    def _review_mates(self, a: Slots, b: Slots, verdict: Verdict | None) -> Verdict | NoRelation | None:
        conflict = verdict is not None and verdict.label in _CONFLICTS
        if a.sentence == b.sentence:
            return _revision(a, b) or (NoRelation(_ONE_SENTENCE) if conflict else None)
        if not conflict:
            return None
        if self._replaces(a, b):
            return Verdict("updates", "its own sentence says that it replaces this figure", "revision")
        if self._replaces(b, a):
            return Verdict(
                "updates", "its own sentence says that it replaces this figure", "revision", flipped=True
            )
        return NoRelation(_ANSWERED) if self._has_match(a, b) or self._has_match(b, a) else None

    def _mates(self, slots: Slots) -> list[Slots]:
        return [m for m in self.by_sentence[slots.sentence] if m.claim.id != slots.claim.id]

    def _replaces(self, new: Slots, old: Slots) -> bool:
        if EARLIER in new.claim.flags:
            return False
        return any(
            EARLIER in m.claim.flags and _same(m, old) and m.measure == new.measure for m in self._mates(new)
        )

    def _has_match(self, a: Slots, b: Slots) -> bool:
        """Whether `a`'s sentence has, from the same originator, the very figure of `b`: then that one answers `b`."""
        return any(
            (_same(m, b) and m.claim.attribution[:1] == a.claim.attribution[:1] and m.measure != a.measure)
            or (
                _same(m, b)
                and compare_originators(m.claim, a.claim) == "same"
                and EARLIER not in m.claim.flags
            )
            for m in self._mates(a)
            if not _is_whole_reached(m, a, b)
        )


def _is_whole_reached(whole: Slots, part: Slots, other: Slots) -> bool:
    """Whether the one counts a part of a whole, and the other has counted all of it: "992 of 1,240", "the last of the 1,240"."""
    return (
        is_total(whole.measure or "") and part.measure == other.measure and not is_total(part.measure or "")
    )


def _correct(a: Slots, b: Slots, verdict: Verdict | NoRelation | None) -> Verdict | None:
    """An update whose own sentence calls the earlier figure wrong (case 10)."""
    if not isinstance(verdict, Verdict) or verdict.label != "updates":
        return None
    new = b if verdict.flipped else a
    if not _CALLS_WRONG.search(_whole_sentence(new)):
        return None
    reason = f"it calls the earlier figure wrong: {verdict.reason}"
    return verdict._replace(label="corrects", reason=reason, rule="correction")


def _whole_sentence(s: Slots) -> str:
    text = s.article.text
    stop = _STOP.search(text, s.claim.end)
    return text[s.sentence[1] : stop.start() if stop else len(text)]


def _same(a: Slots, b: Slots) -> bool:
    return (a.low, a.high, a.unit) == (b.low, b.high, b.unit)


def _revision(a: Slots, b: Slots) -> Verdict | None:
    earlier = (EARLIER in a.claim.flags, EARLIER in b.claim.flags)
    if earlier[0] == earlier[1] or a.unit != b.unit or a.measure != b.measure:
        return None
    return Verdict(
        "updates", "the sentence says that one figure replaces the other", "revision", flipped=earlier[0]
    )
