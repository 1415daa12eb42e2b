import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.relate.slots import is_content
from counterclaim.text.lexicon import concept
from counterclaim.text.signs import Signs, concept_at, find_signs
from counterclaim.text.tokens import tokenize


def signs(clause: str, *, denied: bool = False) -> Signs:
    words = tokenize(clause)
    return find_signs(words, [is_content(t) for t in words], denied=denied)


def concepts(words: str) -> set[str]:
    return {concept(w) for w in words.split()}


@pytest.mark.parametrize(
    ("clause", "required"),
    [
        pytest.param("the pump did not fail", "fail", id="verb"),
        pytest.param("the police had not used tear gas at any point", "gas", id="light-verb-hands-on"),
        pytest.param("the doctor could not use it", "", id="light-verb-alone"),
        pytest.param("no ambulance came before noon", "ambulance", id="no-thing"),
        pytest.param("not one floor of the tower was fitted with sprinklers", "floor", id="not-one-thing"),
        pytest.param("no wall was damaged", "wall damaged", id="no-thing-and-its-verb"),
        pytest.param("nobody fell ill", "ill", id="nobody"),
        pytest.param("nobody had it", "", id="nobody-and-nothing-else"),
        pytest.param("there was no", "", id="nothing-follows"),
        pytest.param("the strike was unprovoked", "provoked", id="un"),
        pytest.param("the club refused to pay", "pay", id="refused-to"),
        pytest.param("the judges cleared the firm of negligence", "negligence", id="cleared-of"),
        pytest.param("the ministry didn't know", "know", id="short-form"),
    ],
)
def test_what_a_negation_stands_on(clause: str, required: str) -> None:
    assert signs(clause).required == concepts(required)


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("the bridge was not only closed", id="not-only"),
        pytest.param("no more than 22 barrels leaked", id="no-more-than"),
        pytest.param("the firm must pay whether or not it appeals", id="or-not"),
        pytest.param("a united council passed the budget", id="united-is-no-negation"),
        pytest.param("the failure to pay was a mistake", id="a-noun-of-failure"),
    ],
)
def test_no_negation(clause: str) -> None:
    found = signs(clause)
    assert not found.required
    assert not found.negated


@pytest.mark.parametrize(
    ("clause", "negated"),
    [
        pytest.param("the army was attacked without provocation", "provocation", id="without"),
        pytest.param("without any warning the dam burst", "warning", id="without-in-front"),
        pytest.param("the union stopped the talks", "", id="what-is-stopped-was-there"),
    ],
)
def test_what_is_lacking(clause: str, negated: str) -> None:
    found = signs(clause)
    assert found.negated == concepts(negated)
    assert not found.required


def test_a_negation_ends_with_its_clause() -> None:
    found = signs("no house was damaged because the dam held")
    assert concept("dam") in found.affirmed
    assert concept("house") in found.negated


def test_two_negations_affirm() -> None:
    assert concept("provoked") in signs("the attack was not unprovoked").affirmed


def test_a_denied_clause_is_turned_round() -> None:
    found = signs("the sirens had burst", denied=True)
    assert found.negated == found.required == concepts("sirens burst")
    assert not found.affirmed


@pytest.mark.parametrize(
    ("clause", "meaning"),
    [
        pytest.param("turned down", "refused", id="at-once"),
        pytest.param("turned the offer down", "refused", id="after-its-object"),
        pytest.param("turned at the next lamp and went down", "turned", id="too-far"),
    ],
)
def test_phrasal_verbs(clause: str, meaning: str) -> None:
    assert concept_at(tokenize(clause), 0) == concept(meaning)


@given(st.text(alphabet="abcno'unt ,.", max_size=60))
def test_every_content_word_is_affirmed_or_negated(text: str) -> None:
    words = tokenize(text)
    content = [t.is_word for t in words]
    found = find_signs(words, content)
    assert len(found.affirmed | found.negated) <= sum(content)
    assert found.required <= found.affirmed | found.negated
