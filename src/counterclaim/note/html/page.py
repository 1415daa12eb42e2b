"""The note as one HTML page: the view laid out by the templates, its style and script inside and hashed."""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from counterclaim.core.records import Briefing
from counterclaim.note.backing import backing_words, lines_of, opposed_positions
from counterclaim.note.cards import status_words
from counterclaim.note.contrasts import contrast_words, givers_words, people_words
from counterclaim.note.folding import fold_events, fold_voices, headline, summary_line
from counterclaim.note.html.citations import cite_position
from counterclaim.note.html.filters import Filters, by_party
from counterclaim.note.html.plots import plot_figures
from counterclaim.note.html.quotes import Quotes
from counterclaim.note.ledger import carried_words, group_origins
from counterclaim.note.prose import counted, excerpt, listing, plain
from counterclaim.note.sections import build_sections
from counterclaim.note.since import NOTHING
from counterclaim.note.view import Citation, Head

_SCHEMES = frozenset({"http", "https"})
_QUOTE_ROOM = 700
_LONG = 1000  # claims; what is not on the screen is then laid out when it comes there
_EVENTS, _LONE = 24, 10  # told at once; the rest of them in a fold
_MEASURES = 60  # more are no longer key figures; all stand under their status too


def render_html(briefing: Briefing) -> str:
    """The whole note as one HTML document that loads nothing; the same briefing gives the same page.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="A <new> road", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(),
    ...                  summaries=(), claims=(), relations=(), threads=(), origins=())
    >>> page = render_html(empty)
    >>> page[:15], "<h1>A &lt;new&gt; road</h1>" in page
    ('<!doctype html>', True)
    """
    sections, quotes = build_sections(briefing), Quotes(briefing.articles)
    filters = Filters(sections)
    note = _templates()
    sources = {source.article: source for source in sections.sources}
    body = note.get_template("body.html").render(
        s=sections,
        sources=sources,
        quotes=quotes,
        filters=filters,
        links={article.id: find_link(article.source) for article in briefing.articles},
        cite=lambda position: cite_position(position, sources, sections.head.as_of),
        measures=_MEASURES,
        lone=_LONE,
        voices=fold_voices(sections),
        statements_alone=sum(len(voice.statements) for voice in sections.alone) + len(sections.together),
        events=fold_events(sections.timeline, _EVENTS),
        unchanged=NOTHING,
        nothing="None found." if sections.compared else "There was nothing to compare.",
    )
    style, script = _source("note.css") + _paper(sections.head) + _later_pieces(quotes), _source("note.js")
    return note.get_template("page.html").render(
        title=sections.head.title,
        notice=sections.head.notice,
        policy=_policy(style, script),
        long=len(briefing.claims) > _LONG,
        style=style,
        script=script,
        body=body,
    )


@lru_cache(maxsize=1)
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("counterclaim.note.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        carried=carried_words,
        counted=counted,
        listing=listing,
        plot=plot_figures,
        quoted=_quoted,
        status_words=status_words,
        summary_line=summary_line,
        contrast_words=contrast_words,
        givers_words=givers_words,
        people_words=people_words,
        headline=headline,
        by_party=by_party,
        backing_words=backing_words,
        lines_of=lines_of,
        opposed_positions=opposed_positions,
        group_origins=group_origins,
    )
    made.filters.update(listing=listing, capitalize_first=lambda words: words[:1].upper() + words[1:])
    return made


def _source(name: str) -> str:
    loader = _templates().loader
    if loader is None:
        return ""
    return loader.get_source(_templates(), name)[0]


def _quoted(citation: Citation) -> str:
    """The quote in quotation marks; a very long one in part, around its figure."""
    return excerpt(citation.quote, _QUOTE_ROOM, citation.focus).marked()


def _later_pieces(quotes: Quotes) -> str:
    selectors = quotes.rules()
    return f"{selectors}{{background:var(--lit);color:var(--lit-ink)}}" if selectors else ""


def _paper(head: Head) -> str:
    """What stands on every printed page: what the note is, who may see it at head and foot, the number of the page."""
    boxes = (
        ("top-left", f'"{head.notice}"'),
        ("top-right", f'"{head.marking}"'),
        ("bottom-left", f'"{head.marking}"'),
        ("bottom-right", 'counter(page) " of " counter(pages)'),
    )
    return f"@page{{{''.join(f'@{place}{{content:{words}}}' for place, words in boxes)}}}"


def _policy(style: str, script: str) -> str:
    """The content security policy: nothing but this very style and script, and nothing from anywhere."""
    hashes = (b64encode(sha256(part.encode()).digest()).decode() for part in (style, script))
    return "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'".format(
        *hashes
    )


def find_link(source: str) -> str | None:
    """The address of an article on the web; None where its source is none (a file, another scheme).

    >>> find_link("https://post.example/a"), find_link("javascript:alert(1)"), find_link("in/a.md")
    ('https://post.example/a', None, None)
    """
    try:
        parts = urlsplit(source)
    except ValueError:
        return None
    sound = parts.scheme in _SCHEMES and bool(parts.netloc) and plain(source) == source and " " not in source
    return source if sound else None
