"""Two accounts of why one thing happened: "caused by rainfall", "the power company is to blame" (room: brains).

Each is the answer to one question only where both are of one effect. An effect that is not named ("the cause was the
lack of water") is what the article has just told of, or what its title names.
"""

from counterclaim.relate.lineage import compare_originators, originator, said_later, said_on_other_days
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import differ_in_reality
from counterclaim.relate.slots import Slots, name_others, topic_words
from counterclaim.text.causes import Cause, find_cause, find_denied_cause
from counterclaim.text.happenings import list_happenings
from counterclaim.text.lexicon import concept
from counterclaim.text.signs import LIGHT
from counterclaim.text.tokens import tokenize

_BEFORE = 400  # letters before a statement in which it finds what it speaks of
# What is said of a cause whatever it was.
_BLAND = LIGHT | {concept(w) for w in "part lot problem fact mixture combination act".split()}
# One quarrel goes by many names.
_QUARRELS = frozenset(
    concept(w) for w in "dispute quarrel fight feud row rivalry argument brawl disagreement".split()
)
_LEAST = 2  # words that two effects share which are no happenings


def relate_causes(a: Slots, b: Slots) -> Verdict | None:
    """A contradiction where two speakers give one thing two causes, or one denies the other's; an update by one speaker."""
    reason = None if _stand_apart(a, b) else _tell_apart(a, b) or _deny(a, b) or _deny(b, a)
    if reason is None:
        return None
    if compare_originators(a.claim, b.claim) not in {"same", "same_side"}:
        narrated = originator(a.claim) is None and originator(b.claim) is None
        return None if narrated else Verdict("contradicts", reason, "cause")
    later = said_later(a, b) if said_on_other_days(a, b) else None
    told = f"the same originator now says otherwise: {reason}"
    return None if later is None else Verdict("updates", told, "lineage", flipped=not later)


def _stand_apart(a: Slots, b: Slots) -> bool:
    """Whether one is not stated as a fact, or the two name other people or places."""
    unsure = "possible" in {a.claim.certainty, b.claim.certainty} or differ_in_reality(a, b)
    return bool(unsure or name_others(a, b))


def _tell_apart(a: Slots, b: Slots) -> str | None:
    """Why two causes of one effect cannot be one."""
    one, two = (_find_cause(s) for s in (a, b))
    if one is None or two is None or not _are_of_one_effect(one, a, two, b):
        return None
    words = [_name_cause(c) for c in (one, two)]
    if not all(words) or words[0] & words[1] or all(w & _QUARRELS for w in words):
        return None
    return f"one effect, another cause: {one.cause} against {two.cause}"


def _deny(denier: Slots, other: Slots) -> str | None:
    """Whether one says of the very cause that the other gives that it was none."""
    told = _find_cause(other)
    denied = find_denied_cause(denier.claim.text) if told else None
    if told is None or denied is None or not _are_of_one_effect(told, other, denied, denier):
        return None
    named = _name_cause(denied)
    same = bool(named) and named <= _name_cause(told)
    return f"one says that it was {told.cause}, the other that it was not" if same else None


def _name_cause(told: Cause) -> frozenset[str]:
    """The words of a cause that tell it from others."""
    return topic_words(tokenize(told.cause)) - _BLAND


def _find_cause(s: Slots) -> Cause | None:
    return None if s.negated else find_cause(s.claim.text)


def _are_of_one_effect(one: Cause, a: Slots, two: Cause, b: Slots) -> bool:
    told = [topic_words(tokenize(c.effect)) for c in (one, two)]
    rows = [_name_matter(c, s) for c, s in ((one, a), (two, b))]
    return bool(rows[0] & rows[1]) or (all(told) and len((told[0] & told[1]) - _BLAND) >= _LEAST)


def _name_matter(told: Cause, s: Slots) -> frozenset[int]:
    """The happenings of which a cause is given, or those that the article has just told of."""
    if told.effect:
        return frozenset().union(*list_happenings(told.effect))
    inside = frozenset().union(*list_happenings(told.cause))
    before = list_happenings(s.article.text[max(0, s.claim.start - _BEFORE) : s.claim.start])
    last = next((rows for rows in reversed(before) if not rows & inside), frozenset())
    return last | frozenset().union(*list_happenings(s.article.title or ""))
