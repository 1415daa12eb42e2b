"""Why a conflict between two bare statements may be none (room: brains).

Nothing is known of two bare statements but their words: no outlet, no day, no other sentence that would tell what is
counted. What could still be meant otherwise is not called a conflict.
"""

from collections.abc import Sequence

from counterclaim.relate.polarity import clash
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import same_measure
from counterclaim.relate.slots import Slots
from counterclaim.text.ellipses import EARLIER
from counterclaim.text.times import anchor_of, compare_times, find_times
from counterclaim.text.tokens import tokenize

_EQUATING = frozenset("to at is was were are be been totalled totaled totals reached hit numbered".split())


def is_doubtful(a: Slots, b: Slots, verdict: Verdict, *, every: Sequence[Slots]) -> bool:
    """Whether a verdict of conflict on two claims rests on too little.

    Args:
        a: A claim of one statement.
        b: A claim of the other.
        verdict: What the ladder says of them.
        every: All claims of both statements.
    """
    match verdict.rule:
        case "polarity" | "denial":
            return not clash(a, b)
        case "interval":
            return _is_other_thing(a, b) or _answered(a, b, every) or _answered(b, a, every)
        case "time":
            return _told_elsewhere(a, b) or _told_elsewhere(b, a)
        case _:
            return False


def _is_other_thing(a: Slots, b: Slots) -> bool:
    """A figure that counts nothing known ("playing the last two") may count anything."""
    unknown = any(s.unit is None and s.head is None and not _is_equated(s) for s in (a, b))
    return unknown and same_measure(a, b) is not True


def _is_equated(slots: Slots) -> bool:
    """Whether the figure is what the subject comes to ("cancellations ran to 310", "the toll was 12")."""
    start = slots.figure.start if slots.figure else 0
    before = tokenize(slots.article.text[:start])[-1:]
    return bool(before) and before[0].lower in _EQUATING


def _answered(a: Slots, b: Slots, every: Sequence[Slots]) -> bool:
    """Whether the statement of `a` holds the very figure of `b` too: then that one answers `b`."""
    return any(
        (s.low, s.high, s.unit) == (b.low, b.high, b.unit) and not s.negated and EARLIER not in s.claim.flags
        for s in every
        if s.sentence == a.sentence and s.claim.id != a.claim.id
    )


def _told_elsewhere(a: Slots, b: Slots) -> bool:
    """Whether the statement of `a` also names a time that agrees with that of `b`."""
    time = b.claim.event_time
    found = find_times(a.article.text, anchor=anchor_of(a.article))
    return time is not None and any(compare_times(m.interval, time) in {"same", "overlap"} for m in found)
