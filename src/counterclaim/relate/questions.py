"""Every question of the ladder as it is put to people: its words, what it reads from a claim, what a pass means (room: brains).

Nothing here decides: what came of a question stands in its rung (`rungs`).
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from counterclaim.relate.circumstances import happened_words, moment_words, outlet, place_words, said_words
from counterclaim.relate.directory import Directory
from counterclaim.relate.passes import pass_measure, pass_period, pass_place, pass_reality, pass_unit
from counterclaim.relate.rungs import Question
from counterclaim.relate.slots import Slots
from counterclaim.relate.stances import polar_words, provocation_words, sign_words, stance_words
from counterclaim.relate.wordings import (
    NONE_FOUND,
    allowed_words,
    content_words,
    measure_words,
    population_words,
    speaker_words,
    through_words,
)
from counterclaim.text.causes import find_cause, find_denied_cause
from counterclaim.text.facts import is_verb
from counterclaim.text.fillers import Phrase, find_fillers
from counterclaim.text.tokens import tokenize

_FILLED = {"agent": "doer", "patient": "to whom or what", "place": "in, at or on"}
_RESPONSES = frozenset({"denial", "confirmed", "declined", "could not confirm", "not reached", "not known"})


class Asked(NamedTuple):
    """A question in words. `reads` gives the slots of one claim; `passed` what it means that the ladder went on."""

    text: str
    reads: Callable[[Slots, Directory], str]
    passed: str | Callable[[Slots, Slots], str]

    def word_pass(self, a: Slots, b: Slots) -> str:
        """What it means for two claims that the ladder went on."""
        return self.passed if isinstance(self.passed, str) else self.passed(a, b)


def _alone(read: Callable[[Slots], str]) -> Callable[[Slots, Directory], str]:
    """A reading that needs nothing but the claim."""
    return lambda s, _: read(s)


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
    return measure_words(s) or NONE_FOUND


def _counting(s: Slots) -> str:
    counting = s.figure.counting if s.figure else "unstated"
    return {"cumulative": "a total", "incremental": "an increment", "unstated": "a count"}[counting]


def _as_of(s: Slots) -> str:
    return happened_words(s) or NONE_FOUND


def _population(s: Slots) -> str:
    return population_words(s) or NONE_FOUND


def _place(s: Slots, known: Directory) -> str:
    return place_words(s, known) or NONE_FOUND


def _extent(s: Slots, known: Directory) -> str:
    return f"{_figure(s)}; counted: {_population(s)}; place: {_place(s, known)}"


def _allowed(s: Slots) -> str:
    """The figure and the values that its words allow."""
    allowed = allowed_words(s.figure) if s.figure else ""
    return f"{_figure(s)}{f', that is {allowed}' if allowed else ''}"


def _said(s: Slots, known: Directory) -> str:
    """Who said it, when, and as of when."""
    return f"{speaker_words(s, known)}; {said_words(s)}; as of: {_as_of(s)}"


def _said_figure(s: Slots, known: Directory) -> str:
    return f"{_figure(s)}; {_said(s, known)}"


def _chain(s: Slots, known: Directory) -> str:
    """Everybody through whom the words came, the outlet last."""
    return f"{speaker_words(s, known)}, through {through_words(s)}"


def _speaker_and_figure(s: Slots, known: Directory) -> str:
    return f"{speaker_words(s, known)}: {_figure(s)}"


def _polarity(s: Slots, known: Directory) -> str:
    return f"{speaker_words(s, known)}: {stance_words(s)}"


def _fillers(s: Slots) -> str:
    """The slots of the claim's clause that are filled."""
    found = find_fillers(s.claim.text)
    filled = found._asdict() if found else {}
    phrases = (
        f"{_FILLED[slot]}: {phrase.text}"
        for slot, phrase in filled.items()
        if isinstance(phrase, Phrase) and not is_verb(tokenize(phrase.text), 0)  # "stayed closed"
    )
    return "; ".join(phrases) or NONE_FOUND


def _cause(s: Slots) -> str:
    """What the claim gives as a cause, or says was none."""
    if told := find_cause(s.claim.text):
        return f"cause: {told.cause}"
    denied = find_denied_cause(s.claim.text)
    return f"not the cause: {denied.cause}" if denied else NONE_FOUND


def _names(s: Slots) -> str:
    return ", ".join(sorted(n.capitalize() for n in s.names)) or "no names behind its first word"


def _quote(s: Slots) -> str:
    return s.claim.quote


QUESTIONS: Mapping[Question, Asked] = {
    "reprint": Asked("Is one article a reprint of the other?", _alone(_print), "no"),
    "question": Asked("Do they answer one question?", _alone(_matter), "yes"),
    "response": Asked(
        "Is one a mere response, such as a declined comment?", _alone(_responses), "no: both say something"
    ),
    "negated_figure": Asked("Does one deny a figure?", _alone(_polar_figure), "no"),
    "reality": Asked(
        "Are they of two layers: done, planned, conditional, demanded?", _alone(_reality), pass_reality
    ),
    "unit": Asked("Are the figures of two kinds?", _alone(_unit), pass_unit),
    "measure": Asked("Do they measure two things?", _alone(_measure), pass_measure),
    "counting": Asked("Is one an increment, the other a count?", _alone(_counting), "no"),
    "period": Asked("Are they of two periods?", _alone(_as_of), pass_period),
    "population": Asked("Do they count two populations?", _alone(_population), "not as far as they say"),
    "place": Asked("Do they count in two places?", _place, pass_place),
    "part": Asked("Does the one count a part of the other?", _extent, "no"),
    "outgrown": Asked("Has a least figure grown since?", _said_figure, "no"),
    "figures": Asked("Can both figures be true?", _alone(_allowed), "no: no value fits both"),
    "lineage": Asked("Does one speaker or side revise its own figure?", _said, "no"),
    "revision": Asked("Does the later one say that it replaces the first?", _alone(_quote), "no"),
    "growth": Asked("Is one a later count of what can still grow?", _said, "no"),
    "one_side": Asked("Does one side give both in one article?", _speaker_and_figure, "no"),
    "conflict": Asked("Does anything asked so far let both stand?", _speaker_and_figure, "nothing"),
    "provocation": Asked("Do both say whether one deed was provoked?", _alone(provocation_words), "no"),
    "denial": Asked("Does one report a denial of the other?", _polarity, "no"),
    "absence": Asked("Does one say was not what the other says was?", _alone(polar_words), "no"),
    "opposite": Asked(
        "Does one negate what the other affirms, or affirm its opposite?",
        _alone(sign_words),
        "no, or of two things",
    ),
    "filler": Asked(
        "Is one deed told with another doer or place?", _alone(_fillers), "no, or it cannot be told"
    ),
    "cause": Asked(
        "Does one give another cause of one thing, or deny it?", _alone(_cause), "no, or not of one thing"
    ),
    "plan": Asked("Do they name another day for one plan?", _alone(_as_of), "no, or not of one plan"),
    "moment": Asked("Do they give two hours for one deed?", _alone(_as_of), "no, or not of one deed"),
    "awareness": Asked("Was it known before the other says it was?", _alone(_as_of), "no"),
    "arrival": Asked("Does one say that nobody came, the other who did?", _alone(_as_of), "no"),
    "kind": Asked("Does only one give a figure?", _alone(_figure), "no"),
    "words": Asked("Are they too different in words?", _alone(content_words), "no: much the same words"),
    "polarity": Asked("Does one affirm what the other negates?", _polarity, "no"),
    "time": Asked("Do they give two times for one deed?", _alone(_as_of), "no, or not of one deed"),
    "actor": Asked("Is one deed ascribed to two actors?", _alone(_names), "no"),
    "statement": Asked("Do they say the same?", _alone(content_words), "no"),
    "relay": Asked("Is it one speaker’s statement, passed on by others?", _chain, "no"),
    "beside": Asked("Does a figure beside one of them replace or answer the other?", _alone(_quote), "no"),
}
