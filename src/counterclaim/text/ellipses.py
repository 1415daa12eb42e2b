"""Ellipses: what a figure leaves out and takes over from the fact before it ("12 were killed, 30 hurt") (room: brains)."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from counterclaim.core.records import Quantity
from counterclaim.text.facts import is_verb
from counterclaim.text.frames import Frame, find_frame
from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS, MEASURES, PEOPLE, stem
from counterclaim.text.parentheticals import drop_opener, tells_part
from counterclaim.text.quantities import is_duration
from counterclaim.text.selection import NO_PERSON
from counterclaim.text.stretches import Stretch
from counterclaim.text.tallies import is_total
from counterclaim.text.tokens import Token
from counterclaim.text.wording import name_unit

_ELLIPSIS = 3
_REPLACED = frozenset({("up", "from"), ("down", "from"), ("instead", "of"), ("rather", "than")})
_MOMENTS = frozenset("noon midday midnight morning afternoon evening night yesterday earlier".split())
_PAST_ADJECTIVES = frozenset("earlier previous first initial original former preliminary provisional".split())
_PAST_ADVERBS = frozenset("first initially originally previously earlier".split())
_FIGURES = frozenset("figure figures toll count tally estimate number total".split())
_GIVEN = frozenset(
    "reported given announced stated published put counted named said estimated released".split()
)
_GIVERS = frozenset({"it", "they", "he", "she"})
_GAVE = _GIVEN | {"gave"}
_AT = frozenset({"at", "in", "across", "throughout"})
_NEAR = 4  # words on either side of a figure that say of it that it is an earlier one
_REST = frozenset({"others", "more", "other", "another", "them"})
EARLIER = "earlier figure"  # the flag of a figure that its own sentence says was replaced ("down from 780")
_SCALE = re.compile(r"\b(?:thousand|million|billion|trillion|bn|m)\b", re.IGNORECASE)


class Carried(NamedTuple):
    """What a fact may take over from the one before it in its sentence."""

    measure: str | None = None
    population: str | None = None
    unit: str | None = None
    sentence: int | None = None
    scaled: bool = False  # its words say "million": then "nearer 4" is not known to be 4 or 4 million


class Reading(NamedTuple):
    """A figure with its measure and population, and what it took over from the fact before it."""

    figure: Quantity | None
    inherited: str | None = None
    flags: tuple[str, ...] = ()


def fill_figure(
    clause: Sequence[Token], figure: Quantity | None, carried: Carried, stretch: Stretch
) -> tuple[Reading, Carried]:
    """Give the figure its measure and population, taking over from the fact before what it leaves out."""
    if figure is None:
        return Reading(None), find_asked(clause, stretch) or carried
    part = tells_part(clause, figure)
    clause = drop_opener(clause)
    frame = find_frame(clause, figure)
    named = _calls_earlier(clause, figure)
    if named:
        frame = frame._replace(population=None)  # it counts what the figure before it counts
    same_unit = _leaves_out_unit(clause, figure, frame, carried)
    if carried.sentence != stretch.sentence.start and not (same_unit or _is_elliptical(clause, frame)):
        carried = Carried()
    earlier = carried.measure is not None and frame.population is None and (named or _names_earlier(clause))
    unit = carried.unit if same_unit or (earlier and figure.unit is None) else figure.unit
    leans = (
        same_unit
        or not any(is_verb(clause, i) for i in range(len(clause)))
        or _is_elliptical(clause, frame, most=2)
    )
    measure = frame.measure or _told_by_cue(clause, stretch)
    leans = leans and not any(t.lower in {"who", "whom", "which"} for t in clause)  # it has its own predicate
    measure = carried.measure if earlier else measure or (carried.measure if leans else None)
    population = frame.population or ("people" if figure.text.lower() in NO_PERSON else None)
    if unit is None and population in {None, *_REST}:
        population = carried.population or population
    counting = figure.counting
    if counting == "incremental" and carried.measure and measure != carried.measure:
        counting = "unstated"  # "58 died and another 30 were hurt": other people, not more of the same
    filled = figure.model_copy(
        update={"measure": measure, "population": population, "counting": counting, "unit": unit}
    )
    inherited = [x for x, own in ((population, frame.population), (measure, frame.measure)) if x != own and x]
    taken = [name_unit(unit)] if same_unit and unit and not earlier else []
    inherited = [*taken, *inherited]
    reading = Reading(filled, ", ".join(inherited) or None, (EARLIER,) if earlier else ())
    if part and carried.sentence == stretch.sentence.start:
        return (
            reading,
            carried,
        )  # "killed 12 people, including three children, and hurt 40": the 40 are no children
    if measure and is_total(measure):
        return reading, carried  # "61 of the 120 seats, the Greens 20": they are of the 61's kind
    if is_duration(unit) and carried.unit is not None and carried.sentence == stretch.sentence.start:
        return reading, carried  # "6.5 per cent for one year"
    scaled = bool(_SCALE.search(figure.text))
    handed = None if _is_place(clause, figure, population) else population
    return reading, Carried(measure, handed or carried.population, unit, stretch.sentence.start, scaled)


def _is_place(clause: Sequence[Token], figure: Quantity, population: str | None) -> bool:
    """Whether a figure says how many places something is at: "surgeons at four hospitals have 52", who are no hospitals.

    Not a level: "put its losses at 58 soldiers".
    """
    before = [t.lower for t in clause if t.end <= figure.start]
    behind = next((t.text for t in clause if t.start >= figure.end), "")
    named = bool(behind) and stem(behind) not in PEOPLE and (population or "").startswith(behind)
    return named and before[-1:] != [] and before[-1] in _AT


def find_asked(clause: Sequence[Token], stretch: Stretch) -> Carried | None:
    """What "how many babies have been hurt" asks, for the answers that follow."""
    at = next(
        (i for i, t in enumerate(clause) if t.lower == "many" and i and clause[i - 1].lower == "how"), None
    )
    if at is None:
        return None
    many = clause[at]
    frame = find_frame(clause, Quantity(start=many.start, end=many.end, text=many.text, low=None, high=None))
    return Carried(frame.measure, frame.population, None, stretch.sentence.start)


def _leaves_out_unit(clause: Sequence[Token], figure: Quantity, frame: Frame, carried: Carried) -> bool:
    """Whether a figure is of the unit of the one before it ("60 per cent is safe", "It is less than 30")."""
    if carried.unit is None or figure.unit is not None or frame.population is not None or carried.scaled:
        return False
    return _is_elliptical(clause, frame._replace(measure=None)) and frame.measure in {None, carried.measure}


def _told_by_cue(clause: Sequence[Token], stretch: Stretch) -> str | None:
    """What "pledged", "offered" or "promised" measures, whose object is no clause ("the region pledged €2 million")."""
    cue = stretch.speech.attribution[0].cue if stretch.speech and stretch.speech.attribution else None
    if cue is None or any(is_verb(clause, i) for i in range(len(clause))):
        return None
    return MEASURES.get(stem(cue))


def _is_elliptical(clause: Sequence[Token], frame: Frame, *, most: int = _ELLIPSIS) -> bool:
    """Whether a fact has no words of its own for what it counts ("The right figure was 27", "31 in Karsk")."""
    words = [t for t in clause if t.is_word and t.lower not in FUNCTION_WORDS and not t.text[:1].isupper()]
    return frame.measure is None and frame.population is None and len(words) <= most


def _names_earlier(clause: Sequence[Token]) -> bool:
    """Whether a fact opens like the figure that another replaces: "from 58", "down from the 780"."""
    words = tuple(t.lower for t in clause[:2])
    dated = any(t.lower in CALENDAR | _MOMENTS for t in clause)
    return words[:1] == ("from",) or words in _REPLACED or (words[:1] == ("against",) and dated)


def _calls_earlier(clause: Sequence[Token], figure: Quantity) -> bool:
    """Whether a fact speaks of its figure as an earlier one: "its earlier toll of 12", "the 36 million first reported"."""
    before = [t.lower for t in clause if t.end <= figure.start][-_NEAR:]
    after = [t.lower for t in clause if t.start >= figure.end][:_NEAR]
    if after[:1] and after[0] in _GIVERS and _GAVE & set(after[1:3]):
        return True  # "the 61 per cent it gave on Monday"
    return any(a in _PAST_ADJECTIVES and b in _FIGURES for a, b in pairwise(before)) or any(
        a in _PAST_ADVERBS and b in _GIVEN for a, b in pairwise(after)
    )
