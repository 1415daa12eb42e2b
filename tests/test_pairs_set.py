"""257 labelled pairs of statements through the built-in path: floors that only rise, tied to the data by its hash.

`pairs.jsonl` holds invented newspaper statement pairs in 19 domains, labelled by one annotator after the table of
relations; `expect` is a label or a list of acceptable labels, "none" means no relation; directed labels read from a to b.
`python tests/test_pairs_set.py` prints the figures and raises the floors in `floors_pairs.json` to them; a figure that
fell is refused, and new data must be taken in on purpose with `--new-data`.
"""

import json
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from counterclaim.relate.pairs import Pair, relate_pair
from counterclaim.text.reader import read_article

PAIRS = Path(__file__).with_name("pairs.jsonl")
FLOORS = Path(__file__).with_name("floors_pairs.json")
CONFLICTS = frozenset({"contradicts", "denies", "corrects"})
COUNTS = frozenset({"false_conflict_share"})  # the fewer the better


class Judged(NamedTuple):
    """A pair, the labels that are right for it, and the one it got."""

    id: str
    expect: frozenset[str]
    label: str

    @property
    def is_conflict(self) -> bool:
        return bool(self.expect & {"contradicts", "denies"})

    @property
    def called_conflict(self) -> bool:
        return self.label in CONFLICTS


def judge() -> list[Judged]:
    judged = []
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        expect = frozenset([row["expect"]] if isinstance(row["expect"], str) else row["expect"])
        pair = Pair.model_validate({k: v for k, v in row.items() if k in Pair.model_fields})
        judged.append(Judged(row["id"], expect, relate_pair(pair, read_article).label or "none"))
    return judged


def measure(judged: Sequence[Judged]) -> dict[str, float]:
    """Precision and recall of conflicts, the share of tempting pairs called one, and of pairs with a right label."""
    called = [j for j in judged if j.called_conflict]
    conflicts = [j for j in judged if j.is_conflict]
    tempting = [j for j in judged if not j.expect & CONFLICTS]
    right = sum(j.is_conflict or j.label in j.expect for j in called)
    figures = {
        "conflict_precision": right / len(called) if called else 1.0,
        "conflict_recall": sum(j.called_conflict for j in conflicts) / len(conflicts),
        "false_conflict_share": sum(j.called_conflict for j in tempting) / len(tempting),
        "right_label": sum(j.label in j.expect for j in judged) / len(judged),
    }
    return {name: round(value, 4) for name, value in figures.items()}


def hash_pairs() -> str:
    return sha256(PAIRS.read_bytes()).hexdigest()


def is_worse(name: str, figure: float, floor: float) -> bool:
    return figure > floor if name in COUNTS else figure < floor


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return judge()


def test_the_set_is_whole(judged: list[Judged]) -> None:
    assert len({j.id for j in judged}) == len(judged) == 257
    assert all(j.expect for j in judged)


def test_no_figure_is_below_its_floor(judged: list[Judged]) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert floors["data"] == hash_pairs(), "the data changed: take it in with --new-data"
    figures = measure(judged)
    assert figures.keys() == floors["figures"].keys()
    assert not {n: (figures[n], f) for n, f in floors["figures"].items() if is_worse(n, figures[n], f)}


def raise_floors(*, new_data: bool) -> None:
    held = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else None
    figures, data = measure(judge()), hash_pairs()
    if held and held["data"] != data and not new_data:
        sys.exit("the data changed; say --new-data if that is meant")
    if held and held["data"] == data:
        fallen = [n for n, f in held["figures"].items() if is_worse(n, figures[n], f)]
        if fallen:
            sys.exit(f"below the floor: {', '.join(fallen)}; floors only rise")
    FLOORS.write_text(
        json.dumps({"data": data, "figures": figures}, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )
    sys.stdout.write(f"{figures}\n")


if __name__ == "__main__":
    raise_floors(new_data="--new-data" in sys.argv)
