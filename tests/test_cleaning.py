import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.articles.cleaning import (
    clean_line,
    clean_text,
    is_english,
    join_paragraphs,
    split_paragraphs,
)

CLEANED = [
    pytest.param("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne", id="every-line-end-is-a-newline"),
    pytest.param("a\u2029b", "a\n\nb", id="paragraph-separator"),
    pytest.param("to\x00ll\x1b[31m ro\x9bse", "toll[31m rose", id="control-characters"),
    pytest.param("\u202etoll\u202c \u2066rose\u2069\u200f", "toll rose", id="bidi-controls"),
    pytest.param("sol\u00addiers\u200b \ufeffdied\u2060", "soldiers died", id="zero-width-and-soft-hyphen"),
    pytest.param("kil\u200dled 5\u200c8", "killed 58", id="joiners-between-latin-letters-and-digits"),
    pytest.param("می\u200cخواهم", "می\u200cخواهم", id="persian-needs-its-joiner"),
    pytest.param("क\u094d\u200dष", "क\u094d\u200dष", id="devanagari-needs-its-joiner"),
    pytest.param("می\u200c\u200cخواهم", "می\u200cخواهم", id="one-joiner-is-enough"),
    pytest.param("می\u200c خواهم\u200d", "می خواهم", id="no-joiner-at-a-border"),
    pytest.param("\U0001f469\u200d\U0001f692", "\U0001f469\u200d\U0001f692", id="emoji-keep-their-joiner"),
    pytest.param("fine\U000e0069\U000e0067\U000e006e", "fine", id="hidden-tag-characters"),
    pytest.param("12\u00a0soldiers\u2003died", "12 soldiers died", id="odd-spaces-are-spaces"),
    pytest.param("1\u00a0200\u2009300 dead", "1\u202f200\u202f300 dead", id="digit-groups-stay-joined"),
    pytest.param("in\u202f2025 12\u00a034", "in 2025 12 34", id="no-group-of-three-no-joint"),
    pytest.param("  a \t b  \n  c ", "a b\nc", id="spaces-collapse-lines-are-trimmed"),
    pytest.param("cafe\u0301", "caf\u00e9", id="form-c"),
    pytest.param("“So,” he said — ‘no’.", "“So,” he said — ‘no’.", id="typographic-marks-stay"),
    pytest.param("half \ud83d there", "half there", id="half-characters"),
]


@pytest.mark.parametrize(("text", "expected"), CLEANED)
def test_clean_text(text: str, expected: str) -> None:
    assert clean_text(text) == expected


@given(
    st.text(
        st.characters(codec=None) | st.sampled_from("\u200c\u200d\u202f\u00a0\u0301 1a\nم\r"), max_size=40
    )
)
def test_cleaning_clean_text_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(st.characters() | st.sampled_from("- *\n .aB"), max_size=400))
def test_stored_text_is_stored_unchanged(text: str) -> None:
    once = join_paragraphs(split_paragraphs(clean_text(text)))
    assert join_paragraphs(split_paragraphs(clean_text(once))) == once
    assert "\n\n\n" not in once


@pytest.mark.parametrize("text", [None, "", " \u200b\n"], ids=["none", "empty", "invisible"])
def test_a_label_without_a_letter_is_no_label(text: str | None) -> None:
    assert clean_line(text) is None


WRAPPED = """\
The ferry left the harbour at noon with 240 people
aboard, and it was seen to lean to one side as it
passed the mole, the harbour master told reporters.
It sank twenty minutes later.

Divers went down at once, but the water was too cold
for more than ten minutes at a time, their chief
said. They will go on in the morning if the wind
drops.
- twelve dead
- thirty missing"""

PARAGRAPHS = [
    pytest.param("One.\nTwo.\n\n\nThree.", ("One.", "Two.", "Three."), id="a-line-is-a-paragraph"),
    pytest.param("Head\n• one\n* two\n- three", ("Head", "- one", "- two", "- three"), id="list-items"),
    pytest.param("*bold* start", ("*bold* start",), id="a-star-alone-is-no-item"),
    pytest.param("", (), id="empty"),
    pytest.param("x" * 60 + "\nOne more line here.", ("x" * 60, "One more line here."), id="too-few-wraps"),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_split_paragraphs(text: str, expected: tuple[str, ...]) -> None:
    assert split_paragraphs(text) == expected


def test_wrapped_lines_are_joined_again() -> None:
    paragraphs = split_paragraphs(WRAPPED)
    assert len(paragraphs) == 4
    assert paragraphs[0].endswith("reporters. It sank twenty minutes later.")
    assert paragraphs[1].endswith("in the morning if the wind drops.")
    assert paragraphs[2:] == ("- twelve dead", "- thirty missing")


ENGLISH = [
    pytest.param(
        "De minister zei dat de brug voor al het verkeer was gesloten en had geen plan.", False, id="dutch"
    ),
    pytest.param(
        "Der Minister sagte, dass die Brücke für den Verkehr gesperrt sei, und zwar ab Montag.",
        False,
        id="german",
    ),
    pytest.param(
        "“The toll,” she said, “is not the last word”; it was to be read out at noon.", True, id="quoted"
    ),
    pytest.param("The toll was 12.", None, id="too-short-to-tell"),
    pytest.param("", None, id="empty"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_is_english(text: str, expected: bool | None) -> None:  # noqa: FBT001 - a table's column
    assert is_english(text) is expected


@pytest.mark.parametrize("unit", ["\u200c", "\u200dم", "1\u00a0", " \t", "a\n", "- ", "\u202f", "e\u0301"])
def test_hostile_repetition_is_read_in_linear_time(unit: str) -> None:
    begun = time.perf_counter()
    split_paragraphs(clean_text(unit * 100_000))
    assert time.perf_counter() - begun < 5
