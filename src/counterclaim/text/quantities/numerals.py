"""Numerals: numbers written in digits, with separators, suffixes and slashes (room: brains).

Words after the digits ("3.5 lakh", "12 and a half") belong to `numbers`; what a number counts to `quantities`.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Literal, NamedTuple

from counterclaim.text.quantities.pieces import DASHES, Line, counts_something

NumberKind = Literal["cardinal", "ordinal", "fraction", "vague"]

SCALES = {
    "thousand": 1e3,
    "thousands": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "billion": 1e9,
    "billions": 1e9,
    "trillion": 1e12,
    "trillions": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lac": 1e5,
    "lacs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
}
SHORT_SCALES = {
    "k": 1e3,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "tln": 1e12,
    "cr": 1e7,
}
FRACTION_SIGNS = {
    sign: unicodedata.numeric(sign)
    for sign in ("½", "⅓", "⅔", "¼", "¾", "⅕", "⅖", "⅗", "⅘", "⅙", "⅚", "⅛", "⅜", "⅝", "⅞")
}
MINUS_SIGNS = frozenset("-−")
_MILLION, _BILLION, _TRILLION = 1e6, 1e9, 1e12
_LONGEST = 24  # characters; longer runs of digits are identifiers, and would only cost time
_LITERAL = re.compile(
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.(?P<part>\d+))?"
    r"|(?P<dotted>\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+(?=,)|\d+(?=,\d{1,2}\Z))(?:,(?P<cents>\d+))?"
)
_POWER = re.compile(r"[eE](?P<e>[-+−]?\d{1,2})\b|\s?[x×]\s?10\s?\^?(?P<ten>[-+−]?\d{1,2})\b")
_POWER_SIGNS = frozenset("ex×")
_GROUP = re.compile(r"\d{3}(?:\.\d+)?")
_GROUP_GAPS = frozenset("\u0020\u00a0\u202f\u2009")
_PARTS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 32, 40, 50, 64, 100, 1000))
_LENGTH_CUES = frozenset(
    "tall high long wide deep thick away above below apart x race sprint hurdles freestyle butterfly backstroke "
    "breaststroke relay dash".split()
)
_OF_PEOPLE = frozenset("them its the those these us whom our their all".split())


class Reading(NamedTuple):
    """A number as read: the pieces [first, stop) of a line, its value, and how exactly it was written.

    `scale` is the last scale word or suffix (1e6 in "1.2 million"), `step` the place value of the last digit or word
    written (1e5 there); `high` is the upper limit of a vague number, None for open.
    """

    first: int
    stop: int
    value: float
    step: float = 1.0
    scale: float = 1.0
    kind: NumberKind = "cardinal"
    words: bool = False
    high: float | None = None

    def times(self, factor: float, stop: int) -> "Reading":
        """The number with a scale word or suffix that ends before piece `stop`."""
        return self._replace(
            value=scaled(self.value, factor), step=self.step * factor, scale=self.scale * factor, stop=stop
        )


def scaled(value: float, factor: float) -> float:
    """A decimal number times a scale, as one would write it: 16.4 million is 16400000, not 16399999.999999998.

    >>> scaled(16.4, 1e6)
    16400000.0
    """
    return float(Decimal(repr(value)) * Decimal(repr(factor))) if value % 1 else value * factor


def read_digits(line: Line, at: int) -> Reading | None:
    """Read the number in digits that starts at piece `at`, with sign, groups, fraction and suffix; None if none.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_digits(cut_line("1.2m people"), 0).value, read_digits(cut_line("3bn"), 0).value
    (1200000.0, 3000000000.0)
    """
    reading = _unsigned(line, at)
    if reading is None:
        return None
    if line.lower(reading.stop) in {"st", "nd", "rd", "th"} and line.glued(reading.stop):
        return reading._replace(stop=reading.stop + 1, kind="ordinal")
    if _negative(line, at) and not _is_bullet(line, at, reading.stop):
        reading = reading._replace(first=at - 1, value=-reading.value)
    return _suffixed(line, reading)


def _unsigned(line: Line, at: int) -> Reading | None:
    sign = FRACTION_SIGNS.get(line.raw(at))
    if sign is not None:
        return Reading(at, at + 1, sign, 0.0, kind="fraction")
    if line.raw(at) == "." and line.glued(at + 1) and line.raw(at + 1).isdecimal() and not line.glued(at):
        digits = line.raw(at + 1)
        return (
            Reading(at, at + 2, float("0." + digits), 10.0 ** -len(digits))
            if len(digits) < _LONGEST
            else None
        )
    slashed = _slashed(line, at)
    if slashed is not None:
        return slashed
    return _powered(line, _mixed(line, _grouped(line, at)))


def _literal(text: str) -> tuple[float, float] | None:
    """The value and the step of a numeral; None for dates, versions and the like."""
    found = _LITERAL.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    whole = (found["whole"] or found["dotted"]).replace(",", "").replace(".", "")
    part = found["part"] or found["cents"] or ""
    return float(f"{whole}.{part or 0}"), 10.0 ** -len(part)


def _grouped(line: Line, at: int) -> Reading | None:
    """A numeral, with its groups of three where spaces part them ("1 234 567")."""
    text, stop = line.raw(at), at + 1
    if len(text) <= len("123") and text.isdecimal():
        while line.gap(stop) in _GROUP_GAPS and _GROUP.fullmatch(line.raw(stop)):
            text += line.raw(stop)
            stop += 1
            if "." in text:
                break
    read = _literal(text)
    return Reading(at, stop, *read) if read else None


def _slashed(line: Line, at: int) -> Reading | None:
    """A fraction such as "3/4", with a denominator in common use: "9/11" and "24/7" are none."""
    above, below = line.raw(at), line.raw(at + 2)
    if line.raw(at + 1) != "/" or not (above.isdecimal() and below.isdecimal()):
        return None
    if not (line.glued(at + 1) and line.glued(at + 2)) or line.raw(at + 3) == "/" or line.raw(at - 1) == "/":
        return None
    if (
        len(below) > len("1000")
        or int(below) not in _PARTS
        or len(above) > len(below)
        or int(above) >= int(below)
    ):
        return None
    return Reading(at, at + 3, int(above) / int(below), 0.0, kind="fraction")


def _mixed(line: Line, reading: Reading | None) -> Reading | None:
    """A whole and its fraction in one: "10 1/2", "2½"."""
    if reading is None or reading.step != 1:
        return reading
    stop = reading.stop
    sign = FRACTION_SIGNS.get(line.raw(stop)) if line.near(stop) else None
    if sign is not None:
        return reading._replace(stop=stop + 1, value=reading.value + sign, step=sign)
    slashed = _slashed(line, stop) if line.spaced(stop) else None
    if slashed is None:
        return reading
    return reading._replace(stop=slashed.stop, value=reading.value + slashed.value, step=slashed.value)


def _powered(line: Line, reading: Reading | None) -> Reading | None:
    """Scientific notation: "1.3e6", "2.5×10^3", "5 x 10-3"."""
    if reading is None or line.lower(reading.stop) not in _POWER_SIGNS:
        return reading
    found = _POWER.match(line.rest(reading.stop))
    if found is None:
        return reading
    stop, end = reading.stop, line.pieces[reading.stop - 1].end + found.end()
    while stop < len(line.pieces) and line.pieces[stop].end <= end:
        stop += 1
    factor = 10.0 ** int((found["e"] or found["ten"]).replace("−", "-"))
    return reading.times(factor, stop)


def _negative(line: Line, at: int) -> bool:
    if line.raw(at - 1) not in MINUS_SIGNS or not line.glued(at):
        return False
    before = line.raw(at - 2)
    return not line.glued(at - 1) or before == "(" or _is_currency_sign(before)


def _is_currency_sign(raw: str) -> bool:
    return bool(raw) and unicodedata.category(raw[-1]) == "Sc"


def _is_bullet(line: Line, at: int, stop: int) -> bool:
    """Whether the sign is the mark of a list's item: "-58 soldiers" at the start of a line is no negative count."""
    starts = at == 1 or "\n" in line.gap(at - 1)
    return starts and line.lower(stop) not in {"degrees", "points"} and counts_something(line, stop)


def _suffixed(line: Line, reading: Reading) -> Reading:
    """Apply a suffix that is glued on ("1.2m", "40K", "3bn") or a short scale after a space ("10 bln")."""
    stop = reading.stop
    raw, low = line.raw(stop), line.lower(stop)
    if line.glued(stop):
        factor = _glued_scale(line, reading, raw)
    elif line.spaced(stop) and (low in SHORT_SCALES or (raw == "m" and after_currency(line, reading.first))):
        factor = SHORT_SCALES.get(low, _MILLION)
    else:
        return reading
    return reading.times(factor, stop + 1) if factor else reading


def _glued_scale(line: Line, reading: Reading, raw: str) -> float | None:
    low = raw.lower()
    if low in SHORT_SCALES or low in SCALES:
        return SHORT_SCALES.get(low) or SCALES[low]
    if raw in {"b", "B"}:
        return _BILLION
    if raw in {"M", "MM"} or (raw == "m" and _means_million(line, reading)):
        return _MILLION
    return _TRILLION if raw == "T" and after_currency(line, reading.first) else None


def after_currency(line: Line, first: int) -> bool:
    """Whether a currency sign, a code in capitals or "Rs" stands right before piece `first`.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> [after_currency(cut_line(text), 1) for text in ("£1.2m", "USD 3", "Rs 5", "the 5")]
    [True, True, True, False]
    """
    raw = line.raw(first - 1)
    if raw in DASHES and line.raw(first - 2)[:1].isdecimal():  # "$2-3m"
        return after_currency(line, first - 2)
    if not line.near(first) or not raw:
        return False
    code = len(raw) == len("USD") and raw.isalpha() and raw.isupper()
    return code or raw == "Rs" or (raw == "." and line.raw(first - 2) == "Rs") or _is_currency_sign(raw)


def _means_million(line: Line, reading: Reading) -> bool:
    """Whether a glued "m" is a million: money, or people and things counted; alone it is metres."""
    if after_currency(line, reading.first):
        return True
    after = reading.stop + 1
    words = line.words(after, 2) if line.spaced(after) else ()
    if not words or words[0] in _LENGTH_CUES:
        return False
    return counts_something(line, after) or (words[0] == "of" and words[-1] in _OF_PEOPLE)
