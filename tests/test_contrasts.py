import pytest

from counterclaim.core.records import Briefing, Claim, Label, Quantity, Relation, Response, Status
from counterclaim.note.contrasts import contrast_figures, contrast_words, line_words
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.sections import build_sections
from counterclaim.note.view import Contrast
from small_note import claim, figure, note, thread


def apart(one: str, two: str, label: Label = "undetermined", **fields: object) -> Relation:
    made = Relation(a=one, b=two, label=label, reason="fighters against soldiers", basis="rule:population")
    return made.model_copy(update=fields)


def contrasts(made: Briefing) -> tuple[Contrast, ...]:
    return contrast_figures(place_claims(register_briefing(made)), made.relations)


def count(value: float, measure: str, who: str | None = None) -> tuple[Quantity, ...]:
    return tuple(q.model_copy(update={"population": who}) for q in figure(value, measure=measure))


def story(*relations: Relation, measure: str = "killed", status: Status = "single_origin") -> Briefing:
    claims: tuple[Claim, ...] = (
        claim("1", quantities=count(9, measure, "soldiers")),
        claim("2", "b", "Bo Lind", quantities=count(200, measure, "fighters")),
        claim("3", "b", "Cy Orr", quantities=count(210, measure, "fighters")),
        claim("4", "b", "Cy Orr", quantities=count(30, "wounded")),
        claim("5", "b", "Di Fox", quantities=count(7, measure, "people")),
    )
    asked = (
        thread("1", number="t", question="How many soldiers were killed?", status=status),
        thread("2", "3", number="u", question="How many fighters were killed?", superseded=("3",)),
        thread("4", number="w", question="How many were wounded?"),
        thread("5", number="x", question="How many were killed?"),
    )
    return note(*claims, relations=relations, threads=asked)


def test_figures_for_other_people_stand_side_by_side_with_the_reason() -> None:
    (found,) = contrasts(story(apart("1", "2"), apart("2", "1")))
    assert (found.measure, [line_words(line) for line in found.lines]) == (
        "killed",
        ["fighters: 200 (Bo Lind)", "soldiers: 9 (Ana Roy)"],
    )
    assert contrast_words(found) == "Not compared, for they may not count the same people"


def test_who_does_not_say_whom_comes_last_and_is_the_reason() -> None:
    (found,) = contrasts(story(apart("5", "2"), apart("2", "1", "different_scope")))
    assert [line_words(line) for line in found.lines] == [
        "fighters: 200 (Bo Lind)",
        "soldiers: 9 (Ana Roy)",
        "it is not said of whom: 7 (Di Fox)",
    ]
    assert contrast_words(found) == "Not compared, for not all of them say whom they count"


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
        pytest.param(
            story(apart("1", "2"), status="disputed"), id="one of the two is disputed, and stands there"
        ),
    ],
)
def test_what_is_no_contrast(made: Briefing) -> None:
    assert contrasts(made) == ()


def test_counts_far_apart_stand_side_by_side_below_the_disputes() -> None:
    made = story(apart("1", "2"))
    (card,) = build_sections(made).undecided
    assert card.question == "How many soldiers or fighters were killed?"
    assert [(side.answer, [p.name for p in side.positions]) for side in card.sides] == [
        ("9", ["Ana Roy"]),
        ("200", ["Bo Lind"]),
    ]
    assert (card.decided, card.why) == (False, "fighters against soldiers")
    assert build_sections(story(apart("1", "2", "different_scope"))).undecided == ()


def test_who_gives_the_other_count_is_not_called_silent() -> None:
    silent = (Response(kind="not_mentioned", speaker="Bo Lind"),)
    made = story(apart("1", "2"))
    asked = tuple(t.model_copy(update={"responses": silent}) for t in made.threads)
    (card,) = build_sections(made.model_copy(update={"threads": asked})).undecided
    assert card.responses == ()
