"""What a figure is about: the measure ("killed", "turnout") and the population ("Pakistani soldiers") (room: brains).

A shallow reading by position: what stands before and after the figure in its clause. ACE and FrameNet would call the
result a frame with its core roles; here two roles are enough, because the comparator also reads the whole clause.
"""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.records import Quantity
from counterclaim.text.attributes import (
    LINKS,
    drop_sums,
    find_attribute,
    find_lacking,
    find_rated,
    find_subject,
    holds_counted,
    is_content,
    says_sort,
)
from counterclaim.text.coordinations import end_of_nouns
from counterclaim.text.facts import is_verb
from counterclaim.text.idioms import find_idiom
from counterclaim.text.lexicon import (
    AUXILIARIES,
    FUNCTION_WORDS,
    HUMAN,
    INJURIES,
    MEASURES,
    OF_SUMS,
    PEOPLE,
    stem,
)
from counterclaim.text.populations import STATES, Site, counts_people, find_head_end, locate, name_population
from counterclaim.text.tallies import find_side, is_whole, name_total
from counterclaim.text.tokens import Token

_COPULAS = frozenset({"is", "are", "was", "were", "remain", "remained", "left"})
_STATE_WORDS = frozenset({"without", "under", "off"})
_STATE_LENGTH = 2
_PARTICLES = frozenset("late early out off down back away up over through open shut".split())
_SKIPPED = frozenset(
    "also already now then still since just only not n't all who that which were was".split()
)
_COMPARED = {
    **dict.fromkeys(("fewer", "less", "lower", "smaller", "cheaper"), "fallen"),
    **dict.fromkeys(("higher", "larger", "greater", "dearer"), "risen"),
}
_CHANGED = frozenset({"risen", "fallen"})
_AGENTS = ("er", "ers", "or", "ors", "ee", "ees")
_WORKFORCE = frozenset(
    stem(w) for w in ("worker", "employee", "staff", "customer", "member", "voter", "supporter", "student")
)
_LIFE_VERBS = frozenset({"los", "claim", "cost", "tak"})
_NO_FATE = frozenset({"savings"})  # nobody is rescued by them
_BEFORE = 3
_HAVING = frozenset({"has", "have", "had"})
_ARTICLES = frozenset("the a an its their his her this that".split())
_ANAPHORIC = 2
_CONTESTS = frozenset(
    stem(w) for w in "win beat lose losing defeat pass carry lead ahead front trail behind edge".split()
)
_DIED = frozenset({"died", "dying", "succumbed"})
_PARTS = frozenset("of and one two three some others another were was or".split())
_ON_STRIKE = "striking"
_FAR = "distance"
_VOTES_CAST, _VOID = "votes", "rejected"
_LEADS = frozenset("lead margin majority advantage gap".split())
_VOTES = frozenset(stem(w) for w in ("vote", "ballot", "point", "seat"))
_DROP = stem("dropped")
_FELLED = frozenset(
    "shot brought knocked took taken gunned pulled tore torn burned burnt cut struck mown mowed".split()
)
_SAYING = frozenset(
    stem(w)
    for w in "reckon estimate put swear make say give report log note register record speak name cite quote show "
    "calculate claim believe think know expect list bring reveal total amount stand reach number".split()
)  # these tell how a figure came about, not what it measures
_NAMED = 5  # "of" and the words that name a disease
_DISEASES = frozenset(
    "cholera measles flu influenza covid covid-19 malaria dengue ebola typhoid typhus polio mpox smallpox plague rabies mumps "
    "tuberculosis pneumonia diphtheria anthrax salmonella listeria legionella legionnaires norovirus botulism scurvy illness disease "
    "sickness infection poisoning fever virus pox cough diarrhoea diarrhea vomiting dysentery e.coli coli".split()
)
_DISEASE_ENDINGS = ("itis", "osis", "oea", "emia", "aemia", "virus")
_MASSES = frozenset({"tonne", "kilogram", "pound"})
_VEHICLES = frozenset(
    stem(w)
    for w in "vehicle lorry truck train wagon carriage crane tank bus coach ship vessel boat plane aircraft".split()
)
_VENUES = frozenset(
    stem(w)
    for w in "ground stadium arena square crowd march rally demonstration protest parade vigil concert funeral street "
    "match festival".split()
)
_AUDIENCE = frozenset(
    stem(w) for w in ("spectator", "marcher", "demonstrator", "protester", "mourner", "attendee")
)


class Frame(NamedTuple):
    """`measure` is a name of the lexicon where there is one, else the words of the clause; `population` as worded."""

    measure: str | None
    population: str | None


def find_frame(tokens: Sequence[Token], quantity: Quantity) -> Frame:
    """Read the measure and population of `quantity` from the tokens of its clause.

    >>> from counterclaim.text.quantities import find_quantities
    >>> from counterclaim.text.tokens import tokenize
    >>> words = "at least 12 border guards were wounded"
    >>> find_frame(tokenize(words), find_quantities(words)[0])
    Frame(measure='wounded', population='border guards')
    """
    site = locate(tokens, quantity)
    side = find_side(tokens, site.at, site.after) if quantity.unit is None else None
    if side:
        return Frame(side, "votes")
    head = find_head_end(site) if quantity.unit is None else site.after
    head = end_of_nouns(tokens, site.at, head) if head > site.after else head
    population = name_population(site, head) if quantity.unit is None else None
    if population and is_whole(tokens, site.at):
        return Frame(name_total(population), population)
    measure = _measure(site, head, counted=population is not None, plain=quantity.unit is None)
    if measure not in HUMAN and _counts_illness(tokens, head):
        measure = "sickened"
    return Frame(measure, population)


def _counts_illness(tokens: Sequence[Token], head: int) -> bool:
    """Whether those who fell ill are counted as cases: "412 cases of acute watery diarrhoea"."""
    if not 0 < head < len(tokens) or tokens[head - 1].lower not in {"case", "cases"}:
        return False
    behind = [t.lower for t in tokens[head : head + _NAMED]]
    return behind[:1] == ["of"] and any(w in _DISEASES or w.endswith(_DISEASE_ENDINGS) for w in behind[1:])


def _measure(site: Site, head: int, *, counted: bool, plain: bool) -> str | None:
    """The lexicon's name of the nearest measure word by grammatical closeness, else the words of the clause."""
    attribute = find_attribute(site.tokens, site.at)
    attribute = [] if counted and holds_counted(site.tokens, attribute) else attribute
    verb_before, adjacent = _verb_before(site)
    after = _content_after(site, head)
    inside = [i for i in range(site.after, head) if i == head - 1 or _is_state(site.tokens[i])]
    if adjacent and MEASURES.get(stem(site.tokens[adjacent[0]].text)) == "counted" and after[:1] == [head]:
        adjacent = []  # "counted 58 soldiers killed": what became of them is the measure
    if adjacent and site.tokens[adjacent[0]].lower == "reached" and counted:
        adjacent, verb_before = [], None  # "reached 9,200 signatures" says how many there are
    if counted and site.at and site.tokens[site.at - 1].lower in _HAVING:
        verb_before = None  # "a petition to keep it open has 5,600 signatures"
    ordered = [*inside, *drop_sums(site.tokens, attribute), *adjacent]
    ordered += after[:3] if counted else []
    ordered += [] if verb_before is None else [verb_before]
    ordered += after[:4]
    named = find_rated(site.tokens, site.after, site.unit)
    named = named or _named_measure(site, head, ordered, adjacent, plain=plain)
    if named:
        return named
    if attribute:
        own = drop_sums(site.tokens, attribute)
        if site.unit in _MASSES and own and stem(site.tokens[own[0]].text) in _VEHICLES:
            return "weight"  # "a lorry of 61 tonnes"
        if len(own) < len(attribute) <= _ANAPHORIC:
            return None  # "the right figure was 27" names no measure of its own
        return " ".join(site.tokens[i].text for i in own[::-1]) or None
    spoken = _spoken_measure(site, after, verb_before, adjacent=bool(adjacent), counted=counted, plain=plain)
    return spoken or ("attended" if counted and _gathers(site, head) else _state_of(site, head))


def _spoken_measure(
    site: Site, after: Sequence[int], verb_before: int | None, *, adjacent: bool, counted: bool, plain: bool
) -> str | None:
    """The words of the clause that say what is true of the figure."""
    subject = find_subject(site.tokens, site.at, verb_before)
    if subject and not plain:
        return " ".join(site.tokens[i].text for i in subject)
    verb_after = next((i for i in after[:3] if is_verb(site.tokens, i)), None)
    spoken = verb_after if counted and not adjacent and verb_after is not None else verb_before
    spoken = verb_after if spoken is None else spoken
    if spoken is None or stem(site.tokens[spoken].text) in _SAYING or _estimates(site.tokens, spoken):
        return None
    changed = MEASURES.get(stem(site.tokens[spoken].text)) in _CHANGED
    return (find_lacking(site.tokens, site.at) if changed else None) or _phrase(site.tokens, spoken)


def _state_of(site: Site, head: int) -> str | None:
    """The state that counted things are in, where a copula and a preposition say it ("2,100 homes were without power")."""
    behind = site.tokens[head:]
    if len(behind) > 1 and behind[0].lower in _COPULAS and _is_out(behind[1:]) and counts_people(site, head):
        return _ON_STRIKE
    if len(behind) <= _STATE_LENGTH or behind[0].lower not in _COPULAS or behind[1].lower not in _STATE_WORDS:
        return None
    return f"{behind[1].lower} {behind[2].lower}" if is_content(behind[2]) else None


def _is_out(behind: Sequence[Token]) -> bool:
    """Whether people are said to be on strike: "9,200 of its members were out", "were on strike"."""
    words = [t.lower for t in behind[:2]]
    return words in (["on", "strike"], ["out"], ["out", "on"])


def _gathers(site: Site, head: int) -> bool:
    """Whether people are counted where people gather ("some 31,000 people in the stadium")."""
    noun = stem(site.tokens[head - 1].text) if head > site.after else ""
    return noun in _AUDIENCE or (noun in PEOPLE and any(stem(t.text) in _VENUES for t in site.tokens[head:]))


def _is_state(token: Token) -> bool:
    """Whether a word before the counted noun says what became of it ("20 injured fans"), not what sort it is."""
    known = stem(token.text) in MEASURES or stem(token.text) in INJURIES
    return known and (token.lower in STATES or token.lower.endswith("ed"))


def _verb_before(site: Site) -> tuple[int | None, list[int]]:
    """The nearest verb before the figure; and again, as a list, when the figure is its direct object.

    A content word that stands right before a figure is its verb, whatever its form ("covers 118,400 homes").
    """
    if site.at and site.tokens[site.at - 1].lower == "that":
        return None, []  # "they adopted the finding that 140 litres had got out": the figure opens a clause
    before = [i for i in range(site.at) if is_content(site.tokens[i]) and not _is_hedge(site.tokens[i])]
    if before and before[-1] == site.at - 1 and not _is_named_before(site):
        return before[-1], [before[-1]]
    return next((i for i in reversed(before) if _tells(site.tokens, i)), None), []


def _is_named_before(site: Site) -> bool:
    """Whether the word before a figure is a noun with its article, which opens the clause: "during the pause 14 boxes"."""
    determined = site.at > 1 and site.tokens[site.at - 2].lower in _ARTICLES
    owner = determined and site.tokens[site.at - 1].lower.endswith("'s")  # "the port's 70 pilots"
    return (
        determined and not owner and any(is_verb(site.tokens, i) for i in range(site.after, len(site.tokens)))
    )


def _is_hedge(token: Token) -> bool:
    return token.lower.endswith("ly") or token.lower in {"even", "almost", "altogether"}


def _named_measure(
    site: Site, head: int, ordered: Sequence[int], adjacent: Sequence[int], *, plain: bool
) -> str | None:
    people = counts_people(site, head)
    lives = any(t.lower in {"lives", "life"} for t in site.tokens) or _loses_people(site, head, adjacent)
    level = site.at > 0 and site.tokens[site.at - 1].lower in {"to", "at", "on"}
    if _is_margin(site):
        return "margin"
    direction = _direction(site)
    if direction:
        return direction
    linked = site.at > 0 and site.tokens[site.at - 1].lower in LINKS
    before = range(site.at - 1, -1, -1) if linked or not plain else ()
    earlier = [i for i in before if _may_name(site.tokens, i, lives=lives)]
    for i in [*ordered, *earlier]:
        if (i and site.tokens[i].text[:1].isupper()) or site.tokens[i].lower in FUNCTION_WORDS:
            continue  # "Lower Tarn" is a name, and "off" no offer
        if site.tokens[i].lower in _NO_FATE or _tells_nothing(site, i):
            continue
        key = stem(site.tokens[i].text)
        if key in PEOPLE and site.tokens[i].lower.endswith(_AGENTS):
            continue  # "12 protesters" says who, not what they did or suffered
        name = _name_at(site.tokens, i, people=people, lives=lives)
        if plain and (name in OF_SUMS or name == _FAR):
            continue  # "two wanted to stop" demands nothing, and who "came away with nothing" is not far off
        if name in HUMAN and not (
            plain
            and (people or lives or head == site.after or _is_unknown(site, head) or _is_fate(site, head, i))
        ):
            continue  # "trapped 400 metres underground" measures a distance; villages are not killed
        # "rose to 50" gives a level, "by 50" a change; "63 people dropped out" and "dropped four bombs" give neither
        counted = plain and (i >= head > site.at or (key == _DROP and head > site.after))
        if name and not (name in _CHANGED and (level or counted)):
            return name
    return None


def _name_at(tokens: Sequence[Token], i: int, *, people: bool, lives: bool) -> str | None:
    """The measure that the word at `i` names, alone or with the words around it."""
    key = stem(tokens[i].text)
    name = find_idiom(tokens, i) or ("killed" if tokens[i].lower == "bodies" else MEASURES.get(key))
    name = "wounded" if people and key in INJURIES else name
    if name == "wounded" and _is_deadly(tokens, i):
        return "killed"
    if name == _VOTES_CAST and _are_void(tokens, i):
        return _VOID
    return name or ("killed" if lives and key in _LIFE_VERBS else None)


def _are_void(tokens: Sequence[Token], i: int) -> bool:
    """Whether the ballots at `i` are said not to count ("1,140 papers were rejected", "ballots thrown out")."""
    near = range(i + 1, min(i + 1 + _BEFORE, len(tokens)))
    return any(_VOID in {find_idiom(tokens, k), MEASURES.get(stem(tokens[k].text))} for k in near)


def _is_fate(site: Site, head: int, i: int) -> bool:
    """Whether the counted noun itself says what became of people ("seven arrests")."""
    return i == head - 1 and site.tokens[i].lower.endswith("s") and not is_verb(site.tokens, i)


def _may_name(tokens: Sequence[Token], i: int, *, lives: bool) -> bool:
    """Whether a word before a figure may name its measure ("the number of those who lost their lives has risen to 9")."""
    key = stem(tokens[i].text)
    known = key in MEASURES or tokens[i].lower == "bodies" or (lives and key in _LIFE_VERBS)
    return known and tokens[i].lower != "reached"


def _is_other_board(site: Site, i: int) -> bool:
    """Whether "on board" tells where those counted were brought, or of somebody else ("lifted 40 people on board")."""
    if site.tokens[i].lower != "board":
        return False
    between = site.tokens[site.after : i]
    verbs = (j for j in range(max(0, site.at - _BEFORE), i) if is_verb(site.tokens, j))
    moved = any(site.tokens[j].lower not in AUXILIARIES for j in verbs)
    return any(t.text == "," for t in between) or moved


def _estimates(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word says how a figure was found ("arrived at 60,000")."""
    return stem(tokens[i].text) == stem("arrived") and i + 1 < len(tokens) and tokens[i + 1].lower == "at"


def _tells_nothing(site: Site, i: int) -> bool:
    """Whether a word that may name a measure stands for something else."""
    return _estimates(site.tokens, i) or _is_other_board(site, i) or says_sort(site.tokens, i)


def _is_margin(site: Site) -> bool:
    """Whether a contest was decided by the figure ("won by 0.6 points", "carried by three votes")."""
    before = [t.lower for t in site.tokens[: site.at]]
    if before[-1:] == ["of"] and len(before) > 1 and before[-2] in _LEADS:
        return site.after == len(site.tokens) or stem(site.tokens[site.after].text) in _VOTES
    return before[-1:] == ["by"] and any(stem(word) in _CONTESTS for word in before)


def _is_deadly(tokens: Sequence[Token], i: int) -> bool:
    """Whether what was done was done "to death", or the wounded are said to have died of it."""
    behind = [t.lower for t in tokens[i + 1 : i + 6]]
    died = next((k for k, word in enumerate(behind) if word in _DIED), None)
    plain = died is not None and all(w.isalpha() and w not in _PARTS for w in behind[:died])
    return behind[:2] == ["to", "death"] or plain


def _is_unknown(site: Site, head: int) -> bool:
    """Whether the counted noun may be people: a name ("200 Taliban"), or a state or body that stands for them."""
    last = site.tokens[head - 1]
    stands_for = last.lower in STATES or last.lower in {"bodies", "others", "more"}
    return stands_for or last.text[0].isupper()


def _direction(site: Site) -> str | None:
    """The direction of a change, where a particle says it ("up by 6 per cent", "11 per cent down")."""
    before = [t.lower for t in site.tokens[max(0, site.at - 2) : site.at]]
    after = [t.lower for t in site.tokens[site.after : site.after + 1]]
    if before[-1:] == ["down"] and before[0] in _FELLED:
        return None  # "brought down 19 of them"
    words = {*before[-1:], *(before[:1] if before[-1:] == ["by"] else []), *after}
    if site.unit == "percent" and after and after[0] in _COMPARED:
        return _COMPARED[after[0]]
    return "risen" if "up" in words else "fallen" if "down" in words else None


def _loses_people(site: Site, head: int, adjacent: Sequence[int | None]) -> bool:
    """Whether people are lost ("lost 23 soldiers"), and not a workforce or a following."""
    people = head > site.after and stem(site.tokens[head - 1].text) in PEOPLE - _WORKFORCE
    return people and any(i is not None and stem(site.tokens[i].text) == "los" for i in adjacent)


def _tells(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word can say what is true of the figure: a verb, or a measure that is not part of a name."""
    named = i > 0 and tokens[i].text[:1].isupper()
    return not named and (
        is_verb(tokens, i) or stem(tokens[i].text) in MEASURES or find_idiom(tokens, i) is not None
    )


def _content_after(site: Site, head: int) -> list[int]:
    """Content words after the counted phrase, up to the next figure or strong stop."""
    found: list[int] = []
    for i in range(head, len(site.tokens)):
        token = site.tokens[i]
        if token.text[:1].isdigit() or token.text in ";:":
            break
        if is_content(token) and token.lower not in _SKIPPED:
            found.append(i)
    return found


def _phrase(tokens: Sequence[Token], i: int) -> str:
    """A verb with the particle that completes it ("opened late", "broke off")."""
    follows = i + 1 < len(tokens) and tokens[i + 1].lower in _PARTICLES
    return f"{tokens[i].lower} {tokens[i + 1].lower}" if follows else tokens[i].lower
