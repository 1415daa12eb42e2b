import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from counterclaim.core import errors
from counterclaim.outside.faults import Answer, Question, hide_key, is_page, read_fault
from endpoint_stub import HTML, KEY, ask_for

SENT = ("response_format", "max_completion_tokens", "seed", "temperature")
QUESTION = Question(ask_for(), "http://models.test/v1", SENT, SecretStr(KEY))

HIDDEN = [
    pytest.param(f"key {KEY}, twice {KEY}", "key ***, twice ***", id="whole"),
    pytest.param("provided: sk-te**********d1e0.", "provided: ***.", id="masked"),
    pytest.param("Bearer abcdefghijk was sent", "*** was sent", id="bearer"),
    pytest.param("gsk_AbCdEf123456 is old", "*** is old", id="another-prefix"),
    pytest.param("the key provided is unknown", "the key provided is unknown", id="just-words"),
    pytest.param("risk-averse task-based", "risk-averse task-based", id="words-with-hyphens"),
]


@pytest.mark.parametrize(("text", "expected"), HIDDEN)
def test_hide_key(text: str, expected: str) -> None:
    assert hide_key(text, SecretStr(KEY)) == expected


def test_a_key_of_a_few_letters_is_no_secret_and_would_eat_the_words() -> None:
    assert hide_key("none of these", SecretStr("none")) == "none of these"


PAGES = [
    pytest.param(HTML, True, id="doctype"),
    pytest.param("\n <HTML lang=en>", True, id="html"),
    pytest.param("<!-- nginx -->\n<head>", True, id="comment"),
    pytest.param('{"error": "<html>"}', False, id="json"),
    pytest.param("<header>", False, id="another-tag"),
    pytest.param("", False, id="empty"),
]


@pytest.mark.parametrize(("body", "expected"), PAGES)
def test_is_page(body: str, *, expected: bool) -> None:
    assert is_page(body) is expected


NAMED = [
    pytest.param(
        400, "API key not valid. Please pass a valid API key.", errors.KeyRefusedError, id="key-as-400"
    ),
    pytest.param(400, "small-1 is not a valid model ID", errors.ModelUnknownError, id="model-as-400"),
    pytest.param(
        404, 'model "small-1" not found, try pulling it first', errors.ModelUnknownError, id="model-to-pull"
    ),
    pytest.param(404, "File Not Found", errors.EndpointError, id="route"),
    pytest.param(403, "Your credit balance is too low", errors.QuotaSpentError, id="no-credit-as-403"),
    pytest.param(429, "Rate limit reached for requests", errors.RateLimitedError, id="rate"),
    pytest.param(
        400,
        "the request exceeds the available context size (4096)",
        errors.PromptTooLongError,
        id="context-size",
    ),
    pytest.param(
        400, "max_tokens must be at least 1, got -186.", errors.PromptTooLongError, id="nothing-left-to-say"
    ),
    pytest.param(
        400,
        "filtered due to the prompt triggering the content management policy",
        errors.PromptFilteredError,
        id="policy",
    ),
    pytest.param(418, "I am a teapot", errors.RequestRefusedError, id="418"),
    pytest.param(425, "Too early", errors.ServerFaultError, id="425"),
    pytest.param(529, "Overloaded", errors.ServerFaultError, id="529"),
]


@pytest.mark.parametrize(("status", "message", "kind"), NAMED)
def test_a_fault_is_named_by_its_words_as_much_as_by_its_status(
    status: int, message: str, kind: type[errors.ModelError]
) -> None:
    for body in (
        {"error": {"message": message}},
        {"error": message},
        {"message": message, "object": "error"},
    ):
        error = read_fault(Answer(status, json.dumps(body)), QUESTION)
        assert type(error) is kind
        assert error.source == "digest karsk-mine"
    assert type(read_fault(Answer(status, message), QUESTION)) is kind


def test_a_page_is_not_quoted() -> None:
    assert "Welcome" not in str(read_fault(Answer(500, HTML), QUESTION))
    assert isinstance(read_fault(Answer(400, HTML), QUESTION), errors.EndpointError)


def test_a_page_says_nothing_about_parameters() -> None:
    page = HTML.replace("It works", "response_format is not supported")
    assert isinstance(read_fault(Answer(404, page), QUESTION), errors.EndpointError)


def test_only_what_was_sent_can_be_unsupported() -> None:
    body = json.dumps({"error": {"message": "Unknown name 'seed'", "param": "seed"}})
    assert isinstance(read_fault(Answer(400, body), QUESTION), errors.UnsupportedError)
    assert type(read_fault(Answer(400, body), QUESTION._replace(parameters=()))) is errors.RequestRefusedError


def test_the_first_parameter_named_is_the_culprit() -> None:
    body = json.dumps(
        {"error": {"message": "max_completion_tokens is not supported; lower temperature instead"}}
    )
    error = read_fault(Answer(400, body), QUESTION)
    assert isinstance(error, errors.UnsupportedError)
    assert error.parameter == "max_completion_tokens"


def test_what_a_relay_says_of_its_source_is_read() -> None:
    said = {
        "error": {
            "message": "Provider returned error",
            "metadata": {"raw": '{"error": "json_schema is not supported"}'},
        }
    }
    error = read_fault(Answer(400, json.dumps(said)), QUESTION)
    assert isinstance(error, errors.UnsupportedError)
    assert error.parameter == "response_format"


def test_a_key_that_is_refused_is_told_apart_from_none() -> None:
    refused = read_fault(Answer(401, ""), QUESTION)
    missing = read_fault(Answer(401, ""), QUESTION._replace(key=None, key_variable="OTHER_KEY"))
    assert "does not accept the key" in str(refused)
    assert "asks for a key" in str(missing)
    assert "set OTHER_KEY" in str(missing)


def test_a_401_quotes_nothing() -> None:
    assert "hunter2" not in str(
        read_fault(Answer(401, '{"error": {"message": "no such key: hunter2"}}'), QUESTION)
    )


@pytest.mark.parametrize(
    "body", ["a" * 100_000, "model " * 20_000, "***" * 30_000, "<!--" * 25_000, "sk-" * 30_000]
)
def test_a_hostile_body_takes_no_time(body: str) -> None:
    start = time.perf_counter()
    error = read_fault(Answer(400, body), QUESTION)
    assert time.perf_counter() - start < 2
    assert len(str(error)) < 1000


@given(st.integers(300, 599), st.text(max_size=100))
def test_any_answer_has_a_name_and_a_remedy(status: int, body: str) -> None:
    error = read_fault(Answer(status, body + KEY), QUESTION)
    assert error.remedy
    assert KEY not in str(error)
    assert str(error).isprintable()


def leaves(kind: type[errors.CounterclaimError]) -> list[type[errors.CounterclaimError]]:
    return [leaf for child in kind.__subclasses__() for leaf in [child, *leaves(child)]]


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = errors.__doc__ or ""
    assert all(f" {kind.__name__} " in drawn for kind in leaves(errors.ModelError))
