"""The shape in which an everyday verb is a report: "put the toll at 12" is one, "put out a fire" is none (room: brains).

Every check looks only at the words after the verb. A verb that is always a report needs none of them.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from counterclaim.text.speakers.nounphrases import (
    NUMBER_WORDS,
    PREPOSITIONS,
    QUOTE,
    TIME_WORDS,
    is_determiner,
    is_name_token,
    is_possessive,
)
from counterclaim.text.speakers.roles import DOCUMENTS
from counterclaim.text.speech.cues import DOUBTS, NOUN_LIKE, STATEMENTS, Force, Tense
from counterclaim.text.tallies import holds_tally
from counterclaim.text.tokens import Token

_WINDOW = 22  # tokens after the verb that are looked at
_PARTICLES = frozenset("out up off down forward away back together aside on in".split())
_APPROXIMATE = frozenset(
    "about around roughly nearly almost some approximately over under between just at".split()
)
_VERDICTS = frozenset(
    """unprovoked unjustified unlawful illegal false untrue baseless unfounded wrong absurd unfair unacceptable outrageous
    shameful reckless premature misleading disgraceful""".split()
)
_TO_BLAME = frozenset({"responsible", "accountable", "liable"})
_BREAKS = frozenset({".", ",", "in", "on", "into", "and", QUOTE})
_MEASURES = frozenset(
    """magnitude depth toll figure total estimate number count value probability chance height length size tally
    forecast""".split()
)

_HALVES_OF_DAY = frozenset({"am", "pm", "o'clock", "o’clock"})
_AMOUNT = 5  # tokens up to a figure: "at as much as $40m"
_POLLED = frozenset("votes seats mandates".split())


def fits_shape(tokens: Sequence[Token], i: int, force: Force, tense: Tense) -> bool:
    """Whether the verb at token `i` stands in a shape that makes it a report.

    >>> from counterclaim.text.speech.cues import find_verb
    >>> from counterclaim.text.tokens import tokenize
    >>> [fits_shape(tokenize(s), 1, *find_verb("put")) for s in ("He put the toll at 12", "He put 12 tents up")]
    [True, False]
    """
    rest = tokens[i + 1 : i + 1 + _WINDOW]
    if not rest:
        return "i" in force.frames
    if force.lemma in _SHAPES:
        return _SHAPES[force.lemma](rest)
    votes = force.stance in {"rejected", "confirmed"} or force.lemma == "rule"
    voted = (
        votes and holds_tally(rest) and not any(t.lower == "that" for t in rest)
    )  # by voting nothing is said
    if voted or (
        "n" in force.frames and not (rest[0].lower == "that" or any(is_number(t) for t in rest[:8]))
    ):
        return False
    near = 12 if i and tokens[i - 1].text == "," else 4  # "the log, seen by the Post, shows"
    document = any(t.lower in DOCUMENTS for t in tokens[max(0, i - near) : i])
    if force.lemma == "read" and not document:
        return False
    if force.frames == "t" and not (_opens_clause(rest) or (document and _takes_clause(rest))):
        return False
    noun = tokens[i].lower in NOUN_LIKE and tense != "past" and not _is_clause_start(rest)
    noun = noun and not (tokens[i].lower == "reports" and rest[0].text == ".")
    return not noun and _is_active(rest, force, tense)


def fits_phrase(tokens: Sequence[Token], last: int, force: Force) -> bool:
    """Whether a phrase that ends at token `last` has an object that can be said ("kept to his account", not "to the left").

    >>> from counterclaim.text.speech.cues import find_phrase
    >>> from counterclaim.text.tokens import tokenize
    >>> force, _ = find_phrase("kept", "to")
    >>> [fits_phrase(tokenize(s), 1, force) for s in ("kept to her story", "kept to the left")]
    [True, False]
    """
    rest = tokens[last + 1 : last + 7]
    if force.stance != "repeated":
        return True
    return any(t.lower in DOUBTS | _MEASURES | STATEMENTS or is_number(t) for t in rest)


def is_number(token: Token) -> bool:
    """Whether a token is a figure or a word for one ("12", "twenty-two", "dozens")."""
    return token.text[:1].isdigit() or token.lower.split("-")[0] in NUMBER_WORDS


def _is_active(rest: Sequence[Token], force: Force, tense: Tense) -> bool:
    """An object verb in the active is followed by its object, never by the "by" or "of" of a participle."""
    first = rest[0]
    if first.lower == "by" and tense in {"past", "participle"}:
        return False
    if force.frames == "o":
        reflexive = first.lower.endswith("self") or first.lower.endswith("selves")
        return (
            first.lower not in PREPOSITIONS - {"as", "on"} and first.text not in {",", "."} and not reflexive
        )
    if force.frames.startswith("ca"):
        return first.is_word and first.lower not in PREPOSITIONS | {"that"}
    return True


def _opens_clause(rest: Sequence[Token]) -> bool:
    return rest[0].lower in {"that", "how", "no", "there"} or rest[0].text in {":", QUOTE}


def _takes_clause(rest: Sequence[Token]) -> bool:
    return rest[0].text in {".", ","} or _is_clause_start(rest)


def _is_clause_start(rest: Sequence[Token]) -> bool:
    first = rest[0]
    if first.lower in {"that", "to", "it", "they", "he", "she", "there"} or first.text in {":", QUOTE, ","}:
        return True
    approximate = first.lower in _APPROXIMATE | {"more"}
    return approximate or is_determiner(first) or is_name_token(first) or first.text[:1].isdigit()


def _puts_figure(rest: Sequence[Token]) -> bool:
    """Match "put the toll at 12", "put the loss at the mill at 9", "placed the centre 9 kilometres from", "put that down to"."""
    words = [t.lower for t in rest]
    if is_number(rest[0]) or words[0] in PREPOSITIONS | _PARTICLES:
        return False
    if any(words[k : k + 2] == ["down", "to"] for k in range(1, 6)):
        return True
    at = next((k for k in range(1, len(rest)) if words[k] in _APPROXIMATE or is_number(rest[k])), None)
    straight = at is not None and not any(w in _BREAKS for w in words[:at])
    if straight and at is not None and any(is_number(t) for t in rest[at : at + 4]):
        return True  # "puts the start at shortly before two o'clock"
    end = next((k for k, t in enumerate(rest) if t.text in {".", ";"}), len(rest))
    return any(
        words[k] == "at" and _holds_amount(rest[k + 1 : min(k + 1 + _AMOUNT, end)]) for k in range(1, end)
    )


def _holds_amount(tokens: Sequence[Token]) -> bool:
    """Whether a figure follows that is no time of day: "at more than $9", not "at the gate", "at 9 p.m."."""
    at = next((k for k, t in enumerate(tokens) if is_number(t)), None)
    if at is None or ":" in tokens[at].text:
        return False
    return not (at + 1 < len(tokens) and tokens[at + 1].lower.replace(".", "") in _HALVES_OF_DAY)


def _gives_figure(rest: Sequence[Token]) -> bool:
    """Match "gave it a magnitude of 6.4", "gave the toll as 12", "gave 9,200 for the first day", "gave Lee 18,406 votes"."""
    words = [t.lower for t in rest]
    for k in range(2, min(len(rest) - 1, 12)):
        if words[k] in {"of", "as", "at"} and any(is_number(t) for t in rest[k + 1 : k + 4]):
            return words[k] == "as" or words[k - 1] in _MEASURES
    if is_number(rest[0]):
        return words[1:2] in (["as"], ["for"]) and any(t.lower in TIME_WORDS for t in rest[2:6])
    polled = (k for k in range(1, min(len(rest) - 1, 12)) if is_number(rest[k]) and words[k + 1] in _POLLED)
    return is_name_token(rest[0]) and next(polled, None) is not None


def _dates(rest: Sequence[Token]) -> bool:
    """Match "dated the attack to the small hours", not "dated the painter's sister"."""
    opens = is_determiner(rest[0]) or is_possessive(rest[0]) or is_name_token(rest[0])
    at = next((k for k, t in enumerate(rest[:8]) if k and t.lower == "to"), None)
    return opens and at is not None and not any(t.lower in {"and", "who"} for t in rest[:at])


def _changes_count(rest: Sequence[Token]) -> bool:
    """Match "raised its toll to 14", "cut the estimate from 22 to 14"."""
    words = [t.lower for t in rest]
    noun = next((k for k in range(1, min(6, len(rest))) if words[k] in _MEASURES), None)
    if noun is None or not (is_determiner(rest[0]) or is_possessive(rest[0])):
        return False
    return any(
        words[k] in {"to", "from", "by"} and is_number(rest[k + 1]) for k in range(noun, len(rest) - 1)
    )


def _takes_back(rest: Sequence[Token]) -> bool:
    """Match "withdrew its claim"."""
    return is_determiner(rest[0]) and any(t.lower in DOUBTS | _MEASURES | STATEMENTS for t in rest[:5])


def _names_as(rest: Sequence[Token]) -> bool:
    """Match "named the dead man as Leo Marsh"."""
    at = next((k for k, t in enumerate(rest[:10]) if t.lower == "as"), None)
    return at is not None and 0 < at < len(rest) - 1 and is_name_token(rest[at + 1])


def _labels(rest: Sequence[Token]) -> bool:
    """Match "called it “a disgrace”", "called the raid unprovoked"."""
    end = next((k for k, t in enumerate(rest) if t.text in {".", ",", ";"}), len(rest))
    pointed = rest[0].lower in {"it", "him", "her", "them", "the", "this"}
    return pointed and any(t.text == QUOTE or t.lower in _VERDICTS for t in rest[:end])


def _presents(rest: Sequence[Token]) -> bool:
    """Match "presented the raid as an answer"."""
    return rest[0].text not in {".", ","} and any(t.lower == "as" for t in rest[1:12])


def _answers(rest: Sequence[Token]) -> bool:
    """Match "replied that", "“...,” he observed.", not "recounted the votes"."""
    return rest[0].lower in {"that", "how"} or rest[0].text in {":", ",", ".", QUOTE}


def _sees_none(rest: Sequence[Token]) -> bool:
    """Match "sees no need for a recount", not "sees the harbour"."""
    return rest[0].lower in {"no", "little"} and len(rest) > 1 and rest[1].is_word


def _orders(rest: Sequence[Token]) -> bool:
    """Match "ordered the firm to pay", not "ordered a recount"."""
    return (
        is_determiner(rest[0]) or is_name_token(rest[0])
        if any(t.lower == "to" for t in rest[1:10])
        else False
    )


def _holds_to_blame(rest: Sequence[Token]) -> bool:
    """Match "held the firm responsible for", not "held a meeting"."""
    words = [t.lower for t in rest[:12]]
    return any(a in _TO_BLAME and b == "for" for a, b in pairwise(words))


_SHAPES: dict[str, Callable[[Sequence[Token]], bool]] = {
    "put": _puts_figure,
    "place": _puts_figure,
    "value": _puts_figure,
    "assess": _puts_figure,
    "give": _gives_figure,
    "raise": _changes_count,
    "lower": _changes_count,
    "cut": _changes_count,
    "increase": _changes_count,
    "reduce": _changes_count,
    "update": _changes_count,
    "withdraw": _takes_back,
    "name": _names_as,
    "identify": _names_as,
    "order": _orders,
    "see": _sees_none,
    "hold": _holds_to_blame,
    "date": _dates,
    "present": _presents,
    "depict": _presents,
    **dict.fromkeys(
        "answer reply respond recall recount observe continue conclude counter write protest".split(),
        _answers,
    ),
    "call": _labels,
    "label": _labels,
    "brand": _labels,
}
