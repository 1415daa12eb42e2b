"""Statements of which one affirms what the other negates, or its opposite (room: brains).

Words decide here, so a clash needs a thing that both speak of besides the clash itself, and nothing that sets the two
apart: other names, other times, other realities, "the east gate" against "the west gate".
"""

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from counterclaim.relate.hours import order_times
from counterclaim.relate.lineage import (
    compare_originators,
    is_later,
    said_later,
    said_on_other_days,
    time_between,
)
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import DENIES, differ_in_reality
from counterclaim.relate.slots import Slots, name_others, name_topics, topic_words
from counterclaim.relate.turns import find_turn
from counterclaim.text.facts import is_verb
from counterclaim.text.fillers import find_fillers
from counterclaim.text.lexicon import GENERIC_PEOPLE, HABITS, HUMAN, MEASURES, PAST_FORMS, concept
from counterclaim.text.opposites import are_rivals, outcomes, states
from counterclaim.text.signs import LIGHT, concept_at
from counterclaim.text.times import Order, compare_times
from counterclaim.text.tokens import tokenize

NEGATED = 0.5  # share of the negated statement's words that the other must hold
OPPOSITE = 0.34  # share of the shorter statement's words, the opposites aside, that both must hold
_LEAST_NEGATED = 2
_CLOSE = 3  # words behind a verb that it tells
_DAY = dt.timedelta(hours=23)
_SOON = dt.timedelta(days=3)
_ENDED = re.compile(r"\b(?:was|were|had)\b[^.]*\buntil\b", re.IGNORECASE)
_DATED = re.compile(
    r",? (?:shortly|just|soon|hours?|minutes?|days?|weeks?|long) (?:after|before) .*", re.IGNORECASE
)
_LONG = 5  # words besides its opposite with which a statement may speak of another thing
_LEAST_OPPOSED = 2  # so many words that are no names make one thing of whatever long sentences say
_ANYBODY = frozenset(concept(word) for word in GENERIC_PEOPLE)  # "people" alone are not the same people
_UNIVERSAL = re.compile(r"\b(?:nothing|nobody|no one|no-one|none)\b", re.IGNORECASE)
_SO_FAR = re.compile(
    r"\b(?:(?:has|have) (?:not|never|yet)|(?:has|have)n[’']t|yet|so far|still)\b|^(?:no|none|nobody|not one|nothing)\b[^,]*?\b(?:has|have)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\b(\w+) of (?:the|its|their) ((?:\w+ ?){1,2})")
_RUMOUR = re.compile(r"\b(?:gossip|rumou?rs?|hearsay|allegations?|fears?) (?:that|of)\b", re.IGNORECASE)
# What is done all the time, so that "nobody knew" says nothing of what somebody else came to know.
_BROAD = frozenset(
    concept(w)
    for w in "know see say tell think believe want work speak talk pull push carry hold move change look hear call come stay live stand mean ask "
    "expect hope fear like need feel understand remember help find".split()
)
# What these tell of is not there any more.
_AWAY = frozenset(
    concept(w) for w in "cut end withhold lose expire miss disconnect interrupt deprive remove".split()
)
_THERE = frozenset(concept(w) for w in "normal enough sufficient ample available plenty".split())
_LACKING = frozenset(concept(w) for w in "lack shortage".split())
_MINDS = frozenset(concept(w) for w in "remember forget feel".split())
_NOTICED = re.compile(r"\bnotic(?:es?|ed|ing)\b(?! (?:was|were|of|to)\b)", re.IGNORECASE)
_NOBODY = re.compile(r"(?:nobody|no one|no-one|none)\b", re.IGNORECASE)


class Clash(NamedTuple):
    """Why two statements cannot both hold; `lasting` where time could not have made one follow the other.

    `told`: the clauses tell of the opposites, and do not only name them beside a figure or a deed. `later`: they are of two
    times, at which both may hold, and whether the first is the later one.
    """

    reason: str
    lasting: bool
    told: bool = True
    later: bool | None = None


def find_clash(a: Slots, b: Slots) -> Clash | None:
    """The clash of two statements, or None.

    One negates what the other affirms, the two affirm opposite outcomes of one thing, or one tells what ended the state
    that the other told before.
    """
    if (turn := _turn(a, b)) is not None:
        return turn
    negation = _negates(a, b) or _negates(b, a) or _spares_all(a, b) or _spares_all(b, a)
    opposition = None if negation else _opposes(a, b)
    found = negation or opposition
    if found is None or _stand_apart(a, b):
        return None
    order = _order(a, b)
    if order is None:
        return found
    changed = opposition and opposition.told and not opposition.lasting
    return found._replace(later=order == "after") if changed else None


def _turn(a: Slots, b: Slots) -> Clash | None:
    """One state at first and later what ended it, of one thing: "the website was offline", "is available again"."""
    turned = find_turn(a, b)
    if turned is None or _tell_one_time(a, b) or _are_of_other_things(a, b):
        return None
    order = _order(a, b)
    later = order == "after" if order else said_later(a, b) if said_on_other_days(a, b) else None
    return Clash(turned.reason, lasting=False, later=later) if later is turned.first_ends else None


def relate_clash(a: Slots, b: Slots) -> Verdict | None:
    """A contradiction, or an update where one speaker or a later day says otherwise; None where nothing clashes."""
    clash = find_clash(a, b)
    if clash is None:
        return None
    done = done_since(a, b) if clash.later is None else clash.later
    if done is not None:
        return relate_change(a, b, clash.reason, done=done)
    if compare_originators(a.claim, b.claim) in {"same", "same_side"}:
        later = is_later(a, b) if said_on_other_days(a, b) else None
        reason = (
            "the same originator now says otherwise"  # on one day, two wordings of one statement are likelier
        )
        return None if later is None else Verdict("updates", reason, "lineage", flipped=not later)
    if not clash.lasting and (told := said_later(a, b)) is not None and said_on_other_days(a, b):
        reason = f"a later account: {clash.reason}"
        return Verdict("possible_update", reason, "lineage", flipped=not told) if clash.told else None
    tags = (DENIES,) if bool(a.figure) != bool(b.figure) else ()
    return Verdict("contradicts", clash.reason, "polarity", tags=tags)


def _was_before(other: Slots, absent: Slots) -> bool:
    """Whether what is told as done was done before the other was said."""
    when, said = other.claim.event_time, absent.first_said
    if when is None or when.end is None or said is None:
        return False
    return when.end.replace(tzinfo=None) <= said.replace(tzinfo=None)


def done_since(a: Slots, b: Slots) -> bool | None:
    """Whether `a` tells as done what `b` said was not done so far ("no recount has been ordered"), or the other way round.

    None where neither is so, where it was done before that was said, or it cannot be told which was said first.
    """
    for absent, other in ((a, b), (b, a)):
        open_still = (
            _SO_FAR.search(absent.claim.text) and absent.negated and not (other.negated or other.figure)
        )
        if (
            open_still
            and said_later(other, absent)
            and said_on_other_days(a, b)
            and not _was_before(other, absent)
        ):
            return other is a
    return None


def relate_change(a: Slots, b: Slots, why: str, *, done: bool) -> Verdict:
    """One state at first, its opposite afterwards: "the search goes on" on Friday, "called off" on Monday."""
    kin = compare_originators(a.claim, b.claim) in {"same", "same_side"}
    reason = f"first one, then the other: {why}"
    return Verdict("updates" if kin else "possible_update", reason, "lineage", flipped=not done)


def _order(a: Slots, b: Slots) -> Order | None:
    """Which of two events was before the other, where no moment can belong to both."""
    one, two = a.claim.event_time, b.claim.event_time
    order = order_times(one, two) if one and two else "unknown"
    return order if order in {"before", "after"} else None


def _all_words(s: Slots) -> frozenset[str]:
    return (s.signs.affirmed | s.signs.negated) - LIGHT


def _negates(absent: Slots, other: Slots) -> Clash | None:
    """What the negation stands on is what the other affirms, and most of the rest is shared."""
    core = absent.signs.required
    if not core or not core <= other.signs.affirmed or not core - name_topics(absent, other):
        return None
    if tells_loss(absent, other):
        return None
    words = _all_words(absent)
    shared = words & other.signs.affirmed
    told = shared | (
        absent.signs.negated & other.signs.affirmed & LIGHT
    )  # "no deal was reached", "reached a deal"
    if _denies_all(absent, other, core):
        return Clash("one says of nothing and nobody what the other says of some", lasting=True)
    met = _tell_one_time(absent, other) or bool(other.signs.affirmed & _THERE)
    if len(told) + met < _LEAST_NEGATED or len(shared) < NEGATED * len(words):
        return None
    return Clash("one affirms what the other negates", lasting=True)


def tells_loss(absent: Slots, other: Slots) -> bool:
    """Whether both say that something was not there: "there was no water", "the water had been cut off"."""
    lost = (other.deeds & other.signs.affirmed & _AWAY) | (other.signs.affirmed & _LACKING)
    return not other.negated and not absent.signs.required & (_AWAY | _LACKING) and bool(lost)


def _tell_one_time(a: Slots, b: Slots) -> bool:
    """Whether both name the same part of a day or hour, which is as good as a word in common."""
    spans = [s.claim.event_time for s in (a, b) if s.claim.event_time]
    short = [x for x in spans if x.start and x.end and x.end - x.start < _DAY]
    return len(short) == len((a, b)) and compare_times(*short) in {"same", "overlap"}


def _are_days_apart(a: Slots, b: Slots) -> bool:
    """Whether the two were said so long after one another that more may have been done since."""
    if a.first_said is None or b.first_said is None:
        return False
    return abs(time_between(a.first_said, b.first_said)) > _SOON


def _denies_all(absent: Slots, other: Slots, core: frozenset[str]) -> bool:
    """Whether one says that nothing at all was done ("nothing has been signed") of what the other tells as its deed."""
    if not _UNIVERSAL.search(absent.claim.text) or len(core) != 1 or core & (_BROAD | LIGHT):
        return False
    words = tokenize(other.claim.text)
    done = {
        concept_at(words, i) for i, t in enumerate(words) if t.lower in PAST_FORMS or t.lower.endswith("ed")
    }
    if not core <= absent.deeds & done or _RUMOUR.search(other.claim.text) or _are_days_apart(absent, other):
        return False
    told = find_fillers(other.claim.text)
    bare = absent.signs.affirmed <= LIGHT | name_topics(absent, other)
    if absent.signs.negated - core - LIGHT - other.topic:
        return False  # "nobody was moved from the hospital", "villagers were moved"
    return told is not None and told.predicate in core and bare


def _spares_all(absent: Slots, other: Slots) -> Clash | None:
    """Match "nobody was hurt" where the other counts the hurt; what else the first says must stand in the other."""
    if absent.figure or not other.figure or other.high <= 0 or not _NOBODY.match(absent.claim.text):
        return None
    fate = absent.measures & HUMAN & {other.measure}
    rest = frozenset(w for w in _all_words(absent) if w not in _fates(fate))
    told = other.topic | other.modifiers | {other.head}
    return Clash("one says of nobody what the other counts", lasting=False) if fate and rest <= told else None


def _opposes(a: Slots, b: Slots) -> Clash | None:
    if any(_ENDED.search(s.claim.text) for s in (a, b)):
        return None  # "it was peaceful until five"
    one, two = (s.signs.affirmed - _dating_words(s.claim.text) for s in (a, b))
    for table, lasting in ((outcomes(), True), (states(), False)):
        for p in sorted(one & table.keys()):
            for q in sorted(table[p] & two):
                if _share_the_rest(a, b, p, q):
                    settled = lasting or _tell_one_time(a, b)
                    return Clash(f"opposite outcomes: {p} against {q}", settled, told=_is_told(a, b, p, q))
    return None


@lru_cache(maxsize=4096)
def _dating_words(text: str) -> frozenset[str]:
    """What is named only to say when something was: "(it began) shortly after visits ended"."""
    found = _DATED.search(text)
    if found is None or not found.start():
        return frozenset()
    return topic_words(tokenize(found.group())) - topic_words(tokenize(text[: found.start()]))


def _is_told(a: Slots, b: Slots, p: str, q: str) -> bool:
    """Whether the two tell of their opposites, and do not only name them beside a figure or a deed."""
    if bool(a.figure) != bool(b.figure):
        held = (p, a) if a.figure else (q, b)
        return held[0] in held[1].measure_words | ({held[1].measure} - {None})
    return p in _told_of(a) and q in _told_of(b)


def _told_of(s: Slots) -> frozenset[str]:
    """The concepts that a clause tells of its subject: its verbs, and what stands close behind one ("stood open", "is in jail")."""
    words = tokenize(s.claim.text)
    behind = (
        concept_at(words, j)
        for i in range(len(words))
        if is_verb(words, i)
        for j in range(i + 1, min(i + 1 + _CLOSE, len(words)))
    )
    return s.deeds.union(s.measure_words, behind)


def _share_the_rest(a: Slots, b: Slots, p: str, q: str) -> bool:
    if p in b.signs.affirmed or q in a.signs.affirmed:
        return False
    one, two = _all_words(a) - {p}, _all_words(b) - {q}
    shared = (one - _dating_words(a.claim.text)) & (two - _dating_words(b.claim.text))
    told = shared - _ANYBODY - name_topics(a, b)
    short = min(len(one), len(two))
    enough = len(shared) >= OPPOSITE * short and len(told) >= min(
        _LEAST_OPPOSED, max(len(one), len(two)) // _LONG
    )
    return len(told) >= _LEAST_OPPOSED or (bool(shared - _ANYBODY) and enough)


def _stand_apart(a: Slots, b: Slots) -> bool:
    """Whether the two are of other things, times or layers."""
    return differ_in_reality(a, b) is not None or tell_own_minds(a, b) or _are_of_other_things(a, b)


def _are_of_other_things(a: Slots, b: Slots) -> bool:
    """Whether one is a habit or a guess, or the two name things that differ."""
    if HABITS & {*a.claim.text.lower().split(), *b.claim.text.lower().split()}:
        return True
    if "possible" in {a.claim.certainty, b.claim.certainty}:
        return True
    if name_others(a, b):
        return True
    return are_rivals(_all_words(a), _all_words(b)) or _are_of_others(a.claim.text, b.claim.text)


def _are_of_others(one: str, two: str) -> bool:
    """Whether one thing is told of two owners: "the gates of the dam", "the gates of the prison"."""
    owners = _list_owners(one), _list_owners(two)
    return any(not owners[0][thing] & owners[1][thing] for thing in owners[0].keys() & owners[1].keys())


@lru_cache(maxsize=4096)
def _list_owners(text: str) -> dict[str, frozenset[str]]:
    """What "of the" makes out as whose: the concept of the thing -> those of the owner."""
    found = _OWNED.findall(text)
    return {
        concept(thing): topic_words(tokenize(owner)) for thing, owner in found if topic_words(tokenize(owner))
    }


def tell_own_minds(a: Slots, b: Slots) -> bool:
    """Whether two speakers each say what they remember or noticed, of which one need not share the other's."""
    noticed = all(_NOTICED.search(s.claim.text) and concept("notice") in s.deeds for s in (a, b))
    return bool(_MINDS & a.topic & b.topic or noticed) and compare_originators(a.claim, b.claim) not in {
        "same",
        "same_side",
    }


def _fates(measures: frozenset[str]) -> frozenset[str]:
    """The concepts of all words of the measures."""
    return frozenset(concept(word) for word, name in MEASURES.items() if name in measures)
