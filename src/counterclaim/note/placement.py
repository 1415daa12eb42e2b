"""Every thread of a note with its positions, the weightiest first: what all sections read (room: brains)."""

from collections.abc import Mapping
from typing import NamedTuple

from counterclaim.core.records import Thread
from counterclaim.note.positions import positions_of
from counterclaim.note.questions import choose_question, resolve
from counterclaim.note.register import Register
from counterclaim.note.view import Position
from counterclaim.note.weight import Placed, order_by_weight


class Placement(NamedTuple):
    """The threads that hold a known claim, in the order of their weight, and every claim with what holds it."""

    register: Register
    threads: tuple[Placed, ...]
    by_claim: Mapping[str, Position]
    thread_of: Mapping[str, Thread]


def place_claims(register: Register) -> Placement:
    """Fold the claims of every thread into positions, and order the threads, once for the whole note."""
    placed = [(_word(thread, register), positions_of(register, thread.claims)) for thread in register.threads]
    by_claim: dict[str, Position] = {}
    thread_of: dict[str, Thread] = {}
    for thread, positions in placed:
        for position in positions:
            for citation in position.citations:
                by_claim.setdefault(citation.claim, position)
                thread_of.setdefault(citation.claim, thread)
    held = ((thread, positions) for thread, positions in placed if positions)
    return Placement(register, order_by_weight(held, register.claims), by_claim, thread_of)


def _word(thread: Thread, register: Register) -> Thread:
    """The thread with its question as people read it."""
    others = (register.claims[claim].question for claim in thread.claims if claim in register.claims)
    question = resolve(choose_question(thread.question, others))
    return thread if question == thread.question else thread.model_copy(update={"question": question})
