import pytest
from rich.cells import cell_len

from briefing_story import second_day
from counterclaim.core.editions import Development, Edition, NoteDifference, Saying
from counterclaim.note.markdown import render_markdown, render_markdown_difference
from counterclaim.note.sections import build_sections
from counterclaim.note.since import NOTHING, describe_since, development_words
from counterclaim.note.terminal import render_terminal_difference
from hostile import PAYLOADS
from note_golden import FOLDER, SECOND_DAY


@pytest.mark.parametrize("name", SECOND_DAY)
def test_golden(name: str) -> None:
    assert SECOND_DAY[name](second_day()) == (FOLDER / name).read_text(encoding="utf-8")


def saying(name: str, answer: str = "9", **fields: object) -> Saying:
    made = Saying(
        claim="c", article="a", outlet="Post", name=name, speaker=f"{name} (mayor)", answer=answer,
        quote="nine died", start=0, end=9,
    )  # fmt: skip
    return made.model_copy(update=fields)


def difference(*developments: Development) -> NoteDifference:
    return NoteDifference(
        earlier=Edition(version=1, title="A"), later=Edition(version=2, title="A"), developments=developments
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param({"kind": "disputed"}, "newly disputed", id="disputed"),
        pytest.param({"kind": "settled"}, "no longer disputed", id="settled, nothing left"),
        pytest.param({"kind": "settled", "now": "conceded"}, "no longer disputed: said by both sides", id="settled"),
        pytest.param({"kind": "denied"}, "newly denied", id="denied"),
        pytest.param({"kind": "new"}, "new", id="new question"),
        pytest.param({"kind": "new", "was": "unclear"}, "new answer to a known question", id="new answer"),
        pytest.param({"kind": "revised", "direction": "up"}, "revised up by another speaker", id="up"),
        pytest.param(
            {"kind": "revised", "tentative": True},
            "perhaps revised by another speaker, for a person to confirm", id="tentative",
        ),
        pytest.param({"kind": "gone"}, "gone", id="no words of its own"),
    ],
)  # fmt: skip
def test_words(fields: dict[str, object], words: str) -> None:
    made = Development(question="?", earlier=(saying("Ana"),), later=(saying("Bo"),), **fields)  # type: ignore[arg-type]
    assert development_words(made) == words


def test_one_speaker_is_named_so() -> None:
    made = Development(kind="revised", question="?", earlier=(saying("Ana"),), later=(saying("ANA"),))
    assert development_words(made) == "revised by the same speaker"


@pytest.mark.parametrize(
    ("earlier", "later", "who"),
    [
        pytest.param("Ana Roy", "Ms Roy", "the same", id="a courtesy title"),
        pytest.param("Ana Roy", "Roy, the mayor", "the same", id="an office behind the name"),
        pytest.param("Roy", "Ana Roy", "the same", id="a surname"),
        pytest.param("Ana Roy", "Bo Roy", "another", id="a namesake"),
        pytest.param("Roy Council", "Lund Council", "another", id="two bodies"),
    ],
)
def test_one_speaker_under_two_names_revises_an_own_answer(earlier: str, later: str, who: str) -> None:
    made = Development(kind="revised", question="?", earlier=(saying(earlier, "7"),), later=(saying(later),))
    assert development_words(made) == f"revised by {who} speaker"


def test_what_is_no_development_is_counted_and_nothing_is_said_to_be_nothing() -> None:
    made = difference(*(Development(kind="repeated", question="?", later=(saying("Bo"),)) for _ in "ab"))
    since = describe_since(made)
    assert since.turns == ()
    assert since.otherwise == ("2 statements with a known answer, from speakers not known to be independent",)
    assert NOTHING in render_markdown_difference(made)
    assert "Not counted as changes: 2 statements" in render_terminal_difference(made)


def test_the_markdown_note_tells_every_development() -> None:
    made = second_day()
    text = render_markdown(made)
    turns = build_sections(made).since
    assert turns is not None
    assert len(turns.turns) > 8
    assert [turn.words for turn in turns.turns if f"**{turn.words.upper()}**" not in text] == []


@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in PAYLOADS.items()])
def test_hostile_text(payload: str) -> None:
    bad = saying(payload, payload, outlet=payload, quote=payload or "x", speaker=payload)
    made = difference(Development(kind="new", question=payload, later=(bad,)))
    assert "\x1b" not in render_terminal_difference(made)
    text = render_markdown_difference(made)
    assert "<script" not in text.replace("\\<", "")
    assert "\x1b" not in text
    assert max(map(cell_len, render_terminal_difference(made, width=60).splitlines())) <= 60
