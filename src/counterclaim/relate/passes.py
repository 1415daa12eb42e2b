"""Why a question of scope does not part two figures, in words for people (room: brains).

The rule said only that it does not; each answer here tells which of its reasons holds for the two.
"""

from counterclaim.relate.lineage import compare_as_of
from counterclaim.relate.scope import same_measure, same_unit
from counterclaim.relate.slots import Slots

_DONE = frozenset({"occurred", "ongoing"})


def pass_reality(a: Slots, b: Slots) -> str:
    """One layer, or two that state one thing."""
    layers = {a.claim.reality, b.claim.reality}
    if len(layers) == 1 or layers <= _DONE:
        return "no: one layer"
    return "two layers, but what they give may be stated of either"


def pass_unit(a: Slots, b: Slots) -> str:
    """One unit, or none of what the other gives a sum of."""
    return "no: one unit" if same_unit(a.unit, b.unit) else "no: one says that there was none of it"


def pass_measure(a: Slots, b: Slots) -> str:
    """One measure, or it cannot be told."""
    return "no: one measure" if same_measure(a, b) else "not as far as their words tell"


def pass_period(a: Slots, b: Slots) -> str:
    """How the times of their own words stand to each other, which are all that is compared."""
    if a.as_of is None or b.as_of is None:
        return f"no: {'only one' if a.as_of or b.as_of else 'neither'} has a time of its own that is compared"
    if compare_as_of(a, b) in {"before", "after"}:
        return "two times, but what is counted goes on from the one to the other"
    return "no: their times are or may be one"


def pass_place(a: Slots, b: Slots) -> str:
    """How the places of their own words stand to each other, which are all that is compared."""
    if a.places and b.places:
        return "no: one place"
    return f"no: {'only one' if a.places or b.places else 'neither'} has a place of its own that is compared"
