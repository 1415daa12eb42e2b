"""Layers: are what is planned or expected and what is, two ways to state one thing? (room: brains)."""

import re

from counterclaim.relate.portions import same_number
from counterclaim.relate.slots import Slots
from counterclaim.text.ellipses import EARLIER
from counterclaim.text.lexicon import concept

_DONE = frozenset({"occurred", "ongoing"})
_PLANNED = re.compile(
    r"\b(?:will|would|shall|plans? to|planned to|intends? to|intended to|due to) (\w+)", re.IGNORECASE
)
_EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed)|set|due|projected|forecast|scheduled|likely|plan(?:s|ned)|supposed) to (\w+)",
    re.IGNORECASE,
)
_STATED = frozenset(
    concept(w)
    for w in "be cost reach total amount stand need take rise fall grow run come exceed remain".split()
)  # what these say of a sum is no deed


def is_one_layer(a: Slots, b: Slots) -> bool:
    """Two ways to state one thing: a forecast beside what is ("will reach 42 million", "is 57 million"), a denial of both."""
    if EARLIER in {*a.claim.flags, *b.claim.flags}:
        return True  # an earlier figure is of the layer of the one it is named beside
    realities = {a.claim.reality, b.claim.reality}
    if "planned" in realities and realities <= _DONE | {"planned"} and _are_amounts(a, b):
        return not (_is_planned_deed(a, b) or _is_unlike_plan(a, b))
    return a.negated and b.negated and not (a.figure and b.figure)  # "nothing was or will be paid"


def _is_planned_deed(a: Slots, b: Slots) -> bool:
    """Whether one did with a sum what the other says is to be done with the very sum ("would cut its rate to 3 per cent")."""
    plan, done = (a, b) if a.claim.reality == "planned" else (b, a)
    deed = _PLANNED.search(plan.claim.text)
    if deed is None or done.claim.reality != "occurred" or not same_number(a, b):
        return False
    verb = concept(deed[1])
    return verb in done.topic | done.measure_words and verb not in _STATED


def _is_unlike_plan(a: Slots, b: Slots) -> bool:
    """Whether a sum came out otherwise than it was set or expected to ("is set to cost 4 million", "cost 5 million")."""
    plan, done = (a, b) if a.claim.reality == "planned" else (b, a)
    mark = _EXPECTED.search(plan.claim.text)
    told = done.claim.reality == "occurred" and (a.low > b.high or b.low > a.high)
    return told and mark is not None and concept(mark[1]) in done.topic | done.measure_words


def _are_amounts(a: Slots, b: Slots) -> bool:
    """Sums, shares and lengths, which are stated rather than done; or a forecast beside a state of things."""
    if a.figure is None or b.figure is None:
        return False
    return a.unit is not None or {a.claim.reality, b.claim.reality} == {"planned", "ongoing"}
