"""Coordinated nouns: "soldiers and allied militants" is one population (room: brains).

A figure before the first noun counts them all, so long as the second has no figure or article of its own and opens no
clause. Beside plural form this needs a word list only for participles that say whose somebody is.
"""

from collections.abc import Sequence

from counterclaim.text.facts import ALLIED, is_plural, is_verb, joins_kinds
from counterclaim.text.lexicon import AUXILIARIES, FUNCTION_WORDS, MEASURES, stem
from counterclaim.text.quantities.cardinals import SMALL
from counterclaim.text.tokens import Token, tokenize

_AND = "and"
_OWNED = frozenset("their its his her other".split())
_STATES = frozenset("dead missing wounded injured hurt others more".split())
_LONGEST = 4  # words of the second noun phrase ("other intensive care patients")


def end_of_nouns(tokens: Sequence[Token], at: int, head: int) -> int:
    """Index after the nouns that a figure counts: `tokens[at]` is the figure, `head` the index after its first noun.

    >>> words = tokenize("58 soldiers and allied militants were killed"), tokenize("58 soldiers and an officer died")
    >>> end_of_nouns(words[0], 0, 2), end_of_nouns(words[1], 0, 2)
    (5, 2)
    """
    last = tokens[head - 1]
    if not (is_plural(last) or last.text[:1].isupper()) or last.lower in _STATES:
        return head
    if head >= len(tokens) or tokens[head].lower != _AND:
        return head
    end = _end_of_phrase(tokens, head + 1, subject=not any(is_verb(tokens, i) for i in range(at)))
    return head if end is None else end_of_nouns(tokens, at, end)


def _end_of_phrase(tokens: Sequence[Token], start: int, *, subject: bool) -> int | None:
    """Index after a bare plural noun phrase that goes on with the one before "and"; None where none stands there.

    `subject`: no verb stands before the figure, so that a verb behind is the predicate of all.
    """
    end = None
    first = start + (start < len(tokens) and tokens[start].lower in _OWNED)
    for i in range(first, min(first + _LONGEST, len(tokens))):
        token = tokens[i]
        if not token.is_word or token.lower in FUNCTION_WORDS | _STATES or token.lower in SMALL:
            break
        if end is not None and (token.lower in AUXILIARIES or is_verb(tokens, i) or not is_plural(token)):
            break
        if end is None and is_verb(tokens, i) and not _modifies(tokens, i):
            return None
        end = i + 1 if is_plural(token) else None
    if end is None or (not subject and _tells(tokens, end)):
        return None
    return end


def _modifies(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form in -ed goes with the noun behind it ("allied militants", "armoured cars") and is no event of its own."""
    return tokens[i].lower in ALLIED and i + 1 < len(tokens) and stem(tokens[i + 1].text) not in MEASURES


def _tells(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and is_verb(tokens, i)


def split_nouns(population: str) -> tuple[str, ...]:
    """The nouns of a population, each with what qualifies it; qualifiers that share one noun are no nouns.

    >>> split_nouns("Taliban and affiliated fighters"), split_nouns("nurses and other staff")
    (('Taliban', 'affiliated fighters'), ('nurses', 'other staff'))
    >>> split_nouns("road and rail workers"), split_nouns("British and French soldiers")
    (('road and rail workers',), ('British and French soldiers',))
    """
    tokens = tokenize(population)
    for i in range(1, len(tokens) - 1):
        whole = is_plural(tokens[i - 1]) or (tokens[i - 1].text[:1].isupper() and joins_kinds(tokens, i))
        if tokens[i].lower == _AND and whole:
            rest = population[tokens[i + 1].start :]
            return (population[: tokens[i - 1].end], *split_nouns(rest))
    return (population,)
