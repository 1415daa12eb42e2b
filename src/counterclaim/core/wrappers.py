"""Wrappers around a model: how many calls at once, how many in all, for how much, and what they came to (room: port).

The order that keeps the promises is `Metered(cache(Concurrent(Limited(provider))))`: what the cache answers uses up
no budget, and a budget is looked at when a call gets its turn, not when it queues for one.
"""

import asyncio
from collections.abc import Callable

from counterclaim.core.errors import BudgetReachedError, UsageError
from counterclaim.core.model import Model, ModelReply, ModelRequest, TokenUsage
from counterclaim.core.records import Usage

Price = Callable[[ModelRequest, TokenUsage], float | None]
Forecast = Callable[[ModelRequest], float | None]


class Concurrent:
    """At most `limit` calls of the wrapped model under way at once; the others wait their turn, in order."""

    def __init__(self, model: Model, limit: int) -> None:
        self._model, self._turns = model, asyncio.Semaphore(max(limit, 1))

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Answer when there is a turn."""
        async with self._turns:
            return await self._model.ask(request)


class Limited:
    """At most so many calls, for at most so much.

    A call under way counts as its forecast, or as the dearest so far: a call that might exceed the budget is not
    sent. Without a forecast the first calls, as many as run at once, are sent before any cost is known. A call that
    failed counts as a call, since the server may count it.

    Args:
        model: The model to wrap.
        max_calls: The number of requests that may be sent; None for no limit.
        max_cost: What all may cost, in the price's currency; None for no limit.
        price: The cost of one answered request; None where the model's price is not known.
        forecast: At most what a request will cost.

    Raises:
        UsageError: A cost limit without a price cannot be kept.
    """

    def __init__(
        self,
        model: Model,
        *,
        max_calls: int | None = None,
        max_cost: float | None = None,
        price: Price | None = None,
        forecast: Forecast | None = None,
    ) -> None:
        if max_cost is not None and price is None:
            raise _no_price("the model")
        self._model, self._max_calls, self._max_cost = model, max_calls, max_cost
        self._price, self._forecast = price, forecast
        self._calls, self._spent, self._dearest, self._unknown = 0, 0.0, 0.0, 0
        self._under_way: list[float] = []

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Answer within the budget.

        Raises:
            BudgetReachedError: The calls or the cost are used up; the request was not sent.
            UsageError: There is a cost limit and no price for this model; the request was not sent.
        """
        expected = self._admit(request)
        self._calls += 1
        self._under_way.append(expected)
        try:
            reply = await self._model.ask(request)
        finally:
            self._under_way.remove(expected)
        self._settle(request, reply)
        return reply

    def _admit(self, request: ModelRequest) -> float:
        if self._max_calls is not None and self._calls >= self._max_calls:
            raise self._reached(request, f"all {self._max_calls} calls are used up", "--max-calls")
        if self._max_cost is None or self._price is None:
            return 0.0
        if self._price(request, TokenUsage(input_tokens=0, output_tokens=0)) is None:
            raise _no_price(repr(request.model))
        if self._unknown:
            raise self._reached(request, "the server does not say what calls cost", "--max-calls")
        forecast = self._forecast(request) if self._forecast else None
        expected = self._dearest if forecast is None else forecast
        if self._spent >= self._max_cost or self._spent + sum(self._under_way) + expected > self._max_cost:
            spent = f"{self._spent:.4f} of {self._max_cost:.4f} are spent"
            raise self._reached(request, f"the cost limit is reached: {spent}", "--max-cost")
        return expected

    def _settle(self, request: ModelRequest, reply: ModelReply) -> None:
        if reply.cached:
            self._calls -= 1
            return
        cost = self._price(request, reply.usage) if self._price else None
        self._unknown += cost is None
        self._spent += cost or 0.0
        self._dearest = max(self._dearest, cost or 0.0)

    def _reached(self, request: ModelRequest, what: str, option: str) -> BudgetReachedError:
        return BudgetReachedError(
            f"not asked: {what}", source=f"{request.stage} {request.slug}".strip(), remedy=f"raise {option}"
        )


class Metered:
    """Counts what the wrapped model answers. The cost is None as soon as one paid reply has no known price."""

    def __init__(self, model: Model, price: Price | None = None) -> None:
        self._model, self._price = model, price
        self._calls, self._cached, self._input, self._output = 0, 0, 0, 0
        self._cost: float | None = 0.0
        self._named: dict[str, None] = {}

    @property
    def named(self) -> tuple[str, ...]:
        """The models that the replies name, each once."""
        return tuple(self._named)

    @property
    def usage(self) -> Usage:
        """The sums so far. Tokens that a server did not count are not in them."""
        return Usage(
            calls=self._calls,
            cached=self._cached,
            input_tokens=self._input,
            output_tokens=self._output,
            cost=self._cost,
        )

    async def ask(self, request: ModelRequest) -> ModelReply:
        """Answer, and count."""
        reply = await self._model.ask(request)
        if reply.model:
            self._named[reply.model] = None
        if reply.cached:
            self._cached += 1
            return reply
        cost = self._price(request, reply.usage) if self._price else None
        self._calls += 1
        self._input += reply.usage.input_tokens or 0
        self._output += reply.usage.output_tokens or 0
        self._cost = None if cost is None or self._cost is None else self._cost + cost
        return reply


def _no_price(model: str) -> UsageError:
    return UsageError(f"a cost limit cannot be kept: no price is known for {model}", remedy="use --max-calls")
