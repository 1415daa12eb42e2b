"""Where and when something happened, by the words around a claim that does not say so itself (room: brains).

Each answer names the words it was taken from. A place or a time beside a verb of saying is where or when somebody spoke,
and is left out.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from counterclaim.core.records import Article, Claim, TimeInterval
from counterclaim.text.articles.datelines import find_dateline
from counterclaim.text.lexicon import FUNCTION_WORDS, concept
from counterclaim.text.places import find_place
from counterclaim.text.sentences import Sentence, split_sentences
from counterclaim.text.speech.cues import find_verb
from counterclaim.text.speech.extras import OCCASIONS
from counterclaim.text.times import anchor_of, find_times, merge_times
from counterclaim.text.tokens import Token, tokenize

Around = Literal["its words", "its sentence", "the sentence before", "the headline", "the opening"]
_MARKS = frozenset(",;:—–")
_BELONGING = frozenset({"of", "at", "for", "from"})
# Behind these another clause, or the figure that one is measured by, has times of its own.
_PARTING = frozenset(
    "and but or as while when after before until who which that where because if than against from".split()
)


class Placed(NamedTuple):
    """A place as worded, and which words around the claim name it."""

    place: str
    around: Around


class Dated(NamedTuple):
    """Times as worded with what they stand for, and which words name them."""

    times: tuple[TimeInterval, ...]
    around: Around


def find_times_around(claim: Claim, article: Article, *, far: bool = True) -> Dated | None:
    """The times that a claim or the words nearest to it name, though none was taken for its own; None where none do.

    Args:
        claim: The claim.
        article: Its article.
        far: Ask the opening too, which tells when what the whole report is of happened.

    >>> import datetime as dt
    >>> from counterclaim.text.reader import read_article
    >>> text = "The quake that struck at dawn killed 31 people before noon, 22 of them children, police said on Sunday."
    >>> told = Article(id="a", source="a.txt", text=text, sha256="", published=dt.date(2025, 3, 2))
    >>> found = find_times_around(read_article(told).claims[-1], told)
    >>> found.around, [time.text for time in found.times]
    ('its sentence', ['dawn', 'before noon'])
    """
    return next(_times_around(claim, article, far=far), None)


def _times_around(claim: Claim, article: Article, *, far: bool) -> Iterator[Dated]:
    sentences = split_sentences(article.text)
    at = max((i for i, s in enumerate(sentences) if s.start <= claim.start), default=0)
    near = [(start, time) for start, time in _times_in(article, sentences[at]) if time != claim.said_at]
    own = tuple(time for start, time in near if claim.start <= start < claim.end and time.text in claim.text)
    rest = tuple(time for start, time in near if _is_of_one_clause(article.text, claim, start))
    yield from [Dated(own, "its words")] if own else []
    yield from [Dated(rest, "its sentence")] if rest else []
    opening = sentences[0]
    if far and at and _words(claim.text) & _words(article.text[opening.start : opening.end]):
        told = tuple(time for _, time in _times_in(article, opening))
        yield from [Dated(told, "the opening")] if told else []


def _is_of_one_clause(text: str, claim: Claim, start: int) -> bool:
    """Whether no other clause opens between a claim and a time of its sentence."""
    between = text[claim.end : start] if start >= claim.end else text[start : claim.start]
    return not any(t.lower in _PARTING or t.text == ";" for t in tokenize(between))


def _times_in(article: Article, sentence: Sentence) -> list[tuple[int, TimeInterval]]:
    """Where the times of a sentence start, and what they are: no durations, and none of saying."""
    filed = None if sentence.start else find_dateline(article.text)
    tokens = tokenize(article.text, filed.end if filed else sentence.start, sentence.end)
    told = [(part[0].start, part[-1].end) for part in _parts(tokens) if part]
    found = merge_times(
        find_times(article.text, anchor=anchor_of(article))
    )  # a bare "at nine" asks what was before
    return [
        (t.start, t.interval)
        for t in found
        if t.kind not in {"duration", "frequency"}
        and (t.interval.start or t.interval.end)
        and any(start <= t.start < end for start, end in told)
    ]


def find_place_around(claim: Claim, article: Article, *, far: bool = True) -> Placed | None:
    """The nearest place that the words around a claim name; None where none do.

    Args:
        claim: The claim.
        article: Its article.
        far: Ask the headline and the opening too, which tell where the whole report is set.

    >>> from counterclaim.text.reader import read_article
    >>> text = "A train left the rails in Orvo. Nine people died."
    >>> told = Article(id="a", source="a.txt", text=text, sha256="")
    >>> find_place_around(read_article(told).claims[-1], told)
    Placed(place='Orvo', around='the sentence before')
    """
    return next(_places_around(claim, article, far=far), None)


def _places_around(claim: Claim, article: Article, *, far: bool) -> Iterator[Placed]:
    text = article.text
    sentences = split_sentences(text)
    at = max((i for i, s in enumerate(sentences) if s.start <= claim.start), default=0)
    near: list[tuple[str | None, Around]] = [(_place_in(text, sentences[at]), "its sentence")]
    if at and sentences[at - 1].paragraph == sentences[at].paragraph:
        near.append((_place_in(text, sentences[at - 1]), "the sentence before"))
    yield from (Placed(place, around) for place, around in near if place)
    yield from _set_in(claim, article, sentences) if far else ()


def _set_in(claim: Claim, article: Article, sentences: Sequence[Sentence]) -> Iterator[Placed]:
    """Where the report is set, as its head tells, where that is about the claim."""
    text, opening = article.text, sentences[0]
    about = _words(claim.text)
    if about & _words(article.title or "") and (place := find_place(tokenize(article.title or ""))):
        yield Placed(place, "the headline")
    if about & _words(text[opening.start : opening.end]) and (place := _place_in(text, opening)):
        yield Placed(place, "the opening")


def _words(text: str) -> frozenset[str]:
    """The senses of the words of a text that say what it is about."""
    return frozenset(concept(t.text) for t in tokenize(text) if t.is_word and t.lower not in FUNCTION_WORDS)


def _place_in(text: str, sentence: Sentence) -> str | None:
    tokens = tokenize(text, sentence.start, sentence.end)
    return next((place for part in _parts(tokens) if (place := find_place(part))), None)


def _parts(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The parts of a sentence between marks in which nobody is said to speak."""
    part: list[Token] = []
    for token in tokens:
        if token.text in _MARKS:
            yield from [part] if not _tells_of_saying(part) else []
            part = []
        else:
            part.append(token)
    yield from [part] if not _tells_of_saying(part) else []


def _tells_of_saying(part: Sequence[Token]) -> bool:
    return any(
        t.lower in OCCASIONS or (find_verb(t.lower) and not _is_thing(part, i)) for i, t in enumerate(part)
    )


def _is_thing(part: Sequence[Token], i: int) -> bool:
    """Whether a word that could be a verb of saying is a noun here: "orders at the works", "the claims of the town"."""
    after = part[i + 1].lower if i + 1 < len(part) else ""
    return part[i].lower.endswith("s") and after in _BELONGING
