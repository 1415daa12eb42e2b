"""What the words before and behind a time make of it: "by", "shortly after", "from", "at the earliest" (room: brains).

A preposition that leaves the interval as it is ("at", "on", "in", "during") stays outside the expression; one that
opens or moves it ("by noon", "since 2019", "around nine") belongs to it.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from counterclaim.text.times.intervals import Relation
from counterclaim.text.times.words import word_at
from counterclaim.text.tokens import Token

Link = tuple[Relation, bool]

RELATIONS: Final[dict[tuple[str, ...], Link]] = {
    ("shortly", "after"): ("after", True),
    ("just", "after"): ("after", True),
    ("soon", "after"): ("after", True),
    ("shortly", "before"): ("before", True),
    ("just", "before"): ("before", True),
    ("no", "later", "than"): ("by", False),
    ("as", "of"): ("by", False),
    ("by",): ("by", False),
    ("since",): ("since", False),
    ("from",): ("since", False),
    ("until",): ("until", False),
    ("till",): ("until", False),
    ("up", "until"): ("until", False),
    ("up", "to"): ("until", False),
    ("through",): ("until", False),
    ("prior", "to"): ("before", False),
    ("before",): ("before", False),
    ("after",): ("after", False),
    ("during",): ("during", False),
    ("throughout",): ("during", False),
    ("over",): ("during", False),
    ("all", "through"): ("during", False),
}
NEUTRAL: Final = frozenset(("at", "during"))
HEDGES: Final = frozenset(("about", "around", "approximately", "roughly", "circa", "nearly"))
_WEEK_WORDS: Final = {
    "of": "of",
    **dict.fromkeys(("beginning", "starting", "commencing"), "beginning"),
    **dict.fromkeys(("ending", "ended", "to"), "ending"),
}


class Preposition(NamedTuple):
    """What stands before a time. `start` is the index of the first word of the whole expression.

    `near` is "shortly after", `approximate` is "about", `opener` is the "from" or "between" of a range.
    """

    start: int
    relation: Relation = "at"
    near: bool = False
    approximate: bool = False
    opener: str = ""


def read_preposition(words: Sequence[Token], first: int) -> Preposition:
    """Read the prepositions that end before the word at `first`.

    >>> from counterclaim.text.tokens import tokenize
    >>> read_preposition(tokenize("It fell by about noon"), 4)
    Preposition(start=2, relation='by', near=False, approximate=True, opener='')
    """
    place = first - (word_at(words, first - 1) == "the")
    approximate = word_at(words, place - 1) in HEDGES
    place -= approximate
    start = place if approximate else first
    if word_at(words, place - 1) == "between":
        return Preposition(place - 1, approximate=approximate, opener="between")
    size, (relation, near) = _relation_before(words, place)
    if relation in NEUTRAL:
        return Preposition(start, relation, approximate=approximate)
    opener = "from" if word_at(words, place - 1) == "from" else ""
    return Preposition(place - size, relation, near, approximate, opener)


def _relation_before(words: Sequence[Token], place: int) -> tuple[int, Link]:
    """The longest preposition of `RELATIONS` that ends before `place`, with its length in words."""
    for size in (3, 2, 1):
        key = tuple(word_at(words, index) for index in range(place - size, place))
        if key in RELATIONS:
            return size, RELATIONS[key]
    return 0, ("at", False)


def read_trailer(words: Sequence[Token], after: int, relation: Relation) -> tuple[Relation, int]:
    """Read words behind the time that turn it: "at the earliest", "at the latest", "onwards".

    >>> from counterclaim.text.tokens import tokenize
    >>> read_trailer(tokenize("Thursday at the earliest"), 1, "at")
    ('since', 4)
    """
    trailer = tuple(word_at(words, index) for index in range(after, after + 3))
    if trailer == ("at", "the", "earliest"):
        return "since", after + 3
    if trailer == ("at", "the", "latest"):
        return "by", after + 3
    if trailer[0] in ("onward", "onwards"):
        return "since", after + 1
    return relation, after


def read_week(words: Sequence[Token], first: int) -> str:
    """Read how "week" relates to the date after it: "of", "beginning", "ending", or "" where it does not.

    >>> from counterclaim.text.tokens import tokenize
    >>> read_week(tokenize("the week ending 5 October"), 3), read_week(tokenize("on 5 October"), 1)
    ('ending', '')
    """
    place = first - (word_at(words, first - 1) == "the")
    place -= word_at(words, place - 1) == "on"
    return _WEEK_WORDS.get(word_at(words, place - 1), "") if word_at(words, place - 2) == "week" else ""
