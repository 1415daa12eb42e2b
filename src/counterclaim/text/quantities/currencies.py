"""Currencies: signs, ISO 4217 codes and names, and which amount of money they make (room: brains).

A name that one country's money bears alone becomes its code ("euro" is EUR); a name that several share stays a name
("dollar", "pound", "crown"), unless a country stands before it ("Swiss francs" is CHF). The signs "$", "£" and "¥"
are read as USD, GBP and JPY, which is what news agencies mean by them; the bare word "dollars" is not. An unknown
country's or an invented money is found by its name, as long as it is one that money has somewhere ("thaler", "crown").
"""

from typing import NamedTuple

from counterclaim.text.quantities.numerals import SCALES, SHORT_SCALES
from counterclaim.text.quantities.pieces import Line
from counterclaim.text.quantities.units import Unit

_SIGNS = dict(
    pair.split("=")
    for pair in (
        "$=USD €=EUR £=GBP ¥=JPY ₹=INR ₨=rupee ₽=RUB ₩=KRW ₺=TRY ₴=UAH ₪=ILS ₫=VND ₦=NGN ₱=PHP ฿=THB ₡=CRC "
        "₾=GEL ₭=LAK ₸=KZT ₮=MNT ₵=GHS ৳=BDT ₲=PYG ₼=AZN ֏=AMD ₿=bitcoin 元=CNY"
    ).split()
)
# What stands glued to "$" and says whose dollar it is.
_DOLLARS = dict(
    pair.split("=")
    for pair in (
        "US=USD USD=USD A=AUD AU=AUD AUD=AUD C=CAD CA=CAD CAD=CAD CDN=CAD HK=HKD NZ=NZD NZD=NZD S=SGD SG=SGD "
        "NT=TWD R=BRL MX=MXN MXN=MXN MEX=MXN J=JMD N=NAD Z=ZWL TT=TTD FJ=FJD"
    ).split()
)
# Codes that read as English words in capitals (ALL, TOP, TRY, CUP, PEN, GEL, MAD, COP) are left out.
_CODES = frozenset(
    "USD EUR GBP JPY CNY INR RUB KRW UAH ILS VND NGN PHP THB CRC LAK KZT MNT GHS BDT PYG AZN AMD AUD CAD HKD NZD SGD TWD "
    "BRL MXN CHF SEK NOK DKK ISK CZK PLN HUF RON BGN RSD HRK ZAR KES UGX TZS ETB EGP SAR AED QAR KWD BHD OMR JOD IQD IRR "
    "PKR LKR NPR AFN MMK IDR MYR ARS CLP UYU BOB VES DOP XOF XAF DZD TND LYD SDG SYP LBP YER UZS TJS BYN MDL MKD ZMW AOA "
    "MZN BWP NAD MUR RWF GNF XPF HNL GTQ NIO JMD TTD".split()
)
_LOWER_CODES = frozenset("usd eur gbp rmb inr aud cad chf jpy btc pkr".split())
_CODE_WORDS = {
    "RMB": "CNY",
    "BTC": "bitcoin",
    "Rs": "rupee",
    "Tk": "BDT",
    "KSh": "KES",
    "RM": "MYR",
    "kr": "krone",
}
_OTHER_NAMES = {
    "dollar": "dollar dollars",
    "pound": "pound pounds",
    "franc": "franc francs",
    "dinar": "dinar dinars",
    "dirham": "dirham dirhams",
    "riyal": "riyal riyals",
    "rial": "rial rials",
    "peso": "peso pesos",
    "rupee": "rupee rupees",
    "shilling": "shilling shillings",
    "schilling": "schilling schillings",
    "crown": "crown crowns",
    "krone": "krone kroner",
    "krona": "krona kronor",
    "koruna": "koruna korunas koruny",
    "rouble": "rouble roubles ruble rubles",
    "lira": "lira liras lire",
    "leu": "leu lei",
    "thaler": "thaler thalers taler talers",
    "guilder": "guilder guilders gulden",
    "florin": "florin florins",
    "ducat": "ducat ducats",
    "guinea": "guineas",
    "markka": "markka markkaa",
    "drachma": "drachma drachmas drachmae",
    "peseta": "peseta pesetas",
    "escudo": "escudo escudos",
    "talent": "talents",
    "denar": "denar denars",
    "dram": "dram drams",
    "lat": "lats",
    "lita": "litas",
    "kuna": "kuna kunas",
    "manat": "manat manats",
    "won": "won",
    "mark": "mark marks",
    "real": "reais",
    "bolivar": "bolivar bolivars bolivares",
    "colon": "colones",
    "sucre": "sucres",
    "bitcoin": "bitcoin bitcoins",
    "cent": "cent cents",
    "penny": "penny pence pennies",
    "kopeck": "kopeck kopecks",
    "centime": "centime centimes",
    "paisa": "paisa paise",
    "satoshi": "satoshi satoshis",
}
_ONE_COUNTRY = {
    "EUR": "euro euros",
    "JPY": "yen",
    "CNY": "yuan renminbi kuai",
    "THB": "baht bahts",
    "PLN": "zloty zlotys zloties złoty złotys",
    "HUF": "forint forints",
    "UAH": "hryvnia hryvnias hryvnya hryvnyas",
    "ILS": "shekel shekels",
    "ZAR": "rand rands",
    "BDT": "taka takas",
    "NGN": "naira nairas",
    "GHS": "cedi cedis",
    "ETB": "birr birrs",
    "MYR": "ringgit ringgits",
    "IDR": "rupiah rupiahs",
    "VND": "dong",
    "KZT": "tenge",
    "GEL": "lari laris",
    "AFN": "afghani afghanis",
    "MMK": "kyat kyats",
    "LAK": "kip kips",
    "KHR": "riel riels",
    "AOA": "kwanza kwanzas",
    "BWP": "pula pulas",
    "PYG": "guarani guaranis",
    "HNL": "lempira lempiras",
    "GTQ": "quetzal quetzals quetzales",
    "HTG": "gourde gourdes",
    "BOB": "boliviano bolivianos",
    "MNT": "tugrik tugriks",
    "ZMW": "kwacha kwachas",
    "MGA": "ariary",
    "MVR": "rufiyaa",
    "GMD": "dalasi dalasis",
}
_NAMES = {
    form: name
    for table in (_OTHER_NAMES, _ONE_COUNTRY)
    for name, forms in table.items()
    for form in forms.split()
}
# Names that are common words too: money only behind a scale word ("5 million marks") or a country.
_COMMON_WORDS = frozenset("won mark marks dram drams talents real dong kip lats rand lari".split())
_COUNTRIES = {
    "us": {"dollar": "USD", "cent": "cent"},
    "american": {"dollar": "USD"},
    "australian": {"dollar": "AUD"},
    "canadian": {"dollar": "CAD"},
    "singapore": {"dollar": "SGD"},
    "taiwan": {"dollar": "TWD"},
    "taiwanese": {"dollar": "TWD"},
    "zealand": {"dollar": "NZD"},
    "kong": {"dollar": "HKD"},
    "jamaican": {"dollar": "JMD"},
    "british": {"pound": "GBP"},
    "egyptian": {"pound": "EGP"},
    "lebanese": {"pound": "LBP", "lira": "LBP"},
    "sudanese": {"pound": "SDG"},
    "syrian": {"pound": "SYP", "lira": "SYP"},
    "swiss": {"franc": "CHF"},
    "french": {"franc": "FRF"},
    "belgian": {"franc": "BEF"},
    "cfa": {"franc": "CFA franc"},
    "rwandan": {"franc": "RWF"},
    "congolese": {"franc": "CDF"},
    "swedish": {"krona": "SEK", "crown": "SEK"},
    "icelandic": {"krona": "ISK", "crown": "ISK"},
    "norwegian": {"krone": "NOK", "crown": "NOK"},
    "danish": {"krone": "DKK", "crown": "DKK"},
    "czech": {"koruna": "CZK", "crown": "CZK"},
    "indian": {"rupee": "INR"},
    "pakistani": {"rupee": "PKR"},
    "pakistan": {"rupee": "PKR"},
    "lankan": {"rupee": "LKR"},
    "nepali": {"rupee": "NPR"},
    "nepalese": {"rupee": "NPR"},
    "mauritian": {"rupee": "MUR"},
    "russian": {"rouble": "RUB"},
    "belarusian": {"rouble": "BYN"},
    "turkish": {"lira": "TRY"},
    "mexican": {"peso": "MXN"},
    "argentine": {"peso": "ARS"},
    "argentinian": {"peso": "ARS"},
    "chilean": {"peso": "CLP"},
    "colombian": {"peso": "COP"},
    "cuban": {"peso": "CUP"},
    "philippine": {"peso": "PHP"},
    "uruguayan": {"peso": "UYU"},
    "dominican": {"peso": "DOP"},
    "saudi": {"riyal": "SAR"},
    "qatari": {"riyal": "QAR"},
    "yemeni": {"rial": "YER", "riyal": "YER"},
    "iranian": {"rial": "IRR"},
    "omani": {"rial": "OMR", "riyal": "OMR"},
    "emirati": {"dirham": "AED"},
    "uae": {"dirham": "AED"},
    "moroccan": {"dirham": "MAD"},
    "kuwaiti": {"dinar": "KWD"},
    "iraqi": {"dinar": "IQD"},
    "jordanian": {"dinar": "JOD"},
    "bahraini": {"dinar": "BHD"},
    "serbian": {"dinar": "RSD"},
    "libyan": {"dinar": "LYD"},
    "tunisian": {"dinar": "TND"},
    "algerian": {"dinar": "DZD"},
    "kenyan": {"shilling": "KES"},
    "ugandan": {"shilling": "UGX"},
    "tanzanian": {"shilling": "TZS"},
    "somali": {"shilling": "SOS"},
    "romanian": {"leu": "RON"},
    "moldovan": {"leu": "MDL"},
    "bulgarian": {"lev": "BGN"},
    "korean": {"won": "KRW"},
    "brazilian": {"real": "BRL"},
    "german": {"mark": "DEM"},
    "deutsche": {"mark": "DEM"},
    "finnish": {"markka": "FIM"},
    "dutch": {"guilder": "NLG"},
    "japanese": {"JPY": "JPY"},
    "chinese": {"CNY": "CNY"},
    "thai": {"THB": "THB"},
    "polish": {"PLN": "PLN"},
    "israeli": {"ILS": "ILS"},
    "ukrainian": {"UAH": "UAH"},
    "bangladeshi": {"BDT": "BDT"},
    "nigerian": {"NGN": "NGN"},
    "afghan": {"AFN": "AFN"},
}
_PREFIXES = frozenset(("hong", "new", "south", "sri"))
_MONEY_CUES = frozenset(
    "cost costs costing paid pay pays paying worth price priced fine fined budget spend spent spends raise raised raises "
    "owed owe owes charge charged bill earn earned earns salary wage wages grant fund loan debt lost stolen won".split()
)


class Prefix(NamedTuple):
    """A currency before a number: its unit, and the piece at which it starts."""

    unit: str
    first: int


def read_prefix(line: Line, first: int) -> Prefix | None:
    """Read the currency right before the number whose first piece is `first`: "US$", "Rs.", "EUR".

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> [read_prefix(cut_line(text), at).unit for text, at in (("$5", 1), ("HK$ 5", 2), ("Rs. 5", 2), ("EUR3m", 1))]
    ['USD', 'HKD', 'rupee', 'EUR']
    """
    at = first - 1
    if not line.near(first) or at < 0:
        return None
    raw = line.raw(at)
    if raw in {"-", "−"}:  # "-$5": the sign belongs to the number
        return read_prefix(line, at)
    if raw == "$":
        return _dollar_sign(line, at)
    if raw in _SIGNS:
        return Prefix(_SIGNS[raw], at)
    if raw == "." and line.raw(at - 1) in {"Rs", "Tk"} and line.glued(at):
        return Prefix(_CODE_WORDS[line.raw(at - 1)], at - 1)
    code = _code(raw)
    return Prefix(code, at) if code else None


def _dollar_sign(line: Line, at: int) -> Prefix:
    owner, letters = at - 1, line.raw(at - 1).upper()
    unit = _DOLLARS.get(letters) if line.glued(at) or letters in {"US", "HK", "NZ"} else None
    return Prefix(unit, owner) if unit else Prefix("USD", at)


def _code(raw: str) -> str | None:
    if raw in _CODE_WORDS:
        return _CODE_WORDS[raw]
    code = raw.upper() if raw in _LOWER_CODES else raw
    if code in _CODES:
        return code
    return _CODE_WORDS.get(code)


def read_suffix(line: Line, stop: int) -> Unit | None:
    """Read the currency behind the number that ends before piece `stop`: "thalers", "US dollars", "USD", "€".

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> [read_suffix(cut_line(text), at).name for text, at in (("5 crowns", 1), ("5 Swiss francs", 1), ("9 m euros", 2))]
    ['crown', 'CHF', 'EUR']
    """
    at = stop + 1 if line.hyphen(stop) else stop
    if not line.near(at):
        return None
    raw = line.raw(at)
    if raw == "p" and line.glued(at):  # "312p"
        return Unit("penny", at + 1)
    if raw in _SIGNS:
        return None if line.raw(at + 1)[:1].isdecimal() and line.near(at + 1) else Unit(_SIGNS[raw], at + 1)
    code = _code(raw)
    if code is not None and not line.raw(at + 1)[:1].isdecimal():
        return Unit(code, at + 1)
    return _named(line, at, stop)


def _named(line: Line, at: int, stop: int) -> Unit | None:
    country = at + 1 if line.lower(at) in _PREFIXES else at
    if line.lower(at) == "u" and line.lower(at + 2) == "s":  # "U.S. dollars"
        names, noun = _COUNTRIES["us"], at + 4
    else:
        names = _COUNTRIES.get(line.lower(country), {})
        noun = country + 1 if names else at
    word = line.lower(noun)
    name = _NAMES.get(word)
    if name is None or (not line.near(noun) and noun != at):
        return None
    if names:
        return Unit(names.get(name, name), noun + 1)
    if word in _COMMON_WORDS and not _scaled(line, stop):
        return None
    if name == "pound":
        return _pounds(line, noun, stop)
    return Unit(name, noun + 1)


def _scaled(line: Line, stop: int) -> bool:
    word = line.lower(stop - 1)
    return word in SCALES or word in SHORT_SCALES or word == "m"


def _pounds(line: Line, noun: int, stop: int) -> Unit:
    """Pounds are money behind a scale, with "sterling", or near a word of paying; else they are weight."""
    if line.lower(noun + 1) == "sterling":
        return Unit("GBP", noun + 2)
    if _scaled(line, stop):
        return Unit("pound", noun + 1)
    if line.lower(noun) == "pound":  # "a 500-pound bomb"
        return Unit("pound-mass", noun + 1)
    if any(line.lower(at) in _MONEY_CUES for at in range(stop - 8, stop)):
        return Unit("pound", noun + 1)
    return Unit("pound-mass", noun + 1)


def may_mean(name: str, code: str) -> bool:
    """Whether a currency told by name alone may be the money of an ISO code: "dollar" may be USD, or AUD.

    >>> may_mean("dollar", "USD"), may_mean("crown", "NOK"), may_mean("franc", "USD"), may_mean("USD", "USD")
    (True, True, False, True)
    """
    if name == code or (name == "dollar" and code in _DOLLARS.values() and code not in {"BRL", "MXN"}):
        return True
    return any(names.get(name) == code for names in _COUNTRIES.values())


def is_currency(unit: str | None) -> bool:
    """Whether a unit of a quantity is money.

    >>> is_currency("USD"), is_currency("thaler"), is_currency("kilometre"), is_currency(None)
    (True, True, False, False)
    """
    return unit is not None and (unit in _MONEY or (len(unit) == len("USD") and unit.isupper()))


_MONEY = frozenset(_OTHER_NAMES) | {"CFA franc"}
