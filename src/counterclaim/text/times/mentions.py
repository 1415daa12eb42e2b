"""Times as they stand in a text: finding, merging, comparing them (room: brains).

A time is relative to the publication, or for "a day earlier" and a bare "at nine" to what the text named before.
A time without zone takes the publication's offset; see `intervals` and `almanac` for the choices behind the
intervals. What the words do not fix has neither start nor end.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from counterclaim.core.records import Article, TimeInterval
from counterclaim.text.times.almanac import Interval
from counterclaim.text.times.intervals import Bounds, Relation
from counterclaim.text.times.phrases import Found
from counterclaim.text.times.timeline import resolve_phrases, set_stage
from counterclaim.text.times.words import Date, Habit, Length, Shift, Unknown, Weekday
from counterclaim.text.tokens import tokenize

TimeKind = Literal["clock", "part_of_day", "date", "period", "duration", "frequency"]
Order = Literal["same", "overlap", "before", "after", "unknown"]

_MOST_TIMES: Final = 50  # in a clause
_INSTANT: Final = dt.timedelta(minutes=1)
# A time on the full hour is a round figure: "at two" and "at 2.10" may be the same moment.
_ROUNDING: Final = dt.timedelta(minutes=15)


class Anchor(NamedTuple):
    """When the text was published: a date, a datetime with or without offset, or None."""

    published: dt.date | dt.datetime | None


class TimeMention(NamedTuple):
    """A time expression at `text[start:end]`, the preposition included where it changes the interval ("by noon").

    `interval.text` is the expression. Both sides of the interval are None for durations, frequencies and what could
    not be resolved. `relation` is how the time bounds the event. `clause` numbers the clauses of the text, roughly.
    """

    start: int
    end: int
    interval: TimeInterval
    kind: TimeKind
    relation: Relation
    clause: int = 0


def anchor_of(article: Article) -> Anchor:
    """When the article was published, as far as known.

    >>> anchor_of(Article(id="a", source="a.txt", text="", sha256="", published=dt.date(2025, 10, 12)))
    Anchor(published=datetime.date(2025, 10, 12))
    """
    return Anchor(article.published)


def find_times(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    anchor: Anchor,
    reference: TimeInterval | None = None,
) -> tuple[TimeMention, ...]:
    """Find the times in `text[start:end]`, in order; offsets are into the whole of `text`.

    Args:
        text: The article's text, or any text.
        start: Where to begin.
        end: Where to stop; None is the end of the text.
        anchor: When the text was published.
        reference: The last time named before `start`, for "a day earlier" and a bare "at nine".

    >>> sunday = Anchor(dt.date(2025, 10, 12))
    >>> found = find_times("They attacked on Saturday night.", anchor=sunday)[0]
    >>> found.interval.text, str(found.interval.start), str(found.interval.end)
    ('Saturday night', '2025-10-11 18:00:00', '2025-10-12 06:00:00')
    """
    setting, offset = set_stage(anchor.published, _known(reference))
    mentions = []
    for resolved in resolve_phrases(text, tokenize(text, start, end), setting, offset=offset):
        first = resolved.found.phrase.start
        low, high = resolved.bounds
        interval = TimeInterval(text=text[first : resolved.end], start=low, end=high)
        phrase = resolved.found.phrase
        ranged = resolved.is_range or (phrase.names_range and phrase.relation == "at")
        relation = "during" if ranged else phrase.relation
        kind = _kind_of(resolved.found)
        mentions.append(TimeMention(first, resolved.end, interval, kind, relation, resolved.clause))
    return tuple(mentions)


def _known(reference: TimeInterval | None) -> Interval | None:
    """The wall-clock interval of a reference that has both sides."""
    if reference is None or reference.start is None or reference.end is None:
        return None
    return reference.start.replace(tzinfo=None), reference.end.replace(tzinfo=None)


def _wall(moment: dt.datetime | None) -> dt.datetime | None:
    return moment and moment.replace(tzinfo=None)


def _kind_of(found: Found) -> TimeKind:
    phrase = found.phrase
    if isinstance(found.other, Habit):
        return "frequency"
    if isinstance(found.other, Length):
        return "duration"
    if phrase.clock is not None:
        return "clock"
    if phrase.part is not None:
        return "part_of_day"
    dated = isinstance(phrase.day, Weekday | Date | Unknown) or (
        isinstance(phrase.day, Shift) and phrase.day.unit in ("day", "week")
    )
    return "date" if dated else "period"


def merge_times(mentions: Iterable[TimeMention]) -> tuple[TimeMention, ...]:
    """Leave out the times of a clause that a more exact one of it contains, so that each moment is named once.

    `find_times` already reads neighbouring words as one time ("at 2.17 a.m. on Sunday"). This joins what stands
    apart: in "On Sunday the bridge fell at 2 p.m." only the clock time stays, whose interval is the intersection.
    Durations and frequencies are left out of clauses that have a time. Other clauses do not matter.

    >>> found = find_times("On Sunday the bridge fell at 2 p.m.", anchor=Anchor(dt.date(2025, 10, 12)))
    >>> [mention.interval.text for mention in merge_times(found)]
    ['2 p.m.']
    """
    given = tuple(mentions)
    clauses: dict[int, list[TimeMention]] = {}
    for mention in given:
        clauses.setdefault(mention.clause, []).append(mention)
    # Comparing each with each is for clauses that people write; a longer row of times is left as it is.
    rivals = {number: mates if len(mates) <= _MOST_TIMES else [] for number, mates in clauses.items()}
    return tuple(m for m in given if not any(_outdoes(other, m) for other in rivals[m.clause]))


def _outdoes(other: TimeMention, mention: TimeMention) -> bool:
    """Whether `other` says when, more exactly than `mention` does."""
    if mention.kind in ("duration", "frequency"):
        return other.kind not in ("duration", "frequency")
    a, b = _known(other.interval), _known(mention.interval)
    if a is None or b is None or mention.relation not in ("at", "during") or a == b:
        return False
    return b[0] <= a[0] and a[1] <= b[1]


def compare_times(a: TimeInterval, b: TimeInterval) -> Order:
    """Compare two times: `before` and `after` mean that no moment can belong to both.

    Two times with offsets are compared in UTC. Where one has none (the zone of the event is not known), both are
    compared as the local time they were given in: the offset is dropped, not guessed. An open side reaches without
    limit. Two instants less than a quarter of an hour apart, one of them on the full hour, overlap, because such
    times are round figures (the threshold is ours). Times that were not resolved are `unknown`.

    >>> shortly_after_two = TimeInterval(text="", start=dt.datetime(2025, 10, 12, 2), end=dt.datetime(2025, 10, 12, 2, 30))
    >>> ten_past = TimeInterval(text="", start=dt.datetime(2025, 10, 12, 2, 10), end=dt.datetime(2025, 10, 12, 2, 11))
    >>> compare_times(ten_past, shortly_after_two)
    'overlap'
    """
    if (a.start is None and a.end is None) or (b.start is None and b.end is None):
        return "unknown"
    first, second = _align(a, b)
    if first == second:
        return "same"
    before = first[1] is not None and second[0] is not None and first[1] <= second[0]
    after = second[1] is not None and first[0] is not None and second[1] <= first[0]
    if before == after or _are_round(first, second):
        return "overlap"
    return "before" if before else "after"


def _align(a: TimeInterval, b: TimeInterval) -> tuple[Bounds, Bounds]:
    """The sides of both, offsets dropped unless all have one."""
    sides = (a.start, a.end, b.start, b.end)
    if any(side is not None and side.tzinfo is None for side in sides):
        sides = (_wall(a.start), _wall(a.end), _wall(b.start), _wall(b.end))
    return sides[:2], sides[2:]


def _are_round(a: Bounds, b: Bounds) -> bool:
    """Whether both are instants so close, and one so round, that they may be the same moment."""
    if a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return False
    if a[1] - a[0] > _INSTANT or b[1] - b[0] > _INSTANT:
        return False
    return abs(a[0] - b[0]) < _ROUNDING and 0 in (a[0].minute, b[0].minute)
