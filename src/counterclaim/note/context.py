"""What stands before a quote that points back: "it stayed shut", and what it is that stayed shut (room: brains)."""

import re
from collections.abc import Iterable
from functools import lru_cache

from counterclaim.core.records import Article, Claim
from counterclaim.note.prose import excerpt
from counterclaim.text.sentences import Sentence, split_sentences

_ROOM = 180  # characters of it that are shown
_ADVERBIAL = frozenset(
    "at in on during after before by speaking asked late early earlier later shortly addressing".split()
)
_FEWEST = 3  # words before a quote in its own sentence that tell enough
_AGAINST = re.compile(r"\b(?:but|though|although|yet|except|unless|whereas)\b", re.IGNORECASE)


def find_before(article: Article | None, claim: Claim) -> str:
    """The words before a quote, verbatim: of its own sentence, else the sentence before it in its paragraph.

    In quotation marks; empty where nothing stands there.

    >>> text = "The east gate was locked. It stayed shut."
    >>> said = Claim(id="c", article="a", quote="It stayed shut", start=26, end=40, text="It stayed shut", question="?",
    ...              answer="", attribution=())
    >>> find_before(Article(id="a", source="a", text=text, sha256=""), said)
    '“The east gate was locked.”'
    """
    if article is None:
        return ""
    sentences = _sentences(article.text)
    at = next((n for n, s in enumerate(sentences) if s.start <= claim.start < s.end), None)
    if at is None:
        return ""
    here = article.text[sentences[at].start : claim.start].strip(' ,;:“"')
    if len(here.split()) >= _FEWEST:
        return excerpt(here, _ROOM, len(here) - 1).marked()
    before = sentences[at - 1] if at else None
    if before is None or before.paragraph != sentences[at].paragraph:
        return ""
    return excerpt(article.text[before.start : before.end], _ROOM).marked()


def find_after(article: Article | None, claim: Claim) -> str:
    """What the sentence of a quote goes on to set against it, verbatim, in quotation marks; empty where nothing does.

    >>> text = "Shots were heard, she said, but the town was quiet."
    >>> said = Claim(id="c", article="a", quote="Shots were heard", start=0, end=16, text="Shots were heard", question="?",
    ...              answer="", attribution=())
    >>> find_after(Article(id="a", source="a", text=text, sha256=""), said)
    '“but the town was quiet”'
    """
    here = (
        next((s for s in _sentences(article.text) if s.start <= claim.start < s.end), None)
        if article
        else None
    )
    if article is None or here is None or claim.end >= here.end:
        return ""
    rest = article.text[claim.end : here.end]
    against = _AGAINST.search(rest)
    words = rest[against.start() :].strip(' .”"') if against else ""
    return excerpt(words, _ROOM).marked() if len(words.split()) >= _FEWEST else ""


def find_occasion(article: Article | None, claim: Claim, set_aside: Iterable[str]) -> str:
    """The words set aside that open the sentence of a statement, which say when, where or how it was said.

    In quotation marks; empty where none does. A name or a noun opens a sentence too: what is no adverbial is left out.

    >>> text = "At a news conference in Orvo she said nine had died."
    >>> said = Claim(id="c", article="a", quote="nine had died", start=38, end=51, text="nine had died", question="?",
    ...              answer="", attribution=())
    >>> find_occasion(Article(id="a", source="a", text=text, sha256=""), said, ["At a news conference in Orvo"])
    '“At a news conference in Orvo”'
    """
    if article is None:
        return ""
    here = next((s for s in _sentences(article.text) if s.start <= claim.start < s.end), None)
    opening = article.text[here.start : claim.start] if here else ""
    words = next((w for w in set_aside if opening.startswith(w) and w.split()[0].lower() in _ADVERBIAL), "")
    return excerpt(words, _ROOM).marked() if words else ""


def find_paragraph(article: Article | None, claim: Claim) -> str:
    """What stands before a claim's own sentence in its paragraph, verbatim; empty where nothing does."""
    sentences = _sentences(article.text) if article else ()
    here = next((s for s in sentences if s.start <= claim.start < s.end), None)
    if article is None or here is None:
        return ""
    first = next(s for s in sentences if s.paragraph == here.paragraph)
    return article.text[first.start : here.start].strip()


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[Sentence, ...]:
    return split_sentences(text)
