"""What a note tells first: the threads in the order of their weight (room: brains)."""

from collections.abc import Mapping

from counterclaim.core.records import Claim, Status, Thread
from counterclaim.note.positions import Placement, figure_of
from counterclaim.note.view import Position
from counterclaim.text.lexicon import HUMAN

_RANK: Mapping[Status, int] = {
    "disputed": 0,
    "conceded": 1,
    "agreed": 2,
    "superseded": 3,
    "one_sided": 4,
    "single_origin": 5,
    "unclear": 6,
}
_DEAD, _HARMED = frozenset({"killed"}), frozenset({"wounded", "casualties", "missing"})
_OPINIONS = frozenset({"position", "prediction"})


def by_weight(placement: Placement) -> list[tuple[Thread, tuple[Position, ...]]]:
    """The threads, the weightiest first.

    By status; then what was done to people before all else, and opinions last; then by speakers, by outlets, figures
    before words; then as the comparator gave them.
    """
    claims = placement.register.claims
    return sorted(
        ((thread, positions) for thread, positions in placement.threads if positions),
        key=lambda pair: (
            _RANK[pair[0].status],
            min(gravity(claims[position.lead.claim]) for position in stances(*pair)),
            -len({position.name for position in stances(*pair)}),
            -len({citation.outlet for position in stances(*pair) for citation in position.citations}),
            not any(position.is_figure for position in pair[1]),
        ),
    )


def gravity(claim: Claim) -> int:
    """How much depends on a claim, the gravest first: the dead, the harmed, other counts of people, facts, opinions.

    >>> gravity(Claim(id="c", article="a", quote="q", start=0, end=1, text="t", question="?", answer="",
    ...               attribution=(), kind="position"))
    4
    """
    figure = figure_of(claim)
    measure = figure.measure if figure else None
    if measure in _DEAD:
        return 0
    if measure in _HARMED:
        return 1
    if measure in HUMAN:
        return 2
    return 4 if claim.kind in _OPINIONS else 3


def stances(thread: Thread, positions: tuple[Position, ...]) -> tuple[Position, ...]:
    """The positions that answer the question: not those that only decline to, which the response log holds."""
    silent = {
        response.claim for response in thread.responses if response.kind in {"declined", "could_not_confirm"}
    }
    return tuple(p for p in positions if not silent.issuperset(c.claim for c in p.citations)) or positions
