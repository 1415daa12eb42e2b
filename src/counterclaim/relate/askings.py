"""Which of the questions that a thread's claims put is the thread's (room: brains)."""

import re
from collections import Counter
from collections.abc import Sequence

from counterclaim.core.records import Claim

_LEANING = frozenset(
    "it its he his she her he they their we our i my this that these those or and with worth of because".split()
)
_PRONOUN = re.compile(
    r"(?:whether )?(?:\w+ \w+ )?(?:it|they|he|she)\b(?! \[)|(?:whether )?(?:for|of|to|by|in) which\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(?:as well|too|the others?)\b", re.IGNORECASE
)  # what joins a sentence to the one before it
_POINTING = re.compile(r"\b(?:those|these|such) \w+|\b(?:it|this|them)$", re.IGNORECASE)
_RESPONSE = re.compile(r"How .+ responded")
_BOTH = " provoked"  # who calls a raid unprovoked and who calls it an answer both speak to this in their own words
_SHORTEST, _LONGEST = 4, 16


def choose_question(claims: Sequence[Claim], backed: str | None = None) -> str:
    """The question that most claims put; among equals one that reads well by itself, the shortest, the first.

    Args:
        claims: All claims of the thread.
        backed: The id of the statement that its origins share: then the question is whether that is so.
    """
    shared = next((c.question for c in claims if c.id == backed), None)
    if shared is not None:
        return shared
    affirmed = [c for c in claims if c.polarity == "affirmed"]
    counts = Counter(c.question for c in affirmed or claims)
    return min(counts, key=lambda q: (reads_badly(q), not q.endswith(_BOTH), -counts[q], len(q), q))


def reads_badly(question: str) -> bool:
    """A question that leans on another text: it opens with a pronoun, holds an addition, or hardly names its matter.

    >>> reads_badly("Whether on Sunday it stayed shut"), reads_badly("Whether the pass was shut on Sunday")
    (True, False)
    """
    if _RESPONSE.fullmatch(question):
        return True
    words = question.lower().removeprefix("whether ").split()
    leaning = (words[:1] and words[0] in _LEANING) or _PRONOUN.match(question) or _JOINED.search(question)
    leaning = leaning or _POINTING.search(question)
    return bool(leaning) or "[" in question or not _SHORTEST <= len(words) <= _LONGEST
