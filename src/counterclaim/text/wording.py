"""A claim in words: its self-contained text, the question it answers, its answer (room: brains).

Words that we add stand in square brackets and come from elsewhere in the same article; a pronoun that is not certain is
left as it is and marked.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.records import Attribution, Quantity
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import FUNCTION_WORDS, MEASURES
from counterclaim.text.speakers import noun_kind
from counterclaim.text.tokens import Token, tokenize

_THIRD = frozenset({"it", "he", "she", "they"})
_BODY_PRONOUNS = frozenset({"it", "its", "they", "their"})
_PERSON_PRONOUNS = frozenset({"he", "she", "his", "her"})
_UNCLEAR = _THIRD | {"this", "that", "these", "those", "them", "him"}

_PARTICIPLES = frozenset(MEASURES.values()) - frozenset(
    "casualties turnout seats votes magnitude depth length height distance speed temperature risen fallen paid received "
    "counted cut".split()
)
_NEGATED = tuple(
    (re.compile(shape, re.IGNORECASE), plain)
    for shape, plain in (
        (r"\bnobody\b|\bno one\b", "anybody"),
        (r"\bnothing\b", "anything"),
        (r"\bnone\b|\bno\b(?=\s+\w)|\bnot (?:one|a single)\b", "any"),
        (r"\bnever\b", "ever"),
        (r"(?<=\w)n[’']t\b|\bnot\b", ""),
    )
)
_ACTIVE = frozenset({"attended", "arrived"})
_ACCUSED = re.compile(
    r"((?:[Tt]he |its |his |her |their )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}) of (\w+ing\b.*)"
)
_DESCRIBED = re.compile(r"([^,;:]{3,60}?) as ((?:an?|the) \w.*)")


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
    if not first or word not in (_BODY_PRONOUNS if _is_body(speaker) else _PERSON_PRONOUNS):
        return None
    return speaker.name if word in _THIRD else _owner(speaker.name)


def _is_body(speaker: Attribution) -> bool:
    """Whether the speaker is an organisation rather than a person, by the last noun of the name."""
    last = (speaker.name or "").lower().replace("’s", "").split()[-1:]
    kind = noun_kind(last[0]) if last else None
    return kind in {"organisation", "media", "state", "group"} or (speaker.role is None and kind != "person")


def _owner(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def ask(quantity: Quantity | None, text: str) -> str:
    """The short question that a claim answers.

    Counts of a known measure are asked for by it; other figures by their own clause with the figure left open.

    >>> ask(Quantity(start=0, end=2, text="12", low=12, high=12, measure="killed", population="guards"), "")
    'How many guards were killed?'
    >>> ask(Quantity(start=0, end=2, text="6 per cent", low=6, high=6, unit="percent"), "Rents rose by 6 per cent")
    'Rents rose by what percentage?'
    """
    if quantity is None:
        return f"Whether {_mid_sentence(_affirm(_as_clause(text)))}"
    known = quantity.unit is None and quantity.population and quantity.measure in _PARTICIPLES
    if known:
        return _ask_count(quantity.measure or "", quantity.population or "")
    amount = {
        None: "how many",
        "percent": "what percentage",
        "percentage_point": "how many percentage points",
    }
    opened = text.replace(quantity.text, amount.get(quantity.unit, "how much"), 1)
    return f"{opened[:1].upper()}{opened[1:]}?"


def _as_clause(text: str) -> str:
    """What a verb of speech says of its object, as a clause: "(accuse) Arvo of shelling it", "(describe) it as a raid".

    >>> _as_clause("Arvo of shelling the bridge"), _as_clause("the night’s attack as an answer to the raid")
    ('Arvo is to blame for shelling the bridge', 'the night’s attack was an answer to the raid')
    """
    if accused := _ACCUSED.fullmatch(text):
        return f"{accused[1]} is to blame for {accused[2]}"
    described = _DESCRIBED.fullmatch(text)
    if described is None:
        return text
    thing = tokenize(described[1])
    if any(is_verb(thing, i) for i in range(len(thing))):
        return text
    return f"{described[1]} was {described[2]}"


def _affirm(text: str) -> str:
    """The statement that a negated one denies, so that "no" answers the question whether it is so."""
    affirmed = text
    for shape, plain in _NEGATED:
        affirmed = shape.sub(plain, affirmed, count=1)
    return " ".join(affirmed.split())


def _mid_sentence(text: str) -> str:
    """The text as it reads after "whether": no joining word in front, no capital but a name's."""
    first, _, rest = text.partition(" ")
    if first.lower() in {"and", "but", "nor", "so"} and rest:
        return _mid_sentence(rest)
    return f"{first.lower()} {rest}" if first.lower() in FUNCTION_WORDS and first != "I" else text


def _ask_count(measure: str, population: str) -> str:
    if measure == "missing":
        return f"How many {population} are missing?"
    return (
        f"How many {population} {measure}?"
        if measure in _ACTIVE
        else f"How many {population} were {measure}?"
    )


def answer(quantity: Quantity | None, *, denied: bool) -> str:
    """The figure as worded, else yes or no."""
    if quantity is not None:
        return quantity.text
    return "no" if denied else "yes"
