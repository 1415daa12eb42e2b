"""The commands for pipelines: relate, schema (room: face)."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.console import emit, open_result, say, standard_input
from counterclaim.cli.options import BUILTIN, Asking, Output, Quiet, Run
from counterclaim.cli.outcomes import leave, outcome
from counterclaim.cli.readers import check_output, say_who_serves
from counterclaim.core.errors import UsageError
from counterclaim.note.formats import Format

if TYPE_CHECKING:
    from counterclaim.core.records import Record


def relate(
    pairs: Annotated[
        str, typer.Argument(metavar="PAIRS.jsonl", help='Lines of {"id", "a", "b"}, or - for standard input.')
    ],
    *,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar=BUILTIN, help="Pairs are related by rule; no model is asked."),
    ] = None,
    output: Output = None,
    quiet: Quiet = False,
) -> None:
    """Relate pairs of statements, one a line.

    Lines are read, related and written one by one, however many there are.

    Optional fields: a_published, b_published, a_outlet, b_outlet, a_speaker, b_speaker. A line that is not a pair
    gives a line with `label` null and `basis` "error", and the exit code is 3.
    """
    good = bad = 0
    with outcome():
        run = Run((pairs,), Format.JSONL, output, quiet=quiet)
        if model not in {None, BUILTIN}:
            what = f"pairs are related by rule, not by {model!r}"
            raise UsageError(what, remedy=f"this command has `--model {BUILTIN}` only")
        check_output(run)
        say_who_serves(Asking(model), run)
        from counterclaim.outside.streams import iterate_lines
        from counterclaim.steps.relations import relate_lines

        with open_result(run) as write:
            for line in relate_lines(iterate_lines(pairs, stdin=standard_input())):
                write(line.text + "\n")
                if line.trouble:
                    say(f"{pairs!r}: {line.trouble}")
                good, bad = good + (line.trouble is None), bad + (line.trouble is not None)
        leave(read=good, unread=bad)


class SchemaName(StrEnum):
    """The records whose JSON schema can be printed, and the table, whose columns can."""

    BRIEFING = "briefing"
    ARTICLE = "article"
    DIGEST = "digest"
    COMPARISON = "comparison"
    CSV = "csv"
    EXPLANATION = "explanation"
    DIFF = "diff"


def schema(
    name: Annotated[
        SchemaName, typer.Argument(help="The record, or csv for the table's columns.")
    ] = SchemaName.BRIEFING,
    *,
    output: Output = None,
) -> None:
    """Print the JSON schema of a record, or the columns of the CSV with what stands in them."""
    with outcome():
        run = Run(form=Format.JSON, output=output)
        check_output(run)
        emit(run, _columns() if name is SchemaName.CSV else _json_schema(name))


def _json_schema(name: SchemaName) -> str:
    import json

    from counterclaim.core import editions, explanations, records

    models: dict[SchemaName, type[Record]] = {
        SchemaName.BRIEFING: records.Briefing,
        SchemaName.ARTICLE: records.Article,
        SchemaName.DIGEST: records.ArticleDigest,
        SchemaName.COMPARISON: records.Comparison,
        SchemaName.EXPLANATION: explanations.Explanation,
        SchemaName.DIFF: editions.NoteDifference,
    }
    return json.dumps(models[name].model_json_schema(mode="serialization"), indent=2) + "\n"


def _columns() -> str:
    from counterclaim.note.csv import describe_columns

    return describe_columns()
