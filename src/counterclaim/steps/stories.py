"""A story read with a model, from its sources to the note: digest, compare, brief (room: steps).

Each stage keeps what is done when the budget is reached or the user interrupts, and asks no more; what follows is
made by rule from what there is, so that a partial note is still a note.
"""

from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from counterclaim import __version__
from counterclaim.core.marks import FELL_BACK
from counterclaim.core.model import Model
from counterclaim.core.records import Article, ArticleDigest, Briefing, Comparison, Engine, Unread, Usage
from counterclaim.core.wrappers import Metered
from counterclaim.outside.files import Loaded
from counterclaim.outside.pages import PageReader
from counterclaim.outside.sources import SourceBatch, collect, iterate_articles
from counterclaim.steps.bottom_lines import write_bottom_line
from counterclaim.steps.briefings import BUILTIN, brief_batch, compare_batch, describe_engine, find_desk
from counterclaim.steps.digests import DigestBatch, by_article
from counterclaim.steps.editions import carry_over, digests_of
from counterclaim.steps.gathering import Stop, Watch, gather_done
from counterclaim.steps.judgements import Judged, judge_open
from counterclaim.steps.models import Meter, ModelSettings, Watched, World, open_model, price_of
from counterclaim.steps.reading import Readout, read_by_model
from counterclaim.steps.requests import Asker, describe_prompts, is_small, load_prompts
from counterclaim.steps.wishes import Wish

Read = Callable[[Article], Coroutine[None, None, Readout]]
Goal = Literal["digests", "comparison", "briefing"]


class Order(NamedTuple):
    """What is to be made, from which sources. `passages`: a few paragraphs a call; None leaves it to the model's size.

    The articles of a note to go on from are not read again.
    """

    goal: Goal
    loaded: Loaded
    pages: PageReader
    year: int | None = None
    rules_only: bool = False
    passages: bool | None = None
    wish: Wish = Wish()


class Told(NamedTuple):
    """What was made, as far as the order asked; `stop` says why it is partial."""

    batch: DigestBatch
    comparison: Comparison | None = None
    briefing: Briefing | None = None
    usage: Usage = Usage()
    stop: Stop | None = None


def make_asker(settings: ModelSettings, passages: bool | None) -> Asker:  # noqa: FBT001 - an option as it was given
    """How the model of these settings is asked.

    Raises:
        PromptError: A prompt is missing or malformed.
    """
    chosen = is_small(settings.model) if passages is None else passages
    return Asker(settings.model, load_prompts(), passages=chosen, context=settings.room)


async def tell_story(order: Order, settings: ModelSettings, world: World, watch: Watch) -> Told:
    """Make what the order asks for, with the model of the settings.

    Raises:
        UsageError: The settings cannot work.
        SetupError: No call can succeed before the user changes something.
        StoreError: The cache or a fixture cannot be used.
    """
    async with open_model(settings, world) as meter:
        watched = Watched(meter, watch.told)
        return await tell_with(order, watched, make_asker(settings, order.passages), watch)


async def tell_with(order: Order, meter: Meter, asker: Asker, watch: Watch = Watch()) -> Told:  # noqa: B008 - immutable
    """Make what the order asks for, with this model.

    Raises:
        SetupError: No call can succeed before the user changes something.
        StoreError: The cache or a fixture cannot be used.
    """
    batch = await digest_with(read_with(meter, asker), order, watch)
    return await tell_digested(batch, order, meter, asker, watch)


def read_with(model: Model, asker: Asker) -> Read:
    """A reader that asks this model."""

    async def read(article: Article) -> Readout:
        meter = Metered(model, price_of(asker.model))
        got = await read_by_model(article, meter, asker)
        return got._replace(digest=got.digest.model_copy(update={"model": asker.model, "usage": meter.usage}))

    return read


async def tell_digested(
    batch: DigestBatch,
    order: Order,
    meter: Meter,
    asker: Asker,
    watch: Watch = Watch(),  # noqa: B008 - immutable
) -> Told:
    """Make what the order asks for from digests; the sources that it names are not read.

    Raises:
        SetupError: No call can succeed before the user changes something.
        StoreError: The cache or a fixture cannot be used.
    """
    told = Told(batch, usage=meter.usage, stop=batch.stop)
    if order.goal == "digests" or not batch.digests:
        return told
    if order.wish.previous is not None:
        batch = _go_on(order.wish.previous, batch)
        told = told._replace(batch=batch)
    judged = await _compare(batch, order, meter, asker, watch)
    told = told._replace(comparison=judged.comparison, usage=meter.usage, stop=judged.stop)
    if order.goal == "comparison":
        return told
    engine = _describe(batch, asker, order, meter)
    draft = brief_batch(
        batch, comparison=judged.comparison, engine=engine, usage=meter.usage, wish=order.wish
    )
    if told.stop is not None:
        return told._replace(briefing=_mark_partial(draft, told.stop))
    watch.begin("bottom line", 1)
    briefing, stop = await write_bottom_line(draft, meter, asker)
    briefing = _mark_partial(briefing, stop).model_copy(update={"usage": meter.usage})
    return told._replace(briefing=briefing, usage=meter.usage, stop=stop)


def _mark_partial(briefing: Briefing, stop: Stop | None) -> Briefing:
    return briefing.model_copy(update={"partial": stop.partial}) if stop else briefing


def _go_on(previous: Briefing, batch: DigestBatch) -> DigestBatch:
    carried = carry_over(previous, batch.digests)
    return batch._replace(digests=carried.digests, notices=(*batch.notices, *carried.notices))


async def _compare(batch: DigestBatch, order: Order, meter: Meter, asker: Asker, watch: Watch) -> Judged:
    """By rule, then by model what the rules left open, unless there is no more to be asked."""
    comparison = compare_batch(batch, find_desk(order.wish))
    if order.rules_only or batch.stop is not None:
        return Judged(comparison, batch.stop)
    return await judge_open(comparison, meter, asker, watch=watch)


def _describe(batch: DigestBatch, asker: Asker, order: Order, meter: Meter) -> Engine:
    engine = describe_engine(batch)
    if not (meter.usage.calls or meter.usage.cached):
        return engine.model_copy(update={"model": asker.model})
    replied = tuple(name for name in meter.named if name != asker.model)
    prompts = asker.prompts
    unused = {prompts.digest if asker.passages else prompts.passage}
    used = [one for one in prompts if one not in unused | ({prompts.judge} if order.rules_only else set())]
    return engine.model_copy(
        update={
            "model": asker.model,
            "replied": replied,
            "prompts": describe_prompts(used),
            "version": __version__,
        }
    )


async def digest_with(read: Read, order: Order, watch: Watch = Watch()) -> DigestBatch:  # noqa: B008 - immutable
    """Digest every article with a reader that takes its time, all at once; what is done is kept when it must stop.

    A digest that was given as JSON is taken as it is.

    Raises:
        CounterclaimError: What `read` raises beside the end of the budget.
    """
    outcomes = list(iterate_articles(order.loaded, order.pages, year=order.year))
    batch = collect(outcomes, notices=order.loaded.notices)
    given = {one.place: one.got for one in outcomes if isinstance(one.got, ArticleDigest)}
    known = by_article(given) | (digests_of(order.wish.previous) if order.wish.previous else {})
    return await digest_articles(batch, read, known, watch)


async def digest_articles(
    batch: SourceBatch,
    read: Read,
    known: Mapping[str, ArticleDigest],
    watch: Watch = Watch(),  # noqa: B008 - immutable
) -> DigestBatch:
    """Digest every article that is not known already, all at once; what is done is kept when it must stop.

    Raises:
        CounterclaimError: What `read` raises beside the end of the budget.
    """
    asked = [article for article in batch.articles if article.id not in known]
    watch.begin("reading", len(asked))
    results, stop = await gather_done([_tell(read(article), watch.advance) for article in asked])
    readouts = [one for one in results if one is not None]
    stop = stop or next((one.stop for one in readouts if one.stop), None)
    made = [one.digest for one in readouts]
    done = {**known, **{digest.article.id: digest for digest in made}}
    missing = [article for article in batch.articles if article.id not in done]
    unread = tuple(Unread(source=article.source, reason=stop.unread) for article in missing if stop)
    return DigestBatch(
        tuple(done[article.id] for article in batch.articles if article.id in done),
        (*batch.unread, *unread),
        (*batch.notices, *_name_fallbacks(done[a.id] for a in batch.articles if a.id in done)),
        stop,
        sum(digest.reader == BUILTIN for digest in made),
    )


async def _tell(job: Coroutine[None, None, Readout], advance: Callable[[], None]) -> Readout:
    readout = await job
    advance()
    return readout


def _name_fallbacks(digests: Iterable[ArticleDigest]) -> Iterator[str]:
    """A line for every article of which the model did not read all."""
    for digest in digests:
        for one in digest.dropped:
            if one.what.startswith(FELL_BACK):
                yield f"{digest.article.source!r}: {one.reason}"
