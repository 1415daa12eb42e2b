"""What time words can say, as records, before any calendar is consulted (room: nouns of the time grammar).

`clock`, `days` and `periods` read words into these; `intervals` turns them into intervals. Also the
calendar's names, the small numbers, and how a reader looks at a word.
"""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from counterclaim.text.tokens import Token

Which = Literal["last", "next", "this", "past", "coming"]
Unit = Literal["minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade"]
Base = Literal["published", "reference"]


class Weekday(NamedTuple):
    """A weekday, Monday = 0, with the word that says which one ("last", "next", "this", "coming")."""

    number: int
    which: Which | None = None


class Date(NamedTuple):
    """A day of a month, or the days from it to `until`.

    `month` is None in "on the 15th"; `year_step` counts years from the publication's ("9 October last year" is -1).
    """

    day: int
    month: int | None
    year: int | None = None
    until: int | None = None
    year_step: int | None = None


class Month(NamedTuple):
    """A whole month; `year_step` counts years from the publication's ("in June last year" is -1)."""

    number: int
    year: int | None = None
    which: Which | None = None
    year_step: int | None = None


class Years(NamedTuple):
    """The years from `first` to `last`, both included."""

    first: int
    last: int


class Shift(NamedTuple):
    """So many units before (negative) or after the publication or the last time mentioned. "Today" is 0 days."""

    amount: int
    unit: Unit
    base: Base


class Period(NamedTuple):
    """The calendar unit that lies `step` units from the one of its base: "this week", "last year"."""

    unit: Unit
    step: int
    base: Base = "published"


class Window(NamedTuple):
    """The units that end (negative) or begin at the publication: "the past two weeks", "the next 24 hours"."""

    amount: int
    unit: Unit


class Season(NamedTuple):
    """A season. Its months depend on the hemisphere, so only a stated year bounds it."""

    name: str
    year: int | None = None


class Unknown(NamedTuple):
    """A time that the words alone do not fix: "the day after the attack", "9/10/2025", "in recent weeks"."""


class Part(NamedTuple):
    """A part of a day: "night", "small hours"."""

    name: str


class Portion(NamedTuple):
    """Which stretch of a day, part or period: "early", "mid", "late", "start", "end", "earlier", "later"."""

    name: str


class Length(NamedTuple):
    """How long something took; `ahead` for "in two weeks", which is a date when the verb looks forward."""

    amount: int | None
    unit: Unit
    ahead: bool = False


class Habit(NamedTuple):
    """How often something happens."""


DaySpec = Weekday | Date | Month | Years | Shift | Period | Window | Season | Unknown
Spec = DaySpec | Part | Portion | Length | Habit
Reading = tuple[tuple[Spec, ...], int]

_WEEKDAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMES: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
ABBREVIATIONS: Final = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun".split()
)
WEEKDAYS: Final = {
    **{name: number for number, name in enumerate(_WEEKDAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
MONTHS: Final = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
_ORDINALS: Final = (
    *(
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
    ),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth"),
    *("twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth"),
    "thirty-first",
)
ORDINALS: Final = {word: day for day, word in enumerate(_ORDINALS, 1)}
SEASONS: Final = frozenset({"spring", "summer", "autumn", "fall", "winter"})
DASHES: Final = frozenset("-–")
CALENDAR: Final[dict[str, Unit]] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
}
_UNITS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
NUMBERS: Final = {
    **{word: value for value, word in enumerate((*_UNITS, *_TEENS), 1)},
    **_TENS,
    **{f"{ten}-{unit}": base + value for ten, base in _TENS.items() for value, unit in enumerate(_UNITS, 1)},
}


def word_at(words: Sequence[Token], index: int) -> str:
    """The lower-case word at `index`, or "" outside the text.

    >>> from counterclaim.text.tokens import tokenize
    >>> word_at(tokenize("At Noon"), 1), word_at(tokenize("At Noon"), 2)
    ('noon', '')
    """
    return words[index].lower if 0 <= index < len(words) else ""


def glued(words: Sequence[Token], index: int) -> bool:
    """Whether the word at `index` follows the one before it without a space.

    >>> from counterclaim.text.tokens import tokenize
    >>> glued(tokenize("2:17"), 1), glued(tokenize("2 : 17"), 1)
    (True, False)
    """
    return 0 < index < len(words) and words[index].start == words[index - 1].end


def number_at(words: Sequence[Token], index: int) -> int | None:
    """The whole number at `index`, in digits (at most four) or in words below sixty.

    >>> from counterclaim.text.tokens import tokenize
    >>> number_at(tokenize("forty-five"), 0), number_at(tokenize("0217"), 0), number_at(tokenize("2.5"), 0)
    (45, 217, None)
    """
    word = word_at(words, index)
    if word.isdecimal():
        return int(word) if len(word) <= len("0000") else None
    return NUMBERS.get(word)
