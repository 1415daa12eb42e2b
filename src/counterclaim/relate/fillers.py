"""Two accounts of one deed that fill one slot differently: who did it, and where (room: brains).

A conflict needs the same deed and fillers that exclude each other: members of one kind ("the kitchen", "the boiler room"),
or one kind of thing of two owners ("Arvanian guards", "Belmorian guards"). What may lie in the other, or be the other by
another name, is left alone.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from counterclaim.relate.hours import order_times
from counterclaim.relate.lineage import compare_originators, name_key, originator
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import differ_in_reality
from counterclaim.relate.slots import Slots, same_name
from counterclaim.text.fillers import Fillers, Phrase, find_fillers
from counterclaim.text.kinds import exclude
from counterclaim.text.lexicon import GENERIC_PEOPLE, concept
from counterclaim.text.opposites import are_rivals

_ONCE = frozenset(concept(w) for w in "first start begin cause provoke".split())  # only one can have done it


_KILLS = frozenset(concept(w) for w in "kill shoot murder stab beat".split())
_DEAD = frozenset(concept(w) for w in "victim dead inmate prisoner".split()) | GENERIC_PEOPLE
_MUTUAL = frozenset(
    concept(w) for w in "meet marry join fight clash collide face play border resemble".split()
)
_FIRST = concept("first")
_SUBJECT = re.compile(r"^\[([^\]]+)\]")  # taken over from the clause before


class _Slot(NamedTuple):
    """A slot that both fill, and what else must be the same for it to be one deed."""

    name: str
    read: Callable[[Fillers], Phrase | None]
    beside: Callable[[Fillers], Phrase | None]


_SLOTS = (
    _Slot("actor", lambda f: f.agent, lambda f: f.patient),
    _Slot("place", lambda f: f.place, lambda f: f.agent or f.patient),
)


def relate_fillers(a: Slots, b: Slots) -> Verdict | None:
    """A contradiction where one deed is told with another doer or place; None where none is certain."""
    if not _may_clash(a, b):
        return None
    one, two = (find_fillers(_SUBJECT.sub(r"\1", s.claim.text)) for s in (a, b))
    if one is None or two is None or not _is_one_deed(one.predicate, two.predicate):
        return None
    for slot, x, y in _filled(one, two, once=_is_first(a, b, one)):
        if _are_exclusive(x, y) or (slot == "actor" and _is_first(a, b, one) and _are_parties(x, y, a, b)):
            return Verdict("contradicts", f"one deed, another {slot}: {x.text} against {y.text}", slot)
    return _relate_turned(one, two)


def _is_one_deed(one: str, two: str) -> bool:
    """Whether two verbs may tell one deed: "killed" tells of what "shot" tells more closely."""
    return one == two or {one, two} <= _KILLS


def _relate_turned(one: Fillers, two: Fillers) -> Verdict | None:
    """Each did to the other what the other did to it: in one set of words two deeds, or a dispute over who did it."""
    slots = one.agent, one.patient, two.patient, two.agent
    doer, done_to, other_done_to, other_doer = (concept(p.head) if p else None for p in slots)
    if None in {doer, done_to} or doer == done_to or one.predicate in _MUTUAL:
        return None
    if (doer, done_to) != (other_done_to, other_doer):
        return None
    return Verdict("undetermined", "each is told to have done to the other what the other did to it", "actor")


def _may_clash(a: Slots, b: Slots) -> bool:
    """Whether both tell what happened, of one time as far as they say, and not with one voice."""
    if a.figure or b.figure or a.negated or b.negated or differ_in_reality(a, b):
        return False
    if "possible" in {a.claim.certainty, b.claim.certainty}:
        return False
    one, two = a.claim.event_time, b.claim.event_time
    if one and two and order_times(one, two) in {"before", "after"}:
        return False
    return compare_originators(a.claim, b.claim) not in {"same", "same_side"}


def _filled(one: Fillers, two: Fillers, *, once: bool) -> Iterator[tuple[str, Phrase, Phrase]]:
    """The slots that both fill, where the deed is the same one."""
    for slot in _SLOTS:
        x, y = slot.read(one), slot.read(two)
        if x and y and _is_one_thing(slot.beside(one), slot.beside(two), once=once and slot.name == "actor"):
            yield slot.name, x, y


def _is_one_thing(x: Phrase | None, y: Phrase | None, *, once: bool) -> bool:
    """Whether two phrases mean one certain thing; of what only one can have done ("opened fire first") any will do."""
    if once and x is None and y is None:
        return True
    if (
        x is None
        or y is None
        or (concept(x.head) != concept(y.head) and not {concept(x.head), concept(y.head)} <= _DEAD)
    ):
        return False
    if not once and not (x.definite and y.definite):
        return False
    return not are_rivals(x.words, y.words) and not (x.names and y.names and not x.names & y.names)


def _are_exclusive(x: Phrase, y: Phrase) -> bool:
    if x.head != y.head:
        return exclude(x.words, y.words)
    beside = x.words - {x.head}, y.words - {y.head}
    owners = x.names - {x.head}, y.names - {y.head}
    return (all(owners) and _are_other_names(*owners)) or are_rivals(*beside) or exclude(*beside)


def _are_other_names(one: frozenset[str], two: frozenset[str]) -> bool:
    return not any(same_name(x, y) for x in one for y in two)


def _is_first(a: Slots, b: Slots, told: Fillers) -> bool:
    """Whether both tell of what only one can have done."""
    return told.predicate in _ONCE or _FIRST in a.topic & b.topic


def _are_parties(x: Phrase, y: Phrase, a: Slots, b: Slots) -> bool:
    """Whether two doers are of two of the parties that speak ("Arvania fired first", "Belmorian soldiers fired first")."""
    if not x.names or not y.names or not _are_other_names(x.names, y.names):
        return False
    links = (originator(a.claim), originator(b.claim))
    spoken = {w for link in links if link for w in name_key(f"{link.name or ''} {link.side or ''}")}
    return all(any(same_name(w, s) for w in p.names for s in spoken) for p in (x, y))
