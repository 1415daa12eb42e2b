"""What changed from one report to the next (room: brains)."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from counterclaim.core.records import Claim, Label, Relation
from counterclaim.note.dates import interval_words
from counterclaim.note.marks import STATEMENT_WITHDRAWN, WITHDRAWN
from counterclaim.note.placement import Placement
from counterclaim.note.positions import ANSWER_ROOM, figure_of
from counterclaim.note.prose import LINE_ROOM, shortened
from counterclaim.note.view import Change, Citation, FigureGroup, Position

_WORDS: Mapping[Label, str] = {
    "corrects": "correction",
    "updates": "update",
    "possible_update": "possible update, for a person to confirm",
}
_CHANGES = tuple(_WORDS)
_TAKEN_BACK = "taken back"
_STEPS = 12  # of one course


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
    told = (_change(placement, label, claim, earlier) for (claim, label), earlier in steps.items())
    return tuple(change for change in told if change is not None)


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


def _change(placement: Placement, label: Label, later: str, earlier: Sequence[str]) -> Change | None:
    """The change, with what differs named where the answers read alike; None where nothing does."""
    claims = placement.register.claims
    before = [placement.by_claim[c] for c in sorted(earlier, key=placement.register.rank.__getitem__)]
    told = _tell_apart(placement, before, placement.by_claim[later])
    if told is None:
        return None
    directions = {direction_of(claims[claim], claims[later]) for claim in earlier}
    direction = next(iter(directions)) if len(directions) == 1 else None
    return Change(
        label=label,
        words=change_words(label) + (f", {direction}" if direction else ""),
        question=shortened(placement.thread_of[later].question, LINE_ROOM),
        earlier=told[0],
        later=told[1],
    )


def _tell_apart(
    placement: Placement, earlier: Sequence[Position], later: Position
) -> tuple[tuple[Position, ...], Position] | None:
    """The positions with answers that can be told from each other: never from a value to the same value, unexplained."""
    if STATEMENT_WITHDRAWN in later.marks:
        return tuple(earlier), later
    if WITHDRAWN in later.marks:
        return tuple(earlier), later._replace(answer=f"{later.answer}, {_TAKEN_BACK}")
    alike = [p for p in earlier if p.answer.casefold() == later.answer.casefold()]
    if not alike:
        return tuple(earlier), later
    for describe in (_words_of, _people_of, _time_of):
        words = {id(p): describe(placement, p) for p in (*alike, later)}
        if all(words.values()) and all(words[id(p)] != words[id(later)] for p in alike):
            named = {id(p): p._replace(answer=words[id(p)]) for p in (*alike, later)}
            return tuple(named.get(id(p), p) for p in earlier), named[id(later)]
    others = tuple(p for p in earlier if p not in alike)
    return (others, later) if others else None


def _words_of(_: Placement, position: Position) -> str:
    """A statement without a figure in its own words: "yes" tells nothing of what changed."""
    return "" if position.is_figure else shortened(position.text, ANSWER_ROOM)


def _people_of(_: Placement, position: Position) -> str:
    counted = shortened((position.figure and position.figure.population) or "", ANSWER_ROOM)
    return f"{position.answer} ({counted})" if counted else ""


def _time_of(placement: Placement, position: Position) -> str:
    register = placement.register
    claim = register.claims[position.lead.claim]
    when = interval_words(claim.event_time, common=register.year, zone=register.zone)
    return f"{position.answer} ({when})" if when else ""


def follow_course(group: FigureGroup, changed: Iterable[Change]) -> FigureGroup:
    """The counts of a question as a course in time, where each of them may have replaced the one before: no range.

    Estimates of an amount do not replace each other as counts do, and "nobody" is no count that grew.
    """
    steps = [c for c in changed if c.label == "possible_update" and c.later in group.rows]
    before = {c.later.lead: {p.lead for p in c.earlier} for c in steps}
    leads = before.keys() | {lead for held in before.values() for lead in held}
    if not steps or any(row.lead not in leads or not _is_count(row) for row in group.rows):
        return group
    answers = dict.fromkeys(
        row.answer for row in sorted(group.rows, key=lambda row: _depth(row.lead, before))
    )
    words = f"{', then '.join(answers)}: {_WORDS['possible_update']}; not a range"
    return group._replace(course=words, span=None, floor=None, limits=None)


def _is_count(row: Position) -> bool:
    return row.figure is not None and row.figure.unit is None and bool(row.figure.low or row.figure.high)


def _depth(lead: Citation, before: Mapping[Citation, AbstractSet[Citation]], room: int = _STEPS) -> int:
    """How many steps stand before a figure."""
    earlier = before.get(lead, set()) if room else set()
    return 1 + max((_depth(one, before, room - 1) for one in earlier), default=-1)


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
