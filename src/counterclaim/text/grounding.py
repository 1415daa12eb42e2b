"""The gate that every claim passes (room: brains).

Its quote stands in the article; its figures, names and negations stand in the quote or its sentence. Both readers go through it. What fails is a value with a reason, never an exception and never a silent drop.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from counterclaim.core.records import Article, Claim
from counterclaim.text.lexicon import FUNCTION_WORDS, NEGATIONS
from counterclaim.text.quantities import find_quantities
from counterclaim.text.sentences import Sentence
from counterclaim.text.tokens import tokenize

_TYPOGRAPHY = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    }
)  # fmt: skip
_CLUSTER = re.compile(r"\s|\S[\u0300-\u036f]*")  # a character with the accents that are set upon it
_ACCENT = re.compile(r"[\u0300-\u036f]")
_KEPT = 4096  # characters
_NEAR = 92.0  # rapidfuzz ratio: one altered letter in twelve at most; figures and names are checked exactly besides
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_JOINT = re.compile(r"[,;]|\b(?:and|but|while|from|against)\b")
_NAME = re.compile(r"[^\W\d_a-z][\w’'\-]+")


class Folded(NamedTuple):
    """Text with typography, width and spacing levelled; `offsets[i]` is where `text[i]` came from."""

    text: str
    offsets: tuple[int, ...]


class Grounded(NamedTuple):
    """Where a quote stands: `article[start:end]` is the source's own wording."""

    start: int
    end: int
    how: str


class Ungrounded(NamedTuple):
    """Why a quote or claim cannot stand."""

    reason: str


class _Levels(dict[int, str]):
    """The plain form of every character, for `str.translate`; those of the scripts in use are kept."""

    def __missing__(self, code: int) -> str:
        plain = _level(chr(code))
        if len(self) < _KEPT:
            self[code] = plain
        return plain


_LEVELS = _Levels()


@lru_cache(maxsize=512)  # every claim of an article is checked against the same text
def level(text: str) -> str:
    """Level quotes, dashes, spaces, letter case and compatibility forms.

    >>> level("“Two — three”")
    '"two - three"'
    """
    if _ACCENT.search(text):
        return fold(text).text
    words = " ".join(text.split())
    return (f"{words} " if words and text[-1].isspace() else words).translate(_LEVELS)


@lru_cache(maxsize=512)
def fold(text: str) -> Folded:
    """Level a text, and keep the offset that each character comes from.

    >>> fold(" A…").text, fold(" A…").offsets
    ('a...', (1, 2, 2, 2))
    """
    out: list[str] = []
    offsets: list[int] = []
    clusters = _CLUSTER.finditer(text) if _ACCENT.search(text) else None
    cut = ((m.start(), m.group()) for m in clusters) if clusters else enumerate(text)
    for at, cluster in cut:
        plain = _level(cluster)
        if plain == " " and (not out or out[-1] == " "):
            continue
        out.extend(plain)
        offsets.extend([at] * len(plain))
    return Folded("".join(out), tuple(offsets))


@lru_cache(maxsize=_KEPT)
def _level(cluster: str) -> str:
    """One character, with the accents set upon it, in its plain form; any space is one space."""
    if cluster.isspace():
        return " "
    return unicodedata.normalize("NFKC", cluster.translate(_TYPOGRAPHY)).lower()


def ground_quote(quote: str, text: str) -> Grounded | Ungrounded:
    """Find `quote` in `text`: exactly, else levelled, else as the one best near match.

    A near match must score above the threshold and have no rival elsewhere; the caller checks figures and names.

    >>> ground_quote("at least 'two' men", "They saw at least ‘two’ men.")
    Grounded(start=9, end=27, how='levelled')
    """
    if not quote.strip():
        return Ungrounded("the quote is empty")
    at = text.find(quote)
    if at >= 0:
        return Grounded(at, at + len(quote), "exact")
    needle, hay = level(quote).strip(), fold(text)
    at = hay.text.find(needle)
    if needle and at >= 0:
        return _grounded(hay, at, at + len(needle), "levelled")
    return _ground_near(needle, hay)


def _ground_near(needle: str, hay: Folded) -> Grounded | Ungrounded:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a model misquotes, and the import takes as long as an article

    best = (
        fuzz.partial_ratio_alignment(needle, hay.text, score_cutoff=_NEAR)
        if len(needle) <= len(hay.text)
        else None
    )
    if best is None or best.dest_end <= best.dest_start:
        return Ungrounded("the quote is not in the article")
    rest = hay.text[: best.dest_start] + "\0" + hay.text[best.dest_end :]
    if fuzz.partial_ratio(needle, rest, score_cutoff=best.score) >= best.score:
        return Ungrounded("the quote matches several places equally well")
    return _grounded(hay, best.dest_start, best.dest_end, "near")


def _grounded(hay: Folded, start: int, end: int, how: str) -> Grounded:
    return Grounded(hay.offsets[start], hay.offsets[end - 1] + 1, how)


def check_claim(claim: Claim, article: Article, sentences: Sequence[Sentence]) -> Ungrounded | None:
    """Why `claim` may not stand, or None: quote verbatim, figures, names and negations in its sentence or sentences.

    Words in square brackets in `claim.text` are ours, resolved from elsewhere in the article; they must be in it.
    """
    if not claim.quote or article.text[claim.start : claim.end] != claim.quote:
        return Ungrounded("the quote is not at its offsets")
    context = _context(claim, article, sentences)
    plain = _BRACKETED.sub(" ", claim.text)
    return (
        _missing_figure(plain, context)
        or _missing_name(plain, context)
        or _missing_name(" ".join(_BRACKETED.findall(claim.text)), article.text)
        or _missing_speaker(claim, article)
        or _lost_negation(plain, claim.quote, context)
    )


def _start(sentence: Sentence) -> int:
    return sentence.start


def _context(claim: Claim, article: Article, sentences: Sequence[Sentence]) -> str:
    first = max(0, bisect_right(sentences, claim.start, key=_start) - 1)
    touched = [
        s for s in sentences[first : bisect_right(sentences, claim.end, key=_start)] if s.end > claim.start
    ]
    start = min((s.start for s in touched), default=claim.start)
    end = max((s.end for s in touched), default=claim.end)
    return article.text[min(start, claim.start) : max(end, claim.end)]


@lru_cache(maxsize=1024)  # the claims of one sentence share it
def _figures(text: str) -> frozenset[tuple[float | None, float | None, str | None]]:
    return frozenset((q.low, q.high, q.unit) for q in find_quantities(text))


def _missing_figure(text: str, context: str) -> Ungrounded | None:
    """A figure counts as present with its bound: "at least 12" is not grounded by "12" with another bound."""
    lost = _figures(text) - _figures(context)
    if not lost:
        digits = set(re.findall(r"\d[\d.,]*", text)) - set(re.findall(r"\d[\d.,]*", context))
        stray = {d.rstrip(".,") for d in digits} - {d.rstrip(".,") for d in re.findall(r"\d[\d.,]*", context)}
        return Ungrounded(f"the figure {min(stray)} is not in the quoted sentence") if stray else None
    low, high, _ = min(lost, key=str)
    return Ungrounded(f"the figure {_shown(low, high)} is not in the quoted sentence")


def _shown(low: float | None, high: float | None) -> str:
    ends = [f"{v:g}" for v in (low, high) if v is not None]
    return " to ".join(dict.fromkeys(ends))


def _missing_name(text: str, context: str) -> Ungrounded | None:
    have = level(context)
    for match in _NAME.finditer(text):
        name = level(match.group()).removesuffix("'s").rstrip("'")
        if name not in have and name not in FUNCTION_WORDS and not _figures(match.group()):
            return Ungrounded(f"the name {match.group()!r} is not in the quoted sentence")
    return None


def _missing_speaker(claim: Claim, article: Article) -> Ungrounded | None:
    have = level(article.text + " " + (article.outlet or "") + " " + (article.title or ""))
    for link in claim.attribution:
        words = level(link.name or "").split()
        if any(word.removesuffix("'s") not in have for word in words):
            return Ungrounded(f"the speaker {link.name!r} is not named in the article")
    return None


def _lost_negation(text: str, quote: str, context: str) -> Ungrounded | None:
    said, quoted, around = _negations(text), _negations(_part_of(quote, text)), _negations(context)
    if said and not around:
        return Ungrounded("the claim has a negation that the quoted sentence has not")
    if quoted and not said:
        return Ungrounded("the claim drops a negation of its quote")
    return None


def _part_of(quote: str, text: str) -> str:
    """The parts of a quote, cut at commas and conjunctions, that a verbatim text touches; the whole quote otherwise."""
    body, at = level(quote), level(quote).find(level(text).strip())
    if at < 0:
        return quote
    end = at + len(level(text).strip())
    cuts = [0, *(m.start() for m in _JOINT.finditer(body)), len(body)]
    return " ".join(body[a:b] for a, b in pairwise(cuts) if a < end and at < b)


def _negations(text: str) -> int:
    return sum(t.lower in NEGATIONS or t.lower.endswith("n't") for t in tokenize(text))
