"""What is told once under "single origin": one event in two wordings, a response beside what it responds to (room: brains).

Nothing is lost by it: what is left out here stands elsewhere in the note with its quote.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.core.records import Claim
from counterclaim.note.marks import ACCUSATION
from counterclaim.note.placement import Placement
from counterclaim.note.view import Answer, Dispute, Event, Position, Statement, Voice
from counterclaim.relate.bodies import bare_word
from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS, concept
from counterclaim.text.nations import find_nations
from counterclaim.text.tokens import tokenize

_NEITHER = frozenset({"neither", "nor"})
_NOT_KNOWN = "not known"
# What is said of the accounts themselves, and of nothing else: "Ana Roy tells it differently", "the gap is wide".
_ACCOUNTS = frozenset(
    "account accounts version versions story stories narrative narratives gap difference differences".split()
)
_SIDES = frozenset("side sides".split())
_BEING = frozenset("is are was were".split())
_TELLING = frozenset(
    "tell tells told differ differs differed disagree disagrees count counts diverge diverges".split()
)
_OTHERWISE = frozenset("differently otherwise".split())
_OPENING = 5  # words in which a subject stands


def is_remark(position: Position) -> bool:
    """Whether an outlet only says that accounts differ, which nobody can check apart from them.

    Not what has a figure or a day in it.
    """
    words = [token.lower for token in tokenize(position.text)]
    if (
        position.attributed
        or position.is_figure
        or not CALENDAR.isdisjoint(words)
        or any(w.isdigit() for w in words)
    ):
        return False
    first = words[:_OPENING]
    of_accounts = not _ACCOUNTS.isdisjoint(first) and not (_BEING | _TELLING).isdisjoint(words)
    of_sides = not _SIDES.isdisjoint(first) and not _TELLING.isdisjoint(words)
    otherwise = not _TELLING.isdisjoint(first) and not _OTHERWISE.isdisjoint(words)
    return of_accounts or of_sides or otherwise


def fold_retellings(
    placement: Placement, voices: Iterable[Voice], events: Iterable[Event]
) -> tuple[Voice, ...]:
    """One originator's tellings of one event, which the timeline knows as such, as one position with all its quotes."""
    groups = {p.lead.claim: event for event in events for p in event.positions if not p.is_figure}
    return tuple(_fold_voice(placement, voice, groups) for voice in voices)


def _fold_voice(placement: Placement, voice: Voice, groups: Mapping[str, Event]) -> Voice:
    kept: list[Statement] = []
    place: dict[int, int] = {}
    for statement in voice.statements:
        event = groups.get(statement.positions[0].lead.claim) if len(statement.positions) == 1 else None
        if event is None or id(event) not in place:
            if event is not None:
                place[id(event)] = len(kept)
            kept.append(statement)
            continue
        held = kept[place[id(event)]]
        kept[place[id(event)]] = held._replace(
            positions=(_join(placement, held.positions[0], statement.positions[0]),),
            responses=tuple(dict.fromkeys((*held.responses, *statement.responses))),
        )
    return voice._replace(statements=tuple(kept))


def _join(placement: Placement, one: Position, other: Position) -> Position:
    """Two tellings as one, under the words that came first."""
    first, second = sorted((one, other), key=lambda p: placement.register.rank[p.lead.claim])
    return first._replace(
        more=(*first.more, second.lead, *second.more), reprints=(*first.reprints, *second.reprints)
    )


def attach_remarks(
    placement: Placement, voices: Sequence[Voice], others: Sequence[Statement]
) -> tuple[tuple[Voice, ...], tuple[Statement, ...]]:
    """What an outlet says is not known, as a response to the statement of a speaker that it is about."""
    alone = [statement for voice in voices for statement in voice.statements]
    targets = [s for s in (*others, *alone) if s.positions[0].attributed]
    found: dict[str, list[Answer]] = {}
    for statement in alone:
        target = _find_target(placement, statement, targets)
        if target is not None:
            lead = statement.positions[0].lead
            found.setdefault(target.thread, []).append(Answer(f"{lead.outlet} says", lead))
    if not found:
        return tuple(voices), tuple(others)
    return (
        tuple(voice._replace(statements=_answer(voice.statements, found)) for voice in voices),
        _answer(others, found),
    )


def _answer(statements: Iterable[Statement], found: Mapping[str, Sequence[Answer]]) -> tuple[Statement, ...]:
    return tuple(s._replace(responses=(*s.responses, *found.get(s.thread, ()))) for s in statements)


def _find_target(
    placement: Placement, statement: Statement, targets: Iterable[Statement]
) -> Statement | None:
    """The statement that a remark is about: the one that "it" points back to, or the accusation of whom it names.

    None for what is no remark, or on nothing that stands in its own article.
    """
    remark = statement.positions[0]
    claim = placement.register.claims[remark.lead.claim]
    is_open = _NOT_KNOWN in claim.flags or not _NEITHER.isdisjoint(t.lower for t in tokenize(claim.text))
    if remark.attributed or not is_open:
        return None
    for target in targets:
        here = [c for p in target.positions for c in p.citations if c.article == claim.article]
        if remark.opens_with_pronoun and any(c.quote in remark.before for c in here):
            return target
        accused = any(ACCUSATION in p.marks for p in target.positions)
        if accused and any(_is_on(claim, placement.register.claims[c.claim]) for c in here):
            return target
    return None


def _is_on(remark: Claim, accusation: Claim) -> bool:
    """Whether a remark names a state of an accusation and the deed: "those strikes"."""
    one, other = ([bare_word(t) for t in tokenize(c.text) if t.is_word] for c in (remark, accusation))
    named = [[*find_nations(words)] for words in (one, other)]
    states = [{naming.country for _, _, naming in found} for found in named]
    places = [{n for start, end, _ in found for n in range(start, end)} for found in named]
    deeds = [
        {concept(word) for n, word in enumerate(words) if n not in place and word not in FUNCTION_WORDS}
        for words, place in zip((one, other), places, strict=True)
    ]
    return bool(states[0] & states[1]) and bool(deeds[0] & deeds[1])


def leave_out_shown(
    placement: Placement,
    voices: Iterable[Voice],
    others: Sequence[Statement],
    disputed: Iterable[Dispute],
) -> tuple[Voice, ...]:
    """The voices without what stands elsewhere: responses beside what they respond to, what is agreed, a figure's clause.

    Args:
        placement: All claims.
        voices: Who says something alone.
        others: The statements that stand in other sections.
        disputed: The disputes, with their responses.
    """
    alone = [(voice, statement) for voice in voices for statement in voice.statements]
    twins = placement.register.twins
    every = {*_answered(twins, (s for _, s in alone)), *_answered(twins, others), *_answered(twins, disputed)}
    staying = [s for _, s in alone if not _claims(twins, s) <= every]
    shown = {*_answered(twins, staying), *_answered(twins, others), *_answered(twins, disputed)}
    shown.update(claim for statement in others for claim in _claims(twins, statement))
    whole = {wide.id for wide in placement.register.wider.values()}
    kept: dict[int, list[Statement]] = {}
    found: list[Voice] = []
    for voice, statement in alone:
        if (
            _claims(twins, statement) <= shown
            or {c.claim for p in statement.positions for c in p.citations} <= whole
        ):
            continue
        if not found or found[-1] is not voice:
            found.append(voice)
        kept.setdefault(id(voice), []).append(statement)
    return tuple(voice._replace(statements=tuple(kept[id(voice)])) for voice in found)


def _answered(twins: Mapping[str, str], told: Iterable[Statement | Dispute]) -> Iterator[str]:
    """The claims that stand as responses, each under the name of its equals."""
    return (
        twins.get(a.citation.claim, a.citation.claim) for one in told for a in one.responses if a.citation
    )


def _claims(twins: Mapping[str, str], statement: Statement) -> set[str]:
    return {twins.get(c.claim, c.claim) for p in statement.positions for c in (p.lead, *p.more)}
