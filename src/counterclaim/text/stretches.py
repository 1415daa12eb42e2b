"""Stretches: every sentence cut into what somebody is made to say and what the outlet says itself (room: brains)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from counterclaim.text.articles.datelines import find_dateline
from counterclaim.text.clauses import has_clause, opens_predicate
from counterclaim.text.corrections import is_own_version, tells_of_article
from counterclaim.text.facts import is_verb
from counterclaim.text.quantities import opens_with_bound
from counterclaim.text.sentences import Sentence
from counterclaim.text.speakers.nounphrases import PREPOSITIONS
from counterclaim.text.speakers.roles import noun_kind
from counterclaim.text.speech import Speech, find_speech
from counterclaim.text.tokens import Token, tokenize

_ENDS_PHRASE = frozenset("on in at over by for before after during again".split())
_OPENS_CONTENT = frozenset("of about that against to not who which ' \"".split())
_DECIDED = frozenset(
    "appeal appeals bid bill motion proposal proposals request requests plan plans offer offers application applications "
    "petition budget deal amendment amendments treaty complaint lawsuit nomination resolution invitation candidacy".split()
)
_RELAYED = frozenset(
    "reported quoted cited carried told stated published broadcast aired relayed posted printed".split()
)
_BY = frozenset({"by", "in", "on", "to"})
_REPORTS = frozenset("reported reports said says wrote writes added adds".split())
_NEAR = 24  # more cues than this do not reach into one sentence


class Stretch(NamedTuple):
    """Part of one sentence in one voice; `speech` is None in the outlet's own.

    `infix` is where its speaker is named between its subject and its verb: "Twelve people(, police said,) were killed".
    """

    start: int
    end: int
    sentence: Sentence
    speech: Speech | None
    infix: tuple[int, int] | None = None

    def read_in(self, text: str) -> str:
        """The text with blanks where the speaker is named inside the stretch, so that every offset stays.

        >>> news = "Two, Lee said, died"
        >>> Stretch(0, 19, Sentence(0, 19, 0), None, (3, 14)).read_in(news)
        'Two            died'
        """
        if self.infix is None:
            return text
        start, end = self.infix
        return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


def split_stretches(text: str, sentences: Sequence[Sentence], *, outlet: str | None) -> Iterator[Stretch]:
    """Cut every sentence by voice, in order; the dateline and the cues ("X said on Sunday that") belong to none.

    >>> from counterclaim.text.sentences import split_sentences
    >>> news = "KARSK — The road is open, mayor Ana Ruiz said. It rained."
    >>> [(news[s.start:s.end].strip(), s.speech is not None) for s in split_stretches(news, split_sentences(news), outlet=None)]
    [('The road is open', True), ('It rained.', False)]
    """
    speeches = sorted(
        s
        for s in find_speech(text, sentences, outlet=outlet)
        if not _is_deed(text, s) and not _is_corrected(text, s, sentences)
    )
    dateline = find_dateline(text[sentences[0].start :]) if sentences else None
    report = sentences[0].start + dateline.end if dateline else 0
    cues = sorted(s.cue_span for s in speeches if s.cue_span)
    for sentence in sentences:
        at = max(sentence.start, report)
        near = [c for c in cues[: bisect_left(cues, (sentence.end,))][-_NEAR:] if c[1] > sentence.start]
        for speech, infix in _join_parted(text, _within(speeches, sentence)):
            start, end = max(speech.start, at), min(speech.end, sentence.end)
            if start >= end:
                continue
            yield from _narrated(text, (at, start), sentence, near)
            yield Stretch(start, end, sentence, speech, infix)
            at = end
        yield from _narrated(text, (at, sentence.end), sentence, near)


def _join_parted(text: str, speeches: Sequence[Speech]) -> Iterator[tuple[Speech, tuple[int, int] | None]]:
    """The speeches of a sentence; a subject and its verb that only the cue parts are one, with where it parts them."""
    rest = list(speeches)
    while rest:
        first = rest.pop(0)
        if rest and _is_parted(text, first, rest[0]):
            infix = (first.end, rest[0].start)
            yield first._replace(end=rest.pop(0).end), infix
        else:
            yield first, None


def _is_parted(text: str, subject: Speech, predicate: Speech) -> bool:
    """Whether a cue stands between a subject without a verb and its verb: "The dam, officials said, was closed"."""
    if subject.cue_span is None or subject.cue_span != predicate.cue_span or not subject.attribution:
        return False
    plain = {s.attribution[0].mode for s in (subject, predicate) if s.attribution} == {"indirect"}
    if not plain or not subject.end <= subject.cue_span[0] < subject.cue_span[1] <= predicate.start:
        return False
    nouns, verbs = tokenize(text, subject.start, subject.end), tokenize(text, predicate.start, predicate.end)
    if not nouns or (nouns[0].lower in PREPOSITIONS and not opens_with_bound(nouns)) or has_clause(nouns):
        return False
    return bool(verbs) and opens_predicate(verbs, 0)


def _is_deed(text: str, speech: Speech) -> bool:
    """Whether the verb tells of a deed and not of words: a body rejected an appeal, an agency warned residents."""
    if speech.stance == "warned":
        return is_addressee(text, speech)
    if speech.stance != "rejected":
        return False
    tokens = tokenize(text, speech.start, speech.end)
    return any(t.lower in _DECIDED for t in _phrase(tokens)) and not any(
        is_verb(tokens, i) for i in range(len(tokens))
    )


def _is_corrected(text: str, speech: Speech, sentences: Sequence[Sentence]) -> bool:
    """Whether an earlier version of the article itself is made to speak, in a correction of it."""
    name = speech.attribution[0].name if speech.attribution else None
    if name is None or not is_own_version(name):
        return False
    sentence = sentences[speech.sentence]
    return tells_of_article(text[sentence.start : sentence.end])


def _phrase(tokens: Sequence[Token]) -> list[Token]:
    """The noun phrase that the tokens open with."""
    return list(takewhile(lambda t: t.is_word and t.lower not in _ENDS_PHRASE, tokens))


def is_addressee(text: str, speech: Speech) -> bool:
    """Whether all that a stretch holds is whom somebody spoke to or of ("warned | residents on Monday").

    >>> news = "The agency warned residents on Monday."
    >>> is_addressee(news, Speech(18, 37, ())), is_addressee(news, Speech(0, 37, ()))
    (True, False)
    """
    tokens = tokenize(text, speech.start, speech.end)
    phrase = _phrase(tokens)
    if not phrase or any(is_verb(tokens, i) or t.lower in _OPENS_CONTENT for i, t in enumerate(tokens)):
        return False
    return noun_kind(phrase[-1].lower.removesuffix("'s")) in {"person", "group", "organisation"}


def is_relay(tokens: Sequence[Token]) -> bool:
    """Whether words only say who passed something on: "as reported by the broadcaster", "TV Nord reported".

    >>> is_relay(tokenize("as carried by the agency")), is_relay(tokenize("as promised by the mayor")), is_relay(tokenize("it reported"))
    (True, False, True)
    """
    words = [t.lower for t in tokens if t.is_word]
    opening = words[1:] if words[:1] in (["as"], ["in"], ["according"]) else words
    led = bool(opening) and opening[0] in _RELAYED and bool(_BY & set(opening[1:3]))
    cited = words[:1] in (["according"], ["citing"], ["quoting"])
    bare = (
        bool(words) and words[-1] in _REPORTS and not any(is_verb(tokens, i) for i in range(len(tokens) - 1))
    )
    return led or cited or (bare and len(words) > 1)


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
