"""What a reader must know about a statement, in plain words beside it (room: brains)."""

from collections.abc import Iterator, Mapping

from counterclaim.core.records import Certainty, Claim, Reality
from counterclaim.note.prose import NAME_ROOM, shortened
from counterclaim.text.propositions import read_proposition

ACCUSATION = "an accusation"
PARTLY = "says only part of it"
PIECEWISE = "says the rest just before"
WITHDRAWN = "a withdrawn figure"
STATEMENT_WITHDRAWN = "a withdrawn statement"
NAMELESS = "not named"
CORRECTED = "corrected later"
LOST = "attribution lost"  # the reader's flag of a figure that a list of key points gives without its speaker
RESPONSES = frozenset(
    {"denial", "declined", "could not confirm", "not reached", "confirmed"}
)  # flags of what answers a statement
_UNKNOWN = "not known"
BLAMED = " is to blame for "
_POINTS = "pronoun unresolved: "  # the reader's flag; the word follows
_WORDING = "not certain who or what is meant by "
_REALITIES: Mapping[Reality, str] = {
    "planned": "planned or expected",
    "conditional": "on a condition",
    "demanded": "asked for, not said to be done",
}
_CERTAINTIES: Mapping[Certainty, str] = {"possible": "as a possibility", "probable": "as probable"}
_FLAGS: Mapping[str, str] = {
    "denial": "a denial",
    "declined": "declined to say",
    "could not confirm": "could not confirm",
    "confirmed": "a confirmation",
    "earlier figure": "an earlier figure",
    "withdrawn figure": WITHDRAWN,
    "withdrawn statement": STATEMENT_WITHDRAWN,
}


def mark_claim(claim: Claim) -> tuple[str, ...]:
    """The words of warning beside a statement.

    >>> mark_claim(Claim(id="c", article="a", quote="q", start=0, end=1, text="They may come.", question="?", answer="",
    ...                  attribution=(), certainty="possible", flags=("pronoun unresolved: they",)))
    ('as a possibility', 'not certain who or what is meant by “they”')
    """
    return tuple(_marks(claim))


def _marks(claim: Claim) -> Iterator[str]:
    if claim.reality in _REALITIES:
        yield _REALITIES[claim.reality]
    if claim.certainty in _CERTAINTIES and _UNKNOWN not in claim.flags:
        yield _CERTAINTIES[claim.certainty]
    first = claim.attribution[0] if claim.attribution else None
    if first is not None and first.worded:
        yield f"in the article: {shortened(first.worded, NAME_ROOM)}"
    if BLAMED in (read_proposition(claim.text) or claim.text):
        yield ACCUSATION
    for flag in claim.flags:
        if flag == _UNKNOWN:  # the quote itself says so
            continue
        pointing = flag.removeprefix(_POINTS)
        words = shortened(pointing, NAME_ROOM)
        yield f"{_WORDING}“{words}”" if pointing != flag else _FLAGS.get(flag, words)


def concerns_wording(mark: str) -> bool:
    """Whether a mark concerns our wording of a statement and not its quote, which stands in its article.

    >>> concerns_wording("not certain who or what is meant by “it”"), concerns_wording("a denial")
    (True, False)
    """
    return mark.startswith(_WORDING)
