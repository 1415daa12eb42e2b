import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import Path as ZipPath
from zipfile import ZipFile

import pytest

from counterclaim.core.errors import UsageError
from counterclaim.outside.prompts import (
    Prompt,
    PromptError,
    find_folder,
    list_prompts,
    load_prompt,
    parse_prompt,
    prompts_folder,
)
from installs import ROOT, build, copy_project

DIGEST = "---\nname: digest\nversion: 3\npurpose: Claims of one article.\n---\n\nRead the article.\n\n---\n\nEnd.\n"


def folder_with(path: Path, **contents: str) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (path / f"{name}.md").write_text(content, encoding="utf-8", newline="")
    return path


def test_a_prompt_is_text_with_a_name_a_version_and_a_hash(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, digest=DIGEST)
    assert load_prompt("digest", folder=folder) == Prompt(
        name="digest",
        version="3",
        purpose="Claims of one article.",
        text="Read the article.\n\n---\n\nEnd.\n",
        sha256=sha256((folder / "digest.md").read_bytes()).hexdigest(),
    )


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    unix = folder_with(tmp_path / "a", digest=DIGEST)
    windows = folder_with(tmp_path / "b", digest=DIGEST.replace("\n", "\r\n"))
    assert load_prompt("digest", folder=windows) == load_prompt("digest", folder=unix)


def test_prompts_are_listed_by_name_and_other_files_are_not(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, judge=DIGEST.replace("digest", "judge"), digest=DIGEST)
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    assert [prompt.name for prompt in list_prompts(folder)] == ["digest", "judge"]


def test_an_unknown_name_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, judge=DIGEST.replace("digest", "judge"), digest=DIGEST)
    with pytest.raises(
        UsageError, match=r"'\.\./judge': there is no such prompt; choose among digest, judge"
    ):
        load_prompt("../judge", folder=folder)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param("Read.\n", "no front matter", id="no-front-matter"),
        pytest.param("---\nname: digest\n", "no front matter", id="not-closed"),
        pytest.param("", "no front matter", id="empty"),
        pytest.param("---\nname: [\n---\nRead.\n", "not YAML", id="not-yaml"),
        pytest.param("---\n- name\n---\nRead.\n", "must have name, version, purpose", id="a-list"),
        pytest.param("---\nname: digest\nversion: 1\n---\nRead.\n", "must have name", id="purpose-missing"),
        pytest.param(DIGEST.replace("version", "date: 1\nversion"), "nothing else", id="unknown-field"),
        pytest.param(
            DIGEST.replace("version: 3", "version: 1.10"), "version is not a text", id="a-decimal-version"
        ),
        pytest.param(
            DIGEST.replace("version: 3", "version: ''"), "version is not a text", id="an-empty-version"
        ),
        pytest.param(DIGEST.replace("name: digest", "name: other"), "names it 'other'", id="another-name"),
        pytest.param(DIGEST.partition("\n\n")[0] + "\n\n", "no text", id="no-text"),
    ],
)
def test_a_malformed_prompt_is_named_with_the_reason(content: str, why: str) -> None:
    with pytest.raises(PromptError, match=why) as caught:
        parse_prompt("digest", content)
    assert str(caught.value).startswith("'prompts/digest.md': ")


def test_a_prompt_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "digest.md").write_bytes(b"---\nname: \xff\n---\n")
    with pytest.raises(PromptError, match="UTF-8"):
        load_prompt("digest", folder=tmp_path)


def test_the_wheels_folder_comes_before_the_checkouts(tmp_path: Path) -> None:
    package, checkout = tmp_path / "package", tmp_path / "checkout"
    package.mkdir()
    with pytest.raises(PromptError, match="not installed"):
        find_folder(package, checkout)
    folder_with(checkout / "prompts", digest=DIGEST)
    assert find_folder(package, checkout) == checkout / "prompts"
    folder_with(package / "prompts", digest=DIGEST)
    assert find_folder(package, checkout) == package / "prompts"


def test_prompts_are_read_from_a_zipped_package(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "package.zip", "w") as packed:
        packed.writestr("counterclaim/prompts/digest.md", DIGEST)
    with ZipFile(tmp_path / "package.zip") as packed:
        folder = find_folder(ZipPath(packed, "counterclaim/"), tmp_path)
        assert [prompt.version for prompt in list_prompts(folder)] == ["3"]


def test_this_installation_has_well_formed_prompts() -> None:
    assert prompts_folder().is_dir()
    assert [prompt.name for prompt in list_prompts()] == sorted(
        path.stem for path in (ROOT / "prompts").glob("*.md")
    )


def ask_versions(*paths: str) -> list[str]:
    """The versions of the prompts that a fresh process finds when the package is imported from these paths."""
    code = (
        "from counterclaim.outside.prompts import list_prompts; print(*[p.version for p in list_prompts()])"
    )
    environment = {"PYTHONPATH": os.pathsep.join(paths)}
    run = [sys.executable, "-c", code]
    shown = subprocess.run(run, env=environment, capture_output=True, text=True, check=True)
    return shown.stdout.split()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the build reads, with one prompt of our own."""
    copy = copy_project(tmp_path / "project")
    folder_with(copy / "prompts", digest=DIGEST)
    return copy


def test_a_wheel_carries_its_prompts(project: Path, tmp_path: Path) -> None:
    build(project, "wheel", tmp_path / "site")
    shutil.rmtree(project)
    assert ask_versions(str(tmp_path / "site")) == ["3"]


def test_an_editable_install_reads_the_prompts_of_the_checkout(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(project, "editable", site)
    (source,) = [line for pth in site.glob("*.pth") for line in pth.read_text(encoding="utf-8").splitlines()]
    folder_with(project / "prompts", digest=DIGEST.replace("version: 3", "version: 4"))
    assert ask_versions(str(site), source) == ["4"]
