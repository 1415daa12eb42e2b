"""Why two claims relate as they do, or not at all: the records of `compare --explain` (room: nouns)."""

from typing import Literal

from counterclaim.core.record import Record
from counterclaim.core.records import Claim, Label, Relation

Slot = Literal[
    "speaker",
    "through",
    "said",
    "happened",
    "place",
    "counted",
    "measure",
    "figure",
    "words",
    "standing",
]
Compared = Literal["same", "apart", "unlike", "one", "none"]


class SlotReading(Record):
    """One slot as it was read from each of two claims, for people; None: the articles do not tell.

    `compared` says how the two stand: "same"; "apart", where they exclude each other or name two things; "unlike", where
    they are worded otherwise and may be one; "one", where only one tells; "none".
    """

    slot: Slot
    a: str | None = None
    b: str | None = None
    compared: Compared


class LadderStep(Record):
    """One question as it was put to two claims: what was read from each, and what came of it.

    `question` is its key, `asked` its words. `label` and `rule` are set on the step that decides; a step "model" is the
    model's answer to what the rules left open.
    """

    question: str
    asked: str
    a: str | None = None
    b: str | None = None
    answer: str
    label: Label | None = None
    rule: str | None = None


class Explanation(Record):
    """Why claim `a` stands to claim `b` as it does: every question in order, of which the last decides.

    `read` is what each claim says slot by slot, `differences` what sets the two apart by any rule, in the order of the
    questions, whichever of them decided. `aligned`: they were taken for answers to one question. `label` is None where they have no relation; `relation` has
    its direction. `thread` is the id of the thread that holds both.
    """

    a: Claim
    b: Claim
    steps: tuple[LadderStep, ...]
    read: tuple[SlotReading, ...] = ()
    differences: tuple[str, ...] = ()
    aligned: bool
    label: Label | None = None
    relation: Relation | None = None
    thread: str | None = None
