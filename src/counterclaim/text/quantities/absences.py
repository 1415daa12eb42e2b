"""Absences: words that count to nothing: "no outposts", "none", "nobody", "not one machine" (room: brains)."""

from counterclaim.core.records import Quantity
from counterclaim.text.quantities.cardinals import SMALL
from counterclaim.text.quantities.pieces import Line, looks_plural

_NOBODY = frozenset(("nobody", "none"))
_NOT_NONE = frozenset("the too other but so".split())
# What "no" denies without counting: "no longer", "no more than", "no signs of".
_NOT_COUNTED = frozenset(
    "longer more less fewer later sooner further other such better worse doubt doubts matter way ways idea comment need "
    "reason reasons sign signs plans means news thanks problem fault wonder point chance circumstances grounds terms "
    "access progress business one holds bars strings limits bounds words details results sense use good small clear "
    "stranger mistake report reports different greater higher larger smaller bigger lower question questions".split()
)
_PERSONS = frozenset(
    "person soldier civilian child officer worker passenger victim casualty man woman prisoner hostage survivor fighter "
    "resident journalist militant policeman aircraft house home building vehicle ship plane body death injury".split()
)
_STOPS = frozenset(
    "of in on at to by for from with and or but as than then that which who when while after before since until is are "
    "was were be been has have had will would can could said says the a an".split()
)
# What nobody knows or says is no count of those who do not: "no outside body has been able to confirm it".
_KNOWING = frozenset(
    "confirm confirmed verify verified say tell know knows knew explain explained comment commented answer answered "
    "available dispute disputed doubt doubts doubted".split()
)
_REACH = 3
_PREDICATE = 8  # words behind "no" in which its verb comes


def find_absences(line: Line) -> list[Quantity]:
    """Find the words of a line that count to zero, as exact quantities with `low == high == 0`.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> [q.text for q in find_absences(cut_line("We lost no outposts, not one machine; nobody was hurt, no doubt."))]
    ['no', 'not one', 'nobody']
    """
    found: list[Quantity] = []
    for at, piece in enumerate(line.pieces):
        if piece.lower[:1] != "n":
            continue
        stop = _read_absence(line, at, piece.lower)
        if stop and _KNOWING.isdisjoint(line.words(stop, _PREDICATE)):
            end = line.pieces[stop - 1].end
            text = line.text[piece.start : end]
            found.append(Quantity(start=piece.start, end=end, text=text, low=0.0, high=0.0))
    return found


def _read_absence(line: Line, at: int, word: str) -> int:
    """The piece before which the absence that starts at piece `at` ends; 0 if none starts there."""
    if word in _NOBODY:
        return 0 if word == "none" and line.lower(at + 1) in _NOT_NONE else at + 1
    if word == "not":
        return _not_one(line, at)
    if word != "no" or not line.near(at + 1):
        return 0
    one = at + 2 if line.hyphen(at + 1) else at + 1
    if line.lower(one) == "one":
        return one + 1
    return at + 1 if _denies_count(line, at + 1) else 0


def _not_one(line: Line, at: int) -> int:
    one = at + 2 if line.lower(at + 1) == "even" else at + 1
    if line.lower(one) == "one" and line.spaced(one):
        if _corrects(line, at, one + 1):
            return 0
        return one + 1 if line.lower(one + 1) not in {"but", "to", "another", "for"} else 0
    single = line.words(one, 2) == ("a", "single")
    return one + 2 if single and line.spaced(one) else 0


def _corrects(line: Line, at: int, behind: int) -> bool:
    """Whether "not one" puts right a number before it ("two detonations, not one")."""
    closed = not line.lower(behind)[:1].isalpha()
    before = [line.lower(k) for k in range(max(0, at - _REACH), at)]
    return closed and before[-1:] == [","] and any(w in SMALL or w[:1].isdigit() for w in before)


def _denies_count(line: Line, at: int) -> bool:
    """Whether the words behind "no" name things that could have been counted."""
    words = line.words(at, _REACH)
    for word in words:
        if word in _STOPS or word in _NOT_COUNTED:
            return False
        if looks_plural(word) or word in _PERSONS:
            return True
    return False
