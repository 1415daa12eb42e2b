"""What the comparator left open between two answers, and why (room: brains).

What other wordings of the same two answers decide is not open to a reader: the cards tell it as a dispute, or apart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from counterclaim.core.records import Relation
from counterclaim.note.backing import voice_of
from counterclaim.note.ledger import ranked
from counterclaim.note.placement import Placement
from counterclaim.note.prose import asked_words, listing, sentence_case, shortened
from counterclaim.note.reasons import word_reason
from counterclaim.note.view import Gap, Position
from counterclaim.relate.scope import LABEL_DISPUTE

_HEADING = "Not decided whether they contradict each other"
_ROOM = 160
_NAMES = 12  # of one line
_Answer = tuple[str, str, str]


def find_undecided(placement: Placement, relations: Iterable[Relation]) -> Gap:
    """What was left open, by the questions that it answers, each with its commonest reason; Method counts the pairs."""
    reasons: dict[str, Counter[str]] = {}
    between: dict[tuple[str, str], dict[str, None]] = {}
    for relation in _find_open(placement, tuple(relations)):
        asked, words = _asked(placement, relation), word_reason(relation.reason)
        reasons.setdefault(asked, Counter())[words] += 1
        between.setdefault((asked, words), {}).update(dict.fromkeys(_ends(placement, relation)))
    ordered = sorted(reasons.items(), key=lambda item: (-item[1].total(), item[0]))
    items = tuple(
        f"{asked_words(asked)} {_between_words(between[asked, ranked(counts)[0][0]])}{sentence_case(ranked(counts)[0][0])}"
        for asked, counts in ordered
    )
    return Gap(_HEADING, len(items), items)


def _find_open(placement: Placement, relations: tuple[Relation, ...]) -> Iterator[Relation]:
    """The open pairs, but for those of two answers that other pairs decide; one name for other people decides nothing."""
    decided = {_pair(placement, r) for r in relations if r.label != "undetermined"} - {None}
    for relation in relations:
        if relation.label == "undetermined" and (
            LABEL_DISPUTE in relation.tags or _pair(placement, relation) not in decided
        ):
            yield relation


def _pair(placement: Placement, relation: Relation) -> frozenset[_Answer] | None:
    ends = [placement.by_claim.get(end) for end in (relation.a, relation.b)]
    return frozenset(_answer(placement, end) for end in ends if end) if all(ends) else None


def _answer(placement: Placement, position: Position) -> _Answer:
    """An answer with whose it is: a party's word is one, whoever gives it."""
    return placement.thread_of[position.lead.claim].id, voice_of(position), position.answer.casefold()


def _ends(placement: Placement, relation: Relation) -> Iterator[str]:
    """Both answers of a pair with who gives them."""
    for end in (relation.a, relation.b):
        if (position := placement.by_claim.get(end)) is not None:
            yield f"{position.answer} ({position.name})"


def _between_words(answers: Iterable[str]) -> str:
    told = list(answers)
    return f"{listing(told, limit=_NAMES)}. " if told else ""


def _asked(placement: Placement, relation: Relation) -> str:
    threads = (placement.thread_of.get(claim) for claim in (relation.a, relation.b))
    questions = {shortened(thread.question, _ROOM) for thread in threads if thread}
    return " / ".join(sorted(questions)) or "question not known"
