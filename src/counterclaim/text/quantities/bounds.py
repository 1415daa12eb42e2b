"""Bounds: the words around a figure that make it a floor, a ceiling or an estimate, or an addition (room: brains)."""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.records import Bound, Counting
from counterclaim.text.quantities.cardinals import SMALL
from counterclaim.text.quantities.pieces import HYPHENS, Line
from counterclaim.text.tokens import Token

_LEADS: dict[Bound, str] = {
    "at_least": "at least, at the least, at the very least, at a minimum, no fewer than, no less than, not fewer than, "
    "not less than, never fewer than, never less than, nothing less than, a minimum of, minimum of, as few as, as little "
    "as, greater than or equal to, more than or equal to, equal to or more than, equal to or greater than",
    "more_than": "more than, greater than, larger than, higher than, bigger than, better than, over, above, exceed, "
    "exceeds, exceeded, exceeding, surpass, surpasses, surpassed, surpassing, topping, topped, upward of, upwards of, "
    "in excess of, beyond",
    "at_most": "at most, at the most, no more than, not more than, never more than, no greater than, no higher than, no "
    "larger than, not over, up to, anything up to, as many as, as much as, a maximum of, maximum of, not exceeding, "
    "not exceed, not exceeded, never exceed, never exceeds, never exceeded, not surpass, not surpassed, "
    "didn't exceed, doesn't exceed, don't exceed, won't exceed, hasn't exceeded, haven't exceeded, hadn't exceeded, "
    "capped at, limited to, less than or equal to, equal to or less than",
    "less_than": "less than, fewer than, lower than, smaller than, under, below, short of, shy of, not quite, not even",
    "approx": "about, around, some, roughly, approximately, approx, circa, nearly, almost, close to, nearing, "
    "approaching, barely, scarcely, virtually, practically, estimated, an estimated, perhaps, possibly, maybe, probably, in the region of, "
    "in the order of, on the order of, something like, just about, more or less, broadly",
    "exact": "exactly, precisely, only, just, merely, a mere, equal to, equals",
}
_PHRASES: dict[str, Bound] = {
    phrase: bound for bound, phrases in _LEADS.items() for phrase in phrases.split(", ")
}
_SIGNS: dict[str, Bound] = {
    "~": "approx",
    "≈": "approx",
    "±": "approx",
    ">": "more_than",
    "≥": "at_least",
    "<": "less_than",
    "≤": "at_most",
}
_LEFT_OUT = frozenset({"left out", "leaves out", "leaving out", "not counting", "not including"})
_EXCLUDING = frozenset({"excluding", "excludes", "excluded", "omitted", "omits", "omitting"})
_LONGEST = 5
_DEGREES = frozenset(
    "well far just slightly significantly considerably substantially much comfortably barely".split()
)
_ADDING = "another, a further, further, an additional, additional, an extra, extra"
_TOTALLING = "a total of, total of, a combined, a cumulative"
_COUNTING: dict[str, Counting] = {
    **dict.fromkeys(_ADDING.split(", "), "incremental"),
    **dict.fromkeys(_TOTALLING.split(", "), "cumulative"),
}
_TAIL_PHRASES: dict[Bound, str] = {
    "at_least": "or more, and more, or greater, or above, or over, and above, and over, or higher, at least, at the "
    "least, at the very least, plus",
    "at_most": "or fewer, or less, or under, or lower, at most, at the most",
    "approx": "or so, or thereabouts, odd",
}
_TAILS: dict[str, Bound] = {
    phrase: bound for bound, phrases in _TAIL_PHRASES.items() for phrase in phrases.split(", ")
}
_LONGEST_TAIL = 4
# "over" behind these is a preposition: "handed over 16 bodies", "a dispute over 200 jobs", "control over 12 villages".
_NOT_OVER = frozenset(
    "hand handed hands handing turn turned turns turning take took takes taken taking carry carried give gave given sign "
    "signed make made pull pulled run ran runs running knock knocked knocking rolled bring brought win won wins fly flew "
    "flying control row rows dispute disputes victory victories concern concerns anger outrage protest protests talks "
    "fight battle clash clashes clashed authority power arrested charged sued held jailed questioned fined criticised "
    "criticized presided ruled quarrel quarrelled argued arguments disagreement all spread spanning lead ahead".split()
)
_LASTING = frozenset(
    "for lasted lasts lasting last took takes take taking after in of by spent within than with is was just well".split()
)
_UP_MOVES = frozenset(
    "go goes went gone going rise rises rose risen rising move moved pushed push shot climb climbed jumped crept bring "
    "brings brought bringing take takes took taking raise raised raising".split()
)
_TOLLS = frozenset("toll tolls tally total totals totalled totaled totalling totaling".split())
_IN_ALL = ("in all", "in total", "altogether", "all told", "so far", "combined")
_MORE = frozenset("more others other additional further extra".split())
_TOLL_REACH, _IN_ALL_REACH = 8, 10


class Lead(NamedTuple):
    """What stands before a figure: where the expression starts, its bound, and how it adds to others."""

    first: int
    bound: Bound = "exact"
    counting: Counting = "unstated"


class Tail(NamedTuple):
    """What stands behind a figure: the piece before which it ends, and its bound."""

    stop: int
    bound: Bound = "exact"


def read_lead(line: Line, first: int, *, lasting: bool = False) -> Lead:
    """Read the hedges and counting words right before piece `first`; `lasting`: the figure is a stretch of time.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_lead(cut_line("killed at least another 12"), 4)
    Lead(first=1, bound='at_least', counting='incremental')
    """
    lead = Lead(first)
    for _ in range(3):
        longer = _counting_before(line, lead) or _hedge_before(line, lead, lasting=lasting)
        if longer is None:
            break
        lead = longer
    return lead


def _hedge_before(line: Line, lead: Lead, *, lasting: bool) -> Lead | None:
    sign = _SIGNS.get(line.raw(lead.first - 1)) if line.near(lead.first) else None
    if sign is not None:
        return Lead(lead.first - 1, stronger(sign, lead.bound), lead.counting)
    found = _longest_before(line, lead.first, _PHRASES)
    if found is None:
        return None
    phrase, first = found
    if not _is_hedge(line, first, phrase, lasting=lasting):
        return None
    bound = _PHRASES[phrase]
    while bound in {"more_than", "less_than"} and line.lower(first - 1) in _DEGREES and line.spaced(first):
        first -= 1
    if bound in {"more_than", "less_than"} and line.words(first - 2, 2)[:2] in {
        ("a", "little"),
        ("a", "bit"),
    }:
        first -= 2
    return Lead(first, stronger(bound, lead.bound), lead.counting)


def _counting_before(line: Line, lead: Lead) -> Lead | None:
    found = _longest_before(line, lead.first, _COUNTING)
    if found is None or lead.counting != "unstated":
        return None
    return Lead(found[1], lead.bound, _COUNTING[found[0]])


def _longest_before(
    line: Line, first: int, phrases: dict[str, Bound] | dict[str, Counting]
) -> tuple[str, int] | None:
    """The longest phrase of the table that ends right before piece `first`, and where it starts."""
    found, phrase = None, ""
    for at in range(first - 1, max(first - 1 - _LONGEST, -1), -1):
        word = line.lower(at)
        if not word[:1].isalpha() or not line.spaced(at + 1):
            break
        phrase = f"{word} {phrase}" if phrase else word
        if phrase in phrases:
            found = (phrase, at)
    return found


def stronger(one: Bound, other: Bound) -> Bound:
    """Which of two bounds on one figure says more: a floor or ceiling over an estimate over none.

    >>> stronger("approx", "at_least"), stronger("exact", "approx")
    ('at_least', 'approx')
    """
    weak: tuple[Bound, ...] = ("exact", "approx")
    if one in weak and other in weak:
        return "approx" if "approx" in {one, other} else "exact"
    return other if one in weak else one


def _is_hedge(line: Line, first: int, phrase: str, *, lasting: bool) -> bool:
    """Whether a phrase is a hedge here: not "handed over 16 bodies", "over three days", "goes up to 20"."""
    before = line.lower(first - 1) if line.spaced(first) else ""
    if phrase == "over":
        return before not in _NOT_OVER and (not lasting or before in _LASTING)
    return phrase != "up to" or before not in _UP_MOVES


def read_tail(line: Line, stop: int) -> Tail:
    """Read the hedge right behind the figure that ends before piece `stop`.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_tail(cut_line("200 or more"), 1), read_tail(cut_line("200-plus"), 1), read_tail(cut_line("200+"), 1)
    (Tail(stop=3, bound='at_least'), Tail(stop=3, bound='at_least'), Tail(stop=2, bound='at_least'))
    """
    if line.raw(stop) == "+" and line.glued(stop) and not line.raw(stop + 1)[:1].isdecimal():
        return Tail(stop + 1, "at_least")
    if line.hyphen(stop):
        bound = _TAILS.get(line.lower(stop + 1))
        return Tail(stop + 2, bound) if bound else Tail(stop)
    words = line.words(stop, _LONGEST_TAIL) if line.spaced(stop) else ()
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        if phrase in _TAILS and not _goes_on(line, phrase, stop + count):
            return Tail(stop + count, _TAILS[phrase])
    return Tail(stop)


def _goes_on(line: Line, phrase: str, stop: int) -> bool:
    """Whether "or more" is part of something else: "or more than 20", "at least 30", "plus 12", "odd jobs"."""
    following = line.lower(stop)
    if phrase in {"at least", "at most", "plus"} and line.spaced(stop):
        return following[:1].isalnum()
    return following in {"than", "likely", "importantly"} or phrase == "odd"


def read_counting(line: Line, first: int, stop: int) -> Counting:
    """How a figure adds to others, from the words around it: "12 more", "bringing the toll to 31", "58 in all".

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_counting(cut_line("bringing the toll to 31"), 4, 5), read_counting(cut_line("30 others were"), 0, 1)
    ('cumulative', 'incremental')
    """
    if line.lower(stop) in _MORE and line.spaced(stop) and line.lower(stop + 1) not in {"than", "or"}:
        return "incremental"
    if _is_left_out(line, first):
        return "incremental"
    if _toll_before(line, first) or _in_all_behind(line, stop) or _in_all_before(line, first):
        return "cumulative"
    return "unstated"


def _is_left_out(line: Line, first: int) -> bool:
    """Whether a figure is of those whom another leaves out ("the toll had left out four men")."""
    if first < 1:
        return False
    before = line.lower(first - 1)
    return before in _EXCLUDING or (first > 1 and f"{line.lower(first - 2)} {before}" in _LEFT_OUT)


def _toll_before(line: Line, first: int) -> bool:
    for at in range(first - 1, first - 1 - _TOLL_REACH, -1):
        if not line.lower(at)[:1].isalnum():
            return False
        if line.lower(at) in _TOLLS:
            return True
    return False


def _in_all_before(line: Line, first: int) -> bool:
    begin = first - 2 if line.raw(first - 1) == "," else first - 1
    words = f"{line.lower(begin - 1)} {line.lower(begin)}"
    return words in _IN_ALL or (line.lower(begin) == "altogether" and begin == first - 2)


def _in_all_behind(line: Line, stop: int) -> bool:
    for at in range(stop, stop + _IN_ALL_REACH):
        word = line.lower(at)
        figure = word[:1].isdecimal() and len(word) != len("2019")  # a year may stand between
        if not word or word in {".", ";", ":", "and", "but"} or figure or not line.near(at):
            return False
        if word in {"altogether", "combined"} or f"{word} {line.lower(at + 1)}" in _IN_ALL:
            return line.lower(at + 2) != "of" and not line.hyphen(at - 1)
    return False


def is_suspended(line: Line, at: int) -> bool:
    """Whether the piece is the hyphen of "two- to three-year".

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> is_suspended(cut_line("8- to 16-metre"), 1)
    True
    """
    return (
        line.raw(at) in HYPHENS
        and line.glued(at)
        and line.spaced(at + 1)
        and line.lower(at + 1) in {"to", "or"}
    )


def opens_with_bound(tokens: Sequence[Token]) -> bool:
    """Whether words that may be a preposition open as the bound of a figure: "about 40", "at least", not "at the dam".

    >>> from counterclaim.text.tokens import tokenize
    >>> [opens_with_bound(tokenize(t)) for t in ("About 40 houses", "at least two", "about the dam", "against 31")]
    [True, True, False, False]
    """
    low = [t.lower for t in tokens[:2]]
    if low[1:] in (["least"], ["most"]) or low == ["up", "to"]:
        return True
    counted = len(low) > 1 and (low[1][:1].isdigit() or low[1] in SMALL)
    return counted and low[0] in {"about", "over", "under", "around"}
