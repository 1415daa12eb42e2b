"""The interval that a whole time phrase stands for: day, part of the day, clock, preposition, zone (room: brains).

Parts of the day are wide on purpose: two accounts may be called contradictory only if no reader of either could
mean the time of the other. `_PARTS` gives the limits and why. A clock time without a.m. or p.m., and "midnight"
(the start or the end of its day), keep every reading that the words, the part of the day and the verb allow; where
several stay, the interval reaches from the first to the last.

Zones: a phrase without one takes the publication's offset. "Local time" does too, unless that offset is zero: a
newsroom that publishes in UTC is seldom where the event was, so the zone stays unknown. "Kabul time" and ambiguous
names ("IST") are local to a zone we do not look up. A name with summer time ("ET") covers both of its offsets.
"""

import datetime as dt
from typing import Final, Literal, NamedTuple, assert_never

from counterclaim.text.times.almanac import Interval, Setting, resolve_day
from counterclaim.text.times.clock import DAY, Clock
from counterclaim.text.times.words import Date, DaySpec, Period, Shift
from counterclaim.text.times.zones import Zone

Relation = Literal["at", "by", "since", "until", "before", "after", "during"]
Bounds = tuple[dt.datetime | None, dt.datetime | None]

# Hours after the midnight that begins the day.
_PARTS: Final = {
    "small hours": (0, 6),
    "pre-dawn": (0, 8),  # until the latest winter sunrise of inhabited latitudes
    "dawn": (3, 9),  # sunrise by season and latitude
    "morning": (0, 12),  # news writes "Sunday morning" and "two in the morning" of the small hours too
    "mid-morning": (8, 12),
    "lunchtime": (11, 15),
    "afternoon": (12, 18),
    "mid-afternoon": (14, 17),
    "dusk": (15, 23),  # sunset by season and latitude
    "evening": (17, 24),  # from the end of office hours
    "mid-evening": (18, 22),
    "night": (18, 30),  # from the evening to the next morning: "Saturday night" often means Sunday 02:00
    "tonight": (17, 30),
}
# Where halving the part would miss what is meant: "late on Saturday night" begins before midnight.
_PART_PORTIONS: Final = {
    ("night", "early"): (18, 23),
    ("night", "late"): (20, 30),
    ("morning", "early"): (0, 9),
    ("morning", "late"): (9, 12),
}
_SAME_AS: Final = {"sunrise": "dawn", "daybreak": "dawn", "sunset": "dusk", "nightfall": "dusk"}
# "Early on Monday" reaches from midnight into the working morning, "late on Sunday" from the afternoon on.
_DAY_PORTIONS: Final = {"early": (0, 10), "start": (0, 10), "mid": (9, 16), "late": (16, 24), "end": (16, 24)}
# Halves and thirds of a part or period, generous at their edges: nobody says where "early October" ends.
_PORTIONS: Final = {
    "early": (0.0, 0.5),
    "start": (0.0, 0.34),
    "mid": (0.25, 0.75),
    "late": (0.5, 1.0),
    "end": (0.66, 1.0),
}
_MINUTE: Final = dt.timedelta(minutes=1)
_NEAR: Final = dt.timedelta(minutes=30)  # how far "shortly after" reaches
_ONE_DAY: Final = dt.timedelta(days=1)
_EVENING: Final = dt.timedelta(hours=6)  # the night begins so long before midnight
_MORNING: Final = dt.timedelta(hours=6)  # and ends so long after it
_MIDNIGHT: Final = (0, DAY)
_THAT_DAY: Final = Shift(0, "day", "reference")  # of "that night"
_EASTERNMOST: Final = 13 * 60  # beyond it lie more people to the west of UTC than to the east


class Phrase(NamedTuple):
    """One time phrase, its words sorted into slots. `start` and `end` are offsets into the text.

    `week` is "of", "beginning" or "ending" for the week that a date names ("the week ending 5 October").
    """

    start: int
    end: int
    relation: Relation = "at"
    near: bool = False
    approximate: bool = False
    day: DaySpec | None = None
    weekday: int | None = None
    portion: str | None = None
    part: str | None = None
    clock: Clock | None = None
    other_clock: Clock | None = None
    week: str = ""

    @property
    def names_range(self) -> bool:
        """Whether the words name both ends: "9-11 October", "2-4 p.m."."""
        days = isinstance(self.day, Date) and self.day.until is not None
        return (self.clock is not None and self.clock.until is not None) or (days and self.part is None)


class Place(NamedTuple):
    """Where a phrase lies: its closed interval of wall-clock time before the preposition, and its zone."""

    interval: Interval
    zone: Zone | None = None


def locate(phrase: Phrase, setting: Setting, offset: int | None = None) -> Place | None:
    """Find the wall-clock interval of `phrase`, its preposition aside; None where the words do not fix it.

    `offset` is the publication's distance from UTC in minutes; it tells what was still to come when a time is given
    in another zone.

    >>> from counterclaim.text.times.words import Weekday
    >>> sunday = Setting(dt.date(2025, 10, 12), dt.datetime(2025, 10, 12, 20))
    >>> locate(Phrase(0, 14, day=Weekday(5), part="night"), sunday).interval
    (datetime.datetime(2025, 10, 11, 18, 0), datetime.datetime(2025, 10, 12, 6, 0))
    """
    if phrase.clock is not None:
        return _locate_clock(phrase, phrase.clock, setting, offset)
    interval = _locate_day(phrase, setting)
    return Place(interval) if interval else None


def bound(place: Place, phrase: Phrase) -> Bounds:
    """The sides that the preposition leaves: "by noon" has no start, "since 2019" no end.

    >>> noon = dt.datetime(2025, 10, 12, 12)
    >>> bound(Place((noon, noon + _MINUTE)), Phrase(0, 7, relation="by", clock=Clock((720,))))
    (None, datetime.datetime(2025, 10, 12, 12, 0))
    """
    start, end = place.interval
    # A clock time is a point: what lies before it ends there, not a minute later.
    point = end - _MINUTE if phrase.clock and phrase.clock.until is None else end
    if phrase.near:
        reach = _NEAR if phrase.clock or phrase.part else _ONE_DAY
        return (start, point + reach) if phrase.relation == "after" else (start - reach, point)
    if phrase.approximate:
        margin = _NEAR if phrase.clock or phrase.part else (end - start) / 2
        start, end, point = start - margin, end + margin, point + margin
    sharp = phrase.clock is not None or phrase.part is not None
    bounds: Bounds = (None, None)
    match phrase.relation:
        case "by" | "until":
            bounds = (None, point)
        case "since":
            bounds = (start, None)
        case "before":
            bounds = (None, point if sharp else start)
        case "after":
            bounds = (start if sharp else end, None)
        case "at" | "during":
            bounds = (start, end)
        case _:
            assert_never(phrase.relation)
    return bounds


def fix_zone(bounds: Bounds, zone: Zone | None, offset: int | None) -> Bounds:
    """Give the bounds their offset: the phrase's own, else the publication's (in minutes), else none.

    >>> fix_zone((dt.datetime(2025, 10, 12, 8), None), Zone(-300, -240), None)[0].isoformat()
    '2025-10-12T08:00:00-04:00'
    """
    low = high = offset
    if zone is not None:
        local = None if zone.named or not offset else offset
        low, high = (local, local) if zone.low is None else (zone.low, zone.high)
    # The eastern offset comes first in time, so it bounds the start.
    return _give_offset(bounds[0], high), _give_offset(bounds[1], low)


def _give_offset(moment: dt.datetime | None, offset: int | None) -> dt.datetime | None:
    if moment is None or offset is None:
        return moment
    return moment.replace(tzinfo=dt.timezone(dt.timedelta(minutes=offset)))


def _locate_day(phrase: Phrase, setting: Setting) -> Interval | None:
    """The interval of a phrase without its clock time."""
    if phrase.day is None:
        return _locate_bare_part(phrase, setting)
    interval = resolve_day(phrase.day, setting, phrase.weekday)
    if interval is None:
        return None
    if phrase.part:
        part = _cut_part(interval, phrase)
        return _step_back(part, phrase, setting) if phrase.day == _THAT_DAY else part
    if phrase.week:
        interval = _widen_to_week(interval, phrase.week)
    return _cut_portion(interval, phrase, setting) if phrase.portion else interval


def _cut_part(interval: Interval, phrase: Phrase) -> Interval:
    """The part of the day, from the first day of the interval to the last: "the night of 11-12 October"."""
    start, end = interval
    if phrase.part == "overnight":
        return start - _EVENING, end + _MORNING  # "overnight on Saturday": the night before or the one after
    name = _SAME_AS.get(phrase.part or "", phrase.part or "")
    special = _PART_PORTIONS.get((name, phrase.portion or ""))
    first, last = (dt.timedelta(hours=hour) for hour in special or _PARTS[name])
    last_day = end - _ONE_DAY
    if name == "night" and last_day > start:
        last_day -= _ONE_DAY  # the night between two days ends on the second
    part = (start + first, last_day + last)
    return part if special else _take_portion(part, phrase.portion)


def _take_portion(interval: Interval, portion: str | None) -> Interval:
    if portion not in _PORTIONS:
        return interval
    start, end = interval
    low, high = _PORTIONS[portion]
    return start + low * (end - start), start + high * (end - start)


def _widen_to_week(interval: Interval, word: str) -> Interval:
    """The week that ends or begins with a day; "the week of 8 October" may begin on that day or hold it."""
    start, end = interval
    if word == "ending":
        return end - 7 * _ONE_DAY, end
    return start - dt.timedelta(days=start.weekday() if word == "of" else 0), start + 7 * _ONE_DAY


def _cut_portion(interval: Interval, phrase: Phrase, setting: Setting) -> Interval:
    """The portion of a day ("late on Sunday") or period ("early October", "later this week")."""
    start, end = interval
    portion = phrase.portion or ""
    if portion in ("earlier", "later"):
        now = setting.moment
        told = isinstance(phrase.day, Shift | Period) and phrase.day.base == "reference"
        if now is None or told or not start < now < end:
            return interval
        return (start, now) if portion == "earlier" else (now, end)
    if end - start == _ONE_DAY:
        low, high = (dt.timedelta(hours=hour) for hour in _DAY_PORTIONS[portion])
        return start + low, start + high
    low_day, high_day = _take_portion(interval, portion)
    whole = dt.timedelta() if high_day.time() == dt.time() else _ONE_DAY
    return _midnight(low_day), _midnight(high_day) + whole


def _midnight(moment: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(moment, dt.time())


def _stages(setting: Setting) -> list[Interval]:
    """The days or parts of one on which the story may stand when a phrase names none.

    That is the scene, or without one the day of publication. Across a paragraph break it may be either.
    """
    published, scene = setting.published, setting.scene
    stages = []
    if scene is not None and scene[1] - scene[0] <= _ONE_DAY and not _is_beyond(scene, setting):
        stages.append(scene)
    if published is not None and not (stages and setting.near):
        start = dt.datetime.combine(published, dt.time())
        stages.append((start, start + _ONE_DAY))
    return stages


def _is_beyond(scene: Interval, setting: Setting) -> bool:
    """Whether the scene lies on the other side of the publication than the verb looks."""
    if setting.moment is None or setting.published is None or setting.tense is None:
        return False
    if setting.tense == "past":
        return scene[0] > setting.moment
    return scene[1].date() < setting.published


def _locate_bare_part(phrase: Phrase, setting: Setting) -> Interval | None:
    """A part of the day without a day: "in the night", "by mid-morning", "overnight"."""
    intervals = [_place_part(phrase, stage, setting) for stage in _stages(setting)]
    if not intervals:
        return None
    return min(start for start, _ in intervals), max(end for _, end in intervals)


def _place_part(phrase: Phrase, stage: Interval, setting: Setting) -> Interval:
    day = _midnight(stage[0])
    if (
        phrase.part == "overnight"
    ):  # the night before publication; within a story, the one before or after its day
        return day - _EVENING, day + _MORNING + (_ONE_DAY if stage == setting.scene else dt.timedelta())
    return _step_back(_cut_part((day, day + _ONE_DAY), phrase), phrase, setting)


def _step_back(interval: Interval, phrase: Phrase, setting: Setting) -> Interval:
    """A night is told when it is over; of the other parts it is enough that they have begun."""
    told = interval[1] if phrase.part == "night" else interval[0]
    if setting.moment is not None and setting.tense != "future" and told > setting.moment:
        return interval[0] - _ONE_DAY, interval[1] - _ONE_DAY
    return interval


def _locate_clock(phrase: Phrase, clock: Clock, setting: Setting, offset: int | None) -> Place | None:
    clock = _choose_midnight(clock, phrase)
    zone = clock.zone
    ahead = offset - zone.low if offset is not None and zone is not None and zone.low is not None else 0
    if phrase.day is None and phrase.part is None:
        shift = dt.timedelta(minutes=ahead)
        times = [time for stage in _stages(setting) for time in _times_on_stage(clock, stage, setting, shift)]
    else:
        window = _locate_day(phrase._replace(portion=None), setting)
        times = _times_of_day(clock, window, setting) if window else []
    if not times:
        return None
    last = max(times) + _MINUTE
    if clock.until is not None:
        last = max(times) + dt.timedelta(minutes=clock.until - clock.minutes[0])
    other = phrase.other_clock
    return Place((min(times), last), _infer_zone(clock, other) if other else zone)


def _choose_midnight(clock: Clock, phrase: Phrase) -> Clock:
    """What comes after midnight follows the start of the day named; what comes before it precedes the end."""
    if clock.minutes != _MIDNIGHT or phrase.day is None:
        return clock
    if phrase.relation in ("after", "since"):
        return clock if phrase.part else clock._replace(minutes=(0,))
    return clock._replace(minutes=(DAY,)) if phrase.relation in ("before", "by", "until") else clock


def _infer_zone(clock: Clock, other: Clock) -> Zone | None:
    """The zone of "6.47 a.m. (0117 GMT)": the difference of the two faces is the offset."""
    if other.zone is None or other.zone.low is None or len(clock.minutes) > 1 or len(other.minutes) > 1:
        return clock.zone
    offset = (clock.minutes[0] - other.minutes[0] + other.zone.low) % DAY
    offset -= DAY if offset > _EASTERNMOST else 0
    return Zone(offset, offset)


def _faces(clock: Clock, window: Interval) -> list[dt.datetime]:
    """The times of the window that show the clock's face; its very end only for midnight as the end of a day."""
    days = (window[1].date() - window[0].date()).days + 1
    midnight = _midnight(window[0])
    times = [midnight + (day * DAY + minute) * _MINUTE for day in range(days) for minute in clock.minutes]
    closed = DAY in clock.minutes and window[1].time() == dt.time()
    return [time for time in times if window[0] <= time < window[1] or (closed and time == window[1])]


def _times_of_day(clock: Clock, window: Interval, setting: Setting) -> list[dt.datetime]:
    if window[1] - window[0] > 2 * _ONE_DAY:
        return []  # "at nine on 9-12 October" has no day
    times = _faces(clock, window)
    if not times:  # "six in the afternoon": take the face nearest to the part of the day
        day = _midnight(window[0])
        times = _faces(clock, (day, day + _ONE_DAY))
        times = [min(times, key=lambda time: max(window[0] - time, time - window[1]))] if times else []
    return _prune(times, setting) or times


def _prune(
    times: list[dt.datetime], setting: Setting, ahead: dt.timedelta = dt.timedelta()
) -> list[dt.datetime]:
    """Leave out what the verb rules out: a past event does not lie after the publication."""
    now = setting.moment
    if now is None or setting.tense is None:
        return times
    if setting.tense == "past":
        return [time for time in times if time + ahead < now]
    return [time for time in times if time + ahead >= now] if setting.exact else times


def _times_on_stage(
    clock: Clock, stage: Interval, setting: Setting, ahead: dt.timedelta
) -> list[dt.datetime]:
    """Times of a clock named without a day, on the day the story stands on, or the next that the verb allows."""
    day = _midnight(stage[0])
    whole = (day, day + _ONE_DAY)
    for low, high in (stage, whole):
        window = (low - ahead, high - ahead)
        times = _prune(_faces(clock, window), setting, ahead)
        if times:
            return times
    step = _ONE_DAY if setting.tense == "future" else -_ONE_DAY
    return _faces(clock, (whole[0] + step - ahead, whole[1] + step - ahead))
