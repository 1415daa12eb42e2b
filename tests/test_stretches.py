from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Article
from counterclaim.text.sentences import split_sentences
from counterclaim.text.stretches import Stretch, split_stretches
from strategies import articles


def cut(text: str) -> list[Stretch]:
    return list(split_stretches(text, split_sentences(text), outlet=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("The road is open.", [("The road is open.", False)], id="narration"),
        pytest.param(
            "Police said the road was shut. It rained.",
            [("the road was shut", True), ("It rained.", False)],
            id="speech-then-narration",
        ),
        pytest.param(
            "The vote, Ana Ruiz said, was fair.",
            [("The vote, Ana Ruiz said, was fair", True)],
            id="cue-in-the-middle",
        ),
        pytest.param(
            "TORVIK — Output fell, the firm said.", [("Output fell", True)], id="dateline-belongs-to-none"
        ),
        pytest.param(
            "“We won. We shall pay,” Ana Ruiz said.",
            [("We won", True), ("We shall pay", True)],
            id="a-quotation-over-two-sentences",
        ),
    ],
)
def test_voices(text: str, expected: list[tuple[str, bool]]) -> None:
    found = [(text[s.start : s.end].strip(" ,.“”"), s.speech is not None) for s in cut(text)]
    assert found == [(words.strip("."), told) for words, told in expected]


def check(text: str) -> None:
    found = cut(text)
    for s in found:
        assert s.sentence.start <= s.start < s.end <= s.sentence.end
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(articles())
def test_stretches_of_an_article_are_ordered_and_stay_in_their_sentence(article: Article) -> None:
    check(article.text)


@given(st.text())
def test_stretches_of_any_text_are_ordered_and_stay_in_their_sentence(text: str) -> None:
    check(text)
