from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from counterclaim.core.explanations import Explanation
from counterclaim.core.records import Comparison, Label
from counterclaim.note.explanation import list_explanation
from counterclaim.outside.sources import read_sources
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.explanation import Explainer, find_claims
from counterclaim.relate.questions import QUESTIONS
from counterclaim.relate.rungs import Question
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY, article

SEEDS = Path(__file__).parent.parent / "seeds"
STORIES = sorted(p.name for p in SEEDS.iterdir() if p.is_dir())


def compare(*accounts: tuple[str, str, str]) -> Comparison:
    return compare_digests([read_article(article(t, outlet=o, published=p)) for o, p, t in accounts])


def explain(comparison: Comparison, a: str, b: str) -> Explanation:
    (one,), (two,) = find_claims(comparison, a), find_claims(comparison, b)
    return Explainer.of(comparison).explain(one, two)


TOLLS = compare(
    ("Post", MONDAY, "Police said 9 people were killed in Karsk. The union declined to comment on the toll."),
    ("Herald", TUESDAY, "The union said 12 people were killed in Karsk. The bridge in Karsk is closed."),
    ("Echo", TUESDAY, "The mayor said 40 houses burned. The bridge in Karsk is not closed, the mayor said."),
)


@pytest.mark.parametrize("story", STORIES)
def test_the_last_step_of_every_pair_is_its_relation(story: str) -> None:
    comparison = compare_digests([read_article(a) for a in read_sources([str(SEEDS / story)]).articles])
    labels = {frozenset({r.a, r.b}): r.label for r in comparison.relations}
    explainer = Explainer.of(comparison)
    claims = [claim for digest in comparison.digests for claim in digest.claims]
    for a, b in combinations(claims, 2):
        explained = explainer.explain(a, b)
        assert explained.steps[-1].label == explained.label == labels.get(frozenset({a.id, b.id}))
        assert [step.label for step in explained.steps[:-2]] == [None] * len(explained.steps[:-2])
        assert all(step.asked and step.answer and step.a and step.b for step in explained.steps)


def test_every_question_has_its_words() -> None:
    assert set(QUESTIONS) == set(get_args(Question))
    assert all(asked.text.endswith("?") and asked.passed for asked in QUESTIONS.values())


@pytest.mark.parametrize(
    ("a", "b", "label", "last", "says"),
    [
        pytest.param("9 people", "12 people", "possible_update", "growth", "yes: a later count: 12 against 9", id="update"),
        pytest.param("9 people", "40 houses", None, "question", "no: two measures", id="another-question"),
        pytest.param("Karsk is closed", "is not closed", "contradicts", "absence", "yes: one affirms what the other negates", id="polarity"),
        pytest.param("on the toll", "Karsk is closed", None, "question", "no: they share too few words", id="other-words"),
    ],
)  # fmt: skip
def test_the_step_that_decides(a: str, b: str, label: Label | None, last: Question, says: str) -> None:
    for one, two in ((a, b), (b, a)):
        explained = explain(TOLLS, one, two)
        assert (explained.label, explained.steps[-1].question) == (label, last)
        assert explained.steps[-1].answer == says
        assert explained.aligned is (last != "question")


def test_what_is_read_from_each_claim_keeps_the_order_asked_for() -> None:
    there, back = explain(TOLLS, "9 people", "12 people"), explain(TOLLS, "12 people", "9 people")
    assert [(s.a, s.b) for s in there.steps] == [(s.b, s.a) for s in back.steps]
    assert [s.answer for s in there.steps] == [s.answer for s in back.steps]
    assert there.relation == back.relation
    figures = next(s for s in there.steps if s.question == "figures")
    assert (figures.a, figures.b, figures.answer) == ("9", "12", "no: no value fits both")


def test_a_reprint_is_said_to_be_one() -> None:
    text = "Police said 9 people were killed in Karsk when the old bridge over the river fell down on Monday."
    comparison = compare(("Post", MONDAY, text), ("Herald", TUESDAY, text))
    (a, b) = (digest.claims[0] for digest in comparison.digests)
    explained = Explainer.of(comparison).explain(b, a)
    assert [step.question for step in explained.steps] == ["reprint"]
    assert explained.steps[0].answer == "yes: the same words in a reprint"
    assert (explained.label, explained.aligned) == ("equivalent", False)


def test_what_the_model_said_comes_last() -> None:
    comparison = compare(
        ("Post", TUESDAY, "Police said 50 casualties were counted in Karsk."),
        ("Herald", TUESDAY, "The union said 50 people were killed in Karsk."),
    )
    (open_pair,) = comparison.relations
    assert open_pair.label == "undetermined"
    judged = open_pair.model_copy(update={"label": "compatible", "basis": "model", "reason": "of its own"})
    explained = explain(comparison.model_copy(update={"relations": (judged,)}), "casualties", "were killed")
    *_, ruled, last = explained.steps
    assert (ruled.label, ruled.answer[:17]) == ("undetermined", "it cannot be told")
    assert (last.question, last.label, last.answer) == ("model", "compatible", "of its own")
    apart = explain(comparison.model_copy(update={"relations": ()}), "casualties", "were killed")
    assert (apart.label, apart.steps[-1].answer) == (None, "it took them for unrelated")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("12 PEOPLE were  killed", 1, id="any-case-and-spacing"),
        pytest.param("people were killed", 2, id="in-two"),
        pytest.param("no such words", 0, id="nowhere"),
        pytest.param(" ", 0, id="nothing"),
        pytest.param("c-", 6, id="start-of-every-id"),
    ],
)
def test_claims_are_found_by_their_words(words: str, found: int) -> None:
    assert len(find_claims(TOLLS, words)) == found


def test_an_id_comes_before_words() -> None:
    claims = [claim for digest in TOLLS.digests for claim in digest.claims]
    for claim in claims:
        assert find_claims(TOLLS, claim.id) == find_claims(TOLLS, claim.id[:9]) == (claim,)


def test_the_explanation_as_text() -> None:
    explained = explain(TOLLS, "9 people", "12 people")
    shown = list_explanation(explained, TOLLS, width=80)
    assert max(map(len, shown.splitlines())) <= 80
    assert f"A: {explained.a.id}, in Post: “9 people were killed in Karsk”\nB: " in shown
    assert "\n   who says it: different\n      A: Police\n      B: union\n" in shown
    assert "\n   where: both Karsk\n" in shown
    assert "\n   when it happened, or as of when: none found in either\n" in shown
    assert "\n   when it was said: different\n      A: reported 2025-03-03 18:00 UTC\n" in shown
    assert "\nB possibly updates A (rule:lineage): a later count: 12 against 9\n" in shown
    assert "\nQuestion 16 decided: Is one a later count of what can still grow?\n" in shown
    assert "\nSources: originators under no common control as far as is stated (I3)\n" in shown
    assert "the thread t-" in shown.replace("\n", " ")
    apart = list_explanation(explain(TOLLS, "9 people", "40 houses"), TOLLS, width=80)
    assert "A and B have no relation. They were not compared.\nThey stand in two threads.\n" in apart


def test_what_differs_beside_what_decided_is_told() -> None:
    explained = explain(TOLLS, "9 people", "40 houses")
    assert explained.steps[-1].question == "question"
    assert [one.partition("?")[0] for one in explained.differences] == [
        "Do they measure two things",
        "Do they count two populations",
        "Do they count in two places",
    ]
    assert explained.differences[2].endswith(
        "? one account gives its figure for Karsk, the other for no place of its own"
    )
    compared = {r.slot: r.compared for r in explained.read}
    assert compared == {
        "speaker": "apart", "through": "apart", "said": "apart", "happened": "none", "place": "one",
        "counted": "apart", "measure": "apart", "figure": "apart", "standing": "same",
    }  # fmt: skip


def test_a_slot_that_is_read_alike_is_told_once() -> None:
    there, back = explain(TOLLS, "9 people", "12 people"), explain(TOLLS, "12 people", "9 people")
    assert [(r.slot, r.a, r.b, r.compared) for r in there.read] == [
        (r.slot, r.b, r.a, r.compared) for r in back.read
    ]
    assert {r.slot for r in there.read if r.compared == "same"} == {"place", "counted", "measure", "standing"}


def test_what_a_spokeswoman_said_first_is_dated_for_her_company() -> None:
    comparison = compare(
        ("Post", MONDAY, "Anna Roy, a spokeswoman for Orvo Company, said nine children were burned."),
        ("Echo", TUESDAY, "The company said nine children were burned."),
        ("Herald", TUESDAY, "Doctors said 12 children were burned."),
    )
    explained = explain(comparison, "12 children", find_claims(comparison, "nine children")[-1].id)
    read = {r.slot: r.b for r in explained.read}
    assert read["speaker"] == "company (Orvo Company)"
    assert read["said"] == "first reported 2025-03-03 18:00 UTC in Post; here 2025-03-04 18:00 UTC"
