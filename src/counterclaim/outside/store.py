"""Replies that have been paid, and the model that asks them before it asks another (room: edges).

A reply is stored as the body that came, under the `request_key`, before anybody reads it: `Replies.keep` is the `Keep`
of a provider. It is read by the provider's own function, passed in as `parse`. Only answers stay: a failure, a refusal
and a filtered reply are forgotten. So is a body that ignored its schema, unless the model that gave it said that this
is its last word, for then a provider was on its way down the ladder of abilities.
"""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Annotated, Literal, NamedTuple, Protocol
from weakref import WeakValueDictionary

from pydantic import Field, ValidationError

from counterclaim.core.errors import CounterclaimError, ModelError, SetupError
from counterclaim.core.model import Model, ModelReply, ModelRequest, request_key
from counterclaim.core.records import Record

Parse = Callable[[ModelRequest, str], ModelReply]
REPLY, MEMORY = "reply/", "memory/"
_NO_ANSWER = frozenset({"refusal", "content_filter"})


class StoreError(CounterclaimError):
    """The cache or a fixture cannot be used as it is. It is about our own files, not about the model."""


class CacheError(StoreError):
    """The cache cannot be opened, read or written, or holds something that we did not write."""


class NotStoredError(SetupError):
    """Offline, and no reply to this request is stored: the user has to record it."""


class Cache(Protocol):
    """Texts under keys, for good: what is put is on disk when `put` returns."""

    def get(self, key: str) -> str | None:
        """The text under a key, None if there is none."""
        ...

    def put(self, key: str, text: str) -> None:
        """Store a text in place of what was there."""
        ...

    def delete(self, key: str) -> None:
        """Remove a key, if it is there."""
        ...

    def keys(self, prefix: str = "") -> Iterator[str]:
        """All keys that begin so."""
        ...


class Recorded(Record):
    """A reply that a model gave. `server` says what kind of server it was, and names no host."""

    kind: Literal["recorded"] = "recorded"
    model: str
    server: str
    date: dt.date


class HandWritten(Record):
    """A reply that somebody wrote, and why no server was asked for it."""

    kind: Literal["hand-written"] = "hand-written"
    why: str = Field(min_length=1)


Origin = Annotated[Recorded | HandWritten, Field(discriminator="kind")]


class Recording(NamedTuple):
    """What a reply recorded in this run says of its origin."""

    server: str
    date: dt.date

    def of(self, request: ModelRequest) -> Recorded:
        """The origin of a reply to this request."""
        return Recorded(model=request.model, server=self.server, date=self.date)


class StoredReply(Record):
    """A body as it came, with the request it answers. `final`: it ignores the schema, and is all there is."""

    request: ModelRequest
    body: str
    origin: Recorded
    final: bool = False


class Replies:
    """The replies in a cache.

    Args:
        cache: Where they are.
        parse: Reads a body that came with status 200, as the provider does; it may raise a `ModelError`.
        recording: What is noted with a new reply.
    """

    def __init__(self, cache: Cache, parse: Parse, recording: Recording) -> None:
        self._cache, self._parse, self._recording = cache, parse, recording

    def keep(self, request: ModelRequest, raw: str) -> None:
        """Store the body of the reply to a request, in place of an earlier one. This is a `Keep`."""
        self._put(StoredReply(request=request, body=raw, origin=self._recording.of(request)))

    def settle(self, request: ModelRequest, reply: ModelReply) -> None:
        """Store what a model returned in the end, where it differs from what was kept; or forget it, if no answer."""
        if reply.finish in _NO_ANSWER:
            self.forget(request)
            return
        stored = load_reply(self._cache, request_key(request))
        if stored is None or stored.body != reply.raw or stored.final != reply.schema_ignored:
            origin = self._recording.of(request)
            self._put(StoredReply(request=request, body=reply.raw, origin=origin, final=reply.schema_ignored))

    def recall(self, request: ModelRequest) -> ModelReply | None:
        """The stored answer to a request, marked as cached; None where there is none that can be read as one.

        Raises:
            CacheError: What is stored under its key is not a reply to it.
        """
        stored = load_reply(self._cache, request_key(request))
        if stored is None:
            return None
        try:
            reply = self._parse(request, stored.body)
        except ModelError:
            return None
        if reply.finish in _NO_ANSWER or (reply.schema_ignored and not stored.final):
            return None
        return reply.model_copy(update={"cached": True})

    def forget(self, request: ModelRequest) -> None:
        """Remove what is stored for a request, if anything."""
        key = REPLY + request_key(request)
        if self._cache.get(key) is not None:
            self._cache.delete(key)

    def _put(self, reply: StoredReply) -> None:
        self._cache.put(REPLY + request_key(reply.request), reply.model_dump_json())


class CachedModel:
    """A `Model` that asks another one only for what is not stored. Two equal requests at once cost one call.

    The second waits for the first. If that ended without an answer, the second asks for itself.
    """

    def __init__(self, model: Model, replies: Replies) -> None:
        self._model, self._replies = model, replies
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Answer from the store, else from the model, and then it is stored before it is returned.

        Raises:
            ModelError: The model's; nothing is stored.
            CacheError: The cache cannot be used.
        """
        turn = self._turns.setdefault(request_key(request), asyncio.Lock())
        async with turn:
            return self._replies.recall(request) or await self._ask_model(request)

    async def _ask_model(self, request: ModelRequest) -> ModelReply:
        try:
            reply = await self._model.ask(request)
        except ModelError:
            self._replies.forget(request)
            raise
        self._replies.settle(request, reply)
        return reply


class Offline:
    """The `Model` behind a cache when nothing may be asked: it knows no answer, and says how to get one."""

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Raise, always.

        Raises:
            NotStoredError: Every time.
        """
        raise NotStoredError(
            f"no reply of {request.model} is stored, and nothing is asked offline",
            source=f"{request.stage} {request.slug}".strip(),
            remedy="run the same command once without --offline, with an endpoint and its key, or give recorded replies"
            " with --fixtures DIR",
        )


class CacheMemory:
    """A `Memory` in a cache, apart from the replies."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get(self, key: str) -> str | None:
        """The value, or None where there is none."""
        return self._cache.get(MEMORY + key)

    def set(self, key: str, value: str) -> None:
        """Put a value, replacing any."""
        self._cache.put(MEMORY + key, value)


def load_reply(cache: Cache, key: str) -> StoredReply | None:
    """The reply under a request's key, None if there is none.

    Raises:
        CacheError: What is there is not a reply to that request.
    """
    text = cache.get(REPLY + key)
    if text is None:
        return None
    try:
        reply = StoredReply.model_validate_json(text)
    except ValidationError as error:
        raise _foreign(key, "it is no reply") from error
    if request_key(reply.request) != key:
        raise _foreign(key, "it answers another request")
    return reply


def _foreign(key: str, why: str) -> CacheError:
    remedy = "`counterclaim cache clear` removes all replies"
    return CacheError(f"the cache holds something else under {key[:12]}: {why}", remedy=remedy)
