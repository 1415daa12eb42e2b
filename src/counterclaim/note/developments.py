"""What a later note holds otherwise than an earlier one: new, revised, withdrawn, denied, confirmed, disputed (room: brains).

Nothing is compared here that the comparator has not compared: a development is a relation or a status of the later
note that the earlier one did not have. Each statement is told once, under the weightiest thing that happened to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from counterclaim.core.editions import (
    ArticleNamed,
    CorrectedArticle,
    Development,
    DevelopmentKind,
    Edition,
    NoteDifference,
)
from counterclaim.core.records import Article, Briefing, Relation
from counterclaim.note.placement import Placement
from counterclaim.note.positions import answer_key
from counterclaim.note.prose import LINE_ROOM, shortened
from counterclaim.note.register import outlet_name
from counterclaim.note.turns import Pair, Question, say
from counterclaim.note.view import Position
from counterclaim.relate.lineage import same_bearer

ORDER: tuple[DevelopmentKind, ...] = get_args(DevelopmentKind)


def find_difference(earlier: Briefing, later: Briefing) -> NoteDifference:
    """What changed from one note to the other.

    The order of articles in either changes nothing, and a note does not differ from itself.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="Nothing", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(),
    ...                  summaries=(), claims=(), relations=(), threads=(), origins=())
    >>> find_difference(empty, empty).developments
    ()
    """
    pair = Pair.of(earlier, later)
    matching = pair.matching
    old, new = pair.earlier.register.articles, pair.later.register.articles
    kept = {*matching.articles.values(), *matching.corrected.values()}
    return NoteDifference(
        earlier=_edition(earlier),
        later=_edition(later),
        added=_named(
            a for a in pair.later.register.in_order if a.id not in {**matching.articles, **matching.corrected}
        ),
        corrected=tuple(
            CorrectedArticle(earlier=_name(old[matching.corrected[a.id]]), later=_name(a))
            for a in pair.later.register.in_order
            if a.id in matching.corrected and a.id in new
        ),
        removed=_named(a for a in pair.earlier.register.in_order if a.id not in kept),
        developments=tuple(sorted(_develop(pair, later), key=_rank)),
    )


def _rank(one: Development) -> tuple[int, bool, bool]:
    """By kind; among the new, answers to known questions before new questions, and figures before words."""
    figure = any(character.isdigit() for saying in one.later for character in saying.answer)
    return (ORDER.index(one.kind), one.kind == "new" and one.was is None, one.kind == "new" and not figure)


def _edition(note: Briefing) -> Edition:
    return Edition(version=note.version, title=note.title, as_of=note.as_of)


def _named(articles: Iterable[Article]) -> tuple[ArticleNamed, ...]:
    return tuple(_name(article) for article in articles)


def _name(article: Article) -> ArticleNamed:
    return ArticleNamed(
        id=article.id,
        source=article.source,
        outlet=outlet_name(article),
        title=article.title,
        published=article.published,
    )


def _develop(pair: Pair, later: Briefing) -> Iterator[Development]:
    links: dict[str, list[Relation]] = {}
    for relation in later.relations:
        if (thread := pair.later.thread_of.get(relation.a)) is not None:
            links.setdefault(thread.id, []).append(relation)
    told: set[str] = set()
    threads = {thread.id: thread for thread, _ in pair.earlier.threads}
    for thread, positions in pair.later.threads:
        before = [threads[t] for t in pair.matching.threads.get(thread.id, ()) if t in threads]
        found = [*_tell_thread(Question(pair, thread, before, positions), links.get(thread.id, []))]
        yield from found
        told |= {saying.claim for one in found for saying in one.earlier}
    yield from _lost(pair, told)


def _tell_thread(question: Question, links: Sequence[Relation]) -> Iterator[Development]:
    """What happened on one question of the later note, each fresh position once."""
    turns = [*question.status_turn(links)]
    yield from turns
    told = {saying.claim for one in turns for saying in one.later}
    for one in question.deeds(links):
        if not told.issuperset(saying.claim for saying in one.later):
            yield one
            told |= {saying.claim for saying in one.later}
    yield from question.rest(told)


def _lost(pair: Pair, told: set[str]) -> Iterator[Development]:
    """Answers of the earlier note that nobody gives in the later one, and why."""
    kept = set(pair.matching.claims.values())
    heard = _answers(pair.later)
    for thread, positions in pair.earlier.threads:
        lost: dict[DevelopmentKind, list[Position]] = {}
        for position in positions:
            ids = [citation.claim for citation in position.citations]
            if kept.isdisjoint(ids) and told.isdisjoint(ids) and not _still_said(pair, position, heard):
                lost.setdefault(_why_lost(pair, position), []).append(position)
        for kind, held in lost.items():
            yield Development(
                kind=kind,
                question=shortened(thread.question, LINE_ROOM),
                was=thread.status,
                earlier=tuple(say(pair.earlier, p.lead.claim) for p in held),
            )


def _answers(placement: Placement) -> Mapping[str, list[tuple[str, str]]]:
    """(answer, speaker) of all claims, by thread."""
    register = placement.register
    return {
        thread.id: [
            (answer_key(register.claims[c]), register.originator[c])
            for c in thread.claims
            if c in register.claims
        ]
        for thread, _ in placement.threads
    }


def _still_said(pair: Pair, position: Position, heard: Mapping[str, list[tuple[str, str]]]) -> bool:
    """Whether the same speaker gives the same answer to the same question in the later note, in whatever article."""
    here = pair.earlier.thread_of[position.lead.claim].id
    key = answer_key(pair.earlier.register.claims[position.lead.claim])
    goes_on = (thread for thread, before in pair.matching.threads.items() if here in before)
    return any(
        answer == key and same_bearer(name, position.origin)
        for thread in goes_on
        for answer, name in heard.get(thread, ())
    )


def _why_lost(pair: Pair, position: Position) -> DevelopmentKind:
    articles = {pair.earlier.register.claims[c.claim].article for c in position.citations}
    if articles & set(pair.matching.corrected.values()):
        return "withdrawn"
    return "reread" if articles & set(pair.matching.articles.values()) else "gone"
