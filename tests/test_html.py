import base64
import hashlib
import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_story import articles, briefing
from counterclaim.core.records import Briefing, Relation, Response
from counterclaim.note.html import render_html
from counterclaim.note.prose import plain, safe
from counterclaim.outside.sources import read_sources
from counterclaim.steps.briefings import brief_batch
from counterclaim.steps.digests import DigestBatch
from counterclaim.text.reader import read_article
from hostile import PAYLOADS, poison
from note_golden import FOLDER, RENDERED
from page_tree import Element, read_page
from small_note import article, claim, figure, thread
from small_note import note as small

SEEDS = Path(__file__).parent.parent / "seeds"
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
LOADERS = {"img", "iframe", "object", "embed", "link", "audio", "video", "source", "base", "image", "frame"}
HANDLERS = re.compile(r"^on", re.IGNORECASE)
PAGE_PAYLOADS = PAYLOADS | {
    "end of style": "</style><script>alert(1)</script>",
    "end of script": "</script><script>alert(1)</script><!--",
    "end of title": "</title><body onload=alert(1)>",
    "attributes": "\" onmouseover=alert(1) x=\"' autofocus onfocus='alert(1)",
    "a script's address": "javascript:alert(1)",
    "data's address": "data:text/html,<script>alert(1)</script>",
    "templates": "{{ 7 * 7 }} {% raw %} {# x #} ${7*7}",
    "entities": "&lt;script&gt; &#x3c; &amp;lt; &quot;",
}


def squeeze(text: str) -> str:
    return " ".join(text.split())


def pieces_of(page: Element, number: str) -> str:
    """The text that is marked for a number, its later pieces too."""
    marks = page.all("mark")
    own = [m for m in marks if m.attributes.get("id") == f"q{number}" or f"q{number}" in m.classes]
    whole = " ".join(squeeze(mark.text) for mark in own)
    return re.sub(r" (?=[,;:])", "", whole)  # a piece may start with the comma that follows another quote


def numbered(page: Element) -> list[tuple[str, Element]]:
    """Every link of the note to a quote, with the number it shows."""
    links = [a for a in page.all("a") if re.fullmatch(r"#q\d+", a.attributes.get("href", ""))]
    return [(a.attributes["href"][2:], a) for a in links]


@lru_cache
def seed(story: str) -> Briefing:
    batch = read_sources([str(SEEDS / story)])
    return brief_batch(DigestBatch(tuple(read_article(article) for article in batch.articles), batch.unread))


STORIES = sorted(path.name for path in SEEDS.iterdir() if path.is_dir())


def test_golden() -> None:
    assert RENDERED["note.html"](briefing()) == (FOLDER / "note.html").read_text(encoding="utf-8")


def test_the_policy_allows_this_style_and_this_script_alone() -> None:
    page = read_page(render_html(briefing()))
    (policy,) = [m.attributes["content"] for m in page.all("meta") if m.attributes.get("http-equiv")]
    (style,), (script,) = page.all("style"), page.all("script")
    hashes = [
        base64.b64encode(hashlib.sha256(part.text.encode()).digest()).decode() for part in (style, script)
    ]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{hashes[0]}'",
        f"script-src 'sha256-{hashes[1]}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_nothing_is_loaded_from_anywhere() -> None:
    page = read_page(render_html(briefing()))
    assert [e.tag for e in page if e.tag in LOADERS or {"src", "srcset", "style"} & set(e.attributes)] == []
    assert not re.search(r"url\(|@import|@font-face", page.all("style")[0].text)
    assert not re.search(r"fetch|XMLHttp|import\(|WebSocket|eval|innerHTML", page.all("script")[0].text)
    assert {e.attributes["href"][0] for e in page.all("use")} == {"#"}


def test_ids_are_unique_and_every_link_inside_the_page_leads_somewhere() -> None:
    page = read_page(render_html(briefing()))
    ids = [e.attributes["id"] for e in page if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    inner = {e.attributes["href"] for e in page if e.attributes.get("href", "").startswith("#")}
    named = {e.attributes["aria-labelledby"] for e in page if "aria-labelledby" in e.attributes}
    labels = {e.attributes["for"] for e in page.all("label")}
    assert len(inner) > 60
    assert ({link[1:] for link in inner} | named | labels) - set(ids) == set()


def test_headings_go_down_one_level_at_a_time() -> None:
    page = read_page(render_html(briefing()))
    levels = [int(e.tag[1]) for e in page if re.fullmatch(r"h\d", e.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_landmarks_and_language() -> None:
    page = read_page(render_html(briefing()))
    assert [len(page.all(tag)) for tag in ("header", "nav", "main", "aside")] == [1, 1, 1, 1]
    assert page.all("html")[0].attributes["lang"] == "en"
    assert page.all("a")[0].attributes["href"] == "#note"
    unnamed = [e.tag for e in page.all("nav", "aside", "section", "form") if not {"aria-label", "aria-labelledby"} & set(e.attributes)]  # fmt: skip
    assert unnamed == []


def test_a_status_is_told_by_word_and_shape() -> None:
    chips = [e for e in read_page(render_html(briefing())) if "chip" in e.classes]
    shapes = {(squeeze(chip.text), chip.all("use")[0].attributes["href"]) for chip in chips}
    assert len(chips) > 20
    assert all(words and shape for words, shape in shapes)
    assert len({shape for _, shape in shapes}) >= 6


def test_every_link_to_a_quote_shows_that_quote() -> None:
    page = read_page(render_html(briefing()))
    links = [(number, a) for number, a in numbered(page) if "qt" in a.classes]
    assert len(links) > 30
    for number, link in links:
        shown = squeeze(link.all("bdi")[0].text)
        assert shown[1:-1] in pieces_of(page, number) or shown[1:-1] == pieces_of(page, number)[1:-1], shown


@pytest.mark.parametrize("story", STORIES)
def test_every_quote_of_a_seed_stands_in_its_article(story: str) -> None:
    made = seed(story)
    page = read_page(render_html(made))
    texts = [squeeze(a.text) for a in made.articles]
    numbers = {number for number, _ in numbered(page)}
    quotes = {squeeze(c.quote) for c in made.claims}
    keys = {squeeze(p.text) for s in made.summaries for p in s.key_sentences}
    marked = {pieces_of(page, number) for number in numbers}
    assert marked <= quotes | keys
    assert [quote for quote in quotes if not any(quote in whole for whole in marked)] == []
    shown = [squeeze(a.all("bdi")[0].text) for a in page.all("a", having="qt")]
    bare = [re.sub(r"^(?:\[…\] )?[“\"«‹]|[”\"»›](?: \[…\])?$", "", quote) for quote in shown]
    assert [quote for quote in bare if not any(quote in text for text in texts)] == []


@pytest.mark.parametrize("story", STORIES)
def test_the_articles_are_given_whole(story: str) -> None:
    made = seed(story)
    (aside,) = read_page(render_html(made)).all("aside")
    given = [squeeze(" ".join(p.text for p in a.all("p", having="text"))) for a in aside.all("article")]
    assert sorted(given) == sorted(squeeze(a.text) for a in made.articles)


def test_every_claim_is_marked_in_its_article() -> None:
    page = read_page(render_html(briefing()))
    marked = {pieces_of(page, number) for number, _ in numbered(page)}
    assert [c.id for c in briefing().claims if squeeze(c.quote) not in marked] == []


def test_a_quote_that_is_not_at_its_place_says_so_and_leads_to_the_article() -> None:
    page = read_page(render_html(small(claim("1", quote="never said"))))
    assert numbered(page) == []
    (link,) = {a.attributes["href"] for a in page.all("a", having="qt")}
    assert link == "#a1"
    assert "not at its place in the text" in page.text


def test_a_reprint_is_folded() -> None:
    page = read_page(render_html(briefing()))
    folded = [
        e for e in page.all("details", having="re") if squeeze(e.all("summary")[0].text) == "+1 reprint"
    ]
    assert len(folded) > 5
    assert all("The Harbour Post" in e.text for e in folded)
    assert not any("open" in e.attributes for e in folded)


@pytest.mark.parametrize(
    ("source", "linked"),
    [
        pytest.param("https://post.example/a?b=1&c=2", True, id="https"),
        pytest.param("http://post.example/", True, id="http"),
        pytest.param("javascript:alert(1)", False, id="script"),
        pytest.param("JaVaScRiPt://x.example/%0aalert(1)", False, id="script with a host"),
        pytest.param("data:text/html,x", False, id="data"),
        pytest.param("https:///nowhere", False, id="no host"),
        pytest.param("https://[broken", False, id="broken"),
        pytest.param("https://a.example/ b", False, id="a space in it"),
        pytest.param("https://a.example/\u202egnp", False, id="a direction mark in it"),
        pytest.param("in/a.md", False, id="a file"),
    ],
)
def test_links_out_of_the_page(source: str, linked: bool) -> None:  # noqa: FBT001 -- a column of the table
    page = read_page(render_html(small(articles=(article("a", source=source),))))
    out = [e for e in page.all("a") if not e.attributes["href"].startswith("#")]
    assert [e.attributes["href"] for e in out] == [source] * (2 if linked else 0)
    assert {e.attributes.get("rel") for e in out} <= {"noopener noreferrer"}


def test_a_long_address_is_linked_whole() -> None:
    address = f"https://post.example/{'x' * 900}"
    page = read_page(render_html(small(articles=(article("a", source=address),))))
    assert address in {e.attributes["href"] for e in page.all("a")}


@pytest.mark.parametrize("prefix", ["", "word "])
@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in PAGE_PAYLOADS.items()])
def test_hostile_text(payload: str, prefix: str) -> None:
    rendered = render_html(poison(payload, prefix=prefix))
    page = read_page(rendered)
    harmless = re.sub(r"[^\w\s]|_", "x", safe(payload))
    assert page.shape() == read_page(render_html(poison(harmless, prefix=prefix))).shape()
    check_harmless(page, rendered)


def check_harmless(page: Element, rendered: str) -> None:
    assert rendered.encode("utf-8")
    controls = {
        c for c in rendered if unicodedata.category(c) == "Cc" or unicodedata.bidirectional(c) in BIDI
    }
    assert controls <= {"\n", "\t"}
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert [name for e in page for name in e.attributes if HANDLERS.match(name)] == []
    assert [e.attributes["href"] for e in page if e.attributes.get("href", "#")[0] != "#"] == []


def quoting(payload: str) -> Briefing:
    """A note whose article holds the payload, with claims that quote it: whole, in part, and overlapping."""
    text = f"Before {payload} between\n\n{payload} after"
    size = len(payload)
    spans = [(7, 7 + size), (0, len(text)), (3, 8 + size), (7, 7 + max(size // 2, 1)), (9 + size, len(text))]
    claims = [
        claim(str(n), quote=text[start:end], start=start, end=end, text=payload, answer=payload)
        for n, (start, end) in enumerate(spans)
    ]
    return small(*claims, articles=(article("a", payload, text=text, title=payload, source=payload),))


@pytest.mark.parametrize("payload", [pytest.param(t, id=n) for n, t in PAGE_PAYLOADS.items() if t.strip()])
def test_hostile_text_in_the_marked_article(payload: str) -> None:
    made = quoting(payload)
    rendered = render_html(made)
    page = read_page(rendered)
    assert len({number for number, _ in numbered(page)}) == len({(c.start, c.end) for c in made.claims})
    (aside,) = page.all("aside")
    told = " ".join(p.text for p in aside.all("p", having="text"))
    assert plain(told) == plain(made.articles[0].text)
    check_harmless(page, rendered)


# Control characters, which the reader takes out before any record is made, may change which of two quotes stands first.
@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40))
@example("()")
def test_any_text_leaves_the_structure(payload: str) -> None:
    rendered = render_html(poison(payload, prefix="word "))
    harmless = re.sub(r"[^\w\s]|_", "x", safe(payload))
    assert read_page(rendered).shape() == read_page(render_html(poison(harmless, prefix="word "))).shape()
    check_harmless(read_page(rendered), rendered)


def test_a_note_of_nothing() -> None:
    page = read_page(render_html(small()))
    assert len(page.all("p", having="none")) >= 7
    assert numbered(page) == []


def test_a_filter_offers_what_the_items_carry() -> None:
    page = read_page(render_html(briefing()))
    for kind in ("status", "side", "origin"):
        (select,) = [e for e in page.all("select") if e.attributes["id"] == f"by-{kind}"]
        tokens = [option.attributes["value"] for option in select.all("option")][1:]
        carried = {token for e in page if "it" in e.classes for token in e.attributes[f"data-{kind}"].split()}
        assert carried == set(tokens)
        assert select.attributes["name"] == kind


def test_a_filter_takes_no_side_out_of_a_dispute() -> None:
    cards = read_page(render_html(briefing())).all("article", having="dispute")
    assert len(cards) == 3
    assert all("it" in card.classes for card in cards)
    assert [e.tag for card in cards for e in card if e is not card and "it" in e.classes] == []


def test_measures_beyond_the_key_figures_are_counted() -> None:
    claims = [claim(f"{n}", question=f"Q{n}?", quantities=figure(n), kind="quantity") for n in range(70)]
    page = read_page(render_html(small(*claims)))
    (section,) = [e for e in page.all("section") if e.attributes["id"] == "figures"]
    assert len(section.all("td", having="fig")) == 60
    assert "And 10 more measures; each stands under its status below." in squeeze(section.text)


def test_a_citation_names_speaker_words_outlet_place_and_claim() -> None:
    page = read_page(render_html(briefing()))
    lines = [e.text for e in page.all("span", having="line")]
    (line,) = {text for text in lines if ", claim i01." in text}
    start = articles()["is1"].text.index("At least 19")
    assert line.startswith(
        "Seafarers’ Union, as reported by The Islander, in The Islander’s words, said Tue 4 Mar 12:00–18:00: “At least 19 people burned or drowned"
    )
    assert (
        f"The Islander, ““Nobody rang the bell””, published Tue 4 Mar 2025 16:20 +02:00, characters {start} to"
        in line
    )


def test_a_thread_with_other_answers_is_titled_with_all_of_them() -> None:
    made = small(
        claim("1", speaker="Ana Roy", quantities=figure(19), kind="quantity"),
        claim("2", speaker="Ben Low", quantities=figure(21), kind="quantity"),
        threads=(thread("1", "2", status="unclear"),),
    )
    titles = [squeeze(e.text) for e in read_page(render_html(made)).all("p", having="said")]
    assert "What happened? 19; 21, said Ben Low not decided" in titles


def section(page: Element, name: str) -> str:
    return squeeze(next(e.text for e in page.all("section") if e.attributes.get("id") == name))


def test_no_article_is_called_silent() -> None:
    shown = section(read_page(render_html(briefing())), "matrix")
    assert shown.count("none found") > 10
    assert "read it before you call it silent" in shown  # what "none found" does not mean
    assert shown.count("silent") == 1


def test_counts_of_other_people_stand_side_by_side() -> None:
    claims = (claim("1", quantities=figure(9)), claim("2", "b", "Bo Lind", quantities=figure(200)))
    apart = Relation(
        a="1", b="2", label="undetermined", reason="soldiers against fighters", basis="rule:population"
    )
    asked = (
        thread("1", question="How many soldiers died?"),
        thread("2", number="u", question="How many fighters?"),
    )
    shown = section(read_page(render_html(small(*claims, threads=asked, relations=(apart,)))), "figures")
    assert "Killed, by who is counted" in shown
    assert "It is not said of whom: 9 (Ana Roy); 200 (Bo Lind)" in shown


def test_what_others_did_about_a_statement_is_told() -> None:
    quiet = (Response(kind="declined", speaker="Bo Lind"), Response(kind="not_mentioned", speaker="Cy Orr"))
    made = small(claim("1"), claim("2", "b"), threads=(thread("1", responses=quiet), thread("2", number="u")))
    shown = section(read_page(render_html(made)), "single")
    after = shown.partition("claim 1.")[2]
    assert (
        "Response: Bo Lind gave no answer; Cy Orr was not found on record about it in the articles read"
        in after
    )


def test_a_key_figure_is_told_once_and_can_be_cited() -> None:
    made = small(claim("1", quantities=figure(9)), claim("2", "b", "Bo Lind"))
    page = read_page(render_html(made))
    assert "9 What happened?" in section(page, "figures")
    assert "claim 1." in section(page, "figures")
    assert "And 1 statement of this kind, each with its figure, among the key figures" in section(
        page, "single"
    )
    assert "Ana Roy" not in section(page, "single")


def test_scraps_and_long_tails_are_folded_in_full() -> None:
    claims = [claim(f"{n}", quote=f"word {n} of the many that they said", start=n) for n in range(14)]
    page = read_page(render_html(small(*claims)))
    (tail,) = page.all("details", having="tail")
    assert "and 8 more quotes" in squeeze(tail.text)
    assert len(page.all("blockquote")) == 14
