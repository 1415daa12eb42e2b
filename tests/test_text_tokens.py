import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("1,234.5 km", ["1,234.5", "km"], id="separators-inside-a-number"),
        pytest.param("It was 7.", ["It", "was", "7", "."], id="full-stop-after-a-number"),
        pytest.param("2–1", ["2", "–", "1"], id="score"),
        pytest.param("$5m", ["$", "5", "m"], id="money"),
        pytest.param(
            "Odrin’s well-known mayor", ["Odrin’s", "well-known", "mayor"], id="apostrophe-and-hyphen"
        ),
        pytest.param("the miners’ hall", ["the", "miners’", "hall"], id="plural-possessive"),
        pytest.param("snake_case", ["snake", "_", "case"], id="underscore"),
        pytest.param("a1b2", ["a", "1", "b", "2"], id="letters-and-digits"),
        pytest.param("٣٢ جنديا", ["٣٢", "جنديا"], id="arabic-digits"),
        pytest.param("A\u200bB 👍🏽", ["A", "\u200b", "B", "👍", "🏽"], id="zero-width-and-emoji"),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert [t.text for t in tokenize(text)] == expected


def test_a_stretch_keeps_offsets_into_the_whole() -> None:
    text = "Nine died. Ten were hurt."
    assert [(t.start, t.text) for t in tokenize(text, 11, 19)] == [(11, "Ten"), (15, "were")]


@pytest.mark.parametrize(
    ("word", "lower", "is_word"),
    [
        pytest.param("DON’T", "don't", True, id="apostrophe-straightened"),
        pytest.param("Co‑op", "co-op", True, id="hyphen-straightened"),
        pytest.param("12", "12", False, id="number"),
        pytest.param("²", "²", False, id="superscript"),
        pytest.param("%", "%", False, id="mark"),
    ],
)
def test_forms(word: str, lower: str, *, is_word: bool) -> None:
    (token,) = tokenize(word)
    assert (token.lower, token.is_word) == (lower, is_word)


@given(st.text())
def test_tokens_stand_at_their_offsets_and_cover_all_but_space(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert "".join(t.text for t in tokens) == "".join(text.split())


@pytest.mark.parametrize("unit", ["a-", "1,", "’", "\u202e", "9."])
def test_a_hostile_text_takes_linear_time(unit: str) -> None:
    start = time.process_time()
    tokens = tokenize(unit * (100_000 // len(unit)))
    assert tokens
    assert time.process_time() - start < 2
