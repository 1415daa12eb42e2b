"""Whose people a figure counts, where names say so: one group under two names, or the people of two parties (room: brains).

A dispute over what to call the dead needs the same dead: what each of two parties says of the other's people, or what
one speaker says of two peoples, are two counts.
"""

from counterclaim.core.records import Claim
from counterclaim.relate.lineage import compare_originators, name_key, originator, said_on_other_days
from counterclaim.relate.slots import Slots, same_name
from counterclaim.text.lexicon import HUMAN


def are_other_camps(a: Slots, b: Slots) -> bool:
    """Whether two figures count the people of two parties, both named."""
    one, two = a.nationalities, b.nationalities
    if not one or not two or any(same_name(x, y) for x in one for y in two):
        return False
    if compare_originators(a.claim, b.claim) in {"same", "same_side"}:
        return True
    own = _are_of(one, a.claim) and _are_of(two, b.claim)
    return own or (_are_of(one, b.claim) and _are_of(two, a.claim))


def _are_of(people: frozenset[str], claim: Claim) -> bool:
    """Whether the people are those that the speaker stands for."""
    link = originator(claim)
    names = (link.name, link.side, link.institution) if link else ()
    words = {word for name in names for word in name_key(name or "")}
    return any(same_name(p, w) for p in people for w in words)


def name_one_group(a: Slots, b: Slots) -> bool:
    """Whether one counts by a group's bare name what the other calls its fighters, members or guests."""
    bare, other = (a, b) if a.head in a.nationalities else (b, a)
    return bare.head in bare.nationalities and bare.head in other.nationalities - {other.head}


def tell_included(a: Slots, b: Slots) -> tuple[str, str] | None:
    """Which of two, "a" or "b", counts alone what the other counts with more, and why: "12 soldiers", "15 soldiers and police"."""
    if bool(a.beside) == bool(b.beside):
        return None
    alone, one, whole = ("b", b, a) if a.beside else ("a", a, b)
    named = one.head in {whole.head} | whole.beside or (whole.head in whole.nationalities & one.nationalities)
    part, counted = (s.figure.population if s.figure else None for s in (one, whole))
    return (alone, f"{part} are part of {counted}") if named else None


def count_one_company(a: Slots, b: Slots) -> bool:
    """Whether both count several sorts together, of which they have one in common."""
    one, two = ({s.head} | s.beside | s.nationalities for s in (a, b))
    return bool(a.beside and b.beside and one & two)


def are_one_toll(a: Slots, b: Slots) -> bool:
    """Whether one speaker counts the dead of one event on two days, first as patients, then as a toll."""
    same = compare_originators(a.claim, b.claim) == "same" and said_on_other_days(a, b)
    return same and a.measure == b.measure and a.measure in HUMAN and None in {a.head, b.head}
