import os
import pickle
import shutil
import sqlite3
import stat
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.outside.cache import DiskCache, ForeignRowError, TextDisk
from counterclaim.outside.store import CacheError

RAW, TEXT_FILE, PICKLE = 1, 3, 4


class Bomb:
    """Unpickling this makes a file."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.trace),)


def tamper(folder: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(folder / "cache.db")
    with connection:
        connection.execute(statement, values)
    connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cache with one text under `a`."""
    place = tmp_path / "cache"
    with DiskCache(place) as cache:
        cache.put("a", "one")
    return place


def test_a_text_lasts_until_it_is_replaced_or_deleted(folder: Path) -> None:
    with DiskCache(folder) as cache:
        assert (cache.get("a"), cache.get("b")) == ("one", None)
        cache.put("a", "two")
        cache.put("b/1", "x" * 3_000_000)
        cache.delete("absent")
    with DiskCache(folder) as cache:
        assert cache.get("a") == "two"
        assert cache.get("b/1") == "x" * 3_000_000
        assert (list(cache.keys()), list(cache.keys("b/"))) == (["a", "b/1"], ["b/1"])
        cache.delete("a")
        assert cache.get("a") is None


def test_clearing_removes_everything(folder: Path) -> None:
    with DiskCache(folder) as cache:
        cache.put("b", "x")
        assert cache.size() > 1_000
        assert cache.clear() == 2
        assert list(cache.keys()) == []


def test_every_value_is_in_the_database_and_every_write_is_synced(folder: Path) -> None:
    with DiskCache(folder) as cache:
        cache.put("large", "x" * 3_000_000)
        assert {path.name.partition("-")[0] for path in folder.rglob("*")} == {"cache.db"}
        assert cache._cache._sql("PRAGMA synchronous").fetchall() == [(2,)]  # noqa: SLF001 - the connection's own setting
        assert (cache._cache.eviction_policy, cache._cache.cull_limit) == ("none", 0)  # noqa: SLF001 - the same


def test_nothing_expires(folder: Path) -> None:
    connection = sqlite3.connect(folder / "cache.db")
    assert connection.execute("SELECT expire_time, mode, filename FROM Cache").fetchall() == [
        (None, RAW, None)
    ]
    connection.close()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    disk = TextDisk("unused")
    size, mode, filename, value = disk.store(text, read=False)
    assert (size, disk.fetch(mode, filename, value, read=False)) == (0, text)
    assert disk.get(*disk.put(text)) == text


@pytest.mark.parametrize("value", [b"x", 1, 1.5, None, ["x"], {"a": "b"}], ids=repr)
def test_only_text_is_stored(folder: Path, value: object) -> None:
    disk = TextDisk("unused")
    with pytest.raises(ForeignRowError, match="where text should be"):
        disk.store(value, read=False)
    with pytest.raises(ForeignRowError):
        disk.put(value)
    with DiskCache(folder) as cache, pytest.raises(CacheError, match="which Counterclaim never writes"):
        cache.put("a", value)  # type: ignore[arg-type]  # what the type forbids is refused at run time too
    with DiskCache(folder) as cache:
        assert cache.get("a") == "one"


def test_a_bomb_would_go_off_in_a_plain_reader(tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Bomb(tmp_path / "trace")))  # noqa: S301 - shows that the tests below mean something
    assert (tmp_path / "trace").is_dir()


def test_a_pickle_in_a_row_is_not_read(folder: Path, tmp_path: Path) -> None:
    bomb = pickle.dumps(Bomb(tmp_path / "trace"))
    tamper(folder, "UPDATE Cache SET mode = ?, value = ? WHERE key = 'a'", PICKLE, bomb)
    with DiskCache(folder) as cache:
        with pytest.raises(
            CacheError, match=r"holds a pickle or a file where text should be.*nothing of it was used"
        ):
            cache.get("a")
        assert list(cache.keys()) == ["a"]
        assert cache.clear() == 1
    assert not (tmp_path / "trace").exists()


def test_a_pickle_in_a_file_is_not_read(folder: Path, tmp_path: Path) -> None:
    (folder / "x.val").write_bytes(pickle.dumps(Bomb(tmp_path / "trace")))
    tamper(folder, "UPDATE Cache SET mode = ?, value = NULL, filename = 'x.val'", PICKLE)
    with DiskCache(folder) as cache, pytest.raises(CacheError, match="a pickle or a file"):
        cache.get("a")
    assert not (tmp_path / "trace").exists()


def test_a_pickle_as_a_key_is_not_read(folder: Path, tmp_path: Path) -> None:
    tamper(folder, "UPDATE Cache SET key = ?, raw = 0", pickle.dumps(Bomb(tmp_path / "trace")))
    with DiskCache(folder) as cache:
        assert cache.get("a") is None
        with pytest.raises(CacheError, match="a key that is not text"):
            list(cache.keys())
        assert cache.clear() == 1
    assert not (tmp_path / "trace").exists()


def test_a_row_cannot_name_a_file_to_read_or_to_delete(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "diary.txt"
    secret.write_text("dear diary", encoding="utf-8")
    tamper(folder, "UPDATE Cache SET mode = ?, value = NULL, filename = ?", TEXT_FILE, "../diary.txt")
    with DiskCache(folder) as cache:
        with pytest.raises(CacheError):
            cache.get("a")
        cache.put("a", "new")
        tamper(folder, "UPDATE Cache SET filename = ?", "../diary.txt")
        cache.clear()
    assert secret.read_text(encoding="utf-8") == "dear diary"


def test_bytes_in_a_row_are_refused(folder: Path) -> None:
    tamper(folder, "UPDATE Cache SET value = ?", b"one")
    with DiskCache(folder) as cache, pytest.raises(CacheError, match="bytes where text should be"):
        cache.get("a")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("disk_colour", "red", id="unknown-to-the-disk"),
        pytest.param("get", "red", id="in-the-way-of-a-method"),
        pytest.param("_disk", "red", id="in-the-way-of-the-disk"),
    ],
)
def test_settings_of_strangers_end_in_an_error_that_names_the_folder(
    folder: Path, key: str, value: str
) -> None:
    tamper(folder, "INSERT INTO Settings VALUES (?, ?)", key, value)
    with pytest.raises(CacheError, match="the cache cannot be") as caught, DiskCache(folder) as cache:
        cache.get("a")
    assert str(caught.value).startswith(repr(str(folder)))


def test_settings_that_weaken_it_are_overruled(folder: Path) -> None:
    for key, value in {"eviction_policy": "least-recently-used", "size_limit": 1, "cull_limit": 10}.items():
        tamper(folder, "UPDATE Settings SET value = ? WHERE key = ?", value, key)
    with DiskCache(folder) as cache:
        cache.put("b", "x")
        assert cache.get("a") == "one"


def test_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    with DiskCache(tmp_path / "deep" / "cache"):
        assert stat.S_IMODE((tmp_path / "deep" / "cache").stat().st_mode) == 0o700


def test_an_open_folder_is_closed_to_others(folder: Path) -> None:
    folder.chmod(0o755)
    with DiskCache(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(CacheError, match="holds other things than a cache; give an empty or a new one"):
        DiskCache(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("name", ["$HOME", "~", "~root/x"])
def test_a_name_that_would_be_replaced_is_refused(name: str) -> None:
    with pytest.raises(CacheError, match=r"no \$ or ~"):
        DiskCache(Path(name))
    assert not Path(name).exists()


@pytest.mark.parametrize("content", [b"no database" * 100, b""], ids=["garbage", "empty"])
def test_a_damaged_database_is_an_error_or_a_new_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cache.db").write_bytes(content)
    if content:
        with pytest.raises(CacheError, match=r"the cache cannot be opened .*; give another folder"):
            DiskCache(tmp_path)
        return
    with DiskCache(tmp_path) as cache:
        assert list(cache.keys()) == []


def test_a_file_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CacheError, match="cannot be opened"):
        DiskCache(tmp_path / "file" / "cache")


def test_a_cache_that_vanishes_is_an_error(folder: Path) -> None:
    with DiskCache(folder) as cache:
        tamper(folder, "DROP TABLE Cache")
        with pytest.raises(CacheError, match="cannot be read"):
            cache.get("a")
        with pytest.raises(CacheError, match="cannot be written"):
            cache.put("a", "x")
    shutil.rmtree(folder)


def test_a_writer_that_does_not_end_is_not_waited_for_forever(folder: Path) -> None:
    other = sqlite3.connect(folder / "cache.db", isolation_level=None)
    with DiskCache(folder, patience=0.05) as cache:
        other.execute("BEGIN IMMEDIATE")
        assert cache.get("a") == "one"
        with pytest.raises(
            CacheError, match="another process holds the cache; wait for the other run to end"
        ):
            cache.put("a", "two")
        other.execute("ROLLBACK")
        cache.put("a", "two")
        assert cache.get("a") == "two"
    other.close()


def _write_many(folder: str, name: str) -> None:
    with DiskCache(Path(folder)) as cache:
        for number in range(30):
            cache.put(f"{name}/{number}", name * 1000)


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    context = get_context("spawn")
    writers = [context.Process(target=_write_many, args=(str(tmp_path / "c"), name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with DiskCache(tmp_path / "c") as cache:
        assert len(list(cache.keys())) == 60
