"""One deed at two times: "the collision happened at 2.40", "the ships collided at five to two" (room: brains).

The deed must be one and the same: its verb is common to both, or one of them names it by a noun and says only that it
took place, was heard or reported. What else they tell must not set them apart.
"""

import datetime as dt
import re
from functools import lru_cache

from counterclaim.core.records import TimeInterval
from counterclaim.relate.asides import dates_motive, strip_asides
from counterclaim.relate.lineage import compare_originators, said_later
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import differ_in_reality
from counterclaim.relate.slots import Slots, name_topics
from counterclaim.text.lexicon import CALENDAR, concept
from counterclaim.text.opposites import are_rivals
from counterclaim.text.signs import LIGHT
from counterclaim.text.times import Order, compare_times
from counterclaim.text.times.words import WEEKDAYS
from counterclaim.text.tokens import tokenize

CLOCK = dt.timedelta(hours=3)  # a time this close is one by the clock; a wider one is a part of a day
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
_WATCHES = dt.timedelta(minutes=5)  # two watches, or two records, need not agree to the minute
_DAY = dt.timedelta(hours=23)  # the shortest day
_BARE = LIGHT | {
    concept(w) for w in "hear feel see report record register log note notice occur happen time place".split()
}
LASTING = frozenset(concept(w) for w in "stay remain continue keep again still".split())
_UNDATED = LASTING | {concept("usually"), concept("normally")}  # what these tell of has no one hour


def order_times(one: TimeInterval, two: TimeInterval) -> Order:
    """Compare two times (`compare_times`); an hour whose words name no day is taken for one of the other's day.

    A paper that writes "at 11.20 p.m." days after the deed does not say that it was last night.
    """
    if is_clock_time(one) and is_clock_time(two) and not (_names_day(one) and _names_day(two)):
        one, two = (two, one) if (turned := _names_day(one)) else (one, two)
        order = compare_times(_move_to_day(one, two), two)
        return _TURNED[order] if turned else order
    return compare_times(one, two)


def _names_day(span: TimeInterval) -> bool:
    return bool(_DAY_NAMED.search(span.text))


def _move_to_day(span: TimeInterval, other: TimeInterval) -> TimeInterval:
    """The same hour on the nearest day to the other time."""
    if span.start is None or span.end is None or other.start is None:
        return span
    start, target = span.start.replace(tzinfo=None), other.start.replace(tzinfo=None)
    days = dt.timedelta(days=round((target - start) / dt.timedelta(days=1)))
    return span.model_copy(update={"start": span.start + days, "end": span.end + days})


def exclude_each_other(a: Slots, b: Slots) -> bool:
    """Whether the times of two claims cannot be one; a weekday told from either side of it ("on Wednesday") can."""
    one, two = a.claim.event_time, b.claim.event_time
    if one is None or two is None or one.text.casefold() == two.text.casefold():
        return False
    if dates_motive(a) or dates_motive(b):
        return False
    return order_times(one, two) in {"before", "after"}


def name_other_days(a: Slots, b: Slots) -> bool:
    """Whether two statements name days of the week, asides left out, and none in common.

    The day of a clock time or of a night depends on the zone that it is told in.
    """
    spans = [s.claim.event_time for s in (a, b) if s.claim.event_time]
    if any(x.start and x.end and x.end - x.start < _DAY for x in spans):
        return False
    one, two = (_weekdays(strip_asides(s.claim.text)) for s in (a, b))
    return bool(one and two) and not one & two


@lru_cache(maxsize=4096)
def _weekdays(text: str) -> frozenset[int]:
    words = (t.lower.removesuffix("'s").removesuffix("’s") for t in tokenize(text))
    return frozenset(WEEKDAYS[word] for word in words if word in WEEKDAYS)


def tell_one_deed(a: Slots, b: Slots) -> bool:
    """Whether two dated statements tell of one deed, to the hour; days and weeks need more words in common."""
    if (
        a.figure
        or b.figure
        or a.negated
        or b.negated
        or not all(is_clock_time(s.claim.event_time) for s in (a, b))
    ):
        return False
    if _UNDATED & (a.topic | b.topic) or are_rivals(a.topic, b.topic) or differ_in_reality(a, b):
        return False
    if a.names and b.names and not a.names & b.names:
        return False
    shared = (a.topic & b.topic) - _BARE - name_topics(a, b)
    if not shared or (a.deeds - shared - _BARE) or (b.deeds - shared - _BARE):
        return False
    things = [s.topic - s.deeds - shared - _BARE - name_topics(a, b) for s in (a, b)]
    return bool(shared - a.deeds & b.deeds) or not all(things)


def relate_moments(a: Slots, b: Slots) -> Verdict | None:
    """A contradiction in time, or an update where one speaker gives another time later on."""
    if not exclude_each_other(a, b) or not tell_one_deed(a, b):
        return None
    verdict = judge_times(a, b)
    kin = compare_originators(a.claim, b.claim) in {"same", "same_side"}
    return None if kin and verdict.label == "contradicts" else verdict


def judge_times(a: Slots, b: Slots) -> Verdict:
    """What follows where one deed is told with two times that exclude each other."""
    told = [s.claim.event_time.text for s in (a, b) if s.claim.event_time]
    if _are_minutes_apart(a, b):
        return Verdict("compatible", f"the times are minutes apart: {told[0]}, {told[1]}", "time")
    # When the deed was is what they differ on; the later account is the one that was said later.
    kin, later = compare_originators(a.claim, b.claim), said_later(a, b)
    if kin in {"same", "same_side"} and later is not None:
        reason = f"the same originator: {told[0]} against {told[1]}"
        return Verdict("updates", reason, "lineage", flipped=not later)
    return Verdict("contradicts", f"other times: {told[0]} against {told[1]}", "time")


def _are_minutes_apart(a: Slots, b: Slots) -> bool:
    """Whether two clock times differ by no more than two watches may."""
    one, two = a.claim.event_time, b.claim.event_time
    if one is None or two is None:
        return False
    wider = [_widen(span) for span in (one, two)]
    return order_times(*wider) not in {"before", "after", "unknown"}


def _widen(span: TimeInterval) -> TimeInterval:
    """The time with half of what two watches may differ by on either side."""
    if span.start is None or span.end is None or not is_clock_time(span):
        return span
    return span.model_copy(update={"start": span.start - _WATCHES / 2, "end": span.end + _WATCHES / 2})


def do_other_deeds(a: Slots, b: Slots) -> bool:
    """Whether each statement has verbs of its own and none in common ("had run out", "was published")."""
    one, two = a.deeds - _BARE, b.deeds - _BARE
    return bool(one and two) and not one & two


def is_clock_time(span: TimeInterval | None) -> bool:
    """Whether a time is told by the clock ("at 2.40", "shortly after two"), not as a part of a day."""
    return (
        span is not None
        and span.start is not None
        and span.end is not None
        and span.end - span.start <= CLOCK
    )
