"""Stretches: every sentence cut into what somebody is made to say and what the outlet says itself (room: brains)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from counterclaim.text.articles.datelines import find_dateline
from counterclaim.text.sentences import Sentence
from counterclaim.text.speech import Speech, find_speech

_NEAR = 24  # more cues than this do not reach into one sentence


class Stretch(NamedTuple):
    """Part of one sentence in one voice; `speech` is None in the outlet's own."""

    start: int
    end: int
    sentence: Sentence
    speech: Speech | None


def split_stretches(text: str, sentences: Sequence[Sentence], *, outlet: str | None) -> Iterator[Stretch]:
    """Cut every sentence by voice, in order; the dateline and the cues ("X said on Sunday that") belong to none.

    >>> from counterclaim.text.sentences import split_sentences
    >>> news = "KARSK — The road is open, mayor Ana Ruiz said. It rained."
    >>> [(news[s.start:s.end].strip(), s.speech is not None) for s in split_stretches(news, split_sentences(news), outlet=None)]
    [('The road is open', True), ('It rained.', False)]
    """
    speeches = sorted(find_speech(text, sentences, outlet=outlet))
    dateline = find_dateline(text[sentences[0].start :]) if sentences else None
    report = sentences[0].start + dateline.end if dateline else 0
    cues = sorted(s.cue_span for s in speeches if s.cue_span)
    for sentence in sentences:
        at = max(sentence.start, report)
        near = [c for c in cues[: bisect_left(cues, (sentence.end,))][-_NEAR:] if c[1] > sentence.start]
        for speech in _within(speeches, sentence):
            start, end = max(speech.start, at), min(speech.end, sentence.end)
            if start >= end:
                continue
            yield from _narrated(text, (at, start), sentence, near)
            yield Stretch(start, end, sentence, speech)
            at = end
        yield from _narrated(text, (at, sentence.end), sentence, near)


def _within(speeches: Sequence[Speech], sentence: Sentence) -> Sequence[Speech]:
    """The speeches, sorted and disjoint, that reach into a sentence."""
    first = max(0, bisect_left(speeches, sentence.start, key=lambda s: s.start) - 1)
    return speeches[first : bisect_left(speeches, sentence.end, key=lambda s: s.start)]


def _narrated(
    text: str, span: tuple[int, int], sentence: Sentence, cues: Sequence[tuple[int, int]]
) -> Iterator[Stretch]:
    """What lies between two stretches of speech, without the words that only say who speaks."""
    at, end = span
    spans = []
    for cue_start, cue_end in cues:
        if at < cue_end and cue_start < end:
            spans.append((at, cue_start))
            at = max(at, cue_end)
    spans.append((at, end))
    return (Stretch(a, b, sentence, None) for a, b in spans if any(c.isalnum() for c in text[a:b]))
