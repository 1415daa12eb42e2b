import asyncio
import datetime as dt
import random
import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.core.errors import ModelTimeoutError, ReplyEmptyError, SetupError
from counterclaim.core.model import Keep, Memory, Model, ModelReply, ModelRequest, request_key
from counterclaim.outside.cache import DiskCache
from counterclaim.outside.inventory import CacheSummary, ModelShare, list_replies, summarize_cache
from counterclaim.outside.store import (
    CachedModel,
    CacheError,
    CacheMemory,
    NotStoredError,
    Offline,
    Recorded,
    Replies,
    StoredReply,
)
from store_fakes import RECORDING, DictCache, Scripted, make_request, parse, write_reply

SCHEMA = {"type": "object"}


def ask(model: Model, request: ModelRequest) -> ModelReply:
    return asyncio.run(model.ask(request))


@pytest.fixture
def cache() -> DictCache:
    return DictCache()


@pytest.fixture
def replies(cache: DictCache) -> Replies:
    return Replies(cache, parse, RECORDING)


def test_a_second_equal_request_costs_nothing(replies: Replies) -> None:
    body = write_reply("Twelve died.")
    model = Scripted(body)
    cached = CachedModel(model, replies)
    first, second = ask(cached, make_request()), ask(cached, make_request(slug="another-name", stage="other"))
    assert (first.text, first.cached) == ("Twelve died.", False)
    assert second == first.model_copy(update={"cached": True})
    assert (second.raw, len(model.asked)) == (body, 1)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"model": "large"}, id="model"),
        pytest.param({"temperature": 0.5}, id="temperature"),
        pytest.param({"max_tokens": 9}, id="limit"),
        pytest.param({"seed": 1}, id="seed"),
        pytest.param({"response_schema": SCHEMA}, id="schema"),
        pytest.param({"messages": []}, id="messages"),
    ],
)
def test_another_request_is_asked(replies: Replies, changed: dict[str, object]) -> None:
    model = Scripted(write_reply("{1}"), write_reply("{2}"))
    cached = CachedModel(model, replies)
    asked = [ask(cached, make_request()).text, ask(cached, make_request(**changed)).text]
    assert asked == ["{1}", "{2}"]


def test_two_equal_requests_at_once_cost_one_call(replies: Replies) -> None:
    model = Scripted(write_reply("Twelve died."), write_reply("Other."))
    cached = CachedModel(model, replies)

    async def ask_all() -> list[ModelReply]:
        return await asyncio.gather(*(cached.ask(make_request(slug=str(n))) for n in range(5)))

    answers = asyncio.run(ask_all())
    assert [answer.text for answer in answers] == ["Twelve died."] * 5
    assert [answer.cached for answer in answers] == [False, True, True, True, True]
    assert len(model.asked) == 1


def test_different_requests_do_not_wait_for_each_other(replies: Replies) -> None:
    class Meeting:
        """Answers only when two requests are under way."""

        def __init__(self) -> None:
            self.both = asyncio.Barrier(2)

        async def ask(self, request: ModelRequest) -> ModelReply:
            await asyncio.wait_for(self.both.wait(), 5)
            return parse(request, write_reply(request.slug))

    async def ask_both() -> list[ModelReply]:
        cached = CachedModel(Meeting(), replies)
        return await asyncio.gather(*(cached.ask(make_request(f"text {n}", slug=str(n))) for n in range(2)))

    assert [answer.text for answer in asyncio.run(ask_both())] == ["0", "1"]


def test_the_second_of_two_asks_for_itself_when_the_first_is_cancelled(replies: Replies) -> None:
    model = Scripted(write_reply("Twelve died."))
    cached = CachedModel(model, replies)

    async def ask_twice() -> ModelReply:
        first = asyncio.create_task(cached.ask(make_request()))
        second = asyncio.create_task(cached.ask(make_request()))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(ask_twice()).text == "Twelve died."
    assert len(model.asked) == 2


def test_a_failure_is_not_stored(replies: Replies, cache: DictCache) -> None:
    model = Scripted(ModelTimeoutError("late"), write_reply("Twelve died."))
    cached = CachedModel(model, replies)
    with pytest.raises(ModelTimeoutError, match="late"):
        ask(cached, make_request())
    assert cache.texts == {}
    assert ask(cached, make_request()).text == "Twelve died."


@pytest.mark.parametrize("finish", ["refusal", "content_filter"])
def test_a_refusal_is_returned_and_not_stored(replies: Replies, cache: DictCache, finish: str) -> None:
    body = write_reply("I will not.", finish)
    model = Scripted(body, write_reply("Twelve died."), keep=replies.keep)
    cached = CachedModel(model, replies)
    assert ask(cached, make_request()).finish == finish
    assert cache.texts == {}
    assert ask(cached, make_request()).text == "Twelve died."


def test_a_cut_reply_is_an_answer_that_was_paid(replies: Replies) -> None:
    model = Scripted(write_reply("Twelve di", "length"))
    cached = CachedModel(model, replies)
    assert [ask(cached, make_request()).finish for _ in range(2)] == ["length", "length"]


def test_a_body_is_stored_before_it_is_read(replies: Replies, cache: DictCache) -> None:
    stored: list[str] = []

    def look_and_parse(request: ModelRequest, raw: str) -> ModelReply:
        stored.extend(cache.texts)
        return parse(request, raw)

    class Provider:
        async def ask(self, request: ModelRequest) -> ModelReply:
            replies.keep(request, write_reply("Twelve died."))
            return look_and_parse(request, write_reply("Twelve died."))

    ask(CachedModel(Provider(), replies), make_request())
    assert stored == [f"reply/{request_key(make_request())}"]


def test_a_parser_that_breaks_loses_no_paid_answer(replies: Replies) -> None:
    class Provider:
        async def ask(self, request: ModelRequest) -> ModelReply:
            replies.keep(request, write_reply("Twelve died."))
            raise KeyError("a mistake of ours")

    with pytest.raises(KeyError):
        ask(CachedModel(Provider(), replies), make_request())
    model = Scripted()
    assert ask(CachedModel(model, replies), make_request()).text == "Twelve died."
    assert model.asked == []


def test_a_kept_body_that_holds_no_reply_is_forgotten_with_its_error(
    replies: Replies, cache: DictCache
) -> None:
    class Provider:
        async def ask(self, request: ModelRequest) -> ModelReply:
            replies.keep(request, write_reply(""))
            raise ReplyEmptyError("no text")

    with pytest.raises(ReplyEmptyError):
        ask(CachedModel(Provider(), replies), make_request())
    assert cache.texts == {}


def test_a_body_kept_on_the_way_down_the_ladder_is_no_answer(replies: Replies) -> None:
    """As after a kill between a reply that ignored the schema and the next, lower step."""
    request = make_request(response_schema=SCHEMA)
    replies.keep(request, write_reply("Sure! Here you are."))
    assert replies.recall(request) is None


def test_a_last_word_that_ignores_the_schema_is_not_paid_twice(replies: Replies) -> None:
    model = Scripted(write_reply("Sure! Here you are."), keep=replies.keep)
    cached = CachedModel(model, replies)
    request = make_request(response_schema=SCHEMA)
    assert [ask(cached, request).schema_ignored for _ in range(2)] == [True, True]
    assert len(model.asked) == 1


def test_a_later_good_word_replaces_it(replies: Replies) -> None:
    request = make_request(response_schema=SCHEMA)
    replies.settle(request, parse(request, write_reply("Sure!")))
    replies.keep(request, write_reply("{}"))
    recalled = replies.recall(request)
    assert recalled is not None
    assert (recalled.text, recalled.schema_ignored) == ("{}", False)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<html>", id="unreadable"),
        pytest.param(write_reply("No.", "refusal"), id="a-refusal"),
        pytest.param(write_reply("", "content_filter"), id="filtered"),
    ],
)
def test_what_was_kept_before_a_kill_and_is_no_answer_is_asked_again(replies: Replies, body: str) -> None:
    replies.keep(make_request(), body)
    assert (
        ask(CachedModel(Scripted(write_reply("Twelve died.")), replies), make_request()).text
        == "Twelve died."
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{}", id="no-reply"),
        pytest.param("not JSON", id="no-json"),
        pytest.param(
            StoredReply(
                request=make_request("Other."), body="x", origin=RECORDING.of(make_request())
            ).model_dump_json(),
            id="another-requests-reply",
        ),
    ],
)
def test_a_foreign_row_is_an_error_and_not_an_answer(replies: Replies, cache: DictCache, text: str) -> None:
    cache.put(f"reply/{request_key(make_request())}", text)
    with pytest.raises(CacheError, match=r"holds something else under .*cache clear"):
        ask(CachedModel(Scripted(), replies), make_request())


def test_the_stored_reply_says_where_it_came_from(replies: Replies, cache: DictCache) -> None:
    ask(CachedModel(Scripted(write_reply("Twelve died.")), replies), make_request())
    (stored,) = list_replies(cache)
    assert stored.origin == Recorded(model="small", server="a stub", date=dt.date(2026, 5, 4))
    assert (stored.request, stored.body) == (make_request(), write_reply("Twelve died."))


def test_the_summary_counts_by_model(replies: Replies, cache: DictCache) -> None:
    for number, model in enumerate(["small", "small", "large"]):
        replies.keep(make_request(str(number), model=model), "é" * 10)
    CacheMemory(cache).set("abilities:x", "{}")
    cache.put("reply/0", "foreign")
    summary = summarize_cache(cache)
    assert summary == CacheSummary(
        models=(ModelShare(model="large", replies=1, size=20), ModelShare(model="small", replies=2, size=40)),
        memories=1,
        foreign=1,
    )
    assert (summary.replies, summary.size) == (3, 60)


def test_a_reply_that_vanishes_meanwhile_is_not_counted() -> None:
    class Vanishing(DictCache):
        def get(self, key: str) -> str | None:
            return self.texts.pop(key) and None

    cache = Vanishing()
    Replies(cache, parse, RECORDING).keep(make_request(), "x")
    assert summarize_cache(cache).replies == 0
    Replies(cache, parse, RECORDING).keep(make_request(), "x")
    assert list(list_replies(cache)) == []


def test_the_memory_is_apart_from_the_replies(cache: DictCache, replies: Replies) -> None:
    memory: Memory = CacheMemory(cache)
    assert memory.get("abilities:x") is None
    memory.set("abilities:x", "1")
    memory.set("abilities:x", "2")
    assert memory.get("abilities:x") == "2"
    assert list(list_replies(cache)) == []
    keep: Keep = replies.keep
    keep(make_request(), "x")
    assert memory.get("abilities:x") == "2"


def test_offline_a_request_that_is_not_stored_says_how_to_store_it() -> None:
    with pytest.raises(
        NotStoredError, match=r"'digest a1': no reply of small is stored.*without --offline"
    ) as caught:
        ask(Offline(), make_request())
    assert isinstance(caught.value, SetupError)
    assert not caught.value.retryable


def test_the_real_cache_answers_in_the_next_run(tmp_path: Path) -> None:
    for expected in (False, True):
        with DiskCache(tmp_path / "cache") as cache:
            replies = Replies(cache, parse, RECORDING)
            model = Scripted(write_reply("Zwölf Tote."), keep=replies.keep)
            answer = ask(CachedModel(model, replies), make_request())
            assert (answer.text, answer.cached) == ("Zwölf Tote.", expected)


# A run of twelve articles at concurrency four against a model in the same process. What the model is asked and what
# has been handed on is written, unbuffered, to a log that survives the kill.
RUN = """
import asyncio, os, random, sys
from pathlib import Path
from store_fakes import RECORDING, make_request, parse, write_reply
from counterclaim.outside.cache import DiskCache
from counterclaim.outside.store import CachedModel, Replies

folder, seed = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(seed)
log = os.open(folder / "log", os.O_CREAT | os.O_APPEND | os.O_WRONLY)

def note(what, request):
    os.write(log, f"{what} {request.slug}\\n".encode())

class Slow:
    async def ask(self, request):
        note("asked", request)
        await asyncio.sleep(chance.uniform(0.01, 0.05))
        body = write_reply(f"Read {request.slug}. " + "x" * 20_000)
        replies.keep(request, body)
        note("kept", request)
        await asyncio.sleep(0)
        return parse(request, body)

async def main():
    cached, turns = CachedModel(Slow(), replies), asyncio.Semaphore(4)
    async def one(number):
        async with turns:
            request = make_request(f"Article {number}.", slug=str(number))
            reply = await cached.ask(request)
            assert reply.text.startswith(f"Read {number}. "), reply.text[:20]
            note("handed", request)
    await asyncio.gather(*map(one, range(12)))

with DiskCache(folder / "cache") as cache:
    replies = Replies(cache, parse, RECORDING)
    note("open", make_request(slug="-"))
    asyncio.run(main())
"""


def test_no_answered_call_is_asked_again_after_a_kill(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - moments, not secrets
    log = tmp_path / "log"
    run = [sys.executable, "-c", RUN, str(tmp_path)]
    killed = 0
    for attempt in range(6):
        log.touch()
        before = log.read_text(encoding="utf-8").count("open")
        process = subprocess.Popen([*run, str(attempt)], env={"PYTHONPATH": str(Path(__file__).parent)})
        while log.read_text(encoding="utf-8").count("open") == before:
            assert process.poll() is None
        try:
            process.wait(chance.uniform(0, 0.06))
        except subprocess.TimeoutExpired:
            process.kill()
            killed += process.wait() == -9
    subprocess.run([*run, "99"], env={"PYTHONPATH": str(Path(__file__).parent)}, check=True)

    lines = [line.split() for line in log.read_text(encoding="utf-8").splitlines()]
    kept: set[str] = set()
    again: list[str] = []
    for what, slug in lines:
        if what == "kept":
            kept.add(slug)
        elif what == "asked" and slug in kept:
            again.append(slug)
    assert killed >= 2
    assert again == []
    assert {slug for what, slug in lines if what == "handed"} == {str(number) for number in range(12)}
