"""Numbers: every numeral of a text with its value, in digits or in words (room: brains).

This module knows what a number *is*; whether it counts anything, or is a year, a clock time or the name of a road, is
decided by `quantities`. Digits are read by `numerals`, words by `wordnumbers`.
"""

from collections.abc import Iterator
from math import isfinite
from typing import NamedTuple

from counterclaim.text.quantities.cardinals import (
    PART,
    PARTS,
    next_word,
    read_below_hundred,
    read_cardinal,
    to_reading,
)
from counterclaim.text.quantities.numerals import FRACTION_SIGNS, NumberKind, Reading, read_digits
from counterclaim.text.quantities.pieces import Line, cut_line
from counterclaim.text.quantities.wordnumbers import MULTIPLES, OPENERS, read_words

_IN_STOPS = frozenset(
    "days day hours hour minutes weeks week months month years year seconds countries cities villages provinces towns "
    "places districts states regions areas locations attacks incidents per percent %".split()
)
_IN_WHOLES = frozenset(
    (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000)
)
_HUNDRED = 100


class Number(NamedTuple):
    """A numeral of the text: `text[start:end]` is how it is written.

    `kind`: a cardinal; an ordinal ("21st", "third"); a fraction, which is a share of something ("two-thirds", "one in
    five"); or vague ("dozens"), whose `value` is the lower limit and `high` the upper (None: open).
    `words` is whether it is written in words, `scale` its last scale word or suffix, `step` the place value of the
    last digit or word written: 100,000 in "1.2 million".
    """

    start: int
    end: int
    value: float
    kind: NumberKind = "cardinal"
    words: bool = False
    scale: float = 1.0
    step: float = 1.0
    high: float | None = None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Find every number of `text[start:end]`, in order and without overlap, with offsets into the whole of `text`.

    Years, clock times and ordinals are numbers too; `quantities.find_quantities` leaves them out.

    >>> [number.value for number in find_numbers("half a million, two dozen and 1,23,456")]
    [500000.0, 24.0, 123456.0]
    """
    line = cut_line(text, start, end)
    return tuple(_placed(line, reading) for reading in read_numbers(line))


def _placed(line: Line, reading: Reading) -> Number:
    start, end = line.pieces[reading.first].start, line.pieces[reading.stop - 1].end
    value, kind, words = reading.value, reading.kind, reading.words
    return Number(start, end, value, kind, words, reading.scale, reading.step, reading.high)


def read_numbers(line: Line) -> Iterator[Reading]:
    """Read the numbers of a line, left to right.

    >>> [(r.first, r.stop, r.value) for r in read_numbers(cut_line("from 12 to 3 million"))]
    [(1, 2, 12.0), (3, 5, 3000000.0)]
    """
    at, count = 0, len(line.pieces)
    while at < count:
        piece = line.pieces[at].text
        if line.pieces[at].lower in OPENERS:
            found = read_words(line, at)
        else:
            digits = piece[0].isdecimal() or piece == "." or piece in FRACTION_SIGNS
            found = read_digits(line, at) if digits else None
        if found is None:
            at += 1
            continue
        reading = extend(line, found)
        at = reading.stop
        if isfinite(reading.value):
            yield reading


def extend(line: Line, reading: Reading) -> Reading:
    """Read on behind a number: scales, "and a half", "in five", and the sign in words before it.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> extend(cut_line("3 million and a half"), Reading(0, 1, 3.0)).value
    3500000.0
    """
    if reading.kind in {"ordinal", "vague"}:
        return reading
    if reading.kind == "cardinal":
        reading = _one_in(line, _parted(line, _multiplied(line, reading)))
    if line.lower(reading.first - 1) in {"minus", "negative"} and line.spaced(reading.first):
        return reading._replace(first=reading.first - 1, value=-reading.value)
    return reading


def _multiplied(line: Line, reading: Reading) -> Reading:
    """Read on over scales, and over a smaller amount behind them: "3.5 lakh", "6 crore 20 lakh"."""
    while True:
        following = next_word(line, reading.stop)
        word = line.lower(following)
        factor = MULTIPLES.get(word)
        if factor is None or (word == "hundred" and reading.value >= _HUNDRED):
            break
        reading = reading.times(factor, following + 1)
    if reading.scale < MULTIPLES["thousand"] or reading.words or not line.raw(following)[:1].isdecimal():
        return reading
    found = read_digits(line, following)
    behind = _multiplied(line, found) if found else None
    if behind is None or behind.scale == 1 or behind.scale >= reading.scale or behind.value >= reading.scale:
        return reading
    return behind._replace(first=reading.first, value=reading.value + behind.value)


def _parted(line: Line, reading: Reading) -> Reading:
    """Read on behind "and": "two and a half", "two and a half million", "one million and a half"."""
    joint = next_word(line, reading.stop)
    share = _part_behind(line, next_word(line, joint + 1)) if line.lower(joint) == "and" else None
    if share is None:
        return reading
    factor = MULTIPLES.get(line.lower(next_word(line, share.stop)), 0.0)
    if factor and reading.scale == 1:
        value = (reading.value + share.value) * factor
        return Reading(
            reading.first, share.stop + 1, value, share.value * factor, factor, words=reading.words
        )
    part = share.value * (factor or reading.scale)
    stop = share.stop + 1 if factor else share.stop
    return reading._replace(stop=stop, value=reading.value + part, step=part)


def _part_behind(line: Line, begin: int) -> Reading | None:
    if line.lower(begin) in {"a", "an"}:
        word = line.lower(next_word(line, begin + 1))
        stop = next_word(line, begin + 1) + 1
        sure = word in {"half", "quarter"} or not line.lower(stop)[:1].isalpha()
        return Reading(begin, stop, 1 / PART[word], kind="fraction") if word in PART and sure else None
    words = read_below_hundred(line, begin)
    if words is None:
        return None
    part = next_word(line, words.stop)
    size = PARTS.get(line.lower(part)) or (PART.get(line.lower(part)) if words.value == 1 else None)
    return Reading(begin, part + 1, words.value / size, kind="fraction") if size else None


def _one_in(line: Line, reading: Reading) -> Reading:
    """A share told as "one in five" or "nine out of ten"; "five in 10 days" and "992 out of 1,240" are counts."""
    joint = next_word(line, reading.stop)
    if line.lower(joint) == "out" and line.lower(joint + 1) == "of":
        begin = next_word(line, joint + 2)
    elif line.lower(joint) == "in":
        begin = next_word(line, joint + 1)
    else:
        return reading
    begin = next_word(line, begin + 1) if line.lower(begin) == "every" else begin
    whole = read_digits(line, begin) if line.lower(begin)[:1].isdecimal() else _whole(line, begin)
    if whole is None or whole.value not in _IN_WHOLES or not 1 <= reading.value < whole.value:
        return reading
    if (
        line.lower(next_word(line, whole.stop)) in _IN_STOPS
        or reading.words != whole.words
        or reading.value % 1
    ):
        return reading
    return reading._replace(
        stop=whole.stop, value=reading.value / whole.value, step=0.0, scale=1.0, kind="fraction"
    )


def _whole(line: Line, at: int) -> Reading | None:
    if line.lower(at) == "a":
        return read_words(line, at)
    words = read_cardinal(line, at)
    return to_reading(at, words) if words else None
