"""From bytes to text: byte order marks, UTF-8, and a guess with a flag where neither holds (room: edges)."""

import codecs

from counterclaim.core.errors import SourceUnreadableError
from counterclaim.text.articles.cleaning import is_english

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096
_SAMPLE = 60_000
_DAMAGED = 0.1


def decode(raw: bytes) -> tuple[str, str | None]:
    """Return the text, and what was assumed about its encoding where the bytes do not say it.

    Raises:
        SourceUnreadableError: No encoding fits.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace"), None
    zeros = (raw[:_HEAD:2].count(0), raw[1:_HEAD:2].count(0))
    if any(zeros):
        return raw.decode(
            "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le", "replace"
        ), "encoding guessed: utf-16"
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError:
        return _mend(raw) or _guess(raw)


def _mend(raw: bytes) -> tuple[str, str] | None:
    """UTF-8 in which only a few characters are broken, as by a cut in the middle of one."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken > _DAMAGED * sum(char > "\x7f" for char in text):
        return None
    return text, f"UTF-8 with damaged characters: {broken}"


def _guess(raw: bytes) -> tuple[str, str]:
    western = raw.decode("cp1252", "replace")
    if is_english(western):
        return western, "encoding guessed: windows-1252"
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None:
        raise SourceUnreadableError("its encoding cannot be told", remedy="save it as UTF-8")
    return raw.decode(best.encoding, "replace"), f"encoding guessed: {best.encoding}"
