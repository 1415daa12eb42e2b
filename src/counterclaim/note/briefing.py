"""The note as data: the comparison with its title, its as-of and its bottom line (room: brains).

The bottom line is template text. It names nobody and gives no figure that is not in a claim; our own counts are
words, so that they cannot be taken for reported figures.
"""

from collections.abc import Sequence

from counterclaim.core.records import Article, Briefing, Comparison, Engine, Thread, Unread, Usage
from counterclaim.note.cards import disputes
from counterclaim.note.dates import newest
from counterclaim.note.folding import tell_figures
from counterclaim.note.positions import Placement, place_claims
from counterclaim.note.prose import asked_words, listing, plain, shortened, small
from counterclaim.note.register import Register, outlet_name, register_briefing
from counterclaim.note.view import Dispute, Position
from counterclaim.note.weight import by_weight

_TITLE_ROOM = 160
_MANY = 12
_SIDES = 3


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
        title: The note's title; None makes one from the earliest article's headline, marked as such.

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


def default_title(register: Register) -> str:
    """A title that takes no side: the earliest article's headline, with whose it is; else the outlets."""
    if not register.in_order:
        return "No article read"
    first = next(
        (article for article in register.in_order if article.id not in register.copy_of), register.in_order[0]
    )
    headline = shortened(first.title or "", _TITLE_ROOM)
    if not headline:
        return f"Accounts in {listing(_outlets(register.in_order), limit=4)}"
    marked = headline if headline.startswith(("“", '"')) else f"“{headline}”"
    alone = len(register.in_order) == 1
    return f"{marked} (headline in {outlet_name(first)}{'' if alone else ', the earliest account'})"


def _outlets(articles: Sequence[Article]) -> list[str]:
    return list(dict.fromkeys(outlet_name(article) for article in articles))


def bottom_line(briefing: Briefing, placement: Placement) -> tuple[str, ...]:
    """At most three sentences: what is shared, where the accounts part, what rests on one origin alone."""
    register = placement.register
    if not briefing.articles:
        return ("No article was read.",)
    weighty = by_weight(placement)
    if not weighty:
        return ("The articles were read, but hold no statement that could be compared.",)
    alone = _alone_line([pair for pair in weighty if pair[0].status in {"single_origin", "one_sided"}])
    if len(briefing.articles) == 1:
        only = f"Only one article was read ({outlet_name(briefing.articles[0])}), so nothing is compared."
        return tuple(line for line in (only, alone) if line)
    texts = [article for article in register.in_order if article.id not in register.copy_of]
    if len(texts) == 1:
        same = f"All articles carry one text ({outlet_name(texts[0])}), so they count as one account."
        return tuple(line for line in (same, alone) if line)
    shared = [pair for pair in weighty if pair[0].status in {"agreed", "conceded"}]
    parting = _parting_line(disputes(placement, briefing.relations), open_pairs=bool(briefing.uncompared))
    lines = (_shared_line(shared), parting, alone)
    return tuple(line for line in lines if line)


Pair = tuple[Thread, tuple[Position, ...]]


def _shared_line(shared: Sequence[Pair]) -> str:
    if not shared:
        return "No statement is shared by speakers who are known to be independent of each other."
    thread, positions = max(shared, key=lambda pair: pair[0].independent_origins)
    known = [position for position in positions if position.attributed] or list(positions)
    names = listing(list(dict.fromkeys(position.name for position in known)), limit=3)
    return f"Shared by {names}: {_answered(thread, known)}{_more(len(shared) - 1, 'statement')}."


def _parting_line(disputed: Sequence[Dispute], *, open_pairs: bool) -> str:
    if not disputed:
        rest = ", though not every pair was compared" if open_pairs else ""
        return f"No dispute was found{rest}: no two answers here exclude each other."
    by_name: dict[str, str] = {}
    first = max(disputed, key=_counts)  # figures first: they are what is forwarded
    sides = [side for side in first.sides if side.opposed]
    for side in sides:
        by_name.setdefault(side.positions[0].name, side.answer)
    said = "; ".join(f"{answer}, said {name}" for name, answer in [*by_name.items()][:_SIDES])
    left_out = len(sides) - min(len(by_name), _SIDES)
    others = f"{_more(left_out, 'answer')}{_more(len(disputed) - 1, 'dispute')}"
    return f"In dispute: {asked_words(shortened(first.question, _TITLE_ROOM))} {said}{others}."


def _counts(dispute: Dispute) -> bool:
    return dispute.sides[0].positions[0].is_figure


def _alone_line(alone: Sequence[Pair]) -> str:
    if not alone:
        return ""
    thread, positions = max(alone, key=lambda pair: (pair[1][0].is_figure, _reach(pair[1])))
    first = next((position for position in positions if position.attributed), positions[0])
    return f"From one origin only: {_answered(thread, [first])}, said {first.name}{_more(len(alone) - 1, 'statement')}."


def _reach(positions: Sequence[Position]) -> int:
    return len({outlet for position in positions for outlet in position.outlets})


def _topic(thread: Thread) -> str:
    return shortened(thread.question, _TITLE_ROOM)


def _answered(thread: Thread, positions: Sequence[Position]) -> str:
    first = positions[0]
    if first.is_figure:
        return f"{asked_words(_topic(thread))} {tell_figures(positions)}"
    return shortened(first.text, _TITLE_ROOM).rstrip(".")


def _more(number: int, noun: str) -> str:
    """The rest, counted in words.

    >>> _more(2, "dispute"), _more(0, "dispute"), _more(40, "dispute")
    ('; and two more disputes', '', '; and many more disputes')
    """
    if number < 1:
        return ""
    return f"; and {small(number) if number <= _MANY else 'many'} more {noun}{'' if number == 1 else 's'}"
