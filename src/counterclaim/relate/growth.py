"""What can still grow while it is counted, and what can also become fewer (room: brains)."""

import re

from counterclaim.relate.lineage import name_key, originator
from counterclaim.relate.slots import Slots
from counterclaim.text.lexicon import CUMULATIVE, concept

# Counts that can still grow while an event is being counted: a later, higher one may be an update (cases 9, 11).
# Counts that can also fall while people are found, freed or go home.
FALLING = frozenset({"missing", "trapped", "treated", "detained", "displaced", "evacuated", "intensive-care"})
_GROWING = CUMULATIVE | {
    "missing",
    "trapped",
    "treated",
    "detained",
    "displaced",
    "evacuated",
    "sickened",
    "damaged",
    "captured",
    "kidnapped",
    "counted",
    "surrendered",
    "intensive-care",
}
CROWDS = frozenset({"attended", "striking"})  # who takes part may become more or fewer while it lasts
# What spreads while it lasts, and how that is measured.
_EXTENTS = frozenset({"square metre", "cubic metre", "kilogram"})
_SPREADING = frozenset(
    concept(w) for w in "fire burn scorch blacken char flood inundate spread spill leak slick lava".split()
)

_OPEN_STILL = re.compile(
    r"\b(?:so far|yet|reports?|reported|known|knew|immediate(?:ly)?|initial(?:ly)?|confirmed|recorded|found|to date|"
    r"at present|for now|by|as of|has|have|is|are|word of|news of)\b",
    re.IGNORECASE,
)
_POLICE = frozenset({"police", "gendarmerie", "constabulary", "carabinieri"})


def can_grow(a: Slots, b: Slots) -> bool:
    """Whether what is counted can still grow; a crowd can, but not from what the police count to what others do."""
    if a.measure == b.measure and a.measure in CROWDS:
        return _is_police(a) == _is_police(b)
    spreads = a.unit in _EXTENTS and _SPREADING & (a.topic | b.topic)
    return bool(spreads) or (a.unit is None and a.measure in _GROWING and b.measure in _GROWING)


def rules_out(earlier: Slots, later: Slots) -> bool:
    """Whether a speaker said outright that there were none, and another counts some: nothing grew, one of them is wrong.

    "No deaths have been reported" and "nobody is known to have died" leave open what is found later.
    """
    if earlier.high > 0 or later.low <= 0 or _OPEN_STILL.search(earlier.claim.quote):
        return False
    return bool(originator(earlier.claim) and originator(later.claim))


def _is_police(s: Slots) -> bool:
    link = originator(s.claim)
    return link is not None and not name_key(f"{link.name} {link.role}").isdisjoint(_POLICE)
