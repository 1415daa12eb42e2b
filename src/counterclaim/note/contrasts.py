"""Counts of people that cannot be set against each other as stated: by who is counted, side by side (room: brains).

"Nine soldiers died" and "more than 200 fighters died" may be about the same dead or about others. The comparator
leaves such pairs undecided, or finds that they count different people; a reader must see them together, and why.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from counterclaim.core.records import Relation
from counterclaim.note.cards import live_and_replaced, sides_of
from counterclaim.note.positions import Placement, figure_of
from counterclaim.note.prose import LINE_ROOM, listing, shortened
from counterclaim.note.view import Contrast, ContrastLine, Position
from counterclaim.note.weight import by_weight
from counterclaim.text.lexicon import HUMAN

_BASIS = "rule:population"
_REASONS = 4

Pair = tuple[str, str]


def contrast_figures(placement: Placement, relations: Iterable[Relation]) -> tuple[Contrast, ...]:
    """For each measure of people the questions whose figures are counted differently, the weightiest first."""
    order = {thread.id: place for place, (thread, _) in enumerate(by_weight(placement))}
    pairs = _apart(placement, relations)
    by_measure: dict[str, dict[Pair, Counter[str]]] = {}
    for (measure, one, two), counts in pairs.items():
        by_measure.setdefault(measure, {})[one, two] = counts
    found = []
    for measure, reasons in by_measure.items():
        apart = {thread for pair in reasons for thread in pair}
        threads = sorted(apart | _of_measure(placement, measure), key=order.__getitem__)
        lines = tuple(_lines(placement, threads))
        found.append((order[threads[0]], Contrast(measure, lines, tuple(_why(reasons)))))
    return tuple(contrast for _, contrast in sorted(found, key=lambda item: item[0]))


def _apart(placement: Placement, relations: Iterable[Relation]) -> dict[tuple[str, str, str], Counter[str]]:
    """The pairs of questions of one measure between which the counted people differ, or may, with the reasons."""
    found: dict[tuple[str, str, str], Counter[str]] = {}
    for relation in relations:
        one, two = placement.thread_of.get(relation.a), placement.thread_of.get(relation.b)
        shared = _measure(placement, relation.a) == _measure(placement, relation.b)
        measure = _measure(placement, relation.a) if shared else None
        if relation.basis != _BASIS or measure not in HUMAN or one is None or two is None or one.id == two.id:
            continue
        if not {relation.a, relation.b} & placement.register.superseded:
            first, second = sorted((one.id, two.id))
            found.setdefault((measure, first, second), Counter())[shortened(relation.reason, LINE_ROOM)] += 1
    return found


def _of_measure(placement: Placement, measure: str) -> set[str]:
    """The questions with a live figure of a measure, whether or not they were compared with each other."""
    return {
        thread.id
        for thread, positions in placement.threads
        if any(p.figure and p.figure.measure == measure and not p.replaced for p in positions)
    }


def _measure(placement: Placement, claim: str) -> str:
    known = placement.register.claims.get(claim)
    figure = figure_of(known) if known else None
    return (figure.measure if figure else None) or ""


def _lines(placement: Placement, threads: Iterable[str]) -> Iterator[ContrastLine]:
    """A line a question: two threads that differ in whom they count may be asked in the same words."""
    held = {thread.id: (thread, positions) for thread, positions in placement.threads}
    asked: dict[str, list[Position]] = {}
    for thread, positions in (held[number] for number in threads):
        live, _ = live_and_replaced(position for position in positions if position.is_figure)
        asked.setdefault(shortened(thread.question, LINE_ROOM), []).extend(live)
    yield from (ContrastLine(question, sides_of(live)) for question, live in asked.items())


def _why(reasons: Mapping[Pair, Counter[str]]) -> Iterator[str]:
    """The commonest reason of each pair, each once, those of most pairs first."""
    commonest = (min(counts, key=lambda words: (-counts[words], words)) for counts in reasons.values())
    every = dict.fromkeys(commonest)
    yield from [*every][:_REASONS]


def contrast_words(contrast: Contrast) -> str:
    """Why the figures of a contrast are not to be compared.

    >>> contrast_words(Contrast("killed", (), ("women against children",)))
    'counted differently (women against children), not comparable as stated'
    """
    return f"counted differently ({'; '.join(contrast.reasons)}), not comparable as stated"


def answers_words(line: ContrastLine) -> str:
    """The figures of one question with those who give them, in a line."""
    return "; ".join(
        f"{side.answer} ({listing([p.name for p in side.positions], limit=4)})" for side in line.sides
    )
