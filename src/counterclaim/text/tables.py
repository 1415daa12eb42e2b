"""Rows of tables in an article's text, which stay in the text and are no statements (room: brains).

What a cell says hangs on its column's head and its row's name; a row read as a sentence would count the wrong thing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from counterclaim.core.records import Article, Dropped
from counterclaim.text.sentences import Sentence

ROWS = "a table: its rows are not read as statements"  # the reason under which they are counted
_SHOWN = 160  # characters of a table's rows
_CELL_BORDER = re.compile(r"\s*\|\s*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")
_PROSE = 4  # words of a cell that ends as a sentence does


def is_row(line: str) -> bool:
    """Whether a line is cells of a table: parts between upright bars, none of which is a sentence.

    >>> is_row("Orvale | 11 | 4"), is_row("| Dead |"), is_row("| The mayor said it burned. | He left. |"), is_row("a|b")
    (True, True, False, False)
    """
    bare = line.strip()
    if " | " not in bare and not (len(bare) > 1 and bare.startswith("|") and bare.endswith("|")):
        return False
    return not any(_is_prose(cell) for cell in _CELL_BORDER.split(bare))


def _is_prose(cell: str) -> bool:
    return bool(_SENTENCE_END.search(cell)) and len(cell.split()) >= _PROSE


def find_rows(text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    r"""The sentences that stand in rows of tables.

    >>> from counterclaim.text.sentences import split_sentences
    >>> text = "Ten died.\n\nTown | Dead\n\nOrvale | 10"
    >>> [text[s.start : s.end] for s in find_rows(text, split_sentences(text))]
    ['Town | Dead', 'Orvale | 10']
    """
    if "|" not in text:
        return ()
    return tuple(s for s in sentences if is_row(_line_of(text, s)))


def _line_of(text: str, sentence: Sentence) -> str:
    start = text.rfind("\n", 0, sentence.start) + 1
    end = text.find("\n", sentence.end)
    return text[start : len(text) if end < 0 else end]


def drop_rows(article: Article, rows: Sequence[Sentence]) -> Iterator[Dropped]:
    """What the note says of tables: rows that stand together are one."""
    numbered = enumerate(dict.fromkeys(row.paragraph for row in rows))
    for _, group in groupby(numbered, key=lambda one: one[1] - one[0]):
        held = {paragraph for _, paragraph in group}
        words = " / ".join(article.text[r.start : r.end] for r in rows if r.paragraph in held)
        yield Dropped(article=article.id, what=words[:_SHOWN], reason=ROWS)
