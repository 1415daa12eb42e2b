"""The command line with a model: a loopback server answers, in processes of their own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import GAZETTE, HARBOUR, Ran, counterclaim, write
from counterclaim.cli.asking import sums_of
from counterclaim.core.records import Briefing
from model_server import Call, ModelServer, answer_call, complete, serve_model

KEY = "sk-test-4b1d77aa90ce"
pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with serve_model() as known:
        yield known


@pytest.fixture
def story(tmp_path: Path) -> Path:
    write(tmp_path, "story/a.md", HARBOUR)
    write(tmp_path, "story/b.md", GAZETTE.replace("Nine people", "9 people"))
    return tmp_path / "story"


def ask(server: ModelServer, *arguments: str, cwd: Path, env: dict[str, str] | None = None) -> Ran:
    settings = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY, "XDG_CACHE_HOME": str(cwd / "caches")}
    ran = counterclaim(*arguments, "--model", "stub-1", cwd=cwd, env=settings | (env or {}))
    assert KEY not in ran.out + ran.err
    assert "Traceback" not in ran.err
    return ran


def test_a_brief_by_a_model_says_who_read_what_and_at_what_cost(server: ModelServer, story: Path) -> None:
    ran = ask(server, "brief", str(story), "--format", "json", cwd=story.parent)
    assert (ran.code, ran.err) == (
        0,
        f"counterclaim: {sums_of(Briefing.model_validate_json(ran.out).usage)}\n",
    )
    briefing = Briefing.model_validate_json(ran.out)
    assert (briefing.engine.reader, briefing.engine.model) == ("model", "stub-1")
    assert sorted(briefing.engine.prompts) == ["bottom_line", "digest", "judge", "repair"]
    assert all(len(said.split()[1]) == 12 for said in briefing.engine.prompts.values())
    assert briefing.usage.calls == len(server.answered) >= 3
    assert briefing.usage.input_tokens > 0
    assert briefing.usage.cost is None
    texts = {article.id: article.text for article in briefing.articles}
    assert all(texts[claim.article][claim.start : claim.end] == claim.quote for claim in briefing.claims)
    folder = story.parent / "caches" / "counterclaim"
    assert folder.stat().st_mode & 0o077 == 0


def test_a_second_run_asks_nobody_and_offline_needs_no_endpoint(server: ModelServer, story: Path) -> None:
    first = ask(server, "brief", str(story), "--format", "json", cwd=story.parent)
    server.reset()
    second = ask(server, "brief", str(story), "--format", "json", cwd=story.parent)
    offline = counterclaim(
        "brief", str(story), "--format", "json", "--model", "stub-1", "--offline",
        env={"XDG_CACHE_HOME": str(story.parent / "caches"), "OPENAI_BASE_URL": "", "OPENAI_API_KEY": ""},
    )  # fmt: skip
    assert server.received == []
    assert second.out == offline.out
    one, two = (json.loads(ran.out) for ran in (first, second))
    assert two.pop("usage") == {
        "calls": 0,
        "cached": one["usage"]["calls"],
        "input_tokens": 0,
        "output_tokens": 0,
        "cost": 0.0,
    }
    assert one.pop("usage")
    assert one == two


def test_rules_only_saves_the_judgements(server: ModelServer, story: Path) -> None:
    ran = ask(server, "brief", str(story), "--rules-only", "--format", "json", cwd=story.parent)
    assert "judge" not in server.stages()
    assert "judge" not in json.loads(ran.out)["engine"]["prompts"]


def test_fixtures_are_recorded_once_and_replayed_without_cache_or_network(
    server: ModelServer, story: Path
) -> None:
    folder = story.parent / "fixtures"
    recorded = ask(
        server, "brief", str(story), "--record", "once", "--fixtures", str(folder), "-q", cwd=story.parent
    )
    assert recorded.code == 0
    calls = len(server.answered)
    written = sorted(folder.rglob("*.json"))
    assert len(written) == calls
    assert {path.parent.name for path in written} == {"story"}
    assert all(server.url not in path.read_text(encoding="utf-8") for path in written)
    origin = json.loads(written[0].read_text(encoding="utf-8"))["origin"]
    assert (origin["kind"], origin["model"]) == ("recorded", "stub-1")
    assert origin["server"] == "an OpenAI-compatible server on this machine"
    server.reset()
    again = ask(
        server, "brief", str(story), "--record", "once", "--fixtures", str(folder), "-q", cwd=story.parent
    )
    assert (again.code, server.received) == (0, [])
    replay = ["brief", str(story), "--model", "stub-1", "--offline", "--fixtures", str(folder), "-q"]
    empty = {"XDG_CACHE_HOME": str(story.parent / "other"), "OPENAI_BASE_URL": "", "OPENAI_API_KEY": ""}
    one, two = (counterclaim(*replay, env=empty) for _ in range(2))
    assert one.code == 0
    assert one.out == two.out == again.out
    assert not (story.parent / "other").exists()


def test_record_all_asks_anew(server: ModelServer, story: Path) -> None:
    arguments = ["summarize", str(story), "--fixtures", str(story.parent / "fx"), "-q"]
    ask(server, *arguments, "--record", "once", cwd=story.parent)
    ask(server, *arguments, "--record", "all", cwd=story.parent)
    assert server.stages() == ["digest"] * 4


def test_an_offline_miss_names_the_article_and_the_way_out(server: ModelServer, story: Path) -> None:
    ran = ask(server, "summarize", str(story), "--offline", cwd=story.parent)
    assert (ran.code, ran.out, server.received) == (2, "", [])
    assert "'digest Harbour Press " in ran.err or "'digest Lisse Gazette " in ran.err
    assert "without --offline" in ran.err


def test_a_miss_among_fixtures_says_what_differs(server: ModelServer, story: Path) -> None:
    folder = str(story.parent / "fx")
    ask(server, "summarize", str(story), "--fixtures", folder, "--record", "once", "-q", cwd=story.parent)
    write(story, "a.md", HARBOUR.replace("12 people", "13 people"))
    ran = ask(server, "summarize", str(story), "--fixtures", folder, "-q", cwd=story.parent)
    assert (ran.code, ran.out) == (2, "")
    assert "  messages.1.content: " in ran.err
    assert "--record once" in ran.err


def test_a_budget_that_is_reached_gives_a_partial_note_and_4(server: ModelServer, story: Path) -> None:
    arguments = ["brief", str(story), "--concurrency", "1", "--format", "json"]
    ran = ask(server, *arguments, "--max-calls", "1", cwd=story.parent)
    assert ran.code == 4
    assert "--max-calls" in ran.err
    note = json.loads(ran.out)
    assert (len(note["articles"]), note["unread"], note["engine"]["reader"]) == (2, [], "builtin, model")
    assert ["all 1 calls are used up" in one["reason"] for one in note["dropped"]].count(True) == 1
    assert note["partial"].startswith("the budget was reached")
    assert len(server.answered) == 1
    more = ask(server, *arguments, "--max-calls", "1", cwd=story.parent)
    assert (more.code, json.loads(more.out)["engine"]["reader"]) == (4, "model")
    assert server.stages() == ["digest", "digest"]


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_the_calls_allowed_are_made_whatever_runs_at_once(
    server: ModelServer, story: Path, calls: int
) -> None:
    arguments = ["brief", str(story), "--passages", "--concurrency", "4", "--max-calls", str(calls)]
    ran = ask(server, *arguments, cwd=story.parent)
    assert (ran.code, len(server.answered)) == (4, calls)
    assert "Partial      the budget was reached" in ran.out
    assert "DISPUTED" in ran.out


def test_an_unreadable_reply_is_repaired_once_then_the_built_in_reader_serves(
    server: ModelServer, story: Path
) -> None:
    def babble(call: Call) -> str:
        return "I think it sank." if call.stage in {"digest", "repair"} else answer_call(call)

    server.answer = babble
    ran = ask(server, "brief", str(story), "--format", "json", cwd=story.parent)
    note = json.loads(ran.out)
    assert ran.code == 3
    assert note["engine"]["reader"] == "builtin"
    assert len(note["claims"]) >= 3
    assert sum("the built-in reader served" in one["reason"] for one in note["dropped"]) == 2
    assert ran.err.count("no usable reply of the model") == 2
    assert "2 of 2 articles were not read by the model" in ran.err


def test_an_endpoint_that_is_not_there_is_3_and_the_note_says_who_read(story: Path) -> None:
    environment = {
        "OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "OPENAI_API_KEY": KEY, "XDG_CACHE_HOME": str(story.parent),
    }  # fmt: skip
    ran = counterclaim("brief", str(story), "--model", "stub-1", "-q", env=environment)
    assert ran.code == 3
    assert "built-in reader, model stub-1, though asked, read no article" in " ".join(ran.out.split())
    assert "prompts" not in ran.out
    assert "Not read by the model (2)" in ran.out
    assert "Dropped from the articles" not in ran.out
    assert "no call was answered" in ran.out


def test_a_truncated_reply_is_continued(server: ModelServer, story: Path) -> None:
    def cut(call: Call) -> str | tuple[int, str]:
        whole = answer_call(call)
        if call.stage != "digest" or whole.count('"sentences"') < 2:
            return whole
        return 200, complete(call, whole[: whole.rindex('"answer"')], "length")

    server.answer = cut
    ran = ask(server, "summarize", str(story / "a.md"), "--format", "json", cwd=story.parent)
    assert server.stages() == ["digest", "digest"]
    claims = json.loads(ran.out)[0]["claims"]
    assert [claim["answer"] for claim in claims if claim["quantities"]] == ["At least 12", "31"]


REFUSED = [
    pytest.param((401, {"message": f"Incorrect API key provided: {KEY}", "code": "invalid_api_key"}), "OPENAI_API_KEY", id="key"),
    pytest.param((404, {"message": "The model `stub-1` does not exist", "code": "model_not_found"}), "no model 'stub-1'", id="model"),
    pytest.param((429, {"message": "You exceeded your current quota", "code": "insufficient_quota"}), "quota", id="quota"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "message"), REFUSED)
def test_a_set_up_that_cannot_work_is_2_and_says_what_to_do(
    server: ModelServer, story: Path, answer: tuple[int, dict[str, str]], message: str
) -> None:
    server.answer = lambda _: (answer[0], json.dumps({"error": answer[1]}))
    ran = ask(server, "brief", str(story), cwd=story.parent)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


USAGE = [
    pytest.param(["--record", "once"], "--fixtures DIR", id="record-nowhere"),
    pytest.param(["--fixtures", "nowhere"], "no such folder of fixtures", id="no-fixtures"),
    pytest.param(["--record", "all", "--fixtures", "x", "--offline"], "offline", id="record-offline"),
    pytest.param(["--max-cost", "1"], "no price is known for 'stub-1'", id="cost-without-price"),
    pytest.param(["--concurrency", "0"], "--concurrency", id="nobody-at-once"),
    pytest.param(["--cache-dir", "story"], "other things than a cache", id="not-a-cache"),
    pytest.param(["--cache-dir", "story/a.md"], "this is a file, not a folder", id="a-file"),
    pytest.param(["--passages", "--whole"], "not both", id="both-ways"),
    pytest.param(["--offline"], "--fixtures DIR", id="nothing-stored"),
]


@pytest.mark.parametrize(("options", "message"), USAGE)
def test_wrong_options_ask_nobody(server: ModelServer, story: Path, options: list[str], message: str) -> None:
    ran = ask(server, "brief", str(story), *options, cwd=story.parent)
    assert ran.code in {1, 2}
    assert ran.out == ""
    assert message in " ".join(ran.err.split())
    assert server.received == []


def test_a_model_without_key_and_endpoint_is_2(story: Path) -> None:
    ran = counterclaim(
        "brief", str(story), "--model", "gpt-5-mini", env={"OPENAI_BASE_URL": "", "OPENAI_API_KEY": ""}
    )
    assert (ran.code, ran.out) == (2, "")
    assert "OPENAI_API_KEY" in ran.err
    assert "OPENAI_BASE_URL" in ran.err


def test_an_endpoint_without_model_leaves_the_built_in_reader_and_says_so(
    server: ModelServer, story: Path
) -> None:
    environment = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY}
    hinted = counterclaim("brief", str(story), "--format", "json", env=environment)
    chosen = counterclaim("brief", str(story), "--format", "json", "--model", "builtin", env=environment)
    assert json.loads(hinted.out)["engine"]["reader"] == "builtin"
    assert "OPENAI_BASE_URL is set" in hinted.err
    assert "OPENAI_BASE_URL is set" not in chosen.err
    assert hinted.out == chosen.out
    assert server.received == []


def test_an_estimate_asks_nobody_and_knows_what_is_stored(server: ModelServer, story: Path) -> None:
    before = ask(server, "brief", str(story), "--estimate", cwd=story.parent)
    assert (before.code, server.received) == (0, [])
    assert not (story.parent / "caches").exists()
    rows = [line.split() for line in before.out.splitlines()]
    assert rows[3][:3] == ["total", "2", "0"]
    assert rows[3][-2:] == ["not", "known"]
    ask(server, "summarize", str(story), "-q", cwd=story.parent)
    after = ask(server, "brief", str(story), "--estimate", cwd=story.parent)
    assert after.out.splitlines()[3].split()[:3] == ["total", "0", "2"]


def test_an_estimate_needs_no_endpoint(story: Path) -> None:
    nowhere = {"OPENAI_BASE_URL": "", "OPENAI_API_KEY": "", "XDG_CACHE_HOME": str(story.parent)}
    ran = counterclaim("brief", str(story), "--model", "gpt-5-mini", "--estimate", "-q", env=nowhere)
    assert (ran.code, ran.err) == (0, "")
    assert "tokens of text" in ran.out


def test_an_estimate_knows_list_prices(story: Path) -> None:
    ran = counterclaim(
        "summarize", str(story / "a.md"), "--model", "gpt-5-mini", "--estimate",
        env={"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": "", "XDG_CACHE_HOME": str(story.parent)},
    )  # fmt: skip
    assert ran.code == 0
    assert "$0.0" in ran.out


def test_the_built_in_reader_costs_nothing(story: Path) -> None:
    ran = counterclaim("brief", str(story), "--estimate", "-q")
    assert (ran.code, ran.out) == (0, "the built-in reader serves: no call, no token, no cost\n")
    wrong = counterclaim("brief", str(story), "--record", "once", "--fixtures", "x")
    assert wrong.code == 2


def test_the_cache_can_be_looked_at_exported_and_cleared(server: ModelServer, story: Path) -> None:
    ask(server, "summarize", str(story), "-q", cwd=story.parent)
    env = {"XDG_CACHE_HOME": str(story.parent / "caches")}
    info = counterclaim("cache", "info", env=env)
    assert "replies  2" in info.out
    assert "stub-1: 2" in info.out
    folder = story.parent / "fx"
    exported = counterclaim("cache", "export", str(folder), "--story", "ferry", env=env)
    assert len(exported.out.splitlines()) == len(list((folder / "ferry").glob("digest-*.json"))) == 2
    replayed = counterclaim("summarize", str(story), "--model", "stub-1", "--fixtures", str(folder), "-q")
    assert replayed.code == 0
    kept = counterclaim("cache", "clear", env=env, stdin=b"n\n")
    assert kept.code == 1
    cleared = counterclaim("cache", "clear", "--yes", env=env)
    assert cleared.code == 0
    assert "replies  0" in counterclaim("cache", "info", env=env).out
    nothing = counterclaim("cache", "export", str(folder), env=env)
    assert (nothing.code, nothing.out) == (1, "")
    assert "no cache yet" in counterclaim("cache", "info", "--cache-dir", str(story / "none")).out
    assert (
        counterclaim("cache", "clear", "--yes", "--cache-dir", str(story / "none")).out
        == "0 entries removed\n"
    )
    assert not (story / "none").exists()


def test_the_prompts_can_be_listed_and_shown() -> None:
    listed = counterclaim("prompts")
    assert [line.split()[0] for line in listed.out.splitlines()] == [
        "bottom_line",
        "digest",
        "judge",
        "passage",
        "repair",
    ]
    shown = counterclaim("prompts", "show", "digest")
    assert "{{article}}" in shown.out
    assert "sha256" in shown.err
    assert counterclaim("prompts", "show", "novel").code == 2


def test_doctor_probes_only_when_asked(server: ModelServer, story: Path) -> None:
    quiet = ask(server, "doctor", cwd=story.parent)
    assert (quiet.code, server.received) == (0, [])
    assert "endpoint         http://127.0.0.1" in quiet.out
    assert "key              yes" in quiet.out
    probed = ask(server, "doctor", "--probe", cwd=story.parent)
    assert (probed.code, len(server.received)) == (0, 3)
    assert [f"{form:<16} works" in probed.out for form in ("json_schema", "json_object", "text")] == [
        True
    ] * 3


def test_the_model_that_replies_name_is_told(server: ModelServer, story: Path) -> None:
    server.answer = lambda call: (
        200,
        complete(call, answer_call(call)).replace("{", '{"model": "other-2", ', 1),
    )
    ran = ask(server, "brief", str(story), "--format", "json", cwd=story.parent)
    assert json.loads(ran.out)["engine"]["replied"] == ["other-2"]
    shown = ask(server, "brief", str(story), cwd=story.parent)
    assert "model stub-1 (replies name other-2)" in " ".join(shown.out.split())


DOCTOR = [
    pytest.param(["--model", "gpt-5-mini"], "key", "set OPENAI_API_KEY", id="no-key"),
    pytest.param(["--model", "gguf:nowhere.gguf"], "model file", "GGUF format", id="no-file"),
]


@pytest.mark.parametrize(("options", "check", "remedy"), DOCTOR)
def test_doctor_finds_what_a_run_would_stop_at(
    story: Path, options: list[str], check: str, remedy: str
) -> None:
    nowhere = {"OPENAI_BASE_URL": "", "OPENAI_API_KEY": "", "XDG_CACHE_HOME": str(story.parent)}
    ran = counterclaim("doctor", *options, env=nowhere)
    assert ran.code == 1
    assert f"BAD  {check:<16}" in ran.out
    assert remedy in ran.out
    fine = counterclaim("doctor", env=nowhere)
    assert (fine.code, "''" in fine.out) == (0, False)


def test_doctor_compares_the_model_with_the_endpoints_list(server: ModelServer) -> None:
    listed = counterclaim("doctor", "--probe", "--model", "stub-1", env={"OPENAI_BASE_URL": server.url})
    strange = counterclaim("doctor", "--probe", "--model", "gpt-nope", env={"OPENAI_BASE_URL": server.url})
    assert "ok   model            stub-1, listed" in listed.out
    assert (strange.code, "BAD  model            the endpoint lists no 'gpt-nope'" in strange.out) == (
        1,
        True,
    )


def test_doctor_names_what_an_endpoint_cannot_do(story: Path) -> None:
    with serve_model(forms=("text",)) as server:
        probed = ask(server, "doctor", "--probe", cwd=story.parent)
    assert probed.code == 0
    assert probed.out.count("not supported; a simpler form serves") == 2
    gone = ask(server, "doctor", "--probe", cwd=story.parent)
    assert gone.code == 1
    assert "BAD  reachable" in gone.out


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_an_interruption_keeps_what_is_done_and_writes_it(story: Path) -> None:
    with serve_model() as server:

        def slow_second(call: Call) -> str:
            if len(server.received) > 1:
                time.sleep(20)
            return answer_call(call)

        server.answer = slow_second
        command = [
            sys.executable, "-m", "counterclaim", "brief", str(story), "--model", "stub-1", "--concurrency", "1",
            "--format", "json",
        ]  # fmt: skip
        env = os.environ | {"OPENAI_BASE_URL": server.url, "XDG_CACHE_HOME": str(story.parent)}
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
            assert server.wait_for(2)
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=15)
        assert process.returncode == 130
        note = json.loads(out)
        assert len(note["articles"]) == 1
        assert [one["reason"] for one in note["unread"]] == ["interrupted before it was read"]
        assert b"interrupted" in err
        assert b"Traceback" not in err
        server.answer = answer_call
        server.reset()
        ask(
            server, "summarize", str(story), "-q", cwd=story.parent, env={"XDG_CACHE_HOME": str(story.parent)}
        )
        assert server.stages() == ["digest"]


def test_an_interruption_before_anything_is_done_is_130(story: Path) -> None:
    with serve_model(latency=20) as server:
        command = [sys.executable, "-m", "counterclaim", "brief", str(story), "--model", "stub-1"]
        env = os.environ | {"OPENAI_BASE_URL": server.url, "XDG_CACHE_HOME": str(story.parent)}
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
            assert server.wait_for(1)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=15)
        assert (process.returncode, out) == (130, b"")
        assert b"Traceback" not in err


GGUF = [
    pytest.param(None, "cannot be read", id="missing"),
    pytest.param(b"not a model", "not a GGUF file", id="another-file"),
]


@pytest.mark.parametrize(("content", "message"), GGUF)
def test_a_model_file_that_is_none_is_2(story: Path, content: bytes | None, message: str) -> None:
    path = story.parent / "small.gguf"
    if content is not None:
        path.write_bytes(content)
    ran = counterclaim(
        "summarize", str(story), "--model", f"gguf:{path}", env={"XDG_CACHE_HOME": str(story.parent)}
    )
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_without_the_extra_a_model_file_says_how_to_get_it(story: Path) -> None:
    path = story.parent / "small.gguf"
    path.write_bytes(b"GGUF" + bytes(64))
    blocked = write(story.parent, "blocked/xllamacpp.py", "raise ImportError")
    ran = counterclaim(
        "summarize", str(story), "--model", f"gguf:{path}",
        env={"XDG_CACHE_HOME": str(story.parent), "PYTHONPATH": str(Path(blocked).parent)},
    )  # fmt: skip
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'counterclaim[local]'" in ran.err


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import counterclaim.cli"],
        capture_output=True,
        check=True,
        text=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "counterclaim.cli" in loaded
    heavy = {
        "openai",
        "tiktoken",
        "trafilatura",
        "pydantic",
        "asyncio",
        "diskcache",
        "httpx2",
        "counterclaim.steps",
    }
    assert loaded & heavy == set()
