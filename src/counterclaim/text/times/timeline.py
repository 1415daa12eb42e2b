"""Resolves the time phrases of a text in order, each in the light of those before it (room: brains).

Owns what one phrase takes from its surroundings: the publication, the last time mentioned, the scene (the last time
that dates what is told, not who said it when), the verb, and the partner of a range ("from Monday to Friday").
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from counterclaim.text.times.almanac import Interval, Setting
from counterclaim.text.times.intervals import Bounds, Phrase, Place, bound, fix_zone, locate
from counterclaim.text.times.phrases import Found, find_phrases
from counterclaim.text.times.tense import (
    Verb,
    is_demand,
    is_speech,
    nearest_verb,
    number_clauses,
    number_sentences,
)
from counterclaim.text.times.words import Date, Length, Shift, Weekday, word_at
from counterclaim.text.tokens import Token

_ONE_DAY: Final = dt.timedelta(days=1)
_WEEK: Final = dt.timedelta(days=7)
_LONGEST_SCENE: Final = 2 * _ONE_DAY
_PLACED_BY: Final = frozenset("on in from by until since of for before after between".split())
_RANGE_LINKS: Final = frozenset((("to",), ("-",), ("–",), ("until",), ("till",), ("through",)))


class Resolved(NamedTuple):
    """A phrase (or the two of a range) with its interval and clause; `end` is the offset at which its words end."""

    found: Found
    end: int
    bounds: Bounds
    is_range: bool
    clause: int


def resolve_phrases(
    text: str, words: Sequence[Token], setting: Setting, *, offset: int | None
) -> Iterator[Resolved]:
    """Resolve each time phrase of `words`; `offset` is the publication's distance from UTC in minutes.

    >>> from counterclaim.text.tokens import tokenize
    >>> text = "It fell on Saturday. A day earlier it stood."
    >>> setting = set_stage(dt.date(2025, 10, 14))[0]
    >>> [str(found.bounds[0]) for found in resolve_phrases(text, tokenize(text), setting, offset=None)]
    ['2025-10-11 00:00:00', '2025-10-10 00:00:00']
    """
    sentences = number_sentences(text, words)
    clauses = number_clauses(words, sentences)
    last_sentence = last_scene = -1
    queue = find_phrases(words)
    place = 0
    while place < len(queue):
        found, partner = queue[place], _find_partner(words, queue[place : place + 2])
        place += 2 if partner else 1
        verb = nearest_verb(words, sentences, first=found.first, after=found.after)
        found = _look_ahead(words, found, verb) if partner else _close(words, _look_ahead(words, found, verb))
        continued = sentences[found.first] == last_sentence
        near = last_scene < 0 or "\n" not in text[last_scene : found.phrase.start]
        now = _turn(setting._replace(near=near), verb, found, continued=continued)
        if verb is not None and verb.tense == "past" and not _is_placed(words, sentences, found):
            now = setting._replace(tense=None)
        spot, bounds = _resolve(found, partner, now, offset)
        bounds = fix_zone(bounds, spot.zone if spot else None, offset)
        end = (partner or found).phrase.end
        yield Resolved(found, end, bounds, partner is not None, clauses[found.after - 1])
        if spot is not None:
            before = setting.scene
            setting = _remember(setting, found, spot.interval, verb)
            last_sentence = sentences[found.first]
            last_scene = found.phrase.end if setting.scene is not before else last_scene


def set_stage(
    published: dt.date | dt.datetime | None, mentioned: Interval | None = None
) -> tuple[Setting, int | None]:
    """What holds before the first phrase, and the publication's distance from UTC in minutes.

    >>> set_stage(dt.date(2025, 10, 12))[0].moment
    datetime.datetime(2025, 10, 13, 0, 0)
    """
    if published is None:
        return Setting(mentioned=mentioned, scene=mentioned), None
    if not isinstance(published, dt.datetime):
        end = dt.datetime.combine(published, dt.time()) + _ONE_DAY if published < dt.date.max else None
        return Setting(published, end, mentioned=mentioned, scene=mentioned), None
    away = published.utcoffset()
    wall = published.replace(tzinfo=None)
    setting = Setting(wall.date(), wall, exact=True, mentioned=mentioned, scene=mentioned)
    return setting, None if away is None else round(away.total_seconds() / 60)


def _find_partner(words: Sequence[Token], pair: Sequence[Found]) -> Found | None:
    """The phrase that ends the range which the first of the pair begins, if it does."""
    if len(pair) < 2 or not _can_pair(*pair):  # noqa: PLR2004 - a pair
        return None
    first, last = pair
    link = tuple(words[place].lower for place in range(first.after, last.first))
    if first.opener == "between":
        return last if link == ("and",) else None
    if link in _RANGE_LINKS:
        return last
    joined = not link and last.phrase.relation == "until"
    through = word_at(words, last.first) == "through"
    return last if joined and (first.opener == "from" or through) else None


def _can_pair(first: Found, last: Found) -> bool:
    """Both ends are of one kind: two clock times, or two days, months or years."""
    a, b = first.phrase, last.phrase
    if first.other is not None or last.other is not None:
        return False
    return (a.clock is None) == (b.clock is None) and not (a.day is None and a.clock is None)


def _is_placed(words: Sequence[Token], sentences: Sequence[int], found: Found) -> bool:
    """Whether a date is an adverb, which the verb dates; "was told 19 December" is an object and may lie ahead."""
    if not isinstance(found.phrase.day, Date) or not words[found.first].text[0].isdecimal():
        return True
    begins = found.first == 0 or sentences[found.first - 1] != sentences[found.first]
    return begins or word_at(words, found.first - 1) in _PLACED_BY


def _turn(setting: Setting, verb: Verb | None, found: Found, *, continued: bool) -> Setting:
    """The setting with the verb's view; "would" looks ahead from the time just named in its sentence."""
    relation = found.phrase.relation
    if verb is None:
        # "From Monday" or "until 31 March" without a verb is an announcement.
        return setting._replace(tense="future" if _announces(found) else None)
    if is_demand(verb) and relation in ("by", "until", "before"):
        return setting._replace(tense="future")
    base = None
    if verb.word == "would" and continued and setting.mentioned is not None:
        base = setting.mentioned[0].date()
    return setting._replace(tense=verb.tense, base=base)


def _look_ahead(words: Sequence[Token], found: Found, verb: Verb | None) -> Found:
    """Read "in two weeks" as a date where the verb looks ahead; else it is how long something took."""
    length = found.other
    if (
        not isinstance(length, Length)
        or not length.ahead
        or not length.amount
        or not verb
        or verb.tense != "future"
    ):
        return found
    day = Shift(length.amount, length.unit, "published")
    phrase = found.phrase._replace(start=words[found.first - 1].start, day=day)
    return found._replace(phrase=phrase, first=found.first - 1, other=None)


def _close(words: Sequence[Token], found: Found) -> Found:
    """A "between" without its second time is not part of the expression."""
    if found.opener != "between" or found.phrase.names_range:
        return found
    return found._replace(
        phrase=found.phrase._replace(start=words[found.first + 1].start), first=found.first + 1
    )


def _announces(found: Found) -> bool:
    relation = found.phrase.relation
    return relation == "until" or (relation == "since" and found.opener == "from")


def _resolve(
    found: Found, partner: Found | None, setting: Setting, offset: int | None
) -> tuple[Place | None, Bounds]:
    """Where the phrase lies and what its preposition leaves of that; nothing for lengths and habits."""
    unresolved = (None, (None, None))
    if found.other is not None:
        return unresolved
    try:
        if partner is not None:
            return _resolve_range(found, partner, setting, offset)
        spot = locate(found.phrase, setting, offset)
        return (spot, bound(spot, found.phrase)) if spot else unresolved
    except OverflowError:
        return unresolved  # beyond the first or last day of the calendar


def _resolve_range(
    found: Found, partner: Found, setting: Setting, offset: int | None
) -> tuple[Place | None, Bounds]:
    """From the start of the first phrase to the end of its partner; each lends the other a day or year it lacks."""
    a, b = _share(found.phrase, partner.phrase)
    start = locate(a, setting, offset)
    last = locate(b, setting._replace(scene=start.interval if start else setting.scene), offset)
    if start is None or last is None:
        return None, (None, None)
    low = start.interval[0]
    high = last.interval[1] - dt.timedelta(minutes=1) if b.clock else last.interval[1]
    if high <= low and (a.clock is not None or isinstance(b.day, Weekday)):
        high += _ONE_DAY if a.clock is not None else _WEEK
    if high <= low:
        return None, (None, None)
    return Place((low, high), last.zone or start.zone), (low, high)


def _share(a: Phrase, b: Phrase) -> tuple[Phrase, Phrase]:
    a, b = a._replace(relation="at", near=False), b._replace(relation="at", near=False)
    if isinstance(a.day, Date) and isinstance(b.day, Date) and a.day.year is None:
        a = a._replace(day=a.day._replace(year=b.day.year))
    if a.clock is not None and b.clock is not None:
        if a.day is None:
            a = a._replace(day=b.day, part=a.part or b.part)
        half = a.part or b.part
        if b.day is None and half == a.part:
            b = b._replace(day=a.day)
    return a, b


def _remember(setting: Setting, found: Found, interval: Interval, verb: Verb | None) -> Setting:
    """What later phrases may refer to; a date of speech is mentioned, but is not where the story stands."""
    phrase = found.phrase
    if found.possessive or (phrase.relation not in ("at", "during") and not phrase.clock):
        return setting  # "Monday's count" is the count's date, "by Monday" a limit
    setting = setting._replace(mentioned=interval, tense=None, base=None)
    if phrase.day is None or interval[1] - interval[0] > _LONGEST_SCENE or is_speech(verb):
        return setting
    return setting._replace(scene=interval)
