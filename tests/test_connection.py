import re
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from pydantic import SecretStr

from counterclaim.core import errors
from counterclaim.core.model import ModelReply
from counterclaim.outside.connection import Endpoint
from counterclaim.outside.provider import Provider
from counterclaim.outside.retries import Pace, Patience
from endpoint_stub import GOOD, KEY, NOON, Naps, ask_once, assert_clean, completion


class Cutter(BaseHTTPRequestHandler):
    """Answers the first requests badly, then well: cut in the head, cut in the body, or not at all."""

    manner: ClassVar[str] = ""
    left: ClassVar[int] = 0
    seen: ClassVar[int] = 0
    over: ClassVar[threading.Event] = threading.Event()

    def do_POST(self) -> None:
        Cutter.seen += 1
        self.rfile.read(int(self.headers["content-length"]))
        body = completion().content
        if Cutter.left > 0:
            Cutter.left -= 1
            self.fail(body)
            return
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def fail(self, body: bytes) -> None:
        self.close_connection = True
        if Cutter.manner == "body":
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:20])
        elif Cutter.manner in {"silence", "trickle"}:
            self.trickle()

    def trickle(self) -> None:
        if Cutter.manner == "trickle":
            self.send_response(200)
            self.send_header("content-length", "1000")
            self.end_headers()
        for _ in range(100):
            if Cutter.over.wait(0.05):
                return
            if Cutter.manner == "trickle":
                self.wfile.write(b" ")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def cutter() -> Iterator[str]:
    Cutter.seen, Cutter.left = 0, 1
    Cutter.over.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Cutter)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    Cutter.over.set()
    server.shutdown()
    thread.join()
    server.server_close()


def ask_loopback(url: str, *, attempts: int, timeout: float = 5.0) -> ModelReply:
    pace = Pace(sleep=Naps(), chance=lambda: 0.5, now=lambda: NOON)
    provider = Provider(
        Endpoint(base_url=url, key=SecretStr(KEY), timeout=timeout),
        pace,
        patience=Patience(attempts=attempts),
    )
    return ask_once(provider)


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("manner", ["head", "body"])
def test_a_connection_that_is_cut_is_tried_again(cutter: str, manner: str) -> None:
    Cutter.manner = manner
    assert ask_loopback(cutter, attempts=2).text == GOOD
    assert Cutter.seen == 2


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("manner", ["head", "body"])
def test_a_connection_that_stays_cut_is_named(cutter: str, manner: str) -> None:
    Cutter.manner = manner
    with pytest.raises(errors.ConnectionLostError, match="was cut") as caught:
        ask_loopback(cutter, attempts=1)
    assert_clean(caught.value)


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("manner", ["silence", "trickle"])
def test_an_answer_that_does_not_end_is_a_time_out(cutter: str, manner: str) -> None:
    Cutter.manner = manner
    with pytest.raises(errors.ModelTimeoutError, match="no whole answer") as caught:
        ask_loopback(cutter, attempts=1, timeout=0.4)
    assert_clean(caught.value)


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
def test_nobody_there() -> None:
    with socket.socket() as bound:  # bound and not listening: no one else can answer there
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}/v1"
        with pytest.raises(
            errors.ConnectionLostError, match=re.escape(f"nothing answers at {url}")
        ) as caught:
            ask_loopback(url, attempts=2)
    assert_clean(caught.value)
