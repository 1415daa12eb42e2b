"""The note as JSON-LD, read by a JSON-LD processor that may fetch nothing."""

import json
import re
import unicodedata
import uuid
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

from briefing_story import articles, briefing
from counterclaim.core.records import Attribution, Bound, Briefing, Quantity, Relation
from counterclaim.note.jsonld import render_jsonld
from hostile import PAYLOADS, poison
from note_golden import FOLDER, RENDERED
from small_note import article, claim, note, thread

SCHEMA, OA = "https://schema.org/", "http://www.w3.org/ns/oa#"
TERMS = "urn:counterclaim:terms:"
Node = dict[str, Any]


def refuse(url: str, _: object) -> NoReturn:
    raise AssertionError(f"{url} was asked for")


def expand(text: str) -> list[Node]:
    nodes: list[Node] = jsonld.expand(json.loads(text), {"documentLoader": refuse})
    return nodes


def of_type(text: str, kind: str) -> list[Node]:
    return [node for node in expand(text) if SCHEMA + kind in node.get("@type", ())]


def value(node: Node, *path: str) -> Any:
    """What stands at the end of a path of properties: the value, else the id of the node."""
    for name in path:
        found = node.get(name if ":" in name else SCHEMA + name)
        if not found:
            return None
        node = found[0]
    return node.get("@value", node.get("@id"))


def claims_of(made: Briefing) -> dict[str, Node]:
    """Every claim of the note by the id of its first occurrence."""
    return {value(node, "identifier"): node for node in of_type(render_jsonld(made), "Claim")}


def triples(made: Briefing) -> set[tuple[str, str, str]]:
    document = json.loads(render_jsonld(made))
    graph = jsonld.to_rdf(document, {"documentLoader": refuse})["@default"]
    return {(t["subject"]["value"], t["predicate"]["value"], t["object"]["value"]) for t in graph}


def test_golden() -> None:
    assert RENDERED["note.jsonld"](briefing()).encode() == (FOLDER / "note.jsonld").read_bytes()


def test_the_terms_are_those_of_schema_org_the_web_annotation_and_our_own() -> None:
    """The list is read against schema.org by hand: a new property is looked up there before it is added here."""
    predicates = {predicate for _, predicate, _ in triples(briefing())}
    ours = {p.removeprefix(SCHEMA).removeprefix(OA).removeprefix(TERMS) for p in predicates}
    assert ours == set(
        "about abstract appearance author bound contentReferenceTime creativeWorkStatus creator datePublished description "
        "end firstAppearance genre hasPart hasSelector hasSource headline identifier inLanguage independentOrigins isBasedOn "
        "isPartOf marks maxValue mentions minValue name opposedTo polarity publisher relay replaced softwareVersion start "
        "status temporalCoverage text unitText value".split()
    ) | {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"}


def test_there_is_no_verdict() -> None:
    text = render_jsonld(briefing())
    types = {kind for subject, predicate, kind in triples(briefing()) if predicate.endswith("#type")}
    assert not {kind for kind in types if "Review" in kind or "Rating" in kind}
    assert not re.search(r"ClaimReview|[rR]ating|reviewed\b(?<!not reviewed)", text)


def test_every_id_is_a_urn() -> None:
    ids = {node["@id"] for node in expand(render_jsonld(briefing()))}
    assert len(ids) > 50
    assert all(uuid.UUID(number).version == 5 for number in (urn.removeprefix("urn:uuid:") for urn in ids))


def test_every_reference_leads_to_a_node() -> None:
    found = triples(briefing())
    subjects = {subject for subject, _, _ in found}
    assert [o for _, _, o in found if o.startswith("urn:uuid:") and o not in subjects] == []


def test_every_quote_stands_at_its_selector() -> None:
    texts = {paper.id: paper.text for paper in articles().values()}
    text = render_jsonld(briefing())
    papers = {node["@id"]: value(node, "identifier") for node in of_type(text, "NewsArticle")}
    quotes = [quote for claim in of_type(text, "Claim") for quote in claim[SCHEMA + "appearance"]]
    assert len(quotes) == len(briefing().claims)
    for quote in quotes:
        start, end = (value(quote, OA + "hasSelector", OA + side) for side in ("start", "end"))
        assert value(quote, "isPartOf") == value(quote, OA + "hasSource")
        assert texts[papers[value(quote, "isPartOf")]][start:end] == value(quote, "text")


def test_a_claim_with_its_author_and_its_appearances() -> None:
    text = render_jsonld(briefing())
    nodes = {node["@id"]: node for node in expand(text)}
    toll = claims_of(briefing())["k01"]
    assert value(toll, "name") == "How many people died in the fire on the Orlanda? 14"
    assert value(nodes[value(toll, "author")], "description") == "Rhea Tolland (commander, coast guard)"
    assert "@type" not in nodes[value(toll, "author")]
    question = nodes[value(toll, "about")]
    assert (value(question, "name"), value(question, TERMS + "status")) == (
        "How many people died in the fire on the Orlanda?",
        "disputed",
    )
    assert [value(nodes[value(q, "isPartOf")], "publisher", "name") for q in toll[SCHEMA + "appearance"]] == [
        "Kesten Wire",
        "The Harbour Post",
    ]
    assert value(nodes[value(toll, "firstAppearance")], "identifier") == "kw1"
    assert value(toll, TERMS + "replaced") is True


def test_what_excludes_each_other() -> None:
    made = claims_of(briefing())
    assert value(made["k06"], TERMS + "opposedTo") == made["i02"]["@id"]
    assert value(made["i02"], TERMS + "opposedTo") == made["k06"]["@id"]
    refined = note(
        claim("1"), claim("2"), relations=(Relation(a="1", b="2", label="refines", reason="", basis="rule:x"),)
    )  # fmt: skip
    assert all(TERMS + "opposedTo" not in node for node in claims_of(refined).values())


def test_a_relay_is_named_at_the_quote() -> None:
    assert value(claims_of(briefing())["i05"], "appearance", TERMS + "relay") == "Radio Strait"


FIGURES = [
    pytest.param("exact", 12, 12, {"value": 12}, id="exact"),
    pytest.param("at_least", 12, None, {"minValue": 12}, id="at least"),
    pytest.param("less_than", None, 12, {"maxValue": 12}, id="less than"),
    pytest.param("range", 12, 15.5, {"minValue": 12, "maxValue": 15.5}, id="range"),
    pytest.param("approx", 12, 12, {}, id="a rounded figure has no value to be taken for exact"),
    pytest.param("vague", 24, None, {}, id="vague"),
    pytest.param("at_least", float("inf"), None, {}, id="no number"),
]


@pytest.mark.parametrize(("bound", "low", "high", "expected"), FIGURES)
def test_a_figure_keeps_its_bound(
    bound: Bound, low: float | None, high: float | None, expected: dict[str, float]
) -> None:
    made = Quantity(start=0, end=2, text="12", low=low, high=high, bound=bound, unit="crown", measure="lost")
    figure = claims_of(note(claim("1", quantities=(made,))))["1"][SCHEMA + "mentions"][0]
    found = {name: value(figure, name) for name in ("value", "minValue", "maxValue")}
    assert {name: number for name, number in found.items() if number is not None} == expected
    assert value(figure, TERMS + "bound") == bound
    assert (value(figure, "unitText"), value(figure, "description")) == ("crown", "lost")


DENIALS = [
    pytest.param(
        "The alarm rang.", "denied", "not: The alarm rang.", id="a denial that its words do not show"
    ),
    pytest.param("No alarm rang.", "denied", "No alarm rang.", id="a denial in its own words"),
    pytest.param("The alarm rang.", "affirmed", "The alarm rang.", id="no denial"),
]


@pytest.mark.parametrize(("text", "polarity", "expected"), DENIALS)
def test_a_denial_is_not_told_as_what_it_denies(text: str, polarity: str, expected: str) -> None:
    made = claims_of(note(claim("1", text=text, polarity=polarity)))["1"]
    assert (value(made, "text"), value(made, TERMS + "polarity")) == (expected, polarity)


FIRST = [
    pytest.param("2025-05-01", "2025-05-02", "a", id="a day before"),
    pytest.param("2025-05-01", "2025-05-01T23:00:00+00:00", None, id="some time of the same day"),
    pytest.param("2025-05-01T08:00:00+00:00", "2025-05-01T09:00:00+02:00", "b", id="earlier in another zone"),
    pytest.param(None, "2025-05-01", None, id="a time that is not known"),
]


@pytest.mark.parametrize(("one", "other", "expected"), FIRST)
def test_the_first_appearance_is_named_where_it_is_known(
    one: str | None, other: str | None, expected: str | None
) -> None:
    papers = [
        article(name).model_validate(article(name).model_dump() | {"published": day})
        for name, day in (("a", one), ("b", other))
    ]
    made = note(
        claim("1", "a", answer="yes"), claim("2", "b", answer="yes"), articles=tuple(papers), threads=(thread("1", "2"),)
    )  # fmt: skip
    text = render_jsonld(made)
    names = {node["@id"]: value(node, "identifier") for node in of_type(text, "NewsArticle")}
    (only,) = of_type(text, "Claim")
    assert names.get(value(only, "firstAppearance")) == expected


def test_who_is_not_stated_is_not_named() -> None:
    assert "author" not in json.dumps(claims_of(note(claim("1", speaker=None)))["1"])


def test_the_outlet_is_the_author_of_what_it_says_itself() -> None:
    own = claim("1").model_copy(
        update={"attribution": (Attribution(name="Outlet a", role="outlet", mode="narration"),)}
    )
    text = render_jsonld(note(own))
    (told,), (paper,) = of_type(text, "Claim"), of_type(text, "NewsArticle")
    assert value(told, "author") == value(paper, "publisher")


@pytest.mark.parametrize(
    ("source", "address"),
    [
        pytest.param("https://post.example/a?b=1", "https://post.example/a?b=1", id="https"),
        pytest.param("in/a.md", None, id="a file stays private"),
        pytest.param("javascript:alert(1)", None, id="a script"),
        pytest.param('https://post.example/"><b>', None, id="markup in an address"),
    ],
)
def test_only_web_addresses_are_links(source: str, address: str | None) -> None:
    text = render_jsonld(note(claim("1"), articles=(article("a", source=source),)))
    assert value(of_type(text, "NewsArticle")[0], "url") == address
    assert ("in/a.md" in text) is False


@pytest.mark.parametrize("prefix", ["", "word "])
@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in PAYLOADS.items()])
def test_hostile_text(payload: str, prefix: str) -> None:
    made = poison(payload, prefix=prefix)
    text = render_jsonld(made)
    assert not set("<>&") & set(text)
    assert {c for c in text if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n"}
    nodes = expand(text)
    kinds = {kind.removeprefix(SCHEMA) for node in nodes for kind in node.get("@type", ())}
    assert kinds == {"CreativeWork", "NewsArticle", "Question", "Claim"}
    assert all(node["@id"].startswith("urn:uuid:") for node in nodes)
    assert not [node for node in nodes if SCHEMA + "url" in node]


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40))
def test_any_text_stays_text(payload: str) -> None:
    text = render_jsonld(poison(payload))
    assert text.encode()
    assert not set("<>&") & set(text)
    assert isinstance(json.loads(text), dict)
