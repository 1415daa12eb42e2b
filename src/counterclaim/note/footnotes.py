"""The numbers of the footnotes, for the formats that have them (room: brains; shared by `markdown` and `docx`)."""

from collections.abc import Iterator, Sequence

from counterclaim.note.view import Citation


class Footnotes:
    """Numbers for what was cited, in the order of first use; a position keeps its number wherever it is cited."""

    def __init__(self) -> None:
        self._cited: dict[tuple[str, str, int, int], tuple[int, tuple[Citation, ...]]] = {}

    def number(self, citations: Sequence[Citation]) -> int:
        """The number of the footnote that holds these occurrences, the first of which is quoted there."""
        lead = citations[0]
        key = (lead.claim, lead.article, lead.start, lead.end)
        return self._cited.setdefault(key, (len(self._cited) + 1, tuple(citations)))[0]

    def __len__(self) -> int:
        return len(self._cited)

    def __iter__(self) -> Iterator[tuple[int, tuple[Citation, ...]]]:
        return iter(self._cited.values())
