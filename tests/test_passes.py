import pytest

from counterclaim.relate.questions import QUESTIONS
from counterclaim.relate.rungs import Question
from small_accounts import slot


@pytest.mark.parametrize(
    ("question", "a", "b", "says"),
    [
        pytest.param("reality", "Nine men died.", "Nine men are dying.", "no: one layer", id="one-layer"),
        pytest.param("reality", "The road costs $3 million.", "The road will cost $4 million.", "two layers, but what they give may be stated of either", id="two-layers"),
        pytest.param("unit", "Nine men died.", "Two men died.", "no: one unit", id="one-unit"),
        pytest.param("unit", "It paid $4 million in bonuses.", "It paid no bonuses.", "no: one says that there was none of it", id="none-of-a-sum"),
        pytest.param("measure", "Nine men died.", "Two men died.", "no: one measure", id="one-measure"),
        pytest.param("measure", "Nine shops sold out.", "Nine shops were painted.", "not as far as their words tell", id="unlike-measures"),
        pytest.param("period", "Nine men died.", "Two men died.", "no: neither has a time of its own that is compared", id="no-time"),
        pytest.param("period", "Nine men died on Sunday.", "Two men died.", "no: only one has a time of its own that is compared", id="one-time"),
        pytest.param("period", "Nine men died on Sunday.", "Two men died on Sunday.", "no: their times are or may be one", id="same-time"),
        pytest.param("period", "Nine men died by Monday.", "Two men died since Sunday.", "no: their times are or may be one", id="open-time"),
        pytest.param("period", "Nine men died by Sunday.", "Two men died by Monday.", "two times, but what is counted goes on from the one to the other", id="later"),
        pytest.param("place", "Nine men died.", "Two men died.", "no: neither has a place of its own that is compared", id="no-place"),
        pytest.param("place", "Nine men died in Karsk.", "Two men died.", "no: only one has a place of its own that is compared", id="one-place"),
        pytest.param("place", "Nine men died in Karsk.", "Two men died in Karsk.", "no: one place", id="same-place"),
        pytest.param("figures", "Nine men died.", "Two men died.", "no: no value fits both", id="in-one-word"),
    ],
)  # fmt: skip
def test_why_a_question_does_not_part_them(question: Question, a: str, b: str, says: str) -> None:
    assert QUESTIONS[question].word_pass(slot(a), slot(b)) == says
    assert QUESTIONS[question].word_pass(slot(b), slot(a)) == says
