"""The cue clause: its record, its subject, and its place in the sentence (room: brains)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from counterclaim.text.speakers.mentions import Mention
from counterclaim.text.speakers.nounphrases import (
    ADVERBS,
    AUXILIARIES,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE,
    TIME_WORDS,
    is_acronym,
    is_adverb,
)
from counterclaim.text.speech.cues import DOUBTS, Force
from counterclaim.text.speech.extras import Extras, is_end, time_end
from counterclaim.text.speech.subjects import subject_before, whom_relative
from counterclaim.text.tokens import Token

Place = Literal["leading", "trailing", "participle", "relative", "source", "relay"]

_NOBODY = frozenset("nobody noone none nothing neither everyone anybody anyone everything something".split())
_BETWEEN = AUXILIARIES | frozenset({"neither", "all", "both", "each"})
_ENDINGS = frozenset({",", QUOTE, "—", "–", "-", "?", "!", "…"})
_SCENE = PREPOSITIONS | ADVERBS | TIME_WORDS
_OPENING = 6  # tokens of time before a subject: "Later on Friday evening,"


class Cue(NamedTuple):
    """One cue clause: tokens [start, end); `end` is where the content starts if the cue leads.

    `subject` None means that the subject is the one of the cue before, or of the sentence. `place` says which words
    are covered: those after ("leading", "participle": ", adding that"), those before ("trailing", "relative": ", which
    X denied"), or that the cue names a further link: "source" (", citing X"), "relay" ("as reported by X"). `via` is
    a relay named inside the clause ("was quoted by X as saying"); `since` the token before which nothing is covered
    by a trailing cue that a figure's participle makes ("the damage, put at $4m by X").
    """

    force: Force
    subject: Mention | None
    start: int
    verb: int
    end: int
    place: Place
    word: str
    extras: Extras
    via: Mention | None = None
    since: int | None = None


class Subject(NamedTuple):
    """The subject of a reporting verb (None: shared), where its clause starts (None: no cue), and how it is bound."""

    mention: Mention | None
    start: int | None
    place: Place = "leading"


NO_SUBJECT = Subject(None, None)


def find_subject(text: str, tokens: Sequence[Token], verb: int, before: Sequence[Cue]) -> Subject:
    """Find who is the subject of the verb at token `verb`. `before` are the cues that stand before it.

    >>> from counterclaim.text.tokens import tokenize
    >>> news = "The mayor has later said"
    >>> find_subject(news, tokenize(news), 4, ()).mention.role
    'mayor'
    """
    k = verb
    while k and (tokens[k - 1].lower in _BETWEEN or is_adverb(tokens[k - 1])):
        k -= 1
    if not k:
        return NO_SUBJECT
    word = tokens[k - 1]
    if word.lower in {"and", "but", "or"}:
        return Subject(None, k - 1 if before or k > 2 else None)  # noqa: PLR2004 (a subject and its verb stand before)
    if word.lower == "who" and not is_acronym(word):
        return _of_relative(text, tokens, k - 1, before)
    mention, start = subject_before(text, tokens, k)
    if mention is None and word.text == "," and _goes_on_list(tokens, k, before):
        return Subject(None, k - 1)
    if mention is None or mention.pronoun in {"we", "i"} or mention.head in _NOBODY:
        return NO_SUBJECT
    start -= bool(start) and tokens[start - 1].lower == "whose"
    return Subject(mention, start, "relative" if _is_relative(tokens, start) else "leading")


def _of_relative(text: str, tokens: Sequence[Token], who: int, before: Sequence[Cue]) -> Subject:
    """Match "said Prell, who estimated": the speaker of the cue before, or the phrase that "who" follows."""
    at = who - 1 if who and tokens[who - 1].text == "," else who
    if before and before[-1].place == "trailing" and before[-1].end in {at, who}:
        return Subject(None, who)
    mention = whom_relative(text, tokens, at)
    return Subject(mention, who) if mention is not None and not mention.pronoun else NO_SUBJECT


def _goes_on_list(tokens: Sequence[Token], k: int, before: Sequence[Cue]) -> bool:
    """Whether ", placed ..." goes on a cue whose content is still open."""
    if not before or before[-1].place not in {"leading", "participle"}:
        return False
    return k > before[-1].end and tokens[k].lower not in PRONOUNS


def _is_relative(tokens: Sequence[Token], start: int) -> bool:
    """Whether the clause hangs on the words before: ", which X denied", ", a charge X denies"."""
    if start > 1 and tokens[start - 1].lower == "which":
        return True
    match [t.lower for t in tokens[max(0, start - 3) : start]]:
        case [",", "a" | "an" | "the", noun]:
            return noun in DOUBTS
        case _:
            return False


def cue_place(tokens: Sequence[Token], start: int, extras: Extras) -> Place:
    """Leading or trailing: a cue trails when text or a quotation stands before it and nothing that is said after it.

    >>> from counterclaim.text.tokens import tokenize
    >>> cue_place(tokenize("It rained, Lee said."), 3, Extras(5)), cue_place(tokenize("Lee said it rained."), 0, Extras(2))
    ('trailing', 'leading')
    """
    end = extras.end
    if not start or not is_end(tokens, end):
        return "leading"
    before = tokens[start - 2] if tokens[start - 1].lower == "as" and start > 1 else tokens[start - 1]
    if before.text not in _ENDINGS or (end < len(tokens) and tokens[end].text == ":"):
        return "leading"
    following = [t.text for t in tokens[end : end + 2]]
    quoted_before = any(t.text == QUOTE for t in tokens[:start])
    introduces = following == [",", QUOTE] and _sets_scene(tokens[0])
    if not quoted_before and (introduces or following[:1] == [QUOTE]):
        return "leading"
    return "trailing"


def _sets_scene(first: Token) -> bool:
    """Whether the words before a cue only set the scene ("In Lisse, the mayor said, “...”")."""
    return first.lower in _SCENE or first.lower.endswith("ing")


def add_time_before(tokens: Sequence[Token], start: int, subject: Mention | None, extras: Extras) -> Extras:
    """Add the time of the saying where it stands before the verb: "On Friday, Ruiz said", "Ruiz on Friday said".

    >>> from counterclaim.text.tokens import tokenize
    >>> add_time_before(tokenize("On Friday, Ruiz said it rained."), 3, Mention(11, 15, "Ruiz"), Extras(5)).time
    (0, 2)
    """
    if extras.time is not None or subject is None:
        return extras
    opening = start
    while (
        opening and start - opening < _OPENING and tokens[opening - 1].text not in {".", ";", QUOTE, "—", "–"}
    ):
        opening -= 1
    stop = time_end(tokens, opening)
    if stop > opening and (stop == start or (stop == start - 1 and tokens[stop].text == ",")):
        return extras._replace(time=(opening, stop))
    inside = (
        k for k in range(start, extras.end) if tokens[k].lower == "on" and tokens[k].start >= subject.end
    )
    at = next((k for k in inside if time_end(tokens, k) > k), None)
    return extras if at is None else extras._replace(time=(at, time_end(tokens, at)))
