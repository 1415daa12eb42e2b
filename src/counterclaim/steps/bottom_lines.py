"""The bottom line by a model, where it says nothing that the register does not (room: steps)."""

from counterclaim.core.errors import BudgetReachedError, ModelError, SetupError
from counterclaim.core.model import Model
from counterclaim.core.records import Briefing, Uncompared
from counterclaim.note.bottom_line import Accepted, check_bottom_line, read_bottom_line
from counterclaim.steps.gathering import Stop, gather_done
from counterclaim.steps.requests import Asker, request_bottom_line
from counterclaim.text.citations import Unreadable

_LEAST = 2  # articles: with one there is nothing to sum up


async def write_bottom_line(briefing: Briefing, model: Model, asker: Asker) -> tuple[Briefing, Stop | None]:
    """The briefing with the model's bottom line, or with the template's and the reason why.

    Raises:
        SetupError: No call can succeed before the user changes something.
        StoreError: The cache or a fixture cannot be used.
    """
    if len(briefing.articles) < _LEAST or not briefing.claims:
        return briefing, None
    (got,), stop = await gather_done([_ask(briefing, model, asker)])
    if got is None:
        return briefing, stop
    if isinstance(got, Unreadable):
        return _keep_template(briefing, got.reason), stop
    return briefing.model_copy(update={"bottom_line": got.sentences}), stop


async def _ask(briefing: Briefing, model: Model, asker: Asker) -> Accepted | Unreadable:
    try:
        said = await model.ask(request_bottom_line(asker, briefing))
    except (SetupError, BudgetReachedError):
        raise
    except ModelError as error:
        return Unreadable(error.reason)
    if said.finish != "stop":
        return Unreadable(f"the reply ended by {said.finish.replace('_', ' ')}")
    reply = read_bottom_line(said.text)
    if isinstance(reply, Unreadable):
        return reply
    checked = check_bottom_line(reply.sentences, briefing)
    return checked if isinstance(checked, Accepted) else Unreadable("; ".join(checked.reasons))


def _keep_template(briefing: Briefing, reason: str) -> Briefing:
    note = Uncompared(
        what="the model's bottom line", reason=f"{reason}; the template's text stands in its place"
    )
    return briefing.model_copy(update={"uncompared": (*briefing.uncompared, note)})
