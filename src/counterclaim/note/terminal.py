"""The note for a terminal: readable at 80 columns and in a pipe without colour (room: brains).

Long tails are folded with a count that says where the rest is. A statement whose figure stands in the table of key
figures is quoted there and not again below.
"""

from collections.abc import Iterable, Sequence

from rich.text import Text

from counterclaim.core.editions import NoteDifference
from counterclaim.core.records import Briefing
from counterclaim.note.backing import FigureLine, backing_words, fold_rows, opposed_positions
from counterclaim.note.cards import status_words
from counterclaim.note.contrasts import contrast_words, line_words
from counterclaim.note.folding import Quoted, best_known, headline, quoted_above, quotes_of
from counterclaim.note.positions import carried_by
from counterclaim.note.prose import counted, listing, shortened
from counterclaim.note.screen import (
    QUOTE_ROOM,
    STYLES,
    Block,
    Columns,
    Lines,
    bulleted,
    folded,
    indented,
    labelled,
    mark_status,
    print_lines,
    quote_words,
)
from counterclaim.note.screen_sources import print_gaps, print_sources
from counterclaim.note.sections import build_sections
from counterclaim.note.since import NOTHING, describe_since
from counterclaim.note.telling import is_remark
from counterclaim.note.view import (
    Answer,
    Change,
    Contrast,
    Dispute,
    Event,
    FigureGroup,
    Head,
    Heard,
    Position,
    Sections,
    Side,
    Since,
    Statement,
    Voice,
)

_NARROWEST, _SIDE_BY_SIDE = 40, 110
_TEXT_ROOM = 110
_FRAGMENT, _SCRAP = 40, 25
_FIGURES, _CARDS, _AGREED, _CHANGES, _EVENTS = 7, 8, 5, 5, 8
_SIDES, _OTHERS, _ROWS = 4, 4, 5
_VOICES, _PER_VOICE = 7, 2
_TURNS, _FRESH, _ARTICLES = 8, 6, 7


def render_terminal(briefing: Briefing, *, width: int = 80, color: bool = False) -> str:
    """The note as text for a screen of `width` columns (at least 40).

    With `color` it carries ANSI styles; without, no escape sequence at all. Whatever the records hold, no control
    character of theirs gets through.

    >>> from counterclaim.core.records import Engine
    >>> empty = Briefing(title="A new road", as_of=None, engine=Engine(reader="builtin", version="0"), articles=(),
    ...                  summaries=(), claims=(), relations=(), threads=(), origins=())
    >>> print(*render_terminal(empty).splitlines()[:2], sep=" / ")
    BRIEFING NOTE (machine draft, not reviewed) / A new road
    """
    columns_wide = max(width, _NARROWEST)
    sections = build_sections(briefing)
    return print_lines(_note(sections, wide=columns_wide >= _SIDE_BY_SIDE), width=columns_wide, color=color)


def _note(sections: Sections, *, wide: bool) -> Lines:
    lone = sections.lone_figures[:_FIGURES]
    quoted = quoted_above(sections, (*sections.key_figures[:_FIGURES], *lone))
    none = "None found." if sections.compared else "There was nothing to compare."
    yield from _head(sections.head)
    yield from _section("Bottom line", 0, _bottom_line(sections))
    if sections.since:
        yield from _section("Since the version before", 0, _since(sections.since))
    figures = [*_figures(sections.key_figures, quoted), *_contrasts(sections.contrasts)]
    yield from _section("Key figures", 0, figures)
    cards = [*_disputes((*sections.disputed[:_CARDS], *sections.undecided), wide=wide)]
    cards += [*folded(len(sections.disputed) - _CARDS, "dispute")]
    yield from _section("Disputed", len(sections.disputed), cards, none)
    yield from _section("Agreed", len(sections.agreed), _agreements(sections.agreed), none)
    alone = sum(len(voice.statements) for voice in sections.alone) + len(sections.together)
    given = _figures(sections.lone_figures, quoted)
    rest = [*given, *_together(sections.together), *_voices(sections.alone, quoted)]
    yield from _section("Single origin or one-sided", alone, rest)
    yield from _section("What changed", len(sections.changed), _changes(sections.changed), none)
    yield from _section("Timeline of the event", 0, _events(sections.timeline, wide=wide))
    yield from _section("Sources and origins", 0, print_sources(sections.sources, sections.origins))
    yield from _section("Gaps", 0, print_gaps(sections.gaps))
    yield from _section("Method", 0, (labelled(sections.method),))
    if sections.head.marking:
        yield from (Text(), Text(sections.head.marking, style="bold"))


def _bottom_line(sections: Sections) -> Lines:
    yield from (bulleted(Text(line)) for line in sections.bottom_line)
    if sections.wording:
        yield indented(Text(sections.wording.label, style="italic"), 2)
        yield from (bulleted(Text(line), indent=4) for line in sections.wording.lines)


def render_terminal_difference(difference: NoteDifference, *, width: int = 80, color: bool = False) -> str:
    """What changed between two notes, as text for a screen of `width` columns (at least 40).

    >>> from counterclaim.core.editions import Edition
    >>> same = NoteDifference(earlier=Edition(version=1, title="A"), later=Edition(version=2, title="A"))
    >>> print(render_terminal_difference(same).splitlines()[0])
    CHANGES FROM ONE NOTE TO ANOTHER
    """
    since = describe_since(difference)
    title = Text("CHANGES FROM ONE NOTE TO ANOTHER", style="bold")
    lines = (title, Text(), labelled((("From", since.before), ("To", since.now))), *_since(since))
    return print_lines(iter(lines), width=max(width, _NARROWEST), color=color)


def _since(since: Since) -> Lines:
    """The developments, `new` ones folded at the end; then what differs without anybody having said it."""
    yield labelled(since.articles[:_ARTICLES])
    yield from folded(len(since.articles) - _ARTICLES, "article")
    turns = [turn for turn in since.turns if turn.kind != "new"]
    fresh = [turn for turn in since.turns if turn.kind == "new"]
    if not since.turns:
        yield indented(Text(NOTHING), 2)
    for turn in (*turns[:_TURNS], *fresh[:_FRESH]):
        yield bulleted(Text.assemble(turn.question, " ", (f"[{turn.words.upper()}]", STYLES["superseded"])))
        rows = [*(("", heard) for heard in turn.earlier), *(("-> ", heard) for heard in turn.later)]
        shown = [(Text(f"{arrow}{h.answer}", "bold"), _heard(h)) for arrow, h in rows[:_ROWS]]
        yield Columns(shown, (1, 3), indent=4, first=min(max((len(a) for a, _ in shown), default=0), 24))
        yield from folded(len(rows) - _ROWS, "answer", indent=4)
    yield from folded(max(len(turns) - _TURNS, 0) + max(len(fresh) - _FRESH, 0), "change")
    yield from (indented(Text(f"Not counted as changes: {words}", "dim"), 2) for words in since.otherwise)


def _heard(heard: Heard) -> Text:
    said = Text.assemble(f"{heard.speaker}: ", (quote_words(heard.citation), "italic"))
    return said.append(f" {heard.citation.outlet}, {heard.citation.published}", "dim")


def _section(title: str, count: int, lines: Iterable[Block | Text], none: str = "None found.") -> Lines:
    body = list(lines)
    yield Text()
    yield Text(f"{title.upper()} ({count})" if count else title.upper(), style="bold underline")
    yield from body or [indented(Text(none, style="dim"), 2)]


def _head(head: Head) -> Lines:
    if head.marking:
        yield Text(head.marking, style="bold")
    yield Text(f"BRIEFING NOTE ({head.notice})", style="dim")
    yield indented(Text(head.title, style="bold"), 0)
    yield Text()
    yield labelled(head.facts)


def _where(position: Position, *, timed: bool = True) -> str:
    return carried_by(position, limit=3, timed=timed or position.time.startswith("said"))


def _marks(position: Position) -> str:
    return f" [{', '.join(position.warnings)}]" if position.warnings else ""


def _evidence(position: Position, *, timed: bool = True) -> Text:
    place = f"{position.lead.own_mark}{position.around}, {_where(position, timed=timed)}"
    return Text.assemble((quote_words(position.lead), "italic"), (place, "dim"))


def _asked(position: Position) -> str:
    """The question, where the quote is a fragment that says too little alone."""
    brief = len(position.lead.quote) < (_FRAGMENT if position.is_figure else _SCRAP)
    return f"{position.question} " if brief else ""


def _spoken(position: Position, *, timed: bool = True) -> Text:
    return Text.assemble(f"{position.teller}{_marks(position)}: ", _evidence(position, timed=timed))


def _figures(groups: Sequence[FigureGroup], quoted: frozenset[str]) -> Lines:
    """The table; the figures in `quoted` stand nowhere else in the note and are quoted here."""
    shown = groups[:_FIGURES]
    widest = max((len(row.answer) for group in shown for row in group.rows), default=0)
    for group in shown:
        yield indented(
            Text.assemble(group.question, " ", mark_status(group.status, status_words(group.status))), 2
        )
        chosen = _rows(group)
        rows = [_figure_row(line) for line in chosen[:_ROWS]]
        yield Columns(rows, (1, 3, 4), indent=4, first=min(widest, 18))
        yield from folded(len(chosen) - _ROWS, "row", indent=4)
        if group.thread in quoted:
            yield indented(Text(quote_words(group.rows[0].lead), "italic"), 4)
            yield from _responded(group.responses, 4)
        if group.common:
            yield indented(Text(group.common, "dim"), 4)
        if group.policy:
            yield indented(Text(group.policy, "bold"), 4)
    yield from folded(len(groups) - len(shown), "measure")


def _contrasts(contrasts: Sequence[Contrast]) -> Lines:
    """Figures of one measure that are not compared, by who is counted."""
    for contrast in contrasts:
        yield bulleted(
            Text.assemble((f"{contrast.measure.capitalize()}. ", "bold"), f"{contrast_words(contrast)}:")
        )
        for line in contrast.lines[:_ROWS]:
            yield indented(Text(line_words(line)), 4)
        yield from folded(len(contrast.lines) - _ROWS, "count", indent=4)


def _figure_row(line: FigureLine) -> tuple[Text, Text, Text]:
    who = "; ".join(row.speaker + _marks(row) for row in line.positions)
    where = "; ".join(_where(row) for row in line.positions)
    return Text(line.position.answer, "bold"), Text(who), Text(where)


def _rows(group: FigureGroup) -> tuple[FigureLine, ...]:
    """One row a speaker; an outlet in its own voice only where it gives a figure that nobody it names gives."""
    named = {row.answer.casefold() for row in group.rows if row.attributed}
    return fold_rows(row for row in group.rows if row.attributed or row.answer.casefold() not in named)


def _disputes(disputes: Sequence[Dispute], *, wide: bool) -> Lines:
    for number, dispute in enumerate(disputes, start=1):
        title = Text(dispute.question, style="bold")
        if not dispute.decided:
            title.append(" ").append_text(mark_status("unclear", status_words("unclear")))
        yield bulleted(title, indent=0, mark=f"{number}.")
        shown = [side for side in dispute.sides if side.opposed][:_SIDES]
        cards = [_side(side) for side in shown]
        if wide and len(cards) > 1:
            for start in range(0, len(cards), 2):
                pair = cards[start : start + 2]
                yield Columns([*zip(*pair, strict=True)], (1, 1), indent=3)
        else:
            for claimed, evidence in cards:
                yield indented(claimed, 3)
                yield indented(evidence, 5)
        others = [f"{side.answer} ({side.positions[0].name})" for side in dispute.sides[len(shown) :]]
        if others:
            yield indented(Text(f"Other answers: {listing(others, limit=_OTHERS)}", "dim"), 3)
        yield labelled(_settling(dispute), indent=3)


def _side(side: Side) -> tuple[Text, Text]:
    """One answer: the first who gives it in full, the others by name."""
    first, *others = side.positions
    claimed = Text.assemble((side.answer, "bold"), f" - {first.speaker}{_marks(first)}")
    names = [*dict.fromkeys(p.speaker for p in others if p.speaker != first.speaker)]
    also = f"; also {listing(names, limit=_OTHERS)}" if names else ""
    return claimed, Text.assemble(_evidence(first), (also, "dim"))


def _settling(dispute: Dispute) -> list[tuple[str, str]]:
    earlier = [f"{p.answer} ({p.name}, {_where(p)})" for p in dispute.replaced]
    return [
        ("Replaced", listing(earlier, limit=3)),
        ("Origins", backing_words(opposed_positions(dispute))),
        ("They differ on", dispute.differs_by),
        ("Responses", _responses(dispute.responses)),
        ("Also said", _responses(dispute.related)),
        ("To settle", dispute.settle),
    ]


def _responded(answers: Sequence[Answer], indent: int) -> Lines:
    if answers:
        yield indented(Text(f"responses: {_responses(answers)}"), indent)


def _responses(answers: Sequence[Answer]) -> str:
    return "; ".join(_response(answer) for answer in answers)


def _response(answer: Answer) -> str:
    """What somebody did, with the quote, and its outlet where that is not who did it."""
    cited = answer.citation
    if cited is None:
        return answer.words
    outlet = "" if answer.words.startswith(cited.outlet) else f" ({cited.outlet})"
    return f"{answer.words}: {quote_words(cited)}{outlet}"


def _agreements(statements: Sequence[Statement]) -> Lines:
    for statement in statements[:_AGREED]:
        yield from _statement(statement)
    yield from folded(len(statements) - _AGREED, "agreed statement")


def _statement(statement: Statement) -> Lines:
    told = headline(statement)
    answer = told if statement.positions[0].is_figure else shortened(told, QUOTE_ROOM)
    yield bulleted(Text.assemble(answer, " ", mark_status(statement.status, statement.label)))
    yield from _speakers(statement)


def _speakers(statement: Statement, *, timed: bool = True) -> Lines:
    """The named speakers with their quotes; outlets in their own voice by name only, where anyone is named."""
    named = [position for position in statement.positions if position.attributed] or [*statement.positions]
    for position in named[:_SIDES]:
        yield indented(_spoken(position, timed=timed), 4)
    others = [*dict.fromkeys(p.speaker for p in statement.positions if p not in named[:_SIDES])]
    if others:
        yield indented(Text(f"also {listing(others, limit=_OTHERS)}", "dim"), 4)
    yield from _responded(statement.responses, 4)


def _together(statements: Sequence[Statement]) -> Lines:
    for statement in statements[:_AGREED]:
        told = statement.question if statement.positions[0].is_figure else statement.text
        told = shortened(told, QUOTE_ROOM)
        yield bulleted(Text.assemble(told, " ", mark_status(statement.status, statement.label)))
        yield from _speakers(statement, timed=False)
    yield from folded(len(statements) - _AGREED, "such statement")


def _voices(voices: Sequence[Voice], quoted: frozenset[str]) -> Lines:
    left, shown = 0, 0
    for voice in voices:
        found = [q for q in quotes_of(voice, quoted) if q.responses or not is_remark(q.first)]
        found.sort(key=lambda q: not q.responses)
        room = _PER_VOICE if shown < _VOICES else 0
        left += max(len(found) - room, 0)
        shown += bool(found)
        yield from _voice(voice, found[:room])
    yield from folded(left, "quote")
    held = sum(statement.thread in quoted for voice in voices for statement in voice.statements)
    if held:
        yield indented(Text(f"{counted(held, 'statement')} of this kind among the figures above", "dim"), 2)


def _voice(voice: Voice, quotes: Sequence[Quoted]) -> Lines:
    single = len(quotes) == 1
    if quotes and not single:
        yield bulleted(Text(voice.speaker))
    for quoted in quotes:
        position = quoted.first
        marks = f"{_marks(position).strip()} " if position.warnings else ""
        named = position.lead.retold or (voice.several and not single)
        who = f"{position.lead.credit(position.name)}: " if named else ""
        said = Text.assemble(who, marks, _asked(position), _evidence(position, timed=False))
        heading = "" if position.lead.retold else f"{voice.speaker}: "
        yield bulleted(Text.assemble(heading, said)) if single else indented(said, 4)
        yield from _responded(quoted.responses, 4 if single else 6)


def _changes(changes: Sequence[Change]) -> Lines:
    for change in changes[:_CHANGES]:
        yield bulleted(
            Text.assemble(change.question, " ", (f"[{change.words.upper()}]", STYLES["superseded"]))
        )
        later = "same speaker" if change.same_speaker else change.later.speaker
        rows = [(Text(p.answer, "bold"), Text(f"{p.speaker}, {_where(p)}")) for p in change.earlier]
        rows.append((Text(f"-> {change.later.answer}", "bold"), Text(f"{later}, {_where(change.later)}")))
        yield Columns(rows, (1, 3), indent=4, first=min(max(len(row[0]) for row in rows), 24))
    yield from folded(len(changes) - _CHANGES, "change")


def _events(events: Sequence[Event], *, wide: bool) -> Lines:
    """The events in their order; where there is no room for all, those whose time is known best."""
    shown = best_known(events, _EVENTS)
    rows = []
    for before, event in zip((None, *shown), shown, strict=False):
        when = "" if before is not None and before.when == event.when else event.when
        marks = f" [{', '.join(event.marks)}]" if event.marks else ""
        who = f" ({listing(event.names, limit=_OTHERS)})" if event.names else ""
        text = event.text if event.sided else shortened(event.text, _TEXT_ROOM)
        rows.append((Text(when, "bold"), Text(f"{text}{event.around}{who}{marks}")))
    if rows:
        yield Columns(rows, (1, 3), indent=2, first=min(max(len(row[0]) for row in rows), 34 if wide else 22))
    yield from folded(len(events) - len(shown), "event")
