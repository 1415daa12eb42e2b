"""How long short runs take, as ratios to processes that only import: the start-up budgets of the design.

    python benchmarks/startup.py [--runs 15] [--story seeds/durand-line]

Run with the interpreter of the environment that the package is installed in, on a machine with nothing else to do.
The commands run in turn, and each ratio is of medians of wall time: seconds of different machines, or of different
minutes on a shared one, say nothing. Code 1 where a budget is not kept.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

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


def list_budgets(story: str) -> list[Budget]:
    """The budgets that can be measured with what exists, for a folder of articles."""
    bare = (sys.executable, "-c", _BARE_APP)
    imports = (sys.executable, "-c", _IMPORTS)
    brief = (*_OURS, "brief", story, "--quiet")
    return [
        Budget("--help / a bare typer app", (*_OURS, "--help"), bare, 1.3),
        Budget("brief, terminal / imports", (*brief, "--format", "terminal"), imports, 3.0),
        Budget("brief, markdown / imports", (*brief, "--format", "markdown"), imports, 3.0),
    ]


def measure(command: Sequence[str]) -> float:
    """The wall seconds of one run, which must succeed.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    # A fresh install compiles its modules once; that run is not the one that people wait for every day.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def measure_in_turn(commands: Sequence[Sequence[str]], runs: int) -> list[float]:
    """The median of every command over rounds in which each runs once; the first round only warms up."""
    rounds = [[measure(command) for command in commands] for _ in range(runs + 1)]
    return [statistics.median(times) for times in zip(*rounds[1:], strict=True)]


def main() -> int:
    """Print a line for each budget."""
    parser = argparse.ArgumentParser(description="Measure the start-up budgets.")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--story", default=str(Path(__file__).parent.parent / "seeds" / "durand-line"))
    options = parser.parse_args()
    kept = True
    for budget in list_budgets(options.story):
        ours, base = measure_in_turn([budget.command, budget.base], options.runs)
        ratio = ours / base
        kept = kept and ratio <= budget.most
        verdict = "ok" if ratio <= budget.most else "OVER"
        print(
            f"{budget.name:<28} {ratio:5.2f} of {budget.most:.1f}  {verdict:<4}  "
            f"({ours * 1000:.0f} ms / {base * 1000:.0f} ms)"
        )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
