"""Statements that say the same but for their figures: each figure answers the one in its place (room: brains).

Where the words run in parallel, nothing but the figures can differ in scope, and no figure can be taken for another.
"""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.records import Quantity
from counterclaim.relate.rungs import Verdict
from counterclaim.text.quantities import find_quantities, interval
from counterclaim.text.quantities.stated import find_stated
from counterclaim.text.tokens import tokenize

_ARTICLES = frozenset({"a", "an", "the"})


class _Extent(NamedTuple):
    """A figure as worded, and the values that it leaves open."""

    text: str
    low: float
    high: float


def relate_parallel(a: str, b: str) -> Verdict | None:
    """Relate two statements that differ in counts and amounts only.

    None where other words differ too, where no figure does, and where what differs is a date or a name ("Gate 7"): two
    days are two facts, not one fact told in two ways.

    >>> relate_parallel("It took 7 days", "It took more than 7 days").label
    'contradicts'
    >>> relate_parallel("It took 7 days", "It took at least 5 days").label
    'refines'
    """
    one, two = find_stated(a), find_stated(b)
    if not one or len(one) != len(two) or _frame(a, one) != _frame(b, two):
        return None
    changed = [pair for pair in zip(one, two, strict=True) if _differ(*pair)]
    if not changed or any(x.counting != y.counting for x, y in changed):
        return None
    if not _all_counted(a, [x for x, _ in changed]) or not _all_counted(b, [y for _, y in changed]):
        return None
    return _relate_extents([(_extent(x), _extent(y)) for x, y in changed])


def _relate_extents(pairs: Sequence[tuple[_Extent, _Extent]]) -> Verdict:
    apart = next(((x, y) for x, y in pairs if x.low > y.high or y.low > x.high), None)
    if apart:
        return Verdict(
            "contradicts", f"the same words, but {apart[0].text} against {apart[1].text}", "parallel"
        )
    shown = "; ".join(f"{x.text} against {y.text}" for x, y in pairs)
    inside = [_contains(y, x) for x, y in pairs], [_contains(x, y) for x, y in pairs]
    if all(inside[0]) or all(inside[1]):
        reason = f"the same words, and the closer figure: {shown}"
        return Verdict("refines", reason, "parallel", flipped=not all(inside[0]))
    return Verdict("compatible", f"the same words, and both can be true: {shown}", "parallel")


def _contains(outer: _Extent, inner: _Extent) -> bool:
    return outer.low <= inner.low and inner.high <= outer.high


def _differ(x: Quantity, y: Quantity) -> bool:
    return (interval(x), x.counting) != (interval(y), y.counting)


def _all_counted(text: str, figures: Sequence[Quantity]) -> bool:
    """Whether all the figures count or measure something."""
    counted = find_quantities(text)
    return all(any(q.start < f.end and f.start < q.end for q in counted) for f in figures)


def _frame(text: str, figures: Sequence[Quantity]) -> list[str]:
    """The words around the figures; every figure stands as an empty string in its place."""
    starts = {q.start for q in figures}
    frame = []
    for token in tokenize(text):
        if token.start in starts:
            frame.append("")
        elif token.text[0].isalnum() and token.lower not in _ARTICLES:
            inside = any(q.start <= token.start < q.end for q in figures)
            frame += [] if inside else [token.lower]
    return frame


def _extent(figure: Quantity) -> _Extent:
    return _Extent(figure.text, *interval(figure))
