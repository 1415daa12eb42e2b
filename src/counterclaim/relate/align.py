"""Which claims answer the same question: candidates for recall, then the gate for precision (room: brains).

Where there are many claims, an index proposes for each the `K` others it shares most with (`candidates`), so that the
cost grows with the claims and not with their square. What the limit cut off is counted.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, Self

from counterclaim.relate.asides import bare_topic
from counterclaim.relate.camps import name_one_group
from counterclaim.relate.candidates import Candidates, K
from counterclaim.relate.lead_ins import DEFICIT
from counterclaim.relate.lineage import compare_originators
from counterclaim.relate.matters import find_one_matter
from counterclaim.relate.periods import are_levels
from counterclaim.relate.portions import count_aboard
from counterclaim.relate.provocations import ask_of_provocation
from counterclaim.relate.scope import (
    ANY_TOPIC,
    CHANGE_TOPIC,
    JOB,
    NAMED,
    ONE_NAMED_TOPIC,
    OTHER_WORDS_TOPIC,
    SAME_MEASURE_TOPIC,
    SAME_TOPIC,
    SPECIFIC,
    STATING,
    same_measure,
    same_unit,
)
from counterclaim.relate.slots import Slots, drop_aside, name_others, name_topics
from counterclaim.relate.statements import SAME_DENIED, leans, weigh_overlap
from counterclaim.text.ellipses import EARLIER
from counterclaim.text.lexicon import HUMAN, PEOPLE_CONCEPTS, concept, stem
from counterclaim.text.quantities import is_currency
from counterclaim.text.signs import LIGHT
from counterclaim.text.tallies import SIDES, is_total

_THERE = re.compile(r"there (?:was|were|is|are|had been|has been|have been)\b", re.IGNORECASE)
_MANY = 400  # claims up to which every pair passes the gate
_RARE_UNITS = frozenset({"square metre", "cubic metre", "kilogram", "degree Celsius", "metre per second"})
_OF_CONTESTS = frozenset({None, concept("vote"), concept("seat"), concept("point")})
_LASTED = "lasted"  # anything may have lasted
_LOST = stem("lost")
_LOSSES = frozenset({"killed", "destroyed", "captured", "cut", "closed"})  # what has lost a thing, or people
_PEOPLE = PEOPLE_CONCEPTS | {None}
_FEW = 2  # words that two short statements need not share two of
_NO_MORE = ", but nothing else says that they are about one thing"


class Pair(NamedTuple):
    """Two claims (by index, `a < b`) worth relating, and their weighted word overlap."""

    a: int
    b: int
    similarity: float


class Match(NamedTuple):
    """Whether two claims answer one question, and why or why not."""

    found: bool
    reason: str


class Gate(NamedTuple):
    """What admits a pair: all claims, which articles tell of one event, what words weigh, the sole figures of a kind."""

    slots: Sequence[Slots]
    same_event: frozenset[tuple[str, str]]
    weights: Mapping[str, float]
    sole: frozenset[int]

    @classmethod
    def of(cls, slots: Sequence[Slots], same_event: frozenset[tuple[str, str]]) -> Self:
        """Weigh the words of the claims and find the sole figures of their kind."""
        return cls(slots, same_event, weigh_words(slots), find_sole(slots))

    def admit(self, i: int, j: int) -> Match:
        """Whether the claims of two indices are worth relating."""
        a, b = self.slots[i], self.slots[j]
        if a.article.id != b.article.id and (a.article.id, b.article.id) not in self.same_event:
            return Match(found=False, reason="their articles seem to tell of two events")
        if _is_revision(a, b):
            return Match(found=True, reason="their sentence says that one figure replaces the other")
        if ask_of_provocation(a, b):
            return Match(found=True, reason="both say whether one deed was provoked")
        return answers_same_question(a, b, self.weights, sole=i in self.sole and j in self.sole)


class Alignment(NamedTuple):
    """The pairs to relate; the number that the candidate limit left out; the gate they passed."""

    pairs: tuple[Pair, ...]
    left_out: int
    gate: Gate


def weigh_words(slots: Sequence[Slots]) -> dict[str, float]:
    """Inverse document frequency of every topic word over the claims (Spärck Jones 1972)."""
    counts = Counter(word for s in slots for word in s.topic)
    return {word: math.log(1 + len(slots) / n) for word, n in counts.items()}


def align(slots: Sequence[Slots], same_event: frozenset[tuple[str, str]]) -> Alignment:
    """Propose and gate the pairs of claims that answer the same question.

    Args:
        slots: All claims of all articles.
        same_event: Pairs of article ids (both orders) that tell of one event; an article is of one event with itself.
    """
    gate = Gate.of(slots, same_event)
    proposed, left_out = _propose(slots)
    bare = [bare_topic(s) for s in slots]
    pairs = (
        Pair(i, j, max(_overlap(slots[i].topic, slots[j].topic, gate), _overlap(bare[i], bare[j], gate)))
        for i, j in sorted(proposed)
        if gate.admit(i, j).found
    )
    return Alignment(tuple(pairs), left_out, gate)


def _overlap(a: frozenset[str], b: frozenset[str], gate: Gate) -> float:
    return weigh_overlap(a, b, gate.weights)


def _propose(slots: Sequence[Slots]) -> tuple[set[tuple[int, int]], int]:
    if len(slots) <= _MANY:
        return set(combinations(range(len(slots)), 2)), 0
    index = Candidates.of(slots)
    proposed: set[tuple[int, int]] = set()
    left_out = 0
    for i in range(len(slots)):
        best = index.rank(i)
        left_out += max(0, len(best) - K)
        proposed.update((min(i, j), max(i, j)) for j in best[:K])
    return proposed, left_out


def find_sole(slots: Sequence[Slots]) -> frozenset[int]:
    """Indices of the figures that are the only one of their kind in their article.

    Two articles that each give one figure in hectares, or for one counted noun, most likely answer one question in
    whatever words.
    """
    values: dict[tuple[str, str], set[tuple[float, float]]] = defaultdict(set)
    for s in slots:
        if s.figure and EARLIER not in s.claim.flags:
            values[s.article.id, _kind(s)].add((s.low, s.high))
    return frozenset(
        i for i, s in enumerate(slots) if s.figure and _kind(s) and len(values[s.article.id, _kind(s)]) <= 1
    )


def _kind(s: Slots) -> str:
    """What sort of thing a figure counts: its unit, else the head noun."""
    if s.measure in SIDES:
        return s.measure or ""
    return f"unit {s.unit}" if s.unit else s.head or ""


def answers_same_question(a: Slots, b: Slots, weights: Mapping[str, float], *, sole: bool = False) -> Match:
    """Whether two claims are about one question, so that the ladder may judge them.

    Statements need the words. Figures need one measure or much the same context: the words besides the measure and
    the counted thing, since two figures of one sentence share all the others. `sole`: each is the only figure of its
    kind in its article.
    """
    a, b = drop_aside(a, b)
    if a.figure is None or b.figure is None:
        return _match_words(a, b, weights)
    if _LASTED in {a.measure, b.measure} and leans(a) != leans(b):
        return Match(found=False, reason="one does not say of what it speaks")  # "it lasted an hour"
    return _match_figures(a, b, weights, sole=sole)


def _match_figures(a: Slots, b: Slots, weights: Mapping[str, float], *, sole: bool) -> Match:
    if _repeats(a, b) or _repeats(b, a):
        return Match(found=True, reason="one only names again what its speaker counts in the other")
    measure = same_measure(a, b)
    one, two = (
        (s.context | s.modifiers if _is_named_count(a, b) else s.context) - STATING or s.context
        for s in (a, b)
    )  # "invalid ballots", "ballots were invalid"
    context = weigh_overlap(one, two, weights, least=_least_shared(a, b, measure=measure))
    if not same_unit(a.unit, b.unit):
        return _match_units(a, b, weights, measure=measure)
    if measure is False:
        alike = _tempting(a, b, context)
        return Match(alike, "two measures that are easily mistaken for one" if alike else "two measures")
    known = _find_common(a, b) if measure else _find_counted(a, b)
    if known is None and (_is_loss_denied(a, b) or _is_loss_denied(b, a)):
        known = "one says that none were lost, the other what became of some"
    if known:
        return Match(found=True, reason=known)
    same_thing = a.unit is not None or _same_thing(a, b)
    if a.unit == "second" and not measure:
        same_thing = weigh_overlap(one, two, weights, least=_FEW) >= OTHER_WORDS_TOPIC
    if sole and a.measure != "change" and same_thing and _kind(a) == _kind(b):
        return _match_sole(a, b, measure=measure)
    alike = same_thing and context >= _needed(a, b, measure=measure)
    reason = (
        "one thing, and words around the one stand around the other"
        if alike
        else "the words around the figures differ"
    )
    return Match(alike, reason if same_thing else "they count two things")


def _least_shared(a: Slots, b: Slots, *, measure: bool | None) -> int:
    """How many words around two figures must be common: one says too little of unlike things ("board", "train")."""
    unlike = a.unit is None and a.head != b.head and not {a.measure, b.measure} & SIDES
    return _FEW if measure is None and unlike else 1


def _repeats(bare: Slots, full: Slots) -> bool:
    """Whether one is no more than the figure and the thing that one speaker counts in the other ("spoke of 19 posts")."""
    if bare.measure or bare.context or bare.unit or bare.head is None or bare.head != full.head:
        return False
    same_figure = (bare.low, bare.high, full.unit) == (full.low, full.high, None)
    return same_figure and compare_originators(bare.claim, full.claim) == "same"


def _match_units(a: Slots, b: Slots, weights: Mapping[str, float], *, measure: bool | None) -> Match:
    """Two figures of two kinds: a sum in two currencies, or a share and a number of much the same words."""
    if measure and is_currency(a.unit) and is_currency(b.unit) and not (a.context and b.context):
        return Match(found=True, reason="one sum in two currencies")
    few = max(len(a.context), len(b.context)) <= _FEW or 0 in {a.high, b.high}
    money = is_currency(a.unit) and is_currency(b.unit)
    context = weigh_overlap(a.context, b.context, weights, least=1 if few or money or measure else 2)
    words = weigh_overlap(a.topic, b.topic, weights)
    tempting = (a.figure and a.figure.low) == (b.figure and b.figure.low) and words >= OTHER_WORDS_TOPIC
    alike = measure is not False and (
        context >= SAME_TOPIC or tempting
    )  # "12 per cent are ill", "12 are ill"
    return Match(
        alike,
        "two units, but words around the one stand around the other"
        if alike
        else "two units, in other words",
    )


def _find_common(a: Slots, b: Slots) -> str | None:
    """What two figures of one measure certainly have in common."""
    if a.measure in HUMAN and (name_one_group(a, b) or (a.head in _PEOPLE and b.head in _PEOPLE)):
        return "both count people of one fate"
    if a.measure in SPECIFIC and _is_named_count(a, b):
        return "both count one sort of thing of which one thing is said"
    if a.measure == "weight" and a.unit == b.unit is not None:
        return "both say what something weighed"
    if a.measure == DEFICIT:
        return "both say how much money is lacking"
    if a.measure == "margin" and (a.unit is not None or {a.head, b.head} <= _OF_CONTESTS):
        return "both say by how much the contest was decided"
    return _find_counted(a, b)


def _find_counted(a: Slots, b: Slots) -> str | None:
    """What two figures have in common whose words, and not a common measure, say what they are of."""
    if name_others(a, b):
        return None
    if count_aboard(a) and count_aboard(b):
        return "both count who was aboard"
    return "both say how high one water stood" if are_levels(a, b) else None


def _is_loss_denied(absent: Slots, other: Slots) -> bool:
    """Whether one lost none of the things that the other says were destroyed, taken or cut."""
    return (
        absent.high == 0 < other.high
        and absent.head == other.head is not None
        and _LOST in absent.measure_words
        and other.measure in _LOSSES
    )


def _match_sole(a: Slots, b: Slots, *, measure: bool | None) -> Match:
    """Two figures of which each is the only one of its kind in its article."""
    shared = ((_around(a) | a.modifiers) & (_around(b) | b.modifiers)) - name_topics(a, b)
    wholly = (
        bool(shared) and a.context == b.context and a.measure is b.measure is None
    )  # "the house had four exits"
    bare = (
        not a.context | b.context and a.measure is b.measure is None and a.head not in _PEOPLE
    )  # "it has 410 names"
    none = (
        bool(shared) and 0 in {a.high, b.high} and a.head == b.head is not None
    )  # "no tent reached the depot"
    sorted_alike = (
        bool(shared & (a.modifiers | b.modifiers)) and a.head == b.head is not None
    )  # "invalid ballots"
    there = not {a.head, b.head} & _PEOPLE and (_only_counts(a) or _only_counts(b)) and measure is not False
    alone = wholly or bare or none or there or a.unit in _RARE_UNITS
    alike = measure is True or sorted_alike or len(shared) > 1 or alone
    return Match(alike, "each is the only figure of its kind in its article" + _NO_MORE * (not alike))


def _only_counts(s: Slots) -> bool:
    """Whether a statement says of a thing only how many there were ("there was only one explosion")."""
    return not s.context and s.measure is None and _THERE.match(s.claim.text) is not None


def _around(s: Slots) -> frozenset[str]:
    """The words around a figure, with those of a measure that has no name ("the pool petition had reached 9,200")."""
    return s.context if s.measure in NAMED else s.context | (s.measure_words & s.topic)


def _match_words(a: Slots, b: Slots, weights: Mapping[str, float]) -> Match:
    """Two claims of which at least one has no figure."""
    pairs = ((a.topic, b.topic), (a.absent, b.topic), (a.topic, b.absent))
    touching = ((x - LIGHT, y - LIGHT) for x, y in pairs if not x.isdisjoint(y))
    alike = any(weigh_overlap(x, y, weights, least=1) >= SAME_DENIED for x, y in touching)
    told = None if alike else find_one_matter(a, b)
    if told:
        return Match(found=True, reason=told)
    return Match(
        alike, "most words that weigh in the one stand in the other" if alike else "they share too few words"
    )


def _needed(a: Slots, b: Slots, *, measure: bool | None) -> float:
    """The share of common words around two figures that makes them answers to one question."""
    if not measure:
        return _open_threshold(a, b)
    if a.measure in SIDES:
        return SAME_TOPIC  # an assembly votes on many things
    bare = not a.context or not b.context
    if bare and a.measure != "change" and _is_named_count(a, b) and 0 not in {a.high, b.high}:
        return 0.0  # "640 operations were cancelled" has no other words to share
    return CHANGE_TOPIC if a.measure == "change" else SAME_MEASURE_TOPIC


def _is_named_count(a: Slots, b: Slots) -> bool:
    """Whether both count things, and say that they are the same things."""
    return a.unit is None and b.unit is None and a.head == b.head is not None


def _is_revision(a: Slots, b: Slots) -> bool:
    """Two figures of one sentence of which it says that one replaces the other."""
    return (
        a.sentence == b.sentence
        and (EARLIER in a.claim.flags) != (EARLIER in b.claim.flags)
        and a.unit == b.unit
    )


def _open_threshold(a: Slots, b: Slots) -> float:
    """Without a common measure the context decides, and more strictly where each names one of its own.

    "No box left the hall" is an answer to "14 boxes were carried out of the hall" by the box and the hall alone.
    """
    if 0 in {a.high, b.high}:
        none, some = (a, b) if a.high == 0 else (b, a)
        fated = some.measure in HUMAN and none.measure not in HUMAN  # "took no patients", "treated five"
        return ANY_TOPIC if a.head == b.head is not None and not fated else 1.0
    if (a.measure in NAMED) != (b.measure in NAMED):
        return ONE_NAMED_TOPIC
    return OTHER_WORDS_TOPIC if a.measure_words and b.measure_words else SAME_TOPIC


def _tempting(a: Slots, b: Slots, context: float) -> bool:
    """Figures of two measures that a hasty reader would set against each other."""
    if any(m in SIDES or is_total(m or "") for m in (a.measure, b.measure)):
        return False  # nobody takes the votes for it for those against, or the seats there are for those won
    ambiguous = "casualties" in {a.measure, b.measure}
    human = a.head in _PEOPLE and b.head in _PEOPLE
    same_number = (a.low, a.high) == (b.low, b.high)
    if human and (ambiguous or same_number):
        return True
    bare = not (
        a.context or b.context or {a.measure, b.measure} & HUMAN
    )  # "21 posts were destroyed", "12 posts were captured"
    return a.head == b.head is not None and (bare or same_number or context >= SAME_MEASURE_TOPIC)


def _same_thing(a: Slots, b: Slots) -> bool:
    known = all(s.head or s.measure for s in (a, b))
    people = a.head in _PEOPLE and b.head in _PEOPLE
    jobs = a.measure == b.measure == "cut" and {a.head, b.head} <= _PEOPLE | {JOB}
    return known and (a.head == b.head or people or jobs or None in {a.head, b.head})
