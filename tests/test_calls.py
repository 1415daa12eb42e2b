"""What a run costs, counted by a server that logs its calls: the bounds of the call budget.

Tokens are those of `o200k_base`. The accounts have 1.3 tokens a word, as news has.
"""

import asyncio
import datetime as dt
from pathlib import Path

import pytest

from accounts import make_account, write_accounts
from counterclaim.core.records import ArticleDigest
from counterclaim.outside.files import load_sources, pages_of
from counterclaim.outside.pages import PageReader
from counterclaim.outside.tokens import count_tokens
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.judgement import find_open
from counterclaim.steps.gathering import Watch
from counterclaim.steps.models import ModelSettings, live_world
from counterclaim.steps.stories import Goal, Order, Told, tell_story
from model_server import Call, ModelServer, serve_model

NOON = dt.datetime(2025, 10, 12, 12, tzinfo=dt.UTC)
WORLD = live_world(lambda: NOON, lambda: 0.5)
pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


def run(
    server: ModelServer, story: Path, cache: Path, *, goal: Goal = "briefing", rules_only: bool = False
) -> Told:
    loaded = load_sources([str(story)])
    settings = ModelSettings(name="stub-1", base_url=server.url, cache=cache, concurrency=4)
    with PageReader(pages_of(loaded)) as pages:
        order = Order(goal, loaded, pages, rules_only=rules_only)
        return asyncio.run(tell_story(order, settings, WORLD, Watch()))


def tokens_of(call: Call) -> int:
    messages = call.body["messages"]
    assert isinstance(messages, list)
    return sum(count_tokens(str(m["content"]), "stub-1").count for m in messages if isinstance(m, dict))


def open_threads(digests: tuple[ArticleDigest, ...]) -> int:
    return len(find_open(compare_digests(digests)))


@pytest.mark.parametrize("count", [3, 6, 12])
def test_the_table(tmp_path: Path, count: int) -> None:
    story, cache = write_accounts(tmp_path / "story", count), tmp_path / "cache"
    with serve_model() as server:
        told = run(server, story, cache)
        stages, calls = server.stages(), list(server.answered)
        server.reset()
        again = run(server, story, cache)
        assert server.received == []
    judged = open_threads(told.batch.digests)
    assert judged > 0
    assert stages.count("digest") == count
    assert stages.count("judge") <= judged
    assert stages.count("bottom line") == 1
    assert len(stages) <= count + judged + 1
    assert told.usage.calls == len(stages)
    own = sum(count_tokens(digest.article.text, "stub-1").count for digest in told.batch.digests)
    asked = sum(tokens_of(call) for call in calls)
    assert asked <= 2 * own, f"{count} articles: {own} tokens of their own, {asked} in all calls"
    assert (again.usage.calls, again.usage.cached) == (0, len(stages))
    assert again.briefing is not None
    assert told.briefing is not None
    assert again.briefing.model_copy(update={"usage": told.usage}) == told.briefing


def test_the_articles_are_as_long_as_the_budget_says() -> None:
    assert min(len(make_account(number).split("---")[2].split()) for number in range(12)) >= 400


def test_rules_only_judges_nothing(tmp_path: Path) -> None:
    with serve_model() as server:
        told = run(
            server, write_accounts(tmp_path / "s", 3), tmp_path / "c", goal="comparison", rules_only=True
        )
        assert server.stages() == ["digest"] * 3
    assert told.comparison is not None
    assert all(relation.basis != "model" for relation in told.comparison.relations)


def without_cost(digests: tuple[ArticleDigest, ...]) -> list[ArticleDigest]:
    """The digests without what their calls came to: the schema in the prompt takes tokens of its own."""
    return [digest.model_copy(update={"usage": None}) for digest in digests]


def test_two_rungs_of_the_ladder_give_the_same_records(tmp_path: Path) -> None:
    """Where the model says the same, how it was asked changes nothing."""
    story = write_accounts(tmp_path / "s", 3)
    with serve_model() as server:
        able = run(server, story, tmp_path / "a")
        assert {call.form for call in server.answered} == {"json_schema"}
    with serve_model(forms=("text",)) as server:
        plain = run(server, story, tmp_path / "b")
        assert {call.form for call in server.answered} == {"text"}
        refused = len(server.received) - len(server.answered)
        server.reset()
        (story / "00.md").write_text(make_account(7), encoding="utf-8")
        run(server, story, tmp_path / "b")
        assert {call.form for call in server.received} == {"text"}
    assert 2 <= refused <= 2 * 4  # each of the calls under way at first finds the rung for itself
    assert without_cost(plain.batch.digests) == without_cost(able.batch.digests)
    assert plain.comparison is not None
    assert able.comparison is not None
    assert without_cost(plain.comparison.digests) == without_cost(able.comparison.digests)
    apart: dict[str, object] = {"digests": ()}
    assert plain.comparison.model_copy(update=apart) == able.comparison.model_copy(update=apart)
    assert plain.briefing is not None
    assert able.briefing is not None
    assert plain.briefing.model_copy(update={"usage": able.usage}) == able.briefing
