"""Tallies in digits: the two figures of "voted 54-46", "a 7-2 ruling", which are neither a range nor a score (room: brains)."""

from collections.abc import Iterator

from counterclaim.core.records import Quantity
from counterclaim.text.lexicon import FUNCTION_WORDS, stem
from counterclaim.text.quantities.pieces import DASHES, Line

VOTING = frozenset(
    stem(w)
    for w in "vote voter ballot pass approve adopt reject back endorse ratify split rule ruling decision verdict majority "
    "confirm convict acquit".split()
)
_DETERMINERS = frozenset({"a", "an", "the", "its", "this", "that", "their"})
_LONGEST = 3  # digits: no assembly has a thousand members, and "2024-25" is a year
_REACH = 6
_BEHIND = 2


def find_tallies(line: Line) -> Iterator[Quantity]:
    """Find the figures of a line that count the two sides of a vote, joined by a dash.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> [q.text for q in find_tallies(cut_line("The Senate voted 54-46, after a 3-1 win and the 2024-25 budget vote."))]
    ['54', '46']
    """
    for at in range(len(line.pieces) - 2):
        if line.raw(at + 1) in DASHES and _is_pair(line, at) and _is_vote(line, at):
            yield _count(line, at)
            yield _count(line, at + 2)


def _count(line: Line, at: int) -> Quantity:
    piece = line.pieces[at]
    value = float(piece.text)
    return Quantity(start=piece.start, end=piece.end, text=piece.text, low=value, high=value)


def _is_pair(line: Line, at: int) -> bool:
    """Whether two short numbers stand on either side of a dash, and nothing else is glued to them."""
    numbers = line.raw(at), line.raw(at + 2)
    plain = all(n.isdecimal() and len(n) <= _LONGEST for n in numbers)
    return plain and line.glued(at + 1) and line.glued(at + 2) and line.spaced(at) and _ends(line, at + 3)


def _ends(line: Line, at: int) -> bool:
    return not line.glued(at) or line.raw(at) in {",", ".", ";", ")"}


def _is_vote(line: Line, at: int) -> bool:
    """Whether words of voting lead to the pair, or follow it where an article stands before it ("a 7-2 ruling")."""
    behind = [stem(line.raw(i)) for i in range(at + 3, at + 3 + _BEHIND)]
    if line.lower(at - 1) in _DETERMINERS:
        return line.raw(at) != line.raw(at + 2) and not VOTING.isdisjoint(
            behind
        )  # "a 50-50 split" is a chance
    before = [stem(line.raw(i)) for i in range(_clause_start(line, at), at)]
    word = line.lower(at + 3)
    free = not word[:1].isalpha() or word in FUNCTION_WORDS or stem(word) in VOTING
    return free and not VOTING.isdisjoint([*before, *behind[:1]])


def _clause_start(line: Line, at: int) -> int:
    """The first of the words before the pair that no mark parts from it."""
    first = at
    while first > max(0, at - _REACH) and line.raw(first - 1)[:1].isalnum():
        first -= 1
    return first
