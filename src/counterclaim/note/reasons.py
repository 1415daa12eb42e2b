"""The comparator's reasons as people read them (room: brains)."""

import re
from collections.abc import Mapping

from counterclaim.note.prose import LINE_ROOM, shortened
from counterclaim.text.completion import FRAGMENT, NO_SUBJECT, QUESTION

_WORDED = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"one account does not say which people it counts", "one of the two does not say whom it counts"),
        (
            r"one account does not say whose people it counts",
            "one of the two does not say whose people it counts",
        ),
        (
            r"label dispute: (.+?) against (.+?)(?:, in equal number)?",
            r"one counts \1, the other \2, who may be the same people",
        ),
        (r"it is not stated for both what is counted", "one of the two does not say what it counts"),
        (
            r"one originator, and no word which figure is later: (.+?) against (.+)",
            r"one speaker gives both \1 and \2, and nothing says which is the later",
        ),
        (
            r"the part \((.+?)\) exceeds the whole \((.+?)\)",
            r"\1, said of a part, is more than \2, said of the whole",
        ),
        (r"other (?:times|places|periods): (.+?) against (.+)", r"\1 or \2"),
        # What the answers beside each other say already.
        (r"they cannot both be true: .+|one affirms what the other negates|opposite outcomes: .+", ""),
        (r"one denies what the other says", ""),
    )
)
_DROPS: Mapping[str, str] = {
    FRAGMENT: "only part of a sentence",
    NO_SUBJECT: "not certain whom it speaks of",
    QUESTION: "a question",
}
_KINDS: Mapping[str, str] = {
    "number": "the number",
    "scope": "what is counted",
    "time": "when",
    "place": "where",
    "definition": "what the word covers",
    "polarity": "whether it is so",
    "actor": "who did it",
    "cause": "why",
}


def word_reason(reason: str) -> str:
    """A reason in plain English; empty where it says no more than that two answers exclude each other.

    >>> word_reason("label dispute: fighters against soldiers"), word_reason("they cannot both be true: 9 against 4")
    ('one counts fighters, the other soldiers, who may be the same people', '')
    """
    words = shortened(reason, LINE_ROOM)
    for pattern, worded in _WORDED:
        if found := pattern.fullmatch(words):
            return found.expand(worded)
    return words


def word_drop(reason: str) -> str:
    """Why some words of an article are no statement in the note.

    >>> word_drop("no statement by itself: it has no verb"), word_drop("too long")
    ('only part of a sentence', 'too long')
    """
    return _DROPS.get(reason, shortened(reason, LINE_ROOM))


def word_difference(kind: str) -> str:
    """On what two answers differ.

    >>> word_difference("polarity"), word_difference("colour")
    ('whether it is so', 'colour')
    """
    return _KINDS.get(kind, kind)
