"""Blocks of Markdown that are no prose: code, which is left out and counted, and tables, a row a line (room: brains)."""

import re
from typing import NamedTuple

_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_BORDER = frozenset("|:- \t")


class Bared(NamedTuple):
    """A text without its blocks of code, and what to tell of them."""

    text: str
    flags: tuple[str, ...]


def drop_code(text: str) -> Bared:
    r"""Leave out what stands between fences; a fence that nothing closes is a line like any other.

    >>> drop_code("Ten died.\n```py\nprint(40)\n```\nTwo were hurt.\n~~~")
    Bared(text='Ten died.\n\nTwo were hurt.\n~~~', flags=('left out, for it is code: 1 block (1 line)',))
    """
    lines, kept, dropped, blocks = text.split("\n"), list[str](), 0, 0
    unclosed: dict[str, int] = {}  # by kind of fence, the shortest that is known to stand open
    number = 0
    while number < len(lines):
        fence = _FENCE.match(lines[number])
        end = _find_end(lines, number, fence[1], unclosed) if fence else None
        if end is None:
            kept.append(lines[number])
            number += 1
        else:
            kept.append("")
            dropped, blocks, number = dropped + end - number - 1, blocks + 1, end + 1
    return Bared("\n".join(kept), (_tell(blocks, dropped),) if blocks else ())


def _find_end(lines: list[str], start: int, fence: str, unclosed: dict[str, int]) -> int | None:
    kind, least = fence[0], len(fence)
    if least >= unclosed.get(kind, least + 1):
        return None
    for number in range(start + 1, len(lines)):
        bare = lines[number].strip()
        if len(bare) >= least and bare == kind * len(bare):
            return number
    unclosed[kind] = least
    return None


def _tell(blocks: int, lines: int) -> str:
    counted = f"{blocks} block{'s' * (blocks > 1)} ({lines} line{'s' * (lines != 1)})"
    return f"left out, for it is code: {counted}"


def bar_rows(text: str) -> str:
    r"""Write every row of a table as a line between upright bars, without the line that rules it off its head.

    >>> bar_rows("Town | Dead\n--- | ---:\nOrvale | 10\n\nTen | or so, he said.")
    '| Town | Dead |\n| Orvale | 10 |\n\nTen | or so, he said.'
    """
    lines = text.split("\n")
    rows: set[int] = set()
    for number, line in enumerate(lines):
        inside = number - 1 in rows and "|" in line
        headed = number + 1 < len(lines) and _is_border(lines[number + 1]) and "|" in line
        bare = line.strip()
        if inside or headed or (len(bare) > 1 and bare.startswith("|") and bare.endswith("|")):
            rows.add(number)
    return "\n".join(
        f"| {line.strip().strip('|').strip()} |" if number in rows else line
        for number, line in enumerate(lines)
        if not (number in rows and _is_border(line))
    )


def _is_border(line: str) -> bool:
    return {"|", "-"} <= {*line} <= _BORDER


def bare_row(line: str) -> str:
    """A row of a table without the bars at its ends, as the rows of pages are."""
    bare = line.strip()
    return bare[1:-1].strip() if len(bare) > 1 and bare.startswith("|") and bare.endswith("|") else line
