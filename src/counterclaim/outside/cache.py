"""The cache folder: texts under keys, on disk, for good (room: edges).

diskcache does the storing: SQLite in WAL mode, every write synced before it returns, nothing ever evicted or expired.
Out of the box it pickles what is not plain and unpickles what it finds, so that whoever can write to the folder can run
code in every reader (CVE-2025-69872, and its JSONDisk does not help). Our `TextDisk` stores text only, always inside
the database (values in files of their own would not be synced, and their names could point anywhere), and refuses
every row of another kind, on the way in and on the way out.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import diskcache
from diskcache.core import MODE_RAW, UNKNOWN

from counterclaim.outside.store import CacheError

_DATABASE = diskcache.core.DBNAME
_PRIVATE = 0o700
_FOREIGN = "`counterclaim cache clear` removes everything in it, unread"


class ForeignRowError(Exception):
    """A row of the database is not text: diskcache would unpickle it, or open the file that it names."""


class TextDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache has no types
    """Keys and values are text in the database, or they are refused. No pickle is written or read, no file touched."""

    def put(self, key: object) -> tuple[str, bool]:
        """The key as it is stored, and that it is stored raw."""
        return _require_text(key), True

    def get(self, key: object, raw: object) -> str:
        """The key as it was stored."""
        if not raw:
            raise ForeignRowError("a key that is not text")
        return _require_text(key)

    def store(self, value: object, read: object, key: object = UNKNOWN) -> tuple[int, int, None, str]:  # noqa: ARG002 - diskcache's signature
        """The columns of a value: size, mode, file name, value."""
        return 0, MODE_RAW, None, _require_text(value)

    def fetch(self, mode: object, filename: object, value: object, read: object) -> str:  # noqa: ARG002 - diskcache's signature
        """The value of a row."""
        if mode != MODE_RAW or filename is not None:
            raise ForeignRowError("a pickle or a file where text should be")
        return _require_text(value)

    def remove(self, file_path: object) -> None:
        """Delete nothing: no row of ours has a file, and the name in a foreign row may be anybody's."""


def _require_text(value: object) -> str:
    if not isinstance(value, str):
        raise ForeignRowError(f"{type(value).__name__} where text should be")
    return value


class DiskCache:
    """Texts under keys in one folder, which nobody else may enter. Close it, or use it in a `with`.

    Args:
        folder: Where it is. It is made if absent; an existing folder must be a cache or empty.
        patience: How many seconds to wait for another process that is writing.

    Raises:
        CacheError: From every method: the folder or the database cannot be used, or holds a row that is not ours.
    """

    def __init__(self, folder: Path, *, patience: float = 20) -> None:
        self.folder = folder
        with self._translated("opened"):
            _make_private(folder)
            self._cache = _open(folder, patience)

    def get(self, key: str) -> str | None:
        """The text under a key, None if there is none."""
        with self._translated("read"):
            found: str | None = self._cache.get(key)
            return found

    def put(self, key: str, text: str) -> None:
        """Store a text in place of what was there. It is on the disk when this returns."""
        with self._translated("written"):
            self._cache.set(key, text)

    def delete(self, key: str) -> None:
        """Remove a key, if it is there."""
        with self._translated("written"):
            self._cache.delete(key)

    def keys(self, prefix: str = "") -> Iterator[str]:
        """All keys that begin so, in their order."""
        with self._translated("read"):
            yield from (key for key in self._cache.iterkeys() if key.startswith(prefix))

    def clear(self) -> int:
        """Remove everything, foreign rows too, without reading it; how many rows there were."""
        with self._translated("emptied"):
            removed: int = self._cache.clear()
            return removed

    def size(self) -> int:
        """Bytes of the cache's files on disk."""
        with self._translated("read"):
            return sum(path.stat().st_size for path in self.folder.glob(f"{_DATABASE}*"))

    def close(self) -> None:
        """Close the database connection of this thread."""
        self._cache.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        self.close()
        return False

    @contextmanager
    def _translated(self, done: str) -> Iterator[None]:
        """Give the errors of diskcache, SQLite and the system our words."""
        source = str(self.folder)
        try:
            yield
        except ForeignRowError as error:
            what = f"the cache holds {error}, which Counterclaim never writes; nothing of it was used"
            raise CacheError(what, source=source, remedy=_FOREIGN) from error
        except diskcache.Timeout as error:
            remedy = "wait for the other run to end, or give this one another cache folder"
            raise CacheError("another process holds the cache", source=source, remedy=remedy) from error
        except (sqlite3.Error, OSError, TypeError, ValueError, AttributeError) as error:
            what = f"the cache cannot be {done} ({error})"
            raise CacheError(what, source=source, remedy="give another folder") from error


def _make_private(folder: Path) -> None:
    """Make the folder, or check that it is ours to tighten: never change the rights of somebody's documents."""
    if folder.exists() and not folder.is_dir():
        raise CacheError(
            "this is a file, not a folder for the cache",
            source=str(folder),
            remedy="give the name of a folder",
        )
    if folder.is_dir() and not (folder / _DATABASE).exists() and any(folder.iterdir()):
        raise CacheError(
            "this folder holds other things than a cache",
            source=str(folder),
            remedy="give an empty or a new one",
        )
    if str(folder).startswith("~") or "$" in str(folder):  # diskcache would put another name in their place
        raise CacheError(
            "a cache folder may have no $ or ~ in its name", source=str(folder), remedy="rename it"
        )
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(_PRIVATE)


def _open(folder: Path, patience: float) -> diskcache.Cache:
    """Open with every setting our own: those in the database may be from anybody.

    Opening rewrites two dozen settings, each in a transaction of its own, so it does without a sync for each; from
    then on every write is synced.
    """
    settings = diskcache.DEFAULT_SETTINGS | {
        "eviction_policy": "none",
        "cull_limit": 0,
        "sqlite_synchronous": 1,
    }
    cache = diskcache.Cache(str(folder), timeout=patience, disk=TextDisk, **settings)
    cache.reset("sqlite_synchronous", 2)
    return cache
