"""The note as JSON-LD in the vocabulary of schema.org: claims, who made them, where they appear (room: brains).

A `Claim` is what one speaker said on one question; each `appearance` is a `Quotation` in a `NewsArticle`, with its
place as a selector of the W3C's Web Annotation. There is never a `ClaimReview` and never a rating: those need a
person's verdict. The context stands in the document, so that nothing is fetched; ids are URNs, the same in every run.
"""

import json
import math
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.records import Article, Briefing, Claim, Quantity, Thread, TimeInterval
from counterclaim.note.dates import certainly_before
from counterclaim.note.ledger import model_wording
from counterclaim.note.placement import Placement, place_claims
from counterclaim.note.positions import figure_of, relays_of
from counterclaim.note.prose import figure_words, plain, printable
from counterclaim.note.register import register_briefing
from counterclaim.note.view import Citation, Position
from counterclaim.text.modality import is_negative
from counterclaim.text.tokens import tokenize

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Node = dict[str, Json]

_TERMS = "urn:counterclaim:terms:"
CONTEXT: Mapping[str, Json] = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "url": {"@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "source": "oa:hasSource",
    "selector": "oa:hasSelector",
    **{name: f"{_TERMS}{name}" for name in "status independentOrigins polarity marks bound replaced relay opposedTo".split()},
    "opposedTo": {"@id": f"{_TERMS}opposedTo", "@type": "@id"},
}  # fmt: skip
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, _TERMS)
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#][\w.~:/?#@!$&'()*+,;=%-]*)?", re.ASCII)
_MARKUP = {ord(char): f"\\u{ord(char):04x}" for char in "<>&"}  # inert inside a page's script element too


class _Story(NamedTuple):
    """What every claim of the note is told by: the placement, the speakers' ids, and what excludes what."""

    briefing: Briefing
    placement: Placement
    note: str
    opposed: Mapping[str, list[str]]


def render_jsonld(briefing: Briefing) -> str:
    """The note as one JSON-LD document; the same briefing gives the same text.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="A <b>", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(),
    ...                  summaries=(), claims=(), relations=(), threads=(), origins=())
    >>> json.loads(render_jsonld(empty))["@graph"][0]["name"]
    'A <b>'
    """
    placement = place_claims(register_briefing(briefing))
    note = _urn("note", briefing.title, *(article.id for article in briefing.articles))
    story = _Story(briefing, placement, note, _opposed(briefing, placement))
    graph: list[Json] = [
        _note(story),
        *(_article(article, placement) for article in placement.register.in_order),
        *(_question(thread) for thread, positions in placement.threads if positions),
        *_speakers(story),
        *(_claim(story, *pair) for pair in _pairs(placement)),
    ]
    document: Node = {"@context": CONTEXT, "@graph": graph}
    return json.dumps(document, ensure_ascii=False, indent=1).translate(_MARKUP) + "\n"


def _pairs(placement: Placement) -> Iterator[tuple[Thread, Position]]:
    return ((thread, position) for thread, positions in placement.threads for position in positions)


def _urn(kind: str, *names: str) -> str:
    """An id in a registered scheme that needs no host: the same names, the same id."""
    return uuid.uuid5(_NAMES, json.dumps([kind, *names])).urn


def _node(kind: str | list[str] | None, urn: str | None, /, **properties: Json) -> Node:
    """A node with the properties that are known."""
    every: Node = {"@type": kind, "@id": urn, **properties}
    return {name: value for name, value in every.items() if value not in (None, "", (), [])}


def _note(story: _Story) -> Node:
    briefing = story.briefing
    maker = _node(
        "SoftwareApplication", None, name="Counterclaim", softwareVersion=plain(briefing.engine.version)
    )
    return _node(
        "CreativeWork",
        story.note,
        name=plain(briefing.title),
        genre="briefing note",
        creativeWorkStatus="machine draft, not reviewed",
        creator=maker,
        conditionsOfAccess=briefing.desk.marking if briefing.desk else None,
        contentReferenceTime=briefing.as_of.isoformat() if briefing.as_of else None,
        abstract=" ".join((*(plain(line) for line in briefing.bottom_line), *_wording(briefing))),
        isBasedOn=[_refer(_article_id(article.id)) for article in story.placement.register.in_order],
        hasPart=[_refer(_claim_id(position)) for _, position in _pairs(story.placement)],
    )  # fmt: skip


def _wording(briefing: Briefing) -> tuple[str, ...]:
    wording = model_wording(briefing)
    return (wording.label, *wording.lines) if wording else ()


def _article_id(article: str) -> str:
    return _urn("article", article)


def _refer(urn: str | None) -> Node | None:
    return {"@id": urn} if urn else None


def _outlet(article: Article) -> Node | None:
    name = plain(article.outlet or "")
    return _node("Organization", _urn("outlet", name), name=name) if name else None


def _article(article: Article, placement: Placement) -> Node:
    original = placement.register.copy_of.get(article.id)
    return _node(
        "NewsArticle",
        _article_id(article.id),
        identifier=plain(article.id),
        headline=plain(article.title or ""),
        publisher=_outlet(article),
        creditText=plain(article.byline or ""),
        datePublished=article.published.isoformat() if article.published else None,
        inLanguage=plain(article.language or ""),
        url=article.source if _ADDRESS.fullmatch(article.source) else None,
        isBasedOn=_refer(original and _article_id(original)),
    )


def _question(thread: Thread) -> Node:
    return _node(
        "Question",
        _urn("thread", thread.id),
        identifier=plain(thread.id),
        name=plain(thread.question),
        status=thread.status,
        independentOrigins=thread.independent_origins,
    )


def _speaker_id(story: _Story, position: Position) -> str | None:
    """Who said it: the outlet where it speaks itself, nobody where nobody is stated."""
    register = story.placement.register
    claim = register.claims[position.lead.claim]
    if not claim.attribution:
        return None
    article = register.articles.get(claim.article)
    outlet = plain(article.outlet or "") if article else ""
    return (
        _urn("speaker", story.note, position.name)
        if position.attributed
        else outlet and _urn("outlet", outlet)
    )


def _speakers(story: _Story) -> Iterator[Node]:
    """Each speaker once. Nothing says whether a person or an organisation speaks, so the nodes carry no type."""
    fullest: dict[str, Position] = {}
    for _, position in _pairs(story.placement):
        urn = _speaker_id(story, position) if position.attributed else None
        if urn and len(position.speaker) > len(fullest.get(urn, position).speaker) - (urn not in fullest):
            fullest[urn] = position
    for urn, position in fullest.items():
        yield _node(None, urn, name=position.name, description=position.speaker)


def _claim_id(position: Position) -> str:
    return _urn("claim", position.lead.article, position.lead.claim)


def _claim(story: _Story, thread: Thread, position: Position) -> Node:
    register = story.placement.register
    claim = register.claims[position.lead.claim]
    figure = figure_of(claim)
    urn = _claim_id(position)
    return _node(
        "Claim",
        urn,
        identifier=[citation.claim for citation in position.citations],
        name=f"{position.question} {position.answer}",
        text=_told(claim),
        author=_refer(_speaker_id(story, position)),
        about=_refer(_urn("thread", thread.id)),
        polarity=claim.polarity,
        marks=list(position.marks),
        replaced=position.replaced or None,
        opposedTo=[_refer(other) for other in story.opposed.get(urn, ())],
        temporalCoverage=_coverage(claim.event_time),
        mentions=_figure(figure) if figure else None,
        firstAppearance=_refer(_first(position, story.placement)),
        appearance=[_appearance(citation, story.placement) for citation in position.citations],
    )


def _told(claim: Claim) -> str:
    """The statement; a denial whose words do not show it says so."""
    text = plain(claim.text)
    return f"not: {text}" if claim.polarity == "denied" and not is_negative(tokenize(text)) else text


def _appearance(citation: Citation, placement: Placement) -> Node:
    """The verbatim quote, the article that it is part of, and its place there in code points."""
    article = _article_id(citation.article)
    relays = relays_of(placement.register, placement.register.claims[citation.claim])
    return _node(
        ["Quotation", "oa:SpecificResource"],
        _urn("quote", citation.article, str(citation.start), str(citation.end)),
        text=printable(citation.quote),
        isPartOf=_refer(article),
        relay=list(relays),
        source=_refer(article),
        selector={"@type": "oa:TextPositionSelector", "start": citation.start, "end": citation.end},
    )


def _first(position: Position, placement: Placement) -> str | None:
    """The article that had it first; None where the times of publication leave that open."""
    register = placement.register
    ids = dict.fromkeys(citation.article for citation in position.citations)
    own = [article for article in ids if register.copy_of.get(article) not in ids]
    articles = sorted(
        (register.articles[i] for i in own if i in register.articles), key=register.in_order.index
    )
    if not articles:
        return None
    first, *others = articles
    sure = all(certainly_before(first.published, other.published, register.zone) for other in others)
    return _article_id(first.id) if sure else None


def _coverage(interval: TimeInterval | None) -> str | None:
    """The time of the event as an ISO 8601 interval; an open side is "..", as schema.org has it."""
    if interval is None or (interval.start is None and interval.end is None):
        return None
    return "/".join(side.isoformat() if side else ".." for side in (interval.start, interval.end))


def _figure(figure: Quantity) -> Node:
    """The figure; a number stands in it only where reading the number alone does not lose the bound."""
    low, high = (
        side if side is not None and math.isfinite(side) else None for side in (figure.low, figure.high)
    )
    exact, loose = figure.bound == "exact", figure.bound in {"approx", "vague"}
    limits = (None, None) if exact or loose else (low, high)
    return _node(
        "QuantitativeValue",
        None,
        name=figure_words(figure),
        bound=figure.bound,
        value=low if exact and low == high else None,
        minValue=limits[0],
        maxValue=limits[1],
        unitText=plain(figure.unit or ""),
        description=plain(" ".join(part for part in (figure.population, figure.measure) if part)),
    )


def _opposed(briefing: Briefing, placement: Placement) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {}
    for relation in briefing.relations:
        first, second = placement.by_claim.get(relation.a), placement.by_claim.get(relation.b)
        if relation.label in {"contradicts", "denies"} and first and second:
            one, other = _claim_id(first), _claim_id(second)
            found.setdefault(one, {})[other] = None
            found.setdefault(other, {})[one] = None
    return {claim: [*others] for claim, others in found.items()}
