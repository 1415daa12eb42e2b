"""Where something happened, by the words around a claim that does not say so itself (room: brains).

Each answer names the words it was taken from. A place beside a verb of saying is where somebody spoke, and is left out.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from counterclaim.core.records import Article, Claim
from counterclaim.text.lexicon import FUNCTION_WORDS, concept
from counterclaim.text.places import find_place
from counterclaim.text.sentences import Sentence, split_sentences
from counterclaim.text.speech.cues import find_verb
from counterclaim.text.speech.extras import OCCASIONS
from counterclaim.text.tokens import Token, tokenize

Around = Literal["its sentence", "the sentence before", "the headline", "the opening"]
_MARKS = frozenset(",;:—–")


class Placed(NamedTuple):
    """A place as worded, and which words around the claim name it."""

    place: str
    around: Around


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
    return any(find_verb(t.lower) or t.lower in OCCASIONS for t in part)
