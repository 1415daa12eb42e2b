"""Headlines that name who says it: "Minister: 12 dead", "12 dead, says minister" (room: brains).

Headline grammar drops articles and puts a colon for "says". A headline without a speaker is narration.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from counterclaim.text.speakers.index import Speaker, SpeakerIndex
from counterclaim.text.speakers.mentions import Mention, read_mention
from counterclaim.text.speakers.nounphrases import (
    QUOTE,
    phrase_end,
)
from counterclaim.text.speech.clauses import find_cues
from counterclaim.text.speech.contents import draw_contents
from counterclaim.text.speech.cueclauses import Cue
from counterclaim.text.speech.passages import Unit
from counterclaim.text.tokens import Token

_ANYWHERE = 2**31
_LONGEST = 6  # tokens of a speaker before or after the colon


class Headline(NamedTuple):
    """What a headline makes somebody say."""

    span: tuple[int, int]
    speaker: Speaker
    cue: Cue | None
    mode: Literal["direct", "indirect", "mixed"]


def read_headline(unit: Unit, index: SpeakerIndex) -> Headline | None:
    """The speaker and content of a headline; None where it names no speaker.

    >>> from counterclaim.text.tokens import tokenize
    >>> title = "Police: two held over harbour fire"
    >>> got = read_headline(Unit(title, tokenize(title), {}, 0, 0), SpeakerIndex())
    >>> got.speaker.name, title[got.span[0] : got.span[1]]
    ('Police', 'two held over harbour fire')
    """
    cues = find_cues(unit.text, unit.tokens)
    for piece in draw_contents(unit, cues, frozenset()):
        subject = cues[piece.cue].subject
        speaker = _known(subject, index) if subject is not None else None
        if speaker is not None:
            return Headline((piece.start, piece.end), speaker, cues[piece.cue], piece.mode)
    return _colon(unit, index) or _dash(unit, index)


def _known(subject: Mention, index: SpeakerIndex) -> Speaker | None:
    """Only who the article knows, or a role, group or body: title case makes anything look like a name."""
    if subject.pronoun:
        return None
    # Headlines drop the article: "minister" is the minister, wherever the text introduces one.
    speaker = index.resolve(subject._replace(definite=True, start=_ANYWHERE))
    if subject.name and subject.kind == "person" and not subject.role and index.find(subject.name) is None:
        return None
    return speaker if subject.kind is not None or index.find(subject.phrase) else None


def _colon(unit: Unit, index: SpeakerIndex) -> Headline | None:
    tokens = unit.tokens
    at = next((i for i, t in enumerate(tokens) if t.text == ":"), None)
    if at is None or not 0 < at < len(tokens) - 1:
        return None
    before = _speaker(unit, tokens[:at], index)
    if before is not None and (len(tokens) - at > 2 or tokens[at + 1].text == QUOTE):  # noqa: PLR2004 (two words and more)
        return _made(unit, at + 1, len(tokens), before)
    after = _speaker(unit, tokens[at + 1 :], index)
    return _made(unit, 0, at, after) if after is not None and at > 1 else None


def _dash(unit: Unit, index: SpeakerIndex) -> Headline | None:
    tokens = unit.tokens
    at = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].text in {"—", "–", "-"}), None)
    after = _speaker(unit, tokens[at + 1 :], index) if at is not None and at > 2 else None  # noqa: PLR2004
    return _made(unit, 0, at, after) if after is not None and at is not None else None


def _speaker(unit: Unit, tokens: Sequence[Token], index: SpeakerIndex) -> Speaker | None:
    if not tokens or len(tokens) > _LONGEST or phrase_end(tokens, 0, len(tokens)) != len(tokens):
        return None
    mention = read_mention(unit.text, tokens)
    return _known(mention, index) if mention is not None else None


def _made(unit: Unit, start: int, end: int, speaker: Speaker) -> Headline:
    tokens = unit.tokens
    if end == start + 1 and tokens[start].text == QUOTE:
        quotation = unit.quotes[start]
        return Headline((quotation.inner_start, quotation.inner_end), speaker, None, "direct")
    mixed = any(t.text == QUOTE for t in tokens[start:end])
    span = (tokens[start].start, tokens[end - 1].end)
    return Headline(span, speaker, None, "mixed" if mixed else "indirect")
