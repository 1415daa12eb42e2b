"""Bulk relations: one pair a line in, one relation a line out, in constant memory (room: steps)."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import ValidationError

from counterclaim.relate.pairs import Pair, relate_pair
from counterclaim.text.reader import read_article


class RelationLine(NamedTuple):
    """One line of output as JSON without its newline; `trouble` says why the input line could not be related."""

    text: str
    trouble: str | None = None


def relate_lines(lines: Iterable[bytes | None]) -> Iterator[RelationLine]:
    """Relate the pair on every line; blank lines are passed over.

    A line that is not a pair gives a line too, with its id where it has one, `label` null and `basis` "error", so
    that output and input can be joined line by line and nothing is lost in silence. `None` is a line too long to read.
    """
    for number, line in enumerate(lines, start=1):
        if line is None:
            yield _trouble(number, None, "it is longer than a megabyte")
        elif line.strip():
            yield _relate_line(number, line)


def _relate_line(number: int, line: bytes) -> RelationLine:
    try:
        record: object = json.loads(line)
    except (ValueError, RecursionError):
        return _trouble(number, None, "it is not JSON")
    try:
        pair = Pair.model_validate(record)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the line"
        return _trouble(number, record, f"{where}: {first['msg']}")
    return RelationLine(relate_pair(pair, read_article).model_dump_json())


def _trouble(number: int, record: object, what: str) -> RelationLine:
    reason = f"line {number} is not a pair: {what}"
    given = record.get("id") if isinstance(record, dict) else None
    known = given if isinstance(given, str | int) else None
    text = json.dumps({"id": known, "label": None, "reason": reason, "basis": "error"}, ensure_ascii=False)
    return RelationLine(text, reason)
