"""Clock times that two statements give, also where neither names the day (room: brains)."""

import datetime as dt
import re
from functools import lru_cache
from itertools import product

from counterclaim.core.records import TimeInterval
from counterclaim.text.lexicon import CALENDAR
from counterclaim.text.times import Order, compare_times
from counterclaim.text.times.clock import read_clock
from counterclaim.text.tokens import tokenize

CLOCK = dt.timedelta(hours=3)  # a time this close is one by the clock; a wider one is a part of a day
_HALF_DAY = dt.timedelta(hours=12)
_DAY_NAMED = re.compile(
    rf"\b(?:{'|'.join(sorted(CALENDAR))}|yesterday|today|tonight|tomorrow|this|last|next|same|\d{{4}})\b",
    re.IGNORECASE,
)
_TURNED: dict[Order, Order] = {
    "before": "after",
    "after": "before",
    "same": "same",
    "overlap": "overlap",
    "unknown": "unknown",
}


def order_times(one: TimeInterval, two: TimeInterval) -> Order:
    """Compare two times (`compare_times`); an hour whose words name no day is taken for one of the other's day.

    A paper that writes "at 11.20 p.m." days after the deed does not say that it was last night. Of an hour that may
    be one of several, all must lie apart.
    """
    orders = [_order_faces(x, y) for x, y in product(list_faces(one), list_faces(two))]
    apart = all(order in {"before", "after"} for order in orders)
    return orders[0] if apart or len(orders) == 1 else "overlap"


def _order_faces(one: TimeInterval, two: TimeInterval) -> Order:
    if is_clock_time(one) and is_clock_time(two) and not (_names_day(one) and _names_day(two)):
        one, two = (two, one) if (turned := _names_day(one)) else (one, two)
        order = compare_times(_move_to_day(one, two), two)
        return _TURNED[order] if turned else order
    return compare_times(one, two)


def is_clock_time(span: TimeInterval | None) -> bool:
    """Whether a time is told by the clock ("at 2.40", "shortly after two"), not as a part of a day."""
    return (
        span is not None
        and span.start is not None
        and span.end is not None
        and span.end - span.start <= CLOCK
    )


def tells_hour(span: TimeInterval | None) -> bool:
    """Whether a time is told by the clock, though the day, or the half of it, may not be certain."""
    return span is not None and all(is_clock_time(face) for face in list_faces(span))


def list_faces(span: TimeInterval) -> tuple[TimeInterval, ...]:
    """The hours that a clock without a day, or without a.m. and p.m., may show; else the time as it is.

    >>> day = dt.datetime(2025, 3, 9)
    >>> wide = TimeInterval(text="about 5 p.m.", start=day.replace(hour=16, minute=30), end=day.replace(day=10, hour=17, minute=31))
    >>> [(f.start.hour, f.end.hour) for f in list_faces(wide)]
    [(16, 17)]
    """
    if span.start is None or span.end is None or is_clock_time(span) or not _names_clock(span.text):
        return (span,)
    over = (span.end - span.start) % _HALF_DAY
    if not dt.timedelta() < over <= CLOCK:
        return (span,)
    halves = [
        span.model_copy(update={"start": s, "end": s + over}) for s in (span.start, span.start + _HALF_DAY)
    ]
    whole = (span.end - span.start) % dt.timedelta(days=1) == over
    return (halves[0],) if whole and not _names_day(span) else tuple(halves) if not whole else (span,)


@lru_cache(maxsize=4096)
def _names_clock(text: str) -> bool:
    words = tokenize(text)
    return any(read_clock(words, i) for i in range(len(words)))


def _names_day(span: TimeInterval) -> bool:
    return bool(_DAY_NAMED.search(span.text))


def _move_to_day(span: TimeInterval, other: TimeInterval) -> TimeInterval:
    """The same hour on the nearest day to the other time."""
    if span.start is None or span.end is None or other.start is None:
        return span
    start, target = span.start.replace(tzinfo=None), other.start.replace(tzinfo=None)
    days = dt.timedelta(days=round((target - start) / dt.timedelta(days=1)))
    return span.model_copy(update={"start": span.start + days, "end": span.end + days})
