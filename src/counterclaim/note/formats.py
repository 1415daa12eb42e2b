"""The formats of the note: their names, their suffixes, and which renderer serves (room: brains).

The one list of formats: the command line, the library and the tests over all formats read it. A renderer is imported
when its format is asked for: a terminal needs no Word library, and `--help` needs none of them.
"""

from enum import StrEnum
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, assert_never

from counterclaim.core.errors import UsageError

if TYPE_CHECKING:
    from counterclaim.core.records import Briefing


class Format(StrEnum):
    """How results are written. JSON Lines is for lists of records; a note has no such form.

    A format is also called by the suffix of its files.

    >>> Format("md")
    <Format.MARKDOWN: 'markdown'>
    """

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    CSV = "csv"
    JSONLD = "jsonld"
    JSON = "json"
    JSONL = "jsonl"

    @classmethod
    def _missing_(cls, value: object) -> "Format | None":
        return SUFFIXES.get(f".{value}".lower())


NOTE_FORMATS = tuple(form for form in Format if form is not Format.JSONL)
SUFFIXES = {
    ".txt": Format.TERMINAL,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".docx": Format.DOCX,
    ".csv": Format.CSV,
    ".jsonld": Format.JSONLD,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
}


BINARY = frozenset({Format.DOCX})  # not for a screen
_PACKAGES = {Format.DOCX: "docx"}  # what an extra of the same name installs


class Layout(NamedTuple):
    """What a format may be told. `width`, `color`: of a screen. `bom`: begin a table with a byte order mark."""

    width: int = 80
    color: bool = False
    bom: bool = False


_PLAIN = Layout()


def require_extra(form: Format) -> None:
    """Refuse a format whose optional package is not installed, before any work is done.

    Raises:
        UsageError: With the command that installs it.
    """
    package = _PACKAGES.get(form)
    if package and find_spec(package) is None:
        what = f"the format {form} needs a package that is not installed"
        raise UsageError(what, remedy=f"pip install 'counterclaim[{form}]'")


def render_note(briefing: "Briefing", form: Format, layout: Layout = _PLAIN) -> str | bytes:
    """The note in a format, as text or as the bytes of a file; the same briefing gives the same note.

    Raises:
        UsageError: A note has no such format, or the package for it is not installed.
    """
    require_extra(form)
    note: str | bytes
    match form:
        case Format.TERMINAL:
            from counterclaim.note.terminal import render_terminal

            note = render_terminal(briefing, width=layout.width, color=layout.color)
        case Format.MARKDOWN:
            from counterclaim.note.markdown import render_markdown

            note = render_markdown(briefing)
        case Format.HTML:
            from counterclaim.note.html import render_html

            note = render_html(briefing)
        case Format.DOCX:
            from counterclaim.note.docx import render_docx

            note = render_docx(briefing)
        case Format.CSV:
            from counterclaim.note.csv import render_csv

            note = render_csv(briefing, bom=layout.bom)
        case Format.JSONLD:
            from counterclaim.note.jsonld import render_jsonld

            note = render_jsonld(briefing)
        case Format.JSON:
            note = briefing.model_dump_json(indent=2) + "\n"
        case Format.JSONL:
            remedy = f"choose one of: {', '.join(NOTE_FORMATS)}"
            raise UsageError("a note is one record, not a list of them", source=form, remedy=remedy)
        case _:
            assert_never(form)
    return note
