"""Who voted how, asked for at the occasion that the clause tells beside its score (room: brains)."""

import re

from counterclaim.text.clauses import has_clause
from counterclaim.text.quantities.cardinals import SMALL
from counterclaim.text.questions.sentences import close_marks, cut_to_clause, mid_sentence
from counterclaim.text.tallies import ABSTAINED, AGAINST, FOR
from counterclaim.text.tokens import tokenize

_SCORED = rf"(?:\d+|{'|'.join(SMALL)})"
_SCORE = re.compile(
    rf"(?:, (?:voting|in a vote)|\b(?:by|with|after) a (?:vote|margin) of|\b(?:by|with))?\s*\b{_SCORED}(?: votes?)?"
    rf"(?: to | ?[-–‑] ?){_SCORED}\b(?: votes?)?",
    re.IGNORECASE,
)
_HANGING = re.compile(r"\b(?:was|were|is|as|of|at|came|stood|by|result|vote|votes|voted)$")
_VOTED = {FOR: "voted in favour", AGAINST: "voted against", ABSTAINED: "abstained"}


def ask_vote(text: str, measure: str) -> str | None:
    """How many voted so when what the clause tells was decided; None where it is a clause without a score.

    >>> ask_vote("The board approved the sale by nine votes to two", "votes against")
    'How many voted against when the board approved the sale?'
    >>> ask_vote("The vote was nine to two", "votes for")
    'How many voted in favour?'
    """
    score = _SCORE.search(text)
    if score is None:
        return None if has_clause(tokenize(text)) else f"How many {_VOTED[measure]}?"
    left = _leave_out(text, score)
    if _HANGING.search(left) or not has_clause(tokenize(left)):
        return f"How many {_VOTED[measure]}?"
    return f"How many {_VOTED[measure]} when {close_marks(cut_to_clause(mid_sentence(left)))}?"


def _leave_out(text: str, score: re.Match[str]) -> str:
    """The clause without its score, and without all that hangs on "voting"."""
    before, after = text[: score.start()].rstrip(" ,:"), text[score.end() :]
    if not before:
        return after.strip(" ,")
    return (before if score[0].startswith(",") else f"{before}{after}").strip()
