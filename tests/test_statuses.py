"""The statuses of `relations.md`, from the articles' words to the thread, in several domains and wordings."""

import pytest

from counterclaim.core.records import Comparison, Status, Thread
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, SUNDAY, TUESDAY, article

Account = tuple[str, str, str]


def compare(*accounts: Account) -> Comparison:
    return compare_digests([read_article(article(t, outlet=o, published=p)) for o, p, t in accounts])


def post(text: str) -> Account:
    return ("Post", SUNDAY, text)


def herald(text: str) -> Account:
    return ("Herald", TUESDAY, text)


def thread_of(comparison: Comparison, words: str) -> Thread:
    held = [c.id for d in comparison.digests for c in d.claims if words in c.quote]
    return next(t for t in comparison.threads if held[0] in t.claims)


@pytest.mark.parametrize(
    ("accounts", "words", "status", "origins"),
    [
        pytest.param((post("Police said 12 miners were killed."), herald("The hospital said 12 miners had died.")), "12", "agreed", 2, id="agreed-toll"),
        pytest.param((post("The ministry said the bridge cost €3 million."), herald("According to the auditor, €3 million was the cost of the bridge.")), "million", "agreed", 2, id="agreed-money"),
        pytest.param((post("The league said turnout was 61 per cent."), herald("According to the observers, turnout was 61 per cent.")), "61", "agreed", 2, id="agreed-share"),
        pytest.param((post("Police said 12 miners were killed."), herald("The union said 19 miners were killed on Sunday, and police said 12 were killed on Sunday.")), "19", "disputed", 2, id="disputed-toll"),
        pytest.param((post("The firm said it cost €3 million."), herald("The city said it cost €9 million.")), "3 million", "disputed", 2, id="disputed-money"),
        pytest.param((post("The firm said the gates of the mill were open."), herald("The union said the mill gates were not open.")), "gates of the mill", "disputed", 2, id="disputed-polarity"),
        pytest.param((post("The commission said the Reform Party won 40 seats."), herald("The observers said the Reform Party won 31 seats.")), "40", "disputed", 2, id="disputed-seats"),
        pytest.param((post("Police said 12 miners were killed."),), "12", "single_origin", 1, id="single-article"),
        pytest.param((post("Police said 12 miners were killed."), herald("There were 12 miners killed, police said.")), "12", "single_origin", 1, id="single-two-outlets"),
        pytest.param((post("Mayor Ana Ruiz said the repair cost €3 million."), herald("Ruiz put the cost of the repair at €3 million.")), "million", "single_origin", 1, id="single-short-name"),
        pytest.param((post("Police said 12 miners were killed."), herald("Police said 15 miners were killed.")), "12", "superseded", 1, id="superseded-toll"),
        pytest.param((post("The commission said turnout was 58 per cent."), herald("The commission said turnout was 61 per cent.")), "58", "superseded", 1, id="superseded-share"),
        pytest.param((post("The firm said the repair of the bridge cost €3 million."), herald("The repair of the bridge cost €5 million, according to the firm.")), "3 million", "superseded", 1, id="superseded-money"),
        pytest.param((post("Belmoria’s army said 12 miners were killed."), herald("Belmorian police said 12 miners were killed.")), "12", "one_sided", 1, id="one-sided-country"),
        pytest.param((post("The Karsk Coal Company said 40 ships sailed."), herald("Ivo Land of the Karsk Coal Company said 40 ships sailed.")), "40", "single_origin", 1, id="one-sided-company"),
        pytest.param((post("12 miners were killed."), herald("12 miners were killed in all.")), "12", "agreed", 2, id="agreed-own-voices"),
        pytest.param((post("Police said about 200 votes were cast."), herald("The union said more than 200 votes were cast.")), "about 200", "unclear", 2, id="unclear-overlap"),
    ],
)  # fmt: skip
def test_status(accounts: tuple[Account, ...], words: str, status: Status, origins: int) -> None:
    for order in (accounts, accounts[::-1]):
        thread = thread_of(compare(*order), words)
        assert (thread.status, thread.independent_origins) == (status, origins)


@pytest.mark.parametrize(
    "shared",
    [
        pytest.param("The army of Karsk said 20 ships were sunk. The army of Odrin said 20 ships were sunk.", id="toll"),
        pytest.param("The army of Karsk said the gate at Torm was shut. The army of Odrin said the Torm gate was shut.", id="statement"),
        pytest.param("The army of Karsk said the raid lasted 3 hours. The army of Odrin said the raid lasted 3 hours.", id="duration"),
    ],
)  # fmt: skip
def test_what_the_other_side_says_too_is_conceded(shared: str) -> None:
    clash = "The army of Karsk said 58 soldiers of Odrin were killed. The army of Odrin said 23 soldiers of Odrin were killed."
    comparison = compare(post(f"{clash} {shared}"))
    assert thread_of(comparison, "58").status == "disputed"
    assert [t.status for t in comparison.threads if t.status != "disputed"] == ["conceded"]


@pytest.mark.parametrize(
    ("texts", "low", "high", "floor"),
    [
        pytest.param(("Police said 12 miners were killed.", "The union said 19 miners were killed."), 12, 19, 12, id="toll"),
        pytest.param(("Police said at least 12 miners were killed.", "The union said 19 miners were killed."), 12, None, 12, id="open-above"),
        pytest.param(("Police said up to 12 miners were killed.", "The union said 9 miners were killed."), 9, 12, None, id="no-floor"),
    ],
)  # fmt: skip
def test_range_and_floor(texts: tuple[str, str], low: float, high: float | None, floor: float | None) -> None:
    comparison = compare(("Post", TUESDAY, texts[0]), ("Herald", TUESDAY, texts[1]))
    (thread,) = [t for t in comparison.threads if len(t.claims) > 1]
    assert thread.figures
    assert (thread.figures.low, thread.figures.high, thread.figures.floor) == (low, high, floor)


def test_replaced_values_are_kept_in_order() -> None:
    comparison = compare(
        ("Echo", TUESDAY, "Police said 15 miners were killed."),
        ("Post", SUNDAY, "Police said 9 miners were killed."),
        ("Herald", MONDAY, "Police said 12 miners were killed."),
    )
    (thread,) = comparison.threads
    figures = {c.id: c.answer for d in comparison.digests for c in d.claims}
    steps = [(figures[step.earlier], figures[step.later]) for step in thread.history]
    assert steps == [("9", "12"), ("9", "15"), ("12", "15")]
    assert {figures[c] for c in thread.superseded} == {"9", "12"}
    assert thread.figures
    assert (thread.figures.low, thread.figures.high) == (15, 15)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        pytest.param("Police said 12 miners were killed.", "According to the union, 12 miners have been killed.", "I3", id="two-originators"),
        pytest.param("Police said 12 miners were killed.", "There were 12 miners killed, police said.", "I1", id="one-originator"),
        pytest.param("Belmoria’s army said 12 miners were killed.", "Belmorian police said 12 miners were killed.", "I2", id="one-side"),
        pytest.param("12 miners were killed.", "Police said 12 miners were killed.", "IU", id="own-voice"),
        pytest.param("A spokesman said that 12 miners had been killed.", "Police said 12 miners were killed.", "IU", id="mouthpiece"),
    ],
)  # fmt: skip
def test_independence_of_two_claims(a: str, b: str, kind: str) -> None:
    (relation,) = compare(post(a), herald(b)).relations
    assert relation.independence == kind


def test_two_prints_of_one_text_are_not_independent() -> None:
    text = "Police said 9 people were killed in Karsk when the old bridge over the river fell down on Monday."
    (relation,) = compare(post(text), herald(text)).relations
    assert (relation.label, relation.independence) == ("equivalent", "I0")
