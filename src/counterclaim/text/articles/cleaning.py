"""From decoded text to the text that is stored: what every offset of an article points into (room: brains).

Whatever changes a character happens here, before the first offset is taken; after it the text is never touched.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

_FUNCTION_WORDS = frozenset(
    "the of and to that for with by from said were had have has his he she which would at on as it was is are be "
    "not this their they its but who been after than".split()
)
# Half of these words are everyday English; Dutch and Afrikaans, the nearest neighbours, share "is", "was" and "had".
ENGLISH_SHARE = 0.2
_FEWEST_WORDS = 12
_SAMPLE = 6000

# C0 but tab and newline, DEL, C1; soft hyphen; bidi controls and marks; zero-width space, word joiner, invisible
# operators, byte order mark; interlinear marks; tag characters (they can carry a hidden message). NEL is a newline.
_JUNK = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_JOINERS = re.compile("[\u200c\u200d]+")
# Below this code point stand the Latin, Greek and Cyrillic letters, digits and ASCII marks: none needs a joiner.
_FIRST_JOINING = "\u0530"
_DIGIT_SPACE = re.compile(r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))")
_SPACES = re.compile(r"[^\S\n\u202f]+")
_ODD_NARROW = re.compile(r"(?<!\d)\u202f|\u202f(?!\d)")

_BULLET = re.compile(r"[-*•‣▪●◦]\s+")
_WRAP_WIDTHS = range(40, 121)
_FEWEST_WRAPS = 3


def clean_text(text: str) -> str:
    r"""Return `text` in Unicode form C, without control, bidi and zero-width characters, its lines trimmed.

    Joiners stay where a script needs them (Persian, Indic scripts, emoji) and go between Latin, Greek or Cyrillic
    letters, where they only hide a word. Odd spaces become plain ones, except the one that groups the digits of a
    number, which becomes a narrow no-break space. Quotation marks and dashes stay as printed. Cleaning clean text
    changes nothing.

    >>> clean_text("58\u00a0soldiers \u202edied\u202c\r\n1\u00a0200\twoun\u200dded")
    '58 soldiers died\n1\u202f200 wounded'
    """
    text = unicodedata.normalize("NFC", _NEWLINE.sub("\n", text).replace("\u2029", "\n\n"))
    text = _JOINERS.sub(_keep_joiner, _JUNK.sub("", text))
    text = _ODD_NARROW.sub(" ", _DIGIT_SPACE.sub("\u202f", text))
    # Form C may join what the stripped characters had kept apart.
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", text))
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def clean_line(text: str | None) -> str | None:
    r"""Return a title, name or other label as one clean line, or None where nothing is left of it.

    >>> clean_line(" Tolo\x1b[1m\n News ")
    'Tolo[1m News'
    """
    return " ".join(clean_text(text).split()) or None if text else None


def _keep_joiner(run: re.Match[str]) -> str:
    before, after = run.string[run.start() - 1 : run.start()], run.string[run.end() : run.end() + 1]
    joins = before >= _FIRST_JOINING and after >= _FIRST_JOINING
    return run.group()[0] if joins else ""


def split_paragraphs(text: str) -> tuple[str, ...]:
    r"""Cut clean text into paragraphs: at blank lines, at list items, and at line ends unless lines were wrapped.

    A text whose lines end where the next word would have crossed a common width (40 to 120 columns) is taken for
    hard-wrapped, and its lines are joined again.

    >>> split_paragraphs("Toll rises\n\n- 12 dead\n* 30 hurt\nKabul said so.")
    ('Toll rises', '- 12 dead', '- 30 hurt', 'Kabul said so.')
    """
    lines = text.split("\n")
    width = _wrap_width(lines)
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        item = _BULLET.match(line)
        if line and not item and width and _was_wrapped(before, line, width):
            paragraphs[-1] = f"{paragraphs[-1]} {line}"
        elif line:
            paragraphs.append(f"- {line[item.end() :]}" if item else line)
        before = line
    return tuple(paragraphs)


def _wrap_width(lines: list[str]) -> int | None:
    """The column at which the lines were wrapped, or None where most line ends are not of a wrap's making."""
    width = max(map(len, lines))
    inner = [(a, b) for a, b in pairwise(lines) if a and b and not _BULLET.match(b)]
    wraps = sum(_was_wrapped(a, b, width) for a, b in inner)
    return width if width in _WRAP_WIDTHS and wraps >= max(_FEWEST_WRAPS, len(inner) / 2) else None


def _was_wrapped(line: str, following: str, width: int) -> bool:
    return bool(line) and len(line) + 1 + len(following.split(" ", 1)[0]) > width


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    r"""Join paragraphs the way every stored text has them: separated by exactly one blank line.

    >>> join_paragraphs(["One.", "Two."])
    'One.\n\nTwo.'
    """
    return "\n\n".join(paragraphs)


def is_english(text: str) -> bool | None:
    """Whether the share of English function words is that of English prose; None where there are too few words.

    >>> is_english("The minister said that the bridge had been closed to all traffic by the police on Sunday.")
    True
    >>> is_english("Le ministre a dit que le pont avait été fermé à toute circulation par la police dimanche.")
    False
    >>> is_english("Toll rises") is None
    True
    """
    words = text[:_SAMPLE].lower().split()
    if len(words) < _FEWEST_WORDS:
        return None
    return sum(word.strip(".,;:!?\"'()“”‘’") in _FUNCTION_WORDS for word in words) >= ENGLISH_SHARE * len(
        words
    )
