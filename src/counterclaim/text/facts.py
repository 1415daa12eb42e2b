"""Facts: the smallest stretches of a sentence that hold one figure or one fact (room: brains).

Cut by position: at semicolons and dashes, and at conjunctions and commas where both sides carry a figure or a verb.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from counterclaim.core.records import Quantity
from counterclaim.text.lexicon import AUXILIARIES, FUNCTION_WORDS, MEASURES, PAST_FORMS, stem
from counterclaim.text.tokens import Token

_HARD = frozenset(";—–")
_CONJUNCTIONS = frozenset({"and", "but", "while", "whereas", "although", "though"})
_SUBORDINATE = frozenset(
    {"when", "after", "before", "as", "because", "since"}
)  # "30 were hurt when a wall fell"
_DANGLING = (",", "a", "number", "that")
_OPENERS = _CONJUNCTIONS | {"that"}
_COMPARED = frozenset(
    {"from", "against", "versus", "instead", "rather"}
)  # "96 dead from the 58 of Sunday": two figures
_SIGNS = frozenset("%$€£₹¥")  # marks that belong to a figure
_MIN_CONTENT = 2
_UNTIL_REACH = 9  # words from "not" to "until"
PLURALS = frozenset(
    "people men women children police staff crew personnel troops dead wounded injured missing fish sheep aircraft media "
    "cattle data others".split()
)
_NO_MEN = frozenset({"specimen", "regimen", "abdomen", "omen", "semen", "acumen", "yemen", "turkmen"})
# Forms in -ed that say of what sort somebody or something is, and tell of no event.
ALLIED = frozenset(
    "allied affiliated associated aligned linked related retired armed armoured armored unarmed hired uniformed trained "
    "untrained skilled unskilled registered licensed licenced unlicensed disabled aged elected appointed".split()
)


def is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` looks like a verb form: past form, -ed, or after an auxiliary.

    >>> from counterclaim.text.tokens import tokenize
    >>> words = tokenize("guards were badly hurt")
    >>> [is_verb(words, i) for i in range(4)]
    [False, True, False, True]
    """
    low = tokens[i].lower
    if low in AUXILIARIES or low in PAST_FORMS:
        return True
    if low.endswith("ed") and len(low) > len("need"):
        return (
            not (tokens[i].text[0].isupper() and i) and tokens[i].text[1:].islower()
        )  # "Mr Alfred", "BioMed"
    before = tokens[i - 1].lower if i else ""
    if before.endswith("ly") and i > 1:
        before = tokens[i - 2].lower
    return (
        before in AUXILIARIES and tokens[i].is_word and low not in FUNCTION_WORDS and not low.endswith("ly")
    )


def is_only_until(tokens: Sequence[Token], i: int) -> bool:
    """Whether the negation at `i` only says from when on: "was not told until 29 May" was told, on that day.

    >>> from counterclaim.text.tokens import tokenize
    >>> [is_only_until(tokenize(t), 1) for t in ("was not told until May", "was not told, until May", "was not told")]
    [True, False, False]
    """
    for token in tokens[i + 1 : i + _UNTIL_REACH]:
        if token.lower in {"until", "till"}:
            return True
        if not token.is_word:
            return False
    return False


def is_yet_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether the "yet" at `i` says that a thing has not been done: "the talks have yet to begin".

    >>> from counterclaim.text.tokens import tokenize
    >>> is_yet_to(tokenize("they have yet to meet"), 2), is_yet_to(tokenize("it is not yet known"), 3)
    (True, False)
    """
    pair = tokens[i - 1 : i] and tokens[i + 1 : i + 2]
    return bool(
        tokens[i].lower == "yet" and pair and tokens[i - 1].lower in AUXILIARIES and pair[0].lower == "to"
    )


def is_plural(token: Token) -> bool:
    """Whether a word looks like a plural noun ("fans", "crew"), by its form alone."""
    low = token.lower
    if low in PLURALS or (low.endswith("men") and low not in _NO_MEN):
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s"))


def joins_kinds(tokens: Sequence[Token], i: int) -> bool:
    """Whether the conjunction at `i` joins to a noun what is told of its kind: "(fighters) and allied militants".

    >>> from counterclaim.text.tokens import tokenize
    >>> [joins_kinds(tokenize(t), 2) for t in ("12 soldiers and allied militants", "12 soldiers and armed themselves")]
    [True, False]
    """
    behind = tokens[i + 1 : i + 4]
    if tokens[i].lower != "and" or not behind or behind[0].lower not in ALLIED:
        return False
    noun = next((j for j, t in enumerate(behind[1:], 1) if is_plural(t)), None)
    if (
        noun is None
        or any(t.lower in FUNCTION_WORDS for t in behind[:noun])
        or behind[noun].lower == "themselves"
    ):
        return False
    return not (i + noun + 2 < len(tokens) and is_verb(tokens, i + noun + 2))


class Fact(NamedTuple):
    """The words of one fact, and the clause it needs to be understood: `source[start:end]`.

    A fragment ("22 of them in the hills") has no verb of its own, so its clause begins with the fact before it, and
    the clause of that fact ends with the fragment. `shared`: the predicate of the count after it, which is its own too
    ("23 passengers and two crew were rescued").
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    shared: tuple[Token, ...] = ()


def split_facts(
    tokens: Sequence[Token], quantities: Sequence[Quantity], whole: Sequence[tuple[int, int]] = ()
) -> tuple[Fact, ...]:
    """Cut the tokens of a stretch into facts, each with its own figure or verb.

    Args:
        tokens: The words of the stretch.
        quantities: Its figures.
        whole: Where in the source no cut may fall: what interrupts a clause.

    >>> from counterclaim.text.quantities import find_quantities
    >>> from counterclaim.text.tokens import tokenize
    >>> words = "12 men were killed and 30 others hurt"
    >>> [" ".join(t.text for t in f.tokens) for f in split_facts(tokenize(words), find_quantities(words))]
    ['12 men were killed', '30 others hurt']
    """
    cuts = [0]
    kept = [(q.start, q.end) for q in quantities]
    inside = _covered(tokens, [*kept, *whole])
    for i in range(1, len(tokens) - 1):
        if i not in inside and i - cuts[-1] > 1 and _cuts(tokens, quantities, i, start=cuts[-1]):
            cuts.append(i)
    if len(cuts) > 1 and _shares_subject(tokens, cuts[1]) and not _is_fact(tokens[: cuts[1]], quantities):
        del cuts[1]
    cuts = [
        c
        for c, end in zip(cuts, [*cuts[1:], len(tokens)], strict=True)
        if not c or _is_fact(tokens[c:end], quantities)
    ]
    pieces = [_trim(tokens[a:b]) for a, b in zip(cuts, [*cuts[1:], len(tokens)], strict=True)]
    return tuple(_share_predicates(tuple(_with_clauses([p for p in pieces if p])), tokens, quantities))


def _share_predicates(
    facts: Sequence[Fact], tokens: Sequence[Token], quantities: Sequence[Quantity]
) -> Iterator[Fact]:
    """Give a count without a verb the predicate of the count that "and" joins to it."""
    for fact, after in zip_longest(facts, facts[1:]):
        joint = [t.lower for t in tokens if after and fact.tokens[-1].end <= t.start < after.tokens[0].start]
        counts = after and all(_opens_with(f.tokens, quantities) for f in (fact, after))
        if joint != ["and"] or not counts or _has_verb(fact.tokens):
            yield fact
        else:
            verb = next((i for i in range(len(after.tokens)) if is_verb(after.tokens, i)), len(after.tokens))
            yield fact._replace(shared=after.tokens[verb:], end=max(fact.end, after.end))


def _opens_with(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> bool:
    """Whether a figure opens the tokens, but for "all" or "the"."""
    first = next((t for t in tokens if t.lower not in {"all", "the", "its", "their"}), tokens[0])
    return any(q.start <= first.start < q.end and q.unit is None for q in quantities)


def _with_clauses(pieces: Sequence[tuple[Token, ...]]) -> Iterator[Fact]:
    """Give fragments and the fact they hang on one clause."""
    if not pieces:
        return
    heads = [i for i, piece in enumerate(pieces) if i == 0 or _has_verb(piece)]
    for head, following in zip(heads, [*heads[1:], len(pieces)], strict=True):
        start, end = pieces[head][0].start, pieces[following - 1][-1].end
        for piece in pieces[head:following]:
            yield Fact(piece, start, end)


def _covered(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Indices of tokens inside a figure ("between 20 and 30") or another span, where no cut may fall."""
    return frozenset(i for i, t in enumerate(tokens) for start, end in spans if start <= t.start < end)


def _cuts(tokens: Sequence[Token], quantities: Sequence[Quantity], i: int, *, start: int) -> bool:
    token = tokens[i]
    if token.text in _HARD:
        return not _parts_numbers(tokens, i)
    left, right = tokens[start:i], tokens[i + 1 : _next_stop(tokens, i + 1)]
    figures = bool(_held(left, quantities)) and bool(_held(_until_joint(right), quantities))
    if token.lower in _CONJUNCTIONS:
        if _joins_names(tokens, i) or _is_noun(tokens, i):
            return False
        clause = _starts_clause(right, after_comma=tokens[i - 1].text == ",")
        return figures or (_has_verb(left) and clause and not joins_kinds(tokens, i))
    if token.lower in _SUBORDINATE:
        return bool(_held(left, quantities)) and _has_verb(left) and _starts_clause(right, after_comma=False)
    if token.lower in _COMPARED or token.text == ",":
        return figures and bool(_held(tokens[i + 1 : i + 4], quantities))
    return False


def _parts_numbers(tokens: Sequence[Token], i: int) -> bool:
    """Whether a dash stands between two numbers without a space ("voted 54–46")."""
    before, dash, after = tokens[i - 1], tokens[i], tokens[i + 1]
    glued = before.end == dash.start and dash.end == after.start
    return glued and before.text[0].isdigit() and after.text[0].isdigit()


def _next_stop(tokens: Sequence[Token], i: int) -> int:
    return next((j for j in range(i, len(tokens)) if tokens[j].text in _HARD), len(tokens))


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether "while" is one: "for a while"."""
    return tokens[i].lower == "while" and i > 0 and tokens[i - 1].lower in {"a", "the"}


def _is_left_over(tokens: Sequence[Token], i: int) -> bool:
    """Whether a conjunction joins nothing any more."""
    return tokens[i].lower in _CONJUNCTIONS and not _is_noun(tokens, i)


def _joins_names(tokens: Sequence[Token], i: int) -> bool:
    """Whether the conjunction joins two names into one subject ("because Norrland and Arvania had asked for it")."""
    before, after = tokens[i - 1], tokens[i + 1]
    return before.text[:1].isupper() and after.text[:1].isupper() and after.lower not in FUNCTION_WORDS


def _until_joint(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words up to the next conjunction, comma excepted: what would become a fact of its own."""
    end = next((j for j, t in enumerate(tokens) if t.lower in _CONJUNCTIONS), len(tokens))
    return tokens[:end]


def _held(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> list[Quantity]:
    if not tokens:
        return []
    return [q for q in quantities if tokens[0].start <= q.start < tokens[-1].end]


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(is_verb(tokens, i) for i in range(len(tokens)))


def _starts_clause(right: Sequence[Token], *, after_comma: bool) -> bool:
    """Whether the words after a conjunction open a clause of their own: a subject and then a verb, or a verb at once."""
    if not right:
        return False
    reach = 8 if after_comma else 6
    return any(is_verb(right, i) for i in range(min(reach, len(right))))


def _trim(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Drop marks and conjunctions at both ends."""
    first, last = 0, len(tokens)
    while first < last and (not tokens[first].text[0].isalnum() or tokens[first].lower in _OPENERS):
        if tokens[first].text in _SIGNS or _is_subject(tokens, first, last):
            break
        first += 1
    while last > first and (_is_mark(tokens[last - 1]) or _is_left_over(tokens, last - 1)):
        last -= 1
    return tuple(tokens[first : _before_relative(tokens, first, last)])


def _before_relative(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a text ends without a relative that leads nowhere: "she has nine keys, a number that [the mayor said …]"."""
    if last - first < len(_DANGLING) or tokens[last - 1].lower not in {"that", "which", "who", "whom"}:
        return last
    at = next((i for i in range(last - 2, max(first, last - 6), -1) if tokens[i].text == ","), None)
    named = at is not None and tokens[at + 1].lower in {"a", "an", "the"}
    verb = any(is_verb(tokens, i) for i in range(at or first, last - 1))
    if at is not None and not verb and (named or at == last - 2):
        return at
    return last


def _is_subject(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether "that" at `i` is the subject: "That is all"."""
    return tokens[i].lower == "that" and i + 1 < last and tokens[i + 1].lower in AUXILIARIES


def _shares_subject(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb goes on at `i` with the subject before it: "He had been there and had seen it"."""
    return tokens[i].lower in _CONJUNCTIONS and tokens[i - 1].text != "," and is_verb(tokens, i + 1)


def _is_mark(token: Token) -> bool:
    return not token.text[-1].isalnum() and token.text not in _SIGNS


def _is_fact(piece: Sequence[Token], quantities: Sequence[Quantity]) -> bool:
    """Whether a piece can stand by itself; a scrap ("and conceded") stays with the fact before it."""
    return bool(_held(piece, quantities)) or _content(piece) >= _MIN_CONTENT


def _content(tokens: Sequence[Token]) -> int:
    return sum(t.is_word and (t.lower not in FUNCTION_WORDS or stem(t.text) in MEASURES) for t in tokens)
