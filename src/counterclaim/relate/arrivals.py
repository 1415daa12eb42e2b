"""Whether anybody came: what one says nobody did, another tells of somebody (room: brains)."""

import datetime as dt

from counterclaim.relate.hours import order_times
from counterclaim.relate.lineage import compare_originators
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import differ_in_reality
from counterclaim.relate.slots import Slots
from counterclaim.text.arrivals import find_arrival


def relate_arrivals(a: Slots, b: Slots) -> Verdict | None:
    """A contradiction where somebody came before the moment up to which nobody had; an update where he came later."""
    if differ_in_reality(a, b) or "possible" in {a.claim.certainty, b.claim.certainty}:
        return None
    one, two = find_arrival(a.claim.text), find_arrival(b.claim.text)
    if one is None or two is None or not (one.rules_out(two) or two.rules_out(one)):
        return None
    absent, came = (a, b) if one.denied else (b, a)
    kin = compare_originators(a.claim, b.claim) in {"same", "same_side"}
    if _came_later(absent, came):
        reason = "nobody had come at first, and then somebody came"
        return Verdict("updates" if kin else "possible_update", reason, "lineage", flipped=came is b)
    return None if kin else Verdict("contradicts", "one says that nobody came, the other who did", "polarity")


def _wall(moment: dt.datetime) -> dt.datetime:
    """The time on the wall: an outlet's zone is often not told."""
    return moment.replace(tzinfo=None)


def _came_later(absent: Slots, came: Slots) -> bool:
    """Whether somebody came after the time up to which nobody had, or else after that was said."""
    until, when, said = absent.claim.event_time, came.claim.event_time, absent.first_said
    if when is None:
        return False
    if until is None:
        return said is not None and when.start is not None and _wall(when.start) > _wall(said)
    edge = until.model_copy(update={"start": None})
    return order_times(when, edge) == "after"
