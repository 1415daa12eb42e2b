"""Tokens for readers of names: "U.S.", "Gen." and "J." are one token each, not a word and a full stop (room: brains)."""

from collections.abc import Sequence

from counterclaim.text.speakers.roles import TITLES
from counterclaim.text.tokens import Token, tokenize


def tokenize_names(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut `text[start:end]` as `tokenize` does, with titles and initials joined to their full stops.

    >>> [t.text for t in tokenize_names("Gen. J. Park of the U.S. Army left.")]
    ['Gen.', 'J.', 'Park', 'of', 'the', 'U.S.', 'Army', 'left', '.']
    """
    return join_abbreviations(tokenize(text, start, end), text)


def join_abbreviations(tokens: Sequence[Token], text: str) -> tuple[Token, ...]:
    """Join titles and initials to the full stop that follows them."""
    joined: list[Token] = []
    i = 0
    while i < len(tokens):
        stop = _abbreviation_end(tokens, i)
        if stop > i + 1:
            start, end = tokens[i].start, tokens[stop - 1].end
            joined.append(Token(start, end, text[start:end], text[start:end].lower()))
        else:
            joined.append(tokens[i])
        i = stop
    return tuple(joined)


def _abbreviation_end(tokens: Sequence[Token], i: int) -> int:
    """The token after the abbreviation that starts at `i`; `i + 1` if none does."""
    if (
        tokens[i].lower in TITLES
        and _dotted(tokens, i)
        and i + 2 < len(tokens)
        and tokens[i + 2].text[:1].isupper()
    ):
        return i + 2
    stop = i
    while (
        stop < len(tokens)
        and len(tokens[stop].text) == 1
        and tokens[stop].text.isupper()
        and _dotted(tokens, stop)
    ):
        stop += 2
        if stop < len(tokens) and tokens[stop].start != tokens[stop - 1].end:
            break
    if stop == i + 2 and not (stop < len(tokens) and tokens[stop].text[:1].isupper()):
        return i + 1
    return max(stop, i + 1)


def _dotted(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].start == tokens[i].end
