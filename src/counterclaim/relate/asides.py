"""What a statement holds besides what it says: the earlier deed that it answers, and what it adds in passing (room: brains).

"The raid was an answer to the strikes" says why there was a raid. That there were strikes, or whose they were, is
another question, and the day of the strikes is not the day of the raid.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from counterclaim.relate.slots import Slots, name_topics, topic_words
from counterclaim.text.facts import is_verb
from counterclaim.text.fillers import find_fillers
from counterclaim.text.lexicon import concept
from counterclaim.text.tokens import tokenize

_MOTIVE = re.compile(
    r"\b(?:(?:(?:as|in|by way of|was|were|is|are) (?:an? |its |their |his |her |our |due )?|an? )"
    r"(?:answer|reply|response|retaliation|revenge|reprisal|reaction|return|protest|retort|payback)s? "
    r"(?:to|for|against|at|over)|because(?: of)?|owing to|on account of|(?:prompted|provoked|triggered|sparked) by|"
    r"to (?:avenge|punish|protest))\b",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r",\s+(?=(?:which|who|whose|where|the|an?|one of|two of|both of|some of)\s)", re.IGNORECASE
)
_ALWAYS = re.compile(
    r"(?:which|who|whose|where)\b|an? (?:day|week|month|year|hour) (?:after|before)\b", re.IGNORECASE
)

_PLACING = frozenset("in at inside outside on near during throughout".split())
# To do these is to speak of a matter, and says neither yes nor no to it.
_REACTIONS = frozenset(
    concept(w)
    for w in "welcome praise applaud hail thank condemn criticise criticize deplore denounce regret lament apologise apologize".split()
)


class Motive(NamedTuple):
    """The two halves of a statement that says why: the words of the deed, and those of what it answers."""

    deed: frozenset[str]
    earlier: frozenset[str]
    text: str


def find_motive(s: Slots) -> Motive | None:
    """What a statement gives as the reason of the deed that it tells of; None where it gives none."""
    found = split_motive(s.claim.text)
    if found is None:
        return None
    deed, earlier = found
    return Motive(topic_words(tokenize(deed)), topic_words(tokenize(earlier)), earlier)


@lru_cache(maxsize=4096)
def split_motive(text: str) -> tuple[str, str] | None:
    """The two halves of a statement that says why, the second the reason; None where it is none.

    >>> split_motive("the raid was an answer to Friday’s strikes"), split_motive("the raid was an answer")
    (('the raid ', ' Friday’s strikes'), None)
    """
    marker = _MOTIVE.search(text)
    if marker is None or not text[: marker.start()].strip() or not text[marker.end() :].strip(" ."):
        return None
    return text[: marker.start()], text[marker.end() :]


def ask_of_deed_and_motive(a: Slots, b: Slots) -> bool:
    """Whether one only names, as the reason of something else, what the other tells of."""
    one, two = find_motive(a), find_motive(b)
    if (one is None) == (two is None):
        return False
    earlier = (one or two or Motive(frozenset(), frozenset(), "")).earlier
    return not (a.topic & b.topic) - earlier - name_topics(a, b)


def dates_motive(s: Slots) -> bool:
    """Whether the only time of a statement is that of what it answers."""
    found, when = find_motive(s), s.claim.event_time
    return found is not None and when is not None and when.text in found.text


@lru_cache(maxsize=4096)
def strip_asides(text: str) -> str:
    """A statement without what it adds between commas of a thing that it has named.

    >>> strip_asides("The pass, which is the only road east, was shut"), strip_asides("A man, a boy and a girl died")
    ('The pass was shut', 'A man, a boy and a girl died')
    """
    opened = _OPENED.search(text)
    while opened:
        inside, comma, rest = text[opened.end() :].partition(",")
        sure = _ALWAYS.match(inside)
        if not sure and not (comma and _starts_with_verb(rest)):
            opened = _OPENED.search(text, opened.end())
            continue
        text = text[: opened.start()] + rest
        opened = _OPENED.search(text, opened.start())
    return text


def _starts_with_verb(rest: str) -> bool:
    words = tokenize(rest)
    return bool(words) and is_verb(words, 0)


def bare_topic(s: Slots) -> frozenset[str]:
    """The topic words of a statement without its asides; all of them where it has none."""
    bare = strip_asides(s.claim.text)
    return s.topic if bare == s.claim.text else s.topic & topic_words(tokenize(bare))


def reacts(s: Slots) -> bool:
    """Whether a statement only tells how somebody took a matter ("the firm welcomed the ruling")."""
    found, cue = find_fillers(s.claim.text), s.claim.attribution[0].cue if s.claim.attribution else None
    return (found is not None and found.predicate in _REACTIONS) or (cue and concept(cue)) in _REACTIONS


def core_topic(s: Slots) -> frozenset[str]:
    """The topic words of a statement but those of where and when at its end: "it caused a leak", not "in its main hall"."""
    words = tokenize(s.claim.text)
    verb = next((i for i in range(len(words)) if is_verb(words, i)), len(words))
    end = next((i for i in range(verb, len(words)) if words[i].lower in _PLACING), len(words))
    return s.topic & topic_words(words[:end]) or s.topic
