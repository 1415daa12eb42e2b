"""Why two claims relate as they do, as text for a terminal or a pipe (room: brains)."""

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.core.explanations import Explanation, LadderStep, Slot, SlotReading
from counterclaim.core.records import Claim, Comparison, Independence, Label, Relation
from counterclaim.note.listing import paged
from counterclaim.note.prose import excerpt, plain, shortened

_QUOTE_ROOM, _SLOT_ROOM = 240, 480
_SOURCES: Mapping[Independence, str] = {
    "I0": "prints of one text (I0), so no support for each other",
    "I1": "one originator (I1), so no support for each other",
    "I2": "two originators of one side (I2)",
    "I3": "originators under no common control as far as is stated (I3)",
    "IU": "not known to be independent (IU)",
}
_SLOTS: Mapping[Slot, str] = {
    "speaker": "who says it",
    "through": "through whom",
    "said": "when it was said",
    "happened": "when it happened, or as of when",
    "place": "where",
    "counted": "what is counted",
    "measure": "what is told of it",
    "figure": "figure and bound",
    "words": "words",
    "standing": "how it stands",
}
_COMPARED = {"same": "the same", "apart": "different", "unlike": "in other words, perhaps the same"}
# Slots that can differ and still not exclude each other, otherwise than in their words.
_UNLIKE: Mapping[Slot, str] = {
    "speaker": "of one side, or perhaps one",
    "said": "in other prints, perhaps one saying",
    "happened": "not told apart",
    "place": "not told apart",
    "figure": "different, but both can be true",
    "standing": "not quite the same",
}
# What a label says of two statements, where its name alone may mislead.
_MEANINGS: Mapping[Label, str] = {
    "compatible": "both can be true, and neither says all that the other says",
    "possible_update": "what changes may have changed between the two accounts; a person has to confirm it",
    "different_scope": "they are not of one thing, so they are no conflict",
    "undetermined": "what would decide it was not found",
}
_MUTUAL = frozenset({"equivalent", "compatible", "contradicts", "different_scope", "undetermined"})


def list_explanation(explanation: Explanation, comparison: Comparison, *, width: int = 80) -> str:
    """The two claims, every question with what was read from each and the answer, and the label.

    Args:
        explanation: Of two claims.
        comparison: That they are part of; it tells their outlets and their thread.
        width: The columns to wrap at.
    """
    return paged(_lines(explanation, comparison), width)


def _lines(explanation: Explanation, comparison: Comparison) -> Iterator[str]:
    yield from _claim_lines("A", explanation.a, comparison)
    yield from _claim_lines("B", explanation.b, comparison)
    yield ""
    yield "What was read of each:"
    for read in explanation.read:
        yield from _slot_lines(read)
    yield ""
    yield "What the ladder asked, up to what decided:"
    yield from _ladder_lines(explanation.steps)
    yield ""
    yield from _difference_lines(explanation)
    yield _result(explanation)
    if explanation.label and explanation.label in _MEANINGS:
        yield f"That is: {_MEANINGS[explanation.label]}."
    if explanation.relation and explanation.relation.independence:
        yield f"Sources: {_SOURCES[explanation.relation.independence]}"
    yield from (f"Tag: {plain(tag)}" for tag in (explanation.relation.tags if explanation.relation else ()))
    thread = next((t for t in comparison.threads if t.id == explanation.thread), None)
    yield (
        f"Both stand in the thread {thread.id} ({thread.status.replace('_', ' ')}): {plain(thread.question)}"
        if thread
        else "They stand in two threads."
    )


def _claim_lines(name: str, claim: Claim, comparison: Comparison) -> Iterator[str]:
    article = next(d.article for d in comparison.digests if d.article.id == claim.article)
    yield f"{name}: {claim.id}, in {plain(article.outlet or article.source)}: {excerpt(claim.quote, _QUOTE_ROOM).marked()}"


def _slot_lines(read: SlotReading) -> Iterator[str]:
    told = {"A": read.a, "B": read.b}
    title = f"   {_SLOTS[read.slot]}: "
    if read.compared == "none":
        yield f"{title}none found in either"
    elif read.a == read.b:
        yield f"{title}both {shortened(read.a or '', _SLOT_ROOM)}"
    else:
        yield f"{title}{_how(read)}"
        yield from (
            f"      {name}: {shortened(words or 'none found', _SLOT_ROOM)}" for name, words in told.items()
        )


def _how(read: SlotReading) -> str:
    """How the two readings of a slot stand to each other."""
    match read.compared:
        case "one":
            return f"found in {'B' if read.a is None else 'A'} only"
        case "unlike" if read.slot in _UNLIKE:
            return _UNLIKE[read.slot]
        case _:
            return _COMPARED[read.compared]


def _difference_lines(explanation: Explanation) -> Iterator[str]:
    """Every slot and every question that sets the two apart, and which question decided."""
    slots = (r for r in explanation.read if r.compared in {"apart", "unlike", "one"})
    found = [f"{_SLOTS[r.slot]} ({_how(r)})" for r in slots]
    yield f"What sets them apart: {'; '.join(found) or 'nothing that was read'}."
    yield from (f"   - {plain(one)}" for one in explanation.differences)
    last = len(explanation.steps)
    yield f"Question {last} decided: {plain(explanation.steps[-1].asked)}"


def _ladder_lines(steps: Sequence[LadderStep]) -> Iterator[str]:
    """Every question with what was read for it; what an earlier question read alike is not told again."""
    first: dict[tuple[str | None, str | None], int] = {}
    for number, step in enumerate(steps, start=1):
        yield f"{number:>2}. {step.asked} {plain(step.answer)}{_decided(step)}"
        before = first.setdefault((step.a, step.b), number)
        if before == number:
            yield from _read_lines(step)
        else:
            yield f"      read as for {before}"


def _read_lines(step: LadderStep) -> Iterator[str]:
    read = {"both": step.a} if step.a == step.b else {"A": step.a, "B": step.b}
    yield from (
        f"      {name}: {shortened(slots, _SLOT_ROOM)}" for name, slots in read.items() if slots is not None
    )


def _decided(step: LadderStep) -> str:
    if step.label is None:
        return ""
    return f" -> {step.label}" + (f" (rule: {step.rule})" if step.rule != "model" else " (model)")


def _result(explanation: Explanation) -> str:
    relation = explanation.relation
    if relation is None:
        return "A and B have no relation." + ("" if explanation.aligned else " They were not compared.")
    forward = relation.a == explanation.a.id or relation.label in _MUTUAL
    first, second = ("A", "B") if forward else ("B", "A")
    return f"{first} {_verb(relation)} {second} ({relation.basis}): {plain(relation.reason)}"


def _verb(relation: Relation) -> str:
    """The label as it stands between two names; those that are no verbs, in words."""
    return {
        "equivalent": "is equivalent to",
        "compatible": "is compatible with",
        "possible_update": "possibly updates",
        "part_of": "is a part of",
        "different_scope": "has another scope than",
        "undetermined": "is undetermined against",
    }.get(relation.label, relation.label)
