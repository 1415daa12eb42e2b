import typing

import pytest

from counterclaim.core.records import (
    Attribution,
    Briefing,
    FigureRange,
    Relation,
    Response,
    ResponseKind,
    Status,
)
from counterclaim.note.cards import (
    agreements,
    disputes,
    figure_groups,
    figure_span,
    response_words,
    sides_of,
    status_words,
    uncorroborated,
)
from counterclaim.note.folding import quotes_of
from counterclaim.note.placement import Placement, place_claims
from counterclaim.note.register import register_briefing
from small_note import claim, figure, note, thread


def placed(made: Briefing) -> Placement:
    return place_claims(register_briefing(made))


@pytest.mark.parametrize("status", typing.get_args(Status))
def test_every_status_has_words(status: Status) -> None:
    assert status_words(status)
    assert "claim" not in status_words(status)


@pytest.mark.parametrize("kind", typing.get_args(ResponseKind))
def test_every_response_has_words(kind: ResponseKind) -> None:
    assert response_words(kind)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param(None, (None, None), id="no figures"),
        pytest.param(FigureRange(low=None, high=None), (None, None), id="no limits"),
        pytest.param(FigureRange(low=23, high=58, floor=23), ("23 to 58", "neither account is below 23"), id="range and floor"),
        pytest.param(FigureRange(low=9, high=9), (None, None), id="one value"),
        pytest.param(FigureRange(low=20, high=None, floor=20), ("20 upwards", None), id="open above"),
        pytest.param(FigureRange(low=2, high=3, floor=2, unit="percent"), ("2 to 3%", None), id="a share"),
        pytest.param(FigureRange(low=None, high=58), ("58 at most", None), id="open below"),
    ],
)  # fmt: skip
def test_figure_span(figures: FigureRange | None, expected: tuple[str | None, str | None]) -> None:
    assert figure_span(figures, accounts=2) == expected


def test_key_figures_are_chosen_by_speakers_or_summaries() -> None:
    claims = (
        claim("1", quantities=figure(9)),
        claim("2", "b", quantities=figure(8)),
        claim("3", quantities=figure(7)),
    )
    threads = (thread("1", "2", number="two"), thread("3", number="one", question="How many?"))
    placement = placed(note(*claims, threads=threads))
    assert [group.thread for group in figure_groups(placement, ())] == ["two"]
    assert [group.thread for group in figure_groups(placement, ("3",))] == ["two", "one"]


def test_what_is_asked_in_the_same_words_stands_together_and_says_that_it_is_not_compared() -> None:
    claims = (claim("1", quantities=figure(9)), claim("2", "b", "Bo Lind", quantities=figure(8)))
    made = placed(note(*claims, threads=(thread("1"), thread("2", number="u"))))
    (group,) = figure_groups(made, ("1", "2"))
    assert [(row.answer, row.warnings) for row in group.rows] == [
        ("9", ()),
        ("8", ("not compared with those above",)),
    ]


def test_a_range_says_that_it_leaves_out_what_is_not_compared() -> None:
    claims = [claim(n, "ab"[int(n) % 2], f"Ana {n}", quantities=figure(float(n))) for n in "358"]
    limits = FigureRange(low=5, high=8, floor=5)
    (alone,) = figure_groups(placed(note(*claims, threads=(thread("5", "8", figures=limits),))), ("5",))
    assert (alone.span, alone.floor) == ("5 to 8", "neither account is below 5")
    threads = (thread("5", "8", figures=limits), thread("3", number="u"))
    (joined,) = figure_groups(placed(note(*claims, threads=threads)), ("3", "5"))
    assert (joined.span, joined.floor) == ("5 to 8, of those compared", None)


def test_all_figures_are_key_where_none_is() -> None:
    placement = placed(
        note(claim("1", quantities=figure(9)), claim("2"), threads=(thread("1"), thread("2", number="u")))
    )
    assert [group.thread for group in figure_groups(placement, ())] == ["t"]


def test_replaced_figures_stand_where_nothing_replaces_them() -> None:
    made = thread("1", status="superseded", superseded=("1",))
    (group,) = figure_groups(placed(note(claim("1", quantities=figure(9)), threads=(made,))), ())
    assert (len(group.rows), group.replaced) == (1, ())


def disputed(*kinds: str, responses: tuple[Response, ...] = (), **fields: object) -> Briefing:
    made = thread("1", "2", status="disputed", differs_by=kinds, responses=responses)
    return note(claim("1"), claim("2", "b", "Bo Lind"), claim("3", "b", "Bo Lind"), threads=(made,), **fields)


@pytest.mark.parametrize(
    ("kinds", "differs_by", "settle"),
    [
        pytest.param(("number",), "the number", "the list or method behind each figure, or an independent count", id="number"),
        pytest.param(("number", "weather"), "the number and weather", "the list or method behind each figure, or an independent count", id="one not foreseen"),
        pytest.param((), "not stated", "the records each speaker relies on, side by side", id="not stated"),
    ],
)  # fmt: skip
def test_what_would_settle_it(kinds: tuple[str, ...], differs_by: str, settle: str) -> None:
    (dispute,) = disputes(placed(disputed(*kinds)), ())
    assert (dispute.differs_by, dispute.settle) == (differs_by, settle)


def test_the_reason_of_most_contradictions_is_given() -> None:
    links = [
        Relation(a=a, b=b, label=label, reason=reason, basis="rule:sample")
        for a, b, label, reason in (
            ("1", "2", "contradicts", "9 is not 8"),
            ("2", "1", "contradicts", "9 is not 8"),
            ("1", "3", "contradicts", "another"),
            ("1", "2", "denies", "a denial"),
        )
    ]  # fmt: skip
    (dispute,) = disputes(placed(disputed()), links)
    assert dispute.why == "9 is not 8"


def test_responses_are_said_once_with_their_quote() -> None:
    said = Response(kind="declined", speaker=None, claim="3")
    (dispute,) = disputes(placed(disputed(responses=(said, said))), ())
    assert [(a.words, a.citation and a.citation.claim) for a in dispute.responses] == [
        ("the other side gave no answer", "3")
    ]


def test_a_response_in_reprints_is_one_response() -> None:
    said = Response(kind="declined", speaker="The mine", claim="3", reprints=("4", "5"))
    (dispute,) = disputes(placed(disputed(responses=(said,))), ())
    assert [a.words for a in dispute.responses] == ["The mine gave no answer (+2 reprints)"]


def test_a_thread_of_refusals_alone_keeps_its_positions() -> None:
    silent = tuple(Response(kind="declined", speaker="x", claim=number) for number in "12")
    (dispute,) = disputes(placed(disputed(responses=silent)), ())
    assert [side.answer for side in dispute.sides] == ["answer 1", "answer 2"]


def test_an_agreement_shows_what_others_did_about_it() -> None:
    answers = (
        Response(kind="could_not_confirm", speaker="The Post", claim="3"),
        Response(kind="not_mentioned", speaker="The army"),
    )
    made = note(
        *(claim(number) for number in "123"),
        threads=(
            thread("1", "2", number="one", status="agreed", responses=answers),
            thread("3", number="two", status="single_origin", responses=answers[:1]),
        ),
    )
    (statement,) = agreements(placed(made))
    assert [answer.words for answer in statement.responses] == [
        "The army was not found on record about it in the articles read",
        "The Post could not confirm it",
    ]
    assert [a.citation.claim if a.citation else None for a in statement.responses] == [None, "3"]


def test_the_best_supported_agreement_comes_first() -> None:
    threads = (
        thread("1", number="two", status="agreed", independent_origins=2),
        thread("2", number="three", status="agreed", independent_origins=3),
        thread("3", number="both", status="conceded", independent_origins=2),
    )
    found = agreements(placed(note(claim("1"), claim("2"), claim("3"), threads=threads)))
    assert [s.thread for s in found] == ["three", "both", "two"]


def test_replaced_statements_are_left_to_the_changes_where_those_tell_them() -> None:
    made = thread("1", "2", status="superseded", superseded=("1",))
    placement = placed(note(claim("1"), claim("2"), threads=(made,)))
    assert uncorroborated(placement, frozenset({"1", "2"})) == ((), ())
    (voice,), together = uncorroborated(placement, frozenset())
    assert (voice.speaker, [p.lead.claim for s in voice.statements for p in s.positions], together) == (
        "Ana Roy",
        ["2", "1"],
        (),
    )


def test_one_quote_with_two_statements_is_quoted_once() -> None:
    claims = (claim("1", quote="9 and 8"), claim("2", quote="9 and 8"), claim("3", start=50, end=60))
    (voice,), _ = uncorroborated(placed(note(*claims)), frozenset())
    every = [[p.lead.claim for p in quoted.positions] for quoted in quotes_of(voice)]
    without = [[p.lead.claim for p in quoted.positions] for quoted in quotes_of(voice, frozenset({"1"}))]
    assert (every, without) == ([["1", "2"], ["3"]], [["2"], ["3"]])


def test_sides_that_exclude_each_other_come_first() -> None:
    claims = (
        claim("1", "a", "Cy Orr", quantities=figure(5)),
        claim("2", "b", quantities=figure(9)),
        claim("3", "c", "Bo Lind", quantities=figure(7)),
        claim("4", "d", "Outlet d", quantities=figure(9)),
    )
    own = claims[3].model_copy(
        update={"attribution": (Attribution(name="Outlet d", role="outlet", mode="narration"),)}
    )
    links = (
        Relation(a="2", b="3", label="contradicts", reason="9 is not 7", basis="rule:sample"),
        Relation(a="3", b="unknown", label="contradicts", reason="not here", basis="rule:sample"),
        Relation(a="unknown", b="3", label="contradicts", reason="not here", basis="rule:sample"),
    )
    made = note(*claims[:3], own, threads=(thread("1", "2", "3", "4", status="disputed"),), relations=links)
    (dispute,) = disputes(placed(made), links)
    assert [(side.answer, [p.name for p in side.positions]) for side in dispute.sides] == [
        ("9", ["Ana Roy", "Outlet d"]),
        ("7", ["Bo Lind"]),
        ("5", ["Cy Orr"]),
    ]
    assert [side.opposed for side in dispute.sides] == [True, True, False]
    assert dispute.why == "9 is not 7"


def test_named_speakers_come_before_outlets_within_an_answer() -> None:
    first = claim("1", "a", attribution=(Attribution(name="Outlet a", mode="narration"),), answer="yes")
    (side,) = sides_of(
        place_claims(
            register_briefing(note(first, claim("2", "b", answer="Yes"), threads=(thread("1", "2"),)))
        ).threads[0][1]
    )
    assert [position.name for position in side.positions] == ["Ana Roy", "Outlet a"]


def test_a_denial_of_a_figure_stands_among_the_key_figures() -> None:
    claims = (claim("1", quantities=figure(9)), claim("2", "b", "Bo Lind", answer="no"))
    made = note(*claims, threads=(thread("1", "2", status="disputed"),))
    (group,) = figure_groups(placed(made), ())
    assert [row.answer for row in group.rows] == ["9", "no"]


def test_what_contradicts_the_question_answers_it_with_no() -> None:
    question = "Whether the assault was an answer to the raid"
    said = {"answer": "yes", "question": question}
    claims = (
        claim("1", "a", "Cy Orr", text="the assault was an answer to the raid", **said),
        claim("2", "b", "Bo Lind", text="nothing had provoked it", answer="yes", question="Whether"),
    )
    links = (Relation(a="1", b="2", label="contradicts", reason="opposite", basis="rule:polarity"),)
    made = note(*claims, threads=(thread("1", "2", status="disputed", question=question),), relations=links)
    (dispute,) = disputes(placed(made), links)
    assert [(side.answer, [p.name for p in side.positions]) for side in dispute.sides] == [
        ("yes", ["Cy Orr"]),
        ("no", ["Bo Lind"]),
    ]


def test_newsrooms_that_agree_are_told_as_such_in_the_words_of_the_shared_question() -> None:
    made = note(
        claim("1", speaker=None, question="Whether it stayed shut", text="It stayed shut."),
        claim("2", paper="b", speaker=None, question="What happened?", text="The road was shut."),
        threads=(thread("1", "2", status="agreed", independent_origins=2, own_reports=True),),
    )
    (statement,) = agreements(placed(made))
    assert statement.text == "The road was shut."
    assert statement.label == "agreed, two newsrooms’ own reports, no source named"


def test_newsrooms_come_after_speakers() -> None:
    threads = (
        thread("1", number="rooms", status="agreed", independent_origins=5, own_reports=True),
        thread("2", number="speakers", status="agreed", independent_origins=2),
    )
    found = agreements(placed(note(claim("1"), claim("2"), threads=threads)))
    assert [s.thread for s in found] == ["speakers", "rooms"]
