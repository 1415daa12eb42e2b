"""What the words for days, months and years say, before any calendar is consulted (room: brains).

"Last Friday", "9-11 October 2025", "the sixth of October", "2025-10-09", "since 2019" become small frozen records;
`intervals` turns them into intervals. Month and weekday names count only when capitalised, and short or ambiguous
ones ("May", "March", "Sat") only where their neighbours make a date of them.
"""

from collections.abc import Sequence
from typing import Final

from counterclaim.text.times.words import (
    ABBREVIATIONS,
    DASHES,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    Date,
    Month,
    Reading,
    Unknown,
    Weekday,
    Which,
    Years,
    glued,
    number_at,
    word_at,
)
from counterclaim.text.tokens import Token

_NTH: Final = frozenset(("first", "second", "third", "fourth", "fifth"))
_AMBIGUOUS_MONTHS: Final = frozenset({"march", "april", "may", "june", "august"})
_MONTH_CUES: Final = frozenset(
    (
        "in since by until till from to between during before after of early late mid last next this through "
        "around and end every"
    ).split()
)
_WEAK_MONTH_CUES: Final = frozenset(("and", "to", "of", "by", "after", "before", "from", "this"))
_YEAR_CUES: Final = (
    frozenset(
        (
            "in since during early late mid till until year and before after by of from to between through around "
            "about the than its his her their fiscal"
        ).split()
    )
    | SEASONS
)
_FIRM_YEAR_CUES: Final = frozenset({"in", "since", "early", "late", "mid", "year", *SEASONS})
_COUNTED: Final = frozenset("people men women children km kg percent per metres meters".split())
_OLDEST_BARE_YEAR: Final = 1900
_NEWEST_BARE_YEAR: Final = 2099
_OLDEST_YEAR: Final = 1000
_LAST_DAY: Final = 31
_FREE: Final = frozenset(
    "and but when we they he she it the a at in by after before while for with of".split()
)
_ROUND: Final = 50
_CENTURY: Final = 100
_LAST_CENTURY: Final = 21
_LAST_MONTH: Final = 12
_PAPERS: Final = frozenset("times mirror telegraph express post mail herald independent".split())
# Named days, which are dates of their own: "Good Friday", "Bloody Sunday", "Super Tuesday".
_NAMED_DAYS: Final = frozenset("black good bloody ash super palm cyber easter holy maundy".split())
_PARTS_OF_DAY: Final = frozenset({"morning", "afternoon", "evening", "night"})


def read_calendar(words: Sequence[Token], index: int) -> Reading | None:
    """Read the weekday, date, month or year that starts at `index`; with it, the index of the first word after.

    >>> from counterclaim.text.tokens import tokenize
    >>> read_calendar(tokenize("9-11 October 2025"), 0)
    ((Date(day=9, month=10, year=2025, until=11, year_step=None),), 5)
    """
    word = word_at(words, index).removesuffix("'s")
    if word[:1].isdecimal():
        readers = (_read_numeric, _read_day_month, _read_century, _read_bare_day, _read_years)
        return next((found for read in readers if (found := read(words, index)) is not None), None)
    if word in ORDINALS:
        return _read_day_month(words, index) or _read_century(words, index)
    if not words[index].text[0].isupper():
        return None
    if word in WEEKDAYS:
        return _read_weekday(words, index, word)
    month = month_at(words, index)
    return _read_month(words, index, month) if month else None


def _read_weekday(words: Sequence[Token], index: int, word: str) -> Reading | None:
    before, after = word_at(words, index - 1), index + 1
    short = word in ABBREVIATIONS
    dotted = short and word_at(words, after) == "." and glued(words, after)
    if short and not (dotted or _starts_date(words, after)):
        return None
    following = word_at(words, after)
    if before in _NAMED_DAYS or (following in _PAPERS and words[after].text[0].isupper()):
        return None
    if (before == "the" and following in ("before", "after")) or before in _NTH:
        return (Unknown(),), after  # "the Friday before the vote", "the first Friday of July"
    number = WEEKDAYS[word]
    pair = (following, word_at(words, after + 1), word_at(words, after + 2))
    for size, which in ((2, pair[:2]), (3, pair[1:] if following == "of" else ())):
        if len(which) == 2 and which[0] in ("last", "next", "this") and which[1] == "week":  # noqa: PLR2004 - a pair
            return (Weekday(number, _week_word(which[0])),), after + size
    return (Weekday(number),), after + dotted


def _week_word(word: str) -> Which:
    return "last" if word == "last" else "next" if word == "next" else "this"


def _starts_date(words: Sequence[Token], index: int) -> bool:
    """Whether a short weekday name ("Sat") goes on as a date: "Sat, Oct 11", "Sat night", "Sat 11 Oct"."""
    place = index + (word_at(words, index) == ",")
    word = word_at(words, place)
    return (
        word in _PARTS_OF_DAY
        or month_at(words, place) is not None
        or _read_day_month(words, place) is not None
    )


def month_at(words: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The month named at `index` and the index after it, the dot of a short form included.

    >>> from counterclaim.text.tokens import tokenize
    >>> month_at(tokenize("Oct. 9"), 0), month_at(tokenize("They may"), 1)
    ((10, 2), None)
    """
    word = word_at(words, index).removesuffix("'s")
    if word not in MONTHS or not words[index].text[0].isupper():
        return None
    dotted = word in ABBREVIATIONS and word_at(words, index + 1) == "." and glued(words, index + 1)
    return MONTHS[word], index + 1 + dotted


def _read_month(words: Sequence[Token], index: int, found: tuple[int, int]) -> Reading | None:
    month, after = found
    day = (
        None
        if word_at(words, index - 1) == "in"
        else _day_at(words, after + (word_at(words, after) == "the"))
    )
    if day is not None and not _is_colon_next(words, day[1]):
        until, after = _last_day_at(words, day[1], day[0]) or (None, day[1])
        year = _year_after(words, after)
        return (Date(day[0], month, year[0] if year else None, until),), year[1] if year else after
    year = _year_after(words, after)
    if year is not None:
        return (Month(month, year[0]),), year[1]
    return ((Month(month),), after) if _is_month_alone(words, index, after=after) else None


def _is_month_alone(words: Sequence[Token], index: int, *, after: int) -> bool:
    """Whether a month without a day is a month: not "May" the verb, "March" the imperative or April Smith."""
    cue = word_at(words, index - 1)
    name_follows = after < len(words) and words[after].text[0].isupper() and month_at(words, after) is None
    if cue in _MONTH_CUES:
        return cue not in _WEAK_MONTH_CUES or not name_follows  # "and June Brown"
    word = word_at(words, index).removesuffix("'s")
    return word not in ABBREVIATIONS | _AMBIGUOUS_MONTHS and not name_follows


def _is_colon_next(words: Sequence[Token], index: int) -> bool:
    return word_at(words, index) == ":" and glued(words, index)


def _day_at(words: Sequence[Token], index: int) -> tuple[int, int] | None:
    """The day of a month at `index`: "9", "9th", "sixth"; with the index after it."""
    word = word_at(words, index)
    if word in ORDINALS:
        return ORDINALS[word], index + 1
    if not word.isdecimal() or len(word) > len("31") or not 1 <= int(word) <= _LAST_DAY:
        return None
    suffixed = word_at(words, index + 1) in ("st", "nd", "rd", "th") and glued(words, index + 1)
    return int(word), index + 1 + suffixed


def _last_day_at(words: Sequence[Token], index: int, first: int) -> tuple[int, int] | None:
    """The last day of a range of days: "-11", " to 11", "/11", " and 11"."""
    joint = word_at(words, index)
    if joint not in DASHES | {"to", "and", "/", "until", "till"}:
        return None
    last = _day_at(words, index + 1)
    if last is None or last[0] <= first:
        return None
    # "October 9 and 12 people": a count, unless the month follows as in "9 and 12 October".
    counted = joint not in DASHES | {"/"} and word_at(words, last[1])[:1].isalpha()
    return None if counted and month_at(words, last[1] + (word_at(words, last[1]) == "of")) is None else last


def _year_after(words: Sequence[Token], index: int) -> tuple[int, int] | None:
    place = index + (word_at(words, index) in (",", "of"))
    year = _year_at(words, place)
    return (year, place + 1) if year is not None and _OLDEST_YEAR <= year <= _NEWEST_BARE_YEAR else None


def _year_at(words: Sequence[Token], index: int) -> int | None:
    word = word_at(words, index)
    return int(word) if len(word) == len("2025") and word.isdecimal() else None


def _read_day_month(words: Sequence[Token], index: int) -> Reading | None:
    """Dates with the day first: "9 October", "9-11 Oct 2025", "the sixth of October"."""
    day = _day_at(words, index)
    if day is None or word_at(words, index - 1) in ("twenty", "thirty"):
        return None
    until, after = _last_day_at(words, day[1], day[0]) or (None, day[1])
    month = month_at(words, after + (word_at(words, after) == "of"))
    if month is None:
        return None
    year = _year_after(words, month[1])
    return (Date(day[0], month[0], year[0] if year else None, until),), year[1] if year else month[1]


def _read_century(words: Sequence[Token], index: int) -> Reading | None:
    day = _day_at(words, index)
    if day is None or word_at(words, day[1]) not in ("century", "century's") or day[0] > _LAST_CENTURY:
        return None
    if word_at(words, day[1] + 1) in ("bc", "bce"):
        return (Unknown(),), day[1] + 2
    return (Years(max(1, _CENTURY * (day[0] - 1)), _CENTURY * day[0]),), day[1] + 1


def _read_bare_day(words: Sequence[Token], index: int) -> Reading | None:
    """Read "on the 15th", "Friday the 13th": a day of a month that the context names."""
    day = _day_at(words, index)
    if day is None or day[1] == index + 1 or word_at(words, index - 1) != "the":
        return None
    cue = word_at(words, index - 2)
    placed = cue in ("on", "by", "until", "since") or cue in WEEKDAYS
    return ((Date(day[0], None),), day[1]) if placed and _is_free(words, day[1]) else None


def _is_free(words: Sequence[Token], index: int) -> bool:
    """Whether no noun follows: "on the 9th floor"."""
    return not word_at(words, index)[:1].isalnum() or word_at(words, index) in _FREE


def _read_numeric(words: Sequence[Token], index: int) -> Reading | None:
    """Dates in digits: "2025-10-09", "2025/10/09", "9.10.2025", "31/12/2025"; "9/10/2025" stays unknown."""
    parts = word_at(words, index).split(".")
    if len(parts) == len("dmy") and all(part.isdecimal() for part in parts):
        return _order_numeric(parts, index + 1, day_first=True)
    mark = word_at(words, index + 1)
    if mark not in ("-", "/") or word_at(words, index + 3) != mark:
        return None
    if not all(glued(words, index + step) for step in range(1, 5)):
        return None
    parts = [word_at(words, index + step) for step in (0, 2, 4)]
    return _order_numeric(parts, index + 5, day_first=False) if all(map(str.isdecimal, parts)) else None


def _order_numeric(parts: list[str], after: int, *, day_first: bool) -> Reading | None:
    shape = tuple(len(part) for part in parts)
    if max(shape) != len("2025") or shape[1] > len("31"):
        return None
    year_first = shape[0] == len("2025")
    year, a, b = (
        int(part) for part in ((parts[0], parts[2], parts[1]) if year_first else (parts[2], *parts[:2]))
    )
    if not year_first and not day_first and a <= _LAST_MONTH and b <= _LAST_MONTH and a != b:
        return (Unknown(),), after
    day, month = (b, a) if b > _LAST_MONTH and not year_first else (a, b)
    if not (
        1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY and _OLDEST_YEAR <= year <= _NEWEST_BARE_YEAR
    ):
        return None
    return (Date(day, month, year),), after


def _read_years(words: Sequence[Token], index: int) -> Reading | None:
    """A year, a decade ("the 1990s") or years ("2017-2019", "2024/25") where the context makes them one."""
    first = _year_at(words, index)
    if first is None or not _OLDEST_YEAR <= first <= _NEWEST_BARE_YEAR:
        return None
    if word_at(words, index + 1) == "s" and glued(words, index + 1):
        return (Years(first, first + 9),), index + 2
    last = _last_year_at(words, index, first)
    if last is not None:
        return (Years(first, last[0]),), last[1]
    return ((Years(first, first),), index + 1) if _is_year(words, index, first) else None


def _last_year_at(words: Sequence[Token], index: int, first: int) -> tuple[int, int] | None:
    if word_at(words, index + 1) not in DASHES | {"/"} or not glued(words, index + 2):
        return None
    number = number_at(words, index + 2)
    digits = len(word_at(words, index + 2))
    if number is None or digits not in (len("25"), len("2025")):
        return None
    last = number if digits == len("2025") else first - first % _CENTURY + number
    return (last, index + 3) if 0 < last - first < _CENTURY else None


def _is_year(words: Sequence[Token], index: int, year: int) -> bool:
    """Whether four digits are a year: "in 2019 people died", "the 2019 floods"; not "killed 2019 people"."""
    cue = word_at(words, index - 1 - (word_at(words, index - 1) == "-"))  # "mid-2024"
    following = word_at(words, index + 1)
    if cue in _FIRM_YEAR_CUES:
        counts = following in _COUNTED or (following.endswith("s") and following.isalpha())
        return not (counts and year < _OLDEST_BARE_YEAR)  # "in 1200 homes"
    if following in ("'", "’") and word_at(words, index + 2) == "s" and glued(words, index + 2):
        return True  # "2024's vote"
    if cue not in _YEAR_CUES:
        return False
    # Round figures are counts more often than years: "a walk of 2000 metres".
    plural = following.endswith("s") and following.isalpha() and year % _ROUND == 0
    counts = following in _COUNTED or (cue != "the" and plural)
    return year >= _OLDEST_BARE_YEAR and not counts
