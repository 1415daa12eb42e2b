"""Who was not heard: named and not quoted, the other side of a figure, harm of which nobody speaks."""

import pytest

from counterclaim.core.records import Attribution, Briefing, Claim, Quantity, Relation
from counterclaim.note.cards import disputes
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.uncounted import find_uncounted
from counterclaim.note.unheard import find_unanswering, find_unheard
from counterclaim.note.view import Gap
from small_note import article, claim, figure, note, thread


def unheard(text: str, *speakers: str) -> Gap:
    said = [claim(str(n), speaker=name) for n, name in enumerate(speakers or ("Ana Roy",))]
    made = note(*said, articles=(article("a", "The Sun", text=text),))
    return find_unheard(made, place_claims(register_briefing(made)))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("The raid was called off at the request of Norway and Chad.", ("Norway", "Chad"), id="who asked"),
        pytest.param("It was called off because Norway had asked for it.", ("Norway",), id="who acted"),
        pytest.param("It was brokered by South Korea on Monday.", ("South Korea",), id="by whom"),
        pytest.param("The pair met in Norway on Monday.", (), id="a place"),
        pytest.param("A Norwegian tourist saw it.", (), id="an adjective"),
        pytest.param("The case went to the Supreme Court in May.", ("Supreme Court",), id="a body by its name"),
        pytest.param("President Amelia Corso left early on Monday.", ("Amelia Corso (President)",), id="an office"),
        pytest.param("Amelia Corso left early on Monday.", (), id="a person without an office"),
        pytest.param("Mayor Ana Roy left early.", (), id="who is heard"),
    ],
)  # fmt: skip
def test_who_is_named_and_not_quoted(text: str, named: tuple[str, ...]) -> None:
    assert unheard(text).items == tuple(f"{name}: named in The Sun" for name in named)


def test_a_state_is_heard_through_its_army() -> None:
    assert unheard("Norway had asked for it.", "the Norwegian army").items == ()


ORVO = Attribution(name="Norway’s army", institution="Norway’s army")
REST = Attribution(name="Bo Lind", institution="Chad’s government")


def counts(population: str | None, measure: str, *more: Claim, place: str = "") -> Briefing:
    one = (Quantity(start=0, end=1, text="58", low=58, high=58, measure=measure, population=population),)
    claims = (
        claim("1", attribution=(ORVO,), quantities=figure(9), answer="9"),
        claim("2", "b", attribution=(REST,), quantities=figure(4), answer="4"),
        claim("3", attribution=(ORVO,), quantities=one, answer="58", text=f"58 {population or ''}{place}"),
        *more,
    )
    against = Relation(a="1", b="2", label="contradicts", reason="", basis="rule:interval")
    threads = (
        thread("1", "2", status="disputed"),
        thread("3", number="u", question="How many more?"),
        *(thread(c.id, number=c.id, question=f"Whether {c.text}") for c in more),
    )
    return note(*claims, relations=(against,), threads=threads)


@pytest.mark.parametrize(
    ("population", "measure", "named"),
    [
        pytest.param("soldiers", "killed", ["Chad"], id="people"),
        pytest.param("Chadian posts", "destroyed", ["Chad"], id="what is the other side’s"),
        pytest.param("Norwegian posts", "destroyed", [], id="one’s own things"),
        pytest.param("posts", "destroyed", [], id="nobody’s"),
    ],
)
def test_the_other_side_of_a_figure(population: str, measure: str, named: list[str]) -> None:
    made = counts(population, measure)
    placement = place_claims(register_briefing(made))
    told = [*find_unanswering(placement, disputes(placement, made.relations))]
    assert [(name, thread.question, first.answer) for name, thread, first in told] == [
        (name, "How many more?", "58") for name in named
    ]


def blamed(text: str, **fields: object) -> Claim:
    return claim("4", attribution=(REST,), text=text, answer="yes", **fields)


@pytest.mark.parametrize(
    ("population", "text", "more", "items"),
    [
        pytest.param("soldiers", "Nine soldiers died.", (), ("civilians: no article speaks of any, harmed or not",), id="only soldiers"),
        pytest.param("soldiers", "Nine soldiers died, and no civilian.", (), (), id="civilians are spoken of"),
        pytest.param("sailors", "Nine sailors died.", (), (), id="nobody armed"),
        pytest.param("sailors", "", (blamed("Norway is to blame for the air strikes on Kanem"),),
            ("people killed or hurt in what one side is blamed for: whether Norway is to blame for the air strikes on Kanem",), id="a deed without a toll"),
        pytest.param("sailors in Kanem", "", (blamed("Norway is to blame for the air strikes on Kanem"),), (), id="a deed with one"),
        pytest.param("sailors", "", (blamed("Norway is to blame for the delay of the talks"),), (), id="no violence"),
    ],
)  # fmt: skip
def test_harm_of_which_nobody_speaks(
    population: str, text: str, more: tuple[Claim, ...], items: tuple[str, ...]
) -> None:
    made = counts(population, "killed", *more)
    made = made.model_copy(
        update={"articles": tuple(a.model_copy(update={"text": text}) for a in made.articles)}
    )
    assert find_uncounted(made, place_claims(register_briefing(made))).items == items
