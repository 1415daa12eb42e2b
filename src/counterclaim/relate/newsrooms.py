"""What outlets report in their own voice, and how many newsrooms report one thing (room: brains).

Where nobody is named, the outlet is the originator of what it says. Whether two newsrooms have it from one source that
neither names is not known (IU of `relations.md`), so that their agreement is told as theirs and never as two sources'.
What an outlet only passes on, a judgement, or what it does not commit to, is no report of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.records import Claim, Relation
from counterclaim.relate.askings import reads_badly
from counterclaim.relate.lineage import originator, same_bearer
from counterclaim.text.speech.cues import NOUN_LIKE, find_verb
from counterclaim.text.tokens import tokenize

_FACTS = frozenset({"quantity", "event", "statement"})
_DEEDS = frozenset(
    {None, "revised", "demanded"}
)  # who orders, cuts or raises a thing does more than speak of it
_FINITE = frozenset({"past", "present"})
_NAMING = frozenset("put call label brand present depict".split())
_PASSED_ON = frozenset("responsible according reportedly allegedly alleged apparently seemingly".split())


class Backing(NamedTuple):
    """The claim that most newsrooms share, and how many they are."""

    claim: str
    newsrooms: int


def find_backing(
    supports: Iterable[Relation], claims: Sequence[Claim], prints: Mapping[str, str]
) -> Backing | None:
    """What newsrooms report alike, each in its own voice; None where only one does, or where a speaker is named.

    Args:
        supports: The relations within one thread that make one statement support another.
        claims: Its live claims, reprints left out.
        prints: Article that is a reprint -> its source.
    """
    if any(originator(claim) for claim in claims):
        return None
    rooms = {c.id: (_outlet(c), prints.get(c.article, c.article)) for c in claims if is_own_report(c)}
    behind = {claim: {claim} for claim in rooms}
    for r in supports:
        if r.a in rooms and r.b in rooms:
            behind[r.b].add(r.a)
            if r.label == "equivalent":
                behind[r.a].add(r.b)
    asked = {c.id: c.question for c in claims}
    counts = {claim: _count_rooms({rooms[i] for i in others}) for claim, others in behind.items()}
    several = [claim for claim, count in counts.items() if count > 1]
    best = min(several, key=lambda c: (reads_badly(asked[c]), -counts[c], len(asked[c]), c), default=None)
    return Backing(best, counts[best]) if best else None


def is_own_report(claim: Claim) -> bool:
    """Whether an outlet states a fact in its own voice, and does not only say what somebody holds of it.

    >>> from counterclaim.core.records import Attribution
    >>> own = Claim(id="c", article="a", quote="The pass was shut", start=0, end=17, text="", question="", answer="",
    ...     attribution=(Attribution(name="Post", mode="narration"),))
    >>> is_own_report(own), is_own_report(own.model_copy(update={"quote": "The village blames the dam"}))
    (True, False)
    """
    if originator(claim) or not _outlet(claim) or claim.kind not in _FACTS or claim.flags:
        return False
    sure = claim.certainty in {"certain", "unstated"} and claim.reality in {"occurred", "ongoing"}
    return sure and not any(_passes_on(token.lower) for token in tokenize(claim.quote))


def _passes_on(word: str) -> bool:
    """Whether a word marks what somebody says, holds, blames or calls a thing."""
    verb = find_verb(word)
    if verb is None or verb[1] not in _FINITE or word in NOUN_LIKE:
        return word in _PASSED_ON
    force = verb[0]
    reports = "c" in force.frames and "n" not in force.frames
    return reports or force.certainty is not None or force.stance not in _DEEDS or force.lemma in _NAMING


def _outlet(claim: Claim) -> str:
    return (claim.attribution[-1].name or "") if claim.attribution else ""


def _count_rooms(rooms: Iterable[tuple[str, str]]) -> int:
    """How many newsrooms there are: one under one name, and one where they print one text."""
    found: list[tuple[str, str]] = []
    for outlet, text in sorted(rooms):
        if not any(same_bearer(outlet, o) or text == t for o, t in found):
            found.append((outlet, text))
    return len(found)
