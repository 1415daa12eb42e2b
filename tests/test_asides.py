import pytest

from counterclaim.relate.asides import (
    ask_of_deed_and_motive,
    bare_topic,
    dates_motive,
    find_motive,
    strip_asides,
)
from counterclaim.text.lexicon import concept
from small_accounts import slot, slots


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        pytest.param("The raid was an answer to the shelling of Karsk.", "Karsk", id="war-answer"),
        pytest.param("The walkout came in reply to the dismissals at Torm.", "Torm", id="labour-reply"),
        pytest.param("The tariff was raised in retaliation for the ban on Arvanian fish.", "Arvanian", id="trade-retaliation"),
        pytest.param("The match was called off because of the fighting in Odrin.", "Odrin", id="sport-because"),
        pytest.param("The march was prompted by the ruling in Odrin.", "Odrin", id="politics-prompted"),
    ],
)  # fmt: skip
def test_a_motive_is_told_from_the_deed(text: str, earlier: str) -> None:
    found = find_motive(slot(text))
    assert found is not None
    assert concept(earlier) in found.earlier - found.deed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The road to Karsk was closed on Sunday.", id="none"),
        pytest.param("The mayor gave a long answer.", id="no-object"),
        pytest.param("The reply to the letter was short.", id="nothing-before"),
    ],
)
def test_where_no_reason_is_given_there_is_no_motive(text: str) -> None:
    assert find_motive(slot(text)) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("The raid was an answer to the shelling of Karsk.", "Arvania shelled Karsk.", True, id="war"),
        pytest.param("The walkout was in reply to the dismissals at Torm.", "The yard dismissed 40 men at Torm.", True, id="labour"),
        pytest.param("The raid was an answer to the shelling of Karsk.", "The raid was revenge for the shelling.", False, id="two-motives"),
        pytest.param("The walkout at Torm was an answer to the ruling.", "The walkout at Torm began at dawn.", False, id="of-the-deed"),
        pytest.param("Arvania shelled Karsk.", "The shelling of Karsk was heavy.", False, id="no-motive"),
    ],
)  # fmt: skip
def test_the_deed_and_its_motive_are_two_questions(a: str, b: str, *, expected: bool) -> None:
    assert ask_of_deed_and_motive(slot(a), slot(b)) is ask_of_deed_and_motive(slot(b), slot(a)) is expected


def test_the_day_of_a_motive_is_not_the_day_of_the_deed() -> None:
    assert dates_motive(slot("The raid was an answer to the shelling on Monday."))
    assert not dates_motive(slot("On Monday the raid was an answer to the shelling."))
    assert not dates_motive(slot("The raid was on Monday."))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("The pass, which is the only road east, was shut", "The pass was shut", id="which"),
        pytest.param("Torm and Karsk, the two largest ports, were closed", "Torm and Karsk were closed", id="apposition"),
        pytest.param("The court sat on Monday, a day after the vote", "The court sat on Monday", id="a-day-after"),
        pytest.param("A man, a boy and a girl died", "A man, a boy and a girl died", id="enumeration"),
        pytest.param("The firm sold a ship, a dock, a crane and a tug", "The firm sold a ship, a dock, a crane and a tug", id="long-enumeration"),
        pytest.param("The road is open", "The road is open", id="none"),
    ],
)  # fmt: skip
def test_asides_are_stripped(text: str, bare: str) -> None:
    assert strip_asides(text) == bare
    assert strip_asides(bare) == bare


def test_the_bare_topic_is_part_of_the_topic() -> None:
    for text in ("The pass, which is the only road east, was shut.", "The pass was shut."):
        for found in slots(text):
            assert bare_topic(found) == {concept("pass"), concept("shut")} <= found.topic
