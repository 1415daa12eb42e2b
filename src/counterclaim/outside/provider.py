"""Any OpenAI-compatible endpoint as a `Model` (room: edges).

A body is handed to `keep` before it is read, so that a paid answer is never lost. What the endpoint and model turn
out not to support is left out from then on.
"""

from functools import partial, reduce
from typing import TYPE_CHECKING, Self

from counterclaim.core.errors import ModelError, UnsupportedError
from counterclaim.core.model import Json, Keep, Memory, ModelReply, ModelRequest, TokenUsage
from counterclaim.outside.abilities import (
    Abilities,
    PassingMemory,
    abilities_key,
    recall_abilities,
    step_down,
    step_down_form,
    write_body,
)
from counterclaim.outside.connection import Connection, Endpoint
from counterclaim.outside.faults import Question, no_endpoint
from counterclaim.outside.replies import read_reply, take_json
from counterclaim.outside.retries import Pace, Patience, ask_patiently
from counterclaim.outside.schemas import parse_json

if TYPE_CHECKING:
    from types import TracebackType

    import httpx2

_LEAVABLE = ("response_format", "max_completion_tokens", "max_tokens", "seed", "temperature")


def _keep_nothing(request: ModelRequest, raw: str) -> None:
    """Keep nothing: for runs without a cache."""


class Provider:
    """A `Model` at an endpoint. Use it as an async context, or `close` it.

    Args:
        endpoint: Where and with which key.
        pace: Sleep, chance and clock for the retries.
        keep: Is given every body that came with status 200, before it is read.
        memory: Remembers what the endpoint and model turned out to support.
        patience: The bounds of the retries.
        transport: Carries the requests in place of the network.

    Raises:
        EndpointError: The base URL is not one.
        KeyRefusedError: The key cannot be sent in a header.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        pace: Pace,
        *,
        keep: Keep = _keep_nothing,
        memory: Memory | None = None,
        patience: Patience = Patience(),  # noqa: B008 -- an immutable tuple
        transport: "httpx2.AsyncBaseTransport | None" = None,
    ) -> None:
        self._connection = Connection(endpoint, pace.now, transport=transport)
        self._address, self._pace, self._patience = endpoint.address, pace, patience
        self._keep, self._memory = keep, memory or PassingMemory()

    async def __aenter__(self) -> Self:
        """Return the provider itself; its connections open when they are needed."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: "TracebackType | None",
    ) -> None:
        """Close the connections."""
        await self.close()

    async def close(self) -> None:
        """Close the connections. The provider cannot be used after this."""
        await self._connection.close()

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Answer a request as high on the ladder of abilities as the server goes, and remember how high that was.

        A reply that ignores the schema is asked for again one step lower, where the prompt holds the schema; its
        tokens are counted too. From plain text, and from a JSON object of another shape, it is returned as it is.

        Raises:
            ModelError: Any other outcome; see the tree in `core.errors`.
        """
        place = abilities_key(self._address, request.model)
        known = abilities = recall_abilities(self._memory, place)
        tried, paid = [known], list[TokenUsage]()
        while True:
            outcome = await self._try(request, abilities)
            if isinstance(outcome, ModelReply):
                paid.append(outcome.usage)
            lower = _step_down_after(outcome, abilities)
            if lower is not None and lower not in tried:
                tried.append(abilities := lower)
                continue
            if isinstance(outcome, ModelError):
                raise outcome
            if abilities != known:
                self._memory.set(place, abilities.model_dump_json())
            return outcome.model_copy(update={"usage": reduce(_add, paid)})

    async def _try(self, request: ModelRequest, abilities: Abilities) -> ModelReply | UnsupportedError:
        try:
            return await self.ask_with(request, abilities)
        except UnsupportedError as fault:
            return fault

    async def ask_with(self, request: ModelRequest, abilities: Abilities) -> ModelReply:
        """Answer a request with just these abilities: no step down, nothing remembered; faults that pass are retried.

        Raises:
            UnsupportedError: The server does not know one of the parameters that could be left out.
            ModelError: Any other outcome.
        """
        body = write_body(request, abilities)
        question = self._connection.word(request, tuple(name for name in _LEAVABLE if name in body))
        return await ask_patiently(partial(self._send, body, question), self._patience, self._pace)

    async def list_models(self) -> tuple[str, ...]:
        """Name the models of the endpoint: reaches it with the key, and costs nothing.

        Raises:
            ModelError: It cannot be reached, refuses the key, or is no such API.
        """
        question = self._connection.word(ModelRequest(model="", messages=(), stage="list models"))
        listed = parse_json(await self._connection.list_models(question))
        models = listed.get("data") if isinstance(listed, dict) else None
        if not isinstance(models, list):
            raise no_endpoint("no list of models", question)
        names = [model.get("id") for model in models if isinstance(model, dict)]
        return tuple(name for name in names if isinstance(name, str))

    async def _send(self, body: dict[str, Json], question: Question) -> ModelReply:
        raw = await self._connection.complete(body, question)
        self._keep(question.request, raw)
        return read_reply(raw, question)


def _step_down_after(outcome: ModelReply | UnsupportedError, abilities: Abilities) -> Abilities | None:
    """A schema that was ignored was not enforced; JSON of another shape, where only JSON was asked, is the model's."""
    if isinstance(outcome, UnsupportedError):
        return step_down(abilities, outcome.parameter)
    garbled = outcome.schema_ignored and take_json(outcome.text) is None
    ignored = outcome.schema_ignored and abilities.form == "json_schema"
    return step_down_form(abilities) if garbled or ignored else None


def _add(one: TokenUsage, other: TokenUsage) -> TokenUsage:
    """Sum the tokens of two replies; not known where one server's count is missing."""
    return TokenUsage(
        input_tokens=_sum(one.input_tokens, other.input_tokens),
        output_tokens=_sum(one.output_tokens, other.output_tokens),
    )


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
