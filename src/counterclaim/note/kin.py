"""Which questions of a note are of one matter, though their answers are not compared: a motive beside its deed (room: brains).

The comparator's relations tell it where there are any. Else words do, among statements without figures: most of what
the shorter one says must stand in the other, and more than what both speak of.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Self

from counterclaim.core.records import Claim, Relation
from counterclaim.note.placement import Placement
from counterclaim.note.positions import figure_of
from counterclaim.relate.slots import topic_words
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import concept
from counterclaim.text.signs import bare_of_un
from counterclaim.text.tokens import Token, tokenize

_APART = frozenset({"different_scope", "undetermined"})
_PERHAPS = "rule:population"  # what is left open there may be one count under two names
# The share of the lighter statement's words, weighed by their rarity in the note; what two speakers say must share two
# words as well, and not names alone. Set by reading every pair that it links, and the next below, in the seven seeds.
_ALIKE = 0.45
_WORDS = 2
_COMMON = 64  # statements: a word that more of them hold finds none, so that a long note is not compared with itself


class _Said(NamedTuple):
    """One statement without a figure: what it speaks of and says, the second alone, and the names in it."""

    claim: Claim
    words: frozenset[str]
    predicate: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, claim: Claim) -> Self:
        tokens = tuple(tokenize(claim.text))
        verb = next((n for n in range(len(tokens)) if is_verb(tokens, n)), 0)
        named = topic_words(t for n, t in enumerate(tokens) if n and t.text[:1].isupper())
        return cls(claim, _topics(tokens), _topics(tokens[verb:]), named)


def _near(placement: Placement, relations: Iterable[Relation]) -> frozenset[frozenset[str]]:
    """The pairs of questions of which more answers are of one matter than of two: two peoples' dead are not."""
    balance: Counter[frozenset[str]] = Counter()
    for relation in relations:
        alike = relation.label not in _APART or _may_be_one(relation)
        balance[_between(placement, relation)] += 1 if alike else -(relation.label == "different_scope")
    return frozenset(pair for pair, more in balance.items() if more > 0)


def _between(placement: Placement, relation: Relation) -> frozenset[str]:
    return frozenset(placement.thread_of[end].id for end in (relation.a, relation.b))


def _may_be_one(relation: Relation) -> bool:
    return relation.label == "undetermined" and relation.basis == _PERHAPS


def _topics(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of content; "unprovoked" is of one matter with "provoked"."""
    bare = (bare_of_un(token.lower) for token in tokens)
    return topic_words(tokens) | {concept(word) for word in bare if word}


class Kin(NamedTuple):
    """The look-up: what the comparator relates to each claim, and the statements by their words."""

    placement: Placement
    related: Mapping[str, frozenset[str]]
    said: Mapping[str, _Said]
    holding: Mapping[str, Sequence[str]]
    weights: Mapping[str, float]

    @classmethod
    def of(cls, placement: Placement, relations: Iterable[Relation]) -> Self:
        """Index the claims of a note."""
        held = [r for r in relations if {r.a, r.b} <= placement.by_claim.keys()]
        near = _near(placement, held)
        related: dict[str, set[str]] = defaultdict(set)
        for relation in held:
            if _between(placement, relation) in near:
                related[relation.a].add(relation.b)
                related[relation.b].add(relation.a)
        said = {
            name: _Said.of(claim) for name, claim in placement.register.claims.items() if not figure_of(claim)
        }
        holding: dict[str, list[str]] = defaultdict(list)
        for name, one in said.items():
            for word in one.words:
                holding[word].append(name)
        weights = {word: math.log(1 + len(said) / len(names)) for word, names in holding.items()}
        return cls(placement, {n: frozenset(r) for n, r in related.items()}, said, holding, weights)

    def find(self, claims: Iterable[str]) -> tuple[str, ...]:
        """The claims on other questions that are of one matter with some of these, those related by rule first."""
        own = frozenset(claims)
        near = Counter(
            other for claim in sorted(own) for other in self.related.get(claim, ()) if other not in own
        )
        by_words: dict[str, float] = {}
        for claim in sorted(own):
            for other, share in self._alike(claim):
                if other not in near and other not in own:
                    by_words[other] = max(share, by_words.get(other, 0))
        return (
            *sorted(near, key=lambda claim: (-near[claim], claim)),
            *sorted(by_words, key=lambda claim: (-by_words[claim], claim)),
        )

    def _alike(self, claim: str) -> Iterable[tuple[str, float]]:
        one = self.said.get(claim)
        if one is None:
            return
        telling = (self.holding[word] for word in one.words if len(self.holding[word]) <= _COMMON)
        for other in {name for names in telling for name in names} - {claim}:
            share = self._share(one, self.said[other])
            if share >= _ALIKE:
                yield other, share

    def _share(self, one: _Said, other: _Said) -> float:
        """How much of the lighter one the other says too; nothing where both only speak of the same, or are one text."""
        shared, told = one.words & other.words, one.predicate & other.predicate
        if not told or one.claim.text == other.claim.text:
            return 0
        whole = self._weigh(shared) / min(self._weigh(one.words), self._weigh(other.words))
        origin = self.placement.register.originator
        if origin[one.claim.id] == origin[other.claim.id]:
            return max(
                whole, self._weigh(told) / min(self._weigh(one.predicate), self._weigh(other.predicate))
            )
        return whole if len(shared) >= _WORDS and not shared <= one.names | other.names else 0

    def _weigh(self, words: frozenset[str]) -> float:
        return sum(self.weights[word] for word in sorted(words))
