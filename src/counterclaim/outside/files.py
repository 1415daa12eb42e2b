"""Finding sources and loading their bytes: files, folders, standard input (room: edges).

A source named on the command line must be readable. In a folder only what looks like an article is taken: files
with a known suffix, in subfolders too, in the order of their paths. Hidden names, and names that speak about the
folder (README, LICENSE), are passed over; files of other kinds are passed over and named in a notice.
"""

import errno
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from counterclaim.core.errors import (
    SourceEmptyError,
    SourceError,
    SourceMissingError,
    SourceTooLargeError,
    SourceUnreadableError,
)

Kind = Literal["plain", "markdown", "page", "json", "note"]
STDIN = "-"
_MEGABYTE = 1_000_000
MAX_BYTES = 10 * _MEGABYTE
_KINDS: dict[str, Kind] = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
}
_ABOUT_FOLDER = frozenset({"readme", "license", "licence", "changelog", "contributing", "notice"})
_READABLE = ".txt, .md, .html, .json or .jsonl"
_HEAD = 4096
_OUR_NOTE = re.compile(rb"\bbriefing note\W{1,3}machine draft, not reviewed\b", re.IGNORECASE)
_NOTE_HEAD = 1000
_CONVERT = f"convert it to text and give that as {_READABLE}"
_MAGIC = {
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
    b"SQLite format 3": "a database",
}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Material(NamedTuple):
    """The bytes of one source; its kind is "note" where it is a note of ours, in whatever format.

    `listed`: named by the user, not found in a folder.
    """

    source: str
    kind: Kind
    raw: bytes
    listed: bool = True


class Loaded(NamedTuple):
    """What was found, in the order given: material, or why there is none; and what was passed over."""

    items: tuple[Material | SourceError, ...]
    notices: tuple[str, ...] = ()


def pages_of(loaded: Loaded) -> tuple[bytes, ...]:
    """The HTML pages among the loaded sources, for a `PageReader`."""
    return tuple(item.raw for item in loaded.items if isinstance(item, Material) and item.kind == "page")


class _Place(NamedTuple):
    path: Path
    listed: bool


class _Found(NamedTuple):
    places: tuple[_Place, ...]
    passed_over: tuple[str, ...] = ()
    closed: tuple[SourceError, ...] = ()


def load_sources(
    sources: Sequence[str], *, stdin: BinaryIO | None = None, max_bytes: int = MAX_BYTES
) -> Loaded:
    """Load every source: a file, a folder, or `-` for standard input. Never raises for a source: errors are items."""
    items: list[Material | SourceError] = []
    notices: list[str] = []
    for source in sources:
        try:
            if source == STDIN:
                items.append(_load_stdin(stdin, max_bytes))
                continue
            found = _find_places(source)
        except SourceError as error:
            items.append(error)
            continue
        notices.extend(found.passed_over)
        items.extend(_load_place(place, max_bytes) for place in found.places)
        items.extend(found.closed)
    return Loaded(tuple(items), tuple(notices))


def is_read_from(folder: str, file: Path) -> bool:
    """Whether a file would be read as an article of a folder: it lies there, is of a kind that is read, and no note of ours."""
    try:
        inside = Path(folder).is_dir() and file.resolve().is_relative_to(Path(folder).resolve())
    except (OSError, ValueError):
        return False
    if not inside or file.suffix.lower() not in _KINDS:
        return False
    item = _load_place(_Place(file, listed=False), MAX_BYTES)
    return isinstance(item, Material) and item.kind != "note"


def _load_stdin(stdin: BinaryIO | None, max_bytes: int) -> Material:
    if stdin is None or stdin.closed:
        raise SourceMissingError("there is no standard input", source=STDIN, remedy="pipe an article into it")
    return _material(STDIN, None, stdin.read(max_bytes + 1), max_bytes)


def _find_places(source: str) -> _Found:
    if source.startswith(("http://", "https://")):
        remedy = "save the page and give the file"
        raise SourceUnreadableError("fetching URLs is not supported yet", source=source, remedy=remedy)
    if not source:
        raise SourceMissingError("this cannot be a file name", source=source, remedy="check the name")
    path = Path(source)
    try:
        is_folder = path.is_dir()
        exists = is_folder or path.exists()
    except (OSError, ValueError) as error:
        raise _translate(error, source) from error
    if not exists:
        what = "the link leads nowhere" if path.is_symlink() else "no such file or folder"
        raise SourceMissingError(what, source=source, remedy="check the name")
    return _search_folder(path, source) if is_folder else _Found((_Place(path, listed=True),))


def _search_folder(folder: Path, source: str) -> _Found:
    closed: list[SourceError] = []
    files = sorted(_walk(folder, closed))
    others = [path for path in files if path.suffix.lower() not in _KINDS]
    if len(others) == len(files) and not closed:
        seen = f" ({len(others)} of other kinds)" if others else ""
        raise SourceEmptyError(
            f"the folder holds no article{seen}", source=source, remedy=f"put {_READABLE} files into it"
        )
    return _Found(
        tuple(_Place(path, listed=False) for path in files if path.suffix.lower() in _KINDS),
        tuple(f"{path}: passed over, not a kind of file that is read" for path in others),
        tuple(closed),
    )


def _walk(folder: Path, closed: list[SourceError]) -> Iterator[Path]:
    """Files under the folder; subfolders that cannot be opened go to `closed`. Linked folders are not entered."""

    def note(error: OSError) -> None:
        closed.append(_translate(error, str(error.filename)))

    for parent, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        for name in files:
            if not name.startswith((".", "_")) and name.split(".")[0].lower() not in _ABOUT_FOLDER:
                yield Path(parent, name)


def _load_place(place: _Place, max_bytes: int) -> Material | SourceError:
    source = str(place.path)
    try:
        with place.path.open("rb") as file:
            raw = file.read(max_bytes + 1)
        return _material(source, _KINDS.get(place.path.suffix.lower()), raw, max_bytes)._replace(
            listed=place.listed
        )
    except SourceError as error:
        return error
    except (OSError, ValueError) as error:
        return _translate(error, source)


def _translate(error: OSError | ValueError, source: str) -> SourceError:
    """An operating system's error in our words; a name with a NUL in it is a ValueError."""
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, PermissionError):
        return SourceUnreadableError("permission denied", source=source, remedy="make it readable for you")
    if number == errno.ELOOP:
        return SourceUnreadableError("the link leads back to itself", source=source, remedy="mend the link")
    if number == errno.ENAMETOOLONG or number is None:
        return SourceMissingError("this cannot be a file name", source=source, remedy="check the name")
    return SourceUnreadableError(
        f"it cannot be read ({os.strerror(number)})", source=source, remedy="check the file"
    )


def _material(source: str, kind: Kind | None, raw: bytes, max_bytes: int) -> Material:
    if len(raw) > max_bytes:
        limit = f"{max_bytes / _MEGABYTE:g} MB" if max_bytes >= _MEGABYTE else f"{max_bytes:,} bytes"
        remedy = "give single articles, or raise the limit with --max-bytes"
        raise SourceTooLargeError(f"it is larger than {limit}", source=source, remedy=remedy)
    if not raw.strip():
        raise SourceEmptyError("it is empty", source=source, remedy="give a file that holds an article")
    what = _name_binary(raw)
    if what:
        raise SourceUnreadableError(f"it is {what}, not text", source=source, remedy=_CONVERT)
    if kind != "json" and _OUR_NOTE.search(raw[:_NOTE_HEAD]):
        return Material(source, "note", raw)
    return Material(source, kind or _sniff_kind(raw), raw)


def _name_binary(raw: bytes) -> str | None:
    """What kind of binary file this is, or None for text. UTF-16 has zero bytes, but every other byte only."""
    for magic, name in _MAGIC.items():
        if raw.startswith(magic):
            return name
    head = raw[:_HEAD]
    if b"\0" not in head or head.startswith(_WIDE_MARKS):
        return None
    zeros = (head[::2].count(0), head[1::2].count(0))
    return None if min(zeros) == 0 and max(zeros) >= len(head) / 4 else "a binary file"


def _sniff_kind(raw: bytes) -> Kind:
    """The kind of nameless content: standard input, or a file whose suffix says nothing."""
    head = raw[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith((b"{", b"[{", b"[ {", b"[\n")):
        return "json"
    if head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")):
        return "page"
    return "markdown" if head.startswith(b"---") else "plain"
