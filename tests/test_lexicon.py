import pytest

from counterclaim.text.lexicon import MEASURES, concept, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("closed", "closure", id="verb-noun"),
        pytest.param("invited", "invitation", id="ation"),
        pytest.param("agreed", "agreements", id="ments"),
        pytest.param("died", "fatalities", id="irregular-death"),
        pytest.param("denial", "denied", id="irregular-deny"),
        pytest.param("stations", "station", id="plural"),
        pytest.param("stopped", "stopping", id="doubled"),
        pytest.param("injuries", "injured", id="injury"),
        pytest.param("ministry’s", "ministry", id="possessive"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("station", "state", id="station-state"),
        pytest.param("person", "personnel", id="person-personnel"),
        pytest.param("union", "unit", id="union-unit"),
        pytest.param("killed", "skilled", id="killed-skilled"),
    ],
)
def test_other_words_keep_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_short_and_foreign_words_are_left_alone() -> None:
    assert stem("bus") == "bus"
    assert stem("boss") == "boss"
    assert stem("Дом") == "дом"


@pytest.mark.parametrize(
    ("word", "measure"),
    [
        pytest.param("fatalities", "killed", id="noun"),
        pytest.param("martyred", "killed", id="framing"),
        pytest.param("injuries", "wounded", id="injuries"),
        pytest.param("abducted", "kidnapped", id="abducted"),
        pytest.param("turnout", "turnout", id="turnout"),
    ],
)
def test_measures_are_found_by_verb_and_noun(word: str, measure: str) -> None:
    assert MEASURES[stem(word)] == measure


def test_near_synonyms_share_a_concept() -> None:
    assert concept(stem("blast")) == concept(stem("explosion"))
    assert concept(stem("bridge")) != concept(stem("road"))
