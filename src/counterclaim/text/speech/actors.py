"""Whose words a bare quotation holds where the sentence before it, or its own first words, tell what somebody does (room: brains)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from counterclaim.text.speakers.index import Speaker
from counterclaim.text.speech.cues import find_verb
from counterclaim.text.speech.descriptions import Focus
from counterclaim.text.speech.passages import Unit
from counterclaim.text.speech.quotation import Quotation
from counterclaim.text.tokens import Token

_BE = frozenset("is are was were be been being".split())
_CRY = 3  # words that a quotation has at least, to be more than a cry
_WORD = re.compile(r"[^\W\d_]+")


def find_actor(last: Focus, unit: Unit, quotation: Quotation) -> Speaker | None:
    """Who did something in the sentence before a bare quotation ("She shook her head. “Nobody came.”").

    Nobody where the quotation speaks of a "he" or "she", or is a cry of a word or two: others may have said it of him.
    """
    words = {t.lower() for t in _WORD.findall(unit.text, quotation.inner_start, quotation.inner_end)}
    about = words & {"he", "she", "him", "her", "his"} or len(words) < _CRY
    person = last.subject is not None and last.subject.kind == "person"
    acts = person and last.acting and last.paragraph == unit.paragraph and not last.quoted
    return last.subject if acts and not about else None


def is_active(tokens: Sequence[Token]) -> bool:
    """Whether a clause tells what its subject does or is, and not what is done to it ("was asked", "was shown")."""
    first = next(((a, b) for a, b in pairwise(tokens) if a.lower in _BE), None)
    return first is None or not _is_participle(first[1].lower)


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "wn", "en")) or find_verb(word) is not None
