"""The options that commands share, and what they come to (room: face)."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Annotated, NamedTuple

import typer

from counterclaim.core.errors import UsageError
from counterclaim.note.formats import BINARY, SUFFIXES, Format, require_extra

BUILTIN, STDIN = "builtin", "-"
MAX_BYTES = 10_000_000


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Articles: files (.txt .md .html .json .jsonl), folders, or - for standard input.",
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="What reads the articles: builtin, a model at OPENAI_BASE_URL, or gguf:FILE (default: builtin).",
    ),
]


def _read_format(name: str) -> Format:
    try:
        return Format(name)
    except ValueError as error:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(Format)}") from error


FormatName = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar=f"<{'|'.join(Format)}>",
        parser=_read_format,
        help="How to print, by name or suffix (md, txt); the suffix of -o decides where this is not given.",
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output."),
]
ByteOrderMark = Annotated[
    bool, typer.Option("--bom", help="Begin CSV with a byte order mark, so that Excel reads it as UTF-8.")
]
Pager = Annotated[
    bool,
    typer.Option("--pager/--no-pager", help="Show what is longer than the screen in $PAGER, or in less."),
]
Year = Annotated[
    int | None,
    typer.Option(min=1000, max=9998, help="The year of datelines that state none, such as `Kabul, Oct 12`."),
]
MaxBytes = Annotated[int, typer.Option(min=1, metavar="N", help="The most bytes that one source may hold.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors on standard error.")]

Previous = Annotated[
    str | None,
    typer.Option(
        metavar="NOTE.json", help="Go on from this note: SOURCE are new articles, and what changed is shown."
    ),
]
DeskFile = Annotated[
    str | None,
    typer.Option(
        "--desk",
        metavar="FILE.yaml",
        help="Your own tables: grades of outlets, sides and aliases of parties, marking, title, house.",
    ),
]


class PolicyName(StrEnum):
    """How figures that differ are counted."""

    RANGE = "range"
    ACLED = "acled"
    MAJORITY = "majority"


Figures = Annotated[
    PolicyName | None,
    typer.Option(
        help="Beside every figure, what a counting policy makes of those that differ: nothing but their range,"
        " ACLED's most conservative estimate of deaths, or the majority of independent origins (default: range)."
    ),
]


class RecordName(StrEnum):
    """What is written into the folder of fixtures."""

    NONE = "none"
    ONCE = "once"
    ALL = "all"


RulesOnly = Annotated[
    bool, typer.Option("--rules-only", help="Leave open what the rules leave open: no call a question.")
]
Explain = Annotated[
    tuple[str, str] | None,
    typer.Option(
        metavar="A B",
        help="Print why two claims relate as they do: ids, starts of ids, or fragments of their words.",
    ),
]
Passages = Annotated[
    bool | None,
    typer.Option(
        "--passages/--whole",
        help="Give the model a few paragraphs a call, or the whole article (default: by the model's size).",
    ),
]
Context = Annotated[
    int | None,
    typer.Option(min=1000, metavar="TOKENS", help="The most tokens that prompt and reply may have together."),
]
Offline = Annotated[bool, typer.Option("--offline", help="Ask nobody: what is stored, or an error.")]
FixturesFolder = Annotated[
    Path | None,
    typer.Option("--fixtures", metavar="DIR", help="Answer from recorded replies in this folder."),
]
RecordMode = Annotated[
    RecordName,
    typer.Option("--record", help="Write replies into --fixtures: what is not there, or everything anew."),
]
CacheFolder = Annotated[
    Path | None, typer.Option("--cache-dir", metavar="DIR", help="Where paid replies are kept.")
]
MaxCost = Annotated[
    float | None,
    typer.Option(min=0, metavar="DOLLARS", help="Stop with a partial note before this is exceeded."),
]
MaxCalls = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="Stop with a partial note after so many calls.")
]
Concurrency = Annotated[int, typer.Option(min=1, max=256, metavar="N", help="Calls under way at once.")]
Estimate = Annotated[
    bool, typer.Option("--estimate", help="Print calls, tokens and cost of every article, and ask nobody.")
]
CALLS_AT_ONCE = 4
_FILE_IN_FOLDER = "give the name of a file in it, with a suffix: -o FOLDER/note.md"


class Asking(NamedTuple):
    """What the options about the model come to. `model` is `builtin` or None where no model is to be asked."""

    model: str | None = None
    passages: bool | None = None
    context: int | None = None
    rules_only: bool = False
    estimate: bool = False
    offline: bool = False
    fixtures: Path | None = None
    record: RecordName = RecordName.NONE
    cache: Path | None = None
    max_cost: float | None = None
    max_calls: int | None = None
    concurrency: int = CALLS_AT_ONCE


class Run(NamedTuple):
    """What the options of a command come to."""

    sources: Sequence[str] = ()
    form: Format = Format.TERMINAL
    output: str | None = None
    year: int | None = None
    max_bytes: int = MAX_BYTES
    quiet: bool = False
    bom: bool = False
    pager: bool = True


def choose_format(
    form: Format | None, output: str | None, *, allowed: Sequence[Format], piped: Format = Format.TERMINAL
) -> Format:
    """The format asked for, else the one of the file's suffix, else a screen's or a pipe's.

    Raises:
        UsageError: The command has no such format, the suffix stands for none, or it cannot be written here.
    """
    remedy = f"give one of these with --format: {', '.join(allowed)}"
    if form is None and output is not None:
        form = SUFFIXES.get(PurePath(output).suffix.lower())
        if form is None and Path(output).is_dir():
            raise UsageError("it is a folder", source=output, remedy=_FILE_IN_FOLDER)
        if form is None:
            raise UsageError("its suffix stands for no format", source=output, remedy=remedy)
    if form is None:
        return Format.TERMINAL if sys.stdout.isatty() else piped
    if form not in allowed:
        raise UsageError(f"this command does not write {form}", remedy=remedy)
    if form in BINARY and output is None and sys.stdout.isatty():
        raise UsageError(f"{form} is not for a screen", remedy=f"give a file with -o NOTE.{form}")
    require_extra(form)
    return form
