"""How long short runs take, as ratios to processes that only import: the start-up budgets of the design.

    python benchmarks/startup.py [--runs 15] [--story seeds/durand-line] [--fixtures fixtures] [--model NAME]

Run with the interpreter of the environment that the package is installed in, on a machine with nothing else to do.
The commands run in turn, and each ratio is of medians of wall time: seconds of different machines, or of different
minutes on a shared one, say nothing. Beside it stands the ratio of processor time, over all processes of a command;
it hangs less on what else the machine does. Code 1 where a budget is not kept.
"""

import argparse
import datetime as dt
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from counterclaim.outside.cache import DiskCache
from counterclaim.outside.fixtures import read_fixture
from counterclaim.outside.replies import reread_reply
from counterclaim.outside.store import Recording, Replies

_BARE_APP = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def hello(name: str) -> None:
    print(name)
app(["--help"])
"""
_IMPORTS = "import pydantic, typer, rich"
_OURS = (sys.executable, "-m", "counterclaim")


class Budget(NamedTuple):
    """A command, the process it is compared with, and how many times as long it may take."""

    name: str
    command: Sequence[str]
    base: Sequence[str]
    most: float


class Cost(NamedTuple):
    """What one run of a command took: wall seconds, and processor seconds of all its processes."""

    wall: float
    cpu: float


def list_budgets(story: str, model: str, fixtures: str, cache: str) -> list[Budget]:
    """The budgets of short runs, for a folder of articles, a recorded model and a cache that holds its replies."""
    bare = (sys.executable, "-c", _BARE_APP)
    imports = (sys.executable, "-c", _IMPORTS)
    brief = (*_OURS, "brief", story, "--quiet")
    stored = (*brief, "--model", model, "--offline")
    return [
        Budget("--help / a bare typer app", (*_OURS, "--help"), bare, 1.3),
        Budget("brief, terminal / imports", (*brief, "--format", "terminal"), imports, 3.0),
        Budget("brief, markdown / imports", (*brief, "--format", "markdown"), imports, 3.0),
        Budget("replay of fixtures / imports", (*stored, "--fixtures", fixtures), imports, 4.0),
        Budget("replies in the cache / imports", (*stored, "--cache-dir", cache), imports, 4.0),
    ]


def fill_cache(folder: Path, fixtures: Path) -> None:
    """Put the replies of recorded fixtures into a cache, as the run that paid for them would have."""
    with DiskCache(folder) as cache:
        replies = Replies(cache, reread_reply, Recording("a fixture", dt.date.min))
        for path in sorted(fixtures.rglob("*.json")):
            fixture = read_fixture(path)
            replies.settle(fixture.request, reread_reply(fixture.request, fixture.response.raw))


def measure(command: Sequence[str]) -> Cost:
    """What one run took, which must succeed.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    # A fresh install compiles its modules once; that run is not the one that people wait for every day.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure_in_turn(commands: Sequence[Sequence[str]], runs: int) -> list[Cost]:
    """The medians of every command over rounds in which each runs once; the first round only warms up."""
    rounds = [[measure(command) for command in commands] for _ in range(runs + 1)]
    return [
        Cost(statistics.median(cost.wall for cost in costs), statistics.median(cost.cpu for cost in costs))
        for costs in zip(*rounds[1:], strict=True)
    ]


def report(budget: Budget, runs: int) -> bool:
    """Measure a budget and print its line; whether it is kept."""
    ours, base = measure_in_turn([budget.command, budget.base], runs)
    ratio, kept = ours.wall / base.wall, ours.wall <= budget.most * base.wall
    print(
        f"{budget.name:<31} {ratio:5.2f} of {budget.most:.1f}  {'ok' if kept else 'OVER':<4}  "
        f"({ours.wall * 1000:.0f} ms / {base.wall * 1000:.0f} ms; processor time {ours.cpu / base.cpu:.2f})"
    )
    return kept


def main() -> int:
    """Print a line for each budget."""
    root = Path(__file__).parent.parent
    parser = argparse.ArgumentParser(description="Measure the start-up budgets.")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--story", default=str(root / "seeds" / "durand-line"))
    parser.add_argument("--fixtures", default=str(root / "fixtures"))
    parser.add_argument("--model", default="qwen2.5-coder-1.5b-instruct", help="the model of the fixtures")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        fill_cache(Path(cache), Path(options.fixtures))
        budgets = list_budgets(options.story, options.model, options.fixtures, cache)
        kept = [report(budget, options.runs) for budget in budgets]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
