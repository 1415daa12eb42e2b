"""How a command ends: messages for what went wrong, what was not read, and the exit code (room: face).

0 done, 1 nothing could be read, 2 usage or the model's set-up, 3 done but something was not read, or not by the model
asked for, 4 the budget was reached and the result is partial, 130 interrupted, 141 the reader of the output went away.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from counterclaim.cli.console import leave_at_once, say
from counterclaim.cli.options import Run
from counterclaim.core.errors import CounterclaimError, SetupError, SourceError, UsageError

if TYPE_CHECKING:
    from counterclaim.core.records import Unread
    from counterclaim.steps.gathering import Stop

NOTHING_READ, USAGE, PARTLY_READ, BUDGET_REACHED, INTERRUPTED, PIPE_CLOSED = 1, 2, 3, 4, 130, 141


@contextmanager
def outcome() -> Iterator[None]:
    """Turn what goes wrong in a command into a message and an exit code."""
    try:
        yield
    except (UsageError, SetupError) as error:
        _say_lines(error)
        raise typer.Exit(USAGE) from error
    except CounterclaimError as error:
        _say_lines(error)
        raise typer.Exit(NOTHING_READ) from error
    except KeyboardInterrupt as error:
        say("interrupted")
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError:
        leave_at_once(PIPE_CLOSED)
    except OSError as error:
        say(f"the result could not be written ({error.strerror}); nothing else is wrong with it")
        leave_at_once(NOTHING_READ)


def _say_lines(error: CounterclaimError) -> None:
    """A message in several lines, such as what differs from the nearest fixture, stays in several lines."""
    for line in str(error).splitlines():
        say(line)


def report_notices(notices: Sequence[str], run: Run) -> None:
    """Say what a reader of the result may want to know, unless told to be quiet."""
    for notice in notices if not run.quiet else ():
        say(notice)


def report_again(unread: "Iterable[Unread]", run: Run) -> None:
    """Name the sources that hold an article of another source."""
    again = (one for one in unread if one.same_as is not None)
    report_notices(
        [f"{one.source!r}: the same article as {one.same_as!r}, counted once" for one in again], run
    )


def report(unread: "Sequence[Unread]", *, read: int, fell_back: int = 0, stop: "Stop | None" = None) -> None:
    """Name what was not read, or not by the model that was asked for, and leave with an exit code where that matters."""
    lost = [one for one in unread if one.same_as is None]
    for one in lost:
        say(str(SourceError(f"not read: {one.reason}", source=one.source)))
    if stop is not None:
        say(stop.reason)
        raise typer.Exit(BUDGET_REACHED if stop.kind == "budget" else INTERRUPTED)
    if fell_back:
        say(f"{fell_back} of {read} articles were not read by the model; the built-in reader served")
    leave(read=read, unread=len(lost) + fell_back)


def leave(*, read: int, unread: int) -> None:
    """Leave with an exit code where something, or everything, was not read."""
    if not read:
        say("nothing could be read")
        raise typer.Exit(NOTHING_READ)
    if unread:
        raise typer.Exit(PARTLY_READ)
