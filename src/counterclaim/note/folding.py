"""What of a long note is told in a line of its own, and what is only counted and cited (room: brains).

For the formats that show everything: nothing is left out, but what stands elsewhere in the note is not told again, and
a tail of scraps becomes a count with its footnotes. `terminal`, which has less room, folds by itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.note.telling import is_remark
from counterclaim.note.view import (
    Answer,
    Event,
    FigureGroup,
    OriginLine,
    Position,
    Sections,
    Source,
    Statement,
    Voice,
)

_SCRAP = 5  # words: a shorter quote without a figure says little alone
_DEPENDENT = frozenset(
    {"as", "which", "who", "whom", "whose"}
)  # one that leans on what stands before it, too
_OPENING = 2
_NAMED, _OWN = 6, 3  # quotes of a speaker, and of an outlet in its own voice
_EVENTS = 12
_OTHERS = 3  # figures beside the first, told in a heading


class Quoted(NamedTuple):
    """One quote with all that is read from it, and what others did about that."""

    positions: tuple[Position, ...]
    responses: tuple[Answer, ...] = ()

    @property
    def first(self) -> Position:
        """The position whose quote is shown."""
        return self.positions[0]


class FoldedVoice(NamedTuple):
    """One speaker's quotes: those to tell, those to cite, and how many stand among the key figures.

    `own`: an outlet in its own voice; `several`: the quotes are of several who speak for one institution. `remarks` only
    say that the accounts differ, and are cited too.
    """

    speaker: str
    told: tuple[Quoted, ...]
    cited: tuple[Quoted, ...]
    above: int
    own: bool = False
    several: bool = False
    remarks: tuple[Quoted, ...] = ()

    @property
    def is_brief(self) -> bool:
        """Whether all there is to tell is one quote."""
        return len(self.told) == 1 and not self.cited and not self.remarks

    @property
    def positions(self) -> tuple[Position, ...]:
        """All that is told or cited of the speaker."""
        every = (*self.told, *self.cited, *self.remarks)
        return tuple(position for quoted in every for position in quoted.positions)


def is_retold_alone(voice: FoldedVoice) -> bool:
    """Whether all there is to tell is how an outlet says that the speaker responded: the line then names the outlet."""
    return len(voice.told) == 1 and voice.told[0].first.lead.retold


def headline(statement: Statement) -> str:
    """What a statement comes to: a figure with its question, and every other that is given for it."""
    live = [position for position in statement.positions if not position.replaced] or [*statement.positions]
    return f"{statement.question} {tell_figures(live)}" if live[0].is_figure else statement.text


def tell_figures(positions: Sequence[Position]) -> str:
    """The figures for one question, each with its bound, those after the first with who gave them.

    "6; at least 6, said police": the first alone would be put into the mouth of who gave another.
    """
    by_value: dict[object, Position] = {}
    for position in positions:
        f = position.figure
        known = f is not None and (f.low, f.high) != (None, None)
        value = (f.low, f.high, f.bound, f.unit) if f and known else position.answer.casefold()
        by_value.setdefault(value, position)
    first, *others = by_value.values()
    told = [f"{position.answer}, said {position.name}" for position in others[:_OTHERS]]
    more = [f"and {len(others) - _OTHERS} more"] if len(others) > _OTHERS else []
    return "; ".join([first.answer, *told, *more])


def fold_voices(sections: Sections) -> tuple[FoldedVoice, ...]:
    """The voices without what the key figures hold, scraps last, the tails cited."""
    above = quoted_above(sections)
    return tuple(_fold_voice(voice, above) for voice in sections.alone)


def quoted_above(sections: Sections, groups: Iterable[FigureGroup] | None = None) -> frozenset[str]:
    """The threads whose only figure stands among the groups (else all figures) and in no section of its own."""
    told = {s.thread for s in (*sections.agreed, *sections.together)} | {d.thread for d in sections.disputed}
    return (
        frozenset(g.thread for g in (sections.figures if groups is None else groups) if len(g.rows) == 1)
        - told
    )


def quotes_of(voice: Voice, without: frozenset[str] = frozenset()) -> tuple[Quoted, ...]:
    """The positions by quote, since one quote can hold several statements; the threads in `without` left out.

    Each with what others did about it.
    """
    quotes: dict[tuple[str, int, int], Quoted] = {}
    for statement in voice.statements:
        for position in statement.positions if statement.thread not in without else ():
            key = (position.lead.article, position.lead.start, position.lead.end)
            held = quotes.get(key, Quoted(()))
            responses = dict.fromkeys((*held.responses, *statement.responses))
            quotes[key] = Quoted((*held.positions, position), tuple(responses))
    return tuple(quotes.values())


def _fold_voice(voice: Voice, above: frozenset[str]) -> FoldedVoice:
    every = quotes_of(voice, above)
    remarks = tuple(quoted for quoted in every if is_remark(quoted.first) and not quoted.responses)
    quotes = sorted((q for q in every if q not in remarks), key=lambda quoted: _is_scrap(quoted.first))
    names = [quoted.first.name for quoted in quotes]
    quotes.sort(key=lambda quoted: names.index(quoted.first.name))
    own = not any(position.attributed for statement in voice.statements for position in statement.positions)
    told = _choose_told(quotes, _OWN if own else _NAMED)
    held = sum(statement.thread in above for statement in voice.statements)
    cited = tuple(quoted for quoted in quotes if quoted not in told)
    return FoldedVoice(voice.speaker, told, cited, held, own, voice.several, remarks)


def _choose_told(quotes: Sequence[Quoted], room: int) -> tuple[Quoted, ...]:
    """As many quotes as there is room for, in their order; those to which somebody responded before others."""
    order = sorted(range(len(quotes)), key=lambda number: not quotes[number].responses)
    return tuple(quotes[number] for number in sorted(order[:room]))


def _is_scrap(position: Position) -> bool:
    words = position.lead.quote.split()
    return not position.is_figure and (len(words) < _SCRAP or not _DEPENDENT.isdisjoint(words[:_OPENING]))


def fold_events(
    events: Sequence[Event], room: int = _EVENTS
) -> tuple[tuple[tuple[str, tuple[Event, ...]], ...], tuple[Event, ...]]:
    """The events whose time is known best, by time; and the rest, with what says too little alone."""
    telling = [event for event in events if not _is_scrap(event.position)]
    shown = best_known(telling or events, room)
    by_time: dict[str, list[Event]] = {}
    for event in shown:
        by_time.setdefault(event.when, []).append(event)
    rest = tuple(event for event in events if event not in shown)
    return tuple((when, tuple(told)) for when, told in by_time.items()), rest


def best_known(events: Sequence[Event], room: int) -> tuple[Event, ...]:
    """The events whose time is known best, as many as there is room for, in their order; scraps give way."""
    order = sorted(range(len(events)), key=lambda n: (_is_scrap(events[n].position), events[n].length, n))
    return tuple(events[number] for number in sorted(order[:room]))


def fold_origins(lines: Sequence[OriginLine]) -> tuple[tuple[OriginLine, ...], tuple[OriginLine, ...]]:
    """The originators to tell in a line each, and those of one statement, whom one line can name together."""
    parties = Counter(line.party for line in lines if line.party)
    once = tuple(
        line for line in lines if line.statements == 1 and line.attributed and parties[line.party] <= 1
    )
    if len(once) < len(("one", "other", "third")):
        return tuple(lines), ()
    return tuple(line for line in lines if line not in once), once


def summary_line(source: Source) -> str:
    """Who, what, where and when an article tells of, where no sentence of its own says it better."""
    if source.key_sentences:
        return ""
    return "; ".join(f"{label}: {words}" for label, words in source.summary)
