"""From loaded sources to digests: which reader reads each article, and what an article without one becomes (room: steps)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from counterclaim.core.records import Article, ArticleDigest, Unread
from counterclaim.outside.files import Loaded
from counterclaim.outside.pages import PageReader
from counterclaim.outside.sources import Outcome, collect, iterate_articles
from counterclaim.text.reader import read_article

if TYPE_CHECKING:
    from counterclaim.steps.gathering import Stop


class DigestBatch(NamedTuple):
    """The digests in the order in which their articles were given, and what was not read.

    `stop` says why the run ended early; articles that nobody read for it stand under `unread`. `fell_back` counts the
    articles of which the model that was asked for read nothing.
    """

    digests: tuple[ArticleDigest, ...]
    unread: tuple[Unread, ...] = ()
    notices: tuple[str, ...] = ()
    stop: "Stop | None" = None
    fell_back: int = 0


def digest_sources(
    loaded: Loaded,
    pages: PageReader,
    *,
    year: int | None = None,
    advance: Callable[[], None] = lambda: None,
) -> DigestBatch:
    """Digest every article as soon as it is there; a digest that was given as JSON is taken as it is.

    Args:
        loaded: The sources.
        pages: The process that reads the pages among them.
        year: The year of datelines that state none.
        advance: Called after every source, for a progress bar.
    """
    outcomes: list[Outcome] = []
    digests: dict[tuple[int, int], ArticleDigest] = {}
    for outcome in iterate_articles(loaded, pages, year=year):
        outcomes.append(outcome)
        if isinstance(outcome.got, Article):
            digests[outcome.place] = read_article(outcome.got)
        elif isinstance(outcome.got, ArticleDigest):
            digests[outcome.place] = outcome.got
        advance()
    batch = collect(outcomes, notices=loaded.notices)
    by_id = by_article(digests)
    return DigestBatch(tuple(by_id[article.id] for article in batch.articles), batch.unread, batch.notices)


def by_article(digests: dict[tuple[int, int], ArticleDigest]) -> dict[str, ArticleDigest]:
    """The first of equal articles is the one that `collect` keeps."""
    return {digests[place].article.id: digests[place] for place in sorted(digests, reverse=True)}
