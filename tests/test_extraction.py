import json
import subprocess
import sys
import time

import pytest

from counterclaim.outside.extraction import extract_page, serve
from counterclaim.outside.pages import PageReader

BODY = """
<p>At least&nbsp;12&nbsp;people died when a ferry sank, the coast guard said.<br><br>The ship carried 240 people &mdash;
 twice what it may hold.</p>
<h2>What the owner says</h2>
<p>&ldquo;We mourn,&rdquo; said the owner, <b>Karl <i>Veit</i></b>, of <a href="/x">Veit Lines</a>.</p>
<blockquote><p>Nobody told us that the pump had failed.</p></blockquote>
<ul><li>Twelve dead, by the coast guard&rsquo;s count</li><li>31 missing</li></ul>
<div>The harbour master put the number of missing at 31 on Monday.</div>
<p>It sank.</p>
<p>It sank.</p>
<table><tr><th>Ship</th><th>Dead</th></tr><tr><td>Aurora</td><td>12</td></tr></table>
<p>The <q>Aurora</q> was built in 1987 &amp; rebuilt in 2004; H<sub>2</sub>O &lt; 3 m; it cost &euro;3&thinsp;000&#8239;000.</p>
<p>Read more: <a href="/y">Ferry owner fined in 2021</a></p>
"""
PARAGRAPHS = [
    "At least 12 people died when a ferry sank, the coast guard said.",
    "The ship carried 240 people — twice what it may hold.",
    "What the owner says",
    "“We mourn,” said the owner, Karl Veit, of Veit Lines.",
    "Nobody told us that the pump had failed.",
    "- Twelve dead, by the coast guard’s count",
    "- 31 missing",
    "The harbour master put the number of missing at 31 on Monday.",
    "It sank.",
    "It sank.",
    "Ship | Dead",
    "Aurora | 12",
    "The “Aurora” was built in 1987 & rebuilt in 2004; H2O < 3 m; it cost €3 000 000.",
]
BOILERPLATE = """
<div id="cookie-banner"><p>We and 88 partners would like to store cookies on your device, please.</p></div>
<nav><a href="/">Home</a> <a href="/n">News</a></nav>
"""
AFTER = """
<aside class="related"><h2>More</h2><ul><li><a href="/a">Crane falls at dock, 3 hurt</a></li></ul></aside>
<section class="comments"><p class="comment"><b>foo</b>: My cousin says that it was 500 dead at least.</p></section>
<footer><p>Subscriptions from 6.50 crowns a week. Call 030 555 0177.</p></footer>
"""


def page(
    body: str = BODY,
    head: str = "<title>Ferry lost | Harbour Gazette</title>",
    title: str = "<h1>Ferry lost</h1>",
) -> bytes:
    text = f"<!DOCTYPE html><html lang='en-GB'><head><meta charset=utf-8>{head}</head><body>{BOILERPLATE}<main><article>{title}{body}</article>{AFTER}</main></body></html>"
    return text.encode()


def words(text: str | None) -> str:
    return " ".join((text or "").split())


def test_every_word_of_the_article_and_no_other() -> None:
    got = extract_page(page())
    assert [words(paragraph) for paragraph in (got["text"] or "").split("\n\n")] == PARAGRAPHS
    assert (got["title"], got["outlet"], got["language"]) == ("Ferry lost", "Harbour Gazette", "en-GB")


LINKED = '<script type="application/ld+json">{}</script>'
PARA = "<p>A ferry sank at noon on Sunday, the coast guard said.</p>" * 3
METADATA = [
    pytest.param('<meta property="og:site_name" content="The Gazette"><title>X</title>', {"outlet": "The Gazette"}, id="site-name"),
    pytest.param(
        LINKED.format('{"@graph": [{"@type": "WebSite", "name": "W"}, {"@type": ["NewsArticle"], "publisher": {"name": "G"}, "author": [{"name": "A B"}, "C D"], "datePublished": "2025-10-05T09:00:00+02:00"}]}'),
        {"outlet": "G", "byline": "A B, C D", "published": "2025-10-05T09:00:00+02:00"},
        id="json-ld",
    ),
    pytest.param(LINKED.format("{broken") + "<title>Ferry lost - G</title>", {"outlet": "G"}, id="broken-json-ld"),
    pytest.param(LINKED.format("[" * 50_000), {"outlet": None}, id="deep-json-ld"),
    pytest.param('<meta property="article:published_time" content="2025-10-05T18:50:00+00:00">', {"published": "2025-10-05T18:50:00+00:00"}, id="published"),
    pytest.param('<meta name="date" content="2025-10-05"><meta name="dcterms.date" content="2025-10-05T07:00+03:00">', {"published": "2025-10-05T07:00+03:00"}, id="a-time-before-a-day"),
    pytest.param('<meta name="date" content="soon"><meta name="pubdate" content="5 October 2025">', {"published": "5 October 2025"}, id="the-one-that-can-be-read"),
    pytest.param('<meta name="author" content="https://example.org/a">', {"byline": None}, id="an-address-is-no-author"),
    pytest.param('<meta name="author" content="By Ann Odell">', {"byline": "Ann Odell"}, id="author"),
    pytest.param('<link rel="canonical" href="https://www.gazette.example/ferry">', {"outlet": "gazette.example"}, id="host-when-nothing-else"),
    pytest.param('<link rel="canonical" href="http://[broken">', {"outlet": None}, id="broken-address"),
    pytest.param("<title>Ferry lost: a very long remark about it | and one about something else altogether</title>", {"outlet": None}, id="not-every-bar-sets-off-an-outlet"),
    pytest.param("<title>Ferry lost</title>", {"title": "Ferry lost", "outlet": None}, id="bare-title"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected"), METADATA)
def test_metadata(head: str, expected: dict[str, str | None]) -> None:
    got = extract_page(page(PARA, head))
    assert {name: got[name] for name in expected} == expected


TITLES = [
    pytest.param("", "<title>Ferry lost | Gazette</title>", "Ferry lost", "Gazette", id="from-the-head"),
    pytest.param("", '<meta property="og:title" content="Ferry lost – Gazette"><meta property="og:site_name" content="Gazette">', "Ferry lost", "Gazette", id="suffix-in-og-title"),
    pytest.param("<h1>Gazette</h1>", '<meta property="og:site_name" content="Gazette"><meta property="og:title" content="Ferry lost">', "Ferry lost", "Gazette", id="heading-is-the-outlet"),
    pytest.param("<h1>The Gazette</h1>", "<title>Ferry</title>", "The Gazette", None, id="headline-ends-in-no-suffix"),
    pytest.param("", "", None, None, id="none"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "head", "title", "outlet"), TITLES)
def test_titles(heading: str, head: str, title: str | None, outlet: str | None) -> None:
    got = extract_page(page(PARA, head, heading))
    assert (got["title"], got["outlet"]) == (title, outlet)


BYLINES = [
    pytest.param(
        '<p class="byline">By <a>Ann Odell</a> · <time datetime="2025-10-05T09:00+02:00">5 Oct</time></p>',
        "Ann Odell",
        id="class",
    ),
    pytest.param('<p><span itemprop="author">Ann Odell</span></p>', "Ann Odell", id="microdata"),
    pytest.param(f'<p class="author">{"long " * 40}</p>', None, id="a-paragraph-is-no-name"),
]


@pytest.mark.parametrize(("line", "byline"), BYLINES)
def test_bylines(line: str, byline: str | None) -> None:
    got = extract_page(page(line + PARA))
    assert got["byline"] == byline
    assert "2025" not in line or got["published"] == "2025-10-05T09:00+02:00"


NO_ARTICLE = [
    pytest.param("<html><body></body></html>", id="empty-body"),
    pytest.param(
        "<html><body><nav>" + "<a href=/x>World news</a> " * 30 + "</nav></body></html>", id="links-only"
    ),
    pytest.param(
        "<html><body><p>We use cookies to give you the best experience on this site.</p></body></html>",
        id="consent-only",
    ),
    pytest.param(
        "<html><body><h1>404</h1><p>The page not found here may have moved elsewhere.</p></body></html>",
        id="error-page",
    ),
    pytest.param(
        "<html><script>document.write('A ferry sank at noon on Sunday, it is said.')</script></html>",
        id="script-only",
    ),
    pytest.param("<html><body><img src=a.png></body></html>", id="picture-only"),
    pytest.param("\ufeff", id="nothing"),
    pytest.param("<", id="not-markup"),
]


@pytest.mark.parametrize("source", NO_ARTICLE)
def test_a_page_without_an_article(source: str) -> None:
    got = extract_page(source.encode())
    assert "text" not in got
    assert got["what"]
    assert got["remedy"]


ENCODINGS = [
    pytest.param("windows-1252", "windows-1252", "The café’s owner", id="declared"),
    pytest.param("utf-8", "windows-1252", "The café’s owner", id="utf-8-whatever-is-declared"),
    pytest.param("windows-1252", "x-unknown", "The café’s owner", id="unknown-declaration"),
    pytest.param("windows-1251", "windows-1251", "Владелец", id="cyrillic"),
    pytest.param("utf-16", "utf-8", "The café’s owner", id="mark-before-declaration"),
]


@pytest.mark.parametrize(("encoding", "declared", "owner"), ENCODINGS)
def test_encodings(encoding: str, declared: str, owner: str) -> None:
    source = f"<html><head><meta charset='{declared}'></head><body><article>{PARA}<p>{owner} said that he had no part in it.</p></article></body></html>"
    assert f"{owner} said" in (extract_page(source.encode(encoding))["text"] or "")


def test_a_page_may_state_its_encoding_as_xml_does() -> None:
    source = f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><article>{PARA}</article></body></html>'
    assert "A ferry sank" in (extract_page(source.encode())["text"] or "")


def test_text_in_a_script_that_needs_no_spaces() -> None:
    sentence = "海上保安庁によると、日曜日の正午にフェリーが沈没し、少なくとも十二人が死亡した。"
    source = f"<html><body><article><h1>沈没</h1>{f'<p>{sentence}</p>' * 3}</article></body></html>"
    assert sentence in (extract_page(source.encode())["text"] or "")


HOSTILE = [
    pytest.param(b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000, id="deep-nesting"),
    pytest.param(
        b"<p>" + b"A ferry sank at noon. " * 240_000 + b"</p>", id="five-megabytes-in-one-paragraph"
    ),
    pytest.param(b"<a href='" * 50_000, id="open-quotes"),
    pytest.param(b"<q>" * 20_000 + b"A ferry sank.", id="nested-quotations"),
    pytest.param(b"<!--" * 100_000, id="open-comments"),
    pytest.param(b"\xff\xfe" + b"\x00\xd8" * 1000, id="half-characters"),
    pytest.param(
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><html><p>&b;</p></html>",
        id="entity",
    ),
    pytest.param(b"<ul><li>" * 20_000 + b"deep list", id="nested-lists"),
    pytest.param(b"<table><tr><td>" * 5_000 + b"deep table", id="nested-tables"),
]


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_pages_are_answered(raw: bytes) -> None:
    begun = time.perf_counter()
    with PageReader([raw, page()], seconds=20) as pages:
        first, second = pages.read()
    assert "root:" not in json.dumps(first)
    assert words(second["text"]).startswith("At least 12 people died")
    assert time.perf_counter() - begun < 25


def test_serve_answers_line_by_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "counterclaim.outside.extraction"],
        input=b"PGI+eA==\nnot base 64!\n",
        capture_output=True,
        check=True,
    )
    assert ["what" in json.loads(line) for line in done.stdout.splitlines()] == [True, True]
    assert callable(serve)


SLOW = "import sys, time\nfor n, line in enumerate(sys.stdin):\n    time.sleep(60 if b'slow' in __import__('base64').b64decode(line) else 0)\n    print('{\"text\": \"read\"}', flush=True)"
BROKEN = "import sys\nfor line in sys.stdin:\n    if b'bad' in __import__('base64').b64decode(line):\n        print('{', end='', flush=True); sys.exit(1)\n    print('{\"text\": \"read\"}', flush=True)"


@pytest.mark.parametrize(
    ("script", "what"), [(SLOW, "within 1 s"), (BROKEN, "broke the process")], ids=["slow", "broken"]
)
def test_a_page_that_stalls_or_breaks_the_process_costs_only_itself(script: str, what: str) -> None:
    command = [sys.executable, "-c", script]
    with PageReader([b"good", b"slow and bad", b"good", b"good"], seconds=1, command=command) as pages:
        answers = list(pages.read())
    assert [answer.get("text") for answer in answers] == ["read", None, "read", "read"]
    assert what in (answers[1]["what"] or "")
    assert answers[1]["remedy"]


def test_no_page_starts_no_process() -> None:
    with PageReader([], command=["/no/such/program"]) as pages:
        assert list(pages.read()) == []


def test_leaving_early_ends_the_process() -> None:
    with PageReader([page()] * 3) as pages:
        answers = pages.read()
        assert "text" in next(answers)
        answers.close()


def test_the_process_imports_no_records() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "counterclaim.outside.extraction"]
    done = subprocess.run(command, input="", capture_output=True, check=True, text=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "trafilatura" in loaded
    assert {"pydantic", "counterclaim.core.records", "typer", "nupunkt"} & loaded == set()
