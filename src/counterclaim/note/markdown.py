"""The note as Markdown: everything, with a footnote for every quote; tails are counted and cited (room: brains).

Text from articles is escaped so that none of it is markup (CommonMark and GitHub's additions), and stays readable in
the raw file: only characters that would act are escaped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.core.editions import NoteDifference
from counterclaim.core.records import Briefing
from counterclaim.note.backing import backing_words, lines_of, opposed_positions
from counterclaim.note.cards import status_words
from counterclaim.note.contrasts import contrast_words, givers_words, people_words
from counterclaim.note.folding import (
    FoldedVoice,
    Quoted,
    fold_events,
    fold_origins,
    fold_voices,
    headline,
    is_retold_alone,
    summary_line,
)
from counterclaim.note.footnotes import Footnotes
from counterclaim.note.ledger import carried_words, group_origins, reach_words
from counterclaim.note.positions import carried_by
from counterclaim.note.prose import counted, excerpt, listing, plain, small
from counterclaim.note.sections import build_sections
from counterclaim.note.since import NOTHING, describe_since
from counterclaim.note.view import (
    Answer,
    Change,
    Citation,
    Contrast,
    Dispute,
    Event,
    FigureGroup,
    Gap,
    Head,
    Heard,
    OriginLine,
    Position,
    Sections,
    Since,
    Source,
    Statement,
)

_ACTIVE = re.compile(r"[\\`*_\[\]<|~$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"(?<=\w):(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_BLOCK = re.compile(r"^(?:[#+=>-]|\d{1,9}(?=[.)]))")
_BODY_ROOM, _NOTE_ROOM = 400, 2000
_TELLERS = 3  # of one event, by name
_LONE = "Figures that one speaker alone gives in one outlet"

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


def _mark(citations: Sequence[Citation], notes: Footnotes) -> str:
    return f"[^{notes.number(citations)}]"


def _marks_of(positions: Iterable[Position], notes: Footnotes) -> str:
    """The marks of several footnotes, each behind a space: without it, 2 and 3 would read 23."""
    return "".join(f" {_mark(position.citations, notes)}" for position in positions)


def _footnote(number: int, citations: Sequence[Citation]) -> str:
    quote = escape(excerpt(citations[0].quote, _NOTE_ROOM).marked())
    wording = f" ({escape(citations[0].wording)})" if citations[0].wording else ""
    first, *also = (_place(citation) for citation in citations)
    return f"[^{number}]: {quote} - {'; also '.join((first + wording, *also))}"


def _place(citation: Citation) -> str:
    claim = f", {_code(citation.claim)}" if citation.claim else ""
    return f"{escape(citation.outlet)}, {escape(citation.published)}, characters {citation.start} to {citation.end}{claim}"


def render_markdown_difference(difference: NoteDifference) -> str:
    """What changed between two notes, as a Markdown document of its own."""
    since, notes = describe_since(difference), Footnotes()
    editions = (f"- From: {escape(since.before)}", f"- To: {escape(since.now)}", "")
    body = ("# Changes from one note to another", "", *editions, *_since(since, notes))
    return _with_footnotes(body, notes)


def render_markdown(briefing: Briefing) -> str:
    r"""The whole note as one Markdown document; the same briefing gives the same text.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="A *new* road", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(),
    ...                  summaries=(), claims=(), relations=(), threads=(), origins=())
    >>> print(render_markdown(empty).splitlines()[0])
    # A \*new\* road
    """
    sections, notes = build_sections(briefing), Footnotes()
    marking = escape(sections.head.marking)
    return _with_footnotes([*_note(sections, notes)], notes) + (f"\n**{marking}**\n" if marking else "")


def _with_footnotes(body: Sequence[str], notes: Footnotes) -> str:
    cited = [_footnote(number, citations) for number, citations in notes]
    head = ("", "## Quotes and where they stand", "") if cited else ()
    return "\n".join((*body, *head, *cited)).rstrip() + "\n"


def _since(since: Since, notes: Footnotes) -> Lines:
    yield from (f"- {label}: {escape(words)}" for label, words in since.articles)
    if since.articles:
        yield ""
    if not since.turns:
        yield NOTHING
    for turn in since.turns:
        yield f"- {escape(turn.question)} **{escape(turn.words.upper())}**"
        yield from (f"  - before: {_heard(heard, notes)}" for heard in turn.earlier)
        yield from (f"  - now: {_heard(heard, notes)}" for heard in turn.later)
    if since.otherwise:
        yield ""
    yield from (f"Not counted as changes: {escape(words)}." for words in since.otherwise)


def _heard(heard: Heard, notes: Footnotes) -> str:
    cited = heard.citation
    quote = f"{escape(excerpt(cited.quote, _BODY_ROOM).marked())}{_mark([cited], notes)}"
    place = escape(f"{cited.outlet}, {cited.published}")
    return f"**{escape(heard.answer)}** - {escape(heard.speaker)}: {quote}, {place}"


def _bottom_line(sections: Sections) -> Lines:
    yield from (f"- {escape(line)}" for line in sections.bottom_line)
    if sections.wording:
        yield f"- *{escape(sections.wording.label)}*"
        yield from (f"  - {escape(line)}" for line in sections.wording.lines)


def _note(sections: Sections, notes: Footnotes) -> Lines:
    none = "None found." if sections.compared else "There was nothing to compare."
    yield from _head(sections.head)
    yield from _section("Bottom line", _bottom_line(sections))
    if sections.since:
        yield from _section("Since the version before", _since(sections.since, notes))
    yield from _section("Key figures", _key_figures(sections, notes))
    yield from _section("Disputed", _disputes((*sections.disputed, *sections.undecided), notes), none)
    yield from _section("Agreed", _statements(sections.agreed, notes), none)
    yield from _section("Single origin or one-sided", _single(sections, notes))
    yield from _section("What changed", _changes(sections.changed, notes), none)
    yield from _section("Timeline of the event", _events(sections.timeline, notes))
    yield from _section("Sources and origins", _sources(sections.sources, sections.origins))
    yield from _section("Gaps", _gaps(sections.gaps))
    yield from _section("Method", (f"- {label}: {escape(words)}" for label, words in sections.method))


def _single(sections: Sections, notes: Footnotes) -> Lines:
    """What one origin or one side says: footnotes are numbered in the order of reading."""
    if sections.lone_figures:
        yield from (f"{_LONE}:", "", *_figures(sections.lone_figures, notes), "")
    yield from _statements(sections.together, notes)
    voices = fold_voices(sections)
    yield from _voices(voices, notes)


def _section(title: str, lines: Iterable[str], none: str = "None found.") -> Lines:
    yield from ("", f"## {title}", "")
    yield from list(lines) or [none]


def _head(head: Head) -> Lines:
    yield f"# {escape(head.title)}"
    if head.marking:
        yield from ("", f"**{escape(head.marking)}**")
    yield from ("", f"Briefing note, {head.notice}.", "")
    yield from (f"- {label}: {escape(words)}" for label, words in head.facts)


def _quote(position: Position, notes: Footnotes) -> str:
    words = escape(excerpt(position.lead.quote, _BODY_ROOM, position.lead.focus).marked())
    return f"{words}{_mark(position.citations, notes)}{position.lead.own_mark}{escape(position.around)}"


def _where(position: Position, *, timed: bool = True) -> str:
    return escape(carried_by(position, timed=timed))


def _marks(position: Position) -> str:
    return escape(f" ({', '.join(position.warnings)})") if position.warnings else ""


def _spoken(position: Position, notes: Footnotes) -> str:
    return f"{escape(position.teller)}{_marks(position)}: {_quote(position, notes)}, {_where(position)}"


def _figures(groups: Sequence[FigureGroup], notes: Footnotes) -> Lines:
    if groups:
        yield "| Question | Figure | Originator | Carried by | Time |"
        yield "|---|---|---|---|---|"
    for group in groups:
        asked = _asked(group)
        for line in lines_of(group):
            first, *beside = line.positions
            figure = f"**{escape(first.answer)}**{_mark(first.citations, notes)}{_marks_of(beside, notes)}"
            who = "; ".join(escape(row.speaker) + _marks(row) for row in line.positions)
            where = "; ".join(_where(row, timed=False) for row in line.positions)
            yield f"| {asked} | {figure} | {who} | {where} | {escape(line.time)} |"
            asked = ""


def _key_figures(sections: Sections, notes: Footnotes) -> Lines:
    yield from _figures(sections.key_figures, notes)
    yield from _contrasts(sections.contrasts, notes)
    if sections.lone_figures:
        yield from ("", f"{_LONE} stand under Single origin or one-sided.")


def _contrasts(contrasts: Sequence[Contrast], notes: Footnotes) -> Lines:
    """Figures of one measure that are not compared, by who is counted."""
    for contrast in contrasts:
        yield from ("", f"**{escape(contrast.measure.capitalize())}.** {contrast_words(contrast)}:", "")
        for line in contrast.lines:
            sides = (
                f"**{escape(s.answer)}**{_marks_of(s.positions, notes)} {escape(givers_words(s))}"
                for s in line.sides
            )
            yield f"- {escape(people_words(line))}: {'; '.join(sides)}"


def _asked(group: FigureGroup) -> str:
    """The question with its status, and what its figures have in common."""
    asked = f"{escape(group.question)} **{status_words(group.status).upper()}**"
    told = f"{asked} {escape(group.common)}" if group.common else asked
    return f"{told}. {escape(group.policy)}" if group.policy else told


def _disputes(disputes: Sequence[Dispute], notes: Footnotes) -> Lines:
    for number, dispute in enumerate(disputes, start=1):
        if number > 1:
            yield ""
        status = "" if dispute.decided else f" **{status_words('unclear').upper()}**"
        yield f"### {number}. {escape(dispute.question)}{status}"
        yield ""
        for position in (*(p for side in dispute.sides for p in side.positions), *dispute.replaced):
            yield f"- **{escape(position.answer)}** - {_spoken(position, notes)}"
        if origins := backing_words(opposed_positions(dispute)):
            yield f"- Origins: {escape(origins)}"
        why = f" ({escape(dispute.why)})" if dispute.why else ""
        yield f"- They differ on: {escape(dispute.differs_by)}{why}"
        yield from (f"- Response: {_response(answer, notes)}" for answer in dispute.responses)
        yield from (f"- In other words, not compared: {_response(a, notes)}" for a in dispute.related)
        yield f"- To settle it: {escape(dispute.settle)}"


def _response(answer: Answer, notes: Footnotes) -> str:
    cited = answer.citation
    quote = f": {escape(excerpt(cited.quote, _BODY_ROOM).marked())}{_mark([cited], notes)}" if cited else ""
    return f"{escape(answer.words)}{quote}"


def _statements(statements: Sequence[Statement], notes: Footnotes) -> Lines:
    for statement in statements:
        yield f"- {escape(headline(statement))} **{escape(statement.label.upper())}**"
        yield from (f"  - {_spoken(position, notes)}" for position in statement.positions)
        yield from (f"  - response: {_response(answer, notes)}" for answer in statement.responses)


def _voices(voices: Sequence[FoldedVoice], notes: Footnotes) -> Lines:
    for voice in voices:
        yield from _voice(voice, notes)
    above = sum(voice.above for voice in voices)
    if above:
        yield f"- {counted(above, 'statement')} of this kind among the figures above"


def _voice(voice: FoldedVoice, notes: Footnotes) -> Lines:
    """One speaker's quotes, each with what others did about it."""
    lines = [(_quoted(quoted, notes, named=voice.several), quoted.responses) for quoted in voice.told]
    for quotes, words in (
        (voice.cited, f"and {small(len(voice.cited))} more"),
        (voice.remarks, "that the accounts differ"),
    ):
        if quotes:
            lines.append((f"{words}{''.join(_marks_of(q.positions, notes) for q in quotes)}", ()))
    heads = lines[:1] if len(lines) == 1 else []
    if heads:
        yield f"- {'' if is_retold_alone(voice) else f'{escape(voice.speaker)}: '}{heads[0][0]}"
        yield from (f"  - response: {_response(answer, notes)}" for answer in heads[0][1])
    elif lines:
        yield f"- {escape(voice.speaker)}"
        for line, responses in lines:
            yield f"  - {line}"
            yield from (f"    - response: {_response(answer, notes)}" for answer in responses)


def _quoted(quoted: Quoted, notes: Footnotes, *, named: bool) -> str:
    """A quote with all that is read from it; a word of warning comes before it."""
    first, *others = quoted.positions
    who = f"{escape(first.lead.credit(first.name))}: " if named or first.lead.retold else ""
    warned = f"{_marks(first).strip()} " if first.warnings else ""
    return f"{who}{warned}{_quote(first, notes)}{_marks_of(others, notes)}, {_where(first)}"


def _changes(changes: Sequence[Change], notes: Footnotes) -> Lines:
    for change in changes:
        yield f"- {escape(change.question)} **{escape(change.words.upper())}**"
        later = "same speaker" if change.same_speaker else change.later.speaker
        rows = [("earlier", position, position.speaker) for position in change.earlier]
        for order, position, who in (*rows, ("later", change.later, later)):
            said = f"{escape(who)}, {_where(position)}"
            yield f"  - {order}: **{escape(position.answer)}**{_mark(position.citations, notes)} - {said}"


def _events(events: Sequence[Event], notes: Footnotes) -> Lines:
    by_time, rest = fold_events(events)
    for when, told in by_time:
        lines = [_event(event, notes) for event in told]
        yield f"- **{escape(when)}**{'' if lines[1:] else f': {lines[0]}'}"
        yield from (f"  - {line}" for line in lines if lines[1:])
    if rest:
        yield f"- and {small(len(rest))} more{_marks_of((position for event in rest for position in event.positions), notes)}"


def _event(event: Event, notes: Footnotes) -> str:
    marks = f" ({', '.join(event.marks)})" if event.marks else ""
    who = f" ({listing(event.names, limit=_TELLERS)})" if event.names else ""
    cited = _marks_of(event.positions, notes).lstrip()
    return f"{escape(event.text)}{cited}{escape(f'{event.around}{who}{marks}')}"


def _sources(sources: Sequence[Source], origins: Sequence[OriginLine]) -> Lines:
    for source in sources:
        copied = f", REPRINT of {source.copy_of}" if source.copy_of else ""
        graded = f", graded {source.grade} by the desk" if source.grade else ""
        facts = f"{source.published}, {source.language}, {source.length}{graded}{copied}"
        title = f": {escape(source.title)}" if source.title else ""
        yield f"- **{escape(source.outlet)}**, {escape(facts)}{title} ({_code(source.source)})"
        yield from (f"  - note: {escape(flag)}" for flag in source.flags)
        if source.copy_of:
            continue
        summary = summary_line(source)
        yield from (f"  - {escape(line)}" for line in [summary] if line)
        yield from (f"  - {_sentence(sentence)}" for sentence in source.key_sentences)
    if origins:
        yield from ("", "Originators, and the outlets that carry them:", "")
    often, once = fold_origins(origins)
    for party, group in group_origins(often):
        if party:
            yield f"- {escape(party)}"
        yield from (
            f"{'  ' if party else ''}- {escape(line.speaker)}: {escape(carried_words(line))}"
            for line in group
        )
    if once:
        yield f"- 1 statement each: {escape('; '.join(f'{line.speaker} in {reach_words(line)}' for line in once))}"


def _sentence(sentence: Citation) -> str:
    """A sentence of an article that is cited nowhere else: its place stands beside it, with no footnote."""
    quote = escape(excerpt(sentence.quote, _BODY_ROOM).marked())
    return f"{quote} (characters {sentence.start} to {sentence.end})"


def _gaps(gaps: Sequence[Gap]) -> Lines:
    for gap in gaps:
        yield f"- {escape(gap.heading)} ({gap.total})"
        yield from (f"  - {escape(item)}" for item in gap.items)
