"""Statements of which one affirms what the other negates, or its opposite (room: brains).

Words decide here, so a clash needs a thing that both speak of besides the clash itself, and nothing that sets the two
apart: other names, other times, other realities, "the east gate" against "the west gate".
"""

import re
from typing import NamedTuple

from counterclaim.relate.lineage import compare_originators, is_later, said_later
from counterclaim.relate.scope import DENIES, Verdict, differ_in_reality
from counterclaim.relate.slots import Slots, name_topics
from counterclaim.text.lexicon import HABITS, HUMAN, MEASURES, concept
from counterclaim.text.opposites import are_rivals, outcomes, states
from counterclaim.text.signs import LIGHT
from counterclaim.text.times import compare_times

NEGATED = 0.5  # share of the negated statement's words that the other must hold
OPPOSITE = 0.34  # share of the shorter statement's words, the opposites aside, that both must hold
_LEAST_NEGATED = 2
_NOBODY = re.compile(r"(?:nobody|no one|no-one|none)\b", re.IGNORECASE)


class Clash(NamedTuple):
    """Why two statements cannot both hold; `lasting` where time could not have made one follow the other."""

    reason: str
    lasting: bool


def find_clash(a: Slots, b: Slots) -> Clash | None:
    """The clash of two statements, or None.

    One negates what the other affirms, or the two affirm opposite outcomes of one thing.
    """
    negation = _negates(a, b) or _negates(b, a) or _spares_all(a, b) or _spares_all(b, a)
    opposition = None if negation else _opposes(a, b)
    found = negation or opposition
    return None if found is None or _stand_apart(a, b) else found


def relate_clash(a: Slots, b: Slots) -> Verdict | None:
    """A contradiction, or an update where one speaker or a later day says otherwise; None where nothing clashes."""
    clash = find_clash(a, b)
    if clash is None:
        return None
    kin, later = compare_originators(a.claim, b.claim), is_later(a, b)
    if kin in {"same", "same_side"}:
        if later is None or not _days_apart(a, b):
            return None  # on one day, two wordings of one statement are likelier than a change of mind
        return Verdict("updates", "the same originator now says otherwise", "lineage", flipped=not later)
    if not clash.lasting and (told := said_later(a, b)) is not None and _days_apart(a, b):
        return Verdict("possible_update", f"a later account: {clash.reason}", "lineage", flipped=not told)
    tags = (DENIES,) if bool(a.figure) != bool(b.figure) else ()
    return Verdict("contradicts", clash.reason, "polarity", tags=tags)


def _days_apart(a: Slots, b: Slots) -> bool:
    return len({s.first_said.date() for s in (a, b) if s.first_said}) > 1


def _all_words(s: Slots) -> frozenset[str]:
    return (s.signs.affirmed | s.signs.negated) - LIGHT


def _negates(absent: Slots, other: Slots) -> Clash | None:
    """What the negation stands on is what the other affirms, and most of the rest is shared."""
    core = absent.signs.required
    if not core or not core <= other.signs.affirmed or not core - name_topics(absent, other):
        return None
    words = _all_words(absent)
    shared = words & other.signs.affirmed
    told = shared | (
        absent.signs.negated & other.signs.affirmed & LIGHT
    )  # "no deal was reached", "reached a deal"
    if len(told) < _LEAST_NEGATED or len(shared) < NEGATED * len(words):
        return None
    return Clash("one affirms what the other negates", lasting=True)


def _spares_all(absent: Slots, other: Slots) -> Clash | None:
    """Match "nobody was hurt" where the other counts the hurt; what else the first says must stand in the other."""
    if absent.figure or not other.figure or other.high <= 0 or not _NOBODY.match(absent.claim.text):
        return None
    fate = absent.measures & HUMAN & {other.measure}
    rest = frozenset(w for w in _all_words(absent) if w not in _fates(fate))
    told = other.topic | other.modifiers | {other.head}
    return Clash("one says of nobody what the other counts", lasting=False) if fate and rest <= told else None


def _opposes(a: Slots, b: Slots) -> Clash | None:
    for table, lasting in ((outcomes(), True), (states(), False)):
        for p in sorted(a.signs.affirmed & table.keys()):
            for q in sorted(table[p] & b.signs.affirmed):
                if _share_the_rest(a, b, p, q):
                    return Clash(f"opposite outcomes: {p} against {q}", lasting)
    return None


def _share_the_rest(a: Slots, b: Slots, p: str, q: str) -> bool:
    if p in b.signs.affirmed or q in a.signs.affirmed:
        return False
    one, two = _all_words(a) - {p}, _all_words(b) - {q}
    shared = one & two
    return bool(shared) and len(shared) >= OPPOSITE * min(len(one), len(two))


def _stand_apart(a: Slots, b: Slots) -> bool:
    """Whether the two are of other things, times or layers."""
    if HABITS & {*a.claim.text.lower().split(), *b.claim.text.lower().split()}:
        return True
    if "possible" in {a.claim.certainty, b.claim.certainty} or differ_in_reality(a, b):
        return True
    if a.names and b.names and not a.names & b.names:
        return True
    one, two = a.claim.event_time, b.claim.event_time
    if one and two and compare_times(one, two) in {"before", "after"}:
        return True
    return are_rivals(_all_words(a), _all_words(b))


def _fates(measures: frozenset[str]) -> frozenset[str]:
    """The concepts of all words of the measures."""
    return frozenset(concept(word) for word, name in MEASURES.items() if name in measures)
