import io
import os
from pathlib import Path

import pytest

from counterclaim.core.errors import SourceMissingError, SourceUnreadableError, UsageError
from counterclaim.outside.streams import LONGEST_LINE, check_output, iterate_lines, open_output


def test_a_file_takes_its_name_only_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), open_output(str(path)) as file:
        file.writelines([b"half", None])
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    with open_output(str(path)) as file:
        file.write(b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="modes mean less there")
def test_a_new_file_may_be_read_by_whom_the_user_lets(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    old = os.umask(0o027)
    try:
        with open_output(str(path)) as file:
            file.write(b"x")
    finally:
        os.umask(old)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_a_device_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_bytes(b"old")
    link.symlink_to(target)
    with open_output(str(link)) as file:
        file.write(b"new")
    assert target.read_bytes() == b"new"
    assert link.is_symlink()
    with open_output(os.devnull) as file:
        file.write(b"gone")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone/note\.md"), open_output(str(tmp_path / "gone" / "note.md")):
        pytest.fail("it opened")


REFUSED = [
    pytest.param(".", "it is a folder", id="folder"),
    pytest.param("gone/note.md", "its folder does not exist", id="no-folder"),
    pytest.param("a.md", "would be overwritten", id="a-source"),
    pytest.param("folder/b.txt", "would be overwritten", id="an-article-of-a-folder"),
    pytest.param("./sub/../a.md", "would be overwritten", id="a-source-by-another-path"),
]


@pytest.mark.parametrize(("name", "what"), REFUSED)
def test_check_output_refuses(tmp_path: Path, name: str, what: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.md").write_bytes(b"It sank.")
    (tmp_path / "folder" / "b.txt").write_bytes(b"Twelve people died, police said.")
    given = ["-", str(tmp_path / "gone.md"), str(tmp_path / "a.md"), str(tmp_path / "folder")]
    with pytest.raises(UsageError, match=what) as caught:
        check_output(str(tmp_path / name), given)
    assert caught.value.remedy


def test_check_output_lets_others_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(b"x")
    (tmp_path / "note.txt").write_bytes(b"BRIEFING NOTE (machine draft, not reviewed)\nA title\n")
    check_output(str(tmp_path / "note.txt"), [str(tmp_path)])
    check_output(str(tmp_path / "old.md"), ["-", "gone\0.md"])
    check_output(str(tmp_path / "new.md"), [])
    assert (tmp_path / "old.md").read_bytes() == b"x"


def test_lines_come_one_by_one_and_one_that_is_too_long_is_none() -> None:
    long = b"x" * (3 * LONGEST_LINE)
    stream = io.BytesIO(b"a\n" + long + b"\nb\n" + long)
    assert list(iterate_lines("-", stdin=stream)) == [b"a\n", None, b"b\n", None]


def test_a_line_of_just_the_longest_length_is_a_line() -> None:
    line = b"x" * (LONGEST_LINE - 1) + b"\n"
    assert list(iterate_lines("-", stdin=io.BytesIO(line + b"y"))) == [line, b"y"]


def test_lines_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(b"a\nb")
    assert list(iterate_lines(str(path))) == [b"a\n", b"b"]


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("gone.jsonl", SourceMissingError),
        (".", SourceUnreadableError),
        ("a\0b", SourceUnreadableError),
        ("-", SourceMissingError),
    ],
    ids=["missing", "folder", "no-name", "no-standard-input"],
)
def test_lines_that_cannot_be_read(source: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        list(iterate_lines(source))
