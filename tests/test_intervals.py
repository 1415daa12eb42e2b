"""What quantities stand for as numbers that can be compared."""

import math

import pytest

from counterclaim.core.records import Quantity
from counterclaim.text.quantities import find_quantities
from counterclaim.text.quantities.intervals import interval, rounding, to_base


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


BASES = [
    pytest.param("5 km", 5000, 5000, "metre", id="kilometres"),
    pytest.param("3 miles", 4828.032, 4828.032, "metre", id="miles"),
    pytest.param("two weeks", 1_209_600, 1_209_600, "second", id="weeks"),
    pytest.param("12 tonnes", 12_000, 12_000, "kilogram", id="tonnes"),
    pytest.param("30C", 30, 30, "degree Celsius", id="celsius"),
    pytest.param("86 degrees Fahrenheit", 30, 30, "degree Celsius", id="fahrenheit"),
    pytest.param("up to 36 km/h", None, 10, "metre per second", id="speed"),
    pytest.param("3 sq km", 3e6, 3e6, "square metre", id="area"),
    pytest.param("5 cubic feet", 0.1415842, 0.1415842, "cubic metre", id="volume"),
    pytest.param("864 barrels a day", 0.001589873, 0.001589873, "cubic metre per second", id="rate"),
    pytest.param("31.6 tonnes a year", 0.0010013641, 0.0010013641, "kilogram per second", id="yearly-rate"),
    pytest.param("58 soldiers", 58, 58, None, id="count"),
    pytest.param("$3m", 3e6, 3e6, "USD", id="money"),
    pytest.param("25 million thalers", 2.5e7, 2.5e7, "thaler", id="thalers"),
    pytest.param("a third of them", 100 / 3, 100 / 3, "percent", id="share"),
    pytest.param("33 per cent", 33, 33, "percent", id="percent"),
    pytest.param("25 basis points", 0.25, 0.25, "percentage_point", id="basis-points"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), BASES)
def test_to_base(text: str, low: float | None, high: float | None, unit: str | None) -> None:
    found = to_base(only(text))
    assert found[2] == unit
    assert found[:2] == (pytest.approx(low) if low is not None else None, pytest.approx(high))


ROUNDINGS = [
    pytest.param("1.2 million people", 50_000, id="decimal-million"),
    pytest.param("£1.2m", 50_000, id="suffix"),
    pytest.param("1.2m people", 50_000, id="suffix-that-needs-its-context"),
    pytest.param("1,234,000 people", 500, id="thousands"),
    pytest.param("25 million thalers", 500_000, id="millions"),
    pytest.param("1 million people", 50_000, id="five-per-cent-at-most"),
    pytest.param("58 soldiers", 0, id="small-count"),
    pytest.param("200 soldiers", 0, id="round-but-small"),
    pytest.param("3,100 homes", 50, id="hundreds"),
    pytest.param("3,110 homes", 0, id="not-round"),
    pytest.param("54,000 crowns", 500, id="money"),
    pytest.param("6.8 per cent", 0.05, id="percent"),
    pytest.param("61 per cent", 0.5, id="whole-percent"),
    pytest.param("0.6 percentage points", 0.05, id="below-one"),
    pytest.param("9 kilometres", 450, id="kilometres"),
    pytest.param("half of them", 2.5, id="share"),
    pytest.param("more than 1.2 million", 0, id="bound"),
    pytest.param("2-3 million", 0, id="range"),
    pytest.param("dozens", 0, id="vague"),
    pytest.param("no outposts", 0, id="none"),
    pytest.param("-18 °C", 0.5, id="negative"),
]


@pytest.mark.parametrize(("text", "half"), ROUNDINGS)
def test_rounding(text: str, half: float) -> None:
    assert rounding(only(text)) == pytest.approx(half)


INTERVALS = [
    pytest.param("15 dead", 15, 15, id="exact"),
    pytest.param("at least 12", 12, math.inf, id="at-least"),
    pytest.param("up to 58", -math.inf, 58, id="up-to"),
    pytest.param("about 200", 180, 220, id="about"),
    pytest.param("about 1.2 million", 1_080_000, 1_320_000, id="about-a-rounded-one"),
    pytest.param("between 20 and 30", 20, 30, id="range"),
    pytest.param("dozens", 24, math.inf, id="dozens"),
    pytest.param("several", 3, 10, id="several"),
    pytest.param("1.2 million people", 1_150_000, 1_250_000, id="rounded"),
    pytest.param("no outposts", 0, 0, id="none"),
    pytest.param("about -20 °C", -22, -18, id="about-below-zero"),
]


@pytest.mark.parametrize(("text", "low", "high"), INTERVALS)
def test_interval(text: str, low: float, high: float) -> None:
    assert interval(only(text)) == (pytest.approx(low), pytest.approx(high))


def test_strict_bounds_leave_out_their_limit() -> None:
    assert interval(only("more than 20"))[0] > 20
    assert interval(only("fewer than 20"))[1] < 20
    low, high = interval(only("nearly 200"))
    assert (low, high < 200, high > 199.9) == (180, True, True)
    assert interval(only("just over 60"))[1] == 66
    assert interval(only("just under 60"))[0] == 54


def overlap(one: str, other: str) -> bool:
    (low, high), (bottom, top) = interval(only(one)), interval(only(other))
    return low <= top and bottom <= high


SAME = [
    pytest.param("5 km", "3 miles", id="km-miles"),
    pytest.param("1,234,000 people", "1.2 million people", id="million"),
    pytest.param("about 200", "more than 200", id="about-and-more"),
    pytest.param("207 people", "about 200", id="about"),
    pytest.param("two weeks", "14 days", id="weeks"),
    pytest.param("a third of them", "33 per cent", id="third"),
    pytest.param("four-fifths of them", "80 per cent", id="fifths"),
    pytest.param("a dozen men", "12 men", id="dozen"),
    pytest.param("3 lakh votes", "300,000 votes", id="lakh"),
]
OTHER = [
    pytest.param("58 soldiers", "23 soldiers", id="counts"),
    pytest.param("at least 12", "9 dead", id="floor"),
    pytest.param("18 months", "20 months", id="months"),
    pytest.param("38.4 per cent", "36.9 per cent", id="percent"),
    pytest.param("12 per cent", "9 per cent", id="whole-percent"),
    pytest.param("54,000 crowns", "60,000 crowns", id="money"),
    pytest.param("more than 20", "20 people", id="strict"),
    pytest.param("no outposts", "20 outposts", id="none"),
    pytest.param("1 million people", "1.4 million people", id="a-million"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_says_the_same_overlaps(one: str, other: str) -> None:
    assert overlap(one, other)
    assert to_base(only(one))[2] == to_base(only(other))[2]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_contradicts_does_not(one: str, other: str) -> None:
    assert not overlap(one, other)
