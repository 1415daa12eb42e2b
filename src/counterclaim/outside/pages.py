"""Pages read in a process of their own, while the main one goes on (room: edges).

`extraction` is the other end of the pipe. The process is started at once, because it takes a while to be ready; a
caller who can foresee pages starts it even before it knows them.
"""

import atexit
import base64
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import IO, Self

PAGE_SECONDS = 20.0
_REMEDY = "save the article's text as .txt and give that"
_COMMAND = (sys.executable, "-P", "-X", "utf8", "-m", "counterclaim.outside.extraction")

Fields = dict[str, str | None]

# The process that was started ahead, until the first reader of pages takes it.
_ahead: "list[subprocess.Popen[bytes]]" = []


def start_ahead() -> None:
    """Start the process before its pages are known; the first `PageReader` with pages takes it."""
    process = _start_process(_COMMAND)
    _ahead.append(process)
    atexit.register(process.kill)


def _start_process(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own module, run by our own interpreter
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


class PageReader:
    """The pages of a batch and the process that reads them, in order.

    A page that takes longer than `seconds`, or breaks the process, is answered with `what` and `remedy`; the pages
    after it are given to a new process. Use as a context manager: leaving it ends the process.
    """

    def __init__(
        self, pages: Sequence[bytes], *, seconds: float = PAGE_SECONDS, command: Sequence[str] = _COMMAND
    ) -> None:
        self._pages = pages
        self._seconds = seconds
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        if pages:
            self._start(pages)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def read(self) -> Iterator[Fields]:
        """Yield one answer a page, in order; wait for each at most the time that a page may take."""
        for number in range(len(self._pages)):
            if self._process is None:
                self._start(self._pages[number:])
            try:
                line = self._answers.get(timeout=self._seconds)
            except queue.Empty:
                self._stop()
                yield {"what": f"it could not be taken apart within {self._seconds:g} s", "remedy": _REMEDY}
                continue
            if line.endswith(b"\n"):
                fields: Fields = json.loads(line)
                yield fields
            else:
                self._stop()
                yield {"what": "the page broke the process that reads pages", "remedy": _REMEDY}
        self._stop()

    def _start(self, pages: Sequence[bytes]) -> None:
        waiting = _ahead and self._command == _COMMAND
        process = _ahead.pop() if waiting else _start_process(self._command)
        self._process, self._answers = process, queue.SimpleQueue()
        # Two threads, because either pipe may be full while the other must move.
        for target, arguments in ((_feed, (process.stdin, pages)), (_drain, (process.stdout, self._answers))):
            threading.Thread(target=target, args=arguments, daemon=True).start()

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def _feed(pipe: IO[bytes], pages: Sequence[bytes]) -> None:
    try:
        with pipe:
            for page in pages:
                pipe.write(base64.b64encode(page) + b"\n")
                pipe.flush()
    except OSError:
        return  # the process ended; the reader of its answers says so


def _drain(pipe: IO[bytes], answers: queue.SimpleQueue[bytes]) -> None:
    """Pass every line on, then an empty one: the process has ended."""
    with pipe:
        for line in pipe:
            answers.put(line)
    answers.put(b"")
