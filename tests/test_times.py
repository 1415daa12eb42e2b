"""Times: what the words of a news text say about when, as intervals."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Article, TimeInterval
from counterclaim.text.times import (
    Anchor,
    TimeMention,
    anchor_of,
    compare_times,
    find_times,
    merge_times,
)

# A Tuesday. The time of day matters for what was still to come.
PUBLISHED = dt.datetime(2025, 10, 14, 16)  # noqa: DTZ001 - an article without a stated zone
UTC = dt.UTC
KABUL = dt.timezone(dt.timedelta(hours=4, minutes=30))


def when(moment: dt.datetime | None) -> str:
    return "-" if moment is None else moment.isoformat(" ", "minutes")


def show(mention: TimeMention) -> str:
    interval = mention.interval
    return (
        f"{interval.text} | {mention.kind} {mention.relation} | {when(interval.start)} | {when(interval.end)}"
    )


def shown(text: str, published: dt.date | None = PUBLISHED) -> list[str]:
    return [show(mention) for mention in find_times(text, anchor=Anchor(published))]


def only(text: str, published: dt.date | None = PUBLISHED) -> TimeInterval:
    (mention,) = find_times(text, anchor=Anchor(published))
    return mention.interval


# What is expected of each time: its words | kind and relation | start | end.
# fmt: off
CASES = [
    pytest.param("The dam burst on Saturday.", ["Saturday | date at | 2025-10-11 00:00 | 2025-10-12 00:00"], id="weekday-past"),
    pytest.param("The minister resigned on Tuesday.", ["Tuesday | date at | 2025-10-14 00:00 | 2025-10-15 00:00"], id="weekday-publication-day"),
    pytest.param("Rockets fell on the port on Saturday night.", ["Saturday night | part_of_day at | 2025-10-11 18:00 | 2025-10-12 06:00"], id="weekday-night"),
    pytest.param("The court will rule on Friday.", ["Friday | date at | 2025-10-17 00:00 | 2025-10-18 00:00"], id="weekday-future-will"),
    pytest.param("The inquiry is due to open on Monday.", ["Monday | date at | 2025-10-20 00:00 | 2025-10-21 00:00"], id="weekday-future-due"),
    pytest.param("A second round is set for Thursday.", ["Thursday | date at | 2025-10-16 00:00 | 2025-10-17 00:00"], id="weekday-future-set-for"),
    pytest.param("Both sides agreed to meet on Friday.", ["Friday | date at | 2025-10-17 00:00 | 2025-10-18 00:00"], id="weekday-future-agreed-to-meet"),
    pytest.param("The firm declined to comment on Friday.", ["Friday | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="weekday-past-declined-to-comment"),
    pytest.param("The funeral will be held on Wednesday.", ["Wednesday | date at | 2025-10-15 00:00 | 2025-10-16 00:00"], id="weekday-passive-future"),
    pytest.param("The union said on Thursday that it would strike on Saturday.", ["Thursday | date at | 2025-10-09 00:00 | 2025-10-10 00:00", "Saturday | date at | 2025-10-11 00:00 | 2025-10-12 00:00"], id="weekday-would-after-said"),
    pytest.param("On Thursday, parliament will vote.", ["Thursday | date at | 2025-10-16 00:00 | 2025-10-17 00:00"], id="weekday-sentence-start-future"),
    pytest.param("On Thursday the crossing was shut.", ["Thursday | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="weekday-sentence-start-past"),
    pytest.param("She promised an answer by noon on Thursday.", ["by noon on Thursday | clock by | - | 2025-10-16 12:00"], id="weekday-promise-by"),
    pytest.param("Fighting had begun last Friday.", ["last Friday | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="weekday-last"),
    pytest.param("The ferry returns next Monday.", ["next Monday | date at | 2025-10-20 00:00 | 2025-10-21 00:00"], id="weekday-next"),
    pytest.param("The verdict will come this Thursday.", ["this Thursday | date at | 2025-10-16 00:00 | 2025-10-17 00:00"], id="weekday-this-future"),
    pytest.param("The market fell this past Friday.", ["this past Friday | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="weekday-this-past"),
    pytest.param("The ceasefire starts this coming Saturday.", ["this coming Saturday | date at | 2025-10-18 00:00 | 2025-10-19 00:00"], id="weekday-coming"),
    pytest.param("They meet again on Monday of next week.", ["Monday of next week | date at | 2025-10-20 00:00 | 2025-10-21 00:00"], id="weekday-of-next-week"),
    pytest.param("The talks resume next week on Tuesday.", ["next week on Tuesday | date at | 2025-10-21 00:00 | 2025-10-22 00:00"], id="weekday-next-week-order"),
    pytest.param("The bridge was closed on Friday last week.", ["Friday last week | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="weekday-last-week"),
    pytest.param("The company regretted Thursday’s raid.", ["Thursday | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="weekday-possessive"),
    pytest.param("Monday's 9 a.m. count put it ahead.", ["Monday's 9 a.m. | clock at | 2025-10-13 09:00 | 2025-10-13 09:01"], id="weekday-possessive-clock"),
    pytest.param("The shop was robbed on Wed. 8 Oct.", ["Wed. 8 Oct. | date at | 2025-10-08 00:00 | 2025-10-09 00:00"], id="weekday-short-dotted"),
    pytest.param("Until Monday the road was open.", ["Until Monday | date until | - | 2025-10-14 00:00"], id="weekday-until-past"),
    pytest.param("Closed from Thursday.", ["from Thursday | date since | 2025-10-16 00:00 | -"], id="weekday-from-announcement"),
    pytest.param("The museum stays shut through Friday.", ["through Friday | date until | - | 2025-10-18 00:00"], id="weekday-through"),
    pytest.param("They dug all through Sunday.", ["Sunday | date during | 2025-10-12 00:00 | 2025-10-13 00:00"], id="weekday-all-through"),
    pytest.param("Residents may return on Thursday at the earliest.", ["Thursday at the earliest | date since | 2025-10-16 00:00 | -"], id="weekday-earliest"),
    pytest.param("The form must arrive on Friday at the latest.", ["Friday at the latest | date by | - | 2025-10-18 00:00"], id="weekday-latest"),
    pytest.param("The count has not changed since Sunday.", ["since Sunday | date since | 2025-10-12 00:00 | -"], id="weekday-since"),
    pytest.param("The board meets on the first Friday of July.", ["Friday | date at | - | -", "July | period at | 2026-07-01 00:00 | 2026-08-01 00:00"], id="weekday-nth"),
    pytest.param("It was the Friday before the vote.", ["Friday | date at | - | -"], id="weekday-unknown"),
    pytest.param("Two officers were wounded today.", ["today | date at | 2025-10-14 00:00 | 2025-10-15 00:00"], id="today"),
    pytest.param("The fire began yesterday evening.", ["yesterday evening | part_of_day at | 2025-10-13 17:00 | 2025-10-14 00:00"], id="yesterday-part"),
    pytest.param("Schools reopen tomorrow.", ["tomorrow | date at | 2025-10-15 00:00 | 2025-10-16 00:00"], id="tomorrow"),
    pytest.param("A vigil will be held tonight.", ["tonight | part_of_day at | 2025-10-14 17:00 | 2025-10-15 06:00"], id="tonight"),
    pytest.param("The siege ended last night.", ["last night | part_of_day at | 2025-10-13 18:00 | 2025-10-14 06:00"], id="last-night"),
    pytest.param("He had flown in the day before yesterday.", ["the day before yesterday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="day-before-yesterday"),
    pytest.param("Snow fell overnight.", ["overnight | part_of_day at | 2025-10-13 18:00 | 2025-10-14 06:00"], id="overnight"),
    pytest.param("Drones struck overnight on Saturday.", ["overnight on Saturday | part_of_day at | 2025-10-10 18:00 | 2025-10-12 06:00"], id="overnight-with-day"),
    pytest.param("Police said on Sunday that the man had vanished a day earlier.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00", "a day earlier | date at | 2025-10-11 00:00 | 2025-10-12 00:00"], id="day-earlier"),
    pytest.param("The army struck on Saturday. The previous day a convoy had been hit.", ["Saturday | date at | 2025-10-11 00:00 | 2025-10-12 00:00", "The previous day | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="previous-day"),
    pytest.param("The army struck on Saturday. The next day it withdrew.", ["Saturday | date at | 2025-10-11 00:00 | 2025-10-12 00:00", "The next day | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="next-day"),
    pytest.param("The train derailed on 6 October. Two days later the line reopened.", ["6 October | date at | 2025-10-06 00:00 | 2025-10-07 00:00", "Two days later | date at | 2025-10-08 00:00 | 2025-10-09 00:00"], id="two-days-later"),
    pytest.param("The army struck on Saturday. The rebels had left the day before.", ["Saturday | date at | 2025-10-11 00:00 | 2025-10-12 00:00", "the day before | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="the-day-before-end"),
    pytest.param("He left the day after the vote.", ["the day after | date at | - | -"], id="the-day-after-event"),
    pytest.param("The storm hit on Friday. The roofs were gone the morning after.", ["Friday | date at | 2025-10-10 00:00 | 2025-10-11 00:00", "the morning after | part_of_day at | 2025-10-11 00:00 | 2025-10-11 12:00"], id="morning-after"),
    pytest.param("The court ruled on Monday. It was overruled the same evening.", ["Monday | date at | 2025-10-13 00:00 | 2025-10-14 00:00", "the same evening | part_of_day at | 2025-10-13 17:00 | 2025-10-14 00:00"], id="same-evening"),
    pytest.param("The siren went at 3 p.m. on Monday. An hour later it stopped.", ["3 p.m. on Monday | clock at | 2025-10-13 15:00 | 2025-10-13 15:01", "An hour later | period at | 2025-10-13 15:30 | 2025-10-13 16:30"], id="hour-later"),
    pytest.param("The last bus left three hours ago.", ["three hours ago | period at | 2025-10-14 12:30 | 2025-10-14 13:30"], id="hours-ago-aware"),
    pytest.param("The firm had named 300 posts a week ago.", ["a week ago | date at | 2025-10-04 00:00 | 2025-10-11 00:00"], id="week-ago"),
    pytest.param("A mediator had arrived three weeks earlier.", ["three weeks earlier | date at | 2025-09-20 00:00 | 2025-09-27 00:00"], id="three-weeks-earlier"),
    pytest.param("The plant was sold two years ago.", ["two years ago | period at | 2023-04-14 00:00 | 2024-04-15 00:00"], id="years-ago"),
    pytest.param("She had left two years and three months ago.", ["three months ago | date at | - | -"], id="mixed-units-unknown"),
    pytest.param("The tower will open in two weeks.", ["in two weeks | date at | 2025-10-25 00:00 | 2025-11-01 00:00"], id="in-two-weeks-future"),
    pytest.param("They rebuilt the bridge in two weeks.", ["two weeks | duration at | - | -"], id="in-two-weeks-past"),
    pytest.param("Over the past two weeks 40 homes have burned.", ["the past two weeks | period during | 2025-09-30 00:00 | 2025-10-15 00:00"], id="past-two-weeks"),
    pytest.param("In the last 24 hours nine people died.", ["the last 24 hours | period at | 2025-10-13 16:00 | 2025-10-14 16:00"], id="last-24-hours"),
    pytest.param("Prices have fallen in recent weeks.", ["weeks | date at | - | -"], id="recent-weeks"),
    pytest.param("The well ran dry a few days ago.", ["a few days ago | date at | - | -"], id="few-days-ago"),
    pytest.param("The mine was flooded on October 9.", ["October 9 | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="month-day"),
    pytest.param("A truce was signed on Oct. 9.", ["Oct. 9 | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="month-abbr"),
    pytest.param("The mine was flooded on 9 October.", ["9 October | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="day-month"),
    pytest.param("The treaty was signed on 9 Oct 2024.", ["9 Oct 2024 | date at | 2024-10-09 00:00 | 2024-10-10 00:00"], id="day-month-year"),
    pytest.param("The treaty was signed on October 9, 2024.", ["October 9, 2024 | date at | 2024-10-09 00:00 | 2024-10-10 00:00"], id="month-day-year"),
    pytest.param("The log entry is dated 2025-10-09.", ["2025-10-09 | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="iso"),
    pytest.param("The log starts at 2025-10-09T08:15:00Z.", ["2025-10-09T08:15:00Z | clock at | 2025-10-09 08:15+00:00 | 2025-10-09 08:16+00:00"], id="iso-time"),
    pytest.param("The form is dated 9/10/2025.", ["9/10/2025 | date at | - | -"], id="slashed-ambiguous"),
    pytest.param("The form is dated 13/10/2025.", ["13/10/2025 | date at | 2025-10-13 00:00 | 2025-10-14 00:00"], id="slashed-clear"),
    pytest.param("The form is dated 9.10.2025.", ["9.10.2025 | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="dotted"),
    pytest.param("Nobody called on the sixth of October.", ["the sixth of October | date at | 2025-10-06 00:00 | 2025-10-07 00:00"], id="ordinal-words"),
    pytest.param("Nobody called on October the sixth.", ["October the sixth | date at | 2025-10-06 00:00 | 2025-10-07 00:00"], id="ordinal-month-first"),
    pytest.param("The fair ran on 9-11 October.", ["9-11 October | date during | 2025-10-09 00:00 | 2025-10-12 00:00"], id="day-range"),
    pytest.param("It rained between 9 and 11 October.", ["between 9 and 11 October | date during | 2025-10-09 00:00 | 2025-10-12 00:00"], id="day-range-between"),
    pytest.param("The summit was held on Oct. 9-11.", ["Oct. 9-11 | date during | 2025-10-09 00:00 | 2025-10-12 00:00"], id="month-first-range"),
    pytest.param("The office will close from 31 December to 2 January.", ["from 31 December to 2 January | date during | 2025-12-31 00:00 | 2026-01-03 00:00"], id="date-range-new-year"),
    pytest.param("The works will close on 31 March.", ["31 March | date at | 2026-03-31 00:00 | 2026-04-01 00:00"], id="date-nearest-future"),
    pytest.param("The ban holds until 31 March.", ["until 31 March | date until | - | 2026-04-01 00:00"], id="date-until"),
    pytest.param("He was told 19 December.", ["19 December | date at | 2025-12-19 00:00 | 2025-12-20 00:00"], id="date-object-of-past"),
    pytest.param("All shops must pay by 1 November.", ["by 1 November | date by | - | 2025-11-02 00:00"], id="date-by"),
    pytest.param("The last day is Friday 19 December.", ["Friday 19 December | date at | 2025-12-19 00:00 | 2025-12-20 00:00"], id="date-with-weekday"),
    pytest.param("A similar blast was reported on 9 October last year.", ["9 October last year | date at | 2024-10-09 00:00 | 2024-10-10 00:00"], id="date-last-year"),
    pytest.param("The ship left on the 9th, he said.", ["9th | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="date-on-the-nth"),
    pytest.param("The strikes came on Thursday night (October 9).", ["Thursday night (October 9) | part_of_day at | 2025-10-09 18:00 | 2025-10-10 06:00"], id="date-in-brackets"),
    pytest.param("The form said 30 February 2024.", ["30 February 2024 | date at | - | -"], id="invalid-date"),
    pytest.param("The fort was built in the 19th century.", ["19th century | period at | 1800-01-01 00:00 | 1901-01-01 00:00"], id="century"),
    pytest.param("Sales collapsed in September.", ["September | period at | 2025-09-01 00:00 | 2025-10-01 00:00"], id="month-past"),
    pytest.param("The court will sit again in March.", ["March | period at | 2026-03-01 00:00 | 2026-04-01 00:00"], id="month-future"),
    pytest.param("The law was passed in May 2019.", ["May 2019 | period at | 2019-05-01 00:00 | 2019-06-01 00:00"], id="month-with-year"),
    pytest.param("The law was passed in June last year.", ["June last year | period at | 2024-06-01 00:00 | 2024-07-01 00:00"], id="month-last-year"),
    pytest.param("The first snow fell in early October.", ["early October | period at | 2025-10-01 00:00 | 2025-10-17 00:00"], id="month-early"),
    pytest.param("The harvest ended in mid-September.", ["mid-September | period at | 2025-09-08 00:00 | 2025-09-24 00:00"], id="month-mid"),
    pytest.param("The school will close at the end of November.", ["the end of November | period at | 2025-11-20 00:00 | 2025-12-01 00:00"], id="month-end"),
    pytest.param("He was elected last October.", ["last October | period at | 2024-10-01 00:00 | 2024-11-01 00:00"], id="month-last"),
    pytest.param("The works opened in 1961.", ["1961 | period at | 1961-01-01 00:00 | 1962-01-01 00:00"], id="year-in"),
    pytest.param("The state has paid since 2019.", ["since 2019 | period since | 2019-01-01 00:00 | -"], id="year-since"),
    pytest.param("In 2019 people died of it.", ["2019 | period at | 2019-01-01 00:00 | 2020-01-01 00:00"], id="year-before-noun"),
    pytest.param("Prices had doubled in late 2024.", ["late 2024 | period at | 2024-07-02 00:00 | 2025-01-01 00:00"], id="year-late"),
    pytest.param("The war of 2017-2019 cost both sides.", ["2017-2019 | period at | 2017-01-01 00:00 | 2020-01-01 00:00"], id="year-range"),
    pytest.param("He governed from 2017 to 2019.", ["from 2017 to 2019 | period during | 2017-01-01 00:00 | 2020-01-01 00:00"], id="year-from-to"),
    pytest.param("Rents have risen since the 1990s.", ["since the 1990s | period since | 1990-01-01 00:00 | -"], id="decade"),
    pytest.param("Orders have fallen this year.", ["this year | period at | 2025-01-01 00:00 | 2026-01-01 00:00"], id="this-year"),
    pytest.param("Orders fell last year.", ["last year | period at | 2024-01-01 00:00 | 2025-01-01 00:00"], id="last-year"),
    pytest.param("The firm cut 90 jobs this week.", ["this week | period at | 2025-10-13 00:00 | 2025-10-20 00:00"], id="this-week"),
    pytest.param("More rain will fall later this week.", ["later this week | period at | 2025-10-14 16:00 | 2025-10-20 00:00"], id="later-this-week"),
    pytest.param("The line will close by the end of the year.", ["by the end of the year | period by | - | 2026-01-01 00:00"], id="by-end-of-year"),
    pytest.param("Two boats sank over the weekend.", ["the weekend | period during | 2025-10-11 00:00 | 2025-10-13 00:00"], id="weekend-past"),
    pytest.param("The chair means to step down in the spring.", ["the spring | period at | - | -"], id="season-alone"),
    pytest.param("The dam failed in spring 2024.", ["spring 2024 | period at | 2024-01-01 00:00 | 2025-01-01 00:00"], id="season-year"),
    pytest.param("The strike began in the week of 6 October.", ["6 October | date at | 2025-10-06 00:00 | 2025-10-13 00:00"], id="week-of"),
    pytest.param("The quake came at 2.17 a.m. on Sunday.", ["2.17 a.m. on Sunday | clock at | 2025-10-12 02:17 | 2025-10-12 02:18"], id="clock-dot"),
    pytest.param("The quake came at 2:17am on Sunday.", ["2:17am on Sunday | clock at | 2025-10-12 02:17 | 2025-10-12 02:18"], id="clock-colon"),
    pytest.param("The alarm was raised at 02:17 on Sunday.", ["02:17 on Sunday | clock at | 2025-10-12 02:17 | 2025-10-12 02:18"], id="clock-24"),
    pytest.param("The alarm was raised at 0217 GMT on Sunday.", ["0217 GMT on Sunday | clock at | 2025-10-12 02:17+00:00 | 2025-10-12 02:18+00:00"], id="clock-military-zone"),
    pytest.param("The slide began at 21:40 UTC on Saturday.", ["21:40 UTC on Saturday | clock at | 2025-10-11 21:40+00:00 | 2025-10-11 21:41+00:00"], id="clock-utc"),
    pytest.param("The log shows 14:00+04:30 on Sunday.", ["14:00+04:30 on Sunday | clock at | 2025-10-12 14:00+04:30 | 2025-10-12 14:01+04:30"], id="clock-offset"),
    pytest.param("The blast came at 8 p.m. local time on Sunday.", ["8 p.m. local time on Sunday | clock at | 2025-10-12 20:00 | 2025-10-12 20:01"], id="clock-local"),
    pytest.param("The plane landed at 9 a.m. Kabul time on Sunday.", ["9 a.m. Kabul time on Sunday | clock at | 2025-10-12 09:00 | 2025-10-12 09:01"], id="clock-city"),
    pytest.param("Polls closed at 8 p.m. Eastern time on Sunday.", ["8 p.m. Eastern time on Sunday | clock at | 2025-10-12 20:00-04:00 | 2025-10-12 20:01-05:00"], id="clock-eastern"),
    pytest.param("He spoke at 9 a.m. IST on Sunday.", ["9 a.m. IST on Sunday | clock at | 2025-10-12 09:00 | 2025-10-12 09:01"], id="clock-ist"),
    pytest.param("It struck at 6.47 a.m. local time (0117 GMT) on Sunday.", ["6.47 a.m. local time (0117 GMT) on Sunday | clock at | 2025-10-12 06:47+05:30 | 2025-10-12 06:48+05:30"], id="clock-two-zones"),
    pytest.param("It struck at 3 a.m. local time (2200 GMT Saturday) on Sunday.", ["3 a.m. local time (2200 GMT Saturday) on Sunday | clock at | 2025-10-12 03:00+05:00 | 2025-10-12 03:01+05:00"], id="clock-two-zones-day"),
    pytest.param("Some 14 people had died by noon on Sunday.", ["by noon on Sunday | clock by | - | 2025-10-12 12:00"], id="clock-noon-by"),
    pytest.param("The boat sank before noon on Sunday.", ["before noon on Sunday | clock before | - | 2025-10-12 12:00"], id="clock-before-noon"),
    pytest.param("The guards left after midnight on Sunday.", ["after midnight on Sunday | clock after | 2025-10-12 00:00 | -"], id="clock-after-midnight"),
    pytest.param("Operations ended at midnight on Friday.", ["midnight on Friday | clock at | 2025-10-10 00:00 | 2025-10-11 00:01"], id="clock-midnight"),
    pytest.param("He has to leave by midnight on Friday.", ["by midnight on Friday | clock by | - | 2025-10-18 00:00"], id="clock-midnight-by"),
    pytest.param("The raid began on Saturday night. It was halted at midnight.", ["Saturday night | part_of_day at | 2025-10-11 18:00 | 2025-10-12 06:00", "midnight | clock at | 2025-10-12 00:00 | 2025-10-12 00:01"], id="clock-midnight-in-night"),
    pytest.param("The shock came shortly after two on Sunday morning.", ["shortly after two on Sunday morning | clock after | 2025-10-12 02:00 | 2025-10-12 02:30"], id="clock-shortly-after"),
    pytest.param("It stopped just before 3 p.m. on Sunday.", ["just before 3 p.m. on Sunday | clock before | 2025-10-12 14:30 | 2025-10-12 15:00"], id="clock-shortly-before"),
    pytest.param("The shock came at about 2.10 a.m. on Sunday.", ["about 2.10 a.m. on Sunday | clock at | 2025-10-12 01:40 | 2025-10-12 02:41"], id="clock-about"),
    pytest.param("A tremor woke the town at seventeen minutes past two in the morning.", ["seventeen minutes past two in the morning | clock at | 2025-10-14 02:17 | 2025-10-14 02:18"], id="clock-words"),
    pytest.param("She rang at a quarter past eleven on Sunday night.", ["a quarter past eleven on Sunday night | clock at | 2025-10-12 23:15 | 2025-10-12 23:16"], id="clock-quarter"),
    pytest.param("The gates opened at half past six on Sunday morning.", ["half past six on Sunday morning | clock at | 2025-10-12 06:30 | 2025-10-12 06:31"], id="clock-half-past"),
    pytest.param("The train left at ten to three on Sunday afternoon.", ["ten to three on Sunday afternoon | clock at | 2025-10-12 14:50 | 2025-10-12 14:51"], id="clock-to"),
    pytest.param("The call came at five minutes to midnight on Sunday.", ["five minutes to midnight on Sunday | clock at | 2025-10-12 23:55 | 2025-10-12 23:56"], id="clock-to-midnight"),
    pytest.param("Engineers arrived at nine this morning.", ["nine this morning | clock at | 2025-10-14 09:00 | 2025-10-14 09:01"], id="clock-nine-this-morning"),
    pytest.param("No one had come by five in the afternoon.", ["by five in the afternoon | clock by | - | 2025-10-14 17:00"], id="clock-five-afternoon"),
    pytest.param("The court sat on Monday morning at nine.", ["Monday morning at nine | clock at | 2025-10-13 09:00 | 2025-10-13 09:01"], id="clock-morning-at-nine"),
    pytest.param("The count ended at noon on Monday.", ["noon on Monday | clock at | 2025-10-13 12:00 | 2025-10-13 12:01"], id="clock-noon-day"),
    pytest.param("The lamps went out at ten past one on Sunday.", ["ten past one on Sunday | clock at | 2025-10-12 01:10 | 2025-10-12 13:11"], id="clock-bare-ambiguous"),
    pytest.param("The doors shut at two o'clock on Sunday afternoon.", ["two o'clock on Sunday afternoon | clock at | 2025-10-12 14:00 | 2025-10-12 14:01"], id="clock-oclock"),
    pytest.param("The rally ended at seven thirty p.m. on Sunday.", ["seven thirty p.m. on Sunday | clock at | 2025-10-12 19:30 | 2025-10-12 19:31"], id="clock-spoken-minutes"),
    pytest.param("The polls were closed between 2 and 4 p.m. on Sunday.", ["between 2 and 4 p.m. on Sunday | clock during | 2025-10-12 14:00 | 2025-10-12 16:00"], id="clock-range-shared"),
    pytest.param("The clinic opened 9-11 a.m. on Sunday.", ["9-11 a.m. on Sunday | clock during | 2025-10-12 09:00 | 2025-10-12 11:00"], id="clock-range-dash"),
    pytest.param("The curfew ran from 10 p.m. on Saturday to 6 a.m. on Sunday.", ["from 10 p.m. on Saturday to 6 a.m. on Sunday | clock during | 2025-10-11 22:00 | 2025-10-12 06:00"], id="clock-range-night"),
    pytest.param("On Sunday the bridge was shut from 9am to 5pm.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00", "from 9am to 5pm | clock during | 2025-10-12 09:00 | 2025-10-12 17:00"], id="clock-range-from-to"),
    pytest.param("They met at 1300 hours on Sunday.", ["1300 hours on Sunday | clock at | 2025-10-12 13:00 | 2025-10-12 13:01"], id="clock-1300-hours"),
    pytest.param("It was nine in the morning when the wall fell.", ["nine in the morning | clock at | 2025-10-14 09:00 | 2025-10-14 09:01"], id="clock-it-was"),
    pytest.param("The raid came in the small hours of Sunday.", ["the small hours of Sunday | part_of_day at | 2025-10-12 00:00 | 2025-10-12 06:00"], id="small-hours"),
    pytest.param("The raid came in the early hours of Monday.", ["the early hours of Monday | part_of_day at | 2025-10-13 00:00 | 2025-10-13 06:00"], id="early-hours"),
    pytest.param("Counting ended early on Monday.", ["early on Monday | date at | 2025-10-13 00:00 | 2025-10-13 10:00"], id="early-on"),
    pytest.param("The premier called late on Sunday.", ["late on Sunday | date at | 2025-10-12 16:00 | 2025-10-13 00:00"], id="late-on"),
    pytest.param("Four schools opened late on Sunday.", ["late on Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="late-not-evening"),
    pytest.param("The blast came early on Sunday morning.", ["early on Sunday morning | part_of_day at | 2025-10-12 00:00 | 2025-10-12 09:00"], id="early-morning"),
    pytest.param("The blast came late on Saturday night.", ["late on Saturday night | part_of_day at | 2025-10-11 20:00 | 2025-10-12 06:00"], id="late-night"),
    pytest.param("Troops moved in before dawn on Sunday.", ["before dawn on Sunday | part_of_day before | - | 2025-10-12 09:00"], id="dawn"),
    pytest.param("The posts fell on the night of 11-12 October.", ["the night of 11-12 October | part_of_day at | 2025-10-11 18:00 | 2025-10-12 06:00"], id="night-of-two-days"),
    pytest.param("She was at home on the night of the attack.", ["the night | part_of_day at | - | -"], id="night-of-attack"),
    pytest.param("He died on the morning of 7 October.", ["the morning of 7 October | part_of_day at | 2025-10-07 00:00 | 2025-10-07 12:00"], id="morning-of-date"),
    pytest.param("No reply had come by Sunday evening.", ["by Sunday evening | part_of_day by | - | 2025-10-13 00:00"], id="by-evening"),
    pytest.param("Two houses burned in the night.", ["the night | part_of_day at | 2025-10-13 18:00 | 2025-10-14 06:00"], id="in-the-night"),
    pytest.param("Clinics will stay open all week.", ["week | period at | 2025-10-13 00:00 | 2025-10-20 00:00"], id="all-week"),
    pytest.param("It rained during the night.", ["the night | part_of_day during | 2025-10-13 18:00 | 2025-10-14 06:00"], id="during-the-night"),
    pytest.param("As of Sunday, 14 people had died.", ["As of Sunday | date by | - | 2025-10-13 00:00"], id="as-of"),
    pytest.param("The talks lasted for four hours.", ["four hours | duration at | - | -"], id="duration-for"),
    pytest.param("They had agreed within hours.", ["hours | duration at | - | -"], id="duration-within"),
    pytest.param("The market opens every Monday.", ["every Monday | frequency at | - | -"], id="frequency-every"),
    pytest.param("The council sits on Mondays.", ["Mondays | frequency at | - | -"], id="frequency-plural"),
    pytest.param("He calls twice a week.", ["twice a week | frequency at | - | -"], id="frequency-twice"),
    pytest.param("Two plants closed this month.", ["this month | period at | 2025-10-01 00:00 | 2025-11-01 00:00"], id="this-month"),
    pytest.param("Two plants will close next month.", ["next month | period at | 2025-11-01 00:00 | 2025-12-01 00:00"], id="next-month"),
    pytest.param("Profits fell last quarter.", ["last quarter | period at | - | -"], id="last-quarter-is-the-firm's-own"),
    pytest.param("Profits fell over the past quarter.", ["the past quarter | period during | 2025-07-14 00:00 | 2025-10-15 00:00"], id="past-quarter"),
    pytest.param("He has been ill for the past week.", ["the past week | period at | 2025-10-07 00:00 | 2025-10-15 00:00"], id="past-week"),
    pytest.param("Two boats sank this past weekend.", ["this past weekend | period at | 2025-10-11 00:00 | 2025-10-13 00:00"], id="past-weekend"),
    pytest.param("The lake dried up last summer.", ["last summer | period at | - | -"], id="last-summer"),
    pytest.param("The lake froze in the winter of 2023.", ["the winter of 2023 | period at | 2022-11-01 00:00 | 2024-04-01 00:00"], id="winter-of-a-year"),
    pytest.param("The strike began in the last week of July.", ["the last week | date at | - | -", "July | period at | 2025-07-01 00:00 | 2025-08-01 00:00"], id="last-week-of-a-month"),
    pytest.param("He was seen last October 9.", ["October 9 | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="last-month-date"),
    pytest.param("He was seen on the last Friday of July.", ["the last Friday | date at | - | -", "July | period at | 2025-07-01 00:00 | 2025-08-01 00:00"], id="last-weekday-of-a-month"),
    pytest.param("It rained in the late afternoon.", ["the late afternoon | part_of_day at | 2025-10-14 15:00 | 2025-10-14 18:00"], id="part-of-two-words"),
    pytest.param("It rained all night long.", ["night long | part_of_day at | 2025-10-13 18:00 | 2025-10-14 06:00"], id="all-night"),
    pytest.param("It rained all day.", ["day | date at | 2025-10-14 00:00 | 2025-10-15 00:00"], id="all-day"),
    pytest.param("It rained through the night.", ["the night | part_of_day during | 2025-10-13 18:00 | 2025-10-14 06:00"], id="through-the-night"),
    pytest.param("The siren went at 3 p.m. on Monday. Half an hour later it stopped.", ["3 p.m. on Monday | clock at | 2025-10-13 15:00 | 2025-10-13 15:01", "Half an hour later | period at | 2025-10-13 15:25 | 2025-10-13 15:35"], id="half-an-hour-later"),
    pytest.param("He ate half a loaf in a minute.", ["a minute | duration at | - | -"], id="half-a-loaf"),
    pytest.param("The army struck on Saturday. It had massed two days before.", ["Saturday | date at | 2025-10-11 00:00 | 2025-10-12 00:00", "two days before | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="two-days-before-end"),
    pytest.param("The army struck on 1 October. It left two weeks after.", ["1 October | date at | 2025-10-01 00:00 | 2025-10-02 00:00", "two weeks after | date at | 2025-10-12 00:00 | 2025-10-19 00:00"], id="two-weeks-after-end"),
    pytest.param("It had massed two days before the vote.", ["two days before | date at | - | -"], id="two-days-before-event"),
    pytest.param("He died two hours after midnight on Sunday.", ["after midnight on Sunday | clock after | 2025-10-12 00:00 | -"], id="hours-after-midnight"),
    pytest.param("He died minutes before noon on Sunday.", ["before noon on Sunday | clock before | - | 2025-10-12 12:00"], id="minutes-before-noon"),
    pytest.param("It had massed two days before Saturday.", ["before Saturday | date before | - | 2025-10-11 00:00"], id="days-before-a-weekday"),
    pytest.param("The vote is three weeks from now.", ["three weeks from now | date at | 2025-11-01 00:00 | 2025-11-08 00:00"], id="from-now"),
    pytest.param("The talks lasted for more than four hours.", ["four hours | duration at | - | -"], id="duration-hedged"),
    pytest.param("They lost some four hours.", [], id="duration-not"),
    pytest.param("The work of at least two years is lost.", [], id="duration-in-passing"),
    pytest.param("Guards walk the wall every night.", ["every night | frequency at | - | -"], id="every-night"),
    pytest.param("Guards walk the wall every other day.", ["every other day | frequency at | - | -"], id="every-other-day"),
    pytest.param("Guards follow each minister.", [], id="each-minister"),
    pytest.param("He calls three times a week.", ["times a week | frequency at | - | -"], id="three-times-a-week"),
    pytest.param("It happens twice a lifetime.", [], id="twice-a-lifetime"),
    pytest.param("In 2024's vote he lost.", ["2024 | period at | 2024-01-01 00:00 | 2025-01-01 00:00"], id="year-possessive"),
    pytest.param("The 2024/25 season was cut short.", ["2024/25 | period at | 2024-01-01 00:00 | 2026-01-01 00:00"], id="years-by-slash"),
    pytest.param("A law of 2019 forbids it.", ["2019 | period at | 2019-01-01 00:00 | 2020-01-01 00:00"], id="year-of-birth"),
    pytest.param("In the 2019-2018 row nobody won.", ["2019 | period at | 2019-01-01 00:00 | 2020-01-01 00:00"], id="year-two-digits"),
    pytest.param("The fort was built in the 5th century BC.", ["5th century BC | date at | - | -"], id="century-bc"),
    pytest.param("The form is dated 2025-13-45.", [], id="bad-numeric"),
    pytest.param("The form is dated 1.2.3 and 12.345.6.", [], id="bad-dotted"),
    pytest.param("The form is dated 12/31/2025.", ["12/31/2025 | date at | 2025-12-31 00:00 | 2026-01-01 00:00"], id="slashed-end-of-month"),
    pytest.param("The form is dated 10/10/2025.", ["10/10/2025 | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="slashed-same"),
    pytest.param("He fell on 11 October, a Saturday, and on 11 October, Saturday.", ["11 October | date at | 2025-10-11 00:00 | 2025-10-12 00:00", "Saturday | date at | 2025-10-11 00:00 | 2025-10-12 00:00", "11 October, Saturday | date at | 2025-10-11 00:00 | 2025-10-12 00:00"], id="date-then-weekday"),
    pytest.param("He fell yesterday, Monday.", ["yesterday, Monday | date at | 2025-10-13 00:00 | 2025-10-14 00:00"], id="yesterday-weekday"),
    pytest.param("October was wet.", ["October | period at | 2025-10-01 00:00 | 2025-11-01 00:00"], id="month-alone-sentence"),
    pytest.param("He fell in Oct. and rose again.", ["Oct. | period at | 2025-10-01 00:00 | 2025-11-01 00:00"], id="month-dotted"),
    pytest.param("A Jan Smith and a Dec model.", [], id="short-month-needs-a-cue"),
    pytest.param("On October 9 and 12 people died.", ["October 9 | date at | 2025-10-09 00:00 | 2025-10-10 00:00"], id="day-and-people"),
    pytest.param("It rained on 9 and 10 October.", ["9 and 10 October | date during | 2025-10-09 00:00 | 2025-10-11 00:00"], id="day-month-and"),
    pytest.param("It rained from 3 until 12 of September.", ["from 3 until 12 of September | date during | 2025-09-03 00:00 | 2025-09-13 00:00"], id="day-until-day"),
    pytest.param("It rained on 12-3 October.", ["3 October | date at | 2025-10-03 00:00 | 2025-10-04 00:00"], id="day-range-backwards"),
    pytest.param("It fell on the twenty second of June.", ["June | period at | 2025-06-01 00:00 | 2025-07-01 00:00"], id="twenty-second"),
    pytest.param("The plane left at 9 a.m. UTC+3 on Sunday.", ["9 a.m. UTC+3 on Sunday | clock at | 2025-10-12 09:00+03:00 | 2025-10-12 09:01+03:00"], id="clock-utc-plus"),
    pytest.param("The plane left at 14:00 UTC+5:30 on Sunday.", ["14:00 UTC+5:30 on Sunday | clock at | 2025-10-12 14:00+05:30 | 2025-10-12 14:01+05:30"], id="clock-utc-plus-colon"),
    pytest.param("The plane left at 14:00 UTC+x on Sunday.", ["14:00 | clock at | 2025-10-14 14:00 | 2025-10-14 14:01", "Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="clock-utc-letters"),
    pytest.param("The plane left at 14:00 UTC+99 on Sunday.", ["14:00 | clock at | 2025-10-14 14:00 | 2025-10-14 14:01", "Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="clock-utc-far"),
    pytest.param("The plane left at 14:00+0430 on Sunday.", ["14:00+0430 on Sunday | clock at | 2025-10-12 14:00+04:30 | 2025-10-12 14:01+04:30"], id="clock-offset-four-digits"),
    pytest.param("Polls closed at 8 p.m. Eastern Standard Time on Sunday.", ["8 p.m. Eastern Standard Time on Sunday | clock at | 2025-10-12 20:00-05:00 | 2025-10-12 20:01-05:00"], id="clock-standard-time"),
    pytest.param("Polls closed at 8 p.m. Pacific Daylight Time on Sunday.", ["8 p.m. Pacific Daylight Time on Sunday | clock at | 2025-10-12 20:00-07:00 | 2025-10-12 20:01-07:00"], id="clock-daylight-time"),
    pytest.param("It was 8 p.m. Eastern rail workers left on Sunday.", ["8 p.m. | clock at | 2025-10-13 20:00 | 2025-10-13 20:01", "Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="clock-eastern-noun"),
    pytest.param("The plane left at 9 a.m. (Kabul time) on Sunday.", ["9 a.m. (Kabul time) on Sunday | clock at | 2025-10-12 09:00 | 2025-10-12 09:01"], id="clock-zone-in-brackets"),
    pytest.param("The plane left at 9 a.m. (late) on Sunday.", ["9 a.m. | clock at | 2025-10-14 09:00 | 2025-10-14 09:01", "Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="clock-bracket-no-zone"),
    pytest.param("Doors open at 9 local time on Sunday.", ["9 local time on Sunday | clock at | 2025-10-12 09:00 | 2025-10-12 21:01"], id="clock-slash-of-local"),
    pytest.param("It struck at ten past nine local time (0510 GMT) on Sunday.", ["ten past nine local time (0510 GMT) on Sunday | clock at | 2025-10-12 09:10 | 2025-10-12 21:11"], id="clock-two-zones-vague"),
    pytest.param("It struck at 8 p.m. local time (0600 GMT) on Sunday.", ["8 p.m. local time (0600 GMT) on Sunday | clock at | 2025-10-12 20:00-10:00 | 2025-10-12 20:01-10:00"], id="clock-two-zones-far-west"),
    pytest.param("It struck at 3 p.m. local time (0100 GMT) on Sunday.", ["3 p.m. local time (0100 GMT) on Sunday | clock at | 2025-10-12 15:00-10:00 | 2025-10-12 15:01-10:00"], id="clock-two-zones-far-east"),
    pytest.param("From the gate 9 to 11 a.m. trains left on Sunday.", ["11 a.m. | clock at | 2025-10-14 11:00 | 2025-10-14 11:01", "Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="clock-no-range"),
    pytest.param("The clinic opened from 11 to 9 a.m. on Sunday.", ["from 11 to 9 a.m. on Sunday | clock during | 2025-10-12 23:00 | 2025-10-13 09:00"], id="clock-range-backwards"),
    pytest.param("The clinic opened from 11 to 2 p.m. on Sunday.", ["from 11 to 2 p.m. on Sunday | clock during | 2025-10-12 11:00 | 2025-10-12 14:00"], id="clock-range-across-noon"),
    pytest.param("The clinic opened between two and four p.m. on Sunday.", ["between two and four p.m. on Sunday | clock during | 2025-10-12 14:00 | 2025-10-12 16:00"], id="clock-range-words"),
    pytest.param("He worked at 9 a.m. on 9-12 October.", ["9 a.m. on 9-12 October | clock during | - | -"], id="clock-range-of-days"),
    pytest.param("The road was shut from 9 a.m. on 3 March 2025 to 9 a.m. on 1 March 2025.", ["from 9 a.m. on 3 March 2025 to 9 a.m. on 1 March 2025 | clock during | - | -"], id="clock-range-to-own-days"),
    pytest.param("He died at six on Sunday afternoon.", ["six on Sunday afternoon | clock at | 2025-10-12 18:00 | 2025-10-12 18:01"], id="clock-six-afternoon"),
    pytest.param("On Sunday around 8 a.m. he fell.", ["Sunday around 8 a.m. | clock at | 2025-10-12 07:30 | 2025-10-12 08:31"], id="clock-hedge-inside"),
    pytest.param("On Sunday, shortly after 9 p.m., he fell.", ["Sunday, shortly after 9 p.m. | clock after | 2025-10-12 21:00 | 2025-10-12 21:30"], id="clock-inner-relation"),
    pytest.param("On Sunday until 9 p.m. he slept.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00", "until 9 p.m. | clock until | - | 2025-10-12 21:00"], id="clock-inner-until"),
    pytest.param("He fell at ten minutes past noon on Sunday.", ["ten minutes past noon on Sunday | clock at | 2025-10-12 12:10 | 2025-10-12 12:11"], id="clock-past-noon"),
    pytest.param("He fell at 2 o'clock p.m. on Sunday.", ["2 o'clock p.m. on Sunday | clock at | 2025-10-12 14:00 | 2025-10-12 14:01"], id="clock-oclock-pm"),
    pytest.param("He fell at two o'clock p.m. on Sunday.", ["two o'clock p.m. on Sunday | clock at | 2025-10-12 14:00 | 2025-10-12 14:01"], id="clock-spoken-oclock-pm"),
    pytest.param("He fell at half past two p.m. on Sunday.", ["half past two p.m. on Sunday | clock at | 2025-10-12 14:30 | 2025-10-12 14:31"], id="clock-half-past-pm"),
    pytest.param("The ban ends at 24:00 on Sunday.", ["24:00 on Sunday | clock at | 2025-10-13 00:00 | 2025-10-13 00:01"], id="clock-midnight-24"),
    pytest.param("He fell at 02:17:09 on Sunday.", ["02:17:09 on Sunday | clock at | 2025-10-12 02:17 | 2025-10-12 02:18"], id="clock-seconds"),
    pytest.param("He fell at 5 A.M. on Sunday.", ["5 A.M. on Sunday | clock at | 2025-10-12 05:00 | 2025-10-12 05:01"], id="clock-a-capital"),
    pytest.param("He fell at about nine on Sunday.", ["about nine on Sunday | clock at | 2025-10-12 08:30 | 2025-10-12 21:31"], id="clock-at-about-nine"),
    pytest.param("He left after nine on Sunday.", ["after nine on Sunday | clock after | 2025-10-12 09:00 | -"], id="clock-after-nine"),
    pytest.param("He left after nine people fell on Sunday.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="clock-nine-people"),
    pytest.param("He counted ten to three on Sunday.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="clock-to-needs-a-cue"),
    pytest.param("He fell at seventy past two on Sunday.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="clock-minutes-out-of-range"),
    pytest.param("He fell at 17 past 15 on Sunday.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="clock-not-an-hour"),
    pytest.param("The road is shut from Monday onwards.", ["from Monday onwards | date since | 2025-10-20 00:00 | -"], id="onwards"),
    pytest.param("The road has been shut since 6 October onward.", ["since 6 October onward | date since | 2025-10-06 00:00 | -"], id="onward"),
    pytest.param("The shop was shut from Friday to Monday.", ["from Friday to Monday | date during | 2025-10-10 00:00 | 2025-10-14 00:00"], id="range-weekdays"),
    pytest.param("The shop is open Monday through Friday.", ["Monday through Friday | date during | 2025-10-13 00:00 | 2025-10-18 00:00"], id="range-weekdays-through"),
    pytest.param("The shop was shut from Friday until Sunday.", ["from Friday until Sunday | date during | 2025-10-10 00:00 | 2025-10-13 00:00"], id="range-until"),
    pytest.param("The shop was shut between Friday and Sunday.", ["between Friday and Sunday | date during | 2025-10-10 00:00 | 2025-10-13 00:00"], id="range-between"),
    pytest.param("The shop stood between Sunday and the sea.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="range-between-alone"),
    pytest.param("The trial of November 3 – December 2 failed.", ["November 3 – December 2 | date during | 2024-11-03 00:00 | 2024-12-03 00:00"], id="range-dash"),
    pytest.param("It rained from 3 March to 5 April 2024.", ["from 3 March to 5 April 2024 | date during | 2024-03-03 00:00 | 2024-04-06 00:00"], id="range-dates-year"),
    pytest.param("It rained from 5 April 2024 to 3 March 2024.", ["from 5 April 2024 to 3 March 2024 | date during | - | -"], id="range-dates-backwards"),
    pytest.param("It rained from 9/10/2025 to 11/10/2025.", ["from 9/10/2025 to 11/10/2025 | date during | - | -"], id="range-unknown"),
    pytest.param("It rained from Sunday to 9 a.m.", ["from Sunday | date since | 2025-10-12 00:00 | -", "9 a.m. | clock at | 2025-10-14 09:00 | 2025-10-14 09:01"], id="range-mixed"),
    pytest.param("Sales fell in the week ending 5 October.", ["5 October | date at | 2025-09-29 00:00 | 2025-10-06 00:00"], id="week-ending"),
    pytest.param("Sales will fall in the week beginning on 20 October.", ["20 October | date at | 2025-10-20 00:00 | 2025-10-27 00:00"], id="week-beginning"),
    pytest.param("Sales fell in the week of 8 October.", ["8 October | date at | 2025-10-06 00:00 | 2025-10-15 00:00"], id="week-of-inside"),
    pytest.param("He came early and left late.", [], id="early-alone"),
    pytest.param("He fell on Sunday of last week.", ["Sunday of last week | date at | 2025-10-12 00:00 | 2025-10-13 00:00"], id="sunday-last-week"),
    pytest.param("They talk this week on Thursday.", ["this week on Thursday | date at | 2025-10-16 00:00 | 2025-10-17 00:00"], id="this-week-tuesday"),
    pytest.param("It rained on Sunday night, morning and noon.", ["Sunday night | part_of_day at | 2025-10-12 18:00 | 2025-10-13 06:00", "noon | clock at | 2025-10-12 12:00 | 2025-10-12 12:01"], id="two-parts"),
    pytest.param("It rained on Sunday in 2024.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00", "2024 | period at | 2024-01-01 00:00 | 2025-01-01 00:00"], id="day-of-a-year"),
    pytest.param("At 2 p.m. in October it rained.", ["2 p.m. | clock at | 2025-10-14 14:00 | 2025-10-14 14:01", "October | period at | 2025-10-01 00:00 | 2025-11-01 00:00"], id="period-and-clock"),
    pytest.param("A mid-sized firm of mid-level staff.", [], id="mid-nothing"),
    pytest.param("Prices fell in mid-2024.", ["mid-2024 | period at | 2024-04-01 00:00 | 2024-10-02 00:00"], id="mid-year"),
    pytest.param("Sales will fall for the rest of the year.", ["the rest of the year | period at | 2025-10-14 16:00 | 2026-01-01 00:00"], id="rest-of-year"),
    pytest.param("It was the end of the day.", ["the end of the day | date at | 2025-10-14 16:00 | 2025-10-15 00:00"], id="day-of"),
    pytest.param("They fled at dusk on Sunday.", ["dusk on Sunday | part_of_day at | 2025-10-12 15:00 | 2025-10-12 23:00"], id="dusk"),
    pytest.param("They fled shortly after Christmas and shortly after 6 October.", ["shortly after 6 October | date after | 2025-10-06 00:00 | 2025-10-08 00:00"], id="shortly-after-day"),
    pytest.param("They fled on about 6 October.", ["about 6 October | date at | 2025-10-05 12:00 | 2025-10-07 12:00"], id="about-day"),
    pytest.param("They fled around 2010.", ["around 2010 | period at | 2009-07-02 12:00 | 2011-07-02 12:00"], id="about-year"),
    pytest.param("They had fled by about noon on Sunday.", ["by about noon on Sunday | clock by | - | 2025-10-12 12:30"], id="by-about"),
    pytest.param("They had fled by 9-11 October.", ["by 9-11 October | date by | - | 2025-10-12 00:00"], id="by-day-range"),
    pytest.param("The army struck on Saturday. That Monday it withdrew.", ["Saturday | date at | 2025-10-11 00:00 | 2025-10-12 00:00", "Monday | date at | 2025-10-13 00:00 | 2025-10-14 00:00"], id="that-monday"),
    pytest.param("He must leave hours before tonight.", ["before tonight | part_of_day before | - | 2025-10-15 06:00"], id="hours-before-tonight"),
    pytest.param("In September, this year, it rained.", ["September | period at | 2025-09-01 00:00 | 2025-10-01 00:00", "this year | period at | 2025-01-01 00:00 | 2026-01-01 00:00"], id="list-of-periods"),
    pytest.param("It fell in October at 2 p.m.", ["October | period at | 2025-10-01 00:00 | 2025-11-01 00:00", "2 p.m. | clock at | 2025-10-14 14:00 | 2025-10-14 14:01"], id="period-then-clock"),
    pytest.param("In 2024-5 it fell.", ["2024 | period at | 2024-01-01 00:00 | 2025-01-01 00:00"], id="year-with-one-digit"),
    pytest.param("Then 2024's vote came.", ["2024 | period at | 2024-01-01 00:00 | 2025-01-01 00:00"], id="year-possessive-bare"),
    pytest.param("The walk of 2000 metres and the flood of 2000.", ["2000 | period at | 2000-01-01 00:00 | 2001-01-01 00:00"], id="year-round-figure"),
    pytest.param("The toll stood: at nine on Sunday it rose.", ["nine on Sunday | clock at | 2025-10-12 09:00 | 2025-10-12 21:01"], id="clock-colon-in-way"),
    pytest.param("From 25 to 9 a.m. on Sunday it rained.", ["9 a.m. on Sunday | clock at | 2025-10-12 09:00 | 2025-10-12 09:01"], id="clock-range-at-25"),
    pytest.param("He died at nine on", [], id="clock-on-nothing"),
    pytest.param("He died at nine at night on Sunday.", ["nine at night on Sunday | clock at | 2025-10-12 21:00 | 2025-10-12 21:01"], id="clock-at-night"),
    pytest.param("He may have fallen on Friday.", ["Friday | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="weekday-may-have"),
    pytest.param("He has to appear in court on Friday.", ["Friday | date at | 2025-10-17 00:00 | 2025-10-18 00:00"], id="weekday-has-to"),
    pytest.param("He could not say on Friday how many were missing.", ["Friday | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="weekday-could-not-say"),
    pytest.param("Thousands are expected on Friday.", ["Friday | date at | 2025-10-17 00:00 | 2025-10-18 00:00"], id="weekday-expected"),
    pytest.param("The bank opens soon; it was robbed on Friday.", ["Friday | date at | 2025-10-10 00:00 | 2025-10-11 00:00"], id="weekday-other-clause"),
    pytest.param("The Sunday daily wrote of it.", ["Sunday | date at | 2025-10-12 00:00 | 2025-10-13 00:00", "daily | frequency at | - | -"], id="sunday-daily")]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_news_times_are_read_as_intervals(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


NOT_TIMES = [
    pytest.param("The union will march to the square.", id="march-verb"),
    pytest.param("They sat for it, and the sun rose.", id="sat-and-sun"),
    pytest.param("The Sun said so, and Sat was a noun.", id="capital-sun-and-sat"),
    pytest.param("April Smith and June Brown spoke.", id="months-as-names"),
    pytest.param("Theresa May said no, and Mr May agreed.", id="may-as-surname"),
    pytest.param("May be it was so.", id="may-at-sentence-start"),
    pytest.param("March on, he told them.", id="march-imperative"),
    pytest.param("It may be so.", id="may-verb"),
    pytest.param("Some 12 people were hurt, nine of them badly.", id="counts"),
    pytest.param("The shock had a magnitude of 6.4 at most.", id="magnitude"),
    pytest.param("The shares closed at 6.40 on the whole.", id="price"),
    pytest.param("He put the toll at nine on Balance Road.", id="toll"),
    pytest.param("The number of dead stood at two, he said.", id="number-stood-at"),
    pytest.param("One in five voters stayed away.", id="one-in-five"),
    pytest.param("A second meeting ended the first round.", id="second-as-ordinal"),
    pytest.param("They killed 2019 people.", id="four-digits-as-count"),
    pytest.param("Police counted 2,019 people.", id="thousands-comma"),
    pytest.param("In 1200 homes the lights went out.", id="old-year-as-count"),
    pytest.param("A walk of 2000 metres.", id="metres"),
    pytest.param("They met at six locations.", id="at-six-nouns"),
    pytest.param("A boy of six and a 12-year-old were found.", id="ages"),
    pytest.param("Severance is 18 months' pay.", id="months-of-pay"),
    pytest.param("The morning shift had a good night.", id="parts-as-nouns"),
    pytest.param("In the morning papers nothing stood.", id="part-as-modifier"),
    pytest.param("The score was ten to three.", id="score"),
    pytest.param("The plan will end on a high note.", id="end-verb"),
    pytest.param("USA Today ran the story.", id="newspaper-today"),
    pytest.param("He wrote for the Sunday Times.", id="newspaper-sunday"),
    pytest.param("On Good Friday they prayed.", id="named-day"),
    pytest.param("The room on the 9th floor.", id="floor"),
    pytest.param("Prices rose fall after fall.", id="fall-noun"),
    pytest.param("The fall of the city in the spring offensive.", id="season-as-modifier"),
    pytest.param("It is 25:10 or 12:61 or 9.75 now.", id="no-such-clock"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_other_words_are_left_alone(text: str) -> None:
    assert shown(text) == []


DAY_ONLY = dt.date(2025, 10, 12)  # a Sunday

TOLD = [
    pytest.param(
        dt.datetime(2025, 11, 10, 7, 30, tzinfo=UTC),
        "He telephoned at a quarter past eleven and gave in.",
        "2025-11-09 11:15+00:00",
        "2025-11-09 23:16+00:00",
        id="neither-half-of-publication-day-has-been",
    ),
    pytest.param(
        dt.datetime(2025, 11, 10, 12, 20, tzinfo=UTC),
        "The clerks left at ten past one, he said.",
        "2025-11-10 01:10+00:00",
        "2025-11-10 01:11+00:00",
        id="the-afternoon-is-still-to-come",
    ),
    pytest.param(
        DAY_ONLY, "It was halted at midnight.", "2025-10-12 00:00", "2025-10-12 00:01", id="midnight-past"
    ),
    pytest.param(
        DAY_ONLY, "They will meet at noon.", "2025-10-12 12:00", "2025-10-12 12:01", id="day-only-future"
    ),
    pytest.param(
        dt.datetime(2025, 10, 12, 19, tzinfo=UTC),
        "The polls will open at 7 a.m.",
        "2025-10-13 07:00+00:00",
        "2025-10-13 07:01+00:00",
        id="next-morning",
    ),
    pytest.param(
        DAY_ONLY,
        "Banks will stay shut this week.",
        "2025-10-12 00:00",
        "2025-10-20 00:00",
        id="week-ahead-on-sunday",
    ),
    pytest.param(
        DAY_ONLY, "It rained this week.", "2025-10-06 00:00", "2025-10-13 00:00", id="week-behind-on-sunday"
    ),
    pytest.param(
        DAY_ONLY,
        "The sale is set for the weekend.",
        "2025-10-11 00:00",
        "2025-10-13 00:00",
        id="this-weekend",
    ),
    pytest.param(
        dt.datetime(2025, 10, 12, 19, 30, tzinfo=UTC),
        "Two houses burned in the evening.",
        "2025-10-12 17:00+00:00",
        "2025-10-13 00:00+00:00",
        id="evening-has-begun",
    ),
    pytest.param(
        dt.datetime(2025, 10, 12, 9, tzinfo=UTC),
        "Two houses burned in the evening.",
        "2025-10-11 17:00+00:00",
        "2025-10-12 00:00+00:00",
        id="evening-of-the-day-before",
    ),
    pytest.param(
        dt.datetime(2025, 10, 12, 12, tzinfo=KABUL),
        "The slide began at 22:17 UTC.",
        "2025-10-11 22:17+00:00",
        "2025-10-11 22:18+00:00",
        id="another-zone-may-lie-on-the-day-before",
    ),
    pytest.param(
        dt.datetime(2025, 10, 12, 12, tzinfo=UTC),
        "The blast came at 8 p.m. local time on Saturday.",
        "2025-10-11 20:00",
        "2025-10-11 20:01",
        id="local-time-from-a-desk-in-utc-is-unknown",
    ),
    pytest.param(
        dt.datetime(2025, 10, 12, 12, tzinfo=KABUL),
        "The blast came at 8 p.m. local time on Saturday.",
        "2025-10-11 20:00+04:30",
        "2025-10-11 20:01+04:30",
        id="local-time-from-a-desk-elsewhere",
    ),
    pytest.param(
        dt.datetime(2025, 10, 12, 12, tzinfo=ZoneInfo("UTC")),
        "The dam burst on Saturday.",
        "2025-10-11 00:00+00:00",
        "2025-10-12 00:00+00:00",
        id="any-tzinfo",
    ),
    pytest.param(
        DAY_ONLY, "The dam burst on Saturday.", "2025-10-11 00:00", "2025-10-12 00:00", id="date-only"
    ),
    pytest.param(DAY_ONLY, "It began three hours ago.", "-", "-", id="hours-need-a-clock"),
    pytest.param(
        DAY_ONLY,
        "In the last 24 hours it rained.",
        "2025-10-11 00:00",
        "2025-10-13 00:00",
        id="window-by-days",
    ),
    pytest.param(
        DAY_ONLY, "The next 36 hours will tell.", "2025-10-12 00:00", "2025-10-15 00:00", id="window-ahead"
    ),
    pytest.param(
        dt.datetime(2025, 10, 12, 12, tzinfo=UTC),
        "The next 36 hours will tell.",
        "2025-10-12 12:00+00:00",
        "2025-10-14 00:00+00:00",
        id="window-ahead-by-the-clock",
    ),
    pytest.param(
        dt.date(2024, 2, 29), "He died on 29 February.", "2024-02-29 00:00", "2024-03-01 00:00", id="leap-day"
    ),
    pytest.param(dt.date(2025, 10, 1), "He died on 29 February.", "-", "-", id="no-leap-day-near"),
    pytest.param(dt.date.max, "The dam burst today.", "-", "-", id="last-day-of-the-calendar"),
    pytest.param(dt.date.max, "They will leave shortly after today.", "-", "-", id="past-the-calendar"),
    pytest.param(
        dt.datetime(1, 1, 1, 1, tzinfo=UTC),
        "It fell three hours ago.",
        "-",
        "-",
        id="hours-before-the-calendar",
    ),
    pytest.param(dt.date.min, "The dam burst last night.", "-", "-", id="first-day-of-the-calendar"),
    pytest.param(dt.date.min, "It fell at noon, two days ago.", None, None, id="before-the-calendar"),
]


@pytest.mark.parametrize(("published", "text", "start", "end"), TOLD)
def test_the_publication_decides(published: dt.date, text: str, start: str | None, end: str | None) -> None:
    mentions = find_times(text, anchor=Anchor(published))
    if start is not None:
        (mention,) = mentions
        assert (when(mention.interval.start), when(mention.interval.end)) == (start, end)
    assert mentions


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("It fell on Saturday.", "-", "-", id="weekday"),
        pytest.param("It fell last Saturday.", "-", "-", id="last-weekday"),
        pytest.param("It fell yesterday.", "-", "-", id="yesterday"),
        pytest.param("It fell this week.", "-", "-", id="this-week"),
        pytest.param("It fell on 9 October.", "-", "-", id="no-year"),
        pytest.param("It fell on 9 October last year.", "-", "-", id="year-of-nothing"),
        pytest.param("It fell in October.", "-", "-", id="month"),
        pytest.param("It fell in October last year.", "-", "-", id="month-of-no-year"),
        pytest.param("It fell at 2.17 a.m.", "-", "-", id="clock"),
        pytest.param("It fell in the night.", "-", "-", id="part"),
        pytest.param("Over the past two weeks it fell.", "-", "-", id="window"),
        pytest.param("It fell an hour later.", "-", "-", id="hour-later"),
        pytest.param("It fell on 9 October 2025.", "2025-10-09 00:00", "2025-10-10 00:00", id="full-date"),
        pytest.param("It has stood since 2019.", "2019-01-01 00:00", "-", id="year"),
        pytest.param(
            "It fell at 22:17 UTC on 9 Oct 2025.",
            "2025-10-09 22:17+00:00",
            "2025-10-09 22:18+00:00",
            id="utc",
        ),
    ],
)
def test_without_an_anchor_nothing_is_guessed(text: str, start: str, end: str) -> None:
    interval = only(text, None)
    assert (when(interval.start), when(interval.end)) == (start, end)


STORIES = [
    pytest.param(
        "The slide began on Saturday.\n\nHospitals were full before noon.",
        "before noon | clock before | - | 2025-10-14 12:00",
        id="across-a-paragraph-the-scene-may-have-changed",
    ),
    pytest.param(
        "The slide began on Saturday. Hospitals were full by noon.",
        "by noon | clock by | - | 2025-10-11 12:00",
        id="within-a-paragraph-the-scene-stands",
    ),
    pytest.param(
        "The rebels attacked on Saturday, the army said on Monday. They were gone at 3 p.m.",
        "3 p.m. | clock at | 2025-10-11 15:00 | 2025-10-11 15:01",
        id="the-time-of-speech-is-not-the-scene",
    ),
    pytest.param(
        "It quoted Friday's count. The result came at 11.30 a.m.",
        "11.30 a.m. | clock at | 2025-10-14 11:30 | 2025-10-14 11:31",
        id="a-possessive-is-not-the-scene",
    ),
    pytest.param(
        "They will march on Saturday. The first shot was fired at 9 a.m.",
        "9 a.m. | clock at | 2025-10-14 09:00 | 2025-10-14 09:01",
        id="a-future-scene-does-not-date-the-past",
    ),
    pytest.param(
        "They marched on Saturday. The court will sit at 9 a.m.",
        "9 a.m. | clock at | 2025-10-15 09:00 | 2025-10-15 09:01",
        id="a-past-scene-does-not-date-the-future",
    ),
    pytest.param(
        "The raid began at 11 p.m. on Saturday. It ended at 9 p.m.",
        "9 p.m. | clock at | 2025-10-11 21:00 | 2025-10-11 21:01",
        id="a-clock-scene-stands-for-its-day",
    ),
    pytest.param(
        "Rain fell on Saturday. Snow fell overnight.",
        "overnight | part_of_day at | 2025-10-10 18:00 | 2025-10-12 06:00",
        id="overnight-within-a-story-is-either-night",
    ),
    pytest.param(
        "He spoke at 6 p.m. on Monday. Power failed that night.",
        "that night | part_of_day at | 2025-10-13 18:00 | 2025-10-14 06:00",
        id="that-night",
    ),
    pytest.param(
        "The report came at 11.30 a.m. on Monday. Later in the day judges met.",
        "Later in the day | date at | 2025-10-13 00:00 | 2025-10-14 00:00",
        id="later-in-the-day-told",
    ),
    pytest.param(
        "The strike began in 1961 and lasted. An hour later it was over.",
        "An hour later | period at | - | -",
        id="an-hour-after-a-year-is-unknown",
    ),
    pytest.param(
        "Shots fell at 3 p.m. on Monday. A minute later it was still.",
        "A minute later | period at | 2025-10-13 14:56 | 2025-10-13 15:06",
        id="a-minute-later",
    ),
    pytest.param(
        "He left in May. A month later he was dead.",
        "A month later | period at | 2025-05-17 00:00 | 2025-06-17 00:00",
        id="a-month-later",
    ),
    pytest.param(
        "He left in May 2020. The next year he was back.",
        "The next year | period at | 2026-01-01 00:00 | 2027-01-01 00:00",
        id="next-year-is-of-the-publication",
    ),
    pytest.param(
        "He left in May 2020. The following year he was back.",
        "The following year | period at | 2021-01-01 00:00 | 2022-01-01 00:00",
        id="following-year-is-of-the-story",
    ),
]


@pytest.mark.parametrize(("text", "last"), STORIES)
def test_later_times_lean_on_earlier_ones(text: str, last: str) -> None:
    assert shown(text)[-1] == last


def test_a_reference_stands_for_the_text_before() -> None:
    text = "It stood. A day earlier it fell."
    monday = TimeInterval(
        text="Monday", start=dt.datetime(2025, 10, 6, tzinfo=UTC), end=dt.datetime(2025, 10, 7, tzinfo=UTC)
    )
    (found,) = find_times(text, 10, anchor=Anchor(PUBLISHED), reference=monday)
    assert when(found.interval.start) == "2025-10-05 00:00"
    assert text[found.start : found.end] == "A day earlier"


def test_a_reference_is_enough_without_an_anchor() -> None:
    sunday = TimeInterval(
        text="Sunday", start=dt.datetime(2025, 10, 12, tzinfo=UTC), end=dt.datetime(2025, 10, 13, tzinfo=UTC)
    )
    (found,) = find_times("They left at noon.", anchor=Anchor(None), reference=sunday)
    assert when(found.interval.start) == "2025-10-12 12:00"


def test_an_open_reference_is_none() -> None:
    reference = TimeInterval(text="since Monday", start=dt.datetime(2025, 10, 6, tzinfo=UTC))
    (found,) = find_times("A day earlier it fell.", anchor=Anchor(PUBLISHED), reference=reference)
    assert when(found.interval.start) == "2025-10-13 00:00"


def test_the_anchor_is_the_publication() -> None:
    article = Article(id="a", source="a.txt", text="", sha256="", published=DAY_ONLY)
    assert anchor_of(article) == Anchor(DAY_ONLY)


MERGED = [
    pytest.param("On Sunday the bridge fell at 2 p.m.", ["2 p.m."], id="clock-within-day"),
    pytest.param("At 2 p.m. on Sunday the bridge fell.", ["2 p.m. on Sunday"], id="one-already"),
    pytest.param("In October, on Sunday night, it fell.", ["Sunday night"], id="night-within-month"),
    pytest.param("On Sunday it stood, on Monday it fell.", ["Sunday", "Monday"], id="two-days"),
    pytest.param(
        "Since 2019 it stood; it fell on Sunday.", ["Since 2019", "Sunday"], id="since-is-no-container"
    ),
    pytest.param("On Sunday they talked for four hours.", ["Sunday"], id="duration-beside-day"),
    pytest.param("They talked for four hours.", ["four hours"], id="duration-alone"),
    pytest.param("On Sunday it fell, on Sunday it burned.", ["Sunday", "Sunday"], id="equal-times-stay"),
    pytest.param("It fell on Sunday. At 2 p.m. it burned.", ["Sunday", "2 p.m."], id="two-sentences"),
    pytest.param("It fell on Sunday and burned at 2 p.m.", ["Sunday", "2 p.m."], id="two-clauses"),
    pytest.param("In recent weeks, and on Sunday, it fell.", ["weeks", "Sunday"], id="unresolved-stays"),
]


@pytest.mark.parametrize(("text", "expected"), MERGED)
def test_merging_keeps_the_most_exact(text: str, expected: list[str]) -> None:
    merged = merge_times(find_times(text, anchor=Anchor(PUBLISHED)))
    assert [mention.interval.text for mention in merged] == expected
    assert merge_times(merged) == merged


def test_a_crowd_of_times_is_not_merged() -> None:
    mentions = find_times("Sunday night, " + "Sunday " * 60, anchor=Anchor(PUBLISHED))
    assert merge_times(mentions) == mentions


def span(start: str, end: str) -> TimeInterval:
    """An interval from ISO texts; "-" leaves a side open."""
    low, high = (None if text == "-" else dt.datetime.fromisoformat(text) for text in (start, end))
    return TimeInterval(text="", start=low, end=high)


COMPARED = [
    pytest.param(
        span("2025-10-11T18:00+04:30", "2025-10-12T06:00+04:30"),
        span("2025-10-12T00:00+00:00", "2025-10-13T00:00+00:00"),
        "overlap",
        id="row-31-saturday-night-local-v-sunday-utc",
    ),
    pytest.param(
        span("2025-10-12T02:10", "2025-10-12T02:11"),
        span("2025-10-12T02:00", "2025-10-12T02:30"),
        "overlap",
        id="row-39-ten-past-two-v-shortly-after-two",
    ),
    pytest.param(
        span("2025-10-12T02:17+04:00", "2025-10-12T02:18+04:00"),
        span("2025-10-11T22:17+00:00", "2025-10-11T22:18+00:00"),
        "same",
        id="same-instant-in-two-zones",
    ),
    pytest.param(
        span("2025-10-12T02:17", "2025-10-12T02:18"),
        span("2025-10-12T02:17+04:00", "2025-10-12T02:18+04:00"),
        "same",
        id="naive-is-compared-by-the-wall-clock",
    ),
    pytest.param(
        span("2025-10-12T02:00", "2025-10-12T02:01"),
        span("2025-10-12T02:10", "2025-10-12T02:11"),
        "overlap",
        id="the-full-hour-is-round",
    ),
    pytest.param(
        span("2025-10-12T02:00", "2025-10-12T02:01"),
        span("2025-10-12T02:10+04:00", "2025-10-12T02:11+04:00"),
        "overlap",
        id="the-full-hour-is-round-by-the-wall-clock-too",
    ),
    pytest.param(
        span("2025-10-12T02:10", "2025-10-12T02:11"),
        span("2025-10-12T02:17", "2025-10-12T02:18"),
        "before",
        id="two-exact-times-differ",
    ),
    pytest.param(
        span("2025-10-12T02:00", "2025-10-12T02:01"),
        span("2025-10-12T02:20", "2025-10-12T02:21"),
        "before",
        id="beyond-a-quarter-of-an-hour",
    ),
    pytest.param(
        span("2025-10-11", "2025-10-12"), span("2025-10-12", "2025-10-13"), "before", id="day-after-day"
    ),
    pytest.param(
        span("2025-10-12", "2025-10-13"), span("2025-10-11", "2025-10-12"), "after", id="day-before-day"
    ),
    pytest.param(span("2025-10-12", "2025-10-13"), span("2025-10-12", "2025-10-13"), "same", id="same-day"),
    pytest.param(
        span("-", "2025-10-12T12:00"), span("2025-10-12", "2025-10-13"), "overlap", id="by-noon-v-the-day"
    ),
    pytest.param(
        span("-", "2025-10-12T12:00"), span("2025-10-13", "2025-10-14"), "before", id="by-noon-v-next-day"
    ),
    pytest.param(
        span("2025-10-13", "-"), span("2025-10-12", "2025-10-13"), "after", id="since-monday-v-sunday"
    ),
    pytest.param(span("2025-10-13", "-"), span("-", "2025-10-13"), "after", id="two-open"),
    pytest.param(span("-", "-"), span("2025-10-12", "2025-10-13"), "unknown", id="unresolved"),
    pytest.param(span("2025-10-12", "2025-10-13"), span("-", "-"), "unknown", id="unresolved-second"),
    pytest.param(span("-", "-"), span("-", "-"), "unknown", id="both-unresolved"),
]


@pytest.mark.parametrize(("a", "b", "expected"), COMPARED)
def test_times_compare(a: TimeInterval, b: TimeInterval, expected: str) -> None:
    assert compare_times(a, b) == expected


def test_saturday_night_in_kabul_is_sunday_in_utc() -> None:
    told_there = only("It began on Saturday night.", dt.datetime(2025, 10, 12, 12, tzinfo=KABUL))
    told_in_utc = only("It began on Sunday.", dt.datetime(2025, 10, 12, 12, tzinfo=UTC))
    assert compare_times(told_there, told_in_utc) == "overlap"


@pytest.mark.parametrize(
    "words",
    [
        "shortly after two",
        "at about two",
        "shortly after 2 a.m.",
        "in the small hours",
        "before dawn",
        "at two",
        "in the morning",
    ],
)
def test_ten_past_two_agrees_with_looser_words(words: str) -> None:
    published = dt.datetime(2025, 10, 12, 12, tzinfo=KABUL)
    exact = only("The shock came at 02:10, she said.", published)
    assert compare_times(exact, only(f"The shock came {words}.", published)) == "overlap"


MOMENTS = st.one_of(
    st.none(),
    st.datetimes(dt.datetime(2025, 1, 1), dt.datetime(2025, 1, 3)),  # noqa: DTZ001 - naive on purpose
    st.datetimes(dt.datetime(2025, 1, 1), dt.datetime(2025, 1, 3), timezones=st.sampled_from([UTC, KABUL])),  # noqa: DTZ001 - bounds
    st.sampled_from([dt.datetime.min, dt.datetime.max]),  # noqa: DTZ901 - the limits themselves
)
INTERVALS = st.builds(TimeInterval, text=st.just(""), start=MOMENTS, end=MOMENTS)
TURNED = {"before": "after", "after": "before"}


@given(INTERVALS, INTERVALS)
def test_comparing_is_antisymmetric(a: TimeInterval, b: TimeInterval) -> None:
    order = compare_times(a, b)
    assert compare_times(b, a) == TURNED.get(order, order)


@given(INTERVALS)
def test_a_time_is_the_same_as_itself(a: TimeInterval) -> None:
    assert compare_times(a, a) == ("unknown" if a.start is a.end is None else "same")


WORDS = st.sampled_from(
    "at by on in from to until since between and about shortly after before the of ( ) , . - – ' ’s next last this every"
    " noon midnight two half past quarter a.m. p.m. 2.17 02:17 0217 GMT UTC+3 +04:30 ET local time Kabul Eastern o'clock"
    " Sunday Sat. Monday's weekend week year day month hours October Oct. May 9 11 31 9th sixth 2025 2019 1990s 2025-10-09"
    " 9/10/2025 31/12/2025 30.2.2025 morning night dawn small hours early late mid-October end overnight tonight yesterday"
    " ago earlier later days weeks a two several minutes will was said would promised spring 2024/25 century T Z %".split()
)
PUBLICATIONS = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(),
    st.datetimes(timezones=st.sampled_from([UTC, KABUL, dt.timezone(dt.timedelta(hours=-11))])),
)


@given(st.lists(WORDS, max_size=24).map(" ".join), PUBLICATIONS)
def test_whatever_the_words_the_offsets_hold(text: str, published: dt.date | None) -> None:
    last = 0
    for mention in find_times(text, anchor=Anchor(published)):
        low, high = mention.interval.start, mention.interval.end
        assert mention.interval.text == text[mention.start : mention.end] != ""
        assert last <= mention.start < mention.end <= len(text)
        assert low is None or high is None or low < high
        last = mention.end


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_is_survived_within_its_bounds(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    for mention in find_times(text, start, end, anchor=Anchor(PUBLISHED)):
        assert start <= mention.start < mention.end <= end


@pytest.mark.parametrize(
    "piece",
    ["2pm (", "at nine ", "Sunday, ", "2-", "12:", "mid-", "2 years and ", "from Monday to ", "((", "a.m."],
)
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(mention.end <= len(text) for mention in find_times(text, anchor=Anchor(PUBLISHED)))
