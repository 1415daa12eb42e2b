import json
from pathlib import Path

import pytest

from briefing_story import briefing
from counterclaim.core.errors import NoteUnreadableError
from counterclaim.outside.notes import load_note, read_note

RECORD = briefing().model_dump(mode="json")


def test_a_note_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    path.write_text(briefing().model_dump_json(), encoding="utf-8")
    assert load_note(str(path)) == briefing()


def test_a_note_of_an_earlier_release_without_the_later_fields() -> None:
    old = {key: value for key, value in RECORD.items() if key not in {"version", "since"}}
    assert read_note(json.dumps(old).encode(), source="n").version == 1


def altered() -> dict[str, object]:
    claims = [claim | {"quote": "nobody said this"} for claim in RECORD["claims"][:1]]
    return RECORD | {"claims": [*claims, *RECORD["claims"][1:]]}


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        pytest.param("# A note", "it is not JSON", id="markdown"),
        pytest.param("[" * 100_000, "it is not JSON", id="nested"),
        pytest.param("[1]", "it is not a briefing note", id="list"),
        pytest.param('{"text": "A ferry sank."}', "it is not a briefing note", id="article"),
        pytest.param('{"schema": 1}', "it is not a briefing note", id="schema is no text"),
        pytest.param('{"schema": "counterclaim/diff/1"}', "it is not a briefing note but", id="another schema"),
        pytest.param(
            '{"schema": "counterclaim/briefing/2"}', "a newer version of counterclaim wrote it", id="newer schema"
        ),
        pytest.param(
            '{"schema": "counterclaim/briefing/1-beta"}', "a note of another format", id="unknown schema"
        ),
        pytest.param(json.dumps(RECORD | {"mood": "good"}), r"does not know \(mood\)", id="newer field"),
        pytest.param(json.dumps({"schema": RECORD["schema"]}), r"not a whole note \(title", id="a field is missing"),
        pytest.param(json.dumps(altered()), "does not stand at its place", id="altered quote"),
        pytest.param(json.dumps(RECORD | {"articles": []}), "does not stand at its place", id="no article"),
    ],
)  # fmt: skip
def test_what_is_no_note(raw: str, what: str) -> None:
    with pytest.raises(NoteUnreadableError, match=what) as caught:
        read_note(raw.encode(), source="note.json")
    assert str(caught.value).startswith("'note.json': ")
    assert caught.value.remedy


def test_no_such_note(tmp_path: Path) -> None:
    with pytest.raises(NoteUnreadableError, match="no such file"):
        load_note(str(tmp_path / "note.json"))
    with pytest.raises(NoteUnreadableError, match="it cannot be read"):
        load_note(str(tmp_path))
