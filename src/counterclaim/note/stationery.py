"""The look of the Word document: page, styles, language, properties (room: brains; only `paper` imports it).

The styles are Word's own (Title, Heading 1, List Bullet, Footnote Text), so that a house's template can restyle them.
What python-docx's template brings along and nobody uses (a thumbnail, eighty table styles) is taken out.
"""

import datetime as dt
from typing import NamedTuple, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

LANGUAGE = "en-GB"  # of our own words
TEXT_WIDTH = 17.0  # centimetres between the margins of A4
FOOTNOTE_TEXT, FOOTNOTE_MARK = "FootnoteText", "FootnoteReference"
_FONT, _INK, _GREY = "Calibri", RGBColor(0x1F, 0x38, 0x64), RGBColor(0x50, 0x50, 0x50)
_EPOCH = dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- the format has no zone; no clock is read
_UNUSED_PARTS = ("thumbnail", "extended-properties", "stylesWithEffects", "customXml")


class _Look(NamedTuple):
    """Size and spacing of a style in points; `ink`: in the colour of headings."""

    style: str
    size: float
    before: float
    after: float
    ink: bool = False


_TABLE_TEXT = "Table Text"
_LOOKS = (
    _Look("Normal", 10, 0, 3),
    _Look("Title", 17, 0, 2, ink=True),
    _Look("Subtitle", 10, 0, 4),
    _Look("Heading 1", 13, 10, 2, ink=True),
    _Look("Heading 2", 11, 6, 2, ink=True),
    _Look("Body Text", 10, 1, 1),
    _Look("List Bullet", 10, 0, 1),
    _Look("List Bullet 2", 9.5, 0, 1),
    _Look(_TABLE_TEXT, 9, 0, 0),
    _Look("Header", 9, 0, 0),
    _Look("Footer", 9, 0, 0),
)


def dress(document: Document, *, title: str, notices: tuple[str, str], moment: dt.datetime | None) -> None:
    """Give an empty document its page, its styles, its language and its properties.

    Args:
        document: As python-docx makes it.
        title: For the properties, at most 255 characters.
        notices: What stands on every page: who may see it, at its head and its foot (may be empty), and what it is.
        moment: When the note is as of; nothing else is known that could date it.
    """
    _strip(document)
    _lay_page(document, *notices)
    document.styles.add_style(_TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for look in _LOOKS:
        _style(document, look)
    _add_footnote_styles(document)
    _set_language(document)
    properties = document.core_properties
    properties.title, properties.subject, properties.language = title, "Briefing note", LANGUAGE
    properties.author = properties.last_modified_by = "Counterclaim"
    properties.comments, properties.keywords = notices[1], notices[0]
    when = moment.astimezone(dt.UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment
    properties.created = properties.modified = when or _EPOCH
    properties.revision = 1


def _strip(document: Document) -> None:
    for rels in (document.part.package.rels, document.part.rels):
        for name in [n for n, rel in rels.items() if rel.reltype.endswith(_UNUSED_PARTS)]:
            del rels[name]
    for style in [s for s in document.styles if s.type == WD_STYLE_TYPE.TABLE]:
        if style.name not in {"Normal Table", "Table Grid"}:
            style.delete()


def _lay_page(document: Document, marking: str, notice: str) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    _mark(page.header.paragraphs[0], marking)
    page.header.paragraphs[0].add_run(notice)
    _mark(page.footer.paragraphs[0], marking)
    footer = page.footer.paragraphs[0]._p  # noqa: SLF001 -- python-docx has no fields
    for before, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        footer.add_r().text = before
        footer.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )


def _mark(paragraph: Paragraph, marking: str) -> None:
    """Who may see the note, as the protocol wants it: at the head and the foot of every page."""
    if marking:
        paragraph.add_run(marking).bold = True
        paragraph.add_run("   ")


def _style(document: Document, look: _Look) -> None:
    style = cast("ParagraphStyle", document.styles[look.style])
    _set_font(style)
    style.font.size, style.font.italic = Pt(look.size), False
    if look.ink:
        style.font.color.rgb = _INK
    elif look.style != "Normal":
        style.font.color.rgb = _GREY if look.style in {"Subtitle", "Header", "Footer"} else None
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
    style.paragraph_format.line_spacing = 1.1


def _set_font(style: CharacterStyle) -> None:
    """One font for Latin letters; the fonts of other scripts are left to the reader's system."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("asciiTheme", "hAnsiTheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    style.font.name = _FONT


def _add_footnote_styles(document: Document) -> None:
    added = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text = cast("ParagraphStyle", added)
    text.element.set(qn("w:styleId"), FOOTNOTE_TEXT)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(8.5)
    text.paragraph_format.space_after = Pt(1)
    text.paragraph_format.line_spacing = 1.0
    added = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark = cast("CharacterStyle", added)
    mark.element.set(qn("w:styleId"), FOOTNOTE_MARK)
    mark.font.superscript = True


def _set_language(document: Document) -> None:
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), LANGUAGE)
    settings = document.settings.element
    for element in settings.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), LANGUAGE)
    notes = OxmlElement("w:footnotePr")
    notes.extend(_separator(number) for number in SEPARATORS)
    settings.find(qn("w:compat")).addprevious(notes)


SEPARATORS = {-1: "separator", 0: "continuationSeparator"}  # the footnotes that every document has


def _separator(number: int) -> BaseOxmlElement:
    element = OxmlElement("w:footnote")
    element.set(qn("w:id"), str(number))
    return element
