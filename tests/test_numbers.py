"""Numbers in digits and words, read back to their values."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.quantities.numbers import find_numbers
from counterclaim.text.quantities.numerals import NumberKind

VALUES = [
    pytest.param("7", [7], id="digit"),
    pytest.param("1,234,567", [1_234_567], id="commas"),
    pytest.param("1 234 567 and 40 000", [1_234_567, 40_000], id="thin-spaces"),
    pytest.param("1 234.5", [1234.5], id="spaces-and-decimals"),
    pytest.param("12,34,567.89", [1_234_567.89], id="indian"),
    pytest.param("1.234.567,5 and 1.111,25", [1_234_567.5, 1111.25], id="continental"),
    pytest.param("3,5", [3.5], id="decimal-comma"),
    pytest.param(".45", [0.45], id="leading-point"),
    pytest.param(
        "1.2m people, 3bn, 2k, 40K, 5M, 10 bln", [1.2e6, 3e9, 2000, 40_000, 5e6, 1e10], id="suffixes"
    ),
    pytest.param("2.1T", [2.1], id="T-without-money"),
    pytest.param("$2.1T, 5b, US$1MM", [2.1e12, 5e9, 1e6], id="T-with-money"),
    pytest.param("£5 m, 5m", [5e6, 5], id="m-with-a-space"),
    pytest.param("1.2m of them, 3m of snow, 4m tall men", [1.2e6, 3, 4], id="m-of"),
    pytest.param("5lakh", [5e5], id="glued-lakh"),
    pytest.param("3.5 lakh, 12 crore, 2 lakh crore", [350_000, 1.2e8, 2e12], id="lakh-crore"),
    pytest.param("6 crore 20 lakh", [6.2e7], id="crore-then-lakh"),
    pytest.param("6 crore 20 men, 3 million 4 billion", [6e7, 20, 3e6, 4e9], id="no-smaller-scale"),
    pytest.param("1/2, 3/4, 10 1/2, 2½, 2 ½, ⅔", [0.5, 0.75, 10.5, 2.5, 2.5, 2 / 3], id="fractions-in-signs"),
    pytest.param("-3, −4.5, (-5), $-6", [-3, -4.5, -5, -6], id="negative"),
    pytest.param("5-3", [5, 3], id="dash-is-no-minus"),
    pytest.param("1.3e6, 2.5×10^3, 5 x 10-3, 4 x 4", [1.3e6, 2500, 0.005, 4, 4], id="powers"),
    pytest.param("seven hundred and eighty", [780], id="hundred-and"),
    pytest.param("two hundred five thousand and six", [205_006], id="thousand-and"),
    pytest.param("two thousand and three hundred", [2300], id="thousand-and-hundred"),
    pytest.param("one hundred and two hundred", [100, 200], id="two-numbers"),
    pytest.param("two thousand and three thousand", [2000, 3000], id="two-thousands"),
    pytest.param("one hundred and two thousand", [102_000], id="hundred-and-two-thousand"),
    pytest.param("fifteen hundred", [1500], id="fifteen-hundred"),
    pytest.param("two three", [2, 3], id="two-three"),
    pytest.param("twenty twenty", [20, 20], id="twenty-twenty"),
    pytest.param("three lakh crore", [3e12], id="lakh-crore-words"),
    pytest.param("half a million, half million, a half dozen, half-million", [5e5, 5e5, 6, 5e5], id="halves"),
    pytest.param(
        "a quarter of a million, quarter million, two thirds of a million",
        [250_000, 250_000, 2e6 / 3],
        id="shares-of-a-million",
    ),
    pytest.param(
        "two and a half, two and a half million, one million and a half", [2.5, 2.5e6, 1.5e6], id="and-a-half"
    ),
    pytest.param("one billion and a half million", [1_000_500_000], id="and-half-a-million"),
    pytest.param(
        "three and two thirds, three and one fourth, five and a quarter",
        [3 + 2 / 3, 3.25, 5.25],
        id="and-two-thirds",
    ),
    pytest.param("two hundred and two thirds of it", [200 + 2 / 3], id="hundred-and-two-thirds"),
    pytest.param("two men and a third woman", [2, 3], id="and-a-third"),
    pytest.param("five and a tenth", [5.1], id="and-a-tenth"),
    pytest.param("a dozen, two dozen, 3 dozens, another dozen", [12, 24, 36, 12], id="dozens"),
    pytest.param("a hundred, a hundred and one, a thousand, a million", [100, 101, 1000, 1e6], id="articles"),
    pytest.param(
        "another hundred, hundred thousand, a billion-dollar, the hundred", [100, 1e5, 1e9], id="bare-scales"
    ),
    pytest.param(
        "one in five, 1 in 10, nine out of ten, one in every 4, one in a million",
        [0.2, 0.1, 0.9, 1, 4, 1e-6],
        id="one-in",
    ),
    pytest.param(
        "five in ten days, 12 in 10, one in the room, 8 in 11 towns",
        [5, 10, 12, 10, 1, 8, 11],
        id="not-one-in",
    ),
    pytest.param(
        "two-thirds, three quarters, one-half, four-fifths, one third, two-third",
        [2 / 3, 0.75, 0.5, 0.8, 1 / 3, 2 / 3],
        id="shares",
    ),
    pytest.param(
        "six point four, nought point nought three, two point seventy-one, two point them",
        [6.4, 0.03, 2.71, 2],
        id="point",
    ),
    pytest.param("minus five, negative two-thirds", [-5, -2 / 3], id="minus"),
    pytest.param("zero, naught", [0, 0], id="zero"),
    pytest.param("half of it, half, second half, mid-half, a quarter", [0.5, 0.5, 2, 0.25], id="bare-halves"),
    pytest.param("between one hundred and fifty", [100, 50], id="between"),
    pytest.param("192.168.1.2, 22,24,26,31", [], id="no-numerals"),
    pytest.param("9/11 and 24/7 and 1/2/3", [9, 11, 24, 7, 1, 2, 3], id="no-fractions"),
    pytest.param("9" * 30, [], id="too-long"),
    pytest.param("." + "9" * 30, [], id="too-long-a-part"),
    pytest.param("a few, several, a couple, a handful, the few, handful", [3, 3, 2, 3], id="vague"),
    pytest.param(
        "couple of dozen, tens of thousands, dozens of millions, tens", [24, 20_000, 24e6], id="vague-scales"
    ),
    pytest.param("", [], id="empty"),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_find_numbers(text: str, expected: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == pytest.approx(expected)


KINDS = [
    pytest.param("21st", "ordinal", 21, id="digits"),
    pytest.param("third", "ordinal", 3, id="word"),
    pytest.param("a third man", "ordinal", 3, id="article"),
    pytest.param("twenty-first", "ordinal", 21, id="hyphenated"),
    pytest.param("two hundred and fifth", "ordinal", 205, id="hundred-and"),
    pytest.param("one hundred twenty-fifth", "ordinal", 125, id="hundred-twenty"),
    pytest.param("two hundredth", "ordinal", 200, id="hundredth"),
    pytest.param("about a third", "fraction", 1 / 3, id="share"),
    pytest.param("a third of it", "fraction", 1 / 3, id="share-of"),
    pytest.param("one in five", "fraction", 0.2, id="one-in-five"),
    pytest.param("⅔", "fraction", 2 / 3, id="sign"),
    pytest.param("dozens", "vague", 24, id="vague"),
    pytest.param("a quarter of a million", "cardinal", 250_000, id="cardinal"),
]


@pytest.mark.parametrize(("text", "kind", "value"), KINDS)
def test_kinds(text: str, kind: NumberKind, value: float) -> None:
    number = find_numbers(text)[0]
    assert (number.kind, number.value) == (kind, pytest.approx(value))


STEPS = [
    pytest.param("1.2 million", 1e5, 1e6, id="decimal-million"),
    pytest.param("25 million", 1e6, 1e6, id="million"),
    pytest.param("6.8", 0.1, 1, id="decimal"),
    pytest.param("58", 1, 1, id="whole"),
    pytest.param("two million", 1e6, 1e6, id="words"),
    pytest.param("a dozen", 12, 1, id="dozen"),
    pytest.param("a hundred", 100, 1, id="hundred"),
]


@pytest.mark.parametrize(("text", "step", "scale"), STEPS)
def test_steps(text: str, step: float, scale: float) -> None:
    number = find_numbers(text)[0]
    assert (number.step, number.scale) == (pytest.approx(step), scale)


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def spell(number: int) -> str:
    """The number in words, as a careful sub-editor writes it."""
    for scale, name in SCALES:
        if number >= scale:
            head, rest = divmod(number, scale)
            joint = "" if not rest else " and " if rest < 100 else " "
            return f"{spell(head)} {name}{joint}{spell(rest) if rest else ''}"
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{SMALL[head]} hundred" + (f" and {spell(rest)}" if rest else "")
    if number >= 20:
        head, rest = divmod(number, 10)
        return TENS[head - 2] + (f"-{SMALL[rest]}" if rest else "")
    return SMALL[number]


@given(st.integers(0, 10**15 - 1))
def test_words_are_read_back(number: int) -> None:
    (found,) = find_numbers(spell(number))
    assert (found.value, found.words) == (number, True)


@given(st.integers(0, 10**15 - 1), st.sampled_from([",", "\u00a0", "\u202f", "\u2009", " "]))
def test_digits_in_groups_are_read_back(number: int, separator: str) -> None:
    (found,) = find_numbers(f"{number:,}".replace(",", separator))
    assert (found.value, found.words) == (number, False)


@given(st.integers(0, 10**9), st.integers(1, 3))
def test_decimals_are_read_back(whole: int, places: int) -> None:
    (found,) = find_numbers(f"{whole / 10**places:.{places}f} billion")
    assert found.value == pytest.approx(whole / 10**places * 1e9)
    assert found.step == pytest.approx(1e9 / 10**places)


@given(st.text(max_size=60), st.text(max_size=10))
def test_offsets(head: str, tail: str) -> None:
    text = f"{head} 1,234 {tail}"
    for number in find_numbers(text):
        assert 0 <= number.start < number.end <= len(text)
        assert math.isfinite(number.value)
    assert [n.value for n in find_numbers(text, len(head), len(head) + len(" 1,234"))] == [1234]
