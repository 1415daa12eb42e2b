import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from counterclaim.core.model import Json, Message, ModelReply, ModelRequest, canonical_json, request_key
from endpoint_stub import ask_for

SAME = [
    pytest.param({"stage": "judge"}, id="stage"),
    pytest.param({"slug": "another"}, id="slug"),
    pytest.param(
        {"response_schema": dict(reversed((ask_for().response_schema or {}).items()))},
        id="order",
    ),
]
DIFFERENT = [
    pytest.param({"model": "big-2"}, id="model"),
    pytest.param({"messages": (Message(role="user", content="x"),)}, id="messages"),
    pytest.param({"messages": ask_for().messages[::-1]}, id="order-of-messages"),
    pytest.param({"response_schema": None}, id="no-schema"),
    pytest.param({"schema_name": "digest"}, id="schema-name"),
    pytest.param({"temperature": 0.5}, id="temperature"),
    pytest.param({"temperature": None}, id="no-temperature"),
    pytest.param({"max_tokens": 10}, id="max-tokens"),
    pytest.param({"seed": 1}, id="seed"),
]


@pytest.mark.parametrize("change", SAME)
def test_what_does_not_decide_the_reply_is_not_in_the_key(change: dict[str, object]) -> None:
    assert request_key(ask_for().model_copy(update=change)) == request_key(ask_for())


@pytest.mark.parametrize("change", DIFFERENT)
def test_what_decides_the_reply_is_in_the_key(change: dict[str, object]) -> None:
    assert request_key(ask_for().model_copy(update=change)) != request_key(ask_for())


def test_the_key_is_pinned() -> None:
    """Caches and fixtures are found by it: whoever changes it makes every paid answer unfindable."""
    request = ModelRequest(model="m", messages=(Message(role="user", content="hi"),))
    assert request_key(request) == "39152b2b08bc3270210b4caa603b361acaacf7a270a286d3ab9f03b8f53e6a14"


class LaterRequest(ModelRequest):
    """What a later version may make of a request: a field more, which the requests of today leave empty."""

    effort: str | None = None


def test_a_field_added_later_leaves_old_keys_as_they_were() -> None:
    today = ask_for()
    later = LaterRequest.model_validate(today.model_dump())
    assert request_key(later) == request_key(today)
    assert request_key(later.model_copy(update={"effort": "low"})) != request_key(today)


def test_only_fields_of_the_request_itself_are_left_out() -> None:
    """A null inside the schema is the schema's own word."""
    schema: dict[str, Json] = {"type": "object", "properties": {"a": {"enum": [None]}}}
    without: dict[str, Json] = {"type": "object", "properties": {"a": {"enum": []}}}
    assert request_key(ask_for(schema=schema)) != request_key(ask_for(schema=without))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=15,
)


@given(JSON)
def test_canonical_json_is_one_spelling_that_reads_back(value: Json) -> None:
    text = canonical_json(value)
    assert json.loads(text) == value
    assert canonical_json(json.loads(text)) == text


def test_records_of_the_port_are_frozen_and_round_trip() -> None:
    reply = ModelReply(text="t", finish="stop", raw="{}")
    assert ModelReply.model_validate_json(reply.model_dump_json()) == reply
    assert ModelRequest.model_validate_json(ask_for().model_dump_json()) == ask_for()
    with pytest.raises(ValidationError):
        reply.text = "other"
    with pytest.raises(ValidationError):
        ModelReply(text="t", finish="tired", raw="{}")
