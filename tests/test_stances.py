import pytest

from counterclaim.relate.stances import polar_words, provocation_words, sign_words, standing_words
from small_accounts import slot


@pytest.mark.parametrize(
    ("text", "standing", "polarity"),
    [
        pytest.param("The road is closed.", "affirmed, as a fact", "affirmed: road, closed", id="affirmed"),
        pytest.param("The road is not closed.", "negated, as a fact", "negated: road, closed", id="negated"),
        pytest.param("Police said that for 40 minutes no bus reached the school.", "negated, as a fact", "affirmed: nothing; negated: bus, reached, school", id="negated-beside-a-figure"),
        pytest.param("The guards were attacked without warning.", "affirmed, with a negation in it (warning), as a fact", "affirmed: guards, attacked; negated: warning", id="without"),
        pytest.param("The raid was unprovoked.", "affirmed, with a negation in it (unprovoked), as a fact", "affirmed: raid; negated: provoked (in “unprovoked”)", id="un-word"),
        pytest.param("The mill will close in May, not in April.", "affirmed, as planned or expected", "affirmed: mill, close", id="another-time"),
        pytest.param("Police denied that a bus was stopped.", "a reported denial, as a fact", "negated: bus, stopped", id="denial"),
    ],
)  # fmt: skip
def test_what_is_negated_is_said_to_be(text: str, standing: str, polarity: str) -> None:
    told = slot(text)
    assert (standing_words(told), polar_words(told)) == (standing, polarity)


def test_what_is_affirmed_and_what_is_negated_are_told_apart() -> None:
    told = slot("The dam stood in Karsk without a crack.")
    assert sign_words(told) == "affirmed: dam, stood, Karsk; negated: crack"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("The raid was unprovoked.", "“The raid”: unprovoked (“unprovoked”)", id="unprovoked"),
        pytest.param("The raid was an answer to air strikes.", "“The raid”: provoked (“an answer to air strikes”)", id="answer"),
        pytest.param("Nothing provoked the raid.", "“the raid”: unprovoked", id="nothing-provoked"),
        pytest.param("The road is closed.", "nothing of it", id="something-else"),
    ],
)  # fmt: skip
def test_how_a_deed_is_called(text: str, told: str) -> None:
    assert provocation_words(slot(text)) == told
