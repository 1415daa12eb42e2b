"""Quantities: the figures of a text, with bound, unit and way of counting (room: brains).

The grammar is hedge + number or range + unit: "more than 200", "2-3 million euros", "no fewer than 12", "dozens". A
new number word belongs to `cardinals` or `wordnumbers`, a unit to `units` or `currencies`, a hedge to `bounds`, a way to
join two numbers to `figures`, a word for none to `absences`, and
a reason why a number is no count to `labels` or `moments`. What is counted, and what happened to it, is found elsewhere.

Vague words have documented limits (`wordnumbers.VAGUE`): a couple 2-3, a few, several and a handful 3-10, dozens from
24, scores from 40, and hundreds, thousands and so on from two of them.
"""

from counterclaim.core.records import Bound, Quantity
from counterclaim.text.quantities.absences import find_absences
from counterclaim.text.quantities.bounds import read_counting, read_lead, read_tail, stronger
from counterclaim.text.quantities.figures import Figure, read_figures
from counterclaim.text.quantities.labels import Site, is_coded, is_label
from counterclaim.text.quantities.moments import is_duration, is_moment, is_spent
from counterclaim.text.quantities.pieces import Line, cut_line
from counterclaim.text.quantities.tallies import find_tallies


def find_quantities(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Find the figures of `text[start:end]` that count or measure something, in order, without overlap.

    Offsets are into the whole of `text`, and `quantity.text == text[quantity.start:quantity.end]`. Years, dates, clock
    times, ages of persons, ordinals, scores and numbers that are names are left out; "no outposts", "none" and "nobody"
    are exact zeros. `measure` and `population` are left None.

    >>> [(q.text, q.low, q.high, q.bound, q.unit) for q in find_quantities("Up to 30 died; damage: $2-3bn in 2019.")]
    [('Up to 30', None, 30.0, 'at_most', None), ('$2-3bn', 2000000000.0, 3000000000.0, 'range', 'USD')]
    """
    line = cut_line(text, start, end)
    tallied = [*find_tallies(line)]
    figures = read_figures(line)
    counted = [quantity for figure in figures if (quantity := _to_quantity(line, figure))]
    found = [one for one in counted if not any(_overlap(one, side) for side in tallied)] + tallied
    absent = [one for one in find_absences(line) if not any(_overlap(one, figure) for figure in found)]
    return tuple(sorted([*found, *absent], key=lambda quantity: quantity.start))


def _overlap(one: Quantity, other: Quantity) -> bool:
    """Whether two figures share a character: "no one$"."""
    return one.start < other.end and other.start < one.end


def _to_quantity(line: Line, figure: Figure) -> Quantity | None:
    """The record of a figure; None where it counts and measures nothing."""
    lead = read_lead(line, figure.first, lasting=is_duration(figure.unit))
    kind = figure.readings[0].kind
    if kind == "ordinal" or not _is_counted(line, figure, lead.bound):
        return None
    tail = read_tail(line, figure.stop)
    low, high, bound = _limits(figure, stronger(lead.bound, tail.bound))
    start, end = line.pieces[lead.first].start, _end(line, tail.stop)
    counting = lead.counting if lead.counting != "unstated" else read_counting(line, lead.first, tail.stop)
    return Quantity(
        start=start,
        end=end,
        text=line.text[start:end],
        low=low,
        high=high,
        bound=bound,
        unit=figure.unit,
        counting=counting,
    )


def _end(line: Line, stop: int) -> int:
    """Where the expression ends: before the apostrophe of "18 months' pay"."""
    piece = line.pieces[stop - 1]
    return piece.end - (len(piece.lower) - len(piece.lower.removesuffix("'s").removesuffix("'")))


def _is_counted(line: Line, figure: Figure, bound: Bound) -> bool:
    bound = "range" if len(figure.readings) > 1 else bound
    site = Site(line, figure.first, figure.stop, figure.readings, figure.unit, bound)
    if is_duration(figure.unit):
        return not (is_coded(site) or is_spent(site))
    if figure.unit is not None or figure.readings[0].kind == "vague":
        return not is_coded(site)
    return not (is_label(site) or is_moment(site))


def _limits(figure: Figure, bound: Bound) -> tuple[float | None, float | None, Bound]:
    """What was said as limits: a range or vague word gives both ends, and a floor or ceiling on it keeps one."""
    low: float | None = figure.readings[0].value
    high: float | None = figure.readings[-1].value
    spread: Bound | None = "range" if len(figure.readings) > 1 else None
    if figure.readings[0].kind == "vague":
        high, spread = figure.readings[0].high, "vague"
    if bound in {"at_least", "more_than"}:
        return low, None, bound
    if bound in {"at_most", "less_than"}:
        return (None, high, bound) if high is not None else (low, high, "vague")
    return low, high, spread or bound
