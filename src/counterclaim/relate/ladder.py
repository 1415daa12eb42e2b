"""The decision ladder for two claims that carry figures (room: brains).

Same reality? same unit, measure, population, place, counting, period? then as-of and lineage, then the intervals. The
first question that fails gives the label; every verdict carries the rule's name and a reason for people.
"""

import re
from collections.abc import Callable

from counterclaim.relate.lineage import compare_as_of, compare_originators, is_later
from counterclaim.relate.scope import (
    Part,
    Verdict,
    differ_in_counting,
    differ_in_measure,
    differ_in_period,
    differ_in_place,
    differ_in_population,
    differ_in_reality,
    differ_in_unit,
)
from counterclaim.relate.slots import Slots
from counterclaim.text.lexicon import CUMULATIVE

# Counts that can still grow while an event is being counted: a later, higher one may be an update (cases 9, 11).
# Counts that can also fall while people are found, freed or go home.
_FALLING = frozenset({"missing", "trapped", "treated", "detained", "displaced", "evacuated"})
_EARLIER_WORDS = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at first|first put)\b", re.IGNORECASE
)
_GROWING = CUMULATIVE | {
    "missing",
    "trapped",
    "treated",
    "detained",
    "displaced",
    "evacuated",
    "sickened",
    "damaged",
    "attended",
    "captured",
    "surrendered",
}

_SCOPE: tuple[Callable[[Slots, Slots], Verdict | None], ...] = (
    differ_in_reality,
    differ_in_unit,
    differ_in_measure,
    differ_in_counting,
    differ_in_period,
)


def relate_figures(a: Slots, b: Slots, *, opposed: bool = False) -> Verdict:
    """Relate two figures that alignment took for answers to one question.

    Args:
        a: One claim's slots; it must carry a figure.
        b: The other's.
        opposed: The originators stand on opposed sides (`lineage.opposed`); they never update each other.
    """
    if a.negated != b.negated and 0 not in {a.high, b.high}:
        return _relate_negated(a, b)
    for differ in _SCOPE:
        verdict = differ(a, b)
        if verdict:
            return verdict
    parts: list[Part] = []
    for question in (differ_in_population, differ_in_place):
        answer = question(a, b)
        if isinstance(answer, Verdict):
            return answer
        if answer is not None:
            parts.append(answer)
    return _relate_parts(a, b, parts) or relate_intervals(a, b, opposed=opposed)


def _relate_negated(a: Slots, b: Slots) -> Verdict:
    """A figure that one account denies: a conflict only with that figure (case 22)."""
    if a.low <= b.high and b.low <= a.high and not differ_in_reality(a, b):
        return Verdict("contradicts", "one account denies the figure that the other gives", "polarity")
    return Verdict("compatible", "one account denies another figure than the other gives", "polarity")


def _relate_parts(a: Slots, b: Slots, parts: list[Part]) -> Verdict | None:
    """A part against its whole: never added up, and never larger (cases 14, 15, 17)."""
    if not parts or _same_figure(a, b):
        return None
    if {p.inner for p in parts} == {"a", "b"}:
        return Verdict("different_scope", "; ".join(p.reason for p in parts), "scope")
    part = parts[0]
    inner, outer = (a, b) if part.inner == "a" else (b, a)
    if inner.low > outer.high:
        return _part_exceeds(inner, outer, part) if part.sure else None
    if part.sure:
        return Verdict("part_of", part.reason, "part", flipped=part.inner == "b")
    if compare_originators(a.claim, b.claim) in {"same", "same_side"}:
        return Verdict("undetermined", f"{part.reason}; the other may count more", "part")
    return None


def _part_exceeds(inner: Slots, outer: Slots, part: Part) -> Verdict:
    kin = compare_originators(inner.claim, outer.claim)
    if is_later(inner, outer) and compare_as_of(inner, outer) != "same":
        if kin in {"same", "same_side"}:
            return Verdict("different_scope", f"a later count of a part; {part.reason}", "part")
        return Verdict(
            "undetermined", f"a later count of a part may exceed an earlier whole; {part.reason}", "part"
        )
    return Verdict("contradicts", f"the part ({_shown(inner)}) exceeds the whole ({_shown(outer)})", "part")


def _growing(a: Slots, b: Slots) -> bool:
    return a.measure in _GROWING and b.measure in _GROWING


def _same_figure(a: Slots, b: Slots) -> bool:
    return (a.low, a.high) == (b.low, b.high)


def _shown(slots: Slots) -> str:
    return slots.figure.text if slots.figure else "no figure"


def relate_intervals(a: Slots, b: Slots, *, opposed: bool) -> Verdict:
    """Compare what the two figures allow, written precision included (cases 1 to 12, 28)."""
    if _same_figure(a, b):
        return _relate_equal(a, b)
    inside = _contains(b, a) and not _is_ceiling(b), _contains(a, b) and not _is_ceiling(a)
    if inside[0] and not inside[1]:
        return Verdict("refines", f"{_shown(a)} is within {_shown(b)}", "interval")
    if inside[1] and not inside[0]:
        return Verdict("refines", f"{_shown(b)} is within {_shown(a)}", "interval", flipped=True)
    if a.low <= b.high and b.low <= a.high:
        if all(s.figure and s.figure.bound == "exact" for s in (a, b)):
            return Verdict("equivalent", f"{_shown(a)} and {_shown(b)} are equal within rounding", "rounding")
        return Verdict("compatible", f"{_shown(a)} and {_shown(b)} can both be true", "interval")
    return _relate_disjoint(a, b, opposed=opposed)


def _relate_equal(a: Slots, b: Slots) -> Verdict:
    """The same figure: equivalent, or the firmer of the two refines (case 33), the wording flagged (case 29)."""
    order = {"possible": 0, "probable": 1, "unstated": 2, "certain": 2}
    firm = order[a.claim.certainty] - order[b.claim.certainty]
    tags = tuple(f"framing: {w}" for w in (a.framing, b.framing) if w and a.framing != b.framing)
    if firm:
        return Verdict("refines", "the same figure, more committed", "certainty", flipped=firm < 0, tags=tags)
    return Verdict("equivalent", "the same figure for the same thing", "interval", tags=tags)


def _contains(outer: Slots, inner: Slots) -> bool:
    return outer.low <= inner.low and inner.high <= outer.high


def _is_ceiling(slots: Slots) -> bool:
    """Whether the figure is only a limit ("up to 58"), which a lower figure does not confirm (case 5)."""
    return slots.figure is not None and slots.figure.bound in {"at_most", "less_than"}


def _relate_disjoint(a: Slots, b: Slots, *, opposed: bool) -> Verdict:
    """Figures that cannot both hold: an update where lineage and as-of allow it, else a contradiction."""
    later = is_later(a, b)
    kin = compare_originators(a.claim, b.claim)
    figures = f"{_shown(a)} against {_shown(b)}"
    if later is not None and kin in {"same", "same_side"}:
        return Verdict("updates", f"the same originator later: {figures}", "lineage", flipped=not later)
    grows = _growing(a, b) and later is not None and not opposed and _moved_on(a, b)
    if grows and ((a.low > b.low) == later or a.measure in _FALLING):
        return Verdict("possible_update", f"a later count: {figures}", "lineage", flipped=not later)
    if kin in {"same", "same_side"} and a.article.id == b.article.id:
        return _relate_own_figures(a, b, figures)
    return Verdict("contradicts", f"they cannot both be true: {figures}", "interval")


def _relate_own_figures(a: Slots, b: Slots, figures: str) -> Verdict:
    """Two figures of one side, published together: the words may say which was earlier; it does not contradict itself."""
    old = [bool(_EARLIER_WORDS.search(s.claim.quote)) for s in (a, b)]
    if old[0] != old[1]:
        return Verdict(
            "updates", f"the same originator, one said earlier: {figures}", "lineage", flipped=old[0]
        )
    return Verdict("undetermined", f"one originator, and no word which figure is later: {figures}", "lineage")


def _moved_on(a: Slots, b: Slots) -> bool:
    """The two counts are not said to be of one moment."""
    return compare_as_of(a, b) != "same"
