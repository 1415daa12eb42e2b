"""The vocabulary of events: word stems, what is measured, who is counted, which words mean the same (room: brains).

A new measure, population or synonym is one entry in a table here. The tables hold general news English; nothing in
them comes from one story. Words are kept as stems (`stem`), so that "was closed", "the closure" and "closing" meet.
"""

from functools import cache, lru_cache

from counterclaim.text.personnouns import PERSON_NOUNS
from counterclaim.text.phrases import PHRASES
from counterclaim.text.synonyms import CLASSES

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
        "measur": "measure measures measured measuring measurement measurements",
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
            return (_undouble(base) if suffix != "ied" else base) + ending
    return low


def _undouble(base: str) -> str:
    """`stopp` -> `stop`, but `kill` stays: l, s and z are doubled in stems of their own right."""
    doubled = len(base) > _MIN_STEM and base[-1] == base[-2] and base[-1] not in "lsze"
    return (base[:-1] if doubled else base).removesuffix("e")


# Verbs whose own ending looks like one that is added ("order", "appeal").
_WHOLE_VERBS = (
    "order offer enter cover discover recover transfer suffer differ deliver gather answer trigger consider remember "
    "register hinder render alter bother foster hammer murder prefer shelter shoulder slaughter "
    "surrender uncover wander waver wonder batter flatter chatter scatter shatter "
    "steal appeal reveal conceal seal heal signal repeal"
)
_STEM_OF |= {
    verb + ending: verb for verb in _WHOLE_VERBS.split() for ending in ("", "s", "ed", "ing", "red", "ring")
}
# Nouns and adjectives whose own ending looks like one that is added: "summer" is no sum, "final" no fine.
_WHOLE_NOUNS = (
    "summer winter letter matter butter tower power water river paper officer number member chamber weather father mother "
    "brother sister silver copper corner dinner liner meter center danger finger hunger rubber timber metal final moral local "
    "legal rival total vital medal capital trial moment element cement charity feather ladder bladder spider barrier carrier "
    "cancer laser soccer poster quarter monster oyster lobster filter shower flower powder border folder holder boulder "
    "temper pepper super proper upper tender gender fever lever sewer answer fiber tiger ginger anger passenger stranger mineral medical medication engineering"
)
_STEM_OF |= {noun + ending: noun for noun in _WHOLE_NOUNS.split() for ending in ("", "s")}
# Who does or undergoes a thing is not the thing: traders are no trades, miners no mines, carers no cars.
_STEM_OF |= {
    noun + ending: noun
    for noun in PERSON_NOUNS.split()
    if noun.endswith(("er", "or", "ee")) or noun == "medic"
    for ending in ("", "s")
}
# Verbs in "-ure", where only the bare form looks as if it had an ending.
_URE_VERBS = "capture measure secure assure ensure insure injure figure torture rupture pressure feature venture lecture procure endure"
_STEM_OF |= {
    form: verb
    for verb in _URE_VERBS.split()
    for form in (verb, f"{verb}s", f"{verb[:-1]}ed", f"{verb[:-1]}ing")
}
_STEM_OF |= dict.fromkeys(("injury", "injuries"), "injure")
# Words whose "-ly" is no ending.
_LY_WORDS = "apply supply reply comply rely multiply imply ally rally tally bully family assembly anomaly"
_STEM_OF |= {
    form: word
    for word in _LY_WORDS.split()
    for form in (word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing", f"{word[:-1]}iance")
}
_STEM_OF |= dict.fromkeys(("application", "applications", "applicant", "applicants"), "apply")
_VERB_FORMS = (
    "make made|say said|get got gotten|hear heard|speak spoke spoken|write wrote written|eat ate eaten|fly flew flown|"
    "freeze froze frozen|hide hid hidden|shake shook shaken|steal stole stolen|teach taught|throw threw thrown|"
    "wear wore worn|tear tore torn|swear swore sworn|draw drew drawn|blow blew blown|burn burnt|learn learnt|"
    "ring rang rung|feed fed|lend lent|hang hung|sleep slept|sweep swept|feel felt|deal dealt|mean meant|seek sought|"
    "forbid forbade forbidden|overtake overtook overtaken|undertake undertook undertaken|become became|flee fled|"
    "overrun overran|beat beaten|bite bit bitten|choose chosen|cling clung|lie lain|mislead misled|overthrow overthrew|"
    "withstand withstood|sing sang sung|slide slid|spin spun|split|swim swam|swing swung|wake woke woken|forget forgot forgotten"
)
_STEM_OF |= {form: stem(row.split()[0]) for row in _VERB_FORMS.split("|") for form in row.split()[1:]}
stem.cache_clear()


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(w) for w in words.split())


# What is true of the counted thing. The first word is the name shown to people; the rest are its verbs and nouns.
_MEASURES = (
    "killed kill dead die death slay martyr fatality perish toll deceased corpse massacre mortality succumb drown liquidate neutralise neutralize",
    "wounded wound injure hurt injury maim",
    "casualties casualty",
    "missing missing unaccounted",
    "trapped trap strand entomb",
    "rescued rescue save",
    "treated treat",
    "intensive-care intensive-care",
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
    "margin margin gap majority",
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
    "weight weight weigh gross",
    "temperature temperature",
    "offered offer",
    "fined fine penalty",
    "sentenced sentence",
    "opened open",
    "closed close shut",
    "risen rise increase climb gain grow jump surge soar higher dearer up rising swell expand",
    "fallen fall drop decline decrease slip shrink slump plunge lower cheaper falling dip reduce lessen",
    "launched launch",
    "intercepted intercept downed",
    "rejected reject invalidate spoil disallow",
    "demanded demand ask want seek",
    "cost cost price fee",
    "owed owe debt",
    "stolen steal loot",
    "leaked leak spill seep",
    "burned scorch blacken char",
    "cancelled cancel scrap abandon",
    "delayed delay postpone",
    "charged charge indict prosecute",
    "convicted convict",
    "released release free",
    "vaccinated vaccinate inoculate",
    "aboard aboard onboard",
    "derailed derail derailment",
    "enrolled enrol enroll",
    "deployed deploy",
    "delivered deliver distribute",
    "sold sell",
    "produced produce manufacture",
    "inspected inspect",
    "affected affect",
    "borrowed borrow",
    "invested invest",
    "earned earn profit",
    "raised raise collect",
    "hospitalised hospitalise hospitalize admission",
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


@cache
def _senses() -> dict[str, str]:
    """Every form of every word of the classes of synonyms -> the key of its class."""
    table = {word: row.split()[0] for row in reversed(CLASSES) for word in row.split()}
    irregular: dict[str, list[str]] = {}
    for form, base in _STEM_OF.items():
        irregular.setdefault(base, []).append(form)
    for row in CLASSES:
        key, *_ = words = row.split()
        for word in words:
            for form in (*_inflect(word), *irregular.get(stem(word), ())):
                table.setdefault(form, key)
    return table


def _inflect(word: str) -> tuple[str, ...]:
    """Regular forms of a noun or verb, also some that do not exist."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    if word.endswith("e"):
        return (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{word}es", f"{word}ed", f"{word}ing")
    last = word[-1]
    return (f"{word}s", f"{word}ed", f"{word}ing", f"{word}{last}ed", f"{word}{last}ing")


@lru_cache(maxsize=16384)
def concept(word: str) -> str:
    """The key of the class of near-synonyms that a word belongs to in any of its forms, else its stem.

    >>> concept("houses") == concept("dwelling"), concept("fighter") == concept("fought"), concept("bridges")
    (True, False, 'bridge')
    """
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    return _senses().get(low) or stem(low)


@cache
def phrasal_concepts() -> dict[tuple[str, str], str]:
    """(stem of the verb, particle) -> the concept of the two together ("turned down" is refused)."""
    rows = (row.split() for row in PHRASES)
    return {(stem(verb), particle): concept(meaning) for verb, particle, meaning in rows}


PEOPLE = _stems(PERSON_NOUNS)
PEOPLE_CONCEPTS = frozenset(concept(word) for word in PERSON_NOUNS.split())
GENERIC_PEOPLE = frozenset(
    concept(word) for word in "person man victim casualty body other dead wounded injured missing".split()
)

# Measures that are done to people: they never hold of a distance or a sum.
HUMAN = _words(
    "intensive-care killed wounded casualties missing trapped rescued treated hospitalised infected sickened detained kidnapped displaced evacuated "
    "attended hired striking"
)

# Measures that only sums of money have: "two wanted to stop" demands nothing.
OF_SUMS = _words("demanded cost owed borrowed invested earned")

# What is usual is no event.
HABITS = _words("usually normally often sometimes typically generally daily")

# Injuries when they are done to people; a burned house is not wounded.
INJURIES = _stems("burn scald bruise crush gash blind concuss")

# Framing words of the parties: equal in what they assert, shown to people as a difference of wording (case 29).
FRAMING = {
    "martyr": "martyred",
    "martyrdom": "martyred",
    "liquidat": "liquidated",
    "neutralis": "neutralised",
    "neutraliz": "neutralised",
}

NEGATIONS = _words(
    "no not never none nobody nothing neither nor nowhere without cannot hardly barely n't failed false "
    "untrue"
)

FUNCTION_WORDS = _words(
    "ours theirs yours hers whoever whatever a an the this that these those its his her their our my your it he she they we i you them him us me who "
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
