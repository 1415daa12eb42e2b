"""Which numbers of a stretch are figures: none that only refers, negates, dates or is set against another (room: brains)."""

import re
from collections.abc import Sequence

from counterclaim.core.records import Quantity
from counterclaim.text.dating import times_of
from counterclaim.text.frames import find_frame
from counterclaim.text.lexicon import HUMAN
from counterclaim.text.quantities import find_quantities
from counterclaim.text.stretches import Stretch
from counterclaim.text.times import TimeMention
from counterclaim.text.tokens import tokenize

NO_PERSON = frozenset({"nobody", "no one", "no-one"})
_NOBODY = NO_PERSON | {"nothing", "none", "neither"}  # negation, not a count
_FATE = 60  # characters behind "nobody" in which it must be said what befell nobody
_DEFINITE = frozenset({"the", "these", "those", "both", "its", "their"})
_SMALL = 3


_UNSAID = re.compile(
    r"\b(?:(?:did|does|do|would|will) not|didn['’]t|declined to|refused to|stopped short of) repeat(?:ing)?\b[^.;]*\bthat\b",
    re.IGNORECASE,
)


def select_figures(text: str, stretch: Stretch, times: Sequence[TimeMention]) -> list[Quantity]:
    """The figures of a stretch that are not part of a time and do not only refer."""
    dated = [(t.start, t.end) for t in times_of(stretch, times) if t.kind != "duration"]
    found = find_quantities(text, stretch.start, stretch.end)
    counting = (
        q
        for q in found
        if not _refers_back(text, q)
        and not _is_contrast(text, q, found)
        and not _is_mere_negation(text, stretch, q)
        and not _is_left_unsaid(text, stretch, q)
    )
    return [q for q in counting if not any(start <= q.start < end for start, end in dated)]


def _is_contrast(text: str, quantity: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether a figure is only what another is set against ("eleven burned, not 14")."""
    before = text[max(0, quantity.start - len(", not the ")) : quantity.start].lower().rstrip()
    contrasts = (", not", ", not the", "and not", "and not the")
    return before.endswith(contrasts) and any(q.start < quantity.start for q in found)


def _is_left_unsaid(text: str, stretch: Stretch, quantity: Quantity) -> bool:
    """Whether a figure is only what somebody no longer says ("did not repeat his claim that two had died")."""
    return _UNSAID.search(text, stretch.sentence.start, quantity.start) is not None


def _is_mere_negation(text: str, stretch: Stretch, quantity: Quantity) -> bool:
    """Whether "nobody" or "none" only negates; "nobody was hurt" counts the hurt."""
    word = quantity.text.lower()
    if word not in _NOBODY:
        return False
    clause = tokenize(text, stretch.start, min(stretch.end, quantity.end + _FATE))
    return word not in NO_PERSON or find_frame(clause, quantity).measure not in HUMAN


def _refers_back(text: str, quantity: Quantity) -> bool:
    """Whether a figure only refers ("the two countries"): a small number after a definite word counts nothing."""
    small = quantity.unit is None and quantity.high is not None and quantity.high <= _SMALL
    before = text[max(0, quantity.start - 8) : quantity.start].lower().split()
    return small and bool(before) and before[-1] in _DEFINITE
