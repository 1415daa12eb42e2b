"""Which articles tell of one event, by the names and words they share (room: brains)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple, Self

from counterclaim.core.records import Article
from counterclaim.relate.scenes import Scene
from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS, stem
from counterclaim.text.tokens import tokenize

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")
_MIN_NAMES = 2
_MIN_LETTERS = 4
# The share of the shorter's names plus that of its words. Of 200 pairs of articles of one event 193 hold as much, of 4,700
# pairs of two events none; the seven are found by the third article that they share.
SAME_EVENT = 0.36
_LINKED = (
    0.14  # the share of words that the seven have in common, and more than half of all other pairs do not
)


class _Content(NamedTuple):
    """What an article names, days and months aside, and the words it tells it with (stems)."""

    names: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, article: Article) -> Self:
        names = (n for n in _NAME.findall(article.text) if n.lower() not in CALENDAR)
        words = {t.lower for t in tokenize(article.text) if t.is_word and len(t.lower) >= _MIN_LETTERS}
        return cls(frozenset(names), frozenset(stem(w) for w in words - FUNCTION_WORDS - CALENDAR))

    def share_names(self, other: Self) -> float:
        """The share of the fewer names that both hold; 0 for a single common one."""
        common = len(self.names & other.names)
        return common / min(len(self.names), len(other.names)) if common >= _MIN_NAMES else 0.0

    def share_words(self, other: Self) -> float:
        """The share of the fewer words that both hold."""
        return len(self.words & other.words) / max(1, min(len(self.words), len(other.words)))


def find_same_event(articles: Sequence[Article]) -> frozenset[tuple[str, str]]:
    """Pairs of article ids (both orders) that share enough to tell of one event (de Marneffe et al. 2008).

    Two accounts from the two sides may name nobody in common: they are of one event where a third article shares
    enough with both. Two of one kind, told in the same words, are two events where neither account knows the other's
    places (`Scene`).
    """
    by_id = {a.id: a for a in articles}
    contents = {a.id: _Content.of(a) for a in articles}
    pairs = [*combinations(sorted(contents), 2)]
    words = {(a, b): contents[a].share_words(contents[b]) for a, b in pairs}
    scene = cache(lambda article: Scene.of(by_id[article]))
    direct = [
        (a, b)
        for a, b in pairs
        if _is_one_event(contents[a], contents[b], words[a, b]) and not scene(a).is_elsewhere(scene(b))
    ]
    near = _find_neighbours(direct)
    linked = [(a, b) for a, b in pairs if words[a, b] >= _LINKED and not near[a].isdisjoint(near[b])]
    return frozenset(pair for a, b in (*direct, *linked) for pair in ((a, b), (b, a)))


def split_events(
    articles: Sequence[Article], same_event: Iterable[tuple[str, str]]
) -> tuple[tuple[Article, ...], ...]:
    """The articles by the event they tell of, the event with the most first; those of one event share another's."""
    near = _find_neighbours([*same_event])
    left = {a.id: a for a in articles}
    groups: list[tuple[Article, ...]] = []
    while left:
        reached, open_ids = set[str](), [next(iter(left))]
        while open_ids:
            reached.add(one := open_ids.pop())
            open_ids += near[one] - reached
        groups.append(tuple(left.pop(a.id) for a in articles if a.id in reached))
    return tuple(sorted(groups, key=len, reverse=True))


def _is_one_event(a: _Content, b: _Content, words: float) -> bool:
    """Texts that hardly name anything cannot be told apart by names; who gives them together says they belong."""
    nameless = min(len(a.names), len(b.names)) < _MIN_NAMES
    return nameless or a.share_names(b) + words >= SAME_EVENT


def _find_neighbours(pairs: Sequence[tuple[str, str]]) -> Mapping[str, set[str]]:
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        near[a].add(b)
        near[b].add(a)
    return near
