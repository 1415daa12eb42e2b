"""Sentences: known traps of news text, and what holds for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It rained. It stopped.", ["It rained.", "It stopped."], id="plain"),
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\n ", [], id="only-spaces"),
        pytest.param(
            "The shock came at 2.17 a.m. local time. It was short.",
            ["The shock came at 2.17 a.m. local time.", "It was short."],
            id="clock-lower-case",
        ),
        pytest.param(
            "It left at 6.40 a.m. on Monday. It fell.",
            ["It left at 6.40 a.m. on Monday.", "It fell."],
            id="clock-preposition",
        ),
        pytest.param(
            "He left at 5 p.m. She stayed.", ["He left at 5 p.m.", "She stayed."], id="clock-ends-sentence"
        ),
        pytest.param(
            "It began at 5 p.m. 12 people came.", ["It began at 5 p.m. 12 people came."], id="clock-digit"
        ),
        pytest.param("Shaft No. 5 fell. Two died.", ["Shaft No. 5 fell.", "Two died."], id="number-sign"),
        pytest.param("J. R. Moss left. He ran.", ["J. R. Moss left.", "He ran."], id="initials"),
        pytest.param("He left. Mr. Lee came.", ["He left.", "Mr. Lee came."], id="before-title"),
        pytest.param("Mr. Lee came. Dr. Orr left.", ["Mr. Lee came.", "Dr. Orr left."], id="titles"),
        pytest.param(
            "It rose to 61 per cent. “We won,” he said.",
            ["It rose to 61 per cent.", "“We won,” he said."],
            id="before-quote",
        ),
        pytest.param(
            "They took the win. Rivals left.",
            ["They took the win.", "Rivals left."],
            id="word-like-abbreviation",
        ),
        pytest.param(
            "It fell approx. Nine metres. It broke.",
            ["It fell approx. Nine metres.", "It broke."],
            id="abbreviation",
        ),
        pytest.param(
            "“We lost. It hurts,” he said. They left.",
            ["“We lost.", "It hurts,” he said.", "They left."],
            id="quote-of-two",
        ),
        pytest.param(
            "“Why?” she asked. “No.” He left.",
            ["“Why?” she asked.", "“No.”", "He left."],
            id="question-in-quote",
        ),
        pytest.param("He said so.“Next.” Yes.", ["He said so.", "“Next.”", "Yes."], id="no-space"),
        pytest.param(
            "First line\nSecond line\n\nThird.", ["First line", "Second line", "Third."], id="lines"
        ),
        pytest.param(
            "- One thing\n• Another. More\n* Third", ["One thing", "Another.", "More", "Third"], id="bullets"
        ),
        pytest.param(
            "4. No warning came.\n5. There were 31 on board.\n12 men left.",
            ["No warning came.", "There were 31 on board.", "12 men left."],
            id="numbered-points",
        ),
        pytest.param(
            "The U.S. Army left. It was late.", ["The U.S. Army left.", "It was late."], id="acronym"
        ),
        pytest.param("Le train est parti. Il pleut.", ["Le train est parti.", "Il pleut."], id="french"),
    ],
)
def test_split(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_paragraphs_are_counted_without_empty_lines() -> None:
    assert [s.paragraph for s in split_sentences("It rained. It fell.\n\n\nIt rose.\r\nIt sank.")] == [
        0,
        0,
        1,
        2,
    ]


def test_no_sentence_is_longer_than_the_limit() -> None:
    assert max(s.end - s.start for s in split_sentences("a " * 50_000)) <= 20_000


@given(st.text(alphabet=st.sampled_from("ab A.B!?“”\"' \n-•0,5pmMrNo…’"), max_size=200))
def test_spans_are_ordered_and_cover_all_but_spaces_and_bullets(text: str) -> None:
    spans = split_sentences(text)
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)
    kept = {i for s in spans for i in range(s.start, s.end)}
    assert all(c.isspace() or c in "-•" for i, c in enumerate(text) if i not in kept)
