"""Days that two bare statements name: counts of two days are no conflict, and one speaker's later day is an update."""

import pytest

from counterclaim.relate.pairs import Pair, relate_pair
from counterclaim.text.reader import read_article


def label(a: str, b: str) -> str | None:
    return relate_pair(Pair(id=1, a=a, b=b), read_article).label


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            "12 people were killed on 5 May.",
            "5 people were killed on 12 May.",
            "different_scope",
            id="two dates",
        ),
        pytest.param(
            "Police held 12 men on May 5.",
            "Police held 5 men on May 12.",
            "different_scope",
            id="month first",
        ),
        pytest.param(
            "Police arrested 12 men on 5 May.",
            "Police arrested 5 men on 5 May.",
            "contradicts",
            id="one date",
        ),
        pytest.param(
            "Police arrested 12 men.", "Police arrested 5 men on 5 May.", "contradicts", id="one without"
        ),
        pytest.param(
            "The ministry said on Tuesday that 47 people had died.",
            "The ministry said on Monday that 31 people had died.",
            "updates",
            id="one speaker, later",
        ),
        pytest.param(
            "The mayor said 12 people had died by Tuesday.",
            "The army said 9 people had died by Monday.",
            "possible_update",
            id="another speaker, later",
        ),
        pytest.param(
            "Police arrested 12 men in Lodd on 5 May.",
            "Police arrested 12 men in Lodd on 12 May.",
            "different_scope",
            id="the same figure",
        ),
    ],
)
def test_other_days(a: str, b: str, expected: str) -> None:
    assert label(a, b) == expected


def test_seen_from_the_earlier_day_both_can_be_true() -> None:
    later, earlier = (
        "The ministry said on Tuesday that 47 people had died.",
        "The ministry said on Monday that 31 people had died.",
    )
    assert label(earlier, later) == "compatible"
