import datetime as dt
import re
import unicodedata
from collections import Counter

import pytest
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing_story import articles, briefing
from counterclaim.core.records import Article, Attribution, Briefing, TimeInterval
from counterclaim.note.markdown import escape, render_markdown
from counterclaim.note.prose import plain
from hostile import PAYLOADS, poison
from note_golden import FOLDER, RENDERED
from small_note import article, claim, figure, thread
from small_note import note as small

OURS = {"text", "strong_open", "strong_close", "code_inline", "softbreak"}
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def squeeze(text: str) -> str:
    return " ".join(text.split())


def inline(note: str) -> list[Token]:
    return [child for token in READER.parse(note) for child in token.children or ()]


def shape(note: str) -> list[str]:
    return [token.type for token in READER.parse(note)]


def read(note: str) -> str:
    return " ".join(
        "".join(child.content for child in token.children or ())
        for token in READER.parse(note)
        if token.children
    )


def test_golden() -> None:
    assert RENDERED["note.md"](briefing()) == (FOLDER / "note.md").read_text(encoding="utf-8")


def test_json_golden_is_the_record() -> None:
    record = (FOLDER / "note.json").read_text(encoding="utf-8")
    assert RENDERED["note.json"](briefing()) == record
    assert Briefing.model_validate_json(record) == briefing()


def test_every_footnote_is_verbatim_at_its_offset() -> None:
    note = render_markdown(briefing())
    by_outlet: dict[str, list[Article]] = {}
    for paper in articles().values():
        by_outlet.setdefault(paper.outlet or "", []).append(paper)
    places = re.findall(r"(?m)^\[\^\d+\]: (.+?) - ([^-]+?), ([^-]*?), characters (\d+) to (\d+)", note)
    assert len(places) > 25
    for quote, outlet, _, start, end in places:
        spans = [paper.text[int(start) : int(end)] for paper in by_outlet[outlet]]
        assert any(quote[1:-1] in span for span in spans), quote


def test_every_quote_in_the_text_is_verbatim() -> None:
    texts = [squeeze(article.text) for article in articles().values()]
    texts += [article.title or "" for article in articles().values()]
    body = render_markdown(briefing()).split("## Gaps")[0]
    quotes = [a or b for a, b in QUOTED.findall(squeeze(body))]
    assert len(quotes) > 30
    assert [quote for quote in quotes if not any(quote in text for text in texts)] == []


def test_every_footnote_is_used_and_every_mark_has_one() -> None:
    note = render_markdown(briefing())
    marks = set(re.findall(r"(?m)(?<!^)\[\^(\d+)\]", note))
    notes = re.findall(r"(?m)^\[\^(\d+)\]: ", note)
    assert marks == set(notes)
    assert notes == [str(number) for number in range(1, len(notes) + 1)]


def test_every_claim_is_cited() -> None:
    made = briefing()
    note = render_markdown(made)
    assert [claim.id for claim in made.claims if f"`{claim.id}`" not in note] == []


def on_a_forge(note: str) -> str:
    """The note as GitHub's own renderer makes it, before anything is taken out of it."""
    return github_flavored_markdown_to_html(note, Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE)


def tags(html: str) -> Counter[str]:
    return Counter(re.findall(r"<(/?\w+)", html))


def test_every_footnote_is_linked_on_a_forge() -> None:
    note = render_markdown(briefing())
    html = on_a_forge(note)
    written = re.findall(r"(?m)^\[\^(\d+)\]: ", note)
    assert re.findall(r'<li id="fn-(\d+)">', html) == written
    assert set(re.findall(r'href="#fn-(\d+)"', html)) == set(written)
    assert "[^" not in html
    assert tags(html)["table"] == 2  # key figures, and those of one speaker alone


@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in PAYLOADS.items()])
def test_hostile_text_on_a_forge(payload: str) -> None:
    html = on_a_forge(render_markdown(poison(payload)))
    assert set(tags(html)) <= set(tags(on_a_forge(render_markdown(briefing()))))
    assert not re.search(r'href="(?!#fn)', html)


@pytest.mark.parametrize("prefix", ["", "word "])
@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in PAYLOADS.items()])
def test_hostile_text(payload: str, prefix: str) -> None:
    note = render_markdown(poison(payload, prefix=prefix))
    assert {token.type for token in inline(note)} <= OURS
    assert "html_block" not in shape(note)
    harmless = re.sub(r"[^\w\s]|_", "x", plain(payload))
    assert shape(note) == shape(render_markdown(poison(harmless, prefix=prefix)))
    assert not {
        c for c in note if unicodedata.category(c) in {"Cc", "Cs"} or unicodedata.bidirectional(c) in BIDI
    } - {"\n"}


@pytest.mark.parametrize(
    "name",
    [
        "markdown links",
        "markdown blocks",
        "markdown list",
        "markdown inline",
        "html",
        "rich markup",
        "wide letters",
    ],
)
def test_hostile_text_reads_as_it_stands(name: str) -> None:
    payload = PAYLOADS[name]
    assert squeeze(payload) in squeeze(read(render_markdown(poison(payload))))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
def test_any_text_stays_text(payload: str) -> None:
    note = render_markdown(poison(payload))
    assert {token.type for token in inline(note)} <= OURS
    assert "html_block" not in shape(note)


@given(st.text(alphabet=st.sampled_from("ab1 .)*_`[]()<>!#+-=|~\\&;:/w$@“"), max_size=30))
def test_an_escaped_line_renders_as_itself(line: str) -> None:
    line = squeeze(line)
    tokens = READER.parse(escape(line))
    assert [token.type for token in tokens] == (
        ["paragraph_open", "inline", "paragraph_close"] if line else []
    )
    assert {child.type for child in inline(escape(line))} <= {"text"}
    assert read(escape(line)) == line


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        pytest.param("12 dead, 3 hurt", "12 dead, 3 hurt", id="plain text is left alone"),
        pytest.param("12. May", "12\\. May", id="ordered list"),
        pytest.param("- no", "\\- no", id="bullet"),
        pytest.param("a|b", "a\\|b", id="table cell"),
        pytest.param("see www.x.org or http://x.org", "see www&#46;x.org or http&#58;//x.org", id="bare links"),
        pytest.param("R&D &lt;", "R&D &amp;lt;", id="entities"),
        pytest.param("$5 or $6", "\\$5 or \\$6", id="mathematics"),
    ],
)  # fmt: skip
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_a_code_span_with_backticks_stays_one() -> None:
    made = briefing()
    article = made.articles[0].model_copy(update={"source": "a`b``c.md"})
    note = render_markdown(made.model_copy(update={"articles": (article, *made.articles[1:])}))
    assert "a`b``c.md" in [token.content for token in inline(note) if token.type == "code_inline"]


def test_a_note_of_nothing_holds_no_footnotes() -> None:
    text = render_markdown(small())
    assert text.count("None found.") == 5
    assert text.count("There was nothing to compare.") == 3
    assert "[^" not in text
    assert "## Quotes" not in text


def test_a_flag_of_an_article_is_shown_with_its_source() -> None:
    made = small(articles=(article("a", "The Post", flags=("year inferred: 2025",)),))
    assert "  - note: year inferred: 2025" in render_markdown(made)


def test_a_tail_is_counted_and_cited() -> None:
    own = Attribution(name="Outlet a", role="outlet", mode="narration")
    claims = [
        claim(str(n), quote=f"the road to town {n} was closed", start=n, attribution=(own,))
        for n in range(1, 6)
    ]
    text = render_markdown(small(*claims))
    assert "  - and two more [^4] [^5]\n" in text
    assert [number for number in "12345" if f"`{number}`" not in text] == []


def test_scraps_come_last() -> None:
    text = render_markdown(
        small(
            claim("1", quote="In the morning"),
            claim("2", quote="The road to town was closed at noon", start=9),
        )
    )
    assert text.index("The road to town") < text.index("In the morning")


def test_what_the_key_figures_hold_is_counted_and_not_told_again() -> None:
    made = small(claim("1", quote="9 people died there", quantities=figure(9)), claim("2", quote="8"))
    text = render_markdown(made)
    assert "- 1 statement of this kind among the figures above" in text
    assert text.count("“9 people died there”") == 1


def test_figures_that_differ_are_headed_by_all_of_them() -> None:
    claims = (
        claim("1", speaker="Ana Roy", quantities=figure(9)),
        claim("2", speaker="Ivo Land", quantities=figure(8)),
    )
    open_question = thread("1", "2", status="unclear")
    told = render_markdown(small(*claims, threads=(open_question,)))
    assert "- What happened? 9; 8, said Ivo Land **NOT DECIDED**\n" in told
    same = (claims[0], claims[1].model_copy(update={"quantities": figure(9)}))
    assert "- What happened? 9 **NOT DECIDED**\n" in render_markdown(small(*same, threads=(open_question,)))


def test_a_reprint_is_listed_without_its_sentences() -> None:
    text = render_markdown(briefing())
    listed = text[text.index("- **The Harbour Post**") : text.index("- **The Islander**")]
    assert "REPRINT of Kesten Wire" in listed
    assert listed.count("\n") == 1


def test_events_of_one_time_stand_together() -> None:
    day = TimeInterval(text="on Sunday", start=dt.datetime(2025, 5, 4), end=dt.datetime(2025, 5, 5))  # noqa: DTZ001 -- local time
    made = small(*(claim(n, text=f"Event {n}.", event_time=day) for n in "12"))
    assert "- **Sun 4 May**\n  - Event 1.[^1] (Ana Roy)\n  - Event 2.[^2] (Ana Roy)\n" in render_markdown(
        made
    )


def test_every_statement_of_one_quote_is_cited() -> None:
    text = render_markdown(small(claim("1", quote="9 and 8"), claim("2", quote="9 and 8")))
    assert "“9 and 8”[^1] [^2]" in text
    assert [number for number in "12" if f"`{number}`" not in text] == []
