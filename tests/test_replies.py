import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core import errors
from counterclaim.core.model import Json, TokenUsage
from counterclaim.outside.faults import Question
from counterclaim.outside.replies import read_reply, reread_reply, take_json
from counterclaim.outside.schemas import flatten_schema
from endpoint_stub import GOOD, SCHEMA, ask_for, completion

FLAT = flatten_schema(SCHEMA)
STRUCTURED, FREE = Question(ask_for()), Question(ask_for(schema=None))

TAKEN = [
    pytest.param(GOOD, GOOD, id="bare"),
    pytest.param(f"\n  {GOOD}\n", GOOD, id="spaces"),
    pytest.param(f"```json\n{GOOD}\n```", GOOD, id="fence"),
    pytest.param(f"```\n{GOOD}\n```\nDone.", GOOD, id="fence-without-language"),
    pytest.param(f"Here [1] it is: {GOOD} I hope (it) helps.", GOOD, id="prose"),
    pytest.param(f"<think>Is it {{'toll'}} or {{}}?</think>\n{GOOD}", GOOD, id="reasoning"),
    pytest.param(f'<think>{{"toll": 1, "place": "X"}}</think>{GOOD}', GOOD, id="json-in-the-reasoning"),
    pytest.param(f'An example is {{"toll": "n", "place": "p"}}. {GOOD}', GOOD, id="example-first"),
    pytest.param(
        f'{GOOD}\n{{"note": "a longer object that is not what was asked for"}}',
        GOOD,
        id="fitting-before-longer",
    ),
    pytest.param('{"a": 1} {"a": 1, "b": 2}', '{"a": 1, "b": 2}', id="longest-when-none-fits"),
    pytest.param('{"text": "a } and a { inside"}', '{"text": "a } and a { inside"}', id="braces-in-strings"),
    pytest.param(f'{{"toll": 1, "place": "draft"}} No, wait: {GOOD}', GOOD, id="last-of-two-that-fit"),
    pytest.param(
        f'<think>It says </think> {{"toll": 9, "place": "Q"}}.</think>{GOOD}',
        GOOD,
        id="a-quoted-end-of-reasoning",
    ),
    pytest.param(f"<THINK>İİİ</think>{GOOD}", GOOD, id="reasoning-in-capitals"),
    pytest.param('{"a": ' * 150 + "1" + "}" * 150, None, id="nested-too-deep"),
    pytest.param("{toll: 12}", None, id="no-json"),
    pytest.param("<think>unfinished {", None, id="reasoning-without-end"),
    pytest.param("", None, id="empty"),
    pytest.param("[1, 2]", None, id="array"),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN)
def test_take_json(text: str, expected: str | None) -> None:
    assert take_json(text, FLAT) == expected


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000,
        '{"a":' * 25_000,
        "[{" * 50_000,
        '{"' * 50_000,
        "<think>" * 15_000,
        '{"a": "' + "x" * 99_000,
    ],
)
def test_a_hostile_text_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    assert take_json(text, FLAT) is None
    assert time.perf_counter() - start < 2


@given(st.text(alphabet=st.characters(exclude_characters="{}<"), max_size=50), st.text(max_size=50))
def test_json_in_any_prose_is_found(before: str, after: str) -> None:
    assert take_json(f"{before}{GOOD}{after}", FLAT) == GOOD


def body(**choice: Json) -> str:
    return json.dumps({"choices": [choice]})


READ = [
    pytest.param(completion().text, GOOD, "stop", False, id="plain"),
    pytest.param(completion(f"```json\n{GOOD}\n```").text, GOOD, "stop", False, id="fenced"),
    pytest.param(completion("No.").text, "No.", "stop", True, id="prose"),
    pytest.param(completion('{"toll": 1}').text, '{"toll": 1}', "stop", True, id="a-name-is-missing"),
    pytest.param(
        completion('Well: {"toll": 1, "pla', finish="length").text,
        '{"toll": 1, "pla',
        "length",
        False,
        id="cut",
    ),
    pytest.param(
        completion(f"{GOOD} and so", finish="length").text, GOOD, "length", False, id="cut-after-the-json"
    ),
    pytest.param(completion("Let me", finish="length").text, "Let me", "length", False, id="cut-in-prose"),
    pytest.param(
        completion("<think>hm", finish="length").text, "<think>hm", "length", False, id="cut-in-thought"
    ),
    pytest.param(completion("", finish="max_tokens").text, "", "length", False, id="another-word-for-length"),
    pytest.param(completion(GOOD, finish=None).text, GOOD, "stop", False, id="no-finish"),
    pytest.param(completion(GOOD, finish="eos").text, GOOD, "stop", False, id="unknown-finish"),
    pytest.param(
        completion("par", finish="content_filter").text, "par", "content_filter", False, id="filtered"
    ),
    pytest.param(
        completion("", finish="SAFETY").text, "", "content_filter", False, id="another-word-for-filtered"
    ),
    pytest.param(completion(GOOD, refusal="").text, GOOD, "stop", False, id="empty-refusal"),
    pytest.param(completion(None, refusal="No, thanks.").text, "No, thanks.", "refusal", False, id="refusal"),
    pytest.param(
        completion([{"type": "thinking", "text": "{}"}, {"type": "text", "text": GOOD}, "x"]).text,
        GOOD,
        "stop",
        False,
        id="parts",
    ),
]


@pytest.mark.parametrize(("raw", "text", "finish", "ignored"), READ)
def test_read_reply(raw: str, text: str, finish: str, *, ignored: bool) -> None:
    reply = read_reply(raw, STRUCTURED)
    assert (reply.text, reply.finish, reply.schema_ignored, reply.raw) == (text, finish, ignored, raw)


def test_a_stored_body_reads_as_it_did() -> None:
    raw = completion().text
    assert reread_reply(ask_for(), raw) == read_reply(raw, STRUCTURED)


def test_free_text_is_left_alone() -> None:
    assert read_reply(completion(f"See {GOOD}.").text, FREE).text == f"See {GOOD}."


USAGE = [
    pytest.param({"prompt_tokens": 5, "completion_tokens": 2}, (5, 2), id="both"),
    pytest.param({"prompt_tokens": 5}, (5, None), id="one"),
    pytest.param({"prompt_tokens": "5", "completion_tokens": True}, (None, None), id="no-numbers"),
    pytest.param({"prompt_tokens": -1, "completion_tokens": 10**15}, (None, None), id="impossible"),
    pytest.param({"prompt_tokens": 5.0, "completion_tokens": None}, (5, None), id="float"),
    pytest.param([1], (None, None), id="list"),
]


@pytest.mark.parametrize(("usage", "expected"), USAGE)
def test_usage(usage: Json, expected: tuple[int | None, int | None]) -> None:
    counted = read_reply(completion(usage=usage).text, STRUCTURED).usage
    assert counted == TokenUsage(input_tokens=expected[0], output_tokens=expected[1])


NO_REPLY = [
    pytest.param("", errors.ReplyUnreadableError, "empty", id="empty"),
    pytest.param("  \n", errors.ReplyUnreadableError, "empty", id="blank"),
    pytest.param("{", errors.ReplyUnreadableError, "not JSON", id="not-json"),
    pytest.param("[]", errors.ReplyUnreadableError, "something else", id="a-list"),
    pytest.param('{"id": 1}', errors.ReplyUnreadableError, "something else", id="another-object"),
    pytest.param("[" * 99_999, errors.ReplyUnreadableError, "not JSON", id="nested"),
    pytest.param("<html>", errors.EndpointError, "web page", id="page"),
    pytest.param("<!-- x --><!doctype html>", errors.EndpointError, "web page", id="page-with-a-comment"),
    pytest.param('{"choices": []}', errors.ReplyEmptyError, "no choices", id="no-choices"),
    pytest.param('{"choices": {}}', errors.ReplyEmptyError, "no choices", id="choices-of-another-kind"),
    pytest.param('{"choices": [null]}', errors.ReplyEmptyError, "no choices", id="null-choice"),
    pytest.param(body(), errors.ReplyEmptyError, "no text", id="no-message"),
    pytest.param(body(message={"content": None}), errors.ReplyEmptyError, "no text", id="null-text"),
    pytest.param(body(message={"content": " \n"}), errors.ReplyEmptyError, "no text", id="blank-text"),
    pytest.param(body(message={"content": [7]}), errors.ReplyEmptyError, "no text", id="parts-without-text"),
    pytest.param('{"error": "busy"}', errors.ServerFaultError, "busy", id="bare-error"),
    pytest.param('{"error": {"message": "m", "code": "429"}}', errors.RateLimitedError, "m", id="error-429"),
    pytest.param('{"error": {"message": "m", "code": 200}}', errors.ServerFaultError, "m", id="error-200"),
    pytest.param(
        '{"error": {"message": "m", "code": "overloaded"}}', errors.ServerFaultError, "m", id="error-word"
    ),
    pytest.param(
        body(
            message={"content": "par"}, finish_reason="error", error={"message": "upstream died", "code": 502}
        ),
        errors.ServerFaultError,
        "upstream died",
        id="error-in-the-choice",
    ),
]


@pytest.mark.parametrize(("raw", "kind", "words"), NO_REPLY)
def test_no_reply(raw: str, kind: type[errors.ModelError], words: str) -> None:
    with pytest.raises(errors.ModelError, match=words) as caught:
        read_reply(raw, STRUCTURED)
    assert type(caught.value) is kind


def test_a_reply_with_a_warning_beside_it_is_a_reply() -> None:
    both = json.loads(completion().text) | {"error": {"message": "deprecated"}}
    assert read_reply(json.dumps(both), STRUCTURED).text == GOOD


def test_half_a_surrogate_pair_does_not_get_through() -> None:
    reply = read_reply(body(message={"content": "a \ud83d b \U0001f600"}), FREE)
    assert reply.text == "a \ufffd b \U0001f600"
    assert reply.text.encode()


def name_outcome(raw: str) -> str:
    try:
        return read_reply(raw, STRUCTURED).finish
    except errors.ModelError as error:
        return type(error).__name__ if error.remedy else "without a remedy"


@given(st.text(max_size=200))
def test_any_text_is_a_reply_or_a_named_error(raw: str) -> None:
    assert name_outcome(raw) in {"stop", "length", "refusal", "content_filter"} or name_outcome(raw).endswith(
        "Error"
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["choices", "message", "content", "error", "code", "usage", "refusal", "finish_reason"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


@given(JSON)
def test_any_json_is_a_reply_or_a_named_error(value: Json) -> None:
    raw = json.dumps(value)
    assert name_outcome(raw) in {"stop", "length", "refusal", "content_filter"} or name_outcome(raw).endswith(
        "Error"
    )
