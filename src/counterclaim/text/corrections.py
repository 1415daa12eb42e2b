"""Corrections printed in an article: what an earlier version of it said is withdrawn, and no claim of its own (room: brains).

Papers word them alike: "Correction: an earlier version of this article said 14 people were hurt; the number is 11",
"This story has been corrected to say ...", "(Corrects the toll to 11 from 14)". AP and BBC guidance asks for the old
figure to be named, so it stands in the text beside the new one.
"""

import re

_PIECE = r"(?:article|story|report|post|piece|page|item|dispatch|text|headline|column)"
_VERSION = (
    rf"(?:an?|the|our|its|previous|earlier|original)\b[^.;]{{0,24}}?\bversions? of (?:this|the|our)\b[^.;]{{0,24}}?\b{_PIECE}\b"
    rf"|(?:an?|the) (?:earlier|previous|prior|original|initial|first) versions?\b(?! of\b)"
    rf"|(?:this|the) {_PIECE} (?:originally|initially|previously|earlier|first|wrongly|incorrectly|mistakenly)\b"
)
_SAID = (
    r"(?:said|stated|reported|gave|put|wrote|claimed|had|listed|described|named|referred|quoted|suggested|misstated|"
    r"misidentified|contained|included|read)"
)
_EARLIER = re.compile(rf"\b(?:{_VERSION})[^.;]{{0,60}}?\b{_SAID}\b", re.IGNORECASE)
_MENDED = re.compile(
    rf"\b(?:this|the) {_PIECE} (?:was|has been|have been) (?:\w+ )?(?:amended|updated|corrected|changed|edited|revised|clarified)\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    rf"^\W*(?:corrects?\b|corrected\b|correction\b|(?:this|a) version\b[^.;]*\bcorrects\b|[^.;]*\b{_PIECE} corrects\b)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r";|\bwhen in fact\b|\bin fact\b|\bwhereas\b|\bthe (?:correct|right|actual|true)\b|, but\b|\bit should have\b",
    re.IGNORECASE,
)
_SELF = re.compile(rf"^(?:\w+ )?versions?\b|^(?:this |the )?{_PIECE}$", re.IGNORECASE)


def find_withdrawn(sentence: str) -> tuple[int, int] | None:
    """Where a sentence tells what an earlier version of its own article said, from the verb on; None where it does not.

    >>> note = "Correction: an earlier version of this article said 14 people were hurt; the number is 11."
    >>> note[slice(*find_withdrawn(note))].strip()
    '14 people were hurt'
    >>> find_withdrawn("An earlier report said 14 people were hurt.") is None
    True
    """
    found = _EARLIER.search(sentence)
    if found is None:
        return None
    turn = _TURN.search(sentence, found.end())
    return found.end(), turn.start() if turn else len(sentence)


def tells_of_article(sentence: str) -> bool:
    """Whether a sentence says that its own article was changed, or what of it was.

    >>> tells_of_article("This article was amended on 12 March."), tells_of_article("The bill was amended on 12 March.")
    (True, False)
    """
    return bool(_MENDED.search(sentence) or _EARLIER.search(sentence) or _CORRECTS.match(sentence))


def is_own_version(speaker: str) -> bool:
    """Whether who is made to speak is a version of the article itself, where a correction tells of it.

    >>> is_own_version("original version of this story"), is_own_version("article"), is_own_version("The Lodd Article")
    (True, True, False)
    """
    return _SELF.match(speaker) is not None
