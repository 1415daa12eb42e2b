"""Whom or what a figure counts: the noun phrase that it goes with, read by position (room: brains)."""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.records import Quantity
from counterclaim.text.attributes import LINKS, SUMS, is_content
from counterclaim.text.facts import is_plural, is_verb
from counterclaim.text.lexicon import FUNCTION_WORDS, PEOPLE, stem
from counterclaim.text.tokens import Token

_NP_LIMIT = 5  # words after a figure in which its head noun must come ("780 permanent drive-shaft jobs")
_SUFFERED = frozenset("suffered sustained received needed joined took lost left attended".split())
STATES = frozenset({"dead", "missing", "wounded", "injured", "hurt"})  # "12 dead": no noun says who
_COUNTED_REST = frozenset({"others", "other", "more"})
_NUMBERING = frozenset({"numbered", "totalled", "totaled"})
_OF_THEM = frozenset({"them", "whom"})
_SUM_TAIL = 2  # words after the value of a sum; a figure with more of its own after it counts those


class Site(NamedTuple):
    """The tokens of one clause, and where the figure stands: `tokens[at:after]`."""

    tokens: Sequence[Token]
    at: int
    after: int
    unit: str | None


def locate(tokens: Sequence[Token], quantity: Quantity) -> Site:
    """Find the tokens of a figure in its clause."""
    at = next((i for i, t in enumerate(tokens) if t.end > quantity.start), len(tokens))
    after = next((i for i, t in enumerate(tokens) if t.start >= quantity.end), len(tokens))
    return Site(tokens, at, after, quantity.unit)


def _skip_partitive(site: Site) -> int:
    """Index after "of the / of its / of those" that may follow the figure, else the index after the figure."""
    i = site.after
    if i < len(site.tokens) and site.tokens[i].lower == "of":
        i += 1
        while i < len(site.tokens) and (
            site.tokens[i].lower
            in {"the", "its", "their", "his", "her", "our", "these", "those", "all", "them", "whom"}
            or site.tokens[i].text[:1].isdigit()
            or site.tokens[i].lower.endswith("'s")
        ):
            i += 1
    return i


def find_head_end(site: Site) -> int:
    """Index after the head noun of the counted phrase; the index after the figure when no noun follows."""
    first = _skip_partitive(site)
    last = first
    for i in range(first, min(first + _NP_LIMIT, len(site.tokens))):
        token = site.tokens[i]
        if token.lower == "and" and last > first and not is_plural(site.tokens[i - 1]):
            continue
        if not is_content(token) and token.lower not in _COUNTED_REST:
            break
        if is_verb(site.tokens, i) and (last > first or not _qualifies(site.tokens, i)):
            break
        if first > site.after and site.tokens[first - 1].lower in _OF_THEM and not _is_noun(token):
            break  # "two of whom remain in hospital"
        last = i + 1
        if is_plural(token) and not _continues_noun(site.tokens, i + 1):
            break
    return last if last > first else site.after


def _is_noun(token: Token) -> bool:
    return is_plural(token) or token.lower in STATES or stem(token.text) in PEOPLE


def _qualifies(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle right after the figure goes with a noun ("14 sealed boxes") or names a state ("9 injured")."""
    if tokens[i].lower in _SUFFERED:
        return False
    follows = i + 1 < len(tokens) and is_content(tokens[i + 1]) and not is_verb(tokens, i + 1)
    return follows or tokens[i].lower in STATES


def _continues_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` goes on with the noun phrase ("sports fans"), to judge by its own plural form."""
    if i >= len(tokens) or not tokens[i].is_word or tokens[i].lower in FUNCTION_WORDS:
        return False
    return is_plural(tokens[i]) and not is_verb(tokens, i)


def name_population(site: Site, head: int) -> str | None:
    """Word whom or what a figure counts; `head` is the index behind its noun (`find_head_end`). None: nothing is named."""
    first = _skip_partitive(site)
    if head <= first:
        return _population_before(site)
    words = [t.text for t in site.tokens[first:head]]
    low = [w.lower() for w in words]
    if low[0] in {"more", "further", "additional"}:
        words = words[1:]
    if not words or low[-1] in STATES or low[-1] == "bodies":
        return " ".join(words[:-1]) or None
    return " ".join(words)


def _population_before(site: Site) -> str | None:
    """The people of "the number of N killed at 190", "N losses at 20", "a death toll of 12 among N"."""
    if site.after + 1 < len(site.tokens) and site.tokens[site.after].lower == "among":
        return _people(site.tokens, site.after + 1, len(site.tokens))
    summed = _summed(site)
    if summed:
        return summed
    if site.at > 1 and site.tokens[site.at - 1].lower in _NUMBERING:
        return _noun_before(site.tokens, site.at - 1)
    if site.at and site.tokens[site.at - 1].lower in LINKS:
        return _people(site.tokens, max(0, site.at - 8), site.at)
    return None


def _summed(site: Site) -> str | None:
    """The noun of "the number of cancelled operations rose to N", "a total of homes destroyed of N"."""
    words = site.tokens
    for i in range(site.at - 2, 0, -1):
        if (
            words[i].lower == "of"
            and stem(words[i - 1].text) in SUMS
            and site.after >= len(words) - _SUM_TAIL
        ):
            end = i + 1
            while end < site.at and is_content(words[end]) and not (end > i + 1 and is_verb(words, end)):
                end += 1
            return " ".join(t.text for t in words[i + 1 : end]) or None
    return None


def _noun_before(tokens: Sequence[Token], end: int) -> str | None:
    """The noun phrase that ends at `end`: "Invalid ballots (numbered 1,120)"."""
    first = end
    while first and is_content(tokens[first - 1]) and not is_verb(tokens, first - 1):
        first -= 1
    words = " ".join(t.text for t in tokens[first:end])
    return (words[:1].lower() + words[1:] if first == 0 else words) or None


def _people(tokens: Sequence[Token], start: int, end: int) -> str | None:
    """The first noun for people between two indices, with the words that qualify it."""
    for i in range(start, end):
        if stem(tokens[i].text) in PEOPLE and not is_verb(tokens, i):
            first = i
            while (
                first > start and tokens[first - 1].is_word and tokens[first - 1].lower not in FUNCTION_WORDS
            ):
                first -= 1
            return " ".join(t.text for t in tokens[first : i + 1])
    return None


def counts_people(site: Site, head: int) -> bool:
    """Whether a noun that the figure counts is one for people."""
    words = site.tokens
    nouns = (i for i in range(site.after, head) if i == head - 1 or words[i + 1].lower == "and")
    return any(stem(words[i].text) in PEOPLE for i in nouns)
