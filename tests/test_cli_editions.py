import json
from pathlib import Path

import pytest

from command import GAZETTE, HARBOUR, counterclaim, write
from counterclaim.core.editions import NoteDifference
from counterclaim.core.records import Briefing

CORRECTED = HARBOUR.replace("At least 12 people", "At least 14 people")


@pytest.fixture
def first(tmp_path: Path) -> str:
    write(tmp_path, "monday/a.md", HARBOUR)
    note = str(tmp_path / "note.json")
    assert counterclaim("brief", str(tmp_path / "monday"), "-o", note, "--quiet").code == 0
    return note


def load(path: str) -> Briefing:
    return Briefing.model_validate_json(Path(path).read_text(encoding="utf-8"))


def test_a_note_goes_on_from_the_one_before_in_one_file(first: str, tmp_path: Path) -> None:
    write(tmp_path, "tuesday/b.md", GAZETTE)
    write(tmp_path, "tuesday/again.md", HARBOUR)
    ran = counterclaim("brief", str(tmp_path / "tuesday"), "--previous", first, "-o", first)
    assert ran.code == 0
    assert "given again and not counted twice: 1" in ran.err
    made = load(first)
    assert (made.version, len(made.articles)) == (2, 2)
    assert made.since is not None
    assert made.since.developments[0].kind == "disputed"
    shown = counterclaim("brief", str(tmp_path / "tuesday"), "--previous", first).out
    assert "Version      3, goes on from version 2" in shown
    assert "Nothing: no statement is new" in shown


def test_a_title_that_nobody_gave_is_made_anew(first: str, tmp_path: Path) -> None:
    paper = write(tmp_path, "b.md", GAZETTE)
    given = str(tmp_path / "given.json")
    counterclaim("brief", str(tmp_path / "monday"), "--title", "The Aurora", "-o", given)
    titles = [
        json.loads(counterclaim("brief", paper, "--previous", note, "--format", "json").out)["title"]
        for note in (first, given)
    ]
    assert titles == ["Aurora and Lisse: two accounts, 5 Oct 2025", "The Aurora"]


def test_a_corrected_article_is_a_revision(first: str, tmp_path: Path) -> None:
    write(tmp_path, "monday/a.md", CORRECTED)
    later = str(tmp_path / "later.json")
    ran = counterclaim("brief", str(tmp_path / "monday"), "--previous", first, "-o", later)
    assert "another text of 'Ferry lost off Lisse', which it replaces" in ran.err
    made = load(later)
    assert len(made.articles) == 1
    assert made.since is not None
    assert len(made.since.corrected) == 1
    assert [(d.kind, d.direction) for d in made.since.developments] == [("revised", "up")]


def test_diff_in_every_format(first: str, tmp_path: Path) -> None:
    write(tmp_path, "tuesday/b.md", GAZETTE)
    later = str(tmp_path / "later.json")
    counterclaim("brief", str(tmp_path / "tuesday"), "--previous", first, "-o", later, "--quiet")
    terminal, markdown, record = (
        counterclaim("diff", first, later, "--format", form) for form in ("terminal", "markdown", "json")
    )
    assert [terminal.code, markdown.code, record.code] == [0, 0, 0]
    assert "[NEWLY DISPUTED]" in terminal.out
    assert "**NEWLY DISPUTED**" in markdown.out
    found = NoteDifference.model_validate_json(record.out)
    assert found == load(later).since
    assert json.loads(record.out)["schema"] == "counterclaim/diff/1"


def test_what_is_no_note_is_said_before_anything_is_read(tmp_path: Path) -> None:
    paper = write(tmp_path, "a.md", HARBOUR)
    for command in (("brief", paper, "--previous", paper), ("diff", paper, paper)):
        ran = counterclaim(*command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            f"counterclaim: {paper!r}: it is not JSON; give the note as `counterclaim brief ... --format json` wrote it\n"
        )


def test_no_new_article_is_no_new_version(first: str, tmp_path: Path) -> None:
    ran = counterclaim("brief", str(tmp_path / "none.md"), "--previous", first)
    assert (ran.code, ran.out) == (1, "")
