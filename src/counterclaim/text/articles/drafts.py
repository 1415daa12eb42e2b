"""From decoded text to an `Article`: title, outlet, date and body of plain news text (room: brains).

Parsers return a `Draft`, what the text itself states; `make_article` turns it into the record once what only the
whole batch knows (the year of a dateline without one, the language) has been settled.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from counterclaim.core.errors import SourceEmptyError, SourceUnreadableError
from counterclaim.core.records import Article
from counterclaim.text.articles.cleaning import clean_line, clean_text, join_paragraphs, split_paragraphs
from counterclaim.text.articles.datelines import (
    Dateline,
    calendar_date,
    date_near,
    date_stated_near,
    find_dateline,
    parse_published,
)
from counterclaim.text.articles.mastheads import Masthead, is_relative, read_byline, read_masthead

_ID = re.compile(r"[A-Za-z0-9][\w.:\-]{0,63}")
_LABELS = frozenset(
    {"synopsis", "summary", "key takeaways", "key points", "highlights", "in brief", "at a glance"}
)
_LONGEST_TITLE = 200
# What front matter and records call the fields; the first that is stated counts.
_TITLES = ("title", "headline")
_OUTLETS = ("outlet", "publisher", "publication", "site", "site_name")
_BYLINES = ("byline", "author", "authors", "by", "credit")
_DATES = ("published", "date", "published_at", "datepublished", "pubdate")
_INFERRED = "year inferred: "
_DATELINE_WITHIN = 6  # paragraphs that are not list items: title, standfirst and byline may come before it


class Draft(NamedTuple):
    """What a source itself states. `dateline` holds a day whose year is still open; `flags` are for the reader."""

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: dt.datetime | dt.date | None = None
    language: str | None = None
    dateline: Dateline | None = None
    flags: tuple[str, ...] = ()

    @property
    def lacks_year(self) -> bool:
        """Whether a dateline states a day without its year, and nothing else says when this was published."""
        return self.published is None and self.dateline is not None and self.dateline.month is not None


def parse_plain(text: str) -> Draft:
    r"""Read bare news text: a title line, perhaps a synopsis with key points, a dateline, the report.

    The key points stay in the text, one paragraph each, as headlines without a speaker; their labels go.

    >>> draft = parse_plain("Ferry sinks\n\nSynopsis\n- 12 dead\nLisse, Oct 5 (Harbour Press) A ferry sank.")
    >>> draft.title, draft.outlet, draft.lacks_year
    ('Ferry sinks', 'Harbour Press', True)
    >>> draft.text
    '- 12 dead\n\nLisse, Oct 5 (Harbour Press) A ferry sank.'
    """
    paragraphs = split_paragraphs(clean_text(text))
    draft = Draft("")
    if len(paragraphs) > 1 and _is_title(paragraphs[0]) and read_masthead(paragraphs) is None:
        draft, paragraphs = draft._replace(title=paragraphs[0]), paragraphs[1:]
    return read_head(draft, paragraphs)


def _is_title(line: str) -> bool:
    sentence = line.endswith((".", "…", ":", ";", ",")) or line.startswith("- ")
    return len(line) <= _LONGEST_TITLE and not sentence and find_dateline(line) is None


def read_head(draft: Draft, paragraphs: tuple[str, ...]) -> Draft:
    """Take masthead, byline, labels and dateline from the head of the text; what the draft already states stays."""
    masthead = read_masthead(paragraphs) if draft.published is None else None
    if masthead:
        draft, paragraphs = _take_masthead(draft, masthead), masthead.rest
    kept: list[str] = []
    dateline, others = None, 0
    for paragraph in paragraphs:
        byline = read_byline(paragraph) if len(paragraph) <= _LONGEST_TITLE else None
        if dateline or others >= _DATELINE_WITHIN:
            kept.append(paragraph)
        elif byline and draft.byline is None:
            draft = draft._replace(byline=byline)
        elif paragraph.casefold().rstrip(":") not in _LABELS:
            kept.append(paragraph)
            others += not paragraph.startswith("- ")
            dateline = None if paragraph.startswith("- ") else find_dateline(paragraph)
    dateline = dateline or draft.dateline
    outlet = draft.outlet or (dateline.outlet if dateline else None)
    return draft._replace(
        text=join_paragraphs(kept),
        outlet=outlet,
        dateline=dateline,
        published=draft.published or _full_date(dateline),
    )


def _take_masthead(draft: Draft, masthead: Masthead) -> Draft:
    return draft._replace(
        title=draft.title or masthead.title,
        outlet=draft.outlet or masthead.outlet,
        byline=draft.byline or masthead.byline,
        published=masthead.published,
        dateline=masthead.dateline,
        flags=(*draft.flags, _flag_date(masthead.unread)) if masthead.unread else draft.flags,
    )


def _full_date(dateline: Dateline | None) -> dt.date | None:
    if dateline is None or dateline.year is None or dateline.month is None or dateline.day is None:
        return None
    return dt.date(dateline.year, dateline.month, dateline.day)


def _flag_date(worded: str) -> str:
    """What is said of a date that was not understood, or that is none: "2 hours ago" depends on when the page was read."""
    if is_relative(worded):
        return f"no publication date: {worded!r} is relative to when the page was read; put the date in its place"
    return f"publication date not understood: {worded!r}"


def describe(stated: Mapping[str, str | None]) -> Draft:
    """Start a draft from named metadata as worded by a front matter or a page; a date not understood is flagged.

    >>> describe({"outlet": "Harbour Press", "published": "last week"}).flags
    ("publication date not understood: 'last week'",)
    """
    worded = _find(stated, _DATES)
    published = parse_published(worded) if worded else None
    return Draft(
        "",
        title=clean_line(_find(stated, _TITLES)),
        outlet=clean_line(_find(stated, _OUTLETS)),
        byline=clean_line(_find(stated, _BYLINES)),
        published=published,
        language=clean_line(stated.get("language") or stated.get("lang")),
        flags=(_flag_date(worded),) if worded and published is None else (),
    )


def _find(stated: Mapping[str, str | None], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := stated.get(name))), None)


def settle_year(draft: Draft, *, year: int | None = None, near: dt.date | None = None) -> Draft:
    """Date a draft whose dateline lacks the year, and flag what the year was inferred from.

    The year comes from `year` (the user's word), else from `near` (the newest date of the batch), else from a full
    date in the text that lies within a month of the dateline; else the draft stays undated.

    >>> settle_year(parse_plain("Lisse, Oct 5 (HP) A ferry sank."), year=2025).published
    datetime.date(2025, 10, 5)
    """
    line = draft.dateline
    if not draft.lacks_year or line is None or line.month is None or line.day is None:
        return draft
    inferences = (
        ("as given", calendar_date(year, line.month, line.day) if year else None),
        ("from the other articles", date_near(line.month, line.day, near) if near else None),
        ("from a date in the text", date_stated_near(draft.text, line.month, line.day)),
    )
    for basis, date in inferences:
        if date:
            return draft._replace(published=date, flags=(*draft.flags, f"{_INFERRED}{date.year}, {basis}"))
    return draft._replace(flags=(*draft.flags, "year of the dateline not known"))


def make_article(
    draft: Draft, *, source: str, language: str | None = None, retrieved: dt.datetime | None = None
) -> Article:
    """Make the record. Its id hangs on outlet, title, stated date and text: not on the path, order or batch.

    Raises:
        SourceEmptyError: There is no word in the text.

    >>> make_article(parse_plain("Lisse, Oct 5 (HP) A ferry sank."), source="a.txt").id
    'a-f2aaa5cdce'
    """
    if not any(char.isalnum() for char in draft.text):
        raise SourceEmptyError("there is no text in it", remedy="give a file that holds the article's text")
    inferred = any(flag.startswith(_INFERRED) for flag in draft.flags)
    stated = draft.published.isoformat() if draft.published and not inferred else ""
    key = "\x1f".join((draft.outlet or "", draft.title or "", stated, draft.text))
    return Article(
        id=f"a-{_sha256(key)[:10]}",
        source=source,
        title=draft.title,
        outlet=draft.outlet,
        byline=draft.byline,
        published=draft.published,
        retrieved=retrieved,
        language=language,
        text=draft.text,
        sha256=_sha256(draft.text),
        flags=draft.flags,
    )


def article_from_record(record: Mapping[str, object], *, source: str) -> Article:
    """Read a JSON record in the form of `Article`, leniently: only `text` must be there.

    A missing id or hash is computed, and a hash that does not fit the text is replaced; unknown fields are ignored.

    Raises:
        SourceUnreadableError: `text` is missing or no string.
        SourceEmptyError: There is no word in the text.

    >>> article_from_record({"text": "A ferry sank.", "published": "2025-10-05"}, source="a.json").published
    datetime.date(2025, 10, 5)
    """
    text = record.get("text")
    if not isinstance(text, str):
        remedy = 'an article needs at least {"text": "..."}; `counterclaim schema` prints the other fields'
        raise SourceUnreadableError("the record has no `text`", remedy=remedy)
    stated = {key: value for key, value in record.items() if isinstance(value, str)}
    draft = describe(stated)._replace(text=join_paragraphs(split_paragraphs(clean_text(text))))
    flags = record.get("flags")
    if isinstance(flags, list):
        earlier = tuple(flag for flag in flags if isinstance(flag, str))
        draft = draft._replace(flags=earlier + draft.flags)
    retrieved = parse_published(stated.get("retrieved", ""))
    article = make_article(
        draft,
        source=clean_line(stated.get("source")) or source,
        language=draft.language,
        retrieved=retrieved if isinstance(retrieved, dt.datetime) else None,
    )
    given = stated.get("id", "")
    return article.model_copy(update={"id": given}) if _ID.fullmatch(given) else article


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
