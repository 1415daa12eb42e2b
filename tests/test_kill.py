"""Twenty runs of 12 articles killed at random moments: nothing that had been answered is asked again."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from accounts import write_accounts
from counterclaim.core.model import canonical_json
from counterclaim.outside.cache import DiskCache
from counterclaim.outside.inventory import list_replies
from model_server import ModelServer, serve_model

KILLS = 20
ARTICLES = 12
pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no such call there"),
]


class Runner:
    """Starts runs in a process that has imported the program already."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        assert self._read() == "ready"

    def start(self, *arguments: str) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(arguments) + "\n")
        self._process.stdin.flush()
        return int(self._read())

    def ended(self) -> int:
        return int(self._read())

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def start_runner(url: str) -> Iterator[Runner]:
    environment = os.environ | {"OPENAI_BASE_URL": url, "OPENAI_API_KEY": "sk-test-0f9a"}
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "killable.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        try:
            yield Runner(process)
        finally:
            process.kill()


def stored_in(cache: Path) -> set[str]:
    """The calls whose reply is on the disk, by the server's name for them."""
    if not (cache / "cache.db").exists():
        return set()
    with DiskCache(cache) as opened:
        asked = [reply.request.messages[-1].content for reply in list_replies(opened)]
    return {canonical_json(["digest", words]) for words in asked}


def arguments_of(story: Path, cache: Path, concurrency: int) -> list[str]:
    return [
        "summarize", str(story), "--model", "stub-1", "--cache-dir", str(cache), "--format", "json", "-q",
        "--concurrency", str(concurrency),
    ]  # fmt: skip


def kill_somewhere(runner: Runner, server: ModelServer, arguments: list[str], chance: random.Random) -> int:
    """Start a run, kill it after a random number of calls and a random while; its exit code if it was faster."""
    child = runner.start(*arguments)
    server.wait_for(len(server.received) + chance.randint(0, 3), seconds=1.0)
    time.sleep(chance.uniform(0, 0.04))
    with suppress(ProcessLookupError):  # it may have come to its end
        os.kill(child, signal.SIGKILL)
    return runner.ended()


@pytest.mark.parametrize("concurrency", [1, 3])
def test_nothing_answered_is_asked_again(tmp_path: Path, concurrency: int) -> None:
    """No run asks for what is on the disk; and what was answered is on the disk, but for the calls under way.

    An answer that was still on its way when the process was killed is the one that nobody can keep: of those there
    are, a kill, at most as many as there are calls at once.
    """
    chance = random.Random(concurrency)  # noqa: S311 - it spreads the kills
    story, caches, runs = write_accounts(tmp_path / "story", ARTICLES), 0, 0
    with serve_model(latency=0.01) as server, start_runner(server.url) as runner:
        while runs < KILLS // 2:
            cache = tmp_path / f"cache-{caches}"
            caches += 1
            server.reset()
            kills, ended = 0, -signal.SIGKILL
            while runs < KILLS // 2 and ended != 0:
                before, asked = stored_in(cache), len(server.received)
                ended = kill_somewhere(runner, server, arguments_of(story, cache, concurrency), chance)
                assert ended in {0, -signal.SIGKILL}
                kills, runs = kills + (ended != 0), runs + 1
                now = {call.key for call in server.received[asked:]}
                assert now & before == set()
                assert stored_in(cache) >= before
                assert len(now & {call.key for call in server.received[:asked]}) <= concurrency
            assert runner.start(*arguments_of(story, cache, concurrency)) > 0
            assert runner.ended() == 0
            times = Counter(call.key for call in server.answered)
            assert len(times) == ARTICLES
            assert sum(times.values()) - ARTICLES <= kills * concurrency
            assert len(stored_in(cache)) == ARTICLES
