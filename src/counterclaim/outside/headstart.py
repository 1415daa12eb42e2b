"""Whether a command line looks as if there will be pages to read, told before anything is imported (room: edges).

Only a guess, and cheap: the process that reads pages takes longer to be ready than all that the command imports, so
it is started first. A wrong guess costs time and nothing else.
"""

import os
from collections.abc import Sequence

_PAGES = (".html", ".htm", ".xhtml")
_WRITTEN = frozenset({"-o", "--output"})
_HELP = frozenset({"-h", "--help"})


def expects_pages(arguments: Sequence[str]) -> bool:
    """Whether an argument names a page, or a folder with a page right in it; the file to be written is none.

    >>> expects_pages(["brief", "a.md", "-o", "note.html"]), expects_pages(["brief", "a.md", "b.HTML"])
    (False, True)
    """
    if not _HELP.isdisjoint(arguments):
        return False
    named = zip(("", *arguments), arguments, strict=False)
    return any(_is_page(name) or _holds_page(name) for before, name in named if before not in _WRITTEN)


def _is_page(name: str) -> bool:
    return name.lower().endswith(_PAGES)


def _holds_page(folder: str) -> bool:
    try:
        with os.scandir(folder) as found:
            return any(_is_page(entry.name) for entry in found)
    except (OSError, ValueError):
        return False
