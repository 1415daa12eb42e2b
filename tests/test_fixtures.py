import asyncio
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from counterclaim.core.errors import ModelError, ModelTimeoutError, RateLimitedError, UsageError
from counterclaim.core.model import Model, ModelReply, ModelRequest, canonical_json, request_key
from counterclaim.outside.fixtures import (
    Fixture,
    FixtureError,
    FixtureResponse,
    Fixtures,
    check_fixtures,
    name_fixture,
    read_body,
    read_fixture,
    tidy_name,
)
from counterclaim.outside.inventory import list_replies
from counterclaim.outside.replay import FixtureModel, RecordMode, export_replies
from counterclaim.outside.store import CachedModel, HandWritten, NotStoredError, Replies
from store_fakes import RECORDING, DictCache, Scripted, make_request, parse, write_reply

ROOT = Path(__file__).parents[1]
KEY = "sk-" + "Ab3" * 12
HAND = HandWritten(why="no server limits us on demand")


def ask(model: Model, request: ModelRequest) -> ModelReply:
    return asyncio.run(model.ask(request))


def recorder(fixtures: Fixtures, model: Model, record: RecordMode = "once") -> FixtureModel:
    return FixtureModel(fixtures, parse, model=model, record=record, recording=RECORDING)


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.json"))


@pytest.fixture
def fixtures(tmp_path: Path) -> Fixtures:
    return Fixtures(tmp_path, "Durand Line")


def test_a_recorded_reply_is_replayed_without_a_model(fixtures: Fixtures, tmp_path: Path) -> None:
    recorded = ask(recorder(fixtures, Scripted(write_reply("Twelve died."))), make_request())
    replayed = ask(FixtureModel(Fixtures(tmp_path, "durand-line"), parse), make_request(slug="renamed"))
    assert replayed == recorded.model_copy(update={"cached": True, "raw": replayed.raw})
    assert json.loads(replayed.raw) == json.loads(recorded.raw)


def test_the_file_is_one_a_person_can_read(fixtures: Fixtures, tmp_path: Path) -> None:
    request = make_request("Ein Fährunglück.", slug="Kestrel/Hill")
    ask(recorder(fixtures, Scripted(write_reply("Zwölf Tote."))), request)
    (name,) = files_in(tmp_path)
    assert name == f"durand-line/digest-kestrel-hill-{request_key(request)[:12]}.json"
    text = (tmp_path / name).read_text(encoding="utf-8")
    loaded = json.loads(text)
    assert text == json.dumps(loaded, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert "Zwölf Tote." in text
    assert loaded["key"] == request_key(request)
    assert loaded["origin"] == {
        "date": "2026-05-04",
        "kind": "recorded",
        "model": "small",
        "server": "a stub",
    }
    assert loaded["response"] == {
        "body": json.loads(write_reply("Zwölf Tote.")),
        "headers": {},
        "status": 200,
    }


@pytest.mark.parametrize(
    ("record", "calls", "texts"),
    [
        pytest.param("once", 0, ["Old.", "Old."], id="once"),
        pytest.param("all", 2, ["New.", "Newer."], id="all"),
        pytest.param("none", 0, ["Old.", "Old."], id="none"),
    ],
)
def test_what_is_recorded_again(fixtures: Fixtures, record: RecordMode, calls: int, texts: list[str]) -> None:
    ask(recorder(fixtures, Scripted(write_reply("Old."))), make_request())
    model = Scripted(write_reply("New."), write_reply("Newer."))
    again = recorder(fixtures, model, record)
    assert [ask(again, make_request()).text for _ in range(2)] == texts
    assert len(model.asked) == calls
    found = fixtures.find(make_request())
    assert found is not None
    assert parse(make_request(), found.response.raw).text == texts[-1]


def test_a_new_name_of_the_same_request_replaces_the_file(fixtures: Fixtures, tmp_path: Path) -> None:
    model = recorder(fixtures, Scripted(write_reply("Old."), write_reply("New.")), "all")
    ask(model, make_request(slug="old"))
    ask(model, make_request(slug="new"))
    (name,) = files_in(tmp_path)
    assert name.startswith("durand-line/digest-new-")


def test_a_failure_is_not_recorded(fixtures: Fixtures, tmp_path: Path) -> None:
    with pytest.raises(ModelTimeoutError):
        ask(recorder(fixtures, Scripted(ModelTimeoutError("late"))), make_request())
    assert files_in(tmp_path) == []


def test_a_refusal_is_recorded_since_a_replay_needs_it(fixtures: Fixtures) -> None:
    ask(recorder(fixtures, Scripted(write_reply("No.", "refusal"))), make_request())
    assert ask(FixtureModel(fixtures, parse), make_request()).finish == "refusal"


def test_recording_through_the_cache_pays_once(fixtures: Fixtures) -> None:
    model = Scripted(write_reply("Twelve died."))
    cached = CachedModel(model, Replies(DictCache(), parse, RECORDING))
    again = recorder(fixtures, cached, "all")
    assert [ask(again, make_request()).text for _ in range(2)] == ["Twelve died.", "Twelve died."]
    assert len(model.asked) == 1


@pytest.mark.parametrize("record", ["once", "all"])
def test_recording_needs_somebody_to_ask(fixtures: Fixtures, record: RecordMode) -> None:
    with pytest.raises(UsageError, match=f"'--record {record}': nobody can be asked"):
        FixtureModel(fixtures, parse, record=record)


def test_a_miss_names_the_article_what_differs_and_how_to_record_it(
    fixtures: Fixtures, tmp_path: Path
) -> None:
    ask(recorder(fixtures, Scripted(write_reply("Twelve died."))), make_request(max_tokens=900))
    (name,) = files_in(tmp_path)
    asked = make_request("Read that.")
    with pytest.raises(NotStoredError) as caught:
        ask(FixtureModel(fixtures, parse), asked)
    assert str(caught.value) == (
        f"'digest a1': no fixture answers this request ({request_key(asked)[:12]}): "
        f"the nearest is {str(tmp_path / name)!r}, which differs in\n"
        "  max_tokens: asked nothing, recorded 900\n"
        "  messages.1.content: asked 'Read that.', recorded 'Read this.'; "
        "to record it, run the same command with an endpoint and --record once --fixtures DIR, a folder of your own"
    )


def test_a_miss_in_an_empty_folder(tmp_path: Path) -> None:
    model = FixtureModel(Fixtures(tmp_path / "absent", "s"), parse)
    with pytest.raises(NotStoredError, match="there is no fixture at all in"):
        ask(model, make_request())


def test_a_miss_passes_over_broken_files(fixtures: Fixtures, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    with pytest.raises(NotStoredError, match="no fixture at all"):
        ask(FixtureModel(fixtures, parse), make_request())


def test_the_storys_own_fixture_comes_first(tmp_path: Path) -> None:
    for story in ("a", "b", "c"):
        Fixtures(tmp_path, story).write(make_request(), read_body(write_reply(story)), HAND)
    for story, answer in {"b": "b", "elsewhere": "a"}.items():
        found = Fixtures(tmp_path, story).find(make_request())
        assert found is not None
        assert parse(make_request(), found.response.raw).text == answer


def test_unused_fixtures_are_named(fixtures: Fixtures, tmp_path: Path) -> None:
    ask(recorder(fixtures, Scripted(write_reply("1"), write_reply("2"))), make_request("1"))
    stale = tmp_path / "durand-line" / "notes.json"
    stale.write_text("{}", encoding="utf-8")
    Fixtures(tmp_path, "another").write(make_request("2"), read_body(write_reply("2")), HAND)
    again = Fixtures(tmp_path, "durand-line")
    assert [path.name for path in again.unused()] == [name_fixture(make_request("1")), "notes.json"]
    ask(FixtureModel(again, parse), make_request("1"))
    assert again.unused() == (stale,)
    assert fixtures.unused() == (stale,)


def test_an_error_that_a_fixture_holds_is_raised(fixtures: Fixtures) -> None:
    response = FixtureResponse(
        status=429, headers={"retry-after": "7"}, body={"error": {"message": "slow down"}}
    )
    fixtures.write(make_request(), response, HAND)

    def fail(request: ModelRequest, given: FixtureResponse) -> ModelError:
        return RateLimitedError(
            given.raw, source=request.slug, retry_after=float(given.headers["retry-after"])
        )

    with pytest.raises(RateLimitedError, match="slow down") as caught:
        ask(FixtureModel(fixtures, parse, fail=fail), make_request())
    assert caught.value.retry_after == 7
    with pytest.raises(ModelError, match="status 429"):
        ask(FixtureModel(fixtures, parse), make_request())


@pytest.mark.parametrize(
    ("request_fields", "body", "why"),
    [
        pytest.param(
            {"text": f"My key is {KEY}."}, {}, "an API key .* in request.messages.1.content", id="key-sent"
        ),
        pytest.param({"model": "/home/ann/m.gguf"}, {}, "a path of a machine .* in origin.model", id="path"),
        pytest.param({}, {"id": KEY}, "an API key .* in response.body.id", id="key-in-reply"),
        pytest.param({}, {"node": "gpu-4.vendor.io"}, "a host name .* in response.body.node", id="host"),
        pytest.param({}, {"set-cookie": "x"}, "a header .* in response.body", id="cookie"),
        pytest.param({}, {"a": "desk-7", "b": "desk-7", "c": KEY, "d": KEY}, "and 1 more", id="many"),
    ],
)
def test_a_fixture_with_a_secret_is_not_written(
    tmp_path: Path, request_fields: dict[str, str], body: dict[str, str], why: str
) -> None:
    fixtures = Fixtures(tmp_path, "s", private=["desk-7"])
    model = Scripted(write_reply("Twelve died.", **body))
    with pytest.raises(FixtureError, match=f"a fixture may not hold .*{why}") as caught:
        ask(recorder(fixtures, model), make_request(**request_fields))
    assert KEY not in str(caught.value)
    assert list(tmp_path.rglob("*")) == []


def test_links_in_the_article_and_in_the_answer_are_their_own(fixtures: Fixtures, tmp_path: Path) -> None:
    words = "See https://ministry.example.gov/toll or ferry.com."
    ask(recorder(fixtures, Scripted(write_reply(words))), make_request(words))
    assert len(files_in(tmp_path)) == 1
    assert check_fixtures(tmp_path) == ()


def test_headers_are_those_allowed() -> None:
    with pytest.raises(ValidationError, match="headers that no fixture may have: set-cookie"):
        FixtureResponse(headers={"set-cookie": "a=b", "retry-after": "1"}, body="x")


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        pytest.param('{"b": 1,\n "a": [null, 1.5, "é"]}', {"a": [None, 1.5, "é"], "b": 1}, id="an-object"),
        pytest.param("[1]", "[1]", id="a-list"),
        pytest.param('"text"', '"text"', id="a-string"),
        pytest.param("<html>", "<html>", id="no-json"),
        pytest.param('{"a": NaN}', '{"a": NaN}', id="nan"),
        pytest.param('{"a": 1e999}', '{"a": 1e999}', id="beyond-a-float"),
        pytest.param('{"a": "\\ud800"}', '{"a": "\\ud800"}', id="half-a-surrogate-pair"),
        pytest.param('{"a":' * 100_000, '{"a":' * 100_000, id="too-deep"),
        pytest.param('{"a":' + "9" * 5_000 + "}", '{"a":' + "9" * 5_000 + "}", id="a-huge-number"),
    ],
)
def test_a_body_is_kept_as_json_where_nothing_is_lost(raw: str, kept: object) -> None:
    assert read_body(raw).body == kept


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(exclude_categories=["Cs"])),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
        ),
        max_leaves=8,
    )
)
def test_a_json_body_means_the_same_after_it_was_stored(value: object) -> None:
    raw = json.dumps({"body": value})
    response = FixtureResponse.model_validate_json(read_body(raw).model_dump_json())
    assert json.loads(response.raw) == json.loads(raw)


def write_changed(folder: Path, change: dict[str, object], name: str = "") -> Path:
    request = make_request()
    response = read_body(write_reply("Twelve died."))
    document = Fixture(key=request_key(request), origin=HAND, request=request, response=response).model_dump(
        mode="json"
    )
    path = folder / (name or name_fixture(request))
    path.write_text(json.dumps(document | change), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param({"key": "0" * 64}, "its key or name is not that of its request", id="another-key"),
        pytest.param(
            {"request": make_request("Changed.").model_dump(mode="json")},
            "not that of its request",
            id="changed-by-hand",
        ),
        pytest.param({"origin": {"kind": "guessed"}}, r"it is not a fixture \(origin", id="unknown-origin"),
        pytest.param(
            {"origin": {"kind": "hand-written", "why": ""}}, r"origin\.hand-written\.why", id="no-reason"
        ),
        pytest.param({"extra": 1}, r"\(extra", id="unknown-field"),
        pytest.param(
            {"response": {"body": "", "headers": {"cookie": "a"}}}, "may have: cookie", id="a-header"
        ),
    ],
)
def test_a_changed_fixture_is_an_error(tmp_path: Path, change: dict[str, object], why: str) -> None:
    path = write_changed(tmp_path, change)
    with pytest.raises(FixtureError, match=why) as caught:
        Fixtures(tmp_path, "s").find(make_request())
    assert str(caught.value).startswith(repr(str(path)))
    assert [str(error) for error in check_fixtures(tmp_path)] == [str(caught.value)]


def test_a_renamed_or_unreadable_fixture_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match="its key or name"):
        read_fixture(write_changed(tmp_path, {}, "digest-a1-000000000000.json"))
    with pytest.raises(FixtureError, match="it cannot be read"):
        read_fixture(tmp_path / "absent.json")
    (tmp_path / "x.json").write_bytes(b"\xff")
    with pytest.raises(FixtureError, match=r"it is not a fixture \(the file"):
        read_fixture(tmp_path / "x.json")


def test_a_check_finds_what_was_put_in_by_hand(tmp_path: Path) -> None:
    write_changed(tmp_path, {"response": {"body": {"id": KEY}}})
    (error,) = check_fixtures(tmp_path)
    assert "an API key" in str(error)
    assert "a private text" in str(check_fixtures(tmp_path, private=["Twelve", "You read."])[0])


def test_the_cache_is_exported_as_fixtures(tmp_path: Path) -> None:
    cache = DictCache()
    replies = Replies(cache, parse, RECORDING)
    replies.keep(make_request("1"), write_reply("One."))
    replies.keep(make_request("2"), write_reply("Two.", id=KEY))
    exported = export_replies(list_replies(cache), Fixtures(tmp_path, "from-cache"))
    assert [path.parent.name for path in exported.written] == ["from-cache"]
    assert ["an API key" in str(error) for error in exported.refused] == [True]
    replay = FixtureModel(Fixtures(tmp_path, "from-cache"), parse)
    assert ask(replay, make_request("1")).text == "One."


@given(st.text())
def test_a_tidy_name_is_one_part_of_a_path_and_stays_tidy(text: str) -> None:
    name = tidy_name(text)
    assert Path(name).name == name
    assert tidy_name(name) == name
    assert 0 < len(name) <= 40


def test_a_stored_body_is_canonical_json_on_replay() -> None:
    raw = write_reply("Twelve died.")
    assert read_body(raw).raw == canonical_json(json.loads(raw))


def test_this_repositorys_fixtures_are_sound_and_hold_no_secret() -> None:
    assert [str(error) for error in check_fixtures(ROOT / "fixtures")] == []
