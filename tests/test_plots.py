import pytest

from counterclaim.core.records import Bound, FigureRange, Quantity
from counterclaim.note.html.plots import Dot, Mark, Plot, plot_figures
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.view import FigureGroup, Position
from small_note import claim, note


def quantity(
    low: float | None, high: float | None, bound: Bound = "exact", unit: str | None = None
) -> Quantity:
    return Quantity(start=0, end=1, text="x", low=low, high=high, bound=bound, unit=unit)


def row(figure: Quantity | None) -> Position:
    made = place_claims(register_briefing(note(claim("1")))).by_claim["1"]
    return made._replace(figure=figure)


def plot(*figures: Quantity | None, floor: float | None = None) -> Plot | None:
    limits = FigureRange(low=None, high=None, floor=floor)
    words = None if floor is None else f"no account is below {floor:g}"
    rows = tuple(row(figure) for figure in figures)
    return plot_figures(FigureGroup("t", "How many?", "disputed", rows, floor=words, limits=limits))


# On a scale from 0 to 100, a value v stands at 4 + 0.88 v percent.
@pytest.mark.parametrize(
    ("figure", "mark"),
    [
        pytest.param(quantity(50, 50), Mark((Dot(48.0),)), id="exact"),
        pytest.param(quantity(50, None, "at_least"), Mark((Dot(48.0),), (48.0, 100.0), open_right=True), id="at least"),
        pytest.param(quantity(50, None, "more_than"), Mark((Dot(48.0, filled=False),), (48.0, 100.0), open_right=True), id="more than"),
        pytest.param(quantity(None, 50, "at_most"), Mark((Dot(48.0),), (0.0, 48.0), open_left=True), id="at most"),
        pytest.param(quantity(0, 50, "less_than"), Mark((Dot(48.0, filled=False),), (0.0, 48.0), open_left=True), id="less than"),
        pytest.param(quantity(50, 50, "approx"), Mark((Dot(48.0),), (43.6, 52.4)), id="about"),
        pytest.param(quantity(25, 75, "range"), Mark((Dot(26.0), Dot(70.0)), (26.0, 70.0)), id="range"),
        pytest.param(quantity(50, None, "vague"), Mark((), (48.0, 100.0), dashed=True, open_right=True), id="vague"),
        pytest.param(quantity(25, 75, "vague"), Mark((), (26.0, 70.0), dashed=True), id="vague with an end"),
        pytest.param(quantity(None, None), None, id="no figure after all"),
        pytest.param(None, None, id="no figure"),
    ],
)  # fmt: skip
def test_the_mark_of_a_bound(figure: Quantity | None, mark: Mark | None) -> None:
    made = plot(quantity(100, 100), quantity(0, 0), figure)
    assert made is not None
    assert made.marks[2] == mark
    assert not made.zoomed


def test_figures_that_lie_close_are_drawn_on_a_part_of_the_scale() -> None:
    made = plot(quantity(29, 29), quantity(30, 30), floor=29)
    assert made is not None
    assert made.zoomed
    assert [tick.label for tick in made.ticks] == ["28.5", "29", "30"]
    assert made.floor is not None
    assert (made.floor.x, made.floor.label) == (made.ticks[1].x, "29")


def test_equal_figures_are_drawn_from_zero() -> None:
    made = plot(quantity(200, None, "more_than"), quantity(200, None, "at_least"))
    assert made is not None
    assert [tick.label for tick in made.ticks] == ["0", "200"]


def test_a_scale_below_zero_starts_there() -> None:
    made = plot(quantity(-10, -10, unit="celsius"), quantity(5, 5, unit="celsius"))
    assert made is not None
    assert [tick.label for tick in made.ticks] == ["-10", "5"]


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param((quantity(5, 5),), id="one figure"),
        pytest.param((quantity(5, 5), None), id="one figure and a denial"),
        pytest.param((quantity(5, 5, unit="EUR"), quantity(5, 5, unit="USD")), id="two units"),
        pytest.param((quantity(0, 0), quantity(None, None)), id="a figure without limits"),
    ],
)
def test_what_is_not_drawn(figures: tuple[Quantity | None, ...]) -> None:
    assert plot(*figures) is None


def test_figures_of_nothing_do_not_divide_by_zero() -> None:
    made = plot(quantity(0, 0), quantity(0, 0))
    assert made is not None
    assert [mark.dots[0].x for mark in made.marks if mark] == [4.0, 4.0]
