"""Which articles tell of one event, by the names they share (room: brains)."""

import re
from collections.abc import Sequence
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
    names = {a.id: frozenset(_NAME.findall(a.text)) for a in articles}
    found = set()
    for a, b in combinations(sorted(names), 2):
        common = names[a] & names[b]
        smaller = min(_count_own(names[a]), _count_own(names[b]))
        # Texts that hardly name anything cannot be told apart by names; who gives them together says they belong.
        nameless = smaller < _MIN_NAMES
        if nameless or (len(common) >= _MIN_NAMES and len(common) >= SAME_EVENT * smaller):
            found |= {(a, b), (b, a)}
    return frozenset(found)


def _count_own(names: frozenset[str]) -> int:
    """The names besides those of days and months: another day's name does not set two articles apart."""
    return sum(name.lower() not in CALENDAR for name in names)
