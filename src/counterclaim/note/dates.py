"""How times are ordered and worded: publication times, and the intervals that articles tell of (room: brains).

Publication times come as dates, as datetimes without a zone, and with one. To order them a date counts as its
first moment, and a time without zone counts as one in the story's zone (the most common among the articles).
What is *printed* never says more than was known.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from counterclaim.core.records import TimeInterval
from counterclaim.note.prose import NAME_ROOM, shortened
from counterclaim.text.times.zones import read_zone
from counterclaim.text.tokens import tokenize

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY, _HALF_DAY, _MINUTE = dt.timedelta(days=1), dt.timedelta(hours=12), dt.timedelta(minutes=1)
_NAMED = frozenset({"midnight", "noon", "midday"})
_NIGHT = (dt.datetime(2000, 1, 1, 18), dt.datetime(2000, 1, 2, 6))  # noqa: DTZ001 -- as the reader cuts the day

Moment = dt.datetime | dt.date


def story_zone(moments: Iterable[Moment | None]) -> dt.timezone:
    """The most common offset among the moments that have one (the western of equals); UTC where none has.

    >>> story_zone([dt.date(2025, 10, 5), dt.datetime.fromisoformat("2025-10-05T13:20+04:00"), None])
    datetime.timezone(datetime.timedelta(seconds=14400))
    """
    offsets = Counter(
        offset
        for moment in moments
        if isinstance(moment, dt.datetime) and (offset := moment.utcoffset()) is not None
    )
    if not offsets:
        return dt.UTC
    return dt.timezone(min(offsets, key=lambda offset: (-offsets[offset], offset)))


def instant(moment: Moment | None, zone: dt.tzinfo) -> dt.datetime:
    """A moment to order by, always with a zone; what is not known comes last.

    >>> instant(dt.date(2025, 10, 5), dt.UTC).isoformat()
    '2025-10-05T00:00:00+00:00'
    """
    if moment is None:
        return dt.datetime.max.replace(tzinfo=dt.UTC)
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime.combine(moment, dt.time.min)
    return moment if moment.utcoffset() is not None else moment.replace(tzinfo=zone)


def in_zone(moment: Moment | None, zone: dt.tzinfo) -> Moment | None:
    """The same moment by the clock of another zone; unchanged where its own zone or time of day is not known.

    >>> in_zone(dt.datetime(2025, 10, 4, 22, 17, tzinfo=dt.UTC), dt.timezone(dt.timedelta(hours=4))).isoformat()
    '2025-10-05T02:17:00+04:00'
    """
    if not isinstance(moment, dt.datetime) or moment.utcoffset() is None:
        return moment
    try:
        return moment.astimezone(zone)
    except OverflowError:  # at the ends of the calendar
        return moment


def certainly_before(first: Moment | None, second: Moment | None, zone: dt.tzinfo) -> bool:
    """Whether the first is earlier whatever is left open: a bare date may be any time of its day in the story's zone.

    >>> certainly_before(dt.date(2025, 10, 5), dt.datetime(2025, 10, 5, 23, 0), dt.UTC)
    False
    >>> certainly_before(dt.date(2025, 10, 5), dt.date(2025, 10, 6), dt.UTC)
    True
    """
    if first is None or second is None:
        return False
    start, following = instant(first, zone), instant(second, zone)
    return start < following and (isinstance(first, dt.datetime) or following - start >= _DAY)


def newest(moments: Iterable[Moment | None]) -> dt.datetime | None:
    """The newest moment, as a datetime; a date becomes its first moment without zone. None where none is known.

    >>> newest([dt.date(2025, 10, 6), dt.datetime.fromisoformat("2025-10-06T09:00+04:00"), None])
    datetime.datetime(2025, 10, 6, 9, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=14400)))
    """
    known = [moment for moment in moments if moment is not None]
    if not known:
        return None
    zone = story_zone(known)
    last = max(known, key=lambda moment: (instant(moment, zone), str(moment)))
    return last if isinstance(last, dt.datetime) else dt.datetime.combine(last, dt.time.min)


def day_words(day: dt.date, *, common: int | None = None) -> str:
    """A day with its weekday; the year is left out where it is `common`, the year that goes without saying.

    >>> day_words(dt.date(2025, 10, 5)), day_words(dt.date(2025, 10, 5), common=2025)
    ('Sun 5 Oct 2025', 'Sun 5 Oct')
    """
    tail = "" if day.year == common else f" {day.year}"
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{tail}"


def range_words(first: dt.date, last: dt.date) -> str:
    """The days from one to another, nothing said twice.

    >>> range_words(dt.date(2025, 10, 5), dt.date(2025, 10, 6)), range_words(dt.date(2025, 9, 30), dt.date(2025, 10, 1))
    ('5 to 6 Oct 2025', '30 Sep to 1 Oct 2025')
    >>> range_words(dt.date(2025, 10, 5), dt.date(2025, 10, 5)), range_words(dt.date(2025, 12, 31), dt.date(2026, 1, 1))
    ('5 Oct 2025', '31 Dec 2025 to 1 Jan 2026')
    """
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    year = "" if first.year == last.year else f" {first.year}"
    month = "" if not year and first.month == last.month else f" {_MONTHS[first.month - 1]}"
    return f"{first.day}{month}{year} to {end}"


def moment_words(moment: Moment | None, *, common: int | None = None, zone: bool = False) -> str:
    """A publication time: the day, the time of day where known, the offset where asked for.

    >>> moment_words(dt.date(2025, 10, 5))
    'Sun 5 Oct 2025'
    >>> moment_words(dt.datetime.fromisoformat("2025-10-05T13:20+04:00"), common=2025, zone=True)
    'Sun 5 Oct 13:20 +04:00'
    """
    if moment is None:
        return "time not known"
    words = day_words(moment, common=common)
    if isinstance(moment, dt.datetime):
        words += f" {moment:%H:%M}" + (f" {offset_words(moment)}" if zone else "")
    return words


def offset_words(moment: dt.datetime) -> str:
    """The zone of a time: "UTC", an offset, or that it was not stated.

    >>> offset_words(dt.datetime(2025, 10, 5)), offset_words(dt.datetime(2025, 10, 5, tzinfo=dt.UTC))
    ('(zone not stated)', 'UTC')
    """
    offset = moment.utcoffset()
    if offset is None:
        return "(zone not stated)"
    return "UTC" if not offset else moment.isoformat()[-6:]


def as_of_words(as_of: dt.datetime | None, known: Iterable[Moment | None]) -> str:
    """The as-of line: the newest publication, in its own zone and in UTC; only the day where only the day is known.

    >>> as_of_words(dt.datetime.fromisoformat("2025-10-06T17:30+04:00"), [])
    'Mon 6 Oct 2025 17:30 +04:00 (13:30 UTC)'
    >>> as_of_words(dt.datetime(2025, 10, 6), [dt.date(2025, 10, 6)])
    'Mon 6 Oct 2025'
    """
    if as_of is None:
        return "not known: no article states when it was published"
    days = {moment for moment in known if moment is not None and not isinstance(moment, dt.datetime)}
    if as_of.tzinfo is None and as_of.time() == dt.time.min and as_of.date() in days:
        return day_words(as_of.date())
    words = moment_words(as_of, zone=True)
    offset = as_of.utcoffset()
    if not offset:
        return words
    utc = as_of.replace(tzinfo=None) - offset
    day = "" if utc.date() == as_of.date() else f"{day_words(utc, common=2025)} "
    return f"{words} ({day}{utc:%H:%M} UTC)"


def interval_words(
    interval: TimeInterval | None, *, common: int | None = None, zone: dt.tzinfo = dt.UTC
) -> str | None:
    """What an interval says, no finer than it is; None where it was not resolved.

    A day, a part of a day or a clock time is the one that the article words; only a time that comes with a zone of its
    own ("0900 GMT") is moved to the clock of `zone`.

    >>> day = dt.datetime(2025, 10, 5)
    >>> interval_words(TimeInterval(text="on Sunday", start=day, end=day + dt.timedelta(days=1)), common=2025)
    'Sun 5 Oct'
    >>> interval_words(TimeInterval(text="by noon", end=day + dt.timedelta(hours=12)), common=2025)
    'until Sun 5 Oct 12:00'
    >>> early = dt.datetime(2025, 10, 5, 4, 37)
    >>> interval_words(TimeInterval(text="4.37", start=early, end=early + dt.timedelta(hours=36, minutes=1)), common=2025)
    'Sun 5 or Mon 6 Oct, 4.37'
    >>> interval_words(TimeInterval(text="4.37", start=early, end=early + dt.timedelta(hours=12, minutes=1)), common=2025)
    'Sun 5 Oct, 4.37'
    >>> interval_words(TimeInterval(text="in 1961", start=dt.datetime(1961, 1, 1), end=dt.datetime(1962, 1, 1)))
    '1961'
    """
    if interval is None:
        return None
    start, end = local_sides(interval, zone)
    if start is not None and end is not None:
        return _rough_words(interval, start, end, common) or _span_words(start, end, common=common)
    if start is not None:
        return f"from {_edge(start, common=common)}"
    return None if end is None else f"until {_edge(end, common=common)}"


def _rough_words(interval: TimeInterval, start: dt.datetime, end: dt.datetime, common: int | None) -> str:
    """A night, noon, a midnight (it may be open on which side of the day), an hour that fits several; else nothing."""
    first, last = day_words(start, common=common), day_words(end, common=common)
    if (start.year, start.month) == (end.year, end.month):
        first = f"{_DAYS[start.weekday()]} {start.day}"
    named = _read_named(interval)
    if named and end - start <= _MINUTE:
        return f"{named}, {_night_words(start, common) if start.time() == dt.time.min else last}"
    beyond = end - start - _MINUTE
    if beyond > dt.timedelta(0) and not beyond % _HALF_DAY and start.time() != dt.time.min:
        days = last if start.date() == end.date() else f"{first} or {last}"
        return f"{days}, {shortened(interval.text, NAME_ROOM)}"
    worded = not any(character.isdigit() for character in interval.text)
    if worded and end - start == _NIGHT[1] - _NIGHT[0] and start.time() == _NIGHT[0].time():
        return f"night, {first} – {last}"
    midnight = start.time() == (end - _MINUTE).time() == dt.time.min
    return f"midnight, {first} or {last}" if worded and midnight and end - start > _DAY else ""


def _night_words(midnight: dt.datetime, common: int | None) -> str:
    """The two days between which a midnight lies."""
    before = midnight - _DAY
    same = (before.year, before.month) == (midnight.year, midnight.month)
    first = f"{_DAYS[before.weekday()]} {before.day}" if same else day_words(before, common=common)
    return f"{first} – {day_words(midnight, common=common)}"


def _span_words(start: dt.datetime, end: dt.datetime, *, common: int | None) -> str:
    first = day_words(start, common=common)
    if end - start <= _MINUTE:
        return f"{first} {start:%H:%M}"
    if start.time() == end.time() == dt.time.min:
        return _days_words(start.date(), (end - _DAY).date(), common=common)
    if start.date() == end.date():
        return f"{first} {start:%H:%M}–{end:%H:%M}"
    return f"{_edge(start, common=common)} – {_edge(end, common=common)}"


def _days_words(first: dt.date, last: dt.date, *, common: int | None) -> str:
    """Whole days, by the month or the year where they make up one."""
    following = last + _DAY
    if first.day == following.day == 1 and first < last:
        if first.month == following.month == 1 and first.year == last.year:
            return str(first.year)
        if (first.year, first.month) == (last.year, last.month):
            return f"{_MONTHS[first.month - 1]} {first.year}"
    start = day_words(first, common=common)
    return start if last <= first else f"{start} – {day_words(last, common=common)}"


def local_sides(interval: TimeInterval, zone: dt.tzinfo) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Both sides without offset, by the clock that the article words; by that of `zone` where it words a zone.

    >>> nine = dt.datetime(2025, 10, 5, 9, tzinfo=dt.UTC)
    >>> east = dt.timezone(dt.timedelta(hours=4))
    >>> [local_sides(TimeInterval(text=t, start=nine), east)[0].hour for t in ("at nine", "0900 GMT")]
    [9, 13]
    """
    moved = _names_zone(interval)
    sides = (in_zone(side, zone) if moved else side for side in (interval.start, interval.end))
    start, end = (side.replace(tzinfo=None) if isinstance(side, dt.datetime) else None for side in sides)
    return start, end


def _names_zone(interval: TimeInterval) -> bool:
    """Whether the words hold a zone that is looked up: its offset was put on the time, not the publication's."""
    words = tokenize(interval.text)
    found = (read_zone(words, index) for index in range(len(words)))
    return any(zone is not None and zone[0].low is not None for zone in found)


def length_of(interval: TimeInterval, zone: dt.tzinfo) -> dt.timedelta:
    """How long an interval is; the longest there is where it is open.

    >>> day = dt.datetime(2025, 10, 5)
    >>> length_of(TimeInterval(text="on Sunday", start=day, end=day + dt.timedelta(days=1)), dt.UTC).days
    1
    """
    start, end = local_sides(interval, zone)
    return dt.timedelta.max if start is None or end is None else end - start


def is_minute(interval: TimeInterval, zone: dt.tzinfo) -> bool:
    """Whether somebody states the minute; "midnight" and "noon" are words for about that time.

    >>> noon = dt.datetime(2025, 10, 5, 12)
    >>> [is_minute(TimeInterval(text=t, start=noon, end=noon + _MINUTE), dt.UTC) for t in ("at noon", "at 12.00")]
    [False, True]
    """
    return length_of(interval, zone) <= _MINUTE and not _read_named(interval)


def _read_named(interval: TimeInterval) -> str:
    """The word for a time of day that stands alone: "midnight", "noon"; empty where a number says more."""
    words = interval.text.casefold().split()
    numbered = any(character.isdigit() for character in interval.text)
    return "" if numbered else next((word for word in words if word in _NAMED), "")


def _edge(moment: dt.datetime, *, common: int | None) -> str:
    return (
        day_words(moment, common=common)
        if moment.time() == dt.time.min
        else moment_words(moment, common=common)
    )
