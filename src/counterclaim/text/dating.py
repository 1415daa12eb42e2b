"""When a fact happened, and when it was said, among the times of its sentence (room: brains)."""

from bisect import bisect_left
from collections.abc import Sequence

from counterclaim.core.records import TimeInterval
from counterclaim.text.speech import Speech
from counterclaim.text.stretches import Stretch
from counterclaim.text.times import TimeMention
from counterclaim.text.tokens import Token

_AS_OF = frozenset({"by", "until", "before"})


def times_of(stretch: Stretch, times: Sequence[TimeMention]) -> Sequence[TimeMention]:
    """The times of the stretch's sentence; `times` are in order."""
    first = bisect_left(times, stretch.sentence.start, key=lambda t: t.start)
    return times[first : bisect_left(times, stretch.sentence.end, key=lambda t: t.start)]


def find_event_time(
    tokens: Sequence[Token], stretch: Stretch, times: Sequence[TimeMention]
) -> TimeInterval | None:
    """The time in the fact's own words, else the only one in its stretch."""
    usable = [
        t
        for t in times_of(stretch, times)
        if t.kind not in {"duration", "frequency"} and (t.interval.start or t.interval.end)
    ]
    own = [t for t in usable if tokens[0].start <= t.start < tokens[-1].end]
    # "In reply to Thursday's strikes they attacked on Saturday": the deed is of Saturday.
    owned = {t.start for t in tokens if t.lower.endswith("'s")}
    own = [t for t in own if t.start not in owned] or own
    around = own or [t for t in usable if stretch.start <= t.start < stretch.end]
    as_of = [
        t for t in own if t.relation in _AS_OF
    ]  # "killed on Sunday had reached 31 by noon": the count is of noon
    chosen = (as_of or around)[:1]
    return chosen[0].interval if own or len(around) == 1 else None


def find_said_at(speech: Speech | None, times: Sequence[TimeMention]) -> TimeInterval | None:
    """The time that the words of saying give ("said on Sunday"); None where they give none."""
    if speech is None or speech.said_at is None:
        return None
    start, end = speech.said_at
    return next((t.interval for t in times if t.start < end and start < t.end), None)
