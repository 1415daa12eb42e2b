"""The lines above a report: the outlet's name, the date, who wrote it, the headline (room: brains).

Papers set them in many orders. A line that is a date and nothing else makes a masthead of the short lines around it;
without one the first line is the headline, as ever.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.text.articles.datelines import Dateline, find_dateline, parse_published
from counterclaim.text.facts import is_verb
from counterclaim.text.tokens import tokenize

_LONGEST_LINE = 200
_MOST_LINES = 7
_LONGEST_NAME = 7  # words
_CLOSING = '"”’)'
_ENDS_SENTENCE = (".", "…", ":", ";", ",")
_LABEL = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|issued|released|filed)|date|dated)(?: on| at)?:? +",
    re.IGNORECASE,
)
_TAGLINE = re.compile(r" [-–—|•·] ")
_NAME_PARTS = re.compile(r"[^\W\d_][\w.'’&/-]*")
_SMALL = frozenset("of the and for in on at de la le der die das und van du des del al el".split())
BYLINE = re.compile(
    r"(?:(?:By|BY|Reporting by|Correspondent:|Reporter:|Author:|Words:) (.{2,120})"
    r"|((?:[^\W\d_][\w.'’-]* ){1,4}?[^\W\d_][\w.'’-]*, [^.]{0,40}\b(?:reporter|correspondent|editor|writer|staff)))"
)


class Masthead(NamedTuple):
    """What the lines above a report state, and the paragraphs that are left. None: not stated."""

    outlet: str | None
    title: str | None
    byline: str | None
    published: dt.datetime | dt.date | None
    dateline: Dateline | None
    rest: tuple[str, ...]


def read_masthead(paragraphs: Sequence[str]) -> Masthead | None:
    """Read the lines above a report; None where none of them is a date.

    >>> found = read_masthead(["Harbour Post", "5 October 2025", "By Ann Lee", "Ferry sinks", "A ferry sank. It lay deep."])
    >>> found.outlet, found.title, found.byline, found.published, found.rest
    ('Harbour Post', 'Ferry sinks', 'Ann Lee', datetime.date(2025, 10, 5), ('A ferry sank. It lay deep.',))
    """
    head = _take_lines(paragraphs)
    dates = [i for i, line in enumerate(head) if _read_date(line) or _read_filing(line)]
    if not dates or len(head) == len(paragraphs):
        return None
    bylines = [i for i, line in enumerate(head) if i not in dates and BYLINE.fullmatch(line)]
    told = [i for i in range(len(head)) if i not in {*dates, *bylines}]
    outlet, title = _name_lines(head, told, dates[0])
    left = tuple(head[i] for i in told if i not in {outlet, title})
    dateline = next((line for i in dates if (line := _read_filing(head[i]))), None)
    return Masthead(
        outlet=_TAGLINE.split(head[outlet])[0] if outlet is not None else None,
        title=head[title] if title is not None else None,
        byline=_read_byline(head[bylines[0]]) if bylines else None,
        published=next((date for i in dates if (date := _read_date(head[i]))), None),
        dateline=dateline,
        rest=(*left, *paragraphs[len(head) :]),
    )


def _take_lines(paragraphs: Sequence[str]) -> list[str]:
    """The short lines before the first that ends as a sentence does."""
    head: list[str] = []
    for line in paragraphs[:_MOST_LINES]:
        if (
            len(line) > _LONGEST_LINE
            or line.startswith("- ")
            or line.rstrip(_CLOSING).endswith(_ENDS_SENTENCE)
        ):
            break
        head.append(line)
    return head


def _read_date(line: str) -> dt.datetime | dt.date | None:
    """The date that a line states and nothing else but a label or a place before it."""
    bare = _LABEL.sub("", line, count=1) if _LABEL.match(line) else line
    parts = bare.split(", ")
    starts = (", ".join(parts[i:]) for i in range(len(parts)))
    return next((date for start in starts if (date := parse_published(start))), None)


def _read_filing(line: str) -> Dateline | None:
    """A dateline that stands on a line of its own ("LISSE, Oct 5 (HP)")."""
    found = find_dateline(f"{line} It")
    return found if found and found.month and found.end >= len(line) else None


def _read_byline(line: str) -> str | None:
    found = BYLINE.fullmatch(line)
    return (found[1] or found[2]).strip() if found else None


def _name_lines(head: Sequence[str], told: Sequence[int], date: int) -> tuple[int | None, int | None]:
    """Which lines are the outlet's name and the headline: a name stands above the date, a headline below it or alone."""
    above, below = [i for i in told if i < date], [i for i in told if i > date]
    if above and below:
        return above[0], below[-1]
    lines = above or below
    if not lines:
        return None, None
    named = _is_name(head[lines[0]])
    if len(lines) > 1:
        return (lines[0], lines[-1]) if named else (None, lines[0])
    return (lines[0], None) if named and above else (None, lines[0])


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
