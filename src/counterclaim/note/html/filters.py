"""The filters of the page: by status, side and originator. The page's script applies them; without it they are not shown."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from counterclaim.core.records import Status
from counterclaim.note.cards import status_words
from counterclaim.note.folding import FoldedVoice
from counterclaim.note.view import Dispute, Position, Sections

_STATUSES: tuple[Status, ...] = (
    "disputed",
    "agreed",
    "conceded",
    "one_sided",
    "single_origin",
    "superseded",
    "unclear",
)
_OPTIONS = 40  # of one filter: what a person still chooses from
_NO_SIDE, _OUTLETS = "side not stated", "outlets in their own voice"


class Option(NamedTuple):
    """One choice of a filter: the token that the statements carry, its words, and under which heading it stands."""

    token: str
    words: str
    group: str = ""


class Filters:
    """The choices that a note offers, and the tokens of every statement."""

    def __init__(self, sections: Sections) -> None:
        told = [*statuses_of(sections)]
        positions = [*(position for position, _ in told), *_shown_again(sections)]
        asked = {row.position.lead.claim: grid.status for grid in sections.matrix.grids for row in grid.rows}
        self._status = asked | {position.lead.claim: status for position, status in told}
        sides = Counter(_side(position) for position in positions)
        origins = Counter(position.name for position in positions)
        self._sides = _tokens("s", sides)
        self._origins = _tokens("o", origins)
        held = {*self._status.values(), *(["superseded"] if sections.changed else [])}
        self.statuses = tuple(Option(status, status_words(status)) for status in _STATUSES if status in held)
        self.sides = tuple(Option(token, words) for words, token in self._sides.items())[:_OPTIONS]
        side_of = {position.name: _side(position) for position in positions}
        every = (Option(token, words, side_of[words]) for words, token in self._origins.items())
        order = [*self._sides]
        self.origins = tuple(sorted([*every][:_OPTIONS], key=lambda option: order.index(option.group)))
        self.left = max(len(self._sides) - _OPTIONS, 0) + max(len(self._origins) - _OPTIONS, 0)

    def tags(self, positions: Iterable[Position]) -> Markup:
        """The attributes by which a filter finds what tells of these positions; a question is shown whole or not at all."""
        every = tuple(positions)
        status = " ".join(dict.fromkeys(self._status.get(p.lead.claim, "superseded") for p in every))
        sides = " ".join(dict.fromkeys(self._sides[_side(p)] for p in every))
        origins = " ".join(dict.fromkeys(self._origins[p.name] for p in every))
        return Markup('data-status="{}" data-side="{}" data-origin="{}"').format(status, sides, origins)

    def of(self, item: Dispute | FoldedVoice) -> tuple[Position, ...]:
        """Every position of a dispute, or of what one speaker said."""
        if isinstance(item, Dispute):
            return (*(position for side in item.sides for position in side.positions), *item.replaced)
        return item.positions


def by_party(options: Iterable[Option]) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """The choices that stand under a heading, by it, in their order."""
    grouped = groupby((option for option in options if option.group), key=lambda option: option.group)
    return tuple((group, tuple(held)) for group, held in grouped)


def _side(position: Position) -> str:
    return position.party or (_NO_SIDE if position.attributed else _OUTLETS)


def _tokens(letter: str, counts: Counter[str]) -> dict[str, str]:
    """A token for every value, those of most statements first, what names no party last."""
    ranked = sorted(
        counts.items(), key=lambda item: (item[0] == _OUTLETS, item[0] == _NO_SIDE, -item[1], item[0])
    )
    return {value: f"{letter}{number}" for number, (value, _) in enumerate(ranked, start=1)}


def statuses_of(sections: Sections) -> Iterator[tuple[Position, Status]]:
    """Every position with the status of its question; those that only a change tells of are left out."""
    for dispute in sections.disputed:
        yield from ((position, "disputed") for side in dispute.sides for position in side.positions)
        yield from ((position, "disputed") for position in dispute.replaced)
    alone = (statement for voice in sections.alone for statement in voice.statements)
    for statement in (*sections.agreed, *sections.together, *alone):
        yield from ((position, statement.status) for position in statement.positions)


def _shown_again(sections: Sections) -> Iterator[Position]:
    for group in sections.figures:
        yield from (*group.rows, *group.replaced)
    for change in sections.changed:
        yield from (*change.earlier, change.later)
    yield from (position for event in sections.timeline for position in event.positions)
    yield from (row.position for grid in sections.matrix.grids for row in grid.rows)
