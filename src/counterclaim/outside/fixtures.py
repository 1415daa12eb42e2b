"""Recorded replies in files that people can read and commit (room: edges).

One request, one file: `<folder>/<story>/<stage>-<slug>-<hash12>.json`, indented and sorted, with the request, the
response and where it came from. Nothing with a key, a cookie or a host name in it is ever written.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from pydantic import Field, ValidationError, field_validator

from counterclaim.core.model import Json, ModelRequest, canonical_json, request_key
from counterclaim.core.records import Record
from counterclaim.outside.differences import describe_differences, nearest
from counterclaim.outside.secrets import Finding, scan_value
from counterclaim.outside.store import Origin, StoreError

HEADERS = frozenset({"content-type", "retry-after", "retry-after-ms"})
# Where the article's and the model's own words stand; everything else of a fixture is ours or the server's.
PROSE = (
    "request.messages.*.content",
    "response.body.choices.*.message.content",
    "response.body.choices.*.message.reasoning_content",
    "response.body.choices.*.message.refusal",
)
OK = 200
_HASH = 12
_NAME = re.compile(rf"[a-z0-9-]+-([0-9a-f]{{{_HASH}}})\.json")
_LONGEST_PART = 40


class FixtureError(StoreError):
    """A fixture cannot be read, does not belong to its request, or must not be written."""


class FixtureResponse(Record):
    """What came back. `body` is the JSON object it was, or the text as it came where it was none.

    Headers are only those that decide how a response is read; their names are in lower case.
    """

    status: int = Field(default=OK, ge=100, le=599)
    headers: dict[str, str] = Field(default_factory=dict)
    body: dict[str, Json] | str

    @field_validator("headers")
    @classmethod
    def _allow_headers(cls, headers: dict[str, str]) -> dict[str, str]:
        others = sorted(set(headers) - HEADERS)
        if others:
            raise ValueError(f"headers that no fixture may have: {', '.join(others)}")
        return headers

    @property
    def raw(self) -> str:
        """The body as text. JSON has lost its blanks and its order, nothing else."""
        return self.body if isinstance(self.body, str) else canonical_json(self.body)


class Fixture(Record):
    """One file: a request, its key, its response and where that came from."""

    key: str
    origin: Origin
    request: ModelRequest
    response: FixtureResponse


class Fixtures:
    """The fixtures of one story in a folder of stories.

    Args:
        folder: The folder of all stories. It need not exist until something is written.
        story: The story's folder in it; a reply found in another story serves too.
        private: Exact texts that must be in no file: the key in use, the host of the endpoint.
    """

    def __init__(self, folder: Path, story: str, *, private: Sequence[str] = ()) -> None:
        self.folder, self._private = folder, tuple(private)
        self._place = folder / tidy_name(story)
        self._used: set[Path] = set()
        self._known: dict[str, list[Path]] = {}

    def find(self, request: ModelRequest) -> Fixture | None:
        """The fixture that answers a request, or None; it counts as used.

        Raises:
            FixtureError: The file with its hash in the name is malformed, or answers something else.
        """
        short = short_key(request)
        if short not in self._known:
            self._known = self._list_files()
        if short not in self._known:
            return None
        path = min(self._known[short], key=lambda path: (path.parent != self._place, path))
        self._used.add(path)
        return read_fixture(path)

    def _list_files(self) -> dict[str, list[Path]]:
        """The files by the hash in their names: what is there is listed anew at every miss, not for every request."""
        listed: dict[str, list[Path]] = {}
        for path in self.folder.rglob("*-*.json"):
            listed.setdefault(path.stem.rpartition("-")[2], []).append(path)
        return listed

    def write(self, request: ModelRequest, response: FixtureResponse, origin: Origin) -> Path:
        """Write one fixture, in place of an earlier one for the same request; where it is.

        Raises:
            FixtureError: It holds what no fixture may hold; names the kind and the field. Nothing is written.
        """
        fixture = Fixture(key=request_key(request), origin=origin, request=request, response=response)
        document: Json = fixture.model_dump(mode="json")
        path = self._place / name_fixture(request)
        findings = list(scan_fixture(document, private=self._private))
        if findings:
            raise _refused(path, findings)
        for earlier in self._place.glob(f"*-{short_key(request)}.json"):
            if earlier != path:
                earlier.unlink()
        _write_whole(path, json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
        self._known = {}
        self._used.add(path)
        return path

    def unused(self) -> tuple[Path, ...]:
        """The story's files that no request has used, and those whose name is no fixture's."""
        return tuple(path for path in sorted(self._place.rglob("*.json")) if path not in self._used)

    def explain_miss(self, request: ModelRequest) -> str:
        """Name the fixture that comes nearest to a request and what differs, a line a field; or say there is none."""
        known = {path: fixture.request for path, fixture in self._readable()}
        path = nearest(request, known)
        if path is None:
            return f"there is no fixture at all in {str(self.folder)!r}"
        lines = describe_differences(request, known[path])
        return "\n  ".join([f"the nearest is {str(path)!r}, which differs in", *lines])

    def _readable(self) -> Iterator[tuple[Path, Fixture]]:
        for path in sorted(self.folder.rglob("*.json")):
            try:
                yield path, read_fixture(path)
            except FixtureError:
                continue


def read_body(raw: str) -> FixtureResponse:
    """The response of a body that came with status 200: as the JSON object it is, if it is one, else as text.

    >>> read_body('{"choices": []}').body, read_body("busy").body
    ({'choices': []}, 'busy')
    """
    try:
        body: Json = json.loads(raw)
        # Python reads, and would write, what is not JSON or not UTF-8: NaN, 1e999, half a surrogate pair.
        json.dumps(body, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return FixtureResponse(body=raw)
    return FixtureResponse(body=_without_folder(body) if isinstance(body, dict) else raw)


def _without_folder(body: dict[str, Json]) -> dict[str, Json]:
    """A local server names its model by the file's path: the folder is the machine's, the file's name says which model."""
    model = body.get("model")
    local = isinstance(model, str) and model.endswith(".gguf")
    return body | {"model": PurePath(str(model)).name} if local else body


def read_fixture(path: Path) -> Fixture:
    """Read one file, and check that its name and key are those of its request.

    Raises:
        FixtureError: It is not a fixture, or its request was changed after it was recorded.
    """
    try:
        fixture = Fixture.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise _broken(path, f"it is not a fixture ({where}: {first['msg']})") from error
    except OSError as error:
        raise _broken(path, "it cannot be read") from error
    named = _NAME.fullmatch(path.name)
    key = request_key(fixture.request)
    if key != fixture.key or named is None or named[1] != key[:_HASH]:
        raise _broken(path, f"its key or name is not that of its request ({key[:_HASH]})")
    return fixture


def check_fixtures(folder: Path, *, private: Sequence[str] = ()) -> tuple[FixtureError, ...]:
    """What is wrong with the files of a folder: malformed, changed by hand, or with what no fixture may hold."""
    return tuple(error for path in sorted(folder.rglob("*.json")) for error in _check(path, private))


def _check(path: Path, private: Sequence[str]) -> Iterator[FixtureError]:
    try:
        document: Json = read_fixture(path).model_dump(mode="json")
    except FixtureError as error:
        yield error
        return
    findings = list(scan_fixture(document, private=private))
    if findings:
        yield _refused(path, findings)


def scan_fixture(document: Json, *, private: Sequence[str] = ()) -> Iterator[Finding]:
    """What no fixture may hold, field by field; links may stand in the words of the article and of the model."""
    return scan_value(document, prose=PROSE, private=private)


def name_fixture(request: ModelRequest) -> str:
    """The file name of a request's fixture.

    >>> from counterclaim.core.model import Message
    >>> name_fixture(ModelRequest(model="m", messages=(), stage="digest", slug="Kestrel Hill/wire"))[:-18]
    'digest-kestrel-hill-wire'
    """
    parts = [tidy_name(part) for part in (request.stage, request.slug) if part]
    return f"{'-'.join([*parts, short_key(request)])}.json"


def tidy_name(text: str) -> str:
    """A name that is one plain part of a path on every system.

    >>> tidy_name("../Durand Line"), tidy_name("..")
    ('durand-line', 'x')
    """
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:_LONGEST_PART].strip("-") or "x"


def short_key(request: ModelRequest) -> str:
    """The first characters of a request's key: what its file name ends in."""
    return request_key(request)[:_HASH]


def _write_whole(path: Path, text: str) -> None:
    """A reader, or a second writer, never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def _broken(path: Path, what: str) -> FixtureError:
    return FixtureError(what, source=str(path), remedy="record it again")


def _refused(path: Path, findings: Sequence[Finding]) -> FixtureError:
    found = ", ".join(
        f"{one.kind} ({one.excerpt!r}) in {one.where or 'a field name'}" for one in findings[:3]
    )
    more = f" and {len(findings) - 3} more" if len(findings) > 3 else ""  # noqa: PLR2004 - as many as are shown
    return FixtureError(
        f"a fixture may not hold {found}{more}",
        source=str(path),
        remedy="remove it where it comes from, and record again",
    )
