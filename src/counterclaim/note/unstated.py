"""What to ask about the counts of people: when and where it was, and who is counted (room: brains).

Each is a question for the next call. What another count of the same kind says (the day of the flood), or the story as a
whole (the town), nobody would ring to ask: it is no gap.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.core.records import Claim
from counterclaim.note.cards import figure_groups
from counterclaim.note.contrasts import counted_people
from counterclaim.note.placement import Placement
from counterclaim.note.positions import figure_of
from counterclaim.note.prose import asked_words, listing, plain, sentence_case
from counterclaim.note.register import speaker_name
from counterclaim.note.view import FigureGroup, Gap
from counterclaim.text.lexicon import HUMAN

_HEADING = "To ask about a figure"
_NAMES = 12  # of one line
# Done at one place and time, so that both can be asked; who is missing or was treated is so in many places.
_HAPPENED = frozenset({"killed", "wounded", "casualties", "detained", "kidnapped", "trapped"})


def ask_about_figures(placement: Placement, *, placed: bool) -> Gap:
    """The key figures of people with what no article says beside them, as questions.

    `placed`: some article says where its story is.
    """
    held = [(group, _counts(placement, group)) for group in figure_groups(placement, ())]
    known = _known(claim for _, claims in held for claim in claims)
    items: list[str] = []
    for group, claims in held:
        asked = [w for w, m in _bare(claims) if m not in known[w] and not (placed and w == "where")]
        who = [*_uncounted(placement, group, claims)]
        words = [f"no article says {' or '.join(asked)}"] if asked else []
        words += [f"ask {listing(who, limit=_NAMES)} who is counted"] if who else []
        if words:
            items.append(f"{asked_words(group.question)} {sentence_case('; '.join(words))}")
    return Gap(_HEADING, len(items), tuple(items))


def _counts(placement: Placement, group: FigureGroup) -> tuple[Claim, ...]:
    """The claims of a question that count people; none where it counts something else."""
    thread = placement.thread_of[group.rows[0].lead.claim]
    claims = (placement.register.claims.get(claim) for claim in thread.claims)
    return tuple(claim for claim in claims if claim is not None and _measure(claim) in HUMAN)


def _measure(claim: Claim) -> str:
    figure = figure_of(claim)
    return (figure and figure.measure) or ""


def _known(claims: Iterable[Claim]) -> Mapping[str, set[str]]:
    """The measures that some count dates, and those that some count places."""
    found: dict[str, set[str]] = {"when": set(), "where": set()}
    for claim in claims:
        for word in _said(claim):
            found[word].add(_measure(claim))
    return found


def _said(claim: Claim) -> Iterator[str]:
    if claim.event_time:
        yield "when"
    if plain(claim.place or ""):
        yield "where"


def _bare(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """What none of the counts says, with their measure."""
    measure = _measure(claims[0]) if claims else ""
    said = {word for claim in claims for word in _said(claim)}
    yield from ((word, measure) for word in ("when", "where") if measure in _HAPPENED and word not in said)


def _uncounted(placement: Placement, group: FigureGroup, claims: Iterable[Claim]) -> Iterator[str]:
    """Who gives a figure and never says of whom, where the question does not say it either."""
    told: dict[str, bool] = {}
    for claim in claims:
        figure, name = figure_of(claim), speaker_name(claim)
        told[name] = told.get(name, False) or bool(figure and plain(figure.population or ""))
    asked = any(counted_people(row, placement.thread_of[row.lead.claim]) for row in group.rows)
    yield from (name for name, said in told.items() if name and not said and not asked)
