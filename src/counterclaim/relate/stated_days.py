"""The days that two bare statements name, which no date of publication places (room: brains).

"12 were killed on 5 May" and "5 were killed on 12 May" are two counts of two days, and what one speaker said on Tuesday
takes the place of what he said on Monday. Without a year a day is still another day.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.relate.lineage import compare_originators
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.slots import Slots

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = rf"(?P<{{}}>{'|'.join(m.title() for m in _MONTHS)})"
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.format('month')}\b|\b{_MONTH.format('month2')} (?P<day2>\d{{1,2}})\b"
)
_WEEKDAY = re.compile(rf"\b({'|'.join(d.title() for d in _WEEKDAYS)})\b")
_AS_OF = re.compile(
    r"\b(?:by|said|says|as of|until|since|told \w+|reported|announced)(?: late| early)?(?: on)?(?= (?:the )?(?:\d|[A-Z]))"
)
_AHEAD = 3  # of two weekdays the later one is at most so many days behind the other


class Days(NamedTuple):
    """The dates and weekdays of a text, as numbers."""

    dates: frozenset[tuple[int, int]]
    weekdays: frozenset[int]


def find_days(text: str) -> Days:
    """The days that a text names.

    >>> find_days("Twelve died on 5 May").dates, find_days("It rained on Monday, in May").weekdays
    (frozenset({(5, 5)}), frozenset({0}))
    """
    dates = (
        (_MONTHS.index((m["month"] or m["month2"]).lower()) + 1, int(m["day"] or m["day2"]))
        for m in _DATE.finditer(text)
    )
    return Days(frozenset(dates), frozenset(_WEEKDAYS.index(m[1].lower()) for m in _WEEKDAY.finditer(text)))


def are_of_other_days(a: str, b: str) -> bool:
    """Whether two texts each name days, and none in common.

    >>> are_of_other_days("12 died on 5 May", "5 died on 12 May"), are_of_other_days("12 died", "5 died on 12 May")
    (True, False)
    """
    one, two = find_days(a), find_days(b)
    if one.dates and two.dates:
        return not one.dates & two.dates
    return bool(one.weekdays and two.weekdays) and not one.weekdays & two.weekdays


def relate_days(a: Sequence[Slots], b: Sequence[Slots], texts: tuple[str, str]) -> Verdict:
    """What two figures of other days are to each other: an update of one speaker's, or counts of two days."""
    order = _order(*texts)
    kin = any(compare_originators(x.claim, y.claim) == "same" for x in a for y in b)
    told = any(_AS_OF.search(text) for text in texts)
    if told and kin and order is not None:
        return Verdict("updates", "the same originator on a later day", "days", flipped=not order)
    if told and order is not None:
        return Verdict("possible_update", "a count of a later day", "days", flipped=not order)
    return Verdict("different_scope", "they tell of other days", "days")


def _order(a: str, b: str) -> bool | None:
    """Whether the first text is of the later day; None where that cannot be told."""
    one, two = find_days(a), find_days(b)
    if one.dates and two.dates:
        return max(one.dates) > max(two.dates)
    if len(one.weekdays) == len(two.weekdays) == 1:
        ahead = (min(one.weekdays) - min(two.weekdays)) % 7
        return ahead <= _AHEAD
    return None
