"""On a screen: the pager, the width, the colour. The command runs in a pseudo-terminal of its own."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from command import GAZETTE, HARBOUR, write
from counterclaim.outside.pager import show_paged

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")

PAGER = f"{sys.executable} -c \"import sys; print('PAGED'); sys.stdout.write(sys.stdin.read())\""
SHORT, LONG = {"LINES": "10", "COLUMNS": "80"}, {"LINES": "1000", "COLUMNS": "80"}


def on_screen(*arguments: str, **env: str) -> tuple[int, str]:
    """What a person sees who runs the command on a terminal."""
    screen, terminal = pty.openpty()
    inherited = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "PAGER", "LESS"}}
    with subprocess.Popen(
        [sys.executable, "-m", "counterclaim", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=subprocess.DEVNULL,
        env=inherited | {"TERM": "xterm", "PAGER": PAGER} | env,
    ) as process:
        os.close(terminal)
        shown = b""
        with suppress(OSError):  # the other side is closed
            while piece := os.read(screen, 65536):
                shown += piece
        os.close(screen)
        return process.wait(timeout=60), shown.decode().replace("\r\n", "\n")


@pytest.fixture
def story(tmp_path: Path) -> str:
    write(tmp_path, "story/a.md", HARBOUR)
    write(tmp_path, "story/b.md", GAZETTE)
    return str(tmp_path / "story")


def test_what_is_longer_than_the_screen_is_paged(story: str) -> None:
    code, shown = on_screen("brief", story, **SHORT)
    assert code == 0
    assert shown.startswith("PAGED\n")
    assert "METHOD" in shown


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        pytest.param([], LONG, id="it fits"),
        pytest.param(["--no-pager"], SHORT, id="none wanted"),
        pytest.param([], SHORT | {"PAGER": "cat"}, id="cat is none"),
        pytest.param([], SHORT | {"PAGER": ""}, id="an empty name is none"),
        pytest.param([], SHORT | {"PAGER": "no-such-pager"}, id="not installed"),
        pytest.param([], SHORT | {"PAGER": "less '"}, id="an open quotation mark"),
        pytest.param([], SHORT | {"TERM": "dumb"}, id="a terminal that cannot"),
        pytest.param(["--format", "markdown"], SHORT, id="a file's format"),
    ],
)
def test_what_is_printed_at_once(story: str, arguments: list[str], env: dict[str, str]) -> None:
    code, shown = on_screen("brief", story, *arguments, **env)
    assert code == 0
    assert "PAGED" not in shown
    assert "machine draft" in shown


@pytest.mark.parametrize("command", ["read", "summarize", "compare"])
def test_the_lists_are_paged_too(story: str, command: str) -> None:
    few = {"LINES": "3", "COLUMNS": "80"}
    assert on_screen(command, story, **few)[1].startswith("PAGED\n")
    assert "PAGED" not in on_screen(command, story, "--no-pager", **few)[1]


@pytest.mark.parametrize("columns", ["80", "160"])
def test_the_note_is_as_wide_as_the_screen(story: str, columns: str) -> None:
    env = {"NO_COLOR": "1", "LINES": "1000", "COLUMNS": columns}
    longest = max(map(len, on_screen("brief", story, **env)[1].splitlines()))
    assert int(columns) * 0.7 < longest <= int(columns)


def test_colour_is_for_screens_that_want_it(story: str) -> None:
    assert "\x1b[" in on_screen("brief", story, **LONG)[1]
    assert "\x1b[" in on_screen("brief", story, **SHORT)[1]
    assert "\x1b" not in on_screen("brief", story, **LONG, NO_COLOR="1")[1]
    assert "\x1b" not in on_screen("brief", story, **SHORT, NO_COLOR="1")[1]


def test_a_pager_that_is_left_early_is_no_error(story: str) -> None:
    assert on_screen("brief", story, **SHORT, PAGER="true")[0] == 0


def test_a_pager_is_asked_with_the_flags_that_show_colour(tmp_path: Path) -> None:
    script = write(
        tmp_path, "pager.py", f"import os; open({str(tmp_path / 'flags')!r}, 'w').write(os.environ['LESS'])"
    )
    assert show_paged("text", {"PAGER": f"{sys.executable} {script}"})
    assert (tmp_path / "flags").read_text(encoding="utf-8") == "FRX"
    assert show_paged("text", {"PAGER": f"{sys.executable} {script}", "LESS": "S"})
    assert (tmp_path / "flags").read_text(encoding="utf-8") == "S"


def test_without_a_pager_nothing_is_shown() -> None:
    assert not show_paged("text", {"PAGER": "cat"})
