"""When a statement was first made: over all occurrences of it, and all claims that hold it (room: brains).

A figure that a later article repeats is no later figure. What an article prints was said before it came out; only where
its words tell when is that known.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from counterclaim.core.records import Attribution
from counterclaim.relate.lineage import name_key, originator, side_key, time_between
from counterclaim.relate.slots import Saying, Slots, publication_time
from counterclaim.text.lexicon import HUMAN

_Key = tuple[object, ...]
_LEAST_WORDS = 2  # a statement of one word is not known again by it


def date_first_said(slots: Sequence[Slots]) -> list[Slots]:
    """Give every claim the earliest print of its statement, and the earliest time at which an article says it was made.

    One statement is the same figure for the same thing, or the same words with the same polarity, from one originator.
    """
    first: dict[_Key, Saying] = {}
    for s in slots:
        for key in _keys(s):
            first[key] = _merge(first[key], s.saying) if key in first else s.saying
    return [_date(s, [first[key] for key in _keys(s)]) for s in slots]


def merge_sayings(s: Slots, others: Sequence[Slots]) -> Slots:
    """The slots with the earliest saying of theirs and of some others that state the same in other words."""
    return _date(s, [other.saying for other in others])


def _date(s: Slots, known: Sequence[Saying]) -> Slots:
    saying = s.saying
    for one in known:
        saying = _merge(saying, one)
    return s._replace(saying=saying, first_said=publication_time(saying.printed))


def _keys(s: Slots) -> Iterator[_Key]:
    """One key for each way to know the originator: its institution, its side, its name."""
    link = originator(s.claim)
    statement = _statement(s)
    if link is None or statement is None:
        return
    for who in _identities(link, s):
        yield (who, *statement)


def _identities(link: Attribution, s: Slots) -> Iterator[tuple[str, object]]:
    if link.institution:
        yield "institution", link.institution
    if side := side_key(s.claim):
        yield "side", side
    if name := name_key(link.name or ""):
        yield "name", name


def _statement(s: Slots) -> _Key | None:
    if s.figure:
        thing = None if s.measure in HUMAN else s.head
        return (s.measure, s.unit, s.low, s.high, thing, *(() if s.measure else (s.topic,)))
    return (s.topic, s.negated) if len(s.topic) >= _LEAST_WORDS else None


def _merge(a: Saying, b: Saying) -> Saying:
    """The earlier print and the earlier time of saying of the two; `a` where they are one."""
    first = b if _is_before(publication_time(b.printed), publication_time(a.printed)) else a
    mine, other = (x.said.start if x.said else None for x in (a, b))
    earlier = b if other is not None and (mine is None or _is_before(other, mine)) else a
    return Saying(first.claim, first.printed, earlier.said, earlier.told_by)


def _is_before(one: dt.datetime | None, other: dt.datetime | None) -> bool:
    return one is not None and (other is None or time_between(one, other) < dt.timedelta(0))
