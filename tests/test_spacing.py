import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.spacing import respace
from strategies import sentences


@pytest.mark.parametrize(
    ("cut", "written"),
    [
        pytest.param("It fell , he said .", "It fell, he said.", id="marks"),
        pytest.param("Rents rose 4 % in Karsk .", "Rents rose 4% in Karsk.", id="percent"),
        pytest.param("They wo n't pay , ca n't pay .", "They won't pay, can't pay.", id="negation"),
        pytest.param("Karsk 's mayor says it 's safe .", "Karsk's mayor says it's safe.", id="apostrophe"),
        pytest.param("Ana ' s age , he said", "Ana's age, he said", id="apostrophe-apart"),
        pytest.param("It cost $ 75 million .", "It cost $75 million.", id="currency"),
        pytest.param("`` Stop , '' she said .", "“Stop,” she said.", id="treebank-quotes"),
        pytest.param("'' Stop '' and '' go '' .", "“Stop” and “go”.", id="quotes-of-one-kind"),
        pytest.param("Ruiz -LRB- born 1961 -RRB- left .", "Ruiz (born 1961) left.", id="brackets"),
        pytest.param("A 40 - gallon tank , full", "A 40-gallon tank, full", id="hyphen"),
        pytest.param(
            "The well-known “Karsk” isn't far.", "The well-known “Karsk” isn't far.", id="prose-stays"
        ),
        pytest.param("3 - 4 men", "3 - 4 men", id="a-dash-in-prose-stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_cut_text_is_joined(cut: str, written: str) -> None:
    assert respace(cut) == written


@given(sentences())
def test_prose_is_left_alone(text: str) -> None:
    assert respace(text) == text


@given(st.text(alphabet="ab 1,.'`$-()%", max_size=40))
def test_joining_takes_nothing_but_spaces_and_kinds_of_marks(text: str) -> None:
    def letters(of: str) -> list[str]:
        return [char for char in of if char.isalnum()]

    assert letters(respace(text)) == letters(text)
