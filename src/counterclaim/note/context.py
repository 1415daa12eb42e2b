"""What stands before a quote that points back: "it stayed shut", and what it is that stayed shut (room: brains)."""

from functools import lru_cache

from counterclaim.core.records import Article, Claim
from counterclaim.note.prose import excerpt
from counterclaim.text.sentences import Sentence, split_sentences

_ROOM = 180  # characters of it that are shown
_FEWEST = 3  # words before a quote in its own sentence that tell enough


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
