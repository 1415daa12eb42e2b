import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.model import Message
from counterclaim.outside.abilities import (
    Abilities,
    PassingMemory,
    abilities_key,
    add_schema,
    recall_abilities,
    step_down,
    step_down_form,
    write_body,
)
from endpoint_stub import SCHEMA, ask_for

TOP = Abilities()
STEPS = [
    pytest.param(TOP, "response_format", Abilities(form="json_object"), id="schema-to-object"),
    pytest.param(
        Abilities(form="json_object"), "response_format", Abilities(form="text"), id="object-to-text"
    ),
    pytest.param(Abilities(form="text"), "response_format", None, id="below-text"),
    pytest.param(TOP, "max_completion_tokens", Abilities(limit="max_tokens"), id="older-spelling"),
    pytest.param(Abilities(limit="max_tokens"), "max_tokens", TOP, id="newer-spelling"),
    pytest.param(TOP, "seed", Abilities(dropped=("seed",)), id="seed"),
    pytest.param(
        Abilities(dropped=("temperature",)), "seed", Abilities(dropped=("seed", "temperature")), id="both"
    ),
    pytest.param(Abilities(dropped=("seed",)), "seed", None, id="dropped-already"),
    pytest.param(TOP, "messages", None, id="cannot-be-left-out"),
]


@pytest.mark.parametrize(("abilities", "parameter", "lower"), STEPS)
def test_step_down(abilities: Abilities, parameter: str, lower: Abilities | None) -> None:
    assert step_down(abilities, parameter) == lower


def test_the_forms_end_at_text() -> None:
    forms, abilities = [], TOP
    while abilities is not None:
        forms.append(abilities.form)
        abilities = step_down_form(abilities)
    assert forms == ["json_schema", "json_object", "text"]


STORED = [
    pytest.param(None, TOP, id="nothing"),
    pytest.param("", TOP, id="empty"),
    pytest.param('{"form": "text"}', Abilities(form="text"), id="known"),
    pytest.param('{"form": "xml"}', TOP, id="an-older-word"),
    pytest.param("\x80not json", TOP, id="spoilt"),
]


@pytest.mark.parametrize(("stored", "abilities"), STORED)
def test_recall(stored: str | None, abilities: Abilities) -> None:
    memory = PassingMemory()
    if stored is not None:
        memory.set("k", stored)
    assert recall_abilities(memory, "k") == abilities


@given(
    st.builds(
        Abilities,
        form=st.sampled_from(["json_schema", "json_object", "text"]),
        limit=st.sampled_from(["max_tokens", "max_completion_tokens"]),
        dropped=st.sampled_from([(), ("seed",), ("seed", "temperature")]),
    )
)
def test_what_is_remembered_is_recalled(abilities: Abilities) -> None:
    memory = PassingMemory()
    memory.set("k", abilities.model_dump_json())
    assert recall_abilities(memory, "k") == abilities


def test_a_key_for_each_endpoint_and_model_that_names_neither() -> None:
    keys = {
        abilities_key(address, model)
        for address in ("http://one.test/v1", "http://two.test/v1")
        for model in ("small", "big")
    }
    assert len(keys) == 4
    assert not any("test" in key or "small" in key for key in keys)


def test_each_form_of_the_body() -> None:
    request = ask_for(seed=3, max_tokens=50)
    strict = write_body(request, TOP)
    loose = write_body(request, Abilities(form="json_object", limit="max_tokens"))
    plain = write_body(request, Abilities(form="text", dropped=("seed", "temperature")))
    assert strict["response_format"]["type"] == "json_schema"
    assert strict["messages"][0]["content"] == "Read the article."
    assert (loose["response_format"], loose["max_tokens"], "max_completion_tokens" in loose) == (
        {"type": "json_object"},
        50,
        False,
    )
    assert loose["messages"] == plain["messages"]
    assert sorted(plain) == ["max_completion_tokens", "messages", "model"]


def test_a_json_mode_that_wants_the_word_json_finds_it() -> None:
    body = write_body(ask_for(), Abilities(form="json_object"))
    assert "JSON" in body["messages"][0]["content"]


def test_no_schema_no_form() -> None:
    body = write_body(ask_for(schema=None), Abilities(form="text"))
    assert body["messages"][0]["content"] == "Read the article."
    assert "response_format" not in body


def test_none_is_not_sent() -> None:
    body = write_body(ask_for(schema=None).model_copy(update={"temperature": None}), TOP)
    assert sorted(body) == ["messages", "model"]


@pytest.mark.parametrize(
    ("given_name", "sent"), [("a digest/2", "a_digest_2"), (None, "reply"), ("x" * 99, "x" * 64)]
)
def test_the_name_of_a_schema_is_one_that_servers_take(given_name: str | None, sent: str) -> None:
    body = write_body(ask_for().model_copy(update={"schema_name": given_name}), TOP)
    assert body["response_format"]["json_schema"]["name"] == sent


def test_the_schema_goes_to_the_end_of_the_systems_words() -> None:
    user = Message(role="user", content="u")
    told = add_schema((user, Message(role="system", content="s"), user), SCHEMA)
    assert [message.role for message in told] == ["user", "system", "user"]
    assert told[1].content.startswith("s\n\nAnswer with one JSON object")
    assert json.loads(told[1].content.splitlines()[-1]) == SCHEMA


def test_without_a_system_message_it_gets_its_own_first() -> None:
    told = add_schema((Message(role="user", content="u"),), SCHEMA)
    assert [message.role for message in told] == ["system", "user"]
