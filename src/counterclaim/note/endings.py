"""What the bottom line tells of time: how the event ended, and that a state went on (room: brains)."""

import re
from collections.abc import Iterable, Sequence

from counterclaim.core.records import Relation
from counterclaim.note.placement import Placement
from counterclaim.note.prose import listing, said_by, shortened
from counterclaim.note.states import find_lasting
from counterclaim.note.timeline import timeline
from counterclaim.note.view import Dispute, Event, Position

_ROOM = 160
_TELLERS = 3
_FEWEST = 4  # words of a clause that tells enough without what follows its comma
_CARRIED = 2  # outlets: what fewer tell of is no main thing
_ENDED = re.compile(
    r"\b(?:ended|halted|stopped|ceased|suspended|called off|broken off|broke off|came to an end|put out|extinguished"
    r"|brought under control|abandoned)\b",
    re.IGNORECASE,
)


def ending_words(placement: Placement, disputed: Iterable[Dispute]) -> str:
    """How the event ended, by whom several outlets have it; empty where they tell of no end."""
    ends = [event for event in timeline(placement, disputed) if _is_end(event)]
    if not ends:
        return ""
    told = max(ends, key=lambda event: len(_outlets(event)))
    names = listing(told.names, limit=_TELLERS)
    alone = f"{said_by(names)} alone" if len(told.names) == 1 else said_by(names)
    return f"of its end: {shortened(told.text, _ROOM).rstrip('.')}, {alone}"


def _is_end(event: Event) -> bool:
    plain = not event.doubt and not event.sided and event.position.attributed and not event.position.points
    return plain and _ENDED.search(event.text) is not None and len(_outlets(event)) >= _CARRIED


def _outlets(event: Event) -> frozenset[str]:
    return frozenset(outlet for position in event.positions for outlet in position.outlets)


def lasting_words(placement: Placement, relations: Iterable[Relation], state: Sequence[Position]) -> str:
    """That a state went on, by the last report of it; empty where nobody says so."""
    leads = {position.lead for position in state}
    later = [
        change.later
        for change in find_lasting(placement, relations)
        if any(p.lead in leads for p in change.earlier)
    ]
    if not later:
        return ""
    last = max(later, key=lambda position: placement.register.rank[position.lead.claim])
    clause = last.text.partition(",")[0]
    words = clause if len(clause.split()) >= _FEWEST else last.text
    return f"{shortened(words, _ROOM).rstrip('.')} ({last.name})"
