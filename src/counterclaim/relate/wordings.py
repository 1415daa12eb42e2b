"""What the comparator read of a claim, in words for people: who, what, how many, and how surely (room: brains).

When and where are in `circumstances`.
"""

import math
from itertools import takewhile

from counterclaim.core.records import Attribution, Bound, Quantity
from counterclaim.relate.circumstances import NOTHING_KNOWN, outlet
from counterclaim.relate.directory import Directory
from counterclaim.relate.institutions import is_wording_of
from counterclaim.relate.lineage import originator
from counterclaim.relate.portions import name_owned
from counterclaim.relate.slots import Slots, is_content
from counterclaim.text.facts import is_verb
from counterclaim.text.quantities import stated_interval, to_base
from counterclaim.text.tokens import tokenize

NONE_FOUND = "none found"  # the program matched nothing, which does not say that the article is silent
_BOUNDS: dict[Bound, str] = {
    "exact": "as a plain figure",
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "less_than": "less than",
    "approx": "about",
    "range": "a range",
    "vague": "a vague number",
}
_PLURALS = {"foot": "feet", "inch": "inches", "percent": "per cent"}


def link_words(link: Attribution, known: Directory = NOTHING_KNOWN) -> str:
    """A speaker with role and side, nothing said twice.

    >>> link_words(Attribution(name="Ana Roy", role="spokeswoman", side="Orvo police"))
    'Ana Roy (spokeswoman, Orvo police)'
    """
    name = link.name or "somebody not named"
    institution = None if link.institution and is_wording_of(name, link.institution) else link.institution
    told = [part for part in (link.role, known.side(link), known.body(link), institution) if part]
    extra = [
        part
        for i, part in enumerate(told)
        if not any(part.casefold() in other.casefold() for other in (name, *told[:i]))
        and not any(part.casefold() in other.casefold() != part.casefold() for other in told[i + 1 :])
    ]
    return f"{name} ({', '.join(extra)})" if extra else name


def speaker_words(s: Slots, known: Directory = NOTHING_KNOWN) -> str:
    """The originator; where there is none, the outlet that says it itself."""
    link = originator(s.claim)
    return f"{outlet(s.article)} in its own voice" if link is None else link_words(link, known)


def through_words(s: Slots) -> str:
    """Those through whom the words came, the outlet last."""
    passed = s.claim.attribution[1:] if originator(s.claim) else s.claim.attribution[:1]
    relays = [link_words(link) for link in passed if link.mode != "narration"]
    return ", then ".join([*relays, outlet(s.article)])


def population_words(s: Slots) -> str | None:
    """What is counted, and whose it is where only other words tell."""
    counted = (s.figure.population or _substance(s, s.figure)) if s.figure else None
    return name_owned(s, counted or "people or things") if counted or s.nationalities else None


def _substance(s: Slots, figure: Quantity) -> str | None:
    """What an amount is of, where its words say so ("140 litres of dye")."""
    words = tokenize(s.claim.text.partition(figure.text)[2])
    if figure.unit is None or not words or words[0].lower != "of":
        return None
    behind = words[1:]
    named = takewhile(lambda i: is_content(behind[i]) and not is_verb(behind, i), range(len(behind)))
    return " ".join(behind[i].text for i in named) or None


def measure_words(s: Slots) -> str | None:
    """What is told of the thing; a change with its direction, which its words give."""
    if s.measure != "change":
        return s.measure
    return "change, a fall" if s.high < 0 else "change, a rise" if s.low > 0 else "change"


def figure_words(s: Slots) -> str | None:
    """The figure as worded, how it is bounded, and the values that its words allow in its own unit."""
    if s.figure is None:
        return None
    allowed = allowed_words(s.figure)
    return f"“{s.figure.text}”, {_BOUNDS[s.figure.bound]}{f': {allowed}' if allowed else ''}"


def allowed_words(figure: Quantity) -> str:
    """The values that a figure's words allow; empty where they are what stands there.

    >>> from counterclaim.text.quantities import find_quantities
    >>> [allowed_words(find_quantities(text)[0]) for text in ("17.2 knots", "nine men", "9 men", "at least 12")]
    ['17.15 to 17.25 knots', '9', '', '12 or more']
    """
    low, high = stated_interval(figure)
    unit = _unit_words(figure)
    if low == high:
        exact = f"{low:,.12g}"
        return "" if exact in figure.text or f"{low:.12g}" in figure.text else f"{exact}{unit}"
    if math.isinf(low) or math.isinf(high):
        value, side = (high, "below") if math.isinf(low) else (low, "above")
        if figure.bound in {"more_than", "less_than"}:
            return f"{side} {_stated(value)}{unit}"
        return f"{_stated(value)}{unit} or {'less' if side == 'below' else 'more'}"
    return f"{_stated(low)} to {_stated(high)}{unit}"


def _stated(value: float) -> str:
    """A limit to twelve digits; what rounding leaves behind the fourth place is dropped."""
    return f"{round(value, 4):,.12g}"


def _unit_words(figure: Quantity) -> str:
    if figure.unit is None:
        return " per cent" if to_base(figure)[2] == "percent" else ""
    words = figure.unit.replace("_", " ")
    inflected = not words.isupper() and words not in _PLURALS
    return f" {words}s" if inflected else f" {_PLURALS.get(words, words)}"


def content_words(s: Slots) -> str:
    """The words that say what a claim is about, in its order."""
    found = (t.text for t in tokenize(s.claim.text) if is_content(t))
    return ", ".join(dict.fromkeys(found)) or "no words of content"
