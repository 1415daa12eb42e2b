"""How fresh a figure is, on what occasion it was said, through whom it came, and whether its speaker has a name."""

import datetime as dt

import pytest

from counterclaim.core.records import Attribution, Dropped
from counterclaim.note.backing import fold_rows
from counterclaim.note.gaps import gaps
from counterclaim.note.placement import place_claims
from counterclaim.note.positions import carried_by
from counterclaim.note.register import register_briefing
from counterclaim.note.view import Position
from counterclaim.text.completion import FRAGMENT
from small_note import article, claim, figure, note, thread


def only(*claims: object, **fields: object) -> Position:
    made = note(*claims, threads=(thread(*(c.id for c in claims)),), **fields)  # type: ignore[arg-type,attr-defined]
    ((_, (position,)),) = place_claims(register_briefing(made)).threads
    return position


@pytest.mark.parametrize(
    ("days", "flags", "when"),
    [
        pytest.param((1, 3), (), "Thu 1 May; last printed Sat 3 May", id="printed again later"),
        pytest.param((1, 1), (), "Thu 1 May", id="printed on one day"),
        pytest.param((1, 3), ("earlier figure",), "Thu 1 May", id="told later as what it was"),
    ],
)
def test_a_figure_is_as_fresh_as_its_last_print(
    days: tuple[int, int], flags: tuple[str, ...], when: str
) -> None:
    papers = tuple(article(p, f"Outlet {p}", day) for p, day in zip("ab", days, strict=True))
    again = claim("2", "b", quantities=figure(9), flags=flags)
    assert only(claim("1", quantities=figure(9)), again, articles=papers).when == when


def test_words_have_no_last_print() -> None:
    assert only(claim("1", answer="yes"), claim("2", "b", answer="yes")).when == "Thu 1 May"


TEXT = "At a news conference in Orvo she said nine had died."


def test_the_occasion_stands_beside_the_time_and_not_among_what_was_set_aside() -> None:
    start = TEXT.index("nine had died")
    said = claim("1", quantities=figure(9), quote="nine had died", start=start, end=start + 13)
    drops = tuple(
        Dropped(article="a", what=what, reason=FRAGMENT)
        for what in ("At a news conference in Orvo", "The state broadcaster NTV", "In short")
    )
    relayed = claim(
        "2", attribution=(Attribution(name="Bo"), Attribution(name="NTV", role="state broadcaster"))
    )
    made = note(said, relayed, articles=(article("a", text=TEXT),), dropped=drops)
    placement = place_claims(register_briefing(made))
    assert placement.by_claim["1"].when == "Thu 1 May; “At a news conference in Orvo” (The Post)"
    (aside,) = (
        gap for gap in gaps(made, placement) if gap.heading == "Words of the articles that were set aside"
    )
    assert aside.items == ("The Post, only part of a sentence: In short",)


RELAYED = (Attribution(name="Ana Roy"), Attribution(name="NTV", role="state broadcaster"))


@pytest.mark.parametrize(
    ("chains", "carried"),
    [
        pytest.param(
            (RELAYED, RELAYED), "via NTV (state broadcaster), Outlet a and Outlet b", id="one relay"
        ),
        pytest.param((RELAYED[:1], RELAYED), "Outlet a and Outlet b (via NTV)", id="a relay of one outlet"),
    ],
)
def test_who_passed_it_on_is_told_of_every_outlet(
    chains: tuple[tuple[Attribution, ...], ...], carried: str
) -> None:
    claims = [
        claim(str(n), "ab"[n], attribution=chain, quantities=figure(9)) for n, chain in enumerate(chains)
    ]
    assert carried_by(only(*claims)) == carried


def test_the_times_of_one_figure_come_before_what_else_is_known() -> None:
    papers = (
        article("a", day=1),
        article("b", "Outlet b", published=dt.date(2025, 5, 3)),
        article("c", "Outlet c", 2),
    )
    state, army = (Attribution(name=name, institution=name) for name in ("Norway", "Norway’s army"))
    claims = (
        claim("1", attribution=(state,), quantities=figure(9)),
        claim("2", "b", attribution=(state,), quantities=figure(9)),
        claim("3", "c", attribution=(army,), quantities=figure(9)),
    )
    made = note(*claims, articles=papers, threads=(thread("1", "2", "3"),))
    ((_, positions),) = place_claims(register_briefing(made)).threads
    (line,) = fold_rows(positions)
    assert line.time == "Thu 1 May; Fri 2 May; last printed Sat 3 May"


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        pytest.param("security sources", ("not named",), id="described"),
        pytest.param("Ana Roy", (), id="named"),
        pytest.param("harbour police", (), id="a body"),
    ],
)
def test_a_speaker_who_is_described_is_marked(name: str, marks: tuple[str, ...]) -> None:
    assert only(claim("1", speaker=name)).marks == marks
