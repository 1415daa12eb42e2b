"""What to watch next: only what the record itself announces or leaves open (room: brains)."""

import datetime as dt
from collections.abc import Iterable, Sequence

from counterclaim.core.records import Claim
from counterclaim.note.dates import instant, interval_words
from counterclaim.note.placement import Placement
from counterclaim.note.prose import inline_words, said_by, shortened
from counterclaim.note.view import Change, Dispute

_TEXT_ROOM = 110
_ANNOUNCED = 2


def next_words(
    placement: Placement, disputed: Sequence[Dispute], changed: Iterable[Change], as_of: dt.datetime | None
) -> str:
    """What is announced for a time after the note's, what a person has to confirm, what would settle the first dispute."""
    points = [*_announced(placement, as_of)[:_ANNOUNCED]]
    possible = (change for change in changed if change.label == "possible_update")
    tentative = next((change for change in possible if change.later.is_figure), None)
    if tentative:
        before = " or ".join(position.answer for position in tentative.earlier)
        asked = inline_words(shortened(tentative.question, _TEXT_ROOM))
        points.append(
            f"confirm {asked}: whether {tentative.later.answer}, {said_by(tentative.later.name)}, replaces {before}"
        )
    if disputed:
        points.append(
            f"settle {inline_words(shortened(disputed[0].question, _TEXT_ROOM))}: {disputed[0].settle}"
        )
    return "; ".join(points)


def _announced(placement: Placement, as_of: dt.datetime | None) -> list[str]:
    """What somebody said is planned for a stated time that was still to come, the earliest first."""
    register = placement.register
    found: dict[str, dt.datetime] = {}
    for _, positions in placement.threads:
        for position in positions:
            start = None if position.replaced else _start(register.claims[position.lead.claim])
            if (
                start is None
                or as_of is None
                or instant(start, register.zone) <= instant(as_of, register.zone)
            ):
                continue
            when = interval_words(
                register.claims[position.lead.claim].event_time, common=register.year, zone=register.zone
            )
            told = f"{when}: {shortened(position.text, _TEXT_ROOM).rstrip('.')} ({position.name})"
            found.setdefault(told, instant(start, register.zone))
    return sorted(found, key=lambda told: (found[told], told))


def _start(claim: Claim) -> dt.datetime | None:
    return claim.event_time.start if claim.reality == "planned" and claim.event_time else None
