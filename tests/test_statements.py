import datetime as dt
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.core.records import Article, Label, TimeInterval
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.slots import Slots, find_slots
from counterclaim.relate.statements import relate_statements, weigh_overlap
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY, slot
from strategies import articles

DIRECTED = {"refines", "denies", "updates", "fulfils"}


class Case(NamedTuple):
    a: str
    b: str
    label: Label | None
    later: bool = False


def judged(a: Slots, b: Slots) -> Verdict | None:
    return relate_statements(a, b, similarity=weigh_overlap(a.topic, b.topic, {}))


@pytest.mark.parametrize(
    ("a", "b", "least", "expected"),
    [
        pytest.param({"bridg", "clos"}, {"bridg", "clos", "lorry"}, 2, 1.0, id="all-of-the-smaller"),
        pytest.param({"bridg", "open"}, {"bridg", "clos"}, 2, 0.0, id="too-few-in-common"),
        pytest.param({"bridg", "open"}, {"bridg", "clos"}, 1, 0.5, id="one-in-common"),
        pytest.param(set(), {"bridg"}, 1, 0.0, id="nothing"),
    ],
)
def test_overlap(a: set[str], b: set[str], least: int, expected: float) -> None:
    assert weigh_overlap(frozenset(a), frozenset(b), {}, least=least) == expected


def test_rare_words_weigh_more() -> None:
    one, two = frozenset({"bridg", "said"}), frozenset({"bridg", "clos", "port"})
    weights = {"bridg": 3.0, "said": 1.0}
    assert weigh_overlap(one, two, weights, least=1) == 0.75


CASES = {
    "denial": Case(
        "The army denied that guards had burned the mill at Karsk.",
        "Police said guards had burned the mill at Karsk.",
        "denies",
    ),
    "own-denial": Case(
        "The army denied that guards had burned the mill at Karsk.",
        "The army said guards had burned the mill at Karsk.",
        "contradicts",
    ),
    "denial-of-the-like": Case(
        "The army denied that guards had burned the mill.",
        "The union denied that guards had burned the mill.",
        "equivalent",
    ),
    "no-evidence": Case(
        "The inspector said there was no evidence that a worn cable caused the crash.",
        "The union said a worn cable caused the crash.",
        "denies",
    ),
    "no-sign": Case(
        "“We have seen no sign that pupils copied the answers,” head teacher Ana Ruiz said.",
        "The ministry said pupils had copied the answers.",
        "denies",
    ),
    "found-no-proof": Case(
        "Auditors found no proof that the treasurer moved the grant.",
        "The council said the treasurer moved the grant.",
        "denies",
    ),
    "no-evidence-of-a-negation": Case(
        "Police said there was no evidence that the driver had not braked.",
        "The firm said the driver braked.",
        None,
    ),
    "denied-and-welcomed": Case(
        "Norvo denied that its cleaning caused the leak.",
        "Norvo, a cleaning firm, welcomed the report on the leak.",
        None,
    ),
    "denied-and-regretted": Case(
        "The club denied that its stewards had locked the gate.",
        "The mayor regretted the fuss over the gate and the club’s stewards.",
        None,
    ),
    "denied-and-condemned": Case(
        "The army denied that its guns had shelled the mill.",
        "The bishop condemned the army’s guns at the mill.",
        None,
    ),
    "denied-in-one-place": Case(
        "The clinic denied that a worn valve caused a leak in its main storage hall.",
        "The mayor said the clinic closed its main storage hall.",
        None,
    ),
    "plain-negation": Case(
        "Police said guards had not burned the mill at Karsk.",
        "The union said guards had burned the mill at Karsk.",
        "contradicts",
    ),
    "own-negation-later": Case(
        "Police said guards had not burned the mill at Karsk.",
        "Police said guards had burned the mill at Karsk.",
        "updates",
        later=True,
    ),
    "absence": Case(
        "The firm said no letter came in October.",
        "The union said a letter had come in October.",
        "contradicts",
    ),
    "absence-of-much-else": Case(
        "The firm said no letter about the broken pump at the northern shaft came.",
        "The union said the letter named the river.",
        None,
    ),
    "conditional": Case(
        "If talks fail, the union will shut the port of Karsk.",
        "The union shut the port of Karsk.",
        "different_scope",
    ),
    "plan-and-deed": Case(
        "The ministry shut the port of Karsk.", "The ministry will shut the port of Karsk.", "fulfils"
    ),
    "other-days": Case(
        "Police said the mayor had signed the tariff on Monday.",
        "The union said the mayor had signed the tariff on Sunday.",
        "contradicts",
    ),
    "other-days-one-speaker": Case(
        "Police said the mayor had signed the tariff on Monday.",
        "Police said the mayor had signed the tariff on Sunday.",
        "updates",
        later=True,
    ),
    "other-days-of-what-lasts": Case(
        "Police said the port gate remained shut on Monday.",
        "The union said the port gate remained shut on Sunday.",
        "compatible",
    ),
    "other-days-too-few-words": Case(
        "Police said polls opened on Monday.", "The union said polls opened on Sunday.", "compatible"
    ),
    "same-words": Case("Police said the road was icy.", "The union said the road was icy.", "equivalent"),
    "more-words": Case(
        "Police said the road to the old mill was icy.", "The union said the mill road was icy.", "refines"
    ),
    "other-words": Case(
        "Police said the old mill road by the river was icy.",
        "The union said the mill road by the river was icy and dark.",
        "compatible",
    ),
    "other-names": Case(
        "Police said the road past the old mill through Karsk was icy.",
        "The union said the road past the old mill through Odrin was icy.",
        None,
    ),
    "unlike": Case("Police said the road was icy.", "The union said pay was low.", None),
    "a-figure-and-none": Case(
        "Police said 12 road bridges were icy.", "The union said road bridges were icy.", None
    ),
    "first-shot": Case(
        "Police said that on the ridge Arvania opened fire first.",
        "The union said that on the ridge Belmoria opened fire first.",
        "contradicts",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_labels(case: Case) -> None:
    a, b = slot(case.a, published=TUESDAY if case.later else MONDAY), slot(case.b, published=MONDAY)
    verdict, back = judged(a, b), judged(b, a)
    assert (verdict and verdict.label) == case.label, verdict
    assert (back and back.label) == case.label
    if verdict and back:
        assert verdict.flipped is False
        assert back.flipped is (case.label in DIRECTED)


def at(minute: int, length: int) -> Slots:
    start = dt.datetime(2025, 3, 2, 2, minute, tzinfo=dt.UTC)
    found = slot(f"Police said the tanker ran aground off Karsk {'soon' if minute else 'early'}.")
    span = TimeInterval(text=f"about 2.{minute:02}", start=start, end=start + dt.timedelta(minutes=length))
    return found._replace(claim=found.claim.model_copy(update={"event_time": span}))


@pytest.mark.parametrize(
    ("a", "b", "label", "flipped"),
    [
        pytest.param(at(0, 30), at(10, 30), "compatible", False, id="overlap"),
        pytest.param(at(10, 1), at(0, 30), "refines", False, id="closer-39"),
        pytest.param(at(0, 30), at(10, 1), "refines", True, id="closer-39-turned"),
    ],
)
def test_clock_times(a: Slots, b: Slots, label: Label, *, flipped: bool) -> None:
    verdict = relate_statements(a, b, similarity=1.0)
    assert verdict
    assert (verdict.label, verdict.flipped) == (label, flipped)


def test_a_list_without_a_verb_is_covered_by_any_item() -> None:
    one = slot("Police said a relief train of the railway had come to Karsk on Sunday.")
    absent = slot("No bus and no train left the station on Sunday.")
    listed = absent._replace(
        claim=absent.claim.model_copy(update={"quote": "not a bus, not a train, on Sunday"})
    )
    assert judged(listed, one) is not None
    assert judged(absent, one) is None


def test_names_alone_make_no_clash() -> None:
    one = slot("Police said the Karsk ferry and the Odrin ferry were late.")
    two = slot("The army denied that Karsk and Odrin had paid a ransom.")
    assert relate_statements(one, two, similarity=1.0) is None


@settings(deadline=None, max_examples=30)
@given(articles(), articles())
def test_labels_do_not_depend_on_the_order_of_claims(first: Article, second: Article) -> None:
    for c in read_article(first).claims:
        for d in read_article(second).claims:
            a, b = find_slots(c, first), find_slots(d, second)
            there, back = judged(a, b), judged(b, a)
            assert (there and there.label) == (back and back.label)
            if there and back:
                assert (there.flipped != back.flipped) == (there.label in DIRECTED)


@given(st.frozensets(st.sampled_from("abcdef")), st.frozensets(st.sampled_from("abcdef")))
def test_overlap_is_symmetric_and_a_share(a: frozenset[str], b: frozenset[str]) -> None:
    share = weigh_overlap(a, b, {"a": 2.0}, least=1)
    assert share == weigh_overlap(b, a, {"a": 2.0}, least=1)
    assert 0 <= share <= 1
