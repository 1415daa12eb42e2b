"""Two claims side by side, slot by slot, and everything that sets them apart, whatever decided (room: brains)."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from counterclaim.core.explanations import Compared, Slot, SlotReading
from counterclaim.relate.circumstances import NOTHING_KNOWN, happened_words, place_words, said_words
from counterclaim.relate.clashes import relate_clash
from counterclaim.relate.directory import Directory
from counterclaim.relate.fillers import relate_fillers
from counterclaim.relate.ladder import EXTENT, LAYER, SCOPE
from counterclaim.relate.lineage import compare_as_of, compare_originators, originator, said_later
from counterclaim.relate.moments import relate_moments
from counterclaim.relate.questions import QUESTIONS
from counterclaim.relate.rungs import Part, Question, Rule, Verdict
from counterclaim.relate.scope import (
    differ_in_place,
    differ_in_population,
    differ_in_reality,
    same_measure,
    same_unit,
)
from counterclaim.relate.slots import Slots
from counterclaim.relate.stances import stance_words, standing_words
from counterclaim.relate.wordings import (
    content_words,
    figure_words,
    measure_words,
    population_words,
    speaker_words,
    through_words,
)
from counterclaim.text.times import compare_times

_NEGATIVE = frozenset({"negated", "a reported denial"})
_STATEMENTS: tuple[tuple[Question, Rule], ...] = (
    ("opposite", relate_clash),
    ("filler", relate_fillers),
    ("moment", relate_moments),
)


class _Read(NamedTuple):
    """A slot: how it is worded, how two of it compare where both are told, and whether only figures have it."""

    slot: Slot
    word: Callable[[Slots, Directory], str | None]
    compare: Callable[[Slots, Slots], Compared]
    figures: bool | None = None


def read_slots(a: Slots, b: Slots, known: Directory = NOTHING_KNOWN) -> tuple[SlotReading, ...]:
    """What was read of two claims, slot by slot; what neither could have is left out.

    Args:
        a: One claim.
        b: The other.
        known: What all articles together tell of speakers and places.
    """
    return tuple(_read(one, a, b, known) for one in _SLOTS if _applies(one, a, b))


def find_differences(a: Slots, b: Slots) -> tuple[str, ...]:
    """All that the ladder's questions find between two claims, though one of them decided, each with its question."""
    return tuple(dict.fromkeys(_differences(a, b)))


def _differences(a: Slots, b: Slots) -> Iterator[str]:
    both = a.figure is not None and b.figure is not None
    rules = (*LAYER, *SCOPE, *EXTENT) if both else (("reality", differ_in_reality), *_STATEMENTS)
    for question, rule in rules:
        answer = rule(a, b)
        if isinstance(answer, Verdict | Part):
            yield f"{QUESTIONS[question].text} {answer.reason}"


def _applies(one: _Read, a: Slots, b: Slots) -> bool:
    if one.figures is None:
        return True
    return bool(a.figure or b.figure) if one.figures else not (a.figure and b.figure)


def _read(one: _Read, a: Slots, b: Slots, known: Directory) -> SlotReading:
    first, second = one.word(a, known), one.word(b, known)
    compared: Compared = "none" if first is None and second is None else "one"
    if first is not None and second is not None:
        compared = "same" if first == second else one.compare(a, b)
    return SlotReading(slot=one.slot, a=first, b=second, compared=compared)


def _compare_speakers(a: Slots, b: Slots) -> Compared:
    match compare_originators(a.claim, b.claim):
        case "same":
            return "same"
        case "other":
            return "apart"
        case _:
            return "unlike" if originator(a.claim) and originator(b.claim) else "apart"


def _compare_ways(a: Slots, b: Slots) -> Compared:
    return "same" if through_words(a) == through_words(b) else "apart"


def _compare_sayings(a: Slots, b: Slots) -> Compared:
    if a.article.id == b.article.id or said_words(a) == said_words(b):
        return "same"
    return "unlike" if said_later(a, b) is None else "apart"


def _compare_times(a: Slots, b: Slots) -> Compared:
    if a.as_of and b.as_of and compare_times(a.as_of, b.as_of) == "same":
        return "same"
    return "apart" if compare_as_of(a, b) in {"before", "after"} else "unlike"


def _compare_places(a: Slots, b: Slots) -> Compared:
    if a.places and a.places == b.places:
        return "same"
    return "apart" if a.places and b.places and differ_in_place(a, b) else "unlike"


def _compare_populations(a: Slots, b: Slots) -> Compared:
    if population_words(a) == population_words(b):
        return "same"
    found = differ_in_population(a, b)
    return "apart" if isinstance(found, Verdict) and found.label == "different_scope" else "unlike"


def _compare_measures(a: Slots, b: Slots) -> Compared:
    known = same_measure(a, b)
    turned = a.measure == b.measure  # one name, but worded otherwise: a rise and a fall
    return "unlike" if known is None else "same" if known and not turned else "apart"


def _compare_figures(a: Slots, b: Slots) -> Compared:
    if not same_unit(a.unit, b.unit) or a.low > b.high or b.low > a.high:
        return "apart"
    return "same" if (a.low, a.high) == (b.low, b.high) else "unlike"


def _compare_words(a: Slots, b: Slots) -> Compared:
    return "same" if a.topic == b.topic else "unlike" if a.topic & b.topic else "apart"


def _compare_standings(a: Slots, b: Slots) -> Compared:
    if standing_words(a) == standing_words(b):
        return "same"
    stances = {stance_words(s).partition(" (")[0] for s in (a, b)}
    if stances & _NEGATIVE and not stances <= _NEGATIVE:
        return "apart"
    alike = len(stances) == 1 and a.signs.negated == b.signs.negated and a.claim.reality == b.claim.reality
    return "apart" if differ_in_reality(a, b) else "same" if alike else "unlike"


def _alone(word: Callable[[Slots], str | None]) -> Callable[[Slots, Directory], str | None]:
    """A wording that needs nothing but the claim."""
    return lambda s, _: word(s)


_SLOTS = (
    _Read("speaker", speaker_words, _compare_speakers),
    _Read("through", _alone(through_words), _compare_ways),
    _Read("said", _alone(said_words), _compare_sayings),
    _Read("happened", _alone(happened_words), _compare_times),
    _Read("place", place_words, _compare_places),
    _Read("counted", _alone(population_words), _compare_populations, figures=True),
    _Read("measure", _alone(measure_words), _compare_measures, figures=True),
    _Read("figure", _alone(figure_words), _compare_figures, figures=True),
    _Read("words", _alone(content_words), _compare_words, figures=False),
    _Read("standing", _alone(standing_words), _compare_standings),
)
