"""The command line: arguments, environment, progress, exit codes (room: face).

Results go to standard output, everything else to standard error. Nothing heavy is imported before a command needs it:
`--help` stays quick, and the process that reads HTML pages is started before all of it (`__main__`).

Exit codes: 0 done, 1 nothing could be read, 2 usage or the model's set-up, 3 done but something was not read, or not
by the model asked for, 4 the budget was reached, 130 interrupted, 141 the reader of the output went away.
"""

import atexit
import gc
import os
import sys
from typing import Annotated

import typer

from counterclaim import __version__
from counterclaim.cli.accounts import brief, compare, read, summarize
from counterclaim.cli.bulk import relate, schema
from counterclaim.cli.checkups import doctor
from counterclaim.cli.commands import Commands
from counterclaim.cli.console import leave_at_once, usable
from counterclaim.cli.editions import diff
from counterclaim.cli.outcomes import INTERRUPTED
from counterclaim.cli.stores import cache
from counterclaim.cli.templates import prompts

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (brief, read, summarize, compare, relate, diff, schema, doctor):
    app.command()(command)
app.add_typer(cache, name="cache")
app.add_typer(prompts, name="prompts")


def main() -> None:
    """Run the command line and leave with its exit code."""
    # No plugin of pydantic has a part here, and looking for them reads the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # A short run makes many objects and few cycles: collecting seldom saves a fourteenth of the time of a brief.
    gc.set_threshold(100_000, 50, 50)
    # The interpreter's last search for cycles would take as long as the imports of typer; the memory goes back anyway.
    atexit.register(gc.freeze)
    sys.stdout, sys.stderr = usable(sys.stdout), usable(sys.stderr)
    try:
        app(prog_name="counterclaim")
    except KeyboardInterrupt:
        leave_at_once(INTERRUPTED)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer passes the option's value
    if wanted:
        typer.echo(f"counterclaim {__version__}")
        raise typer.Exit


@app.callback()
def counterclaim(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Show, with verbatim quotes, what several accounts of one event agree on and where they contradict each other."""
