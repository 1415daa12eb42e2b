"""Pairs of bare statements that look like a conflict and are none, each beside one that is."""

import pytest

from counterclaim.relate.pairs import Pair, relate_pair
from counterclaim.text.reader import read_article


def conflicts(a: str, b: str) -> bool:
    label = relate_pair(Pair(id=1, a=a, b=b), read_article).label
    assert conflicts_in(label) == conflicts_in(relate_pair(Pair(id=1, a=b, b=a), read_article).label)
    return conflicts_in(label)


def conflicts_in(label: str | None) -> bool:
    return label in {"contradicts", "denies", "corrects"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "The old ferry, which was not heading for Teal, sank near the harbour of Karsk.",
            "The old ferry sank near the harbour of Karsk.",
            id="said-in-passing",
        ),
        pytest.param(
            "The tower is not the tallest building in Norrland.",
            "The tower is the second tallest building in Norrland.",
            id="rank",
        ),
        pytest.param(
            "A grey seal is not called a pup in Norrland.",
            "A grey seal is called a bull in Norrland.",
            id="another-name",
        ),
        pytest.param(
            "The village team won 23 of its 27 matches under Ruiz.",
            "Under Ruiz the village team won 23 of 27 matches this year.",
            id="answered-by-another-figure",
        ),
        pytest.param(
            "The drivers were taken to Karsk hospital, playing the last two in the yard.",
            "Six drivers were taken to Karsk hospital, playing in the yard.",
            id="counts-nothing-known",
        ),
        pytest.param(
            "Shot in the spring of 2015, the film opened at the Karsk festival in June 2016.",
            "The film opened at the Karsk festival in 2016.",
            id="another-time-is-named",
        ),
        pytest.param(
            "The ferry did not reach the port of Karsk on 5 March 2024.",
            "The ferry did not reach the port of Karsk on 9 March 2024.",
            id="not-on-either-day",
        ),
    ],
)
def test_doubtful(a: str, b: str) -> None:
    assert not conflicts(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "The ferry did not reach the port of Karsk.", "The ferry reached the port of Karsk.", id="negated"
        ),
        pytest.param(
            "The mayor’s office had no hand in the closure of the Karsk bridge.",
            "The mayor’s office was behind the closure of the Karsk bridge.",
            id="no-hand-in-it",
        ),
        pytest.param(
            "The account never received more than 800,000 lira.",
            "The account received 2.3 million lira.",
            id="negated-limit",
        ),
        pytest.param(
            "The airline cancelled 140 flights in Karsk.",
            "Cancellations of flights by the airline in Karsk ran to 310.",
            id="the-subject-comes-to-it",
        ),
        pytest.param(
            "The film opened at the Karsk festival in June 2014.",
            "The film opened at the Karsk festival in 2016.",
            id="another-year",
        ),
    ],
)
def test_firm(a: str, b: str) -> None:
    assert conflicts(a, b)
