"""What stands in a figure's place: how many, how long, how far, what time (room: brains)."""

import re

from counterclaim.core.records import Quantity
from counterclaim.text.quantities import is_duration
from counterclaim.text.quantities.cardinals import SMALL

_LENGTHS = frozenset("metre kilometre mile yard foot inch centimetre millimetre".split()) | {"nautical mile"}
_AWAY = re.compile(
    r"how much(?= (?:north|south|east|west|away|off|upstream|downstream|inland|offshore|out|apart|from|above|below|"
    r"beyond|short|behind|outside|down|up)\b)"
)
_HIGH = re.compile(r"\bhow (?:much|long)(?= (?:long|high|deep|wide|tall|thick|heavy|far|apart)\b)")
_LATE = re.compile(r"\bhow long(?= (?:late|early)\b)")
_SUBSTANCE = re.compile(
    r"\bhow (?:much|long) of (?!the\b|its\b|their\b|his\b|her\b|it\b|them\b|this\b|that\b|those\b)"
)
_OWNED = re.compile(r"\bhow long[’'] ")
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(SMALL)}|noon|midnight|midday)"
_MERIDIEM = r"(?: ?[ap]\.?m\b\.?)?"


def find_clock(text: str, figure: str) -> tuple[int, int] | None:
    """Where a time of day stands that the figure is a part of: "ten to five", "2:41 p.m.".

    >>> find_clock("it was ten to five", "five"), find_clock("ten to five, he said, it fell", "seven")
    ((7, 18), None)
    """
    own = re.escape(figure)
    shapes = (
        rf"(?<![\w.,]){own} (?:to|past) {_NUMBER}\b(?! (?:votes|against|per)\b)",
        rf"\b{_NUMBER} (?:to|past) {own}\b",
        rf"(?<![\w.,]){own}[:.]\d\d\b{_MERIDIEM}",
    )
    found = next((m for shape in shapes if (m := re.search(shape, text, re.IGNORECASE))), None)
    return found.span() if found else None


def open_figure(text: str, quantity: Quantity) -> str:
    """The text with the words of a question in the place of its figure.

    >>> open_figure("it lies 5 km east", Quantity(start=8, end=12, text="5 km", low=5, high=5, unit="kilometre"))
    'it lies how far east'
    """
    opened = text.replace(quantity.text, _open_word(quantity), 1)
    opened = _AWAY.sub("how far", opened) if quantity.unit in _LENGTHS else opened
    opened = _HIGH.sub("how", opened)
    if is_duration(quantity.unit):
        opened = _LATE.sub("how", _OWNED.sub("how much ", opened))
    if quantity.unit and "per" in quantity.unit:
        opened = opened.replace("at how much", "how fast")
    return _SUBSTANCE.sub("how much ", opened)


def _open_word(quantity: Quantity) -> str:
    unit = quantity.unit
    if unit is None:
        return "how many"
    if unit == "knot" or (unit.endswith("per hour") and unit != "per hour"):
        return "how much"
    fixed = {"percent": "what percentage", "percentage_point": "how many percentage points"}
    counted = {"time": "how many times", "point": "how many points"}
    extent = "how long" if is_duration(unit) else "how much"
    return (fixed | counted).get(unit) or ("how old" if quantity.text.endswith(" old") else extent)
