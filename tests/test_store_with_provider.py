"""The edges meet: what the provider keeps, the store recalls and the fixtures replay, read by the same function."""

import asyncio
from pathlib import Path

import httpx2
import pytest

from counterclaim.core.errors import ModelError, RateLimitedError, ReplyEmptyError
from counterclaim.core.model import Model, ModelReply, ModelRequest
from counterclaim.outside.cache import DiskCache
from counterclaim.outside.faults import Answer, Question, read_fault
from counterclaim.outside.fixtures import FixtureResponse, Fixtures
from counterclaim.outside.replay import FixtureModel
from counterclaim.outside.replies import read_reply
from counterclaim.outside.store import CachedModel, CacheMemory, HandWritten, Replies
from endpoint_stub import GOOD, Script, ask_for, completion, make_provider, refusal
from store_fakes import RECORDING


def parse(request: ModelRequest, raw: str) -> ModelReply:
    return read_reply(raw, Question(request))


def fail(request: ModelRequest, response: FixtureResponse) -> ModelError:
    wait = response.headers.get("retry-after")
    return read_fault(Answer(response.status, response.raw, float(wait) if wait else None), Question(request))


def ask(model: Model, request: ModelRequest) -> ModelReply:
    return asyncio.run(model.ask(request))


def run_once(folder: Path, script: Script, request: ModelRequest) -> ModelReply:
    """One run of the program: a cache on disk before a provider, both opened and closed."""

    async def ask_it() -> ModelReply:
        with DiskCache(folder) as cache:
            replies = Replies(cache, parse, RECORDING)
            async with make_provider(script, keep=replies.keep, memory=CacheMemory(cache)) as provider:
                return await CachedModel(provider, replies).ask(request)

    return asyncio.run(ask_it())


def test_a_second_run_makes_no_call(tmp_path: Path) -> None:
    script = Script(completion(f"Here:\n```json\n{GOOD}\n```"))
    first, second = (run_once(tmp_path / "c", script, ask_for()) for _ in range(2))
    assert (first.text, first.cached) == (GOOD, False)
    assert second == first.model_copy(update={"cached": True})
    assert len(script.bodies) == 1


def test_the_ladder_is_remembered_for_the_next_run_and_its_last_answer_is_the_one_stored(
    tmp_path: Path,
) -> None:
    unknown = refusal(400, "Not supported", param="response_format.type", code="unsupported_value")
    script = Script(unknown, completion("Sure! A mine fell in."), completion(GOOD))
    request, another = ask_for(), ask_for(seed=7)
    assert run_once(tmp_path / "c", script, request).text == GOOD
    assert run_once(tmp_path / "c", script, request).cached
    run_once(tmp_path / "c", script, another)
    assert script.forms == ["json_schema", "json_object", "text", "text"]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(completion(""), id="empty"),
        pytest.param(httpx2.Response(200, json={"choices": []}), id="no-choices"),
    ],
)
def test_an_answer_without_text_is_asked_again(tmp_path: Path, answer: httpx2.Response) -> None:
    with pytest.raises(ReplyEmptyError):
        run_once(tmp_path / "c", Script(answer), ask_for())
    assert run_once(tmp_path / "c", Script(completion(GOOD)), ask_for()).text == GOOD


def test_a_recorded_reply_is_read_as_it_was_live(tmp_path: Path) -> None:
    fixtures = Fixtures(tmp_path, "karsk")

    async def record() -> ModelReply:
        async with make_provider(Script(completion(f"Here: {GOOD}"))) as provider:
            model = FixtureModel(fixtures, parse, model=provider, record="once", recording=RECORDING)
            return await model.ask(ask_for())

    live = asyncio.run(record())
    replayed = ask(FixtureModel(fixtures, parse), ask_for())
    assert replayed.model_copy(update={"raw": live.raw, "cached": False}) == live


def test_a_hand_written_error_is_named_as_it_would_be_live(tmp_path: Path) -> None:
    fixtures = Fixtures(tmp_path, "karsk")
    response = FixtureResponse(
        status=429, headers={"retry-after": "7"}, body={"error": {"message": "slow down"}}
    )
    fixtures.write(ask_for(), response, HandWritten(why="no server limits us on demand"))
    with pytest.raises(RateLimitedError, match="slow down") as caught:
        ask(FixtureModel(fixtures, parse, fail=fail), ask_for())
    assert caught.value.retry_after == 7
