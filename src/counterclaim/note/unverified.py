"""What the bottom line says of proof: what could not be verified, by whose word, and what nobody answered (room: brains)."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from counterclaim.core.records import Thread
from counterclaim.note.backing import find_answers
from counterclaim.note.marks import ACCUSATION
from counterclaim.note.placement import Placement
from counterclaim.note.prose import excerpt, inline_words, listing, more_words, said_by, shortened
from counterclaim.note.view import Citation

_TITLE_ROOM, _QUOTE_ROOM = 160, 120
_FIGURES = 6  # of one outlet
_TELLERS = 4  # who say that it could not be verified


def unchecked_words(placement: Placement) -> str:
    """Who says in its own voice that what is in dispute could not be verified; of figures, those in its own article.

    Empty where none does.
    """
    remarks: dict[str, dict[str, None]] = {}
    figures_told: set[str] = set()
    for thread, positions in placement.threads:
        if thread.status == "disputed" and thread.figures:
            figures_told |= {p.answer for p in positions if p.is_figure and not p.replaced}
        for lead in _unchecking(placement, thread) if thread.status == "disputed" else ():
            figures = find_answers(positions, lead.article) if thread.figures else ()
            if thread.figures and not figures:
                continue
            remarks.setdefault(lead.outlet, {}).update(dict.fromkeys(figures))
    if figures_told and figures_told <= {figure for told in remarks.values() for figure in told}:
        return f"none of the disputed figures could be verified, {_say(remarks, figures_told)}"
    if not any(remarks.values()):
        say = "says" if len(remarks) == 1 else "say"
        names = listing([*remarks], limit=_TELLERS)
        return f"what is in dispute could not be verified, {say} {names}" if remarks else ""
    said = [f"{listing([*told], limit=_FIGURES)}, says {o}" for o, told in remarks.items() if told]
    left = more_words(len(said) - _TELLERS, "outlet", "Disputed")
    return f"of the disputed figures, these could not be verified: {'; '.join(said[:_TELLERS])}{left}"


def _say(remarks: Mapping[str, Mapping[str, None]], figures: AbstractSet[str]) -> str:
    """Who says so of all figures, else who does between them, each of those in its own article."""
    whole = [outlet for outlet, told in remarks.items() if figures <= told.keys()]
    names = whole or [outlet for outlet, told in remarks.items() if told]
    others = [outlet for outlet, told in remarks.items() if told and outlet not in names]
    also = f"; of some, {listing(others, limit=_TELLERS)} too" if others else ""
    between = "" if whole else " between them"
    return f"{'says' if len(names) == 1 else 'say'}{between} {listing(names, limit=_TELLERS)}{also}"


def _unchecking(placement: Placement, thread: Thread) -> Iterator[Citation]:
    """Where outlets say in their own voice that something on a question could not be verified, the first first."""
    ids = (response.claim for response in thread.responses if response.kind == "could_not_confirm")
    own = {claim for claim in ids if claim and _is_own_voice(placement, claim)}
    for claim in sorted(own, key=placement.register.rank.__getitem__):
        yield placement.by_claim[claim].lead


def _is_own_voice(placement: Placement, claim: str | None) -> bool:
    position = placement.by_claim.get(claim or "")
    return position is not None and not position.attributed


def unanswered_words(placement: Placement) -> str:
    """The weightiest accusation to which the accused gave no answer, with the words that say so."""
    for thread, positions in placement.threads:
        accusing = [position for position in positions if ACCUSATION in position.marks]
        claims = [r.claim for r in thread.responses if r.kind == "declined" and r.claim in placement.by_claim]
        if accusing and claims and thread.status != "disputed":
            silent = placement.by_claim[claims[0] or ""].lead
            quote = excerpt(silent.quote, _QUOTE_ROOM).marked()
            asked = inline_words(shortened(thread.question, _TITLE_ROOM))
            return f"; not answered: {asked} (yes, {said_by(accusing[0].name)}; {quote}, {silent.outlet})"
    return ""
