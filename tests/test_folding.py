import datetime as dt

import pytest

from counterclaim.core.records import Quantity, Response, TimeInterval
from counterclaim.note.folding import fold_events, fold_voices, headline, quotes_of
from counterclaim.note.sections import build_sections
from small_note import claim, figure, note, thread

LONG = "they said a good deal more than this"


def test_a_voice_tells_its_telling_quotes_first_and_counts_what_stands_above() -> None:
    claims = (
        claim("1", quote="a scrap"),
        claim("2", quote=LONG, start=20),
        claim("3", start=90, quantities=figure(9)),
    )
    (voice,) = fold_voices(build_sections(note(*claims)))
    assert [[p.lead.claim for p in quoted.positions] for quoted in voice.told] == [["2"], ["1"]]
    assert (voice.above, voice.own, voice.is_brief) == (1, False, False)
    assert [position.lead.claim for position in voice.positions] == ["2", "1"]


def test_one_quote_is_brief_with_what_others_did_about_it() -> None:
    answer = (Response(kind="declined", speaker="Bo Lind"),)
    (brief,) = fold_voices(build_sections(note(claim("1"))))
    (answered,) = fold_voices(build_sections(note(claim("1"), threads=(thread("1", responses=answer),))))
    assert (brief.is_brief, answered.is_brief) == (True, True)
    assert [a.words for a in answered.told[0].responses] == ["Bo Lind gave no answer"]


def test_a_response_stands_beside_every_quote_that_it_is_about() -> None:
    both = (Response(kind="declined", speaker="Bo Lind"), Response(kind="denied", speaker="Cy Orr"))
    asked = [thread(n, number=n, question=f"Q{n}?", responses=both[: int(n)]) for n in "12"]
    claims = [claim(n, start=40 * int(n)) for n in "12"]
    (voice,) = build_sections(note(*claims, threads=tuple(asked))).alone
    assert [[a.words for a in quoted.responses] for quoted in quotes_of(voice)] == [
        ["Bo Lind gave no answer"],
        ["Cy Orr denied it", "Bo Lind gave no answer"],
    ]


def test_a_response_to_two_statements_of_one_quote_is_told_once() -> None:
    answer = (Response(kind="declined", speaker="Bo Lind"),)
    asked = [thread(n, number=n, question=f"Q{n}?", responses=answer) for n in "12"]
    (voice,) = build_sections(note(claim("1"), claim("2"), threads=tuple(asked))).alone
    ((quoted),) = quotes_of(voice)
    assert [a.words for a in quoted.responses] == ["Bo Lind gave no answer"]


def test_quotes_to_which_somebody_responded_are_told_before_the_room_ends() -> None:
    claims = [claim(f"{n}", quote=f"{LONG} {n}", start=100 * n) for n in range(1, 9)]
    answered = thread("8", number="8", responses=(Response(kind="denied", speaker="Bo Lind"),))
    (voice,) = fold_voices(build_sections(note(*claims, threads=(answered,))))
    assert "8" in [quoted.first.lead.claim for quoted in voice.told]
    assert len(voice.cited) == 2


def test_events_that_say_too_little_alone_are_left_to_the_end() -> None:
    day = TimeInterval(text="on Sunday", start=dt.datetime(2025, 5, 4), end=dt.datetime(2025, 5, 5))  # noqa: DTZ001 -- local time
    scrap = claim("1", quote="a scrap", event_time=day)
    told, rest = fold_events(build_sections(note(scrap, claim("2", quote=LONG, event_time=day))).timeline)
    assert [[e.position.lead.claim for e in events] for _, events in told] == [["2"]]
    assert [event.position.lead.claim for event in rest] == ["1"]
    only, none = fold_events(build_sections(note(scrap)).timeline)
    assert ([len(events) for _, events in only], none) == ([1], ())


def bound(value: float, how: str) -> tuple[Quantity, ...]:
    open_above = {"low": value, "high": None if how == "at_least" else value}
    made = Quantity(start=0, end=1, text=f"{value:g}", low=value, high=value, measure="killed")
    return (made.model_copy(update={**open_above, "bound": how}),)


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        pytest.param((bound(6, "exact"), bound(6, "at_least")), "What happened? 6; at least 6, said Bo Lind", id="the-bound-behind"),
        pytest.param((bound(6, "at_least"), bound(6, "exact")), "What happened? at least 6; 6, said Bo Lind", id="the-bound-before"),
        pytest.param((bound(6, "at_least"), bound(6, "at_least")), "What happened? at least 6", id="one-bound"),
        pytest.param((bound(6, "exact"), bound(6, "exact")), "What happened? 6", id="one-figure"),
    ],
)  # fmt: skip
def test_a_heading_tells_every_figure_with_its_bound(
    figures: tuple[tuple[Quantity, ...], ...], told: str
) -> None:
    names = ("Ana Roy", "Bo Lind")
    made = [
        claim(f"{n}", speaker=name, quantities=q, kind="quantity")
        for n, (name, q) in enumerate(zip(names, figures, strict=True))
    ]
    sections = build_sections(
        note(*made, threads=(thread("0", "1", status="agreed", independent_origins=2),))
    )
    (statement,) = sections.agreed
    assert headline(statement) == told


def test_a_heading_names_the_first_few_of_many_figures() -> None:
    made = [claim(f"{n}", speaker=f"Speaker {n}", quantities=figure(n + 6)) for n in range(6)]
    held = thread(*(f"{n}" for n in range(6)), status="agreed", independent_origins=2)
    (statement,) = build_sections(note(*made, threads=(held,))).agreed
    assert headline(statement).endswith("; 9, said Speaker 3; and 2 more")
