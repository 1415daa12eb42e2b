"""The port to a language model: request, reply, key, and the protocol an adapter implements (room: port).

A step talks to a `Model` and to nothing else; the provider, the cache and the fixtures are all models, so one wraps
another and a test passes a fake of a few lines.
"""

import json
from hashlib import sha256
from typing import Literal, Protocol

from pydantic import JsonValue

from counterclaim.core.records import Record

Finish = Literal["stop", "length", "refusal", "content_filter"]
Json = JsonValue


class Message(Record):
    """One turn of the conversation sent."""

    role: Literal["system", "user", "assistant"]
    content: str


class ModelRequest(Record):
    """Everything that decides a reply, and nothing else: no headers, base URL or time-outs.

    `stage` and `slug` ("digest", the article's id) name the request in progress lines, fixtures and messages; they
    are not part of the key. `response_schema` is the JSON schema of the reply, or None for free text.
    """

    model: str
    messages: tuple[Message, ...]
    response_schema: dict[str, Json] | None = None
    schema_name: str | None = None
    temperature: float | None = 0.0
    max_tokens: int | None = None
    seed: int | None = None
    stage: str = "call"
    slug: str = ""


class TokenUsage(Record):
    """Tokens as the server counted them; None where it did not say."""

    input_tokens: int | None = None
    output_tokens: int | None = None


class ModelReply(Record):
    """What the model returned. `raw` is the body as received, kept before it was parsed; `cached`: nothing was paid.

    `text` is the JSON alone, without fences or prose around it, where a schema was asked for and there is any.
    `finish` is `length` where the text stops in mid-sentence; for `refusal` the text is the model's reason.
    `schema_ignored`: a schema was asked for, the reply is whole, and its text is not JSON of that shape. `model` is the
    one that the reply itself names.
    """

    text: str
    finish: Finish
    usage: TokenUsage = TokenUsage()
    raw: str
    cached: bool = False
    schema_ignored: bool = False
    model: str | None = None


class Model(Protocol):
    """Something that answers requests: a provider, or a wrapper around another model."""

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Answer one request.

        Raises:
            ModelError: A named outcome without an answer; `retryable` says whether asking again may help.
        """
        ...


class Keep(Protocol):
    """Told of every body a model was perhaps paid for, before anyone tries to read it."""

    def __call__(self, request: ModelRequest, raw: str) -> None:
        """Keep the body of the reply to a request. A later body for the same request replaces an earlier one."""
        ...


class Memory(Protocol):
    """A small lasting mapping of strings: what an endpoint and model turned out to support."""

    def get(self, key: str) -> str | None:
        """Return the value, or None where there is none."""
        ...

    def set(self, key: str, value: str) -> None:
        """Put a value, replacing any."""
        ...


def canonical_json(value: Json) -> str:
    """One spelling of a JSON value: sorted keys, no spaces, no escapes beyond the required.

    >>> canonical_json({"b": 1, "a": "é"})
    '{"a":"é","b":1}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def request_key(request: ModelRequest) -> str:
    """SHA-256 (hex) of what decides the reply: the one key of cache and fixtures.

    A field that is None is left out, so that a field which later versions add changes the key of no request that does
    without it: what has been paid and recorded is still found.

    >>> a = ModelRequest(model="m", messages=(Message(role="user", content="hi"),), slug="x")
    >>> request_key(a) == request_key(a.model_copy(update={"slug": "y"}))
    True
    """
    decisive = request.model_dump(mode="json", exclude={"stage", "slug"})
    given = {name: value for name, value in decisive.items() if value is not None}
    return sha256(canonical_json({"path": "chat/completions", **given}).encode()).hexdigest()
