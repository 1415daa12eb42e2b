"""What claims of one sentence or paragraph lend each other: what was not, what a bare figure is about (room: brains)."""

from collections.abc import Sequence

from counterclaim.relate.slots import ADDED, Slots, topic_words, without_figure
from counterclaim.text.tokens import tokenize

_NEAR = 3  # figures back to the one that an elliptical figure answers


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
