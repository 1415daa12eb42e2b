import asyncio
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core import errors
from counterclaim.outside.retries import Pace, Patience, ask_patiently, choose_wait, read_retry_after
from endpoint_stub import NOON, Naps

AFTER = [
    pytest.param({}, None, id="not-said"),
    pytest.param({"retry-after": "7"}, 7.0, id="seconds"),
    pytest.param({"retry-after": " 1.5 "}, 1.5, id="fraction"),
    pytest.param({"retry-after": "-3"}, 0.0, id="negative"),
    pytest.param({"retry-after": "nan"}, None, id="nan"),
    pytest.param({"retry-after": "inf"}, None, id="infinite"),
    pytest.param({"retry-after": "soon"}, None, id="word"),
    pytest.param({"retry-after": "Sun, 12 Oct 2025 12:01:00 GMT"}, 60.0, id="date"),
    pytest.param({"retry-after": "Sun, 12 Oct 2025 13:01:00 +0100"}, 60.0, id="date-with-offset"),
    pytest.param({"retry-after": "Sun, 12 Oct 2025 12:01:00"}, 60.0, id="date-without-zone"),
    pytest.param({"retry-after": "Sun, 12 Oct 2025 11:00:00 GMT"}, 0.0, id="past-date"),
    pytest.param({"retry-after": "Sun, 99 Oct 2025 11:00:00 GMT"}, None, id="no-such-day"),
    pytest.param({"retry-after-ms": "250", "retry-after": "9"}, 0.25, id="milliseconds-first"),
    pytest.param({"retry-after-ms": "x", "retry-after": "9"}, 9.0, id="unreadable-milliseconds"),
]


@pytest.mark.parametrize(("headers", "seconds"), AFTER)
def test_read_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert read_retry_after(headers, NOON) == seconds


@given(st.text(max_size=60))
def test_any_header_is_read_or_passed_over(text: str) -> None:
    seconds = read_retry_after({"retry-after": text}, NOON)
    assert seconds is None or seconds >= 0


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_the_backoff_has_a_ceiling_that_doubles(failures: int, chance: float) -> None:
    patience = Patience(first=0.5, longest=30.0)
    wait = choose_wait(failures, errors.PassingError("busy"), patience, chance=chance)
    assert 0 <= wait <= min(30.0, 0.5 * 2 ** min(failures - 1, 10))


class Server:
    """Fails as told, then answers."""

    def __init__(self, *faults: errors.ModelError) -> None:
        self.faults, self.asked = list(faults), 0

    async def __call__(self) -> str:
        self.asked += 1
        if self.faults:
            raise self.faults.pop(0)
        return "answer"


def run(server: Server, naps: Naps, patience: Patience) -> str:
    return asyncio.run(
        ask_patiently(server, patience, Pace(sleep=naps, chance=lambda: 1.0, now=lambda: NOON))
    )


def test_the_answer_after_two_faults() -> None:
    server, naps = Server(errors.ServerFaultError("500"), errors.ConnectionLostError("cut")), Naps()
    assert run(server, naps, Patience(first=0.5)) == "answer"
    assert (server.asked, naps.taken) == (3, [0.5, 1.0])


def test_attempts_are_bounded_and_the_last_fault_is_raised() -> None:
    faults = [errors.ServerFaultError(str(n)) for n in range(9)]
    server, naps = Server(*faults), Naps()
    with pytest.raises(errors.ServerFaultError, match="2") as caught:
        run(server, naps, Patience(attempts=3))
    assert (server.asked, len(naps.taken)) == (3, 2)
    assert caught.value.__notes__ == ["Asked 3 time(s), waiting 2 s in all."]


def test_the_waits_are_bounded_in_all() -> None:
    server, naps = Server(*[errors.ServerFaultError("500") for _ in range(99)]), Naps()
    with pytest.raises(errors.ServerFaultError):
        run(server, naps, Patience(attempts=99, first=10.0, longest=40.0, total=100.0))
    assert naps.taken == [10.0, 20.0, 40.0]


def test_a_server_that_asks_for_more_than_is_left_is_not_waited_for() -> None:
    server, naps = Server(errors.RateLimitedError("429", retry_after=121.0)), Naps()
    with pytest.raises(errors.RateLimitedError):
        run(server, naps, Patience(total=120.0))
    assert (server.asked, naps.taken) == (1, [])


@pytest.mark.parametrize(
    "fault",
    [
        errors.QuotaSpentError("spent"),
        errors.KeyRefusedError("401"),
        errors.RequestRefusedError("400"),
        errors.UnsupportedError("seed", parameter="seed"),
        errors.ReplyEmptyError("empty"),
        errors.BudgetReachedError("budget"),
    ],
    ids=lambda fault: type(fault).__name__,
)
def test_what_does_not_pass_is_raised_at_once(fault: errors.ModelError) -> None:
    server, naps = Server(fault), Naps()
    with pytest.raises(type(fault)):
        run(server, naps, Patience())
    assert (server.asked, naps.taken) == (1, [])


def test_a_cancelled_wait_ends() -> None:
    async def never(_seconds: float) -> None:
        await asyncio.Event().wait()

    async def main() -> str:
        pace = Pace(sleep=never, chance=lambda: 1.0, now=lambda: dt.datetime.now(dt.UTC))
        task = asyncio.create_task(ask_patiently(Server(errors.ServerFaultError("500")), Patience(), pace))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return "ended"

    assert asyncio.run(main()) == "ended"
