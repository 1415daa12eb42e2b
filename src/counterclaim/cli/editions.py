"""The command that sets two notes side by side: diff (room: face)."""

from typing import TYPE_CHECKING, Annotated

import typer

from counterclaim.cli.console import colored, emit, width
from counterclaim.cli.options import FormatName, Output, Quiet, Run, choose_format
from counterclaim.cli.outcomes import outcome
from counterclaim.cli.readers import check_output
from counterclaim.note.formats import Format

if TYPE_CHECKING:
    from counterclaim.core.editions import NoteDifference


def diff(
    earlier: Annotated[str, typer.Argument(metavar="A.json", help="The earlier note.")],
    later: Annotated[str, typer.Argument(metavar="B.json", help="The later note.")],
    *,
    form: FormatName = None,
    output: Output = None,
    quiet: Quiet = False,
) -> None:
    """Show what changed from one note to another.

    Newly disputed, settled, denied, withdrawn, revised, confirmed or new, with who says so in whose words. Both are
    JSON notes, as `brief --format json` writes them.
    """
    with outcome():
        allowed = (Format.TERMINAL, Format.MARKDOWN, Format.JSON)
        sources = (earlier, later)
        run = Run(sources, choose_format(form, output, allowed=allowed), output, quiet=quiet)
        check_output(run)
        from counterclaim.outside.notes import load_note

        notes = [load_note(source) for source in sources]
        from counterclaim.note.developments import find_difference

        emit(run, _render(find_difference(*notes), run))


def _render(difference: "NoteDifference", run: Run) -> str:
    if run.form is Format.JSON:
        return difference.model_dump_json(indent=2) + "\n"
    if run.form is Format.MARKDOWN:
        from counterclaim.note.markdown import render_markdown_difference

        return render_markdown_difference(difference)
    from counterclaim.note.terminal import render_terminal_difference

    return render_terminal_difference(difference, width=width(run.output), color=colored(run.output))
