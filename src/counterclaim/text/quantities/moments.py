"""Moments: numbers that tell when, or how old, and count nothing (room: brains).

Years, days of the month, clock times and ages of persons. What they mean is read by `times`; here they are only
known, so that no one takes 2019 for a count.
"""

import re

from counterclaim.text.quantities.labels import Site
from counterclaim.text.quantities.pieces import DASHES, Line, counts_something, looks_plural

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
_STRONG_YEAR_LEADS = _MONTHS | frozenset(
    "in since until till during early late mid year fy spring summer autumn winter".split()
)
_YEAR_LEADS = _STRONG_YEAR_LEADS | frozenset("by from before after circa of years".split())
_PEOPLE = frozenset(
    "people men women children soldiers troops police civilians workers jobs homes houses residents".split()
)
_YEARS = range(1500, 2101)
_RECENT = range(1900, 2101)
_DAYS = range(1, 32)
_HOURS = 24
_DIAL = 12
_MINUTES = 60
_OLDEST = 115
_MERIDIEM = re.compile(
    r"\s?(?:[ap]\.\s?m\b|[ap]m\b(?! [iI]\b)|(?:o['’]clock|noon|midnight)\b|(?:GMT|UTC|BST|CET|EST|EDT|IST|hrs|hours? local|local time)\b)"
)
_DIAL_TIME = re.compile(r"\d{1,2}\.[0-5]\d")
_DAYPARTS = (
    ("this", "morning"),
    ("this", "afternoon"),
    ("this", "evening"),
    ("in", "the"),
    ("that", "morning"),
    ("that", "afternoon"),
    ("that", "evening"),
    ("that", "night"),
    ("at", "night"),
    ("local", "time"),
)
_PARTS_OF_DAY = frozenset("morning afternoon evening small early night".split())
_CLOCK_LEADS = frozenset(
    "at by until till since from after before around about near past to between and shortly just only nearly almost".split()
)
_CLOCK_ONLY = frozenset(("until", "till", "since", "after", "before"))
_STANDINGS = frozenset(
    "stood stands stand standing put puts putting estimated estimate estimates set placed remained remains valued priced "
    "reckoned counted toll number total figure unchanged peaked capped turnout ended closed tally count held holding kept "
    "steady level levels rate rates share price cost given gave gives listed reported ranked rated measured calculated "
    "looked fired shot".split()
)
_STANDING_REACH = 14
_PERSONS = frozenset(
    "boy girl man woman child son daughter baby toddler teenager pensioner brother sister mother father husband wife "
    "grandmother grandfather uncle aunt cousin nephew niece partner fiancee widow widower driver student suspect victim "
    "pupil patient".split()
)
_AGE_GROUPS = frozenset(
    "people children men women those anyone everyone voters adults boys girls pupils youths youngsters players drivers "
    "residents all citizens patients persons aged kids infants".split()
)
_ALL = frozenset({"all", "both", "each", "mostly"})
_AGED = frozenset(("aged", "age", "ages"))
_EXTREMES = frozenset(("youngest", "oldest", "eldest"))
_BEING = frozenset("was is were being just only".split())
_EXTREME_REACH = 8
_ANCHORS = frozenset("ago earlier later hence previously prior".split())
_SPANS = frozenset("for lasted last lasts in within spent took takes than least most".split())
_TIMES = frozenset(
    ("second", "minute", "hour", "day", "night", "week", "fortnight", "month", "year", "decade", "century")
)


def is_moment(site: Site) -> bool:
    """Whether a figure without a unit tells a year, a date, a clock time or an age.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> from counterclaim.text.quantities.numbers import read_numbers
    >>> def site(text: str) -> Site:
    ...     line = cut_line(text)
    ...     reading = next(read_numbers(line))
    ...     return Site(line, reading.first, reading.stop, (reading,))
    >>> [is_moment(site(text)) for text in ("in 2019", "Oct 12", "at 9 a.m.", "aged 12", "12 died")]
    [True, True, True, True, False]
    """
    return _is_year(site) or _is_date(site) or is_clock(site) or _is_age(site)


def is_duration(unit: str | None) -> bool:
    """Whether a unit is one of time.

    >>> is_duration("hour"), is_duration("kilometre")
    (True, False)
    """
    return unit in _TIMES


def is_spent(site: Site) -> bool:
    """Whether a stretch of time tells an age or a moment: "34-year-old", "ten minutes past two", "two days ago".

    >>> from counterclaim.text.quantities.numerals import Reading
    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> is_spent(Site(cut_line("a 34-year-old"), 1, 4, (Reading(1, 2, 34.0),), "year"))
    True
    """
    line = site.line
    if line.hyphen(site.stop) and line.lower(site.stop + 1) in {"old", "olds"}:
        return True
    if site.unit == "minute" and site.behind in {"past", "to"} and _hour_at(line, site.stop + 1):
        return True
    if site.behind in _ANCHORS or (site.behind in {"before", "after"} and site.before not in _SPANS):
        return True
    one = line.lower(site.first) == "one" and site.stop == site.first + 2
    return one and site.unit in {"day", "night"} and not line.hyphen(site.first + 1) and site.bound == "exact"


def _is_year(site: Site) -> bool:
    shaped = site.whole and all(len(site.line.raw(r.first)) == len("2019") for r in site.readings)
    if (
        not shaped
        or site.bound not in {"exact", "approx", "range"}
        or any(r.value not in _YEARS for r in site.readings)
    ):
        return False
    if site.bound == "range" and all(reading.value in _RECENT for reading in site.readings):
        return True
    if not counts_something(site.line, site.stop):
        return site.value in _RECENT or site.before in _YEAR_LEADS
    if site.before in _STRONG_YEAR_LEADS:
        return True
    return site.value in _RECENT and site.bound == "exact" and site.behind not in _PEOPLE


def _month_at(line: Line, at: int) -> bool:
    return line.lower(at) in _MONTHS and line.raw(at)[0].isupper()


def _month_before(line: Line, first: int) -> bool:
    at = first - 1
    at = at - 1 if line.raw(at) == "." and line.glued(at) else at
    return line.near(first) and _month_at(line, at)


def _month_behind(line: Line, stop: int) -> bool:
    at = stop + 1 if line.lower(stop) == "of" else stop
    return line.near(stop) and _month_at(line, at)


def _is_date(site: Site) -> bool:
    """As "12 October", "Oct 12", "11-12 October", "October 9 and 10", "9 and 10 October"."""
    line, first, stop = site.line, site.first, site.stop
    if line.raw(first + 1) == "/" and site.before in {"on", "since", "until", "dated"}:
        return True
    if not site.whole or any(reading.value not in _DAYS for reading in site.readings):
        return False
    if _month_behind(line, stop):
        return True
    if (
        line.lower(stop) in {"and", "or", "to"}
        and line.raw(stop + 1).isdecimal()
        and _month_behind(line, stop + 2)
    ):
        return True
    counted = counts_something(line, stop)
    if _month_before(line, first):
        return not counted or line.lower(first - 2) not in {"in", "since", "during"}
    joined = line.lower(first - 1) in {"and", "or", "to"} or line.raw(first - 1) in DASHES
    return joined and not counted and line.raw(first - 2).isdecimal() and _month_before(line, first - 2)


def is_clock(site: Site) -> bool:
    """Whether the number is a time of day: "2.17 a.m.", "at nine on Monday", "ten past one", "five in the afternoon".

    >>> from counterclaim.text.quantities.numerals import Reading
    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> is_clock(Site(cut_line("stood at 26 on Monday"), 2, 3, (Reading(2, 3, 26.0),)))
    False
    """
    line = site.line
    if _MERIDIEM.match(line.rest(site.stop)):
        return True
    if _is_past(site):
        return True
    small = 0 < site.value <= _HOURS and (site.value % 1 == 0 or _DIAL_TIME.fullmatch(line.raw(site.first)))
    return bool(small) and site.readings[0].kind == "cardinal" and (_at_hour(site) or _with_part_of_day(site))


def _hour_at(line: Line, at: int) -> bool:
    word = line.lower(at)
    return word in _HOUR_WORDS or (word.isdecimal() and len(word) <= len("12") and 0 < int(word) <= _DIAL)


_HOUR_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve noon midnight".split()
)


def _is_past(site: Site) -> bool:
    """Either number of "ten past one", "a quarter to eleven", "half past two", "seventeen minutes past two"."""
    line = site.line
    share = site.readings[0].kind == "fraction"
    if site.behind == "past" and (site.value < _MINUTES):
        return _hour_at(line, site.stop + 1) or share
    if share and site.behind == "to" and _hour_at(line, site.stop + 1) and site.value == 1 / 4:
        return True
    if not _hour_at(line, site.first) or site.before not in {"past", "to"}:
        return False
    head = line.lower(site.first - 2)
    return head in {"quarter", "minutes", "minute"} or (
        site.before == "past" and (head == "half" or head in _HOUR_WORDS)
    )


def _with_part_of_day(site: Site) -> bool:
    """As "at nine this morning", "by five in the afternoon"."""
    line, stop = site.line, site.stop
    part = (site.behind, line.lower(stop + 1))
    if part not in _DAYPARTS or (part == ("in", "the") and line.lower(stop + 2) not in _PARTS_OF_DAY):
        return False
    return site.value <= _DIAL and (site.before in _CLOCK_LEADS) and not _standing(site)


def _at_hour(site: Site) -> bool:
    """As "at nine on Monday", "at 6.", "until five", where nothing is counted and nothing stands at a level."""
    line = site.line
    behind = site.behind
    if site.before not in _CLOCK_ONLY | {"at"} or not site.value <= (
        _HOURS if site.before == "at" else _DIAL
    ):
        return False
    if behind[:1].isalpha() and behind not in {
        "on",
        "and",
        "or",
        "to",
        "when",
        "as",
        "but",
        "tomorrow",
        "today",
        "yesterday",
    }:
        return False
    if behind == "on" and line.lower(site.stop + 1) not in _WEEKDAYS:
        return False
    return not _standing(site)


def _standing(site: Site) -> bool:
    """Whether a word before tells that something stands at a level: "put the dead at 12 on Monday"."""
    for at in range(site.first - 1, site.first - 1 - _STANDING_REACH, -1):
        word = site.line.lower(at)
        if word in {"", ".", ";", "?", "!"} or not site.line.near(at + 1):
            return False
        if word in _STANDINGS:
            return True
    return False


def _is_age(site: Site) -> bool:
    if not 0 < site.value <= _OLDEST or site.value % 1:
        return False
    return _is_told_age(site) or _is_age_group(site) or _is_apposed(site) or _is_extreme(site)


def _is_told_age(site: Site) -> bool:
    """As "aged 12", "aged just 19", "aged 23 and 31", "a boy of six", "At 34, she"."""
    line, first, stop = site.line, site.first, site.stop
    if site.before in _AGED or (line.lower(first - 2) in _AGED and line.spaced(first)):
        return True
    if site.before in {"and", "or", "to"} and line.lower(first - 3) in _AGED:
        return True
    if site.before == "of" and line.lower(first - 2) in _PERSONS:
        return not looks_plural(site.behind)
    return (
        site.before == "at" and line.raw(stop) == "," and line.lower(stop + 1) in {"he", "she", "his", "her"}
    )


def _is_extreme(site: Site) -> bool:
    """As "the youngest of the dead was 61 and the oldest 84"; not "the oldest school lost 61" or "the oldest was 61 metres"."""
    line, first = site.line, site.first
    if site.before not in _EXTREMES | _BEING or counts_something(line, site.stop):
        return False
    for at in range(first - 1, first - 1 - _EXTREME_REACH, -1):
        word = line.lower(at)
        if word in {"", ".", ";", "?", "!"} or word[0].isdecimal():
            return False
        if word in _EXTREMES:
            return True
    return False


def _is_age_group(site: Site) -> bool:
    """As "children under five", "adults over 65"; "three patients, all over 70,", where "all over" hides the bound."""
    group = site.line.lower(site.first - 2)
    if site.before not in {"over", "under", "above", "below"} or counts_something(site.line, site.stop):
        return False
    return group in _ALL or (site.bound in {"more_than", "less_than"} and group in _AGE_GROUPS)


def _is_apposed(site: Site) -> bool:
    """As "Jora Temmet, 34, said", "her brother, 9, drowned"."""
    line, first = site.line, site.first
    if line.raw(first - 1) != "," or line.raw(site.stop) not in {",", "."} or not site.whole:
        return False
    named = line.raw(first - 2)[:1].isupper() and len(line.raw(first)) > 1
    return named or line.lower(first - 2) in _PERSONS
