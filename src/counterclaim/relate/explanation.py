"""Why two claims relate as they do, or not at all: the rungs they climbed, in words (room: brains)."""

from collections.abc import Mapping
from typing import NamedTuple, Self, assert_never

from counterclaim.core.explanations import Explanation, LadderStep
from counterclaim.core.records import Claim, Comparison, Label, Relation
from counterclaim.relate.directory import Directory
from counterclaim.relate.grounds import Grounds
from counterclaim.relate.lineage import compare_originators, originator
from counterclaim.relate.overlaps import word_common
from counterclaim.relate.questions import QUESTIONS
from counterclaim.relate.readings import find_differences, read_slots
from counterclaim.relate.rungs import NoRelation, Part, Passed, Question, Rung, Verdict, settle
from counterclaim.relate.sayings import merge_sayings
from counterclaim.relate.slots import Slots
from counterclaim.text.grounding import fold

# What it means that a question ends the ladder, where that is not "yes".
_ENDS: Mapping[Question, str] = {"question": "no: ", "conflict": "no: "}
# Whether two statements say the same, by their label.
_SAME: Mapping[Label | None, str] = {"equivalent": "yes: ", "refines": "in part: "}
# What one speaker says in two wordings that are related so, is one statement.
_ONE_STATEMENT = frozenset({"equivalent", "refines", "reports"})
_REPRINTED = "rule:reprint"
_MODEL = "The rules leave this to a model: what did it say?"


def find_claims(comparison: Comparison, words: str) -> tuple[Claim, ...]:
    """The claims that an id, the start of an id or a fragment of text stands for, in this order; empty: none."""
    claims = [claim for digest in comparison.digests for claim in digest.claims]
    wanted = fold(words.strip()).text
    matches = (
        [c for c in claims if c.id == words],
        [c for c in claims if wanted and c.id.startswith(wanted)],
        [c for c in claims if wanted and any(wanted in fold(text).text for text in (c.quote, c.text))],
    )
    return tuple(next((found for found in matches if found), ()))


def keep_originals(comparison: Comparison, found: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims without those that a reprint repeats word for word from another of them."""
    ids = {claim.id for claim in found}
    printed = (r for r in comparison.relations if r.basis == _REPRINTED)
    copies = {r.b for r in printed if r.a in ids}  # `a` stands in the source
    return tuple(claim for claim in found if claim.id not in copies)


class Explainer(NamedTuple):
    """A comparison, with the model's judgements if it has any, and the grounds it was made on."""

    comparison: Comparison
    grounds: Grounds
    known: Directory

    @classmethod
    def of(cls, comparison: Comparison) -> Self:
        """Gather the grounds of a comparison anew."""
        ordered = sorted(comparison.digests, key=lambda d: d.article.id)
        grounds = Grounds.of(ordered, comparison.opposed)
        return cls(comparison, grounds, Directory.of(grounds.slots))

    def explain(self, a: Claim, b: Claim) -> Explanation:
        """Explain how two claims of the comparison relate; the steps read `a` first.

        The ladder is climbed again with the code that decided; what a model made of the pair comes last.
        """
        grounds, threads = self.grounds, self.comparison.threads
        i, j = (grounds.find(claim.id) for claim in (a, b))
        rungs = tuple(grounds.climb(min(i, j), max(i, j)))
        steps = [self._step(rung, i, j) for rung in rungs]
        relation = next((r for r in self.comparison.relations if {r.a, r.b} == {a.id, b.id}), None)
        judged = _judged(settle(rungs), relation)
        return Explanation(
            a=a,
            b=b,
            steps=(*steps, *([judged] if judged else [])),
            read=read_slots(self._with_paraphrases(i), self._with_paraphrases(j), self.known),
            differences=find_differences(*(grounds.slots[k] for k in sorted((i, j)))),
            aligned=rungs[-1].question not in {"reprint", "question"},
            label=relation.label if relation else None,
            relation=relation,
            thread=next((t.id for t in threads if {a.id, b.id} <= {*t.claims}), None),
        )

    def _step(self, rung: Rung, i: int, j: int) -> LadderStep:
        asked, a, b = QUESTIONS[rung.question], self.grounds.slots[i], self.grounds.slots[j]
        verdict = rung.answer if isinstance(rung.answer, Verdict) else None
        return LadderStep(
            question=rung.question,
            asked=asked.text,
            a=asked.reads(a, self.known),
            b=asked.reads(b, self.known),
            answer=_answered(rung, a, b, self._matched(i, j)),
            label=verdict.label if verdict else None,
            rule=verdict.rule if verdict else None,
        )

    def _matched(self, i: int, j: int) -> str:
        """Why two claims are taken for answers to one question, and the words that they share."""
        reason = self.grounds.alignment.gate.admit(min(i, j), max(i, j)).reason
        common = word_common(self.grounds.slots[i], self.grounds.slots[j])
        return f"{reason}; {common}" if common else reason

    def _with_paraphrases(self, i: int) -> Slots:
        """The slots of a claim, dated by its speaker's other wordings of the same statement too."""
        own, slots = self.grounds.slots[i], self.grounds.slots
        related = (
            next(iter({r.a, r.b} - {own.claim.id}))
            for r in self.comparison.relations
            if r.label in _ONE_STATEMENT and own.claim.id in {r.a, r.b}
        )
        others = [slots[self.grounds.find(claim)] for claim in related]
        same = [o for o in others if (o.low, o.high) == (own.low, own.high)]
        return merge_sayings(own, [o for o in same if self._are_one(o.claim, own.claim)])

    def _are_one(self, a: Claim, b: Claim) -> bool:
        """Whether one originator makes two claims, "the company" and its spokesman included."""
        if compare_originators(a, b) == "same":
            return True
        links = originator(a), originator(b)
        if not links[0] or not links[1]:
            return False
        return any(
            (body := self.known.body(one)) and self.known.side(other) == body
            for one, other in (links, links[::-1])
            if one and other
        )


def _answered(rung: Rung, a: Slots, b: Slots, matched: str) -> str:
    answer = rung.answer
    match answer:
        case None:
            return (
                f"yes: {matched}" if rung.question == "question" else QUESTIONS[rung.question].word_pass(a, b)
            )
        case Part():
            return f"perhaps: {answer.reason}"
        case Passed():
            return answer.reason
        case Verdict(label="undetermined"):
            return f"it cannot be told: {answer.reason}"
        case Verdict() | NoRelation():
            label = answer.label if isinstance(answer, Verdict) else None
            ends = (
                _SAME.get(label, "no: ")
                if rung.question == "statement"
                else _ENDS.get(rung.question, "yes: ")
            )
            return f"{ends}{answer.reason}"
    assert_never(answer)


def _judged(ruled: Verdict | None, relation: Relation | None) -> LadderStep | None:
    """What a model made of a pair, where the relation is not the rules'."""
    if relation is not None and relation.basis == "model":
        return _said(relation.reason, relation)
    if relation is None and ruled is not None:
        return _said("it took them for unrelated", None)
    return None


def _said(answer: str, relation: Relation | None) -> LadderStep:
    return LadderStep(
        question="model",
        asked=_MODEL,
        answer=answer,
        label=relation.label if relation else None,
        rule="model",
    )
