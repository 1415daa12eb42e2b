import datetime as dt

import pytest

from counterclaim.core.records import Briefing, Claim, Label, Quantity, Relation, TimeInterval
from counterclaim.note.changes import change_words, changes, timeline
from counterclaim.note.positions import Placement, place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.view import Change
from small_note import article, claim, figure, note, thread


def placed(made: Briefing) -> Placement:
    return place_claims(register_briefing(made))


def step(later: str, earlier: str, label: Label = "updates") -> Relation:
    return Relation(a=later, b=earlier, label=label, reason="why", basis="rule:sample")


def changed(links: list[Relation], *claims: Claim) -> tuple[Change, ...]:
    together = thread(*(made.id for made in claims))
    return changes(placed(note(*claims, threads=(together,))), links)


def counts(*values: float) -> list[Claim]:
    return [claim(str(number), quantities=figure(value)) for number, value in enumerate(values, start=1)]


def test_only_the_steps_of_a_chain_are_told() -> None:
    found = changed([step("3", "1"), step("2", "1"), step("3", "2")], *counts(31, 58, 96))
    assert [([p.answer for p in c.earlier], c.later.answer, c.words) for c in found] == [
        (["31"], "58", "update, up"),
        (["58"], "96", "update, up"),
    ]


def test_steps_that_go_both_ways_are_not_lost() -> None:
    found = changed([step("2", "1"), step("3", "1"), step("2", "3"), step("3", "2")], *counts(31, 58, 96))
    assert [(c.later.answer, sorted(p.answer for p in c.earlier)) for c in found] == [
        ("58", ["31", "96"]),
        ("96", ["31", "58"]),
    ]


def test_a_pair_is_told_once_by_its_strongest_label() -> None:
    found = changed(
        [step("2", "1"), step("2", "1", "corrects"), step("2", "1", "compatible")], *counts(12, 9)
    )
    assert [c.words for c in found] == ["correction, down"]


@pytest.mark.parametrize("link", [step("1", "2"), step("1", "unknown"), step("unknown", "1")])
def test_no_change_within_a_position_or_of_unknown_claims(link: Relation) -> None:
    assert changed([link], *counts(9, 9)) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(figure(9), (), id="no figure"),
        pytest.param(figure(9), (figure(8)[0].model_copy(update={"unit": "percent"}),), id="another unit"),
        pytest.param(figure(9), (figure(9)[0].model_copy(update={"bound": "at_least"}),), id="no difference"),
        pytest.param(figure(9), (Quantity(start=0, end=1, text="x", low=None, high=None),), id="no value"),
    ],
)
def test_no_direction_without_two_values(before: tuple[Quantity, ...], after: tuple[Quantity, ...]) -> None:
    (found,) = changed([step("2", "1")], claim("1", quantities=before), claim("2", quantities=after))
    assert found.words == "update"


def test_an_upper_bound_has_a_direction_too() -> None:
    bound = Quantity(start=0, end=1, text="up to 20", low=None, high=20, bound="at_most")
    (found,) = changed([step("2", "1")], claim("1", quantities=figure(9)), claim("2", quantities=(bound,)))
    assert found.words == "update, up"


def test_earlier_figures_with_one_successor_are_told_together() -> None:
    (found,) = changed([step("3", "1"), step("3", "2")], *counts(31, 99, 96))
    assert ([p.answer for p in found.earlier], found.words) == (["31", "99"], "update")


def test_earlier_figures_stand_in_the_order_of_publication() -> None:
    claims = (
        claim("1", "b", quantities=figure(31)),
        claim("2", "a", quantities=figure(99)),
        claim("3", "c", quantities=figure(96)),
    )
    (found,) = changed([step("3", "1"), step("3", "2")], *claims)
    assert [p.answer for p in found.earlier] == ["99", "31"]


def test_other_labels_are_words() -> None:
    assert change_words("different_scope") == "different scope"


def at(text: str, zone: int | None = None) -> TimeInterval:
    moment = dt.datetime.fromisoformat(text)
    start = moment if zone is None else moment.replace(tzinfo=dt.timezone(dt.timedelta(hours=zone)))
    words = "then" if zone is None else f"{moment:%H%M} UTC{zone:+d}"
    return TimeInterval(text=words, start=start, end=start + dt.timedelta(minutes=1))


def test_times_with_a_zone_are_ordered_in_the_storys_zone() -> None:
    claims = (
        claim("utc", event_time=at("2025-05-01T10:00", 0)),
        claim("local", event_time=at("2025-05-01T13:00")),
        claim("story", event_time=at("2025-05-01T12:00", 4)),
    )
    paper = article("a", published=dt.datetime.fromisoformat("2025-05-02T09:00+04:00"))
    events = timeline(placed(note(*claims, articles=(paper,))))
    assert [event.position.lead.claim for event in events] == ["story", "local", "utc"]
    assert [event.when for event in events] == ["Thu 1 May 12:00", "Thu 1 May 13:00", "Thu 1 May 14:00"]


@pytest.mark.parametrize(
    "left_out",
    [
        pytest.param(claim("2"), id="no time"),
        pytest.param(claim("2", event_time=TimeInterval(text="then")), id="not resolved"),
        pytest.param(claim("2", event_time=at("2025-05-01T10:00"), kind="position"), id="an opinion"),
        pytest.param(
            claim("2", event_time=at("2025-05-01T10:00").model_copy(update={"start": None})), id="by ten"
        ),
        pytest.param(
            claim("2", event_time=at("2025-05-01T10:00").model_copy(update={"end": None})), id="since ten"
        ),
    ],
)
def test_what_stays_out_of_the_timeline(left_out: Claim) -> None:
    events = timeline(placed(note(claim("1", event_time=at("2025-05-01T10:00")), left_out)))
    assert [event.position.lead.claim for event in events] == ["1"]


def test_a_replaced_statement_stays_out_of_the_timeline() -> None:
    made = thread("1", "2", superseded=("1",))
    claims = [c.model_copy(update={"event_time": at("2025-05-01T10:00")}) for c in counts(12, 9)]
    events = timeline(placed(note(*claims, threads=(made,))))
    assert [event.position.lead.claim for event in events] == ["2"]


def test_an_event_is_told_once_a_question_and_time() -> None:
    same = {"event_time": at("2025-05-01T10:00"), "answer": "yes"}
    claims = (claim("1", **same), claim("2", "b", "Bo Lind", **same))
    events = timeline(placed(note(*claims, threads=(thread("1", "2"),))))
    assert [event.position.lead.claim for event in events] == ["1"]


def whole_day(day: str) -> TimeInterval:
    start = dt.datetime.fromisoformat(day)
    return TimeInterval(text="that day", start=start, end=start + dt.timedelta(days=1))


@pytest.mark.parametrize("speaker", ["Ana Roy", "Bo Lind"])
def test_the_day_of_saying_is_no_event(speaker: str) -> None:
    said = claim("1", said_at=whole_day("2025-05-01"), quantities=figure(23))
    dated = claim("2", "b", speaker, event_time=whole_day("2025-05-01"), quantities=figure(23))
    other = claim("3", "b", answer="shut", event_time=whole_day("2025-05-01"))
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
    (event,) = timeline(placed(note(claim("1", event_time=whole_day(day), kind=kind))))
    assert (event.doubt, event.marks) == (doubt, (doubt,) if doubt else ())
