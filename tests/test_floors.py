"""The built-in path over `seeds/` against its gold: floors that only rise, tied to the data by its hash.

`python tests/test_floors.py` prints the figures and raises the floors in `floors.json` to them; a figure that fell is
refused, and new data must be taken in on purpose with `--new-data`.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from counterclaim.outside.sources import read_sources
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article

sys.path.insert(0, str(Path(__file__).parent))
from scoring import Board, load_gold

SEEDS = Path(__file__).parent.parent / "seeds"
FLOORS = Path(__file__).with_name("floors.json")
STORIES = sorted(p.parent.name for p in SEEDS.glob("*/gold.json"))
COUNTS = {"false_alarms", "text_lost"}  # the fewer the better


def measure(story: str) -> dict[str, float]:
    gold = load_gold(SEEDS / story)
    batch = read_sources([str(SEEDS / story / a["file"]) for a in gold["articles"]])
    figures = Board(gold, compare_digests([read_article(a) for a in batch.articles])).measure()
    return {name: round(value, 4) for name, value in figures.items()}


def hash_story(story: str) -> str:
    files = sorted(p for p in (SEEDS / story).iterdir() if p.is_file())
    return sha256(b"\0".join(p.name.encode() + p.read_bytes() for p in files)).hexdigest()


def is_worse(name: str, figure: float, floor: float) -> bool:
    return figure > floor if name in COUNTS else figure < floor


@pytest.mark.parametrize("story", STORIES)
def test_no_figure_is_below_its_floor(story: str) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))[story]
    assert floors["data"] == hash_story(story), "the data changed: take it in with --new-data"
    figures = measure(story)
    assert figures.keys() == floors["figures"].keys()
    fallen = {n: (figures[n], f) for n, f in floors["figures"].items() if is_worse(n, figures[n], f)}
    assert not fallen


def raise_floors(*, new_data: bool) -> None:
    held = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for story in STORIES:
        figures, data = measure(story), hash_story(story)
        known = held.get(story)
        if known and known["data"] != data and not new_data:
            sys.exit(f"{story}: the data changed; say --new-data if that is meant")
        if known and known["data"] == data:
            fallen = [n for n, f in known["figures"].items() if is_worse(n, figures[n], f)]
            if fallen:
                sys.exit(f"{story}: below the floor: {', '.join(fallen)}; floors only rise")
        held[story] = {"data": data, "figures": figures}
        sys.stdout.write(f"{story}: {figures}\n")
    FLOORS.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise_floors(new_data="--new-data" in sys.argv)
