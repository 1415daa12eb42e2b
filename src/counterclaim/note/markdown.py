"""The note as Markdown: everything, nothing folded, with a footnote for every quote (room: brains).

Text from articles is escaped so that none of it is markup (CommonMark and GitHub's additions), and stays readable in
the raw file: only characters that would act are escaped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.core.records import Briefing
from counterclaim.note.cards import status_words
from counterclaim.note.ledger import carried_words
from counterclaim.note.positions import carried_by
from counterclaim.note.prose import excerpt, plain
from counterclaim.note.sections import build_sections
from counterclaim.note.view import (
    Change,
    Citation,
    Dispute,
    Event,
    FigureGroup,
    Gap,
    Head,
    OriginLine,
    Position,
    Sections,
    Source,
    Statement,
    Voice,
)

_ACTIVE = re.compile(r"[\\`*_\[\]<|~$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"(?<=\w):(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_BLOCK = re.compile(r"^(?:[#+=>-]|\d{1,9}(?=[.)]))")
_BODY_ROOM, _NOTE_ROOM = 400, 2000

Lines = Iterator[str]


def escape(text: str) -> str:
    r"""A line of text that reads the same when it is rendered, with nothing in it acting as markup.

    >>> print(escape("[a](http://x.y) *b* <i> & 2 < 3"))
    \[a\](http&#58;//x.y) \*b\* \<i> & 2 \< 3
    >>> print(escape("1. x"), escape("# x"), escape("AT&T &amp; co"))
    1\. x \# x AT&T &amp;amp; co
    """
    text = _ACTIVE.sub(r"\\\g<0>", _ENTITY.sub("&amp;", text))
    text = _LINK.sub(lambda match: f"&#{ord(match.group())};", text)
    return _BLOCK.sub(lambda match: _inert(match.group()), text)


def _inert(mark: str) -> str:
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def _code(text: str) -> str:
    """A code span, fenced by more backticks than the text has in a row."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{fence} {plain(text)} {fence}" if len(fence) > 1 else f"`{plain(text)}`"


class _Footnotes:
    """Numbers for what was cited, in the order of first use; a position keeps its number wherever it is cited."""

    def __init__(self) -> None:
        self._cited: dict[tuple[str, str, int, int], tuple[int, tuple[Citation, ...]]] = {}

    def mark(self, citations: Sequence[Citation]) -> str:
        lead = citations[0]
        key = (lead.claim, lead.article, lead.start, lead.end)
        number, _ = self._cited.setdefault(key, (len(self._cited) + 1, tuple(citations)))
        return f"[^{number}]"

    def lines(self) -> Lines:
        for number, citations in self._cited.values():
            quote = escape(excerpt(citations[0].quote, _NOTE_ROOM).marked())
            places = "; also ".join(_place(citation) for citation in citations)
            yield f"[^{number}]: {quote} - {places}"


def _place(citation: Citation) -> str:
    claim = f", {_code(citation.claim)}" if citation.claim else ""
    return f"{escape(citation.outlet)}, {escape(citation.published)}, characters {citation.start} to {citation.end}{claim}"


def render_markdown(briefing: Briefing) -> str:
    r"""The whole note as one Markdown document; the same briefing gives the same text.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="A *new* road", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(),
    ...                  summaries=(), claims=(), relations=(), threads=(), origins=())
    >>> print(render_markdown(empty).splitlines()[0])
    # A \*new\* road
    """
    sections, notes = build_sections(briefing), _Footnotes()
    body = [*_note(sections, notes)]
    cited = [*notes.lines()]
    head = ("", "## Quotes and where they stand", "") if cited else ()
    return "\n".join((*body, *head, *cited)).rstrip() + "\n"


def _note(sections: Sections, notes: _Footnotes) -> Lines:
    none = "None found." if sections.compared else "There was nothing to compare."
    yield from _head(sections.head)
    yield from _section("Bottom line", (f"- {escape(line)}" for line in sections.bottom_line))
    yield from _section("Key figures", _figures(sections.figures, notes))
    yield from _section("Disputed", _disputes(sections.disputed, notes), none)
    yield from _section("Agreed", _statements(sections.agreed, notes), none)
    rest = (*_statements(sections.together, notes), *_voices(sections.alone, notes))
    yield from _section("Single origin or one-sided", rest)
    yield from _section("What changed", _changes(sections.changed, notes), none)
    yield from _section("Timeline of the event", _events(sections.timeline, notes))
    yield from _section("Sources and origins", _sources(sections.sources, sections.origins, notes))
    yield from _section("Gaps", _gaps(sections.gaps))
    yield from _section("Method", (f"- {label}: {escape(words)}" for label, words in sections.method))


def _section(title: str, lines: Iterable[str], none: str = "None found.") -> Lines:
    yield from ("", f"## {title}", "")
    yield from list(lines) or [none]


def _head(head: Head) -> Lines:
    yield f"# {escape(head.title)}"
    yield from ("", f"Briefing note, {head.notice}.", "")
    facts = (
        ("As of", head.as_of),
        ("Read", head.read),
        ("Originators", head.speakers),
        ("Engine", head.engine),
    )
    yield from (f"- {label}: {escape(words)}" for label, words in facts if words)


def _quote(position: Position, notes: _Footnotes) -> str:
    words = escape(excerpt(position.lead.quote, _BODY_ROOM, position.lead.focus).marked())
    return f"{words}{notes.mark(position.citations)}"


def _where(position: Position, *, timed: bool = True) -> str:
    return escape(carried_by(position, timed=timed))


def _marks(position: Position) -> str:
    return escape(f" ({', '.join(position.warnings)})") if position.warnings else ""


def _spoken(position: Position, notes: _Footnotes) -> str:
    return f"{escape(position.speaker)}{_marks(position)}: {_quote(position, notes)}, {_where(position)}"


def _figures(groups: Sequence[FigureGroup], notes: _Footnotes) -> Lines:
    if groups:
        yield "| Question | Figure | Originator | Carried by | Time | Status |"
        yield "|---|---|---|---|---|---|"
    for group in groups:
        question, status = escape(group.question), status_words(group.status).upper()
        for row in (*group.rows, *group.replaced):
            figure = f"**{escape(row.answer)}**{notes.mark(row.citations)}"
            who = escape(row.speaker) + _marks(row)
            yield f"| {question} | {figure} | {who} | {_where(row, timed=False)} | {escape(row.time)} | {status} |"
            question = status = ""
        span = "; ".join(words for words in (group.span, group.floor) if words)
        if span:
            yield f"| | Range: {escape(span)} | | | | |"


def _disputes(disputes: Sequence[Dispute], notes: _Footnotes) -> Lines:
    for number, dispute in enumerate(disputes, start=1):
        if number > 1:
            yield ""
        yield f"### {number}. {escape(dispute.question)}"
        yield ""
        for position in (*(p for side in dispute.sides for p in side.positions), *dispute.replaced):
            yield f"- **{escape(position.answer)}** - {_spoken(position, notes)}"
        why = f" ({escape(dispute.why)})" if dispute.why else ""
        yield ""
        yield f"Differs by: {escape(dispute.differs_by)}{why}."
        for answer in dispute.responses:
            cited = answer.citation
            quote = (
                f": {escape(excerpt(cited.quote, _BODY_ROOM).marked())}{notes.mark([cited])}" if cited else ""
            )
            yield f"Response: {escape(answer.words)}{quote}."
        yield f"To settle it: {escape(dispute.settle)}."


def _statements(statements: Sequence[Statement], notes: _Footnotes) -> Lines:
    for statement in statements:
        lead = statement.positions[0]
        answer = f"{statement.question} {lead.answer}" if lead.is_figure else statement.text
        yield f"- {escape(answer)} **{escape(statement.label.upper())}**"
        yield from (f"  - {_spoken(position, notes)}" for position in statement.positions)


def _voices(voices: Sequence[Voice], notes: _Footnotes) -> Lines:
    for voice in voices:
        yield f"- {escape(voice.speaker)}"
        for first, *others in voice.quoted():
            quote = _quote(first, notes)
            also = "".join(notes.mark(position.citations) for position in others)
            yield f"  - {quote}{also}{_marks(first)}, {_where(first)}"


def _changes(changes: Sequence[Change], notes: _Footnotes) -> Lines:
    for change in changes:
        yield f"- {escape(change.question)} **{escape(change.words.upper())}**"
        later = "same speaker" if change.same_speaker else change.later.speaker
        rows = [("earlier", position, position.speaker) for position in change.earlier]
        for order, position, who in (*rows, ("later", change.later, later)):
            said = f"{escape(who)}, {_where(position)}"
            yield f"  - {order}: **{escape(position.answer)}**{notes.mark(position.citations)} - {said}"


def _events(events: Sequence[Event], notes: _Footnotes) -> Lines:
    for event in events:
        mark = notes.mark(event.position.citations)
        marks = f" ({', '.join(event.position.marks)})" if event.position.marks else ""
        who = escape(f"({event.position.name}){marks}")
        yield f"- **{escape(event.when)}**: {escape(event.text)}{mark} {who}"


def _sources(sources: Sequence[Source], origins: Sequence[OriginLine], notes: _Footnotes) -> Lines:
    for source in sources:
        copied = f", REPRINT of {source.copy_of}" if source.copy_of else ""
        facts = f"{source.published}, {source.language}, {source.length}{copied}"
        title = f": {escape(source.title)}" if source.title else ""
        yield f"- **{escape(source.outlet)}**, {escape(facts)}{title} ({_code(source.source)})"
        yield from (f"  - note: {escape(flag)}" for flag in source.flags)
        yield from (f"  - {label}: {escape(words)}" for label, words in source.summary)
        for sentence in source.key_sentences:
            quote = escape(excerpt(sentence.quote, _BODY_ROOM).marked())
            yield f"  - {quote}{notes.mark([sentence])}"
    if origins:
        yield from ("", "Originators, and the outlets that carry them:", "")
    yield from (f"- {escape(line.speaker)}: {escape(carried_words(line))}" for line in origins)


def _gaps(gaps: Sequence[Gap]) -> Lines:
    for gap in gaps:
        yield f"- {escape(gap.heading)} ({gap.total})"
        yield from (f"  - {escape(item)}" for item in gap.items)
