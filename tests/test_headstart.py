"""A guess before anything is imported, and the process that is started on it."""

import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.outside.headstart import expects_pages

PAGE = "<html><article><p>A ferry sank at noon on Sunday, the harbour master said.</p></article></html>"


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("texts/a.md", "mixed/a.md", "mixed/b.HTM"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A ferry sank.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param("brief mixed", True, id="folder-with-a-page"),
        pytest.param("brief texts", False, id="folder-without"),
        pytest.param("brief texts --title T b.xhtml", True, id="page-last"),
        pytest.param("brief missing.html", True, id="no-such-page-is-for-the-command-to-say"),
        pytest.param("brief texts -o mixed.html", False, id="written"),
        pytest.param("brief texts --output mixed", False, id="written-long"),
        pytest.param("brief mixed --help", False, id="help"),
        pytest.param("brief - nowhere", False, id="standard-input"),
        pytest.param("", False, id="nothing"),
    ],
)
@pytest.mark.usefixtures("folders")
def test_what_a_command_line_looks_like(arguments: str, expected: bool) -> None:  # noqa: FBT001 - a column
    assert expects_pages(arguments.split()) is expected


def test_a_name_that_cannot_be_one() -> None:
    assert not expects_pages(["brief", "a\0b", "x" * 5000])


def loaded_by(*arguments: str) -> list[str]:
    """The modules that a command imports, in order."""
    command = [sys.executable, "-X", "importtime", "-m", "counterclaim", *arguments]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if "|" in line]


def test_the_process_is_started_before_the_command_line_is_imported(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    modules = loaded_by("read", str(tmp_path))
    assert modules.index("counterclaim.outside.pages") < modules.index("typer")


def test_without_pages_nothing_is_started_ahead(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry sank at noon on Sunday.", encoding="utf-8")
    modules = loaded_by("read", str(tmp_path))
    assert modules.index("counterclaim.outside.pages") > modules.index("typer")
