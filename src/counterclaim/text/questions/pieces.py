"""Questions for figures that no verb joins: "turnout at 61 per cent", "a depth of 12 kilometres", "12 boats" (room: brains)."""

import re

from counterclaim.core.records import Quantity
from counterclaim.text.quantities import is_duration
from counterclaim.text.questions.sentences import HOW_MANY, close, mid_sentence

_PUT = re.compile(r"(.+?),? at (?:how many percentage points|how many|how much|what percentage)\b(.*)")
_VALUE = re.compile(
    r"(?:(?:a|an|the|its|his|her|their) )?(?!(?:instead|out|up|down|rather|in|how)\b)([^,]+?)"
    r" of (?:how many percentage points|how many|how much|what percentage)\b(.*)"
)
_BODIES = frozenset("crew staff team force garrison army crowd workforce audience".split())
_PIECE = re.compile(rf"(?P<before>.*?)\b(?P<open>{HOW_MANY})(?P<after>[^,;]*).*")
_IN = r"(?:in|on|at|aboard|under|inside|outside|among|without|behind|near|for|against|from|over|by|to)\b"
_AT = re.compile(rf"(?P<noun>.*?) (?={_IN})(?P<where>.+)")
_WHERE = re.compile(rf" {_IN}")


def ask_piece(opened: str, quantity: Quantity) -> str:
    """Ask for a value that is named and not told of in a clause.

    >>> boats = Quantity(start=0, end=2, text="12", low=12, high=12, population="boats")
    >>> ask_piece("how many boats in the bay", boats), ask_piece("turnout at what percentage", boats)
    ('How many boats were in the bay?', 'What was turnout put at?')
    """
    if put := _PUT.fullmatch(opened):
        return close(f"what was {mid_sentence(put[1])} put at{put[2]}")
    if value := _VALUE.fullmatch(opened):
        return _ask_value(value[1], value[2])
    piece = _PIECE.fullmatch(opened)
    if piece is None:
        return close("how far apart were they" if "how apart" in opened else opened)
    return _ask_named(
        piece["before"].strip(), piece["open"], piece["after"].rstrip(), lasting=is_duration(quantity.unit)
    )


def _ask_named(before: str, word: str, after: str, *, lasting: bool) -> str:
    if before.lower() == "worth":
        return close(f"how much was it worth{after}")
    if word == "how many":
        return _ask_for_them(after)
    if lasting:
        return close(f"how long was it{after}")
    named = after and word != "what percentage" and not _WHERE.match(after)
    return close(f"{word}{after} was there" if named else f"{word} was it{after}")


def _ask_value(name: str, rest: str) -> str:
    if name.lower() in _BODIES:
        return close(f"how large was the {name}{rest}")
    several = name.rsplit(maxsplit=1)[-1].endswith("s") and not name.endswith("ss")
    return close(f"what {'were' if several else 'was'} the {name}{rest}")


def _ask_for_them(after: str) -> str:
    """How many there were, or were in a place: "640 names", "22 of them in the hills"."""
    placed = _AT.fullmatch(after)
    if placed and placed["noun"].strip():
        return close(f"how many{placed['noun']} were {placed['where']}")
    return close(f"how many{after} were there")
