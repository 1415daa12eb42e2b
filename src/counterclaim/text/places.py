"""Places as worded: the name that a locating preposition leads to (room: brains)."""

from collections.abc import Iterator, Sequence

from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS
from counterclaim.text.tokens import Token

_LOCATING = frozenset(
    "in into at near across outside inside around along throughout within off above below beyond beside".split()
)
_NOT_PLACES = CALENDAR | {"christmas", "easter", "ramadan", "i"}
_KINDS = frozenset(
    "province district region state county city town village island port airport bridge hall station square street border "
    "crossing post mountains valley river works plant stadium prison camp hospital".split()
)
GENERIC_PLACES = _KINDS | frozenset("river lake mount cape strait sea bay gulf canal park forest dam".split())
# What a thing is told to lie in or be done at without a name: "the north stand", "the car park".
_SITES = (
    GENERIC_PLACES
    | frozenset(
        "stand gate tunnel ground factory mine pit school church mosque market road highway motorway building tower house "
        "warehouse terminal platform beach field pitch hall yard quarry harbour hotel site scene frontier coast".split()
    )
) - {"post"}
_DETERMINING = frozenset("the this that its their his her our".split())
_LEADING = _LOCATING | frozenset("to from on onto through over behind under".split())
# "in the hands of", "at the request of": what follows is whose, not where.
_ABSTRACT = frozenset(
    "request behest invitation suggestion insistence demand orders expense hands name names case view wake aftermath face favour favor light "
    "support charge control talks front eyes opinion interest interests company words presence absence mercy head helm".split()
)
_STOPS = (
    _LOCATING
    | _ABSTRACT
    | frozenset(
        "with by for to from on against after before as and or but that because when while who which where if since until".split()
    )
)
_REACH = 6  # words from the preposition to the name ("in the mountain province of Issa")


def find_place(tokens: Sequence[Token]) -> str | None:
    """The first place named in a clause, as worded, with its kind where it follows ("Issa province").

    >>> from counterclaim.text.tokens import tokenize
    >>> find_place(tokenize("nine died in the neighbouring district of Upper Dorvel on Sunday"))
    'Upper Dorvel'
    """
    return next(find_places(tokens), None)


def find_places(tokens: Sequence[Token]) -> Iterator[str]:
    """The places that locating prepositions lead to, in order, as worded."""
    for i, token in enumerate(tokens):
        if token.lower in _LOCATING and (place := _name_after(tokens, i + 1)):
            yield place


def find_site(tokens: Sequence[Token]) -> str | None:
    """The first certain place without a name that a preposition or a verb leads to ("the north stand").

    >>> from counterclaim.text.tokens import tokenize
    >>> find_site(tokenize("for forty minutes no ambulance reached the north stand"))
    'the north stand'
    >>> find_site(tokenize("the police stand by it"))
    """
    for i, token in enumerate(tokens):
        start = _site_start(tokens, i) if token.lower in _SITES else None
        open_ended = i + 1 < len(tokens) and (tokens[i + 1].lower == "of" or _is_noun(tokens, i + 1))
        if start is not None and not open_ended:
            return " ".join(t.text for t in tokens[start : i + 1])
    return None


def _site_start(tokens: Sequence[Token], i: int) -> int | None:
    """Where the noun phrase that ends at `i` opens, if it is of a certain thing and something leads to it."""
    start = i - 1
    while start > max(i - _REACH, 0) and _is_noun(tokens, start) and tokens[start].lower not in _LEADING:
        start -= 1
    if start < 1 or tokens[start].lower not in _DETERMINING:
        return None
    before = tokens[start - 1].lower
    idle = before == "on" and tokens[i].lower == "ground"  # "the situation on the ground"
    return start if (before in _LEADING or is_verb(tokens, start - 1)) and not idle else None


def _name_after(tokens: Sequence[Token], start: int) -> str | None:
    for i in range(start, min(start + _REACH, len(tokens))):
        token = tokens[i]
        if not token.is_word or token.lower in _STOPS or (i > start and is_verb(tokens, i)):
            return None
        if _is_name(token):
            return _collect(tokens, i)
    return None


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.lower not in _NOT_PLACES and token.lower not in FUNCTION_WORDS


def _collect(tokens: Sequence[Token], i: int) -> str | None:
    start = i
    words: list[str] = []
    while i < len(tokens) and _is_name(tokens[i]):
        words.append(tokens[i].text)
        i += 1
    if words[-1].endswith(("'s", "’s")):
        words[-1] = words[-1][:-2]
    if i < len(tokens) and tokens[i].lower in _KINDS:
        inner = _name_of_kind(tokens, i + 1)
        if inner:
            return inner  # "the South Merrow town of Ellisfeld"
        words.append(tokens[i].text)
    elif i < len(tokens) and _is_noun(tokens, i):
        return None  # "in Afghan custody": the name only qualifies what follows
    if tokens[start - 1].lower in GENERIC_PLACES:
        words.insert(0, tokens[start - 1].text)  # "the river Ottle"
    return " ".join(words)


def _name_of_kind(tokens: Sequence[Token], i: int) -> str | None:
    """The name after "of", behind the noun of a place."""
    named = i + 1 < len(tokens) and tokens[i].lower == "of" and _is_name(tokens[i + 1])
    return _collect(tokens, i + 1) if named else None


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    return token.is_word and token.lower not in FUNCTION_WORDS and not is_verb(tokens, i)
