"""Who came to a place, or that nobody did: "no aid had reached Korrun", "a convoy drove into Korrun" (room: brains).

Whether help got through is asked after every disaster and in every siege, and answered with ever other verbs of motion.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS, concept
from counterclaim.text.tokens import tokenize

_MOVED: Final = (
    r"(?:walked|marched|drove|driven|rode|ridden|flew|flown|sailed|rolled|pulled|moved|crossed|limped|poured|come|came|got|gone|went|"
    r"made it|got through|made their way|made its way)"
)
_REACHED: Final = rf"(?:reached|entered|arrived (?:in|at)|{_MOVED} (?:in|into|to|through to)|(?:been|was|were|is|are) (?:already )?(?:in|at)|landed (?:in|at))"
_PLACE: Final = r"(?:the )?(?:\w+ (?:of|in) )?(?P<place>(?-i:[A-Z])[\w’'-]*(?: (?-i:[A-Z])[\w’'-]*)*)"
_NOBODY: Final = re.compile(
    r"(?:(?P<any>nobody|no one|no-one|nothing|none)|no (?P<thing>[\w-]+(?: [\w-]+)?))(?: (?:from|of) [^,]{2,40}?)? (?:had |has |have )?(?:ever |yet )?"
    rf"{_REACHED} {_PLACE}(?P<rest>.*)",
    re.IGNORECASE,
)
_SOMEBODY: Final = re.compile(
    rf"(?P<who>[^,;]{{3,80}}?) (?:had |has |have )?(?:already |first )?{_REACHED} {_PLACE}(?P<rest>.*)",
    re.IGNORECASE,
)
_HELP: Final = frozenset(
    concept(w)
    for w in "help aid relief assistance rescue rescuer outsider supply convoy food anybody one".split()
)


class Arrival(NamedTuple):
    """Who came, in concepts (empty: anybody), to which place; `denied` where nobody of the kind did."""

    who: frozenset[str]
    place: frozenset[str]
    denied: bool

    def rules_out(self, other: "Arrival") -> bool:
        """Whether this denies that anybody came of the sort that the other says came there."""
        same = not self.who or bool(self.who & other.who)
        return self.denied and not other.denied and same and bool(self.place & other.place)


@lru_cache(maxsize=4096)
def find_arrival(clause: str) -> Arrival | None:
    """Read who came to a named place; None where the clause tells of no coming.

    >>> nobody = find_arrival("Nobody from outside had reached Korrun by five")
    >>> nobody.rules_out(find_arrival("Army engineers drove into Korrun at nine"))
    True
    >>> find_arrival("no ambulance had reached Korrun").rules_out(find_arrival("A convoy entered Korrun"))
    False
    """
    plain = re.sub(r" \[[^\]]*\]", "", clause).rstrip(" .")
    if none := _NOBODY.match(plain):
        named = _name(none["thing"] or "")
        return Arrival(frozenset() if named & _HELP else named, _name(none["place"]), denied=True)
    some = _SOMEBODY.match(plain)
    if some is None or not (who := _name(some["who"])):
        return None
    return Arrival(who, _name(some["place"]), denied=False)


def _name(phrase: str) -> frozenset[str]:
    words = (t for t in tokenize(phrase) if t.is_word and t.lower not in FUNCTION_WORDS | CALENDAR)
    return frozenset(concept(t.text) for t in words)
