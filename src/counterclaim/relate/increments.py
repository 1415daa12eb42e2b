"""Figures that only sound like increments: "58 were killed; a further thirty were hurt" counts all the hurt (room: brains)."""

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.relate.lineage import compare_originators
from counterclaim.relate.slots import Slots

_INCREMENT = "incremental"


def level_increments(slots: Sequence[Slots]) -> list[Slots]:
    """The claims, with "a further thirty" as thirty where the same speaker gives the figure elsewhere without the word.

    Only the speaker can tell: "another 112 were hurt" beside the dead of one town may add to those of others.
    """
    plain: dict[tuple[object, ...], list[Slots]] = defaultdict(list)
    for s in slots:
        if s.figure and s.figure.counting != _INCREMENT:
            plain[_count(s)].append(s)
    return [_as_count(s) if _is_repeated(s, plain[_count(s)]) else s for s in slots]


def _count(s: Slots) -> tuple[object, ...]:
    return (s.measure, s.unit, s.low, s.high)


def _is_repeated(s: Slots, plain: Sequence[Slots]) -> bool:
    if s.figure is None or s.figure.counting != _INCREMENT or s.measure is None:
        return False
    return any(compare_originators(s.claim, o.claim) == "same" for o in plain)


def _as_count(s: Slots) -> Slots:
    return s._replace(figure=s.figure.model_copy(update={"counting": "unstated"})) if s.figure else s
