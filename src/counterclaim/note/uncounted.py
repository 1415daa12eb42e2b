"""Whose harm no article speaks of: civilians beside the armed, and those under what somebody is blamed for (room: brains)."""

from collections.abc import Iterator

from counterclaim.core.records import Briefing, Claim
from counterclaim.note.dates import local_sides
from counterclaim.note.marks import ACCUSATION
from counterclaim.note.placement import Placement
from counterclaim.note.positions import figure_of
from counterclaim.note.prose import inline_words
from counterclaim.note.view import Gap
from counterclaim.note.weight import DEAD, HARMED
from counterclaim.relate.scope import ARMED
from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS, concept
from counterclaim.text.nations import find_nations
from counterclaim.text.tokens import tokenize

_CIVILIANS = frozenset(
    concept(word)
    for word in "civilian resident villager bystander inhabitant woman child family noncombatant".split()
)
# What is done with arms.
_VIOLENCE = frozenset(
    concept(word)
    for word in "strike attack assault raid bomb bombing bombardment shell shelling shoot shooting explosion blast".split()
)


def find_uncounted(briefing: Briefing, placement: Placement) -> Gap:
    """Harm that one would ask about, of which the articles say nothing."""
    items = (*_no_civilians(briefing, placement), *_no_victims(placement))
    return Gap("Harm of which no article says anything", len(items), items)


def _harm(placement: Placement) -> Iterator[Claim]:
    """The claims that count dead or hurt people."""
    for claim in placement.register.claims.values():
        figure = figure_of(claim)
        if figure is not None and figure.measure in DEAD | HARMED:
            yield claim


def _no_civilians(briefing: Briefing, placement: Placement) -> Iterator[str]:
    """Where all the dead and hurt are soldiers and the like (Every Casualty: who is not armed is counted apart)."""
    counted = [set(_concepts(f.population or "")) for claim in _harm(placement) if (f := figure_of(claim))]
    armed = any(who & ARMED for who in counted)
    if armed and not any(_CIVILIANS & set(_concepts(article.text)) for article in briefing.articles):
        yield "civilians: no article speaks of any, harmed or not"


def _no_victims(placement: Placement) -> Iterator[str]:
    """What somebody is blamed for, done with arms, beside which nobody counts anybody dead or hurt."""
    for thread, positions in placement.threads:
        blamed = [placement.register.claims[p.lead.claim] for p in positions if ACCUSATION in p.marks]
        violent = [claim for claim in blamed if _VIOLENCE & set(_concepts(claim.text))]
        if violent and not any(
            _is_of(placement, claim, harm) for claim in violent for harm in _harm(placement)
        ):
            yield f"people killed or hurt in what one side is blamed for: {inline_words(thread.question)}"


def _is_of(placement: Placement, blamed: Claim, harm: Claim) -> bool:
    """Whether a count may be of the deed: at a time that overlaps, or at a place that both name."""
    one, other = (
        local_sides(c.event_time, placement.register.zone) if c.event_time else (None, None)
        for c in (blamed, harm)
    )
    if one[0] and one[1] and other[0] and other[1] and one[0] < other[1] and other[0] < one[1]:
        return True
    return bool(_places(blamed) & _places(harm))


def _places(claim: Claim) -> set[str]:
    """The names in a claim but for those of states and days."""
    words = [token for token in tokenize(f"{claim.text} {claim.place or ''}") if token.is_word]
    lower = [token.lower for token in words]
    states = {n for start, end, _ in find_nations(lower) for n in range(start, end)}
    return {
        token.lower
        for n, token in enumerate(words)
        if n and n not in states and token.text[:1].isupper() and token.lower not in CALENDAR | FUNCTION_WORDS
    }


def _concepts(text: str) -> Iterator[str]:
    return (concept(token.text) for token in tokenize(text) if token.is_word)
