"""A claim in words: its self-contained text (room: brains).

Words that we add stand in square brackets and come from elsewhere in the same article; a pronoun that is not certain is
left as it is and marked.
"""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.records import Attribution
from counterclaim.text.speakers import INDUSTRIES, noun_kind
from counterclaim.text.tokens import Token

_THIRD = frozenset({"it", "he", "she", "they"})
_BODY_PRONOUNS = frozenset({"it", "its", "they", "their"})
_FULL_NAME = 2
_PERSON_PRONOUNS = frozenset({"he", "she", "his", "her"})
_UNCLEAR = _THIRD | {"this", "that", "these", "those", "them", "him"}


class Wording(NamedTuple):
    """A self-contained text and the marks that it needs."""

    text: str
    flags: tuple[str, ...]


def word_claim(
    source: str,
    tokens: Sequence[Token],
    speaker: Attribution | None,
    *,
    inherited: str | None,
    strangers: frozenset[str] = frozenset(),
) -> Wording:
    """Make a clause readable on its own.

    Args:
        source: The article's text.
        tokens: The clause's tokens.
        speaker: The originator, or None in the outlet's own voice.
        inherited: What the clause takes over from the one before it ("killed, of people"), shown at its end.
        strangers: Pronouns that are not the speaker's where they open the clause.

    >>> from counterclaim.text.tokens import tokenize
    >>> text = "we lost two men"
    >>> word_claim(text, tokenize(text), Attribution(name="Ana Ruiz", mode="direct"), inherited=None).text
    'we [Ana Ruiz] lost two men'
    """
    parts: list[str] = []
    flags: list[str] = []
    at = tokens[0].start
    for i, token in enumerate(tokens):
        parts.append(source[at : token.end])
        at = token.end
        name = _referent(token.lower, speaker, first=i == 0 and token.lower not in strangers)
        if name:
            parts.append(f" [{name}]")
        elif token.lower in _UNCLEAR and i == 0:
            flags.append(f"pronoun unresolved: {token.lower}")
    if inherited:
        parts.append(f" [{inherited}]")
    return Wording(" ".join("".join(parts).split()), tuple(flags))


def refer_subject(subject: str, speaker: Attribution | None) -> str:
    """A subject that another clause lends, by name where it is a pronoun and certain.

    >>> refer_subject("She", Attribution(name="Ana Ruiz", role="mayor")), refer_subject("the road", None)
    ('Ana Ruiz', 'the road')
    """
    pronoun, _, rest = subject.partition(" ")
    name = _referent(pronoun.lower(), speaker, first=True)
    return f"{name} {rest}".strip() if name else subject


def _referent(word: str, speaker: Attribution | None, *, first: bool) -> str | None:
    """Who a pronoun stands for where that is certain.

    In a direct quote "I" is the speaker and "we" the side spoken for. In indirect speech the pronoun that opens the content is the speaker
    where it can be: a body is never "she", a person never "it".
    """
    if speaker is None or not speaker.name:
        return None
    if speaker.mode == "direct":
        body = speaker.side or speaker.name
        spoken = {"i": speaker.name, "me": speaker.name, "we": body, "us": body}
        owned = {"my": speaker.name, "our": body}
        return spoken.get(word) or (_owner(owned[word]) if word in owned else None)
    if not first or word not in _fitting_pronouns(speaker):
        return None
    return speaker.name if word in _THIRD else _owner(speaker.name)


def _fitting_pronouns(speaker: Attribution) -> frozenset[str]:
    """The pronouns that certainly fit a speaker: a name of two words ("Ada Sorn", "Castel Fuels") may be a person's or a body's."""
    if not _is_body(speaker):
        return _PERSON_PRONOUNS
    return _BODY_PRONOUNS if _is_known(speaker) else frozenset()


def _is_known(speaker: Attribution) -> bool:
    """Whether a noun of the name, or its form, says that it is no person's."""
    words = (speaker.name or "").split()
    capitals = all(w[:1].isupper() for w in words)
    told = any(noun_kind(w.lower()) is not None for w in words)
    return not capitals or len(words) != _FULL_NAME or told or words[-1].lower() in INDUSTRIES


def _is_body(speaker: Attribution) -> bool:
    """Whether the speaker is an organisation rather than a person, by the last noun of the name."""
    role = (speaker.role or "").lower().split()[-1:]
    if role and noun_kind(role[0]) == "person":
        return False  # "spokesman for the firm"
    last = (speaker.name or "").lower().replace("’s", "").split()[-1:]
    kind = noun_kind(last[0]) if last else None
    return kind in {"organisation", "media", "state", "group"} or (speaker.role is None and kind != "person")


def _owner(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def name_unit(unit: str) -> str:
    """The unit as it is added to a wording.

    >>> name_unit("percent"), name_unit("tonne"), name_unit("USD")
    ('per cent', 'tonnes', 'USD')
    """
    if unit == "percent":
        return "per cent"
    return unit + "s" if unit.islower() and "_" not in unit else unit.replace("_", " ")
