"""The terms of a statement: its words of content, levelled so that two desks' wordings meet (room: brains).

"Killed" and "died", "Mexico" and "Mexican", "TSA" and "Transportation Security Administration" are one term.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from counterclaim.relate.slots import is_content, same_name
from counterclaim.text.lexicon import FUNCTION_WORDS, MEASURES, concept, stem
from counterclaim.text.quantities import find_quantities
from counterclaim.text.signs import LIGHT
from counterclaim.text.tokens import Token, tokenize

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_ADDED = re.compile(r"\[[^\[\]]*\]")
_VOICE = (
    re.compile(r"^[^:,.]{1,40}: "),  # "Report: jury pool narrowed"
    re.compile(r",? (?:[\w'’.-]+ ){1,5}(?:says?|said|reports?|reported|told \w+)\s*\.?$", re.IGNORECASE),
)
_FEWEST = 2  # letters of an acronym
_EMPTY = LIGHT | {"person", "oth", "else", "alon", "someon", "everyon"}


class Terms(NamedTuple):
    """Levelled words; those of them written with a capital; the initials of names of several words."""

    words: frozenset[str]
    names: frozenset[str]
    initials: frozenset[str]

    def hold(self, term: str) -> bool:
        """Whether a term of another statement is among these, as a word, a form of a name or its initials."""
        return (
            term in self.words or term in self.initials or any(same_name(term, name) for name in self.names)
        )


def find_terms(text: str) -> Terms:
    """Read the terms of a statement.

    >>> terms = find_terms("Seven people were killed in Mexico, the Transportation Security Administration said.")
    >>> [terms.hold(t) for t in ("killed", "mexican", "tsa", "spain")]
    [True, True, True, False]
    """
    tokens = tokenize(_DOTTED.sub(lambda found: found.group().replace(".", ""), text))
    content = [t for t in tokens if is_content(t)]
    return Terms(
        words=frozenset(_level(content)) - _EMPTY,
        names=frozenset(_level(t for t in content if t.text[:1].isupper())) - _EMPTY,
        initials=frozenset(_initials(tokens)),
    )


def find_said(claims: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The terms of what is said, and the names among them, without figures, who says it, and what the reader added.

    >>> sorted(find_said(["Report: jury pool narrowed by 5 km [of people], police say"])[0])
    ['jury', 'narrow', 'pool']
    """
    found = [find_terms(_without_figures(_without_voice(_ADDED.sub(" ", text)))) for text in claims]
    return frozenset().union(*(t.words for t in found)), frozenset().union(*(t.names for t in found))


def _without_voice(text: str) -> str:
    for shape in _VOICE:
        text = shape.sub("", text) or text
    return text


def _without_figures(text: str) -> str:
    for figure in reversed(find_quantities(text)):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return text


def _level(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        for part in token.text.split("-"):
            if part and part.lower() not in FUNCTION_WORDS:
                root = stem(part)
                yield MEASURES.get(root) or concept(part)


def _initials(tokens: Sequence[Token]) -> Iterator[str]:
    """The initials of every run of capitalised words, and of its parts: "National Bank of Norrland" gives "nbn"."""
    run: list[str] = []
    for token in [*tokens, None]:
        if token is not None and (
            token.text[:1].isupper() or (run and token.lower in {"of", "for", "and", "the"})
        ):
            run += [token.text[0].lower()] if token.text[:1].isupper() else []
            continue
        yield from ("".join(run[i:j]) for i in range(len(run)) for j in range(i + _FEWEST, len(run) + 1))
        run = []
