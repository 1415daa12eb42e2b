import pytest

from counterclaim.relate.overlaps import word_common, word_pairs
from small_accounts import slot


@pytest.mark.parametrize(
    ("a", "b", "common"),
    [
        pytest.param("The road is closed.", "The road is open.", "in both: road", id="one-word"),
        pytest.param("Orvo’s mayor met the bakers.", "The mayor of Orvo left.", "in both: mayor, Orvo’s", id="possessive"),
        pytest.param("31 babies were scalded.", "Nine tots were burned.", "read as one: “babies” and “tots”, “burned” and “scalded”", id="other-words"),
        pytest.param("Nine ships left the port.", "Two ships were sunk in port.", "in both: port, ships", id="two"),
        pytest.param("The raid was an answer to air strikes.", "The raid was unprovoked.", "in both: raid", id="what-provoked-means"),
        pytest.param("The raid was unprovoked.", "Nothing provoked the raid.", "in both: raid", id="no-phrase-of-it"),
        pytest.param("The road is closed.", "The bakers met.", "", id="nothing"),
    ],
)  # fmt: skip
def test_only_what_stands_in_both_is_said_to(a: str, b: str, common: str) -> None:
    assert word_common(slot(a), slot(b)) == common
    assert word_common(slot(b), slot(a)) in {common, common.replace("Orvo’s", "Orvo")}


def test_a_word_of_one_alone_is_left_out() -> None:
    a, b = slot("The road is closed."), slot("The bakers met.")
    assert word_pairs(a, b, a.topic) == ""
