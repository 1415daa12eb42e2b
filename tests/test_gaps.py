import pytest

from counterclaim.core.records import (
    Attribution,
    Briefing,
    Dropped,
    Label,
    Relation,
    Response,
    TimeInterval,
    Uncompared,
    Unread,
)
from counterclaim.note.gaps import gaps
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.relate.scope import LABEL_DISPUTE
from small_note import claim, figure, note, thread


def gap_items(made: Briefing) -> dict[str, tuple[str, ...]]:
    return {gap.heading: gap.items for gap in gaps(made, place_claims(register_briefing(made)))}


def test_nothing_is_missing() -> None:
    seen = (Attribution(name="Ana Roy", access="first_hand"),)
    assert gap_items(note(claim("1", attribution=seen))) == {}


def test_speakers_of_whom_no_article_says_how_they_know_are_named() -> None:
    seen = (Attribution(name="Bo Lind", access="document"),)
    claims = (claim("1"), claim("2", attribution=seen), claim("3", speaker="Cy Orr"))
    assert gap_items(note(*claims))["How they know: not found"] == ("Ana Roy and Cy Orr",)


def test_unread_sources_are_named_with_the_reason() -> None:
    unread = (Unread(source="x.pdf", reason="binary"), Unread(source="y.txt", reason=""))
    assert gap_items(note(unread=unread)) == {"Not read": ("x.pdf: binary", "y.txt")}


def test_what_was_dropped_is_all_named_by_reason() -> None:
    drops = tuple(
        Dropped(article=paper, what=what, reason="no number")
        for paper, what in (("b", "x"), ("a", "y"), ("a", "z"), ("q", "w"))
    )
    made = note(claim("1"), claim("2", "b"), dropped=drops)
    assert gap_items(made)["Words of the articles that were set aside"] == (
        "Outlet a, no number: y; z", "Outlet b, no number: x", "article not in this note, no number: w",
    )  # fmt: skip


def test_what_is_undecided_is_told_by_question() -> None:
    links = tuple(
        Relation(a="1", b=b, label="undetermined", reason=r, basis="model")
        for b, r in (("2", "y"), ("3", "x"), ("4", "x"))
    )
    made = note(claim("1"), relations=links, threads=(thread("1"),))
    assert gap_items(made)["Not decided whether they contradict each other"] == (
        "What happened? answer 1 (Ana Roy). X",
    )
    asked = (thread("1", question="How?"), thread("2", number="u", question="Why?"))
    apart = note(claim("1"), claim("2"), relations=links[:1], threads=asked)
    assert gap_items(apart)["Not decided whether they contradict each other"] == (
        "How? / Why? answer 1 (Ana Roy) and answer 2 (Ana Roy). Y",
    )


@pytest.mark.parametrize(
    ("label", "tags", "told"),
    [
        pytest.param("contradicts", (), None, id="disputed in other words"),
        pytest.param("different_scope", (), None, id="of other people in other words"),
        pytest.param("different_scope", (LABEL_DISPUTE,), 1, id="perhaps the same people all the same"),
        pytest.param("undetermined", (), 1, id="open in other words too"),
    ],
)
def test_what_other_wordings_decide_is_not_open(
    label: Label, tags: tuple[str, ...], told: int | None
) -> None:
    claims = (
        claim("1", quantities=figure(58)),
        claim("2", "b", quantities=figure(58)),
        claim("3", "c", "Bo Lind", quantities=figure(23)),
    )
    links = (
        Relation(a="1", b="3", label="undetermined", reason="open", basis="rule:population", tags=tags),
        Relation(a="2", b="3", label=label, reason="open", basis="rule:population"),
    )
    items = gap_items(note(*claims, relations=links, threads=(thread("1", "2", "3"),)))
    assert items.get("Not decided whether they contradict each other") == (
        ("What happened? 58 (Ana Roy) and 23 (Bo Lind). Open",) if told else None
    )


def test_a_party_is_asked_once_whoever_speaks_for_it() -> None:
    army = (Attribution(name="Norway’s army", institution="Norway’s army"),)
    state = (Attribution(name="Norway", institution="Norway"),)
    claims = (
        claim("1", quantities=figure(9)),
        claim("2", "b", attribution=army, quantities=figure(4)),
        claim("3", "c", attribution=state, quantities=figure(4)),
    )
    apart = Relation(a="1", b="2", label="contradicts", reason="why", basis="rule:sample")
    made = note(*claims, relations=(apart,), threads=(thread("1", "2", "3", status="disputed"),))
    (asked,) = gap_items(made)["To ask, dispute by dispute"]
    assert asked.startswith("What happened? Ask Ana Roy (9) and Norway’s army / Norway (4) for ")


def test_statements_without_a_speaker_are_counted_by_outlet() -> None:
    made = note(claim("1", speaker=None), claim("2", speaker=None), claim("3"))
    assert gap_items(made)["Statements without a stated speaker"] == ("Outlet a: 2 statements",)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        pytest.param("single_origin", ("Bo Lind: What happened?",), id="nowhere else said"),
        pytest.param("disputed", None, id="the card says it"),
    ],
)
def test_missing_responses(status: str, expected: tuple[str, ...] | None) -> None:
    responses = (Response(kind="not_mentioned", speaker="Bo Lind"), Response(kind="denied", speaker="Cy Orr"))
    made = note(claim("1"), threads=(thread("1", responses=responses, status=status),))
    assert gap_items(made).get("No response found") == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param(
            "12",
            ("Bo Lind denied what Ana Roy said (9)",),
            id="not heard again",
        ),
        pytest.param("123", None, id="heard again"),
    ],
)
def test_unanswered_denials(numbers: str, expected: tuple[str, ...] | None) -> None:
    claims = (
        claim("1", "a", quantities=figure(9)),
        claim("2", "b", "Bo Lind", polarity="denied"),
        claim("3", "c", quantities=figure(9)),
    )
    links = (
        Relation(a="2", b="1", label="denies", reason="why", basis="rule:sample"),
        Relation(a="2", b="unknown", label="denies", reason="why", basis="rule:sample"),
    )
    made = note(*claims, relations=links, threads=(thread(*numbers),))
    assert gap_items(made).get("Denials without an answer") == expected


def test_a_dispute_says_what_to_ask_and_whom() -> None:
    claims = (claim("1", quantities=figure(9)), claim("2", "b", "Bo Lind", quantities=figure(4)))
    apart = Relation(a="1", b="2", label="contradicts", reason="why", basis="rule:sample")
    disputed = thread("1", "2", status="disputed", differs_by=("number",))
    assert gap_items(note(*claims, relations=(apart,), threads=(disputed,)))[
        "To ask, dispute by dispute"
    ] == (
        "What happened? Ask Ana Roy (9) and Bo Lind (4) for the list or method behind each figure, or an independent count",
    )


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        pytest.param({}, "No article says when or where; ask Ana Roy who is counted", id="nothing"),
        pytest.param({"place": "Orvo"}, "No article says when; ask Ana Roy who is counted", id="a place"),
        pytest.param({"event_time": TimeInterval(text="then"), "place": "Orvo"}, "Ask Ana Roy who is counted", id="a time and a place"),
        pytest.param({"quantities": (figure(9)[0].model_copy(update={"population": "sailors"}),)}, "No article says when or where", id="who is counted"),
        pytest.param({"quantities": figure(9, measure="missing")}, "Ask Ana Roy who is counted", id="what has no one place"),
        pytest.param({"quantities": figure(9, measure="sold")}, None, id="no count of people"),
    ],
)  # fmt: skip
def test_what_to_ask_about_a_figure(said: dict[str, object], asked: str | None) -> None:
    made = note(claim("1", **{"quantities": figure(9), **said}), threads=(thread("1"),))
    expected = None if asked is None else (f"What happened? {asked}",)
    assert gap_items(made).get("To ask about a figure") == expected


def test_what_another_count_says_is_no_gap() -> None:
    told = (figure(9)[0].model_copy(update={"population": "sailors"}),)
    counts = [claim(n, quantities=told) for n in "12"]
    counts.append(claim("3", quantities=told, place="Orvo", event_time=TimeInterval(text="then")))
    threads = tuple(thread(n, number=n, question=f"What {n}?") for n in "123")
    assert "To ask about a figure" not in gap_items(note(*counts, threads=threads))


def test_speakers_of_one_outlet_are_named_by_outlet() -> None:
    claims = (claim("1"), claim("2", "b"), claim("3", "b", "Bo Lind"), claim("4", "b", "Cy Orr"))
    assert gap_items(note(*claims))["Speakers heard through one outlet only"] == (
        "Outlet b: Bo Lind and Cy Orr",
    )
    assert "Speakers heard through one outlet only" not in gap_items(note(claim("1")))


def test_speakers_who_are_described_are_counted() -> None:
    source = (Attribution(name=None, role="a security source"),)
    made = note(claim("1", attribution=source), claim("2", attribution=source), claim("3"))
    assert gap_items(made)["Speakers without a name"] == ("a security source (2 statements)",)


def test_what_was_not_compared_is_counted() -> None:
    over = (
        Uncompared(what="pairs of claims", reason="over the limit", count=7),
        Uncompared(what="x", reason="y"),
    )
    assert gap_items(note(uncompared=over))["Not compared"] == ("pairs of claims: over the limit (7)", "x: y")


def test_the_statement_of_a_state_is_heard_where_its_army_is() -> None:
    army, text, official = (
        (Attribution(name=name),) for name in ("Norway’s army", "Norwegian statement", "Norwegian official")
    )
    claims = (
        claim("1", attribution=army), claim("2", "b", attribution=army),
        claim("3", "b", attribution=text), claim("4", "b", attribution=official),
    )  # fmt: skip
    assert gap_items(note(*claims))["Speakers heard through one outlet only"] == (
        "Outlet b: Norwegian official",
    )
