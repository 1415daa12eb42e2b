"""Sources against threads: which article says what, denies it, answers otherwise, or holds nothing that was found.

Every cell follows from the positions and responses that the rest of the note shows: no article that is cited on a
question, or on another of the same matter, stands here as silent on it (room: brains).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from counterclaim.core.records import Label, Relation, ResponseKind, Thread
from counterclaim.note.backing import value_of, voice_of
from counterclaim.note.cards import NEITHER
from counterclaim.note.grids import Cell, Grid, Matrix, Row, Stance
from counterclaim.note.kin import Kin
from counterclaim.note.marks import PARTLY
from counterclaim.note.placement import Placement
from counterclaim.note.prose import LINE_ROOM, shortened
from counterclaim.note.view import Answer, Position
from counterclaim.note.weight import Placed

_THREADS, _ARTICLES = 24, 16  # a table that a person still takes in
_RELATED = 80  # characters of another question
_OF_RESPONSE: Mapping[ResponseKind, Stance] = {
    "denied": "denies",
    "confirmed": "confirms",
    "declined": "declines",
    "could_not_confirm": "cannot confirm",
    "not_reached": "not reached",
}
_NEITHER: Stance = "neither confirms nor denies"
_OF_LABEL: Mapping[Label, Stance] = {"denies": "denies", "confirms": "confirms"}


def build_matrix(
    placement: Placement,
    relations: Sequence[Relation],
    kin: Kin | None = None,
    *,
    answered: Mapping[str, Sequence[Answer]] = MappingProxyType({}),
) -> Matrix:
    """The questions on which several articles or speakers are heard, the weightiest first, by article.

    Threads that ask in the same words are one question here, whatever keeps their figures apart. What only responds to
    another question stands there. `answered` is what the note shows as a response to what a thread says.
    """
    asked: dict[str, list[Placed]] = {}
    for placed in placement.threads:
        asked.setdefault(shortened(placed[0].question, LINE_ROOM).casefold(), []).append(placed)
    acts = {relation.a: _OF_LABEL[relation.label] for relation in relations if relation.label in _OF_LABEL}
    questions = _without_responses([_Question(placement, group, acts, answered) for group in asked.values()])
    several = [question for question in questions if question.is_told_more_than_once()]
    shown = several[:_THREADS]
    articles = _columns(placement, shown)
    kin = kin or Kin.of(placement, relations)
    return Matrix(
        articles=articles,
        grids=tuple(question.grid(articles, kin) for question in shown),
        told_once=len(questions) - len(several),
        threads_left=len(several) - len(shown),
        articles_left=len(placement.register.in_order) - len(articles),
    )


class _Question:
    """The threads that ask one question, with who answers it and what others did about the answers."""

    def __init__(
        self,
        placement: Placement,
        group: Sequence[Placed],
        acts: Mapping[str, Stance],
        answered: Mapping[str, Sequence[Answer]],
    ) -> None:
        threads = [thread for thread, _ in group]
        remarks = [a.citation.claim for t in threads for a in answered.get(t.id, ()) if a.citation]
        self._placement, self._thread = placement, threads[0]
        self._acts = {**acts, **_responding(placement, threads, remarks)}
        self.own = [position for _, positions in group for position in positions]
        self.positions = [*self.own, *_responses(placement, self.own, self._acts, threads, remarks)]
        self.rows = _fold_same(self.own)

    def is_told_more_than_once(self) -> bool:
        own = {c.article for position in self.positions for c in (position.lead, *position.more)}
        return len(own) > 1 or len({position.name for position in self.positions}) > 1

    @property
    def responding(self) -> frozenset[str]:
        """The claims that stand here as responses and not as answers."""
        others = self.positions[len(self.own) :]
        return frozenset(citation.claim for position in others for citation in position.citations)

    def grid(self, articles: Iterable[str], kin: Kin) -> Grid:
        others = self.positions[len(self.own) :]
        found = [self._find(row) for row in (*self.rows, *((position,) for position in others))]
        beside = self._place_kin(found, kin)
        answers = zip(self.rows, found, strict=False)
        lines = [_Line(row[0], cells, names=_names(row)) for row, cells in answers]
        lines += _fold_responses(others, found[len(self.rows) :])
        lines += [
            _Line(p, _cells_of(p), related=shortened(thread.question, _RELATED)) for p, thread in beside
        ]
        heard = {article for line in lines for article in line.cells}
        return Grid(
            self._thread.id,
            shortened(self._thread.question, LINE_ROOM),
            self._thread.status,
            tuple(
                Row(
                    line.position,
                    tuple(line.cells.get(article) for article in articles),
                    frozenset(heard - set(line.cells)),
                    responds=line.responds,
                    related=line.related,
                    names=line.names or (line.position.name,),
                )
                for line in lines
            ),
        )

    def _find(self, row: Iterable[Position]) -> dict[str, Cell]:
        found: dict[str, Cell] = {}
        for position in row:
            says: Stance = "says part" if PARTLY in position.marks else "says"
            for citation in (position.lead, *position.more):
                found.setdefault(citation.article, Cell(self._acts.get(citation.claim, says), citation))
            for citation in position.reprints:
                found.setdefault(citation.article, Cell("reprints", citation))
        return found

    def _place_kin(self, found: Sequence[dict[str, Cell]], kin: Kin) -> list[tuple[Position, Thread]]:
        """Put what stands on related questions beside its speaker's answer; what finds no place there is returned.

        An article that is heard on the question already gets no more of what others say, and no other figure.
        """
        by_claim, thread_of = self._placement.by_claim, self._placement.thread_of
        others = self.positions[len(self.own) :]
        asked = (frozenset(c.claim for p in group for c in p.citations) for group in (self.own, others))
        every = dict.fromkeys(by_claim[claim] for claims in asked for claim in kin.find(claims))
        heard = {article for cells in found for article in cells}
        near = [position for position in every if position not in self.positions]
        beside: list[tuple[Position, Thread]] = []
        for position in near:
            row = self._row_of(position)
            open_to = {c.article for c in position.citations} - (heard if row is None else set())
            if row is None and open_to:
                beside.append((position, thread_of[position.lead.claim]))
                heard |= open_to
            elif row is not None:
                for article, cell in _cells_of(position).items():
                    if article not in heard or not position.is_figure:
                        found[row].setdefault(article, cell)
                        heard.add(article)
        return beside

    def _row_of(self, position: Position) -> int | None:
        """The row of the one who says it: by name, else by the institution that they speak for."""
        rows = [*enumerate(self.rows)]
        named = (n for n, row in rows if position.name in _names(row))
        return next(
            named, next((n for n, row in rows if any(p.origin == position.origin for p in row)), None)
        )


class _Line(NamedTuple):
    """A row before it is laid out by article."""

    position: Position
    cells: Mapping[str, Cell]
    responds: bool = False
    related: str = ""
    names: tuple[str, ...] = ()


def _names(row: Iterable[Position]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(position.name for position in row))


def _fold_same(positions: Iterable[Position]) -> list[tuple[Position, ...]]:
    """A row for every answer: those of one party together, and the outlets that give it in their own voice."""
    rows: dict[tuple[object, ...], tuple[Position, ...]] = {}
    for number, position in enumerate(positions):
        voice = voice_of(position) if position.party else number
        key = (value_of(position), voice if position.attributed else None, position.replaced)
        rows[key] = (*rows.get(key, ()), position)
    return [*rows.values()]


def _fold_responses(others: Sequence[Position], found: Sequence[dict[str, Cell]]) -> Iterator["_Line"]:
    """A line for all of one party who respond alike, and for the outlets that say so in their own voice.

    That somebody "said neither yes nor no" stands in the line of whoever neither confirms nor denies.
    """
    lines: dict[tuple[str, ...], _Line] = {}
    for position, responding in zip(others, found, strict=True):
        stance = next(iter(responding.values())).stance
        own = not position.attributed and stance in {"cannot confirm", _NEITHER}
        cells = _say_unchecked(responding) if own else responding
        alike = (key for key in lines if own and key[0] == stance)
        key = next(alike, (stance, "" if own else voice_of(position)))
        held = lines.get(key)
        names = (
            (position.name,)
            if held is None
            else (*held.names, *((position.name,) if key[1] == "" or not own else ()))
        )
        lines[key] = _Line(
            held.position if held else position,
            {**cells, **held.cells} if held else cells,
            responds=True,
            names=tuple(dict.fromkeys(names)),
        )
    yield from lines.values()


def _say_unchecked(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    return {
        article: cell._replace(stance="not verified") if cell.stance == "cannot confirm" else cell
        for article, cell in cells.items()
    }


def _cells_of(position: Position) -> dict[str, Cell]:
    """What stands on a related question, by article."""
    found: dict[str, Cell] = {}
    for citation in position.citations:
        found.setdefault(citation.article, Cell("related", citation))
    return found


def _without_responses(questions: Sequence[_Question]) -> list[_Question]:
    """The questions without those of which every statement stands under another as a response to it."""
    responding = frozenset[str]().union(*(question.responding for question in questions))
    return [
        question
        for question in questions
        if not responding.issuperset(c.claim for position in question.own for c in position.citations)
    ]


def _responses(
    placement: Placement,
    own: Sequence[Position],
    acts: Mapping[str, Stance],
    threads: Iterable[Thread],
    remarks: Iterable[str],
) -> Iterator[Position]:
    """The statements elsewhere that respond to these questions: a denial, a refusal, "could not be confirmed"."""
    shown = {citation.claim for position in own for citation in position.citations}
    asked = [r.claim or "" for thread in threads for r in thread.responses]
    for claim in (*asked, *(c for c in remarks if acts.get(c) == _NEITHER)):
        position = placement.by_claim.get(claim)
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


def _responding(
    placement: Placement, threads: Iterable[Thread], remarks: Iterable[str]
) -> Mapping[str, Stance]:
    """The claims that answer another claim of a question rather than the question: a denial, no comment."""
    claims = placement.register.claims
    found = {
        response.claim: _OF_RESPONSE[response.kind]
        for thread in threads
        for response in thread.responses
        if response.claim is not None and response.kind in _OF_RESPONSE
    }
    open_ = {c for c in (*remarks, *found) if c in claims and NEITHER.search(claims[c].quote)}
    return {
        claim: _NEITHER if claim in open_ and found.get(claim, "declines") == "declines" else found[claim]
        for claim in (*found, *open_)
    }
