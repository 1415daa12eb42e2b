import datetime as dt

import pytest

from counterclaim.core.records import Briefing, Claim, FigureRange, Label, Quantity, Relation, TimeInterval
from counterclaim.note.changes import change_words, changes
from counterclaim.note.placement import Placement, place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.sections import build_sections
from counterclaim.note.view import Change
from small_note import claim, figure, note, thread


def placed(made: Briefing) -> Placement:
    return place_claims(register_briefing(made))


def step(later: str, earlier: str, label: Label = "updates") -> Relation:
    return Relation(a=later, b=earlier, label=label, reason="why", basis="rule:sample")


def changed(links: list[Relation], *claims: Claim) -> tuple[Change, ...]:
    together = thread(*(made.id for made in claims))
    return changes(placed(note(*claims, threads=(together,))), links)


def counts(*values: float) -> list[Claim]:
    return [claim(str(number), quantities=figure(value)) for number, value in enumerate(values, start=1)]


def test_only_the_steps_of_a_chain_are_told() -> None:
    found = changed([step("3", "1"), step("2", "1"), step("3", "2")], *counts(31, 58, 96))
    assert [([p.answer for p in c.earlier], c.later.answer, c.words) for c in found] == [
        (["31"], "58", "update, up"),
        (["58"], "96", "update, up"),
    ]


def test_steps_that_go_both_ways_are_not_lost() -> None:
    found = changed([step("2", "1"), step("3", "1"), step("2", "3"), step("3", "2")], *counts(31, 58, 96))
    assert [(c.later.answer, sorted(p.answer for p in c.earlier)) for c in found] == [
        ("58", ["31", "96"]),
        ("96", ["31", "58"]),
    ]


def test_a_pair_is_told_once_by_its_strongest_label() -> None:
    found = changed(
        [step("2", "1"), step("2", "1", "corrects"), step("2", "1", "compatible")], *counts(12, 9)
    )
    assert [c.words for c in found] == ["correction, down"]


@pytest.mark.parametrize("link", [step("1", "2"), step("1", "unknown"), step("unknown", "1")])
def test_no_change_within_a_position_or_of_unknown_claims(link: Relation) -> None:
    assert changed([link], *counts(9, 9)) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(figure(9), (), id="no figure"),
        pytest.param(figure(9), (figure(8)[0].model_copy(update={"unit": "percent"}),), id="another unit"),
        pytest.param(figure(9), (figure(9)[0].model_copy(update={"bound": "at_least"}),), id="no difference"),
        pytest.param(figure(9), (Quantity(start=0, end=1, text="x", low=None, high=None),), id="no value"),
    ],
)
def test_no_direction_without_two_values(before: tuple[Quantity, ...], after: tuple[Quantity, ...]) -> None:
    (found,) = changed([step("2", "1")], claim("1", quantities=before), claim("2", quantities=after))
    assert found.words == "update"


def test_an_upper_bound_has_a_direction_too() -> None:
    bound = Quantity(start=0, end=1, text="up to 20", low=None, high=20, bound="at_most")
    (found,) = changed([step("2", "1")], claim("1", quantities=figure(9)), claim("2", quantities=(bound,)))
    assert found.words == "update, up"


def test_earlier_figures_with_one_successor_are_told_together() -> None:
    (found,) = changed([step("3", "1"), step("3", "2")], *counts(31, 99, 96))
    assert ([p.answer for p in found.earlier], found.words) == (["31", "99"], "update")


def test_earlier_figures_stand_in_the_order_of_publication() -> None:
    claims = (
        claim("1", "b", quantities=figure(31)),
        claim("2", "a", quantities=figure(99)),
        claim("3", "c", quantities=figure(96)),
    )
    (found,) = changed([step("3", "1"), step("3", "2")], *claims)
    assert [p.answer for p in found.earlier] == ["99", "31"]


def test_other_labels_are_words() -> None:
    assert change_words("different_scope") == "different scope"


def test_a_change_names_what_differs_where_the_answers_read_alike() -> None:
    soldiers = figure(9)[0].model_copy(update={"population": "soldiers"})
    guards = soldiers.model_copy(update={"population": "guards"})
    day = [
        TimeInterval(
            text="then",
            start=dt.datetime(2025, 5, n, tzinfo=dt.UTC),
            end=dt.datetime(2025, 5, n + 1, tzinfo=dt.UTC),
        )
        for n in (1, 2)
    ]
    for one, two, told in (
        ({"quantities": (soldiers,)}, {"quantities": (guards,)}, ("9 (soldiers)", "9 (guards)")),
        ({"event_time": day[0]}, {"event_time": day[1]}, ("9 (Thu 1 May)", "9 (Fri 2 May)")),
        ({"quantities": (), "answer": "yes"}, {"quantities": (), "answer": "yes"}, ("Text 1.", "Text 2.")),
        ({}, {"flags": ("withdrawn figure",)}, ("9", "9, taken back")),
    ):
        fields = {"quantities": figure(9)}
        pair = (claim("1", **{**fields, **one}), claim("2", speaker="Bo Lind", **{**fields, **two}))
        (found,) = changed([step("2", "1", "corrects")], *pair)
        assert (found.earlier[0].answer, found.later.answer) == told


def test_nothing_changes_from_a_value_to_the_same_value() -> None:
    same = (claim("1", quantities=figure(9)), claim("2", speaker="Bo Lind", quantities=figure(9)))
    assert changed([step("2", "1")], *same) == ()
    other = claim("3", speaker="Cy Orr", quantities=figure(8))
    (found,) = changed([step("2", "1"), step("2", "3")], *same, other)
    assert ([p.answer for p in found.earlier], found.later.answer) == (["8"], "9")


def test_figures_that_may_replace_each_other_are_a_course_and_no_range() -> None:
    claims = [claim("1", quantities=figure(19)), claim("2", "b", "Bo Lind", quantities=figure(21))]
    made = note(
        *claims, relations=(step("2", "1", "possible_update"),), threads=(thread("1", "2", status="unclear"),)
    )
    (group,) = build_sections(made).figures
    assert group.common == "19, then 21: possible update, for a person to confirm; not a range"
    assert (group.span, group.floor, group.limits) == (None, None, None)


def test_estimates_of_an_amount_are_no_course() -> None:
    crowns = [figure(v)[0].model_copy(update={"unit": "crown"}) for v in (65.0, 80.0)]
    claims = [claim("1", quantities=crowns[:1]), claim("2", "b", "Bo Lind", quantities=crowns[1:])]
    made = note(
        *claims, relations=(step("2", "1", "possible_update"),), threads=(thread("1", "2", status="unclear"),)
    )
    assert build_sections(made).figures[0].course == ""


def test_the_figures_of_a_course_stand_in_the_order_of_its_steps() -> None:
    claims = [
        claim(str(n), "abc"[n], name, quantities=figure(v))
        for n, (name, v) in enumerate((("Ana", 30), ("Bo", 19), ("Cy", 21)))
    ]
    steps = (step("2", "1", "possible_update"), step("0", "2", "possible_update"))
    made = note(*claims, relations=steps, threads=(thread("0", "1", "2", status="unclear"),))
    assert build_sections(made).figures[0].course.startswith("19, then 21, then 30: ")


def test_nobody_is_no_step_of_a_course() -> None:
    claims = [claim("1", quantities=figure(0)), claim("2", "b", "Bo Lind", quantities=figure(21))]
    made = note(
        *claims, relations=(step("2", "1", "possible_update"),), threads=(thread("1", "2", status="unclear"),)
    )
    assert build_sections(made).figures[0].course == ""


def test_a_figure_beside_the_course_keeps_the_range() -> None:
    claims = [
        claim(str(n), "abc"[n], name, quantities=figure(19 + n)) for n, name in enumerate(("Ana", "Bo", "Cy"))
    ]
    held = thread("0", "1", "2", status="unclear", figures=FigureRange(low=19, high=21, floor=19))
    made = note(*claims, relations=(step("1", "0", "possible_update"),), threads=(held,))
    (group,) = build_sections(made).figures
    assert group.common == "Range: 19 to 21; none of the three accounts is below 19"
