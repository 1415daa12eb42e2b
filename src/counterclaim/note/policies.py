"""What a counting policy makes of figures that differ: always named as a policy, never a finding (room: brains).

`range` chooses nothing. `acled` is the published practice of the Armed Conflict Location & Event Data project: where
reports differ or are vague, the most conservative estimate is recorded, totals are revised when better information
comes, "dozens" is 12, and injuries are not counted (ACLED, "Fatalities" FAQ, 27 February 2023, updated 7 May 2024,
acleddata.com). ACLED records one total an event; here the rule is applied to each question about deaths.
`majority` is ours: the figure that more than half of the independent origins give, however many outlets carry it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.policy import FigurePolicy, PolicyFigure
from counterclaim.core.records import Briefing, Claim, Quantity, Thread
from counterclaim.note.positions import figure_of
from counterclaim.note.prose import figure_words, listing, number_words, small
from counterclaim.note.register import Register, register_briefing
from counterclaim.relate.standing import group_origins
from counterclaim.text.ellipses import EARLIER
from counterclaim.text.lexicon import MEASURES, stem
from counterclaim.text.reader import WITHDRAWN

POLICY_WORDS: Mapping[FigurePolicy, str] = {
    "range": "policy range: every figure stands with its speaker, and none is chosen",
    "acled": "policy acled: the most conservative (lowest) figure where reports differ, for deaths only (ACLED,"
    " Fatalities FAQ, updated 7 May 2024, acleddata.com); applied to each question, where ACLED records one total an"
    " event; a counting rule, not a finding",
    "majority": "policy majority: the figure that more than half of the independent origins give, reprints and outlets"
    " not counted (Counterclaim’s own rule); ties are ties; a counting rule, not a finding",
}
POLICY_NAMES: Mapping[FigurePolicy, str] = {
    "range": "Range",
    "acled": "ACLED’s counting policy",
    "majority": "Majority of origins",
}
_VAGUE = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}
_VAGUE_ALONE = re.compile(rf"({'|'.join(_VAGUE)})(?: of)?", re.IGNORECASE)
_HAPPENED = frozenset({"occurred", "ongoing"})


class _Figure(NamedTuple):
    """A live figure of a thread with its claim and who gave it."""

    claim: Claim
    quantity: Quantity
    name: str

    @property
    def key(self) -> tuple[float | None, float | None, str]:
        """What two figures must share to be the same one."""
        return self.quantity.low, self.quantity.high, self.quantity.bound

    @property
    def words(self) -> str:
        """The figure as it is printed."""
        return figure_words(self.quantity)


def apply_policy(briefing: Briefing, policy: FigurePolicy) -> Briefing:
    """The briefing with what a policy makes of its figures.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="Nothing", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(),
    ...                  summaries=(), claims=(), relations=(), threads=(), origins=())
    >>> apply_policy(empty, "acled").figure_policy
    'acled'
    """
    rule = _RULES.get(policy)
    register = register_briefing(briefing)
    asked = [thread.question for thread in register.threads if thread.figures]
    found = []
    for thread in register.threads if rule else ():
        figures = _live(register, thread)
        if rule and figures:
            rivals = thread.status == "unclear" and asked.count(thread.question) > 1
            found.append(_undecided_rivals(thread, policy) if rivals else rule(thread, figures))
    return briefing.model_copy(update={"figure_policy": policy, "policy_figures": tuple(found)})


def _live(register: Register, thread: Thread) -> list[_Figure]:
    """The figures that stand: affirmed, of what happened, not replaced, not in a reprint, and not an increment."""
    found = []
    for claim in (register.claims[c] for c in thread.claims if c in register.claims):
        figure = figure_of(claim)
        replaced = claim.id in register.superseded or {EARLIER, WITHDRAWN} & {*claim.flags}
        if figure is None or replaced or claim.id in register.folded_into:
            continue
        if claim.polarity == "affirmed" and claim.reality in _HAPPENED and figure.counting != "incremental":
            found.append(_Figure(claim, figure, register.originator[claim.id]))
    return found


def _undecided_rivals(thread: Thread, policy: FigurePolicy) -> PolicyFigure:
    reason = "not decided: it is open whether the accounts count the same"
    return PolicyFigure(thread=thread.id, policy=policy, reason=reason)


def _count_acled(thread: Thread, figures: Sequence[_Figure]) -> PolicyFigure:
    """The lowest figure of deaths that the policy can read."""
    measures = {_level(f.quantity.measure) for f in figures}
    if measures != {"killed"} or any(f.quantity.unit for f in figures):
        return PolicyFigure(
            thread=thread.id, policy="acled", reason="not decided: the policy counts deaths only"
        )
    lowest = [(low, f) for f in figures if (low := _conservative(f.quantity)) is not None]
    open_figures = listing(
        list(dict.fromkeys(f"{f.words} ({f.name})" for f in figures if _conservative(f.quantity) is None))
    )
    if not lowest:
        reason = f"not decided: the policy gives no number for {open_figures}"
        return PolicyFigure(thread=thread.id, policy="acled", reason=reason)
    value = min(low for low, _ in lowest)
    held = [f for low, f in lowest if low == value]
    others = len({low for low, _ in lowest}) > 1
    how = "the lowest figure given" if others else "the only figure given"
    names = listing(list(dict.fromkeys(f.name for f in held)), limit=3)
    stated = dict.fromkeys(f.words for f in held if f.words != number_words(value))
    wording = f", stated as {' or '.join(stated)}" if stated else ""
    without = f"; no number for {open_figures}" if open_figures else ""
    return PolicyFigure(
        thread=thread.id,
        policy="acled",
        answer=number_words(value),
        low=value,
        high=value,
        claims=tuple(f.claim.id for f in held),
        reason=f"{how} ({names}{wording}){without}",
    )


def _level(measure: str | None) -> str | None:
    return MEASURES.get(stem(measure), measure) if measure else None


def _conservative(figure: Quantity) -> float | None:
    """The number that the policy records for a figure; None where it has none, as for "up to 58" or "several dozen"."""
    if figure.bound == "vague":
        alone = _VAGUE_ALONE.fullmatch(figure.text.strip())
        return _VAGUE[alone[1].lower()] if alone else None
    return figure.low


def _count_majority(thread: Thread, figures: Sequence[_Figure]) -> PolicyFigure:
    """The figure of more than half of the independent origins; an origin that gives two has no voice."""
    by_claim = {f.claim.id: f for f in figures}
    groups = [[by_claim[c.id] for c in group] for group in group_origins([f.claim for f in figures])]
    votes: dict[tuple[float | None, float | None, str], list[_Figure]] = {}
    split = 0
    for group in groups:
        if len({f.key for f in group}) > 1:
            split += 1
        else:
            votes.setdefault(group[0].key, []).append(group[0])
    ranked = sorted(votes.values(), key=lambda held: (-len(held), str(held[0].key)))
    most = len(ranked[0]) if ranked else 0
    if 2 * most <= len(groups) or len(groups) < 2:  # noqa: PLR2004 - one origin is no majority of anything
        return PolicyFigure(
            thread=thread.id, policy="majority", reason=_no_majority(ranked, len(groups), split=split)
        )
    first = ranked[0][0]
    return PolicyFigure(
        thread=thread.id,
        policy="majority",
        answer=first.words,
        low=first.quantity.low,
        high=first.quantity.high,
        claims=tuple(f.claim.id for f in figures if f.key == first.key),
        reason=f"{small(most)} of {small(len(groups))} independent origins ({listing([f.name for f in ranked[0]], limit=4)})",
    )


def _no_majority(ranked: Sequence[Sequence[_Figure]], origins: int, *, split: int) -> str:
    if origins < 2:  # noqa: PLR2004 - as above
        return "not decided: one origin only"
    tied = len(ranked) > 1 and len(ranked[0]) == len(ranked[1])
    shares = listing([f"{held[0].words} ({listing([f.name for f in held])})" for held in ranked])
    unsaid = f"; {small(split)} gave more than one figure" if split else ""
    return f"not decided: {'a tie of' if tied else 'no majority among'} {small(origins)} independent origins: {shares}{unsaid}"


_RULES: Mapping[FigurePolicy, Callable[[Thread, Sequence[_Figure]], PolicyFigure]] = {
    "acled": _count_acled,
    "majority": _count_majority,
}


def policy_line(figure: PolicyFigure) -> str:
    """One line under a measure, which names the policy.

    >>> policy_line(PolicyFigure(thread="t", policy="acled", answer="9", reason="the lowest figure given (Ana)"))
    'ACLED’s counting policy: 9, the lowest figure given (Ana)'
    """
    answer = f"{figure.answer}, " if figure.answer else ""
    return f"{POLICY_NAMES[figure.policy]}: {answer}{figure.reason}"
