"""What the bottom line tells of time: how the event ended, and that a state went on."""

import datetime as dt

import pytest

from counterclaim.core.records import Attribution, Claim, Engine, Relation, TimeInterval
from counterclaim.note.briefing import build_briefing
from counterclaim.note.opening import bottom_line
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY
from small_accounts import article as account
from small_note import claim, note, thread


def tell(*texts: str) -> str:
    days = (MONDAY, TUESDAY, TUESDAY)
    read = [read_article(account(t, outlet=f"Outlet {n}", published=days[n])) for n, t in enumerate(texts)]
    made = build_briefing(compare_digests(read), engine=Engine(reader="builtin", version="0"))
    return " ".join(made.bottom_line)


def test_the_end_that_several_outlets_tell_of_is_told_with_who_says_so() -> None:
    told = tell(
        "The search was called off at 9 p.m. on Sunday, the harbour master Ana Roy said.",
        "Nine boats had left before noon. At 9 p.m. on Sunday it was too dark and the search was called off, according to "
        "Ana Roy, who runs the harbour.",
    )
    assert "Of its end: " in told
    assert "said Ana Roy alone" in told


def test_the_end_that_one_outlet_tells_of_is_not() -> None:
    told = tell(
        "The search was called off at 9 p.m. on Sunday, Ana Roy said.", "Nine boats left, Bo Lind said."
    )
    assert "its end" not in told


def day(number: int) -> TimeInterval:
    start = dt.datetime(2025, 5, number)  # noqa: DTZ001 -- local time
    return TimeInterval(text="that day", start=start, end=start + dt.timedelta(days=1))


def own(number: str, paper: str, text: str, when: int) -> Claim:
    link = Attribution(name=f"Outlet {paper}", role="outlet", mode="narration")
    return claim(number, paper, attribution=(link,), text=text, event_time=day(when))


@pytest.mark.parametrize(
    ("later", "words"),
    [
        pytest.param("The gate stayed closed on Friday, a day after the fire", "Latest: The gate stayed closed on Friday (Outlet c); reported alike by two newsrooms", id="goes-on"),
        pytest.param("Still, closed it was on Friday", "Latest: Still, closed it was on Friday (Outlet c); reported alike by two newsrooms", id="a-short-clause"),
        pytest.param("The gate was painted on Friday", "Reported alike by two newsrooms", id="another-deed"),
    ],
)  # fmt: skip
def test_the_latest_state_comes_before_what_several_report(later: str, words: str) -> None:
    claims = [
        own("1", "a", "The gate was closed", 1),
        own("2", "b", "The gate was closed", 1),
        own("3", "c", later, 2),
    ]
    apart = Relation(a="1", b="3", label="compatible", reason="two times", basis="rule:time")
    asked = (thread("1", "2", status="agreed", own_reports=True), thread("3", number="u"))
    made = note(*claims, relations=(apart,), threads=asked)
    told = bottom_line(made, place_claims(register_briefing(made)))
    assert told[0].startswith(words)
