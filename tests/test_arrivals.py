"""Whether anybody came to a place: who says that nobody did, and who tells of somebody."""

import pytest

from counterclaim.relate.comparison import compare_digests
from counterclaim.text.arrivals import find_arrival
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY, WEDNESDAY, article


@pytest.mark.parametrize(
    ("absent", "came", "excluded"),
    [
        pytest.param("Nobody from outside had reached Ardal by five", "Soldiers walked into Ardal at nine", True, id="nobody"),
        pytest.param("No aid has reached Ardal", "A convoy of lorries entered Ardal on Sunday", True, id="no-aid"),
        pytest.param("No one had come to Ardal", "Medics had been in Ardal since Sunday", True, id="been-in"),
        pytest.param("No ambulance had reached Ardal", "A convoy entered Ardal", False, id="another-sort"),
        pytest.param("No ambulance had reached Ardal", "Two ambulances arrived in Ardal", True, id="that-sort"),
        pytest.param("Nobody had reached Ardal", "Soldiers walked into Brey", False, id="another-place"),
        pytest.param("Soldiers walked into Ardal", "A convoy entered Ardal", False, id="both-came"),
    ],
)  # fmt: skip
def test_what_a_denied_arrival_rules_out(absent: str, came: str, *, excluded: bool) -> None:
    one, two = find_arrival(absent), find_arrival(came)
    assert one is not None
    assert two is not None
    assert one.rules_out(two) is excluded


@pytest.mark.parametrize(
    "clause", ["The dam was in ruins", "Nobody was hurt in the blast", "it came to nothing", ""]
)
def test_nobody_arrives(clause: str) -> None:
    assert find_arrival(clause) is None


def labels(one: str, two: str, *, first: str = TUESDAY, second: str = TUESDAY) -> set[str]:
    accounts = [
        read_article(article(text, outlet=outlet, published=day))
        for outlet, text, day in (("Post", one, first), ("Herald", two, second))
    ]
    return {r.label for r in compare_digests(accounts).relations}


def test_who_came_before_nobody_had_is_in_dispute() -> None:
    nobody = "Nobody from outside had reached Ardal by five on Monday, its mayor said."
    assert labels(nobody, "Army engineers had been in Ardal since 9 a.m. on Monday, the ministry said.") == {
        "contradicts"
    }


def test_who_came_after_it_was_said_that_nobody_had_is_an_update() -> None:
    found = labels(
        "No aid convoy had reached Ardal, its mayor said.",
        "The first lorries rolled into Ardal on Tuesday.",
        first=MONDAY,
        second=WEDNESDAY,
    )
    assert found == {"possible_update"}


def test_who_came_after_that_is_an_update() -> None:
    found = labels(
        "Nobody from outside had reached Ardal by five on Monday, its mayor said.",
        "Army lorries drove into Ardal at 6.40 a.m. on Tuesday.",
        first=MONDAY,
        second=WEDNESDAY,
    )
    assert found == {"possible_update"}
