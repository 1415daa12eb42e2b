"""The bottom line as template text: what is shared, where the accounts part, what nobody independent says (room: brains).

It names nobody and gives no figure that is not in a claim; our own counts are words up to twelve, and say where to find
what they count, so that they cannot be taken for reported figures.
"""

from collections.abc import Sequence

from counterclaim.core.marks import OTHER_EVENT
from counterclaim.core.records import Briefing, Claim, Thread
from counterclaim.note.backing import (
    EVEN,
    backing_words,
    count_origins,
    count_voices,
    opposed_positions,
    value_of,
)
from counterclaim.note.cards import disputes
from counterclaim.note.common_ground import Ground, find_grounds
from counterclaim.note.contrasts import counted_people, find_far_apart
from counterclaim.note.endings import ending_words, lasting_words
from counterclaim.note.folding import tell_figures
from counterclaim.note.marks import CORRECTED
from counterclaim.note.placement import Placement
from counterclaim.note.prose import (
    LINE_ROOM,
    denied_by,
    inline_words,
    is_asking,
    listing,
    more_words,
    said_by,
    sentence_case,
    shortened,
    small,
)
from counterclaim.note.register import outlet_name
from counterclaim.note.unverified import unanswered_words, unchecked_words
from counterclaim.note.view import Dispute, Position, Side
from counterclaim.note.weight import Placed, gravity
from counterclaim.relate.provocations import word_provocation

_TITLE_ROOM = 160
_CALLED_ROOM = 90
_SIDES = 3  # answers of one dispute
_DISPUTES = 3  # told with their answers


def bottom_line(briefing: Briefing, placement: Placement) -> tuple[str, ...]:
    """At most three sentences: what is shared, where the accounts part, what rests on one origin alone."""
    register = placement.register
    if not briefing.articles:
        return ("No article was read.",)
    if not placement.threads:
        return ("The articles were read, but hold no statement that could be compared.",)
    alone = [pair for pair in placement.threads if pair[0].status in {"single_origin", "one_sided"}]
    if len(briefing.articles) == 1:
        only = f"Only one article was read ({outlet_name(briefing.articles[0])}), so nothing is compared."
        return tuple(line for line in (only, sentence_case(_alone_line(placement, alone))) if line)
    texts = [article for article in register.in_order if article.id not in register.copy_of]
    if len(texts) == 1:
        same = f"All articles carry one text ({outlet_name(texts[0])}), so they count as one account."
        return tuple(line for line in (same, sentence_case(_alone_line(placement, alone))) if line)
    events = _events_line(briefing)
    shared = [pair for pair in placement.threads if pair[0].status in {"agreed", "conceded"}]
    disputed = disputes(placement, briefing.relations)
    parting = _parting_line(disputed, open_pairs=bool(briefing.uncompared))
    far = find_far_apart(placement, briefing.relations)
    told = [*(far or ()), *(p for dispute in disputed for side in dispute.sides for p in side.positions)]
    rest = [pair for pair in alone if not any(_is_told(position, told) for position in pair[1])]
    last = (unchecked_words(placement), ending_words(placement, disputed), _alone_line(placement, rest))
    state = [p for _, positions in shared[:1] for p in positions]
    grounds, lasting = (
        find_grounds(placement, disputed),
        lasting_words(placement, briefing.relations, state),
    )
    lines = (
        events,
        "" if events and not (grounds or shared) else _shared_line(grounds, shared, lasting),
        f"{parting}{_apart_words(placement, far)}{unanswered_words(placement)}.",
        sentence_case("; ".join(words for words in last if words)),
    )
    return tuple(line for line in lines if line)


def _events_line(briefing: Briefing) -> str:
    """Which accounts may be of another event than the others: what they say is no agreement and no dispute."""
    apart = [one for one in briefing.uncompared if one.reason.startswith(OTHER_EVENT)]
    if not apart:
        return ""
    told = "; ".join(shortened(one.what, _TITLE_ROOM) for one in apart)
    if sum(one.count for one in apart) == len(briefing.articles):
        return f"These accounts may be of different events, and are not compared: {told}."
    verb = "seem" if sum(one.count for one in apart) > 1 else "seems"
    return f"{told} {verb} to tell of another event than the other accounts, and {'are' if verb == 'seem' else 'is'} not compared with them."


def _shared_line(grounds: Sequence[Ground], shared: Sequence[Placed], lasting: str) -> str:
    """What both sides of the first dispute speak of, and what most independent origins share; the latest of it first."""
    told = [*(_ground_words(ground) for ground in grounds[:1])]
    told += [f"latest: {lasting}"] if lasting else []
    told += [_shared_words(shared)] if shared else []
    if not told:
        return "No statement is shared by speakers who are known to be independent of each other."
    return f"{sentence_case('; '.join(told))}."


def _ground_words(ground: Ground) -> str:
    """The deed with who tells of it, and how the other side names it, verbatim."""
    named = f"{_spoken(ground.phrase, ground.speaker)}, {ground.speaker.name}"
    if ground.teller is None:
        return f"both sides speak of {named} (and {ground.other.name})"
    return f"told by one side and spoken of by the other: {ground.text} ({ground.teller.name}; {named})"


def _shared_words(shared: Sequence[Placed]) -> str:
    """What most independent origins share; words that stand alone before those that point elsewhere."""
    thread, positions = min(
        shared,
        key=lambda pair: (pair[0].own_reports, -pair[0].independent_origins, not _stands_alone(pair[1])),
    )
    known = [position for position in positions if position.attributed] or list(positions)
    asked = shortened(thread.question, LINE_ROOM)
    known.sort(key=lambda position: (position.points, position.question != asked))
    if thread.own_reports:
        alike = f"reported alike by {small(count_origins(thread, positions))} newsrooms in their own voice"
        return f"{alike}: {_answered(thread, known, whole=True)}{more_words(len(shared) - 1, 'statement', 'Agreed')}"
    names = listing(list(dict.fromkeys(position.name for position in known)), limit=3)
    several = thread.independent_origins > 1
    origins = f" ({small(thread.independent_origins)} independent origins)" if several else ""
    return f"shared by {names}{origins}: {_answered(thread, known, whole=True)}{more_words(len(shared) - 1, 'statement', 'Agreed')}"


def _stands_alone(positions: Sequence[Position]) -> bool:
    return not all(position.points for position in positions)


def _parting_line(disputed: Sequence[Dispute], *, open_pairs: bool) -> str:
    """The weightiest disputes with their answers; the rest are counted."""
    if not disputed:
        rest = ", though not every pair was compared" if open_pairs else ""
        return f"No dispute was found{rest}: no two answers here exclude each other"
    asked: dict[str, Dispute] = {}
    for dispute in disputed:
        asked.setdefault(dispute.question, dispute)
    shown = [*asked.values()][:_DISPUTES]
    even = {backing_words(opposed_positions(dispute)) for dispute in shown} == {EVEN}
    told = [_disputed_words(dispute, counted=not even) for dispute in shown]
    return (
        f"In dispute{', one origin behind each answer' if even else ''}: {'; '.join(told)}"
        f"{more_words(len(disputed) - len(told), 'dispute', 'Disputed')}"
    )


def _disputed_words(dispute: Dispute, *, counted: bool) -> str:
    """A dispute with its answers; `counted`: and with how many originators stand behind all of them."""
    by_name: dict[str, str] = {}
    last = ""
    sides = _denials_behind([side for side in dispute.sides if side.opposed])
    for side in sides:
        first = side.positions[0]
        since = f", {CORRECTED}" if CORRECTED in first.marks else ""
        follows = first.denied and [*by_name.values()][-1:] == [f"{first.denied}, {last}"]
        spoken = denied_by(first.name) if follows else f"{_called(side, first)}, {said_by(first.name)}"
        by_name.setdefault(first.name, f"{spoken}{since}")
        last = said_by(first.name)
    said = "; ".join([*by_name.values()][:_SIDES])
    left_out = len(sides) - min(len(by_name), _SIDES)
    number = count_voices(opposed_positions(dispute))
    origins = f"; {small(number)} origin{'' if number == 1 else 's'}" if counted else ""
    return f"{inline_words(shortened(dispute.question, _TITLE_ROOM))} ({said}{more_words(left_out, 'answer', 'Disputed')}{origins})"


def _called(side: Side, first: Position) -> str:
    """The answer of a side; whether a deed was provoked is told in the words of who says it, for nobody says "yes"."""
    words = (word_provocation(first.lead.quote) or "").partition(",")[0]
    return _spoken(words, first) if 0 < len(words) <= _CALLED_ROOM and first.figure is None else side.answer


def _spoken(words: str, position: Position) -> str:
    """Words beside who said them: in quotation marks where they are the speaker's own, and not an outlet's report of them."""
    return f"“{words}”" if position.lead.mode == "direct" else words


def _denials_behind(sides: Sequence[Side]) -> list[Side]:
    """The sides in their order, but the denial of a figure right behind the figure."""
    places = {side.answer: place for place, side in enumerate(sides)}

    def rank(side: Side) -> tuple[int, bool]:
        denied = side.positions[0].denied
        return places.get(denied, places[side.answer]), bool(denied)

    return sorted(sides, key=rank)


def _apart_words(placement: Placement, far: tuple[Position, Position] | None) -> str:
    """The dead whom the accounts count by different names, where the counts lie far apart."""
    if far is None:
        return ""
    told = ", ".join(
        f"{p.answer} {counted_people(p, placement.thread_of[p.lead.claim])} ({p.name})" for p in far
    )
    return f"; not compared, perhaps the same dead: {told}"


def _alone_line(placement: Placement, alone: Sequence[Placed]) -> str:
    """What matters most of what one origin says: the gravest, figures before words, then what most outlets carry."""
    if not alone:
        return ""
    claims = placement.register.claims
    thread, positions = min(alone, key=lambda pair: _rank_alone(claims[pair[1][0].lead.claim], pair[1]))
    first = next((position for position in positions if position.attributed), positions[0])
    more = "; more under Single origin" if alone[1:] else ""
    spoken = denied_by(first.name) if first.denied else said_by(first.name)
    told = first._replace(answer=first.denied or first.answer)
    return f"from one origin only: {_answered(thread, [told])}, {spoken}{more}."


def _is_told(position: Position, told: Sequence[Position]) -> bool:
    """Whether a figure of one measure stands in the bottom line or a dispute already, whoever gives it."""
    return position.is_figure and any(
        position.figure
        and p.figure
        and p.figure.measure == position.figure.measure
        and p.answer == position.answer
        for p in told
    )


def _rank_alone(claim: Claim, positions: Sequence[Position]) -> tuple[bool, int, bool, bool, int, int]:
    figure = positions[0].figure
    outlets = {outlet for position in positions for outlet in position.outlets}
    vague = positions[0].points or (figure is not None and figure.bound == "vague")
    asked = is_asking(positions[0].question)
    return (vague, gravity(claim), figure is None, not asked, -len(outlets), positions[0].lead.start)


def _answered(thread: Thread, positions: Sequence[Position], *, whole: bool = False) -> str:
    """The question with its figure; `whole`: a figure asked for inside a statement is told in the statement."""
    first = positions[0]
    one = len({value_of(position) for position in positions}) == 1
    if first.is_figure and not (whole and one and not is_asking(thread.question)):
        return f"{inline_words(shortened(thread.question, _TITLE_ROOM))} ({tell_figures(positions)})"
    return shortened(first.text, _TITLE_ROOM).rstrip(".")
