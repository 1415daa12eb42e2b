"""Does one statement say all that another says, by its words and figures? (room: brains).

The share of words that is asked for lets through what newspapers leave out of a headline; figures and negations are
exact. How often that is right on pairs labelled by others: `benchmarks/README.md`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from counterclaim.core.records import Quantity
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.slots import Slots, topic_words
from counterclaim.relate.terms import find_said, find_terms
from counterclaim.text.lexicon import CALENDAR, concept
from counterclaim.text.modality import find_negated, is_negative
from counterclaim.text.quantities import find_quantities, interval, to_base
from counterclaim.text.quantities.stated import find_stated
from counterclaim.text.tokens import tokenize

# Share of b's terms that a must hold. Chosen on one half of the pairs of `benchmarks/README.md`: at 0.6 one news pair in
# four that it lets in is wrong, at 0.7 one in six; at 0.8 a sixth of the right ones is lost for few wrong ones less.
ENTAILED_TERMS = 0.7
_MIN_SHARED = 3
_WEEKDAYS = frozenset(w for w in CALENDAR if w.endswith("day"))
_MONTHS = CALENDAR - _WEEKDAYS
_TURNING = re.compile(
    r"\b(?:yet to|refus(?:e|es|ed|ing) to|unable to|barely|hardly|scarcely|avoid(?:s|ed)?|lack(?:s|ed)?|without|unlikely|"
    r"impossible|instead|rather than|other than)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:may|might|could|would|if|unless|possibl[ey]|perhaps|alleged(?:ly)?|reportedly|feared|likely|expected|plans?|planned|"
    r"threaten(?:s|ed)?|hopes?|hoped|proposed?)\b"
)
_REPLACING = frozenset("not than from instead against versus".split())


def relate_wording(a: Sequence[Slots], b: Sequence[Slots]) -> Verdict | None:
    """`refines` where `a` says all that `b` says, `equivalent` where `b` also says all that `a` does.

    Args:
        a: All claims of one statement, at least one.
        b: All claims of the other, at least one.
    """
    one = _compare(a, b)
    if one == "all" and _compare(b, a) == "all":
        return Verdict("equivalent", "each says in its words all that the other says", "wording")
    if one is None:
        return None
    most = "all" if one == "all" else "nearly all"
    return Verdict("refines", f"the first says in its words {most} that the second says", "wording")


def _compare(a: Sequence[Slots], b: Sequence[Slots]) -> Literal["all", "most"] | None:
    """Whether `a` holds every name, figure, month and negation of `b`, and all or most of its other words."""
    one, two = a[0].article.text, b[0].article.text
    exact = (_holds_turns, _holds_calendar, _holds_negations)
    held = _compare_terms(one, b) if all(holds(one, two) for holds in exact) else None
    return held if held and _holds_figures(one, two) else None


def _compare_terms(text: str, claims: Sequence[Slots]) -> Literal["all", "most"] | None:
    held = find_terms(text)
    words, names = find_said(s.claim.text for s in claims)
    lacking = frozenset(term for term in words if not held.hold(term))
    if not lacking:
        return "all"
    shared = len(words) - len(lacking)
    enough = shared >= max(_MIN_SHARED, ENTAILED_TERMS * len(words))
    return "most" if enough and not lacking & names else None


def _holds_negations(one: str, two: str) -> bool:
    """Whether both negate the same things, as far as they speak of the same things."""
    negated, wanted = _negated(one), _negated(two)
    spoken = topic_words(tokenize(two))
    alike = is_negative(tokenize(one)) == is_negative(tokenize(two))
    return alike and wanted <= negated and negated & spoken <= wanted


def _holds_turns(one: str, two: str) -> bool:
    """Whether both say of something that it is not quite done, and `two` does not leave out that it only may be."""
    hedged = _HEDGED.search(one) and not _HEDGED.search(two)
    return not hedged and bool(_TURNING.search(one)) == bool(_TURNING.search(two))


def _holds_calendar(one: str, two: str) -> bool:
    """Whether the months, and the days of the week, that `two` names are named in `one`, if it names any."""
    return all(not named or not wanted or wanted <= named for named, wanted in _calendars(one, two))


def _calendars(one: str, two: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    words = [frozenset(t.lower for t in tokenize(text) if t.text[:1].isupper()) for text in (one, two)]
    yield from ((words[0] & kind, words[1] & kind) for kind in (_MONTHS, _WEEKDAYS))


def _negated(text: str) -> frozenset[str]:
    return frozenset(concept(t.text) for t in find_negated(tokenize(text)))


def _holds_figures(one: str, two: str) -> bool:
    """Whether every number of `two` is there in `one`, or a closer one."""
    bare = [interval(q) for q in find_stated(one) if not _is_replaced(one, q)]
    measured = [(to_base(q)[2], interval(q)) for q in find_quantities(one) if not _is_replaced(one, q)]
    based = {(q.start, q.end): q for q in find_quantities(two)}
    return all(
        any(_contains(interval(q), i) for i in bare) or _is_measured(_at(q, based), measured)
        for q in find_stated(two)
    )


def _is_replaced(text: str, figure: Quantity) -> bool:
    """Whether a figure is named as what does not hold, or no longer ("12, not the 15 it first named")."""
    return any(t.lower in _REPLACING for t in tokenize(text[: figure.start])[-2:])


def _at(figure: Quantity, found: dict[tuple[int, int], Quantity]) -> Quantity | None:
    """The quantity, with its unit, that holds a bare number."""
    return next((q for (start, end), q in found.items() if start <= figure.start < end), None)


def _is_measured(figure: Quantity | None, held: Sequence[tuple[str | None, tuple[float, float]]]) -> bool:
    if figure is None:
        return False
    unit, wanted = to_base(figure)[2], interval(figure)
    return any(unit == other and _contains(wanted, extent) for other, extent in held)


def _contains(outer: tuple[float, float], inner: tuple[float, float]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
