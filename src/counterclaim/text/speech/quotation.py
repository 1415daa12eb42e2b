"""Quote marks and what they enclose: pairs of them, across sentences and paragraphs (room: brains).

Typographic, straight, single, low and angle marks. An apostrophe is never a mark; a mark inside a quotation in other
marks is part of it; a mark that nothing closes is ignored unless it plainly opens an utterance.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.text.sentences import Sentence

_MARKS = re.compile("[“”\"«»„‟‹›‘’']")
_CLOSERS = {"“": "”", "«": "»", "»": "«", "„": "“”", "‟": "”", "‹": "›", "‘": "’'", '"': '"”', "'": "'’"}
_ANGLES = "«»‹›"
_SINGLE = "‘’'"
_SAYING = re.compile(r"\b(?:said|says|told|added|adds|according)\b")
_TITLE_SMALL = frozenset("a an and as at by for from in of on or the to with".split())
# A stretch of fewer words without a mark at its end is a scare quote or a term, not an utterance.
_FRAGMENT_WORDS = 4
# Marks: a quotation with more inside is none, and hostile text costs no square.
_REACH = 300


class Quotation(NamedTuple):
    """A quotation with its marks `text[start:end]` and without them `text[inner_start:inner_end]`.

    `continues` says that the paragraph after goes on with it; `continued` that it goes on from the one before.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    continues: bool = False
    continued: bool = False


def find_quotations(text: str, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order and disjoint.

    >>> from counterclaim.text.sentences import split_sentences
    >>> news = "The workers’ vote was “no,” and ‘that’s that’, they said."
    >>> [news[q.inner_start : q.inner_end] for q in find_quotations(news, split_sentences(news))]
    ['no,', 'that’s that']
    """
    borders = _paragraph_borders(sentences)
    found: list[Quotation] = []
    running = False  # the paragraph before ended inside a quotation
    for i, (start, end) in enumerate(borders):
        following = text[borders[i + 1][0] : borders[i + 1][0] + 1] if i + 1 < len(borders) else ""
        here = _scan(text, start, end, following)
        if running and here and here[0].start == start:
            here[0] = here[0]._replace(continued=True)
        running = bool(here) and here[-1].continues
        found += here
    return tuple(found)


def _paragraph_borders(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    borders: dict[int, tuple[int, int]] = {}
    for s in sentences:
        borders[s.paragraph] = (borders.get(s.paragraph, (s.start, 0))[0], s.end)
    return list(borders.values())


def is_utterance(text: str, quotation: Quotation) -> bool:
    """Whether the words can stand as somebody's utterance, rather than as a scare quote, a term or a work's title.

    >>> is_utterance("the “so-called” fund", Quotation(4, 15, 5, 14))
    False
    """
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    if quotation.continues or quotation.continued or inner[-1:] in set(".,!?…"):
        return True
    words = inner.split()
    return len(words) >= _FRAGMENT_WORDS and not is_work_title(inner)


def is_work_title(inner: str) -> bool:
    """Whether every word that titles capitalise is capitalised ("The Old Man and the Sea").

    >>> is_work_title("The Old Man and the Sea"), is_work_title("The old man left")
    (True, False)
    """
    words = inner.split()
    return len(words) > 1 and all(w[:1].isupper() or w[:1].isdigit() or w in _TITLE_SMALL for w in words)


def _scan(text: str, start: int, end: int, following: str) -> list[Quotation]:
    """The quotations of one paragraph; `following` is the first character of the next."""
    marks = [(m.start(), m.group()) for m in _MARKS.finditer(text, start, end)]
    marks = [(at, mark) for at, mark in marks if not _is_apostrophe(text, at, mark)]
    found: list[Quotation] = []
    i = 0
    while i < len(marks):
        at, mark = marks[i]
        if not _opens(text, at, mark, start):
            i += 1
            continue
        close = _close(text, marks, i)
        if close is not None:
            shut = marks[close][0]
            found.append(Quotation(at, shut + 1, at + 1, shut))
            i = close + 1
            continue
        quotation = _unclosed(text, at, mark, end, following)
        if quotation is not None:
            found.append(quotation)
            break
        i += 1
    return found


def _is_apostrophe(text: str, at: int, mark: str) -> bool:
    if mark not in "’'":
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalnum() and after.isalnum():
        return True
    if not before.isalnum() and after.isdigit():
        return re.match(r"\d0s\b", text[at + 1 : at + 5]) is not None
    return (
        not before.isalnum() and re.match(r"(?:tis|twas|em|til|cause)\b", text[at + 1 : at + 7]) is not None
    )


def _opens(text: str, at: int, mark: str, start: int) -> bool:
    if mark in "”’›":
        return False
    before, after = text[at - 1 : at] if at > start else " ", text[at + 1 : at + 2]
    spaced = not after or (after.isspace() and mark not in _ANGLES)
    return not before.isalnum() and before not in set(".,!?%") and not spaced


def _close(text: str, marks: Sequence[tuple[int, str]], i: int) -> int | None:
    """The index of the mark that closes mark `i`; None when another opens first, or none does."""
    opener = marks[i][1]
    spare: int | None = None
    for j in range(i + 1, min(i + _REACH, len(marks))):
        at, mark = marks[j]
        if mark == opener and mark in "“«‘„":
            return spare
        spaced = text[at - 1].isspace() and opener not in _ANGLES  # « Oui » has spaces inside its marks
        if mark not in _CLOSERS[opener] or spaced or text[at + 1 : at + 2].isalnum():
            continue
        if opener not in _SINGLE or not _is_possessive(text, at):
            return j
        spare = j if spare is None else spare
    return spare


def _is_possessive(text: str, at: int) -> bool:
    """`workers’ pay`: only a later mark can tell it from the end of a quotation, so it is taken last."""
    return text[at - 1] == "s" and re.match(r"\s[a-z]", text[at + 1 : at + 3]) is not None


def _unclosed(text: str, at: int, mark: str, end: int, following: str) -> Quotation | None:
    if mark in "'’»›":
        return None
    if following == mark:
        return Quotation(at, end, at + 1, end, continues=True)
    starts = at == 0 or text[max(0, at - 3) : at].rstrip(" ")[-1:] in set(".!?\n:")
    rest = text[at + 1 : min(end, at + 5_000)]
    if mark == "‘" or not starts or any(m in rest for m in "“«„") or _SAYING.search(rest):
        return None
    return Quotation(at, end, at + 1, end)
