"""The extraction process: article text out of untrusted pages, apart from the main process (room: edges).

Run as `python -m counterclaim.outside.extraction`; one JSON object a line in and out, in the same order. A process
of its own, because importing trafilatura takes longer than everything else a run imports, and because only a
process can be stopped when hostile markup makes it run forever. `pages` is the other end of the pipe.
"""

import base64
import json
import re
import signal
import sys
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from counterclaim.outside.decoding import decode
from counterclaim.outside.markup import describe_page

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=[\s\"']{0,9}([A-Za-z0-9_.:\-]{1,40})", re.IGNORECASE)
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_SPACES = re.compile(r"[ \t\r\n\f]+")  # odd spaces are the business of `cleaning`
_HEAD = 4096
_BLOCKS = frozenset({"p", "head", "list", "item", "quote", "table", "row", "div", "ab", "code", "lb", "fw"})
_TEASER = re.compile(
    r"(?:read|see|watch|listen)(?: (?:more|also|next|this|now))+\b|also read\b|related(?: \w+)?:|more on this\b"
    r"|(?:sign|log) (?:up|in)\b|subscribe\b|advertisement$|share this\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|privacy policy|javascript|subscrib\w+|sign(?:ed)? in|log(?:ged)? in|paywall|captcha"
    r"|page (?:not|cannot be) found)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।][\"'”’»)]*$")
_FEWEST_WORDS = 6
_FEWEST_LETTERS = 30
_REMEDY = "save the whole article page, or give its text as .txt"


def extract_page(raw: bytes) -> dict[str, str | None]:
    """Return the metadata and `text` (paragraphs separated by a blank line) of a page, or `what` and `remedy`.

    Navigation, comments, consent and teaser text are left out; the words of the article stay.
    """
    source, flag = _decode_page(raw)
    tree = load_html(_XML_HEAD.sub("", source))
    if tree is None:
        return {"what": "it is not an HTML page", "remedy": _REMEDY}
    page = describe_page(tree)
    _mark_quotes(tree)
    document = bare_extraction(tree, include_comments=False, include_images=False, include_links=False)
    body = getattr(document, "body", None)
    paragraphs = [] if body is None else [p for p in _read_paragraphs(body) if not _TEASER.match(p)]
    if page.title and paragraphs and _same(paragraphs[0], page.title):
        del paragraphs[0]
    if not _holds_article(paragraphs):
        return {"what": "no article found in the page", "remedy": _REMEDY}
    return {**page._asdict(), "text": "\n\n".join(paragraphs), "flag": flag}


def _decode_page(raw: bytes) -> tuple[str, str | None]:
    """UTF-8 where it is that, else as the page declares, else a guess."""
    declared = _CHARSET.search(raw[:_HEAD])
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    if declared and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode(declared[1].decode("ascii")), None
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(raw)


def _mark_quotes(tree: HtmlElement) -> None:
    """Give inline quotations the marks a browser shows, before extraction drops the element that stands for them."""
    for quote in tree.xpath("//q"):
        quote.text = "“" + (quote.text or "")
        quote.tail = "”" + (quote.tail or "")
        quote.drop_tag()


def _read_paragraphs(body: etree._Element) -> Iterator[str]:
    """The extracted tree as paragraphs: every block and line break starts one; list items keep a dash."""
    parts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag in _BLOCKS
        if block or (event == "end" and element.tag == "cell"):
            text = _SPACES.sub(" ", "".join(parts)).strip()
            if element.tag == "cell":
                parts = [text, " | "]
                continue
            yield from [text.strip(" |")] if text.strip(" |-") else []
            parts = ["- "] if event == "start" and element.tag == "item" else []
        parts.append((element.text if event == "start" else element.tail) or "")
    text = _SPACES.sub(" ", "".join(parts)).strip()
    yield from [text] if text else []


def _same(paragraph: str, title: str) -> bool:
    return "".join(filter(str.isalnum, paragraph.casefold())) == "".join(
        filter(str.isalnum, title.casefold())
    )


def _holds_article(paragraphs: list[str]) -> bool:
    """Whether there is a sentence that is not about cookies, accounts or errors."""
    prose = [p for p in paragraphs if _SENTENCE_END.search(p) and _is_long(p)]
    return any(not _CONSENT.search(p) for p in prose)


def _is_long(paragraph: str) -> bool:
    """Some scripts put no spaces between words."""
    return len(paragraph.split()) >= _FEWEST_WORDS or (
        not paragraph.isascii() and sum(char.isalpha() for char in paragraph) >= _FEWEST_LETTERS
    )


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer every request line until there are no more."""
    for line in requests:
        try:
            answer = extract_page(base64.b64decode(line))
        except (
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
            RecursionError,
            MemoryError,
            etree.LxmlError,
        ) as error:
            answer = {
                "what": f"the page could not be taken apart ({type(error).__name__})",
                "remedy": _REMEDY,
            }
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


if __name__ == "__main__":
    # The main process decides what an interruption means, and ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(sys.stdin.buffer, sys.stdout.buffer)
