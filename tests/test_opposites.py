import pytest

from counterclaim.text.lexicon import concept
from counterclaim.text.opposites import are_opposite, are_rivals, outcomes, states


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("opened", "locked", id="gate"),
        pytest.param("adopted", "vetoed", id="bill"),
        pytest.param("convicted", "acquitted", id="trial"),
        pytest.param("withstood", "burst", id="dam"),
        pytest.param("survivors", "died", id="crash"),
        pytest.param("voluntary", "ordered", id="recall"),
        pytest.param("unanimously", "split", id="vote"),
        pytest.param("accident", "arson", id="fire"),
        pytest.param("released", "detained", id="arrest"),
    ],
)
def test_opposite_outcomes(one: str, other: str) -> None:
    assert are_opposite(concept(one), concept(other))
    assert are_opposite(concept(other), concept(one))


def test_words_of_one_side_are_not_opposite() -> None:
    assert not are_opposite(concept("shut"), concept("locked"))
    assert not are_opposite(concept("bridge"), concept("road"))


def test_nothing_is_its_own_opposite() -> None:
    for table in (outcomes(), states()):
        assert not [word for word, others in table.items() if word in others]


def test_what_tells_two_things_apart() -> None:
    east, west, gate = (frozenset({concept(w)}) for w in ("east", "western", "gate"))
    assert are_rivals(east | gate, west | gate)
    assert not are_rivals(east | gate, gate)
    assert not are_rivals(east | west, west | gate)
