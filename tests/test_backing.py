"""Who stands behind a figure, whose words a quote holds, and what an outlet's remark covers."""

import pytest

from counterclaim.core.records import Attribution, Briefing, Claim, Mode, Quantity, Relation, Response
from counterclaim.note.backing import backing_words, count_origins, fold_rows
from counterclaim.note.cards import disputes
from counterclaim.note.html.citations import cite_position
from counterclaim.note.markdown import render_markdown
from counterclaim.note.marks import PARTLY, PIECEWISE
from counterclaim.note.placement import Placement, place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.view import Position
from small_note import article, claim, figure, note, thread

OWN = (Attribution(name="Outlet b", role="outlet", mode="narration"),)


def placed(made: Briefing) -> Placement:
    return place_claims(register_briefing(made))


def only(made: Claim) -> Position:
    ((_, (position,)),) = placed(note(made)).threads
    return position


@pytest.mark.parametrize(
    ("mode", "flags", "expected"),
    [
        pytest.param("indirect", (), "Ana Roy, as reported by Outlet a, in Outlet a’s words: “quote 1”", id="reported"),
        pytest.param("direct", (), "Ana Roy, own words: “quote 1”", id="quoted"),
        pytest.param("mixed", (), "Ana Roy, partly own words: “quote 1”", id="quoted in part"),
        pytest.param("indirect", ("declined",), "Outlet a on Ana Roy: “quote 1”", id="silence"),
        pytest.param("indirect", ("could not confirm",), "Outlet a on Ana Roy: “quote 1”", id="could not confirm"),
        pytest.param("indirect", ("denial",), "Outlet a on Ana Roy: “quote 1”", id="a denial as reported"),
        pytest.param("direct", ("denial",), "Ana Roy, own words: “quote 1”", id="a denial as quoted"),
        pytest.param("narration", (), "Ana Roy (own report): “quote 1”", id="the outlet itself"),
    ],
)  # fmt: skip
def test_the_line_to_cite_says_whose_words_it_holds(
    mode: Mode, flags: tuple[str, ...], expected: str
) -> None:
    made = claim("1", attribution=(Attribution(name="Ana Roy", mode=mode),), flags=flags)
    assert cite_position(only(made), {}, "now").startswith(f"{expected} - Outlet a, published")


def test_silence_is_not_printed_as_a_quotation_of_the_silent() -> None:
    made = render_markdown(note(claim("1", flags=("declined",)), claim("2", "b", "Bo Lind")))
    assert "- Outlet a on Ana Roy: (declined to say) “quote 1”" in made
    assert "- Ana Roy: “" not in made
    assert "- Bo Lind: “quote 2”" in made


def given(answer: float, name: str, party: str = "") -> Position:
    return only(claim(f"{name}{answer}", speaker=name, quantities=figure(answer)))._replace(party=party)


def hidden(answer: float, name: str, party: str = "") -> Position:
    return given(answer, name, party)._replace(marks=("not named",))


def above(low: float, text: str, party: str) -> Position:
    said = (Quantity(start=0, end=1, text=text, low=low, high=None, bound="more_than"),)
    return only(claim(text, speaker=text, quantities=said))._replace(party=party)


@pytest.mark.parametrize(
    ("positions", "words", "rows"),
    [
        pytest.param([given(23, "Orvo", "Orvo"), given(23, "Orvo’s army", "Orvo"), given(58, "Bo")], "two origins, one for each answer", 2, id="a state and its army"),
        pytest.param([given(23, "Ana"), given(23, "Cy"), given(58, "Bo")], "23: two origins, 58: one origin", 3, id="two for one answer"),
        pytest.param([given(23, "Orvo", "Orvo"), given(21, "Orvo’s army", "Orvo")], "one origin gives all answers", 2, id="one party, two answers"),
        pytest.param([given(23, "Ana")], "", 1, id="one answer"),
        pytest.param([hidden(19, "local officials"), given(21, "Orvo", "Orvo")], "at most two origins, one for each answer: local officials are not named", 2, id="not named"),
        pytest.param([hidden(19, "harbour official"), given(21, "Orvo", "Orvo")], "at most two origins, one for each answer: harbour official is not named", 2, id="one who is not named"),
        pytest.param([hidden(19, "Orvo official", "Orvo"), given(21, "Orvo", "Orvo")], "one origin gives all answers", 2, id="not named, of a party"),
        pytest.param([above(200, "more than 200", "Orvo"), above(200, "upwards of 200", "Orvo")], "", 1, id="one answer in two wordings"),
    ],
)  # fmt: skip
def test_what_stands_behind_each_answer(positions: list[Position], words: str, rows: int) -> None:
    assert backing_words(positions) == words
    assert len(fold_rows(positions)) == rows
    assert [p for line in fold_rows(positions) for p in line.positions] == positions


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        pytest.param("a", ("Outlet a says that 9 could not be verified",), id="one figure there"),
        pytest.param("b", ("Outlet b says that 9 and 50 could not be verified",), id="both figures there"),
        pytest.param("c", (), id="no figure there"),
    ],
)
def test_a_remark_holds_only_for_the_figures_of_its_article(paper: str, expected: tuple[str, ...]) -> None:
    own = (Attribution(name=f"Outlet {paper}", role="outlet", mode="narration"),)
    claims = (
        claim("1", quantities=figure(9)),
        claim("2", "b", quantities=figure(9)),
        claim("3", "b", "Bo Lind", quantities=figure(50)),
        claim("4", paper, attribution=own, text="No count could be verified.", answer="no"),
        claim("5", "c", attribution=OWN),
    )
    response = Response(kind="could_not_confirm", speaker=f"Outlet {paper}", claim="4")
    asked = thread("1", "2", "3", status="disputed", responses=(response,))
    against = Relation(a="1", b="3", label="contradicts", reason="", basis="rule:interval")
    made = note(
        *claims, threads=(asked, thread("4", number="u"), thread("5", number="v")), relations=(against,)
    )
    (dispute,) = disputes(placed(made), made.relations)
    assert tuple(answer.words for answer in dispute.responses) == expected


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param("The north gate was shut on Sunday. The south gate was shut as well.", PIECEWISE, id="the rest just before"),
        pytest.param("The mill stood idle on Sunday. The south gate was shut as well.", PARTLY, id="no word of the rest"),
        pytest.param("The north gate was shut on Sunday.\n\nThe south gate was shut as well.", PARTLY, id="in another paragraph"),
    ],
)  # fmt: skip
def test_who_says_the_rest_just_before_does_not_say_only_part(text: str, mark: str) -> None:
    quote = "The south gate was shut as well"
    start = text.index(quote)
    part = claim("1", "b", attribution=OWN, quote=quote, text=quote, start=start, end=start + len(quote))
    whole = claim(
        "2",
        text="The north gate and the south gate were shut",
        attribution=(OWN[0].model_copy(update={"name": "Outlet a"}),),
    )
    made = note(
        whole, part, articles=(article("a", "Outlet a"), article("b", "Outlet b", 2, text=text)),
        relations=(Relation(a="2", b="1", label="refines", reason="", basis="rule:clause"),),
        threads=(thread("2", "1", status="agreed", own_reports=True),),
    )  # fmt: skip
    ((asked, positions),) = placed(made).threads
    assert [mark in position.marks for position in positions] == [False, True]
    assert count_origins(asked, positions) == (2 if mark == PIECEWISE else 1)
