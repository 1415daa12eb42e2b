"""What a wording says of an institution: what sort of body it is, and whose (room: brains)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from counterclaim.text.lexicon import FUNCTION_WORDS
from counterclaim.text.nations import find_nations
from counterclaim.text.speakers import noun_kind
from counterclaim.text.tokens import Token, tokenize

_FORCES, STATE, _POLICE = "armed forces", "government", "police"
KINDS = {
    **dict.fromkeys(("military", "army"), _FORCES),
    **dict.fromkeys(("government", "authorities", "administration", "regime"), STATE),
    **dict.fromkeys(("police", "constabulary"), _POLICE),
}
_PARTS = frozenset("force forces service services department headquarters".split())  # "the police force"
_VAGUE = frozenset("local own other national whole state country security army’s two both new old".split())
_SPELLED = {"defense": "defence", "labor": "labour"}
_PREPOSITIONS = frozenset("of for in at".split())


class Body(NamedTuple):
    """What a wording says of an institution: its kind, and the words that tell it from others of the kind."""

    kind: str
    of: frozenset[str]


@lru_cache(maxsize=8192)
def read_body(wording: str) -> Body | None:
    """The body that a wording names, one for all wordings of its country; None where it names none.

    >>> read_body("Norway’s military") == read_body("the Norwegian army") != read_body("Norwegian police")
    True
    >>> read_body("Oslo"), read_body("Oslo University"), read_body("Ana Ruiz")
    (Body(kind='government', of=frozenset({'norway'})), Body(kind='university', of=frozenset({'oslo'})), None)
    """
    words = [bare_word(t) for t in tokenize(wording) if t.is_word]
    named = list(find_nations(words))
    if len(named) == 1 and named[0][:2] == (0, len(words)):
        country, part = named[0][2]
        return Body(STATE, frozenset({country})) if part != "adjective" else None
    for start, end, naming in reversed(named):
        if naming.part != "seat":  # the police of Oslo are not Norway's
            words[start:end] = [naming.country]
    return _read_parts([w for w in words if w in _PREPOSITIONS or w not in FUNCTION_WORDS])


def bare_word(token: Token) -> str:
    """A token in lower case, without possessive ending, in one spelling.

    >>> bare_word(tokenize("Defense")[0]), bare_word(tokenize("Norway’s")[0])
    ('defence', 'norway')
    """
    word = token.lower.removesuffix("’s").removesuffix("'s").removesuffix("’").removesuffix("'")
    return _SPELLED.get(word, word)


def _read_parts(words: Sequence[str]) -> Body | None:
    """The noun at the head, before any preposition, and the words that qualify it."""
    end = next((i for i, w in enumerate(words) if i and w in _PREPOSITIONS), len(words))
    head = words[end - 1] if end else ""
    others = [w for w in (*words[: end - 1], *words[end:]) if w not in _PREPOSITIONS | _VAGUE]
    inner = next((w for w in others if w in KINDS), None) if head in _PARTS else None
    if inner is not None:
        return Body(KINDS[inner], frozenset(others) - {inner} - _PARTS)
    if head in _PARTS and "armed" in others:
        return Body(_FORCES, frozenset(others) - {"armed"})
    if head in KINDS:
        return Body(KINDS[head], frozenset(others))
    return Body(head, frozenset(others)) if noun_kind(head) == "organisation" else None


def is_short(name: str | None) -> bool:
    """Whether a name is only what an army, a government or the police is called everywhere: "the army".

    >>> is_short("the army"), is_short("Norwegian army")
    (True, False)
    """
    body = read_body(name) if name else None
    return body is not None and not body.of and body.kind in KINDS.values()
