"""One deed at two times: "the collision happened at 2.40", "the ships collided at five to two" (room: brains).

The deed must be one and the same: its verb is common to both, or one of them names it by a noun and says only that it
took place, was heard or reported. What else they tell must not set them apart.
"""

import datetime as dt
import re
from functools import lru_cache

from counterclaim.core.records import TimeInterval
from counterclaim.relate.asides import dates_motive, strip_asides
from counterclaim.relate.hours import is_clock_time, order_times, tells_hour
from counterclaim.relate.lineage import compare_originators, said_later
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import differ_in_reality
from counterclaim.relate.slots import Slots, name_others, name_topics
from counterclaim.text.happenings import Onset, find_onset
from counterclaim.text.lexicon import concept
from counterclaim.text.modality import find_reality, is_negative
from counterclaim.text.opposites import are_rivals
from counterclaim.text.signs import LIGHT
from counterclaim.text.times.words import WEEKDAYS
from counterclaim.text.tokens import tokenize

_WATCHES = dt.timedelta(minutes=5)  # two watches, or two records, need not agree to the minute
_DAY = dt.timedelta(hours=23)  # the shortest day
_BARE = LIGHT | {
    concept(w) for w in "hear feel see report record register log note notice occur happen time place".split()
}
LASTING = frozenset(concept(w) for w in "stay remain continue keep again still".split())
_LAST = concept("last")
_OF_A_ROW = re.compile(r"\bthe last\b(?! (?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b)", re.IGNORECASE)
_UNDATED = LASTING | {concept("usually"), concept("normally")}  # what these tell of has no one hour


def exclude_each_other(a: Slots, b: Slots) -> bool:
    """Whether the times of two claims cannot be one; a weekday told from either side of it ("on Wednesday") can."""
    one, two = a.claim.event_time, b.claim.event_time
    if one is None or two is None or one.text.casefold() == two.text.casefold():
        return False
    if dates_motive(a) or dates_motive(b):
        return False
    return order_times(one, two) in {"before", "after"}


def tell_two_deeds(a: Slots, b: Slots) -> bool:
    """Whether what two statements tell was done at two times, two watches aside: a second arrest is not the first.

    What was done after the other had been said is another deed too.
    """
    apart = exclude_each_other(a, b) and not _are_minutes_apart(a, b)
    return apart or name_other_days(a, b) or is_second_deed(a, b)


def is_second_deed(a: Slots, b: Slots) -> bool:
    """Whether the one was done after the other had been told as done; what lasts is no deed ("stayed closed on Monday")."""
    return not LASTING & (a.topic | b.topic) and (_is_done_since(a, b) or _is_done_since(b, a))


def _is_done_since(later: Slots, earlier: Slots) -> bool:
    when, said = later.claim.event_time, earlier.first_said
    done = later.claim.reality == earlier.claim.reality == "occurred"
    return (
        done
        and when is not None
        and when.start is not None
        and said is not None
        and when.start.date() > said.date()
    )


def name_other_days(a: Slots, b: Slots) -> bool:
    """Whether two statements name days of the week, asides left out, and none in common.

    The day of a clock time or of a night depends on the zone that it is told in.
    """
    spans = [s.claim.event_time for s in (a, b) if s.claim.event_time]
    if any(x.start and x.end and x.end - x.start < _DAY for x in spans):
        return False
    one, two = (_weekdays(strip_asides(s.claim.text)) for s in (a, b))
    return bool(one and two) and not one & two


@lru_cache(maxsize=4096)
def _weekdays(text: str) -> frozenset[int]:
    words = (t.lower.removesuffix("'s").removesuffix("’s") for t in tokenize(text))
    return frozenset(WEEKDAYS[word] for word in words if word in WEEKDAYS)


def tell_one_deed(a: Slots, b: Slots) -> bool:
    """Whether two dated statements tell of one deed, to the hour; days and weeks need more words in common."""
    if not all(tells_hour(s.claim.event_time) for s in (a, b)):
        return False
    return tell_one_onset(a, b) or _tell_same_deed(a, b)


def tell_one_onset(a: Slots, b: Slots) -> bool:
    """Whether both say at what hour one happening began, by whatever name ("the riot", "the trouble").

    What is counted beside it ("three bombs fell at ten") is another question.
    """
    if name_others(a, b):
        return False
    one, two = (_find_dated_onset(s) for s in (a, b))
    if one is None or two is None or are_rivals(_told_apart(a), _told_apart(b)):
        return False
    return one.may_be(two)


def _find_dated_onset(s: Slots) -> Onset | None:
    """What a statement says began, as a fact and at a time told in the same clause."""
    found, when = find_onset(s.claim.text), s.claim.event_time
    if found is None or when is None:
        return None
    words = tokenize(found.clause)
    if is_negative(words) or find_reality(words, None, found.clause) not in {"occurred", "ongoing"}:
        return None
    return found if when.text.rstrip(".") in found.clause else None


def _tell_same_deed(a: Slots, b: Slots) -> bool:
    if a.figure or b.figure or a.negated or b.negated:
        return False
    if (
        _UNDATED & (a.topic | b.topic)
        or are_rivals(_told_apart(a), _told_apart(b))
        or differ_in_reality(a, b)
    ):
        return False
    if name_others(a, b):
        return False
    shared = (a.topic & b.topic) - _BARE - name_topics(a, b)
    if not shared or (a.deeds - shared - _BARE) or (b.deeds - shared - _BARE):
        return False
    things = [s.topic - s.deeds - shared - _BARE - name_topics(a, b) for s in (a, b)]
    return bool(shared - a.deeds & b.deeds) or not all(things)


def _told_apart(s: Slots) -> frozenset[str]:
    """The topic words with "the last", which elsewhere only dates."""
    return s.topic | {_LAST} if _OF_A_ROW.search(s.claim.text) else s.topic


def relate_moments(a: Slots, b: Slots) -> Verdict | None:
    """A contradiction in time, or an update where one speaker gives another time later on."""
    if not exclude_each_other(a, b) or not tell_one_deed(a, b):
        return None
    verdict = judge_times(a, b)
    kin = compare_originators(a.claim, b.claim) in {"same", "same_side"}
    return None if kin and verdict.label == "contradicts" else verdict


def judge_times(a: Slots, b: Slots) -> Verdict:
    """What follows where one deed is told with two times that exclude each other."""
    told = [s.claim.event_time.text for s in (a, b) if s.claim.event_time]
    if _are_minutes_apart(a, b):
        return Verdict("compatible", f"the times are minutes apart: {told[0]}, {told[1]}", "time")
    # When the deed was is what they differ on; the later account is the one that was said later.
    kin, later = compare_originators(a.claim, b.claim), said_later(a, b)
    if kin in {"same", "same_side"} and later is not None:
        reason = f"the same originator: {told[0]} against {told[1]}"
        return Verdict("updates", reason, "lineage", flipped=not later)
    return Verdict("contradicts", f"other times: {told[0]} against {told[1]}", "time")


def _are_minutes_apart(a: Slots, b: Slots) -> bool:
    """Whether two clock times differ by no more than two watches may."""
    one, two = a.claim.event_time, b.claim.event_time
    if one is None or two is None:
        return False
    wider = [_widen(span) for span in (one, two)]
    return order_times(*wider) not in {"before", "after", "unknown"}


def _widen(span: TimeInterval) -> TimeInterval:
    """The time with half of what two watches may differ by on either side."""
    if span.start is None or span.end is None or not is_clock_time(span):
        return span
    return span.model_copy(update={"start": span.start - _WATCHES / 2, "end": span.end + _WATCHES / 2})


def do_other_deeds(a: Slots, b: Slots) -> bool:
    """Whether each statement has verbs of its own and none in common ("had run out", "was published")."""
    one, two = a.deeds - _BARE, b.deeds - _BARE
    return bool(one and two) and not one & two
