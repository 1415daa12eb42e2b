"""Every thread of a note with its positions, the weightiest first: what all sections read (room: brains)."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.records import Thread
from counterclaim.note.context import find_paragraph
from counterclaim.note.marks import PARTLY, PIECEWISE
from counterclaim.note.positions import ANSWER_ROOM, positions_of
from counterclaim.note.prose import excerpt, shortened
from counterclaim.note.questions import choose_question, name_extent, name_whose, resolve
from counterclaim.note.register import Register
from counterclaim.note.view import Position
from counterclaim.note.weight import Placed, order_by_weight
from counterclaim.text.lexicon import FUNCTION_WORDS, concept
from counterclaim.text.tokens import tokenize

_BEFORE_ROOM = 260  # characters of what stands before a quote
_SHARED = frozenset({"agreed", "conceded"})
_HOW_MANY = re.compile(r"\b(?:how (?:many|much|long)|what percentage)\b", re.IGNORECASE)
_BARE = frozenset({"yes", "no"})


class Placement(NamedTuple):
    """The threads that hold a known claim, in the order of their weight, and every claim with what holds it."""

    register: Register
    threads: tuple[Placed, ...]
    by_claim: Mapping[str, Position]
    thread_of: Mapping[str, Thread]


def place_claims(register: Register) -> Placement:
    """Fold the claims of every thread into positions, and order the threads, once for the whole note."""
    placed = [_place(register, thread) for thread in register.threads]
    by_claim: dict[str, Position] = {}
    thread_of: dict[str, Thread] = {}
    for thread, positions in placed:
        for position in positions:
            for citation in position.citations:
                by_claim.setdefault(citation.claim, position)
                thread_of.setdefault(citation.claim, thread)
    held = ((thread, positions) for thread, positions in placed if positions)
    return Placement(register, order_by_weight(held, register.claims), by_claim, thread_of)


def _place(register: Register, thread: Thread) -> Placed:
    worded = _word(thread, register)
    found = _mark_parts(register, thread, positions_of(register, thread.claims))
    return worded, tuple(_fit_answer(worded.question, position) for position in found)


def _fit_answer(question: str, position: Position) -> Position:
    """The answer as it can stand beside the question: neither "how long: yes" nor "whether: five days"."""
    asks_figure = bool(_HOW_MANY.search(question))
    told_figure = question.startswith("Whether") and position.is_figure
    bare = asks_figure and position.answer.casefold() in _BARE
    return (
        position._replace(answer=shortened(position.text, ANSWER_ROOM)) if bare or told_figure else position
    )


def find_headline(register: Register, thread: Thread, live: Sequence[Position]) -> Position:
    """Whoever puts the thread's own question, else the first who points nowhere else, else the first."""
    claims = register.claims
    asked = (p for p in live if not p.points and claims[p.lead.claim].question == thread.question)
    alone = (p for p in live if not p.points)
    return next(asked, next(alone, live[0]))


def _mark_parts(register: Register, thread: Thread, positions: tuple[Position, ...]) -> tuple[Position, ...]:
    """Mark who says only part of what is said to be shared: one of two crossings, closed by all accounts."""
    if thread.status not in _SHARED or not positions:
        return positions
    whole = find_headline(register, thread, positions)
    return tuple(
        _mark_part(register, position, whole)
        if not position.is_figure and _is_part(register, position, whole)
        else position
        for position in positions
    )


def _mark_part(register: Register, position: Position, whole: Position) -> Position:
    """Mark that the quote says only part of the whole; where its paragraph says the rest before it, show that."""
    article, lead = register.articles.get(position.lead.article), register.claims[position.lead.claim]
    before = find_paragraph(article, lead) if not position.attributed else ""
    missing = _content(whole.text) - _content(position.text)
    if before and missing and missing <= _content(before):
        shown = excerpt(before, _BEFORE_ROOM, len(before) - 1).marked()
        return position._replace(marks=(*position.marks, PIECEWISE), before=shown)
    return position._replace(marks=(*position.marks, PARTLY))


def _content(text: str) -> frozenset[str]:
    return frozenset(concept(t.text) for t in tokenize(text) if t.is_word and t.lower not in FUNCTION_WORDS)


def _is_part(register: Register, position: Position, whole: Position) -> bool:
    says_all = any(
        (more.claim, less.claim) in register.refines
        for more in whole.citations
        for less in position.citations
    )
    says_more = any(
        (more.claim, less.claim) in register.refines
        for less in whole.citations
        for more in position.citations
    )
    return says_all and not says_more


def _word(thread: Thread, register: Register) -> Thread:
    """The thread with its question as people read it."""
    claims = [register.claims[claim] for claim in thread.claims if claim in register.claims]
    question = resolve(choose_question(thread.question, (claim.question for claim in claims)))
    question = name_extent(question, {q.unit for claim in claims for q in claim.quantities})
    question = name_whose(question, (resolve(claim.question) for claim in claims))
    return thread if question == thread.question else thread.model_copy(update={"question": question})
