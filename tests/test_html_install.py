import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installs import ROOT, build, copy_project

SHOW = (
    "import sys; from counterclaim.core.records import Briefing; from counterclaim.note.html import render_html; "
    "print(render_html(Briefing.model_validate_json(open(sys.argv[1]).read()))[:15])"
)


def first_words(*paths: str) -> str:
    """How the page begins that a fresh process writes when the package is imported from these paths."""
    run = [sys.executable, "-c", SHOW, str(ROOT / "tests" / "golden" / "note.json")]
    environment = {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
    return subprocess.run(run, env=environment, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copy = copy_project(tmp_path / "project")
    shutil.copytree(ROOT / "prompts", copy / "prompts")
    return copy


def test_a_wheel_carries_the_page_templates(project: Path, tmp_path: Path) -> None:
    build(project, "wheel", tmp_path / "site")
    shutil.rmtree(project)
    assert first_words(str(tmp_path / "site")) == "<!doctype html>"


def test_an_editable_install_reads_the_templates_of_the_checkout(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(project, "editable", site)
    (source,) = [line for pth in site.glob("*.pth") for line in pth.read_text(encoding="utf-8").splitlines()]
    page = project / "src" / "counterclaim" / "note" / "html" / "templates" / "page.html"
    page.write_text("<!DOCTYPE html>" + page.read_text(encoding="utf-8"), encoding="utf-8")
    assert first_words(str(site), source) == "<!DOCTYPE html>"
