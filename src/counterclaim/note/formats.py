"""The formats of the note: their names, their suffixes, and which renderer serves (room: brains).

The one list of formats: the command line, the library and the tests over all formats read it. A renderer is imported
when its format is asked for: a terminal needs no Word library, and `--help` needs none of them.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, assert_never

from counterclaim.core.errors import UsageError

if TYPE_CHECKING:
    from counterclaim.core.records import Briefing


class Format(StrEnum):
    """How results are written. JSON Lines is for lists of records; a note has no such form."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    JSONLD = "jsonld"
    JSON = "json"
    JSONL = "jsonl"


NOTE_FORMATS = tuple(form for form in Format if form is not Format.JSONL)
SUFFIXES = {
    ".txt": Format.TERMINAL,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".csv": Format.CSV,
    ".jsonld": Format.JSONLD,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
}


class Layout(NamedTuple):
    """What a format may be told. `width`, `color`: of a screen. `bom`: begin a table with a byte order mark."""

    width: int = 80
    color: bool = False
    bom: bool = False


_PLAIN = Layout()


def render_note(briefing: "Briefing", form: Format, layout: Layout = _PLAIN) -> str:
    """The note in a format; the same briefing gives the same text.

    Raises:
        UsageError: A note has no such format.
    """
    match form:
        case Format.TERMINAL:
            from counterclaim.note.terminal import render_terminal

            return render_terminal(briefing, width=layout.width, color=layout.color)
        case Format.MARKDOWN:
            from counterclaim.note.markdown import render_markdown

            return render_markdown(briefing)
        case Format.HTML:
            from counterclaim.note.html import render_html

            return render_html(briefing)
        case Format.CSV:
            from counterclaim.note.csv import render_csv

            return render_csv(briefing, bom=layout.bom)
        case Format.JSONLD:
            from counterclaim.note.jsonld import render_jsonld

            return render_jsonld(briefing)
        case Format.JSON:
            return briefing.model_dump_json(indent=2) + "\n"
        case Format.JSONL:
            remedy = f"choose one of: {', '.join(NOTE_FORMATS)}"
            raise UsageError("a note is one record, not a list of them", source=form, remedy=remedy)
        case _:
            assert_never(form)
