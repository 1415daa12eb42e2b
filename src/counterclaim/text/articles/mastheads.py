"""The lines above a report: the outlet's name, the date, who wrote it, the headline (room: brains).

Papers set them in many orders. A line that is a date and nothing else makes a masthead of the short lines around it;
without one the first line is the headline, as ever.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.text.articles.datelines import Dateline, find_dateline, parse_day, parse_published
from counterclaim.text.facts import is_verb
from counterclaim.text.speakers.roles import MEDIA
from counterclaim.text.tokens import tokenize

_LONGEST_LINE = 200
_MOST_LINES = 8
_LONGEST_NAME = 7  # words
_CLOSING = '"”’)'
_ENDS_SENTENCE = (".", "…", ":", ";", ",")
_LABEL = re.compile(
    r"(?:(?:first |last )?(?:published|updated|modified|posted|issued|released|filed)|date|dated)(?: on| at)?:? +",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r" [|•·] ")
_TAGLINE = re.compile(r" [-–—|•·] ")
_ZONE = re.compile(r" (?:[A-Z]{2,4}|local time)$")
_SOURCE = re.compile(r"(?:Source|Outlet|Publication): +(.{2,80})")
_CREDIT = re.compile(r"\(([A-Z][\w .&/-]{1,40})\)|(AP|AFP|Reuters|DPA|PA|UPI|TASS|ANSA|EFE|Xinhua|Bloomberg)")
# What a page prints around an article and says nothing of it.
_FURNITURE = re.compile(
    r"\d+[- ]min(?:ute)?s? read|page \d+|vol(?:ume|\.)? ?\d.*|no\. ?\d+|exclusive|breaking(?: news)?|live|watch|listen|share|print"
    r"|\d+ (?:minutes?|hours?|days?) ago|\d+ comments?"
    r"|(?:local|world|national|international|regional|business|latest|top|home|foreign|uk|us|europe|asia|africa|americas"
    r"|middle east|politics|economy|sports?|culture|science|health|technology|opinion|weather|crime)(?: news)?|news",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:(?:published|updated|posted):? )?(?:(?:an?|\d+) (?:minutes?|mins?|hours?|hrs?|days?|weeks?) ago|just now|yesterday|today)",
    re.IGNORECASE,
)
_NAME_PARTS = re.compile(r"[^\W\d_][\w.'’&/-]*")
_SMALL = frozenset("of the and for in on at de la le der die das und van du des del al el".split())
_BYLINE = re.compile(
    r"(?:(?:By|BY|by|Reporting by|Correspondent:|Reporter:|Author:|Words:) (.{2,120})"
    r"|((?:[^\W\d_][\w.'’-]* ){1,4}?[^\W\d_][\w.'’-]*, [^.]{0,40}\b(?i:reporter|correspondent|editor|writer|staff)))"
)


class Masthead(NamedTuple):
    """What the lines above a report state, and the paragraphs that are left. None: not stated.

    `unread` is a date that was not understood, as worded.
    """

    outlet: str | None
    title: str | None
    byline: str | None
    published: dt.datetime | dt.date | None
    dateline: Dateline | None
    unread: str | None
    rest: tuple[str, ...]


class _Dated(NamedTuple):
    """A line that gives a date: the date, or the day without its year, or neither where it is none of the calendar's."""

    published: dt.datetime | dt.date | None = None
    dateline: Dateline | None = None
    beside: str | None = None  # what stands on the line before or after the date
    updated: bool = False


def read_masthead(paragraphs: Sequence[str]) -> Masthead | None:
    """Read the lines above a report; None where none of them is a date.

    >>> found = read_masthead(["Harbour Post", "5 October 2025", "By Ann Lee", "Ferry sinks", "A ferry sank. It lay deep."])
    >>> found.outlet, found.title, found.byline, found.published, found.rest
    ('Harbour Post', 'Ferry sinks', 'Ann Lee', datetime.date(2025, 10, 5), ('A ferry sank. It lay deep.',))
    """
    head = _take_lines(paragraphs)
    dated = {i: found for i, line in enumerate(head) if (found := _read_date(line))}
    dated = dated or {i: _Dated() for i, line in enumerate(head) if is_relative(line)}
    if not dated or len(head) == len(paragraphs):
        return None
    first = next((i for i, found in dated.items() if not found.updated), min(dated))
    bylines = [i for i, line in enumerate(head) if i not in dated and _read_author(line)]
    sources = {
        i: stated[1] for i, line in enumerate(head) if i not in dated and (stated := _SOURCE.fullmatch(line))
    }
    plain = [i for i in range(len(head)) if i not in {*dated, *bylines, *sources}]
    told = [i for i in plain if not _FURNITURE.fullmatch(head[i])]
    named = next(iter(sources.values()), None)
    outlet, title = _name_lines(head, told, first, known=named is not None)
    beside = dated[first].beside
    author, employer = _part_byline(_read_author(head[bylines[0]]) if bylines else None)
    name = named or (_TAGLINE.split(head[outlet])[0] if outlet is not None else None)
    return Masthead(
        outlet=name or (beside if beside and " " in beside else None) or employer,
        title=head[title] if title is not None else None,
        byline=author if employer and not name else author and ", ".join(filter(None, (author, employer))),
        published=dated[first].published,
        dateline=dated[first].dateline,
        unread=None if dated[first].published or dated[first].dateline else head[first],
        rest=(*(head[i] for i in told if i not in {outlet, title}), *paragraphs[len(head) :]),
    )


def _take_lines(paragraphs: Sequence[str]) -> list[str]:
    """The short lines before the first that ends as a sentence does."""
    head: list[str] = []
    for line in paragraphs[:_MOST_LINES]:
        ends = line.rstrip(_CLOSING).endswith(_ENDS_SENTENCE) and _read_date(line) is None
        if len(line) > _LONGEST_LINE or line.startswith("- ") or ends:
            break
        head.append(line)
    return head


def _read_date(line: str) -> _Dated | None:
    """The date that a line states beside a label, a name or a place; None where it states none."""
    filed = find_dateline(f"{line} It")
    if filed and filed.month and filed.end >= len(line):
        return _Dated(dateline=filed)
    label = _LABEL.match(line)
    bare = line[label.end() :] if label else line
    updated = label is not None and label.group().lower().startswith(("last", "updated", "modified"))
    pieces = _SEPARATOR.split(bare)
    for piece in pieces:
        parts = piece.split(", ")
        spans = [(i, len(parts)) for i in range(len(parts))] + [(0, j) for j in range(len(parts) - 1, 0, -1)]
        for i, j in spans:
            words = ", ".join(parts[i:j])
            others = [*parts[:i][:1], *parts[j:][:1], *(p for p in pieces if p != piece and not _read_day(p))]
            if found := _read_day(words):
                return found._replace(beside=next(iter(others), None), updated=updated)
    return None


def _read_day(words: str) -> _Dated | None:
    bare = _ZONE.sub("", _LABEL.sub("", words, count=1))
    day = parse_published(words) or parse_published(bare)
    if day:
        return _Dated(published=day)
    stated = parse_day(bare)
    if stated is None:
        return None
    if isinstance(stated, dt.date):
        return _Dated(published=stated)
    month, number = stated
    return _Dated(dateline=Dateline(0, "", None, month, number)) if month else _Dated()


def is_relative(line: str) -> bool:
    """Whether a line gives a time that depends on when the page was read, and so no date.

    >>> is_relative("2 hours ago"), is_relative("Updated 3 days ago"), is_relative("5 October 2025")
    (True, True, False)
    """
    return _RELATIVE.fullmatch(line.strip()) is not None


def _part_byline(byline: str | None) -> tuple[str | None, str | None]:
    """Who wrote, and for which outlet, where a byline names one: "Ann Lee, The Harbour Times"."""
    author, _, rest = (byline or "").rpartition(", ")
    words = rest.lower().split()
    outlet = bool(author) and len(words) > 1 and bool({words[0], words[-1]} & MEDIA) and _is_name(rest)
    return (author, rest) if outlet else (byline, None)


def read_byline(line: str) -> str | None:
    """Who wrote a report, where a line says that and nothing else."""
    found = _BYLINE.fullmatch(line)
    return (found[1] or found[2]).strip() if found else None


def _read_credit(line: str) -> str | None:
    """The agency that a line of its own credits, "(HPA)"."""
    credit = _CREDIT.fullmatch(line)
    return (credit[1] or credit[2]) if credit else None


def _read_author(line: str) -> str | None:
    return read_byline(line) or _read_credit(line)


def _name_lines(
    head: Sequence[str], told: Sequence[int], date: int, *, known: bool
) -> tuple[int | None, int | None]:
    """Which lines are the outlet's name and the headline: a name stands above the date, a headline below it or alone.

    `known`: the outlet is named elsewhere.
    """
    above, below = [i for i in told if i < date], [i for i in told if i > date]
    if not above and not below:
        return None, None
    if above and below and not known:
        return above[0], below[0]
    lines = [*above, *below]
    named = [] if known else [i for i in lines if _is_name(head[i]) and (above or len(lines) > 1)]
    outlet = named[0] if named else None
    left = [i for i in lines if i != outlet]
    title = next((i for i in left if not _is_name(head[i])), left[0] if left else None)
    return outlet, title


def _is_name(line: str) -> bool:
    """Whether a line can be an outlet's name: few words, each a name's, and no verb among them."""
    name = _TAGLINE.split(line)[0]
    tokens = tokenize(name)
    words = _NAME_PARTS.findall(name)
    capital = all(w[0].isupper() or w in _SMALL for w in words)
    return (
        0 < len(words) <= _LONGEST_NAME
        and capital
        and not any(is_verb(tokens, i) for i in range(len(tokens)))
    )
