"""Sources against threads: which article says what, denies it, answers otherwise, or holds nothing that was found.

Every cell follows from the positions and responses that the rest of the note shows: no article that is cited on a
question stands here as silent on it (room: brains).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.core.records import Label, Relation, ResponseKind, Thread
from counterclaim.note.placement import Placement
from counterclaim.note.prose import LINE_ROOM, shortened
from counterclaim.note.view import Cell, Grid, Matrix, Position, Row, Stance
from counterclaim.note.weight import Placed

_THREADS, _ARTICLES = 24, 16  # a table that a person still takes in
_OF_RESPONSE: Mapping[ResponseKind, Stance] = {
    "denied": "denies",
    "confirmed": "confirms",
    "declined": "declines",
    "could_not_confirm": "cannot confirm",
}
_OF_LABEL: Mapping[Label, Stance] = {"denies": "denies", "confirms": "confirms"}


def build_matrix(placement: Placement, relations: Iterable[Relation]) -> Matrix:
    """The questions on which several articles or speakers are heard, the weightiest first, by article.

    Threads that ask in the same words are one question here, whatever keeps their figures apart.
    """
    asked: dict[str, list[Placed]] = {}
    for placed in placement.threads:
        asked.setdefault(shortened(placed[0].question, LINE_ROOM).casefold(), []).append(placed)
    acts = {relation.a: _OF_LABEL[relation.label] for relation in relations if relation.label in _OF_LABEL}
    questions = [_Question(placement, group, acts) for group in asked.values()]
    several = [question for question in questions if question.is_told_more_than_once()]
    shown = several[:_THREADS]
    articles = _columns(placement, shown)
    return Matrix(
        articles=articles,
        grids=tuple(question.grid(articles) for question in shown),
        told_once=len(questions) - len(several),
        threads_left=len(several) - len(shown),
        articles_left=len(placement.register.in_order) - len(articles),
    )


class _Question:
    """The threads that ask one question, with who answers it and what others did about the answers."""

    def __init__(self, placement: Placement, group: Sequence[Placed], acts: Mapping[str, Stance]) -> None:
        threads = [thread for thread, _ in group]
        self._thread, self._acts = threads[0], {**acts, **_responding(threads)}
        self._own = [position for _, positions in group for position in positions]
        self.positions = [*self._own, *_responses(placement, threads, self._own)]

    def is_told_more_than_once(self) -> bool:
        own = {c.article for position in self.positions for c in (position.lead, *position.more)}
        return len(own) > 1 or len(self.positions) > 1

    def grid(self, articles: Iterable[str]) -> Grid:
        heard = {citation.article for position in self.positions for citation in position.citations}
        rows = tuple(self._row(position, articles, heard) for position in self.positions)
        return Grid(self._thread.id, shortened(self._thread.question, LINE_ROOM), self._thread.status, rows)

    def _row(self, position: Position, articles: Iterable[str], heard: set[str]) -> Row:
        found: dict[str, Cell] = {}
        for citation in (position.lead, *position.more):
            found.setdefault(citation.article, Cell(self._acts.get(citation.claim, "says"), citation))
        for citation in position.reprints:
            found.setdefault(citation.article, Cell("reprints", citation))
        elsewhere = frozenset(heard - set(found))
        cells = tuple(found.get(article) for article in articles)
        return Row(position, cells, elsewhere, responds=position not in self._own)


def _responses(
    placement: Placement, threads: Iterable[Thread], own: Sequence[Position]
) -> Iterator[Position]:
    """The statements elsewhere that respond to these questions: a denial, a refusal, "could not be confirmed"."""
    shown = {citation.claim for position in own for citation in position.citations}
    for thread in threads:
        for response in thread.responses:
            position = placement.by_claim.get(response.claim or "")
            if position is not None and shown.isdisjoint(c.claim for c in position.citations):
                shown |= {citation.claim for citation in position.citations}
                yield position


def _columns(placement: Placement, shown: Iterable[_Question]) -> tuple[str, ...]:
    """The articles in order of publication; where there are too many, those that are heard most."""
    heard = Counter(
        c.article for question in shown for position in question.positions for c in position.citations
    )
    in_order = [article.id for article in placement.register.in_order]
    if len(in_order) > _ARTICLES:
        most = {article for article, _ in heard.most_common(_ARTICLES)}
        return tuple(article for article in in_order if article in most)
    return tuple(in_order)


def _responding(threads: Iterable[Thread]) -> Mapping[str, Stance]:
    """The claims that answer another claim of a question rather than the question: a denial, no comment."""
    return {
        response.claim: _OF_RESPONSE[response.kind]
        for thread in threads
        for response in thread.responses
        if response.claim is not None and response.kind in _OF_RESPONSE
    }
