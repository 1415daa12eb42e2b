"""Does what one statement negates stand affirmed in the other? (room: brains)."""

from counterclaim.relate.slots import Slots
from counterclaim.text.lexicon import concept
from counterclaim.text.modality import find_negated
from counterclaim.text.signs import LIGHT
from counterclaim.text.tokens import tokenize

_INVOLVED = frozenset(
    {"hand", "part", "role", "involv"}
)  # "had no hand in it" negates the deed, whatever it is
_RANKS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())


def clash(a: Slots, b: Slots) -> bool:
    """Whether what one of the two negates is said by the other without a negation.

    A statement that negates one thing often says another in passing ("the bus, which was not heading for Karsk, crashed
    at Teal"); only what stands under the negation can be contradicted. A denial in other words ("it denies that") has
    no such word, and holds; so does a negated limit ("never more than 20"), which its figure decides.
    """
    absent, other = (a, b) if a.negated else (b, a)
    if absent.figure and absent.figure.bound != "exact":
        return True
    negated = _negated(absent) - _INVOLVED - LIGHT
    affirmed = (other.topic | _counted(other)) - _negated(other)
    return negated <= affirmed and _ranks(absent) == _ranks(other)


def _negated(slots: Slots) -> frozenset[str]:
    return frozenset(concept(t.text) for t in find_negated(tokenize(slots.claim.text)))


def _counted(slots: Slots) -> frozenset[str]:
    return slots.measure_words | slots.modifiers | ({slots.head} if slots.head else set())


def _ranks(slots: Slots) -> frozenset[str]:
    """Ranks, which make another thing of a superlative ("the second tallest")."""
    return _RANKS & {t.lower for t in tokenize(slots.claim.text)}
