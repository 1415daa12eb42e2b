import datetime as dt
import re
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentType
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing_story import articles, briefing
from command import HARBOUR, counterclaim, write
from counterclaim.core.records import Briefing
from counterclaim.note.docx import render_docx
from counterclaim.note.formats import Format
from counterclaim.note.prose import plain
from every_format import READINGS, W, squeeze
from hostile import PAYLOADS, poison
from small_note import article, claim, note

FIELDS = {"PAGE", "NUMPAGES", "NOTEREF"}
XML = "{http://www.w3.org/XML/1998/namespace}"


def opened(made: Briefing) -> DocumentType:
    return Document(BytesIO(render_docx(made)))


def parts(made: Briefing) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(render_docx(made))) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(made: Briefing, name: str) -> etree._Element:
    return etree.fromstring(parts(made)[f"word/{name}.xml"])


def text_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def footnotes(made: Briefing) -> dict[int, str]:
    """The footnotes that are ours, by number; the two before them are the separators that every document has."""
    notes = {int(n.get(f"{W}id")): text_of(n).strip() for n in part(made, "footnotes").iter(f"{W}footnote")}
    assert [notes.pop(number) for number in (-1, 0)] == ["", ""]
    return notes


def fields(made: Briefing) -> set[str]:
    found: set[str] = set()
    for content in parts(made).values():
        if content.startswith(b"<?xml"):
            root = etree.fromstring(content)
            found |= {(e.text or "").split()[0] for e in root.iter(f"{W}instrText")}
            found |= {e.get(f"{W}instr").split()[0] for e in root.iter(f"{W}fldSimple")}
    return found


def shape(made: Briefing) -> list[tuple[str, str]]:
    """The elements in order, without their text and without what follows from its script and language."""
    told = {f"{W}t", f"{W}lang", f"{W}rtl"}
    return [
        (element.tag, element.get(f"{W}val", ""))
        for name in ("document", "footnotes")
        for element in part(made, name).iter()
        if element.tag not in told and not element.tag.endswith("tblCaption")
    ]


def test_the_sections_are_real_headings_in_their_order() -> None:
    headings = [p.text for p in opened(briefing()).paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == [
        "Bottom line", "Key figures", "Disputed", "Agreed", "Single origin or one-sided", "What changed",
        "Timeline of the event", "Sources and origins", "Gaps", "Method",
    ]  # fmt: skip


def test_every_dispute_is_a_heading_with_its_sides_abreast() -> None:
    made = opened(briefing())
    cards = [p.text for p in made.paragraphs if p.style and p.style.name == "Heading 2"]
    assert cards[:2] == [
        "1. How many people died in the fire on the Orlanda?",
        "2. Did the alarm sound on every deck?",
    ]
    card = next(table for table in made.tables if table.cell(0, 0).text == "at least 19")
    assert [cell.text for cell in card.rows[0].cells] == ["at least 19", "17"]
    assert "Seafarers’ Union" in card.cell(1, 0).text
    assert "Rhea Tolland" in card.cell(1, 1).text


def test_every_table_has_a_header_row_and_a_name() -> None:
    document = part(briefing(), "document")
    tables = [*document.iter(f"{W}tbl")]
    assert len(tables) > 4
    for table in tables:
        first = next(table.iter(f"{W}tr"))
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")


def test_a_group_of_key_figures_is_one_cell_over_all_columns() -> None:
    table = opened(briefing()).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Figure", "Originator", "Carried by", "Time"]
    assert {cell.text for cell in table.rows[1].cells} == {
        "How many people died in the fire on the Orlanda? [DISPUTED]"
    }


def test_properties_and_language() -> None:
    made = opened(briefing())
    properties = made.core_properties
    assert properties.title == briefing().title
    assert (properties.author, properties.language) == ("Counterclaim", "en-GB")
    assert properties.created == properties.modified == dt.datetime(2025, 3, 6, 6, 0, tzinfo=dt.UTC)
    styles = part(briefing(), "styles")
    assert {e.get(f"{W}val") for e in styles.iter(f"{W}lang")} == {"en-GB"}


def test_a_note_without_a_time_is_not_dated_by_the_clock() -> None:
    assert opened(note()).core_properties.created == dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def test_every_page_says_that_nobody_reviewed_it() -> None:
    page = opened(briefing()).sections[0]
    assert page.header.paragraphs[0].text == "Machine draft, not reviewed"


def test_every_footnote_is_verbatim_at_its_offset() -> None:
    papers = articles().values()
    found = footnotes(briefing())
    assert [*found] == list(range(1, len(found) + 1))
    assert len(found) > 25
    for text in found.values():
        match = re.match(r"(.+?) - ([^-]+?), ([^-]*?), characters (\d+) to (\d+)", text)
        assert match
        quote, outlet, _, start, end = match.groups()
        assert any(
            quote[1:-1] in paper.text[int(start) : int(end)] for paper in papers if paper.outlet == outlet
        )


def test_every_claim_is_cited() -> None:
    notes = " ".join(footnotes(briefing()).values())
    assert [made.id for made in briefing().claims if f", {made.id}" not in notes] == []


def test_a_footnote_is_written_once_and_referred_to_from_there_on() -> None:
    document = part(briefing(), "document")
    marks = [int(e.get(f"{W}id")) for e in document.iter(f"{W}footnoteReference")]
    assert marks == [*footnotes(briefing())]
    bookmarks = {e.get(f"{W}name") for e in document.iter(f"{W}bookmarkStart")}
    again = [(e.text or "").split()[1] for e in document.iter(f"{W}instrText")]
    assert len(again) > 5
    assert set(again) <= bookmarks == {f"_Ref{number}" for number in marks}
    begun, ended = ([e for e in document.iter(f"{W}fldChar") if e.get(f"{W}fldCharType") == kind] for kind in ("begin", "end"))  # fmt: skip
    assert len(begun) == len(ended) == len(again)


def test_marks_beside_each_other_are_told_apart() -> None:
    made = note(claim("1", quote="9 and 8"), claim("2", quote="9 and 8"))
    line = next(p for p in part(made, "document").iter(f"{W}p") if "9 and 8" in text_of(p))
    runs = [run for run in line.iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None]
    assert [text_of(run) or run[-1].get(f"{W}id") for run in runs] == ["1", ",", "2"]


def test_quotes_carry_their_language() -> None:
    paper = article("a", "Al-Sabah", language="ar")
    made = note(claim("1", quote=PAYLOADS["right to left"], text="Text."), articles=(paper,))
    run = next(r for r in part(made, "document").iter(f"{W}r") if PAYLOADS["right to left"] in text_of(r))
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "ar"
    assert run.find(f"{W}rPr/{W}rtl") is not None


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert render_docx(briefing()) == render_docx(briefing())


def test_nothing_leads_out_of_the_document() -> None:
    for name, content in parts(poison(PAYLOADS["markdown links"])).items():
        assert b"TargetMode" not in content, name
    assert {name for name in parts(briefing()) if "thumbnail" in name or "custom" in name} == set()


def test_every_style_used_is_defined() -> None:
    made = briefing()
    defined = {e.get(f"{W}styleId") for e in part(made, "styles").iter(f"{W}style")}
    used = {
        e.get(f"{W}val")
        for name in ("document", "footnotes")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for e in part(made, name).iter(f"{W}{tag}")
    }
    assert used >= {"Title", "Heading1", "ListBullet", "FootnoteText", "FootnoteReference", "TableGrid"}
    assert used <= defined


@pytest.mark.parametrize("prefix", ["", "word "])
@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in PAYLOADS.items()])
def test_hostile_text(payload: str, prefix: str) -> None:
    made = poison(payload, prefix=prefix)
    assert fields(made) <= FIELDS
    harmless = re.sub(r"[^\w\s]|_", "x", plain(payload))
    assert shape(made) == shape(poison(harmless, prefix=prefix))


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=40))
def test_any_text_stays_text(payload: str) -> None:
    made = poison(payload)
    assert fields(made) <= FIELDS
    assert opened(made).paragraphs


def test_a_missing_package_is_said_before_any_work(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['docx'] = None; sys.argv = ['counterclaim', 'brief', 'none.md', '-o', 'n.docx'];"
        "from counterclaim.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"pip install 'counterclaim[docx]'" in done.stderr
    assert b"Traceback" not in done.stderr


def test_the_command_writes_a_file_and_a_pipe(tmp_path: Path) -> None:
    source = write(tmp_path, "a.md", HARBOUR)
    ran = counterclaim("brief", source, "--quiet", "-o", str(tmp_path / "note.docx"))
    assert (ran.code, ran.out) == (0, "")
    saved = (tmp_path / "note.docx").read_bytes()
    piped = subprocess.run(
        [sys.executable, "-m", "counterclaim", "brief", source, "--quiet", "--format", "docx"],
        capture_output=True,
        check=True,
    )
    assert piped.stdout == saved
    assert "At least 12 people died" in squeeze(READINGS[Format.DOCX].text(saved))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    """Every paragraph and footnote arrives on paper."""
    source = tmp_path / "note.docx"
    source.write_bytes(render_docx(briefing()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        str(tmp_path),
        str(source),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    shown = squeeze((tmp_path / "note.txt").read_text(encoding="utf-8-sig"))
    assert "Seafarers’ Union: “At least 19 people burned or drowned on the Orlanda”" in shown
