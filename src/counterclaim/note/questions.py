"""The question of a thread as people read it (room: brains).

The reader asks in the words of the article and puts what a pronoun means in brackets: "Its [the union’s] members". In
print the meaning takes the pronoun's place, and a question made of half a sentence gives way to a better one.
"""

import re
from collections.abc import Collection, Iterable

from counterclaim.relate.bodies import bare_word
from counterclaim.text.nations import find_nations
from counterclaim.text.tokens import tokenize

_PRONOUN = re.compile(
    r"\b(?:i|we|you|he|she|it|they|me|us|him|her|them|my|our|his|its|their) \[([^\]]+)\]", re.IGNORECASE
)
_HALF = re.compile(
    r"Whether (?:(?:for|of|in|on|to|by|from|with|at) )?(?:which|whom|whose|who|that|because|and|but|as|was|were|is|are|has|had|went)\b"
)
_COUNTED = re.compile(r"How many (.+?) ((?:were|was|are|is|have been|had been) \w+\?)")
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
_ADDED = re.compile(r"\[([^\]]+)\]")


def resolve(text: str) -> str:
    """A text of ours with what its pronouns mean in their place, and what the reader added without brackets.

    >>> resolve("Its [union’s] members left"), resolve("[Counting] took four hours"), resolve("another 30 [soldiers]")
    ('union’s members left', 'Counting took four hours', 'another 30 (soldiers)')
    """
    words = _PRONOUN.sub(r"\1", text)
    if words.startswith("[") and (end := words.find("]")) > 0:
        words = words[1:end] + words[end + 1 :]
    return _ADDED.sub(r"(\1)", words)


def name_extent(question: str, units: Collection[str | None]) -> str:
    """Ask for a time, or for how often, by its name, where all answers are such.

    >>> name_extent("It took how much?", {"minute", None}), name_extent("Ana rang how much?", {"time"})
    ('It took how long?', 'Ana rang how many times?')
    """
    known = {unit for unit in units if unit}
    if known and known <= _TIMES:
        return question.replace("how much", "how long")
    return question.replace("how much", "how many times") if known == {"time"} else question


def name_whose(question: str, others: Iterable[str]) -> str:
    """A question of how many with whose they are, where other words for it name one state and none another.

    >>> name_whose("How many posts were lost?", ["How many Norwegian posts were lost?", "How many posts were lost?"])
    'How many Norwegian posts were lost?'
    """
    asked = _COUNTED.match(question)
    if asked is None or _name_states(asked[1]):
        return question
    same = [found for other in others if (found := _COUNTED.match(other)) and found[2] == asked[2]]
    named = [found for found in same if _name_states(found[1])]
    states = {state for found in named for state in _name_states(found[1])}
    fuller = [found[0] for found in named if found[1].casefold().endswith(asked[1].casefold())]
    return min(fuller, key=len) if len(states) == 1 and fuller else question


def _name_states(words: str) -> frozenset[str]:
    tokens = [bare_word(token) for token in tokenize(words) if token.is_word]
    return frozenset(naming.country for _, _, naming in find_nations(tokens))


def choose_question(asked: str, others: Iterable[str]) -> str:
    """A thread's question, or another of its claims' where it is half a sentence and that one is not.

    >>> choose_question("Whether for which it blames Orvo", ["Whether it left", "Whether Orvo is to blame"])
    'Whether it left'
    """
    if not _HALF.match(asked):
        return asked
    return next((question for question in others if not _HALF.match(question)), asked)
