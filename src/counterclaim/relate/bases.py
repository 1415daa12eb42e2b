"""Shares of two things: "60 per cent of nurses", "18 per cent of the population"; of the total and of a part (room: brains)."""

import re

from counterclaim.relate.slots import Slots
from counterclaim.text.lexicon import GENERIC_PEOPLE, PEOPLE_CONCEPTS, concept
from counterclaim.text.shares import Base, find_base

INHABITANTS = frozenset(concept(word) for word in "resident inhabitant villager local townspeople".split())
_TOTAL = re.compile(r"\b(?:total|overall|combined|aggregate)\b", re.IGNORECASE)


def tell_bases_apart(a: Slots, b: Slots) -> str | None:
    """Why two shares are of two things, or None where nothing says so."""
    one, two = (find_base(s.claim.text, s.figure.text) if s.figure else None for s in (a, b))
    if _are_total_and_part(a, b) or _are_total_and_part(b, a):
        return "one is of the total, the other of a part that it names"
    if one and two and _are_other_bases(one, two):
        return "they are shares of two things"
    people = a.topic & PEOPLE_CONCEPTS, b.topic & PEOPLE_CONCEPTS
    if not all(people) or people[0] & people[1]:
        return None
    return f"among {list_words(people[0])} against {list_words(people[1])}"


def _are_total_and_part(total: Slots, part: Slots) -> bool:
    whole = _TOTAL.search(total.claim.text) and not _TOTAL.search(part.claim.text)
    return bool(whole and part.names - total.names)


def _are_other_bases(one: Base, two: Base) -> bool:
    """Whether two bases are of two things; those named by a wider and a closer noun are not compared either."""
    if one.head != two.head:
        return not {one.head, two.head} <= GENERIC_PEOPLE | INHABITANTS
    return bool(one.beside and two.beside) and not one.beside & two.beside


def list_words(words: frozenset[str]) -> str:
    """Words as a reason names them: in order, each with a capital."""
    return " ".join(sorted(w.capitalize() for w in words))
