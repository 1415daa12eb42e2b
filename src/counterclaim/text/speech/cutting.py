"""From a region of a sentence to what is said in it: the quotations alone, or the words without marks (room: brains)."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from counterclaim.text.quantities import opens_with_bound
from counterclaim.text.speakers.nounphrases import PREPOSITIONS, QUOTE, STOPPERS, is_verb_like
from counterclaim.text.speech.cueclauses import Cue
from counterclaim.text.speech.cues import DOUBTS, STATEMENTS
from counterclaim.text.speech.passages import Unit
from counterclaim.text.speech.quotation import is_utterance
from counterclaim.text.tokens import Token

CLOSERS = frozenset({",", ";", ":", "—", "–", "-", ".", "…"})
_OPENING_MARKS = frozenset("“\"‘'«„")
_ADJUNCTS = frozenset("with about over against upon on to for of up out off at like".split())
_JOINING = frozenset({"and", "or", "but"})
# "said so", "said nothing more": no content.
_EMPTY = re.compile(
    r"(?:so(?: \w+)?|as much|the same|no more|nothing(?: more| else)?|little(?: more)?|much)(?: \w+)?",
    re.IGNORECASE,
)
_DOUBT_REACH = 10  # tokens between "denied" and "the charge that"


class Piece(NamedTuple):
    """A stretch `text[start:end]` that the cue at index `cue` covers; `relays` are the cues that pass it on."""

    start: int
    end: int
    cue: int
    mode: Literal["direct", "indirect", "mixed"]
    relays: tuple[int, ...] = ()


class Region(NamedTuple):
    """Tokens [start, end) that a cue covers; `trailing` when the cue stands after them."""

    start: int
    end: int
    trailing: bool = False


def cut_region(unit: Unit, region: Region, index: int, cue: Cue) -> list[Piece]:
    """The stretches of a region that are said, by the cue at `index`: none where the words say nothing ("said so").

    >>> from counterclaim.text.speech.clauses import find_cues
    >>> from counterclaim.text.tokens import tokenize
    >>> news = "He said that it rained."
    >>> unit = Unit(news, tokenize(news), {}, 0, 0)
    >>> [news[p.start : p.end] for p in cut_region(unit, Region(2, 6), 0, find_cues(news, unit.tokens)[0])]
    ['it rained']
    """
    start, end = _trim(unit.tokens, region)
    quotes = [k for k in range(start, end) if unit.tokens[k].text == QUOTE]
    spans = [(start, end)]
    if quotes and _only_quotes(unit, Region(start, end, region.trailing), quotes):
        spoken = [k for k in quotes if is_utterance(unit.text, unit.quotes[k])] or quotes
        spans = [(k, k + 1) for k in (quotes if _is_bare(unit.tokens[start:end]) else spoken)]
    elif cue.force.denies and cue.place != "relative":
        spans = [*_split_answer(unit, start, end)]
    elif cue.force.stance == "withdrew":
        spans = [_step_into(unit.tokens, start, end, DOUBTS | STATEMENTS)]
    said = [(a, b) for a, b in spans if not _is_adjunct(unit.tokens[a:b], cue)]
    pieces = (_piece(unit, a, b, index) for a, b in said)
    return [p for p in pieces if p is not None]


def _is_adjunct(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the words only go with a verb that takes a clause: "argued with the umpire", "commented on it"."""
    clausal = cue.force.stance is None and not set(cue.force.frames) & set("ont")
    if not clausal or not tokens or tokens[0].lower not in _ADJUNCTS:
        return False
    if cue.since is not None or opens_with_bound(tokens):
        return False  # "About 40 houses, the mayor said, were damaged"
    return not any(is_verb_like(t) or t.text == QUOTE for t in tokens)


def _trim(tokens: Sequence[Token], region: Region) -> tuple[int, int]:
    """Leave out marks, "and" and "that" at the borders, and ", as" before a cue that ends the sentence."""
    start, end = region.start, region.end
    while end > start and tokens[end - 1].text in CLOSERS | {"!", "?"}:
        end -= 1
    if end > start + 1 and tokens[end - 1].lower == "as" and tokens[end - 2].text == ",":
        end -= 2
    while start < end:
        token = tokens[start]
        that = not region.trailing and token.lower == "that" and end > start + 1
        if not (that or token.text in CLOSERS or token.lower in {"and", "or"}):
            break
        start += 1
    return start, end


def _is_bare(tokens: Sequence[Token]) -> bool:
    return all(t.text in CLOSERS | {QUOTE} or t.lower in _JOINING for t in tokens)


def _only_quotes(unit: Unit, region: Region, quotes: Sequence[int]) -> bool:
    """Whether only the quotations are said: nothing else is there, or the other words set the scene."""
    tokens = unit.tokens
    if _is_bare(tokens[region.start : region.end]):
        return True
    spoken = [k for k in quotes if is_utterance(unit.text, unit.quotes[k])]
    if not spoken:
        return False
    if not region.trailing:
        return spoken[0] == region.start
    before = tokens[spoken[0] - 1].text
    first = tokens[region.start].lower
    scene = before == ":" or (before == "," and (first in PREPOSITIONS or first.endswith(("ing", "ed"))))
    return scene and spoken[-1] == region.end - 1 and spoken[0] > region.start


def _split_answer(unit: Unit, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is denied, and what the denier says instead: "the charge: “Every exit was open”"."""
    tokens = unit.tokens
    answer = (
        k
        for k in range(start + 1, end)
        if tokens[k].text == QUOTE and tokens[k - 1].text == ":" and is_utterance(unit.text, unit.quotes[k])
    )
    at = next(answer, None)
    if at is None:
        yield _skip_doubt(tokens, start, end)
        return
    yield _skip_doubt(tokens, start, at - 1)
    yield from ((k, k + 1) for k in range(at, end) if tokens[k].text == QUOTE)


def _skip_doubt(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Step into "the charge that P", and leave out "as “nonsense”": what is denied is P."""
    if end > start + 2 and tokens[end - 1].text == QUOTE and tokens[end - 2].lower == "as":
        end -= 2
    return _step_into(tokens, start, end, DOUBTS)


def _step_into(tokens: Sequence[Token], start: int, end: int, nouns: frozenset[str]) -> tuple[int, int]:
    """The clause that one of the nouns opens: P of "the charge that P", "her earlier statement that P"."""
    for k in range(start, min(start + _DOUBT_REACH, end - 2)):
        if tokens[k].lower in nouns and tokens[k + 1].lower == "that":
            return k + 2, end
        if tokens[k].lower in STOPPERS - {"and", "or"}:
            break
    return start, end


def _piece(unit: Unit, a: int, b: int, cue: int) -> Piece | None:
    if a >= b:
        return None
    tokens = unit.tokens
    if b == a + 1 and tokens[a].text == QUOTE:
        quotation = unit.quotes[a]
        start, end = strip_span(unit.text, quotation.inner_start, quotation.inner_end)
        return Piece(start, end, cue, "direct") if start < end else None
    lone = tokens[a].text in _OPENING_MARKS and b > a + 1  # a mark that nothing closes
    start, end = strip_span(unit.text, tokens[a + lone].start, tokens[b - 1].end)
    mixed = any(t.text == QUOTE for t in tokens[a:b])
    if not mixed and _EMPTY.fullmatch(unit.text, start, end):
        return None
    return Piece(start, end, cue, "mixed" if mixed else "indirect")


def strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without spaces at its borders and without the comma that a cue leaves behind.

    >>> strip_span("“It rained,” he", 1, 11)
    (1, 10)
    """
    while start < end and (text[start].isspace() or text[start] == ","):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return start, end
