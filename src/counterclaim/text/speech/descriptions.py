"""Whom a description means: "the company", "a spokeswoman", "the statement", "the former director" (room: brains).

The trail is what the units before leave in mind. The nearest unit decides; where it holds two that fit, nobody does.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from counterclaim.text.speakers.index import Speaker, is_described, is_operator, name_key
from counterclaim.text.speakers.mentions import Mention
from counterclaim.text.speakers.roles import COMPANIES, TITLES, gender_of

_REACH = 3  # units back
_VOICES = frozenset("spokesman spokeswoman spokesperson".split())
_BUSINESS = frozenset("company firm business employer".split())
ISSUED = frozenset("statement communique communiqué release announcement".split())
_GENERIC = _VOICES | {"official", "officer"}
# What a spokesman or an officer is besides.
_RANKS = TITLES | frozenset(
    """admiral brigadier captain colonel commander commodore corporal general inspector lieutenant major marshal sergeant
    superintendent""".split()
)
_ONCE = re.compile(r"(?:former|ex|outgoing|ousted|sacked|retired|disgraced|\d+-year-old)\b", re.IGNORECASE)


class Focus(NamedTuple):
    """What one unit leaves in mind: who spoke last, its subject, and the persons and bodies named outside quotations.

    `opened` is the pronoun that its subject is, if it is one; `acting`: the unit tells what its subject does.
    """

    paragraph: int
    speaker: Speaker | None
    subject: Speaker | None
    persons: tuple[Speaker, ...]
    quoted: bool
    bare: bool
    opened: str | None = None
    bodies: tuple[Speaker, ...] = ()
    acting: bool = False


class Trail(NamedTuple):
    """The units before, oldest first, the paragraph of the present one, and who spoke in it so far."""

    seen: Sequence[Focus]
    paragraph: int
    earlier: Sequence[Speaker] = ()

    def find(
        self, fits: Callable[[Speaker], bool], *, within: int = 1, past_persons: bool = True
    ) -> Speaker | None:
        """The one that fits in the nearest unit that has any, at most `within` paragraphs back: its speaker, or the only one named.

        Without `past_persons` the search ends where somebody speaks or acts in between.
        """
        for speaker in reversed(self.earlier):
            if speaker.name and fits(speaker):
                return speaker
        for focus in reversed(self.seen[-_REACH:]):
            if focus.paragraph < self.paragraph - within:
                return None
            if focus.speaker is not None and focus.speaker.name and fits(focus.speaker):
                return focus.speaker
            about = (focus.subject,) if focus.subject is not None and focus.subject.name else ()
            named = {s.name: s for s in (*about, *focus.bodies) if fits(s)}
            person = any(s.kind == "person" for s in (focus.speaker, *about) if s is not None)
            if named or (person and not past_persons):
                return next(iter(named.values())) if len(named) == 1 else None
        return None


def find_described(mention: Mention, trail: Trail) -> Speaker | None:
    """Whom a definite description of a body, or of a person by what he once was, means; None where that is not certain.

    >>> orle = Speaker("Orle Freight", kind="organisation")
    >>> trail = Trail([Focus(0, orle, None, (), quoted=False, bare=False)], 0)
    >>> find_described(Mention(0, 11, "company", kind="organisation", head="company", definite=True), trail).name
    'Orle Freight'
    """
    if not mention.definite or mention.head is None or mention.name:
        return None
    if mention.kind == "organisation" or mention.head in COMPANIES:
        body = trail.find(lambda speaker: _is_such_body(speaker, mention))
        return body._replace(kind="organisation") if body is not None else None
    if mention.kind == "document" and mention.phrase.lower() in ISSUED:
        return trail.find(lambda speaker: speaker.kind in {"person", "organisation"})
    if mention.head in _GENERIC or _ONCE.match(mention.phrase):
        return _find_person(mention, trail)
    return None


def find_represented(mention: Mention, trail: Trail) -> Speaker | None:
    """The body that "a spokeswoman" or a spokesman by name speaks for: the one that the words before are about.

    >>> trail = Trail([Focus(0, None, Speaker("Orle Freight", kind="organisation"), (), quoted=False, bare=False)], 0)
    >>> find_represented(Mention(0, 13, "spokeswoman", role="spokeswoman", kind="person", head="spokeswoman"), trail).name
    'Orle Freight'
    """
    if mention.side or not set((mention.role or "").lower().split()) <= _VOICES | {"chief", "senior"}:
        return None
    return trail.find(
        lambda speaker: speaker.kind == "organisation" and not speaker.media, within=0, past_persons=False
    )


def speaks_for(mention: Mention) -> bool:
    """Whether a mention is a spokesperson, whatever stands before the word.

    >>> speaks_for(Mention(0, 9, "spokesman", role="spokesman", kind="person", head="spokesman"))
    True
    """
    return mention.kind == "person" and (mention.role or "").lower().split()[-1:] in [[v] for v in _VOICES]


def _is_such_body(speaker: Speaker, mention: Mention) -> bool:
    """Whether a body's name ends in the noun, or holds it, or the text described it so."""
    name, words = name_key(speaker.name or ""), name_key(mention.phrase)
    if speaker.media or name in {words, ()}:
        return False
    if speaker.kind != "organisation":
        return mention.head in _BUSINESS and is_operator(speaker)
    same = name[-len(words) :] == words or (len(words) == 1 and words[0] in name)
    return same or (len(words) == 1 and is_described(speaker, words[0]))


def _find_person(mention: Mention, trail: Trail) -> Speaker | None:
    """The only person of the unit before, if nothing that is known of him speaks against it."""
    last = trail.seen[-1] if trail.seen else None
    if last is None or last.paragraph != trail.paragraph or trail.earlier:
        return None
    known = [s for s in (last.speaker, last.subject, *last.persons) if s is not None and s.name]
    if len(_names(known)) != 1:
        return None
    person = known[0]
    gender = mention.gender or gender_of(mention.phrase)
    if mention.head in _GENERIC and last.speaker is None:
        return None  # "Bo Ek was held. The officer said"
    if person.kind != "person" or (gender and person.gender and gender != person.gender):
        return None
    offices = {w for called in (person.role or "", *person.called) for w in name_key(called)}
    return person if mention.head not in _GENERIC or offices <= _RANKS else None


def _names(speakers: Iterable[Speaker]) -> set[str | None]:
    return {s.name for s in speakers}
