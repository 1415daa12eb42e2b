import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.articles.datelines import date_near, date_stated_near, find_dateline, parse_published

BODY = "The ferry sank."
# text before the body, then place, outlet, month, day, year
DATELINES = [
    pytest.param(
        "Lisse, Oct 5 (Harbour Press) ", ("Lisse", "Harbour Press", 10, 5, None), id="agency-without-dash"
    ),
    pytest.param("LISSE, Oct 5 (Reuters) - ", ("LISSE", "Reuters", 10, 5, None), id="agency-and-hyphen"),
    pytest.param("LISSE — ", ("LISSE", None, None, None, None), id="place-and-dash"),
    pytest.param("LISSE--", ("LISSE", None, None, None, None), id="two-hyphens-unspaced"),
    pytest.param("LISSE (AP) — ", ("LISSE", "AP", None, None, None), id="place-and-agency"),
    pytest.param(
        "Lisse, 13 October 2025 (Frontier Dispatch): ",
        ("Lisse", "Frontier Dispatch", 10, 13, 2025),
        id="full-date",
    ),
    pytest.param("LISSE, Littoral, Oct. 5 -- ", ("LISSE, Littoral", None, 10, 5, None), id="with-region"),
    pytest.param(
        "New Delhi [India], October 12 (ANI): ",
        ("New Delhi [India]", "ANI", 10, 12, None),
        id="bracketed-region",
    ),
    pytest.param(
        "PORT-AU-PRINCE, Sept. 3, 2025 /Wire One/ -- ",
        ("PORT-AU-PRINCE", "Wire One", 9, 3, 2025),
        id="slashed-agency",
    ),
    pytest.param(
        "Rio de Janeiro, 5th May (Agência Sul) – ",
        ("Rio de Janeiro", "Agência Sul", 5, 5, None),
        id="particle-in-the-name",
    ),
    pytest.param(
        "WASHINGTON/LONDON, Oct 5 (Reuters) - ",
        ("WASHINGTON/LONDON", "Reuters", 10, 5, None),
        id="two-places",
    ),
    pytest.param("St. John’s, Jan 2 – ", ("St. John’s", None, 1, 2, None), id="dated-without-agency"),
]


@pytest.mark.parametrize(("head", "expected"), DATELINES)
def test_find_dateline(head: str, expected: tuple[object, ...]) -> None:
    found = find_dateline(head + BODY)
    assert found is not None
    assert found.end == len(head)
    assert found[1:] == expected


NO_DATELINES = [
    pytest.param("Lisse — the port — has lost its ferry.", id="apposition"),
    pytest.param("Hamas — which rules Gaza — said so.", id="apposition-of-a-name"),
    pytest.param("NATO (the alliance) said that it had no part in it.", id="abbreviation-explained"),
    pytest.param("UN (OCHA) — whose staff had left — said so.", id="small-letter-follows"),
    pytest.param("BREAKING — A ferry has sunk.", id="label"),
    pytest.param("By Friday, Oct 10 - The count will be known.", id="starts-with-a-preposition"),
    pytest.param("Monday, Oct 6: The talks begin.", id="weekday"),
    pytest.param("LISSE: The ferry sank.", id="capitals-and-colon"),
    pytest.param("Twelve people died in Lisse on Oct 5 (Sunday).", id="sentence"),
    pytest.param("Lisse, Feb 31 (Harbour Press) The ferry sank.", id="no-such-day"),
    pytest.param("LISSE — ", id="nothing-follows"),
    pytest.param("", id="empty"),
    pytest.param("“We mourn,” she said.", id="quotation"),
]


@pytest.mark.parametrize("paragraph", NO_DATELINES)
def test_no_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


PUBLISHED = [
    pytest.param("2025-10-05", "2025-10-05", id="iso-day"),
    pytest.param("2025-10-05T15:05:00+04:00", "2025-10-05T15:05:00+04:00", id="iso-with-offset"),
    pytest.param("2025-10-05T15:05:00Z", "2025-10-05T15:05:00+00:00", id="iso-zulu"),
    pytest.param("2025-10-05T15:05", "2025-10-05T15:05:00", id="iso-without-zone"),
    pytest.param("2025-10-05 15:05:00 UTC", "2025-10-05T15:05:00+00:00", id="iso-with-utc"),
    pytest.param("2025-10-05 15:05:00 +0400", "2025-10-05T15:05:00+04:00", id="iso-with-spaced-offset"),
    pytest.param("2025-10-05T15:05:00.123+04:00", "2025-10-05T15:05:00.123000+04:00", id="iso-with-fraction"),
    pytest.param("5 October 2025", "2025-10-05", id="day-first"),
    pytest.param("October 5th, 2025", "2025-10-05", id="month-first"),
    pytest.param("Sun, 05 Oct 2025 13:20:00 +0400", "2025-10-05T13:20:00+04:00", id="rfc-2822"),
    pytest.param("Oct. 5, 2025 at 3:05 p.m.", "2025-10-05T15:05:00", id="twelve-hour-clock"),
    pytest.param("5 October 2025, 12.30 AM GMT", "2025-10-05T00:30:00+00:00", id="half-past-midnight"),
    pytest.param("5 October 2025, 29:10", "2025-10-05", id="no-such-hour"),
]


@pytest.mark.parametrize(("stated", "expected"), PUBLISHED)
def test_parse_published(stated: str, expected: str) -> None:
    found = parse_published(stated)
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "05/10/2025",
        "yesterday",
        "2025-13-01",
        "2025-10-05T99:00",
        "31 February 2025",
        "5 October",
        "Octopus 5, 2025",
    ],
)
def test_a_date_that_cannot_be_told_is_none(stated: str) -> None:
    assert parse_published(stated) is None


@given(st.datetimes(timezones=st.timezones() | st.none()) | st.dates())
def test_iso_dates_come_back(when: dt.datetime | dt.date) -> None:
    found = parse_published(when.isoformat())
    assert found is not None
    assert found.isoformat() == when.isoformat()


def test_a_leap_day_far_from_any_is_none() -> None:
    assert date_near(2, 29, dt.date(2025, 6, 1)) is None
    assert date_near(2, 29, dt.date(2024, 6, 1)) == dt.date(2024, 2, 29)


STATED = [
    pytest.param("The raid of 9 October 2025.", "2025-10-12", id="same-month"),
    pytest.param("It began on 2025-09-20.", "2025-10-12", id="iso"),
    pytest.param("In power since 15 August 2021.", None, id="other-season"),
    pytest.param("A vote in 2026 and one in 2030.", None, id="bare-years"),
    pytest.param("The raids of October 9, 2024 and of October 9, 2025.", "2025-10-12", id="the-newest"),
    pytest.param("No such day: 2025-10-77 or October 44, 2025.", None, id="no-such-day"),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_date_stated_near(text: str, expected: str | None) -> None:
    assert date_stated_near(text, 10, 12) == (dt.date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize("unit", ["A ", "Aa,", "Oct 5 ", "A.", "(A", "/A", "A-", "Aa, Bb ", "5 May 2025 "])
def test_hostile_repetition_is_read_in_linear_time(unit: str) -> None:
    text = unit * 30_000
    begun = time.perf_counter()
    find_dateline(text)
    parse_published(text)
    date_stated_near(text, 10, 12)
    assert time.perf_counter() - begun < 5
