"""Layout for a terminal: bullets, indents, labelled lines, columns (room: brains; only `terminal` and its parts import it).

Everything is a rich `Text`, never markup, so that nothing in an article can style or address the screen. rich wraps
and styles the lines; its tables, which measure every cell several times, are not needed for a note's few shapes.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest
from typing import NamedTuple, Protocol

from rich.console import Console
from rich.text import Text

from counterclaim.core.records import Status
from counterclaim.note.prose import counted, excerpt
from counterclaim.note.view import Citation

_NARROW = 60  # below it, words would break inside columns
_GAP = 2  # between columns
_REST = "the Markdown and JSON formats have all"
QUOTE_ROOM = 180
STYLES: dict[Status, str] = {
    "disputed": "bold red",
    "agreed": "bold green",
    "conceded": "bold green",
    "one_sided": "bold yellow",
    "single_origin": "bold yellow",
    "superseded": "bold cyan",
    "unclear": "bold magenta",
}


class Block(Protocol):
    """Part of a page that can be laid out for a width."""

    def lay_out(self, console: Console, width: int) -> Iterator[Text]:
        """The lines of the block, none wider than `width`."""
        ...


Lines = Iterator[Block | Text]


def print_lines(blocks: Iterable[Block | Text], *, width: int, color: bool) -> str:
    """The blocks as text; without `color` it holds no escape sequence. The environment is not asked."""
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        _environ={},
    )
    laid_out = (Paragraph(block) if isinstance(block, Text) else block for block in blocks)
    lines = [line for block in laid_out for line in block.lay_out(console, width)]
    if color:
        console.print(Text("\n").join(lines), no_wrap=True, overflow="ignore", crop=False, highlight=False)
    else:
        page.write("\n".join(line.plain for line in lines))
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n")).strip("\n") + "\n"


class Paragraph(NamedTuple):
    """A paragraph set in by some columns."""

    text: Text
    indent: int = 0

    def lay_out(self, console: Console, width: int) -> Iterator[Text]:
        """Wrap it into the room there is."""
        yield from _side_by_side(console, [self.text], [width - self.indent], self.indent)


class Hanging(NamedTuple):
    """Rows of a mark or label and a paragraph that hangs from it; the first column is `first` wide, gap included."""

    rows: Sequence[tuple[Text, Text]]
    first: int
    indent: int = 0

    def lay_out(self, console: Console, width: int) -> Iterator[Text]:
        """Wrap the paragraphs into the room beside the first column."""
        widths = [self.first, width - self.indent - self.first]
        for row in self.rows:
            yield from _side_by_side(console, row, widths, self.indent)


class Columns(NamedTuple):
    """Rows in columns that share the width as `shares` say; `first` fixes the width of the first one instead.

    On a narrow screen each row becomes a paragraph.
    """

    rows: Sequence[Sequence[Text]]
    shares: Sequence[int]
    indent: int
    first: int | None = None

    def lay_out(self, console: Console, width: int) -> Iterator[Text]:
        """Lay the rows out for the width there is."""
        if width < _NARROW:
            for row in self.rows:
                text = Text("  ").join(filter(None, row))
                yield from Paragraph(text, self.indent).lay_out(console, width)
            return
        widths = _share_out(width - self.indent, self.shares, self.first)
        for row in self.rows:
            yield from _side_by_side(console, row, widths, self.indent, gap=_GAP)


def bulleted(text: Text, *, indent: int = 2, mark: str = "•") -> Hanging:
    """A paragraph that hangs from a mark."""
    return Hanging([(Text(" " * indent + mark), text)], indent + len(mark) + 1)


def indented(text: Text, indent: int) -> Paragraph:
    """A paragraph set in by some columns."""
    return Paragraph(text, indent)


def labelled(pairs: Sequence[tuple[str, str]], *, indent: int = 2) -> Hanging:
    """Labels in a first column, what they stand for in a second; pairs without words are left out."""
    rows = [(Text(label, "dim"), Text(words)) for label, words in pairs if words]
    return Hanging(rows, max((label.cell_len for label, _ in rows), default=0) + _GAP, indent)


def folded(left: int, noun: str, *, indent: int = 2) -> Lines:
    """How many more there are, and where; nothing where none is left."""
    if left > 0:
        yield indented(Text(f"and {counted(left, f'more {noun}')} ({_REST})", style="dim"), indent)


def quote_words(citation: Citation, room: int = QUOTE_ROOM) -> str:
    """The quote in quotation marks, as much of it as there is room for."""
    return excerpt(citation.quote, room, citation.focus).marked()


def _share_out(width: int, shares: Sequence[int], first: int | None) -> list[int]:
    """The widths of the columns, gaps included: in proportion to the shares, rounded up from the left.

    >>> _share_out(76, (1, 3, 4), 18), _share_out(10, (1, 1, 1), None)
    ([20, 24, 32], [4, 3, 3])
    """
    fixed = [] if first is None else [first + _GAP]
    left, widths = width - sum(fixed), fixed
    for number in range(len(fixed), len(shares)):
        widths.append(-(-left * shares[number] // sum(shares[number:])))
        left -= widths[-1]
    return widths


def _side_by_side(
    console: Console, cells: Sequence[Text], widths: Sequence[int], indent: int, *, gap: int = 0
) -> Iterator[Text]:
    """The lines of cells beside each other; all but the last keep `gap` columns free at their right.

    A row may have fewer cells than there are columns.
    """
    rooms = [*(width - gap for width in widths[:-1]), widths[-1]]
    wrapped = [cell.wrap(console, room, overflow="fold") for cell, room in zip(cells, rooms, strict=False)]
    for parts in zip_longest(*wrapped, fillvalue=Text()):
        line = Text(" " * indent)
        for part, width in zip(parts, widths, strict=False):
            line.append_text(part).append(" " * (width - part.cell_len))
        yield line


def mark_status(status: Status, words: str) -> Text:
    """A status in words between brackets, so that its colour is not what tells it.

    >>> mark_status("disputed", "disputed").plain
    '[DISPUTED]'
    """
    return Text(f"[{words.upper()}]", style=STYLES[status])
