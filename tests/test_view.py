import pytest

from counterclaim.core.records import Claim
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.view import Position
from small_note import claim, figure, note


def position(made: Claim) -> Position:
    return place_claims(register_briefing(note(made))).by_claim[made.id]


@pytest.mark.parametrize(
    ("text", "figures", "expected"),
    [
        pytest.param("against 31 at midday", figure(31), "What happened? 31", id="a scrap of a sentence"),
        pytest.param("Nine died.", figure(9), "Nine died.", id="a sentence"),
        pytest.param("her league had nobody there", (), "her league had nobody there", id="no figure to tell instead"),
        pytest.param("up to noon on Sunday, 31 people had died in Issa", figure(31), "up to noon on Sunday, 31 people had died in Issa", id="long enough"),
    ],
)  # fmt: skip
def test_told(text: str, figures: tuple[object, ...], expected: str) -> None:
    assert position(claim("1", text=text, quantities=figures)).told == expected


def test_warnings_leave_out_what_concerns_our_wording_alone() -> None:
    found = position(claim("1", flags=("pronoun unresolved: they", "denial"), reality="planned"))
    assert found.marks == (
        "planned or expected", "not certain who or what is meant by “they”", "a denial",
    )  # fmt: skip
    assert found.warnings == ("planned or expected", "a denial")


def test_outlets_are_named_once() -> None:
    found = position(claim("1"))
    again = found._replace(more=(found.lead, found.lead._replace(outlet="The Sun")))
    assert again.outlets == ("Outlet a", "The Sun")


@pytest.mark.parametrize(
    ("fields", "points"),
    [
        pytest.param({"text": "The gate was shut"}, False, id="stands alone"),
        pytest.param({"text": "On Sunday it was shut"}, True, id="a pronoun near the start"),
        pytest.param({"flags": ("pronoun unresolved: theirs",)}, True, id="marked"),
    ],
)
def test_what_points_elsewhere(fields: dict[str, object], points: bool) -> None:  # noqa: FBT001
    assert position(claim("1", **fields)).points == points
