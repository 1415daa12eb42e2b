import csv
import json
import re
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_story import articles, briefing
from command import counterclaim
from counterclaim.core.records import Attribution, Briefing, Quantity, Relation
from counterclaim.note.columns import COLUMNS
from counterclaim.note.csv import defuse, describe_columns, render_csv
from hostile import PAYLOADS, poison
from note_golden import FOLDER, RENDERED
from small_note import article, claim, figure, note, thread

NUMBERS = {"start", "end", "paragraph", "sentence", "low", "high", "figures", "independent_origins"}
ACTIVE = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def read(text: str) -> list[dict[str, str]]:
    head, *lines = csv.reader(StringIO(text, newline=""), strict=True)
    assert {len(line) for line in lines} <= {len(head)}
    return [dict(zip(head, line, strict=True)) for line in lines]


def row(made: Briefing, number: str) -> dict[str, str]:
    return next(line for line in read(render_csv(made)) if line["claim"] == number)


def test_golden() -> None:
    assert RENDERED["note.csv"](briefing()).encode() == (FOLDER / "note.csv").read_bytes()


def test_one_row_a_claim_in_order_of_publication() -> None:
    made = briefing()
    lines = read(render_csv(made))
    assert sorted(line["claim"] for line in lines) == sorted(claim.id for claim in made.claims)
    assert [*dict.fromkeys(line["article"] for line in lines)] == ["kw1", "hp1", "is1", "sb1", "kw2"]


def test_every_quote_stands_at_its_offsets() -> None:
    papers = articles()
    for line in read(render_csv(briefing())):
        assert papers[line["article"]].text[int(line["start"]) : int(line["end"])] == line["quote"]


CELLS = [
    pytest.param("i01", {"figure": "At least 19", "low": "19", "high": "", "bound": "at_least"}, id="bound"),
    pytest.param("b04", {"low": "40000", "unit": "crown"}, id="unit"),
    pytest.param("k01", {"originator": "Rhea Tolland", "role": "commander", "side": "coast guard", "cue": "told"}, id="speaker"),
    pytest.param("i05", {"relays": "Radio Strait", "mode": "direct", "access": "first_hand"}, id="relay"),
    pytest.param("i02", {"polarity": "denied", "status": "disputed", "opposed_to": "k06"}, id="dispute"),
    pytest.param("b06", {"reality": "planned", "event_time": "on Friday", "event_from": "2025-03-07T00:00:00"}, id="event"),
    pytest.param("f01", {"said_at": "on Thursday", "said_until": "2025-03-07T00:00:00", "replaced": ""}, id="said"),
    pytest.param("k01", {"replaced": "yes", "reprint_of": "", "same_as": ""}, id="replaced"),
    pytest.param("h01", {"reprint_of": "Kesten Wire", "reprint_of_article": "kw1", "same_as": "k01"}, id="reprint"),
    pytest.param("i06", {"originator": "", "speaker": "", "mode": "", "attributed": "no"}, id="nobody stated"),
    pytest.param("k07", {"published": "2025-03-04T09:10:00+02:00", "language": "en", "paragraph": "1", "sentence": "1"}, id="place"),
    pytest.param("b07", {"published": "2025-03-05", "certainty": "probable", "paragraph": "4", "sentence": "7"}, id="day only"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "expected"), CELLS)
def test_cells(number: str, expected: dict[str, str]) -> None:
    found = row(briefing(), number)
    assert {name: found[name] for name in expected} == expected


def test_a_claim_in_no_thread_has_a_thread_of_its_own() -> None:
    assert row(briefing(), "f05")["status"] == "unclear"


def test_numbers_stay_numbers_and_texts_are_quoted() -> None:
    made = note(claim("1", answer="-5", quantities=figure(-5.0, "-5")), claim("2", quantities=figure(6.4)))
    line = render_csv(made).splitlines()[1]
    assert ',"\'-5",-5,-5,"exact",' in line
    assert row(made, "2")["low"] == "6.4"


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_is_no_number_is_an_empty_cell(value: float) -> None:
    broken = (Quantity(start=0, end=1, text="many", low=value, high=None),)
    assert row(note(claim("1", quantities=broken)), "1")["low"] == ""


def test_line_ends_and_byte_order_mark() -> None:
    text = render_csv(briefing())
    assert text.count("\r\n") == len(briefing().claims) + 1
    assert text.replace("\r\n", "").count("\n") == text.replace("\r\n", "").count("\r") == 0
    assert render_csv(briefing(), bom=True) == "\ufeff" + text


def test_a_quote_over_several_lines_is_one_cell() -> None:
    quote = "We lost no one.\n\n  “None,” he said"
    assert row(note(claim("1", quote=quote)), "1")["quote"] == quote


def test_what_is_opposed_is_named_on_both_sides() -> None:
    made = note(
        claim("1"), claim("2"), claim("3"), threads=(thread("1", "2", "3", status="disputed"),),
        relations=(
            Relation(a="1", b="2", label="contradicts", reason="", basis="rule:x"),
            Relation(a="2", b="3", label="refines", reason="", basis="rule:x"),
        ),
    )  # fmt: skip
    assert [line["opposed_to"] for line in read(render_csv(made))] == ["2", "1", ""]


def test_the_outlet_in_its_own_voice_is_not_attributed() -> None:
    own = claim("1").model_copy(
        update={"attribution": (Attribution(name="The Post", role="outlet", mode="narration"),)}
    )
    found = row(note(own, articles=(article("a"),)), "1")
    assert (found["originator"], found["attributed"]) == ("The Post", "no")


@pytest.mark.parametrize("prefix", ["", "word ", "\n", " "])
@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in PAYLOADS.items()])
def test_hostile_text(payload: str, prefix: str) -> None:
    made = poison(payload, prefix=prefix)
    lines = read(render_csv(made))
    assert len(lines) == len(made.claims)
    for line in lines:
        assert not [text for name, text in line.items() if name not in NUMBERS and ACTIVE.match(text)]
        assert all(re.fullmatch(r"(-?\d+(\.\d+)?)?", line[name]) for name in NUMBERS)


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_any_text_is_one_inert_cell(text: str) -> None:
    lines = read(render_csv(note(claim("1", quote=text, answer=text, flags=(text,)))))
    assert len(lines) == 1
    assert not [cell for name, cell in lines[0].items() if name not in NUMBERS and ACTIVE.match(cell)]


@given(st.text(max_size=20))
def test_defusing_adds_an_apostrophe_or_nothing(text: str) -> None:
    assert defuse(text) in {text, f"'{text}"}
    assert defuse(defuse(text)) == defuse(text)


def test_every_column_says_what_stands_in_it() -> None:
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
    assert [line["column"] for line in read(describe_columns())] == names
    assert all(line["meaning"] for line in read(describe_columns()))


def test_the_command_prints_the_columns() -> None:
    ran = counterclaim("schema", "csv")
    assert (ran.code, ran.out) == (0, describe_columns())


def test_the_columns_say_the_closed_sets_of_the_schema() -> None:
    closed = json.loads(counterclaim("schema").out)["$defs"]
    meaning = {column.name: column.meaning for column in COLUMNS}
    for record, field, column in [
        ("Claim", "kind", "kind"),
        ("Claim", "certainty", "certainty"),
        ("Claim", "reality", "reality"),
        ("Quantity", "bound", "bound"),
        ("Attribution", "mode", "mode"),
        ("Attribution", "access", "access"),
        ("Thread", "status", "status"),
    ]:
        assert [
            value for value in closed[record]["properties"][field]["enum"] if value not in meaning[column]
        ] == []
