import pytest

from counterclaim.core.records import Briefing, Claim, Label, Relation
from counterclaim.note.contrasts import answers_words, contrast_figures, contrast_words
from counterclaim.note.positions import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.view import Contrast
from small_note import claim, figure, note, thread


def apart(one: str, two: str, label: Label = "undetermined", **fields: object) -> Relation:
    made = Relation(a=one, b=two, label=label, reason="fighters against soldiers", basis="rule:population")
    return made.model_copy(update=fields)


def contrasts(made: Briefing) -> tuple[Contrast, ...]:
    return contrast_figures(place_claims(register_briefing(made)), made.relations)


def story(*relations: Relation, measure: str = "killed") -> Briefing:
    claims: tuple[Claim, ...] = (
        claim("1", quantities=figure(9, measure=measure)),
        claim("2", "b", "Bo Lind", quantities=figure(200, measure=measure)),
        claim("3", "b", "Cy Orr", quantities=figure(210, measure=measure)),
        claim("4", "b", "Cy Orr", quantities=figure(30, measure="wounded")),
    )
    asked = (
        thread("1", number="t", question="How many soldiers were killed?"),
        thread("2", "3", number="u", question="How many fighters were killed?", superseded=("3",)),
        thread("4", number="w", question="How many were wounded?"),
    )
    return note(*claims, relations=relations, threads=asked)


def test_figures_for_other_people_stand_side_by_side_with_the_reason() -> None:
    (found,) = contrasts(story(apart("1", "2"), apart("2", "1")))
    assert (found.measure, [(line.question, answers_words(line)) for line in found.lines]) == (
        "killed",
        [
            ("How many fighters were killed?", "200 (Bo Lind)"),
            ("How many soldiers were killed?", "9 (Ana Roy)"),
        ],
    )
    assert contrast_words(found) == (
        "counted differently (fighters against soldiers), not comparable as stated"
    )


def test_the_commonest_reason_of_a_pair_is_told() -> None:
    rare = apart("1", "2", "different_scope", reason="women against men")
    (found,) = contrasts(story(rare, apart("1", "2"), apart("2", "1")))
    assert found.reasons == ("fighters against soldiers",)


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(story(), id="nothing related"),
        pytest.param(story(apart("1", "2"), measure="sold"), id="no count of people"),
        pytest.param(story(apart("1", "4")), id="another measure"),
        pytest.param(story(apart("2", "3")), id="one question"),
        pytest.param(story(apart("1", "3")), id="a replaced figure"),
        pytest.param(story(apart("1", "unknown")), id="a claim that is not in the note"),
        pytest.param(story(apart("1", "2", basis="rule:interval")), id="for another reason"),
    ],
)
def test_what_is_no_contrast(made: Briefing) -> None:
    assert contrasts(made) == ()
