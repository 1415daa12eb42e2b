"""Many calls at once, of which the done ones are kept when the rest must stop (room: steps)."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

from counterclaim.core.errors import BudgetReachedError
from counterclaim.core.records import Usage

T = TypeVar("T")


class Stop(NamedTuple):
    """Why a run ended before it was done, and what to tell the user."""

    kind: Literal["budget", "interrupted"]
    reason: str

    @property
    def unread(self) -> str:
        """What is said of an article that was not reached.

        >>> INTERRUPTED.unread
        'interrupted before it was read'
        """
        return (
            "the budget was reached before it was read"
            if self.kind == "budget"
            else "interrupted before it was read"
        )

    @property
    def partial(self) -> str:
        """What the note says of itself.

        >>> INTERRUPTED.partial
        'interrupted before all was asked; what the model did not read or judge is under Gaps'
        """
        why = "the budget was reached" if self.kind == "budget" else "interrupted"
        return f"{why} before all was asked; what the model did not read or judge is under Gaps"


INTERRUPTED = Stop(
    "interrupted", "interrupted; what was answered is kept, and the same command goes on from there"
)


@dataclass(frozen=True)
class Watch:
    """Whom to tell how it goes: a stage with its number of calls begins, one is done, the sums so far (`told`)."""

    begin: Callable[[str, int], None] = lambda _stage, _total: None
    advance: Callable[[], None] = lambda: None
    told: Callable[[Usage], None] = lambda _usage: None


async def gather_all(jobs: Sequence[Coroutine[None, None, T]]) -> list[T]:
    """Run all jobs at once, for their results in order; when one fails, or this task is cancelled, the others end.

    Raises:
        CounterclaimError: The first error of a job.
    """
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        return await asyncio.gather(*tasks)
    finally:
        await _end(tasks)


async def gather_done(jobs: Sequence[Coroutine[None, None, T]]) -> tuple[tuple[T | None, ...], Stop | None]:
    """Run all jobs at once and keep what they return, in their order; None for a job that was stopped.

    A job that meets the end of the budget ends, and the others go on, since theirs may be stored or under way. An
    interruption (the cancellation of this task) ends all that are not done.

    Raises:
        CounterclaimError: Any other error of a job; the other jobs are ended.
    """
    tasks = [asyncio.ensure_future(_until_budget(job)) for job in jobs]
    try:
        ended = await asyncio.gather(*tasks)
    except asyncio.CancelledError:
        await _end(tasks)
        _take_back_cancellation()
        return tuple(_result(task) for task in tasks), INTERRUPTED
    except BaseException:
        await _end(tasks)
        raise
    stops = [one for one in ended if isinstance(one, Stop)]
    return tuple(None if isinstance(one, Stop) else one for one in ended), stops[0] if stops else None


async def _until_budget(job: Coroutine[None, None, T]) -> T | Stop:
    try:
        return await job
    except BudgetReachedError as error:
        return stop_at(error)


def stop_at(error: BudgetReachedError) -> Stop:
    """The end of a run at the end of its budget."""
    return Stop("budget", f"the budget was reached, and the result is partial ({error})")


async def _end(tasks: Sequence[asyncio.Future[T]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _take_back_cancellation() -> None:
    """The run goes on to write what it has: later waits of this task must not find it cancelled."""
    task = asyncio.current_task()
    if task is not None:
        task.uncancel()


def _result(task: asyncio.Future[T | Stop]) -> T | None:
    if task.cancelled() or task.exception() is not None:
        return None
    result = task.result()
    return None if isinstance(result, Stop) else result
