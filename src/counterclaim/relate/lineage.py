"""Who stands behind a claim: same originator, same side, opposed sides, earlier or later (room: brains)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Literal

from counterclaim.core.records import Attribution, Claim, Independence, TimeInterval
from counterclaim.relate.bodies import is_short
from counterclaim.relate.slots import Slots, same_name
from counterclaim.text.lexicon import FUNCTION_WORDS, STATE_BODIES
from counterclaim.text.nations import find_nations
from counterclaim.text.times import compare_times
from counterclaim.text.tokens import tokenize

Kinship = Literal["same", "same_side", "other", "unknown"]

_MOUTHPIECES = frozenset(
    "wing office spokesman spokeswoman spokesperson statement official officials sources source".split()
)
_PRESS = frozenset(
    "the local national foreign international regional state domestic news media social press newspaper newspapers report reports "
    "reporters journalists broadcasters outlets agencies".split()
)
_TITLES = frozenset("mr mrs ms dr prof sir lady lord gen col capt lt president premier minister".split())

_GOVERNING = frozenset("government regime authorities administration junta leadership cabinet rulers".split())

_FIRMNESS = {"possible": 0, "probable": 1, "unstated": 2, "certain": 2}


@lru_cache(maxsize=8192)
def name_key(name: str) -> frozenset[str]:
    """The words of a name that identify its bearer: no titles, articles or possessive endings.

    >>> sorted(name_key("the Ministry of Health’s"))
    ['health', 'ministry']
    """
    words = (t.lower.removesuffix("'s").removesuffix("'") for t in tokenize(name) if t.is_word)
    return frozenset(w for w in words if w not in FUNCTION_WORDS and w not in _TITLES)


def same_bearer(a: str | None, b: str | None) -> bool:
    """Whether two names may stand for one bearer: every word of the shorter is in the longer.

    >>> same_bearer("Torvash", "Emin Torvash"), same_bearer("Health Ministry", "Defence Ministry")
    (True, False)
    """
    if not a or not b:
        return False
    one, two = name_key(a), name_key(b)
    return bool(one and two) and (one <= two or two <= one)


def are_one_bearer(names: Iterable[str]) -> bool:
    """Whether all of some names may stand for one bearer; an office behind a comma is no part of a name.

    >>> are_one_bearer(["Ms Torvash", "Emin Torvash", "Torvash, the mayor"]), are_one_bearer(["Emin Torvash", "Ana Torvash"])
    (True, False)
    """
    bare = dict.fromkeys(name.partition(",")[0].casefold() for name in names)
    return all(same_bearer(a, b) for a, b in combinations(bare, 2))


def same_side(a: str | None, b: str | None) -> bool:
    """Whether two names stand for one side: one bearer, or one country behind both ("Pakistan’s military", "Pakistani").

    >>> same_side("Norrland’s military", "Norrlandic"), same_side("Health Ministry", "Norrland")
    (True, False)
    """
    if same_bearer(a, b):
        return True
    one, two = (_country(name_key(n or "")) for n in (a, b))
    few, many = sorted((one, two), key=len)
    return bool(few) and all(any(same_name(x, y) for y in many) for x in few)


def _country(words: frozenset[str]) -> frozenset[str]:
    """The words of a side but those that every state has, and those who speak for it: army, government, statement."""
    return words - STATE_BODIES - _MOUTHPIECES


def originator(claim: Claim) -> Attribution | None:
    """The first link of the chain, or None where the claim is in the outlet's own voice or has no chain."""
    first = claim.attribution[0] if claim.attribution else None
    return None if first is None or first.mode == "narration" else first


def speaks_for_unnamed(claim: Claim) -> bool:
    """Whether the originator is somebody's mouthpiece ("its media wing", "a spokesman") and nobody says whose.

    So are "media reports": the press has it from somebody who is not named.
    """
    link = originator(claim)
    if link is None or link.side is not None:
        return False
    names = (link.name or "").split()
    if names and {w.lower() for w in names} <= _PRESS:
        return True
    spoken = {w.lower() for w in names} & _MOUTHPIECES
    owned = spoken and any(w[:1].isupper() and w.lower() not in _MOUTHPIECES for w in names)
    return not owned and bool(spoken or {*(link.role or "").lower().split()} & _MOUTHPIECES)


def compare_originators(a: Claim, b: Claim) -> Kinship:
    """How the originators of two claims are related: one person or body, one side, others, or not known.

    Two outlets that each speak in their own voice are "unknown": neither says who told it. Sides by the user's own
    table decide before names do.
    """
    one, two = originator(a), originator(b)
    if one is None or two is None:
        outlets = (a.attribution[-1:], b.attribution[-1:])
        both_narrate = one is None and two is None and all(outlets)
        if both_narrate and same_bearer(outlets[0][0].name, outlets[1][0].name):
            return "same"
        return "unknown"
    if one.name is None or two.name is None:
        return "unknown"
    return _compare_named(one, two)


def _compare_named(one: Attribution, two: Attribution) -> Kinship:
    """By the institution, where both have one; two of one country or one wording are of one side, not the same.

    A short form that could not be completed ("police", where two forces are named) may be either.
    """
    if one.institution and two.institution:
        if one.institution == two.institution:
            return "same"
    elif same_bearer(one.name, two.name):
        short = any(x.institution is None and is_short(x.name) for x in (one, two))
        return "unknown" if short and (one.institution or two.institution) else "same"
    if "side" in one.desk and "side" in two.desk:
        return "same_side" if one.side == two.side else "other"
    sides = [(x, y) for x in _standing_for(one) for y in _standing_for(two)]
    if any(same_side(x, y) for x, y in sides):
        return "same_side"
    return "unknown" if _may_be_one_state(one, two) else "other"


def _standing_for(link: Attribution) -> tuple[str | None, ...]:
    return (link.name, link.side, link.institution)


def classify_independence(a: Claim, b: Claim, *, one_text: bool) -> Independence:
    """How independent of each other the sources of two claims are (I0 to IU of `relations.md`); only I3 corroborates.

    Args:
        a: One claim.
        b: The other.
        one_text: Their articles are prints of one text.
    """
    if one_text:
        return "I0"
    if hands_on(a, b) or hands_on(b, a):
        return "I1"
    match compare_originators(a, b):
        case "same":
            return "I1"
        case "same_side":
            return "I2"
        case "other":
            return "IU" if speaks_for_unnamed(a) or speaks_for_unnamed(b) else "I3"
        case _:
            return "IU"


def _may_be_one_state(a: Attribution, b: Attribution) -> bool:
    """Whether one is named by a seat of government ("Kabul") and the other is a government of no state that is named."""
    return (_is_seat(a) and _governs_unnamed(b)) or (_is_seat(b) and _governs_unnamed(a))


def _is_seat(link: Attribution) -> bool:
    words = _bare_words(link.name or "")
    return any(n.part == "seat" and end - start == len(words) for start, end, n in find_nations(words))


def _governs_unnamed(link: Attribution) -> bool:
    words = [w for name in _standing_for(link) for w in _bare_words(name or "")]
    return not _GOVERNING.isdisjoint(words) and not any(find_nations(words))


def _bare_words(name: str) -> list[str]:
    words = (t.lower.removesuffix("'s").removesuffix("'") for t in tokenize(name) if t.is_word)
    return [w for w in words if w != "the"]


def hands_on(a: Claim, b: Claim) -> bool:
    """Whether one is told by whom the other has it from: "Alpha reported", and Alpha has it from the road agency."""
    teller = originator(a)
    through = b.attribution[1:] if originator(b) else ()
    return teller is not None and any(same_bearer(teller.name, link.name) for link in through)


def are_independent(a: Claim, b: Claim) -> bool:
    """Whether two claims come from originators under no common control, as far as both say whom they speak for (I3)."""
    return classify_independence(a, b, one_text=False) == "I3"


def compare_certainty(a: Slots, b: Slots) -> int:
    """Above 0 where `a` commits more firmly to what it says, below 0 where `b` does (case 33)."""
    return _FIRMNESS[a.claim.certainty] - _FIRMNESS[b.claim.certainty]


def is_later(a: Slots, b: Slots) -> bool | None:
    """Whether `a` is the later statement: by as-of where both give one that differs, else by publication.

    None: it cannot be told.
    """
    order = compare_as_of(a, b)
    return order == "after" if order in {"before", "after"} else said_later(a, b)


def compare_as_of(a: Slots, b: Slots) -> Literal["before", "after", "same", "unknown"]:
    """The order of the moments that two counts hold for ("by noon", "on Monday"); "unknown" unless both give one.

    Outlets abroad write local times without saying so: what is one moment by the clock on the wall counts as the same.
    """
    if a.as_of is None or b.as_of is None:
        return "unknown"
    started = a.as_of.start is not None and b.as_of.start is not None
    spans = [(_end_only(a.as_of), _end_only(b.as_of))] + [(a.as_of, b.as_of)] * started
    pairs = [*spans, *((_on_the_wall(x), _on_the_wall(y)) for x, y in spans)]
    if any(compare_times(x, y) in {"same", "overlap"} for x, y in pairs):
        return "same"
    order = compare_times(*spans[0])
    return "before" if order == "before" else "after" if order == "after" else "unknown"


def _on_the_wall(span: TimeInterval) -> TimeInterval:
    """The interval without its zone."""
    start, end = (m.replace(tzinfo=None) if m else None for m in (span.start, span.end))
    return TimeInterval(text=span.text, start=start, end=end)


def said_later(a: Slots, b: Slots) -> bool | None:
    """Whether `a` was first said after `b` (`Slots.first_said`); None where a date is missing or the same."""
    if a.first_said is None or b.first_said is None:
        return None
    gap = time_between(a.first_said, b.first_said)
    return gap > dt.timedelta(0) if gap else None


def said_on_other_days(a: Slots, b: Slots) -> bool:
    """Whether the two were first said on two days; not where a day is missing."""
    return len({s.first_said.date() for s in (a, b) if s.first_said}) > 1


def time_between(later: dt.datetime, earlier: dt.datetime) -> dt.timedelta:
    """The time from one moment to the other; as wall clocks show it where only one has a zone.

    >>> time_between(dt.datetime(2025, 1, 2), dt.datetime(2025, 1, 1, tzinfo=dt.UTC)).days
    1
    """
    if (later.tzinfo is None) != (earlier.tzinfo is None):
        later, earlier = later.replace(tzinfo=None), earlier.replace(tzinfo=None)
    return later - earlier


def _end_only(span: TimeInterval) -> TimeInterval:
    """A count "by noon" or "on Sunday" holds as of the end of what it names."""
    if span.end is None:
        return span
    return TimeInterval(text=span.text, start=span.end - dt.timedelta(minutes=1), end=span.end)


def opposed(a: Claim, b: Claim, disputes: Iterable[frozenset[str]]) -> bool:
    """Whether the originators stand on sides between which the articles report a denial (`disputes`: name keys).

    Or on sides that the user's own table opposes, see `oppose_sides`.
    """
    links = originator(a), originator(b)
    if all(link and "side" in link.desk for link in links) and oppose_sides([_sides(links)]) & {*disputes}:
        return True
    keys = [key for claim in (a, b) if (key := side_key(claim))]
    return len(keys) > 1 and any(keys[0] & d and keys[1] & d and keys[0] != keys[1] for d in disputes)


def _sides(links: Iterable[Attribution | None]) -> tuple[str, ...]:
    return tuple(link.side or "" for link in links if link)


def oppose_sides(pairs: Iterable[Sequence[str]]) -> frozenset[frozenset[str]]:
    """Pairs of sides by their exact names, among the `disputes` of `opposed`.

    >>> sorted(*oppose_sides([("North", "South")]))
    ['side North', 'side South']
    """
    return frozenset(frozenset(f"side {name}" for name in pair) for pair in pairs)


def side_key(claim: Claim) -> frozenset[str]:
    """The words of the side a claim speaks for, else of its originator."""
    link = originator(claim)
    return name_key(link.side or link.name or "") if link else frozenset()
