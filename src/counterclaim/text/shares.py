"""What a share is a share of: "60 per cent of health workers", "the share of girls who passed", "women made up 40 per cent" (room: brains)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from counterclaim.text.clauses import MODALS
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import AUXILIARIES, FUNCTION_WORDS, concept, stem
from counterclaim.text.tokens import Token, tokenize

_SHARES = frozenset({"share", "proportion", "percentage", "fraction"})
_FORMING = frozenset(
    {("made", "up"), ("make", "up"), ("makes", "up"), ("accounted", "for"), ("accounts", "for")}
)
_FORMS = frozenset(stem(w) for w in ("represent", "constitute", "comprise"))
_PASSED = frozenset("the a an all its their his her our these those this that some any".split())


class Base(NamedTuple):
    """The noun of a base and the words beside it, as concepts."""

    head: str
    beside: frozenset[str]


@lru_cache(maxsize=4096)
def find_base(text: str, share: str) -> Base | None:
    """The base of the share that `text` words as `share`, or None where it names none.

    >>> find_base("Around 60 percent of health workers have been vaccinated", "60 percent").head == concept("worker")
    True
    >>> find_base("Families with children made up 40 percent of arrivals", "40 percent").head == concept("family")
    True
    >>> find_base("Turnout was 61 per cent", "61 per cent")
    """
    before, found, after = text.partition(share)
    if not found:
        return None
    ahead, behind = tokenize(before), tokenize(after)
    return _forming(ahead) or _shared(ahead) or (_noun(behind, 1) if _starts_with_of(behind) else None)


def _starts_with_of(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].lower == "of"


def _forming(ahead: Sequence[Token]) -> Base | None:
    """The subject of "made up", "accounted for"."""
    for i in range(1, len(ahead)):
        two = (ahead[i].lower, ahead[i + 1].lower if i + 1 < len(ahead) else "")
        if two in _FORMING or stem(ahead[i].text) in _FORMS:
            return _noun(ahead[:i], 0)
    return None


def _shared(ahead: Sequence[Token]) -> Base | None:
    at = next(
        (i for i, t in enumerate(ahead[:-1]) if t.lower in _SHARES and ahead[i + 1].lower == "of"), None
    )
    return None if at is None else _noun(ahead, at + 2)


def _noun(tokens: Sequence[Token], start: int) -> Base | None:
    """The noun phrase that starts at `start`: up to a function word or a verb."""
    while start < len(tokens) and (tokens[start].lower in _PASSED or tokens[start].text[:1].isdigit()):
        start += 1
    words: list[str] = []
    for i in range(start, len(tokens)):
        low = tokens[i].lower
        ends = low in FUNCTION_WORDS | AUXILIARIES | MODALS or (bool(words) and is_verb(tokens, i))
        if ends or not tokens[i].is_word:
            break
        words.append(tokens[i].text)
    return Base(concept(words[-1]), frozenset(concept(w) for w in words[:-1])) if words else None
