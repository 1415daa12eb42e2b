"""Cardinals in words: "seven hundred and eighty thousand", "twenty-two" (room: brains).

The scale is the short one, as all news in English uses it. Shares, articles and vague words belong to `wordnumbers`.
"""

from typing import NamedTuple

from counterclaim.text.quantities.numerals import SCALES, Reading
from counterclaim.text.quantities.pieces import Line

ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
_TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
ZEROS = frozenset(("zero", "nought", "naught"))
SMALL = ONES | _TEENS | _TENS
ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        range(1, 20),
        strict=True,
    )
) | {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 1_000,
    "millionth": 1_000_000,
    "billionth": 1_000_000_000,
    "trillionth": 1_000_000_000_000,
}
# No "second": a half is never called so.
PART = {word: value for word, value in ORDINALS.items() if word not in {"first", "second"}} | {
    "quarter": 4,
    "half": 2,
}
PARTS = {f"{word}s": value for word, value in PART.items() if word != "half"} | {"halves": 2}
_HUNDRED = 100


class Words(NamedTuple):
    """A cardinal in words that ends before piece `stop`; `scale` is its last scale word."""

    value: float
    stop: int
    scale: float = 1.0


def next_word(line: Line, at: int) -> int:
    """The piece that may continue words: this one after a space, or the one behind a hyphen; outside if neither.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> next_word(cut_line("twenty-two"), 1), next_word(cut_line("twenty two"), 1), next_word(cut_line("twenty, two"), 1)
    (2, 1, 3)
    """
    if line.hyphen(at):
        return at + 1
    return at if line.spaced(at) else len(line.pieces)


def read_below_hundred(line: Line, at: int) -> Words | None:
    """Read "two", "twelve", "twenty", "twenty-two"; None if none stands at piece `at`.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_below_hundred(cut_line("twenty-two men"), 0).value
    22
    """
    word = line.lower(at)
    if word not in SMALL:
        return None
    following = next_word(line, at + 1)
    if word in _TENS and line.lower(following) in ONES:
        return Words(_TENS[word] + ONES[line.lower(following)], following + 1)
    return Words(SMALL[word], at + 1)


def _below_thousand(line: Line, at: int, *, ands: bool) -> Words | None:
    """Read "two", "fifteen hundred", "two hundred and five"."""
    head = read_below_hundred(line, at)
    if head is None:
        return None
    hundred = next_word(line, head.stop)
    return head if line.lower(hundred) != "hundred" else _hundreds(line, hundred, head.value, ands=ands)


def _hundreds(line: Line, at: int, count: float, *, ands: bool) -> Words:
    """Read on from "hundred"; "hundred and two hundred" and "hundred and two thirds" are not one number."""
    following, joined = _past_and(line, at + 1)
    tail = read_below_hundred(line, following) if ands or not joined else None
    if tail is None or line.lower(next_word(line, tail.stop)) == "hundred" or _part_follows(line, tail):
        return Words(count * _HUNDRED, at + 1)
    return Words(count * _HUNDRED + tail.value, tail.stop)


def _past_and(line: Line, at: int) -> tuple[int, bool]:
    following = next_word(line, at)
    if line.lower(following) in {"and", "&"}:
        return next_word(line, following + 1), True
    return following, False


def _part_follows(line: Line, count: Words) -> bool:
    """Whether the number tells how many parts follow: "and two thirds", "and one third"."""
    word = line.lower(next_word(line, count.stop))
    return word in PARTS or (word in PART and count.value == 1)


def _cardinal(line: Line, at: int, *, ands: bool = True) -> Words | None:
    head = _below_thousand(line, at, ands=ands)
    return scale_groups(line, head, ands=ands) if head else None


def scale_groups(line: Line, head: Words, *, ands: bool = True) -> Words:
    """Read on from a number below a thousand: groups with falling scales.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> scale_groups(cut_line("two million three hundred thousand"), Words(2, 1)).value
    2300000.0
    """
    total, group, last, stop = 0.0, head, 0.0, head.stop
    while True:
        scale_at = next_word(line, group.stop)
        scale = SCALES.get(line.lower(scale_at), 0.0)
        if last and scale >= last:
            return Words(total, stop, last)
        if not scale:
            return Words(total + group.value, group.stop, last or 1.0)
        total, last, stop = total + group.value * scale, scale, scale_at + 1
        while (larger := SCALES.get(line.lower(next_word(line, stop)), 0.0)) >= last:
            total, last, stop = total * larger, larger, next_word(line, stop) + 1
        following, joined = _past_and(line, stop)
        behind = _below_thousand(line, following, ands=ands) if ands or not joined else None
        if behind is None or _part_follows(line, behind):
            return Words(total, stop, last)
        group = behind


def read_cardinal(line: Line, at: int) -> Words | None:
    """Read the cardinal in words that starts at piece `at`.

    An "and" belongs to it, except where it parts the two ends of a range ("between one hundred and fifty").

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_cardinal(cut_line("two thousand and five men"), 0).value
    2005.0
    """
    words = _cardinal(line, at)
    if (
        words
        and line.lower(at - 1) == "between"
        and line.lower(next_word(line, words.stop)) not in {"and", "to"}
    ):
        return _cardinal(line, at, ands=False)
    return words


def read_hundreds(line: Line, at: int, *, ands: bool = True) -> Words:
    """Read on from the word "hundred" at piece `at`, one of which is meant ("a hundred and two thousand").

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_hundreds(cut_line("a hundred and two thousand"), 1).value
    102000.0
    """
    return scale_groups(line, _hundreds(line, at, 1, ands=ands))


def read_ordinal_end(line: Line, words: Words) -> Words | None:
    """Read the ordinal that starts with `words`: "twenty-first", "two hundred and fifth"; None if it is none.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_ordinal_end(cut_line("twenty-first"), Words(20, 1)).value
    21
    """
    following, joined = _past_and(line, words.stop)
    value = ORDINALS.get(line.lower(following), 0)
    last = line.lower(words.stop - 1)
    if not value or words.value == 1:
        return None
    if joined:
        fits = value < _HUNDRED and (last == "hundred" or last in SCALES)
    else:
        units = last in _TENS and value < _TEENS["ten"]
        fits = value >= _HUNDRED or (units and (line.hyphen(words.stop) or words.value > _HUNDRED))
    if not fits:
        return None
    return Words(words.value * value if value >= _HUNDRED else words.value + value, following + 1)


def to_reading(at: int, words: Words) -> Reading:
    """The reading of a cardinal in words that starts at piece `at`.

    >>> to_reading(0, Words(2e6, 2, 1e6)).step
    1000000.0
    """
    return Reading(at, words.stop, words.value, step=words.scale, scale=words.scale, words=True)


def read_point(line: Line, reading: Reading) -> Reading:
    """Read on behind "point": "six point four", "nought point nought three".

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_point(cut_line("six point four"), Reading(0, 1, 6.0)).value
    6.4
    """
    at = next_word(line, reading.stop)
    if line.lower(at) != "point":
        return reading
    digits, following = "", next_word(line, at + 1)
    stop = reading.stop
    while (word := line.lower(following)) in ONES or word in ZEROS:
        digits += str(ONES.get(word, 0))
        stop, following = following + 1, next_word(line, following + 1)
    if not digits and (words := read_below_hundred(line, following)):
        digits, stop = str(int(words.value)), words.stop
    if not digits:
        return reading
    return reading._replace(stop=stop, value=reading.value + float(f"0.{digits}"), step=10.0 ** -len(digits))
