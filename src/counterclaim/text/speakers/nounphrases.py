"""Where a noun phrase starts and ends, by word classes and position, without a parser (room: brains).

Read backwards from a verb ("..., director general Emin Torvash told") or forwards after it ("said Prell, who ...").
`QUOTE` stands for a whole quotation in the token lists of this and the modules after it.
"""

import re
from collections.abc import Sequence

from counterclaim.text.speakers.roles import (
    BODIES,
    COMPANIES,
    DOCUMENTS,
    MEDIA,
    STATES,
    TITLES,
    is_role,
    noun_kind,
)
from counterclaim.text.tokens import Token

QUOTE = "“”"

PRONOUNS = frozenset("he she it they i we who one".split())
_DETERMINERS = frozenset(
    """the a an this that these those its his her their our my your another any some several many most all both each
    every no one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands scores other""".split()
)
NUMERALS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_NAME = 8  # words of a body's name on either side of its "and"
_LONG = 40  # tokens: no noun phrase is longer, and hostile text costs no square
STANDING = frozenset("another some many most both several others two three four five all one".split())
ATTACHING = frozenset("of for at from in with on".split())
PREPOSITIONS = frozenset(
    """of for at from in with on to by into onto over under after before during since until till through throughout
    across along amid among around about against between beyond despite down near off outside inside past per than
    toward towards upon via within without above below behind beside besides concerning regarding following""".split()
)
DAYS_MONTHS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
TIME_WORDS = DAYS_MONTHS | frozenset(
    """may today yesterday tomorrow tonight day days week weeks month months year years night morning afternoon evening
    noon midnight midday hour hours minute minutes later earlier now then weekend dawn dusk a.m p.m am pm gmt utc
    time""".split()
)
ADVERBS = frozenset(
    """also again once more then later earlier now still already even only just meanwhile however nevertheless nonetheless
    moreover furthermore further thus therefore yet too instead finally often never always soon afterwards
    afterward today yesterday tonight here there though flatly early late publicly so far quickly simply not back away forth""".split()
)
STOPPERS = frozenset(
    """that because when while whilst as if although though but which whose whom where whereas since until unless so than
    or nor was were is are am be been being has have had having do does did will would shall should can could may might
    must said says who what how why whether till like except and""".split()
)
AUXILIARIES = frozenset(
    "has have had is are was were did does do will would be been being having not n't".split()
)
_NOT_ADVERBS = frozenset(
    """family ally assembly supply reply monopoly bully jelly belly fly rally anomaly homily daily weekly monthly elderly
    friendly lovely lonely deadly likely early holy ugly silly only apply comply imply multiply rely""".split()
)
# Adverbs that open a sentence in a capital ("Separately Orle Rail sold a depot"); no name ends so.
_SENTENCE_ADVERB = re.compile(r"[a-z]{3,}(?:ately|edly|ingly|nally|ously|ively|ently|antly|tially|ilarly)")
_MODALS = frozenset("will would shall should can could may might must".split())
NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozens dozen
    scores hundreds thousands half""".split()
)
_GIVEN_NAMES = frozenset({"Said", "Per"})  # names that are also a verb or a preposition
PARTICLES = frozenset(
    "de da di du del della la le el al ibn bin bint van von der den ten dos das y e ben abu ul".split()
)
# Words in -ed end a phrase after a noun ("Hale visited"); so do these, and those in -ed here never do.
_PAST_VERBS = frozenset(
    """met saw took came went gave made got found kept sent lost won beat paid sold bought spoke wrote drove flew fled
    fell rose grew began became brought caught chose drew fought knew sat stood struck threw wore broke sang swam told
    heard felt thought taught understood woke hid shook stole swore tore""".split()
)
_NOT_PAST = frozenset("hundred red bed shed sacred kindred naked wicked armed united retired unnamed".split())


def is_acronym(token: Token) -> bool:
    """Whether a word is written in capitals only ("WHO", "US")."""
    return len(token.text) > 1 and token.text.isupper()


def is_name_token(token: Token) -> bool:
    """Whether a token can be part of a proper name: capitalised ("al-Hakim" too), no weekday, month or pronoun."""
    prefix, _, rest = token.text.partition("-")
    if prefix in PARTICLES and rest[:1].isupper():
        return True
    if not token.text[:1].isupper() or token.lower in DAYS_MONTHS or "-of-" in token.lower:
        return False
    if token.lower.partition("-")[0] in NUMBER_WORDS or _SENTENCE_ADVERB.fullmatch(token.lower):
        return False
    return (token.lower not in PRONOUNS or is_acronym(token)) and not token.lower.endswith("-based")


def is_possessive(token: Token) -> bool:
    """Whether a word ends in an apostrophe and s, or in a plural's apostrophe."""
    return token.lower.endswith(("'s", "s'"))


def is_determiner(token: Token) -> bool:
    """Whether the word opens a noun phrase ("the", "its", "two")."""
    return token.lower in _DETERMINERS


def is_adverb(token: Token) -> bool:
    """Whether a word is an adverb, by the list or by its ending ("angrily", not "family")."""
    low = token.lower
    if token.text[:1].isupper() and _SENTENCE_ADVERB.fullmatch(low):
        return True
    return low in ADVERBS or (low.endswith("ly") and token.text[:1].islower() and low not in _NOT_ADVERBS)


def is_article(token: Token) -> bool:
    """Whether the word is "the", "a" or "an"."""
    return token.lower in {"the", "a", "an"}


def is_title(token: Token) -> bool:
    """Whether the word can stand before a person's name: a role or a form of address."""
    return is_role(token.lower) or token.lower.rstrip(".") in TITLES


def is_body(word: str) -> bool:
    """Whether a lower-case word is the head of a body's name: an organisation, an outlet, a state, a document.

    >>> is_body("ministry"), is_body("bridge")
    (True, False)
    """
    word = without_possessive(word)
    return word in BODIES or word in COMPANIES or word in MEDIA or word in STATES or word in DOCUMENTS


def without_possessive(phrase: str) -> str:
    """A phrase without the possessive ending of its last word.

    >>> without_possessive("Pakistan’s"), without_possessive("workers'")
    ('Pakistan', 'workers')
    """
    return phrase[:-2] if phrase.endswith(("'s", "’s")) else phrase.rstrip("'’")


def is_nominal(token: Token) -> bool:
    """Whether a token can stand inside a noun phrase between its determiner and its head."""
    low = token.lower
    if is_acronym(token) or token.text in _GIVEN_NAMES:
        return True
    if low in STOPPERS or low in PREPOSITIONS or low in TIME_WORDS or is_adverb(token):
        return False
    return token.is_word or token.text[:1].isdigit() or token.text in {"&", "-"}


def in_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` can go on a noun phrase: nominal, and no verb after a noun ("Hale visited", "Hale met").

    >>> from counterclaim.text.tokens import tokenize
    >>> [in_phrase(tokenize(s), 1) for s in ("army chief", "Hale visited", "Hale met")]
    [True, False, False]
    """
    token = tokens[i]
    if not is_nominal(token):
        return is_inner_and(tokens, i) or _numbers_name(tokens, i)
    if token.text[:1].isupper() or not i:
        return True
    if token.lower in _PAST_VERBS:
        return False
    before = tokens[i - 1]
    after_noun = is_nominal(before) and not (
        is_determiner(before) or before.text[:1].isdigit() or is_possessive(before)
    )
    past = token.lower.endswith("ed") and not token.lower.endswith("eed") and token.lower not in _NOT_PAST
    return not (past and after_noun)


def _numbers_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number in words belongs to a name: "Channel Nine", "Radio One"."""
    numeral = tokens[i].text[:1].isupper() and tokens[i].lower in NUMBER_WORDS
    return numeral and i > 0 and is_name_token(tokens[i - 1])


def is_verb_like(token: Token) -> bool:
    """Whether a word looks like a finite verb: an auxiliary, a common past, an ending in -ed."""
    return (
        token.lower == "left"
        or token.lower in AUXILIARIES | _MODALS | _PAST_VERBS
        or token.lower.endswith("ed")
    )


def is_inner_and(tokens: Sequence[Token], i: int) -> bool:
    """Whether an "and" is part of one body's name: "the Metal and Motor Union", "Ministry of Health and Welfare".

    >>> from counterclaim.text.tokens import tokenize
    >>> is_inner_and(tokenize("the Metal and Motor Union"), 2), is_inner_and(tokenize("Lee and Orr"), 1)
    (True, False)
    """
    if tokens[i].text != "and" or i < 1:
        return False
    before = i - 1
    while before >= max(0, i - _NAME) and is_name_token(tokens[before]) and not is_body(tokens[before].lower):
        before -= 1
    after = i + 1
    while after < min(len(tokens), i + _NAME) and is_name_token(tokens[after]):
        after += 1
    if not before < i - 1 < after - 2:
        return False
    if is_body(tokens[after - 1].lower):
        return after > i + 2 and (before < 0 or tokens[before].lower == "the")
    return before > 0 and tokens[before].lower in {"of", "for"} and is_body(tokens[before - 1].lower)


def phrase_start(tokens: Sequence[Token], low: int, high: int) -> int | None:
    """Where the noun phrase that ends before `high` starts, not left of `low`; None if no noun stands there.

    >>> from counterclaim.text.tokens import tokenize
    >>> phrase_start(tokenize("On Monday the head of the union said"), 0, 7)
    2
    """
    start = simple_start(tokens, low, high)
    if start == high:
        return None
    while start - 2 >= low and tokens[start - 1].lower in ATTACHING and _can_take(tokens, start - 1, low):
        start = simple_start(tokens, low, start - 1)
    if start - 2 >= low and tokens[start - 1].lower == "and" and is_nominal(tokens[start - 2]):
        wider = phrase_start(tokens, low, start - 1)
        return start if wider is None else wider
    return start


def simple_start(tokens: Sequence[Token], low: int, high: int) -> int:
    """Where the noun phrase without prepositions that ends before `high` starts; `high` if no noun stands there.

    >>> from counterclaim.text.tokens import tokenize
    >>> simple_start(tokenize("In Orle the chief clerk said"), 0, 5)
    2
    """
    start = high
    while start > low and in_phrase(tokens, start - 1):
        start -= 1
        if is_determiner(tokens[start]) and tokens[start].lower != "other":
            break
    while low < start < high and is_determiner(tokens[start]) and _is_article_before(tokens[start - 1]):
        start -= 1
    return start


def _is_article_before(token: Token) -> bool:
    """Whether another determiner goes before one: "the two", "all the", but not the conjunction "that"."""
    return is_determiner(token) and is_nominal(token)


def _can_take(tokens: Sequence[Token], at: int, low: int) -> bool:
    """Whether the preposition at `at` joins the phrase before it: after a role, a body, a group or a name."""
    before = tokens[at - 1]
    if not is_nominal(before) or is_determiner(before):
        return before.lower in STANDING
    if noun_kind(before.lower) in {"group", "person"}:
        return True
    if is_name_token(before):
        return at - 1 > low or tokens[at].lower in {"of", "for", "from"}
    return tokens[at].lower in {"of", "for"} or noun_kind(before.lower) is not None


def phrase_end(tokens: Sequence[Token], low: int, high: int) -> int:
    """Where the noun phrase that starts at `low` ends, not right of `high`; `low` itself if none starts there.

    >>> from counterclaim.text.tokens import tokenize
    >>> phrase_end(tokenize("toolmaker Wim Sarrat of Brackmoor arrived"), 0, 6)
    5
    """
    high = min(high, low + _LONG)
    if low < high and tokens[low].lower in PRONOUNS - {"one"} and not is_acronym(tokens[low]):
        return low + 1
    first = low
    while first < high and is_determiner(tokens[first]):
        first += 1
    i = _run_end(tokens, first, high)
    if i == first:
        return i if i > low and _stands_alone(tokens, i, high) else low
    if i >= high - 1 or tokens[i].lower not in {"of", "for", "from", "at"} or not _can_take(tokens, i, low):
        return i
    if tokens[i + 1].text[:1].isdigit():
        return i
    further = phrase_end(tokens, i + 1, high)
    return further if further > i + 1 else i


def _run_end(tokens: Sequence[Token], first: int, high: int) -> int:
    """The end of the words without prepositions; a name ends where lower case goes on, unless a role or body does."""
    i, named = first, False
    while i < high and in_phrase(tokens, i):
        if (named and not _continues_name(tokens, i, high)) or (i > first and _opens_another(tokens, i)):
            break
        if is_possessive(tokens[i]):
            named = False
        elif is_name_token(tokens[i]):
            named = named or i > first or _is_plain_name(tokens, i, high)
        i += 1
    return i


def _stands_alone(tokens: Sequence[Token], i: int, high: int) -> bool:
    """Whether a bare "some" or "one" before `i` is a phrase of its own."""
    goes_on = i < high and (is_nominal(tokens[i]) or tokens[i].lower == "of")
    return tokens[i - 1].lower in STANDING and not goes_on


def _opens_another(tokens: Sequence[Token], i: int) -> bool:
    """Whether a new noun phrase starts inside the run: "told reporters the road", "told them 12 people"."""
    if tokens[i].text[:1].isdigit():
        return tokens[i - 1].lower not in MEDIA
    if tokens[i].lower in NUMERALS:
        return i + 1 < len(tokens) and tokens[i + 1].lower not in PREPOSITIONS and tokens[i + 1].is_word
    return is_determiner(tokens[i]) or (tokens[i].lower in PRONOUNS and not is_acronym(tokens[i]))


def _is_plain_name(tokens: Sequence[Token], i: int, high: int) -> bool:
    """Whether a capital at the start of a phrase is a name of its own, not the first word of "Finance minister"."""
    k = i + 1
    while k < high and k < i + 4 and tokens[k].text[:1].islower() and is_nominal(tokens[k]):
        k += 1
    return k == i + 1 or not (is_title(tokens[k - 1]) or is_body(tokens[k - 1].lower))


def _continues_name(tokens: Sequence[Token], i: int, high: int) -> bool:
    if is_name_token(tokens[i]) or tokens[i].text == "&" or is_inner_and(tokens, i):
        return True
    if _numbers_name(tokens, i):
        return True
    if tokens[i].text[:1].isdigit():
        return tokens[i - 1].lower in MEDIA
    if tokens[i].lower in PARTICLES:
        return i + 1 < high and is_name_token(tokens[i + 1])
    return noun_kind(tokens[i].lower) not in {None, "state"}  # "the ministry states": a verb
