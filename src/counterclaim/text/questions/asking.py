"""The question of any claim and its answer (room: brains).

Counts of a known measure are asked for by it, other figures by their own clause with the figure left open, statements by
what they affirm.
"""

from counterclaim.core.records import Quantity
from counterclaim.text.propositions import read_proposition
from counterclaim.text.questions.figures import ask_figure
from counterclaim.text.questions.naming import name_pronouns
from counterclaim.text.questions.statements import UNPROVOKED, ask_whether


def ask(
    quantity: Quantity | None,
    text: str,
    *,
    denied: bool | None = None,
    common: frozenset[str] = frozenset(),
    ahead: bool = False,
) -> str:
    """The short question that a claim answers.

    Args:
        quantity: The figure; None for a statement.
        text: The claim in words.
        denied: Whether the claim negates what is asked; None: not known, its words decide.
        common: Words that are no names in the article, in lower case.
        ahead: Whether the figure is of what is planned or expected.

    >>> ask(Quantity(start=0, end=2, text="12", low=12, high=12, measure="killed", population="guards"), "")
    'How many guards were killed?'
    >>> ask(Quantity(start=0, end=2, text="6 per cent", low=6, high=6, unit="percent"), "Rents rose by 6 per cent")
    'Rents rose by what percentage?'
    >>> ask(None, "Nobody at the back could see it"), ask(None, "Nor has it rained", denied=True)
    ('Whether anybody at the back could see it', 'Has it rained?')
    """
    if quantity is not None:
        return ask_figure(quantity, text, common, ahead=ahead)
    return ask_whether(name_pronouns(read_proposition(text) or text), denied=denied, common=common)


def answer(quantity: Quantity | None, *, denied: bool, text: str = "") -> str:
    """The figure as worded, else yes or no to the question whether `text` is so.

    >>> answer(None, denied=False, text="the raid was unprovoked")
    'no'
    """
    if quantity is not None:
        return quantity.text
    return "no" if denied != bool(UNPROVOKED.search(text)) else "yes"
