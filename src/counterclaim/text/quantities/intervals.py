"""Intervals: what a quantity's words stand for as numbers that can be compared (room: brains).

All three functions speak in the base unit of the quantity's dimension (`units.to_base_unit`): metres, kilograms,
seconds, degrees Celsius, percent; counts and money stay as they are, since no rate is known here. A share told in
words ("a third", "one in five") is in percent, so that it can be held against "33 per cent".
"""

import math
import re
from typing import assert_never

from counterclaim.core.records import Quantity
from counterclaim.text.quantities.numbers import Number, find_numbers
from counterclaim.text.quantities.units import Base, to_base_unit

APPROXIMATION = 0.1  # "about 200" is 180 to 220: relations.md, case 3; tuned on the stories only
ROUNDING_LIMIT = 0.05  # half of the last of two digits at worst (1.0): nobody calls 1.4 million "a million"
_ROUND_FROM = 1_000  # below it a bare count that ends in zeros is taken at its word
_ZEROS_FROM = 100
_PERCENT = 100.0
_JUST_UNDER = re.compile(
    r"(?:at )?(?:nearly|almost|close to|nearing|approaching|virtually|practically|not quite)\b", re.IGNORECASE
)
_JUST = re.compile(r"(?:only )?(?:just|slightly|barely|a little|a bit)\b", re.IGNORECASE)


def to_base(quantity: Quantity) -> tuple[float | None, float | None, str | None]:
    """The stated limits in the base unit of the dimension, and its name; open sides and bare counts stay None.

    >>> from counterclaim.text.quantities import find_quantities
    >>> to_base(find_quantities("up to 5 km away")[0]), to_base(find_quantities("a third of the votes")[0])
    ((None, 5000.0, 'metre'), (33.33333333333333, 33.33333333333333, 'percent'))
    """
    base = _base(quantity)
    low = None if quantity.low is None else quantity.low * base.factor + base.offset
    high = None if quantity.high is None else quantity.high * base.factor + base.offset
    return low, high, base.name or None


def rounding(quantity: Quantity) -> float:
    """Half of the last place that was written, in the base unit: how far the true value may be from the stated one.

    1.2 million stands for 1.15 to 1.25 million: 50,000. Without a decimal point it is never more than 5 per cent.
    A bare count below 1,000 is exact; a round one above it (3,100) is good to half its last place that is not zero.
    A share in words ("a third") is good to 5 per cent. Bounds, ranges and vague words are not rounded: 0.

    >>> from counterclaim.text.quantities import find_quantities
    >>> [rounding(find_quantities(text)[0]) for text in ("1.2 million", "1,234,000", "58 soldiers", "6.8 per cent")]
    [50000.0, 500.0, 0.0, 0.05]
    """
    return _own_rounding(quantity) * _base(quantity).factor


def interval(quantity: Quantity) -> tuple[float, float]:
    """The closed interval of values that a quantity's words leave open, in the base unit; infinite where it is open.

    Exact figures are widened by their rounding, estimates by 10 per cent ("nearly 200" is 180 to just below 200);
    "more than 20" starts right above 20, and "just over 20" ends at 22.

    >>> from counterclaim.text.quantities import find_quantities
    >>> [interval(find_quantities(text)[0]) for text in ("about 200", "at least 12", "58 soldiers", "1.2m people")]
    [(180.0, 220.0), (12.0, inf), (58.0, 58.0), (1150000.0, 1250000.0)]
    """
    low, high = _own_interval(quantity)
    base = _base(quantity)
    return low * base.factor + base.offset, high * base.factor + base.offset


def stated_interval(quantity: Quantity) -> tuple[float, float]:
    """The values that a quantity's words leave open, in the unit in which they were stated; a share in percent.

    >>> from counterclaim.text.quantities import find_quantities
    >>> [stated_interval(find_quantities(text)[0]) for text in ("11 knots", "about 30 miles", "half of the votes")]
    [(10.5, 11.5), (27.0, 33.0), (47.5, 52.5)]
    """
    low, high = _own_interval(quantity)
    share = quantity.unit is None and _base(quantity).name == "percent"
    return (low * _PERCENT, high * _PERCENT) if share else (low, high)


def _numbers(quantity: Quantity) -> tuple[Number, ...]:
    return find_numbers(quantity.text)


def _base(quantity: Quantity) -> Base:
    if quantity.unit is None and (numbers := _numbers(quantity)) and numbers[0].kind == "fraction":
        return Base("percent", _PERCENT)
    return to_base_unit(quantity.unit)


def _own_rounding(quantity: Quantity) -> float:
    numbers = _numbers(quantity)
    value = abs(quantity.low) if quantity.low is not None else 0.0
    if quantity.bound not in {"exact", "approx"} or len(numbers) != 1 or not value:
        return 0.0
    number = numbers[0]
    if number.kind == "fraction":
        return value * ROUNDING_LIMIT
    limit = math.inf if "." in quantity.text[number.start : number.end] else value * ROUNDING_LIMIT
    # The context that made "1.2m" a million is gone here, but not its factor.
    factor = value / abs(number.value) if number.value else 1.0
    return min(_step(number, bare=quantity.unit is None) * factor / 2, limit)


def _step(number: Number, *, bare: bool) -> float:
    """The place value of the last digit that was meant, in the number's own scale."""
    if number.step != 1:
        return number.step
    if number.value < _ROUND_FROM or number.value % _ZEROS_FROM:
        return 0.0 if bare else 1.0
    place = float(_ZEROS_FROM)
    while number.value % (place * 10) == 0:
        place *= 10
    return place


def _own_interval(quantity: Quantity) -> tuple[float, float]:
    low = -math.inf if quantity.low is None else quantity.low
    high = math.inf if quantity.high is None else quantity.high
    near = bool(_JUST.match(quantity.text))
    match quantity.bound:
        case "exact":
            half = _own_rounding(quantity)
            return low - half, high + half
        case "approx":
            return _around(quantity, low)
        case "more_than":
            return math.nextafter(low, math.inf), low + abs(low) * APPROXIMATION if near else high
        case "less_than":
            return high - abs(high) * APPROXIMATION if near else low, math.nextafter(high, -math.inf)
        case "at_least" | "at_most" | "range" | "vague":
            return low, high
    assert_never(quantity.bound)


def _around(quantity: Quantity, value: float) -> tuple[float, float]:
    width = max(abs(value) * APPROXIMATION, _own_rounding(quantity))
    if _JUST_UNDER.match(quantity.text):
        return value - width, max(value - width, math.nextafter(value, -math.inf))
    return value - width, value + width
