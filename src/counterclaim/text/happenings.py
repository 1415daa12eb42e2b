"""What befalls a place under many names: the riot, "the trouble", "the violence" (room: brains).

Each row holds what several desks call one happening when they say when it began. A word such as "incident" stands for
any of them. Nouns that are synonyms anywhere (`synonyms`) need not stand together here.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from counterclaim.text.facts import is_verb
from counterclaim.text.kinds import exclude
from counterclaim.text.lexicon import FUNCTION_WORDS, concept, stem
from counterclaim.text.signs import concept_at
from counterclaim.text.tokens import Token, tokenize

_ROWS: Final = (
    "riot violence trouble clash brawl mayhem chaos melee scuffle",
    "shoot shot shots volley",
    "attack raid operation bomb missile onslaught",
    "crush stampede surge panic",
    "crash derail pile-up",
    "blast",
    "fire",
    "flood",
    "earthquake",
    "strike strike-action stoppage",
    "blackout power-cut",
    "leak",
    "hack theft",
    "landslide",
    "collapse",
    "outbreak infect",
    "drought",
)
_ANY: Final = frozenset(concept(w) for w in "incident event tragedy emergency drama ordeal".split())
_ONSETS: Final = frozenset(concept(w) for w in "begin start happen occur erupt".split())
_FALLS: Final = frozenset(
    concept(w) for w in "fall drop land hit explode".split()
)  # what bombs and shells do
_MISSILES: Final = frozenset(concept(w) for w in "bomb missile".split())
_OPENED: Final = (("open", "fire"), ("opened", "fire"), ("opening", "fire"))
_BORDERS: Final = frozenset(
    ", ; : — – ( ) when after before while who which that as if unless though although since until with".split()
)
_REPORTS: Final = frozenset(concept(w) for w in "report call sound".split())
_NEARLY: Final = frozenset({"shortly", "just", "soon", "well", "minutes", "hours"})
_CALLED: Final = frozenset({"the", "an", "a", "this", "that", "its", "whole", "all"})


class Onset(NamedTuple):
    """That something began: the rows of what it may have been (`None` for any), the clause, and who began it if told."""

    rows: frozenset[int] | None
    clause: str
    doers: frozenset[str] = frozenset()

    def may_be(self, other: "Onset") -> bool:
        """Whether the two may be the beginning of one happening, and nothing sets their doers apart."""
        one, two = (frozenset(stem(t.text) for t in tokenize(o.clause)) for o in (self, other))
        apart = exclude(one, two) or (self.doers and other.doers and not self.doers & other.doers)
        return not apart and (self.rows is None or other.rows is None or bool(self.rows & other.rows))


def find_onset(text: str) -> Onset | None:
    """What a statement says began, happened or broke out; None where it says nothing of the kind.

    >>> one, two = find_onset("The trouble started at five, after a match"), find_onset("the riot broke out at noon")
    >>> one.may_be(two), one.clause
    (True, 'The trouble started at five')
    >>> find_onset("The match began at five")
    """
    tokens = tokenize(text)
    for start, end in _clauses(tokens):
        clause = tokens[start:end]
        opened = next(
            (i for i, pair in enumerate(pairwise(t.lower for t in clause)) if pair in _OPENED), None
        )
        rows = _read_onset(clause) if opened is None else _rows()[concept("shoot")]
        if rows is not None:
            doers = frozenset(
                concept(t.text) for t in clause[:opened] if opened and t.lower not in FUNCTION_WORDS
            )
            return Onset(rows or None, text[tokens[start].start : tokens[end - 1].end], doers)
    return None


def _clauses(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The main clause, and one that a time opens: up to the first border, and from a comma behind the first words."""
    cuts = [-1, *(i for i in range(len(tokens)) if _is_border(tokens, i)), len(tokens)]
    spans = [(a + 1, b) for a, b in pairwise(cuts) if b > a + 1]
    return [s for s in spans[:2] if s[0] == 0 or tokens[s[0] - 1].text == ","]


def _is_border(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause ends at `i`; not inside "5:10" and "shortly before two"."""
    if tokens[i].lower not in _BORDERS or (i and tokens[i - 1].lower in _NEARLY):
        return False
    inside = 0 < i < len(tokens) - 1
    return not (inside and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start)


def _read_onset(clause: Sequence[Token]) -> frozenset[int] | None:
    """The rows that a clause names as begun; empty for a happening of any kind; None where it tells of no beginning."""
    for i in range(len(clause)):
        key = concept_at(clause, i)
        if key in _ONSETS | _FALLS and is_verb(clause, i):
            falls = key not in _ONSETS
            told = clause if falls else clause[:i]  # "three bombs fell", "jets dropped three bombs"
            return _name_rows(frozenset(concept(t.text) for t in told if t.is_word), falls=falls)
    return _read_start(clause)


def _name_rows(subject: frozenset[str], *, falls: bool) -> frozenset[int] | None:
    named = subject & (_MISSILES if falls else frozenset(_rows()))
    if named:
        return frozenset(row for word in named for row in _rows()[word])
    return frozenset() if subject & _ANY and not falls else None


def _read_start(clause: Sequence[Token]) -> frozenset[int] | None:
    """Read "the start (of the riot) at two", "the first report of shooting": what begins may be left to the reader."""
    words = [t for t in clause if t.lower not in _CALLED]
    for i, word in enumerate(words[:-1]):
        told = concept(word.text) in _REPORTS and words[i - 1].lower == "first"
        begins = i == 0 and concept(word.text) in _ONSETS
        if words[i + 1].lower == "of" and (told or begins):
            return _name_rows(frozenset(concept(t.text) for t in words[i + 2 :]), falls=False)
        if begins and words[i + 1].lower in {"at", "was", "came"}:
            return frozenset()
    return None


def list_happenings(text: str) -> list[frozenset[int]]:
    """The rows of every happening that a text names, in its order.

    >>> [len(rows) for rows in list_happenings("The riot of Sunday followed a meal")]
    [1]
    """
    return [_rows()[key] for t in tokenize(text) if (key := concept(t.text)) in _rows()]


@cache
def _rows() -> dict[str, frozenset[int]]:
    table: dict[str, frozenset[int]] = {}
    for n, row in enumerate(_ROWS):
        for word in row.split():
            table[concept(word)] = table.get(concept(word), frozenset()) | {n}
    return table
