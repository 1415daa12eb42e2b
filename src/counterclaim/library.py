"""The package as a library: read, digest, compare, brief, render, diff (room: face).

The same steps as the command line, on the same records. `counterclaim` hands these names on; it imports this module
when the first of them is used.

A model is given as `model`: a name (served by the endpoint that `OPENAI_BASE_URL` and `OPENAI_API_KEY` say, replies kept
in the user's cache, as on the command line), a `ModelSettings` (everything said, nothing taken from the environment), or
anything with `async def ask(self, request: ModelRequest) -> ModelReply`. None or "builtin" is the built-in reader. These
functions wait for the answers; they may be called where an event loop runs, as in a notebook.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from os import PathLike, fspath
from typing import TypeVar

from counterclaim.core.desk import Desk
from counterclaim.core.editions import NoteDifference
from counterclaim.core.errors import UsageError
from counterclaim.core.model import Model
from counterclaim.core.policy import FigurePolicy
from counterclaim.core.records import Article, ArticleDigest, Briefing, Comparison
from counterclaim.core.wrappers import Metered
from counterclaim.note.developments import find_difference
from counterclaim.note.formats import Format, Layout, render_note
from counterclaim.outside.desks import load_desk as load_desk_file
from counterclaim.outside.files import MAX_BYTES, Loaded
from counterclaim.outside.pages import PageReader
from counterclaim.outside.sources import SourceBatch, read_sources
from counterclaim.relate.comparison import compare_digests
from counterclaim.steps.briefings import BUILTIN, brief_batch, find_desk
from counterclaim.steps.digests import DigestBatch
from counterclaim.steps.editions import carry_over, digests_of
from counterclaim.steps.models import Meter, ModelSettings, open_model
from counterclaim.steps.requests import Asker, load_prompts
from counterclaim.steps.stories import Order, digest_articles, make_asker, read_with, tell_digested
from counterclaim.steps.wishes import Wish
from counterclaim.text.reader import read_article

ModelChoice = str | ModelSettings | Model | None
T = TypeVar("T")


def read(*sources: str | PathLike[str], year: int | None = None, max_bytes: int = MAX_BYTES) -> SourceBatch:
    """Read files and folders into articles.

    Args:
        sources: Files (.txt, .md, .html, .json, .jsonl) and folders of them.
        year: The year of datelines that state none.
        max_bytes: The most that one source may hold.

    Returns:
        `articles` in the order given; `unread` with the reason for each source that could not be read, which never
        raises; `notices` of what was passed over.
    """
    return read_sources([fspath(source) for source in sources], year=year, max_bytes=max_bytes)


def digest(articles: Iterable[Article], *, model: ModelChoice = None) -> tuple[ArticleDigest, ...]:
    """Summarize each article and list its claims, each with its speaker and its verbatim quote.

    What a model cannot do is read by the built-in reader, and said under `dropped`. An article that the budget of the
    settings leaves no call for is not among the digests.

    Raises:
        CounterclaimError: The model's set-up does not work.
    """
    batch = SourceBatch(tuple(articles))
    return (
        _digest_builtin(batch).digests
        if model is None or model == BUILTIN
        else _run(_digest_by_model(batch, model)).digests
    )


def compare(digests: Iterable[ArticleDigest]) -> Comparison:
    """Relate the claims of several articles by rule: relations, threads with their status, origins.

    The order of the digests changes nothing but their order. A model has its say in `brief`.
    """
    return compare_digests(tuple(digests))


def brief(
    story: SourceBatch | Comparison,
    *,
    model: ModelChoice = None,
    title: str | None = None,
    previous: Briefing | None = None,
    figures: FigurePolicy | None = None,
    desk: Desk | None = None,
) -> Briefing:
    """Make the briefing note.

    Args:
        story: What `read` or `compare` returned. Of articles, the digests and the comparison are made too.
        model: What reads articles, judges the pairs that the rules leave open, and writes the bottom line; every
            sentence of that is checked against the claims. The note's `usage` holds all calls of this one.
        title: The note's title; None keeps the one given for `previous`, or makes one from the names that the accounts share.
        previous: The note to go on from: its articles are carried over, and `since` says what changed.
        figures: What to count by where figures differ; None keeps the policy of `previous`, or is "range".
        desk: Your own tables (see `load_desk`); None keeps those of `previous`.

    Raises:
        CounterclaimError: The model's set-up does not work.
    """
    wish = Wish(title, previous, figures, desk)
    if model is not None and model != BUILTIN:
        return _run(_brief_by_model(story, model, wish))
    batch = DigestBatch(story.digests) if isinstance(story, Comparison) else _digest_builtin(story)
    if previous is not None:
        batch = batch._replace(digests=carry_over(previous, batch.digests).digests)
    whole = isinstance(story, Comparison) and find_desk(wish) is None and previous is None
    return brief_batch(
        batch, comparison=story if whole and isinstance(story, Comparison) else None, wish=wish
    )


def render(
    briefing: Briefing, form: str = "markdown", *, width: int = 80, color: bool = False
) -> str | bytes:
    """The note in a format: "terminal", "markdown", "html", "csv", "jsonld", "json"; "docx" comes as bytes.

    Args:
        briefing: The note.
        form: The format; its text is the same for the same note.
        width: The columns of the terminal.
        color: Whether the terminal's text carries ANSI styles.

    Raises:
        ValueError: There is no format of that name.
        UsageError: A note has no such format.
    """
    return render_note(briefing, Format(form), Layout(width=width, color=color))


def load_desk(path: str | PathLike[str]) -> Desk:
    """Read your own tables from a YAML file: grades of outlets, parties and their sides, marking, title, house.

    Raises:
        CounterclaimError: There is no such file, or an entry is wrong; names the line.
    """
    return load_desk_file(fspath(path))


def diff(earlier: Briefing, later: Briefing) -> NoteDifference:
    """What changed from one note to another: revised, denied, confirmed, withdrawn, disputed, settled, new."""
    return find_difference(earlier, later)


def _digest_builtin(batch: SourceBatch) -> DigestBatch:
    return DigestBatch(tuple(read_article(article) for article in batch.articles), batch.unread)


async def _digest_by_model(batch: SourceBatch, model: str | ModelSettings | Model) -> DigestBatch:
    async with _opened(model) as (meter, asker):
        return await digest_articles(batch, read_with(meter, asker), {})


async def _brief_by_model(
    story: SourceBatch | Comparison, model: str | ModelSettings | Model, wish: Wish
) -> Briefing:
    order = Order("briefing", Loaded(()), PageReader(()), wish=wish)
    async with _opened(model) as (meter, asker):
        if isinstance(story, Comparison):
            batch = DigestBatch(story.digests)
        else:
            known = digests_of(wish.previous) if wish.previous else {}
            batch = await digest_articles(story, read_with(meter, asker), known)
        told = await tell_digested(batch, order, meter, asker)
    return told.briefing or brief_batch(batch, wish=wish)


@asynccontextmanager
async def _opened(model: str | ModelSettings | Model) -> AsyncIterator[tuple[Meter, Asker]]:
    """The model that was chosen, counted, and how it is asked."""
    if isinstance(model, str):
        if not model.strip():
            raise UsageError("a model has a name", source="model", remedy=f"give one, or {BUILTIN!r}")
        from counterclaim.cli.asking import settings_of
        from counterclaim.cli.options import Asking

        model = settings_of(Asking(model))
    if isinstance(model, ModelSettings):
        from counterclaim.cli.asking import world_now

        async with open_model(model, world_now()) as meter:
            yield meter, make_asker(model, None)
        return
    named = Asker(name_of(model), load_prompts())
    yield Metered(model), named


def name_of(model: Model) -> str:
    """What a model of the caller's own is called in requests and in the note: its `name`, else its class."""
    name = getattr(model, "name", None)
    return name if isinstance(name, str) and name else type(model).__name__


def _run(job: Coroutine[None, None, T]) -> T:
    """Run a job to its end; in a thread of its own where an event loop runs in this one."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(job)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, job).result()
