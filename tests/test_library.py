import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

import counterclaim
from accounts import write_accounts
from command import GAZETTE, HARBOUR, write
from counterclaim import Article, SourceBatch, brief, compare, diff, digest, read, render
from counterclaim.core.errors import SetupError, UsageError
from counterclaim.core.model import ModelReply, ModelRequest
from counterclaim.library import name_of
from counterclaim.steps.models import ModelSettings
from fake_model import FakeModel, honest
from test_steps_stories import answer

SEED = Path(__file__).parent.parent / "seeds" / "durand-line"


@pytest.fixture
def batch(tmp_path: Path) -> SourceBatch:
    return read(write(tmp_path, "a.md", HARBOUR), Path(write(tmp_path, "b.md", GAZETTE)))


@pytest.fixture
def accounts(tmp_path: Path) -> SourceBatch:
    return read(write_accounts(tmp_path / "story", 2))


def test_reading_lists_what_cannot_be_read_and_never_raises(tmp_path: Path) -> None:
    found = read(write(tmp_path, "a.md", HARBOUR), tmp_path / "none.md")
    assert [article.outlet for article in found.articles] == ["Harbour Press"]
    assert [one.source for one in found.unread] == [str(tmp_path / "none.md")]
    assert brief(found).unread == found.unread


def test_step_by_step_and_at_once_come_to_the_same_note(batch: SourceBatch) -> None:
    comparison = compare(digest(batch.articles))
    assert brief(comparison) == brief(batch)
    assert [thread.status for thread in comparison.threads if thread.status == "disputed"] == ["disputed"]


def test_the_library_and_the_command_line_write_the_same_note() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "counterclaim", "brief", str(SEED), "--format", "markdown", "--quiet"],
        capture_output=True, check=True,
    )  # fmt: skip
    note = brief(SourceBatch(tuple(reversed(read(SEED).articles))[::-1]))
    assert render(note) == done.stdout.decode()


@pytest.mark.parametrize("form", ["terminal", "markdown", "csv", "jsonld", "json"])
def test_every_format_is_rendered(batch: SourceBatch, form: str) -> None:
    assert "Harbour Press" in render(brief(batch), form)


def test_a_format_that_there_is_not(batch: SourceBatch) -> None:
    with pytest.raises(ValueError, match="is not a valid Format"):
        render(brief(batch), "pdf")
    with pytest.raises(UsageError, match="one record"):
        render(brief(batch), "jsonl")


def test_a_note_goes_on_from_another_with_articles_or_a_comparison(batch: SourceBatch) -> None:
    first, second = (SourceBatch((article,)) for article in batch.articles)
    monday = brief(first, title="The Aurora")
    tuesday = brief(second, previous=monday)
    assert (tuesday.version, tuesday.title, len(tuesday.articles)) == (2, "The Aurora", 2)
    assert brief(compare(digest(second.articles)), previous=monday) == tuesday
    assert diff(monday, tuesday) == tuesday.since


def test_a_model_of_ones_own_reads_judges_and_sums_up(accounts: SourceBatch) -> None:
    model = FakeModel(answer)
    note = brief(accounts, model=model)
    assert [request.stage for request in model.asked][:2] == ["digest", "digest"]
    assert {request.model for request in model.asked} == {"FakeModel"}
    assert (note.engine.reader, note.engine.model) == ("model", "FakeModel")
    assert note.usage.calls == len(model.asked)
    assert "model FakeModel" in render(note)


def test_a_model_reads_articles_and_its_digests_can_be_briefed_without_it(accounts: SourceBatch) -> None:
    digests = digest(accounts.articles, model=FakeModel(honest))
    assert {one.reader for one in digests} == {"model"}
    alone = brief(compare(digests))
    assert (alone.engine.model, alone.usage.calls) == ("FakeModel", 2)
    assert "model FakeModel" in render(alone)
    judged = brief(compare(digests), model=FakeModel(answer))
    assert judged.engine.model == "FakeModel"


def test_a_model_is_not_asked_about_the_articles_of_the_earlier_note(accounts: SourceBatch) -> None:
    first = brief(SourceBatch(accounts.articles[:1]), model=FakeModel(answer))
    model = FakeModel(answer)
    second = brief(accounts, model=model, previous=first)
    assert [request.stage for request in model.asked].count("digest") == 1
    assert second.version == 2


def test_a_running_event_loop_is_no_hindrance(accounts: SourceBatch) -> None:
    async def cell() -> tuple[str, ...]:
        return tuple(one.reader for one in digest(accounts.articles, model=FakeModel(honest)))

    assert asyncio.run(cell()) == ("model", "model")


def test_settings_say_everything(batch: SourceBatch, tmp_path: Path) -> None:
    offline = ModelSettings(name="some-model", cache=tmp_path / "cache", offline=True)
    with pytest.raises(SetupError, match="no reply of some-model is stored"):
        digest(batch.articles, model=offline)


def test_a_name_takes_the_rest_from_the_environment(
    batch: SourceBatch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(counterclaim.CounterclaimError, match="OPENAI_API_KEY"):
        digest(batch.articles, model="some-model")


@pytest.mark.parametrize("name", ["", "  "])
def test_a_model_has_a_name(batch: SourceBatch, name: str) -> None:
    for ask in (lambda: digest(batch.articles, model=name), lambda: brief(batch, model=name)):
        with pytest.raises(UsageError, match="a model has a name"):
            ask()


def test_builtin_is_the_built_in_reader(batch: SourceBatch) -> None:
    assert brief(batch, model="builtin") == brief(batch)
    assert digest(batch.articles, model="builtin") == digest(batch.articles)


def test_a_model_is_called_what_it_calls_itself() -> None:
    class Named:
        name = "my-model"

        async def ask(self, request: ModelRequest) -> ModelReply:
            raise NotImplementedError(request)

    assert name_of(Named()) == "my-model"
    assert name_of(FakeModel(honest)) == "FakeModel"


def test_importing_the_package_imports_nothing_of_it() -> None:
    script = "import counterclaim, sys; print([n for n in sys.modules if n.startswith(('counterclaim.', 'pydantic', 'typer', 'rich'))])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_there_is_no_other_name() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'summarize'"):
        counterclaim.summarize  # noqa: B018


def test_an_article_of_ones_own() -> None:
    mine = Article(id="a", source="mine", outlet="Post", text="Police said 15 people were killed.", sha256="")
    assert [claim.answer for claim in digest([mine])[0].claims] == ["15"]
