"""Where, when and by whom a text was filed: datelines, and dates as publishers print them (room: brains)."""

import datetime as dt
import re
from typing import NamedTuple

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DAY = "[0-3]?[0-9](?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?P<month>(?i:{_MONTH}))\.?\ (?P<day>{_DAY})|(?P<day2>{_DAY})\ (?P<month2>(?i:{_MONTH}))\.?)"
    r"(?:,?\ (?P<year>(?:19|20)[0-9]{2}))?(?!\w)"
)
_WORD = r"[^\W\d_](?:[\w.'’]|-(?!-)){0,24}"
_NAME = rf"{_WORD}(?:[ /]{_WORD}){{0,3}}"
_DATELINE = re.compile(
    rf"(?P<place>{_NAME}(?:,\ ?{_NAME}){{0,2}}?(?:\ \[{_NAME}\])?)"
    rf"(?:,\ {_DATE})?"
    r"(?:,?\ ?(?:\((?P<outlet>[^\W\d_][\w .&'’\-/]{1,40})\)|/(?P<outlet2>[^\W\d_][\w .&'’\-]{1,40})/))?"
    r"(?:\ ?(?P<dash>--|[-–—:])\ ?|\ )"
)
_PARTICLES = frozenset(
    "de la le las los el al an am da do dos del di du der den of the sur upon and on".split()
)
_NOT_PLACES = frozenset(
    "by on in at since from for until after before as update updated published posted watch exclusive breaking "
    "opinion analysis explainer live correction corrected monday tuesday wednesday thursday friday saturday "
    "sunday today yesterday".split()
)
_OPENING_MARKS = "\"'“‘«(„"
_PRINTED = re.compile(
    rf"(?:[A-Za-z]{{3,9}},?\ )?{_DATE}"
    r"(?:,?\ (?:at\ )?(?P<hour>[0-2]?[0-9])[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
    r"\ ?(?P<half>(?i:[ap]\.?m\.?))?(?:\ ?(?P<zone>UTC|GMT|Z|[+-][01][0-9]:?[0-5][0-9]))?)?"
)
_IN_TEXT = re.compile(rf"(?<!\w){_DATE}")
_ISO_IN_TEXT = re.compile(r"(?<!\d)((?:19|20)[0-9]{2})-([01][0-9])-([0-3][0-9])(?!\d)")
_DIGITS = re.compile(r"(\d{1,2})([./])(\d{1,2})[./]((?:19|20)\d{2})")
_MONTHS_A_YEAR = 12
_NOON = 12
_HALF_A_YEAR = dt.timedelta(days=184)
_MONTH_APART = dt.timedelta(days=31)


class Dateline(NamedTuple):
    """The head of a news text; `end` is the offset at which the report proper starts. None: not stated."""

    end: int
    place: str
    outlet: str | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None


def find_dateline(paragraph: str) -> Dateline | None:
    """Read the dateline at the start of a paragraph, or return None where there is none.

    A place alone must be in capitals and end in a dash; with a date or an agency in brackets it may be worded as a
    name. What follows must start like a sentence.

    >>> find_dateline("Lisse, Oct 5 (Harbour Press) The ferry sank.")
    Dateline(end=29, place='Lisse', outlet='Harbour Press', month=10, day=5, year=None)
    >>> find_dateline("LISSE — The ferry sank.")
    Dateline(end=8, place='LISSE', outlet=None, month=None, day=None, year=None)
    >>> find_dateline("Lisse — the port that never sleeps — has lost its ferry.") is None
    True
    """
    found = _DATELINE.match(paragraph)
    if not found or not _is_place(found["place"]) or not _starts_sentence(paragraph[found.end() :]):
        return None
    month, day, year = _read_date(found)
    outlet = found["outlet"] or found["outlet2"]
    dated, capitals, dash = month is not None, found["place"].isupper(), found["dash"]
    if not ((dated and (outlet or dash)) or (dash and (outlet or (capitals and dash != ":")))):
        return None
    return Dateline(found.end(), found["place"], outlet, month, day, year)


def _is_place(words: str) -> bool:
    """Whether every word is a name's, and none is a word that datelines do not use."""
    parts = [part for part in re.split(r"[ ,/\[\]]+", words) if part]
    if any(part.lower().rstrip(".:") in _NOT_PLACES for part in parts[:1]):
        return False
    return all(part[0].isupper() or part in _PARTICLES for part in parts) and parts[0] not in _PARTICLES


def _starts_sentence(rest: str) -> bool:
    rest = rest.lstrip(_OPENING_MARKS)
    return bool(rest) and (rest[0].isdigit() or not rest[0].islower())


def _read_date(found: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Month, day and year of a `_DATE` match; all None where it is not a date of any calendar year."""
    name = (found["month"] or found["month2"] or "").lower()
    digits = (found["day"] or found["day2"] or "").rstrip("stndrh")
    month, year = _MONTHS.get(name), found["year"]
    if month is None or calendar_date(int(year) if year else 2000, month, int(digits)) is None:
        return None, None, None
    return month, int(digits), int(year) if year else None


def calendar_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day.

    >>> calendar_date(2025, 2, 29) is None
    True
    """
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def parse_published(stated: str) -> dt.datetime | dt.date | None:
    """Read a publication date as stated: ISO 8601, or day, month name and year, with or without a time and zone.

    A day stays a day, and an offset is kept. All-digit dates other than ISO are not read: nobody can tell 5 October
    from 10 May in "05/10/2025".

    >>> parse_published("2025-10-05T15:05:00+04:00").isoformat()
    '2025-10-05T15:05:00+04:00'
    >>> parse_published("October 5, 2025")
    datetime.date(2025, 10, 5)
    >>> parse_published("05/10/2025") is None
    True
    """
    stated = " ".join(stated.split())
    if re.match(r"\d{4}-", stated):
        return _parse_iso(stated)
    found = _PRINTED.fullmatch(stated)
    if not found:
        return None
    month, day, year = _read_date(found)
    date = calendar_date(year, month, day) if year and month and day else None
    return _add_time(date, found) if date and found["hour"] else date


def parse_day(stated: str) -> dt.date | tuple[int | None, int | None] | None:
    """Read a printed day that `parse_published` does not: in digits, or without its year.

    A date where day and month can be told apart ("15/05/2024"; with full stops the day comes first); month and day where the
    year is left out; a pair of None where it looks like a date and cannot be one, or be told ("06/10/2024"); else None.

    >>> parse_day("15/05/2024"), parse_day("06/10/2024"), parse_day("Monday 10 June"), parse_day("Ferry sinks")
    (datetime.date(2024, 5, 15), (None, None), (6, 10), None)
    """
    digits = _DIGITS.fullmatch(stated)
    if digits:
        return _read_digits(int(digits[1]), digits[2], int(digits[3]), int(digits[4])) or (None, None)
    found = _PRINTED.fullmatch(" ".join(stated.split()))
    if found is None:
        return None
    month, day, year = _read_date(found)
    return (None, None) if year and calendar_date(year, month or 0, day or 0) is None else (month, day)


def _read_digits(one: int, mark: str, two: int, year: int) -> dt.date | None:
    if mark == "." or one > _MONTHS_A_YEAR:
        return calendar_date(year, two, one)
    return calendar_date(year, one, two) if two > _MONTHS_A_YEAR else None


def _parse_iso(stated: str) -> dt.datetime | dt.date | None:
    try:
        if len(stated) == len("2025-10-05"):
            return dt.date.fromisoformat(stated)
        return dt.datetime.fromisoformat(re.sub(r"\ ?(?:UTC|GMT)$|\ (?=[+-]\d\d:?\d\d$)", _iso_zone, stated))
    except ValueError:
        return None


def _iso_zone(worded: re.Match[str]) -> str:
    return "+00:00" if worded.group().strip() else ""


def _add_time(date: dt.date, found: re.Match[str]) -> dt.datetime | dt.date:
    """The date with its printed time; the date alone where the hour is none."""
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    worded = (found["zone"] or "").replace("GMT", "Z").replace("UTC", "Z")
    time = f"{hour:02d}:{found['minute']}:{found['second'] or '00'}{worded}"
    try:
        return dt.datetime.fromisoformat(f"{date.isoformat()}T{time}")
    except ValueError:
        return date


def date_near(month: int, day: int, near: dt.date) -> dt.date | None:
    """The date with this month and day that lies nearest to `near`, so that a turn of the year is bridged.

    None for 29 February where no leap day is near.

    >>> date_near(12, 31, dt.date(2026, 1, 2))
    datetime.date(2025, 12, 31)
    """
    dates = (calendar_date(year, month, day) for year in (near.year - 1, near.year, near.year + 1))
    close = [date for date in dates if date and abs(date - near) <= _HALF_A_YEAR]
    return min(close, key=lambda date: abs(date - near), default=None)


def date_stated_near(text: str, month: int, day: int) -> dt.date | None:
    """Give a day and month their year from the full dates in the text: the newest that lies within a month of it.

    A date from another season ("in power since 15 August 2021") says nothing about the year of this one.

    >>> date_stated_near("It follows the raid of 9 October 2025 and a law of 15 August 2021.", 10, 12)
    datetime.date(2025, 10, 12)
    """
    stated = [calendar_date(int(y), int(m), int(d)) for y, m, d in _ISO_IN_TEXT.findall(text)]
    for found in _IN_TEXT.finditer(text):
        m, d, y = _read_date(found)
        stated.append(calendar_date(y, m, d) if y and m and d else None)
    days = [date for date in stated if date]
    dated = [(date, date_near(month, day, date)) for date in days]
    close = [(date, own) for date, own in dated if own and abs(own - date) <= _MONTH_APART]
    return max(close)[1] if close else None
