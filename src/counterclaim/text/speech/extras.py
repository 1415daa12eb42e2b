"""What stands between a reporting verb and what is said: addressee, place, occasion, time, "that" (room: brains)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.text.speakers.mentions import Mention, read_mention
from counterclaim.text.speakers.nounphrases import (
    ADVERBS,
    NUMERALS,
    QUOTE,
    STOPPERS,
    is_determiner,
    is_name_token,
    phrase_end,
)
from counterclaim.text.speakers.roles import noun_kind
from counterclaim.text.tokens import Token

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow".split()
)
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec""".split()
)
_DAYTIMES = frozenset("morning afternoon evening night noon midnight midday local time".split())
_SPANS = frozenset("day week month year weekend".split())
_CLOCK = frozenset("a.m p.m am pm gmt utc a p".split())
_BEFORE_TIME = frozenset("on at in by late early earlier later since last next this the shortly just".split())
_HOURS = NUMERALS - {"one"} | {"noon", "midday", "midnight", "dawn", "dusk"}
_ABOUT_HOURS = frozenset("before after around about at by since until".split())
_DIGITAL = re.compile(r"\d{1,2}[.:]\d{2}")
_BEFORE_MORE = frozenset("on at in of".split())
_PLACES = frozenset(
    "of about on in at to from by via over through outside inside during after before following near for".split()
)
_NO_PLACE = frozenset("least most about all".split())
# An occasion of speaking: "in a statement", "at a news conference".
OCCASIONS = frozenset(
    """statement statements interview interviews conference conferences briefing briefings report bulletin letter speech post
    posts tweet court parliament telephone phone television radio email e-mail message messages video note filing release
    evidence press facebook twitter x telegram instagram tv hearing debate meeting address broadcast testimony writing rally
    parade ceremony event call""".split()
)
_SAYING_ADVERBS = frozenset("here again also afterwards afterward too however later earlier".split())
_NO_ADVERBS = frozenset("only nearly mostly roughly early family likely hardly italy july".split())
_HEARERS = frozenset({"person", "group", "organisation", "media"})
_CLAUSE_OPENERS = frozenset("that what how why who not as whether and".split())
_ENDS = frozenset({".", ",", ";", ":", "!", "?", "—", "–", "-", "…", QUOTE, ")", "]"})
# How a crowd takes what is said: "she said to cheers".
_REACTIONS = frozenset("applause cheers cheering boos jeers laughter silence whistles groans".split())
_PARTICIPLES = frozenset("seen sent read written shown given put made held".split())
_ASIDE = 10  # tokens of an aside: ", on condition of anonymity,"


class Extras(NamedTuple):
    """Where the words of the saying end; the tokens of its time; to whom it was said."""

    end: int
    time: tuple[int, int] | None = None
    addressee: Mention | None = None


def is_end(tokens: Sequence[Token], i: int) -> bool:
    """Whether the sentence or its clause ends at token `i`."""
    return i >= len(tokens) or tokens[i].text in _ENDS


def read_extras(text: str, tokens: Sequence[Token], verb: int, frames: str) -> Extras:
    """Read the words after the verb up to what is said.

    >>> from counterclaim.text.tokens import tokenize
    >>> news = "told reporters in Orle on Monday that it rained"
    >>> extras = read_extras(news, tokenize(news), 0, "ca")
    >>> extras.addressee.phrase, extras.time, extras.end
    ('reporters', (4, 6), 7)
    """
    i, addressee = _read_addressee(text, tokens, verb + 1) if frames == "ca" else (verb + 1, None)
    time: tuple[int, int] | None = None
    firm = i
    clausal = frames[:1] in {"c", "q"}
    while i < len(tokens):
        stop = time_end(tokens, i)
        if stop > i:
            time = time or (i, stop)
            i = firm = stop
        elif _is_adverb(tokens, i):
            i = firm = i + 1
        elif clausal and (stop := _occasion_end(tokens, i)) > i:
            named = any(t.lower in OCCASIONS for t in tokens[i:stop])
            stop = _qualified_end(tokens, stop) if named else stop
            firm = stop if named else firm
            i = stop
        else:
            break
    end = i if is_end(tokens, i) or tokens[i].lower == "that" else firm
    return Extras(_step_over_that(tokens, end), time if time and time[0] < end else None, addressee)


def _step_over_that(tokens: Sequence[Token], end: int) -> int:
    """Step over "that" and ", however, that"; a mark before a quotation stays to show the end."""
    at = _aside_end(tokens, end)
    that = at < len(tokens) and tokens[at].lower == "that" and not is_end(tokens, at + 1)
    return at + 1 if that else end


def _aside_end(tokens: Sequence[Token], end: int) -> int:
    """The token after "said, on condition of anonymity," or "said, however,"; `end` if no aside follows."""
    if end + 2 >= len(tokens) or tokens[end].text != ",":
        return end
    if tokens[end + 1].lower not in _PLACES | ADVERBS | {"as"}:
        return end
    stop = next((k for k in range(end + 2, min(end + _ASIDE, len(tokens))) if tokens[k].text in _ENDS), end)
    return stop + 1 if stop > end and tokens[stop].text == "," else end


def _is_adverb(tokens: Sequence[Token], i: int) -> bool:
    low = tokens[i].lower
    if low in _SAYING_ADVERBS or (low.endswith("ly") and low not in _NO_ADVERBS):
        return True
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return (low == "once" and after in {"more", "again"}) or (low == "more" and tokens[i - 1].lower == "once")


def _read_addressee(text: str, tokens: Sequence[Token], i: int) -> tuple[int, Mention | None]:
    """The noun phrase or pronoun after "told"; none where a verb follows it ("told how it was", not "told X was")."""
    pronoun = i < len(tokens) and tokens[i].lower in {"him", "her", "them", "me", "us"}
    stop = i + 1 if pronoun else phrase_end(tokens, i, len(tokens))
    if stop == i and _is_shift(tokens, i):
        stop = i + 3
    if stop == i or (stop < len(tokens) and tokens[stop].lower in STOPPERS - _CLAUSE_OPENERS):
        return i, None
    return stop, read_mention(text, tokens[i:stop])


def _is_shift(tokens: Sequence[Token], i: int) -> bool:
    """Whether those addressed are named by their hours: "the night shift", "the morning crew"."""
    return (
        i + 2 < len(tokens)
        and is_determiner(tokens[i])
        and tokens[i + 2].lower in {"shift", "crew", "team", "watch"}
    )


def _occasion_end(tokens: Sequence[Token], i: int) -> int:
    """The end of "in a statement", "at gate two"; `i` if none starts there ("over 100 people")."""
    if tokens[i].lower not in _PLACES or i + 1 >= len(tokens):
        return i
    first = tokens[i + 1]
    if first.text[:1].isdigit() or first.lower in _NO_PLACE:
        return i
    stop = phrase_end(tokens, i + 1, len(tokens))
    hearer = is_determiner(first) or is_name_token(first) or noun_kind(tokens[stop - 1].lower) in _HEARERS
    hearer = hearer or tokens[stop - 1].lower in _REACTIONS
    if stop == i + 1 or (tokens[i].lower == "to" and not hearer):
        return i
    return stop


def _qualified_end(tokens: Sequence[Token], i: int) -> int:
    """The end of what is told of an occasion up to a mark: "in a letter seen by the Courier,"; `i` if nothing is."""
    if i + 1 >= len(tokens) or not (tokens[i].lower.endswith("ed") or tokens[i].lower in _PARTICIPLES):
        return i
    if tokens[i + 1].lower not in _PLACES | {"by"}:
        return i
    stop = next((k for k in range(i, min(i + _ASIDE, len(tokens))) if tokens[k].text in _ENDS), len(tokens))
    return stop if stop <= i + _ASIDE and not any(t.lower in STOPPERS for t in tokens[i:stop]) else i


def time_end(tokens: Sequence[Token], i: int) -> int:
    """The end of the time words that start at `i` ("on Sunday night", "at 6 p.m. on Monday"); `i` if none do.

    >>> from counterclaim.text.tokens import tokenize
    >>> time_end(tokenize("on Sunday 31 people died"), 0)
    2
    """
    hour = _hour_end(tokens, i)
    if hour > i:
        return hour
    k = i
    while k < len(tokens) and k < i + 3 and tokens[k].lower in _BEFORE_TIME:
        k += 1
    stop = _core_end(tokens, k, prefixed=k > i)
    if stop == k:
        return i
    while stop < len(tokens):
        further = stop
        if tokens[further].lower in _BEFORE_MORE:
            further += 1 + (further + 1 < len(tokens) and tokens[further + 1].lower == "the")
        more = _core_end(tokens, further, prefixed=True)
        if more == further:
            break
        stop = more
    return stop


def _hour_end(tokens: Sequence[Token], i: int) -> int:
    """The end of an hour without "a.m." that closes a clause or goes on in a time: "at 1.15 this morning", "before ten"."""
    at = i + (tokens[i].lower in {"shortly", "just", "soon"})
    if at + 1 >= len(tokens) or tokens[at].lower not in _ABOUT_HOURS:
        return i
    if tokens[at + 1].lower not in _HOURS and not _DIGITAL.fullmatch(tokens[at + 1].text):
        return i
    end = at + 2 + (at + 2 < len(tokens) and tokens[at + 2].lower in {"o'clock", "o’clock"})
    if is_end(tokens, end):
        return end
    further = time_end(tokens, end)
    return further if further > end else end if tokens[end].lower in {"to", "that"} else i


def _core_end(tokens: Sequence[Token], k: int, *, prefixed: bool) -> int:
    """The end of one time word or pair: a day, a date, an hour, a part of the day."""
    if k >= len(tokens):
        return k
    low, after = tokens[k].lower, tokens[k + 1].lower if k + 1 < len(tokens) else ""
    if low in _DAYS or (prefixed and low in _DAYTIMES | _SPANS):
        return k + 1
    if low in _MONTHS and tokens[k].text[:1].isupper() and (prefixed or after[:1].isdigit()):
        return k + 1 + after[:1].isdigit()
    return _clock_end(tokens, k, after) if low[:1].isdigit() else k


def _clock_end(tokens: Sequence[Token], k: int, after: str) -> int:
    """The end of "12 October 2025" or "6.30 p.m."; `k` for any other number."""
    if after in _MONTHS:
        year = tokens[k + 2].text if k + 2 < len(tokens) else ""
        return k + 2 + (year.isdigit() and len(year) == len("2025"))
    if after not in _CLOCK:
        return k
    stop = k + 2
    while stop < min(len(tokens), k + 5) and tokens[stop].lower in {".", "m"}:
        stop += 1
    return stop
