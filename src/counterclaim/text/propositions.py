"""What a verb of blaming, describing or calling says of its object, as a statement (room: brains).

"Arvo accused the firm of hiding the leak" says that the firm is to blame; "she called the raid unprovoked" that it was.
One charge is one question, whatever verb brings it.
"""

import re

from counterclaim.text.facts import is_plural, is_verb
from counterclaim.text.modality import is_negative
from counterclaim.text.tokens import tokenize

_CHARGED = re.compile(
    r"(?P<who>.*?)\b(?:accus(?:es?|ed|ing) (?P<whom>[^,;]{2,90}?) (?:of|for|over)|"
    r"(?<!to )blam(?:es?|ed|ing) (?P<blamed>[^,;]{2,90}?) (?:for|over)) (?P<what>.+)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?P<who>.*?)\b(?:holds?|held|holding) (?P<whom>[^,;]{2,90}?) (?:\w+ly )?(?:responsible|accountable|liable) for (?P<what>.+)",
    re.IGNORECASE,
)
_LAID_ON = re.compile(
    r"(?P<who>.*?)\b(?<!to )blam(?:es?|ed|ing) (?P<what>[^,;]{2,120}) on (?P<whom>[^,;]{2,90})", re.IGNORECASE
)
_DESCRIBED = re.compile(
    r"(?:.*?\b(?:describ|present|portray|depict|characteri[sz])(?:es?|ed|s|ing) )?(?P<thing>[^,;:]{3,60}?) as (?P<what>(?:an? |the |being )?\w.*)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:.*?\b(?:call|label|brand)(?:s|ed|led)? )?(?P<thing>(?:the|its|his|her|their|this|that|it) ?[^,;:]{0,80}?)"
    r" (?P<what>unprovoked|unjustified|unlawful|illegal|baseless|unfounded|absurd|unfair|unacceptable|outrageous|shameful|"
    r"reckless|premature|misleading|disgraceful)(?P<rest> .*)?",
    re.IGNORECASE,
)

_BARE = re.compile(r"(?P<who>.*?)\b(?<!to )blam(?:es?|ed) (?P<whom>[^,;]{2,90})", re.IGNORECASE)
_BEHIND = frozenset("on of in at against by near from to for".split())  # what follows these is not the head
_RELATIVE = re.compile(
    r"(?:for|over) which (?P<who>.+?) (?:blam(?:es?|ed)|faults?|faulted) (?P<whom>.+)"
    r"|which (?P<doer>.+?) blam(?:es?|ed) on (?P<on>.+)",
    re.IGNORECASE,
)
_CHARGES = (_CHARGED, _HELD, _LAID_ON, _BARE)


def read_relative(clause: str, matter: str) -> str | None:
    """What a relative clause says of the words that it hangs on.

    >>> read_relative("for which the union blames the port", "Friday’s spill"), read_relative("which was bad", "the spill")
    ('the port is to blame for Friday’s spill', None)
    """
    found = _RELATIVE.fullmatch(clause)
    if found is None or is_negative(tokenize(found["who"] or found["doer"])):
        return None
    return _blame((found["whom"] or found["on"]).rstrip(" .,"), matter)


def read_proposition(text: str) -> str | None:
    """What is said of the object, as a clause; None where the text is nothing of the kind.

    >>> read_proposition("Arvo accused the firm of hiding the leak"), read_proposition("We hold both firms responsible for it")
    ('the firm is to blame for hiding the leak', 'both firms are to blame for it')
    >>> read_proposition("the night’s attack as an answer to the raid"), read_proposition("She called the raid unprovoked")
    ('the night’s attack was an answer to the raid', 'the raid was unprovoked')
    """
    return _read_charge(text) or _read_description(text)


def _read_charge(text: str) -> str | None:
    found = next((m for shape in _CHARGES if (m := shape.fullmatch(text))), None)
    if found is None:
        return None
    whom = found["whom"] or found.groupdict().get("blamed") or ""
    if is_negative(tokenize(f"{found['who']} {whom}")) or text.endswith("?"):
        return None
    return _blame(re.sub(r"^(?:now|also|again|partly) ", "", whom), found.groupdict().get("what") or "")


def _blame(whom: str, matter: str) -> str:
    words = tokenize(whom)
    last = words[next((i for i, t in enumerate(words) if i and t.lower in _BEHIND), len(words)) - 1]
    several = (is_plural(last) and last.text[:1].islower()) or " and " in whom
    first, _, rest = matter.partition(" ")
    plain = f"{first.lower()} {rest}" if first in {"The", "A", "An"} else matter
    return f"{whom} {'are' if several else 'is'} to blame{f' for {plain}' if plain else ''}"


def _read_description(text: str) -> str | None:
    found = _DESCRIBED.fullmatch(text) or _CALLED.fullmatch(text)
    if found is None:
        return None
    thing = tokenize(found["thing"])
    if any(is_verb(thing, i) for i in range(len(thing))):
        return None
    end = next((i for i, t in enumerate(thing) if i and t.lower in _BEHIND), len(thing))
    verb = "were" if is_plural(thing[end - 1]) else "was"
    what = re.sub(r"^being ", "", found["what"])
    return f"{found['thing']} {verb} {what}{found.groupdict().get('rest') or ''}"
