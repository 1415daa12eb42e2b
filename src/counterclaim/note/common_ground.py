"""What both sides of a dispute take for granted: who calls a raid unprovoked and who calls it an answer speak of one raid.

Linguistics knows it as presupposition: a definite phrase for a deed says that the deed was done, whatever is said of it
(Levinson, Pragmatics, 1983, chapter 4). Where one side tells of the deed in a statement of its own, that stands first (room: brains).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterclaim.core.records import Claim
from counterclaim.note.backing import voice_of
from counterclaim.note.placement import Placement
from counterclaim.note.prose import shortened
from counterclaim.note.view import Dispute, Position, Statement
from counterclaim.relate.provocations import read_provocation
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import concept
from counterclaim.text.tokens import tokenize

_LABEL = "one side tells it, the other speaks of it"
_SPOKEN_OF = "both sides speak of it"
_ROOM = 160
_FACTS = frozenset({"event", "statement"})


class Ground(NamedTuple):
    """A deed that both sides of a dispute speak of; `teller` tells of it in a statement of their own, where anybody does.

    `phrase` is how `speaker`, of the other side, names it, verbatim in the quote.
    """

    thread: str
    question: str
    phrase: str
    speaker: Position
    other: Position
    teller: Position | None = None

    @property
    def text(self) -> str:
        """The deed in the words of whoever tells of it, else as it is named."""
        return shortened(self.teller.text if self.teller else self.phrase, _ROOM).rstrip(".")


class _Naming(NamedTuple):
    """A position that names a deed: the words, and the concepts among them that are deeds."""

    position: Position
    words: str
    deed: frozenset[str]


def find_grounds(placement: Placement, disputed: Iterable[Dispute]) -> tuple[Ground, ...]:
    """The deeds of which both sides of a dispute speak, one a dispute."""
    found = (_find_ground(placement, dispute) for dispute in disputed)
    return tuple(ground for ground in found if ground is not None)


def _find_ground(placement: Placement, dispute: Dispute) -> Ground | None:
    sides = [[*_namings(placement, side.positions)] for side in dispute.sides if side.opposed]
    if len(sides) < 2 or not all(sides):  # noqa: PLR2004 -- two are opposed
        return None
    namings = [naming for side in sides for naming in side]
    deed = frozenset().union(*(naming.deed for naming in namings))
    quoted = [
        n
        for n in namings
        if n.words in n.position.lead.quote and n.words.casefold().startswith(("the ", "its "))
    ]
    if not quoted:
        return None
    told = {
        side: _find_teller(placement, [n.position for n in named], deed) for side, named in enumerate(sides)
    }
    teller = next((told[side] for side in told if told[side]), None)
    here = next((side for side in told if told[side]), None)
    others = [n for n in quoted if here is None or n not in sides[here]] or quoted
    best = max(others, key=lambda n: (not n.words.casefold().startswith("its "), len(n.words)))
    other = next(n.position for side in sides if best not in side for n in side)
    return Ground(dispute.thread, dispute.question, best.words, best.position, other, teller)


def _namings(placement: Placement, positions: Iterable[Position]) -> Iterator[_Naming]:
    for position in positions:
        read = read_provocation(placement.register.claims[position.lead.claim].text)
        if read is not None and position.attributed:
            yield _Naming(position, read.named, read.deed)


def _find_teller(placement: Placement, side: Sequence[Position], deed: frozenset[str]) -> Position | None:
    """Who of one side tells of the deed as a fact, in a sentence of its own: the one that says when, else the first."""
    voices = {voice_of(position) for position in side}
    told = [
        position
        for _, positions in placement.threads
        for position in positions
        if position.attributed and voice_of(position) in voices and not position.is_figure
        if _tells(placement.register.claims[position.lead.claim], deed)
    ]
    return min(told, key=lambda p: placement.register.claims[p.lead.claim].event_time is None, default=None)


def _tells(claim: Claim, deed: frozenset[str]) -> bool:
    """Whether a claim says that the deed was done: its verb is the deed."""
    sure = (
        claim.kind in _FACTS
        and claim.reality == "occurred"
        and claim.polarity == "affirmed"
        and not claim.flags
    )
    if not sure or read_provocation(claim.text) is not None:
        return False
    tokens = tokenize(claim.text)
    verb = next((n for n in range(len(tokens)) if is_verb(tokens, n)), None)
    return verb is not None and concept(tokens[verb].text) in deed


def agreed_grounds(grounds: Iterable[Ground]) -> tuple[Statement, ...]:
    """The deeds as statements of both sides, each with the quotes that tell it or name it."""
    return tuple(
        Statement(
            ground.thread,
            ground.question,
            "conceded",
            _LABEL if ground.teller else _SPOKEN_OF,
            ground.text,
            (ground.teller or ground.other, ground.speaker),
        )
        for ground in grounds
    )
