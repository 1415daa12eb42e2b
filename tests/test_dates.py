import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import TimeInterval
from counterclaim.note.dates import (
    as_of_words,
    in_zone,
    instant,
    interval_words,
    length_of,
    moment_words,
    newest,
    offset_words,
    story_zone,
)

EAST = dt.timezone(dt.timedelta(hours=4))
DAY = dt.date(2025, 10, 5)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        pytest.param([], None, id="nothing"),
        pytest.param([None, None], None, id="nothing known"),
        pytest.param([DAY], at("2025-10-05T00:00"), id="a day"),
        pytest.param([DAY, at("2025-10-05T09:00")], at("2025-10-05T09:00"), id="a time on that day is newer than the day"),
        pytest.param([dt.date(2025, 10, 6), at("2025-10-05T23:00")], at("2025-10-06T00:00"), id="the next day is newer"),
        pytest.param([at("2025-10-05T12:00+04:00"), at("2025-10-05T09:00+00:00")], at("2025-10-05T09:00+00:00"), id="by the instant, not the clock"),
        pytest.param([at("2025-10-05T12:00+04:00"), at("2025-10-05T11:00")], at("2025-10-05T12:00+04:00"), id="a time without zone is the story's"),
        pytest.param([at("2025-10-05T12:00+04:00"), at("2025-10-05T13:00"), None], at("2025-10-05T13:00"), id="mixed with nothing"),
    ],
)  # fmt: skip
def test_newest(moments: list[dt.datetime | dt.date | None], expected: dt.datetime | None) -> None:
    found = newest(moments)
    assert found == expected
    assert newest(moments[::-1]) == found


@given(st.lists(st.one_of(st.none(), st.dates(), st.datetimes(), st.datetimes(timezones=st.just(EAST)))))
def test_newest_does_not_depend_on_the_order(moments: list[dt.datetime | dt.date | None]) -> None:
    assert repr(newest(moments)) == repr(newest(sorted(moments, key=repr)))


def test_story_zone_prefers_the_most_common() -> None:
    assert (
        story_zone([at("2025-10-05T12:00+04:00"), at("2025-10-05T12:00+01:00"), at("2025-10-06T12:00+04:00")])
        == EAST
    )
    assert story_zone([at("2025-10-05T12:00+04:00"), at("2025-10-05T12:00+01:00")]).utcoffset(
        None
    ) == dt.timedelta(hours=1)
    assert story_zone([DAY, at("2025-10-05T12:00"), None]) == dt.UTC


def test_what_is_not_known_comes_last() -> None:
    assert instant(None, EAST) > instant(dt.datetime.max, dt.UTC) - dt.timedelta(days=1)  # noqa: DTZ901 -- the last moment there is


@pytest.mark.parametrize(
    ("as_of", "known", "expected"),
    [
        pytest.param(None, [], "not known: no article states when it was published", id="nothing known"),
        pytest.param(at("2025-10-06T17:30+04:00"), [], "Mon 6 Oct 2025 17:30 +04:00 (13:30 UTC)", id="zone"),
        pytest.param(at("2025-10-06T02:30+04:00"), [], "Mon 6 Oct 2025 02:30 +04:00 (Sun 5 Oct 22:30 UTC)", id="another day in UTC"),
        pytest.param(at("2025-10-06T17:30+00:00"), [], "Mon 6 Oct 2025 17:30 UTC", id="UTC"),
        pytest.param(at("2025-10-06T17:30"), [], "Mon 6 Oct 2025 17:30 (zone not stated)", id="no zone"),
        pytest.param(at("2025-10-06T00:00"), [dt.date(2025, 10, 6), None], "Mon 6 Oct 2025", id="only the day"),
        pytest.param(at("2025-10-06T00:00"), [], "Mon 6 Oct 2025 00:00 (zone not stated)", id="midnight that was stated"),
    ],
)  # fmt: skip
def test_as_of_words(as_of: dt.datetime | None, known: list[dt.date | None], expected: str) -> None:
    assert as_of_words(as_of, known) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param("2025-10-05T02:17", "2025-10-05T02:18", "Sun 5 Oct 02:17", id="a minute"),
        pytest.param("2025-10-05", "2025-10-06", "Sun 5 Oct", id="a day"),
        pytest.param("2025-10-05", "2025-10-08", "Sun 5 Oct – Tue 7 Oct", id="days"),
        pytest.param("2025-10-05T12:00", "2025-10-05T18:00", "Sun 5 Oct 12:00–18:00", id="an afternoon"),
        pytest.param("2025-10-05T18:00", "2025-10-06T06:00", "night, Sun 5 – Mon 6 Oct", id="a night"),
        pytest.param("2025-09-30T18:00", "2025-10-01T06:00", "night, Tue 30 Sep – Wed 1 Oct", id="a night between months"),
        pytest.param("2025-10-05T00:00", "2025-10-06T00:01", "midnight, Sun 5 or Mon 6 Oct", id="either midnight"),
        pytest.param("2025-10-05T18:00", "2025-10-06T00:00", "Sun 5 Oct 18:00 – Mon 6 Oct", id="an evening"),
        pytest.param("2025-09-01", "2025-10-01", "Sep 2025", id="a month"),
        pytest.param("1961-01-01", "1962-01-01", "1961", id="a year"),
        pytest.param("2025-09-01", "2025-11-01", "Mon 1 Sep – Fri 31 Oct", id="two months"),
        pytest.param("2025-01-01", "2025-01-02", "Wed 1 Jan", id="the first of a month"),
        pytest.param("2024-12-31", "2025-01-02", "Tue 31 Dec 2024 – Wed 1 Jan", id="over the year"),
        pytest.param(None, "2025-10-05T12:00", "until Sun 5 Oct 12:00", id="by noon"),
        pytest.param("2025-10-05", None, "from Sun 5 Oct", id="since"),
        pytest.param(None, None, None, id="not resolved"),
        pytest.param("2025-10-05T12:00", "2025-10-05T12:00+04:00", "Sun 5 Oct 12:00", id="one side without zone"),
        pytest.param("2025-10-06", "2025-10-05", "Mon 6 Oct 00:00", id="turned round"),
    ],
)  # fmt: skip
def test_interval_words(start: str | None, end: str | None, expected: str | None) -> None:
    interval = TimeInterval(text="then", start=at(start) if start else None, end=at(end) if end else None)
    assert interval_words(interval, common=2025) == expected


@pytest.mark.parametrize(
    ("words", "start", "end", "expected"),
    [
        pytest.param("Sunday", "2025-10-05T00:00+00:00", "2025-10-06T00:00+00:00", "Sun 5 Oct", id="a day is the article's"),
        pytest.param("the early hours", "2025-10-05T00:00+00:00", "2025-10-05T06:00+00:00", "Sun 5 Oct 00:00–06:00", id="a part of a day too"),
        pytest.param("at 2.17 a.m.", "2025-10-05T02:17+00:00", "2025-10-05T02:18+00:00", "Sun 5 Oct 02:17", id="a clock too"),
        pytest.param("at 02:17 GMT", "2025-10-05T02:17+00:00", "2025-10-05T02:18+00:00", "Sun 5 Oct 06:17", id="a stated zone is moved"),
        pytest.param("from 6 p.m. to 6 a.m.", "2025-10-05T18:00", "2025-10-06T06:00", "Sun 5 Oct 18:00 – Mon 6 Oct 06:00", id="stated hours are no night"),
    ],
)  # fmt: skip
def test_only_a_stated_zone_is_moved(words: str, start: str, end: str, expected: str) -> None:
    assert (
        interval_words(TimeInterval(text=words, start=at(start), end=at(end)), common=2025, zone=EAST)
        == expected
    )


def test_words_for_what_is_not_there() -> None:
    assert interval_words(None) is None
    assert moment_words(None) == "time not known"
    assert offset_words(at("2025-10-05T12:00+05:30")) == "+05:30"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(None, None, id="nothing"),
        pytest.param(DAY, DAY, id="a day"),
        pytest.param(at("2025-10-05T12:00"), at("2025-10-05T12:00"), id="no zone"),
        pytest.param(at("2025-10-05T12:00+00:00"), at("2025-10-05T16:00+04:00"), id="moved"),
        pytest.param(
            at("9999-12-31T23:00+00:00"), at("9999-12-31T23:00+00:00"), id="the end of the calendar"
        ),
    ],
)
def test_in_zone(moment: dt.datetime | dt.date | None, expected: dt.datetime | dt.date | None) -> None:
    assert str(in_zone(moment, EAST)) == str(expected)


def test_length_of() -> None:
    noon = at("2025-10-05T12:00")
    assert length_of(TimeInterval(text="at noon", start=noon, end=noon), EAST) == dt.timedelta(0)
    assert length_of(TimeInterval(text="by noon", end=noon), EAST) == dt.timedelta.max
