"""Are two figures of one period? Levels of two days, changes on a year ago, counts of an earlier event (room: brains)."""

import datetime as dt
import re

from counterclaim.relate.growth import CROWDS
from counterclaim.relate.lineage import compare_originators
from counterclaim.relate.portions import same_number
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.slots import Slots
from counterclaim.text.lexicon import CUMULATIVE, HUMAN, concept
from counterclaim.text.times import compare_times

_DAYS = dt.timedelta(days=2)
_STALE = dt.timedelta(hours=24)
_LONG_AGO = dt.timedelta(days=180)
_WEEKS = dt.timedelta(days=10)
_YEAR = dt.timedelta(days=300)
_SPAN = dt.timedelta(days=28)  # an earlier event is told by its month or year
_ERA = dt.timedelta(days=60)  # what lies further back than this is told of another event
# What a change is measured against ("up 6 per cent on last year") is not when it held.
_BASELINE = re.compile(
    r"\b(?:on|than|from|against|over|with) (?:the )?(?:last |previous |same (?:\w+ )?"
    r"(?:hour|day|night|week|weekend|month|quarter|half|season|year|period|time|point|stage|date)s?\b)",
    re.IGNORECASE,
)

_WATERS = frozenset(
    concept(w) for w in "river reservoir lake water canal stream dam gauge flood tide level sea".split()
)
_STOOD = frozenset(concept(w) for w in "level stand gauge reach peak crest".split())
_STANDS = re.compile(
    r"\b(?:dropped|fallen|fell|risen|rose|sunk|sank|climbed|is|was) (?:further |again )?(?:to|at)\b",
    re.IGNORECASE,
)
_RECALLED = re.compile(
    r"\b(?:since|of|in|after) (?:\w+ )?((?:19|20)\d{2}),? (?:when|where|in which)\b[^,;]*$", re.IGNORECASE
)
_OF_A_MONTH = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Ii]ts|[Tt]heir) (January|February|March|April|June|July|August|September|October|November|December|"
    r"(?:19|20)\d{2}) [a-z-]+\b"
)


def differ_in_period(a: Slots, b: Slots) -> Verdict | None:
    """Levels and changes of different days are different facts; counts that grow are one count at two times.

    What was counted in an earlier event ("31 died in the fires of 2009") is no count of this one.
    """
    if _is_compared(a, b):
        return None
    past = (
        _differ_in_crowd(a, b)
        or _differ_in_crowd(b, a)
        or _differ_in_year(a, b)
        or _differ_in_era(a, b)
        or _differ_in_era(b, a)
        or _differ_since(a, b)
        or _differ_since(b, a)
    )
    if past:
        return past
    if a.measure in CUMULATIVE or a.measure in HUMAN or a.unit is None:
        return None
    if a.as_of is None or b.as_of is None:
        return _differ_from_now(a, b) or _differ_from_now(b, a)
    if compare_times(a.as_of, b.as_of) in {"before", "after"} and not _goes_on(a, b):
        return Verdict("different_scope", f"other periods: {a.as_of.text} against {b.as_of.text}", "period")
    return None


def _differ_in_crowd(new: Slots, old: Slots) -> Verdict | None:
    """A crowd that gathered after the other was counted."""
    if new.measure != old.measure or new.measure not in CROWDS or new.as_of is None or old.first_said is None:
        return None
    began, said = _on_the_wall(new.as_of.start), _on_the_wall(old.first_said)
    if began is None or said is None or began <= said:
        return None
    return Verdict("different_scope", f"one is of {new.as_of.text}, after the other was counted", "period")


def _differ_in_year(a: Slots, b: Slots) -> Verdict | None:
    one, two = _find_recalled(a), _find_recalled(b)
    return (
        Verdict("different_scope", f"one recalls what was in {one or two}", "period") if one != two else None
    )


def _find_recalled(s: Slots) -> str | None:
    """The year or month of an earlier event that a figure is told of.

    "The worst since 1998, when 11 people died", "the March raid, in which 12 people died".
    """
    if s.figure is None:
        return None
    before = s.claim.text.partition(s.figure.text)[0]
    if found := _RECALLED.search(before):
        return found[1]
    named = _OF_A_MONTH.search(before)
    this = s.first_said.strftime("%B %Y").split() if s.first_said else []
    return named[1] if named and this and named[1] not in this else None


def _goes_on(a: Slots, b: Slots) -> bool:
    """Whether one speaker gives a level on two days: the later takes the earlier's place (case 8)."""
    days = [s.as_of.end - s.as_of.start for s in (a, b) if s.as_of and s.as_of.start and s.as_of.end]
    kin = compare_originators(a.claim, b.claim) in {"same", "same_side"}
    if are_levels(a, b):
        return True
    level = a.measure != "change"  # what rose by 3 per cent on Monday rose again on Tuesday
    return level and kin and len(days) == len((a, b)) and max(days) <= _DAYS


def are_levels(a: Slots, b: Slots) -> bool:
    """Whether both say how high one water stood: it rises and falls, and each gauge reading takes the earlier's place."""
    if a.unit != "metre" or b.unit != "metre" or "change" in {a.measure, b.measure}:
        return False
    waters = _WATERS & (a.topic & b.topic)
    stood = [bool(_STOOD & s.topic) or _STANDS.search(s.claim.text) for s in (a, b)]
    return bool(waters) and all(stood)


def _differ_from_now(dated: Slots, now: Slots) -> Verdict | None:
    """A level of a past day, and one that somebody else says holds now ("35 per cent by Wednesday", "it is less than 30")."""
    ended = _on_the_wall(dated.as_of.end if dated.as_of else None)
    said = _on_the_wall(now.first_said)
    if dated.as_of is None or ended is None or said is None or now.as_of or now.claim.reality != "ongoing":
        return None
    if dated.low <= now.high and now.low <= dated.high:
        return None
    if said - ended < _STALE or compare_originators(dated.claim, now.claim) in {"same", "same_side"}:
        return None
    reason = f"one is of {dated.as_of.text}, the other of when it was said"
    return Verdict("different_scope", reason, "period")


def _is_compared(a: Slots, b: Slots) -> bool:
    """Whether one gives a change on an earlier time, which is not when it held."""
    return any(_BASELINE.search(s.claim.quote) for s in (a, b))


def _differ_in_era(old: Slots, new: Slots) -> Verdict | None:
    """One is dated long before the other, or long before the other was said at all."""
    ended = _on_the_wall(old.as_of.end if old.as_of else None)
    began = _on_the_wall(new.as_of.start or new.as_of.end if new.as_of else new.first_said)
    if old.as_of is None or ended is None or began is None or began < ended:
        return None
    if new.as_of and began - ended >= _ERA:
        return Verdict(
            "different_scope", f"other periods: {old.as_of.text} against {new.as_of.text}", "period"
        )
    started = _on_the_wall(old.as_of.start)
    least = _SPAN if began - ended >= _LONG_AGO or _is_background(old, new, ended) else _YEAR
    if new.as_of or started is None or ended - started < least:
        return None  # a day named long after it is what the accounts are about
    reason = f"one is of {old.as_of.text}, and the other does not say when"
    return Verdict("undetermined", reason, "period")


def _is_background(old: Slots, new: Slots, ended: dt.datetime) -> bool:
    """Whether people are counted whose fate was told well after the month that it is of ("a raid in March killed 12")."""
    said = _on_the_wall(old.first_said)
    counted = old.measure in CUMULATIVE | HUMAN and not same_number(old, new)
    return counted and said is not None and said - ended >= _WEEKS


def _differ_since(long: Slots, new: Slots) -> Verdict | None:
    """One counts since long ago ("14 deaths since 2019"), and the other does not."""
    if same_number(long, new):
        return None
    span, told = long.as_of, _on_the_wall(long.first_said)
    began = _on_the_wall(span.start) if span else None
    if span is None or began is None or told is None or told - began < _LONG_AGO:
        return None
    ended = _on_the_wall(span.end)
    if ended is not None and ended - began < _YEAR:
        return None
    other = _on_the_wall(new.as_of.start) if new.as_of else None
    if other is not None and abs(other - began) < _SPAN:
        return None
    return Verdict("different_scope", f"one counts {span.text}, the other does not", "period")


def _on_the_wall(moment: dt.datetime | None) -> dt.datetime | None:
    return moment.replace(tzinfo=None) if moment else None
