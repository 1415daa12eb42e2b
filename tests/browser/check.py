"""Checks of the HTML note that need a browser: run by hand with `make browser`, not by the test suite.

    python tests/browser/check.py                 the seeds' notes and hostile ones, at three widths, light and dark
    python tests/browser/check.py --shots DIR     the same, and pictures of every page
    python tests/browser/check.py --paint FILE    how long a page takes to its first paint, and to answer a click

Needs Chromium (or CHROMIUM=its path), node and npm; npm fetches puppeteer-core and axe-core into a temporary folder.
Where one is missing it says so and leaves with code 0. What is checked stands in `checks.mjs`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))


from counterclaim.note.html import render_html  # noqa: E402
from hostile import PAYLOADS, poison  # noqa: E402

PACKAGES = ("puppeteer-core@24", "axe-core@4.14")
STORIES = ("durand-line", "tram-depot-fire", "bottle-warmer-recall")
HOSTILE = ("html", "a long word", "right to left", "wide letters", "emoji", "bidi overrides", "line breaks")


def find_browser() -> str | None:
    """Chromium's path, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next((path for name in names if (path := shutil.which(name))), None)


def write_notes(folder: Path) -> list[Path]:
    """The pages to check: seeds as the command writes them, and the story of the tests with hostile text in it."""
    pages = []
    for story in STORIES:
        page = folder / f"{story}.html"
        run = [
            sys.executable,
            "-m",
            "counterclaim",
            "brief",
            str(ROOT / "seeds" / story),
            "-q",
            "-o",
            str(page),
        ]
        subprocess.run(run, check=True)
        pages.append(page)
    for number, name in enumerate(HOSTILE):
        made = poison(PAYLOADS[name])
        page = folder / f"hostile-{number}.html"
        page.write_text(render_html(made), encoding="utf-8")
        pages.append(page)
    return pages


def main() -> int:
    """Run the checks; the code is 1 where one found something."""
    parser = argparse.ArgumentParser(description="Check the HTML note in Chromium.")
    parser.add_argument("--shots", type=Path)
    parser.add_argument("--paint", type=Path)
    options = parser.parse_args()
    browser, npm, node = find_browser(), shutil.which("npm"), shutil.which("node")
    missing = [name for name, path in (("chromium", browser), ("npm", npm), ("node", node)) if not path]
    if missing:
        sys.stdout.write(f"skipped: {', '.join(missing)} not found\n")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        fetch = [str(npm), "install", "--silent", "--no-audit", "--no-fund", "--prefix", temporary, *PACKAGES]
        subprocess.run(fetch, check=True, stdout=subprocess.DEVNULL)
        shutil.copy(HERE / "checks.mjs", folder)
        run = [str(node), str(folder / "checks.mjs"), str(browser)]
        if options.paint:
            return subprocess.run([*run, "paint", str(options.paint.resolve())], check=False).returncode
        if options.shots:
            options.shots.mkdir(parents=True, exist_ok=True)
        shots = str(options.shots.resolve()) if options.shots else ""
        pages = map(str, write_notes(folder))
        return subprocess.run([*run, "check", shots, *pages], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
