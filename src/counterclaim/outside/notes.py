"""Briefing notes as JSON files: an earlier run's note, read back (room: edges)."""

import json
from pathlib import Path

from pydantic import ValidationError

from counterclaim.core.errors import NoteUnreadableError
from counterclaim.core.records import SCHEMA, Briefing

MAX_BYTES = 200_000_000
_FAMILY = SCHEMA.rpartition("/")[0] + "/"
_JSON_NOTE = "give the note as `counterclaim brief ... --format json` wrote it"
_UPGRADE = "upgrade counterclaim, or make the note anew with this version"


def load_note(path: str) -> Briefing:
    """Read a note. Every quote must stand in its article where it says, for a later note builds on it.

    Raises:
        NoteUnreadableError: There is no such file, it is no note, another version's, or it was altered.
    """
    try:
        raw = Path(path).read_bytes()[: MAX_BYTES + 1]
    except (OSError, ValueError) as error:
        what = "no such file" if isinstance(error, FileNotFoundError) else "it cannot be read"
        raise NoteUnreadableError(what, source=path, remedy="check the name") from error
    if len(raw) > MAX_BYTES:
        raise NoteUnreadableError("it is larger than 200 MB", source=path, remedy=_JSON_NOTE)
    return read_note(raw, source=path)


def read_note(raw: bytes, *, source: str) -> Briefing:
    """Read a note from its JSON.

    Raises:
        NoteUnreadableError: As for `load_note`.
    """
    _check_schema(raw, source)
    try:
        note = Briefing.model_validate_json(raw)
    except ValidationError as error:
        raise _explain(error, source) from error
    articles = {article.id: article.text for article in note.articles}
    for claim in note.claims:
        text = articles.get(claim.article)
        if text is None or text[claim.start : claim.end] != claim.quote:
            what = f"the quote of {claim.id} does not stand at its place: the note was altered"
            raise NoteUnreadableError(what, source=source, remedy="give the note as it was written")
    return note


def _check_schema(raw: bytes, source: str) -> None:
    try:
        loaded: object = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise NoteUnreadableError("it is not JSON", source=source, remedy=_JSON_NOTE) from error
    schema = loaded.get("schema") if isinstance(loaded, dict) else None
    if not isinstance(schema, str):
        raise NoteUnreadableError("it is not a briefing note", source=source, remedy=_JSON_NOTE)
    if schema == SCHEMA:
        return
    if schema.startswith(_FAMILY):
        what = f"it is a note of another format ({schema}; this version reads {SCHEMA})"
        if schema.removeprefix(_FAMILY).isdecimal():
            what = f"a newer version of counterclaim wrote it ({schema}; this version reads {SCHEMA})"
        raise NoteUnreadableError(what, source=source, remedy=_UPGRADE)
    raise NoteUnreadableError(f"it is not a briefing note but {schema!r}", source=source, remedy=_JSON_NOTE)


def _explain(error: ValidationError, source: str) -> NoteUnreadableError:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(map(str, first["loc"])) or "the note"
    if first["type"] == "extra_forbidden":
        what = f"it holds a field that this version does not know ({where}): a newer version wrote it"
        return NoteUnreadableError(what, source=source, remedy=_UPGRADE)
    return NoteUnreadableError(
        f"it is not a whole note ({where}: {first['msg']})", source=source, remedy=_JSON_NOTE
    )
