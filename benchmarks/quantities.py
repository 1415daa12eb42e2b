"""How well the grammar of quantities reads two public test sets, and how another library does on the same cases.

    python benchmarks/quantities.py RECOGNIZERS_FOLDER QUANTULUM_FOLDER [--library quantulum3|recognizers] [--errors]

An absent folder is named and skipped. What is scored, and what is out of scope and why, is told in
benchmarks/README.md. The sets are not part of this repository; a library is imported only when it is asked for.
"""

import argparse
import math
import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, TypeAdapter

from counterclaim.text.quantities import find_quantities
from counterclaim.text.quantities.currencies import is_currency
from counterclaim.text.quantities.moments import is_duration
from counterclaim.text.quantities.numbers import find_numbers
from counterclaim.text.quantities.units import to_base_unit


class Value(NamedTuple):
    """A value with its limits (None: open), and the unit names that stand for its unit (None: not told)."""

    low: float | None
    high: float | None
    units: frozenset[str] | None = None


class Case(NamedTuple):
    """A text with the values that its makers expect, and why it is out of our scope, if it is."""

    text: str
    values: tuple[Value, ...]
    out: str | None


class Told(BaseModel):
    """What the first set says of an expression."""

    value: str | None = None
    unit: str | None = None
    isoCurrency: str | None = None  # noqa: N815 # the set's name


class Result(BaseModel):
    """An expression of the first set; `Start` to `End` is closed."""

    TypeName: str
    Start: int
    End: int
    Resolution: Told | None = None


class Spec(BaseModel):
    """A case of the first set."""

    Input: str
    Results: list[Result]


class Surface(BaseModel):
    """An expression of the second set."""

    value: float
    unit: str
    uncertainty: float | None = None


class Request(BaseModel):
    """A case of the second set."""

    req: str
    res: list[Surface]


Reader = Callable[[str, str], list[Value] | None]

NUMBERS, RANGES, PERCENTAGES, MONEY = "numbers", "ranges", "percentages", "money"
LENGTHS, TEMPERATURES, AGES, QUANTITIES = "dimensions", "temperatures", "ages", "quantities"
ORDINALS = "Number__English__OrdinalModel.json"
RECOGNIZERS = {
    NUMBERS: "Number__English__NumberModel.json",
    RANGES: "Number__English__NumberRangeModel.json",
    PERCENTAGES: "Number__English__PercentModel.json",
    MONEY: "NumberWithUnit__English__CurrencyModel.json",
    LENGTHS: "NumberWithUnit__English__DimensionModel.json",
    TEMPERATURES: "NumberWithUnit__English__TemperatureModel.json",
    AGES: "NumberWithUnit__English__AgeModel.json",
}
YEARS = range(1900, 2101)
# The dimensions of the set's "dimensions"; time and temperature have files of their own.
BASES = frozenset(
    (
        "metre",
        "square metre",
        "cubic metre",
        "kilogram",
        "byte",
        "degree",
        "metre per second",
        "cubic metre per second",
    )
)
QUANTULUM = ("quantities.json", "quantities.ambiguity.json")

# Why a case is out of scope, by kind and by the shape of its text, whether we read it right or not; README.md tells why.
_COMPARED = r"(?:than|above|below|most|least)\b.{1,45}"
_OUT: dict[str, dict[str, str]] = {
    NUMBERS: {
        "arithmetic": r"\^| over |x10",
        "parts beyond tenths": r"(?:teen|ty|hundred|thousand)[ -](?:\w+[ -])*\w+(?:th|st)s?\b|(?:red|ll?ion)ths?\b",
        "spaced hyphen": r"(?:^|\w) ?- \w",
        "identifiers and lists": r"\d+(?:[.,/-]\d+){3,}|SCP",
        "digits continued in words": r"\d (?:hundred|thousand|crore)\b.* and ",
        "one as a pronoun": r"(?i)\b(?:the|this|which|that) one\b",
        "part of a measure": r"\d(?:ml|km|m)\b",
    },
    RANGES: {
        "two conditions on one number": _COMPARED + r"(?:\band|\bbut|,) .*?" + _COMPARED + "|ranks",
        "equality and comparison signs": r"[<>=]|\b[Ee]qual",
    },
    PERCENTAGES: {"the number behind": r"^per ?cents? of|^percents of", "addresses": r"https?://"},
    MONEY: {
        "a sum continued without its unit": r"dollars? (?:and )?(?:\d\d\b|one\b|two\b|\w+ty \w+\Z)|USD \d\d\b|\d and \w+ty",
        "trade shorthand": r"\bM[A-Z]{3}\b|USD million",
    },
    LENGTHS: {
        "units of kitchen and science": r"\bcup\b|spoon|picomet|rad\b|turns?\b|millisecond|drachma|[µμ]g|dm\b|microg|mcg",
        "units in brackets": r"\d [(\[{<]\w",
    },
    TEMPERATURES: {"angles": r"otate|angle"},
    AGES: {"an attribute of a person": r"\byo\b|of age \d"},
    QUANTITIES: {
        "units of physics, computing and kitchen": r"eV\b|\bfb|/min|/s2|s-1|/cm|Gy\b|\d [ap]m\.|cds|\bJ|Wh|watts|\d½?[\"']"
        r"|byte|gigaannum|\bMa\b|Hz|kelvin|absolute zero|\d ?b\b|barn|memory|l/km|tpd|nano|\bcups?\b|tbsp",
        "scientific notation": r"[×±^]|\+/-|\de-?\d|\dx\d",
        "money by the hour or kilogram": r"\$[\d.]+(?:/| per )\w",
    },
}
_NAMES = {
    "percentage": "percent",
    "pound sterling": "GBP pound",
    "dollar": "USD dollar",
    "us dollar": "USD",
    "united states dollar": "USD",
    "euro": "EUR",
    "pence": "penny",
    "meter": "metre",
    "kilometer": "kilometre",
    "millimeter": "millimetre",
    "milliliter": "millilitre",
    "metric ton": "tonne",
    "ton": "ton tonne",
    "c": "degree_celsius",
    "f": "degree_fahrenheit",
    "netherlands guilder": "NLG",
    "finnish markka": "FIM markka",
    "turkish lira": "TRY",
    "lao kip": "LAK",
    "cubic centimetre": "millilitre",
    "count per week": "time",
    "kibibyte": "kilobyte",
    "dimensionless": "",
}


def canonical(name: str | None, *, iso: str | None = None, money: bool = False) -> frozenset[str] | None:
    """The names, as this package writes them, of a unit in another's words."""
    if name is None:
        return None
    if iso:
        return frozenset((iso.lower(),))
    key = name.lower().replace("square meter", "square metre").replace("kilometer", "kilometre")
    if key == "pound":
        return frozenset(("gbp", "pound") if money else ("pound-mass",))
    names = _NAMES.get(key, key.replace(" ", "_"))
    return frozenset(word.lower().replace("_", " ") for word in names.split(" "))


def load_recognizers(folder: Path) -> Iterator[tuple[str, list[Case]]]:
    """The cases of the first set, by kind."""
    for kind, name in RECOGNIZERS.items():
        specs = TypeAdapter(list[Spec]).validate_json(_content(folder / name))
        if specs:
            yield kind, [_recognizers_case(kind, spec) for spec in specs]


def _content(path: Path) -> str:
    if not path.is_file():
        print(f"{path}: not there, skipped")
        return "[]"
    return path.read_text(encoding="utf-8-sig")


def _recognizers_case(kind: str, spec: Spec) -> Case:
    told = [result.Resolution or Told() for result in spec.Results]
    values = [
        _parse_value(kind, one.value, canonical(one.unit, iso=one.isoCurrency, money=kind == MONEY))
        for one in told
        if one.value not in {None, "null"} and one.value  # else a unit without a number
    ]
    return Case(spec.Input, tuple(values), _out(kind, spec.Input))


def load_ordinals(folder: Path) -> list[tuple[str, tuple[range, ...]]]:
    """The texts of the ordinals' file, with where the ordinals stand; "next" and "last" are left out."""
    specs = TypeAdapter(list[Spec]).validate_json(_content(folder / ORDINALS))
    return [
        (spec.Input, tuple(range(r.Start, r.End + 1) for r in spec.Results if r.TypeName == "ordinal"))
        for spec in specs
    ]


def _parse_value(kind: str, text: str, unit: frozenset[str] | None) -> Value:
    if kind == RANGES:
        low, high = text.strip("[]()").split(",")
        return Value(float(low) if low else None, float(high) if high else None)
    number = float(text.rstrip("%"))
    return Value(number, number, frozenset(("percent",)) if text.endswith("%") else unit)


def _out(kind: str, text: str) -> str | None:
    reasons = _OUT.get(kind, {})
    return next((why for why, shape in reasons.items() if re.search(shape, text)), None)


def load_quantulum(folder: Path) -> Iterator[tuple[str, list[Case]]]:
    """The cases of the second set: quantities with an uncertainty, which is half the width of a range."""
    for name in QUANTULUM:
        requests = TypeAdapter(list[Request]).validate_json(_content(folder / name))
        if requests:
            yield f"{QUANTITIES}: {name}", [_quantulum_case(request) for request in requests]


def _quantulum_case(request: Request) -> Case:
    values = []
    for one in request.res:
        spread = one.uncertainty or 0.0
        values.append(Value(one.value - spread, one.value + spread, canonical(one.unit)))
    years = any(one.value in YEARS and one.unit == "dimensionless" for one in request.res)
    return Case(request.req, tuple(values), "years as numbers" if years else _out(QUANTITIES, request.req))


def read_ours(kind: str, text: str) -> list[Value] | None:
    """What this package finds in a text, as far as the kind asks for it."""
    if kind == NUMBERS:
        return [Value(n.value, n.value) for n in find_numbers(text) if n.kind != "ordinal"]
    found = []
    for quantity in find_quantities(text):
        unit = quantity.unit
        wanted = {
            RANGES: quantity.bound not in {"exact", "approx"} or quantity.text.startswith("equal"),
            PERCENTAGES: unit == "percent",
            MONEY: is_currency(unit),
            LENGTHS: to_base_unit(unit).name in BASES,
            TEMPERATURES: unit is not None and unit.startswith("degree"),
            AGES: is_duration(unit),
        }
        if wanted.get(kind, True):
            low, high = quantity.low, quantity.high
            if kind != RANGES:  # the other kinds know no bounds: "more than 10 miles" is 10 miles
                low, high = (high if low is None else low), (low if high is None else high)
            found.append(Value(low, high, frozenset(((unit or "").lower(),))))
    return found


def read_quantulum3(kind: str, text: str) -> list[Value] | None:
    """What quantulum3 finds, without its optional classifier; it has no bounds."""
    if kind == RANGES:
        return None
    found = []
    for quantity in import_module("quantulum3.parser").parse(text):
        spread = quantity.uncertainty or 0.0
        value = Value(quantity.value - spread, quantity.value + spread, canonical(quantity.unit.name))
        entity = quantity.unit.entity.name
        wanted = {
            PERCENTAGES: quantity.unit.name == "percentage",
            MONEY: entity == "currency",
            LENGTHS: entity not in {"dimensionless", "currency", "time", "temperature"},
            TEMPERATURES: entity == "temperature",
            AGES: entity == "time",
        }
        if wanted.get(kind, True):
            found.append(value)
    return found


def read_recognizers(kind: str, text: str) -> list[Value] | None:
    """What recognizers-text finds: the makers of the first set, in their own Python port."""
    numbers = import_module("recognizers_number")
    units = import_module("recognizers_number_with_unit")
    models = {
        NUMBERS: numbers.recognize_number,
        PERCENTAGES: numbers.recognize_percentage,
        MONEY: units.recognize_currency,
        LENGTHS: units.recognize_dimension,
        TEMPERATURES: units.recognize_temperature,
        AGES: units.recognize_age,
    }
    model = models.get(kind)
    if model is None:
        return None
    found = []
    for result in model(text, "en-us"):
        told = result.resolution or {}
        if told.get("value") is not None:
            unit = canonical(told.get("unit"), iso=told.get("isoCurrency"), money=kind == MONEY)
            found.append(_parse_value(kind, told["value"], unit))
    return found


READERS: dict[str, Reader] = {"quantulum3": read_quantulum3, "recognizers": read_recognizers}


def same_values(expected: tuple[Value, ...], found: list[Value]) -> bool:
    """Whether the same values were found in the same order."""
    return len(expected) == len(found) and all(
        _same(one.low, other.low) and _same(one.high, other.high)
        for one, other in zip(expected, found, strict=True)
    )


def same_units(expected: tuple[Value, ...], found: list[Value]) -> bool:
    """Whether each value also has its unit, where the set names one."""
    return all(
        one.units is None or bool(one.units & (other.units or frozenset()))
        for one, other in zip(expected, found, strict=True)
    )


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-12)


class Score(NamedTuple):
    """Right cases: by value, by value and unit, and by value among those in scope."""

    values: int
    units: int
    inside: int
    cases: int
    cases_inside: int


def score(reader: Reader, kind: str, cases: list[Case], *, errors: bool = False) -> Score | None:
    """Read every case and count the right ones; None where the reader does not do this kind."""
    values = units = inside = 0
    for case in cases:
        found = reader(kind.partition(":")[0], case.text)
        if found is None:
            return None
        right = same_values(case.values, found)
        values += right
        inside += right and case.out is None
        units += right and same_units(case.values, found)
        if errors and not (right and same_units(case.values, found)):
            print(
                f"  [{case.out or 'in scope'}] {case.text[:120]!r}\n      expected {_show(case.values)}\n      found    {_show(found)}"
            )
    return Score(values, units, inside, len(cases), sum(case.out is None for case in cases))


def _show(values: list[Value] | tuple[Value, ...]) -> str:
    return "; ".join(f"{v.low}..{v.high} {'/'.join(sorted(v.units or ()))}" for v in values) or "nothing"


def _line(name: str, kind: str, told: Score | None) -> str:
    if told is None:
        return f"{kind:40} {name:12} does not do this"
    value, unit = told.values / told.cases, told.units / told.cases
    inside = told.inside / max(told.cases_inside, 1)
    return (
        f"{kind:40} {name:12} value {value:5.3f}  value and unit {unit:5.3f}  of {told.cases:3}"
        f"   in scope {inside:5.3f} of {told.cases_inside:3}"
    )


def main() -> None:
    """Print one line a file and reader."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("recognizers", type=Path, nargs="?", help="folder of the first set")
    parser.add_argument("quantulum", type=Path, nargs="?", help="folder of the second set")
    parser.add_argument("--library", choices=sorted(READERS), action="append", default=[])
    parser.add_argument("--errors", action="store_true", help="print each case that we get wrong")
    options = parser.parse_args()
    sets = [*_load(options.recognizers, load_recognizers), *_load(options.quantulum, load_quantulum)]
    for kind, cases in sets:
        print(_line("counterclaim", kind, score(read_ours, kind, cases, errors=options.errors)))
        for library in options.library:
            print(_line(library, kind, score(READERS[library], kind, cases)))
    ordinals = (
        load_ordinals(options.recognizers) if options.recognizers and options.recognizers.is_dir() else []
    )
    taken = sum(_overlaps(text, spans) for text, spans in ordinals)
    if ordinals:
        print(f"ordinals read as quantities by ours: {taken} of {sum(len(spans) for _, spans in ordinals)}")
    texts = [case.text for _, cases in sets for case in cases]
    begin = time.perf_counter()
    for text in texts:
        find_quantities(text)
    if texts:
        print(
            f"{len(texts)} texts, {sum(map(len, texts))} characters: {time.perf_counter() - begin:.3f} s for ours"
        )


def _overlaps(text: str, spans: tuple[range, ...]) -> int:
    found = find_quantities(text)
    return sum(any(q.start in span or q.end - 1 in span for q in found) for span in spans)


def _load(
    folder: Path | None, load: Callable[[Path], Iterator[tuple[str, list[Case]]]]
) -> Iterator[tuple[str, list[Case]]]:
    if folder is None or not folder.is_dir():
        print(
            f"{folder or 'a set'}: not there, nothing to measure; benchmarks/README.md tells where it comes from"
        )
        return
    yield from load(folder)


if __name__ == "__main__":
    main()
