"""Two events of one kind are told in the same words: accounts that know nothing of each other's places are not compared."""

import pytest

from counterclaim.core.marks import OTHER_EVENT
from counterclaim.core.records import Article, Engine
from counterclaim.note.briefing import build_briefing
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.events import find_same_event
from counterclaim.relate.scenes import Scene
from counterclaim.text.reader import read_article
from small_accounts import article

QUARRY = """Roof of market hall collapses in Tarvel, 9 hurt

TARVEL - Nine people were hurt when the roof of a market hall collapsed in Tarvel on Saturday morning, police said.

"Nine traders were taken to hospital, one of them with head injuries," said Chief Rina Dahl of Tarvel Fire Brigade. The hall on
the B12 had been inspected in May. It was closed.
"""
HARBOUR = """Roof of market hall collapses in Osk, 9 hurt

OSK - Nine people were hurt when the roof of a market hall collapsed in Osk on Sunday evening, police said.

"Nine traders were taken to hospital, two of them with head injuries," said Captain Bo Lyng of Osk Fire Brigade. The hall on
the B77 had been inspected in June. It was closed.
"""
COUNTRY = "\nThe hall has stood for years.\n\nNo market hall is older in Morvania."
OFF_ROAD = QUARRY.replace("on\nthe B12 ", "") + COUNTRY


def accounts(one: str, two: str) -> tuple[Article, Article]:
    return article(one, outlet="Post"), article(two, outlet="Herald")


def is_elsewhere(one: str, two: str) -> bool:
    a, b = map(Scene.of, accounts(one, two))
    assert a.is_elsewhere(b) == b.is_elsewhere(a)
    return a.is_elsewhere(b)


def test_two_events_of_one_kind_are_neither_agreed_nor_disputed_and_the_note_says_so() -> None:
    pair = accounts(QUARRY, HARBOUR)
    assert find_same_event(pair) == frozenset()
    comparison = compare_digests([read_article(one) for one in pair])
    home = {c.id: d.article.id for d in comparison.digests for c in d.claims}
    assert all(home[r.a] == home[r.b] for r in comparison.relations)
    assert {t.status for t in comparison.threads}.isdisjoint({"agreed", "disputed", "conceded"})
    assert sorted(one.what for one in comparison.uncompared) == ["Herald", "Post"]
    assert all(one.reason.startswith(OTHER_EVENT) for one in comparison.uncompared)
    note = build_briefing(comparison, engine=Engine(reader="builtin", version="0"))
    assert (
        note.bottom_line[0]
        == "These accounts may be of different events, and are not compared: Herald; Post."
    )


def test_the_odd_one_out_is_named() -> None:
    again = QUARRY.replace("Nine traders", "Ten traders").replace("It was closed.", "It stood empty.")
    papers = (*accounts(QUARRY, HARBOUR), article(again, outlet="Courier"))
    comparison = compare_digests([read_article(one) for one in papers])
    assert [one.what for one in comparison.uncompared] == ["Herald"]
    line = build_briefing(comparison, engine=Engine(reader="builtin", version="0")).bottom_line[0]
    assert line.startswith("Herald seems to tell of another event than the other accounts")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("The hall on\nthe B77", "The hall, like one in Tarvel,", id="one knows the place of the other"),
        pytest.param("Captain Bo Lyng of Osk Fire Brigade", "inspector Rina Dahl", id="both name one person"),
        pytest.param("It was closed.", "It was closed by Dahl.", id="a surname of the other's"),
        pytest.param(HARBOUR, "A roof fell in Osk, police said.", id="too short to tell"),
        pytest.param(HARBOUR, HARBOUR.replace("OSK - ", "").replace("in Osk", "in town").replace("on\nthe B77", "by the sea"), id="no place of its own"),
    ],
)  # fmt: skip
def test_accounts_that_may_be_of_one_event_are_compared(old: str, new: str) -> None:
    assert not is_elsewhere(QUARRY, HARBOUR.replace(old, new))


@pytest.mark.parametrize(
    ("one", "two", "elsewhere"),
    [
        pytest.param(QUARRY, HARBOUR, True, id="no name in common"),
        pytest.param(QUARRY + COUNTRY, HARBOUR + COUNTRY, True, id="one country, two roads"),
        pytest.param(OFF_ROAD, HARBOUR.replace("on\nthe B77 ", "") + COUNTRY, True, id="one country, two days"),
        pytest.param(OFF_ROAD, HARBOUR.replace("on\nthe B77 ", "").replace("Sunday evening", "Saturday morning") + COUNTRY, False, id="one country, one day"),
        pytest.param(QUARRY.replace("in Tarvel on", "in Tarvel in Norway on"), HARBOUR.replace("in Osk on", "in Osk in Norway on"), True, id="a country that openings name"),
    ],
)  # fmt: skip
def test_what_keeps_two_scenes_apart(one: str, two: str, elsewhere: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_elsewhere(one, two) is elsewhere
