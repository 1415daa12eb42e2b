"""Lines in and text out: files and the standard streams, for results and for bulk input (room: edges)."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from counterclaim.core.errors import SourceMissingError, SourceUnreadableError, UsageError
from counterclaim.outside.files import STDIN, is_read_from

LONGEST_LINE = 1_000_000


def iterate_lines(source: str, *, stdin: BinaryIO | None = None) -> Iterator[bytes | None]:
    """Yield the lines of a file or of standard input one by one; None stands for a line over a megabyte.

    Raises:
        SourceError: It cannot be opened or read.
    """
    if source == STDIN:
        if stdin is None:
            raise SourceMissingError(
                "there is no standard input", source=source, remedy="pipe the lines into it"
            )
        yield from _read_lines(stdin)
        return
    try:
        with Path(source).open("rb") as file:
            yield from _read_lines(file)
    except FileNotFoundError as error:
        raise SourceMissingError("no such file", source=source, remedy="check the name") from error
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else "no file name"
        raise SourceUnreadableError(
            f"it cannot be read ({what})", source=source, remedy="check the file"
        ) from error


def _read_lines(file: BinaryIO) -> Iterator[bytes | None]:
    while line := file.readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None


def check_output(path: str, sources: Sequence[str]) -> None:
    """Refuse, before any work is done, a place that cannot be written or that is itself a source.

    Raises:
        UsageError: With what to do instead.
    """
    target = Path(path)
    remedy = "give another file name with -o"
    if target.is_dir():
        raise UsageError("it is a folder", source=path, remedy="give the name of a file in it")
    if not target.parent.is_dir():
        raise UsageError("its folder does not exist", source=path, remedy="make the folder first")
    if not os.access(target if target.exists() else target.parent, os.W_OK):
        raise UsageError("it may not be written", source=path, remedy=remedy)
    given = [source for source in sources if source != STDIN]
    if target.exists() and any(_is_same(target, s) or is_read_from(s, target) for s in given):
        raise UsageError("it is one of the sources, and would be overwritten", source=path, remedy=remedy)


def _is_same(target: Path, source: str) -> bool:
    with suppress(OSError, ValueError):
        return target.samefile(source)
    return False


@contextmanager
def open_output(path: str) -> Iterator[BinaryIO]:
    """Open a file to write; it takes its name only when all is written, so that a failure leaves the old one.

    Raises:
        UsageError: It cannot be written.
    """
    target = Path(path)
    special = target.exists() and not target.is_file()
    try:
        if special or target.is_symlink():
            with target.open("wb") as file:
                yield file
            return
        number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    except OSError as error:
        raise UsageError(
            f"it cannot be written ({error.strerror})", source=path, remedy="check the place"
        ) from error
    try:
        with open(number, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            yield file
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
