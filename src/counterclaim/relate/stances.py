"""How a claim stands to what it tells, in words for people: what it affirms and negates, how surely (room: brains)."""

from counterclaim.relate.provocations import read_provocation, word_provocation
from counterclaim.relate.slots import Slots, find_worded
from counterclaim.relate.wordings import content_words
from counterclaim.text.signs import bare_of_un

_LAYERS = {
    "occurred": "as a fact",
    "ongoing": "as a fact",
    "planned": "as planned or expected",
    "conditional": "on a condition",
    "demanded": "as demanded or ordered",
}
_FIRMNESS = {"probable": ", as probable", "possible": ", as possible"}


def standing_words(s: Slots) -> str:
    """Affirmed or negated, as fact or plan, and how surely."""
    return f"{stance_words(s)}, {_LAYERS[s.claim.reality]}{_FIRMNESS.get(s.claim.certainty, '')}"


def stance_words(s: Slots) -> str:
    """Whether a claim affirms or negates what it tells; a negation of some of its words is named with them."""
    if "denial" in s.claim.flags:
        return "a reported denial"
    if s.negated or is_wholly_negated(s):
        return "negated"
    inside = _negated_words(s)
    return f"affirmed, with a negation in it ({inside})" if inside else "affirmed"


def is_wholly_negated(s: Slots) -> bool:
    """Whether the words of a claim negate all that it tells, though its figure is affirmed ("for an hour no bus came")."""
    return bool(s.signs.negated) and not s.signs.affirmed


def _negated_words(s: Slots) -> str:
    """The words that a claim negates, in its order; "unprovoked" is one of them."""
    return ", ".join(find_worded(s.claim.text, s.signs.negated).values())


def polar_words(s: Slots) -> str:
    """The words with their polarity; a negated sentence counts with all that it negates, here as they stand there."""
    if not s.negated:
        return sign_words(s) if s.signs.negated else f"affirmed: {content_words(s)}"
    also = _worded(s, s.absent - s.topic)
    return f"negated: {content_words(s)}{f'; in the same breath: {also}' if also else ''}"


def sign_words(s: Slots) -> str:
    """What the claim affirms and what it negates, in its own words."""
    affirmed = _worded(s, s.signs.affirmed)
    negated = ", ".join(_bared(word) for word in find_worded(s.claim.text, s.signs.negated).values())
    return f"affirmed: {affirmed or 'nothing'}; negated: {negated or 'nothing'}"


def _bared(word: str) -> str:
    """A negated word; where it holds its own negation, what it negates."""
    bare = bare_of_un(word.lower())
    return f"{bare} (in “{word}”)" if bare else word


def provocation_words(s: Slots) -> str:
    """Whether a claim calls its deed provoked, and in which words."""
    told = read_provocation(s.claim.text)
    if told is None:
        return "nothing of it"
    called = word_provocation(s.claim.text)
    words = f" (“{called}”)" if called else ""
    return f"“{told.named}”: {'provoked' if told.provoked else 'unprovoked'}{words}"


def _worded(s: Slots, concepts: frozenset[str]) -> str:
    """The words that stand for some concepts, as the claim has them, else its sentence."""
    own = find_worded(s.claim.text, concepts)
    rest = concepts - own.keys()
    around = find_worded(s.article.text[s.sentence[1] : s.claim.end], rest)
    return ", ".join([*own.values(), *around.values()])
