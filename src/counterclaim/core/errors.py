"""The exception tree (room: nouns).

CounterclaimError
├── UsageError          the command was asked for something that cannot be done as asked
│   ├── NoteUnreadableError  a file given as an earlier note is none that this version can read
│   └── DeskUnreadableError  the user's own tables cannot be read, or an entry in them is wrong
├── SourceError         one source could not be read; the others go on
│   ├── SourceMissingError   no such file or folder
│   ├── SourceEmptyError     nothing to read in it
│   ├── SourceTooLargeError  over the size limit
│   └── SourceUnreadableError binary, undecodable, malformed
└── ModelError          a request to a language model ended without an answer; the built-in reader serves
    ├── PassingError         a fault that may pass: asked again by the retry policy, `retry_after` if the server said
    │   ├── RateLimitedError      429, too many requests
    │   ├── ServerFaultError      5xx, 408, 409, or an error inside a 200
    │   ├── ModelTimeoutError     no whole answer in time
    │   └── ConnectionLostError   refused, not found, or cut before the answer was whole
    ├── SetupError           the same for every request until the user changes something
    │   ├── KeyRefusedError       401, 403, or a key that cannot be sent
    │   ├── QuotaSpentError       402, or 429 with `insufficient_quota`
    │   ├── ModelUnknownError     404, the endpoint has no such model
    │   ├── EndpointError         the base URL is not an OpenAI-compatible API
    │   └── NotStoredError        asked offline for a reply that neither cache nor fixtures hold (`outside.store`)
    ├── RequestRefusedError  another 4xx: this request is not accepted as it is
    │   ├── PromptTooLongError    longer than the model's context
    │   ├── PromptFilteredError   the server's content filter stopped the prompt
    │   └── UnsupportedError      the server does not know a `parameter` that we can do without
    ├── ReplyError           answered and perhaps paid, but there is no text in it
    │   ├── ReplyEmptyError       no choices, or a choice without text
    │   └── ReplyUnreadableError  not the JSON of a chat completion
    └── BudgetReachedError   the number of calls or the cost allowed is used up; nothing was sent

Values, not errors: a reply cut at its length, a refusal, a filtered reply (`ModelReply.finish`) and one that is not
the JSON asked for (`ModelReply.schema_ignored`): they have a text, were paid, and the caller decides.

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


class NoteUnreadableError(UsageError):
    """A file was given as an earlier note and is none that this version can read."""


class DeskUnreadableError(UsageError):
    """The user's own tables cannot be read, or an entry in them is wrong."""


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


class ModelError(CounterclaimError):
    """A request to a language model ended without an answer."""


class PassingError(ModelError):
    """A fault that may pass. `retry_after`: seconds the server asked us to wait, None where it did not say.

    >>> PassingError("429", retry_after=2.0).retryable, PassingError("429", retry_after=2.0).retry_after
    (True, 2.0)
    """

    retryable = True

    def __init__(
        self,
        what: str,
        *,
        source: str | None = None,
        remedy: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        self.retry_after = retry_after
        super().__init__(what, source=source, remedy=remedy)


class RateLimitedError(PassingError):
    """Too many requests (429)."""


class ServerFaultError(PassingError):
    """The server failed or was busy (5xx, 408, 409), or put an error into a reply that says 200."""


class ModelTimeoutError(PassingError):
    """No whole answer in the time allowed. It may have been paid."""


class ConnectionLostError(PassingError):
    """The connection was refused, its host not found, or it was cut before the answer was whole."""


class SetupError(ModelError):
    """Every request will end like this until the user changes something."""


class KeyRefusedError(SetupError):
    """The endpoint does not accept the key (401, 403), or the key cannot be sent."""


class QuotaSpentError(SetupError):
    """The account has no money or quota left."""


class ModelUnknownError(SetupError):
    """The endpoint has no model of that name, or not for this key."""


class EndpointError(SetupError):
    """The base URL is not one, or what answers there is not an OpenAI-compatible API."""


class RequestRefusedError(ModelError):
    """The server does not accept this request (4xx). Others may go through."""


class PromptTooLongError(RequestRefusedError):
    """Prompt and reply together are longer than the model's context."""


class PromptFilteredError(RequestRefusedError):
    """The server's content filter stopped the prompt; no reply was made."""


class UnsupportedError(RequestRefusedError):
    """The server does not know `parameter`, which the ladder of abilities can do without."""

    def __init__(
        self, what: str, *, parameter: str, source: str | None = None, remedy: str | None = None
    ) -> None:
        self.parameter = parameter
        super().__init__(what, source=source, remedy=remedy)


class ReplyError(ModelError):
    """The model answered, perhaps for money, but there is no text in it."""

    retryable = True


class ReplyEmptyError(ReplyError):
    """No choices, or a choice without text."""


class ReplyUnreadableError(ReplyError):
    """The body is not the JSON of a chat completion."""


class BudgetReachedError(ModelError):
    """The calls or the cost allowed are used up. Nothing was sent."""
