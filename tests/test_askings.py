import pytest

from counterclaim.relate.askings import choose_question, reads_badly
from small_accounts import claim


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("Whether the road to Odrin was shut on Monday", False, id="by-itself"),
        pytest.param("How many miners were killed?", False, id="count"),
        pytest.param("Whether it was shut on Monday", True, id="pronoun"),
        pytest.param("Whether on Monday it stayed shut", True, id="pronoun-behind-a-day"),
        pytest.param("Whether Karsk, the other, was closed as well", True, id="joined-to-what-was-said"),
        pytest.param("Whether for which it blames Odrin", True, id="relative"),
        pytest.param("Whether it [Odrin] sent 12 ships to Karsk", True, id="addition"),
        pytest.param("How the ministry responded", True, id="response"),
        pytest.param("How many died?", True, id="too-short"),
    ],
)
def test_what_reads_badly(question: str, *, expected: bool) -> None:
    assert reads_badly(question) is expected


def test_the_statement_that_the_origins_share_asks_the_question() -> None:
    questions = {"c-1": "Whether it stayed shut", "c-2": "Whether the road to Odrin was shut"}
    made = [claim("x", name=n).model_copy(update={"question": q}) for n, q in questions.items()]
    assert choose_question(made) == questions["c-2"]
    assert choose_question(made, "c-1") == questions["c-1"]
