"""What became of a plan: put off to another day, or done although it was ruled out (room: brains).

"The bridge is due to reopen on Sunday" and "the bridge will not reopen before Wednesday" tell of one deed to come with two
days. That nothing has come of the first is what the second is about, so the later one takes its place.
"""

import datetime as dt
import re
from typing import NamedTuple

from counterclaim.core.records import TimeInterval
from counterclaim.relate.lineage import compare_originators, name_key, originator, said_later
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.slots import Slots, name_others, name_topics
from counterclaim.text.lexicon import concept
from counterclaim.text.opposites import are_rivals
from counterclaim.text.signs import LIGHT

_MOVED = re.compile(
    r"\b(?:put (?:off|back)|postponed|delayed|moved|rescheduled|deferred|brought forward|pushed (?:back|on)|extended|adjourned)\b",
    re.IGNORECASE,
)
_FRESH = re.compile(
    r"\b(?:now|no longer|another (?:day|week|fortnight|month|year)|further|longer|new date|instead|after all|at the earliest)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?:not|n['’]t|never|nobody|nothing|no)\b[^.;]*\b(?:before|until|till)\b|\b(?:no earlier than|at the earliest)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|through to|up to)\b", re.IGNORECASE)
_STILL_UNTIL = re.compile(
    r"\b(?:is|are|be|remains?|stays?|has|have|will)\b[^.;]* (?:until|till)\b", re.IGNORECASE
)
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
_YEAR = dt.timedelta(days=365)
_LONGEST = dt.timedelta(days=2)  # a plan for a week or a month names no day
_HALTS = frozenset(concept(w) for w in "suspend stop close ban halt cancel bar restrict limit".split())
# Words that only say of a deed that it lies ahead, or that its day has changed.
_AHEAD = LIGHT | {
    concept(w)
    for w in "expect hope plan schedule due set intend want aim postpone delay move reschedule defer bring push extend extension adjourn "
    "propose date remain begin finish complete happen early".split()
}


class Plan(NamedTuple):
    """The day that a statement names for what is to come; `least` where it can only be later than that."""

    day: dt.date
    least: bool


def find_plan(s: Slots) -> Plan | None:
    """The day that lies ahead of the statement; None where it names none, or a day that was over when it was said."""
    when, said = s.claim.event_time, s.first_said
    if when is None or said is None or s.figure is not None:
        return None
    day = _name_day(when, moved=_MOVED.search(s.claim.text) is not None)
    least = _NOT_BEFORE.search(s.claim.text) is not None
    if day is None or (s.negated and not least):
        return None
    if day < said.date() and (_MOVED.search(s.claim.text) or _STILL_UNTIL.search(s.claim.text)):
        day += _YEAR if any(c.isdigit() for c in when.text) else _WEEK  # it can only lie ahead
    ahead = s.claim.reality == "planned" or day > said.date()  # what is told on its very day has happened
    return Plan(day, least) if ahead else None


def _name_day(when: TimeInterval, *, moved: bool) -> dt.date | None:
    """The day of a time; of "from 1 June to 15 June" the second, where something was moved."""
    if when.start is None or when.end is None:
        edge = when.start or when.end
        last = when.start is None and not when.text.lower().startswith("before")
        return (edge - _DAY if last else edge).date() if edge else None
    if moved:
        return (when.end - dt.timedelta(minutes=1)).date()
    return when.start.date() if when.end - when.start <= _LONGEST else None


def is_one_plan(a: Slots, b: Slots) -> bool:
    """Whether two statements name another day for one thing that lies ahead, or one tells what the other ruled out."""
    return _is_moved(a, b) or _is_reversed(a, b) or _is_reversed(b, a)


def relate_plans(a: Slots, b: Slots) -> Verdict | None:
    """An update where a later account names another day for one thing to come, or tells that it was done after all."""
    later = said_later(a, b)
    if later is None or not is_one_plan(a, b):
        return None
    new, old = (a, b) if later else (b, a)
    kin = compare_originators(a.claim, b.claim)
    if not _is_moved(a, b):
        own = kin in {"same", "same_side"} or _is_own_deed(old, new)
        reason = "what was ruled out was done later"
        return Verdict("updates" if own else "possible_update", reason, "plan", flipped=not later)
    told = [s.claim.event_time.text for s in (new, old) if s.claim.event_time]
    said = _MOVED.search(new.claim.text) or _FRESH.search(new.claim.text)
    if not said and kin == "other":
        return None  # two parties may each expect another day
    reason = f"another day for what lies ahead: {told[0]}, at first {told[1]}"
    sure = said or kin in {"same", "same_side"}
    return Verdict("updates" if sure else "possible_update", reason, "plan", flipped=not later)


def _is_moved(a: Slots, b: Slots) -> bool:
    one, two = find_plan(a), find_plan(b)
    if one is None or two is None or one.day == two.day or not _is_one_thing(a, b):
        return False
    lower = min(one, two, key=lambda p: p.day)
    return not (
        lower.least and not (one.least and two.least)
    )  # "not before Sunday" and "on Wednesday" both hold


def _is_one_thing(a: Slots, b: Slots) -> bool:
    """Whether two plans are of one deed: they share what is done, or a thing that is kept shut until some day."""
    if are_rivals(a.topic, b.topic) or name_others(a, b):
        return False
    shared = (a.topic & b.topic) - _AHEAD - name_topics(a, b)
    if all(_HALTS & s.topic and _UNTIL.search(s.claim.text) for s in (a, b)):
        return bool((shared | _open_both(a, b)) - _HALTS)
    own = [s.deeds - _AHEAD - shared for s in (a, b)]
    return not all(own) and (len(shared) > 1 or (bool(shared & (a.deeds | b.deeds)) and not any(own)))


def _open_both(a: Slots, b: Slots) -> frozenset[str]:
    """The word that both statements open with, whose capital makes it no name ("Visiting remains suspended")."""
    one, two = (concept(s.claim.text.partition(" ")[0]) for s in (a, b))
    return frozenset({one} & {two} & a.topic)


def _is_reversed(ruled_out: Slots, done: Slots) -> bool:
    """Whether one tells as done, later on, what the other says will not be done."""
    core = ruled_out.signs.required - LIGHT
    if ruled_out.claim.reality != "planned" or not ruled_out.negated or not core:
        return False
    told = done.claim.reality == "occurred" or (
        done.claim.reality == "planned" and _may_announce(ruled_out, done)
    )
    if done.negated or not told or not (core & done.deeds and core <= done.signs.affirmed):
        return False
    if said_later(done, ruled_out) is not True or find_plan(ruled_out):
        return False
    shared = (ruled_out.topic & done.topic) - (core & done.deeds) - LIGHT - name_topics(ruled_out, done)
    return bool(shared) or len(core) > 1 or _is_own_deed(ruled_out, done)


def _may_announce(ruled_out: Slots, planned: Slots) -> bool:
    """Whether what is planned now is told by who ruled it out, or as fact by an outlet: another party may only hope so."""
    told = originator(planned.claim)
    return told is None or compare_originators(ruled_out.claim, planned.claim) in {"same", "same_side"}


def _is_own_deed(ruled_out: Slots, done: Slots) -> bool:
    """Whether who said that a thing would not be done is named as who did it."""
    speaker = originator(ruled_out.claim)
    who = name_key(speaker.name or "") if speaker else frozenset()
    return bool(who) and who <= name_key(done.claim.text)
