"""The figures, the disputes, and what stands undisputed: one view a thread (room: brains)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from counterclaim.core.records import FigureRange, Relation, Response, ResponseKind, Status, Thread
from counterclaim.note.backing import count_origins, covered_words, fold_rows, value_of
from counterclaim.note.placement import Placement, find_headline
from counterclaim.note.positions import cite, is_attributed
from counterclaim.note.prose import (
    LINE_ROOM,
    NAME_ROOM,
    counted,
    listing,
    number_words,
    shortened,
    small,
    unit_words,
)
from counterclaim.note.reasons import word_difference, word_reason
from counterclaim.note.view import Answer, Dispute, FigureGroup, Position, Side, Statement, Voice
from counterclaim.note.weight import stances
from counterclaim.relate.provocations import read_provocation

SETTLE: Mapping[str, str] = {
    "number": "the list or method behind each figure, or an independent count",
    "scope": "each speaker’s own words on whom, where and until when the figure covers",
    "time": "a record made at the time: a log, a filing, a dated picture",
    "place": "a picture or record that can be placed on the map",
    "definition": "each speaker’s own definition of what is counted",
    "polarity": "a document, picture or independent witness that shows whether it happened",
    "actor": "records made at the time, or an independent observer, that show who acted",
    "cause": "the documents or findings each speaker rests the cause on",
}
_PAIR = 2
_APART = "not compared with those above"
_SETTLE_REASON = "records or an independent observer that show whether what is named as the reason took place, and who did it"
_SETTLE_ANY = "the records each speaker relies on, side by side"
_STATUS: Mapping[Status, str] = {
    "agreed": "agreed",
    "conceded": "said by both sides",
    "one_sided": "one side only",
    "single_origin": "single origin",
    "disputed": "disputed",
    "superseded": "updated",
    "unclear": "not decided",
}
_RESPONSE: Mapping[ResponseKind, str] = {
    "denied": "denied it",
    "confirmed": "confirmed it",
    "declined": "gave no answer",
    "could_not_confirm": "could not confirm it",
    "not_reached": "was not reached for comment",
    "not_mentioned": "was not found on record about it in the articles read",
}
# What the other side did before what outlets could not verify.
_ORDER: tuple[ResponseKind, ...] = ("denied", "confirmed", "declined", "not_mentioned", "could_not_confirm")


# "Has said neither yes nor no", "would not confirm or deny it": an answer that says nothing is not an answer that is missing.
NEITHER = re.compile(
    r"\bneither\b[^.]*\bnor\b|\b(?:not|n['’]t|never)\b[^.]*\bconfirm\w*\b[^.]*\b(?:or|nor)\b[^.]*\bden",
    re.IGNORECASE,
)
_UNCHECKED = "says that it could not be verified"  # in an outlet's own voice


def status_words(status: Status, independent: int = 0, *, own_reports: bool = False) -> str:
    """The status as people read it.

    >>> status_words("agreed", 2), status_words("single_origin")
    ('agreed, two independent origins', 'single origin')
    >>> status_words("agreed", 3, own_reports=True)
    'agreed, three newsrooms’ own reports, no source named'
    """
    if status == "agreed" and independent > 1:
        origins = "newsrooms’ own reports, no source named" if own_reports else "independent origins"
        return f"agreed, {small(independent)} {origins}"
    return _STATUS[status]


def figure_groups(placement: Placement, key_claims: Iterable[str]) -> tuple[FigureGroup, ...]:
    """The key figures: threads with figures from several positions, or that an article's summary counts as key.

    Where no thread is either, all threads with a figure. What is asked in the same words stands together.
    """
    key = frozenset(key_claims)
    groups = [(thread, rows) for thread, positions in placement.threads if (rows := _rows(thread, positions))]
    chosen = [
        (thread, rows)
        for thread, rows in groups
        if len(rows) > 1 or any(citation.claim in key for row in rows for citation in row.citations)
    ]
    asked: dict[str, list[FigureGroup]] = {}
    for group in (_figure_group(thread, rows) for thread, rows in chosen or groups):
        asked.setdefault(group.question.casefold(), []).append(group)
    return tuple(_join(held) for held in asked.values())


def _join(groups: Sequence[FigureGroup]) -> FigureGroup:
    """The figures of threads that ask in the same words; a range or a floor holds of the first thread's alone."""
    first, *others = groups
    if not others:
        return first
    apart = (_set_apart(row) for group in others for row in group.rows)
    span = f"{first.span}, of those compared" if first.span else None
    return first._replace(rows=(*first.rows, *apart), span=span, floor=None)


def _set_apart(position: Position) -> Position:
    """A figure of another thread that asks in the same words, under the figures that it was not compared with."""
    return position._replace(marks=(*position.marks, _APART))


def _rows(thread: Thread, positions: tuple[Position, ...]) -> tuple[Position, ...]:
    """The positions with a figure; in a dispute about one, those that only deny it too.

    A dispute in which most answers are none ("yes", "no", "5 days") is not about a figure.
    """
    figures = tuple(position for position in positions if position.is_figure)
    if not figures or thread.status != "disputed":
        return figures
    told = stances(thread, positions)
    return told if 2 * len(figures) >= len(told) else ()


def live_and_replaced(positions: Iterable[Position]) -> tuple[tuple[Position, ...], tuple[Position, ...]]:
    """The positions that stand, and those that a later one took the place of; all stand where none else does."""
    every = tuple(positions)
    live = tuple(position for position in every if not position.replaced)
    return (live, tuple(position for position in every if position.replaced)) if live else (every, ())


def _figure_group(thread: Thread, positions: tuple[Position, ...]) -> FigureGroup:
    rows, replaced = live_and_replaced(positions)
    differ = len({value_of(row) for row in rows}) > 1
    span, floor = figure_span(thread.figures, len(fold_rows(rows))) if differ else (None, None)
    rows = tuple(position for side in sides_of(rows) for position in side.positions)
    return FigureGroup(
        thread=thread.id,
        question=shortened(thread.question, LINE_ROOM),
        status=thread.status,
        rows=rows,
        replaced=replaced,
        span=span,
        floor=floor,
        limits=thread.figures if differ else None,
        independent=count_origins(thread, rows),
        own_reports=thread.own_reports,
    )


def sides_of(positions: Iterable[Position], conflicting: frozenset[str] = frozenset()) -> tuple[Side, ...]:
    """The positions by answer: answers of `conflicting` claims first, then as published; named speakers first."""
    sides: dict[object, list[Position]] = {}
    for position in positions:
        sides.setdefault(value_of(position), []).append(position)
    found = [
        Side(
            side[0].answer,
            tuple(sorted(side, key=lambda position: not position.attributed)),
            opposed=not conflicting or any(c.claim in conflicting for p in side for c in p.citations),
        )
        for side in sides.values()
    ]
    return tuple(sorted(found, key=lambda side: not side.opposed))


def figure_span(figures: FigureRange | None, accounts: int = 0) -> tuple[str | None, str | None]:
    """The range of the live figures in words, and the floor that all `accounts` have in common: what they say, no fact.

    >>> figure_span(FigureRange(low=23, high=58, floor=23), accounts=2)
    ('23 to 58', 'neither account is below 23')
    """
    if figures is None:
        return None, None
    unit = unit_words(figures.unit)
    low, high = (None if side is None else number_words(side) for side in (figures.low, figures.high))
    span = None
    if low is not None and high is not None:
        span = f"{low} to {high}{unit}" if low != high else None
    elif low is not None or high is not None:
        span = f"{low or high}{unit} {'upwards' if high is None else 'at most'}"
    # A floor says something of counts, not of sizes, and nothing new where the range is open above.
    telling = figures.floor is not None and figures.unit is None and high is not None
    none = {0: "no account", _PAIR: "neither account"}.get(
        accounts, f"none of the {small(accounts)} accounts"
    )
    floor = f"{none} is below {number_words(figures.floor or 0)}" if telling else None
    return span, floor


def disputes(placement: Placement, relations: Iterable[Relation]) -> tuple[Dispute, ...]:
    """One card for every disputed thread."""
    conflicts: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.label in {"contradicts", "denies"} and relation.a in placement.thread_of:
            conflicts.setdefault(placement.thread_of[relation.a].id, []).append(relation)
    return tuple(
        _dispute(placement, thread, stances(thread, positions), conflicts.get(thread.id, []))
        for thread, positions in placement.threads
        if thread.status == "disputed"
    )


def _dispute(
    placement: Placement,
    thread: Thread,
    positions: tuple[Position, ...],
    conflicts: Iterable[Relation],
) -> Dispute:
    alive = frozenset(thread.claims) - frozenset(thread.superseded)
    open_conflicts = [relation for relation in conflicts if {relation.a, relation.b} <= alive]
    why = Counter(filter(None, (_reason(r) for r in open_conflicts if r.label == "contradicts")))
    asks_why = any(read_provocation(placement.register.claims[p.lead.claim].text) for p in positions)
    settle = dict.fromkeys(
        _SETTLE_REASON if asks_why and kind == "polarity" else SETTLE[kind]
        for kind in thread.differs_by
        if kind in SETTLE
    )
    live, replaced = live_and_replaced(positions)
    return Dispute(
        thread=thread.id,
        question=shortened(thread.question, LINE_ROOM),
        sides=sides_of(live, frozenset(claim for r in open_conflicts for claim in (r.a, r.b))),
        replaced=replaced,
        differs_by=listing([word_difference(shortened(kind, NAME_ROOM)) for kind in thread.differs_by])
        or "not stated",
        why=min(why, key=lambda reason: (-why[reason], reason)) if why else None,
        responses=_answers(placement, thread, positions),
        settle="; ".join(settle) or _SETTLE_ANY,
        independent=thread.independent_origins,
    )


def _reason(relation: Relation) -> str:
    """Why two statements exclude each other, where that is more than that they do; where a model says so, that it does."""
    if relation.basis == "model":
        return f"in the model’s words: {shortened(relation.reason, LINE_ROOM)}"
    return word_reason(relation.reason)


def _answers(placement: Placement, thread: Thread, positions: Iterable[Position]) -> tuple[Answer, ...]:
    """What was done about a thread's statements, the other side's answer first, each once for all prints of one text."""
    told_of = tuple(positions)
    shown = {citation.claim for position in told_of for citation in position.citations}
    told: dict[str, Answer] = {}
    for response in sorted(thread.responses, key=lambda response: _ORDER.index(response.kind)):
        if response.claim is None or response.claim not in shown:
            twin = placement.register.twins.get(response.claim or "", response.speaker or "")
            answer = _answer(placement, response, told_of)
            if answer is not None:
                told.setdefault(f"{response.kind} {twin}", answer)
    return tuple(told.values())


def _answer(placement: Placement, response: Response, positions: Sequence[Position]) -> Answer | None:
    """What was done about some positions; None for an outlet's remark on figures none of which its article carries."""
    claim = placement.register.claims.get(response.claim or "")
    speaker = shortened(response.speaker or "", NAME_ROOM) or "the other side"
    again = f" (+{counted(len(response.reprints), 'reprint')})" if response.reprints else ""
    cited = cite(placement.register, claim) if claim else None
    done = response_words(response.kind, claim.quote if claim else "")
    if claim is not None and cited is not None and cited.retold:
        return Answer(f"{cited.outlet} says that {speaker} {done}{again}", cited)
    if claim is None or is_attributed(claim) or response.kind != "could_not_confirm":
        return Answer(f"{speaker} {done}{again}", cited)
    figures = covered_words(positions, claim.article)
    which = f"says that {figures} could not be verified" if figures else _UNCHECKED
    return None if figures is None else Answer(f"{speaker} {which}{again}", cited)


def response_words(kind: ResponseKind, quote: str = "") -> str:
    """What follows a speaker's name in the response log; `quote` says it in the article.

    >>> response_words("declined"), response_words("declined", "has neither confirmed nor denied the strikes")
    ('gave no answer', 'neither confirmed nor denied it')
    """
    neither = kind == "declined" and NEITHER.search(quote) is not None
    return "neither confirmed nor denied it" if neither else _RESPONSE[kind]


def statement_of(
    placement: Placement, thread: Thread, positions: tuple[Position, ...], silent: Sequence[str] = ()
) -> Statement:
    """A thread that is not disputed, as one statement in the words of the named speaker who came first.

    `silent` are parties that give no answer to it, beside those that the comparator found.
    """
    live, replaced = live_and_replaced(sorted(positions, key=lambda position: not position.attributed))
    independent = count_origins(thread, positions)
    label = status_words(thread.status, independent, own_reports=thread.own_reports)
    return Statement(
        thread.id,
        shortened(thread.question, LINE_ROOM),
        thread.status,
        label,
        find_headline(placement.register, thread, live).text,
        (*live, *replaced),
        independent,
        (*_silences(thread, silent), *_answers(placement, thread, positions)),
    )


def _silences(thread: Thread, silent: Sequence[str]) -> tuple[Answer, ...]:
    """Who gives no answer to a statement, unless the comparator says it already."""
    known = any(response.kind == "not_mentioned" for response in thread.responses)
    return () if known else tuple(Answer(f"{name} {_RESPONSE['not_mentioned']}") for name in silent)


def agreements(placement: Placement) -> tuple[Statement, ...]:
    """What two or more originators under no common control said, the best supported first, newsrooms' own reports last."""
    found = [pair for pair in placement.threads if pair[0].status in {"agreed", "conceded"}]
    found.sort(key=lambda pair: (pair[0].own_reports, -pair[0].independent_origins))
    return tuple(statement_of(placement, thread, positions) for thread, positions in found)


def uncorroborated(
    placement: Placement, told: frozenset[str], silent: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> tuple[tuple[Voice, ...], tuple[Statement, ...]]:
    """What nobody independent confirms: by originator, outlets in their own voice last; and what several speakers say.

    Two who speak for one institution stand together there, each quote under its own name.

    A replaced statement whose claims are all among `told` (shown with what replaced it) is left out. `silent`: the
    parties that give no answer to what a thread says.
    """
    voices: dict[str, list[Statement]] = {}
    together: list[Statement] = []
    for thread, positions in placement.threads:
        settled = thread.status in {"disputed", "agreed", "conceded"}
        if settled or (thread.status == "superseded" and told.issuperset(thread.claims)):
            continue
        if len({position.name for position in positions}) > 1:
            together.append(statement_of(placement, thread, positions, silent.get(thread.id, ())))
        else:
            one = positions[0]
            name = (one.origin or one.name) if one.attributed else one.name
            made = statement_of(placement, thread, positions, silent.get(thread.id, ()))
            voices.setdefault(name, []).append(made)
    ordered = sorted(voices.values(), key=lambda statements: (_is_own_report(statements), -len(statements)))
    spoken = tuple(_voice(statements) for statements in ordered)
    return spoken, tuple(together)


def _is_own_report(statements: Sequence[Statement]) -> bool:
    return not any(position.attributed for s in statements for position in s.positions)


def _voice(statements: Sequence[Statement]) -> Voice:
    """One originator's statements; under its own name where several speak for it."""
    positions = [position for statement in statements for position in statement.positions]
    if len({position.name for position in positions}) > 1:
        return Voice(positions[0].origin, tuple(statements), several=True)
    return Voice(max((position.speaker for position in positions), key=len), tuple(statements))
