"""How many stand behind each answer to a disputed question, and what an outlet's remark on figures covers (room: brains)."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from counterclaim.core.records import Thread
from counterclaim.note.marks import NAMELESS, PARTLY
from counterclaim.note.prose import figure_words, listing, small
from counterclaim.note.view import Dispute, FigureGroup, Position

_PAIR = 2
EVEN = "two origins, one for each answer"
_ONE = "one origin gives all answers"


def voice_of(position: Position) -> str:
    """What a speaker counts as, for comparison alone: a state, its army and its statement have one voice."""
    return (position.party or position.origin or position.name).casefold()


def value_of(position: Position) -> object:
    """What two answers share that are one: the figure with its bound, however it is worded, else the words.

    "More than 200" and "upwards of 200" are one answer, "another 30" and "30" are two.
    """
    figure = position.figure
    known = figure is not None and (figure.low, figure.high) != (None, None)
    if figure is None or not known or position.answer.removeprefix("not ") != figure_words(figure):
        return position.answer.casefold()
    return (
        bool(position.denied),
        figure.low,
        figure.high,
        figure.bound,
        figure.unit,
        figure.counting == "incremental",
    )


def name_voices(positions: Iterable[Position], limit: int | None = None) -> str:
    """Who speaks, those of one party as one voice: "Orvo’s army / Orvo and Bo Lind"."""
    voices: dict[str, dict[str, None]] = {}
    for position in positions:
        voices.setdefault(voice_of(position), {})[position.name] = None
    return listing([" / ".join(names) for names in voices.values()], limit=limit)


def backing_words(positions: Iterable[Position]) -> str:
    """The originators behind each answer; those of one party count once, since nothing shows them to be independent.

    Empty where there are not two answers. Whoever is not named may be one of the others, which is said.
    """
    every = tuple(positions)
    counted = _count_by_answer(every)
    unnamed = dict.fromkeys(p.name for p in every if NAMELESS in p.marks and not p.party)
    if not unnamed or not counted or counted == _ONE:
        return counted
    return f"at most {counted}: {listing([*unnamed])} {'is' if _is_single(unnamed) else 'are'} not named"


def _is_single(names: Collection[str]) -> bool:
    (first, *others) = names
    return not others and not first.endswith("s")


def _count_by_answer(positions: Iterable[Position]) -> str:
    held: dict[object, tuple[str, set[str]]] = {}
    for position in positions:
        _, origins = held.setdefault(value_of(position), (position.answer, set()))
        origins.add(voice_of(position))
    if len(held) < 2:  # noqa: PLR2004 -- two are told apart
        return ""
    if all(len(origins) == 1 for _, origins in held.values()):
        known = set().union(*(origins for _, origins in held.values()))
        return (
            (EVEN if len(known) == _PAIR else f"{small(len(known))} origins, one for each answer")
            if len(known) > 1
            else _ONE
        )
    counts = [f"{answer}: {small(len(o))} origin{'' if len(o) == 1 else 's'}" for answer, o in held.values()]
    return ", ".join(counts)


def count_origins(thread: Thread, positions: Iterable[Position]) -> int:
    """The independent origins of a thread; where these are newsrooms, every one that says all of it, if in two sentences."""
    whole = {p.lead.outlet for p in positions if not p.attributed and PARTLY not in p.marks}
    return max(thread.independent_origins, len(whole) if thread.own_reports else 0)


def count_voices(positions: Iterable[Position]) -> int:
    """How many originators speak, a party counted once."""
    return len({voice_of(position) for position in positions})


class FigureLine(NamedTuple):
    """A figure with those who give it: one speaker, or several of one party, each with their own quote."""

    position: Position
    beside: tuple[Position, ...] = ()

    @property
    def positions(self) -> tuple[Position, ...]:
        """All who give it, the one to show first first."""
        return (self.position, *self.beside)

    @property
    def time(self) -> str:
        """When they said it, or when it was published, then what else is known of the time, each once."""
        said = [position.time for position in self.positions if position.time]
        later = [words for position in self.positions for words in position.later]
        return "; ".join(dict.fromkeys([*said, *later]))


def fold_rows(positions: Iterable[Position]) -> tuple[FigureLine, ...]:
    """The rows of a table of figures: what a state and its army both give is one figure, not two."""
    lines: dict[tuple[object, ...], FigureLine] = {}
    for number, position in enumerate(positions):
        alone = position.replaced or not position.party
        key = (number,) if alone else (position.party, value_of(position), position.relays, position.marks)
        held = lines.get(key)
        lines[key] = FigureLine(position) if held is None else held._replace(beside=(*held.beside, position))
    return tuple(lines.values())


def lines_of(group: FigureGroup) -> tuple[FigureLine, ...]:
    """The rows of one measure, those that were replaced last."""
    return fold_rows((*group.rows, *group.replaced))


def opposed_positions(dispute: Dispute) -> tuple[Position, ...]:
    """Who gives the answers that exclude each other."""
    return tuple(position for side in dispute.sides if side.opposed for position in side.positions)


def find_answers(positions: Iterable[Position], article: str) -> tuple[str, ...]:
    """The figures among the positions that one article carries, each once."""
    told = (p.answer for p in positions if p.is_figure and any(c.article == article for c in p.citations))
    return tuple(dict.fromkeys(told))


def covered_words(positions: Sequence[Position], article: str) -> str | None:
    """Which of several figures a remark in an article can be about: those that stand there.

    None where it carries none of them; empty where there are no two figures to tell apart.
    """
    figures = [position for position in positions if position.is_figure]
    if len({position.answer for position in figures}) < 2 or len(figures) < len(positions):  # noqa: PLR2004 -- one needs no name
        return ""
    return listing(find_answers(figures, article)) or None
