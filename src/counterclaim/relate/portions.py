"""Figures that count some of what another counts: of the dead, of the schools, bodies that were found (room: brains)."""

import re

from counterclaim.relate.lineage import compare_originators, is_later
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.slots import ON_SIDE, Slots
from counterclaim.text.lexicon import HUMAN

_OF_THE_FATED = re.compile(
    r" of (?:the|its|their|my|our|his|her) (?:dead|injured|wounded|missing|victims|casualties|survivors|bodies)\b",
    re.IGNORECASE,
)
# What becomes of things: "five of its roofs collapsed" counts what "seven roofs collapsed" counts.
FATES = frozenset("destroyed damaged captured derailed burned stolen flooded".split())
ABOARD = "aboard"
_ON_BOARD = re.compile(r"\bon board(?! (?:with|of)\b)", re.IGNORECASE)
_FULL_NAMES = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_BODIES = re.compile(r" (?:\w+ )?(?:bodies|body|corpses?)\b", re.IGNORECASE)


def count_some(a: Slots, b: Slots) -> Verdict | None:
    """One is said to count some of what the other counts: "six of the dead", "twelve of the schools"."""
    if a.taken_from != b.taken_from and not same_number(a, b):
        part, whole = (a, b) if a.taken_from else (b, a)
        if part.low > whole.high and a.head != b.head:
            return Verdict("different_scope", f"{name_counted(a)} against {name_counted(b)}", "population")
        return Verdict("part_of", "one counts some of those the other counts", "part", flipped=b.taken_from)
    if (a.taken_from or b.taken_from) and _tells_of_fated(a) != _tells_of_fated(b):
        return Verdict("different_scope", "one tells of some of those whose fate was told", "population")
    if a.taken_from and b.taken_from and not same_number(a, b):
        return Verdict("different_scope", "each counts some of those whose fate was told", "population")
    if a.partitive != b.partitive and _is_some_of(a, b):
        return Verdict("part_of", "one counts some of what the other counts", "part", flipped=b.partitive)
    return None


def tell_of_namesakes(a: Slots, b: Slots) -> bool:
    """Whether the figures are of two things whose names differ in their last word: the Santa Lira, the Santa Merle."""
    one, two = _names_before(a), _names_before(b)
    alike = any(x[0] == y[0] and x[-1] != y[-1] for x in one for y in two)
    return alike and not one & two


def _names_before(s: Slots) -> frozenset[tuple[str, ...]]:
    """The names of two words and more before a figure, without what makes them owners."""
    before = s.claim.text.partition(s.figure.text)[0] if s.figure else ""
    names = (
        found.removeprefix("The ").removesuffix("’s").removesuffix("'s")
        for found in _FULL_NAMES.findall(before)
    )
    return frozenset(tuple(name.split()) for name in names)


def count_bodies(a: Slots, b: Slots) -> Verdict | None:
    """Fewer bodies found than people are known to have died; an earlier count of bodies may have grown to the toll."""
    if a.measure != b.measure or a.measure != "killed" or _counts_bodies(a) == _counts_bodies(b):
        return None
    found, toll = (a, b) if _counts_bodies(a) else (b, a)
    if found.high >= toll.low:
        return None
    if not is_later(toll, found):
        return Verdict("part_of", "bodies that were found are some of the dead", "part", flipped=found is b)
    if compare_originators(found.claim, toll.claim) in {"same", "same_side"}:
        return None
    reason = "bodies that were found, and a later toll"
    return Verdict("possible_update", reason, "lineage", flipped=toll is b)


def _counts_bodies(s: Slots) -> bool:
    if s.figure is None:
        return False
    before, _, behind = s.claim.text.partition(s.figure.text)
    return _BODIES.match(behind) is not None or before.lower().endswith(("bodies of ", "corpses of "))


def _tells_of_fated(s: Slots) -> bool:
    """Whether a figure says something else of the dead or hurt than that they are ("two of the bodies were found")."""
    told = re.sub(r" \[[^\]]*\]", "", s.claim.text)  # words in brackets are the reader's
    behind = told.partition(s.figure.text)[2] if s.figure else ""
    return s.taken_from and _OF_THE_FATED.match(behind) is not None


def _is_some_of(a: Slots, b: Slots) -> bool:
    """Whether the lower figure is said to be of some of the things ("twelve of the schools"), and the other of all."""
    part, whole = (a, b) if a.partitive else (b, a)
    alike = (
        a.measure == b.measure and a.measure in HUMAN | FATES
    )  # "9 of the miners died" and "12 miners died" count one thing
    return part.head == whole.head is not None and 0 < part.high < whole.low and not alike


def count_aboard(s: Slots) -> bool:
    """Whether a figure is of who was aboard, by its measure or its words ("there were 186 passengers on board")."""
    if s.figure is None or s.unit is not None or s.measure not in {None, ABOARD}:
        return False
    return s.measure == ABOARD or _ON_BOARD.search(s.claim.text) is not None


def same_number(a: Slots, b: Slots) -> bool:
    """Whether two figures give the same bounds."""
    return (a.low, a.high) == (b.low, b.high)


def name_counted(slots: Slots) -> str:
    """What a figure counts, as worded, else the name of its measure; and whose it is."""
    counted = (slots.figure.population if slots.figure else None) or slots.measure or "the figure"
    return name_owned(slots, counted)


def name_owned(slots: Slots, counted: str) -> str:
    """What is counted, with whose it is where other words than these tell it."""
    if all(word in counted.casefold() for word in slots.nationalities):
        return counted
    side = ON_SIDE.search(slots.claim.text)
    return f"{counted} on the {side[1]} side" if side else f"the speaker’s own {counted}"
