"""The note as a table for spreadsheets and databases: one row per occurrence of a claim (room: brains).

Text cells are quoted, number cells are not, lines end as RFC 4180 says. A text that a spreadsheet could take for a
formula gets an apostrophe in front (OWASP, "CSV Injection"), a quote too; everything else of a quote is verbatim.
"""

import csv
import math
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from counterclaim.core.records import Briefing
from counterclaim.note.columns import COLUMNS, Column, Value, rows
from counterclaim.note.prose import plain, printable

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
_BOM = "\ufeff"


def render_csv(briefing: Briefing, *, bom: bool = False) -> str:
    """The table with a header line; `bom` puts a byte order mark first, without which Excel does not see UTF-8.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(), summaries=(),
    ...                  claims=(), relations=(), threads=(), origins=())
    >>> render_csv(empty).split(",")[:3]
    ['"claim"', '"article"', '"outlet"']
    """
    head = [column.name for column in COLUMNS]
    body = ([_cell(*pair) for pair in zip(COLUMNS, row, strict=True)] for row in rows(briefing))
    return (_BOM if bom else "") + _table([head, *body])


def describe_columns() -> str:
    """The columns in their order with what stands in each, as a table of its own.

    >>> describe_columns().splitlines()[1]
    '"claim","id of the claim"'
    """
    return _table([["column", "meaning"], *([column.name, column.meaning] for column in COLUMNS)])


def _table(lines: Iterable[Sequence[str | float]]) -> str:
    page = StringIO(newline="")
    csv.writer(page, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n").writerows(lines)
    return page.getvalue()


def defuse(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> defuse("=1+1"), defuse("-5 degrees"), defuse("12 dead")
    ("'=1+1", "'-5 degrees", '12 dead')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def _cell(column: Column, value: Value) -> str | float:
    """Numbers stay numbers, whole ones without a point; what is not known is an empty cell."""
    if isinstance(value, str):
        return defuse(printable(value) if column.verbatim else plain(value))
    if value is None or not math.isfinite(value):
        return ""
    return int(value) if value == int(value) else value
