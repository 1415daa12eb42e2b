"""What went on, and who spoke after a silence: changes that no revised figure tells (room: brains)."""

import re
from collections.abc import Iterable, Iterator

from counterclaim.core.records import Relation
from counterclaim.note.dates import local_sides
from counterclaim.note.placement import Placement
from counterclaim.note.prose import LINE_ROOM, shortened
from counterclaim.note.view import Change, Position
from counterclaim.relate.lineage import same_bearer
from counterclaim.text.tokens import tokenize

_TWO_TIMES = "rule:time"
_GOING_ON = frozenset(
    "stayed stay stays remained remain remains still continued continue continues kept".split()
)
_SILENCE = re.compile(
    r"\bno (?:\w+ )?(?:word|comment|statement|response|reply|reaction|answer) from (?P<who>[^,;]+?)(?: (?:on|about|to|as|yet)\b|[.,;]|$)",
    re.IGNORECASE,
)


# "Neither side has moved from its numbers", "the ministry stands by its figure".
_COUNTS = r"(?:figures?|numbers?|counts?|tolls?|tall(?:y|ies)|totals?|estimates?)\b"
_UNMOVED = re.compile(
    rf"(?:\b(?:neither|nobody|no one|none|no|not|never)\b|n[’']t\b)[^.;]*?"
    rf"\b(?:mov|budg|chang|revis|alter|shift|updat|amend|correct|retract|withdr)\w*\b[^.;]*?\b{_COUNTS}"
    rf"|\b(?:(?:stands?|stood|standing) by|(?:sticks?|stuck|sticking) (?:to|with|by))\b[^.;]*?\b{_COUNTS}",
    re.IGNORECASE,
)


def find_turns(placement: Placement, relations: Iterable[Relation]) -> tuple[Change, ...]:
    """The states that went on to a later time, the silences after which the silent spoke, and that nobody revised a figure."""
    return (*find_lasting(placement, relations), *_spoke(placement), *_held_on(placement))


def find_lasting(placement: Placement, relations: Iterable[Relation]) -> Iterator[Change]:
    """What was so at one time and is said to be so still at a later one, once for every later statement."""
    earlier: dict[str, list[Position]] = {}
    for relation in relations:
        ends = [placement.by_claim.get(end) for end in (relation.a, relation.b)]
        if relation.basis != _TWO_TIMES or relation.label != "compatible" or not all(ends):
            continue
        pair = sorted((p for p in ends if p), key=lambda p: _starts(placement, p))
        first, last = pair[0], pair[-1]
        words = {token.lower for token in tokenize(last.text)}
        if (
            first is last
            or _starts(placement, first) == _starts(placement, last)
            or _GOING_ON.isdisjoint(words)
        ):
            continue
        held = earlier.setdefault(last.lead.claim, [])
        held.extend([first] if first not in held else [])
    for claim, held in earlier.items():
        last = placement.by_claim[claim]
        named = tuple(p._replace(answer=shortened(p.text, LINE_ROOM)) for p in (*held, last))
        asked = shortened(placement.thread_of[claim].question, LINE_ROOM)
        yield Change("compatible", "goes on", asked, named[:-1], named[-1])


def _starts(placement: Placement, position: Position) -> str:
    time = placement.register.claims[position.lead.claim].event_time
    start, _ = local_sides(time, placement.register.zone) if time else (None, None)
    return start.isoformat() if start else ""


def _spoke(placement: Placement) -> Iterator[Change]:
    """An outlet's word that somebody had said nothing, with what that one is quoted with in a later article."""
    rank = placement.register.rank
    every = [position for _, positions in placement.threads for position in positions]
    for silence in every:
        found = None if silence.attributed else _SILENCE.search(silence.text)
        if found is None:
            continue
        since = rank[silence.lead.claim]
        spoken = [
            p
            for p in every
            if p.attributed and not p.lead.retold and rank[p.lead.claim][0] > since[0]
            if any(same_bearer(found["who"], name) for name in (p.name, p.origin))
        ]
        if spoken:
            first = min(spoken, key=lambda p: (not p.is_figure, rank[p.lead.claim]))
            told = silence._replace(answer=shortened(silence.text, LINE_ROOM))
            answer = first.answer if first.is_figure else shortened(first.text, LINE_ROOM)
            asked = shortened(placement.thread_of[first.lead.claim].question, LINE_ROOM)
            yield Change(
                "compatible", "silence, then an answer", asked, (told,), first._replace(answer=answer)
            )


def _held_on(placement: Placement) -> Iterator[Change]:
    """That somebody did not revise what they had said: no change either, and worth the line."""
    for _, positions in placement.threads:
        for position in positions:
            if not position.is_figure and not position.replaced and _UNMOVED.search(position.text):
                told = position._replace(answer=shortened(position.text, LINE_ROOM))
                yield Change(
                    "compatible", "no revision", "Whether the figures given before still stand", (), told
                )
