"""Votes: which side a figure counts, and how two accounts of one vote relate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import counterclaim
from counterclaim.text.quantities import find_quantities
from small_accounts import article, claims


def sides(text: str) -> list[tuple[str, str | None]]:
    return [(q.text, q.measure) for c in claims(text) for q in c.quantities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The vote was seven to two.", [("seven", "votes for"), ("two", "votes against")], id="in-words"),
        pytest.param("The vote was 7-2.", [("7", "votes for"), ("2", "votes against")], id="dashed"),
        pytest.param("The bill passed 54–46.", [("54", "votes for"), ("46", "votes against")], id="passed"),
        pytest.param("In a 6-3 ruling the court freed him.", [("6", "votes for"), ("3", "votes against")], id="a-ruling"),
        pytest.param("The court ruled 7-2 against the bank.", [("7", "votes for"), ("2", "votes against")], id="ruled-against-somebody"),
        pytest.param("The council approved the plan by 212 votes to 198.", [("212", "votes for"), ("198", "votes against")], id="by-votes"),
        pytest.param("The motion was rejected by nine votes to four.", [("nine", "votes against"), ("four", "votes for")], id="rejected"),
        pytest.param("The council rejected the plan 9-4.", [("9", "votes against"), ("4", "votes for")], id="rejected-dashed"),
        pytest.param("Members voted 9-4 against the plan.", [("9", "votes against"), ("4", "votes for")], id="voted-against"),
        pytest.param("Members voted it down 9 to 4.", [("9", "votes against"), ("4", "votes for")], id="voted-it-down"),
        pytest.param("Six councillors voted for the plan and three against.", [("Six", "votes for"), ("three", "votes against")], id="for-and-against"),
        pytest.param("Seven had voted in favour, two voted against.", [("Seven", "votes for"), ("two", "votes against")], id="in-favour"),
        pytest.param("There were 212 votes for and 198 against.", [("212", "votes for"), ("198", "votes against")], id="votes-for"),
        pytest.param("The plan passed with six in favour, and three against it.", [("six", "votes for"), ("three", "votes against")], id="with-six"),
        pytest.param("The motion was carried by 31 votes to 12, with four abstentions.", [("31", "votes for"), ("12", "votes against"), ("four", "abstentions")], id="abstentions"),
        pytest.param("Four of the councillors abstained.", [("Four", "abstentions")], id="abstained"),
        pytest.param("The Greens won 61 of the 120 seats.", [("61", "seats"), ("120", "seats in all")], id="of-all"),
        pytest.param("The Greens won 61 of 120 seats, against 31 for the Reds.", [("61", "seats"), ("120", "seats in all"), ("31", "seats")], id="the-whole-is-not-handed-on"),
        pytest.param("Rovers won 3-1.", [], id="a-score"),
        pytest.param("The council passed the 2024-25 budget.", [], id="a-year"),
        pytest.param("Three stood against the wall.", [("Three", None)], id="against-a-wall"),
        pytest.param("The firm paid three for the sign.", [("three", "paid")], id="for-a-thing"),
        pytest.param("The region voted to spend 5 to 7 million euros.", [("5 to 7 million euros", "paid")], id="a-range"),
    ],
)  # fmt: skip
def test_sides(text: str, found: list[tuple[str, str | None]]) -> None:
    assert sides(text) == found


def labels(a: str, b: str) -> set[tuple[str, str, str]]:
    """Label and the two answers, of relations between the two accounts."""
    one, two = article(a, outlet="Morning Paper"), article(b, outlet="Evening Paper")
    comparison = counterclaim.compare(counterclaim.digest([one, two]))
    by_id = {c.id: c for d in comparison.digests for c in d.claims}
    between = (r for r in comparison.relations if by_id[r.a].article != by_id[r.b].article)
    return {(r.label, *sorted((by_id[r.a].answer, by_id[r.b].answer))) for r in between}


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        pytest.param("The vote was seven to two, the clerk said.", "Six councillors voted for the plan and three against.", {("contradicts", "Six", "seven"), ("contradicts", "three", "two")}, id="two-tallies"),
        pytest.param("The Senate passed the bill 54-46.", "The bill was approved with 54 votes for and 46 against.", {("equivalent", "54", "54"), ("equivalent", "46", "46")}, id="one-tally-in-two-wordings"),
        pytest.param("The motion was rejected by 212 votes to 198.", "The motion fell, with 201 votes for and 209 against.", {("contradicts", "209", "212"), ("contradicts", "198", "201")}, id="rejected"),
        pytest.param("The court ruled 7-2 against the bank.", "In a 6-3 ruling the court found against the bank.", {("contradicts", "6", "7"), ("contradicts", "2", "3")}, id="court"),
        pytest.param("The Greens won 61 of 120 seats.", "The Greens took 63 of the 120 seats.", {("contradicts", "61", "63"), ("equivalent", "120", "120")}, id="seats"),
        pytest.param("The bill passed 54-46.", "The bill was backed by 61 per cent of voters.", set(), id="a-tally-and-a-share"),
        pytest.param("The vote was seven to two.", "Two voted for the plan and seven against.", set(), id="the-same-numbers-turned"),
        pytest.param("The vote on the budget was 9-4. The vote on the school was 12-1.", "The vote on the harbour was 11-2.", set(), id="another-vote"),
    ],
)  # fmt: skip
def test_accounts_of_one_vote(a: str, b: str, found: set[tuple[str, str, str]]) -> None:
    decided = {x for x in labels(a, b) if x[0] != "different_scope"}
    assert decided == found
    assert labels(b, a) == labels(a, b)


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_dashed_vote_has_both_its_figures(one: int, two: int) -> None:
    text = f"Members voted {one}-{two} in favour."
    found = find_quantities(text)
    assert [q.text for q in found] == [str(one), str(two)]
    assert all(text[q.start : q.end] == q.text and q.low == q.high for q in found)
