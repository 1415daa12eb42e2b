"""From digests to a comparison: the order in which the brains of this folder are asked (room: brains)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from counterclaim.core.records import Article, ArticleDigest, Comparison, Relation, Uncompared
from counterclaim.relate.align import Alignment
from counterclaim.relate.grounds import Grounds
from counterclaim.relate.origins import find_originators
from counterclaim.relate.rungs import settle
from counterclaim.relate.scope import Verdict
from counterclaim.relate.threads import find_threads


def compare_digests(digests: Sequence[ArticleDigest]) -> Comparison:
    """Relate the claims of several articles. The order of the digests changes nothing but the order of `digests`."""
    ordered = sorted(digests, key=lambda d: d.article.id)
    grounds = Grounds.of(ordered)
    relations = sorted(_relate(grounds), key=lambda r: (r.a, r.b))
    return Comparison(
        digests=tuple(digests),
        relations=tuple(relations),
        threads=find_threads(grounds.slots, relations, grounds.copies),
        origins=(*grounds.reprints, *find_originators([s.claim for s in grounds.slots])),
        uncompared=_uncompared([d.article for d in ordered], grounds.events, grounds.alignment),
    )


def _relate(grounds: Grounds) -> Iterator[Relation]:
    for i, j in grounds.pairs():
        verdict = settle(grounds.climb(i, j))
        if verdict:
            yield _relation(grounds.slots[i].claim.id, grounds.slots[j].claim.id, verdict)


def _relation(a: str, b: str, verdict: Verdict) -> Relation:
    if verdict.flipped:
        a, b = b, a
    return Relation(
        a=a, b=b, label=verdict.label, reason=verdict.reason, basis=f"rule:{verdict.rule}", tags=verdict.tags
    )


def _uncompared(
    articles: Sequence[Article], events: frozenset[tuple[str, str]], alignment: Alignment
) -> tuple[Uncompared, ...]:
    """What was not compared: articles that tell of another event, and pairs over the candidate limit."""
    lonely = Counter(a for a, _ in events)
    apart = [a.outlet or a.source for a in articles if len(articles) > 1 and not lonely[a.id]]
    found = [
        Uncompared(what=name, reason="it seems to tell of another event: too few names are shared")
        for name in apart
    ]
    if alignment.left_out:
        reason = "over the limit of candidates a claim"
        found.append(Uncompared(what="pairs of claims", reason=reason, count=alignment.left_out))
    return tuple(found)
