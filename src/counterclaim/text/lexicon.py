"""The vocabulary of events: word stems, what is measured, who is counted, which words mean the same (room: brains).

A new measure, population or synonym is one entry in a table here. The tables hold general news English; nothing in
them comes from one story. Words are kept as stems (`stem`), so that "was closed", "the closure" and "closing" meet.
"""

from functools import cache, lru_cache

_IRREGULAR = {
    stem: words.split()
    for stem, words in {
        "be": "is are was were been being am be",
        "have": "has had having have",
        "begin": "began begun beginning",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "child": "children",
        "choos": "chose chosen choice",
        "clos": "closure",
        "com": "came",
        "decid": "decision",
        "deny": "denial denials denied denies denying",
        "destroy": "destruction",
        "di": "dead death deaths died dies dying fatality fatalities fatal fatally perish perished deceased",
        "driv": "drove driven",
        "explod": "explosion explosions",
        "fall": "fell fallen",
        "fight": "fought fighting fighter",
        "find": "found",
        "fir": "fired",
        "giv": "gave given",
        "go": "went gone goes going",
        "grow": "grew grown growth",
        "hold": "held",
        "injur": "injured injury injuries injuring",
        "keep": "kept",
        "kill": "kills killed killing killings",
        "know": "knew known",
        "lead": "led leads",
        "leav": "left",
        "lif": "lives life",
        "los": "lost loss losses losing loses lose",
        "man": "men",
        "meet": "met meeting meetings",
        "pay": "paid pays paying payment payments",
        "produc": "production",
        "receiv": "receipt reception",
        "refus": "refusal",
        "retreat": "retreated",
        "ris": "rose risen rises rising",
        "run": "ran running",
        "see": "saw seen",
        "seiz": "seizure seizures",
        "sell": "sold sale sales",
        "send": "sent",
        "shoot": "shot shots shooting",
        "shut": "shutting",
        "sink": "sank sunk sinking",
        "spend": "spent",
        "stand": "stood",
        "strik": "struck stricken strikes strike",
        "tak": "took taken",
        "tell": "told",
        "think": "thought",
        "win": "won winner",
        "woman": "women",
        "person": "people persons",
        "withdraw": "withdrew withdrawn withdrawal",
    }.items()
}
_STEM_OF = {word: stem for stem, words in _IRREGULAR.items() for word in words}
PAST_FORMS = frozenset(
    "began broke broken brought built bought caught chose chosen came died fell fallen fought found gave given went gone "
    "grew grown held kept knew known led left lost met paid rose risen ran saw seen sold sent shot shut sank sunk spent "
    "stood struck took taken told thought won withdrew withdrawn said made put cut hit set let became blew cost drew drove "
    "ate flew fled forgot got lay laid read rang spoke slept swept threw thrown tore torn understood wore wrote written".split()
)

_SUFFIXES = (
    ("isations", "is"), ("izations", "is"), ("isation", "is"), ("ization", "is"), ("ations", ""), ("ation", ""), ("ions", ""), ("ion", ""), ("ation", ""),
    ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ities", ""), ("ity", ""),
    ("iness", "y"), ("ness", ""), ("ures", ""), ("ure", ""), ("als", ""), ("al", ""), ("ingly", ""), ("edly", ""),
    ("ings", ""), ("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ers", ""), ("er", ""), ("ly", ""),
    ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")
_MIN_STEM = 3
_MIN_ION_STEM = 5  # elect-ion, but not stat-ion


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Fold a word to the stem that its verb, noun and plural forms share (not a dictionary form).

    >>> [stem(w) for w in ("stations", "invited", "invitation", "agreement", "died", "stopped", "lives")]
    ['station', 'invit', 'invit', 'agr', 'di', 'stop', 'lif']
    """
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if low in _STEM_OF:
        return _STEM_OF[low]
    if low.endswith("ss") or not low.isascii():
        return low
    for suffix, ending in _SUFFIXES:
        base = low.removesuffix(suffix)
        shortest = _MIN_ION_STEM if suffix in {"ion", "ions"} else _MIN_STEM
        if base != low and len(base) + len(ending) >= shortest and _VOWELS & set(base):
            return _undouble(base) + ending
    return low


def _undouble(base: str) -> str:
    """`stopp` -> `stop`, but `kill` stays: l, s and z are doubled in stems of their own right."""
    doubled = len(base) > _MIN_STEM and base[-1] == base[-2] and base[-1] not in "lsze"
    return (base[:-1] if doubled else base).removesuffix("e")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words.split())


# What is true of the counted thing. The first word is the name shown to people; the rest are its verbs and nouns.
_MEASURES = (
    "killed kill dead die death slay martyr fatality perish toll deceased corpse massacre mortality succumb",
    "wounded wound injure hurt injury maim",
    "casualties casualty",
    "missing missing unaccounted",
    "trapped trap strand entomb",
    "rescued rescue save",
    "treated treat hospitalise hospitalize",
    "infected infect contract diagnose",
    "sickened sicken ill poison",
    "detained detain arrest custody jail imprison",
    "kidnapped kidnap abduct hostage",
    "displaced displace flee uproot homeless",
    "evacuated evacuate",
    "destroyed destroy flatten raze demolish obliterate wreck burn gut",
    "damaged damage",
    "captured capture seize overrun",
    "surrendered surrender",
    "recalled recall",
    "attended attend gather march demonstrate protest rally turn-out crowd attendance",
    "cut cut axe redundancy shed layoff sack dismiss eliminate",
    "hired hire recruit employ",
    "pledged pledge donate contribute promise",
    "received receive",
    "paid pay spend",
    "turnout turnout",
    "counted count tally",
    "seats seat",
    "votes vote ballot",
    "arrived arrive reach",
    "magnitude magnitude",
    "depth depth deep",
    "length length long",
    "height height tall",
    "distance distance away",
    "speed speed",
    "temperature temperature",
    "offered offer",
    "fined fine penalty",
    "sentenced sentence",
    "opened open",
    "closed close shut",
    "risen rise increase climb gain grow jump surge soar higher dearer up rising",
    "fallen fall drop decline decrease slip shrink slump plunge lower cheaper falling",
    "launched launch",
    "intercepted intercept",
)


def _first_owner(rows: tuple[str, ...], *, key_is_stem: bool) -> dict[str, str]:
    """Stem of every word of a row -> the row's first word; the first row that has a word owns it."""
    table: dict[str, str] = {}
    for row in rows:
        words = row.split()
        for word in words:
            table.setdefault(stem(word), stem(words[0]) if key_is_stem else words[0])
    return table


MEASURES = _first_owner(_MEASURES, key_is_stem=False)

# Measures whose counts only accumulate: a later lower figure from elsewhere is no update (relations.md, case 11).
CUMULATIVE = frozenset(
    {"killed", "wounded", "casualties", "destroyed", "rescued", "infected", "counted", "intercepted"}
)


# Groups of words that one desk writes for another's: the first is the key.
_CONCEPTS = (
    "home house dwelling residence flat",
    "blast explosion explode detonation",
    "ship vessel boat ferry craft",
    "company firm maker manufacturer",
    "job post staff employee position redundancy",
    "lorry truck",
    "earthquake quake tremor shock",
    "soldier troop serviceman serviceman military",
    "police officer constable",
    "outpost post position checkpoint",
    "person people inhabitant",
    "worker miner labourer workman",
    "passenger traveller",
    "fan supporter spectator",
    "customer client consumer",
    "child boy girl minor baby infant toddler tot kid",
    "close shut bar",
    "begin start open",
    "end finish stop halt cease",
    "reach arrive",
    "vote ballot",
    "pay wage salary",
    "concede conceded surrender",
    "refuse reject decline turn-down",
    "agree agreement deal pact accord",
    "road route highway",
    "aid subsidy support assistance",
    "attack strike assault raid airstrike",
    "crossing border-crossing",
    "buy purchase",
    "doctor physician medic",
    "hospital clinic",
    "school classroom",
    "fire blaze",
    "flood inundation",
    "crash collision accident",
    "plane aircraft jet airliner",
    "car vehicle",
    "missile rocket",
    "rebel insurgent fighter militant",
    "march rally demonstration protest",
    "fine penalty",
    "money cash fund",
    "cost price",
    "share stock equity",
    "gap lead margin majority deficit shortfall",
)
_CONCEPT_OF = _first_owner(_CONCEPTS, key_is_stem=True)


@cache
def concept(word_stem: str) -> str:
    """The key of the group of near-synonyms that a stem belongs to, else the stem itself.

    >>> concept(stem("houses")) == concept(stem("homes"))
    True
    """
    return _CONCEPT_OF.get(word_stem, word_stem)


PEOPLE = _stems(
    "person people man woman child civilian resident victim passenger worker employee soldier troop officer police miner "
    "fighter militant rebel student pupil patient voter demonstrator protester migrant refugee villager tourist crew "
    "doctor nurse firefighter prisoner hostage fan spectator supporter member staff engineer teacher journalist guard "
    "sailor driver boy girl baby infant toddler tot kid teenager pensioner family customer personnel serviceman official volunteer rescuer medic survivor casualty"
)
GENERIC_PEOPLE = _stems("person people man victim casualty body") | {
    "other",
    "dead",
    "wound",
    "injur",
    "miss",
}

# Measures that are done to people: they never hold of a distance or a sum.
HUMAN = _words(
    "killed wounded casualties missing trapped rescued treated infected sickened detained kidnapped displaced evacuated "
    "attended hired"
)

# Injuries when they are done to people; a burned house is not wounded.
INJURIES = _stems("burn scald bruise crush gash blind concuss")

# Framing words of the parties: equal in what they assert, shown to people as a difference of wording (case 29).
FRAMING = {
    "martyr": "martyred",
    "martyrdom": "martyred",
    "liquidat": "liquidated",
    "neutralis": "neutralised",
}

NEGATIONS = _words(
    "no not never none nobody nothing neither nor nowhere without cannot hardly barely n't failed false "
    "untrue"
)

FUNCTION_WORDS = _words(
    "a an the this that these those its his her their our my your it he she they we i you them him us me who "
    "whom whose which what when where why how of in on at by for from to with without into onto over under "
    "between among across through during before after since until till against about around near off out up "
    "down as than then there here and or but nor so if while whereas because though although unless whether "
    "both either neither each every all any some no not only just also too very more most less least much "
    "many few other another such same own again once still yet already now is are was were be been being am "
    "has have had having do does did will would shall should can could may might must need ago later earlier "
    "per cent percent mr mrs ms dr sir said says say told according"
)

CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec"
)

AUXILIARIES = _words(
    "is are was were be been being am has have had having do does did will would shall should can could may "
    "might must get gets got gotten"
)

# What every state or party has: these words of a name do not tell whose it is.
STATE_BODIES = _words(
    "military army government ministry authorities forces police state spokesman regime troops navy"
)
