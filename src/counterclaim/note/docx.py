"""The note as a Word document to edit and forward: headings, tables, a footnote for every quote (room: brains).

It shows what the Markdown shows: everything, with tails counted and cited. Needs python-docx, the extra `docx`.
"""

from collections.abc import Iterable, Iterator, Sequence

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
from counterclaim.note.ledger import group_origins, reach_words
from counterclaim.note.paper import Grid, Line, Piece, Row, Words, pack_document
from counterclaim.note.positions import carried_by
from counterclaim.note.prose import counted, excerpt, listing, small
from counterclaim.note.sections import build_sections
from counterclaim.note.since import NOTHING
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
    Side,
    Since,
    Source,
    Statement,
)

_BODY_ROOM, _NOTE_ROOM = 400, 2000
_TELLERS = 3  # of one event, by name
_KEPT = 6  # rows of a table that stay together
_ABREAST = 3  # sides of a dispute beside each other

Blocks = Iterator[Line | Grid]


def render_docx(briefing: Briefing) -> bytes:
    """The whole note as a .docx file; the same briefing gives the same bytes.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="A new road", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(),
    ...                  summaries=(), claims=(), relations=(), threads=(), origins=())
    >>> render_docx(empty)[:2]
    b'PK'
    """
    sections = build_sections(briefing)
    head = sections.head
    notice = head.notice[:1].upper() + head.notice[1:]
    return pack_document(
        _note(sections),
        title=head.title,
        notices=(head.marking, notice),
        moment=briefing.as_of,
        footnote=_footnote,
    )


def _bottom_line(sections: Sections) -> Blocks:
    yield from (_bullet(Piece(line)) for line in sections.bottom_line)
    if sections.wording:
        yield _bullet(Piece(sections.wording.label))
        yield from (_inner(Piece(line)) for line in sections.wording.lines)


def _note(sections: Sections) -> Blocks:
    none = "None found." if sections.compared else "There was nothing to compare."
    yield from _head(sections.head)
    yield from _section("Bottom line", _bottom_line(sections))
    if sections.since:
        yield from _section("Since the version before", _since(sections.since))
    figures = (*_figures(sections.key_figures, "Key figures"), *_contrasts(sections.contrasts))
    yield from _section("Key figures", figures)
    yield from _section("Disputed", _disputes((*sections.disputed, *sections.undecided)), none)
    yield from _section("Agreed", _statements(sections.agreed), none)
    lone = _figures(sections.lone_figures, "Figures that one speaker alone gives in one outlet")
    rest = (*lone, *_statements(sections.together), *_voices(fold_voices(sections)))
    yield from _section("Single origin or one-sided", rest)
    yield from _section("What changed", _changes(sections.changed), none)
    yield from _section("Timeline of the event", _events(sections.timeline))
    yield from _section("Sources and origins", _sources(sections.sources, sections.origins))
    yield from _section("Gaps", _gaps(sections.gaps))
    yield from _section("Method", (_labelled(*pair) for pair in sections.method))
    if sections.head.marking:
        yield Line([Piece(sections.head.marking, bold=True)])


def _section(title: str, blocks: Iterable[Line | Grid], none: str = "None found.") -> Blocks:
    yield Line([Piece(title)], "Heading1")
    yield from list(blocks) or [Line([Piece(none)])]


def _bullet(*words: Piece, keep: bool = False) -> Line:
    return Line(words, "ListBullet", keep)


def _inner(*words: Piece) -> Line:
    return Line(words, "ListBullet2")


def _labelled(label: str, text: str) -> Line:
    return Line([Piece(f"{label}: ", bold=True), Piece(text)], "BodyText")


def _head(head: Head) -> Blocks:
    if head.marking:
        yield Line([Piece(head.marking, bold=True)])
    yield Line([Piece(head.title)], "Title")
    yield Line([Piece(f"Briefing note, {head.notice}")], "Subtitle")
    yield from (_labelled(*fact) for fact in head.facts)


def _since(since: Since) -> Blocks:
    yield from (_labelled(*pair) for pair in since.articles)
    if not since.turns:
        yield Line([Piece(NOTHING)])
    for turn in since.turns:
        yield _bullet(Piece(turn.question), Piece(f" [{turn.words.upper()}]", bold=True), keep=True)
        yield from (_inner(Piece("before: "), *_heard(heard)) for heard in turn.earlier)
        yield from (_inner(Piece("now: "), *_heard(heard)) for heard in turn.later)
    yield from (Line([Piece(f"Not counted as changes: {words}.")]) for words in since.otherwise)


def _heard(heard: Heard) -> Words:
    cited = _excerpt(heard.citation)._replace(cites=(heard.citation,))
    place = f", {heard.citation.outlet}, {heard.citation.published}"
    return [Piece(heard.answer, bold=True), Piece(f" - {heard.speaker}: "), cited, Piece(place)]


def _excerpt(citation: Citation, room: int = _BODY_ROOM) -> Piece:
    return Piece(excerpt(citation.quote, room, citation.focus).marked(), language=citation.language)


def _footnote(citations: Sequence[Citation]) -> Words:
    """The exact words, and every place where they stand."""
    first, *also = (_place(citation) for citation in citations)
    wording = f" ({citations[0].wording})" if citations[0].wording else ""
    places = "; also ".join((first + wording, *also))
    return [_excerpt(citations[0], _NOTE_ROOM), Piece(f" - {places}")]


def _place(citation: Citation) -> str:
    claim = f", {citation.claim}" if citation.claim else ""
    return f"{citation.outlet}, {citation.published}, characters {citation.start} to {citation.end}{claim}"


def _quote(position: Position) -> Piece:
    return _excerpt(position.lead)._replace(cites=position.citations)


def _marks(position: Position) -> str:
    return f" ({', '.join(position.warnings)})" if position.warnings else ""


def _spoken(position: Position) -> Words:
    who = Piece(f"{position.teller}{_marks(position)}: ")
    return [who, _quote(position), Piece(_carried(position))]


def _carried(position: Position) -> str:
    return f"{position.lead.own_mark}{position.around}, {carried_by(position, timed=True)}"


def _figures(groups: Sequence[FigureGroup], title: str) -> Blocks:
    if groups:
        head = [[Piece(words)] for words in ("Figure", "Originator", "Carried by", "Time")]
        yield Grid(f"{title} by measure, one row a speaker", (3, 5, 6, 3), head, [*_figure_rows(groups)])


def _figure_rows(groups: Sequence[FigureGroup]) -> Iterator[Row]:
    """The rows of every group; a group that is not long stays on one page."""
    for group in groups:
        *most, last = _rows_of(group)
        yield from (row._replace(keep=len(most) <= _KEPT) for row in most)
        yield last


def _rows_of(group: FigureGroup) -> Iterator[Row]:
    status = f" [{status_words(group.status).upper()}]"
    yield Row([[[Piece(group.question, bold=True), Piece(status)]]], whole=True, heads=True)
    for line in lines_of(group):
        first, *beside = line.positions
        figure = [Piece(first.answer, bold=True, cites=first.citations)]
        figure += [Piece("", cites=position.citations) for position in beside]
        who = "; ".join(f"{row.speaker}{_marks(row)}" for row in line.positions)
        rest = (who, "; ".join(carried_by(row) for row in line.positions), line.time)
        yield Row([[figure], *([[Piece(words)]] for words in rest)])
    if group.common:
        yield Row([[[Piece(group.common)]]], whole=True)
    if group.policy:
        yield Row([[[Piece(group.policy)]]], whole=True)


def _contrasts(contrasts: Sequence[Contrast]) -> Blocks:
    """Figures of one measure that are not compared, by who is counted."""
    for contrast in contrasts:
        lead = [Piece(f"{contrast.measure.capitalize()}. ", bold=True), Piece(f"{contrast_words(contrast)}:")]
        yield Line(lead, "BodyText", keep=True)
        for line in contrast.lines:
            sides = [_contrasted(side, first=not number) for number, side in enumerate(line.sides)]
            yield _bullet(Piece(f"{people_words(line)}: "), *(piece for side in sides for piece in side))


def _contrasted(side: Side, *, first: bool) -> Words:
    answers = [Piece("", cites=position.citations) for position in side.positions]
    start = Piece("" if first else "; ")
    return [start, Piece(side.answer, bold=True), *answers, Piece(f" {givers_words(side)}")]


def _disputes(disputes: Sequence[Dispute]) -> Blocks:
    for number, dispute in enumerate(disputes, start=1):
        status = "" if dispute.decided else f" [{status_words('unclear').upper()}]"
        yield Line([Piece(f"{number}. {dispute.question}{status}")], "Heading2")
        abreast = [side for side in dispute.sides if side.opposed][:_ABREAST]
        if abreast:
            body = Row([[_spoken(position) for position in side.positions] for side in abreast])
            heads = [[Piece(side.answer)] for side in abreast]
            yield Grid(dispute.question, [1] * len(abreast), heads, [body])
        others = (p for side in dispute.sides if side not in abreast for p in side.positions)
        for position in (*others, *dispute.replaced):
            yield _bullet(Piece(position.answer, bold=True), Piece(" - "), *_spoken(position))
        if origins := backing_words(opposed_positions(dispute)):
            yield _labelled("Origins", origins)
        why = f" ({dispute.why})" if dispute.why else ""
        yield _labelled("They differ on", f"{dispute.differs_by}{why}")
        yield from (_response(answer) for answer in dispute.responses)
        yield from (_response(answer, "In other words, not compared") for answer in dispute.related)
        yield _labelled("To settle it", dispute.settle)


def _response(answer: Answer, label: str = "Response") -> Line:
    said = Piece(answer.words)
    cited = answer.citation
    quote = [Piece(": "), _excerpt(cited)._replace(cites=(cited,))] if cited else []
    return Line([Piece(f"{label}: ", bold=True), said, *quote], "BodyText")


def _statements(statements: Sequence[Statement]) -> Blocks:
    for statement in statements:
        yield _bullet(
            Piece(headline(statement)), Piece(f" [{statement.label.upper()}]", bold=True), keep=True
        )
        yield from (_inner(*_spoken(position)) for position in statement.positions)
        yield from (_response(answer) for answer in statement.responses)


def _voices(voices: Sequence[FoldedVoice]) -> Blocks:
    for voice in voices:
        yield from _voice(voice)
    above = sum(voice.above for voice in voices)
    if above:
        yield _bullet(Piece(f"{counted(above, 'statement')} of this kind among the figures above"))


def _voice(voice: FoldedVoice) -> Blocks:
    """One speaker's quotes, each with what others did about it."""
    lines = [(_quoted(quoted, named=voice.several), quoted.responses) for quoted in voice.told]
    for quotes, words in (
        (voice.cited, f"and {small(len(voice.cited))} more"),
        (voice.remarks, "that the accounts differ"),
    ):
        if quotes:
            marks = [Piece("", cites=p.citations) for quoted in quotes for p in quoted.positions]
            lines.append(([Piece(words), *marks], ()))
    alone = len(lines) == 1
    if lines and not alone:
        yield _bullet(Piece(voice.speaker, bold=True), keep=True)
    for line, responses in lines:
        heading = [Piece(voice.speaker, bold=True), Piece(": ")]
        head = heading if alone and not is_retold_alone(voice) else []
        yield (_bullet if alone else _inner)(*head, *line)
        yield from (_inner(*_response(answer).words) for answer in responses)


def _quoted(quoted: Quoted, *, named: bool) -> Words:
    """A quote with all that is read from it; a word of warning comes before it."""
    first, *others = quoted.positions
    warned = [Piece(f"{_marks(first).strip()} ")] if first.warnings else []
    also = [Piece("", cites=position.citations) for position in others]
    who = [Piece(f"{first.lead.credit(first.name)}: ")] if named or first.lead.retold else []
    return [*who, *warned, _quote(first), *also, Piece(_carried(first))]


def _changes(changes: Sequence[Change]) -> Blocks:
    for change in changes:
        yield _bullet(Piece(change.question), Piece(f" [{change.words.upper()}]", bold=True), keep=True)
        later = "same speaker" if change.same_speaker else change.later.speaker
        rows = [("earlier", position, position.speaker) for position in change.earlier]
        for order, position, who in (*rows, ("later", change.later, later)):
            figure = Piece(position.answer, bold=True, cites=position.citations)
            said = Piece(f" - {who}, {carried_by(position, timed=True)}")
            yield _inner(Piece(f"{order}: "), figure, said)


def _events(events: Sequence[Event]) -> Blocks:
    by_time, rest = fold_events(events)
    if by_time:
        rows = [Row([[[Piece(when)]], [_event(event) for event in told]]) for when, told in by_time]
        yield Grid(
            "Events by the time at which they happened", (4, 13), [[Piece("When")], [Piece("What")]], rows
        )
    if rest:
        cited = [Piece("", cites=position.citations) for event in rest for position in event.positions]
        yield Line([Piece(f"and {small(len(rest))} more"), *cited], "BodyText")


def _event(event: Event) -> Words:
    marks = f" ({', '.join(event.marks)})" if event.marks else ""
    first, *others = event.positions
    told = Piece(event.text, language=first.lead.language, cites=first.citations)
    also = [Piece("", cites=position.citations) for position in others]
    who = f" ({listing(event.names, limit=_TELLERS)})" if event.names else ""
    return [told, *also, Piece(f"{event.around}{who}{marks}")]


def _sources(sources: Sequence[Source], origins: Sequence[OriginLine]) -> Blocks:
    if sources:
        head = [[Piece(words)] for words in ("Outlet", "Published", "Language, length", "Title")]
        yield Grid("The articles read", (4, 4, 3, 6), head, [_source_row(source) for source in sources])
    for source in sources:
        if source.copy_of or not source.key_sentences:
            continue
        summary = summary_line(source)
        told = [Piece(source.outlet, bold=True), Piece(f" ({summary})" if summary else "")]
        yield Line(told, "BodyText", keep=True)
        for sentence in source.key_sentences:
            place = Piece(f" (characters {sentence.start} to {sentence.end})")
            yield _bullet(_excerpt(sentence), place)
    if origins:
        often, once = fold_origins(origins)
        yield Line([Piece("Originators, and the outlets that carry them")], "Heading2")
        head = [[Piece(words)] for words in ("Originator", "Statements", "Carried by")]
        rows = [row for party, group in group_origins(often) for row in _origin_rows(party, group)]
        yield Grid("Originators, and the outlets that carry them", (6, 2.5, 8.5), head, rows)
        if once:
            named = "; ".join(f"{line.speaker} in {reach_words(line)}" for line in once)
            yield Line([Piece(f"1 statement each: {named}")], "BodyText")


def _origin_rows(party: str, group: Sequence[OriginLine]) -> Iterator[Row]:
    """The originators of one party, under its name where it has several."""
    if party:
        yield Row([[[Piece(party, bold=True)]]], whole=True, heads=True)
    for line in group:
        yield Row([[[Piece(line.speaker)]], [[Piece(str(line.statements))]], [[Piece(reach_words(line))]]])


def _source_row(source: Source) -> Row:
    reprint = [[Piece(f"REPRINT of {source.copy_of}", bold=True)]] if source.copy_of else []
    flags = [[Piece(f"Note: {flag}")] for flag in source.flags]
    graded = [f"graded {source.grade} by the desk"] if source.grade else []
    size = Piece(", ".join((source.language, source.length, *graded)))
    title = [[Piece(source.title or source.source)], *reprint, *flags]
    return Row([[[Piece(source.outlet)]], [[Piece(source.published)]], [[size]], title])


def _gaps(gaps: Sequence[Gap]) -> Blocks:
    for gap in gaps:
        yield _bullet(Piece(f"{gap.heading} ({gap.total})"), keep=bool(gap.items))
        yield from (_inner(Piece(item)) for item in gap.items)
