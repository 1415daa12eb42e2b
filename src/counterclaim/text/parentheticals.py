"""Parentheticals: what stands between a counted subject and its verb (room: brains).

"Twelve people, including three children, were killed": the predicate belongs to the twelve and to the three. Read by
position: marks of one kind on both sides, a counted noun phrase before them and a verb right behind.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.core.records import Quantity
from counterclaim.text.clauses import opens_predicate
from counterclaim.text.facts import is_verb
from counterclaim.text.speakers.nounphrases import PREPOSITIONS
from counterclaim.text.tokens import Token

_CLOSING = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-"}
_BORDERS = frozenset(
    "and but or while whereas although though that when after before as because since if so".split()
)
_OPENERS = frozenset("including among mostly mainly largely chiefly notably counting".split())
_OF_THEM = frozenset({"them", "whom", "which", "these", "those"})
_RELATIVES = frozenset({"who", "whom", "which", "whose"})
_JOINTS = frozenset({",", "and", "or", "with"})
_LONGEST_NOUN = (
    8  # words between a figure and the mark ("12 members of the district's volunteer fire brigade")
)
_LONGEST = 40  # words of a parenthetical


class Parenthetical(NamedTuple):
    """Where one stands in the source, its marks included, and where the clause ends that it interrupts."""

    start: int
    end: int
    clause_end: int


def find_parentheticals(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> tuple[Parenthetical, ...]:
    """Find what parts a counted subject from its verb in the tokens of a sentence or less.

    >>> from counterclaim.text.quantities import find_quantities
    >>> from counterclaim.text.tokens import tokenize
    >>> news = "Twelve people, including three children, were killed, and the road was shut"
    >>> [news[p.start : p.end] for p in find_parentheticals(tokenize(news), find_quantities(news))]
    [', including three children,']
    """
    return tuple(_search(tokens, quantities))


def _search(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[Parenthetical]:
    covered = 0
    for quantity in quantities:
        after = next((i for i, t in enumerate(tokens) if t.start >= quantity.end), len(tokens))
        if quantity.start < covered or not _opens_subject(tokens, quantity):
            continue
        opening = _end_of_noun(tokens, after)
        closing = None if opening is None else _find_close(tokens, opening)
        if opening is not None and closing is not None:
            covered = tokens[closing].end
            yield Parenthetical(tokens[opening].start, covered, _end_of_clause(tokens, closing + 1))


def _opens_subject(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a figure stands in a noun phrase that can be a subject: no verb, and no preposition but "of", before it."""
    at = next((i for i, t in enumerate(tokens) if t.end > quantity.start), len(tokens))
    for i in range(at - 1, -1, -1):
        token = tokens[i]
        if not token.is_word or token.lower in _BORDERS:
            return True
        if token.lower in PREPOSITIONS - {"of"} or is_verb(tokens, i):
            return False
    return at == 0 or tokens[0].lower != "of"


def _end_of_noun(tokens: Sequence[Token], after: int) -> int | None:
    """The index of the mark behind the counted noun phrase; None where a verb or nothing stands there."""
    for i in range(after, min(after + _LONGEST_NOUN, len(tokens))):
        if tokens[i].text in _CLOSING:
            return i
        if not (tokens[i].is_word or tokens[i].text in "%$€£") or is_verb(tokens, i):
            return None
    return None


def _find_close(tokens: Sequence[Token], opening: int) -> int | None:
    """The index of the mark that closes what `opening` opens, with a predicate right behind it."""
    mark = _CLOSING[tokens[opening].text]
    for i in range(opening + 2, min(opening + _LONGEST, len(tokens) - 1)):
        if tokens[i].text in ";:":
            return None
        if tokens[i].text == mark and opens_predicate(tokens, i + 1):
            return i
    return None


def _end_of_clause(tokens: Sequence[Token], start: int) -> int:
    """Where the predicate that starts at `start` ends: before the next comma, semicolon or clause."""
    for i in range(start, len(tokens)):
        if tokens[i].text in ",;—–":
            return tokens[i - 1].end
    return tokens[-1].end


def clause_of(
    tokens: Sequence[Token], figure: Quantity | None, parentheticals: Sequence[Parenthetical]
) -> tuple[Token, ...]:
    """The words that say what is true of a figure: without the parentheticals, or inside one with the predicate behind it.

    >>> from counterclaim.text.quantities import find_quantities
    >>> from counterclaim.text.tokens import tokenize
    >>> news = "Twelve people, including three children, were killed"
    >>> words, figures = tokenize(news), find_quantities(news)
    >>> [" ".join(t.text for t in clause_of(words, f, find_parentheticals(words, figures))) for f in figures]
    ['Twelve people were killed', 'three children were killed']
    """
    own = find_own(figure, parentheticals)
    if figure is None or own is None:
        return tuple(t for t in tokens if not any(p.start <= t.start < p.end for p in parentheticals))
    inner = [t for t in tokens if own.start < t.start and t.end < own.end]
    piece = _piece_of(inner, figure)
    told = any(t.lower in _RELATIVES for t in inner) or any(is_verb(piece, i) for i in range(len(piece)))
    behind = () if told else [t for t in tokens if own.end <= t.start < own.clause_end]
    return (*piece, *behind)


def find_own(figure: Quantity | None, parentheticals: Sequence[Parenthetical]) -> Parenthetical | None:
    """The parenthetical that a figure stands in, if any."""
    if figure is None:
        return None
    return next((p for p in parentheticals if p.start <= figure.start < p.end), None)


def _piece_of(inner: Sequence[Token], figure: Quantity) -> tuple[Token, ...]:
    """The words around a figure up to the next joint, without "including" or "of whom"."""
    at = next((i for i, t in enumerate(inner) if t.end > figure.start), 0)
    first = next((i + 1 for i in range(at - 1, -1, -1) if inner[i].lower in _JOINTS), 0)
    last = next(
        (i for i in range(at + 1, len(inner)) if inner[i].lower in _JOINTS and inner[i].start >= figure.end),
        len(inner),
    )
    return drop_opener(inner[first:last])


def drop_opener(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Without the words that only say that a part of those before is told of ("including", "among them", "of whom").

    >>> from counterclaim.text.tokens import tokenize
    >>> [" ".join(t.text for t in drop_opener(tokenize(w))) for w in ("including two boys", "among them a nurse", "of whom two died")]
    ['two boys', 'a nurse', 'two died']
    """
    low = [t.lower for t in tokens[:2]]
    if low[:1] in (["among"], ["of"], ["with"]) and low[1:] and low[1] in _OF_THEM:
        return tuple(tokens[2:])
    return tuple(tokens[1:] if low and low[0] in _OPENERS else tokens)


def tells_part(tokens: Sequence[Token], figure: Quantity) -> bool:
    """Whether a figure counts a part of those told of before: "including three children", "two of them nurses".

    >>> from counterclaim.text.quantities import find_quantities
    >>> from counterclaim.text.tokens import tokenize
    >>> [tells_part(tokenize(w), find_quantities(w)[0]) for w in ("including two boys", "two of whom died", "two boys died")]
    [True, True, False]
    """
    behind = [t.lower for t in tokens if t.start >= figure.end][:2]
    partly = behind[:1] == ["of"] and behind[1:] != [] and behind[1] in _OF_THEM
    return partly or (len(drop_opener(tokens)) < len(tokens) and tokens[0].end <= figure.start)


def cut_out(text: str, source: str, parentheticals: Sequence[Parenthetical]) -> str:
    """A wording of a clause without its parentheticals, so far as they stand in it word for word."""
    for one in parentheticals:
        inner = " ".join(source[one.start : one.end].split())
        text = " ".join(text.replace(inner, " ").split())
    return text
