"""Builds the package as an installer would, for the tests of what an installation carries."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parent.parent


def build(project: Path, kind: str, place: Path) -> None:
    """Make what an installer would, with the declared build back end and no network, and unpack it as installed."""
    code = f"import sys; from hatchling.build import build_{kind} as build; print(build(sys.argv[1]))"
    run = [sys.executable, "-c", code, str(place)]
    name = subprocess.run(run, cwd=project, capture_output=True, text=True, check=True).stdout.strip()
    with ZipFile(place / name) as wheel:
        wheel.extractall(place)


def copy_project(copy: Path) -> Path:
    """A copy of what the build reads, without the prompts."""
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    return copy
