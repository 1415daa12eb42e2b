"""The bottom line in a model's words, beside the template's, where it says nothing that the register does not (room: steps)."""

from counterclaim.core.errors import BudgetReachedError, ModelError, SetupError
from counterclaim.core.model import Model
from counterclaim.core.records import Briefing, Uncompared
from counterclaim.note.bottom_line import Accepted, check_bottom_line, read_bottom_line
from counterclaim.steps.gathering import Stop, gather_done
from counterclaim.steps.requests import Asker, request_bottom_line
from counterclaim.text.citations import Unreadable

_LEAST = 2  # articles: with one there is nothing to sum up


async def write_bottom_line(briefing: Briefing, model: Model, asker: Asker) -> tuple[Briefing, Stop | None]:
    """The briefing with the model's wording of its bottom line beside the template's, or with the reason why not.

    Raises:
        SetupError: No call can succeed before the user changes something.
        StoreError: The cache or a fixture cannot be used.
    """
    if len(briefing.articles) < _LEAST or not briefing.claims:
        return briefing, None
    (got,), stop = await gather_done([_ask(briefing, model, asker)])
    if got is None:
        return _leave_out(
            briefing, "the budget was reached" if stop and stop.kind == "budget" else "interrupted"
        ), stop
    if isinstance(got, Unreadable):
        return _leave_out(briefing, got.reason), stop
    return briefing.model_copy(update={"model_wording": got.sentences}), stop


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


def _leave_out(briefing: Briefing, reason: str) -> Briefing:
    note = Uncompared(what="the model's bottom line", reason=reason)
    return briefing.model_copy(update={"uncompared": (*briefing.uncompared, note)})
