"""The zones that follow a clock time: "GMT", "UTC+3", "+04:30", "local time", "Eastern time" (room: brains).

Fixed offsets only. A name that stands for zones far apart ("IST", "CST", "BST") and a city's time ("Kabul time") are
named but not looked up; a name with summer time ("ET") covers both of its offsets.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from counterclaim.text.times.words import glued, word_at
from counterclaim.text.tokens import Token

_LAST_MINUTE: Final = 59
_FURTHEST: Final = 14  # hours from UTC


class Zone(NamedTuple):
    """Lowest and highest offset from UTC in minutes that the zone words allow; both None where not known.

    `named` marks a zone that is named but not looked up ("Kabul time", "IST").
    """

    low: int | None
    high: int | None
    named: bool = False


LOCAL: Final = Zone(None, None)
_ELSEWHERE: Final = Zone(None, None, named=True)
_ZONES: Final = {
    **{name: Zone(0, 0) for name in ("UTC", "GMT", "Z")},
    **{
        name: Zone(60 * hours, 60 * hours)
        for name, hours in (("CET", 1), ("CEST", 2), ("EET", 2), ("EEST", 3))
    },
    **{
        name: Zone(60 * hours, 60 * hours) for name, hours in (("MSK", 3), ("PKT", 5), ("JST", 9), ("KST", 9))
    },
    **{
        name: Zone(60 * hours, 60 * hours)
        for name, hours in (("SGT", 8), ("HKT", 8), ("AEST", 10), ("AEDT", 11))
    },
    **{
        name: Zone(60 * hours, 60 * hours)
        for name, hours in (("EST", -5), ("EDT", -4), ("CDT", -5), ("MST", -7))
    },
    **{name: Zone(60 * hours, 60 * hours) for name, hours in (("MDT", -6), ("PST", -8), ("PDT", -7))},
    "AFT": Zone(270, 270),
    "NPT": Zone(345, 345),
    "ET": Zone(-300, -240),
    "PT": Zone(-480, -420),
    **dict.fromkeys(("IST", "CST", "BST", "CT", "MT", "AST"), _ELSEWHERE),
}
_AMERICAN: Final = {"eastern": -5, "central": -6, "mountain": -7, "pacific": -8}


def read_zone(words: Sequence[Token], index: int) -> tuple[Zone, int] | None:
    """Read the zone at `index`, in brackets or not; with it, the index after it.

    >>> from counterclaim.text.tokens import tokenize
    >>> read_zone(tokenize("UTC+5:30"), 0)
    (Zone(low=330, high=330, named=False), 5)
    """
    if index >= len(words):
        return None
    if word_at(words, index) == "(" and word_at(words, index + 1) != "(":
        inner = read_zone(words, index + 1)
        return (inner[0], inner[1] + 1) if inner and word_at(words, inner[1]) == ")" else None
    name = words[index].text
    if name in ("+", "-") and glued(words, index):
        # "+04:30" or "+0430"; the "-5" of "9 a.m.-5 p.m." is the end of a range
        full = len(word_at(words, index + 1)) == len("0430") or minutes_follow(words, index + 2)
        return _read_offset(words, index) if full else None
    if name in ("UTC", "GMT") and glued(words, index + 1) and word_at(words, index + 1) in ("+", "-"):
        return _read_offset(words, index + 1)
    if name in _ZONES:
        return _ZONES[name], index + 1
    return _read_named_zone(words, index)


def _read_named_zone(words: Sequence[Token], index: int) -> tuple[Zone, int] | None:
    name, form, noun = (word_at(words, index + step) for step in range(3))
    if name == "local" or (words[index].text[0].isupper() and form == "time" and name not in _AMERICAN):
        zone = LOCAL if name == "local" else _ELSEWHERE
        return (zone, index + 2) if form in ("time", "hours") else None
    if name not in _AMERICAN:
        return None
    standard = 60 * _AMERICAN[name]
    if form == "time":
        return Zone(standard, standard + 60), index + 2
    if form in ("standard", "daylight") and noun == "time":
        exact = standard + 60 * (form == "daylight")
        return Zone(exact, exact), index + 3
    return None


def _read_offset(words: Sequence[Token], index: int) -> tuple[Zone, int] | None:
    digits = word_at(words, index + 1)
    if not digits.isdecimal() or not glued(words, index + 1) or len(digits) > len("0000"):
        return None
    after = index + 2
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > len("00") else (int(digits), 0)
    if len(digits) <= len("00") and minutes_follow(words, after):
        minutes, after = int(word_at(words, after + 1)), after + 2
    if hours > _FURTHEST or minutes > _LAST_MINUTE:
        return None
    offset = (60 * hours + minutes) * (-1 if word_at(words, index) == "-" else 1)
    return Zone(offset, offset), after


def minutes_follow(words: Sequence[Token], index: int) -> bool:
    """Whether a colon and two digits stand at `index` without spaces: the minutes of "2:17".

    >>> from counterclaim.text.tokens import tokenize
    >>> minutes_follow(tokenize("2:17"), 1), minutes_follow(tokenize("2: 17"), 1)
    (True, False)
    """
    digits = word_at(words, index + 1)
    contiguous = glued(words, index) and glued(words, index + 1)
    return word_at(words, index) == ":" and contiguous and digits.isdecimal() and len(digits) == len("00")
