import datetime as dt
import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.errors import SourceEmptyError, SourceUnreadableError
from counterclaim.core.records import Article
from counterclaim.text.articles.drafts import (
    Draft,
    article_from_record,
    describe,
    make_article,
    parse_plain,
    settle_year,
)
from counterclaim.text.articles.markdown import parse_markdown

STORY = """Ferry lost off Lisse: owner had been warned

Synopsis
Key Takeaways
- 12 people were reported dead.
• The owner had been warned.
Lisse, Oct 5 (Harbour Press) A ferry with 240 people aboard sank on Sunday, the coast guard said.
“We mourn,” the owner said.
"""


def test_a_bare_text_gives_title_key_points_and_dateline() -> None:
    draft = parse_plain(STORY)
    assert draft.title == "Ferry lost off Lisse: owner had been warned"
    assert draft.outlet == "Harbour Press"
    assert draft.published is None
    assert draft.lacks_year
    assert draft.text.split("\n\n") == [
        "- 12 people were reported dead.",
        "- The owner had been warned.",
        "Lisse, Oct 5 (Harbour Press) A ferry with 240 people aboard sank on Sunday, the coast guard said.",
        "“We mourn,” the owner said.",
    ]


TITLES = [
    pytest.param("Did it sink?\nIt did.", "Did it sink?", id="question"),
    pytest.param("It sank at noon.\nNobody saw it.", None, id="a-sentence-is-no-title"),
    pytest.param("LISSE — A ferry sank\nIt sank at noon.", None, id="a-dateline-is-no-title"),
    pytest.param("- one\n- two", None, id="a-list-item-is-no-title"),
    pytest.param("A ferry sank", None, id="a-text-of-one-line-has-no-title"),
    pytest.param("A " + "long " * 60 + "line\nIt sank.", None, id="too-long"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title_of_a_bare_text(text: str, title: str | None) -> None:
    draft = parse_plain(text)
    assert draft.title == title
    assert title is not None or draft.text.replace("\n\n", "\n") == text


def test_byline_and_standfirst_may_come_before_the_dateline() -> None:
    draft = parse_plain(
        "Ferry lost\nOwner had been warned\nBy Ann Odell and Jo Vane\nLISSE, 5 October 2025 (HP) — It sank."
    )
    assert draft.byline == "Ann Odell and Jo Vane"
    assert draft.published == dt.date(2025, 10, 5)
    assert draft.text == "Owner had been warned\n\nLISSE, 5 October 2025 (HP) — It sank."


def test_a_label_in_the_report_stays() -> None:
    assert parse_plain("LISSE — It sank.\nSummary\nIt sank.").text.split("\n\n")[1] == "Summary"


def test_a_dateline_far_down_is_text() -> None:
    draft = parse_plain("\n".join(["Ferry lost", *("It sank." for _ in range(7)), "LISSE (AP) — It sank."]))
    assert draft.outlet is None


YEARS = [
    pytest.param("Oct 5", 2024, dt.date(2025, 1, 1), "2024-10-05", "2024, as given", id="the-option-first"),
    pytest.param(
        "Oct 5",
        None,
        dt.date(2025, 11, 1),
        "2025-10-05",
        "2025, from the other articles",
        id="the-batch-next",
    ),
    pytest.param(
        "Dec 31",
        None,
        dt.date(2026, 1, 2),
        "2025-12-31",
        "2025, from the other articles",
        id="turn-of-the-year",
    ),
    pytest.param("Oct 12", None, None, "2023-10-12", "2023, from a date in the text", id="the-text-last"),
    pytest.param("Mar 2", None, None, None, None, id="unknown"),
    pytest.param("Feb 29", 2025, None, None, None, id="no-such-day"),
]


@pytest.mark.parametrize(("day", "year", "near", "published", "flag"), YEARS)
def test_the_year_of_a_dateline(
    day: str, year: int | None, near: dt.date | None, published: str | None, flag: str | None
) -> None:
    draft = parse_plain(f"Lisse, {day} (Harbour Press) It sank, like the one of 9 October 2023.")
    settled = settle_year(draft, year=year, near=near)
    assert settled.published == (dt.date.fromisoformat(published) if published else None)
    assert settled.flags == (f"year inferred: {flag}" if flag else "year of the dateline not known",)


def test_a_dated_draft_needs_no_year() -> None:
    draft = Draft("It sank.", published=dt.date(2025, 10, 5))
    assert settle_year(draft, year=1999) is draft


def test_the_id_hangs_on_what_was_stated_only() -> None:
    plain = parse_plain(STORY)
    alone, dated = (make_article(settle_year(plain, year=year), source="a.txt") for year in (None, 2025))
    assert dated.published == dt.date(2025, 10, 5)
    assert alone.id == dated.id == make_article(plain, source="elsewhere/b.txt").id
    assert alone.sha256 == hashlib.sha256(alone.text.encode()).hexdigest()
    assert make_article(plain._replace(outlet="Other"), source="a.txt").id != alone.id


def test_no_word_is_no_article() -> None:
    with pytest.raises(SourceEmptyError, match="no text"):
        make_article(parse_plain("— — —\n***"), source="a.txt")


MARKDOWN = """\ufeff---
title: "Ferry lost: 'nobody warned us'"
outlet: Harbour Press
published: 2025-10-05T15:05:00+04:00
authors: [Ann Odell, Jo Vane]
language: en
tags: {a: 1}
No: Norway
---

# Ferry lost: 'nobody warned us'

At least **12** people [died](https://example.org/a_(b)) in *Lisse*, the coast
guard said &mdash; 2\\*3 is 6, snake_case_name stays, 2 * 3 * 4 stays.

> “We mourn,” said the _owner_.

* one <b>bold</b> item
* two
<!-- a comment -->
![a ship](ship.jpg)

## What next

***
The end.
"""


def test_markdown_markup_goes_and_words_stay() -> None:
    draft = parse_markdown(MARKDOWN.replace("a_(b)", "a_b"))
    assert draft.title == "Ferry lost: 'nobody warned us'"
    assert draft.outlet == "Harbour Press"
    assert draft.published is not None
    assert draft.published.isoformat() == "2025-10-05T15:05:00+04:00"
    assert draft.byline == "Ann Odell, Jo Vane"
    assert draft.text.split("\n\n") == [
        "At least 12 people died in Lisse, the coast guard said — 2*3 is 6, snake_case_name stays, 2 * 3 * 4 stays.",
        "“We mourn,” said the owner.",
        "- one bold item",
        "- two",
        "What next",
        "The end.",
    ]


FRONT = [
    pytest.param("---\ntitle: No\n---\nIt sank.", {"title": "No"}, id="no-is-a-word"),
    pytest.param("---\npublished: 2025-10-05\n---\nIt sank.", {"published": dt.date(2025, 10, 5)}, id="a-day-stays-a-day"),
    pytest.param("---\ntitle: null\nbyline: ~\n---\nIt sank.", {"title": None, "byline": None}, id="null"),
    pytest.param("---\n---\nIt sank.", {"title": None}, id="empty"),
    pytest.param("---\ndate: 5 October 2025\nauthor: A B\n...\nIt sank.", {"byline": "A B", "published": dt.date(2025, 10, 5)}, id="other-names"),
    pytest.param("# Lost\nIt sank.", {"title": "Lost"}, id="heading-for-a-title"),
    pytest.param("Lost\n====\nIt sank.", {"title": "Lost"}, id="underlined-heading"),
    pytest.param("---\ntitle: A\n---\n# B\nIt sank.", {"title": "A", "text": "B\n\nIt sank."}, id="another-heading-is-text"),
    pytest.param("---\n\nIt sank.", {"title": None, "text": "It sank."}, id="a-rule-is-no-front-matter"),
    pytest.param("---\r\ntitle: A\r\n---\r\nIt sank.", {"title": "A"}, id="windows-lines"),
    pytest.param("---\noutlet: The \x1b[1mPost\u202e\n---\nIt sank.".replace("\x1b", ""), {"outlet": "The [1mPost"}, id="bidi-in-a-label"),
    pytest.param("---\npublished: soon\n---\nIt sank.", {"flags": ("publication date not understood: 'soon'",)}, id="odd-date"),
    pytest.param("LISSE, Oct 5 (HP) — It sank.", {"outlet": "HP", "published": None}, id="dateline"),
    pytest.param("<!-- open\nIt sank.", {"text": "open It sank."}, id="open-comment-hides-nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FRONT)
def test_front_matter(text: str, expected: dict[str, object]) -> None:
    draft = parse_markdown(text)
    assert {name: getattr(draft, name) for name in expected} == expected


BROKEN = [
    pytest.param("---\ntitle: A\noutlet: 'B\n---\nIt sank.", "broken on line", id="open-quote"),
    pytest.param("---\ntitle: A\nIt sank.", "line 1 is not closed", id="not-closed"),
    pytest.param("---\n- a\n- b\n---\nIt sank.", "not a list of", id="a-list"),
    pytest.param("---\na: " + "[" * 3000 + "\n---\nIt sank.", "front matter", id="deep"),
    pytest.param("---\na: \x07b\n---\nIt sank.", "not YAML", id="control-character"),
]


@pytest.mark.parametrize(("text", "what"), BROKEN)
def test_broken_front_matter_names_the_line_and_the_remedy(text: str, what: str) -> None:
    with pytest.raises(SourceUnreadableError, match=what) as caught:
        parse_markdown(text)
    assert caught.value.remedy


def test_an_alias_bomb_is_no_bomb() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert parse_markdown(f"---\n{bomb}title: A\n---\nIt sank.").title == "A"


@pytest.mark.parametrize(
    "unit",
    ["*a ", "_", "[a", "![", "<a ", "<!--", "> ", "# ", "\\*", "[a](", "&amp", "***", "---\n", "a\n===\n"],
)
def test_hostile_markdown_is_read_in_linear_time(unit: str) -> None:
    begun = time.perf_counter()
    parse_markdown("It sank.\n" + unit * (200_000 // len(unit)))
    assert time.perf_counter() - begun < 5


def test_a_record_needs_its_text_only() -> None:
    article = article_from_record({"text": "It sank.\nAll died."}, source="a.json")
    assert article.text == "It sank.\n\nAll died."
    assert article.source == "a.json"
    assert article.id.startswith("a-")


@given(
    st.text(min_size=1),
    st.sampled_from([None, dt.date(2025, 10, 5), dt.datetime(2025, 10, 5, 3, tzinfo=dt.UTC)]),
)
def test_a_written_record_is_read_back_unchanged(text: str, when: dt.date | None) -> None:
    article = make_article(
        parse_plain("Head\nx " + text)._replace(published=when), source="a.txt", language="en"
    )
    record = article.model_dump(mode="json")
    assert article_from_record(record, source="b.json") == article
    assert Article.model_validate_json(article.model_dump_json()) == article


def test_what_a_record_states_is_checked() -> None:
    record = {
        "text": "It sank.",
        "id": "\x1b[2J",
        "sha256": "0",
        "published": 5,
        "flags": ["seen", 1],
        "retrieved": "2025-10-05",
    }
    article = article_from_record(record, source="a.json")
    assert article.id.startswith("a-")
    assert article.sha256 == hashlib.sha256(b"It sank.").hexdigest()
    assert article.flags == ("seen",)
    assert (article.published, article.retrieved) == (None, None)


@pytest.mark.parametrize("record", [{}, {"text": None}, {"text": 5}], ids=["none", "null", "number"])
def test_a_record_without_text_is_unreadable(record: dict[str, object]) -> None:
    with pytest.raises(SourceUnreadableError, match="no `text`"):
        article_from_record(record, source="a.json")


def test_describe_takes_nothing_for_granted() -> None:
    assert describe({}) == Draft("")
