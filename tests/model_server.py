"""A loopback server that answers like a small, honest model, and logs every call it answers."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from counterclaim.core.model import Json, canonical_json

_SENTENCE = re.compile(r"^(\d+): (.*)$", re.MULTILINE)
_FIGURE = re.compile(r"\b\d[\d,]*\b")
_PAIRS = re.compile(r"^pairs: (.*)$", re.MULTILINE)


class Call(NamedTuple):
    """One request as it came. `key` tells equal ones; `form` is the rung of the ladder it was asked on."""

    key: str
    stage: str
    form: str
    body: dict[str, Json]


class ModelServer:
    """What the server knows: the calls that came and those whose answer was sent, in order."""

    def __init__(self, *, latency: float, forms: tuple[str, ...]) -> None:
        self.latency, self.forms = latency, forms
        self.url = ""
        self.received: list[Call] = []
        self.answered: list[Call] = []
        self.news = threading.Condition()
        self.answer: Callable[[Call], str | tuple[int, str]] = answer_call

    def wait_for(self, count: int, seconds: float = 60.0) -> bool:
        """Wait until so many calls have come."""
        with self.news:
            return self.news.wait_for(lambda: len(self.received) >= count, seconds)

    def stages(self) -> list[str]:
        """The stages of the calls that were answered, in order."""
        return [call.stage for call in self.answered]

    def reset(self) -> None:
        """Forget the calls."""
        with self.news:
            self.received, self.answered = [], []


@contextmanager
def serve_model(
    *, latency: float = 0.0, forms: tuple[str, ...] = ("json_schema", "json_object", "text")
) -> Iterator[ModelServer]:
    """Serve on a loopback port; a form that is not in `forms` is refused as a server without it does."""
    known = ModelServer(latency=latency, forms=forms)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._send(200, json.dumps({"data": [{"id": "stub-1"}]}))

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            call = read_call(body)
            with known.news:
                known.received.append(call)
                known.news.notify_all()
            time.sleep(known.latency)
            if call.form not in known.forms:
                self._send(
                    400, json.dumps({"error": {"message": "Not supported", "param": "response_format"}})
                )
                return
            said = known.answer(call)
            status, text = said if isinstance(said, tuple) else (200, complete(call, said))
            self._send(status, text)
            with known.news:
                if status == 200:
                    known.answered.append(call)
                known.news.notify_all()

        def _send(self, status: int, text: str) -> None:
            payload = text.encode()
            try:
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)
                self.wfile.flush()
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the base class
            """Nothing on standard error."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that was killed is what some tests are about."""

    with Server(("127.0.0.1", 0), Handler) as server:
        known.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield known
        finally:
            server.shutdown()
            thread.join()


def read_call(body: dict[str, Json]) -> Call:
    """What a request is, seen as a server sees it."""
    messages = body["messages"]
    assert isinstance(messages, list)
    words = _last_of_the_user(messages)
    format_ = body.get("response_format")
    form = str(format_["type"]) if isinstance(format_, dict) else "text"
    stages = {"<article>": "digest", "<threads>": "judge", "<register>": "bottom line"}
    stage = next((name for mark, name in stages.items() if mark in words), "other")
    if any(isinstance(one, dict) and one["role"] == "assistant" for one in messages):
        stage = "repair"
    said = [m["content"] for m in messages if isinstance(m, dict) and m["role"] == "user"]
    return Call(canonical_json([stage, *said]), stage, form, body)


def _last_of_the_user(messages: list[Json]) -> str:
    said = [str(one["content"]) for one in messages if isinstance(one, dict) and one["role"] == "user"]
    return said[0]


def words_of(call: Call) -> str:
    """The user's first message."""
    messages = call.body["messages"]
    assert isinstance(messages, list)
    return _last_of_the_user(messages)


def complete(call: Call, content: str, finish: str = "stop") -> str:
    """The body of a chat completion; a token is four characters here."""
    prompt = sum(len(str(one["content"])) for one in call.body["messages"] if isinstance(one, dict)) // 4  # type: ignore[union-attr]
    return json.dumps(
        {
            "object": "chat.completion",
            "choices": [
                {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content}}
            ],
            "usage": {"prompt_tokens": prompt, "completion_tokens": len(content) // 4},
        }
    )


def answer_call(call: Call) -> str:
    """A modest answer to every stage, from what the prompt shows."""
    words = words_of(call)
    if call.stage in {"digest", "repair"}:
        return json.dumps(digest_of(words))
    if call.stage == "judge":
        pairs = [pair for line in _PAIRS.findall(words) for pair in re.findall(r"(c\d+) (c\d+)", line)]
        return json.dumps(
            {
                "judgements": [
                    {"a": a, "b": b, "label": "compatible", "reason": "Both can be true."} for a, b in pairs
                ]
            }
        )
    if call.stage == "bottom line":
        return json.dumps({"sentences": ["The accounts differ."]})
    return '{"word": "yes"}'


def digest_of(words: str) -> dict[str, Json]:
    """A claim for every sentence that holds a figure, cited by its number."""
    claims: list[Json] = []
    for number, sentence in _SENTENCE.findall(words):
        figure = _FIGURE.search(sentence)
        if figure is not None:
            claims.append(
                {
                    "sentences": [int(number)],
                    "speaker": None,
                    "relay": None,
                    "question": "How many?",
                    "answer": figure[0],
                    "polarity": "affirmed",
                    "certainty": "certain",
                    "reality": "occurred",
                }
            )
    summary: Json = {"who": [], "what": None, "where": None, "when": None, "key_sentences": []}
    return {"summary": summary, "claims": claims}
