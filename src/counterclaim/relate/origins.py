"""Reprints and shared originators: what stands behind many outlets (room: brains).

Copies are found by shared word 5-grams. Containment (shared over the shorter text), not Jaccard: a cut reprint is still
a reprint (Clough et al. 2002, METER; Broder 1997).
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from counterclaim.core.records import Article, Claim, Origin
from counterclaim.relate.lineage import name_key, originator, same_bearer
from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS
from counterclaim.text.quantities.cardinals import SMALL
from counterclaim.text.sentences import split_sentences
from counterclaim.text.speech import find_verb
from counterclaim.text.tokens import Token, tokenize

N = 5
REPRINT = 0.5  # on the development stories copies hold 0.7 to 0.95 and independent accounts at most 0.05
RETOLD = 1 / 3  # of the sentences in common; known copies tell at most one in six otherwise
SHORT = 150  # word 5-grams; in a longer text, half of them are never shared by chance
_NEAR = 24  # articles; so that the pairs grow with the articles and not with their square
_CREDIT = 160  # characters at either end of a text where a credit line stands
_SPEAKER = 3  # words on either side of a verb of speech in which its speaker is named
_ASIDE = re.compile(
    r"\([^()]*\)"
)  # an agency's name in the first line goes with the print, not with the text


def find_reprints(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """Groups of articles with one text, each with its likely source.

    The source is the one that a credit line in the others names, else the earliest published. Short texts on one event
    share most of their words anyway: what tells its sentences with other figures, names or speakers is no copy.
    """
    grams = {a.id: _grams(a.text) for a in articles}
    by_id = {a.id: a for a in articles}
    groups = merge_groups(
        (a, b)
        for a, b in _overlapping(grams)
        if _containment(grams, a, b) >= REPRINT
        and not (_are_short(grams, a, b) and _is_retold(by_id[a], by_id[b]))
    )
    return tuple(_text_origin([by_id[i] for i in sorted(group)], grams) for group in groups)


def _grams(text: str) -> frozenset[tuple[str, ...]]:
    words = [t.lower for t in tokenize(text) if t.is_word or t.text[:1].isdigit()]
    return frozenset(tuple(words[i : i + N]) for i in range(len(words) - N + 1))


def _are_short(grams: Mapping[str, frozenset[tuple[str, ...]]], a: str, b: str) -> bool:
    return min(len(grams[a]), len(grams[b])) < SHORT


def _is_retold(a: Article, b: Article) -> bool:
    """Whether a good part of the sentences in common give another figure, name or speaker in either text."""
    short, long = (_cut(x) for x in sorted((a, b), key=lambda x: len(x.text)))
    pairs = [(s, max(long, key=lambda t: len(s.grams & t.grams))) for s in short]
    common = [_tell_otherwise(s, t) for s, t in pairs if s.grams & t.grams]
    return sum(common) >= RETOLD * len(common) > 0


class _Sentence(NamedTuple):
    """The words of a sentence, its word 5-grams, and those of its words that carry figures, names and speakers."""

    words: frozenset[str]
    grams: frozenset[tuple[str, ...]]
    telling: frozenset[str]


def _cut(article: Article) -> list[_Sentence]:
    text = _ASIDE.sub(" ", article.text)
    return [_read_sentence(text[s.start : s.end]) for s in split_sentences(text)]


def _read_sentence(text: str) -> _Sentence:
    tokens = [t for t in tokenize(text) if t.is_word or t.text[:1].isdigit()]
    told = {_level(t) for i, t in enumerate(tokens) if _is_telling(tokens, i)}
    return _Sentence(frozenset(_level(t) for t in tokens), _grams(text), frozenset(told))


def _level(token: Token) -> str:
    number = SMALL.get(token.lower)
    return token.lower if number is None else f"{number:g}"


def _is_telling(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.text[:1].isdigit() or token.lower in SMALL:
        return True
    if token.lower in FUNCTION_WORDS | CALENDAR or _is_cue(token):
        return False
    near = tokens[max(0, i - _SPEAKER) : i + _SPEAKER + 1]
    return (i > 0 and token.text[:1].isupper()) or any(_is_cue(t) for t in near)


def _is_cue(token: Token) -> bool:
    return token.lower == "according" or find_verb(token.lower) is not None


def _tell_otherwise(a: _Sentence, b: _Sentence) -> bool:
    """Whether each tells what the other does not; where only one does, the other is cut."""
    return bool(a.telling - b.words) and bool(b.telling - a.words)


def _overlapping(grams: Mapping[str, frozenset[tuple[str, ...]]]) -> set[tuple[str, str]]:
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for article, found in grams.items():
        for gram in found:
            holders[gram].append(article)
    return {pair for held in holders.values() if len(held) > 1 for pair in _pair_near(sorted(held))}


def _pair_near(held: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each with the `_NEAR` after it: what very many hold ("people were killed in the") joins no two by itself.

    Copies of one text share all their grams, so that each still has its neighbours and the chain is whole.
    """
    for i, one in enumerate(held):
        yield from ((one, other) for other in held[i + 1 : i + 1 + _NEAR])


def _containment(grams: Mapping[str, frozenset[tuple[str, ...]]], a: str, b: str) -> float:
    return len(grams[a] & grams[b]) / min(len(grams[a]), len(grams[b]))


def merge_groups(pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """Connected components of the pairs, in a stable order.

    >>> [sorted(g) for g in merge_groups([("a", "b"), ("d", "c"), ("b", "e")])]
    [['a', 'b', 'e'], ['c', 'd']]
    """
    group_of: dict[str, set[str]] = {}
    for a, b in sorted(pairs):
        merged = group_of.get(a, {a}) | group_of.get(b, {b})
        for member in merged:
            group_of[member] = merged
    return sorted({frozenset(g) for g in group_of.values()}, key=sorted)


def share_of_text(a: Article, b: Article) -> float:
    """How much of the shorter text stands in the other, as a share of its word 5-grams; 0 where it has too few words.

    >>> one = Article(id="a", source="a", text="At least nine people died on the quay.", sha256="")
    >>> share_of_text(one, one.model_copy(update={"text": "At least nine people died on the ship."}))
    0.75
    """
    grams = {"a": _grams(a.text), "b": _grams(b.text)}
    return _containment(grams, "a", "b") if all(grams.values()) else 0.0


def _text_origin(group: Sequence[Article], grams: Mapping[str, frozenset[tuple[str, ...]]]) -> Origin:
    credited = [a for a in group if any(_credits(other, a) for other in group if other is not a)]
    source = min(credited or group, key=_earliest_key)
    shares = [_containment(grams, source.id, a.id) for a in group if a is not source]
    why = "named in a credit line" if credited else "the earliest published"
    ids = tuple(a.id for a in sorted(group, key=_earliest_key))
    return Origin(
        id=f"o-{_digest(ids)}",
        kind="same_text",
        articles=ids,
        source=source.id,
        originator=source.outlet,
        reason=f"{min(shares):.0%} of the shorter text's word {N}-grams are shared; the source is {why}",
    )


def _earliest_key(article: Article) -> tuple[bool, str, int, str]:
    """Earliest day first; on one day the longer text, for what is cut is the copy; the clock only decides after that."""
    moment = article.published
    if isinstance(moment, dt.datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(dt.UTC)
    return (moment is None, str(moment)[: len("2025-01-01")], -len(article.text), f"{moment} {article.id}")


def _credits(copy: Article, source: Article) -> bool:
    """Whether a credit line at either end of the copy names the source's outlet."""
    ends = f"{copy.byline or ''} {copy.text[:_CREDIT]} {copy.text[-_CREDIT:]}"
    if not source.outlet or copy.outlet == source.outlet:
        return False
    return re.search(rf"\b{re.escape(source.outlet)}\b", ends, re.IGNORECASE) is not None


def _digest(parts: Iterable[str]) -> str:
    return sha256("\n".join(sorted(parts)).encode()).hexdigest()[:10]


def find_originators(claims: Sequence[Claim]) -> tuple[Origin, ...]:
    """Named originators whose statements stand in two or more articles."""
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        link = originator(claim)
        if link is None or not link.name:
            continue
        known = link.institution or next(
            (n for n in by_name if name_key(n) == name_key(link.name or "")), None
        )
        known = known or next((n for n in by_name if same_bearer(n, link.name)), link.name)
        by_name[known].append(claim)
    return tuple(
        _same_originator(held)
        for _, held in sorted(by_name.items())
        if len({c.article for c in held}) > 1 or len(_names(held)) > 1
    )


def _names(held: Sequence[Claim]) -> frozenset[str]:
    return frozenset(link.name or "" for c in held if (link := originator(c)))


def _same_originator(held: Sequence[Claim]) -> Origin:
    """Under the name of the institution where several names stand for one, else under the fullest name."""
    links = [link for c in held if (link := originator(c))]
    institution = next((link.institution for link in links if link.institution), None)
    names = sorted(_names(held), key=lambda n: (-len(n), n))
    if institution and len(names) > 1:
        names = [institution]
    ids = tuple(c.id for c in held)
    articles = tuple(sorted({c.article for c in held}))
    return Origin(
        id=f"o-{_digest(ids)}", kind="same_originator", articles=articles, claims=ids, originator=names[0]
    )
