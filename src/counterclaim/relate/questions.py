"""Every question of the ladder as it is put to people: its words, what it reads from a claim, what a pass means (room: brains).

Nothing here decides: what came of a question stands in its rung (`rungs`).
"""

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

from counterclaim.relate.lineage import originator
from counterclaim.relate.rungs import Question
from counterclaim.relate.slots import WHOLE, Slots, is_content
from counterclaim.text.fillers import Phrase, find_fillers
from counterclaim.text.tokens import tokenize

_NOT_STATED = "not stated"
_DAY = len("2025-10-12")


class Asked(NamedTuple):
    """A question in words. `read` gives the slots of one claim; `passed` what it means that the ladder went on."""

    text: str
    read: Callable[[Slots], str]
    passed: str


def _print(s: Slots) -> str:
    day = str(s.article.published)[:_DAY] if s.article.published else "date not known"
    return f"{s.article.outlet or s.article.source}, {day}"


def _figure(s: Slots) -> str:
    return s.figure.text if s.figure else "no figure"


def _words(s: Slots) -> str:
    """The words that say what a claim is about, in its order; names, figures' units and times as they stand."""
    found = (t.text for t in tokenize(s.claim.text) if is_content(t))
    return ", ".join(dict.fromkeys(found)) or "no words of content"


def _matter(s: Slots) -> str:
    """What alignment reads: the figure with what it measures and counts, or the words alone."""
    if s.figure is None:
        return _words(s)
    return f"{_figure(s)}; measure: {_measure(s)}; counted: {_population(s)}; words: {_words(s)}"


def _responses(s: Slots) -> str:
    return ", ".join(s.claim.flags) or "no mark"


def _polar_figure(s: Slots) -> str:
    return f"{_figure(s)}, {'denied' if s.negated else 'affirmed'}"


def _reality(s: Slots) -> str:
    return s.claim.reality


def _unit(s: Slots) -> str:
    return (s.unit or "a bare count").replace("_", " ")


def _measure(s: Slots) -> str:
    return s.measure or _NOT_STATED


def _counting(s: Slots) -> str:
    return s.figure.counting if s.figure else _NOT_STATED


def _as_of(s: Slots) -> str:
    return s.as_of.text if s.as_of else _NOT_STATED


def _population(s: Slots) -> str:
    counted = (s.figure.population if s.figure else None) or _NOT_STATED
    known = counted.casefold()
    owners = sorted(w.capitalize() for w in s.nationalities if w not in known)
    return f"{counted} (of {' '.join(owners)})" if owners else counted


def _place(s: Slots) -> str:
    if s.places == {WHOLE}:
        return "everywhere"
    return s.claim.place or _NOT_STATED


def _extent(s: Slots) -> str:
    return f"{_figure(s)}; counted: {_population(s)}; place: {_place(s)}"


def _allowed(s: Slots) -> str:
    """The figure and the values that its words allow, in the base unit."""
    unit = f" {s.unit.replace('_', ' ')}" if s.unit else ""
    if s.low == s.high:
        exact = f"{s.low:,.15g}{unit}"
        return exact if exact == _figure(s) else f"{_figure(s)}, that is {exact}"
    low = "" if math.isinf(s.low) else f"from {s.low:,.15g}"
    high = "" if math.isinf(s.high) else f"to {s.high:,.15g}"
    spread = " ".join(part for part in (low, high) if part)
    return f"{_figure(s)}, that is {spread or 'any'}{unit}"


def _said(s: Slots) -> str:
    """Who said it, and as of when."""
    return f"{_speaker(s)}; first said {_first_said(s)}; as of: {_as_of(s)}"


def _speaker(s: Slots) -> str:
    link = originator(s.claim)
    if link is None:
        return f"{s.article.outlet or s.article.source} in its own voice"
    name = link.name or link.role or "somebody not named"
    return f"{name} (for {link.side})" if link.side and link.side != link.name else name


def _chain(s: Slots) -> str:
    """Everybody through whom the words came, the outlet last."""
    through = [link.name or link.role or "somebody not named" for link in s.claim.attribution[1:]]
    return ", through ".join([_speaker(s), *through])


def _first_said(s: Slots) -> str:
    return str(s.first_said)[:16] if s.first_said else "date not known"


def _speaker_and_figure(s: Slots) -> str:
    return f"{_speaker(s)}: {_figure(s)}"


def _polarity(s: Slots) -> str:
    marked = " (a reported denial)" if "denial" in s.claim.flags else ""
    return f"{_speaker(s)}: {'negated' if s.negated else 'affirmed'}{marked}"


def _polar_words(s: Slots) -> str:
    """The words with their polarity; a negated sentence counts with all that it negates, here by their stems."""
    if not s.negated:
        return f"affirmed: {_words(s)}"
    also = ", ".join(sorted(s.absent - s.topic))
    return f"negated: {_words(s)}{f'; in the same breath: {also}' if also else ''}"


def _signs(s: Slots) -> str:
    """What the claim affirms and what it negates, as the keys of their classes."""
    affirmed, negated = (", ".join(sorted(words)) for words in (s.signs.affirmed, s.signs.negated))
    return f"affirmed: {affirmed or 'nothing'}; negated: {negated or 'nothing'}"


def _fillers(s: Slots) -> str:
    """The slots of the claim's clause that are filled."""
    found = find_fillers(s.claim.text)
    filled = found._asdict() if found else {}
    phrases = (f"{slot}: {phrase.text}" for slot, phrase in filled.items() if isinstance(phrase, Phrase))
    return "; ".join(phrases) or _NOT_STATED


def _names(s: Slots) -> str:
    return ", ".join(sorted(n.capitalize() for n in s.names)) or "no names"


def _quote(s: Slots) -> str:
    return s.claim.quote


QUESTIONS: Mapping[Question, Asked] = {
    "reprint": Asked("Is one article a reprint of the other?", _print, "no"),
    "question": Asked("Do they answer one question?", _matter, "yes"),
    "response": Asked(
        "Is one a mere response, such as a declined comment?", _responses, "no: both say something"
    ),
    "negated_figure": Asked("Does one deny a figure?", _polar_figure, "no"),
    "reality": Asked(
        "Are they of two layers: done, planned, conditional, demanded?",
        _reality,
        "no: one layer, or sums and shares, of which one may be planned",
    ),
    "unit": Asked("Are the figures of two kinds?", _unit, "no: one unit"),
    "measure": Asked("Do they measure two things?", _measure, "not as far as their words tell"),
    "counting": Asked("Is one an increment, the other a count?", _counting, "no"),
    "period": Asked(
        "Are they of two periods?",
        _as_of,
        "no two times are told apart; a count of people or losses is one count that goes on",
    ),
    "population": Asked("Do they count two populations?", _population, "not as far as they say"),
    "place": Asked("Do they count in two places?", _place, "not as far as they say"),
    "part": Asked(
        "Does the one count a part of the other?",
        _extent,
        "no",
    ),
    "figures": Asked("Can both figures be true?", _allowed, "no: no value fits both"),
    "lineage": Asked("Does one speaker or side revise its own figure?", _said, "no"),
    "revision": Asked("Does the later one say that it replaces the first?", _quote, "no"),
    "growth": Asked("Is one a later count of what can still grow?", _said, "no"),
    "one_side": Asked("Does one side give both in one article?", _speaker_and_figure, "no"),
    "conflict": Asked("Nothing tells them apart: what follows?", _speaker_and_figure, "nothing"),
    "denial": Asked("Does one report a denial of the other?", _polarity, "no"),
    "absence": Asked("Does one say was not what the other says was?", _polar_words, "no"),
    "opposite": Asked(
        "Does one negate what the other affirms, or affirm its opposite?", _signs, "no, or of two things"
    ),
    "filler": Asked(
        "Is one deed told with another doer, place or cause?", _fillers, "no, or it cannot be told"
    ),
    "moment": Asked("Do they give two hours for one deed?", _as_of, "no, or not of one deed"),
    "kind": Asked("Does only one give a figure?", _figure, "no"),
    "words": Asked("Are they too different in words?", _words, "no: much the same words"),
    "polarity": Asked("Does one affirm what the other negates?", _polarity, "no"),
    "time": Asked("Do they give two times for one deed?", _as_of, "not as far as they say"),
    "actor": Asked("Is one deed ascribed to two actors?", _names, "no"),
    "statement": Asked("Do they say the same?", _words, "no"),
    "relay": Asked("Is it one speaker’s statement, passed on by others?", _chain, "no"),
    "beside": Asked("Does a figure beside one of them replace or answer the other?", _quote, "no"),
}
