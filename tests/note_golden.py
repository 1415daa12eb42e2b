"""The golden files of the note: how each renderer shows the story of `briefing_story`.

After an intended change, `python tests/note_golden.py` writes them anew; read the difference before you commit it.
"""

from collections.abc import Callable
from pathlib import Path

from briefing_story import briefing, first_day, second_day
from counterclaim.core.editions import NoteDifference
from counterclaim.core.records import Briefing
from counterclaim.note.csv import render_csv
from counterclaim.note.developments import find_difference
from counterclaim.note.html import render_html
from counterclaim.note.jsonld import render_jsonld
from counterclaim.note.markdown import render_markdown, render_markdown_difference
from counterclaim.note.terminal import render_terminal, render_terminal_difference

FOLDER = Path(__file__).parent / "golden"
RENDERED: dict[str, Callable[[Briefing], str]] = {
    "note-80.txt": lambda made: render_terminal(made, width=80),
    "note-140.txt": lambda made: render_terminal(made, width=140),
    "note-80-color.txt": lambda made: render_terminal(made, width=80, color=True),
    "note.md": render_markdown,
    "note.html": render_html,
    "note.csv": render_csv,
    "note.jsonld": render_jsonld,
    "note.json": lambda made: made.model_dump_json(indent=1) + "\n",
}
SECOND_DAY: dict[str, Callable[[Briefing], str]] = {
    "second-day-80.txt": lambda made: render_terminal(made, width=80),
    "second-day.md": render_markdown,
    "diff-80.txt": lambda made: render_terminal_difference(first_to(made), width=80),
    "diff.md": lambda made: render_markdown_difference(first_to(made)),
    "diff.json": lambda made: first_to(made).model_dump_json(indent=1) + "\n",
}


def first_to(made: Briefing) -> NoteDifference:
    """What changed from the first day's note to this one."""
    return find_difference(first_day(), made)


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for made, renderers in ((briefing(), RENDERED), (second_day(), SECOND_DAY)):
        for name, render in renderers.items():
            (FOLDER / name).write_bytes(render(made).encode())


if __name__ == "__main__":
    write()
