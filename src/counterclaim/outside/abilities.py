"""What an endpoint and model can do, and the request in those terms (room: the endpoint's edge; pure but `Memory`).

The ladder of the reply's form: a strict JSON schema; any JSON object, with the schema written in the prompt; plain
text with the schema in the prompt. The limit of tokens has two spellings. `seed` and `temperature` can be left out.
Every step is remembered for the endpoint and model, so that it is made once.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Literal, assert_never

from pydantic import ValidationError

from counterclaim.core.model import Json, Memory, Message, ModelRequest, canonical_json
from counterclaim.core.records import Record
from counterclaim.outside.schemas import flatten_schema

Form = Literal["json_schema", "json_object", "text"]
Limit = Literal["max_completion_tokens", "max_tokens"]
Option = Literal["seed", "temperature"]

_NOT_A_NAME = re.compile(r"[^A-Za-z0-9_-]")
_INSTRUCTION = (
    "Answer with one JSON object and nothing else: no code fence, nothing before or after it."
    " It follows this JSON schema, every property present:\n"
)


class Abilities(Record):
    """How to ask one model at one endpoint. The default is the top of the ladder."""

    form: Form = "json_schema"
    limit: Limit = "max_completion_tokens"
    dropped: tuple[Option, ...] = ()


class PassingMemory:
    """A `Memory` that lasts as long as its object, for a run without a cache.

    >>> memory = PassingMemory()
    >>> memory.set("a", "1")
    >>> memory.get("a"), memory.get("b")
    ('1', None)
    """

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """Return the value, or None where there is none."""
        return self._values.get(key)

    def set(self, key: str, value: str) -> None:
        """Put a value, replacing any."""
        self._values[key] = value


def abilities_key(address: str, model: str) -> str:
    """The key of a memory for one endpoint and model. Hashed: a cache need not tell whom its owner talks to.

    >>> abilities_key("http://localhost:8080/v1", "m") == abilities_key("http://localhost:8080/v1/", "m")
    True
    """
    return "abilities:" + sha256(canonical_json([address.rstrip("/"), model]).encode()).hexdigest()


def recall_abilities(memory: Memory, key: str) -> Abilities:
    """What was remembered; the top of the ladder where nothing was, or nothing that can be read."""
    known = memory.get(key)
    try:
        return Abilities.model_validate_json(known) if known else Abilities()
    except ValidationError:
        return Abilities()


def step_down(abilities: Abilities, parameter: str) -> Abilities | None:
    """The abilities without a parameter that the server does not know; None where it cannot be done without.

    The limit has no lower step but another spelling, either way: a model may come to want the newer one.

    >>> step_down(Abilities(), "response_format").form
    'json_object'
    >>> step_down(Abilities(form="text"), "response_format") is None
    True
    """
    match parameter:
        case "response_format":
            return step_down_form(abilities)
        case "max_completion_tokens":
            return abilities.model_copy(update={"limit": "max_tokens"})
        case "max_tokens":
            return abilities.model_copy(update={"limit": "max_completion_tokens"})
        case "seed" | "temperature" if parameter not in abilities.dropped:
            return abilities.model_copy(update={"dropped": tuple(sorted({*abilities.dropped, parameter}))})
        case _:
            return None


def step_down_form(abilities: Abilities) -> Abilities | None:
    """The next lower form of the reply; None from plain text."""
    match abilities.form:
        case "json_schema":
            return abilities.model_copy(update={"form": "json_object"})
        case "json_object":
            return abilities.model_copy(update={"form": "text"})
        case "text":
            return None
        case _:
            assert_never(abilities.form)


def write_body(request: ModelRequest, abilities: Abilities) -> dict[str, Json]:
    """Write the body of the HTTP request: the request in terms of what the server can do.

    >>> request = ModelRequest(model="m", messages=(Message(role="user", content="hi"),), max_tokens=9)
    >>> write_body(request, Abilities(limit="max_tokens", dropped=("temperature",)))
    {'model': 'm', 'messages': [{'role': 'user', 'content': 'hi'}], 'max_tokens': 9}
    """
    messages, body = request.messages, dict[str, Json]()
    if request.response_schema is not None:
        schema = flatten_schema(request.response_schema)
        body = _write_form(schema, request.schema_name or "reply", abilities.form)
        if abilities.form != "json_schema":
            messages = add_schema(messages, schema)
    if request.max_tokens is not None:
        body[abilities.limit] = request.max_tokens
    if request.temperature is not None and "temperature" not in abilities.dropped:
        body["temperature"] = request.temperature
    if request.seed is not None and "seed" not in abilities.dropped:
        body["seed"] = request.seed
    said: list[Json] = [{"role": message.role, "content": message.content} for message in messages]
    return {"model": request.model, "messages": said, **body}


def _write_form(schema: dict[str, Json], name: str, form: Form) -> dict[str, Json]:
    match form:
        case "json_schema":
            named: dict[str, Json] = {
                "name": _NOT_A_NAME.sub("_", name)[:64],
                "strict": True,
                "schema": schema,
            }
            return {"response_format": {"type": "json_schema", "json_schema": named}}
        case "json_object":
            return {"response_format": {"type": "json_object"}}
        case "text":
            return {}
        case _:
            assert_never(form)


def add_schema(messages: tuple[Message, ...], schema: Mapping[str, Json]) -> tuple[Message, ...]:
    """Write a schema into the prompt, at the end of the system's words, which the server may have cached.

    >>> [m.role for m in add_schema((Message(role="user", content="hi"),), {"type": "object"})]
    ['system', 'user']
    """
    words = _INSTRUCTION + canonical_json(dict(schema))
    for place, message in enumerate(messages):
        if message.role == "system":
            told = message.model_copy(update={"content": f"{message.content}\n\n{words}"})
            return (*messages[:place], told, *messages[place + 1 :])
    return (Message(role="system", content=words), *messages)
