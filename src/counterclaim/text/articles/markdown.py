"""Markdown articles: YAML front matter, and a body whose markup goes and whose words stay (room: brains)."""

import html
import re
from itertools import pairwise

from counterclaim.core.errors import SourceUnreadableError
from counterclaim.text.articles.blocks import bar_rows, bare_row, drop_code
from counterclaim.text.articles.cleaning import clean_line, clean_text, split_paragraphs
from counterclaim.text.articles.drafts import Draft, describe, read_head

_FRONT = re.compile(r"---[ \t]*\n")
# One `key: value` line that YAML reads as it stands: a value in double quotes without escapes, or a plain one.
_PAIR = re.compile(r'([A-Za-z]\w*): +(?:"([^"\\]*)" *|([A-Za-z0-9](?:[^:#]|:(?! |$))*))$')
# One that YAML does not read, and that can mean but one thing: a headline with a colon, or one that opens with a quotation.
_WORDED_PAIR = re.compile(r"""([A-Za-z]\w*): +("[^"\\]*"[^"\\]*|'[^'\\]*'[^'\\]*|[A-Za-z0-9‘“][^#]*)$""")
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]]{1,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,100}\])")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|(?<!_)_{1,3})(?=[^\s*_])([^*_\n]{1,500})(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")
_LINE_HEAD = re.compile(r"^ {0,3}(?:(?:> ?)+|#{1,6} +)+", re.MULTILINE)
_RULE_LINE = re.compile(r"^ {0,3}(?:={3,}|-{3,}|\*{3,}|_{3,}|```.{0,40}|~~~.{0,40}) *$", re.MULTILINE)
_ONE_LINER = re.compile(r" {0,3}(?:#{1,6} |\||(?:[-*_=] ?){3,}$|```|~~~)")
_STARTS_BLOCK = re.compile(r"\s{0,12}(?:[-*+•] |\d{1,3}[.)] |#{1,6} |\||(?:[-*_=] ?){3,}$|```|~~~)")
_WIDEST_WRAP = 120
_HEADING = re.compile(r"\s*# +(\S[^\n]{0,300})\n|\s*(\S[^\n]{0,300})\n=+ *\n")


def parse_markdown(text: str) -> Draft:
    r"""Read Markdown with optional YAML front matter (title, outlet, published, byline or author, language).

    Markup goes, words stay, but for blocks of code, which are counted in `flags`. Unknown keys are ignored; a top heading is the title where the front matter has none.

    Raises:
        SourceUnreadableError: The front matter is not closed, is not YAML, or is not a mapping; names the line.

    >>> parse_markdown("---\ntitle: Ferry sinks\npublished: 2025-10-05\n---\n**Twelve** [died](x).").text
    'Twelve died.'
    """
    text = clean_newlines(text)
    front, body = _split_front_matter(text)
    heading = _HEADING.match(body)
    if heading:
        title = clean_line(_strip_markup(heading[1] or heading[2]))
        same = front.get("title") in {None, title}
        front, body = ({"title": title} | front, body[heading.end() :]) if same else (front, body)
    bared = drop_code(_strip_comments(body))
    body = _strip_markup(_RULE_LINE.sub("", _join_lines(bar_rows(bared.text))))
    paragraphs = tuple(bare_row(line) for line in split_paragraphs(clean_text(body)))
    draft = describe(front)
    return read_head(draft._replace(flags=(*draft.flags, *bared.flags)), paragraphs)


def clean_newlines(text: str) -> str:
    r"""Make every line end a newline and drop a byte order mark, before line-based syntax is read.

    >>> clean_newlines("\ufeff---\r\n")
    '---\n'
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _split_front_matter(text: str) -> tuple[dict[str, str | None], str]:
    text = text.lstrip("\n")
    opening = _FRONT.match(text)
    if not opening:
        return {}, text
    closing = _FRONT_END.search(text, opening.end())
    if not closing:
        first = text[opening.end() :].split("\n", 1)[0]
        if re.match(r"\w+\s*:", first):
            raise SourceUnreadableError(
                "the front matter opened on line 1 is not closed", remedy="end it with a line of three dashes"
            )
        return {}, text
    return _parse_front_matter(text[opening.end() : closing.start()]), text[closing.end() :]


def _parse_front_matter(lines: str) -> dict[str, str | None]:
    """All values as worded: YAML's own reading of dates drops their offset, and makes `No` a falsehood."""
    pairs = _read_pairs(lines)
    loaded = _load_yaml(lines) if pairs is None else pairs
    return {str(key).strip().lower(): _worded(value) for key, value in loaded.items()}


def _read_pairs(lines: str) -> dict[str, str] | None:
    """What most front matter holds, read without YAML, whose import takes longer than an article; else None."""
    pairs = _match_lines(_PAIR, lines)
    return {pair[1]: pair[2] or (pair[3] or "").rstrip(" ") for pair in pairs} if pairs else None


def _match_lines(pattern: re.Pattern[str], lines: str) -> list[re.Match[str]] | None:
    """The matches of all lines, or None where one does not match."""
    found = [pattern.match(line) if line.isprintable() else None for line in lines.rstrip("\n").split("\n")]
    matches = [match for match in found if match]
    return matches if len(matches) == len(found) else None


def _unquoted(value: str) -> str:
    """A value without the quotation marks around the whole of it."""
    mark = value[0]
    return value[1:-1] if mark in "\"'" and value.endswith(mark) and mark not in value[1:-1] else value


def _load_yaml(lines: str) -> dict[object, object]:
    import yaml  # noqa: PLC0415 - most articles do without, see `_read_pairs`

    remedy = "mend the lines between the dashes (a value with a colon needs quotation marks), or remove them"
    try:
        # BaseLoader builds nothing but strings, lists and mappings.
        loaded: object = yaml.load(lines, Loader=yaml.BaseLoader)  # noqa: S506 - safer than SafeLoader, see above
    except yaml.MarkedYAMLError as error:
        if worded := _match_lines(_WORDED_PAIR, lines):
            return {pair[1]: _unquoted(pair[2]) for pair in worded}
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise SourceUnreadableError(f"the front matter is broken on line {line}", remedy=remedy) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise SourceUnreadableError("the front matter is not YAML", remedy=remedy) from error
    if not isinstance(loaded, dict):
        if not loaded:
            return {}
        raise SourceUnreadableError(
            "the front matter on line 2 is not a list of `key: value` lines", remedy=remedy
        )
    return loaded


def _worded(value: object) -> str | None:
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    return (
        clean_line(value) if isinstance(value, str) and value not in {"null", "~", "Null", "NULL"} else None
    )


def _strip_comments(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else part for part in others)


def _join_lines(body: str) -> str:
    """Join the lines of a paragraph, as Markdown does; not where lines are too long to have been wrapped."""
    lines = body.split("\n")
    if max(map(len, lines)) > _WIDEST_WRAP:
        return body
    joined = lines[:1]
    for before, line in pairwise(lines):
        if _continues(before, line):
            joined[-1] = f"{joined[-1]} {line.lstrip(' >')}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _continues(before: str, line: str) -> bool:
    if not before.strip() or not line.strip() or before.endswith(("  ", "\\")) or _ONE_LINER.match(before):
        return False
    quoted = line.lstrip().startswith(">")
    return before.lstrip().startswith(">") if quoted else not _STARTS_BLOCK.match(line)


def _strip_markup(text: str) -> str:
    text = _IMAGE.sub("", _LINE_HEAD.sub("", text))
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    return html.unescape(_ESCAPED.sub(r"\1", _TAG.sub("", text)))
