from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.facts import is_verb, split_facts
from counterclaim.text.quantities import find_quantities
from counterclaim.text.tokens import tokenize
from strategies import sentences

WORDS = st.lists(
    st.sampled_from(
        "12 men were killed and 30 others hurt ; — , but when after from against $ 5 % that crews left 40 million the of "
        "them between 20 said who — as".split()
    ),
    max_size=25,
).map(" ".join)


def facts(text: str) -> list[str]:
    return [
        text[f.tokens[0].start : f.tokens[-1].end] for f in split_facts(tokenize(text), find_quantities(text))
    ]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("guards were hurt", "were", True, id="auxiliary"),
        pytest.param("the court ruled", "ruled", True, id="ed"),
        pytest.param("the bridge fell", "fell", True, id="past-form"),
        pytest.param("in great need", "need", False, id="ed-but-too-short"),
        pytest.param("the vote was held", "held", True, id="after-an-auxiliary"),
        pytest.param("roads were badly cut", "badly", False, id="adverb"),
        pytest.param("roads were badly hurt", "hurt", True, id="after-an-adverb"),
        pytest.param("badly hurt", "hurt", False, id="adverb-opens"),
        pytest.param("they were the first", "the", False, id="function-word-after-an-auxiliary"),
        pytest.param("there were 12", "12", False, id="number-after-an-auxiliary"),
        pytest.param("prices rise", "prices", False, id="noun"),
    ],
)
def test_verbs_by_form(text: str, word: str, *, expected: bool) -> None:
    tokens = tokenize(text)
    at = next(i for i, t in enumerate(tokens) if t.text == word)
    assert is_verb(tokens, at) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("… !", [], id="marks-only"),
        pytest.param("but", [], id="a-joint-only"),
        pytest.param("21 gates were shut for a while", ["21 gates were shut for a while"], id="a-while"),
        pytest.param("she has 9 keys, a number that", ["she has 9 keys"], id="a-relative-that-leads-nowhere"),
        pytest.param("she has 9 keys, which", ["she has 9 keys"], id="a-bare-relative-that-leads-nowhere"),
        pytest.param("she has 9 keys that", ["she has 9 keys that"], id="no-comma"),
        pytest.param(
            "she said it was so, the man said that",
            ["she said it was so, the man said that"],
            id="a-verb-behind-the-comma",
        ),
        pytest.param("21 gates were shut while", ["21 gates were shut"], id="a-joint-left-over"),
        pytest.param("the vote is on", ["the vote is on"], id="one-fact"),
        pytest.param(
            "12 men were killed and 30 others hurt",
            ["12 men were killed", "30 others hurt"],
            id="and-with-figures",
        ),
        pytest.param(
            "rents rose by 6 per cent, wages by 2 per cent",
            ["rents rose by 6 per cent", "wages by 2 per cent"],
            id="comma-with-figures",
        ),
        pytest.param(
            "the ship sank, the crew was saved",
            ["the ship sank, the crew was saved"],
            id="comma-without-figures",
        ),
        pytest.param(
            "between 20 and 30 people were killed",
            ["between 20 and 30 people were killed"],
            id="range-is-whole",
        ),
        pytest.param(
            "96 dead from the 58 of Sunday", ["96 dead", "from the 58 of Sunday"], id="figures-compared"
        ),
        pytest.param(
            "the bridge was closed; the ferry ran", ["the bridge was closed", "the ferry ran"], id="semicolon"
        ),
        pytest.param(
            "$40 million was paid — and £3 million was lost",
            ["$40 million was paid", "£3 million was lost"],
            id="dash-and-currency-signs-kept",
        ),
        pytest.param(
            "the lead was 3%; turnout was 40%", ["the lead was 3%", "turnout was 40%"], id="percent-sign-kept"
        ),
        pytest.param(
            "the court fined the firm and the firm appealed",
            ["the court fined the firm", "the firm appealed"],
            id="and-with-verbs",
        ),
        pytest.param(
            "the mayor resigned, and on Monday evening in Karsk her deputy took over",
            ["the mayor resigned", "on Monday evening in Karsk her deputy took over"],
            id="comma-and-reaches-further",
        ),
        pytest.param(
            "the mayor resigned and on Monday evening in old Karsk her deputy took over",
            ["the mayor resigned and on Monday evening in old Karsk her deputy took over"],
            id="and-alone-does-not-reach",
        ),
        pytest.param("bread and butter were sold", ["bread and butter were sold"], id="and-joins-nouns"),
        pytest.param(
            "30 were hurt when a wall fell", ["30 were hurt", "when a wall fell"], id="subordinate-clause"
        ),
        pytest.param(
            "30 were hurt after Sunday mass", ["30 were hurt after Sunday mass"], id="subordinate-phrase"
        ),
        pytest.param(
            "30 after the wall fell", ["30 after the wall fell"], id="no-verb-before-the-subordinate"
        ),
        pytest.param(
            "crews came when a wall fell",
            ["crews came when a wall fell"],
            id="no-figure-before-the-subordinate",
        ),
        pytest.param(
            "yes; the road is open again", ["yes; the road is open again"], id="a-short-answer-is-not-cut"
        ),
        pytest.param(
            "she had been on call and had seen the flood",
            ["she had been on call and had seen the flood"],
            id="a-first-part-that-says-too-little",
        ),
        pytest.param(
            "so they did; 12 homes burned",
            ["so they did", "12 homes burned"],
            id="a-scrap-at-the-front-stands-alone",
        ),
        pytest.param(
            "9 men died and — 3 fled",
            ["9 men died", "3 fled"],
            id="joint-before-a-dash",
        ),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


def test_a_fragment_and_its_head_share_a_clause() -> None:
    text = "58 miners were hurt, 22 of them on the ridge; the pit was shut"
    found = split_facts(tokenize(text), find_quantities(text))
    assert [text[f.start : f.end] for f in found] == [
        "58 miners were hurt, 22 of them on the ridge",
        "58 miners were hurt, 22 of them on the ridge",
        "the pit was shut",
    ]


def test_a_scrap_stays_with_the_fact_before_it() -> None:
    assert facts("12 homes burned; and so it was; crews left the port") == [
        "12 homes burned; and so it was",
        "crews left the port",
    ]


def test_a_currency_sign_behind_its_number_is_kept() -> None:
    assert facts("the bridge cost 12 $") == ["the bridge cost 12 $"]


@given(st.one_of(st.text(), WORDS, sentences()))
def test_facts_are_ordered_and_lie_inside_the_stretch(text: str) -> None:
    tokens = tokenize(text)
    found = split_facts(tokens, find_quantities(text))
    assert all(f.tokens for f in found)
    for fact in found:
        assert tokens[0].start <= fact.start <= fact.tokens[0].start
        assert fact.tokens[-1].end <= fact.end <= tokens[-1].end
    assert all(a.tokens[-1].end <= b.tokens[0].start for a, b in pairwise(found))
    assert all(a.start <= b.start for a, b in pairwise(found))


@given(st.one_of(WORDS, sentences()))
def test_no_figure_is_lost_or_cut(text: str) -> None:
    figures = find_quantities(text)
    found = split_facts(tokenize(text), figures)
    for q in figures:
        holding = [f for f in found if f.tokens[0].start <= q.start < f.tokens[-1].end]
        assert len(holding) == 1
        assert (
            holding[0].tokens[-1].end >= q.end
            or text[holding[0].tokens[-1].end : q.end].strip("%$.’' ") == ""
        )
