"""Figures on a scale: one mark a speaker, its bound an open or closed end, and the common floor.

Everything is in percent of the plot's width, so that one drawing fits every screen without a script.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.core.records import Quantity
from counterclaim.note.backing import lines_of
from counterclaim.note.prose import number_words
from counterclaim.note.view import FigureGroup

_LEFT, _WIDE = 4.0, 88.0  # percent; the rest is room for open ends
_NARROW = 0.1  # where the figures lie closer than this share of the largest, the scale does not start at zero
_APPROX = 0.1  # "about" is +-10 %, as in the comparator


class Dot(NamedTuple):
    """A figure on the scale; not `filled`: the figure itself is excluded ("more than")."""

    x: float
    filled: bool = True


class Mark(NamedTuple):
    """One speaker's figure: dots, the line of what it allows, and the side on which that has no end."""

    dots: tuple[Dot, ...]
    line: tuple[float, float] | None = None
    dashed: bool = False
    open_left: bool = False
    open_right: bool = False


class Tick(NamedTuple):
    """A labelled place on the scale."""

    x: float
    label: str


class Plot(NamedTuple):
    """The marks in the order of the rows (None: the row gives no figure), the scale and the floor."""

    marks: tuple[Mark | None, ...]
    ticks: tuple[Tick, ...]
    floor: Tick | None
    zoomed: bool


def plot_figures(group: FigureGroup) -> Plot | None:
    """The plot of one measure; None where there are not two figures to compare, or their units differ."""
    figures = [line.position.figure for line in lines_of(group)]
    known = [figure for figure in figures if figure is not None and _ends(figure)]
    if len(known) < 2 or len({figure.unit for figure in known}) > 1:  # noqa: PLR2004 -- two are compared
        return None
    scale = _Scale(known)
    floor = group.limits.floor if group.limits and group.floor else None
    return Plot(
        marks=tuple(scale.mark(figure) if figure and _ends(figure) else None for figure in figures),
        ticks=scale.ticks(),
        floor=None if floor is None else Tick(scale.x(floor), number_words(floor)),
        zoomed=scale.start > 0,
    )


def _ends(figure: Quantity) -> list[float]:
    return [end for end in (figure.low, figure.high) if end is not None]


class _Scale:
    """A linear scale from zero, or from just below the figures where they would fall together."""

    def __init__(self, figures: Iterable[Quantity]) -> None:
        ends = [end for figure in figures for end in _ends(figure)]
        self.low, self.high = min(ends), max(ends)
        gap = self.high - self.low
        near = gap > 0 and self.low > 0 and gap < _NARROW * self.high
        self.start = self.low - gap / 2 if near else min(0.0, self.low)
        self.reach = (self.high + (gap / 2 if near else 0)) - self.start or 1.0

    def x(self, value: float) -> float:
        """The place of a value, in percent."""
        return round(_LEFT + _WIDE * (value - self.start) / self.reach, 2)

    def ticks(self) -> tuple[Tick, ...]:
        """The start of the scale, the lowest and the highest figure, where their labels have room; the rows name the unit."""
        values = [self.start, self.low, self.high]
        room = 4 + 2.4 * max(len(number_words(value)) for value in values)
        near = [v for n, v in enumerate(values) if not any(abs(self.x(v) - self.x(w)) < room for w in values[n + 1 :])]  # fmt: skip
        return tuple(Tick(self.x(v), number_words(v)) for v in near)

    def mark(self, figure: Quantity) -> Mark:
        """How a figure with its bound is drawn."""
        low, high = figure.low, figure.high
        match figure.bound:
            case "at_least" | "more_than" if low is not None:
                return self._ray(low, filled=figure.bound == "at_least", right=True)
            case "at_most" | "less_than" if high is not None:
                return self._ray(high, filled=figure.bound == "at_most", right=False)
            case "approx" if low is not None:
                return Mark((Dot(self.x(low)),), self._line(low * (1 - _APPROX), low * (1 + _APPROX)))
            case "vague":
                line = (self.x(self.start if low is None else low), 100.0 if high is None else self.x(high))
                return Mark((), line, dashed=True, open_left=low is None, open_right=high is None)
            case _:
                return self._closed(_ends(figure))

    def _ray(self, value: float, *, filled: bool, right: bool) -> Mark:
        x = self.x(value)
        line = (x, 100.0) if right else (0.0, x)
        return Mark((Dot(x, filled),), line, open_left=not right, open_right=right)

    def _line(self, low: float, high: float) -> tuple[float, float]:
        return max(0.0, self.x(low)), min(100.0, self.x(high))

    def _closed(self, ends: Sequence[float]) -> Mark:
        low, high = min(ends), max(ends)
        if low == high:
            return Mark((Dot(self.x(low)),))
        return Mark((Dot(self.x(low)), Dot(self.x(high))), self._line(low, high))
