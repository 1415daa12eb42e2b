"""The exception tree (room: nouns).

CounterclaimError
├── UsageError          the command was asked for something that cannot be done as asked
└── SourceError         one source could not be read; the others go on
    ├── SourceMissingError   no such file or folder
    ├── SourceEmptyError     nothing to read in it
    ├── SourceTooLargeError  over the size limit
    └── SourceUnreadableError binary, undecodable, malformed

A message says what happened, to which input, and what to do next. `retryable` says whether the same call may
succeed later without a change by the user.
"""


class CounterclaimError(Exception):
    """Root of everything this package raises on purpose.

    Args:
        what: What happened, in one clause.
        source: The input it happened to, as the user gave it; shown with `repr`.
        remedy: What to do next, in one clause.
    """

    retryable = False

    def __init__(self, what: str, *, source: str | None = None, remedy: str | None = None) -> None:
        self.what, self.source, self.remedy = what, source, remedy
        place = f"{source!r}: " if source is not None else ""
        advice = f"; {remedy}" if remedy else ""
        super().__init__(f"{place}{what}{advice}")

    @property
    def reason(self) -> str:
        """The message without the source, for lists that already name it."""
        return f"{self.what}; {self.remedy}" if self.remedy else self.what


class UsageError(CounterclaimError):
    """The command or call was asked for something that cannot be done as asked."""


class SourceError(CounterclaimError):
    """One source could not be read. Never stops the others."""


class SourceMissingError(SourceError):
    """No file or folder of that name."""


class SourceEmptyError(SourceError):
    """There is nothing to read in the source."""


class SourceTooLargeError(SourceError):
    """The source is over the size limit."""


class SourceUnreadableError(SourceError):
    """The source is binary, cannot be decoded, or is malformed."""
