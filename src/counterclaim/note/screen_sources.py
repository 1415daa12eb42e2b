"""The end of the note on a screen: the articles, who is heard through them, and what is missing (room: brains)."""

from collections.abc import Sequence

from rich.text import Text

from counterclaim.note.ledger import carried_words
from counterclaim.note.prose import shortened
from counterclaim.note.screen import QUOTE_ROOM, Lines, bulleted, folded, indented, quote_words
from counterclaim.note.view import Gap, OriginLine, Source

_SENTENCE_ROOM = 140
_ORIGINS, _CASES = 6, 3


def print_sources(sources: Sequence[Source], origins: Sequence[OriginLine]) -> Lines:
    """Each article with what it says, then each originator with the outlets that carry them."""
    for source in sources:
        copied = f", [REPRINT of {source.copy_of}]" if source.copy_of else ""
        graded = f", graded {source.grade} by the desk" if source.grade else ""
        facts = f", {source.published}, {source.language}, {source.length}{graded}{copied}"
        yield bulleted(
            Text.assemble((source.outlet, "bold"), facts, f": {source.title}" if source.title else "")
        )
        yield from (indented(Text(f"Note: {flag}"), 4) for flag in source.flags)
        for sentence in () if source.copy_of else source.key_sentences[:1]:
            yield indented(Text(quote_words(sentence, _SENTENCE_ROOM), "italic"), 4)
    if origins:
        yield indented(Text("Originators, and the outlets that carry them:"), 2)
    for line in origins[:_ORIGINS]:
        yield bulleted(Text(f"{line.name}: {carried_words(line, limit=4)}"))
    yield from folded(len(origins) - _ORIGINS, "originator")


def print_gaps(gaps: Sequence[Gap]) -> Lines:
    """What is missing, by kind, the first cases of each."""
    for gap in gaps:
        yield indented(Text(f"{gap.heading} ({gap.total})"), 2)
        for item in gap.items[:_CASES]:
            yield bulleted(Text(shortened(item, QUOTE_ROOM)), indent=4)
        yield from folded(len(gap.items) - _CASES, "case")
