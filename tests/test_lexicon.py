import pytest

from counterclaim.text.lexicon import MEASURES, concept, stem
from counterclaim.text.phrases import PHRASES
from counterclaim.text.synonyms import CLASSES


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("shutting", "closure", id="close"),
        pytest.param("truce", "ceasefire", id="truce"),
        pytest.param("scalded", "burned", id="burn"),
        pytest.param("dockers", "stevedores", id="docker"),
        pytest.param("stole", "looted", id="steal"),
        pytest.param("gunmen", "insurgents", id="fighters"),
        pytest.param("apply", "application", id="apply"),
        pytest.param("ordering", "order", id="er-is-no-ending"),
    ],
)
def test_words_for_one_thing_share_a_concept(one: str, other: str) -> None:
    assert concept(one) == concept(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("fighter", "fought", id="who-and-what"),
        pytest.param("miner", "mine", id="miner-mine"),
        pytest.param("letter", "let", id="letter-let"),
        pytest.param("planes", "planned", id="plane-plan"),
        pytest.param("robbers", "robbery", id="robber-robbery"),
    ],
)
def test_a_doer_is_not_his_deed(one: str, other: str) -> None:
    assert concept(one) != concept(other)


def test_no_word_is_in_two_classes() -> None:
    words = [word for row in CLASSES for word in row.split()]
    assert sorted(set(words)) == sorted(words)


def test_every_phrase_has_a_meaning_of_its_own() -> None:
    rows = [row.split() for row in PHRASES]
    assert all(len(row) == 3 for row in rows)
    assert len({(stem(verb), particle) for verb, particle, _ in rows}) == len(rows)


def test_near_synonyms_share_a_concept() -> None:
    assert concept("blast") == concept("explosion")
    assert concept("bridge") != concept("road")
