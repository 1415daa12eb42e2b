"""What the comparator read of a claim, in words for people: who, when, where, how many, and how surely (room: brains).

Every reading says where it was found, if not in the claim's own words, and claims nothing that is not told there.
"""

import datetime as dt
import math
import re

from counterclaim.core.records import Article, Attribution, Bound, Published, Quantity, TimeInterval
from counterclaim.relate.directory import Directory
from counterclaim.relate.institutions import is_wording_of
from counterclaim.relate.lineage import originator
from counterclaim.relate.slots import WHOLE, WHOLE_WORDS, Slots, is_content
from counterclaim.text.lexicon import CUMULATIVE, HUMAN
from counterclaim.text.quantities import is_currency, stated_interval, to_base
from counterclaim.text.surroundings import find_place_around
from counterclaim.text.tokens import tokenize

NOT_STATED = "not stated"
NOTHING_KNOWN = Directory({}, {}, ())
_NO_PLACE = re.compile(r"in all|altogether|in total|overall", re.IGNORECASE)  # all of what is counted
_DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1)
_BOUNDS: dict[Bound, str] = {
    "exact": "as a plain figure",
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "less_than": "less than",
    "approx": "about",
    "range": "a range",
    "vague": "a vague number",
}
_LAYERS = {
    "occurred": "as a fact",
    "ongoing": "as a fact",
    "planned": "as planned or expected",
    "conditional": "on a condition",
    "demanded": "as demanded or ordered",
}
_FIRMNESS = {"probable": ", as probable", "possible": ", as possible"}
_PLURALS = {"foot": "feet", "inch": "inches", "percent": "per cent"}


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


def link_words(link: Attribution, known: Directory = NOTHING_KNOWN) -> str:
    """A speaker with role and side, nothing said twice.

    >>> link_words(Attribution(name="Ana Roy", role="spokeswoman", side="Orvo police"))
    'Ana Roy (spokeswoman, Orvo police)'
    """
    name = link.name or "somebody not named"
    said, extra = name.casefold(), []
    institution = None if link.institution and is_wording_of(name, link.institution) else link.institution
    for part in (link.role, known.side(link), known.body(link), institution):
        if part and part.casefold() not in said:
            extra.append(part)
            said += f" {part.casefold()}"
    return f"{name} ({', '.join(extra)})" if extra else name


def speaker_words(s: Slots, known: Directory = NOTHING_KNOWN) -> str:
    """The originator; where there is none, the outlet that says it itself."""
    link = originator(s.claim)
    return f"{outlet(s.article)} in its own voice" if link is None else link_words(link, known)


def through_words(s: Slots) -> str:
    """Those through whom the words came, the outlet last."""
    passed = s.claim.attribution[1:] if originator(s.claim) else s.claim.attribution[:1]
    relays = [link_words(link) for link in passed if link.mode != "narration"]
    return ", then ".join([*relays, outlet(s.article)])


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
    """When what is told happened, or as of when a count holds; None where the words do not tell."""
    if s.as_of:
        return span_words(s.as_of)
    first = s.saying.claim
    if s.figure is None or s.measure not in HUMAN | CUMULATIVE or first.event_time is None:
        return None
    return f"not in its words; as {outlet(s.saying.printed)} has it: {span_words(first.event_time)}"


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
    head = find_place_around(s.claim, s.article) if s.figure and s.unit is None else None
    return f"not in its words; {head.around} names {head.place}" if head else None


def population_words(s: Slots) -> str | None:
    """What is counted, and whose it is where only other words tell."""
    counted = s.figure.population if s.figure else None
    owners = sorted(w.capitalize() for w in s.nationalities if w not in (counted or "").casefold())
    if not owners:
        return counted
    return f"{counted or 'not stated what'}, those of {' and '.join(owners)}"


def figure_words(s: Slots) -> str | None:
    """The figure as worded, how it is bounded, and the values that its words allow in its own unit."""
    if s.figure is None:
        return None
    allowed = allowed_words(s.figure)
    return f"“{s.figure.text}”, {_BOUNDS[s.figure.bound]}{f': {allowed}' if allowed else ''}"


def allowed_words(figure: Quantity) -> str:
    """The values that a figure's words allow; empty where they are what stands there.

    >>> from counterclaim.text.quantities import find_quantities
    >>> [allowed_words(find_quantities(text)[0]) for text in ("17.2 knots", "nine men", "9 men", "at least 12")]
    ['17.15 to 17.25 knots', '9', '', '12 or more']
    """
    low, high = stated_interval(figure)
    unit = _unit_words(figure)
    if low == high:
        exact = f"{low:,.12g}"
        return "" if exact in figure.text or f"{low:.12g}" in figure.text else f"{exact}{unit}"
    if math.isinf(low) or math.isinf(high):
        value, side = (high, "below") if math.isinf(low) else (low, "above")
        if figure.bound in {"more_than", "less_than"}:
            return f"{side} {_stated(value)}{unit}"
        return f"{_stated(value)}{unit} or {'less' if side == 'below' else 'more'}"
    return f"{_stated(low)} to {_stated(high)}{unit}"


def _stated(value: float) -> str:
    """A limit to twelve digits; what rounding leaves behind the fourth place is dropped."""
    return f"{round(value, 4):,.12g}"


def _unit_words(figure: Quantity) -> str:
    if figure.unit is None:
        return " per cent" if to_base(figure)[2] == "percent" else ""
    words = figure.unit.replace("_", " ")
    inflected = not words.isupper() and words not in _PLURALS
    return f" {words}s" if inflected else f" {_PLURALS.get(words, words)}"


def standing_words(s: Slots) -> str:
    """Affirmed or denied, as fact or plan, and how surely."""
    polarity = "negated" if s.negated else "affirmed"
    if "denial" in s.claim.flags:
        polarity = "a reported denial"
    return f"{polarity}, {_LAYERS[s.claim.reality]}{_FIRMNESS.get(s.claim.certainty, '')}"


def content_words(s: Slots) -> str:
    """The words that say what a claim is about, in its order."""
    found = (t.text for t in tokenize(s.claim.text) if is_content(t))
    return ", ".join(dict.fromkeys(found)) or "no words of content"
