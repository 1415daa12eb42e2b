"""From loaded sources to articles: plain text, Markdown, pages and JSON records, one broken source at a time (room: edges).

A caller that is in a hurry starts a `PageReader` on `pages_of(loaded)`, does its own imports, and then takes articles
from `iterate_articles` as they become ready: pages come last, because another process is still busy with them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from counterclaim.core.errors import SourceError, SourceUnreadableError
from counterclaim.core.records import Article, ArticleDigest, Unread
from counterclaim.outside.decoding import decode
from counterclaim.outside.files import MAX_BYTES, Loaded, Material, load_sources, pages_of
from counterclaim.outside.languages import tell_language
from counterclaim.outside.pages import PAGE_SECONDS, Fields, PageReader
from counterclaim.outside.records import RECORD_HINT, digest_from_record, find_records
from counterclaim.text.articles.cleaning import clean_text, split_paragraphs
from counterclaim.text.articles.drafts import (
    Draft,
    article_from_record,
    describe,
    make_article,
    parse_plain,
    read_head,
    settle_year,
)
from counterclaim.text.articles.markdown import parse_markdown

_NO_DATE = dt.date.min


class Notice(str):
    """Something that was passed over on purpose, in words."""

    __slots__ = ()


class Outcome(NamedTuple):
    """What became of one source, or of one record in it; `place` restores the order in which they were given.

    A digest comes from a JSON file that an earlier run wrote: it need not be made again.
    """

    place: tuple[int, int]
    got: Article | ArticleDigest | Unread | Notice


class SourceBatch(NamedTuple):
    """The articles in the order given, what could not be read, and what was passed over."""

    articles: tuple[Article, ...]
    unread: tuple[Unread, ...] = ()
    notices: tuple[str, ...] = ()


class _Undated(NamedTuple):
    place: tuple[int, int]
    item: Material
    draft: Draft


def read_sources(
    sources: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    year: int | None = None,
    max_bytes: int = MAX_BYTES,
    page_seconds: float = PAGE_SECONDS,
) -> SourceBatch:
    """Read every source; what cannot be read is listed with its reason and stops nothing.

    Args:
        sources: Files, folders, or `-` for standard input.
        stdin: What `-` stands for.
        year: The year of datelines that state none.
        max_bytes: The most that one source may hold.
        page_seconds: The longest that one HTML page may take.
    """
    loaded = load_sources(sources, stdin=stdin, max_bytes=max_bytes)
    with PageReader(pages_of(loaded), seconds=page_seconds) as pages:
        return collect(iterate_articles(loaded, pages, year=year), notices=loaded.notices)


def collect(outcomes: Iterable[Outcome], *, notices: Iterable[str] = ()) -> SourceBatch:
    """Put outcomes back into the order given; an article met before is listed as unread, with the first's name."""
    articles: dict[str, Article] = {}
    unread: list[Unread] = []
    passed_over = list(notices)
    for _, found in sorted(outcomes, key=lambda outcome: outcome.place):
        got = found.article if isinstance(found, ArticleDigest) else found
        if isinstance(got, Notice):
            passed_over.append(str(got))
        elif isinstance(got, Unread):
            unread.append(got)
        elif got.id in articles:
            first = articles[got.id].source
            unread.append(Unread(source=got.source, reason=f"already read as {first!r}", same_as=first))
        else:
            articles[got.id] = got
    return SourceBatch(tuple(articles.values()), tuple(unread), tuple(passed_over))


def iterate_articles(loaded: Loaded, pages: PageReader, *, year: int | None = None) -> Iterator[Outcome]:
    """Yield what became of every source: text and records first, then pages, then what waits for another's date.

    `pages` must have been started on `pages_of(loaded)`.
    """
    newest = _NO_DATE
    undated: list[_Undated] = []
    for outcome in _iterate_drafts(loaded, pages):
        if isinstance(outcome, _Undated):
            settled = settle_year(outcome.draft, year=year) if year else outcome.draft
            if settled.lacks_year:
                undated.append(outcome)
                continue
            outcome = _finish(outcome._replace(draft=settled))  # noqa: PLW2901 - the same one, dated
        if isinstance(outcome.got, Article):
            newest = max(newest, _day(outcome.got.published))
        yield outcome
    newest = max([newest, *(_day(settle_year(one.draft).published) for one in undated)])
    near = None if newest == _NO_DATE else newest
    for one in undated:
        yield _finish(one._replace(draft=settle_year(one.draft, near=near)))


def _day(published: dt.datetime | dt.date | None) -> dt.date:
    return published.date() if isinstance(published, dt.datetime) else published or _NO_DATE


def _iterate_drafts(loaded: Loaded, pages: PageReader) -> Iterator[Outcome | _Undated]:
    """Every source as far as it can be read alone; pages last."""
    waiting: list[tuple[int, Material]] = []
    for number, item in enumerate(loaded.items):
        if isinstance(item, SourceError):
            yield _unread((number, 0), item.source or "", item)
        elif item.kind == "page":
            waiting.append((number, item))
        elif item.kind == "note":
            yield _decline_note((number, 0), item)
        elif item.kind == "json":
            yield from _read_json(number, item)
        else:
            yield _read_text((number, 0), item)
    for (number, item), fields in zip(waiting, pages.read(), strict=True):
        yield _read_page((number, 0), item, fields)


def _unread(place: tuple[int, int], source: str, error: SourceError) -> Outcome:
    return Outcome(place, Unread(source=_printable(source), reason=error.reason))


def _printable(source: str) -> str:
    """A file name as a record may hold it: names that are not UTF-8 come with half characters."""
    return source.encode("utf-8", "replace").decode("utf-8")


def _read_text(place: tuple[int, int], item: Material) -> Outcome | _Undated:
    try:
        text, assumed = decode(item.raw)
        draft = parse_markdown(text) if item.kind == "markdown" else parse_plain(text)
    except SourceError as error:
        return _unread(place, item.source, error)
    return _settle(place, item, draft._replace(flags=(*draft.flags, *([assumed] if assumed else []))))


def _decline_note(place: tuple[int, int], item: Material) -> Outcome:
    """A note read as one more account would confirm itself."""
    if item.listed:
        error = SourceUnreadableError(
            "it is a briefing note, not an article", remedy="give the articles themselves"
        )
        return _unread(place, item.source, error)
    return Outcome(place, Notice(f"{item.source}: passed over, an earlier briefing"))


def _read_page(place: tuple[int, int], item: Material, fields: Fields) -> Outcome | _Undated:
    text, what, flag = fields.get("text"), fields.get("what"), fields.get("flag")
    if text is None:
        return _unread(
            place, item.source, SourceUnreadableError(what or "no answer", remedy=fields.get("remedy"))
        )
    draft = read_head(describe(fields), split_paragraphs(clean_text(text)))
    return _settle(place, item, draft._replace(flags=(*draft.flags, *([flag] if flag else []))))


def _settle(place: tuple[int, int], item: Material, draft: Draft) -> Outcome | _Undated:
    undated = _Undated(place, item, draft)
    return undated if draft.lacks_year else _finish(undated)


def _finish(one: _Undated) -> Outcome:
    try:
        language = tell_language(one.draft.text, one.draft.language)
        article = make_article(one.draft, source=_printable(one.item.source), language=language)
    except SourceError as error:
        return _unread(one.place, one.item.source, error)
    return Outcome(one.place, article)


def _read_json(number: int, item: Material) -> Iterator[Outcome]:
    """Yield the records of a JSON or JSON Lines source; one that stands in a folder need not hold any."""
    try:
        text, _ = decode(item.raw)
        found = find_records(text)
    except SourceError as error:
        yield _unread((number, 0), item.source, error)
        return
    holds_text = any(
        isinstance(record, dict) and not {"text", "article"}.isdisjoint(record) for record in found.records
    )
    if not item.listed and (found.is_briefing or not holds_text):
        what = "an earlier briefing" if found.is_briefing else "no article record in it"
        yield Outcome((number, 0), Notice(f"{item.source}: passed over, {what}"))
        return
    if not found.records:
        empty = SourceUnreadableError("there is no article record in it", remedy=RECORD_HINT)
        yield _unread((number, 0), item.source, empty)
    for place, record in enumerate(found.records):
        name = item.source if len(found.records) == 1 else f"{item.source}, record {place + 1}"
        yield _read_record((number, place), name, record)


def _read_record(place: tuple[int, int], name: str, record: object) -> Outcome:
    if not isinstance(record, dict):
        return _unread(place, name, SourceUnreadableError("it is not a JSON record", remedy=RECORD_HINT))
    try:
        if "article" in record and "summary" in record:
            return Outcome(place, digest_from_record(record))
        inner = record.get("article")
        article = article_from_record(inner if isinstance(inner, dict) else record, source=_printable(name))
    except SourceError as error:
        return _unread(place, name, error)
    language = article.language or tell_language(article.text, None)
    return Outcome(place, article.model_copy(update={"language": language}))
