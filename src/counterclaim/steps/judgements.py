"""What the rules leave open, put to a model: at most one call a thread, never one a pair (room: steps)."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from counterclaim.core.errors import BudgetReachedError, ModelError, SetupError
from counterclaim.core.model import Model
from counterclaim.core.records import Comparison, Uncompared
from counterclaim.relate.judgement import (
    Inquiry,
    JudgeReply,
    apply_judgements,
    find_open,
    group_threads,
    read_judgement,
)
from counterclaim.steps.gathering import Stop, Watch, gather_done
from counterclaim.steps.requests import Asker, request_judgement
from counterclaim.text.citations import Unreadable


class Judged(NamedTuple):
    """A comparison with the model's relations in it; `stop` says why not every open thread was judged."""

    comparison: Comparison
    stop: Stop | None = None


async def judge_open(
    comparison: Comparison,
    model: Model,
    asker: Asker,
    *,
    watch: Watch = Watch(),  # noqa: B008 - immutable
) -> Judged:
    """Ask about every thread with pairs that the rules left open, all at once.

    A judgement that cannot be had leaves its pairs as the rules left them, and is counted under `uncompared`. It is
    not asked for again: at most one call a thread.

    Raises:
        SetupError: No call can succeed before the user changes something.
        StoreError: The cache or a fixture cannot be used.
    """
    inquiries = tuple(group_threads(find_open(comparison), asker.pairs))
    watch.begin("judging", len(inquiries))
    results, stop = await gather_done([_judge(one, model, asker, watch.advance) for one in inquiries])
    outcomes = list(zip(inquiries, results, strict=True))
    judged = [(inquiry, got) for inquiry, got in outcomes if isinstance(got, JudgeReply)]
    failed = tuple(
        note
        for inquiry, got in outcomes
        if not isinstance(got, JudgeReply)
        for note in _note(inquiry, got.reason if isinstance(got, Unreadable) else stop.kind if stop else "")
    )
    applied = apply_judgements(comparison, judged) if judged else comparison
    return Judged(applied.model_copy(update={"uncompared": (*applied.uncompared, *failed)}), stop)


async def _judge(
    inquiry: Inquiry, model: Model, asker: Asker, advance: Callable[[], None]
) -> JudgeReply | Unreadable:
    try:
        said = await model.ask(request_judgement(asker, inquiry))
    except (SetupError, BudgetReachedError):
        raise
    except ModelError as error:
        return Unreadable(error.reason)
    finally:
        advance()
    if said.finish in {"refusal", "content_filter"}:
        return Unreadable(
            "the model refused" if said.finish == "refusal" else "the content filter stopped it"
        )
    return read_judgement(said.text)


def _note(inquiry: Inquiry, reason: str) -> Iterator[Uncompared]:
    why = {"budget": "the budget was reached", "interrupted": "interrupted"}.get(reason, reason)
    for thread in inquiry.threads:
        what = f"pairs that the model was to judge: {thread.question}"
        yield Uncompared(what=what, reason=why, count=len(thread.pairs))
