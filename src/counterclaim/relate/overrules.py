"""Labels that the ladder does not let a model give (room: brains).

A model decides what the words leave open. It does not decide against figures that overlap, dates, scopes or speakers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.records import Label, Relation
from counterclaim.relate.ladder import EXTENT, SCOPE
from counterclaim.relate.lineage import compare_originators, is_later, oppose_sides, opposed, side_key
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import differ_in_reality
from counterclaim.relate.slots import Slots

JUDGEMENTS = "judgements of the model"  # the name under which those that do not stand are counted
_NO_CONFLICT = frozenset({"different_scope", "compatible", "undetermined"})
_DONE = frozenset({"occurred", "ongoing"})


class Overruled(NamedTuple):
    """Why a judgement does not count."""

    reason: str


def overrule(
    label: Label,
    a: Slots,
    b: Slots,
    relations: Iterable[Relation],
    slots: Mapping[str, Slots],
    sides: Iterable[Sequence[str]] = (),
) -> Overruled | None:
    """Why a label may not stand between `a` and `b`, or None.

    Args:
        label: The label a model gave.
        a: The slots of the first claim; directed labels run from it.
        b: The slots of the second claim.
        relations: What is known by rule; its denials say which sides are opposed.
        slots: All claims by id.
        sides: Pairs of sides that the user's own table opposes.
    """
    scope = decided_scope(a, b)
    if scope and label not in _NO_CONFLICT | {scope.label}:
        return Overruled(f"the rules overrule them: {scope.reason}")
    disputes = frozenset(
        side_key(slots[r.a].claim) | side_key(slots[r.b].claim) for r in relations if r.label == "denies"
    ) | oppose_sides(sides)
    check = _CHECKS.get(label)
    broken = check(a, b) if check else None
    if broken is None and label in {"updates", "possible_update"} and opposed(a.claim, b.claim, disputes):
        broken = "opposed parties do not update each other"
    return Overruled(f"the rules overrule them: {broken}") if broken else None


def decided_scope(a: Slots, b: Slots) -> Verdict | None:
    """The first scope question that the rules decide between two claims; None where they are alike or it is open."""
    figures = (*SCOPE, *EXTENT) if a.figure and b.figure else ()
    answers = (differ_in_reality(a, b), *(rule(a, b) for _, rule in figures))
    return next((v for v in answers if isinstance(v, Verdict) and v.label != "undetermined"), None)


def _overlap(a: Slots, b: Slots) -> bool:
    return a.low <= b.high and b.low <= a.high


def _contradicts(a: Slots, b: Slots) -> str | None:
    if a.figure and b.figure and a.negated == b.negated and _overlap(a, b):
        return "figures that overlap can both be true"
    return None


def _equivalent(a: Slots, b: Slots) -> str | None:
    if a.negated != b.negated:
        return "what one affirms the other denies"
    if a.figure and b.figure and (a.low, a.high) != (b.low, b.high):
        return "other figures are not the same"
    return None


def _refines(a: Slots, b: Slots) -> str | None:
    if a.negated != b.negated:
        return "what one affirms the other denies"
    inside = b.low <= a.low and a.high <= b.high
    return "the figure is not within the other" if a.figure and b.figure and not inside else None


def _part_of(a: Slots, b: Slots) -> str | None:
    return "a part is not larger than the whole" if a.figure and b.figure and a.low > b.high else None


def _kin(a: Slots, b: Slots) -> bool:
    return compare_originators(a.claim, b.claim) in {"same", "same_side"}


def _updates(a: Slots, b: Slots) -> str | None:
    if not is_later(a, b):
        return "it is not known to be the later one"
    return None if _kin(a, b) else "only the same speaker or side updates a statement"


def _later(a: Slots, b: Slots) -> str | None:
    return None if is_later(a, b) else "it is not known to be the later one"


def _answers(a: Slots, b: Slots) -> str | None:
    return "nobody confirms or denies what their own side says" if _kin(a, b) else None


def _denies(a: Slots, b: Slots) -> str | None:
    if a.claim.polarity == b.claim.polarity and not (a.figure and b.figure):
        return "neither denies what the other says"
    return _answers(a, b)


def _fulfils(a: Slots, b: Slots) -> str | None:
    done = a.claim.reality in _DONE and b.claim.reality == "planned"
    return None if done else "a deed fulfils a plan, and here is no such pair"


_CHECKS: Mapping[str, Callable[[Slots, Slots], str | None]] = {
    "contradicts": _contradicts,
    "equivalent": _equivalent,
    "refines": _refines,
    "part_of": _part_of,
    "updates": _updates,
    "possible_update": _later,
    "corrects": _later,
    "confirms": _answers,
    "denies": _denies,
    "fulfils": _fulfils,
}
