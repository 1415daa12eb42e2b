"""How well bare pairs are related: `python benchmarks/pairs.py PAIRS.jsonl...`, one JSON object a line with id, a, b, gold.

`gold` says whether a makes b true: entailed, contradicted, neutral or not_entailed. Every set is cut into two halves by
a fixed seed: rules were chosen while looking at the first one only.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from counterclaim.relate.pairs import Pair, relate_pair
from counterclaim.text.reader import read_article

SEED = 20261122
_ENTAILED = frozenset({"equivalent", "refines", "confirms", "reports"})
_CONTRADICTED = frozenset({"contradicts", "denies", "corrects"})
Tally = Counter[tuple[str, str]]


def read_halves(path: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The pairs of a file: those that were looked at, and those held back."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = sorted(row["id"] for row in rows)
    random.Random(SEED).shuffle(ids)  # noqa: S311 - a split, no secret
    seen = set(ids[: len(ids) // 2])
    return [r for r in rows if r["id"] in seen], [r for r in rows if r["id"] not in seen]


def tally(rows: Sequence[dict[str, str]]) -> Tally:
    """Count the pairs by gold and by what they were called."""
    return Counter((row["gold"], _call(row)) for row in rows)


def _call(row: dict[str, str]) -> str:
    label = relate_pair(Pair(id=row["id"], a=row["a"], b=row["b"]), read_article).label
    return "entailed" if label in _ENTAILED else "contradicted" if label in _CONTRADICTED else "neither"


def describe(counts: Tally) -> str:
    """One line: precision and recall of both calls, accuracy, and how many entailed pairs were called false."""
    total = sum(counts.values())
    right = sum(n for (gold, called), n in counts.items() if _is_right(gold, called))
    parts = [f"{total:5} pairs"]
    for call in ("contradicted", "entailed"):
        said = sum(n for (_, called), n in counts.items() if called == call)
        want = sum(n for (gold, _), n in counts.items() if gold == call)
        hit = counts[call, call]
        parts.append(f"{call} P {_share(hit, said)} R {_share(hit, want)}")
    parts.append(f"accuracy {_share(right, total)}")
    parts.append(f"entailed called false {counts['entailed', 'contradicted']}")
    return "  ".join(parts)


def _is_right(gold: str, called: str) -> bool:
    return (
        gold == called
        or (gold == "neutral" and called == "neither")
        or (gold == "not_entailed" and called != "entailed")
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "  -  "


def main() -> int:
    """Score every file that is there."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("paths", type=Path, nargs="+", metavar="PAIRS.jsonl")
    for path in options.parse_args().paths:
        if not path.is_file():
            print(f"{path} is not here; see benchmarks/README.md for where the sets come from")
            continue
        for name, rows in zip(("seen", "held back"), read_halves(path), strict=True):
            print(f"{path.stem:16} {name:9} {describe(tally(rows))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
