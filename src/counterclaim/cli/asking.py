"""A model at work for a command: the environment, the clock, the progress bar, the interruption (room: face).

Nothing here is imported by `--help`, nor by a run of the built-in reader.
"""

import asyncio
import datetime as dt
import os
import platform
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from counterclaim.cli.console import emit
from counterclaim.cli.options import STDIN, Asking, Run
from counterclaim.cli.outcomes import report, report_notices
from counterclaim.cli.readers import BASE_URL, KEY, open_sources, report_batch
from counterclaim.core.records import Usage
from counterclaim.steps.gathering import Watch
from counterclaim.steps.models import ModelSettings, World, check_settings, check_stores, live_world
from counterclaim.steps.stories import Goal, Order, Told, tell_story
from counterclaim.steps.wishes import Wish

if TYPE_CHECKING:
    from counterclaim.steps.estimates import ArticleEstimate

_NAME_ROOM = 40


def settings_of(asking: Asking, sources: Sequence[str] = ()) -> ModelSettings:
    """The options and the environment in one record. Only here are the key and the endpoint read."""
    key = os.environ.get(KEY, "").strip()
    return ModelSettings(
        name=asking.model or "",
        base_url=os.environ.get(BASE_URL, "").strip() or None,
        key=SecretStr(key) if key else None,
        cache=asking.cache or cache_folder(),
        offline=asking.offline,
        fixtures=asking.fixtures,
        story=name_story(sources),
        record=asking.record.value,
        max_calls=asking.max_calls,
        max_cost=asking.max_cost,
        concurrency=asking.concurrency,
        context=asking.context,
        private=(platform.node(),),
    )


def cache_folder() -> Path:
    """Where this system keeps what can be made again; `XDG_CACHE_HOME` goes before."""
    home = Path.home()
    places = {
        "win32": Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")),
        "darwin": home / "Library" / "Caches",
    }
    given = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(given) if given and Path(given).is_absolute() else places.get(sys.platform, home / ".cache")
    return base / "counterclaim"


def name_story(sources: Sequence[str]) -> str:
    """What the fixtures of a run are filed under: its folder, or its one file."""
    if not sources or sources[0] == STDIN:
        return "stdin"
    first = Path(sources[0]).absolute()
    return first.name if first.is_dir() else first.stem if len(sources) == 1 else first.parent.name


def world_now() -> World:
    """The real clock, sleep and chance."""
    return live_world(lambda: dt.datetime.now(dt.UTC), random.Random().random)  # noqa: S311 - it spreads retries


def ask_story(goal: Goal, run: Run, asking: Asking, wish: Wish | None = None) -> Told:
    """Read the sources with a model as far as the goal; leave where nothing came of it.

    Raises:
        CounterclaimError: The options cannot work, or the model's set-up does not.
    """
    wish = wish or Wish()
    settings, world = settings_of(asking, run.sources), world_now()
    check_settings(settings)
    loaded, pages = open_sources(run)
    order = Order(goal, loaded, pages, run.year, asking.rules_only, asking.passages, wish)
    with pages, _watching(quiet=run.quiet) as watch:
        told = asyncio.run(tell_story(order, settings, world, watch))
    report_batch(told.batch, run, wish.previous)
    report_notices((sums_of(told.usage),), run)
    return told


def print_estimate(run: Run, asking: Asking) -> None:
    """Print what the digests of these sources will take; nothing is asked."""
    from counterclaim.steps.estimates import estimate_story

    settings, world = settings_of(asking, run.sources), world_now()
    check_stores(settings)
    loaded, pages = open_sources(run)
    with pages:
        estimate = estimate_story(
            Order("digests", loaded, pages, run.year, passages=asking.passages), settings, world
        )
    rows = [_row(row) for row in (*estimate.articles, *([estimate.total] if estimate.articles[1:] else []))]
    head = ("article", "calls", "stored", "tokens of text", "tokens in", "out, at most", "cost, at most")
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True))]
        )
        for row in (head, *rows)
    ]
    after = [
        "",
        f"Tokens by {estimate.counted}; a brief adds at most one call a question that the rules leave open,",
        "and one for the bottom line.",
    ]
    emit(run, "\n".join([*lines, *after]) + "\n")
    report(estimate.unread, read=len(estimate.articles))


def _row(row: "ArticleEstimate") -> tuple[str, ...]:
    cost = "not known" if row.cost is None else f"${row.cost:.4f}"
    name = row.name if len(row.name) <= _NAME_ROOM else f"{row.name[: _NAME_ROOM - 1]}…"
    counts = (row.calls, row.stored, row.own_tokens, row.input_tokens, row.output_tokens)
    return (name, *(f"{count:,}" for count in counts), cost)


@contextmanager
def _watching(*, quiet: bool) -> Iterator[Watch]:
    """A bar on standard error, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield Watch()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[sums]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, sums="")

        def begin(stage: str, total: int) -> None:
            bar.update(task, description=stage, total=total, completed=0)

        yield Watch(begin, lambda: bar.advance(task), lambda usage: bar.update(task, sums=sums_of(usage)))


def sums_of(usage: Usage) -> str:
    """Calls, tokens and cost in the few words that a bar has room for.

    >>> sums_of(Usage(calls=3, cached=1, input_tokens=4000, output_tokens=900))
    '3 calls, 1 stored, 4,900 tokens, cost not known'
    """
    cost = "cost not known" if usage.cost is None else f"${usage.cost:.4f}"
    stored = f", {usage.cached:,} stored" if usage.cached else ""
    return f"{usage.calls:,} call{'' if usage.calls == 1 else 's'}{stored}, {usage.input_tokens + usage.output_tokens:,} tokens, {cost}"
