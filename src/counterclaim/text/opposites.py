"""Outcomes and their opposites: what cannot both be true of one thing at one time (room: brains).

Each row sets the words left of the bar against those right of it; synonyms (`lexicon.concept`) come along. What can be
true first and false an hour later stands in `_STATES`, what is settled once in `_OUTCOMES`.
"""

from functools import cache

from counterclaim.text.lexicon import concept

_OUTCOMES = (
    "hold withstand resist | fail collapse burst breach rupture break buckle",
    "approve adopt pass | refuse veto dismiss defeat",
    "grant award | deny withhold refuse",
    "allow | ban prevent bar block",
    "win victory triumph | lose defeat loser",
    "succeed success successful | fail unsuccessful",
    "guilty convict culpable | acquit innocent exonerate absolve vindicate",
    "survive survivor alive | die kill perish",
    "voluntary voluntarily freely optional | order force compel oblige compulsory mandatory",
    "peaceful peacefully calm orderly | violent violently violence riot",
    "legal lawful lawfully | illegal illegally unlawful unlawfully",
    "public publicly | secret secretly private privately",
    "unanimous united | divided split majority dissent",
    "safe safely harmless clean | dangerous danger unsafe hazardous poison harmful contaminate pollute toxic",
    "intact unscathed unharmed unhurt undamaged untouched | damage destroy injury collapse burn flatten encrypt loot",
    "accident accidental accidentally wear defect | deliberate deliberately intentional arson sabotage purpose",
    "true genuine authentic accurate correct | false fake forge fabricate untrue wrong bogus",
    "attend participate join present | boycott absent skip",
    "keep retain preserve spare | cut cancel layoff close axe",
    "profit | loss",
    "support favour back | oppose against",
    "enough sufficient ample adequate | lack shortage scarce insufficient",
    "reveal disclose publish | hide suppress",
    "notify warn consult | unannounced",
    "improve better | worsen deteriorate worse",
    "cooperate comply obey | defy disobey ignore flout",
    "punctual prompt promptly | late delay postpone",
    "sober | drunk drink intoxicated",
    "pay repay | default unpaid withhold",
    "agree consent | disagree",
    "condemn | praise welcome",
    "alone lone | accomplice together",
    "solvent profitable | bankrupt loss-making",
    "recover | die",
    "advance gain | retreat",
    "temporary | permanent",
    "valid | expire invalid void forged",
    "begin | cancel postpone",
    "hire recruit | layoff",
    "resign | layoff",
    "foreign | domestic",
    "experienced trained | untrained inexperienced",
    "armed | unarmed",
    "abroad overseas absent | present",
    "uphold | overturn quash annul reverse",
    "green | red",
    "best | worst",
    "highest | lowest",
    "good excellent | poor bad worst",
    "confirm positive | negative",
    "retract | stand",
    "keep maintain | suspend",
    "success | failure",
    "buy | sell",
    "arrive | miss",
    "male | female",
    "single | married",
    "avert avoid | happen",
    "majority | minority",
    "right | wrong",
    "reduce cut | raise",
    "insure | uninsured",
    "sink | afloat",
    "light minor slight | serious severe grave heavy",
)

_STATES = (
    "open unlock | close lock bar seal chain block barricade",
    "release free | detain jail hold hostage",
    "stay remain | depart withdraw flee evacuate resign",
    "continue persist | end suspend cancel abandon",
    "lift ease | impose seal tighten bar block",
    "increase | decrease",
    "contain control extinguish | rage spread",
    "full crowded packed | empty deserted",
    "idle standstill | busy moving",
    "calm quiet | fight unrest attack",
    "activate live lit operational | deactivate dead dark",
    "conscious awake | unconscious coma",
    "stable recover discharge | critical",
    "loaded laden full | empty ballast",
    "unchanged steady stagnate same | increase decrease cut",
    "operational functional | faulty failure inoperable",
    "prison jail custody | free liberty freely",
    "list | remove",
    "healthy well | illness",
    "advance | retreat",
    "dry | wet rain",
    "indoors | outdoors",
    "available | unavailable",
    "online | offline",
    "accept agree consent | refuse",
    "stay remain | expel",
    "allow | stop hold repel delay wait",
    "empty | full",
)

# Of a pair that is told apart by one of these, one member says nothing of the other.
_RIVALS = (
    "export | import",
    "main primary | secondary",
    "urban | rural",
    "summer | winter | autumn | spring",
    "domestic | foreign international",
    "arrive arrival | departure",
    "adult | child",
    "north northern | south southern | east eastern | west western",
    "first | second | third | fourth | last",
    "upper | lower",
    "left | right",
    "front | rear",
    "old | new",
    "men male boy | women female girl",
    "home | visiting away",
    "inner | outer",
    "local | national",
    "public | private",
)


@cache
def outcomes() -> dict[str, frozenset[str]]:
    """Concept -> the concepts that exclude it for good."""
    return _pair_up(_OUTCOMES)


@cache
def states() -> dict[str, frozenset[str]]:
    """Concept -> the concepts that exclude it at one moment."""
    return _pair_up(_STATES)


def are_opposite(a: str, b: str) -> bool:
    """Whether two concepts exclude each other.

    >>> are_opposite(concept("rejected"), concept("approved")), are_opposite(concept("shut"), concept("locked"))
    (True, False)
    """
    return b in outcomes().get(a, ()) or b in states().get(a, ())


def are_rivals(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two descriptions tell their things apart ("the east gate", "the west gate").

    >>> are_rivals(frozenset({concept("northern"), "gat"}), frozenset({concept("south"), "gat"}))
    True
    """
    return any(_stands_apart(a, b, row) for row in _rivals())


def _stands_apart(a: frozenset[str], b: frozenset[str], row: tuple[frozenset[str], ...]) -> bool:
    one, two = ({n for n, words in enumerate(row) if words & held} for held in (a, b))
    return bool(one and two) and not one & two


@cache
def _rivals() -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(
        tuple(frozenset(concept(w) for w in side.split()) for side in row.split("|")) for row in _RIVALS
    )


def _pair_up(rows: tuple[str, ...]) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for row in rows:
        left, right = (frozenset(concept(w) for w in side.split()) for side in row.split("|"))
        for one, others in [*((w, right) for w in left), *((w, left) for w in right)]:
            table[one] = table.get(one, frozenset()) | (others - {one})
    return table
