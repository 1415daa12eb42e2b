"""Are two figures of one period? Levels of two days, changes on a year ago, counts of an earlier event (room: brains)."""

import datetime as dt
import re

from counterclaim.relate.scope import Verdict
from counterclaim.relate.slots import Slots
from counterclaim.text.lexicon import CUMULATIVE, HUMAN
from counterclaim.text.times import compare_times

_LONG_AGO = dt.timedelta(days=180)
_YEAR = dt.timedelta(days=300)
_SPAN = dt.timedelta(days=28)  # an earlier event is told by its month or year
_ERA = dt.timedelta(days=60)  # what lies further back than this is told of another event
# What a change is measured against ("up 6 per cent on last year") is not when it held.
_BASELINE = re.compile(
    r"\b(?:on|than|from|against|over|with) (?:the )?(?:last|previous|same) ", re.IGNORECASE
)


def differ_in_period(a: Slots, b: Slots) -> Verdict | None:
    """Levels and changes of different days are different facts; counts that grow are one count at two times.

    What was counted in an earlier event ("31 died in the fires of 2009") is no count of this one.
    """
    if _is_compared(a, b):
        return None
    past = _differ_in_era(a, b) or _differ_in_era(b, a)
    if past:
        return past
    if a.as_of is None or b.as_of is None or a.measure in CUMULATIVE or a.measure in HUMAN:
        return None
    if a.unit is not None and compare_times(a.as_of, b.as_of) in {"before", "after"}:
        return Verdict("different_scope", f"other periods: {a.as_of.text} against {b.as_of.text}", "period")
    return None


def _is_compared(a: Slots, b: Slots) -> bool:
    """Whether one gives a change on an earlier time, which is not when it held."""
    return any(_BASELINE.search(s.claim.quote) for s in (a, b))


def _differ_in_era(old: Slots, new: Slots) -> Verdict | None:
    """One is dated long before the other, or long before the other was said at all."""
    ended = _on_the_wall(old.as_of.end if old.as_of else None)
    began = _on_the_wall(new.as_of.start or new.as_of.end if new.as_of else new.first_said)
    if old.as_of is None or ended is None or began is None or began < ended:
        return None
    if new.as_of and began - ended >= _ERA:
        return Verdict(
            "different_scope", f"other periods: {old.as_of.text} against {new.as_of.text}", "period"
        )
    started = _on_the_wall(old.as_of.start)
    if new.as_of or started is None or ended - started < (_SPAN if began - ended >= _LONG_AGO else _YEAR):
        return None  # a day named long after it is what the accounts are about
    reason = f"one is of {old.as_of.text}, and the other does not say when"
    return Verdict("undetermined", reason, "period")


def _on_the_wall(moment: dt.datetime | None) -> dt.datetime | None:
    return moment.replace(tzinfo=None) if moment else None
