import json
from enum import StrEnum
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from counterclaim.core.errors import UsageError
from counterclaim.core.model import Json
from counterclaim.outside.schemas import Schema, fits_schema, flatten_schema, parse_json

ALLOWED = {"type", "enum", "properties", "items", "anyOf", "required", "additionalProperties"}


class Side(StrEnum):
    CITY = "city"
    UNION = "union"


class Speaker(BaseModel):
    name: str = Field(min_length=1, max_length=80, pattern="^[A-Z]")
    side: Side | None = None


class Statement(BaseModel):
    """One statement."""

    title: str = Field(default="none", title="The title", description="A property whose name is a keyword.")
    sentences: list[int] = Field(min_length=1, description="Numbers of sentences.")
    speaker: Speaker | None = Field(default=None, description="Who says it.")
    relay: Speaker
    polarity: Literal["affirmed", "denied"] = "affirmed"
    version: Literal[1] = 1
    weight: float = Field(ge=0, le=1)


class Digest(BaseModel):
    summary: str
    statements: tuple[Statement, ...] = ()


def names(schema: Json, *, keywords: bool = True) -> set[str]:
    """Every keyword of a schema; the names of properties are not keywords."""
    if isinstance(schema, list):
        return set().union(*(names(one) for one in schema))
    if not isinstance(schema, dict):
        return set()
    inner = set().union(
        *(names(one, keywords=key != "properties") for key, one in schema.items() if key != "enum")
    )
    return inner | (set(schema) if keywords else set())


def test_a_model_is_flattened_whole() -> None:
    flat = flatten_schema(Digest.model_json_schema())
    assert names(flat) == ALLOWED
    assert "$ref" not in json.dumps(flat)
    statement = flat["properties"]["statements"]["items"]
    assert statement["required"] == [
        "title",
        "sentences",
        "speaker",
        "relay",
        "polarity",
        "version",
        "weight",
    ]
    assert statement["properties"]["title"] == {"type": "string"}
    assert statement["properties"]["polarity"] == {"type": "string", "enum": ["affirmed", "denied"]}
    assert statement["properties"]["version"] == {"type": "integer", "enum": [1]}
    speaker = statement["properties"]["speaker"]
    assert "description" not in speaker
    assert speaker["anyOf"][1] == {"type": "null"}
    assert speaker["anyOf"][0]["properties"]["name"] == {"type": "string"}
    assert statement["properties"]["relay"] == speaker["anyOf"][0]


def test_flattening_is_idempotent() -> None:
    flat = flatten_schema(Digest.model_json_schema())
    assert flatten_schema(flat) == flat


def test_the_schema_given_is_left_as_it_was() -> None:
    schema = Digest.model_json_schema()
    before = json.dumps(schema)
    flatten_schema(schema)
    assert json.dumps(schema) == before


def of(inner: Json, **more: Json) -> Schema:
    return {"type": "object", "properties": {"a": inner}, **more}


FLAT = [
    pytest.param({"const": "x"}, {"enum": ["x"]}, id="const-without-type"),
    pytest.param(
        {"oneOf": [{"type": "string"}, {"type": "null"}]},
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        id="one-of",
    ),
    pytest.param(
        {"type": ["string", "null"], "format": "date"}, {"type": ["string", "null"]}, id="type-list"
    ),
    pytest.param(
        {"allOf": [{"type": "string"}], "description": "d"},
        {"type": "string"},
        id="all-of-one",
    ),
    pytest.param({"$ref": "#/$defs/x~1y"}, {"type": "integer"}, id="escaped-pointer"),
]


@pytest.mark.parametrize(("inner", "expected"), FLAT)
def test_flattened(inner: Json, expected: Json) -> None:
    flat = flatten_schema(of(inner, **{"$defs": {"x/y": {"type": "integer", "minimum": 1}}}))
    assert flat["properties"] == {"a": expected}


LOOP: Schema = {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}}
REFUSED = [
    pytest.param({"$ref": "#/$defs/Node", "$defs": {"Node": LOOP}}, "contains itself", id="recursive"),
    pytest.param({"type": "array", "items": {"type": "string"}}, "not an object", id="root-array"),
    pytest.param({"anyOf": [of({"type": "string"})]}, "root", id="root-choice"),
    pytest.param({"type": "object"}, "open", id="no-properties"),
    pytest.param(of({"type": "object", "additionalProperties": {"type": "string"}}), "open", id="mapping"),
    pytest.param(
        of({"type": "array", "prefixItems": [{"type": "string"}]}), "not all of one kind", id="tuple"
    ),
    pytest.param(of({"type": "array"}), "not all of one kind", id="array-of-anything"),
    pytest.param(of({}), "says nothing", id="anything"),
    pytest.param(of("string"), "not an object", id="a-word"),
    pytest.param(of({"allOf": [{"type": "string"}, {"minLength": 1}]}), "joins", id="all-of-two"),
    pytest.param(of({"$ref": "#/$defs/Gone"}), "nothing stands", id="dangling"),
    pytest.param(of({"$ref": "other.json#/x"}), "nothing stands", id="elsewhere"),
]


@pytest.mark.parametrize(("schema", "words"), REFUSED)
def test_what_cannot_be_said_to_a_server_is_refused(schema: Schema, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        flatten_schema(schema)
    assert caught.value.source is not None
    assert caught.value.source.startswith("$")


GOOD = Digest(
    summary="s", statements=(Statement(sentences=[1], relay=Speaker(name="Ana", side=Side.CITY), weight=1.0),)
).model_dump(mode="json")


def test_a_whole_record_fits() -> None:
    assert fits_schema(GOOD, flatten_schema(Digest.model_json_schema()))


FITS = [
    pytest.param(1, {"type": "integer"}, True, id="integer"),
    pytest.param(1.0, {"type": "integer"}, True, id="whole-float"),
    pytest.param(1.5, {"type": "integer"}, False, id="fraction"),
    pytest.param(1, {"type": "number"}, True, id="number"),
    pytest.param(True, {"type": "integer"}, False, id="bool-is-no-integer"),
    pytest.param(True, {"type": "boolean"}, True, id="boolean"),
    pytest.param(None, {"type": ["string", "null"]}, True, id="nullable"),
    pytest.param(None, {"type": "string"}, False, id="null"),
    pytest.param("x", {"enum": ["x", "y"]}, True, id="choice"),
    pytest.param(1, {"enum": [True]}, False, id="one-is-not-true"),
    pytest.param("z", {"enum": ["x", "y"]}, False, id="no-choice"),
    pytest.param("x", {"anyOf": [{"type": "integer"}, {"type": "string"}]}, True, id="any"),
    pytest.param([], {"anyOf": [{"type": "integer"}, {"type": "string"}]}, False, id="none-of-any"),
    pytest.param([1, 2], {"type": "array", "items": {"type": "integer"}}, True, id="array"),
    pytest.param([1, "2"], {"type": "array", "items": {"type": "integer"}}, False, id="mixed-array"),
    pytest.param({"a": 1, "b": 2}, flatten_schema(of({"type": "integer"})), False, id="another-name"),
    pytest.param({"a": "1"}, flatten_schema(of({"type": "integer"})), False, id="wrong-type"),
    pytest.param("x", {}, False, id="no-type"),
]


@pytest.mark.parametrize(("value", "schema", "expected"), FITS)
def test_fits(value: Json, schema: Schema, *, expected: bool) -> None:
    assert fits_schema(value, schema) is expected


PARSED = [
    pytest.param('{"a": 1}', {"a": 1}, id="object"),
    pytest.param("nope", None, id="no-json"),
    pytest.param("[" * 50_000 + "]" * 50_000, None, id="deeper-than-the-parser"),
    pytest.param("[" * 150 + "]" * 150, None, id="deeper-than-ours"),
    pytest.param("9" * 10_000, None, id="a-number-too-long"),
    pytest.param("[" * 50 + "]" * 50, json.loads("[" * 50 + "]" * 50), id="deep-enough"),
]


@pytest.mark.parametrize(("text", "expected"), PARSED)
def test_parse_json(text: str, expected: Json) -> None:
    assert parse_json(text) == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=20,
)


@given(JSON)
def test_any_json_is_judged_and_none_fits_by_chance(value: Json) -> None:
    assert fits_schema(value, flatten_schema(Digest.model_json_schema())) is False
    assert parse_json(json.dumps(value)) == value
