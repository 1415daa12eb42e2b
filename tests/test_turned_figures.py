"""Figures and offices that a word beside them turns: "did not exceed", "two, not one", the mayor of a place a firm is named after."""

import pytest

from counterclaim.text.quantities import find_quantities
from counterclaim.text.sentences import split_sentences
from counterclaim.text.speech.reading import find_speech


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        pytest.param("Winds did not exceed 10 knots", "at_most", id="did-not-exceed"),
        pytest.param("The count has not exceeded 40", "at_most", id="has-not-exceeded"),
        pytest.param("Costs didn't exceed 3 million euros", "at_most", id="contracted"),
        pytest.param("Winds exceeded 25 knots", "more_than", id="exceeded"),
    ],
)
def test_a_negated_bound_is_the_other_one(text: str, bound: str) -> None:
    assert [q.bound for q in find_quantities(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("We heard two detonations, not one.", ["two"], id="put-right"),
        pytest.param("There were 14 boxes, not one of them sealed", ["14", "not one"], id="none-of-them"),
        pytest.param("We lost no outposts, not one machine", ["no", "not one"], id="not-one-machine"),
    ],
)
def test_not_one_behind_a_number(text: str, figures: list[str]) -> None:
    assert [q.text for q in find_quantities(text)] == figures


@pytest.mark.parametrize(
    ("text", "side"),
    [
        pytest.param(
            "The mayor of Kallby, Runa Falk, said it was late. Kallby Lines said it was not.",
            "Kallby",
            id="mayor",
        ),
        pytest.param(
            "The chairman of Norvane, Alec Thorne, said it was late. Norvane Freight said it was not.",
            "Norvane Freight",
            id="chairman",
        ),
    ],
)
def test_an_office_of_a_place_is_none_of_a_firm(text: str, side: str) -> None:
    assert find_speech(text, split_sentences(text))[0].attribution[0].side == side


@pytest.mark.parametrize(
    ("text", "counting"),
    [
        pytest.param("The toll of nine had left out four men who died later", "incremental", id="left-out"),
        pytest.param("The toll was nine, not counting four divers", "incremental", id="not-counting"),
        pytest.param("The count, excluding 12 sailors, was final", "incremental", id="excluding"),
        pytest.param("They left four men there", "unstated", id="left"),
    ],
)
def test_what_another_count_leaves_out_is_no_rival_of_it(text: str, counting: str) -> None:
    assert find_quantities(text)[-1].counting == counting
