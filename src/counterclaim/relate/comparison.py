"""From digests to a comparison: the order in which the brains of this folder are asked (room: brains)."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from counterclaim.core.records import Article, ArticleDigest, Claim, Comparison, Origin, Relation, Uncompared
from counterclaim.relate.align import Alignment, align
from counterclaim.relate.ladder import relate_figures
from counterclaim.relate.lineage import compare_as_of, compare_originators, date_first_said, opposed, side_key
from counterclaim.relate.mates import SentenceMates
from counterclaim.relate.origins import find_originators, find_reprints
from counterclaim.relate.scope import Verdict
from counterclaim.relate.slots import Slots, find_slots, join_absent
from counterclaim.relate.statements import relate_statements
from counterclaim.relate.threads import find_threads
from counterclaim.text.grounding import fold

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")
SAME_EVENT = (
    0.2  # share of the shorter article's names; one event's stories hold 0.4 and more, others under 0.1
)
_MIN_NAMES = 2
UNRELATED = frozenset(
    {"declined", "could not confirm", "not known"}
)  # speech acts for the response log, never a relation (case 20)


def compare_digests(digests: Sequence[ArticleDigest]) -> Comparison:
    """Relate the claims of several articles. The order of the digests changes nothing but the order of `digests`."""
    ordered = sorted(digests, key=lambda d: d.article.id)
    articles = [d.article for d in ordered]
    slots = date_first_said(join_absent([find_slots(c, d.article) for d in ordered for c in d.claims]))
    reprints = find_reprints(articles)
    copies = _find_copies(slots, reprints)
    events = find_same_event(articles)
    alignment = align(slots, events)
    relations = _relate(slots, alignment, reprints) + _relate_copies(copies)
    relations.sort(key=lambda r: (r.a, r.b))
    return Comparison(
        digests=tuple(digests),
        relations=tuple(relations),
        threads=find_threads(slots, relations, copies),
        origins=(*reprints, *find_originators([s.claim for s in slots])),
        uncompared=_uncompared(articles, events, alignment),
    )


def find_same_event(articles: Sequence[Article]) -> frozenset[tuple[str, str]]:
    """Pairs of article ids (both orders) that share enough names to tell of one event (de Marneffe et al. 2008)."""
    names = {a.id: frozenset(_NAME.findall(a.text)) for a in articles}
    found = set()
    for a, b in combinations(sorted(names), 2):
        common = names[a] & names[b]
        smaller = min(len(names[a]), len(names[b]))
        # Texts that hardly name anything cannot be told apart by names; who gives them together says they belong.
        nameless = smaller < _MIN_NAMES
        if nameless or (len(common) >= _MIN_NAMES and len(common) >= SAME_EVENT * smaller):
            found |= {(a, b), (b, a)}
    return frozenset(found)


def _find_copies(slots: Sequence[Slots], reprints: Iterable[Origin]) -> dict[str, str]:
    """Claim id in a reprint -> id of the source's claim with the same wording and the same figure."""
    by_article: dict[str, dict[tuple[str, str], str]] = {}
    for s in slots:
        by_article.setdefault(s.article.id, {}).setdefault(_copy_key(s.claim), s.claim.id)
    copies: dict[str, str] = {}
    for origin in reprints:
        source = by_article.get(origin.source or "", {})
        for article in origin.articles:
            if article != origin.source:
                held = by_article.get(article, {})
                copies |= {cid: source[key] for key, cid in held.items() if key in source}
    return copies


def _copy_key(claim: Claim) -> tuple[str, str]:
    return (fold(claim.quote).text, claim.answer)


def _relate_copies(copies: dict[str, str]) -> list[Relation]:
    return [
        _relation(source, copy, Verdict("equivalent", "the same words in a reprint", "reprint"))
        for copy, source in copies.items()
    ]


def _relate(slots: Sequence[Slots], alignment: Alignment, reprints: Iterable[Origin]) -> list[Relation]:
    same_text = {frozenset(pair) for o in reprints for pair in combinations(o.articles, 2)}
    disputes = _find_opposed_sides(slots, alignment)
    sentences = SentenceMates.of(slots)
    relations = []
    for i, j, similarity in alignment.pairs:
        a, b = slots[i], slots[j]
        if frozenset({a.article.id, b.article.id}) in same_text or UNRELATED & {
            *a.claim.flags,
            *b.claim.flags,
        }:
            continue
        verdict = relate(a, b, similarity=similarity, opposed_sides=opposed(a.claim, b.claim, disputes))
        verdict = sentences.review(a, b, verdict)
        if verdict:
            relations.append(_relation(a.claim.id, b.claim.id, verdict))
    return relations


def relate(a: Slots, b: Slots, *, similarity: float, opposed_sides: bool = False) -> Verdict | None:
    """Relate two aligned claims by rule; None where they are unrelated or the words do not decide."""
    if a.figure and b.figure and not _negates_other(a, b):
        return relate_figures(a, b, opposed=opposed_sides)
    return relate_statements(a, b, similarity=similarity)


def _negates_other(a: Slots, b: Slots) -> bool:
    """Reported denials are about the other's statement, whatever figures they repeat."""
    return ("denial" in a.claim.flags) != ("denial" in b.claim.flags)


def _find_opposed_sides(slots: Sequence[Slots], alignment: Alignment) -> frozenset[frozenset[str]]:
    """Name keys of sides of which one denies what the other says, or that one article sets against each other.

    Where an article gives two speakers' figures for one thing side by side, neither is an update of the other.
    """
    found = set()
    for i, j, similarity in alignment.pairs:
        a, b = slots[i], slots[j]
        verdict = relate_statements(a, b, similarity=similarity) if _negates_other(a, b) else None
        if (verdict and verdict.label == "denies") or _set_against(a, b):
            found.add(side_key(a.claim) | side_key(b.claim))
    return frozenset(found)


def _set_against(a: Slots, b: Slots) -> bool:
    """Whether one article gives both figures, of two speakers, for one thing and no two moments."""
    if a.article.id != b.article.id or compare_originators(a.claim, b.claim) != "other":
        return False
    if not (a.figure and b.figure) or ((a.as_of or b.as_of) and compare_as_of(a, b) != "same"):
        return False
    verdict = relate_figures(a, b, opposed=True)
    return verdict.label == "contradicts"


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
