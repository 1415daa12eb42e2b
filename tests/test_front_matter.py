import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.articles.markdown import _read_pairs, parse_markdown

KEYS = st.sampled_from(["title", "outlet", "published", "byline", "No"])
WORDS = st.text("aB1 :#\"'\\-_.,[]{}&*!|>%@`?~=<’–\té", max_size=9)
VALUES = st.one_of(WORDS, WORDS.map(lambda words: f'"{words}"'))
LINES = st.tuples(KEYS, st.sampled_from([":", ": ", ":  "]), VALUES).map("".join)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param('title: "Ferry: twelve dead"', "Ferry: twelve dead", id="in double quotes"),
        pytest.param(
            "title: Ferry sinks at 12:30 ", "Ferry sinks at 12:30", id="plain, with a colon inside a word"
        ),
        pytest.param("title: 'It''s over'", "It's over", id="in single quotes"),
        pytest.param("title: Ferry # draft", "Ferry", id="with a comment"),
        pytest.param('title: "Ferry \\u2014 gone"', "Ferry — gone", id="with an escape"),
        pytest.param("title: >\n  Ferry\n  gone", "Ferry gone", id="over several lines"),
        pytest.param("title: null", None, id="not stated"),
        pytest.param("title: A\ntitle: B", "B", id="twice"),
        pytest.param("title: Ferry: twelve dead", "Ferry: twelve dead", id="with a colon and no marks"),
        pytest.param(
            'outlet: "Post"\ntitle: "It sank": twelve dead',
            '"It sank": twelve dead',
            id="opened by a quotation",
        ),
    ],
)
def test_values_are_read_as_their_writer_means_them(line: str, title: str | None) -> None:
    assert parse_markdown(f"---\n{line}\n---\nTwelve died.").title == title


@given(st.lists(LINES, min_size=1, max_size=3).map("\n".join))
def test_the_short_way_gives_what_yaml_gives(lines: str) -> None:
    pairs = _read_pairs(lines)
    if pairs is not None:
        assert yaml.load(lines, Loader=yaml.BaseLoader) == pairs  # noqa: S506 - builds strings only


def test_a_long_line_takes_no_time() -> None:
    spaces = " " * 100_000
    assert parse_markdown(f"---\ntitle: a{spaces}#\n---\nTwelve died.").title == "a"
