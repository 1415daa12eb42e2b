"""The claims of a briefing by id, article, speaker and order: what every section looks up (room: brains).

Nothing is compared here. Copies, originators and equivalents are read off the comparator's relations and origins.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from counterclaim.core.records import Article, Briefing, Claim, Thread
from counterclaim.note.dates import instant, story_zone
from counterclaim.note.parties import name_parties
from counterclaim.note.prose import NAME_ROOM, NOT_STATED, plain, shortened
from counterclaim.text.completion import FRAGMENT


class Register(NamedTuple):
    """The look-ups that every section needs. `copy_of` and `folded_into` map a copy to its original.

    `originator` names the speaker to group by, `twins` maps equivalents to one of them, `rank` orders by publication.
    `year` is the one year in which all were published: it goes without saying. `refines` holds the pairs of claims of
    which the first says all that the second says, and more; `corrected` the claims that a later one takes back. `parties` names whom an originator speaks for,
    `set_aside` the words of each article that are no statement, `wider` the claim that quotes more of the same clause.
    """

    articles: Mapping[str, Article]
    in_order: tuple[Article, ...]
    claims: Mapping[str, Claim]
    threads: tuple[Thread, ...]
    copy_of: Mapping[str, str]
    folded_into: Mapping[str, str]
    originator: Mapping[str, str]
    twins: Mapping[str, str]
    superseded: frozenset[str]
    rank: Mapping[str, tuple[dt.datetime, int]]
    year: int | None
    zone: dt.tzinfo
    refines: frozenset[tuple[str, str]] = frozenset()
    parties: Mapping[str, str] = MappingProxyType({})
    corrected: frozenset[str] = frozenset()
    set_aside: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    wider: Mapping[str, Claim] = MappingProxyType({})

    def widest(self, claim: Claim) -> Claim:
        """The claim itself, or the one of the same speaker that quotes the whole clause of which it quotes a part."""
        return self.wider.get(claim.id, claim)


def register_briefing(briefing: Briefing) -> Register:
    """Index a briefing. Claims in no thread get one of their own, so that nothing goes unprinted."""
    articles = {article.id: article for article in briefing.articles}
    claims = _answer_threads(briefing)
    zone = story_zone(article.published for article in briefing.articles)
    in_order = sorted(
        briefing.articles,
        key=lambda article: (instant(article.published, zone), article.outlet or "", article.id),
    )
    place = {article.id: (instant(article.published, zone), n) for n, article in enumerate(in_order)}
    copy_of = _copies(briefing, place)
    folds = _folds(briefing, claims, copy_of)
    threads = (*briefing.threads, *_strays(briefing))
    originator = _originators(briefing, folds)
    years = {article.published.year for article in briefing.articles if article.published is not None}
    return Register(
        articles=articles,
        in_order=tuple(in_order),
        claims=claims,
        threads=threads,
        copy_of=copy_of,
        folded_into=folds,
        originator=originator,
        twins=_twins(briefing),
        superseded=frozenset(claim for thread in threads for claim in thread.superseded),
        rank={claim.id: place.get(claim.article, (instant(None, zone), 0)) for claim in briefing.claims},
        year=years.pop() if len(years) == 1 else None,
        zone=zone,
        refines=frozenset((r.a, r.b) for r in briefing.relations if r.label == "refines"),
        parties=name_parties(briefing.claims, originator),
        corrected=frozenset(r.b for r in briefing.relations if r.label == "corrects"),
        set_aside=_set_aside(briefing),
        wider=_widen(claims.values(), originator),
    )


def _widen(claims: Iterable[Claim], originator: Mapping[str, str]) -> dict[str, Claim]:
    """Each claim of a figure with the one that goes on where it ends: "seized 21 posts and held them for an hour".

    What goes on must be the same speaker's and hold no figure of its own.
    """
    starts: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        starts.setdefault((claim.article, claim.start), []).append(claim)
    return {
        claim.id: wide
        for held in starts.values()
        for claim in held
        for wide in held
        if claim.quantities
        and not wide.quantities
        and wide.end > claim.end
        and originator[wide.id] == originator[claim.id]
        and not any(sign.isdigit() for sign in wide.quote[claim.end - claim.start :])
    }


def _set_aside(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for drop in briefing.dropped:
        if drop.reason == FRAGMENT:
            found[drop.article] = (*found.get(drop.article, ()), drop.what)
    return found


def _answer_threads(briefing: Briefing) -> dict[str, Claim]:
    """The claims, each answering its thread's question rather than its own.

    "The assault was unprovoked" says yes to its own question and no to "Whether the assault was an answer".
    """
    claims = {claim.id: claim for claim in briefing.claims}
    asked = {claim: thread.question for thread in briefing.threads for claim in thread.claims}
    twins = _twins(briefing)
    against = set()
    for relation in briefing.relations:
        pair = [claims[end] for end in (relation.a, relation.b) if end in claims]
        question = asked.get(relation.a)
        if (
            relation.label not in {"contradicts", "denies", "updates", "possible_update"}
            or question is None
            or question != asked.get(relation.b)
        ):
            continue
        if [(c.answer, c.quantities) for c in pair] != [("yes", ())] * 2:
            continue
        near, far = sorted(pair, key=lambda claim: -_share_words(claim.text, question))
        if _share_words(near.text, question) > _share_words(far.text, question):
            against.add(twins[far.id])
    return {
        name: claim.model_copy(update={"answer": "no"})
        if twins[name] in against and claim.answer == "yes"
        else claim
        for name, claim in claims.items()
    }


def _share_words(text: str, question: str) -> int:
    return len({*text.casefold().split()} & {*question.casefold().split()})


def _copies(briefing: Briefing, place: Mapping[str, tuple[dt.datetime, int]]) -> dict[str, str]:
    copies: dict[str, str] = {}
    for origin in briefing.origins:
        if origin.kind == "same_text" and origin.articles:
            known = [article for article in origin.articles if article in place]
            first = min(known, key=place.__getitem__, default=origin.articles[0])
            source = origin.source if origin.source in origin.articles else first
            copies.update((article, source) for article in origin.articles if article != source)
    return copies


def _folds(briefing: Briefing, claims: Mapping[str, Claim], copy_of: Mapping[str, str]) -> dict[str, str]:
    folds: dict[str, str] = {}
    for relation in briefing.relations:
        first, second = claims.get(relation.a), claims.get(relation.b)
        if relation.label != "equivalent" or first is None or second is None:
            continue
        for copy, original in ((first, second), (second, first)):
            if copy_of.get(copy.article) == original.article:
                folds.setdefault(copy.id, original.id)
    return folds


def _strays(briefing: Briefing) -> tuple[Thread, ...]:
    threaded = {claim for thread in briefing.threads for claim in thread.claims}
    return tuple(
        Thread(id=claim.id, question=claim.question, claims=(claim.id,), status="unclear")
        for claim in briefing.claims
        if claim.id not in threaded
    )


def _originators(briefing: Briefing, folds: Mapping[str, str]) -> dict[str, str]:
    """Who to group by; what a copy says in its own voice is its original's."""
    outlets = {article.id: outlet_name(article) for article in briefing.articles}
    named = {
        claim: shortened(origin.originator, NAME_ROOM)
        for origin in briefing.origins
        if origin.kind == "same_originator" and origin.originator
        for claim in origin.claims
    }
    found = {
        claim.id: named.get(claim.id)
        or speaker_name(claim)
        or f"{NOT_STATED} in {outlets.get(claim.article, '')}"
        for claim in briefing.claims
    }
    return found | {copy: found[original] for copy, original in folds.items()}


def _twins(briefing: Briefing) -> dict[str, str]:
    """Each claim's stand-in among its equivalents (union-find): equals of one speaker are one position."""
    stand_in: dict[str, str] = {}
    for relation in briefing.relations:
        if relation.label in {"equivalent", "reports"}:
            first, second = sorted((_head(stand_in, relation.a), _head(stand_in, relation.b)))
            stand_in[second] = first
    return {claim.id: _head(stand_in, claim.id) for claim in briefing.claims}


def _head(stand_in: dict[str, str], claim: str) -> str:
    path = []
    while (above := stand_in.get(claim, claim)) != claim:
        path.append(claim)
        claim = above
    stand_in.update(dict.fromkeys(path, claim))
    return claim


def speaker_name(claim: Claim) -> str:
    """The originator's name, or the role where no name is given; empty where the claim has no speaker."""
    first = claim.attribution[0] if claim.attribution else None
    return shortened((first.name or first.role or "") if first else "", NAME_ROOM)


def outlet_name(article: Article | None) -> str:
    """What to call an article's outlet; the end of its source where no outlet is stated.

    >>> outlet_name(Article(id="a", source="in/0412.txt", text="", sha256=""))
    '0412.txt (outlet not stated)'
    """
    if article is None:
        return "article not in this note"
    if article.outlet and plain(article.outlet):
        return shortened(article.outlet, NAME_ROOM)
    tail = article.source.rstrip("/").replace("\\", "/").rsplit("/", 1)[-1]
    return f"{shortened(tail, 40) or 'an article'} (outlet not stated)"
