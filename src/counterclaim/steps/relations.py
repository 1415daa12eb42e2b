"""Bulk relations: one pair a line in, one relation a line out, in constant memory (room: steps)."""

import json
from collections.abc import Iterable, Iterator
from math import isfinite
from typing import NamedTuple

from pydantic import ValidationError

from counterclaim.relate.pairs import Pair, relate_pair
from counterclaim.steps.troubles import (
    TOO_LONG,
    describe_fields,
    describe_kind,
    describe_syntax,
    find_half_character,
)
from counterclaim.text.reader import read_article


class RelationLine(NamedTuple):
    """One line of output as JSON without its newline; `trouble` says why the input line could not be related."""

    text: str
    trouble: str | None = None


def relate_lines(lines: Iterable[bytes | None]) -> Iterator[RelationLine]:
    """Relate the pair on every line; blank lines are passed over.

    A line that is not a pair gives a line too, with its id where it has one, `label` null and `basis` "error", so
    that output and input can be joined line by line and nothing is lost in silence. `None` is a line too long to read.
    Fields that are not about the statements (a label, a comment) are passed over; a misspelt "a_..." or "b_..." is not.
    """
    for number, line in enumerate(lines, start=1):
        if line is None:
            yield _trouble(number, None, TOO_LONG)
        elif line.strip():
            yield _relate_line(number, line)


def _relate_line(number: int, line: bytes) -> RelationLine:
    try:
        record: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _trouble(number, None, describe_syntax(error))
    if not isinstance(record, dict):
        return _trouble(number, None, describe_kind(record))
    given = {k: v for k, v in record.items() if _concerns(k)}
    half = find_half_character(given)
    if half:
        return _trouble(number, record.get("id"), half)
    try:
        pair = Pair.model_validate(given)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False, include_context=False)
        return _trouble(number, record.get("id"), describe_fields(record, errors))
    return RelationLine(relate_pair(pair, read_article).model_dump_json())


def _concerns(field: str) -> bool:
    return field in Pair.model_fields or field.startswith(("a_", "b_"))


def _trouble(number: int, given: object, what: str) -> RelationLine:
    reason = f"line {number} is not a pair: {what}"
    scalar = isinstance(given, str | int) or (isinstance(given, float) and isfinite(given))
    known = given if scalar else None
    return RelationLine(json.dumps({"id": known, "label": None, "reason": reason, "basis": "error"}), reason)
