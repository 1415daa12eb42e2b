"""The note as data: the comparison with its title, its as-of and its bottom line (room: brains).

The bottom line is template text. It names nobody and gives no figure that is not in a claim; our own counts are
words, so that they cannot be taken for reported figures.
"""

from collections.abc import Sequence

from counterclaim.core.records import Briefing, Claim, Comparison, Engine, Thread, Unread, Usage
from counterclaim.note.cards import disputes
from counterclaim.note.contrasts import counted_people, find_far_apart
from counterclaim.note.dates import newest
from counterclaim.note.folding import tell_figures
from counterclaim.note.placement import Placement, place_claims
from counterclaim.note.prose import (
    LINE_ROOM,
    inline_words,
    is_asking,
    listing,
    plain,
    said_by,
    shortened,
    small,
)
from counterclaim.note.register import outlet_name, register_briefing
from counterclaim.note.title import default_title
from counterclaim.note.view import Dispute, Position
from counterclaim.note.weight import Placed, gravity

_TITLE_ROOM = 160
_MANY = 12
_SIDES = 3  # answers of one dispute
_DISPUTES = 2  # told with their answers


def build_briefing(
    comparison: Comparison,
    *,
    unread: Sequence[Unread] = (),
    engine: Engine,
    usage: Usage | None = None,
    title: str | None = None,
) -> Briefing:
    """The briefing of a comparison.

    Args:
        comparison: What the comparator found; nothing in it is recomputed.
        unread: The sources that could not be read.
        engine: Who read the articles.
        usage: What the model calls cost; None stands for no call.
        title: The note's title; None makes one that takes no side.

    Returns:
        The record that every renderer reads. `as_of` is the newest publication time; no clock is read.

    >>> build_briefing(Comparison(digests=()), engine=Engine(reader="builtin", version="0")).bottom_line
    ('No article was read.',)
    """
    digests = comparison.digests
    draft = Briefing(
        title="",
        as_of=newest(digest.article.published for digest in digests),
        engine=engine,
        articles=tuple(digest.article for digest in digests),
        summaries=tuple(digest.summary for digest in digests),
        claims=tuple(claim for digest in digests for claim in digest.claims),
        relations=comparison.relations,
        threads=comparison.threads,
        origins=comparison.origins,
        unread=tuple(unread),
        dropped=tuple(drop for digest in digests for drop in digest.dropped),
        uncompared=comparison.uncompared,
        usage=usage or Usage(),
    )
    register = register_briefing(draft)
    given = plain(title or "")
    return draft.model_copy(
        update={
            "title": given or default_title(register),
            "bottom_line": bottom_line(draft, place_claims(register)),
        }
    )


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
        return tuple(line for line in (only, _alone_line(placement, alone)) if line)
    texts = [article for article in register.in_order if article.id not in register.copy_of]
    if len(texts) == 1:
        same = f"All articles carry one text ({outlet_name(texts[0])}), so they count as one account."
        return tuple(line for line in (same, _alone_line(placement, alone)) if line)
    shared = [pair for pair in placement.threads if pair[0].status in {"agreed", "conceded"}]
    disputed = disputes(placement, briefing.relations)
    parting = _parting_line(disputed, open_pairs=bool(briefing.uncompared))
    far = find_far_apart(placement, briefing.relations)
    told = [*(far or ()), *(p for dispute in disputed for side in dispute.sides for p in side.positions)]
    rest = [pair for pair in alone if not any(_is_told(position, told) for position in pair[1])]
    lines = (_shared_line(shared), f"{parting}{_apart_words(placement, far)}.", _alone_line(placement, rest))
    return tuple(line for line in lines if line)


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
        return f"{alike}: {_answered(thread, known)}{_more(len(shared) - 1, 'statement')}."
    names = listing(list(dict.fromkeys(position.name for position in known)), limit=3)
    return f"Shared by {names}: {_answered(thread, known)}{_more(len(shared) - 1, 'statement')}."


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
    return f"In dispute: {'; '.join(told)}{_more(len(disputed) - len(told), 'dispute')}"


def _disputed_words(dispute: Dispute) -> str:
    by_name: dict[str, str] = {}
    sides = [side for side in dispute.sides if side.opposed]
    for side in sides:
        by_name.setdefault(side.positions[0].name, side.answer)
    said = "; ".join(f"{answer}, {said_by(name)}" for name, answer in [*by_name.items()][:_SIDES])
    left_out = len(sides) - min(len(by_name), _SIDES)
    return f"{inline_words(shortened(dispute.question, _TITLE_ROOM))} ({said}{_more(left_out, 'answer')})"


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
    return f"From one origin only: {_answered(thread, [first])}, {said_by(first.name)}{_more(len(alone) - 1, 'statement')}."


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


def _more(number: int, noun: str) -> str:
    """The rest, counted in words.

    >>> _more(2, "dispute"), _more(0, "dispute"), _more(40, "dispute")
    ('; and two more disputes', '', '; and many more disputes')
    """
    if number < 1:
        return ""
    return f"; and {small(number) if number <= _MANY else 'many'} more {noun}{'' if number == 1 else 's'}"
