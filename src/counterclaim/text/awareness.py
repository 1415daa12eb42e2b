"""When somebody came to know: "first learned of it on Friday", "was not told until 29 May", "had alerted the ministry" (room: brains).

One question in many frames: who knew, and whether the clause says that it was not known before.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS, concept
from counterclaim.text.tokens import tokenize

_BE: Final = r"(?:was|were|is|are|had been|has been|have been|being|been)"
_TOLD: Final = r"(?:told|informed|notified|alerted|warned|made aware|advised)"
_ADVERB: Final = r"(?P<first>first |only |already |also |fully |duly |repeatedly |still )?"
_WORD: Final = r"[\w’'-]+"
_FRAMES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<none>nobody|no one|no-one|none) (?:(?:at|in|of|from) (?P<who>.+?) )?(?:{_BE} {_TOLD}|knew|had known|had heard)\b(?P<what>.*)",
        rf"(?P<none>nobody|no one|no-one) (?:had |ever )?{_TOLD} (?P<who>(?:the |its |our |any )?{_WORD}(?: {_WORD})?)(?P<what>.*)",
        rf"(?P<none>no|nothing|not one) (?:{_WORD} ){{0,3}}?(?:warning|word|notice|report|alert) (?:had )?reached (?P<who>.+?)(?=,| by | before | in |$)(?P<what>.*)",
        rf"(?P<who>.+?) (?:{_BE} )?(?P<until>(?:not|n['’]t) (?:{_TOLD}|made aware|know|learn|hear)).*?\b(?:until|till)\b(?P<what>.*)",
        rf"(?P<who>.+?) (?:had |has )?(?P<none>not|never) (?:been )?(?:known|heard|{_TOLD})\b(?P<what>.*)",
        rf"(?P<who>.+?) (?:had |has )?{_ADVERB}(?P<learnt>learn(?:ed|t) (?:of|about|that)|became aware|found out|heard (?:of|about|that)|got (?:word|wind))\b(?P<what>.*)",
        rf"(?P<who>.+?) (?:had |has )?{_ADVERB}(?:knew|known|{_BE} aware)\b(?P<what>.*)",
        rf"(?P<who>.+?) {_BE} {_ADVERB}{_TOLD}\b(?! to\b)(?P<what>.*)",
        rf"(?:.+?) (?:had |has )?{_ADVERB}(?:alerted|notified|informed|warned|written to|wrote to) (?P<who>(?:the |its |our )?{_WORD}(?: (?:of )?(?-i:[A-Z]){_WORD})*)(?P<what>.*)",
    )
)
_SELF: Final = frozenset("it they we he she i".split())
_VAGUE: Final = frozenset(
    concept(w)
    for w in "problem something anything nothing wrong amiss trouble danger risk matter case first situation incident it this that".split()
)
_TIMES: Final = frozenset(
    "day morning afternoon evening night week month year noon midnight days hours".split()
)
_TELLING: Final = frozenset(
    concept(w) for w in "warn notify inform alert tell know letter message report".split()
)


class Awareness(NamedTuple):
    """Who knew, in concepts (empty where a pronoun stands for the speaker); of what; that it was then first, or not at all.

    `vague`: of what is not told, or in words that fit anything ("a problem").
    """

    who: frozenset[str]
    what: frozenset[str]
    first: bool
    denied: bool

    @property
    def vague(self) -> bool:
        """Whether what was known may be anything."""
        return not self.what - _VAGUE


@lru_cache(maxsize=4096)
def find_awareness(clause: str) -> Awareness | None:
    """Read who knew of something; None where the clause does not say.

    >>> found = find_awareness("the ministry was not informed until 29 May")
    >>> sorted(found.who), found.first, found.denied
    (['ministry'], True, False)
    >>> find_awareness("nobody at the company had been told anything before Friday").denied
    True
    >>> find_awareness("Residents were told to leave")
    """
    plain = re.sub(r" \[[^\]]*\]", "", clause).rstrip(" .")
    found = next((m for frame in _FRAMES if (m := frame.fullmatch(plain))), None)
    if found is None:
        return None
    parts = found.groupdict()
    first = bool(
        parts.get("until")
        or parts.get("learnt")
        or (parts.get("first") or "").strip().lower() in {"first", "only"}
    )
    return Awareness(
        _name(parts.get("who") or ""),
        _name(parts.get("what") or "") - _TELLING,
        first,
        bool(parts.get("none")),
    )


def _name(phrase: str) -> frozenset[str]:
    words = (
        t for t in tokenize(phrase) if t.is_word and t.lower not in FUNCTION_WORDS | CALENDAR | _SELF | _TIMES
    )
    return frozenset(concept(t.text) for t in words)
