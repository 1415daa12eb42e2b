"""What the words for parts of a day, stretches of a period and seasons say (room: brains).

A part of the day counts where a preposition or a day makes a time of it: "in the small hours", "at dawn", "Sunday
night"; "the morning shift" and "a good night" are none.
"""

from collections.abc import Sequence
from typing import Final

from counterclaim.text.times.words import (
    CALENDAR,
    MONTHS,
    SEASONS,
    Month,
    Part,
    Period,
    Portion,
    Reading,
    Season,
    Shift,
    word_at,
)
from counterclaim.text.tokens import Token

PARTS: Final = frozenset(
    (
        "morning afternoon evening night dawn dusk sunrise sunset daybreak nightfall lunchtime mid-morning "
        "mid-afternoon mid-evening pre-dawn"
    ).split()
)
# Parts that need no article: "at dawn", "before nightfall".
_BARE_PARTS: Final = PARTS - {"morning", "afternoon", "evening", "night"}
_SMALL_HOURS: Final = frozenset(("small", "early", "wee"))
_PORTIONS: Final = {
    **dict.fromkeys(("start", "beginning"), "start"),
    **dict.fromkeys(("end", "close"), "end"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    "rest": "later",
    **{name: name for name in ("early", "late", "earlier", "later")},
}
_CUES: Final = frozenset(
    "in during through throughout by until till since over before towards toward after from around at early late all".split()
)
# What may follow "in the morning"; a noun would make it a modifier ("in the morning papers").
_FOLLOWERS: Final = frozenset(
    (
        "and but or of on in at by to for from with as when while after before until because that which who "
        "the a an his her its their he she it they we i was were is are had has said local near along across "
        "around following without amid against over during then"
    ).split()
)
_SEASON_CUES: Final = frozenset(("in", "by", "since", "until", "during", "early", "late", "mid"))


def ends_clause(words: Sequence[Token], index: int) -> bool:
    """Whether the text ends at `index` or goes on with a mark rather than a word.

    >>> from counterclaim.text.tokens import tokenize
    >>> ends_clause(tokenize("in the night."), 3), ends_clause(tokenize("night shift"), 1)
    (True, False)
    """
    return index >= len(words) or not words[index].text[0].isalnum()


def read_portion(words: Sequence[Token], index: int) -> Reading | None:
    """Read "early", "late", "the end of"; kept only when a day, part or period follows, which `phrases` decides.

    >>> from counterclaim.text.tokens import tokenize
    >>> read_portion(tokenize("mid-October"), 0)
    ((Portion(name='mid'), Month(number=10, year=None, which=None, year_step=None)), 1)
    """
    word, of, the, unit = (word_at(words, index + step) for step in range(4))
    portion = _PORTIONS.get(word)
    if portion is None:
        return _read_prefixed(words, index)
    if (word, of) == ("early", "hours"):
        return None
    if of in ("of", "in") and the == "the" and unit in CALENDAR and unit != "weekend":
        reference = of == "in" and unit == "day"
        period = Shift(0, "day", "reference" if reference else "published")
        return (Portion(portion), period if unit == "day" else Period(CALENDAR[unit], 0)), index + 4
    if (portion in ("start", "end") or word == "rest") and of != "of":
        return None  # "will end on 5 May"
    return (Portion(portion),), index + 1 + (of == "-")


def _read_prefixed(words: Sequence[Token], index: int) -> Reading | None:
    """One word with the portion in front: "mid-October"."""
    prefix, _, name = word_at(words, index).partition("-")
    if prefix not in ("mid", "early", "late") or not words[index].text[len(prefix) + 1 :][:1].isupper():
        return None
    return ((Portion(prefix), Month(MONTHS[name])), index + 1) if name in MONTHS else None


def read_season(words: Sequence[Token], index: int) -> Reading | None:
    """Read a season after a preposition ("in the spring"), or one with its year.

    >>> from counterclaim.text.tokens import tokenize
    >>> read_season(tokenize("winter of 2024"), 0)
    ((Season(name='winter', year=2024),), 3)
    """
    name = word_at(words, index)
    if name not in SEASONS:
        return None
    place = index + 1 + (word_at(words, index + 1) == "of")
    year = word_at(words, place)
    if len(year) == len("2025") and year.isdecimal():
        return (Season(name, int(year)),), place + 1
    before = word_at(words, index - 1)
    cue = word_at(words, index - 2) if before == "the" else before
    closed = ends_clause(words, index + 1) or word_at(words, index + 1) in _FOLLOWERS - {"of", "in", "from"}
    return ((Season(name),), index + 1) if cue in _SEASON_CUES and closed else None


def read_part(words: Sequence[Token], index: int) -> Reading | None:
    """Read a part of a day after a preposition; after a day ("Sunday night") `phrases` asks `part_at`.

    >>> from counterclaim.text.tokens import tokenize
    >>> read_part(tokenize("in the night"), 2), read_part(tokenize("the night shift"), 1)
    (((Part(name='night'),), 3), None)
    """
    part, after = part_at(words, index) or (None, index)
    if part is None:
        return None
    before, cue = word_at(words, index - 1), word_at(words, index - 2)
    if part.name == "small hours" or (part.name in _BARE_PARTS and before in _CUES):
        return (part,), after
    if before in _PORTIONS:  # "in the late afternoon"
        before, cue = cue, word_at(words, index - 3)
    if before == "the" and word_at(words, after) == "of":
        return (part,), after
    closed = ends_clause(words, after) or word_at(words, after) in _FOLLOWERS
    placed = (before in ("the", "that") and cue in _CUES) or (before, part.name) == ("at", "night")
    return ((part,), after) if placed and closed else None


def part_at(words: Sequence[Token], index: int) -> tuple[Part, int] | None:
    """Read the part of a day at `index`, whatever stands before it; with it, the index after it.

    >>> from counterclaim.text.tokens import tokenize
    >>> part_at(tokenize("small hours of Sunday"), 0)
    (Part(name='small hours'), 2)
    """
    word = word_at(words, index)
    if word in _SMALL_HOURS and word_at(words, index + 1) == "hours":
        return Part("small hours"), index + 2
    return (Part(word), index + 1) if word in PARTS else None
