"""What must not stand in a fixture: keys, cookies, host names, and paths of somebody's machine (room: edges).

Two strictnesses. *Prose*, that is the messages sent and the text the model wrote, may hold links and public addresses:
they are the article's. Everywhere else no host name of any kind may stand. Keys, cookies and the names of private
hosts are found in both.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.model import Json

_SHOWN = 4


class Finding(NamedTuple):
    """Something that must not be stored: what kind, where (a path of fields), and its first few characters."""

    kind: str
    where: str
    excerpt: str


_ANYWHERE = {
    "an API key": r"\b(?:sk|rk|gsk|csk|xai|pplx|nvapi)[-_](?=[A-Za-z_-]{0,60}\d)[A-Za-z0-9_-]{20,}",
    "an access token": r"\b(?:gh[pousr]_|github_pat_|glpat-|hf_|npm_|pypi-|xox[abeoprs]-)[A-Za-z0-9_-]{16,}",
    "a cloud key": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[0-9A-Za-z_-]{35}",
    "a signed token": r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.",
    "a bearer token": r"(?i:\bbearer\s{1,4}(?=[a-z0-9._~+/=-]{0,60}\d)[a-z0-9._~+/=-]{16,})",
    "a private key": r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY",
    "an account": r"(?<![\w-])(?:org|proj)[-_][A-Za-z0-9]{20,}",
    "a cookie": r"(?i:\b(?:set-)?cookie:\s{0,4}[\w.-]{1,64}=)",
    "a password in an address": r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/@:]{1,64}:[^\s/@]{1,64}@",
    "a named secret": (
        r"(?i:\b(?:api[-_]?key|secret|password|passwd|access[-_]?token|auth[-_]?token)"
        r"[\"']?\s{0,4}[:=]\s{0,4}[\"']?(?=[\w+/.~-]{0,60}\d)[\w+/.~-]{12,})"
    ),
    "a private host": (
        r"(?i:\blocalhost\b(?=:\d|/)|\b127\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|\[::1\]"
        r"|\b(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}\b"
        r"|\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:internal|intranet|localdomain|lan|corp|local)(?=[:/]))"
    ),
    "a path of a machine": r"(?:/home/|/Users/|/root/|[A-Za-z]:\\Users\\)[\w.-]",
}
_OUTSIDE_PROSE = {
    "an address": r"(?i:\b[a-z][a-z0-9+.-]{1,20}://[^\s/\"']{1,255})",
    "a host name": (
        r"(?i:\b(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|io|ai|dev|app|cloud|co|eu|us|uk|de|fr|cn|internal|intranet"
        r"|lan|corp|local|localdomain)\b(?!\.\w)|\blocalhost\b)"
    ),
    "an IP address": r"\b(?:\d{1,3}\.){3}\d{1,3}\b",
}
_HEADER = re.compile(
    r"(?i)(?:proxy-)?authorization|(?:set-)?cookie2?|(?:x-)?api-?key|openai-organization|openai-project|host"
)


def scan_text(text: str, *, where: str = "", prose: bool = False) -> Iterator[Finding]:
    """What must not be stored in one text.

    >>> [finding.kind for finding in scan_text("see https://models.example.org/v1")]
    ['an address', 'a host name']
    >>> list(scan_text("see https://news.example.org/floods", prose=True))
    []
    """
    for kind, pattern in (_ANYWHERE if prose else _ANYWHERE | _OUTSIDE_PROSE).items():
        for found in re.finditer(pattern, text):
            yield Finding(kind, where, _shorten(found[0]))


def scan_value(
    value: Json, *, where: str = "", prose: Iterable[str] = (), private: Sequence[str] = ()
) -> Iterator[Finding]:
    """What must not be stored in a JSON value, field by field.

    Args:
        value: What is about to be written.
        where: The path of fields to it.
        prose: Paths, with `*` for any index, under which links are the article's own.
        private: Exact texts that must occur nowhere: the key in use, the host of the endpoint.
    """
    prose = tuple(prose)
    for path, one in _walk(value, where):
        yield from (
            Finding("a header", path, field) for field in _fields(one) if _HEADER.fullmatch(field) is not None
        )
        for text in [*_fields(one), *([one] if isinstance(one, str) else [])]:
            yield from scan_text(text, where=path, prose=re.sub(r"\b\d+\b", "*", path) in prose)
            yield from (
                Finding("a private text", path, _shorten(word)) for word in private if word and word in text
            )


def _walk(value: Json, where: str) -> Iterator[tuple[str, Json]]:
    yield where, value
    if isinstance(value, Mapping):
        for field, inner in value.items():
            yield from _walk(inner, f"{where}.{field}" if where else field)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _walk(inner, f"{where}.{index}")


def _fields(value: Json) -> list[str]:
    return list(value) if isinstance(value, Mapping) else []


def _shorten(text: str) -> str:
    """Enough to find it by, too little to use."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
