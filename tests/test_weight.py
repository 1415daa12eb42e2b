from counterclaim.core.records import Briefing
from counterclaim.note.placement import Placement, place_claims
from counterclaim.note.register import register_briefing
from small_note import claim, figure, note, thread


def placed(made: Briefing) -> Placement:
    return place_claims(register_briefing(made))


def test_weight_is_status_then_speakers_then_outlets() -> None:
    claims = (
        claim("1"),
        claim("2"),
        claim("3", "b", "Bo Lind"),
        claim("4"),
        claim("5", "b", quantities=figure(4, measure="sold")),
    )
    threads = (
        thread("1", number="alone"),
        thread("2", "3", number="two", status="disputed"),
        thread("4", number="one", status="disputed"),
        thread("5", number="figure", status="disputed"),
        thread("unknown", number="empty", status="disputed"),
    )
    assert [t.id for t, _ in placed(note(*claims, threads=threads)).threads] == [
        "two",
        "figure",
        "one",
        "alone",
    ]


def test_the_dead_come_first_and_opinions_last() -> None:
    measures = {"sold": "sold", "rescued": "rescued", "wounded": "wounded", "killed": "killed"}
    claims = [claim(number, quantities=figure(4, measure=measure)) for number, measure in measures.items()]
    claims.append(claim("opinion", kind="position"))
    claims.append(claim("fact"))
    found = placed(note(*claims[::-1])).threads
    assert [thread.id for thread, _ in found] == ["killed", "wounded", "rescued", "sold", "fact", "opinion"]
