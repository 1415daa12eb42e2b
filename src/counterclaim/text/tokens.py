"""Words and their places: the tokens every brain of this folder counts in (room: brains)."""

import re
from functools import lru_cache
from typing import NamedTuple

_LONG = 2000  # characters; what is longer is no sentence, and is cut once
_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’\-‑][^\W\d_]+)*['’]?|[^\w\s]|_")


class Token(NamedTuple):
    """A word, number or mark with its offsets: `text == source[start:end]`; `lower` has straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether the token starts with a letter."""
        return self.text[:1].isalpha()


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut `text[start:end]` into words, numbers and marks, with offsets into the whole of `text`.

    >>> [t.text for t in tokenize("Mujahid’s 2,000-3,000 men; well-armed.")]
    ['Mujahid’s', '2,000', '-', '3,000', 'men', ';', 'well-armed', '.']
    """
    stop = len(text) if end is None else end
    return _cut(text, start, stop) if stop - start > _LONG else _cut_known(text, start, stop)


def _cut(text: str, start: int, stop: int) -> tuple[Token, ...]:
    found = _TOKEN.finditer(text, start, stop)
    return tuple([Token(m.start(), m.end(), word := m.group(), _straighten(word)) for m in found])


# Every brain asks for the tokens of a sentence by itself: three cuts in four have been made before.
_cut_known = lru_cache(maxsize=1024)(_cut)


@lru_cache(maxsize=16384)
def _straighten(word: str) -> str:
    return word.lower().replace("’", "'").replace("‑", "-")
