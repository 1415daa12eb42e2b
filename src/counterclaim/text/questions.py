"""The short question that a claim answers, and its answer (room: brains).

Counts of a known measure are asked for by it, other figures by their own clause with the figure left open, statements by
what they affirm.
"""

import re

from counterclaim.core.records import Quantity
from counterclaim.text.clauses import has_clause
from counterclaim.text.lexicon import FUNCTION_WORDS, MEASURES, PEOPLE, stem
from counterclaim.text.propositions import read_proposition
from counterclaim.text.quantities import is_duration
from counterclaim.text.speakers import noun_kind
from counterclaim.text.tokens import tokenize

_PARTICIPLES = frozenset(MEASURES.values()) - frozenset(
    "casualties turnout seats votes magnitude depth length height distance speed temperature risen fallen paid received "
    "counted cut".split()
)
_NEGATED = tuple(
    (re.compile(shape, re.IGNORECASE), plain)
    for shape, plain in (
        (r"\bnobody\b|\bno one\b", "anybody"),
        (r"\bnothing\b", "anything"),
        (r"(?<!or )\b(?:none|no)\b(?=\s+\w|$)|\bnot (?:one|a single)\b", "any"),
        (r"\bnone\b", "any"),
        (r"\bneither\b", "either"),
        (r"\bnor\b", "or"),
        (r"\bnever\b", "ever"),
        (r"\bcannot\b", "can"),
        (r"(?<=\w)n[’']t\b|(?<!whether or )\bnot\b", ""),
    )
)
_INVERTED = re.compile(
    r"(?:nor|only then) ((?:has|have|had|was|were|is|are|do|does|did|can|could|will|would) .+)", re.IGNORECASE
)
_UNDONE = re.compile(r"([^,;]{1,60}?) (do|does|did)(?: not|n[’']t) (.+)", re.IGNORECASE)
_UNPROVOKED = re.compile(r"\b(was|were|is|are|been|entirely|wholly|completely) unprovoked\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:if|when|unless|should|had|were|once|after|before|since|until|as) [^,]+, .+", re.IGNORECASE
)
_ARTICLES = ("the ", "a ", "an ", "its ", "our ", "his ", "her ", "their ", "somebody")
_ADDED = re.compile(r" \[([^\]]+)\]$")
_DEFINITE = re.compile(
    r"(?:the|his|her|its|their|our|those|these|all|all the) (how (?:many|much))\b", re.IGNORECASE
)
_FATES = frozenset({"killed", "wounded", "hospitalised", "infected", "detained"})
_LIVES = frozenset("others animals swans birds fish dogs horses cattle sheep".split())
_STATES = frozenset({"dead", "wounded", "injured", "missing"})
_OTHERS = re.compile(r"the other how many\b", re.IGNORECASE)
_PUT = re.compile(r"(.+?),? at (?:how many percentage points|how many|how much|what percentage)\b(.*)")
_VALUE = re.compile(
    r"(?:(?:a|an|the|its|his|her|their) )?(?!(?:instead|out|up|down|rather)\b)([^,]+?)"
    r" of (?:how many percentage points|how many|how much|what percentage)\b(.*)"
)
_GIVEN = re.compile(
    r"(?:it|him|her|them)(?: \[[^\]]+\])? (?=(?:a|an|the) )", re.IGNORECASE
)  # "(gave) it a depth of"
_EXTENT = re.compile(
    r"\bhow (?:much|long)(?= (?:long|late|early|high|deep|wide|tall|thick|heavy|far|apart)\b)"
)
_FAR = re.compile(
    r"\bhow much(?= (?:away|from|off|above|below|north|south|east|west|inland|upstream|downstream)\b)"
)
_ACTIVE = frozenset({"attended", "arrived"})


def ask(
    quantity: Quantity | None, text: str, *, denied: bool | None = None, common: frozenset[str] = frozenset()
) -> str:
    """The short question that a claim answers.

    Args:
        quantity: The figure; None for a statement.
        text: The claim in words.
        denied: Whether the claim negates what is asked; None: not known, its words decide.
        common: Words that the article also writes in lower case: no names.

    >>> ask(Quantity(start=0, end=2, text="12", low=12, high=12, measure="killed", population="guards"), "")
    'How many guards were killed?'
    >>> ask(Quantity(start=0, end=2, text="6 per cent", low=6, high=6, unit="percent"), "Rents rose by 6 per cent")
    'Rents rose by what percentage?'
    >>> ask(None, "Nobody at the back could see it"), ask(None, "Nor has it rained", denied=True)
    ('Whether anybody at the back could see it', 'Has it rained?')
    """
    if quantity is None:
        return _ask_whether(read_proposition(text) or text, denied=denied, common=common)
    known = quantity.unit is None and quantity.population and quantity.measure in _PARTICIPLES
    if known and _befalls(quantity.measure or "", quantity.population or ""):
        return _ask_count(quantity.measure or "", quantity.population or "")
    return _ask_figure(quantity, text)


def _befalls(measure: str, population: str) -> bool:
    """Whether what is counted can be what the measure says: people are wounded, and no complaints."""
    head = population.rsplit(maxsplit=1)[-1]
    return (
        measure not in _FATES
        or head[:1].isupper()
        or head.lower().endswith("men")
        or head.lower() in _STATES | _LIVES
        or stem(head) in PEOPLE
    )


def article_before(name: str) -> str:
    """A name as it stands within a sentence: with "the" where it is a description.

    >>> article_before("health ministry"), article_before("Ana Ruiz")
    ('the health ministry', 'Ana Ruiz')
    """
    return f"the {name}" if name[:1].islower() and not name.startswith(_ARTICLES) else name


def _ask_whether(text: str, *, denied: bool | None, common: frozenset[str]) -> str:
    """Ask whether a statement is so, or, where its words stand in the order of a question, in that order."""
    inverted = _INVERTED.fullmatch(text)
    if inverted:
        return _capital(f"{inverted[1]}?")
    undone = _UNDONE.fullmatch(text) if denied else None
    if undone and not has_clause(tokenize(undone[1])):
        return f"{_capital(undone[2])} {_mid_sentence(undone[1], common)} {_affirm(undone[3])}?"
    affirmed = _UNPROVOKED.sub(r"\1 provoked", text if denied is False else _affirm(text))
    comma = "," if _CONDITION.fullmatch(affirmed) else ""
    return f"Whether{comma} {_mid_sentence(affirmed, common)}"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _ask_figure(quantity: Quantity, text: str) -> str:
    """The clause with its figure left open; a value without a verb ("turnout at 61 per cent") is asked for as such."""
    amount = {
        None: "how many",
        "percent": "what percentage",
        "percentage_point": "how many percentage points",
    }
    extent = "how long" if is_duration(quantity.unit) else "how much"
    open_word = amount.get(quantity.unit, "how old" if quantity.text.endswith(" old") else extent)
    opened = text.replace(quantity.text, open_word, 1)
    opened = _lend(_FAR.sub("how far", _EXTENT.sub("how", opened)), quantity.population)
    if not has_clause(tokenize(opened)):
        return _ask_value(opened)
    return _ask_count_of(opened)


def _ask_value(opened: str) -> str:
    """Ask for the value of "turnout at 61 per cent", "a depth of 12 kilometres", which no verb joins."""
    opened = _GIVEN.sub("", opened, count=1) if _GIVEN.match(opened) else opened
    if put := _PUT.fullmatch(opened):
        return f"What was {_mid_sentence(put[1])} put at{put[2]}?"
    if value := _VALUE.fullmatch(opened):
        several = value[1].split()[-1].endswith("s") and not value[1].endswith("ss")
        return f"What {'were' if several else 'was'} the {value[1]}{value[2]}?"
    return _ask_count_of(opened)


def _ask_count_of(opened: str) -> str:
    """The opened clause as a question, its first "how many" without an article."""
    opened = _OTHERS.sub("how many others", opened) if _OTHERS.match(opened) else opened
    opened = _DEFINITE.sub(r"\1", opened) if _DEFINITE.match(opened) else opened
    return f"{_capital(opened.replace('how much’ ', 'how much '))}?"


def _lend(opened: str, population: str | None) -> str:
    """What is counted, taken over from another clause, where the question asks how many; the rest of it goes without."""
    added = _ADDED.search(opened)
    if added is None or not population or added[1] != population:
        return opened
    opened = opened[: added.start()]
    partly = re.sub(
        r"how many of (?:them|those|these|whom)\b", f"how many of the {population}", opened, count=1
    )
    if partly != opened or re.search(r"how many (?:others?|more)\b", opened):
        return partly
    return opened.replace("how many", f"how many {population}", 1).replace(
        f"{population} was ", f"{population} were ", 1
    )


def _affirm(text: str) -> str:
    """The statement that a negated one denies, so that "no" answers the question whether it is so."""
    affirmed = text
    for shape, plain in _NEGATED:
        affirmed = shape.sub(plain, affirmed)
    return " ".join(affirmed.split())


def _mid_sentence(text: str, common: frozenset[str] = frozenset()) -> str:
    """The text as it reads after "whether": no joining word in front, no capital but a name's."""
    first, _, rest = text.partition(" ")
    low = first.lower()
    if low in {"and", "but", "nor", "so"} and rest:
        return _mid_sentence(rest, common)
    titled = rest[:1].isupper() and low not in FUNCTION_WORDS  # "President Corso"
    plain = not titled and (low in FUNCTION_WORDS | common or noun_kind(low) in {"group", "document"})
    return (
        f"{low} {rest}".rstrip()
        if plain and first != "I" and first[1:].islower() | (len(first) == 1)
        else text
    )


def _ask_count(measure: str, population: str) -> str:
    if population.lower() in _STATES:  # "the number of dead"
        population = "people"
    if measure == "missing":
        return f"How many {population} are missing?"
    return (
        f"How many {population} {measure}?"
        if measure in _ACTIVE
        else f"How many {population} were {measure}?"
    )


def answer(quantity: Quantity | None, *, denied: bool, text: str = "") -> str:
    """The figure as worded, else yes or no to the question whether `text` is so.

    >>> answer(None, denied=False, text="the raid was unprovoked")
    'no'
    """
    if quantity is not None:
        return quantity.text
    return "no" if denied != bool(_UNPROVOKED.search(text)) else "yes"
