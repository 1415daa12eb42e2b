"""The layers around a model as the settings describe them."""

import asyncio
import datetime as dt
from pathlib import Path

import pytest
from pydantic import SecretStr

from counterclaim.core.errors import BudgetReachedError, RateLimitedError, UsageError
from counterclaim.core.model import Message, ModelReply, ModelRequest, TokenUsage
from counterclaim.core.records import Usage
from counterclaim.outside.fixtures import FixtureResponse, Fixtures
from counterclaim.outside.local import check_gguf, find_gguf, serve_gguf
from counterclaim.outside.store import HandWritten, NotStoredError
from counterclaim.steps.models import (
    ModelSettings,
    Watched,
    check_settings,
    count_prompt,
    forecast_of,
    live_world,
    open_model,
    price_of,
    private_texts,
)
from fake_model import FakeModel
from model_server import serve_model

WORLD = live_world(lambda: dt.datetime(2025, 10, 12, 12, tzinfo=dt.UTC), lambda: 0.5)


def settings(folder: Path, **fields: object) -> ModelSettings:
    return ModelSettings.model_validate({"name": "stub-1", "cache": folder / "cache"} | fields)


def request(text: str = "hi", **fields: object) -> ModelRequest:
    return ModelRequest.model_validate(
        {"model": "stub-1", "messages": (Message(role="user", content=text),), "stage": "digest", "slug": "a"}
        | fields
    )


def ask(chosen: ModelSettings, *asked: ModelRequest) -> tuple[list[ModelReply], Usage]:
    async def run() -> tuple[list[ModelReply], Usage]:
        async with open_model(chosen, WORLD) as model:
            replies = [await model.ask(one) for one in asked]
            return replies, model.usage

    return asyncio.run(run())


WRONG = [
    pytest.param({"record": "once"}, "no folder to record into", id="record-nowhere"),
    pytest.param({"record": "once", "fixtures": "x", "offline": True}, "offline", id="record-offline"),
    pytest.param({"fixtures": "nowhere"}, "no such folder", id="no-fixtures"),
    pytest.param({}, "no endpoint is configured", id="no-endpoint"),
    pytest.param({"base_url": "http://x.test/v1", "max_cost": 1.0}, "no price is known", id="no-price"),
]


@pytest.mark.parametrize(("fields", "message"), WRONG)
def test_settings_that_cannot_work_are_refused_before_anything(
    tmp_path: Path, fields: dict[str, object], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        check_settings(settings(tmp_path, **fields))


FINE = [
    pytest.param({"base_url": "http://x.test/v1"}, id="endpoint-without-key"),
    pytest.param({"key": "sk-1"}, id="key-without-endpoint"),
    pytest.param({"name": "gguf:small.gguf"}, id="file"),
    pytest.param({"offline": True}, id="offline"),
    pytest.param({"key": "sk-1", "name": "gpt-5-mini", "max_cost": 1.0}, id="known-price"),
]


@pytest.mark.parametrize("fields", FINE)
def test_settings_that_can_work(tmp_path: Path, fields: dict[str, object]) -> None:
    chosen = settings(tmp_path, **fields)
    check_settings(chosen)
    assert not chosen.cache.exists()


def test_the_key_is_in_no_representation_of_the_settings(tmp_path: Path) -> None:
    chosen = settings(tmp_path, key="sk-secret-1")
    assert "sk-secret-1" not in f"{chosen!r} {chosen} {chosen.model_dump_json()}"


def test_a_file_is_named_without_its_path(tmp_path: Path) -> None:
    assert settings(tmp_path, name="gguf:/home/me/models/small.gguf").model == "small.gguf"


def test_what_no_fixture_may_hold(tmp_path: Path) -> None:
    chosen = settings(
        tmp_path,
        key=SecretStr(" sk-secret-1\n"),
        base_url="https://models.corp.test/v1",
        private=("desk", "newsdesk-7"),
    )
    assert private_texts(chosen) == ("sk-secret-1", "models.corp.test", "newsdesk-7")
    assert private_texts(settings(tmp_path, base_url="http://127.0.0.1:8092/v1")) == ()


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_one_call_is_paid_stored_and_counted_once(tmp_path: Path) -> None:
    with serve_model() as server:
        chosen = settings(tmp_path, base_url=server.url)
        (first, second), usage = ask(chosen, request(), request())
        assert (first.cached, second.cached, len(server.received)) == (False, True, 1)
        assert (usage.calls, usage.cached, usage.cost) == (1, 1, None)
        (third,), usage = ask(chosen.model_copy(update={"offline": True, "base_url": None}), request())
        assert (third.text, third.cached, usage.calls) == (first.text, True, 0)


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_what_is_stored_uses_up_no_budget(tmp_path: Path) -> None:
    with serve_model() as server:
        chosen = settings(tmp_path, base_url=server.url, max_calls=1)
        ask(chosen, request())
        replies, _ = ask(chosen, request(), request("other"))
        assert [reply.cached for reply in replies] == [True, False]
        with pytest.raises(BudgetReachedError):
            ask(chosen, request(), request("other"), request("third"), request("fourth"))


def test_a_miss_offline_opens_no_connection(tmp_path: Path) -> None:
    with pytest.raises(NotStoredError, match="no reply of stub-1 is stored"):
        ask(settings(tmp_path, offline=True), request())


def test_a_hand_written_fault_is_replayed_as_its_error(tmp_path: Path) -> None:
    folder = tmp_path / "fixtures"
    response = FixtureResponse(
        status=429, headers={"retry-after": "7"}, body={"error": {"message": "slow down"}}
    )
    Fixtures(folder, "story").write(request(), response, HandWritten(why="no server limits us on demand"))
    with pytest.raises(RateLimitedError, match="slow down") as caught:
        ask(settings(tmp_path, fixtures=folder), request())
    assert caught.value.retry_after == 7
    assert not (tmp_path / "cache").exists()


def test_those_who_watch_hear_the_sums() -> None:
    heard = list[Usage]()
    watched = Watched(FakeModel(lambda _: "x"), heard.append)
    asyncio.run(watched.ask(request()))
    assert heard == [watched.usage] == [Usage(calls=1, input_tokens=10, output_tokens=5)]


def test_prices_and_forecasts_are_upper_bounds_or_not_known() -> None:
    asked = request("Twelve people died.", model="gpt-5-mini", max_tokens=1000)
    assert price_of("gpt-5-mini")(asked, TokenUsage(input_tokens=1_000_000, output_tokens=0)) == 0.25
    assert count_prompt(asked) == 9
    assert forecast_of("gpt-5-mini")(asked) == pytest.approx((9 * 0.25 + 1000 * 2) / 1_000_000)
    assert forecast_of("gpt-5-mini")(asked.model_copy(update={"max_tokens": None})) is None
    assert forecast_of("stub-1")(asked) is None


def test_model_files(tmp_path: Path) -> None:
    path = tmp_path / "small.gguf"
    with pytest.raises(UsageError, match="cannot be read"):
        check_gguf(path)
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(UsageError, match="not a GGUF file"), serve_gguf(path):
        pytest.fail("it was served")
    path.write_bytes(b"GGUF\x03")
    check_gguf(path)
    assert find_gguf("stub-1") is None
