"""The commands that read accounts of an event: brief, read, summarize, compare (room: face)."""

from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.console import colored, dump, emit, width
from counterclaim.cli.explaining import explain_claims
from counterclaim.cli.options import (
    CALLS_AT_ONCE,
    MAX_BYTES,
    Asking,
    ByteOrderMark,
    CacheFolder,
    Concurrency,
    Context,
    DeskFile,
    Estimate,
    Explain,
    Figures,
    FixturesFolder,
    FormatName,
    MaxBytes,
    MaxCalls,
    MaxCost,
    ModelName,
    Offline,
    Output,
    Pager,
    Passages,
    Previous,
    Quiet,
    RecordMode,
    RecordName,
    RulesOnly,
    Run,
    Sources,
    Year,
    choose_format,
)
from counterclaim.cli.outcomes import outcome, report, report_again, report_notices
from counterclaim.cli.readers import Result, check_output, make, make_wish, open_sources, report_made
from counterclaim.note.formats import NOTE_FORMATS, Format

if TYPE_CHECKING:
    from counterclaim.core.records import Briefing, Comparison
    from counterclaim.steps.wishes import Wish

_LISTS = (Format.TERMINAL, Format.JSON, Format.JSONL)


def brief(
    sources: Sources,
    *,
    title: Annotated[str | None, typer.Option(help="The title of the note.")] = None,
    previous: Previous = None,
    figures: Figures = None,
    desk: DeskFile = None,
    model: ModelName = None,
    passages: Passages = None,
    context: Context = None,
    rules_only: RulesOnly = False,
    offline: Offline = False,
    fixtures: FixturesFolder = None,
    record: RecordMode = RecordName.NONE,
    cache_dir: CacheFolder = None,
    max_cost: MaxCost = None,
    max_calls: MaxCalls = None,
    concurrency: Concurrency = CALLS_AT_ONCE,
    estimate: Estimate = False,
    form: FormatName = None,
    output: Output = None,
    bom: ByteOrderMark = False,
    pager: Pager = True,
    year: Year = None,
    max_bytes: MaxBytes = MAX_BYTES,
    quiet: Quiet = False,
) -> None:
    """Write the briefing note on several accounts.

    It shows what is agreed and what is disputed, who says so, and in whose words.
    """
    with outcome():
        chosen = choose_format(form, output, allowed=NOTE_FORMATS)
        run = Run(sources, chosen, output, year, max_bytes, quiet, bom, pager)
        how = (model, passages, context, rules_only, estimate, offline, fixtures, record)
        wish = make_wish(title, previous, figures.value if figures else None, desk)
        made = make("briefing", run, Asking(*how, cache_dir, max_cost, max_calls, concurrency), wish)
        emit(run, _render(_briefing_of(made, wish), run))
        report_made(made)


def read(
    sources: Sources,
    *,
    form: FormatName = None,
    output: Output = None,
    pager: Pager = True,
    year: Year = None,
    max_bytes: MaxBytes = MAX_BYTES,
    quiet: Quiet = False,
) -> None:
    """Read sources into Article records.

    Prints a list on a terminal and JSON Lines in a pipe.
    """
    with outcome():
        chosen = choose_format(form, output, allowed=_LISTS, piped=Format.JSONL)
        run = Run(sources, chosen, output, year, max_bytes, quiet, pager=pager)
        check_output(run)
        loaded, pages = open_sources(run)
        with pages:
            from counterclaim.outside.sources import collect, iterate_articles

            batch = collect(iterate_articles(loaded, pages, year=year), notices=loaded.notices)
        report_again(batch.unread, run)
        report_notices(batch.notices, run)
        if not batch.articles:
            report(batch.unread, read=0)
        if run.form is Format.TERMINAL:
            from counterclaim.note.listing import list_articles

            emit(run, list_articles(batch.articles, width=width(output)))
        else:
            emit(run, dump(batch.articles, run.form))
        report(batch.unread, read=len(batch.articles))


def summarize(
    sources: Sources,
    *,
    model: ModelName = None,
    passages: Passages = None,
    context: Context = None,
    offline: Offline = False,
    fixtures: FixturesFolder = None,
    record: RecordMode = RecordName.NONE,
    cache_dir: CacheFolder = None,
    max_cost: MaxCost = None,
    max_calls: MaxCalls = None,
    concurrency: Concurrency = CALLS_AT_ONCE,
    estimate: Estimate = False,
    form: FormatName = None,
    output: Output = None,
    pager: Pager = True,
    year: Year = None,
    max_bytes: MaxBytes = MAX_BYTES,
    quiet: Quiet = False,
) -> None:
    """Summarize each article and list its claims.

    Every claim comes with its speaker and its quote. The JSON is what `compare` and `brief` take in place of articles.
    """
    with outcome():
        chosen = choose_format(form, output, allowed=_LISTS)
        run = Run(sources, chosen, output, year, max_bytes, quiet, pager=pager)
        how = (model, passages, context, True, estimate, offline, fixtures, record)
        made = make("digests", run, Asking(*how, cache_dir, max_cost, max_calls, concurrency))
        digests = made.batch.digests
        if run.form is Format.TERMINAL:
            from counterclaim.note.listing import list_digests

            emit(run, list_digests(digests, width=width(output)))
        else:
            emit(run, dump(digests, run.form))
        report_made(made)


def compare(
    sources: Sources,
    *,
    desk: DeskFile = None,
    model: ModelName = None,
    passages: Passages = None,
    context: Context = None,
    rules_only: RulesOnly = False,
    explain: Explain = None,
    offline: Offline = False,
    fixtures: FixturesFolder = None,
    record: RecordMode = RecordName.NONE,
    cache_dir: CacheFolder = None,
    max_cost: MaxCost = None,
    max_calls: MaxCalls = None,
    concurrency: Concurrency = CALLS_AT_ONCE,
    estimate: Estimate = False,
    form: FormatName = None,
    output: Output = None,
    pager: Pager = True,
    year: Year = None,
    max_bytes: MaxBytes = MAX_BYTES,
    quiet: Quiet = False,
) -> None:
    """Relate the claims of several articles or digests.

    Digests are what `summarize --format json` writes. With --explain, the way of two claims is printed instead.
    """
    with outcome():
        chosen = choose_format(form, output, allowed=(Format.TERMINAL, Format.JSON))
        run = Run(sources, chosen, output, year, max_bytes, quiet, pager=pager)
        how = (model, passages, context, rules_only, estimate, offline, fixtures, record)
        wish = make_wish(desk=desk)
        made = make("comparison", run, Asking(*how, cache_dir, max_cost, max_calls, concurrency), wish)
        comparison = _comparison_of(made, wish)
        emit(run, explain_claims(comparison, explain, run) if explain else _list(comparison, run))
        report_made(made)


def _list(comparison: "Comparison", run: Run) -> str:
    if run.form is Format.JSON:
        return comparison.model_dump_json(indent=2) + "\n"
    from counterclaim.note.listing import list_relations

    return list_relations(comparison, width=width(run.output))


def _comparison_of(made: Result, wish: "Wish") -> "Comparison":
    from counterclaim.steps.briefings import compare_batch

    return made.comparison or compare_batch(made.batch, wish.desk)


def _briefing_of(made: Result, wish: "Wish") -> "Briefing":
    from counterclaim.steps.briefings import brief_batch

    return made.briefing or brief_batch(made.batch, wish=wish)


def _render(briefing: "Briefing", run: Run) -> str | bytes:
    from counterclaim.note.formats import Layout, render_note

    return render_note(briefing, run.form, Layout(width(run.output), colored(run.output), run.bom))
