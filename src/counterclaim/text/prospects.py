"""What lies ahead: whether a clause tells of something planned, expected or feared, and not done (room: brains).

The marks are few and general: an infinitive that hangs on a plan, a hope or a likelihood, "is to", a modal that leaves
open, a verb of expecting. With a figure, only marks that reach it count: "hopes to meet after 12 people died" has twelve
dead. ACE calls this the modality of an event, FactBank its factuality.
"""

from collections.abc import Iterator, Sequence

from counterclaim.core.records import Quantity
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import FUNCTION_WORDS, NEGATIONS
from counterclaim.text.speech import Speech, find_verb
from counterclaim.text.tokens import Token

_BE = frozenset("is are was were be been being".split())
_FUTURE = frozenset({"will", "would", "shall", "'ll", "won't", "wouldn't"})
# "to" and a verb behind these names what is to be done.
_PURPOSES = frozenset(
    "plan plans planned planning intend intends intended intending means set scheduled aim aims aimed aiming hope hopes "
    "hoped hoping expect expects expected expecting prepare prepares preparing poised bound "
    "likely unlikely ready projected forecast predicted anticipated proposal proposals proposes proposing threatens "
    "threatening vows pledges promises due slated earmarked".split()
)
_APART = frozenset({"expect", "expects", "expected", "expecting", "hope", "hopes", "hoped"})
_REACH = 7  # words between "expects" and its "to" ("expects some 1,900 of its drivers to")
_EXPECTING = frozenset("expect hope predict forecast anticipate project".split())
_AWAITED = frozenset(
    "anticipate anticipates anticipating foresee foresees envisage envisages expect expects".split()
)
_WEIGHED = frozenset("considering planning proposing mulling weighing contemplating".split())
_OPEN = frozenset({"may", "might", "could"})
_SENSED = frozenset("see hear feel smell find tell".split())  # "residents could hear three shots"
_BORDERS = frozenset("after since when because which who as while but where whose".split())
# What is due to one of these comes from it; what is due to anything else but a noun by its ending is to come.
_CAUSES = frozenset(
    "fog rain smoke snow ice heat wind winds bad poor heavy high low severe technical human staff lack fire illness age "
    "debt drought cold engine weather fatigue".split()
)
_NOMINAL = ("s", "ing", "tion", "ness", "ment", "ity", "age")


def lies_ahead(clause: Sequence[Token], figure: Quantity | None, speech: Speech | None) -> bool:
    """Whether a clause, or what it says of a figure, is planned, expected or only possible.

    >>> from counterclaim.text.tokens import tokenize
    >>> told = ("the repair is set to cost a fortune", "trains are to stop", "the delay was due to fog", "he came to stay")
    >>> [lies_ahead(tokenize(text), None, None) for text in told]
    [True, True, False, False]
    """
    if _is_expected(clause, figure, speech):
        return True
    return any(_reaches(clause, i, figure) for i in _marks(clause))


def _is_expected(clause: Sequence[Token], figure: Quantity | None, speech: Speech | None) -> bool:
    """Whether a verb of expecting has the clause as its object, with an infinitive, a modal or no verb in it."""
    cue = speech.attribution[0].cue if speech and speech.attribution else None
    known = find_verb((cue or "").lower())
    if known is None or known[0].lemma not in _EXPECTING:
        return False
    marks = (i for i, t in enumerate(clause) if _opens_infinitive(clause, i) or t.lower in _FUTURE | _OPEN)
    plain = not any(is_verb(clause, i) for i in range(len(clause)))
    return plain or any(_reaches(clause, i, figure) for i in marks)


def _marks(clause: Sequence[Token]) -> Iterator[int]:
    """Where a clause says that something lies ahead."""
    for i, token in enumerate(clause):
        low = token.lower
        known = low in _FUTURE or low in _AWAITED or _is_purpose(clause, i) or _is_prearranged(clause, i)
        weighed = low in _WEIGHED and clause[i + 1 : i + 2] != () and clause[i + 1].lower.endswith("ing")
        risk = low == "at" and [t.lower for t in clause[i + 1 : i + 2]] == ["risk"]
        if known or weighed or risk or _is_left_open(clause, i):
            yield i


def _opens_infinitive(clause: Sequence[Token], i: int) -> bool:
    """Whether "to" at `i` has a verb behind it, and not one that looks back ("to have died")."""
    if clause[i].lower != "to" or i + 1 == len(clause):
        return False
    behind = clause[i + 1]
    plain = behind.is_word and behind.text[:1].islower() and behind.lower not in FUNCTION_WORDS - {"be"}
    return plain and not behind.lower.endswith("ing")


def _is_purpose(clause: Sequence[Token], i: int) -> bool:
    """Whether the word at `i` is of a plan or a hope and has an infinitive: "plans to cut", "expects 40 of them to go"."""
    low = clause[i].lower
    if low not in _PURPOSES:
        return False
    reach = _REACH if low in _APART else 1
    to = next((j for j in range(i + 1, min(i + 1 + reach, len(clause))) if clause[j].lower == "to"), None)
    if to is None or not _opens_infinitive(clause, to):
        return False
    joined = i > 0 and clause[i - 1].lower in _BE
    return low != "due" or not any(map(_is_cause, clause[to + 1 : to + 2 + (not joined)]))


def _is_cause(token: Token) -> bool:
    return token.lower in _CAUSES or (token.lower != "be" and token.lower.endswith(_NOMINAL))


def _is_prearranged(clause: Sequence[Token], i: int) -> bool:
    """As "is to close", "were to be cancelled", "was to have cost"; not "is to blame"."""
    if clause[i].lower not in _BE or i + 2 >= len(clause) or clause[i + 1].lower != "to":
        return False
    return clause[i + 2].lower == "have" or (
        _opens_infinitive(clause, i + 1) and clause[i + 2].lower not in {"blame", "date"}
    )


def _is_left_open(clause: Sequence[Token], i: int) -> bool:
    """As "40 banks could fail", "the toll may rise"; not "may have died", "could not be saved", "may be trapped"."""
    if clause[i].lower not in _OPEN or clause[i].text == "May" or i + 1 == len(clause):
        return False
    behind = [t.lower for t in clause[i + 1 : i + 3]]
    if behind[0] in {"have", "well"} and "have" in behind:
        return False
    negated = any(t.lower in NEGATIONS for t in clause[: i + 3])
    state = behind[0] == "be" and clause[i].lower != "could"
    past = clause[i].lower == "could" and (behind[0] in _SENSED or any(is_verb(clause, j) for j in range(i)))
    return not (negated or state or past)


def _reaches(clause: Sequence[Token], mark: int, figure: Quantity | None) -> bool:
    """Whether a mark speaks of the figure: no joint between them, and no verb of its own before the mark."""
    if figure is None:
        border = next((i for i in range(mark) if clause[i].lower in _BORDERS), mark)
        return border == mark or not any(is_verb(clause, i) for i in range(border))
    at = next((i for i, t in enumerate(clause) if t.end > figure.start), 0)
    first, last = min(mark, at), max(mark, at)
    if any(t.lower in _BORDERS for t in clause[first + 1 : last]):
        return False
    return at < mark or not any(t.text in {",", ";"} for t in clause[first:last]) or _opens_with(clause, mark)


def _opens_with(clause: Sequence[Token], mark: int) -> bool:
    return not any(is_verb(clause, i) for i in range(mark))
