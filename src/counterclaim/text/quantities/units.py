"""Units of measure: their names as they stand in news, and what one is worth in the base of its dimension (room: brains).

A unit's name is the British singular ("kilometre", "tonne", "square mile", "kilometre per hour"). Currencies are in
`currencies`. Factors: the International Yard and Pound agreement (1959) and the SI brochure; a "ton" without more is
the American short ton (a metric one is a tonne, here as in the press that uses either word with care); a month is a
twelfth and a year 365.2425 days, the Gregorian mean.
"""

from typing import NamedTuple

from counterclaim.text.quantities.pieces import Line

_DAY = 86_400.0
_YEAR = 365.2425 * _DAY
_POUND = 0.453_592_37
_MILE = 1_609.344
_FOOT = 0.3048
_GALLON = 0.003_785_411_784
_KELVIN_0 = -273.15
_F_OFFSET, _F_FACTOR = -160.0 / 9, 5.0 / 9

# name: (base unit, factor, the forms in lower case, the symbols as they are written)
_TABLE: dict[str, tuple[str, float, str, str]] = {
    "nanometre": ("metre", 1e-9, "nanometre nanometres nanometer nanometers", "nm"),
    "micrometre": ("metre", 1e-6, "micron microns micrometre micrometres", "µm μm"),
    "millimetre": ("metre", 1e-3, "millimetre millimetres millimeter millimeters", "mm"),
    "centimetre": ("metre", 1e-2, "centimetre centimetres centimeter centimeters", "cm"),
    "decimetre": ("metre", 1e-1, "decimetre decimetres decimeter decimeters", "dm"),
    "metre": ("metre", 1.0, "metre metres meter meters", "m"),
    "kilometre": ("metre", 1e3, "kilometre kilometres kilometer kilometers", "km kms KM Km"),
    "inch": ("metre", _FOOT / 12, "inch inches", ""),
    "foot": ("metre", _FOOT, "foot feet", "ft"),
    "yard": ("metre", 3 * _FOOT, "yard yards", "yd yds"),
    "mile": ("metre", _MILE, "mile miles", "mi"),
    "nautical mile": ("metre", 1_852.0, "", ""),
    "light year": ("metre", 9.460_730_472_580_8e15, "", ""),
    "hectare": ("square metre", 1e4, "hectare hectares", "ha"),
    "acre": ("square metre", 4_046.856_422_4, "acre acres", ""),
    "microgram": ("kilogram", 1e-9, "microgram micrograms microgramme microgrammes", "µg μg mcg"),
    "milligram": ("kilogram", 1e-6, "milligram milligrams milligramme milligrammes", "mg"),
    "gram": ("kilogram", 1e-3, "gram grams gramme grammes", "g"),
    "kilogram": ("kilogram", 1.0, "kilogram kilograms kilogramme kilogrammes kilo kilos", "kg kgs KG"),
    "tonne": ("kilogram", 1e3, "tonne tonnes", "t"),
    "ton": ("kilogram", 2_000 * _POUND, "ton tons", ""),
    "kilotonne": ("kilogram", 1e6, "kiloton kilotons kilotonne kilotonnes", "kt"),
    "megatonne": ("kilogram", 1e9, "megaton megatons megatonne megatonnes", "Mt"),
    "pound-mass": ("kilogram", _POUND, "", "lb lbs"),
    "ounce": ("kilogram", _POUND / 16, "ounce ounces", "oz"),
    "stone": ("kilogram", 14 * _POUND, "stone", ""),
    "carat": ("kilogram", 2e-4, "carat carats", ""),
    "millilitre": ("cubic metre", 1e-6, "millilitre millilitres milliliter milliliters", "ml mL"),
    "centilitre": ("cubic metre", 1e-5, "centilitre centilitres centiliter centiliters", "cl"),
    "litre": ("cubic metre", 1e-3, "litre litres liter liters", "l L"),
    "gallon": ("cubic metre", _GALLON, "gallon gallons", ""),
    "pint": ("cubic metre", _GALLON / 8, "pint pints", ""),
    "barrel": ("cubic metre", 42 * _GALLON, "barrel barrels", "bbl"),
    "millisecond": ("second", 1e-3, "millisecond milliseconds", "ms"),
    "second": ("second", 1.0, "second seconds sec secs", ""),
    "minute": ("second", 60.0, "minute minutes min mins", ""),
    "hour": ("second", 3_600.0, "hour hours hr hrs", "h"),
    "day": ("second", _DAY, "day days", ""),
    "night": ("second", _DAY, "night nights", ""),
    "week": ("second", 7 * _DAY, "week weeks", ""),
    "fortnight": ("second", 14 * _DAY, "fortnight fortnights", ""),
    "month": ("second", _YEAR / 12, "month months", ""),
    "year": ("second", _YEAR, "year years yr yrs", ""),
    "decade": ("second", 10 * _YEAR, "decade decades", ""),
    "century": ("second", 100 * _YEAR, "century centuries", ""),
    "degree Celsius": ("degree Celsius", 1.0, "celsius celcius centigrade", "C ℃"),
    "degree Fahrenheit": ("degree Celsius", _F_FACTOR, "fahrenheit farenheit", "℉"),
    "kelvin": ("degree Celsius", 1.0, "kelvin kelvins", ""),
    "degree": ("degree", 1.0, "degree degrees deg", "°"),
    "knot": ("metre per second", 1_852 / 3_600, "knot knots", "kn"),
    "kilometre per hour": ("metre per second", 1 / 3.6, "", "kph kmh kmph"),
    "mile per hour": ("metre per second", _MILE / 3_600, "", "mph"),
    "barrel per day": ("cubic metre per second", 42 * _GALLON / _DAY, "", "bpd"),
    "watt": ("watt", 1.0, "watt watts", "W"),
    "kilowatt": ("watt", 1e3, "kilowatt kilowatts", "kW KW"),
    "megawatt": ("watt", 1e6, "megawatt megawatts", "MW"),
    "gigawatt": ("watt", 1e9, "gigawatt gigawatts", "GW"),
    "terawatt": ("watt", 1e12, "terawatt terawatts", "TW"),
    "kilowatt hour": ("watt hour", 1e3, "", "kWh KWh kwh"),
    "megawatt hour": ("watt hour", 1e6, "", "MWh"),
    "gigawatt hour": ("watt hour", 1e9, "", "GWh"),
    "terawatt hour": ("watt hour", 1e12, "", "TWh"),
    "horsepower": ("watt", 745.699_871_582_270_22, "horsepower", "hp bhp"),
    "volt": ("volt", 1.0, "volt volts", "V"),
    "kilovolt": ("volt", 1e3, "kilovolt kilovolts", "kV"),
    "calorie": ("calorie", 1.0, "calorie calories", ""),
    "hertz": ("hertz", 1.0, "hertz", "Hz"),
    "kilohertz": ("hertz", 1e3, "kilohertz", "kHz"),
    "megahertz": ("hertz", 1e6, "megahertz", "MHz"),
    "gigahertz": ("hertz", 1e9, "gigahertz", "GHz"),
    "decibel": ("decibel", 1.0, "decibel decibels", "dB"),
    "bit": ("byte", 0.125, "bit bits", ""),
    "byte": ("byte", 1.0, "byte bytes", ""),
    "kilobyte": ("byte", 1e3, "kilobyte kilobytes", "KB kB"),
    "megabyte": ("byte", 1e6, "megabyte megabytes", "MB"),
    "gigabyte": ("byte", 1e9, "gigabyte gigabytes", "GB"),
    "terabyte": ("byte", 1e12, "terabyte terabytes", "TB"),
    "exabyte": ("byte", 1e18, "exabyte exabytes", "EB"),
    "percent": ("percent", 1.0, "percent percents percentage pct", "%"),
    "per mille": ("percent", 0.1, "", "‰"),
    "percentage_point": ("percentage_point", 1.0, "", ""),
    "basis_point": ("percentage_point", 0.01, "", "bps"),
    "point": ("point", 1.0, "point points", ""),
    "time": ("time", 1.0, "times", ""),
}
_FORMS = {form: name for name, (_, _, forms, _) in _TABLE.items() for form in forms.split()}
_SYMBOLS = {symbol: name for name, (_, _, _, symbols) in _TABLE.items() for symbol in symbols.split()}
_PAIRS = {
    ("per", "cent"): "percent",
    ("percentage", "point"): "percentage_point",
    ("percentage", "points"): "percentage_point",
    ("basis", "point"): "basis_point",
    ("basis", "points"): "basis_point",
    ("nautical", "mile"): "nautical mile",
    ("nautical", "miles"): "nautical mile",
    ("light", "year"): "light year",
    ("light", "years"): "light year",
    ("metric", "ton"): "tonne",
    ("metric", "tons"): "tonne",
    ("metric", "tonne"): "tonne",
    ("metric", "tonnes"): "tonne",
    ("kilowatt", "hours"): "kilowatt hour",
    ("megawatt", "hours"): "megawatt hour",
    ("gigawatt", "hours"): "gigawatt hour",
    ("terawatt", "hours"): "terawatt hour",
}
_SINGLE = frozenset("m g t l L h C W V".split())  # letters that are a unit only right behind digits
_SPACED_SINGLE = frozenset("m g t L".split())
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_POWER_SIGNS = {"²": "square", "2": "square", "³": "cubic", "3": "cubic"}
_RATE_TIMES = frozenset(("second", "minute", "hour", "day", "night", "week", "month", "year"))
_RATED = frozenset(("metre", "kilogram", "cubic metre", "byte", "watt hour"))
_AMBIGUOUS_SINGULAR = frozenset(
    ("second", "point", "min", "sec")
)  # "two second homes", "one point", "five min"


class Unit(NamedTuple):
    """A unit as read: its name, and the piece before which it ends."""

    name: str
    stop: int


class Base(NamedTuple):
    """What one of a unit is worth: `value * factor + offset` in the base unit `name`."""

    name: str
    factor: float
    offset: float = 0.0


def read_unit(line: Line, at: int, *, digits: bool = True) -> Unit | None:
    """Read the unit whose first piece is `at`, behind a number (in digits or not), a space or a hyphen.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> read_unit(cut_line("9 kilometres"), 1), read_unit(cut_line("3 sq km"), 1), read_unit(cut_line("five-day"), 1)
    (Unit(name='kilometre', stop=2), Unit(name='square kilometre', stop=3), Unit(name='day', stop=3))
    """
    at = at + 1 if line.hyphen(at) else at
    if not line.near(at):
        return None
    unit = (
        _pair(line, at)
        or _power(line, at)
        or _symbol(line, at, digits=digits)
        or _form(line, at)
        or _inch(line, at)
    )
    if unit is None:
        return None
    return _rate(line, _degree(line, _squared(line, unit)))


def _pair(line: Line, at: int) -> Unit | None:
    behind = at + 2 if line.hyphen(at + 1) else at + 1
    if line.lower(at) == "°" or line.lower(at) not in _PAIR_HEADS:
        return None
    name = _PAIRS.get((line.lower(at), line.lower(behind)))
    return Unit(name, behind + 1) if name else None


_PAIR_HEADS = frozenset(head for head, _ in _PAIRS)


def _power(line: Line, at: int) -> Unit | None:
    """Read "square kilometres", "sq km", "sq. miles", "cubic feet"."""
    power = _POWERS.get(line.lower(at))
    if power is None:
        return None
    behind = at + 2 if line.lower(at + 1) == "." or line.hyphen(at + 1) else at + 1
    name = _FORMS.get(line.lower(behind)) or _SYMBOLS.get(line.raw(behind))
    return Unit(f"{power} {name}", behind + 1) if name and _TABLE[name][0] == "metre" else None


def _symbol(line: Line, at: int, *, digits: bool) -> Unit | None:
    raw = line.raw(at)
    if (
        raw == "F" and line.glued(at) and digits and not line.raw(at + 1)[:1].isalnum()
    ):  # "(113F)", not "13F filings"
        return Unit("degree Fahrenheit", at + 1)
    if raw[-1:] in {"²", "³"} and raw[:-1] in _SYMBOLS:
        return Unit(f"{_POWER_SIGNS[raw[-1]]} {_SYMBOLS[raw[:-1]]}", at + 1)
    name = _SYMBOLS.get(raw)
    if name is None or not digits:
        return None
    if raw in _SINGLE and not line.glued(at) and raw not in _SPACED_SINGLE:
        return None
    return Unit(name, at + 1)


def _form(line: Line, at: int) -> Unit | None:
    low = line.lower(at)
    word = low.removesuffix("'s").removesuffix("'")
    name = _FORMS.get(word)
    if name is None or (word in _AMBIGUOUS_SINGULAR and not _is_certain(line, at)):
        return None
    return Unit(name, at + 1)


def _is_certain(line: Line, at: int) -> bool:
    """Whether a word that has another sense is the unit here: behind "one" or "1", or a hyphen ("30-second")."""
    return line.raw(at - 1) == "-" or line.lower(at - 1) in {"one", "1"} or line.glued(at)


def _inch(line: Line, at: int) -> Unit | None:
    """Read "in" as inches where an extent follows ("2 in thick")."""
    extent = line.spaced(at + 1) and line.lower(at + 1) in {"thick", "long", "wide", "high", "tall", "deep"}
    return Unit("inch", at + 1) if line.lower(at) == "in" and extent else None


def _squared(line: Line, unit: Unit) -> Unit:
    power = _POWER_SIGNS.get(line.raw(unit.stop)) if line.glued(unit.stop) else None
    if power and unit.name in _TABLE and _TABLE[unit.name][0] == "metre":
        return Unit(f"{power} {unit.name}", unit.stop + 1)
    return unit


def _degree(line: Line, unit: Unit) -> Unit:
    """Read on behind "degrees" and "°": "Celsius", "C", "Fahrenheit", "F"."""
    if unit.name != "degree" or not line.near(unit.stop):
        return unit
    name = {"c": "degree Celsius", "f": "degree Fahrenheit"}.get(line.lower(unit.stop)) or _FORMS.get(
        line.lower(unit.stop), ""
    )
    return Unit(name, unit.stop + 1) if _TABLE.get(name, ("",))[0] == "degree Celsius" else unit


def _rate(line: Line, unit: Unit) -> Unit:
    """Read on over a rate: "kilometres per hour", "barrels a day", "tonnes/year"."""
    if to_base_unit(unit.name).name not in _RATED:
        return unit
    joint = line.lower(unit.stop)
    if joint not in {"per", "a", "an", "/"}:
        return unit
    word = line.lower(unit.stop + 1)
    name = _FORMS.get(word) or {"h": "hour", "s": "second"}.get(word, "")
    return Unit(f"{unit.name} per {name}", unit.stop + 2) if name in _RATE_TIMES else unit


def to_base_unit(name: str | None) -> Base:
    """The base unit of a unit, with the factor to it; a unit that has no other base is its own.

    >>> to_base_unit("mile"), to_base_unit("square kilometre"), to_base_unit("USD")
    (Base(name='metre', factor=1609.344, offset=0.0), Base(name='square metre', factor=1000000.0, offset=0.0), Base(name='USD', factor=1.0, offset=0.0))
    """
    if name in _TABLE:
        base, factor, _, _ = _TABLE[name]
        offset = {"degree Fahrenheit": _F_OFFSET, "kelvin": _KELVIN_0}.get(name, 0.0)
        return Base(base, factor, offset)
    if name and " per " in name:
        above, below = name.split(" per ", 1)
        rate, time = to_base_unit(above), to_base_unit(below)
        return Base(f"{rate.name} per {time.name}", rate.factor / time.factor)
    power, _, length = (name or "").partition(" ")
    if power in {"square", "cubic"} and length in _TABLE:
        base, factor, _, _ = _TABLE[length]
        return Base(f"{power} {base}", factor ** (2 if power == "square" else 3))
    return Base(name or "", 1.0)
