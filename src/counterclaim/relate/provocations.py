"""Was a deed provoked? One question, however it is put: "unprovoked", "an answer to", "in retaliation for" (room: brains).

Who calls an attack unprovoked and who calls it a reply speak of one attack, though they share hardly a word.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from counterclaim.relate.lineage import compare_originators
from counterclaim.relate.moments import name_other_days
from counterclaim.relate.rungs import NoRelation, Verdict
from counterclaim.relate.scope import differ_in_reality
from counterclaim.relate.slots import Slots
from counterclaim.text.lexicon import concept
from counterclaim.text.tokens import tokenize

_UNPROVOKED = re.compile(
    r"(?P<deed>.+?)(?:,| (?:was|were|is|has been|as) (?:\w+ly )?)? ?\bunprovoked\b|(?P<done>.+?) without (?:\w+ )?provocation\b"
    r"|\bnothing (?:had )?provoked (?P<told>.+)",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"(?P<deed>.+?) (?:was|were|is|are|came|acted|as|launched|carried out|made|done|done so)(?: \w+ly)? ?(?:in |an? |its |their |by way of )?"
    r"(?:answer|reply|response|retaliation|retaliatory|revenge|reprisal|payback)s?\b",
    re.IGNORECASE,
)
# A deed that may be provoked, in whatever word.
_DEEDS = frozenset(
    concept(w)
    for w in "attack assault raid operation strike incursion offensive action move violence fighting clash shelling ambush "
    "walkout sanction tariff ban act".split()
)
_CALLED = re.compile(
    r"\b(?:unprovoked|without (?:\w+ )?provocation|(?:(?:in|an?|its|their|by way of) )?"
    r"(?:answer|reply|response|retaliation|retaliatory|revenge|reprisal|payback)s?\b.*)",
    re.IGNORECASE,
)
_TURNED = re.compile(r"\bnot\b|n[’']t\b", re.IGNORECASE)
_ACTOR = re.compile(r"\b([A-ZÀ-Þ][\w-]+)(?:[’']s?)? (?:\w+ )?$")


class Provocation(NamedTuple):
    """The words of the deed as concepts, whose deed it is by name, and whether the statement says that it was provoked.

    `named` is the deed as worded: "the raid on Karsk".
    """

    deed: frozenset[str]
    actor: str | None
    provoked: bool
    named: str = ""


@lru_cache(maxsize=4096)
def read_provocation(text: str) -> Provocation | None:
    """What a statement says of the provocation of a deed; None where it says nothing of it.

    >>> read_provocation("The raid on Karsk was unprovoked").provoked, read_provocation("The raid was an answer").provoked
    (False, True)
    >>> read_provocation("The mayor gave a long answer")
    """
    against = _UNPROVOKED.match(text)
    found = against or _ANSWERED.match(text)
    words = next((w for w in found.groupdict().values() if w), "") if found else ""
    if not found or _TURNED.search(words):
        return None
    tokens = tokenize(words)
    at = next((i for i, t in enumerate(tokens) if concept(t.text) in _DEEDS), None)
    attacked = at is None and bool(
        re.search(r"\b(?:it|they|we|we \[[^\]]+\])\b.* (?:acted|attacked)\b", text, re.IGNORECASE)
    )
    if at is None and not attacked:
        return None
    actor = _ACTOR.search(words[: tokens[at].start]) if at is not None else None
    deed = frozenset(concept(t.text) for t in tokens if concept(t.text) in _DEEDS)
    return Provocation(deed, actor[1] if actor else None, against is None, words)


def word_provocation(text: str) -> str | None:
    """The words in which a statement calls its deed provoked or not; None where it says nothing of it.

    >>> word_provocation("The raid on Karsk was an answer to air strikes"), word_provocation("The raid was unprovoked")
    ('an answer to air strikes', 'unprovoked')
    """
    if read_provocation(text) is None:
        return None
    found = _CALLED.search(text)
    return found[0].rstrip(".") if found else None


def ask_of_provocation(a: Slots, b: Slots) -> bool:
    """Whether two statements say of one deed that it was provoked, or that it was not."""
    one, two = read_provocation(a.claim.text), read_provocation(b.claim.text)
    if one is None or two is None or a.figure or b.figure or "denial" in {*a.claim.flags, *b.claim.flags}:
        return False
    if one.provoked != two.provoked and compare_originators(a.claim, b.claim) in {"same", "same_side"}:
        return False  # "their strikes were unprovoked", "our raid was an answer": two deeds
    return not differ_in_reality(a, b) and not _are_of_other_actors(one, two)


def _are_of_other_actors(one: Provocation, two: Provocation) -> bool:
    named = one.actor and two.actor and one.actor.lower()[:4] != two.actor.lower()[:4]
    return bool(named) and not {one.actor, two.actor} & _DAYS


_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def relate_provocations(a: Slots, b: Slots) -> Verdict | NoRelation | None:
    """A contradiction where one calls provoked what the other calls unprovoked; alike where both say the same."""
    if not ask_of_provocation(a, b):
        return None
    one, two = read_provocation(a.claim.text), read_provocation(b.claim.text)
    if one is None or two is None or (one.provoked == two.provoked and name_other_days(a, b)):
        return None
    if one.provoked != two.provoked:
        return Verdict("contradicts", "one says that it was provoked, the other that it was not", "polarity")
    said = "provoked" if one.provoked else "unprovoked"
    return Verdict("compatible", f"both call it {said}", "words")
