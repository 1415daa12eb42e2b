"""When and where, as the comparator read it of a claim, in words for people (room: brains).

Every reading says where it was found, if not in the claim's own words, and claims nothing that is not told there.
"""

import datetime as dt
import re

from counterclaim.core.records import Article, Published, TimeInterval
from counterclaim.relate.directory import Directory
from counterclaim.relate.lineage import originator
from counterclaim.relate.slots import ADDED, WHOLE, WHOLE_WORDS, Slots
from counterclaim.text.lexicon import CUMULATIVE, HUMAN
from counterclaim.text.places import find_site
from counterclaim.text.quantities import is_currency
from counterclaim.text.surroundings import find_place_around, find_times_around
from counterclaim.text.tokens import tokenize

NOTHING_KNOWN = Directory({}, {}, ())
_NO_PLACE = re.compile(r"in all|altogether|in total|overall", re.IGNORECASE)  # all of what is counted
_DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1)
_MOST_TIMES = 3


def outlet(article: Article) -> str:
    """The outlet's name, else the source as given."""
    return article.outlet or article.source


def moment_words(moment: Published | None) -> str:
    """A publication: its day, with the hour and the zone where they are known.

    >>> moment_words(dt.date(2025, 10, 12)), moment_words(dt.datetime(2025, 10, 12, 19, 40, tzinfo=dt.UTC))
    ('2025-10-12', '2025-10-12 19:40 UTC')
    """
    if moment is None:
        return "on a date not known"
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    return moment.isoformat(" ", "minutes").replace("+00:00", " UTC")


def span_words(span: TimeInterval) -> str:
    """A time as worded, and the days or hours that it stands for.

    >>> span_words(TimeInterval(text="by noon", end=dt.datetime(2025, 10, 5, 12)))
    '“by noon” (until 2025-10-05 12:00)'
    >>> span_words(TimeInterval(text="Sunday", start=dt.datetime(2025, 10, 5), end=dt.datetime(2025, 10, 6)))
    '“Sunday” (2025-10-05)'
    """
    resolved = _resolved(span.start, span.end)
    return f"“{' '.join(span.text.split())}”{f' ({resolved})' if resolved else ''}"


def _resolved(start: dt.datetime | None, end: dt.datetime | None) -> str:
    if start is None or end is None:
        known = (("from", start), ("until", end))
        return " ".join(f"{word} {moment:%Y-%m-%d %H:%M}" for word, moment in known if moment)
    whole = start.time() == end.time() == dt.time()
    if whole and end - start <= _DAY:
        return f"{start:%Y-%m-%d}"
    if end - start <= _MINUTE:
        return f"{start:%Y-%m-%d %H:%M}"
    if whole:
        return f"{start:%Y-%m-%d} to {end - _DAY:%Y-%m-%d}"
    return f"{start:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M}"


def said_words(s: Slots) -> str:
    """When the statement was made, as far as an article tells; else when it was reported, which is not the same."""
    return "; ".join([*_told(s), *_printed(s)])


def _told(s: Slots) -> list[str]:
    own, first = s.claim.said_at, s.saying
    fits = first.said is not None and not _is_after_print(first.said, first.printed)
    told = []
    if own:
        told.append(f"said {'again ' if _is_after_print(own, first.printed) else ''}{span_words(own)}")
    if first.said and fits and (own is None or _starts_before(first.said, own)):
        told.append(f"{'first ' if own else ''}said {span_words(first.said)}, by {outlet(first.told_by)}")
    return told


def _starts_before(one: TimeInterval, other: TimeInterval) -> bool:
    return one.start is not None and other.start is not None and one.start.date() < other.start.date()


def _is_after_print(said: TimeInterval, printed: Article) -> bool:
    """Whether a saying is later than a print of the statement: then it was said before, too."""
    moment = printed.published
    return (
        moment is not None and said.start is not None and f"{said.start:%Y-%m-%d}" > moment.isoformat()[:10]
    )


def _printed(s: Slots) -> list[str]:
    own = moment_words(s.article.published)
    first = s.saying.printed
    if originator(s.claim) is None or first.id == s.article.id:
        return [f"reported {own}"]
    return [f"first reported {moment_words(first.published)} in {outlet(first)}", f"here {own}"]


def happened_words(s: Slots) -> str | None:
    """When what is told happened, or as of when a count holds, by its words or those around it; None where none is found."""
    if s.as_of:
        return span_words(s.as_of)
    near = _times_around(s, far=False)
    return near or _earlier_time(s) or (_times_around(s, far=True) if _is_of_the_event(s) else None)


def _times_around(s: Slots, *, far: bool) -> str | None:
    found = find_times_around(s.claim, s.article, far=far)
    if found is None:
        return None
    times = " and ".join(span_words(time) for time in found.times[:_MOST_TIMES])
    own = found.around == "its words"
    return f"{'' if own else 'not in its words; '}{found.around} {'name' if own else 'names'} {times}"


def _earlier_time(s: Slots) -> str | None:
    """The time that an earlier print of a count gives."""
    first = s.saying.claim
    if s.figure is None or s.measure not in HUMAN | CUMULATIVE or first.event_time is None:
        return None
    return f"not in its words; as {outlet(s.saying.printed)} has it: {span_words(first.event_time)}"


def _is_of_the_event(s: Slots) -> bool:
    """Whether the claim counts what the event did, of which the head of the report tells."""
    return s.figure is not None and s.unit is None


def place_words(s: Slots, known: Directory = NOTHING_KNOWN) -> str | None:
    """Where: in the claim's own words, else in those around it, or in an earlier print of it, which it then names."""
    whole = WHOLE_WORDS.search(s.claim.text) if s.places == {WHOLE} else None
    if whole and not _NO_PLACE.match(whole.group()):
        return f"“{whole.group()}”, that is all of it"
    if s.claim.place:
        return s.claim.place
    mentioned = known.find_mentioned(s.claim.quote)
    if mentioned:
        return f"its words name {mentioned}"
    if site := find_site(tokenize(ADDED.sub("", s.claim.text))):
        return f"its words say “{site}”"
    amount = s.figure is not None and (is_currency(s.unit) or s.unit == "percent")
    return None if amount else _place_around(s)


def _place_around(s: Slots) -> str | None:
    around = find_place_around(s.claim, s.article, far=False)
    if around:
        return f"not in its words; {around.around} names {around.place}"
    first = s.saying
    if first.printed.id != s.article.id:
        earlier = first.claim.place or getattr(
            find_place_around(first.claim, first.printed, far=False), "place", None
        )
        if earlier:
            return f"not in its words; {outlet(first.printed)} has it of {earlier}"
    head = find_place_around(s.claim, s.article) if _is_of_the_event(s) else None
    return f"not in its words; {head.around} names {head.place}" if head else None
