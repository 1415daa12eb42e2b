"""Naming what a server answered instead of a reply: from status and body to one named error (room: edges; pure).

Servers agree on the status and on little else: the words are in `error.message`, in `error`, in a list of `detail`,
or are JSON within a string. All words that may be a complaint are collected and searched; what a server echoes of
our own request is not. A message of ours quotes the server, without control characters and without any key.
"""

import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import NamedTuple

from pydantic import SecretStr

from counterclaim.core.errors import (
    EndpointError,
    KeyRefusedError,
    ModelError,
    ModelUnknownError,
    PromptFilteredError,
    PromptTooLongError,
    QuotaSpentError,
    RateLimitedError,
    RequestRefusedError,
    ServerFaultError,
    UnsupportedError,
)
from counterclaim.core.model import Json, ModelRequest
from counterclaim.outside.schemas import parse_json

_WORDY = frozenset({"error", "message", "msg", "detail", "code", "type", "param", "loc", "metadata", "raw"})
_LONGEST_QUOTE = 300
_LONGEST_SEARCHED = 8000
_LEAST_SECRET = 6
_KEY_LIKE = re.compile(
    r"\b(?:[spr]k|gsk|xai|hf)[-_][\w\-*]{6,}|\bbearer\s+[\w\-.*]{6,}|(?<![\w\-])[\w\-]{0,80}\*{3,}[\w\-*]*",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*(?:<!--.{0,200}?-->\s*)?<(?:!doctype|html|head)\b", re.IGNORECASE | re.DOTALL)
_QUOTA = re.compile(
    r"insufficient[_ ](?:quota|balance|credits|funds)|exceeded your current quota|billing[_ ]hard[_ ]limit"
    r"|credit balance is too low"
)
_TOO_LONG = re.compile(
    r"context[_ ](?:length|window|size)|maximum context|too many tokens|prompt is too long"
    r"|input is too long|must be at least 1, got -"
)
_FILTERED = re.compile(r"content[_ ]filter|content management policy|responsibleaipolicy")
_NO_MODEL = re.compile(
    r"model[_ ]not[_ ]found|not a valid model|no such model|unknown model|invalid model"
    r"|\bmodels?\b.{0,120}?\b(?:not found|(?:does|do)(?:n't| not) exist|not exist|is not available|not loaded)"
)
_BAD_KEY = re.compile(r"\b(?:api|access)[_ -]?key\b")
_UNSUPPORTED = re.compile(
    r"unsupported|n[o']t support|not implemented|unrecogni[sz]ed|unknown|unavailable|not available|deprecated"
    r"|not allowed|not permitted|forbidden|not one of the allowed|must be (?:one of|')|supported values are"
    r"|input should be '|invalid[_ ]json[_ ]schema|invalid schema|failed to parse grammar|json_validate_failed"
    r"|support the (?:requested|provided)|only .{1,12} (?:is|are) allowed"
)
_ALIASES = {
    "response_format": (
        r"response[_ ]?(?:format|schema)|json[_ ](?:schema|object|mode|validate_failed)|structured[_ ]outputs?|grammar"
    ),
    "max_completion_tokens": "max_completion_tokens",
    "max_tokens": "max_tokens",
    "seed": "seed",
    "temperature": "temperature",
}
_NAMES = {name: re.compile(rf"(?<![a-z_])(?:{words})(?![a-z_])") for name, words in _ALIASES.items()}
_ELSEWHERE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED})
_BUSY = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_EARLY})
_MAY_BE_QUOTA = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS})
_MAY_BE_UNSUPPORTED = _ELSEWHERE | {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.NOT_IMPLEMENTED,
}


class Question(NamedTuple):
    """What was asked and where, for messages. `parameters`: those sent that can be left out; `key`: to keep it out."""

    request: ModelRequest
    address: str = ""
    parameters: tuple[str, ...] = ()
    key: SecretStr | None = None
    key_variable: str = "OPENAI_API_KEY"

    @property
    def name(self) -> str:
        """The input that a message names: the stage and what it is about."""
        return f"{self.request.stage} {self.request.slug}".strip()

    @property
    def place(self) -> str:
        """Where, as the end of a clause."""
        return f" at {self.address}" if self.address else ""


class Answer(NamedTuple):
    """A response as received: status, body, and the seconds it asks us to wait, if any."""

    status: int
    body: str
    retry_after: float | None = None


class _Complaint(NamedTuple):
    """What the server says: all its words in lower case, the parameter it names, one sentence to quote."""

    words: str
    parameter: str
    quote: str


def hide_key(text: str, key: SecretStr | None = None) -> str:
    """Remove a key, and what looks like one or is half hidden already, from a server's words.

    >>> hide_key("Incorrect API key provided: sk-ab**********yz.", SecretStr("sk-abcdefyz"))
    'Incorrect API key provided: ***.'
    """
    bare = key.get_secret_value() if key else ""
    without = text.replace(bare, "***") if len(bare) >= _LEAST_SECRET else text
    return _KEY_LIKE.sub("***", without)


def is_page(body: str) -> bool:
    """Whether a body is a web page, as at an address that is no API.

    >>> is_page("<!DOCTYPE html><title>Welcome</title>"), is_page('{"error": "<html>"}')
    (True, False)
    """
    return _PAGE.match(body) is not None


def read_fault(answer: Answer, question: Question) -> ModelError:
    """Name the outcome of a response that is not a reply.

    >>> question = Question(ModelRequest(model="m", messages=(), slug="port-fire"))
    >>> print(read_fault(Answer(503, "busy", retry_after=2.0), question))
    'call port-fire': the server failed (503): busy; try again later
    """
    complaint = _read_complaint(answer.body, question)
    status = answer.status
    if status == HTTPStatus.PAYMENT_REQUIRED or (status in _MAY_BE_QUOTA and _QUOTA.search(complaint.words)):
        return _no_quota(complaint, question)
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return _refused_key(answer, complaint, question)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return _rate_limited(answer, complaint, question)
    if status in _BUSY or (
        status >= HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.NOT_IMPLEMENTED
    ):
        return _server_fault(answer, complaint, question)
    return _read_refusal(answer, complaint, question)


def no_endpoint(what: str, question: Question, *, said: str = "") -> EndpointError:
    """The error for an address that is not an API; `said`: the end of the clause, as the server put it."""
    return EndpointError(
        f"{what}{question.place}{said}",
        source=question.name,
        remedy="set OPENAI_BASE_URL to the base of an OpenAI-compatible API (it usually ends in /v1)",
    )


def _read_refusal(answer: Answer, complaint: _Complaint, question: Question) -> ModelError:
    """The other 4xx: the more particular the complaint, the earlier it is looked for."""
    name, words = question.name, complaint.words
    if answer.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or _TOO_LONG.search(words):
        return PromptTooLongError(
            f"longer than the context of {question.request.model}{complaint.quote}",
            source=name,
            remedy="read it in passages, or use a model with a larger context",
        )
    if _FILTERED.search(words):
        return PromptFilteredError(
            f"the server's content filter stopped the prompt{complaint.quote}",
            source=name,
            remedy="use another model for this article",
        )
    parameter = _find_unsupported(answer.status, complaint, question.parameters)
    if parameter is not None:
        return UnsupportedError(
            f"the server does not support {parameter!r} for {question.request.model}{complaint.quote}",
            parameter=parameter,
            source=name,
            remedy="use another model or endpoint",
        )
    if _NO_MODEL.search(words):
        return ModelUnknownError(
            f"no model {question.request.model!r}{question.place}{complaint.quote}",
            source=name,
            remedy="give --model a name that this endpoint lists",
        )
    return _refused_request(answer, complaint, question)


def _refused_request(answer: Answer, complaint: _Complaint, question: Question) -> ModelError:
    if _BAD_KEY.search(complaint.words):
        return _refused_key(answer, complaint, question)
    elsewhere = answer.status in _ELSEWHERE or answer.status < HTTPStatus.BAD_REQUEST
    if elsewhere or is_page(answer.body):
        return no_endpoint(f"no chat completions ({answer.status})", question, said=complaint.quote)
    return RequestRefusedError(
        f"the server refused the request ({answer.status}){complaint.quote}",
        source=question.name,
        remedy="see what it says; other requests may go through",
    )


def _find_unsupported(status: int, complaint: _Complaint, sent: tuple[str, ...]) -> str | None:
    """Which of the parameters sent the server says it does not know: by its `param`, else the first one it names."""
    if status not in _MAY_BE_UNSUPPORTED or not _UNSUPPORTED.search(complaint.words):
        return None
    if complaint.parameter in sent:
        return complaint.parameter
    places = {name: found.start() for name in sent if (found := _NAMES[name].search(complaint.words))}
    return min(places, key=places.__getitem__, default=None)


def _refused_key(answer: Answer, complaint: _Complaint, question: Question) -> KeyRefusedError:
    # What a server says to a wrong key often repeats it; what it says to a right one without the right does not.
    if answer.status == HTTPStatus.FORBIDDEN:
        verdict, said = "forbids the request", complaint.quote
    else:
        verdict, said = "does not accept the key" if question.key else "asks for a key", ""
    return KeyRefusedError(
        f"the endpoint{question.place} {verdict} ({answer.status}){said}",
        source=question.name,
        remedy=f"set {question.key_variable} to a key that is valid for it",
    )


def _no_quota(complaint: _Complaint, question: Question) -> QuotaSpentError:
    return QuotaSpentError(
        f"no quota is left for this key{question.place}{complaint.quote}",
        source=question.name,
        remedy="add credit to the account, or use another endpoint",
    )


def _rate_limited(answer: Answer, complaint: _Complaint, question: Question) -> RateLimitedError:
    wait = f", which asks to wait {answer.retry_after:.0f} s" if answer.retry_after else ""
    return RateLimitedError(
        f"too many requests for the endpoint{question.place}{wait}{complaint.quote}",
        source=question.name,
        remedy="try again later, or lower --concurrency",
        retry_after=answer.retry_after,
    )


def _server_fault(answer: Answer, complaint: _Complaint, question: Question) -> ServerFaultError:
    return ServerFaultError(
        f"the server{question.place} failed ({answer.status}){complaint.quote}",
        source=question.name,
        remedy="try again later",
        retry_after=answer.retry_after,
    )


def _read_complaint(body: str, question: Question) -> _Complaint:
    parsed = parse_json(body)
    said = list(_strings(parsed)) if isinstance(parsed, dict | list) else [] if is_page(body) else [body]
    error = parsed.get("error") if isinstance(parsed, dict) else None
    outer = error if isinstance(error, dict) else parsed if isinstance(parsed, dict) else {}
    parameter = outer.get("param")
    first = next((text for text in (outer.get("message"), error) if isinstance(text, str)), " ".join(said))
    return _Complaint(
        words=" ".join(said)[:_LONGEST_SEARCHED].lower(),
        parameter=parameter.split(".")[0] if isinstance(parameter, str) else "",
        quote=_quote(first, question.key),
    )


def _strings(value: Json, key: str = "error") -> Iterator[str]:
    """Every string that is the server's own word. Values under other names may be an echo of what we sent."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in _WORDY:
                yield from _strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, key)
    elif isinstance(value, str):
        yield value


def _quote(text: str, key: SecretStr | None) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in hide_key(text, key)).split())
    if not line:
        return ""
    return f": {line[:_LONGEST_QUOTE]}…" if len(line) > _LONGEST_QUOTE else f": {line}".rstrip(".;")
