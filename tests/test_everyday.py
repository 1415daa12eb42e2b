"""Everyday wordings: what two outlets would write, read from running text and compared through the library."""

from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from counterclaim import compare, digest, read

PAIRS = Path(__file__).with_name("everyday.txt")
CONFLICTS = frozenset({"contradicts", "denies"})
WANTED = {"C": CONFLICTS, "A": frozenset({"equivalent", "refines", "confirms", "reports"})}
FLOORS = {"C": 44, "A": 8, "N": 24}  # pairs told rightly; they only rise
ACCOUNTS = (
    (
        "Harbour Post",
        "Rovenka harbour authority and mayor Ilse Brandt of Rovenka met Colonel Petar Milov in the Ostrand district.",
    ),
    (
        "Ostrand Echo",
        "At the town hall of Rovenka, Ilse Brandt received Petar Milov of the Ostrand brigade; the council listened.",
    ),
)


def pairs() -> list[tuple[str, str, str]]:
    lines = (line for line in PAIRS.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    return [(want, a.strip(), b.strip()) for want, a, b in (line.split("|") for line in lines)]


def relate(folder: Path, told: tuple[str, str]) -> set[str]:
    """The labels between the statements of two short articles that share names and nothing else."""
    folder.mkdir()
    for (outlet, opening), sentence in zip(ACCOUNTS, told, strict=True):
        head = f"---\ntitle: Rovenka, says {outlet}\noutlet: {outlet}\npublished: 2026-03-04T10:00:00Z\n---\n"
        (folder / f"{outlet}.md").write_text(f"{head}{opening}\n\n{sentence}\n", encoding="utf-8")
    found = compare(digest(read(folder).articles))
    claims = {c.id: c for d in found.digests for c in d.claims}
    return {
        r.label
        for r in found.relations
        if claims[r.a].article != claims[r.b].article
        and not any("Milov" in claims[end].quote for end in (r.a, r.b))
    }


def is_right(want: str, labels: set[str]) -> bool:
    if want == "N":
        return not labels & CONFLICTS
    return bool(labels & WANTED[want]) and (want == "C" or not labels & CONFLICTS)


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    root, number = tmp_path_factory.mktemp("everyday"), count()
    return Counter(want for want, a, b in pairs() if is_right(want, relate(root / str(next(number)), (a, b))))


def test_the_pairs_are_what_they_say() -> None:
    kinds = Counter(want for want, _, _ in pairs())
    assert kinds == {"C": 60, "N": 26, "A": 10}


@pytest.mark.parametrize("want", FLOORS)
def test_no_count_is_below_its_floor(right: Counter[str], want: str) -> None:
    assert right[want] >= FLOORS[want]
