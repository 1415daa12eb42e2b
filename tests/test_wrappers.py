import asyncio

import pytest

from counterclaim.core.errors import BudgetReachedError, ServerFaultError, UsageError
from counterclaim.core.model import Model, ModelReply, ModelRequest, TokenUsage
from counterclaim.core.records import Usage
from counterclaim.core.wrappers import Concurrent, Limited, Metered
from endpoint_stub import ask_for

REQUEST = ask_for()
PAID = ModelReply(text="{}", finish="stop", usage=TokenUsage(input_tokens=10, output_tokens=2), raw="{}")


class Fake:
    """Answers after its gate opens, and remembers how many calls were under way at once."""

    def __init__(self, *replies: ModelReply | Exception) -> None:
        self.replies, self.asked, self.under_way, self.most = list(replies), 0, 0, 0
        self.order: list[str] = []

    async def ask(self, request: ModelRequest) -> ModelReply:
        self.asked += 1
        self.order.append(request.slug)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        for _ in range(3):
            await asyncio.sleep(0)
        self.under_way -= 1
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, Exception):
            raise reply
        return reply


def cents(_request: ModelRequest, usage: TokenUsage) -> float | None:
    if usage.input_tokens is None or usage.output_tokens is None:
        return None
    return (usage.input_tokens + usage.output_tokens) / 12


def unknown(_request: ModelRequest, _usage: TokenUsage) -> float | None:
    return None


def ask_many(model: Model, count: int) -> list[ModelReply | BaseException]:
    async def run() -> list[ModelReply | BaseException]:
        requests = (REQUEST.model_copy(update={"slug": f"a{n}"}) for n in range(count))
        return await asyncio.gather(*(model.ask(request) for request in requests), return_exceptions=True)

    return asyncio.run(run())


def ask_in_turn(model: Model, count: int) -> list[ModelReply | BaseException]:
    return [reply for _ in range(count) for reply in ask_many(model, 1)]


def count_refused(outcomes: list[ModelReply | BaseException]) -> int:
    return sum(isinstance(outcome, BudgetReachedError) for outcome in outcomes)


@pytest.mark.parametrize(("limit", "most"), [(1, 1), (4, 4), (50, 12), (0, 1)])
def test_so_many_at_once_and_all_in_order(limit: int, most: int) -> None:
    fake = Fake(PAID)
    assert ask_many(Concurrent(fake, limit), 12) == [PAID] * 12
    assert fake.most == most
    assert fake.order == [f"a{n}" for n in range(12)]


def test_a_turn_is_given_back_after_an_error() -> None:
    fake = Fake(ServerFaultError("500"), PAID)
    outcomes = ask_many(Concurrent(fake, 1), 3)
    assert [type(outcome) for outcome in outcomes] == [ServerFaultError, ModelReply, ModelReply]


def test_calls_are_limited_and_the_refusal_says_what_to_raise() -> None:
    fake = Fake(PAID)
    outcomes = ask_many(Limited(fake, max_calls=3), 5)
    assert (fake.asked, count_refused(outcomes)) == (3, 2)
    assert str(outcomes[-1]) == "'digest a4': not asked: all 3 calls are used up; raise --max-calls"


def test_no_call_is_allowed() -> None:
    fake = Fake(PAID)
    assert count_refused(ask_many(Limited(fake, max_calls=0), 2)) == 2
    assert fake.asked == 0


def test_a_failed_call_is_a_call_and_a_cached_one_is_not() -> None:
    cached = PAID.model_copy(update={"cached": True})
    fake = Fake(ServerFaultError("500"), cached, PAID)
    outcomes = ask_in_turn(Limited(fake, max_calls=2, max_cost=9.0, price=cents), 4)
    assert [type(outcome) for outcome in outcomes] == [
        ServerFaultError,
        ModelReply,
        ModelReply,
        BudgetReachedError,
    ]


def test_no_limit_no_end() -> None:
    assert ask_many(Limited(Fake(PAID)), 20) == [PAID] * 20


def test_the_cost_is_not_exceeded_in_turn() -> None:
    fake = Fake(PAID)
    outcomes = ask_in_turn(Limited(fake, max_cost=2.5, price=cents), 5)
    assert (fake.asked, count_refused(outcomes)) == (2, 3)
    assert "2.0000 of 2.5000 are spent; raise --max-cost" in str(outcomes[-1])


def test_a_cost_of_exactly_the_limit_is_allowed() -> None:
    fake = Fake(PAID)
    ask_in_turn(Limited(fake, max_cost=2.0, price=cents), 5)
    assert fake.asked == 2


def test_nothing_is_sent_for_nothing() -> None:
    fake = Fake(PAID)
    assert count_refused(ask_in_turn(Limited(fake, max_cost=0.0, price=cents), 2)) == 2
    assert fake.asked == 0


def test_a_forecast_holds_back_calls_at_once() -> None:
    fake = Fake(PAID)
    limited = Limited(fake, max_cost=3.0, price=cents, forecast=lambda _request: 1.0)
    assert count_refused(ask_many(limited, 10)) == 7
    assert fake.asked == 3


def test_without_a_forecast_the_first_at_once_are_blind_and_no_others() -> None:
    fake = Fake(PAID)
    outcomes = ask_many(Concurrent(Limited(fake, max_cost=3.0, price=cents), 4), 20)
    assert (fake.asked, count_refused(outcomes)) == (4, 16)


def test_an_unknown_forecast_falls_back_to_the_dearest_so_far() -> None:
    fake = Fake(PAID)
    ask_in_turn(Limited(fake, max_cost=2.5, price=cents, forecast=lambda _request: None), 5)
    assert fake.asked == 2


def test_a_cost_limit_without_a_price_is_refused() -> None:
    with pytest.raises(UsageError, match="--max-calls"):
        Limited(Fake(PAID), max_cost=1.0)
    fake = Fake(PAID)
    (outcome,) = ask_many(Limited(fake, max_cost=1.0, price=unknown), 1)
    assert isinstance(outcome, UsageError)
    assert "'small-1'" in str(outcome)
    assert fake.asked == 0


def test_a_server_that_does_not_count_ends_a_cost_limit() -> None:
    fake = Fake(PAID.model_copy(update={"usage": TokenUsage()}))
    outcomes = ask_in_turn(Limited(fake, max_cost=9.0, price=cents), 3)
    assert (fake.asked, count_refused(outcomes)) == (1, 2)
    assert "does not say what calls cost" in str(outcomes[-1])


def test_a_reservation_is_given_back_after_an_error() -> None:
    fake = Fake(ServerFaultError("500"), PAID)
    limited = Limited(fake, max_cost=1.0, price=cents, forecast=lambda _request: 1.0)
    outcomes = ask_in_turn(limited, 2)
    assert [type(outcome) for outcome in outcomes] == [ServerFaultError, ModelReply]


def test_the_meter_counts_what_was_paid_and_what_was_not() -> None:
    cached = PAID.model_copy(update={"cached": True})
    meter = Metered(Fake(PAID, cached, ServerFaultError("500"), PAID), cents)
    ask_in_turn(meter, 4)
    assert meter.usage == Usage(calls=2, cached=1, input_tokens=20, output_tokens=4, cost=2.0)


def test_one_unknown_cost_makes_the_sum_unknown() -> None:
    meter = Metered(Fake(PAID.model_copy(update={"usage": TokenUsage(input_tokens=3)}), PAID), cents)
    ask_in_turn(meter, 2)
    assert meter.usage == Usage(calls=2, cached=0, input_tokens=13, output_tokens=2, cost=None)


def test_without_a_price_the_cost_is_not_known_and_cached_replies_cost_nothing() -> None:
    paid, free = Metered(Fake(PAID)), Metered(Fake(PAID.model_copy(update={"cached": True})))
    ask_in_turn(paid, 1)
    ask_in_turn(free, 1)
    assert (paid.usage.cost, free.usage.cost) == (None, 0.0)
