"""A marking stands where each format is looked at: on every page, in every row, at the top and the end."""

import csv
import json
import zipfile
from io import BytesIO, StringIO

import pytest

from briefing_story import briefing
from counterclaim.core.desk import Desk, Marking
from counterclaim.core.records import Briefing
from counterclaim.note.csv import render_csv
from counterclaim.note.docx import render_docx
from counterclaim.note.html import render_html
from counterclaim.note.jsonld import render_jsonld
from counterclaim.note.markdown import render_markdown
from counterclaim.note.terminal import render_terminal


def marked(marking: Marking | None) -> Briefing:
    return briefing().model_copy(update={"desk": Desk(marking=marking)})


@pytest.mark.parametrize("marking", ["TLP:AMBER+STRICT", None])
def test_every_row_of_the_table_is_marked(marking: Marking | None) -> None:
    rows = [*csv.DictReader(StringIO(render_csv(marked(marking)), newline=""), strict=True)]
    assert {row["tlp"] for row in rows} == {marking or ""}
    assert {row["tlp"] for row in csv.DictReader(StringIO(render_csv(briefing()), newline=""))} == {""}


@pytest.mark.parametrize("marking", ["TLP:RED", None])
def test_the_note_of_the_json_ld_is_marked(marking: Marking | None) -> None:
    note = json.loads(render_jsonld(marked(marking)))["@graph"][0]
    assert note.get("conditionsOfAccess") == marking


def test_word_marks_the_head_and_the_foot_of_every_page() -> None:
    with zipfile.ZipFile(BytesIO(render_docx(marked("TLP:GREEN")))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    pages = [name for name in parts if name.startswith(("word/header", "word/footer"))]
    assert len(pages) == 2
    assert [name for name in pages if "TLP:GREEN" not in parts[name]] == []
    with zipfile.ZipFile(BytesIO(render_docx(marked(None)))) as package:
        assert [name for name in pages if "TLP" in package.read(name).decode()] == []


def test_a_printed_page_is_marked_at_its_head_and_foot() -> None:
    page = render_html(marked("TLP:GREEN"))
    assert '@top-right{content:"TLP:GREEN"}@bottom-left{content:"TLP:GREEN"}' in page
    assert page.count("<strong>TLP:GREEN</strong>") == 2


@pytest.mark.parametrize("render", [render_markdown, render_terminal])
def test_text_is_marked_at_its_top_and_its_end(render: object) -> None:
    assert callable(render)
    lines = [line for line in str(render(marked("TLP:CLEAR"))).splitlines() if "TLP:CLEAR" in line]
    assert len(lines) == 2
