"""What pairs of claims are judged on, and the whole way of a pair: admitted or not, then up the ladder (room: brains)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self

from counterclaim.core.records import ArticleDigest, Claim, Independence, Origin
from counterclaim.relate.align import Alignment, align
from counterclaim.relate.events import find_same_event
from counterclaim.relate.increments import level_increments
from counterclaim.relate.joins import join_absent, join_currency, join_elliptical, join_predicates
from counterclaim.relate.ladder import climb_figures, relate_figures
from counterclaim.relate.lineage import (
    classify_independence,
    compare_as_of,
    compare_originators,
    oppose_sides,
    opposed,
    side_key,
)
from counterclaim.relate.mates import SentenceMates
from counterclaim.relate.origins import find_reprints
from counterclaim.relate.relays import review_relay
from counterclaim.relate.rungs import NoRelation, Rung, Verdict, settle
from counterclaim.relate.sayings import date_first_said
from counterclaim.relate.slots import Slots, drop_aside, find_slots
from counterclaim.relate.statements import climb_statements, relate_statements
from counterclaim.text.grounding import level
from counterclaim.text.lexicon import concept

UNRELATED = frozenset(
    {"declined", "could not confirm", "not reached", "not known"}
)  # speech acts for the response log, never a relation (case 20)
_ADDING = frozenset(concept(w) for w in ("also", "too", "likewise"))
_LIMIT = "they answer one question, but other claims fit better: over the limit of candidates a claim"


class Grounds(NamedTuple):
    """Everything that is known of the claims before a pair is judged; indices are those of `slots`.

    `similarities` holds the pairs that were aligned, `copies` a reprint's claim ids with those of the source.
    """

    slots: Sequence[Slots]
    events: frozenset[tuple[str, str]]
    reprints: tuple[Origin, ...]
    copies: Mapping[str, str]
    alignment: Alignment
    similarities: Mapping[tuple[int, int], float]
    disputes: frozenset[frozenset[str]]
    sentences: SentenceMates

    @classmethod
    def of(cls, digests: Sequence[ArticleDigest], sides: Iterable[Sequence[str]] = ()) -> Self:
        """Level, align and gather what the articles say; `digests` are ordered by the id of their article.

        `sides` are pairs that the user's own table opposes.
        """
        articles = [d.article for d in digests]
        found = [find_slots(c, d.article) for d in digests for c in d.claims]
        slots = date_first_said(
            join_currency(join_predicates(join_elliptical(level_increments(join_absent(found)))))
        )
        reprints = find_reprints(articles)
        events = find_same_event(articles)
        alignment = align(slots, events)
        return cls(
            slots=slots,
            events=events,
            reprints=reprints,
            copies=_find_copies(slots, reprints),
            alignment=alignment,
            similarities={(p.a, p.b): p.similarity for p in alignment.pairs},
            disputes=_find_opposed_sides(slots, alignment) | oppose_sides(sides),
            sentences=SentenceMates.of(slots),
        )

    def find(self, claim: str) -> int:
        """The index of the claim with this id.

        Raises:
            StopIteration: There is none.
        """
        return next(i for i, s in enumerate(self.slots) if s.claim.id == claim)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs to judge: those aligned, and every claim of a reprint with its source's."""
        place = {s.claim.id: i for i, s in enumerate(self.slots)}
        copied = ((place[source], place[copy]) for copy, source in self.copies.items())
        yield from sorted({*self.similarities, *((min(p), max(p)) for p in copied)})

    def climb(self, i: int, j: int) -> Iterator[Rung]:
        """Put every question to the claims of two indices, `i < j`; the last rung decides."""
        a, b = self.slots[i], self.slots[j]
        for rung in self._enter(i, j):
            yield rung
            if rung.last:
                return
        against = opposed(a.claim, b.claim, self.disputes)
        rungs = list(climb_claims(a, b, similarity=self.similarities[i, j], opposed_sides=against))
        yield from rungs
        verdict = settle(rungs)
        beside = self.sentences.review(a, b, verdict)
        if beside:
            yield Rung("beside", beside)
        relay = review_relay(a, b, settle([Rung("beside", beside or verdict)]))
        if relay:
            yield Rung("relay", relay)

    def _enter(self, i: int, j: int) -> Iterator[Rung]:
        """Whether the ladder is for this pair at all: not two prints of one text, one question, no mere response."""
        yield Rung("reprint", self._compare_texts(i, j))
        yield Rung("question", self._refuse(i, j))
        silent = sorted(UNRELATED & {*self.slots[i].claim.flags, *self.slots[j].claim.flags})
        yield Rung(
            "response", NoRelation(f"one is a response without content: {silent[0]}") if silent else None
        )

    def _compare_texts(self, i: int, j: int) -> Verdict | NoRelation | None:
        a, b = self.slots[i], self.slots[j]
        for source, copy in ((a, b), (b, a)):
            if self.copies.get(copy.claim.id) == source.claim.id:
                return Verdict("equivalent", "the same words in a reprint", "reprint", flipped=source is b)
        if self._share_text(a, b):
            return NoRelation("one article reprints the other, in other words or figures")
        return None

    def _share_text(self, a: Slots, b: Slots) -> bool:
        articles = {a.article.id, b.article.id}
        return len(articles) > 1 and any(articles <= {*o.articles} for o in self.reprints)

    def classify(self, a: Slots, b: Slots) -> Independence:
        """How independent the sources of two claims are."""
        return classify_independence(a.claim, b.claim, one_text=self._share_text(a, b))

    def _refuse(self, i: int, j: int) -> NoRelation | None:
        if (i, j) in self.similarities:
            return None
        match = self.alignment.gate.admit(i, j)
        return NoRelation(_LIMIT if match.found else match.reason)


def climb_claims(a: Slots, b: Slots, *, similarity: float, opposed_sides: bool = False) -> Iterator[Rung]:
    """Put the ladder's questions to two aligned claims: those for figures where both give one, else those for words."""
    a, b = drop_aside(a, b)
    if a.figure and b.figure and not _negates_other(a, b):
        return climb_figures(a, b, opposed=opposed_sides)
    return climb_statements(a, b, similarity=similarity)


def relate(a: Slots, b: Slots, *, similarity: float, opposed_sides: bool = False) -> Verdict | None:
    """Relate two aligned claims by rule; None where they are unrelated or the words do not decide."""
    return settle(climb_claims(a, b, similarity=similarity, opposed_sides=opposed_sides))


def _find_copies(slots: Sequence[Slots], reprints: Iterable[Origin]) -> dict[str, str]:
    """Claim id in a reprint -> id of the source's claim with the same wording and the same figure.

    A light edit is no other statement: without the same wording, the same words of content will do.
    """
    held: dict[str, list[Slots]] = {}
    for s in slots:
        held.setdefault(s.article.id, []).append(s)
    copies: dict[str, str] = {}
    for origin in reprints:
        source = held.get(origin.source or "", [])
        for article in origin.articles:
            if article != origin.source:
                copies |= _match_copies(held.get(article, []), source)
    return copies


def _match_copies(reprinted: Sequence[Slots], source: Sequence[Slots]) -> dict[str, str]:
    worded = {_copy_key(s.claim): s.claim.id for s in source}
    found = {s.claim.id: worded[key] for s in reprinted if (key := _copy_key(s.claim)) in worded}
    taken = {*found.values()}
    edited = {_matter_key(s): s.claim.id for s in source if s.claim.id not in taken and s.topic}
    rest = ((s, _matter_key(s)) for s in reprinted if s.claim.id not in found)
    return found | {s.claim.id: edited[matter] for s, matter in rest if matter in edited}


def _copy_key(claim: Claim) -> tuple[str, str]:
    return (level(claim.quote), claim.answer)


def _matter_key(s: Slots) -> tuple[object, ...]:
    """All that a claim says, but for the words that only join it to its text."""
    return (
        s.topic - _ADDING,
        s.claim.answer,
        s.negated,
        s.claim.reality,
        s.claim.event_time,
        side_key(s.claim),
    )


def _negates_other(a: Slots, b: Slots) -> bool:
    """Reported denials are about the other's statement, whatever figures they repeat."""
    return ("denial" in a.claim.flags) != ("denial" in b.claim.flags)


def _find_opposed_sides(slots: Sequence[Slots], alignment: Alignment) -> frozenset[frozenset[str]]:
    """Name keys of sides of which one denies what the other says, or that one article sets against each other.

    Where an article gives two speakers' figures for one thing side by side, neither is an update of the other.
    """
    found = set()
    for i, j, similarity in alignment.pairs:
        a, b = slots[i], slots[j]
        verdict = relate_statements(a, b, similarity=similarity) if _negates_other(a, b) else None
        if (verdict and verdict.label == "denies") or _set_against(a, b):
            found.add(side_key(a.claim) | side_key(b.claim))
    return frozenset(found)


def _set_against(a: Slots, b: Slots) -> bool:
    """Whether one article gives both figures, of two speakers, for one thing and no two moments."""
    if a.article.id != b.article.id or compare_originators(a.claim, b.claim) != "other":
        return False
    if not (a.figure and b.figure) or ((a.as_of or b.as_of) and compare_as_of(a, b) != "same"):
        return False
    verdict = relate_figures(a, b, opposed=True)
    return verdict is not None and verdict.label == "contradicts"
