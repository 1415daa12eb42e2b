"""Which model answers: an endpoint, a file on this machine, a cache, fixtures, and the limits around them (room: steps).

The order of the layers keeps the promises: what is stored is never asked again and uses up no budget, a body is
stored before it is read, and everything that is answered is counted.
"""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from pydantic import Field, SecretStr

from counterclaim.core.errors import ModelError, UsageError
from counterclaim.core.model import Keep, Memory, Model, ModelReply, ModelRequest, TokenUsage
from counterclaim.core.records import Record, Usage
from counterclaim.core.wrappers import Concurrent, Limited, Metered
from counterclaim.outside.connection import OPENAI_URL, Endpoint
from counterclaim.outside.faults import Answer, Question, read_fault
from counterclaim.outside.fixtures import FixtureResponse, Fixtures
from counterclaim.outside.local import CONTEXT, find_gguf, serve_gguf
from counterclaim.outside.prices import cost, find_price
from counterclaim.outside.provider import Provider
from counterclaim.outside.replay import FixtureModel, RecordMode
from counterclaim.outside.replies import reread_reply
from counterclaim.outside.retries import Pace, Patience, read_retry_after
from counterclaim.outside.store import CachedModel, CacheMemory, Offline, Recording, Replies
from counterclaim.outside.tokens import count_tokens

_LEAST_PRIVATE = 6  # characters: a shorter name of a machine is a word that articles use
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class ModelSettings(Record):
    """What the options and the environment say about the model.

    `name` is what the user gave, with `gguf:` before a file. `cache` is the folder of replies, `story` the fixtures'
    folder in `fixtures`; `private` are texts that no fixture may hold beside key and host, such as the machine's name.
    """

    name: str
    base_url: str | None = None
    key: SecretStr | None = None
    cache: Path
    offline: bool = False
    fixtures: Path | None = None
    story: str = "story"
    record: RecordMode = "none"
    max_calls: int | None = None
    max_cost: float | None = None
    concurrency: int = Field(default=4, ge=1)
    context: int | None = None
    timeout: float = 600.0
    private: tuple[str, ...] = ()

    @property
    def model(self) -> str:
        """The model's name in requests; a file's name where it is a file, so that no path is stored."""
        path = find_gguf(self.name)
        return path.name if path else self.name

    @property
    def room(self) -> int | None:
        """Tokens of a prompt and its reply together; None where only the server knows."""
        return self.context or (CONTEXT if find_gguf(self.name) else None)

    @property
    def replays(self) -> bool:
        """Whether all answers come from fixtures, and nobody is asked."""
        return self.fixtures is not None and self.record == "none"

    @property
    def asks(self) -> bool:
        """Whether an endpoint may be asked."""
        return not (self.offline or self.replays)


class World(NamedTuple):
    """What the stack takes from the world: the pace of its retries, how patient they are, and the day."""

    pace: Pace
    today: dt.date
    patience: Patience = Patience()


class Meter(Protocol):
    """A model that counts what it answers, and keeps what models the replies name."""

    @property
    def usage(self) -> Usage:
        """The sums so far."""
        ...

    @property
    def named(self) -> tuple[str, ...]:
        """The models that the replies name."""
        ...

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Answer, and count."""
        ...


class Watched:
    """A `Meter` that tells of every answer as it comes, for a progress bar."""

    def __init__(self, meter: Meter, tell: Callable[[Usage], None]) -> None:
        self._meter, self._tell = meter, tell

    @property
    def usage(self) -> Usage:
        """The sums so far."""
        return self._meter.usage

    @property
    def named(self) -> tuple[str, ...]:
        """The models that the replies name."""
        return self._meter.named

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Answer, and tell the sums so far."""
        reply = await self._meter.ask(request)
        self._tell(self._meter.usage)
        return reply


def check_settings(settings: ModelSettings) -> None:
    """Refuse what cannot work before any article is read.

    Raises:
        UsageError: The options contradict each other, there is no key, or a cost limit that cannot be kept.
    """
    check_stores(settings)
    if not settings.asks:
        return
    if find_gguf(settings.name) is None and settings.base_url is None and settings.key is None:
        raise UsageError(
            "no endpoint is configured for it",
            source=f"--model {settings.name}",
            remedy="set OPENAI_API_KEY, or OPENAI_BASE_URL to the address of an OpenAI-compatible server",
        )
    if settings.max_cost is not None and find_price(settings.model) is None:
        what = f"a cost limit cannot be kept: no price is known for {settings.model!r}"
        raise UsageError(what, source="--max-cost", remedy="use --max-calls")


def check_stores(settings: ModelSettings) -> None:
    """Refuse fixtures and recording that cannot work; all that an estimate needs, which asks nobody.

    Raises:
        UsageError: The options contradict each other.
    """
    if settings.record != "none" and settings.fixtures is None:
        raise UsageError(
            "there is no folder to record into",
            source=f"--record {settings.record}",
            remedy="give --fixtures DIR",
        )
    if settings.record != "none" and settings.offline:
        raise UsageError("nothing can be recorded offline", remedy="leave out --offline or --record")
    if settings.fixtures is not None and settings.replays and not settings.fixtures.is_dir():
        raise UsageError(
            "there is no such folder of fixtures",
            source=str(settings.fixtures),
            remedy="check its name, or record into it with --record once",
        )


@asynccontextmanager
async def open_model(settings: ModelSettings, world: World) -> AsyncIterator[Meter]:
    """Open the model that the settings describe; its connections, cache and server close with the context.

    Raises:
        UsageError: See `check_settings`; a model file or the extra `local` is missing.
        SetupError: The base URL or the key cannot be used.
        StoreError: The cache cannot be opened.
    """
    check_settings(settings)
    price = price_of(settings.model)
    async with AsyncExitStack() as stack:
        if settings.replays:
            yield Metered(_replaying(settings), price)
            return
        yield Metered(_stored(settings, world, stack), price)


def _replaying(settings: ModelSettings) -> Model:
    return FixtureModel(_fixtures(settings), reread_reply, fail=_name_fault)


def _stored(settings: ModelSettings, world: World, stack: AsyncExitStack) -> Model:
    """The cache, and behind it the endpoint or nobody; when recording, the fixtures are before it."""
    from counterclaim.outside.cache import DiskCache  # noqa: PLC0415 - a replay needs no database

    cache = stack.enter_context(DiskCache(settings.cache))
    recording = Recording(_describe_server(settings), world.today)
    replies = Replies(cache, reread_reply, recording)
    if settings.offline:
        return CachedModel(Offline(), replies)
    memory = CacheMemory(cache)
    provider = _AtFirstCall(lambda: _open_provider(settings, world, stack, keep=replies.keep, memory=memory))
    live = _limited(settings, provider)
    if settings.record == "none":
        return CachedModel(live, replies)
    # `all` asks anew, so it looks into no cache; what is answered is kept there all the same.
    behind = CachedModel(live, replies) if settings.record == "once" else live
    return FixtureModel(
        _fixtures(settings),
        reread_reply,
        model=behind,
        record=settings.record,
        recording=recording,
        fail=_name_fault,
    )


class _AtFirstCall:
    """A model that is opened when it is first asked.

    A run that finds everything stored loads neither the SDK, which takes longer than the run, nor a model file.
    """

    def __init__(self, open_: Callable[[], Model]) -> None:
        self._open = open_
        self._model: Model | None = None

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Open the model if that is not done, and pass the request on."""
        self._model = self._model or self._open()
        return await self._model.ask(request)


@contextmanager
def serve_endpoint(settings: ModelSettings) -> Iterator[Endpoint]:
    """The endpoint of the settings; for a model file, the one that serves it while the context lasts.

    Raises:
        UsageError: The file or the extra `local` is missing.
        EndpointError: The file cannot be loaded.
    """
    path = find_gguf(settings.name)
    if path is None:
        url = settings.base_url or OPENAI_URL
        yield Endpoint(base_url=url, key=settings.key, timeout=settings.timeout)
        return
    with serve_gguf(path, context=settings.context) as served:
        yield Endpoint(base_url=served.base_url, key=served.key, timeout=settings.timeout)


def _open_provider(
    settings: ModelSettings, world: World, stack: AsyncExitStack, *, keep: Keep, memory: Memory
) -> Provider:
    """The endpoint, or the server of a file on this machine; the stack closes it."""
    endpoint = stack.enter_context(serve_endpoint(settings))
    provider = Provider(endpoint, world.pace, keep=keep, memory=memory, patience=world.patience)
    stack.push_async_callback(provider.close)
    return provider


def _limited(settings: ModelSettings, provider: Model) -> Model:
    price = price_of(settings.model) if settings.max_cost is not None else None
    limited = Limited(
        provider,
        max_calls=settings.max_calls,
        max_cost=settings.max_cost,
        price=price,
        forecast=forecast_of(settings.model),
    )
    # A file is served one call at a time: more would only wait, and count their wait as the server's.
    return Concurrent(limited, 1 if find_gguf(settings.name) else settings.concurrency)


def _fixtures(settings: ModelSettings) -> Fixtures:
    if settings.fixtures is None:
        raise UsageError("there is no folder of fixtures", remedy="give --fixtures DIR")
    return Fixtures(settings.fixtures, settings.story, private=private_texts(settings))


def private_texts(settings: ModelSettings) -> tuple[str, ...]:
    """Texts that no fixture may hold: the key, the endpoint's host, the machine's name where it is no common word."""
    host = urlsplit(settings.base_url or "").hostname or ""
    key = settings.key.get_secret_value().strip() if settings.key else ""
    names = (key, "" if host in _LOOPBACK else host, *settings.private)
    return tuple(name for name in names if len(name) >= _LEAST_PRIVATE)


def _describe_server(settings: ModelSettings) -> str:
    """What kind of server answers, without its name."""
    if find_gguf(settings.name):
        return "llama.cpp in this process"
    host = urlsplit(settings.base_url or OPENAI_URL).hostname
    if host == urlsplit(OPENAI_URL).hostname:
        return "OpenAI"
    place = "this machine" if host in _LOOPBACK else "the network"
    return f"an OpenAI-compatible server on {place}"


def _name_fault(request: ModelRequest, response: FixtureResponse) -> ModelError:
    """The error that the provider would have raised for a recorded response with this status."""
    wait = read_retry_after(response.headers, dt.datetime.min.replace(tzinfo=dt.UTC))
    return read_fault(Answer(response.status, response.raw, wait), Question(request))


def price_of(model: str) -> Callable[[ModelRequest, TokenUsage], float | None]:
    """What an answered call costs, in dollars; None where the price or the tokens are not known.

    >>> price_of("a-model-of-my-own")(ModelRequest(model="m", messages=()), TokenUsage()) is None
    True
    """

    def price(_request: ModelRequest, usage: TokenUsage) -> float | None:
        dollars = cost(usage, model)
        return None if dollars is None else float(dollars)

    return price


def forecast_of(model: str) -> Callable[[ModelRequest], float | None]:
    """At most what a call will cost: the tokens of its prompt, and as many for the reply as it may have."""
    price = price_of(model)

    def forecast(request: ModelRequest) -> float | None:
        if find_price(model) is None or request.max_tokens is None:
            return None
        tokens = count_prompt(request)
        return price(request, TokenUsage(input_tokens=tokens, output_tokens=request.max_tokens))

    return forecast


def count_prompt(request: ModelRequest) -> int:
    """The tokens of all messages, with the few that frame each of them."""
    return sum(count_tokens(message.content, request.model).count + 4 for message in request.messages)


def live_world(now: Callable[[], dt.datetime], chance: Callable[[], float]) -> World:
    """The world as it is: real sleep, and the clock and the chance that the face passes in."""
    return World(Pace(asyncio.sleep, chance, now), now().date())
