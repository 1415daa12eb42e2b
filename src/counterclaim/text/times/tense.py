"""Which way the verb beside a time looks, back or ahead (room: brains).

No parser: the nearest verb form to the left in the sentence decides, then the nearest to the right. "Will", "would"
and plans look ahead, past forms look back. That is enough to tell "died on Friday" from "meets on Friday".
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from counterclaim.text.times.almanac import Tense
from counterclaim.text.times.words import word_at
from counterclaim.text.tokens import Token

_REACH_LEFT: Final = 40
_REACH_RIGHT: Final = 12
_SHORTEST_PARTICIPLE: Final = len("died")
_FUTURE: Final = frozenset(
    (
        "will would shall won't wouldn't due scheduled expected planned forecast slated upcoming meets "
        "resumes resume begins expires opens faces starts may might must should postponed adjourned"
    ).split()
)
_AUXILIARIES: Final = frozenset(("be", "will", "would", "shall", "won't", "may", "might", "must", "should"))
_MODALS: Final = frozenset(("may", "might", "must", "should", "would"))
# "Agreed to meet on Monday" looks ahead; "declined to comment on Monday" does not.
_PLANNERS: Final = frozenset(
    (
        "is are plan plans planned planning expected due set scheduled agreed agree vowed vows promised hopes "
        "hope intends intend wants aims ready about likely ordered pledged preparing"
    ).split()
)
_PAST: Final = frozenset(
    (
        "was were had did been has have began came went took made held struck broke fell rose left met won "
        "lost shot sent found gave got put ran saw spoke stood hit cut fled drove flew wrote became brought "
        "caught felt fought grew heard kept knew led sank sat sold spent taken threw tore told said says blew "
        "burst withdrew stole shook rang sang swept woke wore drew ate forgot froze hid laid lay lit paid rode sought "
        "slept slid swore taught thought built bought chose crept dealt dug fed hung learnt meant bent bore bit bled "
        "arose awoke bound clung drank dreamt ground leapt lent rebuilt shone shrank slew sprang stuck struck swam swung"
    ).split()
)
_NOT_PAST: Final = frozenset(
    (
        "need indeed hundred speed feed seed exceed proceed succeed breed united armed hatred sacred "
        "unprecedented limited continued"
    ).split()
)
_SPEECH: Final = frozenset(
    (
        "said says told announced stated reported added confirmed claimed declared insisted wrote tweeted "
        "posted briefed spoke speaking asserted denied"
    ).split()
)
# "Promised a result by noon on Wednesday": the deadline of a promise or demand lies ahead of it.
_DEMANDS: Final = frozenset(
    (
        "promised promises pledged vowed demanded demands urged wants wanted asked ordered deadline ultimatum "
        "extended called told invited given gave banned"
    ).split()
)
_GOING_ON: Final = frozenset("has have is are remain remains stay stays".split())
_CLAUSE_ENDS: Final = frozenset((";", "and", "but", "while", "although"))
_ABBREVIATION: Final = 2  # letters at most, before a dot that ends no sentence: "a.m.", initials


class Verb(NamedTuple):
    """The verb form beside a time: which way it looks, its word, and its place among the words."""

    tense: Tense
    word: str
    place: int


def number_sentences(text: str, words: Sequence[Token]) -> tuple[int, ...]:
    """Number the sentence of each word, roughly: line breaks, and marks before a capital, begin a new one.

    >>> from counterclaim.text.tokens import tokenize
    >>> number_sentences("It fell. He ran.", tokenize("It fell. He ran."))
    (0, 0, 0, 1, 1, 1)
    """
    numbers = [0] if words else []
    for left, right in pairwise(range(len(words))):
        numbers.append(numbers[-1] + _begins(text, words, left, right))
    return tuple(numbers)


def number_clauses(words: Sequence[Token], sentences: Sequence[int]) -> tuple[int, ...]:
    """Number the clause of each word, roughly: sentences, and what "and", "but" or a semicolon sets apart.

    >>> from counterclaim.text.tokens import tokenize
    >>> number_clauses(tokenize("It fell and he ran."), (0,) * 6)
    (0, 0, 1, 1, 1, 1)
    """
    numbers: list[int] = []
    clause = 0
    for place, word in enumerate(words):
        begins = place > 0 and sentences[place] != sentences[place - 1]
        clause += begins or word.lower in _CLAUSE_ENDS
        numbers.append(clause)
    return tuple(numbers)


def _begins(text: str, words: Sequence[Token], left: int, right: int) -> bool:
    gap = text[words[left].end : words[right].start]
    if "\n" in gap:
        return True
    if words[left].text not in ".!?" or not gap or not words[right].text[0].isupper():
        return False
    abbreviated = left > 0 and len(words[left - 1].text) <= _ABBREVIATION and words[left - 1].is_word
    return not abbreviated or words[left].text != "."


def nearest_verb(words: Sequence[Token], sentences: Sequence[int], *, first: int, after: int) -> Verb | None:
    """Find the verb form that governs the time at `words[first:after]`, or None.

    >>> from counterclaim.text.tokens import tokenize
    >>> words = tokenize("The union will march on Saturday.")
    >>> nearest_verb(words, (0,) * len(words), first=5, after=6)
    Verb(tense='future', word='will', place=2)
    """
    for place in range(first - 1, max(-1, first - 1 - _REACH_LEFT), -1):
        if sentences[place] != sentences[first] or words[place].text == ";":
            break
        tense = _tense_at(words, place)
        if tense is not None:
            return Verb("future" if _lies_ahead(words, place, first) else tense, words[place].lower, place)
    for place in range(after, min(len(words), after + _REACH_RIGHT)):
        if sentences[place] != sentences[first] or words[place].lower in _CLAUSE_ENDS:
            break
        tense = _tense_at(words, place)
        if tense is not None:
            return Verb(tense, words[place].lower, place)
    return None


def _lies_ahead(words: Sequence[Token], place: int, first: int) -> bool:
    """Whether something goes on until then: "has been closed until Friday", "remains shut until Friday"."""
    until = any(word_at(words, first - step) in {"until", "till"} for step in (1, 2))
    return until and not _GOING_ON.isdisjoint(word_at(words, place - step) for step in range(4))


def is_speech(verb: Verb | None) -> bool:
    """Whether the verb reports speech, so that its time dates the statement and not what is told.

    >>> is_speech(Verb("past", "said", 3)), is_speech(None)
    (True, False)
    """
    return verb is not None and verb.word in _SPEECH


def is_demand(verb: Verb | None) -> bool:
    """Whether the verb promises or demands, so that its deadline lies ahead.

    >>> is_demand(Verb("past", "promised", 3)), is_demand(Verb("past", "fell", 3))
    (True, False)
    """
    return verb is not None and verb.word in _DEMANDS


def _tense_at(words: Sequence[Token], index: int) -> Tense | None:
    word = words[index].lower
    following = word_at(words, index + 1)
    if word in _MODALS and (following == "have" or words[index].text[0].isupper()):
        return "past" if following == "have" else None
    if word in _FUTURE or word.endswith("'ll") or (word == "set" and following == "for"):
        return "future"
    if following == "to" and word in _PLANNERS and word_at(words, index + 2).isalpha():
        return "future"
    if word in ("has", "have") and following == "to":
        return "future"
    if word == "be":
        return "future" if word_at(words, index - 1) == "to" else None
    return "past" if _looks_back(words, index) else None


def _looks_back(words: Sequence[Token], index: int) -> bool:
    """Past forms, but not the participle of "will stay closed", whose auxiliary decides."""
    auxiliaries = {word_at(words, index - step) for step in range(1, 4)}
    if not auxiliaries.isdisjoint(_AUXILIARIES):
        return False
    return words[index].lower in _PAST or _is_participle(words[index])


def _is_participle(token: Token) -> bool:
    word = token.text
    return (
        word.endswith("ed") and len(word) >= _SHORTEST_PARTICIPLE and word.islower() and word not in _NOT_PAST
    )
