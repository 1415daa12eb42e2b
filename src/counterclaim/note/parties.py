"""Which party an originator speaks for, so that lists can put them together: a state with its army (room: brains).

A list only: an institution and its state stay two originators, each under the name that the articles give. Where no
word says whom somebody speaks for, no party is named.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from counterclaim.core.records import Attribution, Claim
from counterclaim.note.prose import NAME_ROOM, shortened
from counterclaim.relate.bodies import KINDS, bare_word, read_body
from counterclaim.relate.lineage import originator
from counterclaim.text.lexicon import STATE_BODIES
from counterclaim.text.nations import find_nations
from counterclaim.text.tokens import tokenize

_STATE = frozenset({*KINDS.values(), *STATE_BODIES, "ministry"})
# Who and what speaks for a state though it is no body: "a Norwegian statement", "Norwegian security sources".
_VOICES = frozenset(
    "official officials source sources spokesman spokeswoman spokesperson minister ambassador diplomat diplomats commander "
    "officer officers statement communique communiqué".split()
)
_PEOPLE = (_VOICES - frozenset("statement communique communiqué".split())) | frozenset(
    "witness witnesses aide aides insider insiders adviser advisers employee employees lawyer lawyers".split()
)
_OWN = re.compile(r"^(?:our|my|the|its|their|his|her) ", re.IGNORECASE)
_SMALL_WORDS = frozenset({"and", "of"})


def name_parties(claims: Iterable[Claim], originators: Mapping[str, str]) -> dict[str, str]:
    """The party of each originator, the fullest that its statements name; who has none is left out.

    Args:
        claims: All claims.
        originators: Claim id -> whom it is counted under.
    """
    found: dict[str, set[str]] = defaultdict(set)
    states: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        link = originator(claim)
        if link is not None and link.mode != "narration" and (party := find_party(link)):
            found[originators[claim.id]].add(party)
            states[party].add(_read_state(link.name or "") if party == link.institution else "")
    # A government that articles also call by its capital speaks for the state of that capital.
    of_state = {party: named.pop() for party, known in states.items() if len(named := known - {""}) == 1}
    parties = {name: of_state.get(p, p) for name, held in found.items() for p in [max(sorted(held), key=len)]}
    return {name: name for name in originators.values() if name in parties.values()} | parties


def is_unnamed(name: str) -> bool:
    """Whether a speaker is described and not named: nobody can ring "security sources".

    >>> [is_unnamed(n) for n in ("security sources", "a Norwegian official", "official Ana Roy", "harbour police")]
    [True, True, False, False]
    """
    tokens = [token for token in tokenize(name) if token.is_word]
    states = {n for start, end, _ in find_nations([bare_word(t) for t in tokens]) for n in range(start, end)}
    named = any(token.text[:1].isupper() and n not in states for n, token in enumerate(tokens))
    return not named and not _PEOPLE.isdisjoint(token.lower for token in tokens)


def is_voice_of_state(name: str) -> bool:
    """Whether a name is that of a state, or of what speaks for one.

    >>> [is_voice_of_state(n) for n in ("Norwegian statement", "Norway’s army", "Ana Roy")]
    [True, True, False]
    """
    return bool(_read_state(name))


def find_party(link: Attribution) -> str:
    """The party that one speaker stands for; empty where no word says so.

    >>> [find_party(Attribution(name=n)) for n in ("Norway’s army", "Norwegian statement", "a Norwegian tourist")]
    ['Norway', 'Norway', '']
    >>> find_party(Attribution(name="Ana Roy", role="president", side="the Harbour Club"))
    'Harbour Club'
    """
    if "side" not in link.desk:
        for words in (link.institution, link.name, link.role, link.side):
            if words and (state := _read_state(words)):
                return state
            if words and words == link.institution:
                break
    side, institution = link.side or "", link.institution or ""
    party = institution if side.casefold() in institution.casefold() else side
    return shortened(_OWN.sub("", party), NAME_ROOM)


def _read_state(wording: str) -> str:
    """The state that a wording names or whose voice it is; empty where it is neither."""
    words = [bare_word(token) for token in tokenize(wording) if token.is_word]
    named = {naming.country for _, _, naming in find_nations(words)}
    body = read_body(wording)
    speaks = body.kind in _STATE if body else bool(_VOICES.intersection(words))
    if len(named) != 1 or not speaks:
        return ""
    return " ".join(w if w in _SMALL_WORDS else w.capitalize() for w in named.pop().split("-"))
