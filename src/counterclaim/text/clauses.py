"""Whether words hold a clause: some word among them can be its verb (room: brains)."""

from collections.abc import Sequence

from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import AUXILIARIES, FUNCTION_WORDS, PAST_FORMS
from counterclaim.text.speakers.nounphrases import PREPOSITIONS
from counterclaim.text.tokens import Token

MODALS = frozenset("will would can could shall should may might must did does do has had have".split())
_CONTRACTED = ("n’t", "n't", "’re", "’ve", "’m", "’ll", "'re", "'ve", "'m", "'ll")
_CONTRACTIONS = frozenset("it's that's he's she's there's who's what's".split())
# Past forms that the tables of events do not need: a word of these is a verb.
PAST = frozenset(
    """say says ate became began bent bet bit bled blew bore bought bred broke brought built caught chose clung crept dealt dug drank
    drew drove fed fell felt fled flew forbade forgot forgave froze gave grew heard held hid hung kept knelt knew laid lay
    led lent lit lost made meant met paid ran rang rode rose said sang sank sat sent shone shook shot shrank sold sought
    spent spoke sprang sprung spun stole stood stuck stung strode struck strove swam swept swore swung taught thought threw told
    took tore understood went wept withdrew woke won wore wound wove wrote rent set put cut hit shut let quit spread burst
    cost hurt split cast""".split()
)
SUBJECTS = frozenset("i we you they he she it this that these those there what who nobody everybody".split())
_BESIDE_VERBS = frozenset(  # "the mayor now hopes", "no cable of ours crosses it"
    "now also still already then again only not ours theirs yours hers mine".split()
)
_ADVERBS = _BESIDE_VERBS | {"later", "both", "all", "together"}
_PRESENT = frozenset("remain remains stay face need want work live lack await suffer".split())
_PRONOUNS = SUBJECTS - {"this", "that", "these", "those", "what"}  # these also stand before nouns


def has_clause(tokens: Sequence[Token]) -> bool:
    """Whether some word can be a verb: a known form, one behind a pronoun, or one in -s between a noun and an object.

    >>> from counterclaim.text.tokens import tokenize
    >>> [has_clause(tokenize(t)) for t in ("the sum leaves out the wells", "After Norway’s raids on Orvo", "we say no")]
    [True, False, True]
    """
    return any(is_clausal(tokens, i) for i in range(len(tokens)))


def is_clausal(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` can be a verb.

    >>> from counterclaim.text.tokens import tokenize
    >>> [is_clausal(tokenize("the sum leaves out wells"), i) for i in range(5)]
    [False, False, True, False, False]
    """
    token, before = tokens[i], tokens[i - 1] if i else None
    low = token.lower
    if i and token.text[:1].isupper():
        return False  # a name: "in May"
    if is_verb(tokens, i) or low in MODALS | PAST | _CONTRACTIONS or low.endswith(_CONTRACTED):
        return True
    if before is not None and before.text == "," and low.endswith("s") and token.text.islower():
        return i + 1 < len(tokens)  # "the yard, once a mill, stands empty"
    if before is None or not token.is_word or not before.is_word:
        return False
    if before.lower in _PRONOUNS:
        return low not in FUNCTION_WORDS
    inflected = low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s")) and token.text.islower()
    last = i + 1 == len(tokens) or not tokens[i + 1].is_word
    hours = last and tokens[0].lower in PREPOSITIONS  # "in the early hours"; but "the army fires"
    owned = before.lower.endswith(("'s", "’s"))  # "Norway’s raids"
    beside = before.lower not in FUNCTION_WORDS or before.lower in _BESIDE_VERBS
    return inflected and not hours and not owned and beside


def opens_predicate(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb with its own tense stands at `i`, or behind an adverb there.

    >>> from counterclaim.text.tokens import tokenize
    >>> [opens_predicate(tokenize(t), 0) for t in ("were hurt", "later died", "remain trapped", "three men died")]
    [True, True, True, False]
    """
    while i < len(tokens) - 1 and (tokens[i].lower in _ADVERBS or tokens[i].lower.endswith("ly")):
        i += 1
    low = tokens[i].lower
    return low in AUXILIARIES | PAST_FORMS | MODALS | _PRESENT or (low.endswith("ed") and is_verb(tokens, i))
