import asyncio

import httpx2
import pytest

from counterclaim.core import errors
from counterclaim.core.model import TokenUsage
from counterclaim.outside.abilities import Abilities, PassingMemory, abilities_key
from endpoint_stub import (
    GOOD,
    Script,
    ask_all,
    ask_for,
    ask_once,
    assert_clean,
    completion,
    make_provider,
    refusal,
)

UNSUPPORTED = "Unsupported parameter: '{0}' is not supported with this model."

SCHEMA_FAULTS = [
    pytest.param(
        refusal(400, "This response_format type is unavailable now", param=None), id="type-unavailable"
    ),
    pytest.param(
        refusal(400, "Not supported", param="response_format.type", code="unsupported_value"), id="param"
    ),
    pytest.param(
        refusal(
            400, "'response_format.type' : value is not one of the allowed values ['text','json_object']"
        ),
        id="allowed-values",
    ),
    pytest.param(
        httpx2.Response(400, json={"error": "'response_format.type' must be 'json_object' or 'text'"}),
        id="bare-error",
    ),
    pytest.param(
        httpx2.Response(
            422,
            json={
                "detail": [
                    {
                        "type": "literal_error",
                        "loc": ["body", "response_format", "type"],
                        "msg": "Input should be 'text' or 'json_object'",
                        "input": "json_schema",
                    }
                ]
            },
        ),
        id="422-detail",
    ),
    pytest.param(
        refusal(404, "No endpoints found that support the requested response_format"), id="404-of-a-relay"
    ),
    pytest.param(refusal(501, "structured outputs are not implemented"), id="501"),
    pytest.param(refusal(400, "Failed to initialize samplers: failed to parse grammar"), id="grammar"),
    pytest.param(
        refusal(400, "Failed to generate JSON.", code="json_validate_failed", failed_generation="{"),
        id="checked-there",
    ),
]


@pytest.mark.parametrize("fault", SCHEMA_FAULTS)
def test_a_server_without_schemas_gets_the_schema_in_the_prompt(fault: httpx2.Response) -> None:
    script, memory = Script(fault, completion()), PassingMemory()
    first, second = ask_all(make_provider(script, memory=memory), [ask_for(), ask_for()])
    assert first.text == second.text == GOOD
    assert script.forms == ["json_schema", "json_object", "json_object"]
    system = script.bodies[1]["messages"][0]
    assert system["role"] == "system"
    assert system["content"].startswith("Read the article.")
    assert '"additionalProperties":false' in system["content"]


def test_down_to_plain_text_with_prose_around_the_json() -> None:
    fault = refusal(400, "response_format is not supported")
    script = Script(fault, fault, completion(f"Of course!\n```json\n{GOOD}\n```\nAnything else?"))
    reply = ask_once(make_provider(script))
    assert script.forms == ["json_schema", "json_object", "text"]
    assert (reply.text, reply.schema_ignored) == (GOOD, False)


def test_two_rungs_give_the_same_reply() -> None:
    high = ask_once(make_provider(Script(completion())))
    low = ask_once(
        make_provider(Script(refusal(400, "response_format is not supported"), completion(f"```\n{GOOD}```")))
    )
    assert (high.text, high.finish, high.usage) == (low.text, low.finish, low.usage)


PARAMETERS = [
    pytest.param(
        refusal(400, UNSUPPORTED.format("max_completion_tokens"), code="unsupported_parameter"),
        {"max_tokens": 300, "temperature": 0.0, "seed": 7},
        id="limit",
    ),
    pytest.param(
        refusal(400, "Unrecognized request argument supplied: seed", param=None),
        {"max_completion_tokens": 300, "temperature": 0.0},
        id="seed",
    ),
    pytest.param(
        refusal(
            400,
            "Unsupported value: 'temperature' does not support 0.0 with this model. Only the default (1) is supported.",
            param="temperature",
            code="unsupported_value",
        ),
        {"max_completion_tokens": 300, "seed": 7},
        id="temperature",
    ),
    pytest.param(
        refusal(400, "invalid temperature: only 1 is allowed for this model"),
        {"max_completion_tokens": 300, "seed": 7},
        id="temperature-only-1",
    ),
    pytest.param(
        httpx2.Response(
            422,
            json={
                "message": {
                    "detail": [
                        {"type": "extra_forbidden", "loc": ["body", "max_completion_tokens"], "input": 300}
                    ]
                }
            },
        ),
        {"max_tokens": 300, "temperature": 0.0, "seed": 7},
        id="extra-forbidden",
    ),
    pytest.param(
        httpx2.Response(
            400,
            json={
                "object": "error",
                "message": "[{'type': 'extra_forbidden', 'loc': ('body', 'max_completion_tokens')}]",
            },
        ),
        {"max_tokens": 300, "temperature": 0.0, "seed": 7},
        id="extra-forbidden-in-a-string",
    ),
]


@pytest.mark.parametrize(("fault", "sent"), PARAMETERS)
def test_an_unsupported_parameter_is_left_out(fault: httpx2.Response, sent: dict[str, float]) -> None:
    script, memory = Script(fault, completion()), PassingMemory()
    request = ask_for(seed=7, max_tokens=300)
    ask_all(make_provider(script, memory=memory), [request, request])
    for body in script.bodies[1:]:
        assert {
            name: value for name, value in body.items() if name in {*sent, *Abilities().limit.split()}
        } == sent
        assert "seed" in sent or "seed" not in body
        assert "temperature" in sent or "temperature" not in body
    assert script.forms == ["json_schema"] * 3
    key = abilities_key("http://models.test/v1", "small-1")
    assert Abilities.model_validate_json(memory.get(key) or "") != Abilities()


def test_several_steps_are_made_in_one_call_and_then_remembered() -> None:
    faults = [
        refusal(400, UNSUPPORTED.format("temperature"), param="temperature"),
        refusal(400, "Unknown name 'seed': Cannot find field."),
        refusal(400, "Structured outputs are not supported by this model"),
        refusal(400, UNSUPPORTED.format("max_completion_tokens"), param="max_completion_tokens"),
    ]
    script, memory = Script(*faults, completion()), PassingMemory()
    request = ask_for(seed=7, max_tokens=300)
    ask_all(make_provider(script, memory=memory), [request] * 3)
    assert len(script.bodies) == 7
    assert {"seed", "temperature", "max_completion_tokens"}.isdisjoint(script.bodies[-1])
    fresh = Script(completion())
    ask_once(make_provider(fresh, memory=memory), request)
    assert fresh.forms == ["json_object"]


def test_the_other_spelling_of_the_limit_when_a_model_changed() -> None:
    memory = PassingMemory()
    memory.set(
        abilities_key("http://models.test/v1", "small-1"), Abilities(limit="max_tokens").model_dump_json()
    )
    fault = refusal(
        400, UNSUPPORTED.format("max_tokens") + " Use 'max_completion_tokens' instead.", param="max_tokens"
    )
    script = Script(fault, completion())
    ask_once(make_provider(script, memory=memory), ask_for(max_tokens=300))
    assert script.bodies[1]["max_completion_tokens"] == 300


def test_a_server_that_knows_neither_spelling_ends() -> None:
    script = Script(
        refusal(400, UNSUPPORTED.format("max_completion_tokens")),
        refusal(400, UNSUPPORTED.format("max_tokens")),
    )
    with pytest.raises(errors.UnsupportedError, match="'max_tokens'") as caught:
        ask_once(make_provider(script), ask_for(max_tokens=300))
    assert (len(script.bodies), caught.value.parameter) == (2, "max_tokens")
    assert_clean(caught.value)


def test_a_server_that_refuses_the_format_at_every_step_ends() -> None:
    script, memory = Script(refusal(400, "response_format is not supported")), PassingMemory()
    with pytest.raises(errors.RequestRefusedError):
        ask_once(make_provider(script, memory=memory))
    assert script.forms == ["json_schema", "json_object", "text"]
    assert memory.get(abilities_key("http://models.test/v1", "small-1")) is None


NO_STEP = [
    pytest.param(
        refusal(400, "max_completion_tokens is too large: 9. It supports at most 4."), id="too-large"
    ),
    pytest.param(refusal(400, "Invalid 'temperature': decimal above maximum value."), id="value"),
    pytest.param(refusal(400, "messages[1]: role 'tool' is not supported"), id="another-parameter"),
    pytest.param(
        httpx2.Response(
            422,
            json={
                "detail": [
                    {
                        "type": "missing",
                        "loc": ["body", "user"],
                        "msg": "Field required",
                        "input": {"note": "temperature is not supported", "seed": 7},
                    }
                ]
            },
        ),
        id="an-echo-of-the-request",
    ),
    pytest.param(refusal(429, "response_format is not supported while busy"), id="429"),
    pytest.param(refusal(500, "response_format is not supported"), id="500"),
    pytest.param(refusal(401, "response_format is not supported"), id="401"),
]


@pytest.mark.parametrize("fault", NO_STEP)
def test_no_step_down_for_other_errors(fault: httpx2.Response) -> None:
    script = Script(fault)
    with pytest.raises(errors.ModelError) as caught:
        ask_once(make_provider(script), ask_for(seed=7, max_tokens=300))
    assert not isinstance(caught.value, errors.UnsupportedError)
    assert set(script.forms) == {"json_schema"}
    assert all("temperature" in body and "seed" in body for body in script.bodies)


def test_a_schema_that_is_ignored_is_put_into_the_prompt_and_both_replies_are_paid() -> None:
    script, memory = Script(completion("Twelve died in Karsk."), completion()), PassingMemory()
    kept: list[str] = []
    provider = make_provider(script, memory=memory, keep=lambda _request, raw: kept.append(raw))
    first, second = ask_all(provider, [ask_for(), ask_for()])
    assert script.forms == ["json_schema", "json_object", "json_object"]
    assert first.usage == TokenUsage(input_tokens=80, output_tokens=18)
    assert second.usage == TokenUsage(input_tokens=40, output_tokens=9)
    assert len(kept) == 3
    assert kept[1] == first.raw


def test_the_sum_of_tokens_is_not_known_when_one_count_is_missing() -> None:
    script = Script(completion("Twelve died.", usage={"prompt_tokens": 3}), completion())
    assert ask_once(make_provider(script)).usage == TokenUsage(input_tokens=43, output_tokens=None)


def test_names_of_its_own_are_a_schema_ignored() -> None:
    script = Script(completion('{"deaths": 12, "where": "Karsk"}'), completion())
    assert ask_once(make_provider(script)).text == GOOD
    assert script.forms == ["json_schema", "json_object"]


def test_prose_at_every_step_is_returned_as_a_value_and_paid_three_times_once() -> None:
    script = Script(completion("Twelve died in Karsk."))
    first, second = ask_all(make_provider(script), [ask_for(), ask_for()])
    assert script.forms == ["json_schema", "json_object", "text", "text"]
    assert (first.schema_ignored, first.text, first.finish) == (True, "Twelve died in Karsk.", "stop")
    assert second.schema_ignored


def test_json_of_another_shape_is_the_models_doing_where_only_json_was_asked() -> None:
    script = Script(refusal(400, "json_schema is not supported"), completion('{"deaths": 12}'))
    reply = ask_once(make_provider(script))
    assert script.forms == ["json_schema", "json_object"]
    assert (reply.schema_ignored, reply.text) == (True, '{"deaths": 12}')


def test_free_text_has_no_ladder() -> None:
    script = Script(completion("Twelve died in Karsk."))
    reply = ask_once(make_provider(script), ask_for(schema=None))
    assert (reply.text, reply.schema_ignored, script.forms) == ("Twelve died in Karsk.", False, ["text"])


def test_one_rung_alone_for_a_probe() -> None:
    script, memory = Script(refusal(400, "json_object is not supported")), PassingMemory()
    provider = make_provider(script, memory=memory)
    with pytest.raises(errors.UnsupportedError):
        asyncio.run(provider.ask_with(ask_for(), Abilities(form="json_object")))
    assert script.forms == ["json_object"]
    assert memory.get(abilities_key("http://models.test/v1", "small-1")) is None
