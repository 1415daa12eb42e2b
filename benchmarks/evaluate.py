"""Measures the built-in path on every labelled set of a data folder, and prints one table: `make evaluate SHARED=DIR`.

The folder holds `tools/score_stories.py`, `tools/score_pairs.py`, `stories/*/gold.json` and `benchmarks/`; none of it is
in this repository. What is absent is named and left out, and the exit code stays 0. Each row is a run of its own, with
its wall time and the largest resident set of any of its processes.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = (
    "conflict P", "conflict R", "update R", "agree R", "alarms", "speaker", "origin", "accuracy", "recall@5", "seconds", "MB",
)  # fmt: skip
STORY_COLUMNS = {
    "conflict_p": "conflict P",
    "conflict_r": "conflict R",
    "update_r": "update R",
    "agree_r": "agree R",
    "alarms": "alarms",
    "speaker": "speaker",
    "origin": "origin",
}
PAIR_COLUMNS = {
    "contradicted_p": "conflict P",
    "contradicted_r": "conflict R",
    "entailed_r": "agree R",
    "entailed_called_false": "alarms",
    "accuracy": "accuracy",
}
ALIGNMENT_COLUMNS = {"recall": "recall@5"}
_RECALL = re.compile(r"^recall@5\s+([\d.]+)", re.MULTILINE)
_PER_MEGABYTE = 2**20 if sys.platform == "darwin" else 2**10  # what ru_maxrss counts differs by system

Figure = float | str | None
Row = tuple[str, dict[str, Figure]]


class Run(NamedTuple):
    """What a scoring script printed, how long it took, and the most memory that one process of it held."""

    said: str
    seconds: float
    megabytes: float

    @property
    def figures(self) -> Mapping[str, Mapping[str, Figure]]:
        """What it printed, read as JSON."""
        found: Mapping[str, Mapping[str, Figure]] = json.loads(self.said)
        return found


def run(command: Sequence[str]) -> Run:
    """Run a scoring script to its end; a script that fails ends the evaluation with what it said."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        started = subprocess.Popen([sys.executable, *command], stdout=out)
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        out.seek(0)
        said = out.read().decode()
    if started.returncode:
        sys.exit(f"{' '.join(command)} failed with code {started.returncode}: {said.strip()[-400:]}")
    return Run(said, seconds, used.ru_maxrss / _PER_MEGABYTE)


def row(name: str, figures: Mapping[str, Figure], columns: Mapping[str, str], ran: Run) -> Row:
    """A run under the names of the table."""
    shown = {title: figures.get(key) for key, title in columns.items()}
    return name, {**shown, "seconds": ran.seconds, "MB": ran.megabytes}


def score_stories(tool: Path, stories: Iterable[Path], pool: str) -> Iterator[Row]:
    """A row for every annotated story, and one for all of them pooled."""
    told = sorted(gold.parent for gold in stories)
    command = [
        str(tool),
        "--json",
        "--command",
        f"{sys.executable} -m counterclaim brief",
        "--args",
        "--model builtin --quiet",
    ]
    for story in told:
        ran = run([*command, str(story)])
        yield row(story.name, ran.figures[story.name], STORY_COLUMNS, ran)
    if told:
        ran = run([*command, *map(str, told)])
        yield row(pool, ran.figures["ALL"], STORY_COLUMNS, ran)


def score_pairs(tool: Path, files: Iterable[Path]) -> Iterator[Row]:
    """A row for every file of labelled pairs; its alarms are entailed pairs that were called contradicted."""
    for file in sorted(files):
        command = f"{sys.executable} -m counterclaim relate"
        ran = run([str(tool), "--json", "--command", command, "--args", "--model builtin --quiet", str(file)])
        yield row(file.stem, ran.figures[file.stem], PAIR_COLUMNS, ran)


def score_alignment(tool: Path, table: Path) -> Iterator[Row]:
    """A row for the share of summary spans whose passage is among the first five that alignment proposes."""
    ran = run([str(tool), str(table)])
    found = _RECALL.search(ran.said)
    yield row(table.parent.name, {"recall": float(found[1]) if found else None}, ALIGNMENT_COLUMNS, ran)


def measure(shared: Path) -> Iterator[Row]:
    """All rows; a part whose data or script is absent is named on standard error."""
    stories, pairs = shared / "tools" / "score_stories.py", shared / "tools" / "score_pairs.py"
    alignment, superpal = (
        ROOT / "benchmarks" / "alignment.py",
        shared / "benchmarks" / "superpal" / "dev_MN_only.csv",
    )
    if present(stories):
        yield from score_stories(stories, (shared / "stories").glob("*/gold.json"), "all stories")
        yield from score_stories(stories, (ROOT / "seeds").glob("*/gold.json"), "all seeds")
    if present(pairs):
        yield from score_pairs(pairs, (shared / "benchmarks" / "pairs").glob("*.jsonl"))
    if present(alignment) and present(superpal):
        yield from score_alignment(alignment, superpal)


def present(path: Path) -> bool:
    """Whether a part can be measured; if not, say so."""
    if not path.exists():
        print(f"left out: {path} is not there", file=sys.stderr)
    return path.exists()


def show(figure: Figure) -> str:
    """A figure in its cell."""
    if figure is None:
        return "-"
    return (
        f"{figure:.3f}"
        if isinstance(figure, float) and figure <= 1
        else f"{figure:.1f}"
        if isinstance(figure, float)
        else str(figure)
    )


def main() -> None:
    """Print the table, a row as soon as it is measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path, help="the folder with stories, benchmarks and tools")
    shared: Path = parser.parse_args().shared
    if not shared.is_dir():
        print(f"skipped: there is no data at {shared}; give its path (make evaluate SHARED=DIR)")
        return
    print(" ".join([f"{'set':22}", *(f"{title:>10}" for title in COLUMNS)]))
    for name, figures in measure(shared.resolve()):
        print(" ".join([f"{name:22}", *(f"{show(figures.get(title)):>10}" for title in COLUMNS)]), flush=True)


if __name__ == "__main__":
    main()
