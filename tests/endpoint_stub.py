"""A scripted endpoint behind the real SDK: answers from a list, and a log of what it was asked."""

import asyncio
import datetime as dt
import json
from collections.abc import Callable, Sequence

import httpx2
from pydantic import SecretStr

from counterclaim.core.model import Json, Keep, Memory, Message, ModelReply, ModelRequest
from counterclaim.outside.connection import Endpoint
from counterclaim.outside.provider import Provider
from counterclaim.outside.retries import Pace, Patience

KEY = "sk-test-3f9a77c2d1e0"
NOON = dt.datetime(2025, 10, 12, 12, tzinfo=dt.UTC)
SCHEMA: dict[str, Json] = {
    "type": "object",
    "properties": {"toll": {"type": "integer"}, "place": {"type": "string"}},
    "required": ["toll", "place"],
}
GOOD = '{"toll": 12, "place": "Karsk"}'
HTML = "<!DOCTYPE html><html><head><title>Welcome</title></head><body>It works</body></html>"
Reaction = httpx2.Response | Exception | Callable[[httpx2.Request], httpx2.Response]


class Script:
    """Plays its reactions in order, the last one for ever."""

    def __init__(self, *reactions: Reaction) -> None:
        self.reactions, self.bodies, self.headers = (
            list(reactions),
            list[dict[str, Json]](),
            list[httpx2.Headers](),
        )

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.bodies.append(json.loads(request.content or b"{}"))
        self.headers.append(request.headers)
        reaction = self.reactions.pop(0) if len(self.reactions) > 1 else self.reactions[0]
        if isinstance(reaction, Exception):
            raise reaction
        if isinstance(reaction, httpx2.Response):
            return httpx2.Response(
                reaction.status_code, headers=dict(reaction.headers), content=reaction.content
            )
        return reaction(request)

    @property
    def forms(self) -> list[str]:
        """The form asked for in each request: the type of its `response_format`, or text."""
        formats = [body.get("response_format") for body in self.bodies]
        return [str(asked["type"]) if isinstance(asked, dict) else "text" for asked in formats]


class Naps:
    """A sleep that takes no time and remembers how long it was to take."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)


def ask_for(
    *, schema: dict[str, Json] | None = SCHEMA, seed: int | None = None, max_tokens: int | None = None
) -> ModelRequest:
    messages = (
        Message(role="system", content="Read the article."),
        Message(role="user", content="A mine fell in."),
    )
    return ModelRequest(
        model="small-1",
        messages=messages,
        response_schema=schema,
        seed=seed,
        max_tokens=max_tokens,
        stage="digest",
        slug="karsk-mine",
    )


def completion(
    content: Json = GOOD,
    *,
    finish: str | None = "stop",
    usage: Json = None,
    **message: Json,
) -> httpx2.Response:
    body: dict[str, Json] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "model": "small-1",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": content} | message,
            }
        ],
    }
    counted = {"prompt_tokens": 40, "completion_tokens": 9} if usage is None else usage
    return httpx2.Response(200, json=body | ({"usage": counted} if counted else {}))


def refusal(
    status: int, message: str, *, headers: dict[str, str] | None = None, **error: Json
) -> httpx2.Response:
    return httpx2.Response(status, headers=headers, json={"error": {"message": message} | error})


def make_provider(
    script: Script,
    *,
    naps: Naps | None = None,
    keep: Keep | None = None,
    memory: Memory | None = None,
    patience: Patience | None = None,
    key: str | None = KEY,
) -> Provider:
    return Provider(
        Endpoint(
            base_url="http://models.test/v1", key=SecretStr(key) if key is not None else None, timeout=5
        ),
        Pace(sleep=naps or Naps(), chance=lambda: 0.5, now=lambda: NOON),
        keep=keep or (lambda _request, _raw: None),
        memory=memory,
        patience=patience or Patience(attempts=3, first=1.0),
        transport=httpx2.MockTransport(script),
    )


def ask_once(provider: Provider, request: ModelRequest | None = None) -> ModelReply:
    return ask_all(provider, [request or ask_for()])[0]


def ask_all(provider: Provider, requests: Sequence[ModelRequest]) -> list[ModelReply]:
    async def run() -> list[ModelReply]:
        async with provider:
            return [await provider.ask(request) for request in requests]

    return asyncio.run(run())


def assert_clean(error: BaseException | None) -> None:
    """Nothing of the SDK or the transport hangs on the error: they hold the request with its headers."""
    assert error is not None
    assert (error.__cause__, error.__context__) == (None, None)
    assert KEY not in f"{error} {error!r} {vars(error)!r} {error.args!r}"
