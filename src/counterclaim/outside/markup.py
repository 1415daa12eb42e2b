"""What a page says about itself: title, outlet, byline, date, language from its tags (room: edges).

Runs in the extraction process only, because it needs lxml.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from counterclaim.text.articles.datelines import parse_published

_DATE_TAGS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "sailthru.date",
)
_STORY = "//article | //main | //*[@role='main']"
_BYLINE_CLASSES = ("byline", "author", "article-author", "c-byline")
_SEPARATORS = re.compile(r"\s+[|–—·•»:-]\s+")
_BY = re.compile(r"^by:?\s+", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s[·|•–—]\s|\s*\d")
_LONGEST_BYLINE = 120
_LONGEST_OUTLET_WORDS = 6
_DEEPEST = 20


class Page(NamedTuple):
    """A page's own metadata, each as worded; None where the page does not say."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


def describe_page(tree: HtmlElement) -> Page:
    """Read the metadata of a parsed page from meta tags, JSON-LD, microdata and visible tags, in that order."""
    metas = _read_metas(tree)
    linked = _read_linked(tree)
    headline, outlet = _name_title(tree, metas, linked)
    return Page(
        title=headline,
        outlet=outlet,
        byline=_name_author(tree, metas, linked),
        published=_date_page(tree, metas, linked),
        language=_first([*tree.xpath("/html/@lang"), metas.get("og:locale"), metas.get("content-language")]),
    )


def _first(candidates: Iterable[object]) -> str | None:
    """The first candidate that is a string with something in it, as one line."""
    return next((line for c in candidates if isinstance(c, str) and (line := " ".join(c.split()))), None)


def _words(elements: Iterable[HtmlElement]) -> Iterator[str]:
    return (str(element.text_content()) for element in elements)


def _read_metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        content = tag.get("content")
        if name and content and content.strip():
            metas.setdefault(name.strip().lower(), content.strip())
    return metas


def _read_linked(tree: HtmlElement) -> dict[str, object]:
    """The first article among the page's JSON-LD, or an empty mapping."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            loaded: object = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(loaded):
            kinds = thing.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.endswith(("Article", "Posting")) for name in names):
                return thing
    return {}


def _things(loaded: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if isinstance(loaded, list) and depth < _DEEPEST:
        for one in loaded:
            yield from _things(one, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        yield from _things(loaded.get("@graph"), depth + 1)


def _names(stated: object) -> list[str]:
    """Names from JSON-LD: a string, a thing with a name, or a list of those."""
    many = stated if isinstance(stated, list) else [stated]
    named = [one.get("name") if isinstance(one, dict) else one for one in many]
    return [name for name in named if isinstance(name, str) and name.strip()]


def _name_title(
    tree: HtmlElement, metas: dict[str, str], linked: dict[str, object]
) -> tuple[str | None, str | None]:
    """Headline and outlet: the headline as printed on the page first, the outlet as the page's tags name it."""
    outlet = _first(
        [metas.get("og:site_name"), *_names(linked.get("publisher")), metas.get("application-name")]
    )
    printed = [*_words(tree.xpath(f"({_STORY})//h1")), metas.get("og:title"), linked.get("headline")]
    headline = _first(line for line in printed if line != outlet)
    full = _first(_words(tree.xpath("//head/title")))
    if full:
        before, after = _cut_suffix(full, headline)
        headline, outlet = headline or before, outlet or after
    if headline and outlet:
        headline = _drop_suffix(headline, outlet)
    return headline or _first(_words(tree.xpath("//h1"))), outlet or _host(tree, metas)


def _cut_suffix(full: str, headline: str | None) -> tuple[str, str | None]:
    """Part `Headline | Outlet` where the head is the known headline, or where the last part is short."""
    parts = _SEPARATORS.split(full)
    before = full[: full.rindex(parts[-1])].rstrip(" |–—·•»:-") if len(parts) > 1 else full
    is_name = len(parts[-1].split()) <= _LONGEST_OUTLET_WORDS
    if len(parts) == 1 or not is_name or (headline and not headline.startswith(before[:40])):
        return full, None
    return before, parts[-1]


def _drop_suffix(headline: str, outlet: str) -> str:
    if headline.casefold().endswith(outlet.casefold()):
        shorter = headline[: -len(outlet)]
        cut = shorter.rstrip(" |–—·•»:-")
        return cut if cut and cut != shorter.rstrip() else headline
    return headline


def _host(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    address = _first([*tree.xpath("//link[@rel='canonical']/@href"), metas.get("og:url")])
    try:
        host = urlsplit(address).hostname if address else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _name_author(tree: HtmlElement, metas: dict[str, str], linked: dict[str, object]) -> str | None:
    stated = [", ".join(_names(linked.get("author"))), metas.get("author"), metas.get("article:author")]
    named = _first(name for name in stated if name and "://" not in name)
    if named is None:
        own = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in _BYLINE_CLASSES)
        printed = _first(_words(tree.xpath(f"//*[@rel='author' or @itemprop='author' or {own}]")))
        named = _AFTER_NAME.split(printed, maxsplit=1)[0] if printed else None
    named = _BY.sub("", named).strip(" ,") if named else None
    return named if named and len(named) <= _LONGEST_BYLINE else None


def _date_page(tree: HtmlElement, metas: dict[str, str], linked: dict[str, object]) -> str | None:
    """The first date that can be read; one with a time before a bare day."""
    stated = [
        *(metas.get(tag) for tag in _DATE_TAGS),
        linked.get("datePublished"),
        *tree.xpath("//*[@itemprop='datePublished']/@datetime"),
        *tree.xpath(f"({_STORY})//time/@datetime"),
        *tree.xpath("//time[@pubdate]/@datetime"),
    ]
    worded = [text for text in stated if isinstance(text, str) and parse_published(text)]
    timed = (text for text in worded if ":" in text and text[:10] == worded[0][:10])
    return next(timed, None) or _first(worded)
