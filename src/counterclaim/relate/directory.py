"""What all articles together tell of their speakers and places: whom a person stands for, what "the company" is (room: brains).

One article calls her "the group's director", another names the group. Only what exactly one name fits is completed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self

from counterclaim.core.records import Article, Attribution
from counterclaim.relate.lineage import name_key
from counterclaim.relate.slots import Slots
from counterclaim.text.places import find_place
from counterclaim.text.tokens import tokenize


class Directory(NamedTuple):
    """The named side of each person, by name key; the one body that a common noun stands for; the places."""

    sides: Mapping[frozenset[str], str]
    bodies: Mapping[str, str]
    places: Sequence[str]

    @classmethod
    def of(cls, slots: Sequence[Slots]) -> Self:
        """Gather what the claims and the headlines name."""
        links = [link for s in slots for link in s.claim.attribution if link.mode != "narration"]
        articles = {s.article.id: s.article for s in slots}.values()
        return cls(_find_sides(links), _find_bodies(links), _find_places(slots, articles, links))

    def side(self, link: Attribution) -> str | None:
        """The side as a name where any article has one, else as worded; None where the role says as much."""
        if _is_named(link.side) and not _says(link.role, link.side):
            return link.side
        body = None if _is_named(link.side) else self.bodies.get(_noun(link.side))
        known = self.sides.get(name_key(link.name or "")) or body
        return known or (None if _says(link.side, link.role) or _says(link.role, link.side) else link.side)

    def body(self, link: Attribution) -> str | None:
        """The one body that a speaker named by a common noun can be ("company")."""
        noun = (link.name or "").lower()
        return self.bodies.get(noun) if noun == link.name else None

    def find_mentioned(self, text: str) -> str | None:
        """The first known place that a text names, whatever stands before it ("Orvo’s mayor")."""
        found = (
            (at.start(), -len(p), p) for p in self.places if (at := re.search(rf"\b{re.escape(p)}\b", text))
        )
        return min(found, default=(0, 0, None))[2]


def _find_sides(links: Iterable[Attribution]) -> dict[frozenset[str], str]:
    """The longest named side of every person; two that share no word are none."""
    found: dict[frozenset[str], set[str]] = {}
    for link in links:
        if link.name and link.side and _is_named(link.side) and not _says(link.role, link.side):
            found.setdefault(name_key(link.name), set()).add(link.side)
    longest = {key: max(sorted(sides), key=len) for key, sides in found.items()}
    return {k: s for k, s in longest.items() if all(name_key(s) & name_key(other) for other in found[k])}


def _find_bodies(links: Iterable[Attribution]) -> dict[str, str]:
    """Common noun -> the only body that some article calls so, or whose name ends in it."""
    found: dict[str, dict[frozenset[str], str]] = {}
    for link in links:
        for noun, body in _described(link):
            found.setdefault(noun, {}).setdefault(name_key(body), body)
    return {noun: body for noun, bodies in found.items() for body in bodies.values() if len(bodies) == 1}


def _described(link: Attribution) -> Iterator[tuple[str, str]]:
    for body in (link.name, link.side, link.institution):
        if body and _is_named(body):
            last = body.split()[-1]
            if last[:1].isupper() and (body != link.name or " of " not in body):
                yield last.lower(), body
            if body == link.name and link.role and link.role == link.role.lower() and link.side is None:
                yield link.role.split()[-1], body
                yield link.role, body


def _find_places(
    slots: Sequence[Slots], articles: Iterable[Article], links: Iterable[Attribution]
) -> tuple[str, ...]:
    speakers = frozenset(w for link in links for w in name_key(link.name or ""))
    named = {s.claim.place for s in slots} | {find_place(tokenize(a.title or "")) for a in articles}
    return tuple(sorted(p for p in named if p and not name_key(p) & speakers and p[:1].isupper()))


def _noun(side: str | None) -> str:
    """The noun of a side as worded: "our association", "company's chief executive"."""
    words = (side or "").lower().split()
    owner = next((w for w in words if w.endswith(("'s", "’s"))), None)
    return owner[:-2] if owner else words[-1] if words else ""


def _is_named(words: str | None) -> bool:
    return words is not None and any(w[:1].isupper() for w in words.split())


def _says(words: str | None, part: str | None) -> bool:
    """Whether the words hold the part already ("police spokeswoman", "police")."""
    return bool(words and part) and (part or "").casefold() in (words or "").casefold()
