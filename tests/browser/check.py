"""Checks of the HTML note that need a browser: run by hand with `make browser`, not by the test suite.

    python tests/browser/check.py                 the seeds' notes, one that goes on from another, and hostile ones, at
                                                  three widths, light and dark
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
HOSTILE = (
    "html",
    "the end of a style sheet",
    "event handlers",
    "a link to a script",
    "a template",
    "a long word",
    "right to left",
    "wide letters",
    "emoji",
    "bidi overrides",
    "line breaks",
)
# What would set `ran` if any of it ran: the checks look for it, with the page's policy and with the policy set aside.
RUNNING = (
    '"></style></script></title></textarea><script>globalThis.ran = 1</script><img src=x onerror="globalThis.ran = 1">'
    '<svg onload="globalThis.ran = 1"><a href="javascript:globalThis.ran = 1" autofocus onfocus="globalThis.ran = 1">x</a>'
    "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe><details open ontoggle=\"globalThis.ran = 1\">{{ 7 * 7 }}"
)
EARLIER = ("quillwater.txt", "kestrel-hill-wire.md")  # what the note before had read


def find_browser() -> str | None:
    """Chromium's path, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next((path for name in names if (path := shutil.which(name))), None)


def brief(output: Path, *arguments: str | Path) -> Path:
    """A note as the command writes it."""
    run = [sys.executable, "-m", "counterclaim", "brief", *map(str, arguments), "-q", "-o", str(output)]
    subprocess.run(run, check=True)
    return output


def write_notes(folder: Path) -> list[Path]:
    """The pages to check: seeds as the command writes them, and the story of the tests with hostile text in it."""
    pages = [brief(folder / f"{story}.html", ROOT / "seeds" / story) for story in STORIES]
    story = ROOT / "seeds" / STORIES[0]
    before = brief(folder / "before.json", *(story / name for name in EARLIER))
    pages.append(brief(folder / "since.html", story, "--previous", before))
    hostile = {name.replace(" ", "-"): PAYLOADS[name] for name in HOSTILE} | {"what-would-run": RUNNING}
    for name, payload in hostile.items():
        for kind, prefix in (("", ""), ("-behind-words", "word ")):
            page = folder / f"hostile-{name}{kind}.html"
            page.write_text(render_html(poison(payload, prefix=prefix)), encoding="utf-8")
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
