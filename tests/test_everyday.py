"""Everyday wordings: what two outlets would write, read from running text and compared through the library."""

from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from counterclaim import compare, digest, read

CONFLICTS = frozenset({"contradicts", "denies"})
WANTED = {"C": CONFLICTS, "A": frozenset({"equivalent", "refines", "confirms", "reports"})}
FLOORS = {  # pairs told rightly; they only rise
    "everyday": {"C": 44, "A": 8, "N": 24},
    "newswire": {"C": 13, "A": 0, "N": 39},
}
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


def pairs(table: str) -> list[tuple[str, str, str]]:
    """The pairs of `everyday.txt` or `newswire.txt`, each with what it is."""
    text = Path(__file__).with_name(f"{table}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and line[0] != "#")
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


@pytest.fixture(scope="module", params=FLOORS)
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Counter[str]]:
    """A table and how many of its pairs of each kind are told rightly."""
    table, number = str(request.param), count()
    root = tmp_path_factory.mktemp(table)
    right = (want for want, a, b in pairs(table) if is_right(want, relate(root / str(next(number)), (a, b))))
    return table, Counter(right)


@pytest.mark.parametrize(
    ("table", "kinds"),
    [("everyday", {"C": 60, "N": 26, "A": 10}), ("newswire", {"C": 90, "N": 40, "A": 20})],
)
def test_the_pairs_are_what_they_say(table: str, kinds: dict[str, int]) -> None:
    assert Counter(want for want, _, _ in pairs(table)) == kinds


def test_no_count_is_below_its_floor(told: tuple[str, Counter[str]]) -> None:
    table, right = told
    assert {want: right[want] for want, floor in FLOORS[table].items() if right[want] < floor} == {}
