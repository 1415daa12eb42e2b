"""What claims lend each other: what was not, what a bare figure is about, the one currency of the accounts (room: brains)."""

import re
from collections.abc import Sequence

from counterclaim.relate.portions import ABOARD, count_aboard
from counterclaim.relate.slots import ADDED, Slots, topic_words, without_figure
from counterclaim.text.lexicon import concept
from counterclaim.text.quantities import is_currency
from counterclaim.text.tokens import tokenize

_NEAR = 3  # figures back to the one that an elliptical figure answers
_JOINED = re.compile(r" (?:[\w-]+ ){1,4}(?:and|, plus|as well as) $")
_LARGE = re.compile(r"\d (?:million|billion|trillion|bn|m)$|\b(?:million|billion|trillion)$", re.IGNORECASE)
_SUMS = frozenset(
    concept(w)
    for w in "deficit shortfall budget debt cost price loss revenue profit fine compensation money fund aid saving bill tax reserve "
    "spending income bonus salary loan gap hole subsidy donation damages grant bailout payment sum".split()
)


def join_absent(slots: Sequence[Slots]) -> list[Slots]:
    """Let the negated statements of one sentence and one voice share what they say was not."""
    said: dict[object, frozenset[str]] = {}
    for s in slots:
        key = (s.sentence, s.claim.attribution)
        said[key] = said.get(key, frozenset()) | s.absent
    return [s._replace(absent=said[s.sentence, s.claim.attribution]) if s.absent else s for s in slots]


def join_elliptical(slots: Sequence[Slots]) -> list[Slots]:
    """Give a figure that takes its measure from the figure before it what that one is about as well.

    "60 per cent of the edge is safe", says one; "It is less than 30", says the other, and means the edge.
    """
    joined: list[Slots] = []
    told: dict[str, list[Slots]] = {}
    for s in sorted(slots, key=lambda s: (s.article.id, s.claim.start)):
        before = told.setdefault(s.article.id, [])
        whole = _take_over(s, before[-_NEAR:]) if _is_elliptical(s) else s
        joined.append(whole)
        if s.figure:
            before.append(whole)
    place = {s.claim.id: s for s in joined}
    return [place[s.claim.id] for s in slots]


def _is_elliptical(s: Slots) -> bool:
    """Whether a figure has no words of its own for what it is about, and the reader has added some."""
    own = ADDED.sub(" ", s.claim.text)
    if s.figure is None or own == s.claim.text or not s.claim.text.endswith("]"):
        return False
    return not topic_words(without_figure(tokenize(own), s.figure)) - s.measure_words


def _take_over(s: Slots, before: Sequence[Slots]) -> Slots:
    """The context of the nearest figure of one measure and unit before it in its paragraph."""
    for earlier in reversed(before):
        between = s.article.text[earlier.claim.start : s.claim.start]
        if (s.measure, s.unit) == (earlier.measure, earlier.unit) and "\n" not in between:
            context, topic = s.context | earlier.context, s.topic | earlier.topic
            return s._replace(context=context, topic=topic, head=s.head or earlier.head)
    return s


def join_predicates(slots: Sequence[Slots]) -> list[Slots]:
    """Give a figure that shares its verb with the next one that verb: "143 passengers and four crew were on board"."""
    joined = list(slots)
    for i, s in enumerate(slots[:-1]):
        after = slots[i + 1]
        if _shares_verb(s, after):
            topic, context = s.topic | (after.topic - after.modifiers), s.context | after.context
            measure_words = s.measure_words | after.measure_words
            measure = ABOARD if count_aboard(after) else after.measure
            joined[i] = s._replace(
                measure=measure, measure_words=measure_words, topic=topic, context=context - {after.head}
            )
    return joined


def _shares_verb(s: Slots, after: Slots) -> bool:
    if s.figure is None or after.figure is None or s.sentence != after.sentence or s.unit or after.unit:
        return False
    bare = s.measure is None and not s.deeds and s.head is not None and after.head is not None
    between = s.article.text[s.figure.end : after.figure.start]
    return bare and bool((after.measure or count_aboard(after)) and _JOINED.match(between))


def join_currency(slots: Sequence[Slots]) -> list[Slots]:
    """Give a large sum without its currency ("the real shortfall was 24 million") the only one that the accounts name."""
    named = {s.unit for s in slots if is_currency(s.unit)}
    if len(named) != 1:
        return list(slots)
    (unit,) = named
    return [s._replace(unit=unit) if _is_bare_sum(s) else s for s in slots]


def _is_bare_sum(s: Slots) -> bool:
    """Whether a figure of millions counts nothing, and its words speak of money."""
    if s.figure is None or s.unit is not None or s.head is not None:
        return False
    return bool(_LARGE.search(s.figure.text) and _SUMS & s.topic)
