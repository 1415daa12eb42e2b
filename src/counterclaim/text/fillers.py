"""Who did it, to what, and where: the fillers of a clause's slots, by position and preposition (room: brains).

A shallow reading of one clause: what stands before its verb, what follows it, what "by" and "in" lead to. Why it was done is in `causes`.
FrameNet would call them core roles and PropBank arguments; here each is a noun phrase with its head.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from counterclaim.text.facts import is_verb
from counterclaim.text.kinds import find_members
from counterclaim.text.lexicon import AUXILIARIES, CALENDAR, FUNCTION_WORDS, concept, stem
from counterclaim.text.signs import concept_at
from counterclaim.text.tokens import Token, tokenize

_BE = frozenset({"was", "were", "is", "are", "been", "being", "be"})
_BORDERS = frozenset(
    ", ; : — – ( ) when after before while who which that as if unless though although since until".split()
)
_PLACING = frozenset({"in", "at", "inside", "on"})
_DEFINITE = frozenset({"the", "its", "his", "her", "their", "this", "that", "our"})
_QUANTIFIED = re.compile(
    r"^(?:most|all|many|some|several|both|none) (?:of )?(?=the |its |their |his |her |our )", re.IGNORECASE
)
_CLEFT = re.compile(
    r"^it(?: \[[^\]]*\])? (?:was|is|were) (?P<doer>[^,]{2,60}?) (?:who|that|which) (?P<deed>.+)$",
    re.IGNORECASE,
)
_CAUSE = concept("cause")
_PASSED = frozenset({"a", "an", "both", "all", *_DEFINITE})


class Phrase(NamedTuple):
    """A noun phrase: as worded, its head and the words beside it, as stems; the names in it; whether it means a certain thing."""

    text: str
    head: str
    words: frozenset[str]
    names: frozenset[str]
    definite: bool


class Fillers(NamedTuple):
    """The predicate of a clause as a concept, and what fills its slots; None where nothing does, or it is not certain."""

    predicate: str
    agent: Phrase | None
    patient: Phrase | None
    place: Phrase | None


@lru_cache(maxsize=4096)
def find_fillers(clause: str) -> Fillers | None:
    """Read the slots of a clause; None where it has no verb of content.

    >>> found = find_fillers("The school in Odrin was shelled by the army")
    >>> found.agent.head, found.patient.head, found.place
    ('army', 'school', None)
    >>> find_fillers("The fire began in the boiler room").place.head
    'room'
    """
    tokens = tokenize(_QUANTIFIED.sub("", _CLEFT.sub(r"\g<doer> \g<deed>", clause)))
    verb = next((i for i in range(len(tokens)) if _is_predicate(tokens, i)), None)
    if not verb:
        return _find_accused(tokens)
    passive = any(t.lower in _BE for t in tokens[max(0, verb - 3) : verb]) and not tokens[
        verb
    ].lower.endswith("ing")
    end = _end(tokens, verb + 1)
    subject = _read_phrase(tokens, _subject_start(tokens, verb), verb)
    predicate = concept_at(tokens, verb)
    agent = _led_to(tokens, verb + 1, end, "by") if passive else subject
    return Fillers(
        predicate=predicate,
        agent=None if predicate == _CAUSE else agent,
        patient=subject if passive else _read_phrase(tokens, verb + 1, end),
        place=_find_place(tokens, verb + 1, end),
    )


def _is_predicate(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of content stands at `i`, and not a participle before its noun ("the infected patients")."""
    if not is_verb(tokens, i) or tokens[i].lower in AUXILIARIES:
        return False
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return not (i and tokens[i - 1].lower in _PASSED and after.isalpha() and after not in FUNCTION_WORDS)


def _find_accused(tokens: Sequence[Token]) -> Fillers | None:
    """What a charge says was done: "Arvania is to blame for attacking first"."""
    of = next((i for i, t in enumerate(tokens) if t.lower == "for" and tokens[i - 1].lower == "blame"), 0)
    if not of or of + 1 >= len(tokens) or not tokens[of + 1].lower.endswith("ing"):
        return None
    doer, end = _read_phrase(tokens, 0, of), _end(tokens, of + 2)
    place = _find_place(tokens, of + 2, end)
    return Fillers(concept_at(tokens, of + 1), doer, _read_phrase(tokens, of + 2, end), place)


def _end(tokens: Sequence[Token], at: int) -> int:
    return next((i for i in range(at, len(tokens)) if tokens[i].lower in _BORDERS), len(tokens))


def _subject_start(tokens: Sequence[Token], verb: int) -> int:
    """Behind the last border before the verb."""
    return next((i + 1 for i in range(verb - 1, -1, -1) if tokens[i].lower in _BORDERS), 0)


def _led_to(tokens: Sequence[Token], start: int, end: int, preposition: str) -> Phrase | None:
    at = next((i for i in range(start, end) if tokens[i].lower == preposition), None)
    return None if at is None else _read_phrase(tokens, at + 1, end)


def _find_place(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The only place that a clause names behind its verb; where there are two, one may lie in the other."""
    found = [
        p
        for i in range(start, end)
        if tokens[i].lower in _PLACING and (p := _read_phrase(tokens, i + 1, end))
    ]
    found = [p for p in found if p.head not in CALENDAR]
    kinds = [p for p in found if find_members(p.words)]  # "in intensive care at the hospital"
    certain = kinds if len(kinds) == 1 and len(found) > 1 else found
    return certain[0] if len(certain) == 1 else None


def _read_phrase(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The noun phrase that starts at `start`: its first run of content words, up to a function word or a verb."""
    definite = False
    while start < end and tokens[start].lower in _PASSED:
        definite |= tokens[start].lower in _DEFINITE
        start += 1
    run: list[Token] = []
    for i in range(start, end):
        if not tokens[i].is_word or tokens[i].lower in FUNCTION_WORDS or (run and is_verb(tokens, i)):
            break
        run.append(tokens[i])
    if not run:
        return None
    behind = _read_owner(tokens, start + len(run), end)
    named = frozenset(stem(t.text) for t in (*run, *behind) if t.text[0].isupper())
    words = frozenset(stem(t.text) for t in (*run, *behind))
    text = " ".join(t.text for t in run)
    return Phrase(text, stem(run[-1].text), words, named, definite or run[-1].text[0].isupper())


def _read_owner(tokens: Sequence[Token], at: int, end: int) -> list[Token]:
    """The words of "of the lorry", "of Belmoria" behind a noun."""
    if at >= end or tokens[at].lower != "of":
        return []
    at += 1
    while at < end and tokens[at].lower in _PASSED:
        at += 1
    owner: list[Token] = []
    while (
        at < end and tokens[at].is_word and tokens[at].lower not in FUNCTION_WORDS and not is_verb(tokens, at)
    ):
        owner.append(tokens[at])
        at += 1
    return owner
