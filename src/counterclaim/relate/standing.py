"""How a thread stands: its status, the origins behind it, and the statement that they share (room: brains).

Origins are those of the claims that say one thing, not of all that the thread holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.records import Claim, Relation, Status
from counterclaim.relate.lineage import (
    compare_originators,
    hands_on,
    opposed,
    originator,
    same_bearer,
    speaks_for_unnamed,
)
from counterclaim.relate.newsrooms import find_backing
from counterclaim.relate.origins import merge_groups

_AGREES = frozenset({"equivalent", "refines", "confirms"})
_TURNS = frozenset({"possible_update", "updates", "corrects"})


class Held(NamedTuple):
    """What a thread holds: its live claims without those of reprints, the relations in it, the ids of what was replaced."""

    claims: Sequence[Claim]
    relations: Sequence[Relation]
    replaced: frozenset[str]


class Standing(NamedTuple):
    """The status, with the number of origins under no common control.

    `own_reports`: they are newsrooms in their own voice. `backed`: the claim that these share, where they share one.
    """

    status: Status
    independent: int
    own_reports: bool = False
    backed: str | None = None


def find_standing(
    held: Held,
    conflicts: Sequence[Relation],
    disputes: frozenset[frozenset[str]],
    prints: Mapping[str, str],
) -> Standing:
    """How a thread stands.

    Args:
        held: What it holds.
        conflicts: The live relations in it that exclude each other.
        disputes: Name keys of the sides that contradict or deny each other somewhere.
        prints: Article that is a reprint -> its source.
    """
    independent = count_origins(held.claims)
    if conflicts:
        return Standing("disputed", independent)
    supports = [] if _has_turned(held) else _find_supports(held)
    agreeing = _agreeing(supports, held.claims)
    if agreeing:
        conceded = any(opposed(a, b, disputes) for a, b in agreeing)
        return Standing("conceded" if conceded else "agreed", _count_agreeing(agreeing))
    backing = find_backing(supports, held.claims, prints)
    if backing:
        return Standing("agreed", backing.newsrooms, own_reports=True, backed=backing.claim)
    if held.replaced and independent <= 1:
        return Standing("superseded", independent)
    return Standing(_unshared_status(held, independent), independent)


def _has_turned(held: Held) -> bool:
    """Whether one says of a state what another, later, says the opposite of: what they share is not known."""
    words = {c.id for c in held.claims if not c.quantities}
    return any(r.label == "possible_update" and {r.a, r.b} <= words for r in held.relations)


def _find_supports(held: Held) -> list[Relation]:
    """What makes one live claim support another; a claim that a later one may have replaced supports none."""
    live = {c.id for c in held.claims}
    stale = {r.b for r in held.relations if r.label == "possible_update" and r.a in live}
    kept = live - stale
    return [r for r in held.relations if r.label in _AGREES and {r.a, r.b} <= kept]


def _agreeing(supports: Iterable[Relation], claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The pairs of claims in which two originators under no common control say one thing."""
    by_id = {c.id: c for c in claims if not speaks_for_unnamed(c)}
    pairs = ((by_id[r.a], by_id[r.b]) for r in supports if r.a in by_id and r.b in by_id)
    return [(a, b) for a, b in pairs if compare_originators(a, b) == "other" and not _are_one_chain(a, b)]


def _count_agreeing(agreeing: Sequence[tuple[Claim, Claim]]) -> int:
    """How many originators say one thing, where most do."""
    by_id = {c.id: c for pair in agreeing for c in pair}
    groups = merge_groups((a.id, b.id) for a, b in agreeing)
    return max(count_origins([by_id[i] for i in sorted(group)]) for group in groups)


def count_origins(claims: Sequence[Claim]) -> int:
    """How many named originators under no common control stand behind the claims, see `group_origins`."""
    return len(group_origins(claims))


def group_origins(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims by named originators under no common control, the most that can be told apart.

    A claim in an outlet's own voice names no originator: it counts only when no claim has one, and then as one. So does
    one of a mouthpiece whose principal is not stated: its independence is not known (IU of relations.md).
    """
    named = [c for c in claims if (link := originator(c)) and link.name]
    named = [c for c in named if not speaks_for_unnamed(c)] or named[:1]
    if not named:
        return [[*claims]] if claims else []
    groups: list[list[Claim]] = []
    for claim in sorted(named, key=lambda c: c.id):
        kin = [g for g in groups if any(_are_kin(claim, c) for c in g)]
        merged = [claim, *(c for g in kin for c in g)]
        groups = [g for g in groups if g not in kin] + [merged]
    return groups


def _are_kin(a: Claim, b: Claim) -> bool:
    return compare_originators(a, b) in {"same", "same_side"} or _are_one_chain(a, b)


def _are_one_chain(a: Claim, b: Claim) -> bool:
    """Whether one has from the other's teller what the other tells: "Alpha reported", and Alpha cites the agency."""
    return hands_on(a, b) or hands_on(b, a)


def _unshared_status(held: Held, independent: int) -> Status:
    """The status of a thread in which no two independent originators say one thing."""
    claims = held.claims
    originators = _count_bearers(link.name for c in claims if (link := originator(c)) and link.name)
    known = not any(speaks_for_unnamed(c) for c in claims)
    if originators > 1 and independent == 1:
        return "one_sided" if known else "unclear"
    one_article = len({c.article for c in claims}) <= 1
    if originators == 1:
        return "unclear" if _is_at_odds(held) else "single_origin"
    return "single_origin" if not originators and one_article else "unclear"


def _is_at_odds(held: Held) -> bool:
    """Whether an outlet's own voice gives another figure, or a turned state, than the only speaker does."""
    voices = {c.id: originator(c) is None for c in held.claims}
    return any(
        r.label in _TURNS and r.a in voices and r.b in voices and voices[r.a] != voices[r.b]
        for r in held.relations
    )


def _count_bearers(names: Iterable[str]) -> int:
    """How many the names stand for: "Ruiz" is "Ana Ruiz", and a capital makes no other."""
    found: list[str] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        if not any(same_bearer(name, other) for other in found):
            found.append(name)
    return len(found)
