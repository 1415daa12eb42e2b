"""Whether a statement is so: a denial is asked for as what it denies, a piece without a verb as what it was (room: brains)."""

import re

from counterclaim.text.clauses import has_clause
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import AUXILIARIES
from counterclaim.text.questions.sentences import capital, close_marks, cut_to_clause, has_verb, mid_sentence
from counterclaim.text.tokens import Token, tokenize

_NEGATED = tuple(
    (re.compile(shape, re.IGNORECASE), plain)
    for shape, plain in (
        (r"\bnobody\b|\bno one\b", "anybody"),
        (r"\bnothing\b", "anything"),
        (r"(?<!or )\b(?:none|no)\b(?=\s+\w|$)|\bnot (?:one|a single)\b", "any"),
        (r"\bnone\b", "any"),
        (r"\bneither\b", "either"),
        (r"\bnor\b", "or"),
        (r"\bnever\b", "ever"),
        (r"\bcannot\b", "can"),
        (r"(?<=\w)n[’']t\b|(?<!whether or )\bnot\b", ""),
        (r", (?=any(?:body|thing|one)\b)", " or "),
    )
)
_INVERTED = re.compile(
    r"(?:nor|only then) ((?:has|have|had|was|were|is|are|do|does|did|can|could|will|would) .+)", re.IGNORECASE
)
_UNDONE = re.compile(
    r"(?!(?:if|when|unless|what|who|that|as|because)\b)([^,;]{1,60}?) (do|does|did)(?: not|n[’']t) (.+)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:if|when|unless|should|had|were|once|after|before|since|until|as) [^,]+, .+", re.IGNORECASE
)
_MOMENT = re.compile(r"(?:before|after|since|because|as|when) [^,]+$", re.IGNORECASE)
# "in a report published on Thursday": its only verb belongs to the noun.
_PARTICIPIAL = re.compile(
    r"(?:in|on|at|by|with|to|for|from|of|under|amid|as) (?:an?|the|its|his|her|their|one) [a-z-]+ (?:[a-z]+ed|made|given|written|sent|taken)\b"
    r"(?: (?:by|on|in|at|to|from|for|with|that|last|this|of)\b[^,]*)?",
    re.IGNORECASE,
)
UNPROVOKED = re.compile(r"\b(was|were|is|are|been|entirely|wholly|completely) unprovoked\b", re.IGNORECASE)
_THING = re.compile(r"an? (?:[a-z-]+ed )?[a-z-]+")  # "an overloaded transformer"
_RELATIVE = re.compile(r",? (?:who|which|whose|whom|that|where)\b.*")
_FINITE = AUXILIARIES - {"be", "been", "being", "having"}


def ask_whether(text: str, *, denied: bool | None, common: frozenset[str]) -> str:
    """Ask whether a statement is so, or, where its words stand in the order of a question, in that order.

    >>> ask_whether("No lock held", denied=True, common=frozenset())
    'Whether any lock held'
    """
    text = cut_to_clause(text)
    inverted = _INVERTED.fullmatch(text)
    if inverted:
        return capital(f"{close_marks(inverted[1])}?")
    undone = _UNDONE.fullmatch(text) if denied else None
    if undone and not has_clause(tokenize(undone[1])):
        return f"{capital(undone[2])} {mid_sentence(undone[1], common)} {close_marks(_affirm(undone[3]))}?"
    affirmed = UNPROVOKED.sub(r"\1 provoked", text if denied is False else _affirm(text))
    comma = "," if _CONDITION.fullmatch(affirmed) else ""
    asked = mid_sentence(affirmed, common)
    return close_marks(f"Whether{comma} {_introduce(asked)}{asked}")


def _introduce(text: str) -> str:
    """What stands before a piece that is no clause: "it was", and before a deed "it was a matter of"."""
    tokens = tokenize(text)
    if len(tokens) < 2:  # noqa: PLR2004 (a single word is asked for as it is)
        return ""
    if tokens[0].lower.endswith("ing") and tokens[0].text.islower() and not _has_finite(text):
        return "it was a matter of "
    if (
        _MOMENT.fullmatch(text)
        or _THING.fullmatch(text)
        or _PARTICIPIAL.fullmatch(text)
        or not has_verb(text)
    ):
        return "it was "
    return ""


def _has_finite(text: str) -> bool:
    """Whether a verb other than that of a relative clause stands in the text."""
    tokens = tokenize(_RELATIVE.sub("", text))
    return any(t.lower in _FINITE or is_verb(tokens, i) or _ends_in_s(t) for i, t in enumerate(tokens) if i)


def _ends_in_s(token: Token) -> bool:
    return token.lower.endswith("s") and not token.lower.endswith(("ss", "us", "’s", "'s"))


def _affirm(text: str) -> str:
    """The statement that a negated one denies, so that "no" answers the question whether it is so."""
    affirmed = text
    for shape, plain in _NEGATED:
        affirmed = shape.sub(plain, affirmed)
    return " ".join(affirmed.split())
