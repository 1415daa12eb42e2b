"""Sentences: where each one starts and ends, and in which paragraph it stands (room: brains).

Paragraphs come first (a line break ends one: bare news text has one paragraph a line), then nupunkt's boundaries
inside each, mended where news text is known to mislead it.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import nupunkt

_LINE = re.compile(r"[^\n\r]+")
_BULLET = re.compile(r"(?:[-*•‣–—]|\(?\d{1,2}[.)])\s+(?=[A-Z“\"‘«]|(?<=[-*•‣–—] )\S)")
_LONGEST = (
    20_000  # characters: a "sentence" is never longer, so that hostile text cannot make one unit of it all
)
# nupunkt keeps no boundary in front of an abbreviation: "He left. Mr. Lee came."
_MISSED = re.compile(
    r"(?<=[a-z]{3}[.!?])\s+(?=[“«‘\"][A-Z])|(?<=[a-z]{2}[.!?])[\"'”’»]?\s+(?=(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Rev|St)\.?\s+[A-Z])"
)
# nupunkt takes some plain words for abbreviations ("per cent. The"); these, and what is capitalised, may be ones.
_PLAIN_END = re.compile(r"\b([a-z]{3,})[.]\s+(?=[A-Z][a-z])")
_ABBREVIATIONS = frozenset("approx assoc ave blvd bros corp dept est etc fig inc ltd univ viz vol".split())
_NO_SPACE = re.compile(r"(?<=[a-z][.!?])[”»](?=[A-Z“«])|(?<=[a-z][.!?])(?=[“«])")
# A break that is none: after these a name or number follows ("No. 5", "Mr. Lee").
_OPEN_END = re.compile(
    r"\b(?:Nos?|[Vv]s|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Rev|St|Art|Fig|[Aa]pprox|c|v)\.\s*$"
)
_CLOCK_END = re.compile(r"\b(?:[A-Z]\.){2,}\s*$|\b[ap]\.m\.\s*$")


class Sentence(NamedTuple):
    """A sentence: `text[start:end]` without outer spaces, and the index of its paragraph, from 0."""

    start: int
    end: int
    paragraph: int


@lru_cache(maxsize=8)  # the reader and those who check a model's reply ask for the same article's
def split_sentences(text: str) -> tuple[Sentence, ...]:
    r"""Cut a text into sentences, in order and disjoint, that cover every character but spaces and bullets.

    A quotation of several sentences is cut too; what follows the closing mark in lower case stays with its last one.

    >>> [(s.start, s.end, s.paragraph) for s in split_sentences("It shook at 2.17 a.m. local time. No. 5 fell.\n- A bridge")]
    [(0, 33, 0), (34, 45, 0), (48, 56, 1)]
    """
    found: list[Sentence] = []
    paragraph = 0
    for line in _LINE.finditer(text):
        pieces = [_trim(text, start, end) for start, end in _cut_line(text, line.start(), line.end())]
        kept = [Sentence(start, end, paragraph) for start, end in pieces if start < end]
        found += kept
        paragraph += bool(kept)
    return tuple(found)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of one line: nupunkt's, split further and joined again where it is known to err."""
    start, end = _trim(text, start, end)
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    if start == end:
        return []
    line = text[start:end]
    cuts = {0, len(line), *(a for a, _ in nupunkt.sent_spans(line))}
    cuts.update(m.end() for m in _MISSED.finditer(line))
    cuts.update(m.end() for m in _PLAIN_END.finditer(line) if m.group(1) not in _ABBREVIATIONS)
    cuts.update(m.end() for m in _NO_SPACE.finditer(line))
    cuts.update(range(_LONGEST, len(line), _LONGEST))
    borders = sorted(cuts)
    kept = [borders[0]]
    kept += [at for at in borders[1:-1] if _is_border(line, kept[-1], at)]
    kept += borders[-1:]
    return [(start + a, start + b) for a, b in pairwise(kept)]


def _is_border(line: str, begin: int, at: int) -> bool:
    if at - begin >= _LONGEST:
        return True
    before, after = line[max(begin, at - 40) : at], line[at : at + 40].lstrip()
    if _OPEN_END.search(before) or after[:1].islower():
        return False
    return not (_CLOCK_END.search(before) and after[:1].isdigit())
