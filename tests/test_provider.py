import asyncio
import json
import subprocess
import sys

import httpx2
import pytest
from pydantic import SecretStr

from counterclaim.core import errors
from counterclaim.core.model import ModelRequest, TokenUsage
from counterclaim.outside.connection import Endpoint
from counterclaim.outside.provider import Provider
from counterclaim.outside.retries import Pace
from endpoint_stub import (
    GOOD,
    HTML,
    KEY,
    NOON,
    Naps,
    Script,
    ask_for,
    ask_once,
    completion,
    make_provider,
    refusal,
)


def test_a_reply_is_read_and_the_request_is_strict() -> None:
    script = Script(completion())
    reply = ask_once(make_provider(script), ask_for(seed=7, max_tokens=300))
    assert (reply.text, reply.finish, reply.schema_ignored) == (GOOD, "stop", False)
    assert reply.usage == TokenUsage(input_tokens=40, output_tokens=9)
    (body,) = script.bodies
    assert body["max_completion_tokens"] == 300
    assert (body["seed"], body["temperature"], "max_tokens" in body) == (7, 0.0, False)
    assert body["response_format"] == {
        "type": "json_schema",
        "json_schema": {
            "name": "reply",
            "strict": True,
            "schema": {
                "type": "object",
                "properties": {"toll": {"type": "integer"}, "place": {"type": "string"}},
                "required": ["toll", "place"],
                "additionalProperties": False,
            },
        },
    }
    assert script.headers[0]["authorization"] == f"Bearer {KEY}"


def test_the_body_is_kept_before_it_is_read() -> None:
    kept: list[tuple[str, str]] = []
    script = Script(httpx2.Response(200, text="oops, not JSON"))
    provider = make_provider(script, keep=lambda request, raw: kept.append((request.slug, raw)))
    with pytest.raises(errors.ReplyUnreadableError):
        ask_once(provider)
    assert kept == [("karsk-mine", "oops, not JSON")]


def test_a_keeper_that_fails_is_heard() -> None:
    def fail(_request: ModelRequest, _raw: str) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        ask_once(make_provider(Script(completion()), keep=fail))


VALUES = [
    pytest.param(completion('{"toll": 1', finish="length"), "length", '{"toll": 1', id="truncated"),
    pytest.param(completion("", finish="length"), "length", "", id="truncated-before-the-first-word"),
    pytest.param(completion(None, refusal="I cannot help."), "refusal", "I cannot help.", id="refusal"),
    pytest.param(completion("", finish="content_filter"), "content_filter", "", id="content-filter"),
]


@pytest.mark.parametrize(("response", "finish", "text"), VALUES)
def test_outcomes_that_are_values(response: httpx2.Response, finish: str, text: str) -> None:
    script = Script(response)
    reply = ask_once(make_provider(script))
    assert (reply.finish, reply.text, reply.schema_ignored, len(script.bodies)) == (finish, text, False, 1)


def test_missing_usage_is_not_known() -> None:
    assert ask_once(make_provider(Script(completion(usage={})))).usage == TokenUsage()


@pytest.mark.parametrize(
    ("headers", "waits"),
    [
        pytest.param({"retry-after": "7"}, [7.5, 7.5], id="seconds"),
        pytest.param({"retry-after": "Sun, 12 Oct 2025 12:00:09 GMT"}, [9.5, 9.5], id="date"),
        pytest.param({"retry-after-ms": "250"}, [0.75, 0.75], id="milliseconds"),
        pytest.param({}, [0.5, 1.0], id="not-said"),
        pytest.param({"retry-after": "soon"}, [0.5, 1.0], id="unreadable"),
    ],
)
def test_how_long_a_429_waits(headers: dict[str, str], waits: list[float]) -> None:
    naps, busy = Naps(), refusal(429, "busy", headers=headers)
    script = Script(busy, busy, completion())
    assert ask_once(make_provider(script, naps=naps)).text == GOOD
    assert naps.taken == waits


def test_a_wait_longer_than_the_patience_is_not_begun() -> None:
    naps, script = Naps(), Script(refusal(429, "busy", headers={"retry-after": "3600"}))
    with pytest.raises(errors.RateLimitedError, match="asks to wait 3600 s") as caught:
        ask_once(make_provider(script, naps=naps))
    assert (naps.taken, len(script.bodies), caught.value.retry_after) == ([], 1, 3600.0)


def test_an_error_inside_a_200_passes() -> None:
    fault = httpx2.Response(200, json={"error": {"message": "busy", "code": 429}})
    assert ask_once(make_provider(Script(fault, completion()))).text == GOOD


@pytest.mark.parametrize(
    "url",
    [
        "",
        "models.test/v1",
        "ftp://models.test/v1",
        "http://",
        "http://[::1",
        "http://h:x/v1",
        "http://a b/v1",
        "http://a\n/",
    ],
)
def test_a_base_url_that_is_none(url: str) -> None:
    pace = Pace(sleep=Naps(), chance=lambda: 0.0, now=lambda: NOON)
    with pytest.raises(errors.EndpointError, match="OPENAI_BASE_URL"):
        Provider(Endpoint(base_url=url, key=SecretStr(KEY)), pace)


@pytest.mark.parametrize("key", ["sk-a b", "sk-caf\u00e9", "sk-a\nb", "sk-\x00"])
def test_a_key_that_no_header_takes(key: str) -> None:
    with pytest.raises(errors.KeyRefusedError, match="OPENAI_API_KEY") as caught:
        make_provider(Script(completion()), key=key)
    assert key not in str(caught.value)


def test_a_line_end_after_the_key_is_no_part_of_it() -> None:
    script = Script(completion())
    ask_once(make_provider(script, key=f" {KEY}\n"))
    assert script.headers[0]["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("key", [None, ""])
def test_without_a_key_none_of_the_environment_is_taken(key: str | None) -> None:
    script = Script(refusal(401, "Missing bearer"))
    with pytest.raises(errors.KeyRefusedError, match="asks for a key"):
        ask_once(make_provider(script, key=key))
    assert script.headers[0]["authorization"] == "Bearer none"


def test_models_are_listed() -> None:
    script = Script(
        httpx2.Response(200, json={"data": [{"id": "small-1"}, {"id": None}, "x", {"id": "big-2"}]})
    )
    assert asyncio.run(make_provider(script).list_models()) == ("small-1", "big-2")


@pytest.mark.parametrize("body", ["[]", HTML, '{"data": 1}'])
def test_no_list_of_models(body: str) -> None:
    with pytest.raises(errors.EndpointError, match="list of models"):
        asyncio.run(make_provider(Script(httpx2.Response(200, text=body))).list_models())


def test_the_sdk_is_imported_when_a_provider_is_made() -> None:
    code = "import sys, counterclaim.outside.provider as p; print('openai' in sys.modules or 'httpx2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_request_is_json_without_our_own_names() -> None:
    script = Script(completion())
    ask_once(make_provider(script))
    assert "karsk-mine" not in json.dumps(script.bodies)
