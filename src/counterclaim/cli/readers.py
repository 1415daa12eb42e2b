"""Which reader serves, and the built-in one at work (room: face)."""

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

import typer

from counterclaim.cli.console import progress, say, standard_input
from counterclaim.cli.options import BUILTIN, Asking, RecordName, Run
from counterclaim.cli.outcomes import report, report_again, report_notices
from counterclaim.core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counterclaim.core.policy import FigurePolicy
    from counterclaim.core.records import ArticleDigest, Briefing, Comparison
    from counterclaim.outside.files import Loaded
    from counterclaim.outside.pages import PageReader
    from counterclaim.steps.digests import DigestBatch
    from counterclaim.steps.gathering import Stop
    from counterclaim.steps.stories import Goal
    from counterclaim.steps.wishes import Wish

BASE_URL, KEY = "OPENAI_BASE_URL", "OPENAI_API_KEY"
_SERVED = (
    "the built-in reader serves (English, by rule, no network); for a language model give --model NAME"
    f" with {KEY} or {BASE_URL} set, and see `counterclaim doctor`"
)
_HINT = f"{BASE_URL} is set, but the built-in reader serves: give --model NAME to let a model there read"


class Result(NamedTuple):
    """What a reader made: digests, and as much more as it was asked for. `stop` says why it is partial."""

    batch: "DigestBatch"
    comparison: "Comparison | None" = None
    briefing: "Briefing | None" = None
    stop: "Stop | None" = None


def make(goal: "Goal", run: Run, asking: Asking, wish: "Wish | None" = None) -> Result:
    """Read the sources with the reader that the options choose, as far as the goal where that is a model.

    Leaves with an exit code where nothing could be read, and after an estimate.
    """
    check_output(run)
    if {"--passages", "--whole"} <= set(sys.argv):
        raise UsageError(
            "an article is read in passages or whole, not both",
            source="--passages --whole",
            remedy="leave one out",
        )
    if not asks_model(asking):
        say_who_serves(asking, run)
        if asking.estimate:
            typer.echo("the built-in reader serves: no call, no token, no cost")
            raise typer.Exit
        return Result(digest_builtin(run, wish.previous if wish else None))
    from counterclaim.cli.asking import ask_story, print_estimate

    if asking.estimate:
        print_estimate(run, asking)
        raise typer.Exit
    told = ask_story(goal, run, asking, wish)
    return Result(told.batch, told.comparison, told.briefing, told.stop)


def make_wish(
    title: str | None = None,
    previous: str | None = None,
    figures: "FigurePolicy | None" = None,
    desk: str | None = None,
) -> "Wish":
    """What the options want of the note; its files are read before any source is."""
    from counterclaim.steps.wishes import Wish

    wish = Wish(title, figures=figures)
    if previous is not None:
        from counterclaim.outside.notes import load_note

        wish = wish._replace(previous=load_note(previous))
    if desk is not None:
        from counterclaim.outside.desks import load_desk

        wish = wish._replace(desk=load_desk(desk))
    return wish


def asks_model(asking: Asking) -> bool:
    """Whether a model is to be asked.

    Raises:
        UsageError: Options that are about a model, and no model.
    """
    if asking.model not in {None, BUILTIN}:
        if not (asking.model or "").strip():
            raise UsageError("a model has a name", source="--model", remedy=f"give one, or {BUILTIN}")
        return True
    if asking.record is not RecordName.NONE:
        raise UsageError("the built-in reader asks nobody", source="--record", remedy="give --model NAME")
    return False


def say_who_serves(asking: Asking, run: Run) -> None:
    """Say in one line that the built-in reader serves, and how to get more."""
    if run.quiet:
        return
    say(_HINT if asking.model is None and os.environ.get(BASE_URL) else _SERVED)


def check_output(run: Run) -> None:
    """Refuse a result's place before any work is done."""
    if run.output is not None:
        from counterclaim.outside.streams import check_output as check

        check(run.output, run.sources)


def open_sources(run: Run) -> "tuple[Loaded, PageReader]":
    """Load the sources and start the process that reads pages, before anything heavy is imported."""
    from counterclaim.outside.files import load_sources, pages_of
    from counterclaim.outside.pages import PageReader

    loaded = load_sources(run.sources, stdin=standard_input(), max_bytes=run.max_bytes)
    return loaded, PageReader(pages_of(loaded))


def digest_builtin(run: Run, previous: "Briefing | None" = None) -> "DigestBatch":
    """Digest the sources by rule, and add those of an earlier note; leave where there is nothing to digest."""
    loaded, pages = open_sources(run)
    with pages, progress(len(loaded.items), quiet=run.quiet) as advance:
        from counterclaim.steps.digests import digest_sources

        batch = digest_sources(loaded, pages, year=run.year, advance=advance)
    report_batch(batch, run)
    if previous is None:
        return batch
    from counterclaim.steps.editions import carry_over

    carried = carry_over(previous, batch.digests)
    report_notices(carried.notices, run)
    return batch._replace(digests=carried.digests)


def report_batch(batch: "DigestBatch", run: Run, previous: "Briefing | None" = None) -> None:
    """Say what a reader must know of the sources, those of an earlier note aside; leave where nothing came of them."""
    known = {article.id for article in previous.articles} if previous else set()
    new = [digest for digest in batch.digests if digest.article.id not in known]
    report_again(batch.unread, run)
    report_notices((*batch.notices, *flags_of(new)), run)
    if not batch.digests:
        report(batch.unread, read=0, stop=batch.stop)


def report_made(made: Result) -> None:
    """Leave with what the exit code says of a result."""
    batch = made.batch
    report(batch.unread, read=len(batch.digests), fell_back=batch.fell_back, stop=made.stop)


def flags_of(digests: "Iterable[ArticleDigest]") -> "Iterable[str]":
    """What the articles themselves warn of."""
    return (f"{digest.article.source!r}: {flag}" for digest in digests for flag in digest.article.flags)
