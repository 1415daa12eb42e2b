"""The gate against generated corruptions of good replies: what is caught, and what is dropped in vain.

`python tests/test_gates.py` prints the figures over all claims of the seeds; the tests take every third claim.
"""

import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from gate_items import claims_of, corrupt, is_sound, read_seeds, reword

KINDS = {
    "figure: another number",
    "figure: another bound",
    "figure: one of another sentence",
    "name: a speaker not in the article",
    "name: a relay not in the article",
    "name: the speaker of another sentence",
    "name: a stranger in the question",
    "name: another name in the question",
    "negation: the other polarity",
    "negation: yes becomes no",
    "negation: one added to the question",
    "negation: dropped everywhere",
    "place: a sentence that does not exist",
    "place: the sentence of another claim",
    "quote: one of another article",
}
# What the promise names is dropped outright. Elsewhere a claim may stand in our own words alone.
DROPPED = {
    "figure: another number",
    "figure: another bound",
    "figure: one of another sentence",
    "name: a speaker not in the article",
    "name: a relay not in the article",
    "name: a stranger in the question",
    "negation: the other polarity",
    "negation: yes becomes no",
    "negation: dropped everywhere",
    "place: a sentence that does not exist",
    "quote: one of another article",
}
MOST_LOST = 0.02  # of the untouched claims
MOST_LOST_REWORDED = 0.05


class Figures(NamedTuple):
    """Counts by kind, and shares of good items lost."""

    made: Counter[str]
    dropped: Counter[str]
    harmless: Counter[str]
    good: int
    lost: int
    reworded: int
    lost_reworded: int


@cache
def measure(step: int = 3) -> Figures:
    """Every `step`-th good claim with all its corruptions and rewordings; a step of 1 takes three times as long."""
    made: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    harmless: Counter[str] = Counter()
    for read in read_seeds():
        for corruption in corrupt(read, step=step):
            made[corruption.kind] += 1
            standing = claims_of(read, corruption.item)
            dropped[corruption.kind] += not standing
            harmless[corruption.kind] += bool(standing) and all(is_sound(c, corruption) for c in standing)
    good = [(read, g) for read in read_seeds() for g in read.good]
    lost = sum(not claims_of(read, g.item) for read, g in good)
    again = [(read, item) for read, g in good[::step] for item in reword(g)]
    return Figures(
        made,
        dropped,
        harmless,
        len(good),
        lost,
        len(again),
        sum(not claims_of(read, item) for read, item in again),
    )


def test_there_are_enough_corruptions_of_every_kind() -> None:
    made = measure().made
    assert set(made) == KINDS
    assert sum(made.values()) >= 200


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_corruption_is_caught(kind: str) -> None:
    """Nothing that was altered stands: the claim is dropped, or it is the article's own in our own words."""
    figures = measure()
    assert figures.dropped[kind] + figures.harmless[kind] == figures.made[kind]
    if kind in DROPPED:
        assert figures.dropped[kind] == figures.made[kind]


def test_untouched_claims_stand() -> None:
    figures = measure()
    assert figures.good >= 200
    assert figures.lost <= MOST_LOST * figures.good


def test_the_same_claims_in_a_models_words_stand() -> None:
    figures = measure()
    assert figures.lost_reworded <= MOST_LOST_REWORDED * figures.reworded


def test_an_untouched_claim_is_the_readers_own() -> None:
    read = read_seeds()[0]
    standing = [claims_of(read, g.item)[0].model_copy(update={"question": ""}) for g in read.good]
    assert standing == [g.claim.model_copy(update={"question": ""}) for g in read.good]


def show() -> None:
    figures = measure(step=1)
    for kind in sorted(figures.made):
        made, dropped = figures.made[kind], figures.dropped[kind]
        sys.stdout.write(f"{kind}: {made} made, {dropped} dropped, {figures.harmless[kind]} in our words\n")
    total, caught = sum(figures.made.values()), sum((figures.dropped + figures.harmless).values())
    sys.stdout.write(f"all: {total} made, {caught} caught\n")
    sys.stdout.write(f"untouched: {figures.good}, {figures.lost} dropped\n")
    sys.stdout.write(f"reworded: {figures.reworded}, {figures.lost_reworded} dropped\n")


if __name__ == "__main__":
    show()
