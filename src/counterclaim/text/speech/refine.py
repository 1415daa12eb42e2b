"""What the first words of a content add to its force: "it could not confirm", "it was untrue that" (room: brains)."""

import re
from typing import NamedTuple

from counterclaim.core.records import Polarity
from counterclaim.text.speech.cues import Certainty, Force, Stance, evasions_by_first, find_verb

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PRONOUNS = frozenset("it he she they".split())
_HELPERS = frozenset("had has have also categorically flatly again".split())
_UNTRUE = re.compile(
    r"it (?:was|is|were|had been) (?:simply |quite |completely |entirely )?(?:untrue|false|not true|not correct|not right|not the case|incorrect|wrong|a lie|nonsense) that\s+"
    r"|there (?:was|is) no truth (?:in|to)\s+",
    re.IGNORECASE,
)
_IN_ANSWER = re.compile(r":\s*[“\"‘'«„]\Z")
_MARKS = 4  # characters that a colon, a space and a quotation mark take
_WINDOW = 80  # characters of the opening words


class Refined(NamedTuple):
    """Where a content starts, and the force with which it is said."""

    start: int
    stance: Stance | None
    polarity: Polarity
    certainty: Certainty | None


def refine(text: str, start: int, end: int, force: Force) -> Refined:
    """Read the opening words of the content `text[start:end]` together with its cue's force.

    >>> refine("it was untrue that the dam had cracked", 0, 38, Force("say", "ci"))
    Refined(start=19, stance='denied', polarity='denied', certainty=None)
    """
    if force.denies and _IN_ANSWER.search(text, max(0, start - _MARKS), start):
        return Refined(start, None, "affirmed", None)  # "X denied it: “The gates were shut”": X's own words
    plain = Refined(start, force.stance, "denied" if force.denies else "affirmed", force.certainty)
    if force.stance is not None:
        return plain
    untrue = _UNTRUE.match(text, start, end)
    if untrue:
        return Refined(untrue.end(), "denied", "denied", force.certainty)
    words = list(_WORD.finditer(text, start, min(end, start + _WINDOW)))
    if not words or words[0].group().lower() not in _PRONOUNS:
        return plain
    return _unanswered(plain, words) or _inner_denial(text, end, words) or plain


def _unanswered(plain: Refined, words: list[re.Match[str]]) -> Refined | None:
    """Match "it could not confirm", "it had no comment"."""
    lowered = tuple(w.group().lower() for w in words[1:])
    for phrase, stance in evasions_by_first().get(lowered[0] if lowered else "", ()):
        if lowered[: len(phrase)] == phrase:
            return plain._replace(stance=stance, polarity="denied" if stance == "rejected" else "affirmed")
    return None


def _inner_denial(text: str, end: int, words: list[re.Match[str]]) -> Refined | None:
    """Match "he had denied that P": the content is P."""
    rest = words[1:]
    while rest and rest[0].group().lower() in _HELPERS:
        rest = rest[1:]
    known = find_verb(rest[0].group().lower()) if rest else None
    if known is None or not known[0].denies or known[1] == "ing":
        return None
    that = len(rest) > 1 and rest[1].group().lower() == "that"
    stop = rest[1 if that else 0].end()
    while stop < end and text[stop].isspace():
        stop += 1
    return Refined(stop, known[0].stance, "denied", None) if stop < end else None
