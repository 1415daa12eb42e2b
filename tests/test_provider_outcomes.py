import traceback

import httpx2
import pytest
from pydantic import SecretStr

from counterclaim.core import errors
from counterclaim.outside.provider import Endpoint
from endpoint_stub import HTML, KEY, Script, ask_once, assert_clean, completion, make_provider, refusal

QUOTA = "You exceeded your current quota, please check your plan."
OUTCOMES = [
    # response, error, part of the message, requests sent
    pytest.param(completion(""), errors.ReplyEmptyError, "no text", 1, id="empty-text"),
    pytest.param(
        httpx2.Response(200, json={"choices": []}), errors.ReplyEmptyError, "no choices", 1, id="no-choices"
    ),
    pytest.param(
        httpx2.Response(200, text="{..."), errors.ReplyUnreadableError, "not JSON", 1, id="not-json"
    ),
    pytest.param(httpx2.Response(200, text=""), errors.ReplyUnreadableError, "empty", 1, id="empty-body"),
    pytest.param(httpx2.Response(200, text=HTML), errors.EndpointError, "/v1", 1, id="200-with-a-page"),
    pytest.param(
        httpx2.Response(404, text=HTML), errors.EndpointError, "OPENAI_BASE_URL", 1, id="404-with-a-page"
    ),
    pytest.param(
        httpx2.Response(404, json={"detail": "Not Found"}), errors.EndpointError, "404", 1, id="404-no-route"
    ),
    pytest.param(
        httpx2.Response(301, headers={"location": "https://elsewhere.test/v1/chat/completions"}),
        errors.EndpointError,
        "301",
        1,
        id="redirect",
    ),
    pytest.param(refusal(405, "Method Not Allowed"), errors.EndpointError, "405", 1, id="405"),
    pytest.param(
        refusal(
            404, "The model `small-1` does not exist or you do not have access to it.", code="model_not_found"
        ),
        errors.ModelUnknownError,
        "'small-1'",
        1,
        id="404-model",
    ),
    pytest.param(
        refusal(401, f"Incorrect API key provided: {KEY}."),
        errors.KeyRefusedError,
        "OPENAI_API_KEY",
        1,
        id="401",
    ),
    pytest.param(
        refusal(403, "Country not supported"), errors.KeyRefusedError, "Country not supported", 1, id="403"
    ),
    pytest.param(
        refusal(429, QUOTA, code="insufficient_quota"),
        errors.QuotaSpentError,
        "quota",
        1,
        id="insufficient-quota",
    ),
    pytest.param(refusal(402, "Insufficient Balance"), errors.QuotaSpentError, "credit", 1, id="402"),
    pytest.param(refusal(429, "Slow down"), errors.RateLimitedError, "Slow down", 3, id="429"),
    pytest.param(refusal(500, "Internal error"), errors.ServerFaultError, "500", 3, id="500"),
    pytest.param(httpx2.Response(502, text=HTML), errors.ServerFaultError, "502", 3, id="502-with-a-page"),
    pytest.param(refusal(503, "Loading model"), errors.ServerFaultError, "Loading model", 3, id="503"),
    pytest.param(refusal(408, "Request timeout"), errors.ServerFaultError, "408", 3, id="408"),
    pytest.param(refusal(409, "Conflict"), errors.ServerFaultError, "409", 3, id="409"),
    pytest.param(
        httpx2.Response(200, json={"error": {"message": "Upstream is overloaded", "code": 503}}),
        errors.ServerFaultError,
        "overloaded",
        3,
        id="error-inside-a-200",
    ),
    pytest.param(httpx2.ReadTimeout("slow"), errors.ModelTimeoutError, "within 5 s", 3, id="time-out"),
    pytest.param(httpx2.ReadError("cut"), errors.ConnectionLostError, "was cut", 3, id="cut"),
    pytest.param(
        httpx2.ConnectError("All connection attempts failed"),
        errors.ConnectionLostError,
        "All connection attempts failed",
        3,
        id="refused",
    ),
    pytest.param(refusal(400, "messages: bad role"), errors.RequestRefusedError, "bad role", 1, id="400"),
    pytest.param(
        refusal(400, "This model's maximum context length is 4097 tokens.", code="context_length_exceeded"),
        errors.PromptTooLongError,
        "4097",
        1,
        id="context",
    ),
    pytest.param(refusal(413, "Too big"), errors.PromptTooLongError, "passages", 1, id="413"),
    pytest.param(
        refusal(400, "Filtered.", code="content_filter", param="prompt"),
        errors.PromptFilteredError,
        "content filter",
        1,
        id="prompt-filtered",
    ),
]


@pytest.mark.parametrize(("reaction", "kind", "words", "sent"), OUTCOMES)
def test_outcomes_that_are_errors(
    reaction: httpx2.Response | Exception, kind: type[errors.ModelError], words: str, sent: int
) -> None:
    script = Script(reaction)
    with pytest.raises(errors.ModelError) as caught:
        ask_once(make_provider(script))
    error = caught.value
    assert type(error) is kind
    assert words in str(error)
    assert error.remedy
    assert isinstance(error, errors.EndpointError) or "digest karsk-mine" in str(error)
    assert len(script.bodies) == sent
    assert error.retryable == issubclass(kind, errors.PassingError | errors.ReplyError)


@pytest.mark.parametrize(("reaction", "kind", "words", "sent"), OUTCOMES)
def test_the_key_is_nowhere(
    reaction: httpx2.Response | Exception, kind: type[errors.ModelError], words: str, sent: int
) -> None:
    with pytest.raises(kind) as caught:
        ask_once(make_provider(Script(reaction)))
    assert words
    assert sent
    assert KEY not in "".join(traceback.format_exception(caught.value))
    assert_clean(caught.value)


@pytest.mark.parametrize(
    "response",
    [
        pytest.param(refusal(400, f"You sent Authorization: Bearer {KEY}"), id="400"),
        pytest.param(refusal(404, f"no model small-1 for {KEY}"), id="404"),
        pytest.param(httpx2.Response(500, text=f"dump: {KEY} {KEY}"), id="500-text"),
        pytest.param(refusal(429, "limit", headers={"retry-after": "1"}, type=KEY), id="429"),
        pytest.param(httpx2.Response(200, json={"error": {"message": f"key {KEY}", "code": 429}}), id="200"),
        pytest.param(refusal(403, f"{KEY} may not"), id="403"),
        pytest.param(httpx2.ConnectError(f"TLS with {KEY} failed"), id="connect"),
        pytest.param(httpx2.LocalProtocolError(f"Illegal header value b'Bearer {KEY}'"), id="header"),
    ],
)
def test_a_server_that_repeats_the_key(response: httpx2.Response | Exception) -> None:
    with pytest.raises(errors.ModelError) as caught:
        ask_once(make_provider(Script(response)))
    assert_clean(caught.value)


def test_no_repr_shows_the_key() -> None:
    endpoint = Endpoint(base_url="http://u:pass@models.test/v1?t=secret", key=SecretStr(KEY))
    provider = make_provider(Script(completion()))
    assert KEY not in f"{endpoint!r} {provider!r} {vars(provider)!r} {endpoint.model_dump_json()}"
    assert endpoint.address == "http://models.test/v1"


def test_control_signs_of_a_server_do_not_reach_a_message() -> None:
    with pytest.raises(errors.RequestRefusedError) as caught:
        ask_once(make_provider(Script(refusal(400, "bad\x1b[2J\u202e\nrequest" + "x" * 1000))))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 500
