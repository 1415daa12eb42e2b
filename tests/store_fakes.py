"""Small doubles behind the real ports, for the tests of the store."""

import asyncio
import datetime as dt
import json
from collections.abc import Iterator

from counterclaim.core.errors import ReplyUnreadableError
from counterclaim.core.model import Finish, Json, Keep, Message, ModelReply, ModelRequest, TokenUsage
from counterclaim.outside.store import Recording

RECORDING = Recording(server="a stub", date=dt.date(2026, 5, 4))


def make_request(text: str = "Read this.", **fields: Json) -> ModelRequest:
    messages = (Message(role="system", content="You read."), Message(role="user", content=text))
    return ModelRequest.model_validate(
        {"model": "small", "messages": messages, "stage": "digest", "slug": "a1"} | fields
    )


def write_reply(text: str, finish: Finish = "stop", **fields: Json) -> str:
    """A body in the shape of the real one, as far as these tests need it."""
    choice = {"message": {"content": text}, "finish_reason": finish}
    return json.dumps({"choices": [choice], "usage": {"prompt_tokens": 7}} | fields)


def parse(request: ModelRequest, raw: str) -> ModelReply:
    try:
        body = json.loads(raw)
    except ValueError as error:
        raise ReplyUnreadableError("not JSON", source=request.slug) from error
    choice = body["choices"][0]
    text = choice["message"]["content"]
    return ModelReply(
        text=text,
        finish=choice["finish_reason"],
        usage=TokenUsage(input_tokens=body["usage"]["prompt_tokens"]),
        raw=raw,
        schema_ignored=request.response_schema is not None and not text.startswith("{"),
    )


class DictCache:
    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.texts.get(key)

    def put(self, key: str, text: str) -> None:
        self.texts[key] = text

    def delete(self, key: str) -> None:
        del self.texts[key]

    def keys(self, prefix: str = "") -> Iterator[str]:
        return (key for key in sorted(self.texts) if key.startswith(prefix))


class Scripted:
    """A model that gives the bodies or errors of a list in turn, and keeps bodies as a provider does."""

    def __init__(self, *script: str | Exception, keep: Keep | None = None) -> None:
        self._script, self._keep, self.asked = list(script), keep, list[ModelRequest]()

    async def ask(self, request: ModelRequest) -> ModelReply:
        self.asked.append(request)
        await asyncio.sleep(0)
        given = self._script.pop(0)
        if isinstance(given, Exception):
            raise given
        if self._keep is not None:
            self._keep(request, given)
        return parse(request, given)
