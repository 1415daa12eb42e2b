"""Figures of some of those whose fate was told: "six of the dead", "four were under the age of twelve" (room: brains)."""

import re

_OF_THOSE = re.compile(r" of (?:those|these|whom)\b", re.IGNORECASE)
_OF_THE_DEAD = re.compile(
    r" of (?:them|(?:the|its|their|my|our|his|her) (?:dead|injured|wounded|missing|victims|casualties|survivors|bodies))\b",
    re.IGNORECASE,
)
# "two of their own were among those killed", "four were under the age of twelve", "eleven were those of children"
_AMONG_THE_FATED = re.compile(
    r"[^.,;]{0,60}?\b(?:was|were|is|are) among (?:the|those|its|their) (?:dead|injured|wounded|missing|victims|casualties|killed|hurt|fatalities)\b",
    re.IGNORECASE,
)
_OF_A_KIND = re.compile(
    r" (?:of (?:them|those|whom) )?(?:was|were|are|is) (?:all )?(?:those of |the bodies of |only )?(?:\w+ )?"
    r"(?:under|over|aged|younger|older|below|children|women|men|minors|teenagers|babies|girls|boys|pupils|students|civilians|"
    r"police|policemen|soldiers|officers|foreigners|foreign|nationals|tourists|workers|pensioners|members|residents|guards|nurses)\b",
    re.IGNORECASE,
)
_TAKEN_TO = re.compile(
    r"\b(?:taken|flown|moved|transferred|sent|brought|airlifted|carried|rushed|driven|admitted)\b[^.]* (?:to|into)\b",
    re.IGNORECASE,
)


def is_taken_from(behind: str, *, placed: bool) -> bool:
    """Whether the words behind a figure say that it counts some of those whose fate was told.

    "22 of the dead in Issa" are all the dead of Issa: `placed` tells that the claim names a place.

    >>> is_taken_from(" were among those killed", placed=False), is_taken_from(" of the dead in Issa", placed=True)
    (True, False)
    """
    if _OF_THOSE.match(behind) or _AMONG_THE_FATED.match(behind) or _OF_A_KIND.match(behind):
        return True
    return bool(_OF_THE_DEAD.match(behind)) and not (placed and not _TAKEN_TO.search(behind))
