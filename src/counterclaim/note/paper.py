"""Layout for a word processor: paragraphs, tables, real footnotes (room: brains; only `docx` imports it).

python-docx writes everything but footnotes, so that part of the package is made here: each footnote once, and a
cross-reference (the field NOTEREF) wherever it is cited again. Text is set as text: nothing in it can be a field.
"""

import datetime as dt
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import NamedTuple, cast

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package

from counterclaim.note.footnotes import Footnotes
from counterclaim.note.stationery import FOOTNOTE_MARK, FOOTNOTE_TEXT, SEPARATORS, TEXT_WIDTH, dress
from counterclaim.note.view import Citation

_TWIPS = 567  # in a centimetre
_SHADE, _RULE = "E7ECF4", "A6A6A6"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SCRIPTS = {"bidi": frozenset({"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"}), "eastAsia": frozenset({"ja", "ko", "zh"})}  # fmt: skip
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of a zip archive's time; no clock is read


class Piece(NamedTuple):
    """A stretch of text. `language`: of the words, where they are not ours; `cites`: the footnote behind it."""

    text: str
    bold: bool = False
    language: str | None = None
    cites: tuple[Citation, ...] = ()


Words = Sequence[Piece]


class Row(NamedTuple):
    """A row of a table: cells of one or more paragraphs. `whole`: one cell over all columns; `heads` the next rows.

    `keep`: on the page of the next row.
    """

    cells: Sequence[Sequence[Words]]
    whole: bool = False
    heads: bool = False
    keep: bool = False


class Line(NamedTuple):
    """A paragraph in a style, which is given by its id ("Heading1", "ListBullet"). `keep`: on the page of the next."""

    words: Words
    style: str = "Normal"
    keep: bool = False


class Grid(NamedTuple):
    """A table whose header row is repeated on every page.

    `title`: what it shows, for those who hear it. `widths`: of the columns, as shares of the page.
    """

    title: str
    widths: Sequence[float]
    head: Sequence[Words]
    rows: Sequence[Row]


def pack_document(
    blocks: Iterable[Line | Grid],
    *,
    title: str,
    notices: tuple[str, str],
    moment: dt.datetime | None,
    footnote: Callable[[Sequence[Citation]], Words],
) -> bytes:
    """The blocks as a .docx file; the same blocks give the same bytes.

    Args:
        blocks: The text, in order.
        title: For the properties of the document.
        notices: What stands on every page: who may see it (may be empty), and what it is.
        moment: What the document is dated; None leaves the beginning of its century.
        footnote: Gives the text of a footnote.
    """
    document = Document()
    dress(document, title=title, notices=notices, moment=moment)
    page = _Page(_footnotes_part(document.part.package), footnote)
    document.part.relate_to(page.footnotes, RELATIONSHIP_TYPE.FOOTNOTES)
    end = document.element.body.sectPr
    for block in blocks:
        end.addprevious(page.table(block) if isinstance(block, Grid) else page.paragraph(block))
    saved, packed = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _BEGINNING), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


class _Page:
    """What is being written, with the footnotes cited so far."""

    def __init__(self, footnotes: XmlPart, footnote: Callable[[Sequence[Citation]], Words]) -> None:
        self.footnotes = footnotes
        self._numbers, self._footnote = Footnotes(), footnote

    def table(self, grid: Grid) -> BaseOxmlElement:
        share = TEXT_WIDTH * _TWIPS / sum(grid.widths)
        columns = [round(width * share) for width in grid.widths]
        table = _new_table(grid.title, columns)
        head = Row([[[piece._replace(bold=True) for piece in words]] for words in grid.head], heads=True)
        table.append(self._row(head, columns, head=True))
        table.extend(self._row(row, columns) for row in grid.rows)
        return table

    def _row(self, row: Row, columns: Sequence[int], *, head: bool = False) -> BaseOxmlElement:
        element = OxmlElement("w:tr")
        properties = _child(element, "w:trPr")
        _child(properties, "w:cantSplit")
        if head:
            _child(properties, "w:tblHeader")
        widths = [sum(columns)] if row.whole else columns
        for width, paragraphs in zip(widths, row.cells, strict=True):
            cell = _child(element, "w:tc")
            _set_cell(cell, width, span=len(columns) if row.whole else 1, shaded=row.heads)
            for words in paragraphs:
                cell.append(self.paragraph(Line(words, "TableText", keep=row.heads or row.keep)))
        return element

    def paragraph(self, line: Line) -> CT_P:
        paragraph = _new_paragraph(line.style)
        if line.keep:
            _child(paragraph.get_or_add_pPr(), "w:keepNext")
        cited = False
        for piece in line.words:
            if piece.text:
                _add_run(paragraph, piece)
                cited = False
            if piece.cites:
                if cited:
                    _add_mark(paragraph).text = ","
                self._cite(paragraph, piece.cites)
                cited = True
        return paragraph

    def _cite(self, paragraph: CT_P, citations: Sequence[Citation]) -> None:
        known = len(self._numbers)
        number = self._numbers.number(citations)
        if number <= known:
            _add_cross_reference(paragraph, number)
            return
        note = _child(self.footnotes.element, "w:footnote", id=number)
        text = _new_paragraph(FOOTNOTE_TEXT)
        _child(_add_mark(text), "w:footnoteRef")
        for piece in (Piece(" "), *self._footnote(citations)):
            _add_run(text, piece)
        note.append(text)
        _child(paragraph, "w:bookmarkStart", id=number, name=f"_Ref{number}")
        _child(_add_mark(paragraph), "w:footnoteReference", id=number)
        _child(paragraph, "w:bookmarkEnd", id=number)


def _child(parent: BaseOxmlElement, tag: str, **attributes: str | int) -> BaseOxmlElement:
    """Add an element with attributes of WordprocessingML."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    parent.append(element)
    return element


def _new_paragraph(style: str) -> CT_P:
    paragraph = cast("CT_P", OxmlElement("w:p"))
    paragraph.style = style
    return paragraph


def _add_run(paragraph: CT_P, piece: Piece) -> None:
    run = paragraph.add_r()
    run.text = piece.text
    properties = run.get_or_add_rPr()
    if piece.bold:
        _child(properties, "w:b")
    if _is_right_to_left(piece.text):
        _child(properties, "w:rtl")
    tag = piece.language or ""
    if _TAG.fullmatch(tag):
        primary = tag.split("-")[0].lower()
        slot = next((slot for slot, languages in _SCRIPTS.items() if primary in languages), "val")
        _child(properties, "w:lang", **{slot: tag})


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left.

    >>> _is_right_to_left("12 جنديا"), _is_right_to_left("12 dead")
    (True, False)
    """
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


def _add_mark(paragraph: CT_P) -> CT_R:
    run = paragraph.add_r()
    run.style = FOOTNOTE_MARK
    return run


def _add_cross_reference(paragraph: CT_P, number: int) -> None:
    """The number of a footnote that stands elsewhere; word processors renumber it with the footnotes."""
    _child(_add_mark(paragraph), "w:fldChar", fldCharType="begin")
    field = OxmlElement("w:instrText")
    field.set(qn("xml:space"), "preserve")
    field.text = f" NOTEREF _Ref{number} \\f \\h "
    _add_mark(paragraph).append(field)
    _child(_add_mark(paragraph), "w:fldChar", fldCharType="separate")
    _add_mark(paragraph).text = str(number)
    _child(_add_mark(paragraph), "w:fldChar", fldCharType="end")


def _footnotes_part(package: Package) -> XmlPart:
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
        f"</w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in SEPARATORS.items()
    )
    element = parse_xml(f"<w:footnotes {nsdecls('w')}>{lines}</w:footnotes>")
    return XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, element, package)


def _new_table(title: str, columns: Sequence[int]) -> BaseOxmlElement:
    table = OxmlElement("w:tbl")
    properties = _child(table, "w:tblPr")
    _child(properties, "w:tblStyle", val="TableGrid")
    _child(properties, "w:tblW", w=sum(columns), type="dxa")
    borders = _child(properties, "w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _child(borders, f"w:{side}", val="single", sz=4, space=0, color=_RULE)
    _child(properties, "w:tblLayout", type="fixed")
    _child(properties, "w:tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)  # fmt: skip
    _child(properties, "w:tblCaption", val=title)
    grid = _child(table, "w:tblGrid")
    for width in columns:
        _child(grid, "w:gridCol", w=width)
    return table


def _set_cell(cell: BaseOxmlElement, width: int, *, span: int, shaded: bool) -> None:
    properties = _child(cell, "w:tcPr")
    _child(properties, "w:tcW", w=width, type="dxa")
    if span > 1:
        _child(properties, "w:gridSpan", val=span)
    if shaded:
        _child(properties, "w:shd", val="clear", color="auto", fill=_SHADE)
