"""Reporting verbs with their subjects, and the list of all cues of a sentence (room: brains).

A cue is a subject and a reporting verb in either order ("X told reporters on Sunday that", "said Y"), or one of the
phrases of `sourcing`. Its place tells which words it covers; `contents` draws the spans.
"""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.text.speakers.mentions import Mention
from counterclaim.text.speakers.nounphrases import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    QUOTE,
    STANDING,
    STOPPERS,
    is_adverb,
    is_verb_like,
)
from counterclaim.text.speech.cueclauses import Cue, add_time_before, cue_place, find_subject
from counterclaim.text.speech.cues import Force, Tense, find_phrase, find_verb
from counterclaim.text.speech.extras import OCCASIONS, Extras, is_end, read_extras
from counterclaim.text.speech.shapes import fits_phrase, fits_shape
from counterclaim.text.speech.sourcing import find_sourcing
from counterclaim.text.speech.subjects import subject_after, subject_before
from counterclaim.text.speech.valuers import find_valuer
from counterclaim.text.tallies import holds_tally
from counterclaim.text.tokens import Token

_NEGATIONS = frozenset("not never n't nor neither hardly no".split())
_MODALS = frozenset("will would shall should can could may might must to".split())
_BE = frozenset("is are was were be been being am".split())
_HAVE = frozenset("has have had having".split())
_HELPERS = AUXILIARIES | _MODALS | _NEGATIONS
_ALWAYS = frozenset("say tell add".split())  # verbs that anything can be the subject of
_AFTER_INVERTED = frozenset("who when as after before while".split())
_UTTERED = frozenset(",.!?…")
_MOST = 60  # cues in one unit: a sentence with more is no sentence
_REACH = 4  # helpers before a verb


class _Verb(NamedTuple):
    """A reporting verb at tokens [at, last]."""

    at: int
    last: int
    force: Force
    tense: Tense


def find_cues(text: str, tokens: Sequence[Token]) -> tuple[Cue, ...]:
    """Every cue clause of a unit of text (a sentence, or several that one quotation spans), in order.

    >>> from counterclaim.text.tokens import tokenize
    >>> news = "The road is closed, said mayor Ann Lee."
    >>> [(c.word, c.subject.name, c.place) for c in find_cues(news, tokenize(news))]
    [('said', 'Ann Lee', 'trailing')]
    """
    found: list[Cue] = []
    i = 0
    while i < len(tokens) and len(found) < _MOST:
        cue = (
            find_sourcing(text, tokens, i, found)
            or find_valuer(text, tokens, i, found)
            or _verb_cue(text, tokens, i, found)
        )
        if cue is None:
            i += 1
            continue
        if found and _holds_aside(tokens, cue, found[-1]):
            found.pop()
        found.append(cue)
        i = max(cue.end, cue.verb + 1)
    return tuple(found)


def _holds_aside(tokens: Sequence[Token], cue: Cue, before: Cue) -> bool:
    """Whether the cue before lies between this one's subject and verb: "An engineer, who begged us not to name him, said"."""
    inside = cue.place == "leading" and cue.start < before.start and before.end <= cue.verb
    return inside and tokens[before.start].lower == "who"


def _verb_cue(text: str, tokens: Sequence[Token], i: int, before: Sequence[Cue]) -> Cue | None:
    verb = _read_verb(tokens, i)
    if verb is None:
        return _after_quote(text, tokens, i)
    odd = _passive(text, tokens, verb) or _inverted(text, tokens, verb)
    if odd is not None:
        return odd
    fits = (
        fits_shape(tokens, i, verb.force, verb.tense) or _closes(text, tokens, verb)
        if i == verb.last
        else fits_phrase(tokens, verb.last, verb.force)
    )
    if not fits:
        return None
    if verb.force.frames.startswith("q") and not _is_quoting(tokens, i, verb.last, anywhere=True):
        return None
    if _is_finite(tokens, i, verb.tense):
        return _finite(text, tokens, verb, before)
    return _participle(text, tokens, verb) if verb.tense == "ing" else None


def _closes(text: str, tokens: Sequence[Token], verb: _Verb) -> bool:
    """Whether a verb that may report closes what stands before it: "“...,” she wrote in an email".

    Right behind an utterance any such verb does; behind a statement only where the occasion of saying follows.
    """
    if not verb.force.frames.startswith("c") or verb.tense not in {"past", "present"}:
        return False
    extras = read_extras(text, tokens, verb.last, "c")
    if extras.end == verb.last + 1 or not is_end(tokens, extras.end):
        return False
    mention, start = subject_before(text, tokens, verb.at)
    if mention is None or not start:
        return False
    before = tokens[start - 1]
    if before.text == QUOTE:
        return text[before.end - 2] in _UTTERED
    stated = any(is_verb_like(t) for t in tokens[: start - 1])
    first = tokens[0].lower
    scene = first in PREPOSITIONS | STOPPERS or first.endswith("ing")
    occasion = any(t.lower in OCCASIONS for t in tokens[verb.last + 1 : extras.end])
    return before.text == "," and stated and occasion and not scene


def _after_quote(text: str, tokens: Sequence[Token], i: int) -> Cue | None:
    """Any verb in the past right behind an utterance and a subject reports it: "“...,” she fumed."."""
    low = tokens[i].text
    if not (low.islower() and low.endswith("ed") and is_end(tokens, i + 1)):
        return None
    mention, start = subject_before(text, tokens, i)
    if mention is None or not start or tokens[start - 1].text != QUOTE or mention.kind == "document":
        return None
    if text[tokens[start - 1].end - 2] not in _UTTERED:
        return None  # "the “so-called” fund collapsed"
    return Cue(Force("say", "ci"), mention, start, i, i + 1, "trailing", tokens[i].text, Extras(i + 1))


def _read_verb(tokens: Sequence[Token], i: int) -> _Verb | None:
    token = tokens[i]
    if i and token.text[:1].isupper() and tokens[i - 1].text[:1].isupper() and not token.text.isupper():
        return None  # a name: "Omar Said"
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    phrase = find_phrase(token.lower, after)
    known = phrase or find_verb(token.lower)
    return _Verb(i, i + 1 if phrase else i, *known) if known is not None else None


def _finite(text: str, tokens: Sequence[Token], verb: _Verb, before: Sequence[Cue]) -> Cue | None:
    """Match "X told reporters on Sunday that P", "P, X said"."""
    force, (mention, start, place) = verb.force, find_subject(text, tokens, verb.at, before)
    if start is None:
        return None
    if not (_can_speak(mention, force) or _is_quoting(tokens, start, verb.last)):
        return None
    if verb.tense == "base" and mention is not None and not _is_plural(mention):
        return None
    extras = read_extras(text, tokens, verb.last, force.frames)
    if start == 0 and extras.end >= len(tokens):
        return None
    if extras.addressee is not None and not is_end(tokens, extras.end) and tokens[extras.end].lower == "to":
        force, extras = (
            force._replace(stance="demanded"),
            Extras(verb.last + 1),
        )  # "told the court to sit again"
    if place == "leading":
        place = cue_place(tokens, start, extras)
    if place == "leading":
        extras = add_time_before(tokens, start, mention, extras)
    word = text[tokens[verb.at].start : tokens[verb.last].end]
    return Cue(force, mention, start, verb.at, extras.end, place, word, extras)


def _is_plural(subject: Mention) -> bool:
    """Whether a verb without ending can be the subject's: "officials say", not "the officer say"."""
    return subject.plural or subject.pronoun == "they" or (subject.head or "").endswith("s") or subject.media


def _is_finite(tokens: Sequence[Token], i: int, tense: Tense) -> bool:
    """Whether the verb at `i` is a main verb in the active and affirmed: no passive, modal, infinitive, negation."""
    helpers: set[str] = set()
    k = i - 1
    while k >= 0 and i - k <= _REACH and (tokens[k].lower in _HELPERS or is_adverb(tokens[k])):
        helpers.add(tokens[k].lower)
        k -= 1
    if helpers & (_NEGATIONS | _MODALS):
        return False
    if tense == "ing" or helpers & _BE:
        return tense == "ing" and bool(helpers & _BE)
    if tense == "participle":
        return bool(helpers & _HAVE)
    return tense == "base" or not helpers & {"did", "do", "does"}


def _participle(text: str, tokens: Sequence[Token], verb: _Verb) -> Cue | None:
    """Match ", adding that P": a cue without a subject of its own."""
    before = tokens[verb.at - 1] if verb.at else None
    if before is None or not (before.text in {",", QUOTE} or _joins_participles(tokens, verb.at)):
        return None
    extras = read_extras(text, tokens, verb.last, verb.force.frames)
    if extras.end >= len(tokens):
        return None
    return Cue(verb.force, None, verb.at, verb.at, extras.end, "participle", tokens[verb.at].text, extras)


def _joins_participles(tokens: Sequence[Token], i: int) -> bool:
    """Whether the participle at `i` follows another one of saying and an "and"."""
    if tokens[i - 1].lower != "and":
        return False
    known = (find_verb(t.lower) for t in reversed(tokens[max(0, i - 12) : i - 1]))
    last = next((k for k in known if k is not None), None)
    return last is not None and last[1] == "ing"


def _inverted(text: str, tokens: Sequence[Token], verb: _Verb) -> Cue | None:
    """Match ", said Prell", "“...” said Rana Velk": the verb first, its subject after it."""
    i = verb.at
    if (
        "i" not in verb.force.frames
        or verb.tense not in {"past", "present"}
        or not _follows_content(tokens, i)
    ):
        return None
    found = subject_after(text, tokens, i + 1)
    if found is None or (tokens[i - 1].text == "," and subject_before(text, tokens, i)[0] is not None):
        return None
    subject, end = found
    extras = read_extras(text, tokens, end - 1, "ci")
    if not is_end(tokens, extras.end) and tokens[extras.end].lower not in _AFTER_INVERTED:
        return None
    if not _can_invert(subject, verb.force, tokens[i - 1]):
        return None
    return Cue(verb.force, subject, i, i, extras.end, "trailing", tokens[i].text, extras)


def _follows_content(tokens: Sequence[Token], i: int) -> bool:
    """Whether a quotation, or words enough for a statement and a mark, stand right before token `i`."""
    if not i or tokens[i - 1].text not in {",", QUOTE, "—", "–", "-", "?", "!"}:
        return False
    return any(t.text == QUOTE for t in tokens[:i]) or i > 2  # noqa: PLR2004 (two words and a comma at the least)


def _can_invert(subject: Mention, force: Force, before: Token) -> bool:
    """Whether the words after the verb can be its subject: "said a nurse", not "said nothing", "denies two counts"."""
    if subject.pronoun:
        return subject.pronoun not in {"it", "they"}
    if subject.name or subject.kind in {"person", "group", "organisation"}:
        return True
    return (force.lemma in _ALWAYS or before.text == QUOTE) and subject.determined


def _passive(text: str, tokens: Sequence[Token], verb: _Verb) -> Cue | None:
    """Match "was confirmed by the hospital": an answer to the words before it."""
    i = verb.at
    answers = verb.force.stance in {"confirmed", "denied", "rejected"} and not holds_tally(tokens[i + 1 :])
    if not answers or i + 1 >= len(tokens) or tokens[i + 1].lower != "by":
        return None
    start = i
    while start and tokens[start - 1].lower in AUXILIARIES | ADVERBS:
        start -= 1
    found = subject_after(text, tokens, i + 2)
    if found is None or found[0].pronoun or not any(t.lower in _BE for t in tokens[start:i]):
        return None
    return Cue(verb.force, found[0], start, i, found[1], "trailing", tokens[i].text, Extras(found[1]))


def _is_quoting(tokens: Sequence[Token], start: int, last: int, *, anywhere: bool = False) -> bool:
    """Whether the clause stands right at a quotation, where any noun can be the speaker ("“...,” the crowd shouted")."""
    near = [*tokens[0 if anywhere else max(0, start - 1) : start], *tokens[last + 1 : last + 3]]
    return any(t.text == QUOTE for t in near)


def _can_speak(subject: Mention | None, force: Force) -> bool:
    """Whether the subject is of a sort that can be said to say this."""
    if subject is None or force.lemma in _ALWAYS:
        return True
    if force.lemma == "show":
        return subject.kind == "document"
    if force.lemma.startswith("be "):
        return subject.pronoun != "it"  # "it is certain that": nobody is
    if subject.pronoun or subject.name:
        return True
    if subject.head in STANDING:
        return force.lemma == "claim"
    return subject.kind is not None
