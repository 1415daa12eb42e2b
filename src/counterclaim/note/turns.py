"""What happened on one question between two notes (room: brains).

Each statement is told once, under the weightiest thing that happened to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self

from counterclaim.core.editions import Development, DevelopmentKind, Saying
from counterclaim.core.records import Briefing, Claim, Label, Relation, Thread
from counterclaim.note.changes import direction_of
from counterclaim.note.placement import Placement, place_claims
from counterclaim.note.positions import answer_key, figure_of
from counterclaim.note.prose import LINE_ROOM, shortened
from counterclaim.note.register import outlet_name, register_briefing
from counterclaim.note.view import Position
from counterclaim.note.weight import stances
from counterclaim.relate.editions import Matching, match_notes
from counterclaim.relate.lineage import are_independent, same_bearer

_REVISES: tuple[Label, ...] = ("corrects", "updates", "possible_update")
_ENDS = frozenset({"agreed", "conceded", "superseded"})
_SUPPORTS = frozenset({"equivalent", "refines", "confirms"})
_Figure = tuple[float | None, float | None, str | None, str]


class Pair(NamedTuple):
    """Two notes with their claims in place, and what of them belongs together.

    `figures` are those of the earlier note, with who gives them.
    """

    earlier: Placement
    later: Placement
    matching: Matching
    figures: Mapping[_Figure, Sequence[str]]

    @classmethod
    def of(cls, earlier: Briefing, later: Briefing) -> Self:
        """Match two notes."""
        old = place_claims(register_briefing(earlier))
        figures: dict[_Figure, list[str]] = {}
        for claim in old.register.claims.values():
            if key := figure_key(claim):
                figures.setdefault(key, []).append(old.register.originator[claim.id])
        return cls(old, place_claims(register_briefing(later)), match_notes(earlier, later), figures)

    def is_known(self, claim: str) -> bool:
        """Whether a claim of the later note, or the same answer of its speaker, stands in the earlier one."""
        position = self.later.by_claim.get(claim)
        ids = (citation.claim for citation in position.citations) if position else (claim,)
        return any(i in self.matching.claims for i in ids)

    def is_fresh(self, claim: str) -> bool:
        """Whether a claim of the later note comes from an article, or a text of it, that the earlier one lacks."""
        return self.later.register.claims[claim].article not in self.matching.articles


class Question(NamedTuple):
    """A thread of the later note, with the threads of the earlier one that it goes on from."""

    pair: Pair
    thread: Thread
    before: Sequence[Thread]
    positions: tuple[Position, ...]

    def status_turn(self, links: Iterable[Relation]) -> Iterator[Development]:
        """Newly disputed, or no longer; a status that turned though nobody said anything is a matter of the reading."""
        was, now = {t.status for t in self.before}, self.thread.status
        fresh = [p for p in self.positions if self._is_new(p)]
        known = [p for p in self.positions if not self._is_new(p)]
        if now == "disputed" and "disputed" not in was:
            sides = self._conflicting(links)
            kind: DevelopmentKind = "disputed" if any(p in sides for p in fresh) else "reread"
            yield self.tell(kind, [p for p in known if p in sides], [p for p in fresh if p in sides])
        elif "disputed" in was and now != "disputed":
            ended = now in _ENDS or self._lost_a_side()
            replaced = [p for p in known if p.replaced] or known
            yield self.tell("settled" if ended else "reread", replaced, fresh if ended else [])

    def _lost_a_side(self) -> bool:
        """Whether a statement of the disputed thread stands in no article any more."""
        kept = set(self.pair.matching.claims.values())
        return any(
            not kept.issuperset(thread.claims) for thread in self.before if thread.status == "disputed"
        )

    def deeds(self, links: Iterable[Relation]) -> Iterator[Development]:
        """What a fresh statement does to one that the earlier note had: denies, revises, confirms."""
        by_later: dict[tuple[DevelopmentKind, str, bool], list[Position]] = {}
        for relation in sorted(links, key=lambda r: (r.a, r.b)):
            for a, b in _directions(relation):
                kind = self._deed(relation.label, a, b)
                later, earlier = (self.pair.later.by_claim.get(i) for i in (a, b))
                if kind is None or later is None or earlier is None or later is earlier:
                    continue
                if not self._is_new(later) or self._is_new(earlier):
                    continue
                key = (kind, later.lead.claim, relation.label == "possible_update")
                held = by_later.setdefault(key, [])
                held.extend([earlier] if earlier not in held else [])
        for (kind, claim, tentative), held in by_later.items():
            made = self.tell(kind, held, [self.pair.later.by_claim[claim]])
            yield made.model_copy(update={"tentative": tentative})

    def _deed(self, label: Label, later: str, earlier: str) -> DevelopmentKind | None:
        """What a relation makes of the later claim; what one's own side says again confirms nothing."""
        if label in _REVISES:
            return "revised"
        if label == "denies":
            return "denied"
        claims = self.pair.later.register.claims
        supported = label in _SUPPORTS and are_independent(claims[later], claims[earlier])
        return "confirmed" if supported else None

    def _is_repeated(self, position: Position) -> bool:
        """Whether the earlier note had this answer already: in this thread, or from this speaker on this measure."""
        answer = answer_key(self.pair.later.register.claims[position.lead.claim])
        known = (self.pair.later.register.claims[p.lead.claim] for p in self.positions if not self._is_new(p))
        return any(answer_key(claim) == answer for claim in known) or self._was_said(position)

    def _was_said(self, position: Position) -> bool:
        key = figure_key(self.pair.later.register.claims[position.lead.claim])
        names = self.pair.figures.get(key, ()) if key else ()
        return any(same_bearer(name, position.origin) for name in names)

    def rest(self, told: set[str]) -> Iterator[Development]:
        """What nothing is done by: a corrected answer, one that nobody had given, a known one, one only read anew."""
        found: dict[DevelopmentKind, list[Position]] = {}
        for position in self.positions:
            if not self._is_new(position) or position.lead.claim in told:
                continue
            replaced = self._replaced_in_correction(position)
            if replaced:
                yield self._correct(replaced, position)
            else:
                found.setdefault(self._kind_of_rest(position), []).append(position)
        yield from (self.tell(kind, [], held) for kind, held in found.items())

    def _kind_of_rest(self, position: Position) -> DevelopmentKind:
        if not any(self.pair.is_fresh(citation.claim) for citation in position.citations):
            return "reread"
        if position not in stances(self.thread, self.positions):
            return "declined"
        return "repeated" if self._is_repeated(position) else "new"

    def _correct(self, earlier: Claim, position: Position) -> Development:
        way = direction_of(earlier, self.pair.later.register.claims[position.lead.claim])
        before = (say(self.pair.earlier, earlier.id),)
        made = self.tell("revised", [], [position])
        return made.model_copy(update={"earlier": before, "direction": way})

    def _replaced_in_correction(self, position: Position) -> Claim | None:
        """The same speaker's other answer to this question in the text that an article had before, now gone."""
        matching, register = self.pair.matching, self.pair.later.register
        if not matching.corrected:
            return None
        before = {matching.corrected.get(register.claims[c.claim].article) for c in position.citations}
        kept = set(matching.claims.values())
        for thread in self.before:
            for claim in thread.claims:
                old = self.pair.earlier.register.claims.get(claim)
                name = self.pair.earlier.register.originator.get(claim)
                if old and old.article in before and claim not in kept and same_bearer(name, position.origin):
                    return old
        return None

    def _is_new(self, position: Position) -> bool:
        return not self.pair.is_known(position.lead.claim)

    def _conflicting(self, links: Iterable[Relation]) -> list[Position]:
        claims = {i for r in links if r.label in {"contradicts", "denies"} for i in (r.a, r.b)}
        return [p for p in self.positions if not p.replaced and any(c.claim in claims for c in p.citations)]

    def tell(
        self, kind: DevelopmentKind, earlier: Iterable[Position], later: Iterable[Position]
    ) -> Development:
        """A development on this question, each position by its first occurrence."""
        old, new = [*earlier], [*later]
        claims = self.pair.later.register.claims
        ways = {direction_of(claims[o.lead.claim], claims[n.lead.claim]) for o in old for n in new}
        return Development(
            kind=kind,
            question=shortened(self.thread.question, LINE_ROOM),
            thread=self.thread.id,
            was=self.before[0].status if self.before else None,
            now=self.thread.status,
            direction=ways.pop() if kind == "revised" and len(ways) == 1 else None,
            earlier=tuple(say(self.pair.later, p.lead.claim) for p in old),
            later=tuple(say(self.pair.later, p.lead.claim) for p in new),
        )


def figure_key(claim: Claim) -> _Figure | None:
    """A figure and what it measures, however it is counted and worded; None where either is not stated."""
    figure = figure_of(claim)
    return (figure.low, figure.high, figure.unit, figure.measure) if figure and figure.measure else None


def _directions(relation: Relation) -> tuple[tuple[str, str], ...]:
    """A directed relation as it runs; equals both ways."""
    one = (relation.a, relation.b)
    return (one, one[::-1]) if relation.label in {"equivalent", "reports"} else (one,)


def say(placement: Placement, claim: str) -> Saying:
    """A claim of a note as another refers to it."""
    register = placement.register
    position, told = placement.by_claim[claim], register.claims[claim]
    article = register.articles.get(told.article)
    return Saying(
        claim=claim,
        article=told.article,
        outlet=outlet_name(article),
        published=article.published if article else None,
        name=position.name,
        speaker=position.speaker,
        answer=position.answer,
        quote=told.quote,
        start=told.start,
        end=told.end,
    )
