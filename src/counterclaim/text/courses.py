"""Courses of states: what a thing was first, and what it is when that is over (room: brains).

The opposites of `opposites` are single words. These states take several, or words too common to be one: "the power is
out" and "back", "in a critical condition" and "out of danger". A course names the things it holds of, and runs
one way: what is shut is reopened later on; that it shut again is another story.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import FUNCTION_WORDS, GENERIC_PEOPLE, NEGATIONS, PEOPLE_CONCEPTS, concept
from counterclaim.text.tokens import Token, tokenize

_BE: Final = r"\b(?:is|are|was|were|be|been|being|stays?|stayed|remain(?:s|ed)?|still)\s+(?:\w+\s+)?"
_PEOPLE: Final = PEOPLE_CONCEPTS - GENERIC_PEOPLE
_CRAFT: Final = "plane helicopter boat submarine yacht lorry coach dog"
_ROWS: Final = (
    (
        None,
        (
            rf"\bin (?:an? )?(?:critical|grave) condition\b|\bcritically (?:ill|hurt|injured|wounded)\b|{_BE}critical\b(?! of\b| to\b| for\b)"
            r"|\bfighting for (?:his|her|their) li(?:fe|ves)\b|\bin (?:an? )?coma\b"
        ),
        (
            rf"\b(?:out of|no longer in) danger\b|{_BE}(?:stable|discharged)\b|\bin (?:an? )?stable condition\b"
            r"|\bleft (?:the )?hospital\b|\bregained consciousness\b|\bhas recovered\b"
        ),
    ),
    (
        "power website server network internet telephone phone water gas heating app signal broadband",
        rf"{_BE}(?:out|down|cut|offline|unavailable|unreachable|cut off|knocked out)\b(?! of\b| by\b| to\b| \d)",
        (
            r"\b(?:restored|reconnected)\b|\b(?:is|are|was|were|been|came|come) (?:\w+ )?back\b(?! to\b)"
            r"|\b(?:online|available|reachable|working|running|flowing|on) again\b"
        ),
    ),
    (
        (
            "gate door entrance bridge road border crossing airport port terminal school shop station tunnel market museum "
            "pool library embassy office factory mine pass canal lock park beach"
        ),
        rf"(?:\bwill (?:stay|remain) |{_BE})(?:shut|closed|locked|sealed|barred|chained)\b",
        r"\b(?:re-?open(?:ed|s)?|unlocked)\b|\bopen(?:ed)? again\b",
    ),
    (
        "indoors inside home water",
        r"\b(?:told|asked|advised|urged|ordered|instructed|warned|must|should) (?:\w+ ){0,2}?(?:(?:stay|remain|keep) (?:indoors|inside|at home)|boil)\b",
        r"\b(?:advice|order|warning|instruction|notice)\b[^.;]*\b(?:lifted|withdrawn|cancelled|ended)\b",
    ),
    (
        "murder attack theft robbery shooting arson fire leak bombing kidnapping hack fraud stabbing",
        r"\b(?:no|not a|not one) suspects?\b",
        (
            r"\b(?:man|woman|boy|girl|teenager|suspect|employee|person|people|men|women)\b[^.;]*\b(?:was|were|been) arrested\b"
            r"|\barrested (?:an?|one|two|three)\b"
        ),
    ),
    (
        None,
        r"\b(?:still|remain(?:s|ed)?|being) (?:\w+ )?held\b|\bheld (?:captive|hostage)\b|\bin (?:custody|captivity)\b",
        r"\b(?:was|were|been|are|is) (?:\w+ )?(?:freed|released|set free|let go|free)\b",
    ),
    (
        "curfew ban lockdown blockade embargo quarantine emergency restriction rationing ceasefire alert",
        r"\b(?:in force|in place|in effect|imposed|begins|takes effect|took effect|declared)\b",
        r"\b(?:(?:will )?(?:be )?(?:lifted|scrapped|revoked|withdrawn)|will (?:end|expire)|ends|ended|no longer in force)\b",
    ),
    (
        f"people {_CRAFT}",
        rf"(?:{_BE}|\bwent |\bgone )(?:reported )?missing\b",
        r"\b(?:was|were|been|is|are) (?:\w+ )?found\b(?! (?:guilty|to|that|liable|in breach)\b)",
    ),
    (
        "search hunt rescue operation strike walkout protest siege evacuation",
        r"\b(?:goes on|go on|going on|went on|continu\w+|under ?way)\b",
        r"\b(?:called off|abandoned|suspended|halted|given up)\b",
    ),
)
_NEGATING: Final = NEGATIONS | {"nobody", "nothing", "none", "nor", "until"}
_NO_NEGATION: Final = re.compile(
    r"\b(?:until further notice|no longer in (?:danger|force)|(?:no|not a|not one) suspects?)\b",
    re.IGNORECASE,
)
_INTO: Final = frozenset("of in at on for from across near".split())
_ARTICLES: Final = frozenset("the a an its their his her our this that all".split())
_ANOTHER: Final = frozenset("a an another one some".split())
_FATES: Final = frozenset(concept(w) for w in "injured wounded missing captive".split())


class Course(NamedTuple):
    """The things of which both states are told (concepts), and the wordings of the first state and of what ends it."""

    things: frozenset[str]
    first: re.Pattern[str]
    then: re.Pattern[str]


class State(NamedTuple):
    """A state that a clause tells: of which course, whether it is the one that ends it, and in which words."""

    course: Course
    ended: bool
    words: str


class Thing(NamedTuple):
    """A thing as a clause describes it: its concept, what tells it from others, and whether it is one of several."""

    concept: str
    marks: frozenset[str]
    indefinite: bool

    def may_be(self, other: "Thing") -> bool:
        """Whether nothing sets the two apart ("the bank’s website", "the website")."""
        return self.concept == other.concept and not (
            self.marks and other.marks and self.marks.isdisjoint(other.marks)
        )


def find_states(text: str) -> tuple[State, ...]:
    """The states that a clause tells; one that it negates, or tells together with its end, is left out.

    >>> [(state.ended, state.words) for state in find_states("The power is back in Karsk.")]
    [(True, 'is back')]
    >>> find_states("The power is not back in Karsk.")
    ()
    """
    found = (_find_state(text, course) for course in courses())
    return tuple(state for state in found if state)


def _find_state(text: str, course: Course) -> State | None:
    first, then = course.first.search(text), course.then.search(text)
    match = first or then
    if match is None or (first and then):
        return None
    if any(t.lower in _NEGATING or t.lower.endswith("n't") for t in tokenize(_NO_NEGATION.sub("", text))):
        return None
    return State(course, match is then, match.group().strip())


def find_things(text: str, course: Course) -> tuple[Thing, ...]:
    """The things of a course that a clause names as such, not as part of another name ("a power station").

    >>> [sorted(thing.marks) for thing in find_things("The website of the bank was offline.", courses()[1])]
    [['bank']]
    """
    words = tokenize(text)
    found = [i for i, t in enumerate(words) if t.is_word and concept(t.text) in course.things]
    return tuple(
        _describe(words, i) for i in found if not _is_content(words, i + 1) and not _is_doer(words, i)
    )


def _start(words: Sequence[Token], at: int) -> int:
    """Where the words begin that stand before a thing and describe it."""
    while at and _is_content(words, at - 1):
        at -= 1
    return at


def _is_doer(words: Sequence[Token], at: int) -> bool:
    """Whether the state is brought about by the thing, and is not its own ("was released by the guards")."""
    return any(t.lower == "by" for t in words[max(0, _start(words, at) - 2) : at])


def _describe(words: Sequence[Token], at: int) -> Thing:
    start = _start(words, at)
    marks = {concept(t.text) for t in words[start:at]} | _follow(words, at + 1)
    before = words[start - 1].lower if start else ""
    return Thing(concept(words[at].text), frozenset(marks - _FATES), before in _ANOTHER)


def _follow(words: Sequence[Token], at: int) -> set[str]:
    """What the phrase behind a thing says of it: "(the gates) of the dam"."""
    if at >= len(words) or words[at].lower not in _INTO:
        return set()
    at += 1
    while at < len(words) and words[at].lower in _ARTICLES:
        at += 1
    end = at
    while end < len(words) and _is_content(words, end):
        end += 1
    return {concept(t.text) for t in words[at:end]}


def _is_content(words: Sequence[Token], i: int) -> bool:
    return (
        i < len(words)
        and words[i].is_word
        and words[i].lower not in FUNCTION_WORDS | _ARTICLES
        and not is_verb(words, i)
    )


@cache
def courses() -> tuple[Course, ...]:
    """All courses; one without things of its own holds of people."""
    return tuple(
        Course(_name_things(things), re.compile(first, re.IGNORECASE), re.compile(then, re.IGNORECASE))
        for things, first, then in _ROWS
    )


def _name_things(things: str | None) -> frozenset[str]:
    named = frozenset(concept(w) for w in (things or "people").split())
    return (named | _PEOPLE if things is None or "people" in things.split() else named) - GENERIC_PEOPLE
