"""What the clock words of a text say: hours, minutes, zones (room: brains).

Only the reading of words lives here; which day a clock time falls on is decided in `intervals`. A reading keeps every
minute of the day that the words allow: "ten past one" is 01:10 or 13:10, "midnight" is the start or the end of its
day.
"""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from counterclaim.text.times.words import glued, number_at, word_at
from counterclaim.text.times.zones import LOCAL, Zone, minutes_follow, read_zone
from counterclaim.text.tokens import Token

NOON: Final = 12 * 60
DAY: Final = 24 * 60
_LAST_HOUR: Final = 24
_LAST_MINUTE: Final = 59
_NAMED: Final = {"noon": (NOON,), "midday": (NOON,), "midnight": (0, DAY)}
_MERIDIEMS: Final = {"am": 0, "pm": NOON}
_DASHES: Final = frozenset("-–")
_JOINTS: Final = frozenset({"and", "to", "until", *_DASHES})
# Words after which a bare "nine" or "2.17" can be a time of day.
_CUES: Final = frozenset({"at", "until", "till"})
_WEAK_CUES: Final = frozenset({"by", "around", "about", "before", "after", "since", "from"})
_NEAR: Final = frozenset({"shortly", "just", "soon"})
# "put the toll at nine": in such a sentence "at nine" is a count.
_STATES: Final = frozenset(("was", "is", "it's"))  # "it was nine in the morning"
_COUNTING: Final = frozenset(
    (
        "put puts putting stood stands standing remained remains estimated estimates toll tally number count "
        "figure total valued priced capped rate price traded shares aged odds index"
    ).split()
)
_COUNTING_REACH: Final = 12
_PART_NOUNS: Final = frozenset({"morning", "afternoon", "evening", "night", "small", "early"})
_DAY_WORDS: Final = frozenset({"today", "yesterday", "tomorrow", "tonight", "this", "that", "last"})
_AFTER_HOUR: Final = frozenset({"and", "but", "when", "while", "as", "local", "sharp", *',.;)”"!?'})


class Clock(NamedTuple):
    """A time of day as worded: the minutes after 00:00 it may mean, its zone, the last minute of a range.

    `zone` is None where none is said and `LOCAL` for "local time".
    """

    minutes: tuple[int, ...]
    zone: Zone | None = None
    until: int | None = None


def read_clock(words: Sequence[Token], index: int) -> tuple[Clock, int] | None:
    """Read the time of day that starts at `index`; with it, the index of the first word after it.

    >>> from counterclaim.text.tokens import tokenize
    >>> read_clock(tokenize("2.17 a.m. UTC"), 0)
    (Clock(minutes=(137,), zone=Zone(low=0, high=0, named=False), until=None), 6)
    """
    found = _read_range(words, index) or _read_face(words, index)
    if found is None:
        return None
    clock, after = found
    zone = read_zone(words, after)
    if zone is not None:
        clock, after = _settle(clock._replace(zone=zone[0]), words[index].text), zone[1]
    return clock, after


def _settle(clock: Clock, face: str) -> Clock:
    """A clock with a zone of its own and two-digit hours is a 24-hour clock ("10:30 GMT")."""
    around_the_clock = clock.zone not in (None, LOCAL) and len(face) > 1 and face[:2].isdecimal()
    return clock._replace(minutes=clock.minutes[:1]) if around_the_clock else clock


def _read_face(words: Sequence[Token], index: int) -> tuple[Clock, int] | None:
    named = _NAMED.get(word_at(words, index))
    if named is not None:
        return Clock(named), index + 1
    if words[index].text[0].isdecimal():
        return _read_digits(words, index) or _read_spoken(words, index)
    return _read_spoken(words, index)


def _allowed(hour: int, minute: int, meridiem: int | None) -> tuple[int, ...]:
    """Minutes of the day that an hour from 1 to 12 may mean; from 13 on, and for 0, the clock has 24 hours."""
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return ()
    if hour == 0 or hour > NOON // 60 or (hour == NOON // 60 and meridiem is None):
        return (60 * hour + minute,) if 60 * hour + minute <= DAY else ()
    morning = 60 * (hour % 12) + minute
    return (morning, morning + NOON) if meridiem is None else (morning + meridiem,)


def _read_meridiem(words: Sequence[Token], index: int) -> tuple[int, int] | None:
    half = _MERIDIEMS.get(word_at(words, index))
    if half is not None:
        return half, index + 1
    letters = "".join(word_at(words, place) for place in range(index, index + 3))
    if letters not in ("a.m", "p.m") or not glued(words, index + 2):
        return None
    dotted = word_at(words, index + 3) == "." and glued(words, index + 3)
    return _MERIDIEMS[letters.replace(".", "")], index + 3 + dotted


_Style = Literal["hour", "dot", "colon", "four"]


def _split_face(words: Sequence[Token], index: int) -> tuple[int, int, int, _Style] | None:
    """Hour, minute, the index after them, and how they are written."""
    face = word_at(words, index)
    minutes = word_at(words, index + 2)
    if minutes_follow(words, index + 1) and len(face) <= len("00") and face.isdecimal():
        seconds = minutes_follow(words, index + 3)
        return int(face), int(minutes), index + (5 if seconds else 3), "colon"
    if face.isdecimal() and len(face) <= len("00"):
        return int(face), 0, index + 1, "hour"
    if face.isdecimal() and len(face) == len("0000"):
        return int(face[:2]), int(face[2:]), index + 1, "four"
    hour, _, minute = face.partition(".")
    if hour.isdecimal() and minute.isdecimal() and len(hour) <= len("00") and len(minute) == len("00"):
        return int(hour), int(minute), index + 1, "dot"
    return None


def _read_digits(words: Sequence[Token], index: int) -> tuple[Clock, int] | None:
    split = _split_face(words, index)
    if split is None:
        return None
    hour, minute, after, style = split
    meridiem = None if style == "four" else _read_meridiem(words, after)
    if meridiem is not None:
        minutes = _allowed(hour, minute, meridiem[0])
        return (Clock(minutes), meridiem[1]) if minutes else None
    minutes = _allowed(hour, minute, None)
    if style == "four" or words[index].text.startswith("0") or word_at(words, index - 1) == "t":
        minutes = minutes[:1]
    if not minutes or not _is_time(words, index, after=after, style=style):
        return None
    if word_at(words, after) == "o'clock":
        return _read_oclock(words, hour, after + 1)
    return Clock(minutes), after + (style == "four" and word_at(words, after) in ("hours", "hrs"))


def _read_oclock(words: Sequence[Token], hour: int, after: int) -> tuple[Clock, int]:
    half, after = _read_meridiem(words, after) or (None, after)
    return Clock(_allowed(hour, 0, half)), after


def _is_time(words: Sequence[Token], index: int, *, after: int, style: _Style) -> bool:
    """Whether digits without a.m. or p.m. are a time: "at 6.40", "0217 GMT", not a magnitude of 6.40."""
    zoned = word_at(words, after) not in ("+", "-") and read_zone(words, after) is not None
    if style == "colon" or zoned:
        return style != "hour" or word_at(words, after) == "local"
    if style == "four":
        return word_at(words, after) in ("hours", "hrs") and word_at(words, index - 1) in _CUES | _WEAK_CUES
    return word_at(words, after) == "o'clock" or _is_bare_time(words, index, after=after)


def _read_spoken(words: Sequence[Token], index: int) -> tuple[Clock, int] | None:
    """Times in words: "a quarter past eleven", "ten to three", "two o'clock", "seven thirty p.m.", "at nine"."""
    return _read_past_or_to(words, index) or _read_spoken_hour(words, index)


def _read_past_or_to(words: Sequence[Token], index: int) -> tuple[Clock, int] | None:
    place = index + (word_at(words, index) == "a")
    minute = {"half": 30, "quarter": 15}.get(word_at(words, place), number_at(words, place))
    named = word_at(words, place + 1) in ("minutes", "minute")
    side = place + 1 + named
    if named and word_at(words, side) in ("past", "to") and word_at(words, side + 1) in _NAMED:
        return _shift(_NAMED[word_at(words, side + 1)], words, side=side, minute=minute), side + 2
    hour = number_at(words, side + 1)
    sure = named or word_at(words, place) in ("half", "quarter") or word_at(words, side) == "past"
    if minute is None or hour is None or not 1 <= hour <= NOON // 60 or minute > _LAST_MINUTE:
        return None
    cued = word_at(words, index - 1) in (_CUES | _WEAK_CUES) - {"from"}  # "from 11 to 9" is a range
    if word_at(words, side) not in ("past", "to") or not (sure or cued):
        return None
    after = side + 2 + (word_at(words, side + 2) == "o'clock")
    meridiem = _read_meridiem(words, after)
    minutes = _allowed(hour, 0, meridiem[0] if meridiem else None)
    return _shift(minutes, words, side=side, minute=minute), meridiem[1] if meridiem else after


def _shift(minutes: tuple[int, ...], words: Sequence[Token], *, side: int, minute: int | None) -> Clock:
    """The clock so many minutes past or to the full hours."""
    shift = (minute or 0) * (1 if word_at(words, side) == "past" else -1)
    return Clock(tuple(dict.fromkeys((start + shift) % DAY for start in minutes)))


def _read_spoken_hour(words: Sequence[Token], index: int) -> tuple[Clock, int] | None:
    hour = number_at(words, index)
    if hour is None or not 1 <= hour <= NOON // 60 or word_at(words, index).isdecimal():
        return None
    minute = number_at(words, index + 1)
    after = index + 1 + (minute is not None)
    meridiem = _read_meridiem(words, after)
    if meridiem is not None:
        minutes = _allowed(hour, minute or 0, meridiem[0])
        return (Clock(minutes), meridiem[1]) if minutes else None
    if word_at(words, index + 1) == "o'clock":
        return _read_oclock(words, hour, index + 2)
    if _is_bare_time(words, index, after=index + 1):
        return Clock(_allowed(hour, 0, None)), index + 1
    return None


def _is_bare_time(words: Sequence[Token], index: int, *, after: int) -> bool:
    """Whether a number with nothing but its neighbours to go by is a time of day ("at nine on Monday")."""
    before = word_at(words, index - 1)
    if before in ("about", "around") and word_at(words, index - 2) in _CUES:
        before = "at"
    near = before in ("after", "before") and word_at(words, index - 2) in _NEAR
    if before not in _CUES | _WEAK_CUES:
        return before in _STATES and word_at(words, after) in ("in", "at") and _is_dated(words, after)
    if _counts(words, index):
        return False
    dated = _is_dated(words, after)
    closed = after >= len(words) or word_at(words, after) in _AFTER_HOUR
    return dated or ((before in _CUES or near) and closed)


def _counts(words: Sequence[Token], index: int) -> bool:
    """Whether the sentence before `index` speaks of figures, so that "at nine" is one."""
    for place in range(index - 1, max(-1, index - 1 - _COUNTING_REACH), -1):
        if words[place].text in (".", ";", ":"):
            return False
        if words[place].lower in _COUNTING:
            return True
    return False


def _is_dated(words: Sequence[Token], index: int) -> bool:
    """Whether a day or a part of the day follows: "on Monday", "in the morning", "this morning"."""
    first, second, third = (word_at(words, index + step) for step in range(3))
    if first == "in":
        return second == "the" and third in _PART_NOUNS
    if first == "on":
        return index + 1 < len(words) and (words[index + 1].text[0].isupper() or second[:1].isdecimal())
    return first in _DAY_WORDS or (first == "at" and second == "night") or first.endswith("day")


def _read_range(words: Sequence[Token], index: int) -> tuple[Clock, int] | None:
    """Ranges whose first hour borrows the second one's half of the day: "2-4 p.m.", "between 9 and 11 a.m."."""
    number = number_at(words, index)
    hour, minute, after, style = _split_face(words, index) or (number or -1, 0, index + 1, "hour")
    joint = word_at(words, after)
    if hour < 0 or style == "four" or joint not in _JOINTS or after + 1 >= len(words):
        return None
    if joint not in _DASHES and word_at(words, index - 1) not in ("between", "from"):
        return None
    last = _read_digits(words, after + 1) or _read_spoken_hour(words, after + 1)
    if last is None or len(last[0].minutes) > 1:
        return None
    end = last[0].minutes[0]
    allowed = _allowed(hour, minute, None)
    if not allowed:
        return None
    starts = [start for start in allowed if start < end]
    # "From 11 to 9 a.m." goes through the night.
    return Clock((max(starts or allowed),), until=end if starts else end + DAY), last[1]
