"""What makes two statements answers to one question although they share few words (room: brains)."""

from collections.abc import Callable

from counterclaim.relate.arrivals import relate_arrivals
from counterclaim.relate.awareness import relate_awareness
from counterclaim.relate.causes import relate_causes
from counterclaim.relate.clashes import find_clash
from counterclaim.relate.fillers import relate_fillers
from counterclaim.relate.moments import tell_one_deed
from counterclaim.relate.plans import is_one_plan
from counterclaim.relate.slots import Slots

_MATTERS: tuple[tuple[Callable[[Slots, Slots], object], str], ...] = (
    (find_clash, "one says of a thing what the other negates, or the opposite"),
    (relate_fillers, "both tell one deed, with another doer or place"),
    (relate_causes, "both give the cause of one thing"),
    (tell_one_deed, "both say at what hour one deed was done"),
    (relate_arrivals, "both say whether anybody came to one place"),
    (relate_awareness, "both say when it was known"),
    (is_one_plan, "both tell of one thing that lay ahead"),
)


def find_one_matter(a: Slots, b: Slots) -> str | None:
    """Why the two are about one thing by what they tell of it, and not by their words; None where nothing shows it."""
    return next((why for rule, why in _MATTERS if rule(a, b)), None)
