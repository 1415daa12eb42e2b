"""The note as data: the comparison with its title, its as-of and its bottom line (room: brains)."""

from collections.abc import Sequence

from counterclaim.core.records import Briefing, Comparison, Engine, Unread, Usage
from counterclaim.note.dates import newest
from counterclaim.note.opening import bottom_line
from counterclaim.note.placement import place_claims
from counterclaim.note.prose import plain
from counterclaim.note.register import register_briefing
from counterclaim.note.title import default_title


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
