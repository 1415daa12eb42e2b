"""When the events themselves took place: each once, with all who tell of it (room: brains).

What somebody thinks of an event, why it was done, and what was said about what was said are no events, though a time
may stand beside them. What somebody is blamed for is one, marked so; and where a statement says why, the earlier deed
that it names and dates.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from counterclaim.core.records import Claim, Thread, TimeInterval
from counterclaim.note.dates import interval_words, is_minute, length_of, local_sides
from counterclaim.note.marks import BLAMED
from counterclaim.note.placement import Placement
from counterclaim.note.positions import answer_key, figure_of
from counterclaim.note.prose import asked_words, plain, said_by, small
from counterclaim.note.questions import resolve
from counterclaim.note.view import Dispute, Event, Position
from counterclaim.relate.asides import split_motive
from counterclaim.text.clauses import has_clause
from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS, HABITS, concept
from counterclaim.text.opposites import are_opposite, are_rivals
from counterclaim.text.propositions import read_proposition
from counterclaim.text.tokens import tokenize

_REPORTED = "also the day of the report"
_DISPUTED = "disputed"
_SIDES = 4  # answers to a disputed question
_NAMED = "named as a reason"
_NOT_EVENTS = frozenset({"position", "prediction"})
_NOT_SAID_TO_BE = frozenset({"conditional", "demanded"})
_OF_STATEMENTS = frozenset(
    {
        "denial",
        "declined",
        "could not confirm",
        "not reached",
        "confirmed",
        "not known",
        "earlier figure",
        "withdrawn figure",
        "withdrawn statement",
    }
)
# "X was an answer to Y", "X as revenge for Y": the time beside it is that of X or of Y, and the statement is why.
_MOTIVE = re.compile(
    r"\b(?:as|is|was|were|are|been|being|in) (?:an? |the |in )?(?:\w+ )?"
    r"(?:answer|response|reply|reaction|retaliation|revenge|reprisal|retribution|punishment|excuse|pretext|motive|reason|cause)s?\b",
    re.IGNORECASE,
)
# "What she told you on Sunday was wrong": the time is that of the telling.
_TELLING = re.compile(r"what\b", re.IGNORECASE)
_AT_END = re.compile(r"[\s,]*(?:\b(?:on|in|at|of|during|from))?[\s,]*$")
_CLOCK = dt.timedelta(hours=1)  # up to here a time is that of a clock
# The share of the shorter statement's words that two tellings of one event have in common, and how many at least; by
# one minute of the clock fewer are enough, and within one answer fewer still. What shares only names may be two deeds
# of one person on one day. Set by reading every pair that folds, and the next below, in sixteen stories.
_ALIKE, _ALIKE_BY_CLOCK, _ALIKE_IN_THREAD = 0.7, 0.55, 0.4
_WORDS, _COMMON = 3, 2


class _Worded(NamedTuple):
    """What a claim tells of an event: the words, that it is what somebody is blamed for, that they only name it."""

    text: str
    accused: bool = False
    named: bool = False


class _Told(NamedTuple):
    """One telling of an event: its time by the clock that the article words, what it says, and the names in it."""

    start: dt.datetime
    end: dt.datetime
    event: Event
    words: frozenset[str]
    names: frozenset[str]
    figure: tuple[float | None, float | None] | None
    thread: str
    occurred: bool
    named: bool
    accused: bool


def timeline(placement: Placement, disputed: Iterable[Dispute] = ()) -> tuple[Event, ...]:
    """The events by the time they took place, each once however often it is told.

    Only closed times count: "by noon" and "since Sunday" say how far a count or a state reaches. A time at which a
    statement is elsewhere said to have been made dates the statement, not the event, and is left out. What is among
    `disputed` is told as its question, with the answers of all sides.
    """
    days: dict[dt.date, list[list[_Told]]] = {}
    rivals = {dispute.thread: dispute for dispute in disputed}
    for told in _tellings(placement, rivals):
        known = days.setdefault(told.start.date(), [])
        same = next((group for group in known if all(_is_same(told, other) for other in group)), None)
        if same is None:
            known.append([told])
        else:
            same.append(told)
    events = [_fold(group) for groups in days.values() for group in groups]
    return tuple(event for _, event in sorted(events, key=lambda item: (item[0], item[1].length)))


def _tellings(placement: Placement, rivals: Mapping[str, Dispute]) -> Iterator[_Told]:
    for thread, positions in placement.threads:
        sided: list[_Told] = []
        for position in positions:
            whole = not position.replaced and position.told == position.text
            claim = _dated_claim(placement, position) if whole else None
            told = _tell(placement, thread, position, claim) if claim else None
            if told is not None and told.event.doubt.startswith(_DISPUTED):
                if any(told.start < other.end and other.start < told.end for other in sided):
                    continue
                told = _tell_sides(told, rivals.get(thread.id), position)
                sided += [told] if told.event.sided else []
            if told is not None:
                yield told


def _tell_sides(told: _Told, dispute: Dispute | None, position: Position) -> _Told:
    """A disputed event as its question with every answer: the words of one side alone would stand for all."""
    opposed = [side for side in dispute.sides if side.opposed] if dispute else []
    apart = [side for side in opposed if all(p.lead != position.lead for p in side.positions)]
    if dispute is None or not apart or len(apart) == len(opposed):
        return told
    answers = [f"{side.answer}, {said_by(side.positions[0].name)}" for side in opposed[:_SIDES]]
    left = [f"{small(len(opposed) - _SIDES)} more"] if len(opposed) > _SIDES else []
    others = tuple(p for side in opposed for p in side.positions[:1] if p.lead != position.lead)
    event = told.event._replace(
        text=f"{asked_words(dispute.question)} {'; '.join([*answers, *left])}",
        also=others,
        sided=True,
    )
    return told._replace(event=event)


def _tell(placement: Placement, thread: Thread, position: Position, claim: Claim) -> _Told | None:
    register, time, figure = placement.register, claim.event_time, figure_of(claim)
    start, end = local_sides(time, register.zone) if time else (None, None)
    when = interval_words(time, common=register.year, zone=register.zone)
    worded = _word_event(claim)
    if time is None or start is None or end is None or when is None or worded is None:
        return None
    text = position.told if worded.text == claim.text else plain(resolve(worded.text))
    shown = f"{_accuser_words(position.name)}: {text}" if worded.accused else text
    doubts = (
        _DISPUTED if thread.status == "disputed" and not worded.named else "",
        _NAMED if worded.named else "",
        _REPORTED if _is_day_of_report(placement, claim) else "",
    )
    return _Told(
        start,
        end,
        Event(
            when,
            length_of(time, register.zone),
            shown,
            position,
            ", ".join(filter(None, doubts)),
            exact=is_minute(time, register.zone),
        ),
        *_words(text.replace(time.text, " ") if worded.named else text),
        (figure.low, figure.high) if figure else None,
        thread.id,
        claim.reality == "occurred",
        worded.named,
        worded.accused,
    )


def _accuser_words(name: str) -> str:
    """Who accuses, since what somebody is blamed for is not told as what happened.

    >>> _accuser_words("Ana Roy"), _accuser_words("local officials"), _accuser_words("company’s lawyer")
    ('Ana Roy accuses', 'local officials accuse', 'the company’s lawyer accuses')
    """
    last = name.rsplit(" ", 1)[-1]
    many = last in {"police", "people", "staff"} or (
        last[:1].islower() and last.endswith("s") and last[-2:] != "ss"
    )
    return f"{said_by(name).removeprefix('said ')} accuse{'' if many else 's'}"


def _word_event(claim: Claim) -> _Worded | None:
    """What a claim tells of what happened at its time; None where that is no event."""
    halves = split_motive(claim.text) if _MOTIVE.search(claim.text) else None
    if halves is not None:
        dated = claim.event_time is not None and claim.event_time.text in halves[1]
        return _Worded(_without_time(halves[1], claim), named=True) if dated else None
    clause = read_proposition(claim.text) or claim.text
    accused = BLAMED in clause
    if _MOTIVE.search(clause) or _TELLING.match(clause):
        return None
    # "Ongoing" is also what is read of words in which no verb tells: "the attack as an answer".
    return _Worded(clause, accused) if claim.reality != "ongoing" or has_clause(tokenize(clause)) else None


def _without_time(text: str, claim: Claim) -> str:
    """The words without the time at their end, which stands beside them."""
    time = claim.event_time.text if claim.event_time else ""
    bare = text.strip(" ,.")
    return _AT_END.sub("", bare.removesuffix(time)) if bare.endswith(time) else bare


def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts of a text's content words, and those that have a capital, of which most are names."""
    words = [t for t in tokenize(text) if t.is_word and t.lower not in FUNCTION_WORDS | CALENDAR]
    named = frozenset(concept(t.text) for t in words if t.text[:1].isupper())
    return frozenset(concept(t.text) for t in words), named


def _is_same(one: _Told, other: _Told) -> bool:
    """Whether two tellings are of one event: times that can be one, no other figure, and mostly the same words."""
    apart = one.figure != other.figure or one.accused != other.accused
    if apart or one.start >= other.end or other.start >= one.end:
        return False
    if one.thread == other.thread and one.figure is not None:
        return True
    if any(are_opposite(a, b) for a in one.words for b in other.words) or are_rivals(one.words, other.words):
        return False
    shared = one.words & other.words
    together = len(shared) / max(min(len(one.words), len(other.words)), 1)
    if one.thread == other.thread and one.event.position.answer == other.event.position.answer:
        return together >= _ALIKE_IN_THREAD
    if min(one.event.length, other.event.length) <= _CLOCK:
        return len(shared) >= _WORDS and together >= _ALIKE_BY_CLOCK
    return len(shared) >= _WORDS and together >= _ALIKE and len(shared - one.names) >= _COMMON


def _fold(group: list[_Told]) -> tuple[dt.datetime, Event]:
    """The tellings of one event as one: the best-known time, the words that stand alone, and everybody who tells it."""
    lead = min(
        group,
        key=lambda t: (t.named, t.event.position.points, not t.occurred, not t.event.position.attributed),
    )
    best = min(group, key=lambda told: told.event.length)
    also = tuple(p for told in group for p in told.event.positions if p is not lead.event.position)
    doubts = dict.fromkeys(told.event.doubt for told in group if told.event.doubt)
    event = lead.event._replace(
        when=best.event.when,
        length=best.event.length,
        also=tuple(dict.fromkeys(also)),
        doubt=", ".join(doubts),
        exact=best.event.exact,
    )
    return best.start, event


def _dated_claim(placement: Placement, position: Position) -> Claim | None:
    """The first claim of a position that says when it happened; none where that is when the same was said, by whomever."""
    register, zone = placement.register, placement.register.zone
    claims = [register.claims[citation.claim] for citation in position.citations]
    dated = [c for c in claims if _is_closed(c.event_time) and _is_event(c)]
    if not dated:
        return None
    answers = {_content(claim) for claim in claims}
    asked = (register.claims.get(claim) for claim in placement.thread_of[position.lead.claim].claims)
    same = (claim for claim in asked if claim is not None and _content(claim) in answers)
    said = {local_sides(claim.said_at, zone) for claim in same if claim.said_at}
    return next((c for c in dated if c.event_time and local_sides(c.event_time, zone) not in said), None)


def _is_event(claim: Claim) -> bool:
    """Whether a claim tells what happened: not what did not, what usually does, why, or what was said of it."""
    return (
        claim.kind not in _NOT_EVENTS
        and claim.reality not in _NOT_SAID_TO_BE
        and claim.polarity == "affirmed"
        and _OF_STATEMENTS.isdisjoint(claim.flags)
        and HABITS.isdisjoint(claim.text.casefold().split())
        and _word_event(claim) is not None
    )


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
