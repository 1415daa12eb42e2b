"""Which days the words for days and periods mean, given when the text was published (room: brains).

Choices that readers must know:

- A week runs from Monday to Sunday. "Next Friday" and "last Friday" are the Fridays of the next and the last week,
  as in British and most international copy. A plain weekday is the last such day before publication (publication
  day itself included), or the next one where the verb looks forward.
- A date without a year is the nearest one, or the nearest that its verb allows.
- Counted weeks, months and years ("three weeks ago") are round figures: the interval reaches half a unit to either
  side. "Two days ago" is exactly that day.
- A season without a year is not resolved, and one with a year is given the widest months of both hemispheres.
- Without a publication date only what carries its own year is resolved. Nothing is guessed.
"""

import datetime as dt
from typing import Final, Literal, NamedTuple, assert_never

from counterclaim.text.times.words import (
    Base,
    Date,
    DaySpec,
    Month,
    Period,
    Season,
    Shift,
    Unit,
    Unknown,
    Weekday,
    Window,
    Years,
)

Tense = Literal["past", "future"]
Interval = tuple[dt.datetime, dt.datetime]

_WEEK: Final = 7
_SATURDAY: Final = 5
_SUNDAY: Final = 6
_YEAR_MONTHS: Final = 12
_DECADE: Final = 10
_HALF_MONTH: Final = 15
_HALF_YEAR: Final = 183
_HALF_WEEK: Final = 3
_OPEN_DAYS: Final = 400 * 366  # "999999 days ago" is not a date of news


class Setting(NamedTuple):
    """What a time is relative to.

    `published` is the day of publication, `moment` its wall-clock time (the end of the day where only the day is
    known, and then `exact` is False). `mentioned` is the last time named before; `scene` the last one that dates
    what is told rather than who said it when, `near` if it was in the same paragraph. `base` is the day from which a "would" looks forward.
    """

    published: dt.date | None = None
    moment: dt.datetime | None = None
    exact: bool = False
    tense: Tense | None = None
    mentioned: Interval | None = None
    scene: Interval | None = None
    near: bool = True
    base: dt.date | None = None


def resolve_day(spec: DaySpec, setting: Setting, weekday: int | None = None) -> Interval | None:
    """The half-open interval of local time that `spec` stands for, or None where the words do not fix it.

    `weekday` (Monday = 0) is the weekday named beside a date; it helps to choose the year.

    >>> resolve_day(Weekday(5), Setting(published=dt.date(2025, 10, 12)))
    (datetime.datetime(2025, 10, 11, 0, 0), datetime.datetime(2025, 10, 12, 0, 0))
    """
    interval: Interval | None = None
    match spec:
        case Weekday():
            interval = _resolve_weekday(spec, setting)
        case Date():
            interval = _resolve_date(spec, setting, weekday)
        case Month():
            interval = _resolve_month(spec, setting)
        case Shift():
            interval = _resolve_shift(spec, setting)
        case Period():
            interval = _resolve_period(spec, setting)
        case Window():
            interval = _resolve_window(spec, setting)
        case Years() | Season() | Unknown():
            interval = _resolve_years(spec)
        case _:
            assert_never(spec)
    return interval


def _between(start: dt.date | None, end: dt.date | None) -> Interval | None:
    if start is None or end is None or start >= end:
        return None
    return dt.datetime.combine(start, dt.time()), dt.datetime.combine(end, dt.time())


def _move(day: dt.date, days: int) -> dt.date | None:
    """The date `days` later, or None beyond the years that dates can hold."""
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= dt.date.max.toordinal() else None


def _span(day: dt.date, first: int, after: int) -> Interval | None:
    """The interval from `first` days after `day` to `after` days after it."""
    return _between(_move(day, first), _move(day, after)) if abs(first) < _OPEN_DAYS else None


def _month_start(year: int, month: int) -> dt.date | None:
    """The first day of a month; months count on beyond December and back before January."""
    year, month = year + (month - 1) // _YEAR_MONTHS, (month - 1) % _YEAR_MONTHS + 1
    return dt.date(year, month, 1) if dt.MINYEAR <= year <= dt.MAXYEAR else None


def _make_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _resolve_years(spec: Years | Season | Unknown) -> Interval | None:
    """What needs no publication date, or cannot be resolved with one."""
    if isinstance(spec, Years):
        return _between(_month_start(spec.first, 1), _month_start(spec.last + 1, 1))
    return None if isinstance(spec, Unknown) else _resolve_season(spec)


def _resolve_season(season: Season) -> Interval | None:
    if season.year is None:
        return None
    # Winter of the north and summer of the south reach over the turn of the year, on either side of it.
    margin = season.name in ("winter", "summer")
    return _between(
        _month_start(season.year, -1 if margin else 1), _month_start(season.year + 1, 4 if margin else 1)
    )


def _resolve_weekday(spec: Weekday, setting: Setting) -> Interval | None:
    day = setting.published
    if day is None:
        return None
    if spec.which is None:
        return _resolve_plain_weekday(spec, setting, day)
    back, ahead = (day.weekday() - spec.number) % _WEEK, (spec.number - day.weekday()) % _WEEK
    in_week = spec.number - day.weekday()
    step = {
        "last": in_week - _WEEK,
        "next": in_week + _WEEK,
        "past": -(back or _WEEK),
        "coming": ahead or _WEEK,
        "this": ahead if setting.tense == "future" else in_week,
    }[spec.which]
    return _span(day, step, step + 1)


def _resolve_plain_weekday(spec: Weekday, setting: Setting, day: dt.date) -> Interval | None:
    if setting.tense == "future":
        start = setting.base or day
        step = (spec.number - start.weekday()) % _WEEK
        return _span(start, step, step + 1)
    back = (day.weekday() - spec.number) % _WEEK
    return _span(day, -back, 1 - back)


def _resolve_date(spec: Date, setting: Setting, weekday: int | None) -> Interval | None:
    published = setting.published
    year = spec.year
    if spec.year_step is not None and published is not None:
        year = published.year + spec.year_step
    if year is None or spec.month is None:
        first = _choose_date(spec, setting, weekday)
    else:
        first = _make_date(year, spec.month, spec.day)
    if first is None:
        return None
    last = _make_date(first.year, first.month, spec.until) if spec.until else first
    return _span(first, 0, (last - first).days + 1) if last else None


def _choose_date(spec: Date, setting: Setting, weekday: int | None) -> dt.date | None:
    """The date nearest to the publication that the verb, and the weekday named beside it, allow."""
    published = setting.published
    if published is None:
        return None
    firsts = [_month_start(published.year, published.month + step) for step in range(-18, 19)]
    months = [first for first in firsts if first and spec.month in (None, first.month)]
    dates = [day for first in months if (day := _make_date(first.year, first.month, spec.day))]
    if weekday is not None:
        dates = [day for day in dates if day.weekday() == weekday] or dates
    if setting.tense == "future":
        dates = [day for day in dates if day >= published] or dates
    elif setting.tense == "past":
        dates = [day for day in dates if day <= published] or dates
    return min(dates, key=lambda day: abs(day - published)) if dates else None


def _resolve_month(spec: Month, setting: Setting) -> Interval | None:
    day = setting.published
    year = spec.year
    if spec.year_step is not None and day is not None:
        year = day.year + spec.year_step
    if year is not None:
        return _between(_month_start(year, spec.number), _month_start(year, spec.number + 1))
    if day is None:
        return None
    ahead, back = (spec.number - day.month) % _YEAR_MONTHS, (day.month - spec.number) % _YEAR_MONTHS
    nearest = ahead if ahead < back else -back
    step = {
        "last": -(back or _YEAR_MONTHS),
        "past": -(back or _YEAR_MONTHS),
        "next": ahead or _YEAR_MONTHS,
        "coming": ahead or _YEAR_MONTHS,
        "this": spec.number - day.month,
        None: {"past": -back, "future": ahead, None: nearest}[setting.tense],
    }[spec.which]
    month = day.month + step
    return _between(_month_start(day.year, month), _month_start(day.year, month + 1))


def _base_day(base: Base, setting: Setting) -> dt.date | None:
    """The day that "earlier" and "ago" count from; without a time mentioned before, the publication."""
    if base == "reference" and setting.mentioned is not None:
        return setting.mentioned[0].date()
    return setting.published


def _resolve_shift(spec: Shift, setting: Setting) -> Interval | None:
    day = _base_day(spec.base, setting)
    if spec.unit in ("hour", "minute"):
        return _resolve_clock_shift(spec, setting)
    if day is None or abs(spec.amount) > _OPEN_DAYS:
        return None
    if spec.unit == "day":
        return _span(day, spec.amount, spec.amount + 1)
    if spec.unit == "week":
        middle = spec.amount * _WEEK
        return _span(day, middle - _HALF_WEEK, middle + _HALF_WEEK + 1)
    middle_day = _same_day_of_month(day, spec.amount * (_YEAR_MONTHS if spec.unit == "year" else 1))
    half = _HALF_YEAR if spec.unit == "year" else _HALF_MONTH
    return _span(middle_day, -half, half + 1) if middle_day else None


def _same_day_of_month(day: dt.date, months: int) -> dt.date | None:
    first = _month_start(day.year, day.month + months)
    return _move(first, min(day.day, 28) - 1) if first else None


def _resolve_clock_shift(spec: Shift, setting: Setting) -> Interval | None:
    """Hours and minutes count only from a time known to the hour: "three hours ago" in a dated article is open."""
    origin = setting.moment if setting.exact else None
    if spec.base == "reference":
        mentioned = setting.mentioned
        precise = mentioned is not None and mentioned[1] - mentioned[0] <= dt.timedelta(hours=1)
        origin = mentioned[0] if mentioned and precise else None
    if origin is None or abs(spec.amount) > _OPEN_DAYS:
        return None
    step, margin = (60, 30) if spec.unit == "hour" else (1, 5)
    middle = origin + dt.timedelta(minutes=step * spec.amount)
    return middle - dt.timedelta(minutes=margin), middle + dt.timedelta(minutes=margin)


def _resolve_period(spec: Period, setting: Setting) -> Interval | None:
    day = _base_day(spec.base, setting)
    if day is None:
        return None
    if spec.unit == "week":
        return _resolve_week(spec, setting, day)
    if spec.unit == "weekend":
        return _resolve_weekend(spec, setting, day)
    if spec.unit == "month":
        month = day.month + spec.step
        return _between(_month_start(day.year, month), _month_start(day.year, month + 1))
    length = {"year": 1, "decade": _DECADE}.get(spec.unit)
    if length is None:
        return None  # the quarters of a firm's year are its own
    first = day.year - day.year % length + spec.step * length
    return _between(_month_start(first, 1), _month_start(first + length, 1))


def _resolve_week(spec: Period, setting: Setting, day: dt.date) -> Interval | None:
    monday = -day.weekday() + _WEEK * spec.step
    if spec.step == 0 and day.weekday() == _SUNDAY and setting.tense == "future":
        return _span(day, 0, _WEEK + 1)  # on a Sunday "will stay shut this week" looks at the week ahead
    return _span(day, monday, monday + _WEEK)


def _resolve_weekend(spec: Period, setting: Setting, day: dt.date) -> Interval | None:
    saturday = _SATURDAY - day.weekday() + _WEEK * spec.step
    if spec.step == 0 and saturday > 0 and setting.tense == "past":
        saturday -= _WEEK
    return _span(day, saturday, saturday + 2)


_WINDOW_DAYS: Final[dict[Unit, int]] = {
    "day": 1,
    "week": _WEEK,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "decade": 3660,
}


def _resolve_window(spec: Window, setting: Setting) -> Interval | None:
    """Up to the publication or from it on; hours by the clock where the publication has one."""
    day = setting.published
    if day is None or abs(spec.amount) > _OPEN_DAYS:
        return None
    if spec.unit in ("hour", "minute"):
        length = spec.amount * (60 if spec.unit == "hour" else 1)
        if setting.exact and setting.moment:
            edge = setting.moment + dt.timedelta(minutes=length)
            return min(edge, setting.moment), max(edge, setting.moment)
        days = length // (60 * 24) if spec.amount < 0 else -(-length // (60 * 24))
    else:
        days = spec.amount * _WINDOW_DAYS[spec.unit]
    return _span(day, days, 1) if spec.amount < 0 else _span(day, 0, days + 1)
