"""What stands above a pasted report: name, date, byline and headline in the orders that papers use."""

import datetime as dt

import pytest

from counterclaim.text.articles.drafts import parse_plain
from counterclaim.text.articles.markdown import parse_markdown

REPORT = "A ferry sank off Lisse. Twelve people died."
DAY = dt.date(2025, 10, 5)
EARLY, LATE = (dt.datetime.fromisoformat(f"2025-10-05T{hour}") for hour in ("02:14", "21:52"))


@pytest.mark.parametrize(
    ("head", "outlet", "title", "published"),
    [
        pytest.param("Harbour Post\n5 October 2025\n\nFerry sinks off Lisse", "Harbour Post", "Ferry sinks off Lisse", DAY, id="name-date-headline"),
        pytest.param("HARBOUR POST\nThe paper of the coast\nSunday, 5 October 2025\n\nFERRY LOST: NO WORD FROM THE OWNERS", "HARBOUR POST", "FERRY LOST: NO WORD FROM THE OWNERS", DAY, id="with-a-motto"),
        pytest.param("Ferry sinks off Lisse\n\nBy Ann Lee\nPublished: October 5, 2025", None, "Ferry sinks off Lisse", DAY, id="headline-first"),
        pytest.param("Coast Radio - Evening News\nSun 5 Oct 2025 21:52\nCorrespondent: Ann Lee", "Coast Radio", None, LATE, id="no-headline"),
        pytest.param("Coast Agency\nLisse, Sunday 5 October 2025, 02:14\nBy Ann Lee\n\nFerry sinks", "Coast Agency", "Ferry sinks", EARLY, id="a-place-before-the-date"),
        pytest.param("Harbour Post\n5 October 2025\nAnn Lee, shipping reporter\n\nFerry sinks", "Harbour Post", "Ferry sinks", DAY, id="a-role-as-byline"),
        pytest.param("5 October 2025\n\nFerry sinks off Lisse", None, "Ferry sinks off Lisse", DAY, id="date-first"),
        pytest.param("Ferry sinks off Lisse", None, "Ferry sinks off Lisse", None, id="headline-alone"),
        pytest.param("Harbour Post\n15/05/2025\nFerry sinks off Lisse", "Harbour Post", "Ferry sinks off Lisse", dt.date(2025, 5, 15), id="in-digits"),
        pytest.param("Harbour Post\n06/10/2025\nFerry sinks off Lisse", "Harbour Post", "Ferry sinks off Lisse", None, id="day-or-month-first"),
        pytest.param("Harbour Post\n05.10.2025\nFerry sinks off Lisse", "Harbour Post", "Ferry sinks off Lisse", DAY, id="with-full-stops"),
        pytest.param("Harbour Post\nOctober 5, 2025, 9:52 p.m. ET\nFerry sinks off Lisse\nby Ann Lee", "Harbour Post", "Ferry sinks off Lisse", LATE, id="a-zone-by-name"),
        pytest.param("Harbour Post\n5 Oct 2025 | Updated 14:22\n\nFerry sinks off Lisse\n\n(HPA)", "Harbour Post", "Ferry sinks off Lisse", DAY, id="updated-and-credited"),
        pytest.param("Harbour Post, 5 October 2025\nFerry sinks off Lisse\nBy Ann Lee", "Harbour Post", "Ferry sinks off Lisse", DAY, id="on-one-line"),
        pytest.param("Ferry sinks off Lisse\nPublished: 5 October 2025 at 21:52 BST\nSource: Harbour Post\nAuthor: Ann Lee", "Harbour Post", "Ferry sinks off Lisse", LATE, id="labelled"),
        pytest.param("EXCLUSIVE\nFerry sinks off Lisse\nBy Ann Lee\n5 October 2025", None, "Ferry sinks off Lisse", DAY, id="furniture"),
        pytest.param("Harbour Post\n5 October 2025\nFerry sinks off Lisse\nTwelve lost as bow door opens\nBy Ann Lee\n3 min read", "Harbour Post", "Ferry sinks off Lisse", DAY, id="with-a-standfirst"),
        pytest.param("Ferry sinks off Lisse\nBy Ann Lee, The Harbour Times\n5 October 2025", "The Harbour Times", "Ferry sinks off Lisse", DAY, id="name-in-the-byline"),
        pytest.param("Ferry sinks off Lisse\nPublished 5 October 2025, North Sea Herald\nBy Tom Aas", "North Sea Herald", "Ferry sinks off Lisse", DAY, id="name-behind-the-date"),
        pytest.param("World\nThe Northern Mail\nOctober 5, 2025\nFerry sinks off Lisse", "The Northern Mail", "Ferry sinks off Lisse", DAY, id="a-section"),
        pytest.param("Local News\nFerry sinks off Lisse\nCoast Courier\n2 hours ago", "Coast Courier", "Ferry sinks off Lisse", None, id="a-relative-time"),
    ],
)  # fmt: skip
def test_lines_above_a_report(
    head: str, outlet: str | None, title: str | None, published: dt.date | None
) -> None:
    draft = parse_plain(f"{head}\n\n{REPORT}\n")
    assert (draft.outlet, draft.title, draft.published) == (outlet, title, published)
    assert draft.text.endswith(REPORT)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        pytest.param("By Ann Lee, The Harbour Times", "Ann Lee", id="outlet"),
        pytest.param("By Ann Lee, chief reporter", "Ann Lee, chief reporter", id="role"),
        pytest.param("By Ann Lee, Tom Aas", "Ann Lee, Tom Aas", id="two-authors"),
    ],
)
def test_an_outlet_leaves_the_byline(byline: str, author: str) -> None:
    assert parse_plain(f"Ferry sinks off Lisse\n{byline}\n5 October 2025\n\n{REPORT}\n").byline == author


def test_a_relative_time_is_said_to_be_none() -> None:
    (flag,) = parse_plain(f"Ferry sinks off Lisse\nCoast Courier\n2 hours ago\n\n{REPORT}\n").flags
    assert flag.startswith("no publication date: '2 hours ago' is relative")


def test_a_line_of_the_masthead_that_is_none_of_these_stays_in_the_text() -> None:
    draft = parse_plain(f"Harbour Post\nPRESS STATEMENT\n5 October 2025\n\nFerry sinks\n\n{REPORT}")
    assert draft.text.split("\n\n") == ["PRESS STATEMENT", REPORT]


def test_a_dateline_on_its_own_line_gives_the_day_and_leaves_the_year_open() -> None:
    draft = parse_plain(
        f"HARBOUR POST\nLISSE, Oct 5 (HP)\nReporting by Ann Lee\n\nFerry sinks off Lisse\n\n{REPORT}"
    )
    assert (draft.outlet, draft.title, draft.byline) == ("HARBOUR POST", "Ferry sinks off Lisse", "Ann Lee")
    assert draft.lacks_year


@pytest.mark.parametrize("worded", ["06/10/2025", "31 June 2025"])
def test_a_date_that_is_none_is_flagged(worded: str) -> None:
    draft = parse_plain(f"Harbour Post\n{worded}\n\nFerry sinks off Lisse\n\n{REPORT}")
    assert draft.flags == (f"publication date not understood: {worded!r}",)


def test_dates_in_the_report_are_no_masthead() -> None:
    text = "Ferry sinks off Lisse\n\nA ferry sank.\n\n5 October 2025\n\nTwelve people died."
    draft = parse_plain(text)
    assert draft.title == "Ferry sinks off Lisse"
    assert draft.published is None
    assert "5 October 2025" in draft.text


def test_front_matter_comes_before_a_masthead() -> None:
    draft = parse_markdown(
        "---\nheadline: Ferry: twelve dead\nsite: Post\ndate: 2025-10-06\n---\n5 October 2025\n\nIt sank."
    )
    assert (draft.title, draft.outlet, draft.published) == (
        "Ferry: twelve dead",
        "Post",
        dt.date(2025, 10, 6),
    )
