import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Attribution, Quantity
from counterclaim.note.prose import (
    excerpt,
    figure_words,
    listing,
    number_words,
    plain,
    shortened,
    speaker_words,
    unit_words,
)


def quantity(
    text: str, low: float | None, high: float | None, bound: str = "exact", unit: str | None = None
) -> Quantity:
    return Quantity(start=0, end=len(text), text=text, low=low, high=high, bound=bound, unit=unit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        pytest.param(quantity("58", 58, 58), "58", id="digits"),
        pytest.param(quantity("nine", 9, 9), "9", id="a word"),
        pytest.param(quantity("half a million", 500_000, 500_000), "500,000", id="words"),
        pytest.param(quantity("dozens", 24, None, "vague"), "dozens", id="vague"),
        pytest.param(quantity("more than 200", 200, None, "more_than"), "more than 200", id="bound in the words"),
        pytest.param(quantity("200", 200, None, "more_than"), "more than 200", id="bound not in the words"),
        pytest.param(quantity("200 or more", 200, None, "at_least"), "200 or more", id="bound after the figure"),
        pytest.param(quantity("a hundred", None, 100, "at_most"), "at most 100", id="at most"),
        pytest.param(quantity("two hundred", 200, 200, "approx"), "about 200", id="about"),
        pytest.param(quantity("two to three", 2, 3, "range", "kilometre"), "2 to 3 kilometres", id="a range"),
        pytest.param(quantity("one", 1, 1, unit="kilometre"), "1 kilometre", id="singular"),
        pytest.param(quantity("a fifth", 20, 20, unit="percent"), "20%", id="a share"),
        pytest.param(quantity("About 3,100", 3100, 3100, "approx"), "about 3,100", id="from the start of a sentence"),
        pytest.param(quantity("a third", 1 / 3, 1 / 3), "a third", id="a fraction"),
        pytest.param(quantity("20 months’", 20, 20, unit="month"), "20 months", id="a possessive"),
        pytest.param(quantity("some", None, None), "some", id="not known"),
    ],
)  # fmt: skip
def test_figure_words(figure: Quantity, expected: str) -> None:
    assert figure_words(figure) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(0, "0", id="nought"),
        pytest.param(1234567, "1,234,567", id="thousands"),
        pytest.param(1_200_000, "1.2 million", id="round millions"),
        pytest.param(-2e9, "-2 billion", id="billions below nought"),
        pytest.param(1e21, "1,000,000,000,000 billion", id="no exponent"),
        pytest.param(0.5, "0.5", id="a half"),
    ],
)
def test_number_words(value: float, expected: str) -> None:
    assert number_words(value) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        pytest.param(None, "", id="a bare count"),
        pytest.param("percent", "%", id="percent"),
        pytest.param("percentage_point", " percentage points", id="points"),
        pytest.param("USD", " USD", id="a code"),
        pytest.param("foot", " feet", id="irregular"),
        pytest.param("yen", " yen", id="no plural"),
    ],
)
def test_unit_words(unit: str | None, expected: str) -> None:
    assert unit_words(unit, 2) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        pytest.param(
            Attribution(name="Ana Roy", role="mayor", side="Orvo"), "Ana Roy (mayor, Orvo)", id="all"
        ),
        pytest.param(
            Attribution(name="Orvo’s mayor", role="mayor", side="Orvo"), "Orvo’s mayor", id="nothing twice"
        ),
        pytest.param(Attribution(name=None, role="a nurse"), "a nurse", id="only a role"),
        pytest.param(Attribution(name=" "), "speaker not stated", id="nobody"),
    ],
)
def test_speaker_words(link: Attribution, expected: str) -> None:
    assert speaker_words(link) == expected


@pytest.mark.parametrize(
    ("quote", "room", "focus", "expected"),
    [
        pytest.param("23 died.", 50, 0, "“23 died.”", id="whole"),
        pytest.param("“23 died,”", 50, 1, "“23 died,”", id="marks of its own"),
        pytest.param("“Go,” he said, “now.”", 50, 0, '"“Go,” he said, “now.”"', id="other marks inside"),
        pytest.param('“Go” and "go"', 50, 0, '«“Go” and "go"»', id="both kinds inside"),
        pytest.param("one two three four five", 12, 0, "“one two” […]", id="cut at the end"),
        pytest.param("one two three four five", 12, 19, "[…] “four five”", id="cut at the start"),
        pytest.param("one two three four five six seven", 16, 14, "[…] “four five” […]", id="cut on both sides"),
        pytest.param("x" * 30, 10, 0, f"“{'x' * 10}” […]", id="one long word"),
        pytest.param("x" * 30, 10, 20, f"[…] “{'x' * 10}” […]", id="inside a long word"),
        pytest.param("", 10, 0, "“”", id="empty"),
    ],
)  # fmt: skip
def test_excerpt(quote: str, room: int, focus: int, expected: str) -> None:
    assert excerpt(quote, room, focus).marked() == expected


@given(st.text(max_size=200), st.integers(1, 60), st.integers(0, 250))
def test_an_excerpt_is_verbatim_and_in_its_room(quote: str, room: int, focus: int) -> None:
    cut = excerpt(quote, room, focus)
    assert cut.text in plain(quote)
    assert len(cut.text) <= room


@given(st.text(alphabet="ab “”", max_size=120), st.integers(20, 60), st.integers(0, 120))
def test_an_excerpt_holds_its_focus(quote: str, room: int, focus: int) -> None:
    marked = f"{quote[:focus]}#{quote[focus:]}"
    assert "#" in excerpt(marked, room, marked.index("#")).text


@given(st.text())
def test_plain_is_idempotent(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=80), st.integers(2, 40))
def test_shortened_fits(text: str, room: int) -> None:
    assert len(shortened(text, room)) <= room


def test_listing() -> None:
    assert listing([]) == ""
    assert listing(["A"]) == "A"
    assert listing(["A", "B", "C"], limit=2) == "A, B and one more"
