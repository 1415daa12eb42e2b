"""The unit in which cues are read: a sentence, or the sentences that one quotation holds together (room: brains)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from counterclaim.text.sentences import Sentence
from counterclaim.text.speakers.abbreviations import tokenize_names
from counterclaim.text.speakers.nounphrases import QUOTE
from counterclaim.text.speech.clauses import find_cues
from counterclaim.text.speech.quotation import Quotation
from counterclaim.text.tokens import Token

# "BELMARA, Oct 5 (Wire) — " or "Kabul, Oct 12 (Agency) ": no part of what anybody says.
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?:,[^—–\n]{1,40}?)?(?:\s*\([^()\n]{2,30}\))?\s*[—–]\s*|"
    r"(?:[A-ZÀ-Þ][^()\n—–.]{1,50})?\([A-Z][^()\n]{1,30}\)\s*(?:[—–-]+\s*)?(?=[A-Z“\"])"
)


class Unit(NamedTuple):
    """Tokens with whole quotations as `QUOTE`; `quotes` maps the place of each to its quotation.

    `sentence` indexes the unit's first sentence.
    """

    text: str
    tokens: tuple[Token, ...]
    quotes: Mapping[int, Quotation]
    sentence: int
    paragraph: int


def find_units(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[Unit]:
    """Yield the units of a text in order: sentences, joined where a quotation spans their border.

    >>> from counterclaim.text.speech.quotation import find_quotations
    >>> from counterclaim.text.sentences import split_sentences
    >>> news = "“It was dark. It was cold,” she said. They left."
    >>> parts = split_sentences(news)
    >>> [len(u.tokens) for u in find_units(news, parts, find_quotations(news, parts))]
    [4, 3]
    """
    i = q = 0
    while i < len(sentences):
        first, inside = i, []
        while q < len(quotations) and quotations[q].start < sentences[i].end:
            inside.append(quotations[q])
            while quotations[q].end > sentences[i].end:
                i += 1
            q += 1
            if quotations[q - 1].end == sentences[i].end and _is_cue_of_question(text, sentences, i):
                i += 1
        yield _unit(text, sentences[first], sentences[i].end, inside)._replace(sentence=first)
        i += 1


def _is_cue_of_question(text: str, sentences: Sequence[Sentence], i: int) -> bool:
    """Whether the sentence after a quotation's "?" or "!" is its cue: "“Why?” Ruiz asked."."""
    if i + 1 >= len(sentences) or sentences[i + 1].paragraph != sentences[i].paragraph:
        return False
    if text[sentences[i].start : sentences[i].end].rstrip("”’\"'»")[-1:] not in {"?", "!", "…"}:
        return False
    mark = Token(sentences[i].end, sentences[i].end, QUOTE, QUOTE)
    cues = find_cues(text, (mark, *tokenize_names(text, sentences[i + 1].start, sentences[i + 1].end)))
    return bool(cues) and cues[0].start == 1 and cues[0].place == "trailing"


def _unit(text: str, first: Sentence, end: int, inside: Sequence[Quotation]) -> Unit:
    dateline = _DATELINE.match(text, first.start, end)
    at = dateline.end() if dateline else first.start
    tokens: list[Token] = []
    quotes: dict[int, Quotation] = {}
    for quotation in inside:
        tokens += tokenize_names(text, at, max(at, quotation.start))
        quotes[len(tokens)] = quotation
        tokens.append(Token(quotation.start, quotation.end, QUOTE, QUOTE))
        at = quotation.end
    tokens += tokenize_names(text, at, end)
    return Unit(text, tuple(tokens), quotes, 0, first.paragraph)
