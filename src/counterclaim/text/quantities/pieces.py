"""Pieces: the finer cut of a text on which figures are read (room: brains).

A token keeps "twenty-two" and "five-day" whole; the grammar of figures needs their parts and the gaps between them.
"""

import re
from typing import NamedTuple

from counterclaim.text.tokens import Token, tokenize

HYPHENS = frozenset("-‑")
DASHES = frozenset("-‑–—~")
_REACH = 16
_NOWHERE = "\n\n"
_CUT = re.compile(r"[-‑]|[^-‑]+")
_SINGULAR_ENDS = ("ss", "us", "is", "'s", "ous")
_COLLECTIVE = frozenset(
    "people men women children police personnel staff crew cattle sheep aircraft livestock firemen policemen "
    "servicemen fishermen businessmen gunmen lives dead wounded injured missing killed others".split()
)
_NO_PLURAL = frozenset(
    "was has his its this thus plus less yes says does goes always perhaps besides towards sometimes across "
    "unless news ours theirs hers yours afterwards upwards as gas".split()
)

_BREAKS = frozenset(
    "a an the and or but of in on at to by for from with as than then that which who when while after before since "
    "until is are was were be been has have had will would can could said says his her its their our my this these "
    "those it he she they we i you not no".split()
)


class Line(NamedTuple):
    """A stretch of text and its pieces. Indices outside the stretch are allowed: nothing stands there."""

    text: str
    pieces: tuple[Token, ...]

    def rest(self, index: int) -> str:
        """The text of the stretch from the end of the piece before `index` on, as far as a clock time may reach."""
        start, stop = self.pieces[index - 1].end, self.pieces[-1].end
        return self.text[start : min(stop, start + _REACH)]

    def lower(self, index: int) -> str:
        """The piece in lower case, "" outside."""
        return self.pieces[index].lower if 0 <= index < len(self.pieces) else ""

    def raw(self, index: int) -> str:
        """The piece as written, "" outside."""
        return self.pieces[index].text if 0 <= index < len(self.pieces) else ""

    def gap(self, index: int) -> str:
        """What stands between the piece before and this one; a blank line at either end of the stretch."""
        if not 0 < index < len(self.pieces):
            return _NOWHERE
        return self.text[self.pieces[index - 1].end : self.pieces[index].start]

    def glued(self, index: int) -> bool:
        """Whether the piece follows the one before without any gap."""
        return not self.gap(index)

    def near(self, index: int) -> bool:
        """Whether the piece follows the one before in the same paragraph."""
        return _NOWHERE not in self.gap(index)

    def spaced(self, index: int) -> bool:
        """Whether the piece follows the one before after white space, in the same paragraph."""
        return self.near(index) and not self.glued(index)

    def hyphen(self, index: int) -> bool:
        """Whether the piece is a hyphen that joins its two neighbours ("five-day")."""
        return self.raw(index) in HYPHENS and self.glued(index) and self.glued(index + 1)

    def words(self, index: int, count: int) -> tuple[str, ...]:
        """Up to `count` words from `index` on, in lower case, as far as only white space parts them."""
        found: list[str] = []
        while len(found) < count and (word := self.lower(index)) and word[0].isalpha():
            found.append(word)
            index += 1
            if not self.spaced(index):
                break
        return tuple(found)


def cut_line(text: str, start: int = 0, end: int | None = None) -> Line:
    """Cut `text[start:end]` into pieces: tokens with hyphenated words taken apart.

    >>> [p.text for p in cut_line("a twenty-two-year-old").pieces]
    ['a', 'twenty', '-', 'two', '-', 'year', '-', 'old']
    """
    pieces: list[Token] = []
    for token in tokenize(text, start, end):
        if "-" in token.lower and len(token.text) > 1:
            pieces.extend(_parts(token))
        else:
            pieces.append(token)
    return Line(text, tuple(pieces))


def _parts(token: Token) -> list[Token]:
    at = token.start
    parts: list[Token] = []
    for part in _CUT.findall(token.text):
        parts.append(
            Token(at, at + len(part), part, "-" if part in HYPHENS else part.lower().replace("’", "'"))
        )
        at += len(part)
    return parts


def looks_plural(word: str) -> bool:
    """Whether a word in lower case looks like the plural of something that is counted.

    >>> [looks_plural(word) for word in ("outposts", "people", "less", "crossing")]
    [True, True, False, False]
    """
    stem = word.removesuffix("'")
    if stem in _COLLECTIVE:
        return True
    return stem.endswith("s") and not stem.endswith(_SINGULAR_ENDS) and stem not in _NO_PLURAL


def counts_something(line: Line, index: int) -> bool:
    """Whether the words from `index` on name what a figure before them counts: a plural within three words.

    >>> counts_something(cut_line("2000 Pakistani security outposts"), 1)
    True
    >>> counts_something(cut_line("2019, officials said"), 1)
    False
    """
    if not line.spaced(index):
        return False
    for word in line.words(index, 3):
        if looks_plural(word):
            return True
        if word in _BREAKS:
            return False
    return False
