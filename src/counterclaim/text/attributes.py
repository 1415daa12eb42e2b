"""What a figure is the value of: "a magnitude of 6.1", "turnout was 61 per cent", "inflation slowed to 3.1" (room: brains)."""

from collections.abc import Sequence

from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import AUXILIARIES, CALENDAR, FUNCTION_WORDS, stem
from counterclaim.text.tokens import Token

LINKS = frozenset(
    "was is were are at to of be reach reaches reached hit hits total totals totalled totaled remains remained exceeds amount amounts amounted "
    "number numbers numbered".split()
)
_LEVEL_VERBS = frozenset({"stood", "stands", "put", "set", "estimated", "kept", "remained"})
_ADJUNCTS = frozenset({"against", "by", "from", "to", "with", "among", "between", "under", "over"})
SUMS = frozenset(stem(w) for w in ("total", "number", "figure", "count", "sum", "tally", "many", "average"))
_STRESSED = frozenset(stem(w) for w in ("true", "real", "actual", "correct", "exact", "overall"))
# What holds things together says nothing of what became of them: "a bundle of 20 copies was missing".
_COLLECTIVES = frozenset(
    stem(w)
    for w in "bundle batch group set pile series team package load shipment pack consignment gang fleet flock stack convoy column".split()
)


_RATED = frozenset(
    "effective efficient accurate full empty complete contained sure positive loaded charged ready built finished safe".split()
)
_LEVELS = frozenset({"to", "at"})


def is_content(token: Token) -> bool:
    """Whether a word tells of something: no function word, no month."""
    month = token.text[:1].isupper() and token.lower in CALENDAR
    return token.is_word and token.lower not in FUNCTION_WORDS and not month


def says_sort(tokens: Sequence[Token], i: int) -> bool:
    """Whether a plural only says what sort of thing the noun behind it is.

    >>> from counterclaim.text.tokens import tokenize
    >>> says_sort(tokenize("she runs the burns ward"), 3), says_sort(tokenize("she has burns"), 2)
    (True, False)
    """
    if not i or i + 1 >= len(tokens) or not tokens[i].lower.endswith("s"):
        return False
    behind = tokens[i + 1]
    noun = behind.text.islower() and is_content(behind) and not is_verb(tokens, i + 1)
    return tokens[i - 1].lower in {"the", "a", "an"} and noun


def find_attribute(tokens: Sequence[Token], at: int) -> list[int]:
    """The noun phrase that the figure is the value of: "a moment magnitude of", "turnout was", "put turnout at"."""
    i = at - 1
    if i < 1 or tokens[i].lower not in LINKS:
        return []
    while i > 0 and tokens[i].lower in LINKS | _LEVEL_VERBS | AUXILIARIES:
        i -= 1
    words: list[int] = []
    for j in range(i, -1, -1):
        token = tokens[j]
        if not token.is_word or is_verb(tokens, j):
            break
        if token.lower in FUNCTION_WORDS:
            if words and token.lower in _ADJUNCTS:
                words = []  # "the award against the firm": what stands before the preposition is the head
            elif words and token.lower not in {"of", "in", "for", "the", "at", "on"}:
                break
            continue
        words += [j] if is_content(token) else []
    return words[::-1]


def find_subject(tokens: Sequence[Token], at: int, verb: int | None) -> list[int]:
    """The subject of a verb that leads up to a level: "inflation slowed to 3.1 per cent"."""
    if verb is None or at - verb not in {1, 2} or tokens[at - 1].lower not in _LEVELS:
        return []
    first = verb
    while first and is_content(tokens[first - 1]) and not is_verb(tokens, first - 1):
        first -= 1
    return list(range(first, verb))


def find_rated(tokens: Sequence[Token], after: int, unit: str | None) -> str | None:
    """What a share is the degree of, by the word behind it: "80 per cent full", "94 per cent effective"."""
    rated = unit == "percent" and after < len(tokens) and tokens[after].lower in _RATED
    return tokens[after].lower if rated else None


def find_lacking(tokens: Sequence[Token], at: int) -> str | None:
    """What those are without of whom a level is told: "the number of homes without power has risen to 6,200"."""
    if at < 1 or tokens[at - 1].lower not in _LEVELS:
        return None
    lacks = next((i for i in range(at - 1) if tokens[i].lower == "without"), None)
    return None if lacks is None else f"without {tokens[lacks + 1].lower}"


def drop_sums(tokens: Sequence[Token], indices: Sequence[int]) -> list[int]:
    """The indices from the last to the first, without words such as "total", which say nothing of what is summed."""
    return [i for i in reversed(indices) if stem(tokens[i].text) not in SUMS | _STRESSED]


def holds_counted(tokens: Sequence[Token], indices: Sequence[int]) -> bool:
    """Whether the figure is that of a collective noun: "a convoy of 12 lorries"."""
    return len(indices) == 1 and stem(tokens[indices[0]].text) in _COLLECTIVES
