"""The dialect of JSON schema that servers accept: flattening to it, and the check of a reply against it.

Room: the endpoint's edge; pure. Servers ignore or reject most of JSON schema, so what is sent is a plain subset:
no `$ref`, every property required, no further properties, no `pattern`, length, `const`, `format` or defaults. What
is lost on the way is checked by the caller's own validation of the reply, always. Descriptions are left out: docstrings
speak to developers, and what a model should know stands in its prompt.
Source: https://platform.openai.com/docs/guides/structured-outputs (supported schemas).
"""

import json
from collections.abc import Mapping
from typing import NamedTuple

from counterclaim.core.errors import UsageError
from counterclaim.core.model import Json, canonical_json

Schema = dict[str, Json]
_DEEPEST = 100
_KINDS: dict[type, tuple[str, ...]] = {
    type(None): ("null",),
    bool: ("boolean",),
    str: ("string",),
    int: ("integer", "number"),
    float: ("number",),
    list: ("array",),
    dict: ("object",),
}


class _Place(NamedTuple):
    """Where in the schema we are: the whole, the path so far, the references that are open around us."""

    root: Mapping[str, Json]
    path: str = "$"
    inside: tuple[str, ...] = ()

    def at(self, step: str) -> "_Place":
        return self._replace(path=f"{self.path}.{step}")

    def refuse(self, what: str, remedy: str) -> UsageError:
        return UsageError(what, source=self.path, remedy=remedy)


def flatten_schema(schema: Mapping[str, Json]) -> Schema:
    """Rewrite a JSON schema (as pydantic makes them) in the subset that strict servers accept.

    Raises:
        UsageError: The schema cannot be said in that subset: it contains itself, its root is not an object, an
            object's names are open, or an array's items are not all of one kind.

    >>> flatten_schema({"type": "object", "properties": {"n": {"type": "integer", "default": 1, "title": "N"}}})
    {'type': 'object', 'properties': {'n': {'type': 'integer'}}, 'required': ['n'], 'additionalProperties': False}
    """
    place = _Place(schema)
    flat = _flatten(dict(schema), place)
    if flat.get("type") != "object":
        raise place.refuse("the root of a reply's schema is not an object", "wrap it in an object")
    return flat


def _flatten(node: Json, place: _Place) -> Schema:
    if not isinstance(node, dict):
        raise place.refuse("a schema is not an object", "describe the value with a type")
    node, place = _follow(node, place)
    flat: Schema = {}
    choices = node.get("anyOf", node.get("oneOf"))
    if isinstance(choices, list):
        flat["anyOf"] = [_flatten(choice, place.at(str(n))) for n, choice in enumerate(choices)]
        return flat
    if "const" in node or "enum" in node:
        return flat | _flatten_choice(node)
    return flat | _flatten_typed(node, place)


def _follow(node: Schema, place: _Place) -> tuple[Schema, _Place]:
    """Put what a `$ref` or a single `allOf` stands for in its place; what stands beside it goes before."""
    while True:
        parts = node.get("allOf")
        if isinstance(parts, list):
            if len(parts) != 1 or not isinstance(parts[0], dict):
                raise place.refuse("the schema joins several schemas", "write it as one object")
            node = parts[0] | {key: value for key, value in node.items() if key != "allOf"}
        elif isinstance(reference := node.get("$ref"), str):
            if reference in place.inside:
                raise place.refuse(f"the schema contains itself ({reference})", "write it without recursion")
            place = place._replace(inside=(*place.inside, reference))
            node = _resolve(reference, place) | {key: value for key, value in node.items() if key != "$ref"}
        else:
            return node, place


def _resolve(reference: str, place: _Place) -> Schema:
    target: Json = dict(place.root)
    for step in reference.removeprefix("#/").split("/"):
        name = step.replace("~1", "/").replace("~0", "~")
        target = target.get(name) if isinstance(target, dict) else None
    if not reference.startswith("#/") or not isinstance(target, dict):
        raise place.refuse(f"nothing stands at {reference}", "define it in the schema itself")
    return target


def _flatten_choice(node: Schema) -> Schema:
    values = [node["const"]] if "const" in node else node["enum"]
    if "type" in node:
        return {"type": node["type"], "enum": values}
    return {"enum": values}


def _flatten_typed(node: Schema, place: _Place) -> Schema:
    kinds = node.get("type")
    named = kinds if isinstance(kinds, list) else [kinds]
    if "object" in named:
        return {"type": kinds} | _flatten_object(node, place)
    if "array" in named:
        if "prefixItems" in node or not isinstance(node.get("items"), dict):
            raise place.refuse("an array's items are not all of one kind", "give it one schema as `items`")
        return {"type": kinds, "items": _flatten(node["items"], place.at("[]"))}
    if kinds is None:
        raise place.refuse("the schema says nothing about this value", "give it a type")
    return {"type": kinds}


def _flatten_object(node: Schema, place: _Place) -> Schema:
    properties = node.get("properties")
    if not isinstance(properties, dict) or isinstance(node.get("additionalProperties"), dict):
        raise place.refuse("the names of an object are open", "list its properties")
    return {
        "properties": {name: _flatten(inner, place.at(name)) for name, inner in properties.items()},
        "required": list(properties),
        "additionalProperties": False,
    }


def fits_schema(value: Json, schema: Mapping[str, Json]) -> bool:
    """Say whether a value has the names and types of a *flattened* schema. No more than a server could have done.

    >>> flat = flatten_schema({"type": "object", "properties": {"n": {"type": "integer"}}})
    >>> fits_schema({"n": 1}, flat), fits_schema({"n": "1"}, flat), fits_schema({}, flat)
    (True, False, False)
    """
    choices = schema.get("anyOf")
    if isinstance(choices, list):
        return any(isinstance(choice, dict) and fits_schema(value, choice) for choice in choices)
    allowed = schema.get("enum")
    if isinstance(allowed, list):
        return any(canonical_json(value) == canonical_json(one) for one in allowed)
    kinds = schema.get("type")
    return any(_is_of(value, kind, schema) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _is_of(value: Json, kind: Json, schema: Mapping[str, Json]) -> bool:
    whole = isinstance(value, float) and value.is_integer() and kind == "integer"
    if not whole and kind not in _KINDS[type(value)]:
        return False
    if isinstance(value, list):
        items = schema.get("items")
        return isinstance(items, dict) and all(fits_schema(one, items) for one in value)
    return not isinstance(value, dict) or _has_properties(value, schema.get("properties"))


def _has_properties(value: Schema, properties: Json) -> bool:
    return (
        isinstance(properties, dict)
        and value.keys() == properties.keys()
        and all(
            isinstance(inner, dict) and fits_schema(value[name], inner) for name, inner in properties.items()
        )
    )


def parse_json(text: str) -> Json:
    """Read JSON from a stranger: None for what is no JSON or is nested deeper than any reply of ours.

    >>> parse_json('{"a": [1]}'), parse_json("{oops"), parse_json("[" * 100_000)
    ({'a': [1]}, None, None)
    """
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if _is_shallow(value) else None


def _is_shallow(value: Json) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return True
    return False
