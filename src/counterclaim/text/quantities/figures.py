"""Figures: numbers with their units, the two ends of a range as one, and units that are told only once (room: brains).

"2-3 million euros", "between 20 and 30", "two hours and 40 minutes", "from 4 to 6 per cent". Whether a figure counts
anything, and what its hedges say, is decided by `quantities`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.text.quantities.bounds import is_suspended
from counterclaim.text.quantities.currencies import is_currency, read_prefix, read_suffix
from counterclaim.text.quantities.labels import PREDICATES
from counterclaim.text.quantities.moments import is_duration
from counterclaim.text.quantities.numbers import read_numbers
from counterclaim.text.quantities.numerals import MINUS_SIGNS, Reading
from counterclaim.text.quantities.pieces import DASHES, Line, counts_something
from counterclaim.text.quantities.units import Unit, read_unit

# Behind one of these "from 20 to 30" is a change between two figures, not a range.
_CHANGES = frozenset(
    "rise rises rose risen rising raise raises raised raising fall falls fell fallen falling drop drops dropped dropping "
    "climb climbs climbed climbing jump jumps jumped jumping increase increases increased increasing decrease decreases "
    "decreased decreasing grow grows grew grown growing widen widened narrow narrowed lower lowers lowered lowering cut cuts "
    "cutting slash slashed slashing reduce reduces reduced reducing revise revises revised revising change changes changed "
    "changing move moves moved moving go goes went going gone expand expands expanded expanding shrink shrinks shrank shrunk "
    "shrinking decline declines declined declining soar soars soared soaring surge surges surged surging slide slides slid "
    "sliding sink sinks sank sinking plunge plunges plunged plunging tumble tumbled doubled doubling tripled trebled adjusted "
    "upgraded downgraded improve improved improving advance advanced gain gained edge edged inched swell swelled swollen "
    "extend extended boost boosted boosting up down slip slips slipped slipping dip dips dipped eased shift shifted hike "
    "hiked hikes lift lifted lifting weaken weakened strengthened swing swung took take taken taking brought bring bringing".split()
)
_CHANGE_REACH = 10
_RANGE_JOINTS = frozenset(("to", "through"))
_TWO = 2
_SMALLER = {
    ("foot", "inch"): 12,
    ("stone", "pound-mass"): 14,
    ("pound-mass", "ounce"): 16,
    ("minute", "second"): 60,
    ("hour", "minute"): 60,
    ("week", "day"): 7,
    ("year", "month"): 12,
    ("dollar", "cent"): 100,
    ("USD", "cent"): 100,
    ("EUR", "cent"): 100,
    ("pound", "penny"): 100,
    ("GBP", "penny"): 100,
}
_HIGHEST_GROUP = 1_000  # "from 2 to 3 million": a number below it may stand for as many millions
_BACK_REACH = 4
_PERCENT = 100


class Figure(NamedTuple):
    """A number, or the two of a range, with its unit: pieces [first, stop)."""

    first: int
    stop: int
    readings: tuple[Reading, ...]
    unit: str | None = None


def read_figures(line: Line) -> list[Figure]:
    """Read the figures of a line, left to right, without overlap.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> [(f.first, f.stop, [r.value for r in f.readings], f.unit) for f in read_figures(cut_line("20 to 30 km or $5"))]
    [(0, 4, [20.0, 30.0], 'kilometre'), (5, 7, [5.0], 'USD')]
    """
    measured: list[Figure] = []
    for reading in read_numbers(line):
        measured.append(_measure(line, reading, after=measured[-1].stop if measured else 0))
    merged = _merge_parts(line, measured)
    return _share_units(line, list(_join_ranges(line, merged)))


def _measure(line: Line, reading: Reading, *, after: int) -> Figure:
    """The number with the currency before it, unless it belongs to the figure that ends at `after`, or the unit behind."""
    if reading.kind == "ordinal":
        return Figure(reading.first, reading.stop, (reading,))
    prefix = read_prefix(line, reading.first)
    if prefix is not None and prefix.first >= after:
        again = read_suffix(line, reading.stop)  # "US$ 10 dollars"
        stop = again.stop if again and again.name in {prefix.unit, "dollar"} else reading.stop
        sign = prefix.first - 1
        if line.raw(sign) in MINUS_SIGNS and line.glued(prefix.first) and not line.glued(sign):  # "-$6"
            return Figure(sign, stop, (reading._replace(value=-reading.value),), prefix.unit)
        return Figure(prefix.first, stop, (reading,), prefix.unit)
    if reading.kind == "fraction" and (whole := _and_a_half(line, reading)):
        return whole
    unit = _unit_behind(line, reading)
    return Figure(reading.first, unit.stop if unit else reading.stop, (reading,), unit.name if unit else None)


def _and_a_half(line: Line, share: Reading) -> Figure | None:
    """The figure of "a year and a half", whose one is an article."""
    first = share.first - 3
    if line.lower(share.first - 1) != "and" or line.lower(first) not in {"a", "an"}:
        return None
    unit = read_unit(line, first + 1, digits=False)
    if unit is None or unit.stop != share.first - 1:
        return None
    return Figure(
        first, share.stop, (share._replace(first=first, value=1 + share.value, kind="cardinal"),), unit.name
    )


def _unit_behind(line: Line, reading: Reading) -> Unit | None:
    stop = reading.stop
    unit = read_suffix(line, stop) or read_unit(line, stop, digits=not reading.words)
    if unit is None:
        unit = _unit_behind_of(line, reading)
    if unit and is_duration(unit.name) and line.lower(unit.stop) == "old" and line.spaced(unit.stop):
        return Unit(unit.name, unit.stop + 1)
    return unit


def _unit_behind_of(line: Line, reading: Reading) -> Unit | None:
    """The unit of "half an hour", "a quarter of a mile", "hundreds of millions of euros"."""
    of = line.lower(reading.stop) == "of" and line.spaced(reading.stop)
    at = reading.stop + 1 if of else reading.stop
    if reading.kind == "fraction" and line.lower(at) in {"a", "an"} and line.spaced(at):
        return read_unit(line, at + 1, digits=False)
    if reading.kind == "vague" and of:
        return read_suffix(line, at) or read_unit(line, at, digits=False)
    return None


def _merge_parts(line: Line, figures: list[Figure]) -> list[Figure]:
    """One figure from an amount told in two units: "5 feet 2 inches", "two hours and 40 minutes", "3 dollars 50 cents"."""
    merged: list[Figure] = []
    for figure in figures:
        last = merged[-1] if merged else None
        parts = _parts_in(line, last, figure) if last else 0.0
        if last and parts:
            one, other = last.readings[0], figure.readings[0]
            value = one.value + other.value / parts
            reading = one._replace(stop=other.stop, value=value, step=other.step / parts)
            merged[-1] = last._replace(stop=figure.stop, readings=(reading,))
        else:
            merged.append(figure)
    return merged


def _parts_in(line: Line, one: Figure, other: Figure) -> float:
    """How many of the second unit make one of the first, where the second figure goes on with the first; 0 if not."""
    joint = other.first - one.stop
    if joint > 1 or (joint == 1 and line.lower(one.stop) != "and") or not line.spaced(one.stop):
        return 0.0
    kinds = one.readings[0].kind, other.readings[0].kind
    if kinds == ("cardinal", "fraction") and one.unit and not other.unit:  # "two years and a half"
        return 1.0 if joint == 1 and line.lower(other.stop) != "of" else 0.0
    parts = _SMALLER.get((one.unit or "", other.unit or ""), 0)
    plain = kinds == ("cardinal", "cardinal") and one.readings[0].scale == 1
    if one.unit == "foot" and other.unit is None and line.lower(other.stop) == "in":
        parts = _SMALLER["foot", "inch"]
    return parts if plain and other.readings[0].value < parts else 0


def _join_ranges(line: Line, figures: list[Figure]) -> Iterator[Figure]:
    at = 0
    while at < len(figures):
        joined = _join(line, figures[at], figures[at + 1]) if at + 1 < len(figures) else None
        if joined is None:
            yield figures[at]
            at += 1
        else:
            yield joined
            at += _TWO


def _join(line: Line, one: Figure, other: Figure) -> Figure | None:
    """One figure from the two ends of a range; None where they are two figures."""
    low, high = one.readings[0], other.readings[0]
    if {low.kind, high.kind} - {"cardinal", "fraction"} or low.kind != high.kind:
        return None
    if one.unit is not None and other.unit != one.unit and not (is_currency(one.unit) and other.unit is None):
        return None
    shape = _joint(line, one, other)
    if shape is None or (shape == "to" and _is_change(line, one)):
        return None
    if high.scale > 1 and low.scale == 1 and low.value < high.value / high.scale:
        low = low.times(high.scale, low.stop)
    if low.value < 0 and high.value < low.value:  # "from -18 to -34 degrees"
        low, high = high, low
    if not low.value < high.value or (shape == "or" and high.value > _TWO * low.value):
        return None
    first = one.first - 1 if shape == "between" else one.first
    return Figure(first, other.stop, (low, high), other.unit or one.unit)


def _joint(line: Line, one: Figure, other: Figure) -> str | None:
    """How two figures are joined: "dash", "to", "or", "between"; None if they are not."""
    at = one.stop
    word = line.lower(at)
    if other.first == at + 1:
        if word in DASHES:
            return _joining_dash(line, at, other)
        return (
            _joining_word(word, between=line.lower(one.first - 1) == "between") if line.spaced(at) else None
        )
    if other.first == at + 2 and is_suspended(line, at):
        return "or" if line.lower(at + 1) == "or" else "to"
    hyphens = other.first == at + 3 and line.hyphen(at) and line.hyphen(at + 2)
    return "to" if hyphens and line.lower(at + 1) == "to" else None


def _joining_dash(line: Line, at: int, other: Figure) -> str | None:
    """A dash joins two ends where it is glued to both, or stands apart from both and no new clause begins behind it."""
    if line.glued(at) and line.glued(at + 1):
        return "dash"
    clause = line.lower(other.stop) in PREDICATES or other.readings[0].words
    return "dash" if line.spaced(at) and line.spaced(at + 1) and not clause else None


def _joining_word(word: str, *, between: bool) -> str | None:
    if between and word in {"and", "to", "&"}:
        return "between"
    if word in _RANGE_JOINTS:
        return "to"
    return "or" if word == "or" else None


def _is_change(line: Line, one: Figure) -> bool:
    """Whether a verb of change right before makes "(from) 20 to 30" two figures."""
    at = one.first - 1
    reach = _CHANGE_REACH if line.lower(at) == "from" else 1
    for word_at in range(at, at - reach, -1):
        word = line.lower(word_at)
        if not word[:1].isalpha() or word == "ranging":
            return False
        if word in _CHANGES:
            return True
    return False


def _share_units(line: Line, figures: list[Figure]) -> list[Figure]:
    """Give a bare figure the unit that is told only once: "from 4 to 6 per cent", "20 months' pay from 18"."""
    for at in range(1, len(figures)):
        one, other = figures[at - 1], figures[at]
        if one.unit is None and other.unit is not None and _tells_both(line, one, other):
            figures[at - 1] = _scaled_like(one, other)._replace(unit=other.unit)
        elif other.unit is None and one.unit is not None and _is_change_back(line, one, other):
            figures[at] = other._replace(unit=one.unit)
        elif (
            other.unit == "point"
            and one.unit in {"percent", "percentage_point"}
            and _same_scale(line, one, other)
        ):
            figures[at] = other._replace(unit="percentage_point")
    return figures


def _tells_both(line: Line, one: Figure, other: Figure) -> bool:
    """Whether the unit behind the second figure is the first one's too: "4 to 6 per cent", "45 and 50 kg"."""
    joined = (
        other.first == one.stop + 1 and line.spaced(one.stop) and line.lower(one.stop) in {"to", "and", "or"}
    )
    return joined and one.readings[0].words == other.readings[0].words


def _scaled_like(one: Figure, other: Figure) -> Figure:
    low, high = one.readings[0], other.readings[0]
    if low.scale == 1 < high.scale and low.value < _HIGHEST_GROUP:
        return one._replace(readings=(low.times(high.scale, low.stop),))
    return one


def _is_change_back(line: Line, one: Figure, other: Figure) -> bool:
    """Whether `other` is the old value behind the new one: "to 20 months' pay from 18"."""
    if not 0 < other.first - one.stop <= _BACK_REACH or line.lower(other.first - 1) != "from":
        return False
    words = [line.lower(at) for at in range(one.stop, other.first)]
    return all(word[0].isalpha() for word in words) and not counts_something(line, other.stop)


def _same_scale(line: Line, one: Figure, other: Figure) -> bool:
    """Whether "points" behind a percentage are its points: in one sentence, and not "2 per cent, or 120 points"."""
    between = {line.lower(at) for at in range(one.stop, other.first)}
    return not between & {".", ";", "or", "to"} and other.readings[0].value <= _PERCENT
