import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.relate.pairs import Pair, relate_pair
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY
from strategies import sentences

CONFLICTS = {"denies", "contradicts", "corrects"}


def label(a: str, b: str, **known: str) -> str | None:
    return relate_pair(Pair.model_validate({"id": 1, "a": a, "b": b, **known}), read_article).label


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(
            "Police said 15 miners died.", "The union said at least 12 miners died.", "refines", id="entails"
        ),
        pytest.param(
            "The union said at least 12 miners died.",
            "Police said 15 miners died.",
            "compatible",
            id="is-entailed",
        ),
        pytest.param(
            "Police said 15 miners died.", "The union said 12 miners died.", "contradicts", id="figures"
        ),
        pytest.param("Police said 15 miners died.", "Polls opened in Karsk.", None, id="unrelated"),
        pytest.param("", "Polls opened in Karsk.", None, id="nothing-in-a"),
        pytest.param("Polls opened in Karsk.", "", None, id="nothing-in-b"),
        pytest.param("The road was icy.", "The road was icy.", "equivalent", id="same"),
        pytest.param(
            "Police said 15 miners died and the road was icy.",
            "The union said 15 miners died and the road was icy.",
            "equivalent",
            id="every-claim-is-entailed",
        ),
        pytest.param(
            "Police said 15 miners died and the road was icy.",
            "The union said at least 12 miners died and the road was icy.",
            "refines",
            id="one-claim-is-more-exact",
        ),
        pytest.param(
            "Police said 15 miners died.",
            "The union said 15 miners died and the shaft house burned down.",
            "compatible",
            id="only-one-claim-is-entailed",
        ),
        pytest.param(
            "Police said 15 miners died.",
            "The union said 15 miners died in the flooded lower gallery of the old pit.",
            "compatible",
            id="entailed-by-figure-but-not-by-words",
        ),
        pytest.param(
            "The firm will shut the port of Karsk.",
            "The firm shut the port of Karsk.",
            "compatible",
            id="runs-from-b",
        ),
        pytest.param(
            "The firm shut the port of Karsk.",
            "The firm will shut the port of Karsk.",
            "fulfils",
            id="runs-from-a",
        ),
    ],
)
def test_labels(a: str, b: str, expected: str | None) -> None:
    assert label(a, b) == expected


def test_speakers_and_dates_tell_an_update() -> None:
    told = {
        "a_speaker": "fire service",
        "b_speaker": "fire service",
        "a_published": TUESDAY,
        "b_published": MONDAY,
    }
    assert label("12 miners died.", "9 miners died.", **told) == "updates"
    assert label("12 miners died.", "9 miners died.") == "contradicts"


def test_the_reason_and_the_rule_are_given() -> None:
    pair = Pair(id="p", a="12 miners died.", b="Only 9 of the miners died.")
    found = relate_pair(pair, read_article)
    assert (found.id, found.basis) == ("p", "rule:interval")
    assert "12 against Only 9" in found.reason
    assert relate_pair(pair.model_copy(update={"b": "It rained."}), read_article).basis == "rule:align"


def test_who_could_not_confirm_says_nothing_about_it() -> None:
    assert (
        label(
            "The army could not confirm that 58 soldiers had died.", "The rebels said 58 soldiers had died."
        )
        is None
    )


@settings(deadline=None, max_examples=60)
@given(sentences(), sentences())
def test_a_conflict_does_not_depend_on_the_order(a: str, b: str) -> None:
    assert (label(a, b) in CONFLICTS) == (label(b, a) in CONFLICTS)
    assert label(a, b) == label(a, b)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_get_an_answer(a: str, b: str) -> None:
    assert relate_pair(Pair(id=1, a=a, b=b), read_article).reason
