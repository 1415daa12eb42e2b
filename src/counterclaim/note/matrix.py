"""Sources against threads: which article says what, denies it, or has no statement that was found (room: brains)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from counterclaim.core.records import Label, Relation, ResponseKind, Thread
from counterclaim.note.positions import Placement
from counterclaim.note.prose import LINE_ROOM, shortened
from counterclaim.note.view import Cell, Grid, Matrix, Position, Row, Stance
from counterclaim.note.weight import by_weight

_THREADS, _ARTICLES = 24, 16  # a table that a person still takes in
_OF_RESPONSE: Mapping[ResponseKind, Stance] = {
    "denied": "denies",
    "confirmed": "confirms",
    "declined": "declines",
    "could_not_confirm": "cannot confirm",
}
_OF_LABEL: Mapping[Label, Stance] = {"denies": "denies", "confirms": "confirms"}


def build_matrix(placement: Placement, relations: Iterable[Relation]) -> Matrix:
    """The questions on which several articles or speakers are heard, the weightiest first, by article."""
    threads = by_weight(placement)
    several = [pair for pair in threads if _is_told_more_than_once(pair[1])]
    shown = several[:_THREADS]
    articles = _columns(placement, shown)
    acts = _acts(shown, relations)
    return Matrix(
        articles=articles,
        grids=tuple(_grid(thread, positions, articles, acts) for thread, positions in shown),
        told_once=len(threads) - len(several),
        threads_left=len(several) - len(shown),
        articles_left=len(placement.register.in_order) - len(articles),
    )


def _is_told_more_than_once(positions: tuple[Position, ...]) -> bool:
    own = {citation.article for position in positions for citation in (position.lead, *position.more)}
    return len(own) > 1 or len(positions) > 1


def _columns(placement: Placement, threads: Iterable[tuple[Thread, tuple[Position, ...]]]) -> tuple[str, ...]:
    """The articles in order of publication; where there are too many, those that are heard most."""
    heard = Counter(
        citation.article
        for _, positions in threads
        for position in positions
        for citation in position.citations
    )
    in_order = [article.id for article in placement.register.in_order]
    if len(in_order) > _ARTICLES:
        most = {article for article, _ in heard.most_common(_ARTICLES)}
        return tuple(article for article in in_order if article in most)
    return tuple(in_order)


def _acts(
    threads: Iterable[tuple[Thread, tuple[Position, ...]]], relations: Iterable[Relation]
) -> dict[str, Stance]:
    """The claims that answer another claim rather than the question: a denial, a confirmation, no comment."""
    acts = {relation.a: _OF_LABEL[relation.label] for relation in relations if relation.label in _OF_LABEL}
    acts.update(
        (response.claim, _OF_RESPONSE[response.kind])
        for thread, _ in threads
        for response in thread.responses
        if response.claim is not None and response.kind in _OF_RESPONSE
    )
    return acts


def _grid(
    thread: Thread, positions: Iterable[Position], articles: Iterable[str], acts: Mapping[str, Stance]
) -> Grid:
    rows = tuple(_row(position, articles, acts) for position in positions)
    return Grid(thread.id, shortened(thread.question, LINE_ROOM), thread.status, rows)


def _row(position: Position, articles: Iterable[str], acts: Mapping[str, Stance]) -> Row:
    found: dict[str, Cell] = {}
    for citation in (position.lead, *position.more):
        found.setdefault(citation.article, Cell(acts.get(citation.claim, "says"), citation))
    for citation in position.reprints:
        found.setdefault(citation.article, Cell("reprints", citation))
    return Row(position, tuple(found.get(article) for article in articles))
