"""The articles' texts with every cited quote marked in place, and the numbers by which the note links to them.

Quotes overlap: one may hold another, and two may share an end. A mark is closed and opened again where another ends
or a paragraph does; the first piece carries the anchor, and a rule of style ties the later pieces to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from counterclaim.core.records import Article
from counterclaim.note.prose import safe
from counterclaim.note.view import Citation

_PARAGRAPH = re.compile(r"\S(?:(?!\n\s*\n).)*", re.DOTALL)

_ODD_SPACES = "\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_LINES = str.maketrans(
    _ODD_SPACES, "\n" * len(_ODD_SPACES)
)  # one for one, so that offsets keep their meaning

Span = tuple[int, int]


class Reference(NamedTuple):
    """Where a citation leads: its number and anchor; `first` where no earlier link has the number.

    `anchor` is that of the article, and `number` None, where the quote does not stand at its offsets.
    """

    number: int | None
    anchor: str | None
    first: bool = False


class _Open(NamedTuple):
    """A mark that is open; `first`: its first piece, which the link back to the note follows."""

    end: int
    number: int
    first: bool


class Quotes:
    """Numbers for the spans that the note cites, in the order of first use; one number a span."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles: Mapping[str, Article] = {article.id: article for article in articles}
        self._anchors = {article: f"a{number}" for number, article in enumerate(self._articles, start=1)}
        self._numbers: dict[str, dict[Span, int]] = {article: {} for article in self._articles}
        self._used = 0
        self._broken: dict[int, str] = {}

    def anchor(self, article: str) -> str | None:
        """The anchor of an article's text; None where the article is not in the note."""
        return self._anchors.get(article)

    def refer(self, citation: Citation) -> Reference:
        """The reference of a citation, whose quote is marked in its article from now on."""
        article = self._articles.get(citation.article)
        stands = (
            article is not None
            and citation.start >= 0
            and bool(citation.quote.strip())
            and article.text[citation.start : citation.end] == citation.quote
        )
        if not stands:
            return Reference(None, self._anchors.get(citation.article))
        numbers, span = self._numbers[citation.article], (citation.start, citation.end)
        first = span not in numbers
        self._used += first
        number = numbers.setdefault(span, self._used)
        return Reference(number, f"q{number}", first)

    def paragraphs(self, article: str) -> Iterator[Markup]:
        """The paragraphs of an article's text, every cited quote marked."""
        text = self._articles[article].text
        opened: set[int] = set()
        for paragraph in _PARAGRAPH.finditer(text):
            start, end = paragraph.span()
            inside = [(s, e, n) for (s, e), n in self._numbers[article].items() if s < end and e > start]
            yield self._marked(text, (start, end), inside, opened)

    def _marked(
        self, text: str, paragraph: Span, spans: list[tuple[int, int, int]], opened: set[int]
    ) -> Markup:
        start, end = paragraph
        borders = sorted({start, end, *(b for s, e, _ in spans for b in (s, e) if start < b < end)})
        parts: list[Markup] = []
        stack: list[_Open] = []  # the outermost first
        for left, right in pairwise(borders):
            keep = next((depth for depth, mark in enumerate(stack) if mark.end <= left), len(stack))
            parts.extend(_close(mark) for mark in reversed(stack[keep:]))
            again = [(mark.end, mark.number) for mark in stack[keep:] if mark.end > left]
            again += [(e, n) for s, e, n in spans if s == left or (left == start and s < start)]
            stack[keep:] = [_Open(e, n, n not in opened) for e, n in sorted(again, reverse=True)]
            opened.update(mark.number for mark in stack[keep:])
            parts.extend(self._open(mark) for mark in stack[keep:])
            parts.append(escape(safe(text[left:right]).translate(_LINES)))
        parts.extend(_close(mark) for mark in reversed(stack))
        return Markup("").join(parts)

    def _open(self, mark: _Open) -> Markup:
        if mark.first:
            return Markup('<mark id="q{}">').format(mark.number)
        self._broken[mark.number] = f":root:has(#q{mark.number}:target) .q{mark.number}"
        return Markup('<mark class="q{}">').format(mark.number)

    def rules(self) -> str:
        """The selectors of the later pieces of marks whose first piece is the page's target."""
        return ",".join(self._broken.values())


def _close(mark: _Open) -> Markup:
    if not mark.first:
        return Markup("</mark>")
    back = Markup('<a class="n" href="#r{0}" data-n="{0}" aria-label="Back to statement {0}"></a>')
    return Markup("</mark>") + back.format(mark.number)
