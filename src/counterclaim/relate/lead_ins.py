"""What the words right before a figure say that it is: a deficit, a toll, a level that was reached (room: brains).

"A gap of 38 million", "the real shortfall was 24 million" and "a hole of €3 million" each say how much money is lacking.
A toll that "stands at 11" counts people, and what "dropped to 13.9 metres" then stood at 13.9.
"""

import re

from counterclaim.core.records import Quantity
from counterclaim.text.lexicon import FUNCTION_WORDS, MEASURES, stem
from counterclaim.text.quantities import is_currency

DEFICIT = "deficit"
_LACKS = re.compile(
    r"(?:\b([\w-]+) )?\b(deficits?|shortfalls?|gaps?|holes?)(?: \w+){0,2}? (?:of|is|was|at|to|totals?|totalled|totalling) "
    r"(?:about |around |nearly |almost |more than |at least |up to |some )?$",
    re.IGNORECASE,
)
LEVEL = "level"
_REACHED = re.compile(
    r"(?<!up) to (?:about |around |just |only |nearly |almost |more than |less than |over |under )?$",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:toll|number of (?:dead|deaths|fatalities))\b.* (?:at|to|reached|is|was|now) (?:about |around |at least |more than )?$",
    re.IGNORECASE,
)
_LENGTH = "metre"
_PLAIN = frozenset(
    "real actual true total whole overall estimated expected projected budget funding financial budgetary remaining annual current".split()
)
_WIDE = frozenset({"gap", "gaps", "hole", "holes"})  # these need not be of money


def name_deficit(before: str, unit: str | None) -> str | None:
    """The measure of a sum of which the words before it say that it is lacking; None where they do not.

    >>> name_deficit("the real shortfall was ", None), name_deficit("a gap of ", None), name_deficit("a gap of ", "EUR")
    ('deficit', None, 'deficit')
    >>> name_deficit("the trade deficit was ", "EUR")
    'trade deficit'
    """
    found = _LACKS.search(before)
    if found is None or (found[2].lower() in _WIDE and not is_currency(unit)):
        return None
    kind = (found[1] or "").lower()
    return (
        DEFICIT
        if kind in _PLAIN | FUNCTION_WORDS | {""} or found[2].lower() in _WIDE
        else f"{kind} {DEFICIT}"
    )


def are_two_deficits(one: str | None, two: str | None) -> bool:
    """Whether each measure names a deficit of its own kind.

    >>> are_two_deficits("trade deficit", "pension deficit"), are_two_deficits("deficit", "trade deficit")
    (True, False)
    """
    return one != two and all(name is not None and name.endswith(f" {DEFICIT}") for name in (one, two))


def name_lead_in(text: str, figure: Quantity, unit: str | None) -> str | None:
    """The measure that the words before a figure give it, whatever verb is nearer; None where they give none.

    Args:
        text: The claim.
        figure: The figure in it.
        unit: Its base unit.
    """
    before = text.partition(figure.text)[0]
    changed = figure.measure and MEASURES.get(stem(figure.measure), figure.measure) in {"risen", "fallen"}
    if changed and unit == _LENGTH and _REACHED.search(before):
        return LEVEL
    return name_deficit(before, unit)


def name_counted(text: str, figure: Quantity | None, measure: str | None) -> str | None:
    """What a figure counts; a toll that "stands at 11" counts people, whatever the words between name."""
    if figure is None:
        return None
    toll = measure == "killed" and _TOLL.search(text.partition(figure.text)[0])
    return "people" if toll else figure.population
