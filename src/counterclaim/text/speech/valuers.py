"""Who gave a figure, where the passive tells it: "the damage, put at $4m by the owner, Karl Finch" (room: brains)."""

from collections.abc import Sequence

from counterclaim.text.speakers.mentions import Mention
from counterclaim.text.speakers.nounphrases import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    is_adverb,
    is_verb_like,
    phrase_start,
)
from counterclaim.text.speech.cueclauses import Cue
from counterclaim.text.speech.cues import Force
from counterclaim.text.speech.extras import read_extras
from counterclaim.text.speech.shapes import is_number
from counterclaim.text.speech.subjects import subject_after
from counterclaim.text.tokens import Token

_VALUING = {
    "put": "put",
    "placed": "place",
    "estimated": "estimate",
    "valued": "value",
    "assessed": "assess",
    "reckoned": "reckon",
    "calculated": "calculate",
    "given": "give",
}
_LEVELS = frozenset({"at", "as"})
_REACH = 14  # tokens up to "by": "at between 4 and 5 million Norwegian kroner each"


def find_valuer(text: str, tokens: Sequence[Token], i: int, before: Sequence[Cue]) -> Cue | None:
    """Read the cue of a figure in the passive whose participle, or "and at" after one, stands at token `i`.

    >>> from counterclaim.text.tokens import tokenize
    >>> news = "Losses were estimated at 20 million by the insurer, Norsk Re."
    >>> cue = find_valuer(news, tokenize(news), 2, ())
    >>> cue.subject.name, cue.since
    ('Norsk Re', 0)
    """
    lemma = _VALUING.get(tokens[i].lower)
    again = lemma is None and tokens[i].lower == "and" and bool(before) and before[-1].since is not None
    if not (lemma or again) or i + 1 >= len(tokens) or tokens[i + 1].lower not in _LEVELS:
        return None
    found = _giver(text, tokens, i)
    if found is None:
        return None
    by, subject, end = found
    force = before[-1].force if lemma is None else Force(lemma, "ci")
    extras = read_extras(text, tokens, end - 1, "ci")
    since = i + 1 if again else _start_of_clause(tokens, i)
    word = before[-1].word if again else tokens[i].text
    return Cue(force, subject, by, i, extras.end, "trailing", word, extras, since=since)


def _giver(text: str, tokens: Sequence[Token], i: int) -> tuple[int, Mention, int] | None:
    """Where "by" stands, who gave the figure between it and token `i`, and the token behind; None where nobody did."""
    near = range(i + 1, min(i + _REACH, len(tokens)))
    by = next((k for k in near if tokens[k].lower == "by"), None)
    if by is None or any(t.text in {",", ";"} for t in tokens[i:by]) or not any(map(is_number, tokens[i:by])):
        return None
    found = subject_after(text, tokens, by + 1)
    if found is None or found[0].pronoun or not (found[0].name or found[0].kind):
        return None
    return by, *found


def _start_of_clause(tokens: Sequence[Token], verb: int) -> int:
    """Where the clause starts whose figure is given: "the damage, put at", "the damage was put at"."""
    at = verb
    while at and (tokens[at - 1].lower in AUXILIARIES | ADVERBS or is_adverb(tokens[at - 1])):
        at -= 1
    at -= bool(at) and tokens[at - 1].text == ","
    start = phrase_start(tokens, 0, at)
    if start is None:
        return at
    while start < at - 1 and is_verb_like(tokens[start]):
        start += 1  # "caused damage put at $4m"
    joint = next((k for k in range(start, at) if tokens[k].lower == "and"), None)
    governed = start > 0 and tokens[start - 1].lower in PREPOSITIONS
    return joint + 1 if governed and joint is not None else start  # "hit by a storm and repairs were put at"
