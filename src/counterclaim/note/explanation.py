"""Why two claims relate as they do, as text for a terminal or a pipe (room: brains)."""

from collections.abc import Iterator, Mapping

from counterclaim.core.records import Claim, Comparison, Explanation, Independence, LadderStep, Relation
from counterclaim.note.listing import paged
from counterclaim.note.prose import NAME_ROOM, excerpt, plain, shortened, speaker_words

_QUOTE_ROOM, _SLOT_ROOM = 240, 160
_SOURCES: Mapping[Independence, str] = {
    "I0": "prints of one text (I0), so no support for each other",
    "I1": "one originator (I1), so no support for each other",
    "I2": "two originators of one side (I2)",
    "I3": "originators under no common control as far as is stated (I3)",
    "IU": "not known to be independent (IU)",
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
    for number, step in enumerate(explanation.steps, start=1):
        yield from _step_lines(number, step)
    yield ""
    yield _result(explanation)
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
    chain = " > ".join(shortened(speaker_words(link), NAME_ROOM) for link in claim.attribution)
    yield f"{name}: {claim.id}, in {plain(article.outlet or article.source)}: {excerpt(claim.quote, _QUOTE_ROOM).marked()}"
    yield f"   said by: {chain or 'speaker not stated'}"


def _step_lines(number: int, step: LadderStep) -> Iterator[str]:
    yield f"{number:>2}. {step.asked} {plain(step.answer)}{_decided(step)}"
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
