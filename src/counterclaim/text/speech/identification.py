"""The delayed name: a lead tells what somebody is, the next paragraph who ("The mayor of Orle ...", "Ann Lee said") (room: brains).

Only the first speaker of the text, only by the first who speaks after, and only where that name is new there, nothing
else is said of it and the words are about the one who speaks ("I am ahead"): whoever else comes to speak is introduced.
"""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.records import Attribution
from counterclaim.text.speakers.index import Speaker, name_key
from counterclaim.text.speakers.mentions import Mention
from counterclaim.text.speakers.roles import TITLES
from counterclaim.text.speech.descriptions import speaks_for

_FULL_NAME = 2  # words
_ANYBODY = frozenset({"man", "woman"})


class Said(NamedTuple):
    """Who is made to say something in a paragraph: the words that name the speaker, and whom they were taken for.

    `opens` says that the words open their sentence, `further` that a comma and more about the speaker follow them;
    `own` that what is said is in the first person.
    """

    paragraph: int
    mention: Mention | None
    speaker: Speaker
    opens: bool = False
    further: bool = False
    own: bool = False


class Identity(NamedTuple):
    """A description that the lead's speaker goes by, and the person whom it describes."""

    phrase: str
    person: Speaker

    def apply(self, link: Attribution) -> Attribution:
        """The link with the person's name for the description, and with the description for the person's role."""
        if link.name == self.phrase:
            return link.model_copy(update={"name": self.person.name})
        if link.name == self.person.name and link.role is None:
            return link.model_copy(update={"role": self.person.role, "side": link.side or self.person.side})
        return link


def find_identity(said: Sequence[Said]) -> Identity | None:
    """Who the lead's speaker is; None where the lead names him, or where it is not certain.

    >>> lead = Mention(0, 9, "mayor", role="mayor", kind="person", head="mayor", definite=True)
    >>> named = Mention(40, 47, "Ann Lee", name="Ann Lee", kind="person")
    >>> both = [Said(0, lead, Speaker("mayor"), opens=True), Said(1, named, Speaker("Ann Lee", kind="person", first=40), own=True)]
    >>> find_identity(both).person.name
    'Ann Lee'
    """
    first = said[0] if said else None
    if first is None or not _is_described(first):
        return None
    following = [
        s for s in said if s.mention is not None and not s.mention.pronoun and s.speaker != first.speaker
    ]
    second = following[0] if following else None
    if second is None or second.paragraph != first.paragraph + 1 or not _is_introduced(second, first):
        return None
    if not any(
        s.own and s.speaker.name == second.speaker.name for s in said if s.paragraph == second.paragraph
    ):
        return None
    lead = first.speaker
    side = (
        lead.side if lead.side and lead.side != lead.side.lower() else None
    )  # no daughter stands for her father
    return Identity(lead.name or "", second.speaker._replace(role=lead.role, side=side))


def _is_described(one: Said) -> bool:
    """Whether a speaker is one person with an office or a trade and no name ("the engineer who built it")."""
    mention = one.mention
    if mention is None or mention.name or mention.kind != "person" or not one.opens:
        return False
    return (
        mention.definite
        and not mention.plural
        and not speaks_for(mention)
        and one.speaker.name == mention.phrase
    )


def _is_introduced(one: Said, lead: Said) -> bool:
    """Whether a full name stands here for the first time, with no office beside it, and can be the lead's person."""
    mention, speaker = one.mention, one.speaker
    described = lead.mention
    if mention is None or described is None or speaker.kind != "person" or speaker.located or one.further:
        return False
    new = mention.start <= speaker.first < mention.end and len(name_key(speaker.name or "")) >= _FULL_NAME
    genders = {described.gender, speaker.gender} - {None}
    offices = {w for called in (speaker.role or "", *speaker.called) for w in name_key(called)} - TITLES
    free = not offices or described.head in _ANYBODY
    return new and free and len(genders) < _FULL_NAME and (speaker.side is None or described.head in _ANYBODY)
