"""From digests to a comparison: the order in which the brains of this folder are asked (room: brains)."""

from collections.abc import Iterator, Sequence

from counterclaim.core.marks import OTHER_EVENT
from counterclaim.core.records import (
    Article,
    ArticleDigest,
    Comparison,
    Independence,
    Relation,
    Thread,
    Uncompared,
)
from counterclaim.relate.align import Alignment
from counterclaim.relate.events import split_events
from counterclaim.relate.grounds import Grounds
from counterclaim.relate.institutions import name_institutions
from counterclaim.relate.lineage import oppose_sides
from counterclaim.relate.origins import find_originators
from counterclaim.relate.responses import log_responses
from counterclaim.relate.rungs import Verdict, settle
from counterclaim.relate.threads import find_adverse, find_threads


def compare_digests(
    digests: Sequence[ArticleDigest], *, opposed: Sequence[tuple[str, str]] = ()
) -> Comparison:
    """Relate the claims of several articles. The order of the digests changes nothing but the order of `digests`.

    Args:
        digests: The articles with their claims.
        opposed: Pairs of sides that the user's own table opposes.
    """
    digests = name_institutions(digests)
    ordered = sorted(digests, key=lambda d: d.article.id)
    grounds = Grounds.of(ordered, opposed)
    relations = sorted(_relate(grounds), key=lambda r: (r.a, r.b))
    return Comparison(
        digests=digests,
        relations=tuple(relations),
        threads=thread_claims(grounds, relations, opposed),
        origins=(*grounds.reprints, *find_originators([s.claim for s in grounds.slots])),
        uncompared=_uncompared([d.article for d in ordered], grounds.events, grounds.alignment),
        opposed=tuple(opposed),
    )


def thread_claims(
    grounds: Grounds, relations: Sequence[Relation], sides: Sequence[tuple[str, str]] = ()
) -> tuple[Thread, ...]:
    """The threads of all claims, each with its status and its responses; `sides` are those that the user opposes."""
    slots = grounds.slots
    threads = find_threads(slots, relations, grounds.copies, sides)
    disputes = find_adverse({s.claim.id: s for s in slots}, relations) | oppose_sides(sides)
    return log_responses(threads, slots, grounds.similarities, disputes, copies=grounds.copies)


def _relate(grounds: Grounds) -> Iterator[Relation]:
    for i, j in grounds.pairs():
        verdict = settle(grounds.climb(i, j))
        if verdict:
            a, b = grounds.slots[i], grounds.slots[j]
            yield _relation(a.claim.id, b.claim.id, verdict, grounds.classify(a, b))


def _relation(a: str, b: str, verdict: Verdict, independence: Independence) -> Relation:
    if verdict.flipped:
        a, b = b, a
    return Relation(
        a=a,
        b=b,
        label=verdict.label,
        reason=verdict.reason,
        basis=f"rule:{verdict.rule}",
        tags=verdict.tags,
        independence=independence,
    )


def _uncompared(
    articles: Sequence[Article], events: frozenset[tuple[str, str]], alignment: Alignment
) -> tuple[Uncompared, ...]:
    """What was not compared: articles that tell of another event, and pairs over the candidate limit."""
    groups = split_events(articles, events)
    several, most = len(groups) > 1, max(map(len, groups), default=0)
    sole = [group for group in groups if len(group) == most][1:] == []
    apart = [group for group in groups if several and not (sole and len(group) == most)]
    found = [
        Uncompared(
            what=", ".join(a.outlet or a.source for a in group),
            reason=f"{OTHER_EVENT}: too few names or places are shared",
            count=len(group),
        )
        for group in apart
    ]
    if alignment.left_out:
        reason = "over the limit of candidates a claim"
        found.append(Uncompared(what="pairs of claims", reason=reason, count=alignment.left_out))
    return tuple(found)
