"""A claim as the comparator sees it: the slots that decide how two claims relate, levelled (room: brains).

Everything here is read off the records, so that claims of either reader, or from a file, compare alike.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from counterclaim.core.records import Article, Claim, Quantity, TimeInterval
from counterclaim.relate.lead_ins import name_counted, name_lead_in
from counterclaim.relate.sorts import level_head, level_measure
from counterclaim.relate.takings import is_taken_from
from counterclaim.text.coordinations import split_nouns
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import (
    CALENDAR,
    FRAMING,
    FUNCTION_WORDS,
    MEASURES,
    NEGATIONS,
    OF_SUMS,
    STATE_BODIES,
    concept,
    stem,
)
from counterclaim.text.modality import drop_evidence
from counterclaim.text.quantities import interval, to_base
from counterclaim.text.signs import Signs, bare_of_un, concept_at, find_signs
from counterclaim.text.tokens import Token, tokenize

_TIME_WORDS = CALENDAR | frozenset(
    "today yesterday tomorrow tonight morning afternoon evening night noon midday midnight week month year day hour minute "
    "time date past o'clock local utc gmt est edt cst cdt mst mdt pst pdt bst cet cest eet eest a.m p.m am pm last next previous shortly soon just about".split()
)
_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens "
    "scores hundreds thousands half third quarter some nearly almost roughly approximately total".split()
)
WHOLE_WORDS = re.compile(
    r"\b(?:in all|altogether|in total|nationwide|countrywide|worldwide|globally|overall|"
    r"(?:province|region|state|county|district|city)-?wide|(?:across|throughout|in) the (?:whole |entire )?(?:country|nation|world)|"
    r"(?:across|throughout) the (?:whole |entire )?(?:province|region|state|county|district|city|territory|continent|valley|island))\b",
    re.IGNORECASE,
)
ADDED = re.compile(r"\[[^\[\]]*\]")  # words in brackets are the reader's
_PART = re.compile(r"\bof (?:them|those|whom|these)\b", re.IGNORECASE)
_OF_THE = re.compile(r" of (?:the|its|their|his|her|our|these|those) (?![\d])", re.IGNORECASE)
_PRECIPITATION = re.compile(r" of (?:\w+ )?(?:rain|rainfall|snow|hail|sleet)\b", re.IGNORECASE)
_CHANGES = ("risen", "fallen")
ON_SIDE = re.compile(r"\b[Oo]n the ([A-Z]\w+) side\b")
_OWN = re.compile(
    r"\b(?:its|our) (?:own )?(?:\w+ )?(?:soldiers|troops|men|forces|fighters|personnel|losses|members)"
    r"|\b(?:it|we) (?:had |have |has )?lost\b",
    re.IGNORECASE,
)
_FATES = frozenset({"dead", "wounded", "injured", "missing"})  # "more than 40 injured" does not say who
_HARMS = frozenset({"killed", "wounded", "destroyed", "captured", "detained", "damaged"})
_DOING = re.compile(r"\s+(?:(?:had|have|has) )?(\w+)")
_PRONOUNS = frozenset("i me my we us our he him his she her it its they them their".split())
_NO_TOPIC = _TIME_WORDS | _NUMBER_WORDS | NEGATIONS
WHOLE = "*"  # the place of a figure that is said to cover everything


class Saying(NamedTuple):
    """When a statement was first made: its earliest print, and the time that an article gives for the saying itself."""

    claim: Claim
    printed: Article
    said: TimeInterval | None
    told_by: Article


class Slots(NamedTuple):
    """The slots of one claim. Sets hold concept keys (`lexicon.concept`) or folded name words.

    `topic` is all content words of the claim, `signs` which of them it affirms and which it negates, `context` those besides measure and population, `measures` every measure
    that its words could name. `sentence` is the
    article's id and the offset of the claim's sentence. `absent` is what the sentence says was not, in its own words
    ("I rang nobody and conceded nothing"); empty where nothing is denied. `beside`: the heads of what is counted with `head` ("soldiers and police"). `partitioned`: its clause goes on to count a part of it;
    `deeds`: the concepts of its verbs. `partitive`: it counts some of the things that it names ("12 of the schools"); `taken_from`: some of those whose fate was told ("six of the dead").
    """

    claim: Claim
    article: Article
    figure: Quantity | None
    low: float
    high: float
    unit: str | None
    measure: str | None
    measure_words: frozenset[str]
    measures: frozenset[str]
    head: str | None
    modifiers: frozenset[str]
    beside: frozenset[str]
    nationalities: frozenset[str]
    places: frozenset[str]
    topic: frozenset[str]
    signs: Signs
    context: frozenset[str]
    absent: frozenset[str]
    sentence: tuple[str, int]
    partitioned: bool
    partitive: bool
    taken_from: bool
    names: frozenset[str]
    deeds: frozenset[str]
    negated: bool
    as_of: TimeInterval | None
    first_said: dt.datetime | None
    saying: Saying
    framing: str | None


def publication_time(article: Article) -> dt.datetime | None:
    """When the article came out; a date alone counts as its noon. Naive when no zone is known."""
    moment = article.published
    if moment is None or isinstance(moment, dt.datetime):
        return moment
    return dt.datetime.combine(moment, dt.time(12))


_ASIDE = re.compile(
    r"\s(?:above|below|north|south|east|west|north-?(?:east|west)|south-?(?:east|west)|upstream|downstream|inland|away|"
    r"off|from|outside|beyond|after|before|later|earlier)\b",
    re.IGNORECASE,
)
_EXTENTS = frozenset({"metre", "second"})  # base units of what only says where or when


def drop_aside(a: Slots, b: Slots) -> tuple[Slots, Slots]:
    """The two without a figure that only says how far off ("at Brey, three kilometres above Tesk"), unless both give one."""
    one, two = _is_aside(a), _is_aside(b)
    if one == two:
        return a, b
    return (_without_aside(a), b) if one else (a, _without_aside(b))


def _is_aside(s: Slots) -> bool:
    told = s.deeds and s.figure is not None and s.unit in _EXTENTS
    return bool(told and s.figure and _ASIDE.match(s.claim.text.partition(s.figure.text)[2]))


def _without_aside(s: Slots) -> Slots:
    return s._replace(figure=None, low=float("-inf"), high=float("inf"), unit=None, measure=None, head=None)


def find_slots(claim: Claim, article: Article) -> Slots:
    """Level one claim for comparing."""
    figure = claim.quantities[0] if claim.quantities else None
    low, high, unit = _level_figure(figure)
    measure = figure.measure if figure else None
    name = _name_measure(claim, figure, unit)
    if name in _CHANGES:
        low, high, name = (low, high, "change") if name == "risen" else (-high, -low, "change")
    head, modifiers, beside = _split_population(name_counted(claim.text, figure, name))
    at = _sentence_start(claim, article)
    owners = _owners(claim, article.text[at : claim.end], figure.start - at if figure else 0)
    said = (drop_evidence(claim.text) if "denial" in claim.flags else None) or claim.text
    tokens = without_figure(tokenize(said), figure)
    measure_words = topic_words(tokenize(measure)) if measure else frozenset()
    topic = topic_words(tokens)
    speaker_words = {w for link in claim.attribution for w in _name_words(link.name or "")}
    return Slots(
        claim=claim,
        article=article,
        figure=figure,
        low=low,
        high=high,
        unit=unit,
        measure=level_measure(name, level_head(head, name)),
        measure_words=measure_words,
        measures=frozenset(MEASURES[s] for t in tokens if (s := stem(t.text)) in MEASURES),
        head=level_head(head, level_measure(name, head)),
        modifiers=modifiers | owners,
        beside=beside,
        nationalities=owners | _capitalised(figure.population if figure else None),
        places=_places(claim),
        topic=topic,
        signs=_find_signs(claim, article, tokenize(said) if claim.polarity == "denied" else tokens),
        context=frozenset(w for w in topic - measure_words - modifiers - {head} if not _measures(w, name)),
        absent=_find_absent(claim),
        sentence=(article.id, at),
        partitioned=bool(_PART.search(claim.quote)) and not _PART.search(claim.text),
        partitive=figure is not None and bool(_OF_THE.match(claim.text.partition(figure.text)[2])),
        taken_from=figure is not None
        and is_taken_from(_behind(claim.text, figure), placed=bool(_places(claim))),
        names=frozenset(_names(tokens)) - speaker_words,
        deeds=frozenset(
            concept_at(tokens, i) for i, t in enumerate(tokens) if is_content(t) and is_verb(tokens, i)
        ),
        negated=claim.polarity == "denied",
        as_of=claim.event_time,
        first_said=publication_time(article),
        saying=Saying(claim, article, claim.said_at, article),
        framing=next((FRAMING[s] for t in tokens if (s := stem(t.text)) in FRAMING), None),
    )


def _name_measure(claim: Claim, figure: Quantity | None, unit: str | None) -> str | None:
    """The measure under its common name; rain falls, but its amount is no change."""
    if figure and (known := name_lead_in(claim.text, figure, unit)):
        return known
    if figure is None or figure.measure is None:
        return None
    if _PRECIPITATION.match(claim.text.partition(figure.text)[2]):
        return "rainfall"
    name = MEASURES.get(stem(figure.measure), figure.measure)
    return figure.measure if name in OF_SUMS and unit is None else name


def _find_absent(claim: Claim) -> frozenset[str]:
    """What a negated claim says was not, without the reader's own words."""
    if claim.polarity != "denied":
        return frozenset()
    return topic_words(tokenize(ADDED.sub(" ", claim.text)))


def _behind(text: str, figure: Quantity) -> str:
    """The words behind a figure, without those that the reader added."""
    return ADDED.sub("", text.partition(figure.text)[2]).replace("  ", " ")


def _find_signs(claim: Claim, article: Article, tokens: Sequence[Token]) -> Signs:
    """What a claim affirms and negates in the words that it says; a question does neither."""
    if "?" in article.text[claim.end - 1 : claim.end + 2]:
        return Signs(frozenset(), frozenset(), frozenset())
    told = [is_content(t) and not named for t, named in zip(tokens, _mark_names(tokens), strict=True)]
    return find_signs(tokens, told, denied="denial" in claim.flags)


def _mark_names(tokens: Sequence[Token]) -> list[bool]:
    """Which tokens only say for whom a pronoun stands ("asked us [Idris Tal] for a list")."""
    marks: list[bool] = []
    inside = False
    for i, token in enumerate(tokens):
        opens = token.text == "[" and i > 0 and tokens[i - 1].lower in _PRONOUNS
        inside = (inside or opens) and token.text != "]"
        marks.append(inside)
    return marks


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(concept(w) for w in words)


def _capitalised(population: str | None) -> frozenset[str]:
    """Concepts of the names in a population ("Pakistani soldiers"); a capital that opens the phrase counts too."""
    return _folded(t.text for t in tokenize(population or "") if t.text[:1].isupper() and is_content(t))


def _measures(word: str, measure: str | None) -> bool:
    """Whether a topic word only says the measure again ("killed" in "were killed")."""
    return measure is not None and MEASURES.get(stem(word)) in {
        measure,
        *(_CHANGES if measure == "change" else ()),
    }


def _sentence_start(claim: Claim, article: Article) -> int:
    """Where the claim's sentence starts; a full stop inside a number or an initial does not matter here."""
    before = article.text[: claim.start]
    return max(before.rfind(". "), before.rfind("\n"), before.rfind("” "), -1) + 1


def without_figure(tokens: Sequence[Token], figure: Quantity | None) -> list[Token]:
    """The tokens but those of the figure's own wording (its unit is no topic)."""
    own = {t.lower for t in tokenize(figure.text)} if figure else set()
    return [t for t in tokens if t.lower not in own]


def _owners(claim: Claim, sentence: str, figure: int) -> frozenset[str]:
    """Whose people or things are counted, where the population does not say: "on the Afghan side", "its soldiers".

    `figure` is where the figure stands in the sentence: "its forces killed 58" counts others.
    """
    side = ON_SIDE.search(claim.text)
    if side:
        return _folded([side.group(1)])
    own = claim.attribution and claim.attribution[0].mode != "narration" and _OWN.search(sentence)
    if not own or _is_doer(sentence, own, figure):
        return frozenset()
    speaker = claim.attribution[0]
    return _folded(w for w in _name_words(speaker.side or speaker.name or "") if w not in STATE_BODIES)


def _is_doer(sentence: str, own: re.Match[str], figure: int) -> bool:
    """Whether "its forces" are those that did what is counted after them."""
    verb = _DOING.match(sentence, own.end())
    if verb is None or own.end() > figure or own.group().lower().endswith("lost"):
        return False
    return MEASURES.get(stem(verb[1])) in _HARMS


def _level_figure(figure: Quantity | None) -> tuple[float, float, str | None]:
    if figure is None:
        return (float("-inf"), float("inf"), None)
    low, high = interval(figure)
    return (low, high, to_base(figure)[2])


@lru_cache(maxsize=4096)
def _split_population(population: str | None) -> tuple[str | None, frozenset[str], frozenset[str]]:
    """Head concept, the concepts of the other content words, and the heads of what is counted with it ("and police")."""
    first, *more = (_content_of(noun) for noun in split_nouns(population or ""))
    if not first:
        return (None, frozenset(), frozenset())
    *others, head = first
    if not others and head.lower in _FATES and not more:
        return (None, frozenset(), frozenset())
    return (
        concept(head.text),
        frozenset(concept(t.text) for t in others),
        frozenset(concept(words[-1].text) for words in more if words),
    )


def _content_of(noun: str) -> list[Token]:
    return [t for t in tokenize(noun) if t.is_word and t.lower not in FUNCTION_WORDS]


def topic_words(tokens: Iterable[Token]) -> frozenset[str]:
    """Concepts of the content words and of verbs with their particles: no figures, times, function words."""
    words = tuple(tokens)
    told = (i for i, token in enumerate(words) if is_content(token) and not _only_adds(words, i))
    return frozenset(concept_at(words, i) for i in told)


def _only_adds(words: Sequence[Token], i: int) -> bool:
    """Whether a word is that of "as well"."""
    return words[i].lower == "well" and i > 0 and words[i - 1].lower == "as"


def find_worded(text: str, concepts: frozenset[str]) -> dict[str, str]:
    """The first word of a text for each of some concepts.

    >>> find_worded("The bus left the road", frozenset({"road", "lorry"}))
    {'road': 'road'}
    """
    tokens = tokenize(text)
    found: dict[str, str] = {}
    for i, token in enumerate(tokens):
        bare = bare_of_un(token.lower)
        for key in {concept_at(tokens, i), *([concept(bare)] if bare else [])} & concepts:
            found.setdefault(key, token.text)
    return found


def is_content(token: Token) -> bool:
    """Whether a token says what the claim is about, rather than how many, when, or how it is joined."""
    low = token.lower.removesuffix("'s").removesuffix("'")
    low = (
        low
        if low in _NUMBER_WORDS
        else low.removesuffix("s")
        if low.removesuffix("s") in _TIME_WORDS
        else low
    )
    numeral = all(part in _NUMBER_WORDS for part in low.split("-"))
    return token.is_word and len(low) > 1 and not numeral and low not in FUNCTION_WORDS | _NO_TOPIC


def _names(tokens: Sequence[Token]) -> Iterable[str]:
    return (w for t in tokens[1:] if t.text[:1].isupper() and is_content(t) for w in _name_words(t.text))


def _name_words(name: str) -> list[str]:
    return [t.lower.removesuffix("'s") for t in tokenize(name) if t.is_word and t.lower not in FUNCTION_WORDS]


def _places(claim: Claim) -> frozenset[str]:
    words = frozenset(_name_words(claim.place or "")) - _TIME_WORDS
    return words or (frozenset({WHOLE}) if WHOLE_WORDS.search(claim.text) else frozenset())


def name_others(a: Slots, b: Slots) -> bool:
    """Whether both name somebody or something, and nobody and nothing in common."""
    return bool(a.names and b.names) and not a.names & b.names


def name_topics(a: Slots, b: Slots) -> frozenset[str]:
    """Names that both hold, as topic words: they say whom a statement is about, not what it says."""
    return frozenset(concept(n) for n in a.names | b.names)


def same_name(a: str, b: str) -> bool:
    """Country and people: one name word begins the other ("pakistan", "pakistani").

    >>> same_name("pakistan", "pakistani"), same_name("afghan", "pakistan")
    (True, False)
    """
    short, long = sorted((a, b), key=len)
    return long.startswith(short[: max(5, len(short) - 1)]) if len(short) > 4 else short == long  # noqa: PLR2004
