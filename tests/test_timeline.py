import datetime as dt

import pytest

from counterclaim.core.records import Briefing, Claim, Relation, TimeInterval
from counterclaim.note.cards import disputes
from counterclaim.note.placement import Placement, place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.timeline import timeline
from small_note import article, claim, figure, note, thread


def placed(made: Briefing) -> Placement:
    return place_claims(register_briefing(made))


def told(number: str, paper: str = "a", speaker: str | None = "Ana Roy", **fields: object) -> Claim:
    """A claim in which something happens."""
    return claim(number, paper, speaker, **{"text": f"{number.capitalize()} burned down.", **fields})


def at(text: str, zone: int | None = None) -> TimeInterval:
    moment = dt.datetime.fromisoformat(text)
    start = moment if zone is None else moment.replace(tzinfo=dt.timezone(dt.timedelta(hours=zone)))
    words = "then" if zone is None else f"{moment:%H%M} UTC{zone:+d}"
    return TimeInterval(text=words, start=start, end=start + dt.timedelta(minutes=1))


def test_times_with_a_zone_are_ordered_in_the_storys_zone() -> None:
    claims = (
        told("utc", event_time=at("2025-05-01T10:00", 0)),
        told("local", event_time=at("2025-05-01T13:00")),
        told("story", event_time=at("2025-05-01T12:00", 4)),
    )
    paper = article("a", published=dt.datetime.fromisoformat("2025-05-02T09:00+04:00"))
    events = timeline(placed(note(*claims, articles=(paper,))))
    assert [event.position.lead.claim for event in events] == ["story", "local", "utc"]
    assert [event.when for event in events] == ["Thu 1 May 12:00", "Thu 1 May 13:00", "Thu 1 May 14:00"]


@pytest.mark.parametrize(
    "left_out",
    [
        pytest.param(told("2"), id="no time"),
        pytest.param(told("2", event_time=TimeInterval(text="then")), id="not resolved"),
        pytest.param(told("2", event_time=at("2025-05-01T10:00"), kind="position"), id="an opinion"),
        pytest.param(
            told("2", event_time=at("2025-05-01T10:00"), polarity="denied"), id="what did not happen"
        ),
        pytest.param(
            told("2", event_time=at("2025-05-01T10:00"), reality="demanded"), id="what is asked for"
        ),
        pytest.param(
            told("2", event_time=at("2025-05-01T10:00"), flags=("denial",)),
            id="a statement about a statement",
        ),
        pytest.param(
            told(
                "2",
                event_time=at("2025-05-01T10:00"),
                text="the raid as an answer to Friday’s strikes",
                reality="ongoing",
            ),
            id="a motive without a verb",
        ),
        pytest.param(
            told("2", event_time=at("2025-05-01T10:00"), text="The raid was retaliation for Friday"),
            id="a motive",
        ),
        pytest.param(
            told("2", event_time=at("2025-05-01T10:00"), text="a dry storm", reality="ongoing"), id="no verb"
        ),
        pytest.param(
            told("2", event_time=at("2025-05-01T10:00").model_copy(update={"start": None})), id="by ten"
        ),
        pytest.param(
            told("2", event_time=at("2025-05-01T10:00").model_copy(update={"end": None})), id="since ten"
        ),
    ],
)
def test_what_stays_out_of_the_timeline(left_out: Claim) -> None:
    events = timeline(placed(note(told("1", event_time=at("2025-05-01T10:00")), left_out)))
    assert [event.position.lead.claim for event in events] == ["1"]


def test_a_replaced_statement_stays_out_of_the_timeline() -> None:
    made = thread("1", "2", superseded=("1",))
    claims = [
        told(n, quantities=figure(value), event_time=at("2025-05-01T10:00"))
        for n, value in (("1", 12), ("2", 9))
    ]
    events = timeline(placed(note(*claims, threads=(made,))))
    assert [event.position.lead.claim for event in events] == ["2"]


def whole_day(day: str) -> TimeInterval:
    start = dt.datetime.fromisoformat(day)
    return TimeInterval(text="that day", start=start, end=start + dt.timedelta(days=1))


MIDNIGHT = at("2025-05-01T00:00")
THREE = (
    told("1", text="it was halted at midnight at the request of Upper Orvo and Lund", event_time=MIDNIGHT),
    told(
        "2",
        "b",
        text="the raid was broken off at midnight, as Upper Orvo and Lund had wished",
        event_time=MIDNIGHT,
    ),
    told(
        "3",
        "b",
        "Bo Lind",
        text="operations were called off at midnight because Upper Orvo and Lund had asked",
        event_time=MIDNIGHT,
    ),
)


def test_an_event_told_in_other_words_is_one_row_with_every_citation() -> None:
    (event,) = timeline(placed(note(*THREE)))
    assert event.text == "the raid was broken off at midnight, as Upper Orvo and Lund had wished"
    assert [position.lead.claim for position in event.positions] == ["2", "1", "3"]
    assert event.names == ("Ana Roy", "Bo Lind")


@pytest.mark.parametrize(
    ("other", "number"),
    [
        pytest.param({"text": "Operations were called off because Orvo had asked."}, 2, id="few words in common"),
        pytest.param({"event_time": at("2025-05-01T02:00")}, 2, id="another hour"),
        pytest.param({"quantities": figure(9)}, 2, id="with a figure"),
        pytest.param({"event_time": TimeInterval(text="then", start=MIDNIGHT.start, end=whole_day("2025-05-01").end)}, 1, id="the whole day"),
    ],
)  # fmt: skip
def test_what_is_one_event(other: dict[str, object], number: int) -> None:
    assert len(timeline(placed(note(THREE[1], THREE[2].model_copy(update=other))))) == number


def test_two_deeds_of_one_person_on_one_day_are_two_events() -> None:
    day = {"event_time": whole_day("2025-05-01")}
    claims = (
        told("1", text="President Amelia Corso left Orvo", **day),
        told("2", text="President Amelia Corso laid a wreath in Orvo", **day),
    )
    assert len(timeline(placed(note(*claims)))) == 2


@pytest.mark.parametrize(
    ("answer", "number"),
    [pytest.param("yes", 1, id="one answer"), pytest.param("no", 2, id="another answer")],
)
def test_one_answer_to_one_question_is_one_event(answer: str, number: int) -> None:
    same = {"event_time": at("2025-05-01T10:00")}
    claims = (
        told("1", answer="yes", text="The gate shut", **same),
        told("2", "b", "Bo Lind", answer=answer, text="The gate shut", **same),
    )
    events = timeline(placed(note(*claims, threads=(thread("1", "2"),))))
    assert [event.position.lead.claim for event in events] == ["1", "2"][:number]


def test_one_figure_is_one_event_and_a_dispute_is_marked() -> None:
    same = {"event_time": at("2025-05-01T10:00"), "quantities": figure(9)}
    claims = (
        told("1", text="nine men died in the fire at the old mill in Orvo", **same),
        told("2", "b", "Bo Lind", text="The blaze killed nine of the crew who were here", **same),
    )
    (event,) = timeline(placed(note(*claims, threads=(thread("1", "2", status="disputed"),))))
    assert (event.names, event.doubt) == (("Ana Roy", "Bo Lind"), "disputed")


def test_a_disputed_event_is_told_once_with_the_answers_of_all_sides() -> None:
    nine = told(
        "1", event_time=at("2025-05-01T10:00"), quantities=figure(9), text="Nine men died at the old mill"
    )
    other = told(
        "2",
        "b",
        "Bo Lind",
        event_time=at("2025-05-01T10:00"),
        quantities=figure(4),
        text="Four men died at the old mill",
    )
    against = Relation(a="1", b="2", label="contradicts", reason="", basis="rule:interval")
    made = note(nine, other, relations=(against,), threads=(thread("1", "2", status="disputed"),))
    (event,) = timeline(placed(made), disputes(placed(made), made.relations))
    assert event.text == "What happened? 9, said Ana Roy; 4, said Bo Lind"
    assert (event.doubt, event.names, event.sided) == ("disputed", (), True)
    assert [position.lead.claim for position in event.positions] == ["1", "2"]


@pytest.mark.parametrize("speaker", ["Ana Roy", "Bo Lind"])
def test_the_day_of_saying_is_no_event(speaker: str) -> None:
    said = told("1", said_at=whole_day("2025-05-01"), quantities=figure(23))
    dated = told("2", "b", speaker, event_time=whole_day("2025-05-01"), quantities=figure(23))
    other = told("3", "b", answer="shut", event_time=whole_day("2025-05-01"))
    together = thread("1", "2")
    events = timeline(placed(note(said, dated, other, threads=(together, thread("3", number="u")))))
    assert [event.position.lead.claim for event in events] == ["3"]


@pytest.mark.parametrize(
    ("day", "kind", "doubt"),
    [
        pytest.param("2025-05-01", "quantity", "also the day of the report", id="the same day"),
        pytest.param("2025-04-30", "quantity", "", id="the day before"),
        pytest.param("2025-05-01", "event", "", id="no count"),
    ],
)
def test_a_count_of_the_day_of_the_report_is_marked(day: str, kind: str, doubt: str) -> None:
    (event,) = timeline(placed(note(told("1", event_time=whole_day(day), kind=kind))))
    assert (event.doubt, event.marks) == (doubt, (doubt,) if doubt else ())


def test_opposite_deeds_are_two_events_whatever_they_share() -> None:
    same = {"event_time": at("2025-05-01T10:00"), "answer": "yes"}
    claims = (
        told("1", text="The gates of the upper dam were opened", **same),
        told("2", "b", "Bo Lind", text="The gates of the upper dam were closed", **same),
    )
    assert len(timeline(placed(note(*claims, threads=(thread("1", "2"),))))) == 2


def test_an_accusation_is_an_event_under_its_speaker_alone() -> None:
    day = whole_day("2025-05-01").model_copy(update={"text": "then"})
    charge = told(
        "1", event_time=day, reality="ongoing", text="Orvo is to blame for shelling the depot in Vantry then"
    )
    named = told(
        "2",
        "b",
        "Bo Lind",
        event_time=day,
        text="the raid was an answer to the shelling of the depot in Vantry, on then",
    )
    late = told("3", "b", event_time=day, text="the raid then was an answer to the shelling")
    events = timeline(placed(note(charge, named, late)))
    assert [(e.text, e.names, e.marks) for e in events] == [
        (
            "Ana Roy accuses: Orvo is to blame for shelling the depot in Vantry then",
            ("Ana Roy",),
            ("an accusation",),
        ),
        ("the shelling of the depot in Vantry", ("Bo Lind",), ("named as a reason",)),
    ]


def test_the_time_of_a_telling_is_no_event() -> None:
    assert timeline(placed(note(told("1", event_time=whole_day("2025-05-01"), text="What she told you was wrong")))) == ()  # fmt: skip
