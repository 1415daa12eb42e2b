"""Tables and blocks of code are no statements: the one stays in the text and is named, the other is left out and counted."""

import pytest

from counterclaim.core.records import Article
from counterclaim.text.articles.blocks import bar_rows, drop_code
from counterclaim.text.articles.drafts import make_article
from counterclaim.text.articles.markdown import parse_markdown
from counterclaim.text.reader import read_article
from counterclaim.text.tables import ROWS, is_row

REPORT = "Nine people were hurt in Marrow, the clinic said."
TABLE = "| Town | Hurt |\n|------|-----:|\n| Marrow | 9 |\n| Sill | 4 |"
BARE_TABLE = "Town | Hurt\n--- | ---\nMarrow | 9\nSill | 4"
CODE = "```js\nvar hurt = 30; // 30 people were hurt\n```"


def article(text: str) -> Article:
    return make_article(parse_markdown(text), source="a.md", language="en")


@pytest.mark.parametrize("table", [TABLE, BARE_TABLE], ids=["bars at the ends", "bars between"])
def test_a_table_stays_in_the_text_a_row_a_paragraph_and_is_named(table: str) -> None:
    digest = read_article(article(f"{REPORT}\n\n{table}\n\nThe clinic in Sill was closed."))
    assert "Town | Hurt\n\nMarrow | 9\n\nSill | 4\n\n" in digest.article.text
    assert [claim.answer for claim in digest.claims] == ["Nine", "yes"]
    assert [(one.what, one.reason) for one in digest.dropped] == [
        ("Town | Hurt / Marrow | 9 / Sill | 4", ROWS)
    ]


def test_tables_apart_are_told_apart() -> None:
    digest = read_article(article(f"{TABLE}\n\n{REPORT}\n\n{TABLE}"))
    assert [one.reason for one in digest.dropped] == [ROWS, ROWS]
    assert len(digest.claims) == 1


@pytest.mark.parametrize(
    ("line", "row"),
    [
        pytest.param("Marrow | 9", True, id="two cells"),
        pytest.param("| Marrow |", True, id="one cell between bars"),
        pytest.param("Marrow | 9 | No. | approx.", True, id="cells that end with a dot"),
        pytest.param("The mayor said that nine were hurt. | Marrow", False, id="a sentence in a cell"),
        pytest.param("“We saw nine of them fall!” | Sill", False, id="a quoted sentence in a cell"),
        pytest.param("Nine people were hurt", False, id="no bar"),
        pytest.param("either|or", False, id="a bar inside a word"),
        pytest.param("|", False, id="a bar alone"),
    ],
)
def test_is_row(line: str, row: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_row(line) is row


CODES = [
    pytest.param(f"{REPORT}\n\n{CODE}\n\nIt rained.", "1 block (1 line)", "30", id="backquotes"),
    pytest.param(f"{REPORT}\n~~~\n1\n2\n~~~\n````\n```\n3\n````", "2 blocks (4 lines)", "3", id="two fences, one inside the other"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told", "gone"), CODES)
def test_code_is_left_out_and_counted(text: str, told: str, gone: str) -> None:
    made = article(text)
    assert made.flags == (f"left out, for it is code: {told}",)
    assert made.text.startswith(REPORT)
    assert gone not in made.text
    assert read_article(made).article.flags == made.flags


def test_what_no_fence_closes_stays() -> None:
    made = article(f"{REPORT}\n\n```\n\nFour more were hurt in Sill.\n\n~~~~ \nIt rained.\n~~~")
    assert (made.flags, "Four more were hurt in Sill." in made.text) == ((), True)


@pytest.mark.parametrize("line", ["`" * 9, "```x", "~~~\n```", "| a |", "|-" * 99], ids=repr)
def test_many_lines_of_markup_take_no_time(line: str) -> None:
    text = "\n".join([line] * 20_000)
    assert len(drop_code(bar_rows(text)).text) <= len(text) + 4 * 20_000
