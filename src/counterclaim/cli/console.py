"""Standard output, standard error, the progress bar and the terminal's abilities (room: face)."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import BytesIO, TextIOWrapper
from shutil import get_terminal_size
from typing import TYPE_CHECKING, BinaryIO, TextIO

from counterclaim.cli.options import Run
from counterclaim.note.formats import Format

if TYPE_CHECKING:
    from counterclaim.core.records import Record

_PIPE_WIDTH, _LINES = 80, 24
_BAR_AFTER = 1.0  # seconds; what is done sooner needs no bar
_TEXT = frozenset({Format.TERMINAL, Format.MARKDOWN})  # in the terminal's own encoding; the rest is UTF-8


def standard_input() -> BinaryIO | None:
    """None where the process was started with its input closed."""
    return sys.stdin.buffer if isinstance(sys.stdin, TextIOWrapper) else None


def usable(stream: TextIO | None) -> TextIO:
    """A stream that takes any character; a closed one (None) takes everything and shows nothing.

    Without this, messages for a closed standard error would land among the results.
    """
    if stream is None:
        return TextIOWrapper(BytesIO(), encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream


def leave_at_once(code: int) -> None:
    """Leave without the interpreter's last flush, which would complain about a closed pipe."""
    os._exit(code)


def say(message: str) -> None:
    """Print one line on standard error; whatever a file is called, it cannot steer the terminal."""
    safe = "".join(char if char.isprintable() else " " for char in message)
    print(f"counterclaim: {safe}", file=sys.stderr)  # noqa: T201 - the face prints


def width(output: str | None = None) -> int:
    """The columns of the terminal; 80 in a pipe or a file."""
    if output is not None or not sys.stdout.isatty():
        return _PIPE_WIDTH
    return get_terminal_size((_PIPE_WIDTH, _LINES)).columns


def colored(output: str | None = None) -> bool:
    """Whether results may carry colour: on a terminal that has it, unless NO_COLOR is set (no-color.org)."""
    if output is not None or not sys.stdout.isatty():
        return False
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def emit(run: Run, text: str | bytes) -> None:
    """Write a result where the options say; what is longer than the screen goes to the pager."""
    if isinstance(text, str) and _is_for_pager(run, text):
        from counterclaim.outside.pager import show_paged

        if show_paged(text, os.environ):
            return
    with open_result(run) as write:
        write(text)
    if run.output is not None and not run.quiet:
        say(f"written to {run.output!r}")


def _is_for_pager(run: Run, text: str) -> bool:
    on_screen = run.output is None and run.form is Format.TERMINAL and sys.stdout.isatty()
    if not (on_screen and run.pager) or os.environ.get("TERM") == "dumb":
        return False
    return text.count("\n") >= get_terminal_size((_PIPE_WIDTH, _LINES)).lines


def dump(records: "Sequence[Record]", form: Format) -> str:
    """Records as a JSON list, or one a line."""
    lines = [record.model_dump_json() for record in records]
    return (
        "[\n" + ",\n".join(lines) + "\n]\n" if form is Format.JSON else "".join(f"{line}\n" for line in lines)
    )


@contextmanager
def open_result(run: Run) -> Iterator[Callable[[str | bytes], None]]:
    """A function that writes where results go; on standard output every call arrives at once."""
    if run.output is not None:
        from counterclaim.outside.streams import open_output

        with open_output(run.output) as file:

            def save(text: str | bytes) -> None:
                file.write(_encoded(text))

            yield save
    else:
        yield _print_text if run.form in _TEXT else _print_machine


def _print_machine(text: str | bytes) -> None:
    """What programs read is UTF-8, with its own line ends, whatever the terminal thinks."""
    sys.stdout.buffer.write(_encoded(text))
    sys.stdout.buffer.flush()


def _print_text(text: str | bytes) -> None:
    sys.stdout.write(text if isinstance(text, str) else text.decode())
    sys.stdout.flush()


def _encoded(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A function to call after every source; a bar appears on a terminal once the work has taken a second."""
    begun = time.monotonic()
    silent = quiet or not sys.stderr.isatty()
    done = 0
    draw: Callable[[int], None] | None = None
    with ExitStack() as stack:

        def advance() -> None:
            nonlocal done, draw
            done += 1
            if draw is None and not silent and time.monotonic() - begun > _BAR_AFTER:
                draw = stack.enter_context(_bar(max(total, done)))
            if draw is not None:
                draw(done)

        yield advance


@contextmanager
def _bar(total: int) -> Iterator[Callable[[int], None]]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda done: bar.update(task, completed=done)
