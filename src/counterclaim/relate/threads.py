"""Threads: one question with every claim that answers it, its status and its independent origins (room: brains)."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from typing import NamedTuple

from counterclaim.core.records import FigureRange, Relation, Revision, Thread
from counterclaim.relate.askings import choose_question
from counterclaim.relate.lineage import (
    compare_originators,
    oppose_sides,
    side_key,
)
from counterclaim.relate.moments import tell_two_deeds
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import (
    LABEL_DISPUTE,
    differ_in_counting,
    differ_in_measure,
    differ_in_place,
    differ_in_population,
)
from counterclaim.relate.slots import Slots, same_name
from counterclaim.relate.standing import Held, find_standing
from counterclaim.relate.wires import group_wires
from counterclaim.text.lexicon import GENERIC_PEOPLE, concept
from counterclaim.text.reader import STATEMENT_WITHDRAWN

_JOINS = "equivalent refines reports confirms denies contradicts updates corrects possible_update compatible".split()  # strongest first: what joins two claims to one question
_LOOSE = frozenset({"compatible"})
# Heads that do not say of what sort those are who are counted: "more than 40 injured", "12 dead".
_NO_SORT = GENERIC_PEOPLE | {concept(w) for w in ("dead", "wounded", "injured", "missing")}
_ALIKE = frozenset({"equivalent", "refines", "reports", "confirms", "compatible"})
_SCOPES = (differ_in_measure, differ_in_population, differ_in_place, differ_in_counting)
_PARTS = frozenset({"different_scope", "part_of"})
_LIVE_CONFLICTS = frozenset({"contradicts", "denies"})
_REPLACES = frozenset({"updates", "corrects"})
_CHANGES = _REPLACES | {"possible_update"}


class _Grouped(NamedTuple):
    """One thread in the making: its claims and the relations among them."""

    claims: tuple[Slots, ...]
    relations: tuple[Relation, ...]


def find_threads(
    slots: Sequence[Slots],
    relations: Sequence[Relation],
    copies: Mapping[str, str],
    sides: Iterable[Sequence[str]] = (),
) -> tuple[Thread, ...]:
    """Group claims into threads and give each its status.

    Args:
        slots: All claims.
        relations: All relations between them.
        copies: Claim id in a reprint -> the id of the same claim in the source; copies count for nothing.
        sides: Pairs of sides that the user's own table opposes.
    """
    by_id = {s.claim.id: s for s in slots}
    groups = _group(by_id, relations)
    inside: dict[str, list[Relation]] = defaultdict(list)
    leader = {cid: group[0] for group in groups for cid in group}
    for relation in relations:
        if leader[relation.a] == leader[relation.b]:
            inside[leader[relation.a]].append(relation)
    grouped = [_Grouped(tuple(by_id[c] for c in g), tuple(inside[g[0]])) for g in groups]
    disputes = find_adverse(by_id, relations) | oppose_sides(sides)
    wires = group_wires(s.article for s in slots)
    printed = {by_id[c].claim.article: by_id[s].claim.article for c, s in copies.items()}
    prints = wires | {copy: wires.get(source, source) for copy, source in printed.items()}
    threads = [_thread(g, copies, disputes, prints) for g in grouped]
    return _mark_rivals(_name_places(threads, by_id))


def _name_places(threads: Sequence[Thread], by_id: Mapping[str, Slots]) -> list[Thread]:
    """Threads that put one question in the same words, with the place that one of them counts in."""
    asked = Counter(t.question for t in threads if t.figures)
    found = []
    for t in threads:
        place = _common_place([by_id[c] for c in t.claims]) if t.figures and asked[t.question] > 1 else None
        named = place is None or place.lower() in t.question.lower()
        question = t.question if named else f"{t.question.removesuffix('?')} ({place})?"
        found.append(t.model_copy(update={"question": question}))
    return found


def _common_place(claims: Sequence[Slots]) -> str | None:
    """The one place in which all figures of a thread count, in its shortest wording."""
    figures = [s for s in claims if s.figure]
    shared = frozenset.intersection(*(s.places for s in figures)) if figures else frozenset()
    wordings = sorted({s.claim.place for s in figures if s.claim.place}, key=lambda p: (len(p), p))
    return wordings[0] if shared and wordings else None


def _mark_rivals(threads: Sequence[Thread]) -> tuple[Thread, ...]:
    """Threads that ask one question in the same words but could not be joined are not decided, never two certainties."""
    asked = Counter(t.question for t in threads if t.figures)
    sure = {"single_origin", "one_sided"}
    return tuple(
        t.model_copy(update={"status": "unclear"})
        if asked[t.question] > 1 and t.figures and t.status in sure
        else t
        for t in threads
    )


def find_adverse(by_id: Mapping[str, Slots], relations: Iterable[Relation]) -> frozenset[frozenset[str]]:
    """Name keys of the sides that contradict or deny each other somewhere."""
    found = set()
    for r in relations:
        a, b = by_id[r.a].claim, by_id[r.b].claim
        if r.label in _LIVE_CONFLICTS and compare_originators(a, b) == "other":
            found.add(side_key(a) | side_key(b))
    return frozenset(found)


def _group(by_id: Mapping[str, Slots], relations: Iterable[Relation]) -> list[list[str]]:
    """Merge along joining relations, strongest first, but never two groups that hold a pair of other scope.

    The guard keeps a chain of look-alikes from tying unrelated claims together.
    """
    relations = list(relations)
    apart = defaultdict(set)
    for r in relations:
        if r.label in _PARTS or LABEL_DISPUTE in r.tags:
            apart[r.a].add(r.b)
            apart[r.b].add(r.a)
    member: dict[str, set[str]] = {cid: {cid} for cid in by_id}
    joining = (r for r in relations if r.label in _JOINS)
    for r in sorted(
        joining, key=lambda r: (_JOINS.index(r.label), _days_between(by_id[r.a], by_id[r.b]), r.a, r.b)
    ):
        one, two = member[r.a], member[r.b]
        if one is two or any(apart[c] & two for c in one) or not _count_alike([by_id[c] for c in one | two]):
            continue
        groups = [by_id[c] for c in one], [by_id[c] for c in two]
        if not _are_of_one_question(*groups, loosely=r.label in _LOOSE):
            continue
        if r.label in _ALIKE and _tell_other_days(*groups):
            continue
        one |= two
        for cid in two:
            member[cid] = one
    unique = {id(g): sorted(g) for g in member.values()}
    return sorted(unique.values())


def _tell_other_days(one: Sequence[Slots], two: Sequence[Slots]) -> bool:
    """Whether a statement of the one group tells of another day than one of the other: what is so may cease to be.

    Nor is what was done at one time what was done at another: a second arrest confirms none of the first.
    """
    pairs = ((a, b) for a in one for b in two if not (a.figure or b.figure))
    return any(tell_two_deeds(a, b) for a, b in pairs)


def _days_between(a: Slots, b: Slots) -> int:
    """Days from the one publication to the other: what was told on one day is joined first."""
    told = [s.first_said.date() for s in (a, b) if s.first_said]
    return abs((told[0] - told[-1]).days) if told else 0


def _count_alike(slots: Sequence[Slots]) -> bool:
    """Whether all figures of a group are of one unit, one counted thing and one nation's, as far as they say.

    Without it, claims that do not say whom they count would tie those together that do.
    """
    figures = [s for s in slots if s.figure]
    heads = {s.head for s in figures if s.head and s.head not in _NO_SORT | s.nationalities}
    if len({s.unit for s in figures}) > 1 or len(heads) > 1:
        return False
    nations = [s.nationalities for s in figures if s.nationalities]
    return all(any(same_name(x, y) for x in a for y in b) for a, b in combinations(nations, 2))


def _are_of_one_question(one: Sequence[Slots], two: Sequence[Slots], *, loosely: bool) -> bool:
    """Whether no claim of the one group is of another measure, place or population than one of the other.

    Two claims that no relation holds may still meet in a thread, each joined to a third that says less than they do.

    Args:
        one: Claims that are joined.
        two: Others.
        loosely: They are to be joined by a relation that only says that both can be true.
    """
    figures = [[*{_scope_key(s): s for s in group if s.figure}.values()] for group in (one, two)]
    if any(_are_of_two_scopes(a, b) for a in figures[0] for b in figures[1]):
        return False
    told = [[s for s in group if not s.figure] for group in (one, two)]
    names = [{s.names for s in group if s.names} for group in told]
    return not loosely or all(a & b for a in names[0] for b in names[1])


def _scope_key(s: Slots) -> tuple[object, ...]:
    """All that `_are_of_two_scopes` reads."""
    counting = s.figure.counting if s.figure else None
    return (
        s.unit,
        s.measure,
        s.measures,
        s.head,
        s.modifiers,
        s.nationalities,
        s.places,
        s.topic,
        counting,
        s.as_of,
    )


def _are_of_two_scopes(a: Slots, b: Slots) -> bool:
    verdicts = (rule(a, b) for rule in _SCOPES)
    return any(isinstance(v, Verdict) and v.label == "different_scope" for v in verdicts)


def _thread(
    group: _Grouped,
    copies: Mapping[str, str],
    disputes: frozenset[frozenset[str]],
    prints: Mapping[str, str],
) -> Thread:
    ids = tuple(s.claim.id for s in group.claims)
    replaced = frozenset(r.b for r in group.relations if r.label in _REPLACES)
    live = [
        s for s in group.claims if s.claim.id not in replaced and STATEMENT_WITHDRAWN not in s.claim.flags
    ]
    conflicts = [r for r in group.relations if r.label in _LIVE_CONFLICTS and not {r.a, r.b} & replaced]
    own = tuple(s.claim for s in live if s.claim.id not in copies)
    left = {s.claim.id for s in live} or set(ids)  # what is taken back leaves the rest as it stands
    updated = frozenset(r.b for r in group.relations if r.label in _REPLACES and r.a in left)
    standing = find_standing(Held(own, group.relations, updated), conflicts, disputes, prints)
    return Thread(
        id=f"t-{sha256(' '.join(ids).encode()).hexdigest()[:10]}",
        question=choose_question([s.claim for s in group.claims], standing.backed),
        claims=ids,
        status=standing.status,
        independent_origins=standing.independent,
        own_reports=standing.own_reports,
        differs_by=tuple(sorted({_differs_by(r) for r in conflicts})),
        figures=_range(live),
        superseded=tuple(sorted(replaced)),
        history=_history(group),
    )


def _history(group: _Grouped) -> tuple[Revision, ...]:
    """What replaced what, or may have, in the order in which the later claims were said."""
    by_id = {s.claim.id: s for s in group.claims}
    changes = [r for r in group.relations if r.label in _CHANGES]
    changes.sort(key=lambda r: (_said(by_id[r.a]), _said(by_id[r.b]), r.a, r.b))
    return tuple(Revision(earlier=r.b, later=r.a, label=r.label) for r in changes)


def _said(s: Slots) -> str:
    """When a claim was first said, to order by; without a zone the clock on the wall must do."""
    moment = s.first_said
    return str(moment.astimezone(dt.UTC) if moment and moment.tzinfo else moment or "")


def _differs_by(relation: Relation) -> str:
    rule = relation.basis.removeprefix("rule:")
    return {"interval": "number", "part": "number", "denial": "polarity"}.get(rule, rule)


def _range(live: Sequence[Slots]) -> FigureRange | None:
    """Low and high of the live figures, as stated, without those that are denied; the floor only where every account has one."""
    figures = [s.figure for s in live if s.figure and not (s.negated and "denial" in s.claim.flags)]
    units = {f.unit for f in figures}
    if not figures or len(units) != 1:
        return None
    lows, highs = [f.low for f in figures], [f.high for f in figures]
    stated = [v for v in (*lows, *highs) if v is not None]
    if not stated:
        return None
    floor = min(v for v in lows if v is not None) if None not in lows else None
    high = max(stated) if None not in highs else None
    return FigureRange(low=min(stated), high=high, floor=floor, unit=units.pop())
