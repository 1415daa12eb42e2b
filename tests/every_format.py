"""How each format of the note is read back: what a person sees in it, and which quotes it shows.

A format that is not read here fails `test_formats.py`.
"""

import csv
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from typing import NamedTuple

from lxml import etree
from markdown_it import MarkdownIt

from counterclaim.core.records import Briefing
from counterclaim.note.formats import Format, Layout, render_note
from page_tree import read_page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»|‹([^‹›]*)›")
_NOT_ARTICLES = frozenset({"said"})  # our own legend of times
_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class Shown(NamedTuple):
    """A quote as a format shows it; `article`, `start` and `end` where the format says where it stands."""

    quote: str
    article: str | None = None
    start: int | None = None
    end: int | None = None


class Reading(NamedTuple):
    """How a format is read: its text, the words that a person sees in that, and the quotes in it."""

    words: Callable[[str], str]
    quotes: Callable[[str], Iterator[Shown]]
    text: Callable[[str | bytes], str] = str


def _docx_text(content: str | bytes) -> str:
    """The paragraphs of the document, then those of its footnotes; fields by what they show."""
    assert isinstance(content, bytes)
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = [etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "footnotes")]
    paragraphs = [paragraph for part in parts for paragraph in part.iter(f"{W}p")]
    return "\n".join("".join(text.text or "" for text in p.iter(f"{W}t")) for p in paragraphs)


def squeeze(text: str) -> str:
    return " ".join(text.split())


def _marked(words: str) -> Iterator[Shown]:
    """What stands between quotation marks."""
    for parts in _QUOTED.findall(squeeze(words)):
        quote = next((part for part in parts if part), "")
        if quote not in _NOT_ARTICLES:
            yield Shown(quote)


def _markdown_words(text: str) -> str:
    tokens = (child for token in _MARKDOWN.parse(text) for child in token.children or [token])
    return " ".join(token.content for token in tokens if token.type in {"text", "code_inline"})


def _page_words(text: str) -> str:
    (body,) = read_page(text).all("body")
    return " ".join(body.text for body in body.all("header", "main", "aside"))


def _page_quotes(text: str) -> Iterator[Shown]:
    """What the links to the articles show; our own marks around it left off."""
    for link in read_page(text).all("a", having="qt"):
        yield Shown(squeeze(link.all("bdi")[0].text).removeprefix("[…] ").removesuffix(" […]")[1:-1])


def _csv_rows(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(text, newline=""), strict=True)]


def _csv_quotes(text: str) -> Iterator[Shown]:
    for row in _csv_rows(text):
        quote = row["quote"]
        verbatim = quote[1:] if quote[:1] == "'" and quote[1:2] in "=+-@" else quote
        yield Shown(verbatim, row["article"], int(row["start"]), int(row["end"]))


def _jsonld_quotes(text: str) -> Iterator[Shown]:
    graph = json.loads(text)["@graph"]
    articles = {node["@id"]: node["identifier"] for node in graph if node.get("@type") == "NewsArticle"}
    for node in graph:
        for quote in node.get("appearance", ()):
            place = quote["selector"]
            article = articles[quote["isPartOf"]["@id"]]
            yield Shown(quote["text"], article, place["start"], place["end"])


def _record_quotes(text: str) -> Iterator[Shown]:
    for claim in Briefing.model_validate_json(text).claims:
        yield Shown(claim.quote, claim.article, claim.start, claim.end)


def render(briefing: Briefing, form: Format, layout: Layout = Layout()) -> str:  # noqa: B008 -- frozen
    """The note in a format, as the text that can be read out of it."""
    return READINGS[form].text(render_note(briefing, form, layout))


READINGS = {
    Format.TERMINAL: Reading(squeeze, _marked),
    Format.MARKDOWN: Reading(_markdown_words, lambda text: _marked(_markdown_words(text))),
    Format.HTML: Reading(_page_words, _page_quotes),
    Format.DOCX: Reading(squeeze, _marked, _docx_text),
    Format.CSV: Reading(squeeze, _csv_quotes),
    Format.JSONLD: Reading(squeeze, _jsonld_quotes),
    Format.JSON: Reading(squeeze, _record_quotes),
}
