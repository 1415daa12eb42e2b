"""What a clause affirms and what it negates, word by word (room: brains).

Negation is read by its reach: from the negating word to the end of its clause. What is "unharmed", "cleared of fraud" or
"without warning" is negated too. The idea is that of the scope annotations of Morante and Blanco (*SEM 2012).
"""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.text.facts import is_only_until, is_verb, is_yet_to
from counterclaim.text.lexicon import AUXILIARIES, FUNCTION_WORDS, NEGATIONS, concept, phrasal_concepts, stem
from counterclaim.text.tokens import Token

_BORDERS = frozenset(
    ", ; : — – but because until till before after when while who which that than if unless though although since as and "
    "except how where why whether whose whom".split()
)
_OWN_NEGATION = NEGATIONS - {"failed", "false", "untrue", "hardly", "barely", "without", "nowhere"}
_NO_NEGATION = frozenset(
    {
        "only",
        "just",
        "least",
        "even",
        "more",
        "less",
        "fewer",
        "later",
        "sooner",
        "earlier",
        "longer",
        "merely",
        "other",
    }
)
_WITHHOLDING = frozenset(
    {concept(w) for w in ("fail", "refuse", "decline", "deny", "prevent", "avoid", "lack", "exclude")}
)
_PREVENTING = frozenset({concept(w) for w in ("prevent", "avoid", "lack", "exclude")})
_BEFORE_WITHHELD = frozenset({"to", "any", "having"})
_CLEARING = frozenset({concept(w) for w in ("clear", "acquit", "absolve", "exonerate", "vindicate")})
_UN_ENDINGS = ("ed", "able", "ible", "safe", "fair", "lawful", "hurt", "armed", "paid", "sold", "known")
_UN_WORDS = frozenset(
    {"unaccounted", "united", "understand", "undertaken", "underlined", "undergone", "untouched", "unlocked"}
)
_SHORTEST_UN = 6
_NOBODY = frozenset({"nobody", "nothing", "none", "nor", "noone"})
_SINGLES = frozenset({"a", "an", "one", "any", "single"})
_DETERMINERS = _SINGLES | {
    "the",
    "its",
    "their",
    "his",
    "her",
    "our",
    "my",
    "this",
    "that",
    "prior",
    "further",
}
# Words that say only that something is or happens, or that stress a negation ("at any point").
LIGHT = frozenset(
    concept(w)
    for w in "come reach happen make take get give receive ever leave one anything such exist use put go set carry be "
    "fall stage point moment thing way kind part any anybody anyone whole least single fit equip keep".split()
)
_HANDING = frozenset(concept(w) for w in "offer give receive undergo".split())
_PARTICLE = 4
_FAR = 12


class Signs(NamedTuple):
    """Concepts that a clause affirms, those that it negates, and what of these another must affirm to clash with it."""

    affirmed: frozenset[str]
    negated: frozenset[str]
    required: frozenset[str]


def find_signs(tokens: Sequence[Token], content: Sequence[bool], *, denied: bool = False) -> Signs:
    """Sort the content words of a clause by what it says of them.

    Args:
        tokens: The clause.
        content: For each token, whether it says what the clause is about.
        denied: The whole clause is what somebody denies.

    >>> from counterclaim.text.tokens import tokenize
    >>> words = tokenize("the dam held and no house was damaged")
    >>> found = find_signs(words, [t.lower in {"dam", "held", "house", "damaged"} for t in words])
    >>> sorted(found.affirmed), sorted(found.negated), sorted(found.required)
    (['dam', 'hold'], ['damag', 'home'], ['damag', 'home'])
    """
    affirmed: set[str] = set()
    negated: set[str] = set()
    required: set[str] = set()
    inside, lacking = False, 0
    for i, token in enumerate(tokens):
        starts = _starts_negation(tokens, i)
        if token.lower == "without":
            lacking = _end_of_noun(
                tokens, content, i + 1
            )  # negated, but too lightly for a clash to stand on it
        inside = (inside and token.lower not in _BORDERS) or starts
        if starts and token.lower in _NOBODY and i and content[i - 1] and is_verb(tokens, i - 1):
            key = concept_at(tokens, i - 1)  # "we stopped nobody"
            affirmed.discard(key)
            negated.add(key)
            required |= {key} - LIGHT
        if starts:
            required |= _required(tokens, content, i)
        if not content[i] or starts:
            continue
        bare = bare_of_un(token.lower)
        key = concept(bare) if bare else concept_at(tokens, i)
        (negated if (inside or i < lacking) != bool(bare) else affirmed).add(key)
        if bare and not inside:
            required.add(key)
    if denied:
        return Signs(frozenset(negated), frozenset(affirmed), frozenset(affirmed) - LIGHT)
    return Signs(frozenset(affirmed), frozenset(negated), frozenset(required))


def _end_of_noun(tokens: Sequence[Token], content: Sequence[bool], at: int) -> int:
    """The token behind the noun phrase at `at`: what "without" says is not there."""
    while at < len(tokens) and tokens[at].lower in _DETERMINERS:
        at += 1
    while at < len(tokens) and content[at] and not is_verb(tokens, at):
        at += 1
    return at


def _required(tokens: Sequence[Token], content: Sequence[bool], at: int) -> set[str]:
    """What a negation stands on: the verb of "did not fail", the thing and its verb of "no wall fell".

    A verb that says little hands the negation on to its object ("used no gas", "did not use tear gas").
    """
    end = next((j for j in range(at + 1, len(tokens)) if tokens[j].lower in _BORDERS), len(tokens))
    held = [j for j in range(at + 1, end) if content[j]]
    verbs = [j for j in held if is_verb(tokens, j)]
    low = tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    found: list[int] = []
    if low == "none" and after == "of" and held:
        found = [_run_end(held, verbs, 0), *verbs[:1]]  # "none of the patients has died"
        if verbs and concept_at(tokens, verbs[0]) in _HANDING and held[-1] > verbs[0]:
            found[1:] = [held[-1]]  # "none of the nurses was offered a test"
    elif low in _NOBODY:
        found = [j for j in held if concept_at(tokens, j) not in LIGHT][:1]
    elif low in {"no", "neither"} or after in _SINGLES:
        found = [_run_end(held, verbs, 0), *verbs[:1]] if held else []
        if held and not verbs:
            found = [j for j in held if j <= found[0]]  # "took no new patients": none that were new
    elif held:
        light = concept_at(tokens, held[0]) in LIGHT and len(held) > 1
        found = [_find_object(tokens, held, verbs)] if light else held[:1]
    return {concept_at(tokens, j) for j in found} - LIGHT


def _find_object(tokens: Sequence[Token], held: Sequence[int], verbs: Sequence[int]) -> int:
    """The head of what a light verb takes: the second of two objects ("gave the striker a supplement")."""
    last = _run_end(held, verbs, 1)
    later = [n for n, i in enumerate(held) if i > last]
    behind = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    return _run_end(held, verbs, later[0]) if later and behind in _DETERMINERS else last


def _run_end(held: Sequence[int], verbs: Sequence[int], first: int) -> int:
    """The last of the words that follow each other at once, from the `first` on, before a verb: the head of a noun phrase."""
    at = first
    while at + 1 < len(held) and held[at + 1] == held[at] + 1 and held[at + 1] not in verbs:
        at += 1
    return held[at]


def concept_at(tokens: Sequence[Token], i: int) -> str:
    """The concept of the word at `i`, with the particle that follows it at once or after its object.

    >>> from counterclaim.text.tokens import tokenize
    >>> concept_at(tokenize("turned the invitation down"), 0) == concept("refused")
    True
    """
    verb, known = stem(tokens[i].text), phrasal_concepts()
    behind = _skip_added(tokens[i + 1 : i + _FAR])[: _PARTICLE - 1]
    meant = (known[verb, t.lower] for t in behind if (verb, t.lower) in known)
    return next(meant, None) or concept(tokens[i].text)


def _skip_added(tokens: Sequence[Token]) -> list[Token]:
    """The tokens but those in brackets, which are the reader's ("asked us [Idris Tal] for a list")."""
    kept: list[Token] = []
    inside = False
    for token in tokens:
        inside = (inside or token.text == "[") and token.text != "]"
        kept += [] if inside or token.text == "]" else [token]
    return kept


def _starts_negation(tokens: Sequence[Token], i: int) -> bool:
    low = tokens[i].lower
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    before = tokens[i - 1].lower if i else ""
    if low in _OWN_NEGATION or low.endswith("n't"):
        phrase = after in _NO_NEGATION or before in {"or", "if", "whether", "with"}
        return not phrase and not is_only_until(tokens, i)
    if is_yet_to(tokens, i):
        return True
    if low == "of":
        return any(concept(t.text) in _CLEARING for t in tokens[max(0, i - 4) : i])
    takes = _BEFORE_WITHHELD | ({"the", "that"} if concept(low) in _PREVENTING else frozenset())
    return concept(low) in _WITHHOLDING and after in takes and _is_deed(tokens, i)


def _is_deed(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word is a verb here: not after an article or a preposition ("the failure to")."""
    return i == 0 or tokens[i - 1].lower not in FUNCTION_WORDS - AUXILIARIES


def bare_of_un(word: str) -> str | None:
    """The word that "un-" turns round, or None.

    >>> bare_of_un("unprovoked"), bare_of_un("united"), bare_of_un("until")
    ('provoked', None, None)
    """
    turned = word.startswith("un") and len(word) > _SHORTEST_UN and word.endswith(_UN_ENDINGS)
    return word[2:] if turned and word not in _UN_WORDS else None
