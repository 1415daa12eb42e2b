"""What is wrong with a line that should hold a pair of statements, and how to mend it (room: steps)."""

import json
import re
from collections.abc import Mapping, Sequence

from pydantic_core import ErrorDetails

from counterclaim.relate.pairs import Pair

SHAPE = 'write one object a line, like {"id": 1, "a": "12 people died.", "b": "9 people died."}'
TOO_LONG = "it is longer than a megabyte; give the two statements, not whole documents"
_KINDS = {list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}
_HALF = re.compile("[\ud800-\udfff]")
_SHOWN = 40  # characters of a value that a message repeats


def describe_syntax(error: ValueError | RecursionError) -> str:
    """Say where JSON ends to be JSON."""
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON from character {error.pos + 1} on; {SHAPE}"
    if isinstance(error, UnicodeDecodeError):
        return f"it is not UTF-8 from byte {error.start + 1} on; save the file as UTF-8"
    return f"it is not JSON that can be read; {SHAPE}"


def describe_kind(record: object) -> str:
    """Say what the line holds in place of an object."""
    return f"it is {_KINDS.get(type(record), 'null')}, not an object; {SHAPE}"


def describe_fields(record: Mapping[str, object], errors: Sequence[ErrorDetails]) -> str:
    """Say which field is missing, unknown or not what it should be."""
    first = errors[0]
    field = str(first["loc"][0]) if first["loc"] else ""
    if first["type"] == "missing":
        return f'"{field}" is missing; {SHAPE}'
    if first["type"] == "extra_forbidden":
        known = ", ".join(f'"{name}"' for name in Pair.model_fields if name.startswith(("a_", "b_")))
        return f'"{field}" is not known; the fields for what is known of a statement are {known}'
    return f'"{field}" is {_shown(record.get(field))}; {_remedy(field)}'


def find_half_character(record: Mapping[str, object]) -> str | None:
    r"""Say which field holds half a character, which no output can carry; None where none does.

    >>> find_half_character({"id": 1, "a": "caf\ud800"})
    '"a" holds half a character (a lone surrogate); write the text as UTF-8'
    """
    broken = (k for k, v in record.items() if isinstance(v, str) and _HALF.search(v))
    field = next(broken, None)
    return field and f'"{field}" holds half a character (a lone surrogate); write the text as UTF-8'


def _remedy(field: str) -> str:
    if field == "id":
        return "an id is a text or a whole number"
    if field.endswith("_published"):
        return "write a date like 2025-03-04 or 2025-03-04T12:00:00+01:00"
    return "it must be a text in quotation marks"


def _shown(value: object) -> str:
    text = json.dumps(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
