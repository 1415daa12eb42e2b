"""Two accounts of when somebody came to know: "first learned of it on Friday", "had been alerted on Wednesday" (room: brains).

Who says that it was then first, or that nothing was known before, is contradicted by any knowledge before that. Two days
on which somebody was told are no conflict by themselves.
"""

import datetime as dt

from counterclaim.relate.lineage import compare_originators, name_key, originator
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import differ_in_reality
from counterclaim.relate.slots import Slots
from counterclaim.text.awareness import Awareness, find_awareness
from counterclaim.text.happenings import list_happenings
from counterclaim.text.lexicon import concept

_DAY = dt.timedelta(days=1)
# What stands for a body that the article has named before.
_BODIES = frozenset(
    concept(w) for w in "company firm operator ministry board council agency authority owner club".split()
)


def relate_awareness(a: Slots, b: Slots) -> Verdict | None:
    """A contradiction where one says that somebody knew nothing before the day on which the other says he was told."""
    unsure = "possible" in {a.claim.certainty, b.claim.certainty} or differ_in_reality(a, b)
    if a.figure or b.figure or unsure or compare_originators(a.claim, b.claim) in {"same", "same_side"}:
        return None
    if not (_knew_before(a, b) or _knew_before(b, a)):
        return None
    told = [s.claim.event_time.text for s in (a, b) if s.claim.event_time]
    return Verdict("contradicts", f"when it was known: {told[0]} against {told[1]}", "time")


def _knew_before(early: Slots, late: Slots) -> bool:
    """Whether one tells of knowledge before the moment that the other gives as the first."""
    knew, first = find_awareness(early.claim.text), find_awareness(late.claim.text)
    if "denial" in {*early.claim.flags, *late.claim.flags}:
        return False
    if knew is None or first is None or knew.denied or not (first.first or first.denied):
        return False
    began, ended = _begin(late), _end(early)
    if began is None or ended is None or ended > began:
        return False
    return _is_one_knower(knew, early, first, late) and _is_one_matter(knew, early, first, late)


def _begin(s: Slots) -> dt.datetime | None:
    """The moment before which nothing was known: the start of a day, the end of "until 29 May" and "before Friday"."""
    when = s.claim.event_time
    if when is None:
        return None
    day = _DAY if when.start is None and not when.text.lower().startswith("before") else dt.timedelta()
    edge = _on_the_wall(when.start or when.end)
    return edge - day if edge else None


def _end(s: Slots) -> dt.datetime | None:
    when = s.claim.event_time
    return _on_the_wall(when.end) if when and when.start else None


def _on_the_wall(moment: dt.datetime | None) -> dt.datetime | None:
    return moment.replace(tzinfo=None) if moment else None


def _is_one_knower(one: Awareness, a: Slots, two: Awareness, b: Slots) -> bool:
    """Whether both speak of one who knew: by name, as "we", or as "the company" of whoever speaks."""
    if one.who & two.who:
        return True
    names = _own_names(a) if not one.who or one.who <= _BODIES else one.who
    others = _own_names(b) if not two.who or two.who <= _BODIES else two.who
    return bool((names | one.who) & (others | two.who))


def _own_names(s: Slots) -> frozenset[str]:
    """The words that name the speaker and the body spoken for."""
    link = originator(s.claim)
    told = (link.name, link.side, link.institution) if link else ()
    return frozenset(concept(word) for name in told for word in name_key(name or ""))


def _is_one_matter(one: Awareness, a: Slots, two: Awareness, b: Slots) -> bool:
    """Whether what was known may be one thing: common words, one happening, or "a problem", which fits anything."""
    if one.vague or two.vague or one.what & two.what:
        return True
    rows = [frozenset().union(*list_happenings(s.claim.text)) for s in (a, b)]
    return bool(rows[0] & rows[1])
