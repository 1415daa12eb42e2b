"""What a note tells first: the threads in the order of their weight (room: brains)."""

import math
from collections.abc import Iterable, Mapping

from counterclaim.core.records import Claim, Quantity, Status, Thread
from counterclaim.note.positions import figure_of
from counterclaim.note.view import Position
from counterclaim.text.lexicon import HUMAN

Placed = tuple[Thread, tuple[Position, ...]]

_RANK: Mapping[Status, int] = {
    "disputed": 0,
    "conceded": 1,
    "agreed": 2,
    "superseded": 3,
    "one_sided": 4,
    "single_origin": 5,
    "unclear": 6,
}
DEAD = frozenset({"killed"})
HARMED = frozenset({"wounded", "casualties", "missing"})
_OPINIONS = frozenset({"position", "prediction"})
_WITHOUT_ANSWER = frozenset({"declined", "could_not_confirm", "not_reached"})
# A yes against a no stands between figures that differ by less and by more than half of the smaller: 29 against 30
# tells a reader less than "was it so?", 240 against 600 more.
_YES_OR_NO = 1.5


def order_by_weight(threads: Iterable[Placed], claims: Mapping[str, Claim]) -> tuple[Placed, ...]:
    """The threads, the weightiest first.

    By status. Disputes: the dead before all else, then by the width of the gap and by independent origins. The rest:
    what was done to people first, and opinions last. Then by speakers, by outlets, figures before words; then as the
    comparator gave them.
    """
    return tuple(sorted(threads, key=lambda placed: _weigh(placed, claims)))


def _weigh(placed: Placed, claims: Mapping[str, Claim]) -> tuple[float, ...]:
    thread, positions = placed
    told = stances(thread, positions)
    grave = min(gravity(claims[position.lead.claim]) for position in told)
    disputed = thread.status == "disputed"
    first = (min(grave, 1), -width(told), -thread.independent_origins) if disputed else ()
    return (
        _RANK[thread.status],
        *first,
        grave,
        -len({position.name for position in told}),
        -len({citation.outlet for position in told for citation in position.citations}),
        not any(position.is_figure for position in positions),
    )


def gravity(claim: Claim) -> int:
    """How much depends on a claim, the gravest first: the dead, the harmed, other counts of people, facts, opinions.

    >>> gravity(Claim(id="c", article="a", quote="q", start=0, end=1, text="t", question="?", answer="",
    ...               attribution=(), kind="position"))
    4
    """
    figure = figure_of(claim)
    measure = figure.measure if figure else None
    if measure in DEAD:
        return 0
    if measure in HARMED:
        return 1
    if measure in HUMAN:
        return 2
    return 4 if claim.kind in _OPINIONS else 3


def width(positions: Iterable[Position]) -> float:
    """How far the live answers lie apart: the largest figure over the smallest; a set ratio where they are no figures.

    An open figure counts by its stated side: "more than 200" by 200.
    """
    values = [
        value
        for position in positions
        if not position.replaced and (value := stated(position.figure)) is not None
    ]
    if len(values) < 2 or min(values) < 0:  # noqa: PLR2004 -- two lie apart
        return _YES_OR_NO
    return max(values) / min(values) if min(values) else math.inf


def stated(figure: Quantity | None) -> float | None:
    """The number that a figure states: its lower limit, else its upper one."""
    if figure is None:
        return None
    return figure.high if figure.low is None else figure.low


def stances(thread: Thread, positions: tuple[Position, ...]) -> tuple[Position, ...]:
    """The positions that answer the question: not those that only decline to, which the response log holds."""
    silent = {response.claim for response in thread.responses if response.kind in _WITHOUT_ANSWER}
    return tuple(p for p in positions if not silent.issuperset(c.claim for c in p.citations)) or positions
