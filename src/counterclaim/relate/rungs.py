"""One rung of the ladder: a question as it was put to two claims, and what came of it (room: brains).

A decision is a sequence of rungs, of which the last decides. The same sequence gives a relation and explains it, so
that the two cannot disagree.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple

from counterclaim.core.records import Label
from counterclaim.relate.slots import Slots

Question = Literal[
    "reprint",
    "question",
    "response",
    "negated_figure",
    "reality",
    "unit",
    "measure",
    "counting",
    "period",
    "population",
    "place",
    "part",
    "outgrown",
    "figures",
    "lineage",
    "revision",
    "growth",
    "one_side",
    "conflict",
    "provocation",
    "denial",
    "absence",
    "opposite",
    "filler",
    "cause",
    "moment",
    "awareness",
    "arrival",
    "plan",
    "kind",
    "words",
    "polarity",
    "time",
    "actor",
    "statement",
    "beside",
    "relay",
]


class Verdict(NamedTuple):
    """A label with its one-sentence reason and the rule that gave it. `flipped`: it runs from b to a."""

    label: Label
    reason: str
    rule: str
    flipped: bool = False
    tags: tuple[str, ...] = ()


class Part(NamedTuple):
    """The two count different extents of one thing: `inner` is "a" or "b"; `sure` where the articles say so."""

    inner: str
    sure: bool
    reason: str


class NoRelation(NamedTuple):
    """The end of the ladder without a label, and why."""

    reason: str


class Passed(NamedTuple):
    """The question does not decide, and why not, where that is not plain from what it reads."""

    reason: str


Answer = Verdict | NoRelation | Part | Passed | None


class Rung(NamedTuple):
    """A question and its answer: a verdict or no relation, which end the ladder, else a part of the other, or nothing."""

    question: Question
    answer: Answer = None

    @property
    def last(self) -> bool:
        """Whether no further question is put."""
        return isinstance(self.answer, Verdict | NoRelation)


Rule = Callable[[Slots, Slots], Answer]


def climb(rules: Iterable[tuple[Question, Rule]], a: Slots, b: Slots) -> Iterator[Rung]:
    """Put the questions in order, up to the one that decides."""
    for question, rule in rules:
        rung = Rung(question, rule(a, b))
        yield rung
        if rung.last:
            return


def settle(rungs: Iterable[Rung]) -> Verdict | None:
    """The verdict of the last rung; None where it says that there is no relation.

    >>> settle([Rung("unit"), Rung("figures", Verdict("equivalent", "the same figure", "interval"))]).label
    'equivalent'
    >>> settle([Rung("denial"), Rung("words", NoRelation("they share too few words"))])
    """
    last: Answer = None
    for rung in rungs:
        last = rung.answer
    return last if isinstance(last, Verdict) else None
