import pytest

from counterclaim.relate.pairs import Pair, relate_pair
from counterclaim.text.reader import read_article

SEEN = "Police shot 3 men at the port of Karsk on Friday after a long chase."


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param(SEEN, "3 men were shot at the port of Karsk, police say", "refines", id="less-is-said"),
        pytest.param(SEEN, "Report: 3 men shot at Karsk port after chase", "refines", id="headline"),
        pytest.param(SEEN, "On Monday police shot 3 men at the port of Karsk.", None, id="another-day"),
        pytest.param(SEEN, "Police shot 3 men at the port of Teal.", None, id="another-name"),
        pytest.param(
            SEEN, "Police shot 3 men and a dog at the port of Karsk.", "refines", id="one-word-more"
        ),
        pytest.param(
            "Police may close the port of Karsk.", "Police close the port of Karsk.", None, id="hedged"
        ),
        pytest.param(SEEN, "Police avoided a long chase at the port of Karsk.", None, id="avoided"),
        pytest.param(
            "Four people died in Mexico.",
            "4 people were killed in the Mexican town.",
            None,
            id="half-the-words",
        ),
        pytest.param(
            "The Transport Safety Board closed 3 bridges in Karsk.",
            "The TSB has closed 3 bridges in Karsk.",
            "refines",
            id="initials",
        ),
        pytest.param(
            "At least 12 miners died in the Karsk shaft.",
            "12 miners died in Karsk.",
            None,
            id="a-floor-is-less",
        ),
        pytest.param(
            "The march went on for 5 kilometres through Karsk.",
            "The march in Karsk went on for more than 3,000 metres.",
            "refines",
            id="units",
        ),
        pytest.param(
            "The bank named 12 clients in Karsk, not the 15 it first named.",
            "The bank first named 15 clients in Karsk.",
            None,
            id="replaced",
        ),
        pytest.param(
            "The bank of Karsk did not open its doors.",
            "The bank of Karsk did open its doors.",
            None,
            id="negated",
        ),
    ],
)
def test_labels(a: str, b: str, label: str | None) -> None:
    found = relate_pair(Pair(id=1, a=a, b=b), read_article).label
    assert (found if found in {"refines", "equivalent"} else None) == label


def test_the_same_words_are_equivalent_whatever_they_say() -> None:
    assert relate_pair(Pair(id=1, a="It rained.", b="It  rained."), read_article).label == "equivalent"
