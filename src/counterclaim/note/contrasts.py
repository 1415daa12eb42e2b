"""Counts of people that are not compared, for they may not count the same people, side by side (room: brains).

"Nine soldiers died" and "more than 200 fighters died" may be about the same dead or about others. The comparator
leaves such pairs undecided, or finds that they count different people; a reader must see them together, and why. What
is a dispute stands there, and not here again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.core.records import Relation, Thread
from counterclaim.note.backing import name_voices
from counterclaim.note.cards import SETTLE, live_and_replaced, sides_of
from counterclaim.note.placement import Placement
from counterclaim.note.positions import figure_of
from counterclaim.note.prose import NAME_ROOM, plain, shortened
from counterclaim.note.reasons import word_difference, word_reason
from counterclaim.note.view import Answer, Contrast, ContrastLine, Dispute, Position, Side
from counterclaim.note.weight import DEAD, stated, width
from counterclaim.text.lexicon import HUMAN

_ASKED = re.compile(r"How many (.+) (?:were|was|are|is|have been|had been) \w+\?")
_BASIS = "rule:population"
_FAR = 2.0  # times: what lies nearer may be two counts of one toll on two days
_NAMES = 3  # who give one figure
_SOMEBODY = frozenset({"", "people"})  # says nothing of who is counted


def contrast_figures(placement: Placement, relations: Iterable[Relation]) -> tuple[Contrast, ...]:
    """For each measure of people the undisputed figures that are counted differently, the weightiest first."""
    apart: dict[str, set[str]] = {}
    for measure, thread in _apart(placement, relations):
        apart.setdefault(measure, set()).add(thread)
    disputed = {thread.question for thread, _ in placement.threads if thread.status == "disputed"}
    order = [thread.id for thread, _ in placement.threads if thread.question not in disputed]
    found = []
    for measure, threads in apart.items():
        every = threads | _of_measure(placement, measure)
        told = [number for number, thread in enumerate(order) if thread in every]
        lines = tuple(_lines(placement, [order[number] for number in told]))
        if len({side.answer for line in lines for side in line.sides}) > 1:
            found.append((told[0], Contrast(measure, lines)))
    return tuple(contrast for _, contrast in sorted(found, key=lambda item: item[0]))


def _apart(placement: Placement, relations: Iterable[Relation]) -> Iterator[tuple[str, str]]:
    """The questions of one measure between which the counted people differ, or may."""
    for relation in relations:
        ends = (relation.a, relation.b)
        threads = {thread.id for end in ends if (thread := placement.thread_of.get(end))}
        measures = {_measure(placement, end) for end in ends}
        replaced = placement.register.superseded.intersection(ends)
        if (
            relation.basis == _BASIS
            and measures < HUMAN
            and len(measures) == 1
            and len(threads) > 1
            and not replaced
        ):
            yield from ((measure, thread) for measure in measures for thread in threads)


def _of_measure(placement: Placement, measure: str) -> set[str]:
    """The questions whose live figures say of whom they count what is counted, compared with each other or not."""
    return {
        thread.id
        for thread, positions in placement.threads
        for p in positions
        if p.figure and p.figure.measure == measure and not p.replaced and counted_people(p, thread)
    }


def find_undecided_counts(
    placement: Placement, relations: Iterable[Relation], responses: Mapping[str, Sequence[Answer]]
) -> tuple[Dispute, ...]:
    """The two counts that lie farthest apart as a card: all who give them, and what others did about either.

    Args:
        placement: All claims.
        relations: What the comparator found.
        responses: By thread, what the note shows as done about it.
    """
    pair = _find_far_pair(placement, relations)
    if pair is None:
        return ()
    relation, *ends = pair
    threads = [placement.thread_of[end.lead.claim] for end in ends]
    held = dict(placement.threads)
    rows = [p for thread in threads for p in live_and_replaced(held[thread])[0] if p.is_figure]
    people = " or ".join(counted_people(end, thread) for end, thread in zip(ends, threads, strict=True))
    measure = (ends[0].figure.measure if ends[0].figure else None) or ""
    every = (answer for thread in threads for answer in responses.get(thread.id, ()) if answer.citation)
    told = {answer.citation: answer for answer in every}  # who gives the other count is not silent
    return (
        Dispute(
            thread=threads[0].id,
            question=f"How many {people} were {measure}?",
            sides=sides_of(rows),
            replaced=(),
            differs_by=word_difference("scope"),
            why=word_reason(relation.reason),
            responses=tuple(told.values()),
            settle=SETTLE["scope"],
            decided=False,
        ),
    )


def find_far_apart(placement: Placement, relations: Iterable[Relation]) -> tuple[Position, Position] | None:
    """The two undisputed counts of the dead that lie farthest apart, though they may be of the same people.

    Only where both say whom they count, and the comparator could not decide whether these are the same.
    """
    pair = _find_far_pair(placement, relations)
    return pair[1:] if pair else None


def _find_far_pair(
    placement: Placement, relations: Iterable[Relation]
) -> tuple[Relation, Position, Position] | None:
    found = []
    for relation in relations:
        pair = [placement.by_claim.get(end) for end in (relation.a, relation.b)]
        one, two = (
            sorted((p for p in pair if p), key=lambda p: (stated(p.figure) or 0, p.name))
            if all(pair)
            else (None, None)
        )
        if one is None or two is None or relation.basis != _BASIS or relation.label != "undetermined":
            continue
        if all(_is_dead(placement, p) for p in (one, two)) and (far := width((one, two))) >= _FAR:
            found.append((far, relation, one, two))
    return max(found, key=lambda item: item[0])[1:] if found else None


def _is_dead(placement: Placement, position: Position) -> bool:
    """Whether a position is a live, undisputed count of the dead that says whom it counts."""
    thread = placement.thread_of[position.lead.claim]
    live = not position.replaced and thread.status != "disputed"
    return (
        live
        and position.figure is not None
        and position.figure.measure in DEAD
        and bool(counted_people(position, thread))
    )


def _measure(placement: Placement, claim: str) -> str:
    known = placement.register.claims.get(claim)
    figure = figure_of(known) if known else None
    return (figure.measure if figure else None) or ""


def _lines(placement: Placement, threads: Iterable[str]) -> Iterator[ContrastLine]:
    """A line for those who count the same people, as far as their words say; those who do not say whom, last."""
    held = {thread.id: (thread, positions) for thread, positions in placement.threads}
    counted: dict[str, tuple[str, list[Position]]] = {}
    for asked, positions in (held[thread] for thread in threads):
        live, _ = live_and_replaced(position for position in positions if position.is_figure)
        for position in live:
            who = counted_people(position, asked)
            counted.setdefault(who.casefold(), (who, []))[1].append(position)
    for _, (who, given) in sorted(counted.items(), key=lambda item: not item[0]):
        yield ContrastLine(who, sides_of(given))


def counted_people(position: Position, thread: Thread) -> str:
    """Whom a figure counts, in the words of the question or those beside it; empty where neither says."""
    asked = _ASKED.match(thread.question)
    words = asked[1] if asked else plain((position.figure and position.figure.population) or "")
    return "" if words.casefold() in _SOMEBODY else shortened(words, NAME_ROOM)


def contrast_words(contrast: Contrast) -> str:
    """Why the figures of a contrast are not compared, in a sentence.

    >>> contrast_words(Contrast("killed", (ContrastLine("soldiers", ()), ContrastLine("fighters", ()))))
    'Not compared, for they may not count the same people'
    >>> contrast_words(Contrast("killed", (ContrastLine("soldiers", ()), ContrastLine("", ()))))
    'Not compared, for not all of them say whom they count'
    """
    named = all(line.who for line in contrast.lines)
    return f"Not compared, for {'they may not count the same people' if named else 'not all of them say whom they count'}"


def people_words(line: ContrastLine) -> str:
    """Whom a line counts.

    >>> people_words(ContrastLine("Afghan soldiers", ())), people_words(ContrastLine("", ()))
    ('Afghan soldiers', 'it is not said of whom')
    """
    return line.who or "it is not said of whom"


def givers_words(side: Side) -> str:
    """Who gives a figure, in brackets."""
    return f"({name_voices(side.positions, limit=_NAMES)})"


def line_words(line: ContrastLine) -> str:
    """A line of a contrast where nothing in it is linked."""
    return f"{people_words(line)}: {'; '.join(f'{side.answer} {givers_words(side)}' for side in line.sides)}"
