"""Texts that our rules do not read: which they are, and what of them can still be checked (room: brains).

Digits and names look alike in every language, and the commonest words of negation are few.
"""

import re

from counterclaim.core.records import Article, Quantity
from counterclaim.text.sentences import Sentence

_RUN = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")
_WORD = re.compile(r"[^\W\d_]+['’]?")
_NEGATIONS = {
    "es": "no nunca jamás ni sin nadie nada ningún ninguna ninguno niega negó niegan negaron",
    "fr": "ne n' pas jamais aucun aucune sans ni personne rien nie nient nié dément démenti",
    "de": "nicht kein keine keinen keinem keiner nie niemals niemand nichts ohne bestreitet bestritt dementiert dementierte",
    "it": "non mai nessun nessuno nessuna senza né nega negato smentisce smentito",
    "pt": "não nunca jamais nem sem ninguém nada nenhum nenhuma nega negou",
    "nl": "niet geen nooit niemand niets zonder ontkent ontkende",
}  # fmt: skip


def is_english(article: Article) -> bool:
    """Whether the rules of this folder read an article; one of unknown language is taken for English, as the reader does.

    >>> is_english(Article(id="a", source="a", text="", sha256="", language="fr"))
    False
    """
    return article.language in {None, "en"}


def is_negated(text: str, language: str | None) -> bool | None:
    """Whether a text in another language holds a word of negation; None where we do not know its words.

    >>> is_negated("No hubo heridos", "es"), is_negated("Hubo dos heridos", "es"), is_negated("…", "xx")
    (True, False, None)
    """
    words = _NEGATIONS.get((language or "").split("-")[0])
    if words is None:
        return None
    own = {w.lower().replace("’", "'") for w in _WORD.findall(text)}
    return bool(own & set(words.split()))


def find_written(figure: Quantity, text: str, sentence: Sentence) -> Quantity | None:
    """A figure of a reply where a sentence has its digits, under either convention for points and commas.

    >>> given = Quantity(start=0, end=5, text="1,200", low=1200, high=1200)
    >>> find_written(given, "Es starben 1.200 Menschen.", Sentence(0, 26, 0)).text
    '1.200'
    """
    value = figure.low if figure.low is not None else figure.high
    for run in _RUN.finditer(text, sentence.start, sentence.end):
        if value in _readings(run.group()):
            return figure.model_copy(update={"start": run.start(), "end": run.end(), "text": run.group()})
    return None


def find_digits(text: str) -> list[str]:
    """The figures that a text has in digits, in order.

    >>> find_digits("Es starben 1.200 Menschen, 40 wurden verletzt.")
    ['1.200', '40']
    """
    return [run.group() for run in _RUN.finditer(text)]


def _readings(run: str) -> set[float]:
    """The values that a run of digits may have: points part thousands, or the decimals."""
    bare = re.sub(r"[\u00a0\u202f ]", "", run)
    plain = (bare.replace(",", ""), bare.replace(".", "").replace(",", "."))
    return {float(text) for text in plain if text.count(".") <= 1}
