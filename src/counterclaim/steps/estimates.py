"""What a run will come to, counted before anything is asked: calls, tokens and cost of every article (room: steps)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from counterclaim.core.model import ModelRequest, TokenUsage
from counterclaim.core.records import Article, Unread
from counterclaim.outside.fixtures import Fixtures
from counterclaim.outside.replies import reread_reply
from counterclaim.outside.sources import collect, iterate_articles
from counterclaim.outside.store import Recording, Replies
from counterclaim.outside.tokens import count_tokens
from counterclaim.steps.models import ModelSettings, World, check_stores, count_prompt, price_of
from counterclaim.steps.requests import Asker, Source, name_article, plan_spans, request_digest
from counterclaim.steps.stories import Order, make_asker
from counterclaim.text.sentences import split_sentences


class ArticleEstimate(NamedTuple):
    """One article: the calls to be paid, those whose reply is stored, and what the paid ones take.

    `output_tokens` and `cost` (dollars, None where no price is known) are upper bounds: most replies are shorter.
    `own_tokens` are those of the article's text alone.
    """

    name: str
    calls: int
    stored: int
    own_tokens: int
    input_tokens: int
    output_tokens: int
    cost: float | None


class Estimate(NamedTuple):
    """What the digests of a run take; `counted` says how the tokens were counted."""

    articles: tuple[ArticleEstimate, ...]
    unread: tuple[Unread, ...]
    counted: str

    @property
    def total(self) -> ArticleEstimate:
        """The sums; the cost is None as soon as one is."""
        rows = self.articles
        costs = [row.cost for row in rows]
        known = [cost for cost in costs if cost is not None]
        return ArticleEstimate(
            "total",
            sum(row.calls for row in rows),
            sum(row.stored for row in rows),
            sum(row.own_tokens for row in rows),
            sum(row.input_tokens for row in rows),
            sum(row.output_tokens for row in rows),
            sum(known) if len(known) == len(costs) else None,
        )


def estimate_story(order: Order, settings: ModelSettings, world: World) -> Estimate:
    """Count what the digests of an order will take. Nothing is asked and nothing is written.

    The judgements and the bottom line hang on what the digests say: they are not in the count.

    Raises:
        UsageError: The settings cannot work.
    """
    check_stores(settings)
    batch = collect(iterate_articles(order.loaded, order.pages, year=order.year))
    asker = make_asker(settings, order.passages)
    with _shelf(settings, world) as is_stored:
        rows = tuple(_estimate(article, asker, is_stored) for article in batch.articles)
    return Estimate(rows, batch.unread, count_tokens("", settings.model).how)


def _estimate(article: Article, asker: Asker, is_stored: Callable[[ModelRequest], bool]) -> ArticleEstimate:
    source = Source(article, split_sentences(article.text))
    requests = [request_digest(asker, source, span) for span in plan_spans(asker, source)]
    due = [request for request in requests if not is_stored(request)]
    tokens = TokenUsage(
        input_tokens=sum(count_prompt(request) for request in due),
        output_tokens=sum(request.max_tokens or 0 for request in due),
    )
    costs = [
        price_of(asker.model)(
            one, TokenUsage(input_tokens=count_prompt(one), output_tokens=one.max_tokens or 0)
        )
        for one in due
    ]
    known = [cost for cost in costs if cost is not None]
    return ArticleEstimate(
        name_article(article),
        len(due),
        len(requests) - len(due),
        count_tokens(article.text, asker.model).count,
        tokens.input_tokens or 0,
        tokens.output_tokens or 0,
        sum(known) if len(known) == len(costs) else None,
    )


@contextmanager
def _shelf(settings: ModelSettings, world: World) -> Iterator[Callable[[ModelRequest], bool]]:
    """Whether the reply to a request is stored, without making a cache where there is none."""
    fixtures = Fixtures(settings.fixtures, settings.story) if settings.fixtures else None

    def in_fixtures(request: ModelRequest) -> bool:
        return fixtures is not None and settings.record != "all" and fixtures.find(request) is not None

    if settings.replays or settings.record == "all" or not settings.cache.is_dir():
        yield in_fixtures
        return
    from counterclaim.outside.cache import DiskCache  # noqa: PLC0415 - only where there is one

    with DiskCache(settings.cache) as cache:
        replies = Replies(cache, reread_reply, Recording("", world.today))
        yield lambda request: in_fixtures(request) or replies.recall(request) is not None
