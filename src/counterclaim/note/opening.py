"""The bottom line as template text: what is shared, where the accounts part, what nobody independent says (room: brains).

It names nobody and gives no figure that is not in a claim; our own counts are words up to twelve, and say where to find
what they count, so that they cannot be taken for reported figures.
"""

from collections.abc import Iterator, Sequence

from counterclaim.core.records import Briefing, Claim, Thread
from counterclaim.note.backing import find_answers
from counterclaim.note.cards import disputes
from counterclaim.note.contrasts import counted_people, find_far_apart
from counterclaim.note.folding import tell_figures
from counterclaim.note.marks import CORRECTED
from counterclaim.note.placement import Placement
from counterclaim.note.prose import (
    LINE_ROOM,
    denied_by,
    inline_words,
    is_asking,
    listing,
    said_by,
    sentence_case,
    shortened,
    small,
)
from counterclaim.note.register import outlet_name
from counterclaim.note.view import Citation, Dispute, Position, Side
from counterclaim.note.weight import Placed, gravity

_TITLE_ROOM = 160
_SIDES = 3  # answers of one dispute
_DISPUTES = 3  # told with their answers
_FIGURES = 6  # of one outlet
_TELLERS = 4  # who say that it could not be verified


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
    shared = [pair for pair in placement.threads if pair[0].status in {"agreed", "conceded"}]
    disputed = disputes(placement, briefing.relations)
    parting = _parting_line(disputed, open_pairs=bool(briefing.uncompared))
    far = find_far_apart(placement, briefing.relations)
    told = [*(far or ()), *(p for dispute in disputed for side in dispute.sides for p in side.positions)]
    rest = [pair for pair in alone if not any(_is_told(position, told) for position in pair[1])]
    last = (_unchecked_words(placement), _alone_line(placement, rest))
    lines = (
        _shared_line(shared),
        f"{parting}{_apart_words(placement, far)}.",
        sentence_case("; ".join(words for words in last if words)),
    )
    return tuple(line for line in lines if line)


def _unchecked_words(placement: Placement) -> str:
    """Who says in its own voice that what is in dispute could not be verified; of figures, those in its own article.

    Empty where none does.
    """
    remarks: dict[str, dict[str, None]] = {}
    for thread, positions in placement.threads:
        for lead in _unchecking(placement, thread) if thread.status == "disputed" else ():
            figures = find_answers(positions, lead.article) if thread.figures else ()
            if thread.figures and not figures:
                continue
            remarks.setdefault(lead.outlet, {}).update(dict.fromkeys(figures))
    if not any(remarks.values()):
        say = "says" if len(remarks) == 1 else "say"
        names = listing([*remarks], limit=_TELLERS)
        return f"what is in dispute could not be verified, {say} {names}" if remarks else ""
    said = [f"{listing([*told], limit=_FIGURES)}, says {o}" for o, told in remarks.items() if told]
    left = _more(len(said) - _TELLERS, "outlet", "Disputed")
    return f"of the disputed figures, these could not be verified: {'; '.join(said[:_TELLERS])}{left}"


def _unchecking(placement: Placement, thread: Thread) -> Iterator[Citation]:
    """Where outlets say in their own voice that something on a question could not be verified, the first first."""
    ids = (response.claim for response in thread.responses if response.kind == "could_not_confirm")
    own = {claim for claim in ids if claim and _is_own_voice(placement, claim)}
    for claim in sorted(own, key=placement.register.rank.__getitem__):
        yield placement.by_claim[claim].lead


def _is_own_voice(placement: Placement, claim: str | None) -> bool:
    position = placement.by_claim.get(claim or "")
    return position is not None and not position.attributed


def _shared_line(shared: Sequence[Placed]) -> str:
    """What most independent origins share; words that stand alone before those that point elsewhere."""
    if not shared:
        return "No statement is shared by speakers who are known to be independent of each other."
    thread, positions = min(
        shared,
        key=lambda pair: (pair[0].own_reports, -pair[0].independent_origins, not _stands_alone(pair[1])),
    )
    known = [position for position in positions if position.attributed] or list(positions)
    asked = shortened(thread.question, LINE_ROOM)
    known.sort(key=lambda position: (position.points, position.question != asked))
    if thread.own_reports:
        alike = f"Reported alike by {small(thread.independent_origins)} newsrooms in their own voice"
        return f"{alike}: {_answered(thread, known)}{_more(len(shared) - 1, 'statement', 'Agreed')}."
    names = listing(list(dict.fromkeys(position.name for position in known)), limit=3)
    return f"Shared by {names}: {_answered(thread, known)}{_more(len(shared) - 1, 'statement', 'Agreed')}."


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
    told = [_disputed_words(dispute) for dispute in [*asked.values()][:_DISPUTES]]
    return f"In dispute: {'; '.join(told)}{_more(len(disputed) - len(told), 'dispute', 'Disputed')}"


def _disputed_words(dispute: Dispute) -> str:
    by_name: dict[str, str] = {}
    last = ""
    sides = _denials_behind([side for side in dispute.sides if side.opposed])
    for side in sides:
        first = side.positions[0]
        since = f", {CORRECTED}" if CORRECTED in first.marks else ""
        follows = first.denied and [*by_name.values()][-1:] == [f"{first.denied}, {last}"]
        spoken = denied_by(first.name) if follows else f"{side.answer}, {said_by(first.name)}"
        by_name.setdefault(first.name, f"{spoken}{since}")
        last = said_by(first.name)
    said = "; ".join([*by_name.values()][:_SIDES])
    left_out = len(sides) - min(len(by_name), _SIDES)
    return f"{inline_words(shortened(dispute.question, _TITLE_ROOM))} ({said}{_more(left_out, 'answer', 'Disputed')})"


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


def _rank_alone(claim: Claim, positions: Sequence[Position]) -> tuple[bool, int, bool, bool, int]:
    figure = positions[0].figure
    outlets = {outlet for position in positions for outlet in position.outlets}
    vague = positions[0].points or (figure is not None and figure.bound == "vague")
    return (vague, gravity(claim), figure is None, not is_asking(positions[0].question), -len(outlets))


def _answered(thread: Thread, positions: Sequence[Position]) -> str:
    first = positions[0]
    if first.is_figure:
        return f"{inline_words(shortened(thread.question, _TITLE_ROOM))} ({tell_figures(positions)})"
    return shortened(first.text, _TITLE_ROOM).rstrip(".")


def _more(number: int, noun: str, section: str) -> str:
    """How many more there are, and in which section.

    >>> _more(2, "dispute", "Disputed"), _more(0, "dispute", "Disputed"), _more(1, "answer", "Disputed")
    ('; two more disputes under Disputed', '', '; one more answer under Disputed')
    """
    if number < 1:
        return ""
    return f"; {small(number)} more {noun}{'' if number == 1 else 's'} under {section}"
