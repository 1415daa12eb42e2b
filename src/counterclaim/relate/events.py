"""Which articles tell of one event, by the names they share (room: brains)."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from counterclaim.core.records import Article
from counterclaim.text.lexicon import CALENDAR

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")
SAME_EVENT = (
    0.2  # share of the shorter article's names; one event's stories hold 0.4 and more, others under 0.1
)
_MIN_NAMES = 2


def find_same_event(articles: Sequence[Article]) -> frozenset[tuple[str, str]]:
    """Pairs of article ids (both orders) that share enough names to tell of one event (de Marneffe et al. 2008)."""
    names = {a.id: frozenset(_find_names(a.text)) for a in articles}
    found = set()
    for a, b in combinations(sorted(names), 2):
        common = names[a] & names[b]
        smaller = min(len(names[a]), len(names[b]))
        # Texts that hardly name anything cannot be told apart by names; who gives them together says they belong.
        nameless = smaller < _MIN_NAMES
        if nameless or (len(common) >= _MIN_NAMES and len(common) >= SAME_EVENT * smaller):
            found |= {(a, b), (b, a)}
    return frozenset(found)


def _find_names(text: str) -> Iterator[str]:
    """The capitalised words inside sentences; two stories of one Sunday need not be one story."""
    return (name for name in _NAME.findall(text) if name.lower() not in CALENDAR)
