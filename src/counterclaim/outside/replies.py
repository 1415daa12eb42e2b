"""Reading the body of a chat completion: its text, how it ended, its tokens (room: the endpoint's edge; pure).

The provider reads a body that has just come, the store one that came long ago; both by the same function, so that a
replayed reply is the reply. Whatever a server puts into a body ends as a `ModelReply` or as a named error.
Source: https://platform.openai.com/docs/api-reference/chat/object, and what other servers make of it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus

from counterclaim.core.errors import ModelError, ReplyEmptyError, ReplyUnreadableError
from counterclaim.core.model import Finish, Json, ModelReply, ModelRequest, TokenUsage
from counterclaim.outside.faults import Answer, Question, is_page, no_endpoint, read_fault
from counterclaim.outside.schemas import Schema, fits_schema, flatten_schema, parse_json

_REASONING = re.compile(r"\s*<(think|thinking|reasoning)>", re.IGNORECASE)
_REASONED = re.compile(_REASONING.pattern + r".*</\1>", re.IGNORECASE | re.DOTALL)
_ERROR_CODE = re.compile("[45][0-9]{2}")
_CUT = frozenset({"length", "max_tokens", "model_length"})
_FILTERED = frozenset({"content_filter", "content-filter", "safety", "recitation"})
_DECODER = json.JSONDecoder()
_MOST_STARTS = 64
_MOST_TOKENS = 10**12
_LONGEST_NAME = 120


def read_reply(raw: str, question: Question) -> ModelReply:
    """Read a body that came with status 200.

    Raises:
        ReplyUnreadableError: The body is no chat completion.
        EndpointError: It is a web page.
        ReplyEmptyError: It is one, without choices or without text.
        ModelError: It is an error in a reply that says 200 (some relays answer so); named by its own code.

    >>> from counterclaim.core.model import ModelRequest
    >>> body = '{"choices": [{"finish_reason": "stop", "message": {"content": "Hello."}}]}'
    >>> read_reply(body, Question(ModelRequest(model="m", messages=()))).text
    'Hello.'
    """
    body = parse_json(raw)
    if not isinstance(body, dict):
        raise _unreadable(raw, question)
    choices = body.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    fault = body.get("error") or (choice.get("error") if isinstance(choice, dict) else None)
    if fault and (choice is None or not _has_text(choice)):
        raise read_fault(Answer(status=_status_of(fault), body=json.dumps({"error": fault})), question)
    if choices is None:
        raise _unreadable(raw, question)
    if not isinstance(choice, dict):
        raise _empty("the reply has no choices", question)
    said = {"usage": _read_usage(body.get("usage")), "model": _read_model(body.get("model"))}
    return _read_choice(choice, raw, question).model_copy(update=said)


def reread_reply(request: ModelRequest, raw: str) -> ModelReply:
    """Read a stored body again: `read_reply` without an endpoint.

    Raises:
        ModelError: As `read_reply`.
    """
    return read_reply(raw, Question(request))


def take_json(text: str, schema: Mapping[str, Json] | None = None) -> str | None:
    """Take the JSON object out of fences, reasoning or prose.

    Of several, the last that fits a flattened schema (drafts, examples and quotations come first), else the longest.

    >>> take_json('Sure! Here it is:' + chr(10) + '```json' + chr(10) + '{"a": 1}' + chr(10) + '```')
    '{"a": 1}'
    >>> take_json("I would rather not.") is None
    True
    """
    found = list(_objects(_strip_reasoning(text)))
    fitting = [source for source, value in found if schema is not None and fits_schema(value, schema)]
    return fitting[-1] if fitting else max((source for source, _ in found), key=len, default=None)


def _objects(text: str) -> Iterator[tuple[str, Json]]:
    """Every JSON object that stands in the text outside another one, with its source. Bounded: texts are hostile."""
    start = text.find("{")
    for _ in range(_MOST_STARTS):
        if start < 0:
            return
        try:
            _, end = _DECODER.raw_decode(text, start)
        except (ValueError, RecursionError):
            end = start + 1
        else:
            value = parse_json(text[start:end])
            if value is not None:
                yield text[start:end], value
        start = text.find("{", end)


def _strip_reasoning(text: str) -> str:
    """Up to the *last* closing mark: an article quoted in the reasoning must not be able to end it."""
    if (whole := _REASONED.match(text)) is not None:
        return text[whole.end() :]
    return "" if _REASONING.match(text) else text


def _read_choice(choice: Schema, raw: str, question: Question) -> ModelReply:
    message = choice.get("message")
    content = _text_of(message.get("content")) if isinstance(message, dict) else ""
    refusal = message.get("refusal") if isinstance(message, dict) else None
    if isinstance(refusal, str) and refusal.strip() and not content.strip():
        return ModelReply(text=_clean(refusal), finish="refusal", raw=raw)
    finish = _finish_of(choice.get("finish_reason"))
    if not content.strip() and finish == "stop":
        raise _empty("the reply has no text", question)
    schema = question.request.response_schema
    if schema is None:
        return ModelReply(text=_clean(content), finish=finish, raw=raw)
    return _read_structured(_clean(content), finish, raw, flatten_schema(schema))


def _read_structured(content: str, finish: Finish, raw: str, schema: Schema) -> ModelReply:
    found = take_json(content, schema)
    if finish == "stop":
        ignored = found is None or not fits_schema(parse_json(found), schema)
        return ModelReply(text=found or content, finish=finish, raw=raw, schema_ignored=ignored)
    if finish == "length" and (found is None or not fits_schema(parse_json(found), schema)):
        # What is whole in a reply that was cut is read by the caller: hand it over from its first brace on.
        answer = _strip_reasoning(content)
        found = answer[start:] if (start := answer.find("{")) >= 0 else None
    return ModelReply(text=found or content, finish=finish, raw=raw)


def _text_of(content: Json) -> str:
    """Some servers send the text in parts, with the model's reasoning as parts of another type."""
    if isinstance(content, list):
        parts = [part for part in content if isinstance(part, dict) and part.get("type") == "text"]
        return "".join(text for part in parts if isinstance(text := part.get("text"), str))
    return content if isinstance(content, str) else ""


def _has_text(choice: Json) -> bool:
    message = choice.get("message") if isinstance(choice, dict) else None
    failed = isinstance(choice, dict) and choice.get("finish_reason") == "error"
    return not failed and isinstance(message, dict) and bool(_text_of(message.get("content")).strip())


def _finish_of(reason: Json) -> Finish:
    said = reason.lower() if isinstance(reason, str) else ""
    if said in _CUT:
        return "length"
    return "content_filter" if said in _FILTERED else "stop"


def _clean(text: str) -> str:
    """Half a surrogate pair is valid in JSON and nowhere else; it would fail later, where the text is written."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _read_usage(usage: Json) -> TokenUsage:
    if not isinstance(usage, dict):
        return TokenUsage()
    return TokenUsage(
        input_tokens=_count(usage.get("prompt_tokens")), output_tokens=_count(usage.get("completion_tokens"))
    )


def _read_model(name: Json) -> str | None:
    """The name of the model in a reply; of a file, without its folder."""
    if not isinstance(name, str) or not name.strip():
        return None
    shown = _clean(name).strip()[:_LONGEST_NAME]
    return shown.replace("\\", "/").rsplit("/", 1)[-1] if shown.endswith(".gguf") else shown


def _count(value: Json) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _MOST_TOKENS:
        return None
    return int(value)


def _status_of(fault: Json) -> int:
    """The status that an error inside a 200 would have had; 502 where it does not say: the relay's source failed."""
    code = fault.get("code") if isinstance(fault, dict) else None
    return (
        int(code)
        if isinstance(code, int | str) and _ERROR_CODE.fullmatch(str(code))
        else HTTPStatus.BAD_GATEWAY
    )


def _empty(what: str, question: Question) -> ReplyEmptyError:
    return ReplyEmptyError(what, source=question.name, remedy="ask again, or try another model")


def _unreadable(raw: str, question: Question) -> ModelError:
    if is_page(raw):
        return no_endpoint("a web page answers", question)
    other = "JSON of something else" if parse_json(raw) is not None else "not JSON"
    kind = other if raw.strip() else "empty"
    return ReplyUnreadableError(
        f"the body of the reply is {kind}, not a chat completion{question.place}",
        source=question.name,
        remedy="check that OPENAI_BASE_URL names an OpenAI-compatible API, and ask again",
    )
