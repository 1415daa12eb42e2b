"""Every question of the ladder as it is put to people: its words, what it reads from a claim, what a pass means (room: brains).

Nothing here decides: what came of a question stands in its rung (`rungs`).
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from counterclaim.relate.rungs import Question
from counterclaim.relate.slots import WHOLE, WHOLE_WORDS, Slots, find_worded
from counterclaim.relate.wordings import (
    NOT_STATED,
    allowed_words,
    content_words,
    happened_words,
    moment_words,
    outlet,
    population_words,
    said_words,
    speaker_words,
    through_words,
)
from counterclaim.text.causes import find_cause, find_denied_cause
from counterclaim.text.fillers import Phrase, find_fillers

_RESPONSES = frozenset({"denial", "confirmed", "declined", "could not confirm", "not known"})


class Asked(NamedTuple):
    """A question in words. `read` gives the slots of one claim; `passed` what it means that the ladder went on."""

    text: str
    read: Callable[[Slots], str]
    passed: str


def _print(s: Slots) -> str:
    return f"{outlet(s.article)}, {moment_words(s.article.published)}"


def _figure(s: Slots) -> str:
    return s.figure.text if s.figure else "no figure"


def _matter(s: Slots) -> str:
    """What alignment reads: the figure with what it measures and counts, or the words alone."""
    if s.figure is None:
        return content_words(s)
    return f"{_figure(s)}; measure: {_measure(s)}; counted: {_population(s)}; words: {content_words(s)}"


def _responses(s: Slots) -> str:
    return ", ".join(flag for flag in s.claim.flags if flag in _RESPONSES) or "no response"


def _polar_figure(s: Slots) -> str:
    return f"{_figure(s)}, {'denied' if s.negated else 'affirmed'}"


def _reality(s: Slots) -> str:
    return "done or going on" if s.claim.reality in {"occurred", "ongoing"} else s.claim.reality


def _unit(s: Slots) -> str:
    unit = (s.figure.unit if s.figure else None) or s.unit or "a bare count"
    return unit.replace("_", " ")


def _measure(s: Slots) -> str:
    return s.measure or NOT_STATED


def _counting(s: Slots) -> str:
    counting = s.figure.counting if s.figure else "unstated"
    return {"cumulative": "a total", "incremental": "an increment", "unstated": "a count"}[counting]


def _as_of(s: Slots) -> str:
    return happened_words(s) or NOT_STATED


def _population(s: Slots) -> str:
    return population_words(s) or NOT_STATED


def _place(s: Slots) -> str:
    """The place that is compared: the one in the claim's own words."""
    if s.places == {WHOLE} and (whole := WHOLE_WORDS.search(s.claim.text)):
        return f"“{whole.group()}”"
    return s.claim.place or "not stated in its own words"


def _extent(s: Slots) -> str:
    return f"{_figure(s)}; counted: {_population(s)}; place: {_place(s)}"


def _allowed(s: Slots) -> str:
    """The figure and the values that its words allow."""
    allowed = allowed_words(s.figure) if s.figure else ""
    return f"{_figure(s)}{f', that is {allowed}' if allowed else ''}"


def _said(s: Slots) -> str:
    """Who said it, when, and as of when."""
    return f"{speaker_words(s)}; {said_words(s)}; as of: {_as_of(s)}"


def _said_figure(s: Slots) -> str:
    return f"{_figure(s)}; {_said(s)}"


def _chain(s: Slots) -> str:
    """Everybody through whom the words came, the outlet last."""
    return f"{speaker_words(s)}, through {through_words(s)}"


def _speaker_and_figure(s: Slots) -> str:
    return f"{speaker_words(s)}: {_figure(s)}"


def _polarity(s: Slots) -> str:
    marked = " (a reported denial)" if "denial" in s.claim.flags else ""
    return f"{speaker_words(s)}: {'negated' if s.negated else 'affirmed'}{marked}"


def _polar_words(s: Slots) -> str:
    """The words with their polarity; a negated sentence counts with all that it negates, here as they stand there."""
    if not s.negated:
        return f"affirmed: {content_words(s)}"
    also = _worded(s, s.absent - s.topic)
    return f"negated: {content_words(s)}{f'; in the same breath: {also}' if also else ''}"


def _signs(s: Slots) -> str:
    """What the claim affirms and what it negates, in its own words."""
    affirmed, negated = (_worded(s, words) for words in (s.signs.affirmed, s.signs.negated))
    return f"affirmed: {affirmed or 'nothing'}; negated: {negated or 'nothing'}"


def _worded(s: Slots, concepts: frozenset[str]) -> str:
    """The words that stand for some concepts, as the claim has them, else its sentence."""
    own = find_worded(s.claim.text, concepts)
    rest = concepts - own.keys()
    around = find_worded(s.article.text[s.sentence[1] : s.claim.end], rest)
    return ", ".join([*own.values(), *around.values()])


def _fillers(s: Slots) -> str:
    """The slots of the claim's clause that are filled."""
    found = find_fillers(s.claim.text)
    filled = found._asdict() if found else {}
    phrases = (f"{slot}: {phrase.text}" for slot, phrase in filled.items() if isinstance(phrase, Phrase))
    return "; ".join(phrases) or NOT_STATED


def _cause(s: Slots) -> str:
    """What the claim gives as a cause, or says was none."""
    if told := find_cause(s.claim.text):
        return f"cause: {told.cause}"
    denied = find_denied_cause(s.claim.text)
    return f"not the cause: {denied.cause}" if denied else NOT_STATED


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
        "no: one layer, or sums and shares, which a plan may state as well",
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
    "outgrown": Asked("Has a least figure grown since?", _said_figure, "no"),
    "figures": Asked("Can both figures be true?", _allowed, "no: no value fits both"),
    "lineage": Asked("Does one speaker or side revise its own figure?", _said, "no"),
    "revision": Asked("Does the later one say that it replaces the first?", _quote, "no"),
    "growth": Asked("Is one a later count of what can still grow?", _said, "no"),
    "one_side": Asked("Does one side give both in one article?", _speaker_and_figure, "no"),
    "conflict": Asked("Nothing tells them apart: what follows?", _speaker_and_figure, "nothing"),
    "provocation": Asked("Do both say whether one deed was provoked?", _polar_words, "no"),
    "denial": Asked("Does one report a denial of the other?", _polarity, "no"),
    "absence": Asked("Does one say was not what the other says was?", _polar_words, "no"),
    "opposite": Asked(
        "Does one negate what the other affirms, or affirm its opposite?", _signs, "no, or of two things"
    ),
    "filler": Asked("Is one deed told with another doer or place?", _fillers, "no, or it cannot be told"),
    "cause": Asked(
        "Does one give another cause of one thing, or deny it?", _cause, "no, or not of one thing"
    ),
    "plan": Asked("Do they name another day for one plan?", _as_of, "no, or not of one plan"),
    "moment": Asked("Do they give two hours for one deed?", _as_of, "no, or not of one deed"),
    "kind": Asked("Does only one give a figure?", _figure, "no"),
    "words": Asked("Are they too different in words?", content_words, "no: much the same words"),
    "polarity": Asked("Does one affirm what the other negates?", _polarity, "no"),
    "time": Asked("Do they give two times for one deed?", _as_of, "not as far as they say"),
    "actor": Asked("Is one deed ascribed to two actors?", _names, "no"),
    "statement": Asked("Do they say the same?", content_words, "no"),
    "relay": Asked("Is it one speaker’s statement, passed on by others?", _chain, "no"),
    "beside": Asked("Does a figure beside one of them replace or answer the other?", _quote, "no"),
}
