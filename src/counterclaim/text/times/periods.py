"""What relative words for times say: "yesterday", "two days later", "the past week", "at dawn" (room: brains).

Reads words into the records of `words`; `intervals` turns those into intervals. Words that count time without
placing it ("for four hours") are lengths, words that repeat it ("every Monday") are habits: neither has an interval.
"""

from collections.abc import Sequence
from typing import Final

from counterclaim.text.times.dayparts import PARTS, ends_clause, read_part, read_portion, read_season
from counterclaim.text.times.words import (
    CALENDAR,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Base,
    Habit,
    Length,
    Month,
    Part,
    Period,
    Reading,
    Season,
    Shift,
    Spec,
    Unit,
    Unknown,
    Weekday,
    Which,
    Window,
    glued,
    number_at,
    word_at,
)
from counterclaim.text.tokens import Token

_DAYS: Final[dict[str, tuple[Spec, ...]]] = {
    "today": (Shift(0, "day", "published"),),
    "yesterday": (Shift(-1, "day", "published"),),
    "tomorrow": (Shift(1, "day", "published"),),
    "tonight": (Shift(0, "day", "published"), Part("tonight")),
    "overnight": (Part("overnight"),),
}
_UNITS: Final[dict[str, tuple[int, Unit]]] = {
    "minute": (1, "minute"),
    "hour": (1, "hour"),
    "day": (1, "day"),
    "week": (1, "week"),
    "fortnight": (2, "week"),
    "month": (1, "month"),
    "year": (1, "year"),
    "decade": (10, "year"),
}
_STEPS: Final[dict[str, tuple[int, Base]]] = {
    "last": (-1, "published"),
    "past": (-1, "published"),
    "this": (0, "published"),
    "current": (0, "published"),
    "next": (1, "published"),
    "coming": (1, "published"),
    "previous": (-1, "reference"),
    "same": (0, "reference"),
    "that": (0, "reference"),
    "following": (1, "reference"),
}
_WHICH: Final[dict[str, Which]] = {
    "last": "last",
    "past": "past",
    "this": "this",
    "next": "next",
    "coming": "coming",
    "following": "coming",
}
_WINDOWS: Final = {"past": -1, "last": -1, "next": 1, "coming": 1}
_DIRECTED: Final[dict[str, tuple[int, Base]]] = {
    "ago": (-1, "published"),
    "earlier": (-1, "reference"),
    "previously": (-1, "reference"),
    "later": (1, "reference"),
    "afterwards": (1, "reference"),
}
_LENGTH_CUES: Final = frozenset(
    "for within over in during after throughout lasted lasting took takes".split()
)
_HEDGES: Final = frozenset(
    (
        "about around almost nearly over more than at least some roughly up to a the another just only under "
        "less last past next first"
    ).split()
)
_HEDGE_REACH: Final = 4
_VAGUE_AMOUNTS: Final = frozenset(("several", "few", "some", "many"))
_HABITS: Final = frozenset(("daily", "weekly", "nightly", "monthly", "yearly", "annually", "hourly"))
_DAY_PARTS: Final = frozenset(("morning", "afternoon", "evening", "night"))


def read_relative(words: Sequence[Token], index: int) -> Reading | None:
    """Read the relative time, part of the day, length or habit that starts at `index`, and the index after it.

    >>> from counterclaim.text.tokens import tokenize
    >>> read_relative(tokenize("two days later"), 0)
    ((Shift(amount=2, unit='day', base='reference'),), 3)
    """
    word = word_at(words, index).removesuffix("'s")
    if word in _DAYS:
        return _read_named_day(words, index, word)
    readers = (
        _read_habit,
        _read_counted,
        _read_determined,
        _read_around_unit,
        read_portion,
        read_season,
        read_part,
    )
    return next((found for read in readers if (found := read(words, index)) is not None), None)


def _read_named_day(words: Sequence[Token], index: int, word: str) -> Reading | None:
    if words[index].text[0].isupper() and index and words[index - 1].text[0].isupper():
        return None  # a name: "USA Today"
    return _DAYS[word], index + 1


def _read_habit(words: Sequence[Token], index: int) -> Reading | None:
    word, following = word_at(words, index), word_at(words, index + 1)
    if word in _HABITS or (word.removesuffix("s") in WEEKDAYS and word.endswith("days")):
        return (Habit(),), index + 1
    if word in ("every", "each"):
        place = index + 1 + (following in ("other", "single", "second"))
        repeated = word_at(words, place)
        if repeated in CALENDAR or repeated in PARTS or repeated in _UNITS or repeated in WEEKDAYS:
            return (Habit(),), place + 1
    if word in ("once", "twice", "times") and following in ("a", "per", "every", "each"):
        return ((Habit(),), index + 3) if word_at(words, index + 2) in _UNITS else None
    return None


def _amount_at(words: Sequence[Token], index: int) -> tuple[int | None, int] | None:
    """How many units: "two", "a", "several" (None); with the index after it."""
    word = word_at(words, index)
    if word in ("a", "an"):
        return (None, index + 2) if word_at(words, index + 1) == "few" else (1, index + 1)
    if word in _VAGUE_AMOUNTS:
        return None, index + 1
    number = number_at(words, index)
    return None if number is None else (number, index + 1)


def _read_counted(words: Sequence[Token], index: int) -> Reading | None:
    """Counted units: "two days ago", "a week earlier", "half an hour later", "for four hours", "within hours"."""
    if word_at(words, index) == "half" and word_at(words, index + 1) in ("a", "an"):
        return (
            _place(words, index, (30, "minute"), index + 3) if word_at(words, index + 2) == "hour" else None
        )
    amount, place = _amount_at(words, index) or (None, index)
    name = word_at(words, place)
    unit = _UNITS.get(name.removesuffix("s"))
    if unit is None or (place == index and not name.endswith("s")) or glued(words, place):
        return None
    if amount is None:
        return _place_vaguely(words, index, unit[1], place + 1)
    return _place(words, index, (amount * unit[0], unit[1]), place + 1)


def _place(words: Sequence[Token], index: int, count: tuple[int, Unit], after: int) -> Reading | None:
    amount, unit = count
    direction = word_at(words, after)
    joined = word_at(words, index - 1) in ("and", ",")
    if direction in _DIRECTED and word_at(words, index - 1 - joined).removesuffix("s") in _UNITS:
        return (Unknown(),), after + 1  # "two years and three months ago"
    if direction in _DIRECTED:
        sign, base = _DIRECTED[direction]
        return (Shift(sign * amount, unit, base),), after + 1
    if direction == "from" and word_at(words, after + 1) in ("now", "today"):
        return (Shift(amount, unit, "published"),), after + 2
    if direction in ("before", "after", "beforehand"):
        return _place_around(words, amount, unit, after)
    return _read_length(words, index, Length(amount, unit), after)


def _place_around(words: Sequence[Token], amount: int, unit: Unit, after: int) -> Reading | None:
    """At the end of a clause "two days before" is relative to the text; "two days before the vote" is unknown.

    Of "two hours after midnight" only "after midnight" is read, which bounds it.
    """
    if _names_time(words, after + 1):
        return None
    if ends_clause(words, after + 1):
        sign = 1 if word_at(words, after) == "after" else -1
        return (Shift(sign * amount, unit, "reference"),), after + 1
    return (Unknown(),), after + 1


def _names_time(words: Sequence[Token], index: int) -> bool:
    word = word_at(words, index)
    named = word in ("noon", "midday", "midnight") or word in PARTS or word[:1].isdecimal()
    return named or (word in WEEKDAYS.keys() | MONTHS.keys() and words[index].text[0].isupper())


def _place_vaguely(words: Sequence[Token], index: int, unit: Unit, after: int) -> Reading | None:
    if word_at(words, after) in ("ago", "earlier", "later", "previously", "before", "after"):
        return None if _names_time(words, after + 1) else ((Unknown(),), after + 1)
    if word_at(words, index - 1) in _WINDOWS or word_at(words, index - 1) == "recent":
        return (Unknown(),), after  # "in the past few days", "in recent weeks"
    return _read_length(words, index, Length(None, unit), after)


def _read_length(words: Sequence[Token], index: int, length: Length, after: int) -> Reading | None:
    window = words[after - 1].text.isalpha() and _read_window(words, index, length)
    if window:
        return (window,), after
    for place in range(index - 1, max(-1, index - 2 - _HEDGE_REACH), -1):
        cue = word_at(words, place)
        if cue in _LENGTH_CUES and not (cue == "over" and word_at(words, place - 1) in _LENGTH_CUES):
            exact = place == index - 1
            ahead = cue == "in" and exact and word_at(words, after) != "of"
            return (length._replace(ahead=ahead),), after
        if cue not in _HEDGES:
            return None
    return None


def _read_window(words: Sequence[Token], index: int, length: Length) -> Window | None:
    """Windows: "the past two weeks", "the last 24 hours", "the next three days"."""
    sign = _WINDOWS.get(word_at(words, index - 1))
    return Window(sign * length.amount, length.unit) if sign and length.amount else None


def _read_determined(words: Sequence[Token], index: int) -> Reading | None:
    """A word that chooses one of several: "last night", "this week", "next Monday", "the previous day"."""
    word, following = word_at(words, index), word_at(words, index + 1)
    if word == "this" and following in ("past", "coming"):
        index, word, following = index + 1, following, word_at(words, index + 2)
    if word not in _STEPS:
        return None
    following = following.removesuffix("'s")
    if following in WEEKDAYS or following in MONTHS:
        return _read_chosen(words, index, following)
    if (word, following) == ("last", "day") and word_at(words, index - 2) not in _LENGTH_CUES:
        return None  # "the last day of the talks"
    spec = _choose(words, index, following)
    return (spec, index + 2) if spec else None


def _choose(words: Sequence[Token], index: int, name: str) -> tuple[Spec, ...]:
    word = word_at(words, index)
    step, base = _STEPS[word]
    if name in SEASONS:
        return (Season(name),)
    if name in CALENDAR:
        return (_choose_unit(words, index, CALENDAR[name]),)
    if name in PARTS and word not in ("past", "coming"):
        # "Last night" is the night that began the day before; "this morning" is of the day itself.
        return Shift(step, "day", "reference" if word == "next" else base), Part(name)
    return ()


def _choose_unit(words: Sequence[Token], index: int, unit: Unit) -> Spec:
    word = word_at(words, index)
    step, base = _STEPS[word]
    if word == "last" and word_at(words, index + 2) == "of":
        return Unknown()  # "the last week of July"
    if unit != "weekend" and (word == "past" or (word == "last" and word_at(words, index - 1) == "the")):
        return Window(-1, unit)
    if word == "next" and unit == "day":
        base = "reference"
    return Shift(step, "day", base) if unit == "day" else Period(unit, step, base)


def _read_chosen(words: Sequence[Token], index: int, name: str) -> Reading | None:
    which = _WHICH.get(word_at(words, index))
    if which is None or not words[index + 1].text[0].isupper():
        return None
    if name in WEEKDAYS:
        nth = word_at(words, index + 2) == "of" and word_at(words, index + 3) in MONTHS.keys() | {
            "the",
            "this",
            "last",
        }
        return (Unknown() if nth else Weekday(WEEKDAYS[name], which),), index + 2
    if word_at(words, index + 2)[:1].isdecimal():
        return None  # "last October 9": the date says more
    return (Month(MONTHS[name], which=which),), index + 2


def _read_around_unit(words: Sequence[Token], index: int) -> Reading | None:
    """A unit with its direction after it: "the day before", "the morning after"; also "the weekend", "all day"."""
    name, side, anchor = (word_at(words, index + step) for step in range(3))
    before = word_at(words, index - 1)
    if name == "day" and (side, anchor) in (("before", "yesterday"), ("after", "tomorrow")):
        return (Shift(-2 if side == "before" else 2, "day", "published"),), index + 3
    if name == "weekend" and before == "the":
        return (Period("weekend", 0),), index + 1
    if name in ("day", "night", "week") and before == "all" and side != "the":
        return _read_all(words, index, name)
    turned = side in ("before", "after", "earlier", "later") and before in ("the", "a")
    return _read_turned(words, index, name) if turned and (name in CALENDAR or name in _DAY_PARTS) else None


def _read_turned(words: Sequence[Token], index: int, name: str) -> Reading:
    if not ends_clause(words, index + 2):
        return (Unknown(),), index + 2
    step = -1 if word_at(words, index + 1) in ("before", "earlier") else 1
    if name in _DAY_PARTS:
        return (Shift(step, "day", "reference"), Part(name)), index + 2
    return (_choose_around(CALENDAR[name], step),), index + 2


def _choose_around(unit: Unit, step: int) -> Spec:
    return Shift(step, "day", "reference") if unit == "day" else Period(unit, step, "reference")


def _read_all(words: Sequence[Token], index: int, name: str) -> Reading:
    after = index + 1 + (word_at(words, index + 1) == "long")
    if name == "night":
        return (Part("night"),), after
    return (Shift(0, "day", "reference") if name == "day" else Period("week", 0),), after
