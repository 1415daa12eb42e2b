"""What a figure states of an amount: how much there was, is room for, is needed, allowed or lacking (room: brains)."""

import re

from counterclaim.relate.slots import ADDED, Slots

_ROOM = re.compile(
    r"\b(?:licen[sc]ed|certified|permitted|allowed|approved|designed|built|equipped|able) (?:to|for) (?:carry|hold|take|seat|house|accommodate)"
    r"|\b(?:room|space|capacity|beds|seats) for\b|\b(?:has|had|with) a capacity of\b",
    re.IGNORECASE,
)
_NEEDED_BEFORE = re.compile(
    r"\b(?:need(?:s|ed|ing)?|requir(?:es?|ed|ing)|a (?:minimum|quorum|threshold) of)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_NEEDED_BEHIND = re.compile(
    r"^ (?:\w+ )?(?:(?:that )?(?:\w+ )?(?:(?:is|are|was|were) )?(?:needed|required|necessary)|(?:it|they|he|she|we) needs?)\b",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(?:(?:speed )?limit|maximum|ceiling|cap) (?:of|at) $|\b(?:permitted|allowed|authorised|authorized|legal) $",
    re.IGNORECASE,
)
_LACKING = re.compile(r"^ (?:\w+ )?(?:short of|shy of|too few|below (?:the|its|target))\b", re.IGNORECASE)


def name_amount(s: Slots) -> str:
    """What a figure says of an amount: "how much there was", unless its words say otherwise.

    Two figures of one thing that say other things of it are no conflict ("72 votes", "the 76 votes it needed", "four short").
    """
    if s.figure is None:
        return "how much there was"
    before, _, behind = ADDED.sub("", s.claim.text).partition(s.figure.text)
    if _LACKING.match(behind):
        return "how much is lacking"
    if _ALLOWED.search(before):
        return "how much is allowed"
    if _NEEDED_BEHIND.match(behind) or _NEEDED_BEFORE.search(before):
        return "how much is needed"
    return "how much there is room for" if _ROOM.search(s.claim.text) else "how much there was"
