"""The question of a figure: by what it measures and whom, else its own clause with the figure left open (room: brains)."""

import re

from counterclaim.core.records import Quantity
from counterclaim.text.clauses import has_clause
from counterclaim.text.lexicon import HUMAN, MEASURES, PEOPLE, stem
from counterclaim.text.quantities.cardinals import SMALL
from counterclaim.text.questions.amounts import find_clock, open_figure
from counterclaim.text.questions.naming import name_pronouns
from counterclaim.text.questions.pieces import ask_piece
from counterclaim.text.questions.sentences import (
    HOW_MANY,
    capital,
    close,
    cut_to_clause,
    has_verb,
    mid_sentence,
)
from counterclaim.text.questions.votes import ask_vote
from counterclaim.text.tallies import SIDES
from counterclaim.text.tokens import tokenize

_PARTICIPLES = frozenset(MEASURES.values()) - frozenset(
    "casualties turnout seats votes magnitude depth length height distance speed temperature risen fallen paid received "
    "counted cut margin cost".split()
)
_FATES = frozenset({"killed", "wounded", "hospitalised", "infected", "detained"})
_LIVES = frozenset("others animals swans birds fish dogs horses cattle sheep".split())
_STATES = frozenset({"dead", "wounded", "injured", "missing"})
_BARE = {"attended": "attend", "arrived": "arrive", "surrendered": "surrender"}
_ACTIVE = frozenset(_BARE)
_NUMBER_OF = re.compile(
    r"\b(?:number of (?:the )?(?:dead|injured|wounded|missing|victims|deaths|injuries)|toll)\b"
)
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "wife": "wives",
    "life": "lives",
}
_ONE = re.compile(r"(?:(?:only|just|exactly|not) )?(?:one|a single|1|a|an|no)", re.IGNORECASE)
_SINGULAR_VERB = {"was": "were", "is": "are", "has": "have", "does": "do"}

_ADDED = re.compile(r" \[([^\]]+)\]$")
_OWNED = re.compile(
    r"\b(of )?(?:my|our|its|his|her|their|the) (how (?:many|much))\b(?! (?:less|more)\b)", re.IGNORECASE
)
_DEFINITE = re.compile(
    r"\b(?:(?:not|all|these|those|all the|all of the) )+(how (?:many|much)|what percentage)\b", re.IGNORECASE
)
_OTHERS = re.compile(r"the other how many\b", re.IGNORECASE)
_CONTRAST = re.compile(
    rf"(?P<kept>.*\b(?:{HOW_MANY})\b[^,]*?)(?:, (?:and )?not|,? (?:instead of|rather than|compared with|up from|down from|against)) "
    rf"(?:the |about |some |just |almost |nearly )?(?:\d|(?:{'|'.join(SMALL)})\b).*"
)
_FRONTED = re.compile(
    r"(?P<at>(?i:for|in|by|at|after|within|over|on|with|to|from)) (?P<open>how many(?: of)? [a-z]+|how long|how much|what percentage),?"
    r" (?P<rest>(?:they|he|she|it|we|no|the|an?|some|[A-Z]\S*) .+)"
)
_RELATIVE = re.compile(
    r"^(?:of|among|out of) (?P<open>how many(?: [a-z]+)?) (?:who|that|which)\b(?P<rest>[^,]+)", re.IGNORECASE
)
_OPENING_VERB = re.compile(r"(?!its\b|this\b|as\b)[a-z]+(?<![su])s (?:how|what|them|him|her|it|us|for how)\b")
_MOMENT = re.compile(r"^(?:after|because|since|when|as) (?=how (?:many|much) [^,]+$)", re.IGNORECASE)
_TAIL_TIME = re.compile(r"(?P<kept>.*\bhow late)\b, at .*")
_THERE = re.compile(r"there (was|were|is|are) (how many .+)", re.IGNORECASE)
_EQUATED = re.compile(
    r"(?P<what>[^,]+?) (?P<be>was|is|were|are) (?:how many|how much|what percentage)(?P<rest>(?: (?:in|on|at) [^,]+)?)"
)
_GIVEN = re.compile(
    r"(?:it|him|her|them) \[[^\]]+\] (?=(?:a|an|the) )", re.IGNORECASE
)  # "(gave) it a depth of"
_FROM = re.compile(r"(?:(up|down) )?from (?:how many|how much|what percentage)\b.*", re.IGNORECASE)
_SHORT = 7  # words between "how many" and "were there"
_MOVED = frozenset({"risen", "fallen", "cut"})


def ask_figure(
    quantity: Quantity, text: str, common: frozenset[str] = frozenset(), *, ahead: bool = False
) -> str:
    """The question that a figure answers; `ahead`: it is of what is planned or expected.

    >>> ask_figure(Quantity(start=0, end=2, text="12", low=12, high=12, population="boats"), "12 boats")
    'How many boats were there?'
    """
    measure, population = quantity.measure or "", quantity.population or ""
    text = name_pronouns(_GIVEN.sub("", text, count=1) if _GIVEN.match(text) else text)
    if not population and measure in HUMAN & _PARTICIPLES and _NUMBER_OF.search(text):
        population = "people"
    if quantity.unit is None and population and measure in _PARTICIPLES and _befalls(measure, population):
        counted = pluralise(population) if _is_one(quantity) else population
        return _ask_prospect(measure, counted) if ahead else _ask_count(measure, counted)
    if measure in SIDES and quantity.unit is None and (vote := ask_vote(text, measure)):
        return vote
    if quantity.unit is None and (clock := find_clock(text, quantity.text)):
        return close(f"{text[: clock[0]]}what time{text[clock[1] :]}")
    return _ask_clause(quantity, text, common)


def pluralise(population: str) -> str:
    """A counted thing in the plural, as "how many" asks for it.

    >>> [pluralise(words) for words in ("guided bomb", "policeman", "city", "men", "crash")]
    ['guided bombs', 'policemen', 'cities', 'men', 'crashes']
    """
    if population.endswith(" more"):
        return f"{pluralise(population.removesuffix(' more'))} more"
    low = population.rsplit(maxsplit=1)[-1].lower()
    if (low.endswith("s") and not low.endswith("ss")) or low in {
        *_IRREGULAR.values(),
        *_STATES,
        "police",
        "sheep",
        "fish",
    }:
        return population
    for one, several in _IRREGULAR.items():
        if low.endswith(one) and low != "human":
            return f"{population[: -len(one)]}{several}"
    if low.endswith("y") and low[-2:-1] not in {*"aeiou"}:
        return f"{population[:-1]}ies"
    return f"{population}{'es' if low.endswith(('ss', 'x', 'z', 'ch', 'sh')) else 's'}"


def _is_one(quantity: Quantity) -> bool:
    return bool(_ONE.fullmatch(quantity.text)) or quantity.low == quantity.high == 1


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


def _ask_count(measure: str, population: str) -> str:
    if population.lower() in _STATES:  # "the number of dead"
        population = "people"
    population = population.removeprefix(f"{measure} ")
    if measure == "missing":
        return f"How many {population} are missing?"
    return (
        f"How many {population} {measure}?"
        if measure in _ACTIVE
        else f"How many {population} were {measure}?"
    )


def _ask_prospect(measure: str, population: str) -> str:
    """The question of a count to come: a plan to close twelve schools has closed none."""
    population = "people" if population.lower() in _STATES else population
    verb = _BARE.get(measure, f"be {measure}")
    return f"How many {population} are expected to {verb}?"


def _ask_clause(quantity: Quantity, text: str, common: frozenset[str]) -> str:
    """The clause with its figure left open; a value without a verb ("turnout at 61 per cent") is asked for as such."""
    opened = _lend(mid_sentence(open_figure(text, quantity), common), quantity.population)
    opened = _cut_contrast(_undetermine(_own(opened, quantity.population)))
    if _is_one(quantity) and quantity.population and f"how many {quantity.population}" in opened:
        opened = _count_several(opened, quantity.population)
    keeping = next((m[0] for m in re.finditer(rf"{HOW_MANY}|how \w+", opened)), "")
    opened = cut_to_clause(opened, keeping=keeping)
    if moved := _FROM.fullmatch(opened):
        return _ask_before(moved[0], quantity, moved[1])
    if _OPENING_VERB.match(opened):
        return close(f"it {opened}")
    if has_verb(opened) and opened.lower() != f"how many {quantity.population}":
        opened = _RELATIVE.sub(r"\g<open>\g<rest>", _MOMENT.sub("", opened))
        return _ask_open(opened)
    return ask_piece(opened, quantity)


def _ask_before(opened: str, quantity: Quantity, direction: str | None) -> str:
    """What an earlier value was: "up from 28 per cent"."""
    word = next(m[0] for m in re.finditer(HOW_MANY, opened))
    if quantity.unit is None and quantity.population and quantity.population[-1] == "s":
        return f"How many {quantity.population} were there before?"
    verb = (
        quantity.measure
        if quantity.measure in _MOVED
        else {"up": "risen", "down": "fallen"}.get(direction or "")
    )
    if verb == "cut":
        return f"From {word} was it cut?"
    return f"From {word} had it {verb}?" if verb else f"{capital(word)} was it before?"


def _own(opened: str, population: str | None) -> str:
    """With whose they are behind what is counted: "four of the port’s 70 pilots" asks for pilots of the port."""
    owned = re.compile(rf"((?:the )?[\w-]+(?: [A-Z][\w-]+)*)[’']s how many {re.escape(population or '?')}\b")
    return owned.sub(rf"how many {population} of \1", opened, count=1)


def _undetermine(opened: str) -> str:
    """Without "the", "all" or "its" before "how many"."""
    opened = _OTHERS.sub("how many others", opened, count=1)
    opened = _DEFINITE.sub(r"\1", opened)
    return _OWNED.sub(lambda m: f"{m[1] or ''}{m[2]}", opened)


def _cut_contrast(opened: str) -> str:
    """Without the figure that this one replaces or stands against: the question would hold half an answer."""
    cut = _CONTRAST.fullmatch(opened) or _TAIL_TIME.fullmatch(opened)
    return cut["kept"] if cut else opened


def _count_several(opened: str, population: str) -> str:
    several = pluralise(population)
    opened = opened.replace(f"how many {population}", f"how many {several}", 1)
    after = re.compile(rf"(how many {re.escape(several)}) (was|is|has|does)\b")
    return after.sub(lambda m: f"{m[1]} {_SINGULAR_VERB[m[2]]}", opened)


def _ask_open(opened: str) -> str:
    """The opened clause as a question; what is said to be there, or to be so much, is asked for first."""
    if there := _THERE.fullmatch(opened):
        words = there[2].split(" ")
        return close(f"{there[2]} were there" if len(words) <= _SHORT else f"{opened}")
    equated = _EQUATED.fullmatch(opened)
    if equated and not has_clause(tokenize(equated["what"])) and len(equated["what"].split()) > 1:
        return close(f"what {equated['be']} {mid_sentence(equated['what'])}{equated['rest']}")
    fronted = _FRONTED.fullmatch(opened)
    if fronted and has_clause(tokenize(fronted["rest"])):
        return close(f"{fronted['rest']} {fronted['at'].lower()} {fronted['open']}")
    return close(opened)


def _lend(opened: str, population: str | None) -> str:
    """What is counted, taken over from another clause, where the question asks how many; the rest of it goes without."""
    added = _ADDED.search(opened)
    if added is None or not population or added[1].split(", ")[0] != population:
        return _ADDED.sub("", opened) if added else opened
    opened = opened[: added.start()]
    partly = re.sub(
        r"how many of (?:them|those|these|whom)\b", f"how many of the {population}", opened, count=1
    )
    if partly != opened or re.search(r"how many (?:others?|more)\b", opened):
        return partly
    return opened.replace("how many", f"how many {population}", 1).replace(
        f"{population} was ", f"{population} were ", 1
    )
