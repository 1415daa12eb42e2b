import datetime as dt

from briefing_story import briefing
from counterclaim.core.records import Briefing, Claim, TimeInterval
from counterclaim.note.cards import disputes
from counterclaim.note.changes import changes
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.watch import next_words
from small_note import claim, figure, note, thread
from test_changes import step

FRIDAY = dt.datetime(2025, 5, 9, 10, tzinfo=dt.UTC)


def plan(number: str, start: dt.datetime | None, **fields: object) -> Claim:
    when = TimeInterval(text="then", start=start, end=start and start + dt.timedelta(minutes=1))
    return claim(number, event_time=when, reality="planned", **fields)


def watched(made: Briefing, as_of: dt.datetime | None = FRIDAY) -> str:
    placement = place_claims(register_briefing(made))
    return next_words(
        placement, disputes(placement, made.relations), changes(placement, made.relations), as_of
    )


def test_what_is_announced_for_later_comes_in_its_order() -> None:
    week, day = FRIDAY + dt.timedelta(days=7), FRIDAY + dt.timedelta(days=1)
    made = note(plan("1", week), plan("2", day), plan("3", FRIDAY), plan("4", None), claim("5"))
    assert watched(made) == "Sat 10 May 10:00: Text 2 (Ana Roy); Fri 16 May 10:00: Text 1 (Ana Roy)"


def test_nothing_is_to_come_where_nobody_says_when_the_note_is_of() -> None:
    assert watched(note(plan("1", FRIDAY + dt.timedelta(days=1))), as_of=None) == ""


def test_a_plan_that_was_replaced_is_not_announced() -> None:
    day = FRIDAY + dt.timedelta(days=1)
    claims = (plan("1", day, answer="a"), plan("2", day, answer="b"))
    made = note(*claims, threads=(thread("1", "2", superseded=("1",)),))
    assert watched(made) == "Sat 10 May 10:00: Text 2 (Ana Roy)"


def test_a_possible_update_waits_for_a_person() -> None:
    claims = (claim("1", quantities=figure(12)), claim("2", "b", "Bo Lind", quantities=figure(15)))
    made = note(*claims, threads=(thread("1", "2"),), relations=(step("2", "1", "possible_update"),))
    assert watched(made) == "confirm what happened: whether 15, said Bo Lind, replaces 12"


def test_the_whole_line_of_the_story() -> None:
    made = briefing()
    assert watched(made, made.as_of) == (
        "Fri 7 Mar: Meridian Lines plans to sail again on Friday (Strait Business Daily); confirm what will insurers pay:"
        " whether at most 80 million crowns, said Oskar Lind, replaces about 65 million crowns; settle how many people"
        " died in the fire on the Orlanda: the list or method behind each figure, or an independent count"
    )
