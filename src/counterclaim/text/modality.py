"""How a clause says what it says: affirmed or denied, how firmly, done or only planned (room: brains).

The distinctions are those of FactBank (Saurí and Pustejovsky 2009) and ACE: polarity, certainty, reality.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from counterclaim.core.records import Certainty, Kind, Polarity, Quantity, Reality
from counterclaim.text.facts import is_only_until, is_verb, is_yet_to
from counterclaim.text.lexicon import AUXILIARIES, FUNCTION_WORDS, NEGATIONS
from counterclaim.text.prospects import lies_ahead
from counterclaim.text.speech import Speech
from counterclaim.text.tokens import Token, tokenize

_POSSIBLE = frozenset("may might could possibly perhaps feared believed thought allegedly reportedly".split())
_PROBABLE = frozenset("likely probably presumably expected".split())
_PASSED = AUXILIARIES | frozenset("a an the any all such one its his her their our my".split())
_CAUSES = frozenset("because due caused blamed cause".split())
_FUTURE = frozenset({"will", "would", "shall", "'ll", "won't", "wouldn't"})
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "has", "have", "been"})
_PROPOSALS = frozenset("proposed proposes recommended recommends sought seeks requested".split())
_CERTAINTIES = frozenset(
    "alternative choice option doubt wonder surprise secret coincidence accident".split()
)
_CONDITIONS = frozenset({"if", "should", "unless", "were"})
_KNOWING = frozenset(
    "whether say says said saying know knows known knew confirm confirmed verify verified establish established check checked tell "
    "determine determined clear certain word comment commented answer answered reply replied".split()
)
_CHECKED = frozenset("verified confirmed checked corroborated established authenticated".split())
_CHARGES = frozenset(
    "rumour rumours rumor rumors report reports claim claims allegation allegations suggestion suggestions story stories "
    "accusation accusations speculation".split()
)
_CALLING = frozenset(
    {"called", "calls", "calling", "branded", "labelled", "labeled", "described", "dismissed"}
)
_COPULAS = frozenset(
    {"is", "are", "was", "were", "be", "been", "as", "proved", "entirely", "completely", "simply"}
)
_FALSE = frozenset(
    "false untrue wrong unfounded baseless groundless incorrect fabricated invented nonsense".split()
)
_JOINTS = frozenset({"which", "who", "where", "while", "whereas", "but", "according"})
_TRUE = frozenset({"true", "correct", "right", "accurate"})
_OPENING = 3  # words among which the rumour is named
_REACH = 6  # words from it to its "that" ("claims on social media that")
_NO_EVIDENCE = re.compile(
    r"(?:(?:there|we|it|they|he|she|i)(?: \[[^\]]*\])?"
    r"(?: (?:is|was|are|were|has|have|had|been|see|saw|seen|find|found|knows?|knew|known|of)){1,3} )?"
    r"no (?:[\w-]+ )?(?:evidence|proof|indications?|signs?|suggestions?)(?: (?:at all|whatsoever|so far|yet|to date))?"
    r"(?: to (?:suggest|show|indicate|prove))?"
    r"(?: that| (?=(?:the|an?|any|its|his|her|their|our|it|he|she|they)\b)) ?(.+)",
    re.IGNORECASE,
)
STANCE_FLAGS = {
    "denied": "denial",
    "rejected": "denial",
    "confirmed": "confirmed",
    "declined": "declined",
    "could_not_confirm": "could not confirm",
    "unreached": "not reached",
}


def is_negative(clause: Sequence[Token]) -> bool:
    """Whether the clause holds a word of negation.

    >>> from counterclaim.text.tokens import tokenize
    >>> is_negative(tokenize("no box left the hall")), is_negative(tokenize("a box left the hall"))
    (True, False)
    """
    return any(_negates(clause, i) for i in range(len(clause)))


def find_negated(clause: Sequence[Token]) -> tuple[Token, ...]:
    """The words that the negations of a clause bear on: the words of content behind each, up to the next joint.

    >>> from counterclaim.text.tokens import tokenize
    >>> [t.text for t in find_negated(tokenize("it has not really offered any help to Karsk, and no box left"))]
    ['offered', 'help', 'box', 'left']
    """
    negators = [i for i in range(len(clause)) if _negates(clause, i)]
    return tuple(token for i in negators for token in _phrase_behind(clause, i))


def _phrase_behind(clause: Sequence[Token], i: int) -> list[Token]:
    """Auxiliaries, articles and adverbs are passed over; another function word or a mark ends the phrase."""
    phrase: list[Token] = []
    for token in clause[i + 1 :]:
        if token.is_word and token.lower not in FUNCTION_WORDS:
            phrase += [] if token.lower.endswith("ly") else [token]
        elif phrase and token.lower not in _PASSED:
            break
    return phrase


def _negates(clause: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` negates the clause, and not only a phrase in it ("with no witness", "not only")."""
    low = clause[i].lower
    before = clause[i - 1].lower if i else ""
    after = clause[i + 1].lower if i + 1 < len(clause) else ""
    if low == "no" and after in _CERTAINTIES:
        return False  # "there was no alternative to closing it"
    phrase = low == "without" or before in {"with", "if", "or", ","} or after in {"only", "just", "least"}
    if low in {"hardly", "barely", "scarcely"} or after == "even":
        return False  # a hedge on what follows ("barely 5 million", "not even 1,000")
    if low == "failed":
        return after == "to"
    if is_yet_to(clause, i):
        return True
    return (low in NEGATIONS or low.endswith("n't")) and not phrase and not is_only_until(clause, i)


def find_polarity(clause: Sequence[Token], figure: Quantity | None, speech: Speech | None) -> Polarity:
    """Denied: negated in its own words, a count of none, or what the speaker says is not so."""
    if speech and speech.polarity == "denied":
        return "denied"
    if _rejects(clause) or _calls_false(clause, speech):
        return "denied"
    if figure is not None:
        before = [t for t in clause if t.end <= figure.start]
        before = before[_find_joint(before) :]
        return "denied" if figure.low == figure.high == 0 or is_negative(before) else "affirmed"
    return "denied" if is_negative(clause) else "affirmed"


def _find_joint(clause: Sequence[Token]) -> int:
    """Where the last clause starts that a comma and a joint open: "did not abstain, which puts the result at" does not bear on it."""
    joints = (i for i in range(1, len(clause)) if clause[i - 1].text == "," and clause[i].lower in _JOINTS)
    return max(joints, default=0)


def find_certainty(clause: Sequence[Token], speech: Speech | None) -> Certainty:
    """How firmly the clause commits to what it says; a plain assertion is certain, and so is what could not be done."""
    unable = {i for i, t in enumerate(clause[1:]) if t.lower == "not" and clause[i].lower == "could"}
    words = {t.lower for i, t in enumerate(clause) if t.text != "May" and i not in unable}  # the month
    if words & _POSSIBLE or (speech and speech.certainty):
        return "possible"
    return "probable" if words & _PROBABLE else "certain"


def find_reality(
    clause: Sequence[Token], speech: Speech | None, sentence: str, *, figure: Quantity | None = None
) -> Reality:
    """Done, planned, demanded or conditional, of a figure if one is given.

    `sentence` is the whole sentence, which may open with its condition.
    """
    words = [t.lower for t in clause]
    opening = sentence.lower().split()[:1]
    if {"if", "unless"} & set(words) or (opening and opening[0] in _CONDITIONS):
        return "conditional"
    stance = speech.stance if speech else None
    if stance in {"demanded", "urged"}:
        return "demanded"
    cue = speech.attribution[0].cue if speech and speech.attribution else None
    if cue in _PROPOSALS and not any(is_verb(clause, i) for i in range(len(clause))):
        return "demanded"
    if stance in {"promised", "threatened"} or lies_ahead(clause, figure, speech):
        return "planned"
    return "occurred" if any(_is_past(clause, i) for i in range(len(clause))) else "ongoing"


def _is_past(clause: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` is a verb that looks back; a participle after "is" or "are" does not."""
    low = clause[i].lower
    if low in _PAST_AUXILIARIES:
        return True
    present = any(t.lower in {"is", "are", "being"} for t in clause[max(0, i - 3) : i])
    return is_verb(clause, i) and low not in AUXILIARIES and not present


def find_kind(clause: Sequence[Token], figure: Quantity | None, speech: Speech | None) -> Kind:
    """What sort of claim a clause makes."""
    words = {t.lower for t in clause}
    if figure:
        return "quantity"
    if words & _CAUSES:
        return "cause"
    if _FUTURE & words:
        return "prediction"
    return "statement" if speech else "event"


def find_response(clause: Sequence[Token], figure: Quantity | None, speech: Speech | None) -> tuple[str, ...]:
    """The mark of a speech act about another's claim, or of a clause that leaves open what is so (cases 18 to 22)."""
    stance = speech.stance if speech else None
    if stance in STANCE_FLAGS:
        return (STANCE_FLAGS[stance],)
    if _rejects(clause) or _calls_false(clause, speech) or (figure is None and has_no_evidence(clause)):
        return ("denial",)
    if figure is not None and _is_unchecked(clause, figure):
        return (STANCE_FLAGS["could_not_confirm"],)
    return ("not known",) if figure is None and _leaves_open(clause) else ()


def _leaves_open(clause: Sequence[Token]) -> bool:
    """Whether a negation comes before a word of knowing or saying ("nobody could say"; not "they said that nobody was hurt")."""
    if not is_negative(clause):
        return False
    first = next((i for i in range(len(clause)) if _negates(clause, i)), 0)
    return any(t.lower in _KNOWING for t in clause[first:])


def _is_unchecked(clause: Sequence[Token], figure: Quantity) -> bool:
    """Whether the clause only says of its figure that it could not be checked ("the 58 deaths could not be confirmed")."""
    behind = [i for i, t in enumerate(clause) if t.start >= figure.end]
    verbs = [i for i in behind if is_verb(clause, i)]
    if not verbs or clause[verbs[0]].lower not in {"could", "can", "cannot", "couldn't"}:
        return False
    return is_negative(clause[verbs[0] :]) and any(clause[i].lower in _CHECKED for i in verbs)


def _calls_false(clause: Sequence[Token], speech: Speech | None) -> bool:
    """Whether the speaker calls what the clause names false ("called the figure of 40 dead untrue")."""
    cue = speech.attribution[0].cue if speech and speech.attribution else None
    words = [t.lower for t in clause if t.is_word]
    return cue in _CALLING and words[-1:] != [] and words[-1] in _FALSE


def has_no_evidence(clause: Sequence[Token]) -> bool:
    """Whether the clause says of something that nothing shows that it is so.

    >>> from counterclaim.text.tokens import tokenize
    >>> has_no_evidence(tokenize("there is no evidence that the valve leaked"))
    True
    """
    return drop_evidence(" ".join(t.text for t in clause)) is not None


def drop_evidence(text: str) -> str | None:
    """What nothing is said to show, as a clause; None where the text says no such thing, or of something negative.

    >>> drop_evidence("We [Ana Ruiz] have seen no evidence so far that the dam leaked")
    'the dam leaked'
    >>> drop_evidence("There is no evidence of a leak"), drop_evidence("There is no proof that it never leaked")
    (None, None)
    """
    found = _NO_EVIDENCE.fullmatch(text)
    return found[1] if found and not is_negative(tokenize(found[1])) else None


def _rejects(clause: Sequence[Token]) -> bool:
    """Whether the clause itself calls a rumour or report false ("rumours that the dam had burst are untrue") (case 40)."""
    words = [t.lower for t in clause]
    charge = next((i for i, word in enumerate(words[:_OPENING]) if word in _CHARGES), None)
    if charge is None or "that" not in words[charge : charge + _REACH]:
        return False
    called = any(a in _COPULAS and b in _FALSE for a, b in pairwise(words[charge:]))
    return called or any(a == "not" and b in _TRUE for a, b in pairwise(words[charge:]))
