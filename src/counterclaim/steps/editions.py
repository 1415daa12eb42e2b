"""A note that goes on from an earlier one: what is carried over, and what the difference comes to (room: steps)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.records import (
    Article,
    ArticleDigest,
    ArticleSummary,
    Briefing,
    Claim,
    Dropped,
    Engine,
    Unread,
)
from counterclaim.note.developments import find_difference
from counterclaim.relate.editions import match_corrections, match_texts
from counterclaim.relate.institutions import forget_institutions


def digests_of(note: Briefing) -> dict[str, ArticleDigest]:
    """The digests that a note was made from, by article."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    dropped: dict[str, list[Dropped]] = defaultdict(list)
    for claim in note.claims:
        claims[claim.article].append(forget_institutions(claim))
    for drop in note.dropped:
        dropped[drop.article].append(drop)
    summaries = {summary.article: summary for summary in note.summaries}
    return {
        article.id: ArticleDigest(
            article=article,
            summary=summaries.get(article.id) or ArticleSummary(article=article.id, headline=article.title),
            claims=tuple(claims[article.id]),
            dropped=tuple(dropped[article.id]),
            reader=note.engine.reader,
        )
        for article in note.articles
    }


class Carried(NamedTuple):
    """The digests for the next version of a note, and what to tell of articles that are in both."""

    digests: tuple[ArticleDigest, ...]
    notices: tuple[str, ...] = ()


def carry_over(previous: Briefing, digests: Sequence[ArticleDigest]) -> Carried:
    """The digests of the earlier note and those of new articles; a corrected text takes the place of the earlier one.

    An article that the earlier note has already is not counted twice, and its digest stays as it was.
    """
    known = digests_of(previous)
    again = match_texts(previous.articles, [digest.article for digest in digests])
    new = {d.article.id: d for d in digests if d.article.id not in again}
    replaced = match_corrections(
        [article for article in previous.articles if article.id not in again.values()],
        [digest.article for digest in new.values()],
    )
    kept = [digest for digest in known.values() if digest.article.id not in replaced.values()]
    return Carried((*kept, *new.values()), tuple(_tell(known, again, replaced, new)))


def still_unread(previous: Briefing, digests: Sequence[ArticleDigest]) -> tuple[Unread, ...]:
    """The sources that the earlier note could not read and that have not been read since."""
    read = {digest.article.source for digest in digests}
    return tuple(one for one in previous.unread if one.source not in read)


def _tell(
    known: Mapping[str, ArticleDigest],
    again: Mapping[str, str],
    replaced: Mapping[str, str],
    new: Mapping[str, ArticleDigest],
) -> list[str]:
    lines = (
        [f"articles of the earlier note, given again and not counted twice: {len(again)}"] if again else []
    )
    return lines + [
        f"{new[later].article.source!r}: another text of {_name(known[earlier].article)}, which it replaces"
        for later, earlier in replaced.items()
    ]


def _name(article: Article) -> str:
    return repr(article.title or article.source)


def go_on(previous: Briefing, note: Briefing) -> Briefing:
    """The note as the next version of an earlier one: with what changed since, and with all who read its articles."""
    numbered = note.model_copy(
        update={"version": previous.version + 1, "engine": _join_engines(previous.engine, note.engine)}
    )
    return numbered.model_copy(update={"since": find_difference(previous, numbered)})


def _join_engines(earlier: Engine, later: Engine) -> Engine:
    models = dict.fromkeys(
        name for model in (earlier.model, later.model) if model for name in model.split(", ")
    )
    return later.model_copy(
        update={"model": ", ".join(models) or None, "prompts": {**earlier.prompts, **later.prompts}}
    )
