"""What changed from one report to the next, and when the events themselves took place (room: brains)."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from counterclaim.core.records import Claim, Label, Relation, TimeInterval
from counterclaim.note.dates import interval_words, length_of, local_sides
from counterclaim.note.positions import Placement, answer_key, figure_of
from counterclaim.note.prose import LINE_ROOM, shortened
from counterclaim.note.view import Change, Event, Position
from counterclaim.note.weight import by_weight
from counterclaim.text.lexicon import HABITS

_WORDS: Mapping[Label, str] = {
    "corrects": "correction",
    "updates": "update",
    "possible_update": "possible update, for a person to confirm",
}
_CHANGES = tuple(_WORDS)
_REPORTED = "also the day of the report"
_NOT_EVENTS = frozenset({"position", "prediction"})


def changes(placement: Placement, relations: Iterable[Relation]) -> tuple[Change, ...]:
    """Earlier -> later, by the later one and only the steps: of 31 -> 58 -> 96, not 31 -> 96."""
    labels: dict[tuple[str, str], Label] = {}
    for relation in sorted(
        (relation for relation in relations if relation.label in _CHANGES),
        key=lambda r: _CHANGES.index(r.label),
    ):
        later, earlier = placement.by_claim.get(relation.a), placement.by_claim.get(relation.b)
        if later is not None and earlier is not None and later is not earlier:
            labels.setdefault((later.lead.claim, earlier.lead.claim), relation.label)
    steps: dict[tuple[str, Label], list[str]] = {}
    for (later_claim, earlier_claim), label in _without_leaps(labels).items():
        steps.setdefault((later_claim, label), []).append(earlier_claim)
    return tuple(_change(placement, label, claim, earlier) for (claim, label), earlier in steps.items())


def _without_leaps(labels: Mapping[tuple[str, str], Label]) -> dict[tuple[str, str], Label]:
    """The pairs that no third claim stands between; a claim that is both earlier and later stands between none."""
    before: dict[str, set[str]] = {}
    for later, earlier in labels:
        before.setdefault(later, set()).add(earlier)
    return {
        (later, earlier): label
        for (later, earlier), label in labels.items()
        if not any(
            (step, earlier) in labels and (step, later) not in labels for step in before[later] - {earlier}
        )
    }


def _change(placement: Placement, label: Label, later: str, earlier: Sequence[str]) -> Change:
    claims = placement.register.claims
    directions = {direction_of(claims[claim], claims[later]) for claim in earlier}
    direction = next(iter(directions)) if len(directions) == 1 else None
    return Change(
        label=label,
        words=change_words(label) + (f", {direction}" if direction else ""),
        question=shortened(placement.thread_of[later].question, LINE_ROOM),
        earlier=tuple(
            placement.by_claim[c] for c in sorted(earlier, key=placement.register.rank.__getitem__)
        ),
        later=placement.by_claim[later],
    )


def change_words(label: Label) -> str:
    """What kind of change it is.

    >>> change_words("possible_update")
    'possible update, for a person to confirm'
    """
    return _WORDS.get(label, label.replace("_", " "))


def direction_of(before: Claim, after: Claim) -> Literal["up", "down"] | None:
    """Whether the second figure is above or below the first; None where the two cannot be set against each other."""
    first, last = figure_of(before), figure_of(after)
    if first is None or last is None or first.unit != last.unit:
        return None
    low, high = (q.low if q.low is not None else q.high for q in (first, last))
    if low is None or high is None or low == high:
        return None
    return "up" if high > low else "down"


def timeline(placement: Placement) -> tuple[Event, ...]:
    """The events by the time they took place, each once a question, time and answer.

    Only closed times count: "by noon" and "since Sunday" say how far a count or a state reaches. A time at which a
    statement is elsewhere said to have been made dates the statement, not the event, and is left out.
    """
    register = placement.register
    events: dict[tuple[str, str, str], tuple[dt.datetime, Event]] = {}
    for thread, positions in by_weight(placement):
        for position in positions:
            claim = None if position.replaced else _dated_claim(placement, position)
            time = claim.event_time if claim else None
            when = interval_words(time, common=register.year, zone=register.zone)
            start = local_sides(time, register.zone)[0] if time else None
            if claim is not None and time is not None and when is not None and start is not None:
                doubt = _REPORTED if _is_day_of_report(placement, claim) else ""
                event = Event(when, length_of(time, register.zone), position.told, position, doubt)
                events.setdefault((thread.id, when, position.answer), (start, event))
    return tuple(event for _, event in sorted(events.values(), key=lambda item: (item[0], item[1].length)))


def _dated_claim(placement: Placement, position: Position) -> Claim | None:
    """The first claim of a position that says when it happened; none where that is when the same was said, by whomever."""
    register, zone = placement.register, placement.register.zone
    claims = [register.claims[citation.claim] for citation in position.citations]
    answers = {_content(claim) for claim in claims}
    asked = (register.claims.get(claim) for claim in placement.thread_of[position.lead.claim].claims)
    same = (claim for claim in asked if claim is not None and _content(claim) in answers)
    said = {local_sides(claim.said_at, zone) for claim in same if claim.said_at}
    dated = (c for c in claims if _is_closed(c.event_time) and _is_event(c))
    return next((c for c in dated if c.event_time and local_sides(c.event_time, zone) not in said), None)


def _is_event(claim: Claim) -> bool:
    """Whether a claim tells what happened, and not what usually does."""
    return claim.kind not in _NOT_EVENTS and HABITS.isdisjoint(claim.text.casefold().split())


def _content(claim: Claim) -> tuple[str | float | None, ...]:
    """What two claims share that say the same: the figure, however it is counted, or the words of the answer."""
    figure = figure_of(claim)
    return (claim.polarity, figure.low, figure.high) if figure else (answer_key(claim),)


def _is_closed(time: TimeInterval | None) -> bool:
    return time is not None and time.start is not None and time.end is not None


def _is_day_of_report(placement: Placement, claim: Claim) -> bool:
    """Whether a count is dated by nothing but the day on which it was published."""
    article = placement.register.articles.get(claim.article)
    if claim.event_time is None or article is None or article.published is None or claim.kind != "quantity":
        return False
    start, end = local_sides(claim.event_time, placement.register.zone)
    published = article.published
    day = published.date() if isinstance(published, dt.datetime) else published
    whole = start is not None and end is not None and end - start == dt.timedelta(days=1)
    return whole and start is not None and start.time() == dt.time.min and start.date() == day
