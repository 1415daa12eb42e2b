"""Which words of two claims the comparator reads as the same, as each has them (room: brains)."""

from collections.abc import Iterable

from counterclaim.relate.provocations import ask_of_provocation, word_provocation
from counterclaim.relate.slots import Slots, find_worded, topic_words
from counterclaim.text.tokens import tokenize


def word_common(a: Slots, b: Slots) -> str:
    """What stands in both of two claims, and what stands there in two words that are read as one; empty: nothing.

    What calls a deed provoked or not is what sets two such claims apart, and is left out.
    """
    common = a.topic & b.topic
    if ask_of_provocation(a, b):
        called = (word_provocation(s.claim.text) or "" for s in (a, b))
        common -= topic_words(tokenize(" ".join(called)))
    return word_pairs(a, b, common)


def word_pairs(a: Slots, b: Slots, concepts: Iterable[str]) -> str:
    """The words that two claims have for some concepts: those in both, then those read as one.

    What only one of the two says in its own words is left out.
    """
    wanted = frozenset(concepts)
    one, two = (find_worded(s.claim.text, wanted) for s in (a, b))
    pairs = [(one[key], two[key]) for key in one if key in two]
    same = {x for x, y in pairs if _are_one_word(x, y)}
    other = {_quoted(x, y) for x, y in pairs if not _are_one_word(x, y)}
    parts = (("in both: ", same), ("read as one: ", other))
    return "; ".join(name + ", ".join(sorted(words, key=str.casefold)) for name, words in parts if words)


def _quoted(one: str, two: str) -> str:
    first, second = sorted((one, two), key=str.casefold)
    return f"“{first}” and “{second}”"


def _are_one_word(one: str, two: str) -> bool:
    """Whether two words are one but for capitals and a possessive ending."""
    first, second = (word.casefold().replace("’", "'").removesuffix("'s") for word in (one, two))
    return first == second
