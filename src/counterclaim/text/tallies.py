"""Tallies: which side of a vote a figure counts (room: brains).

"By 212 votes to 198", "six for, three against", "voted seven to two": the first of two figures is the side that carried
the day, so it counts the votes against where the clause says that the motion fell.
"""

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import FUNCTION_WORDS, stem
from counterclaim.text.quantities.cardinals import SMALL
from counterclaim.text.quantities.tallies import VOTING
from counterclaim.text.tokens import Token

FOR, AGAINST, ABSTAINED = "votes for", "votes against", "abstentions"
SIDES = frozenset({FOR, AGAINST, ABSTAINED})
_ABSTAINED = frozenset(stem(w) for w in ("abstention", "abstentions", "abstained", "abstaining"))
_VOTES = frozenset({"vote", "votes", "ballots"})
_JOINTS = frozenset({"to", "-", "–", "‑"})
_VOTED = frozenset({"voted", "voting", "vote", "were", "was", "being", "came", "spoke"})
_FELL = frozenset(stem(w) for w in "reject defeat block veto fail dismiss".split())
_OWNERS = frozenset({"the", "its", "their", "his", "her", "our"})
_IN_ALL = " in all"
_HAVE = frozenset({"had", "have", "has"})
_IN_FAVOUR = frozenset({"favour", "favor", "support"})
_NOUN = 3  # words between a figure and what it did ("seven of the councillors voted")


def find_side(tokens: Sequence[Token], at: int, after: int) -> str | None:
    """The side of a vote that the figure `tokens[at:after]` counts, or None where it counts none.

    >>> from counterclaim.text.tokens import tokenize
    >>> words = tokenize("The motion was rejected by nine votes to four")
    >>> find_side(words, 5, 6), find_side(words, 8, 9)
    ('votes against', 'votes for')
    >>> find_side(tokenize("six in favour"), 0, 1)
    'votes for'
    """
    if any(
        stem(tokens[i].text) in _ABSTAINED
        for i in range(after, _end_of_noun(tokens, after) + 1)
        if i < len(tokens)
    ):
        return ABSTAINED
    votes = any(stem(t.text) in VOTING for t in tokens)
    return (_paired(tokens, at, after) if votes else None) or _marked(tokens, after, votes=votes)


def holds_tally(tokens: Sequence[Token]) -> bool:
    """Whether two numbers stand against each other as in a vote ("nine votes to four", "9-4").

    >>> from counterclaim.text.tokens import tokenize
    >>> holds_tally(tokenize("the plan by nine votes to four")), holds_tally(tokenize("the plan of nine mayors"))
    (True, False)
    """
    return any(_is_number(token) and _joined(tokens, i + 1) is not None for i, token in enumerate(tokens))


def _joined(tokens: Sequence[Token], at: int) -> int | None:
    """Where the second number stands, if what is at `at` joins it to a first one."""
    at += at < len(tokens) and tokens[at].lower in _VOTES
    return (
        at + 1
        if at + 1 < len(tokens) and tokens[at].lower in _JOINTS and _is_number(tokens[at + 1])
        else None
    )


def _paired(tokens: Sequence[Token], at: int, after: int) -> str | None:
    """The side of one of two figures that "to" or a dash sets against each other."""
    if _joined(tokens, after) is not None:
        return AGAINST if _fell(tokens) else FOR
    before = at - 2
    if before >= 1 and tokens[at - 1].lower in _JOINTS:
        before -= tokens[before].lower in _VOTES
        if _is_number(tokens[before]):
            return FOR if _fell(tokens) else AGAINST
    return None


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or all(part in SMALL for part in token.lower.split("-"))


def _fell(tokens: Sequence[Token]) -> bool:
    """Whether the clause says that what was voted on did not pass."""
    words = [t.lower for t in tokens]
    voted = any(stem(word) == "vot" for word in words)
    before = {a for a, b in pairwise(words) if b == "against"}
    turned = "down" in words or any(w[:1].isdigit() or w in SMALL or stem(w) == "vot" for w in before)
    return (voted and turned) or any(stem(word) in _FELL for word in words)


def _marked(tokens: Sequence[Token], after: int, *, votes: bool) -> str | None:
    """The side that a word behind the figure names: "three against", "198 votes for it", "six councillors voted for"."""
    end = _end_of_noun(tokens, after)
    end += end < len(tokens) and tokens[end].lower in _HAVE
    voted = end < len(tokens) and tokens[end].lower in _VOTED
    end += voted
    side = _read_side(tokens, end)
    if side is None:
        return None
    favour = tokens[end].lower == "in"
    named = voted or any(t.lower in _VOTES for t in tokens[after:end])
    closed = _is_closed(tokens, end + 1 + favour) and (votes or favour or len(tokens) <= _NOUN)
    return side if named or (closed and (end == after or favour)) else None


def _is_closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words of a side end before `at`: "three against", "three against it", not "three against the wall"."""
    return at >= len(tokens) or not tokens[at].is_word or tokens[at].lower in {"and", "it", "with", "while"}


def _end_of_noun(tokens: Sequence[Token], after: int) -> int:
    """The first token behind the noun that a figure counts, if it names one."""
    end = after
    while end < min(after + _NOUN, len(tokens)) and _is_noun(tokens, end):
        end += 1
    return end


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    low = tokens[i].lower
    linking = low in {"of", "the"}
    return linking or (tokens[i].is_word and low not in FUNCTION_WORDS | _VOTED and not is_verb(tokens, i))


def _read_side(tokens: Sequence[Token], at: int) -> str | None:
    words = [t.lower for t in tokens[at : at + 2]]
    match words:
        case ["for", *_]:
            return FOR
        case ["against" | "opposed", *_]:
            return AGAINST
        case ["in", noun] if noun in _IN_FAVOUR:
            return FOR
        case _:
            return None


def name_total(population: str) -> str:
    """The measure of all there are of something.

    >>> name_total("seats"), is_total(name_total("seats"))
    ('seats in all', True)
    """
    return f"{population}{_IN_ALL}"


def is_total(measure: str) -> bool:
    """Whether a measure counts all there are, of which another figure is a part."""
    return measure.endswith(_IN_ALL)


def is_whole(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure at `at` is what another is a part of.

    >>> from counterclaim.text.tokens import tokenize
    >>> is_whole(tokenize("won 61 of the 120 seats"), 4), is_whole(tokenize("won 61 seats"), 1)
    (True, False)
    """
    of = at - 1 - (at > 0 and tokens[at - 1].lower in _OWNERS)
    return of > 0 and tokens[of].lower == "of" and _is_number(tokens[of - 1])
