"""The stages after the digests, with a fake model: judgements, the bottom line, the partial note."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from accounts import write_accounts
from counterclaim.core.errors import BudgetReachedError, KeyRefusedError, ModelTimeoutError
from counterclaim.core.model import ModelReply, ModelRequest
from counterclaim.core.records import Usage
from counterclaim.outside.cache import CacheError
from counterclaim.outside.files import load_sources, pages_of
from counterclaim.outside.pages import PageReader
from counterclaim.steps.gathering import INTERRUPTED, Watch, gather_all, gather_done
from counterclaim.steps.stories import Goal, Order, Told, tell_with
from counterclaim.steps.wishes import Wish
from fake_model import FakeModel, Said, honest, make_asker, say
from model_server import answer_call, read_call


def answer(request: ModelRequest) -> Said:
    """What the loopback server's model says, without the server."""
    body = {"messages": [message.model_dump() for message in request.messages]}
    return answer_call(read_call(json.loads(json.dumps(body))))


def only(stage: str, said: Said) -> Callable[[ModelRequest], Said]:
    """One stage answers so; the others as ever."""
    return lambda request: said if request.stage == stage else answer(request)


def tell(
    model: FakeModel,
    story: Path,
    *,
    goal: Goal = "briefing",
    watch: Watch = Watch(),  # noqa: B008 - immutable
    title: str | None = None,
) -> Told:
    loaded = load_sources([str(story)])
    with PageReader(pages_of(loaded)) as pages:
        order = Order(goal, loaded, pages, wish=Wish(title))
        return asyncio.run(tell_with(order, model, make_asker(), watch))


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_accounts(tmp_path / "story", 3)


def test_a_story_is_read_judged_and_summed_up(story: Path) -> None:
    model = FakeModel(answer)
    told = tell(model, story, title="The crane")
    assert told.stop is None
    assert told.briefing is not None
    stages = [request.stage for request in model.asked]
    assert stages[:3] == ["digest"] * 3
    assert stages[-1] == "bottom line"
    assert set(stages[3:-1]) == {"judge"}
    assert any(relation.basis == "model" for relation in told.briefing.relations)
    assert (told.briefing.title, told.briefing.usage.calls) == ("The crane", len(stages))


def test_a_bottom_line_that_passes_the_gate_is_printed_beside_the_template(story: Path) -> None:
    line = "Nadia Brandt said there were 11 casualties."
    told = tell(FakeModel(only("bottom line", json.dumps({"sentences": [line]}))), story)
    assert told.briefing is not None
    plain = tell(FakeModel(only("bottom line", "not json")), story)
    assert plain.briefing is not None
    assert (told.briefing.bottom_line, told.briefing.model_wording) == (plain.briefing.bottom_line, (line,))
    assert plain.briefing.model_wording == ()


LINES = [
    pytest.param(
        json.dumps({"sentences": ["Some 999 people died, Nadia Brandt said."]}), "999", id="invented-figure"
    ),
    pytest.param("not json", "JSON", id="unreadable"),
    pytest.param(say("", "length"), "ended by length", id="cut"),
    pytest.param(say("No.", "refusal"), "ended by refusal", id="refused"),
    pytest.param(ModelTimeoutError("no whole answer"), "no whole answer", id="time-out"),
]


@pytest.mark.parametrize(("said", "reason"), LINES)
def test_another_bottom_line_leaves_the_template_and_says_why(story: Path, said: Said, reason: str) -> None:
    told = tell(FakeModel(only("bottom line", said)), story)
    plain = tell(FakeModel(only("bottom line", BudgetReachedError("no"))), story)
    assert told.briefing is not None
    assert plain.briefing is not None
    assert told.stop is None
    assert told.briefing.bottom_line == plain.briefing.bottom_line != ()
    (note,) = [one for one in told.briefing.uncompared if one.what == "the model's bottom line"]
    assert reason in note.reason


def test_one_article_needs_no_bottom_line(tmp_path: Path) -> None:
    model = FakeModel(answer)
    tell(model, write_accounts(tmp_path / "one", 1))
    assert "bottom line" not in {request.stage for request in model.asked}


JUDGEMENTS = [
    pytest.param("not json", "JSON", id="unreadable"),
    pytest.param(say("No.", "refusal"), "the model refused", id="refused"),
    pytest.param(say("", "content_filter"), "content filter", id="filtered"),
    pytest.param(ModelTimeoutError("no whole answer"), "no whole answer", id="time-out"),
]


@pytest.mark.parametrize(("said", "reason"), JUDGEMENTS)
def test_a_judgement_that_cannot_be_had_leaves_its_pairs_open_and_counted(
    story: Path, said: Said, reason: str
) -> None:
    model = FakeModel(only("judge", said))
    told = tell(model, story, goal="comparison")
    calls = [request for request in model.asked if request.stage == "judge"]
    assert len({request.slug for request in calls}) == len(calls) > 0
    assert told.comparison is not None
    assert all(relation.basis != "model" for relation in told.comparison.relations)
    notes = [one for one in told.comparison.uncompared if one.what.startswith("pairs that the model")]
    assert len(notes) == sum(request.messages[1].content.count("question: ") for request in calls)
    assert all(reason in one.reason and one.count > 0 for one in notes)


@pytest.mark.parametrize("stage", ["digest", "judge", "bottom line"])
def test_the_end_of_the_budget_gives_what_there_is(story: Path, stage: str) -> None:
    left = [answer] if stage == "digest" else []

    def spend(request: ModelRequest) -> Said:
        if request.stage == stage:
            return left.pop()(request) if left else BudgetReachedError("all calls are used up")
        return answer(request)

    model = FakeModel(spend)
    told = tell(model, story)
    assert told.stop is not None
    assert told.stop.kind == "budget"
    assert "all calls are used up" in told.stop.reason
    assert told.briefing is not None
    assert (len(told.briefing.articles), told.briefing.unread) == (3, ())
    assert told.batch.fell_back == (2 if stage == "digest" else 0)
    assert "the budget was reached" in (told.briefing.partial or "")
    later = {"digest": {"judge", "bottom line"}, "judge": {"bottom line"}, "bottom line": set()}[stage]
    assert {request.stage for request in model.asked} & later == set()
    if stage == "judge":
        assert any(one.reason == "the budget was reached" for one in told.briefing.uncompared)


def test_no_call_allowed_is_a_note_by_the_built_in_reader(story: Path) -> None:
    told = tell(FakeModel(lambda _: BudgetReachedError("none allowed")), story)
    assert told.briefing is not None
    assert (told.stop is None, told.batch.fell_back, told.briefing.engine.reader) == (False, 3, "builtin")
    assert told.briefing.threads


@pytest.mark.parametrize("error", [KeyRefusedError("no"), CacheError("tampered")], ids=["set-up", "cache"])
@pytest.mark.parametrize("stage", ["digest", "judge", "bottom line"])
def test_what_the_user_must_change_stops_the_run(story: Path, stage: str, error: Exception) -> None:
    with pytest.raises(type(error)):
        tell(FakeModel(only(stage, error)), story)


def test_digests_given_as_records_are_not_made_again(story: Path, tmp_path: Path) -> None:
    first = tell(FakeModel(answer), story, goal="digests")
    record = tmp_path / "digests.json"
    record.write_text(
        "[" + ",".join(d.model_dump_json() for d in first.batch.digests) + "]", encoding="utf-8"
    )
    model = FakeModel(answer)
    again = tell(model, record)
    assert again.batch.digests == first.batch.digests
    assert "digest" not in {request.stage for request in model.asked}


def test_those_who_watch_are_told_of_every_stage_and_step(story: Path) -> None:
    begun, steps = list[tuple[str, int]](), list[int]()
    model = FakeModel(answer)
    tell(
        model, story, watch=Watch(lambda stage, total: begun.append((stage, total)), lambda: steps.append(1))
    )
    judged = sum(request.stage == "judge" for request in model.asked)
    assert begun == [("reading", 3), ("judging", judged), ("bottom line", 1)]
    assert len(steps) == 3 + judged


def test_fallbacks_are_said_once_an_article(story: Path) -> None:
    told = tell(FakeModel(lambda _: "not json"), story, goal="digests")
    assert len([one for one in told.batch.notices if "built-in reader served" in one]) == 3
    assert {digest.reader for digest in told.batch.digests} == {"builtin"}


def test_an_interruption_keeps_the_done_and_lets_the_run_go_on() -> None:
    async def quick() -> int:
        return 1

    async def slow() -> int:
        await asyncio.sleep(60)
        return 2

    async def main() -> object:
        task = asyncio.current_task()
        assert task is not None
        asyncio.get_running_loop().call_later(0.02, task.cancel)
        got = await gather_done([quick(), slow()])
        await asyncio.sleep(0)  # would raise, were the task still cancelled
        return got, task.cancelling()

    assert asyncio.run(main()) == (((1, None), INTERRUPTED), 0)


def test_a_failure_ends_the_other_jobs() -> None:
    ended = list[str]()

    async def fails() -> int:
        await asyncio.sleep(0.01)
        raise KeyRefusedError("no")

    async def slow() -> int:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            ended.append("slow")
            raise
        return 1

    for gather in (gather_all, gather_done):
        with pytest.raises(KeyRefusedError):
            asyncio.run(gather([slow(), fails()]))
    assert ended == ["slow", "slow"]


class Stuck(FakeModel):
    """Answers the first article and then never."""

    def __init__(self) -> None:
        super().__init__(honest)

    async def ask(self, request: ModelRequest) -> ModelReply:
        if self.asked:
            await asyncio.sleep(60)
        return await super().ask(request)


def test_interrupted_while_reading_the_note_has_what_is_done(story: Path) -> None:
    loaded = load_sources([str(story)])

    async def main() -> Told:
        task = asyncio.current_task()
        assert task is not None
        asyncio.get_running_loop().call_later(0.5, task.cancel)
        with PageReader(pages_of(loaded)) as pages:
            return await tell_with(Order("briefing", loaded, pages), Stuck(), make_asker())

    told = asyncio.run(main())
    assert told.stop == INTERRUPTED
    assert told.briefing is not None
    assert len(told.briefing.articles) == 1
    assert {one.reason for one in told.briefing.unread} == {INTERRUPTED.unread}
    assert told.usage == Usage(calls=1, input_tokens=10, output_tokens=5)
