"""The note as people see it, before any format: its eleven sections as plain frozen tuples (room: brains).

Every string here is one line of safe text (see `prose`), not yet escaped for a format. Every quote is a `Citation`
that points into its article. Renderers only lay this out; what they leave out for room, they count.
"""

import datetime as dt
from typing import NamedTuple

from counterclaim.core.editions import DevelopmentKind
from counterclaim.core.records import Access, FigureRange, Label, Status
from counterclaim.note.grids import Matrix
from counterclaim.note.sayings import Citation as Citation
from counterclaim.note.sayings import Position as Position
from counterclaim.relate.lineage import are_one_bearer

QUOTES_WORDS = "quotation marks hold the articles’ words; (own words) marks direct quotation of the speaker"


class Head(NamedTuple):
    """What the note is about, how fresh it is, and what it was made from.

    `next` is what the record itself says is to come, or would settle what is in dispute. `marking` says who may see the
    note (TLP 2.0) and stands at its top and its end.
    """

    title: str
    as_of: str
    read: str
    speakers: str
    engine: str
    notice: str = "machine draft, not reviewed"
    version: str = "1"
    next: str = ""
    marking: str = ""
    house: str = ""
    partial: str = ""

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The labelled lines under the title, in order; those without words are left out."""
        lines = (
            ("Issued by", self.house),
            ("Partial", self.partial),
            ("Version", self.version),
            ("As of", self.as_of),
            ("Read", self.read),
            ("Originators", self.speakers),
            ("Engine", self.engine),
            ("Quotes", QUOTES_WORDS),
            ("Next", self.next),
        )
        return tuple((label, words) for label, words in lines if words)


class Heard(NamedTuple):
    """One answer with who gave it and where: what a development is told with."""

    answer: str
    name: str
    speaker: str
    citation: Citation


class Turn(NamedTuple):
    """One development since an earlier note; `words` say what kind, which way and by whom."""

    kind: DevelopmentKind
    words: str
    question: str
    earlier: tuple[Heard, ...]
    later: tuple[Heard, ...]


class Since(NamedTuple):
    """What changed since an earlier note: the articles in labelled lines, the developments, and what is not one.

    `before` and `now` name the two notes. `otherwise` counts what differs though nobody said anything new.
    """

    before: str
    now: str
    articles: tuple[tuple[str, str], ...]
    turns: tuple[Turn, ...]
    otherwise: tuple[str, ...] = ()


class Answer(NamedTuple):
    """What a speaker did about a statement: the words for it, and the quote where there is one."""

    words: str
    citation: Citation | None = None


class FigureGroup(NamedTuple):
    """One row a speaker for one measure; `span` and `floor` say what the live figures have in common.

    `replaced` are figures that a later one took the place of, `limits` what `span` and `floor` word, `independent`
    the number of independent origins behind the thread, `own_reports` that these are newsrooms in their own voice.
    `policy` is what the chosen counting policy makes of them, `responses` what others did about the figure of a thread
    that stands in no other section. `course`: the figures are no range, for the later ones may replace the earlier.
    """

    thread: str
    question: str
    status: Status
    rows: tuple[Position, ...]
    replaced: tuple[Position, ...] = ()
    span: str | None = None
    floor: str | None = None
    limits: FigureRange | None = None
    independent: int = 0
    policy: str = ""
    own_reports: bool = False
    responses: tuple[Answer, ...] = ()
    course: str = ""

    @property
    def common(self) -> str:
        """What its figures have in common, in words: a course in time, or a range; empty where they are one."""
        span = "; ".join(words for words in (self.span, self.floor) if words)
        return self.course or (f"Range: {span}" if span else "")

    @property
    def is_lone(self) -> bool:
        """Whether one speaker gives one figure, in one outlet, and none stands in place of another."""
        return len(self.rows) == 1 and not self.replaced and len(self.rows[0].outlets) == 1


class Side(NamedTuple):
    """All who give one answer, those named before outlets in their own voice.

    `opposed`: another answer excludes it. What is not opposed answers the same question in another respect.
    """

    answer: str
    positions: tuple[Position, ...]
    opposed: bool = True


class ContrastLine(NamedTuple):
    """The live figures of a contrast for one kind of people; `who` they are, empty where nobody says."""

    who: str
    sides: tuple[Side, ...]


class Contrast(NamedTuple):
    """Figures of one measure that count different people, or may, side by side."""

    measure: str
    lines: tuple[ContrastLine, ...]

    @property
    def positions(self) -> tuple[Position, ...]:
        """All who give a figure."""
        return tuple(position for line in self.lines for side in line.sides for position in side.positions)


class Dispute(NamedTuple):
    """One question to which the speakers give answers that cannot both be true.

    The sides that exclude each other come first, then other answers to the question. `related` is what the same speakers
    say in other words, under another question, and was not compared. Not `decided`: whether they exclude each other is
    open.
    """

    thread: str
    question: str
    sides: tuple[Side, ...]
    replaced: tuple[Position, ...]
    differs_by: str
    why: str | None
    responses: tuple[Answer, ...]
    settle: str
    independent: int = 0
    related: tuple[Answer, ...] = ()
    decided: bool = True


class Statement(NamedTuple):
    """A statement that nobody contradicts, with its speakers, and what others did about it."""

    thread: str
    question: str
    status: Status
    label: str
    text: str
    positions: tuple[Position, ...]
    independent: int = 0
    responses: tuple[Answer, ...] = ()


class Voice(NamedTuple):
    """The statements that rest on one originator alone; `several`: more than one speaks for it, each by name."""

    speaker: str
    statements: tuple[Statement, ...]
    several: bool = False


class Change(NamedTuple):
    """A statement, and the earlier ones that it replaces, may replace, or corrects; `words` say which, and how."""

    label: Label
    words: str
    question: str
    earlier: tuple[Position, ...]
    later: Position

    @property
    def same_speaker(self) -> bool:
        """Whether all of it was said by one speaker."""
        return bool(self.earlier) and are_one_bearer(
            position.name for position in (*self.earlier, self.later)
        )


class Event(NamedTuple):
    """Something that happened at a stated time, as somebody tells it; `length` is that of the stated time.

    `doubt` says that the time may be that of the report, or that the event is disputed. `also` tell the same; where the
    answers of all of them stand in the text, it is `sided`. `exact`: the minute is stated, and not only "midnight".
    """

    when: str
    length: dt.timedelta
    text: str
    position: Position
    doubt: str = ""
    also: tuple[Position, ...] = ()
    sided: bool = False
    exact: bool = False

    @property
    def positions(self) -> tuple[Position, ...]:
        """All who tell of it, the one to quote first."""
        return (self.position, *self.also)

    @property
    def names(self) -> tuple[str, ...]:
        """Who tells of it, each once; nobody where the text names them beside their answers."""
        return () if self.sided else tuple(dict.fromkeys(position.name for position in self.positions))

    @property
    def around(self) -> str:
        """What the words lean on, in brackets; see `Position.around`."""
        return "" if self.sided else self.position.around

    @property
    def marks(self) -> tuple[str, ...]:
        """The words of warning beside it."""
        return (*self.position.marks, *([self.doubt] if self.doubt else []))


class Source(NamedTuple):
    """One article and what it says, in its own sentences.

    `original` is the id of the article that it copies; `grade` is the user's of its outlet, empty where there is none.
    """

    article: str
    outlet: str
    title: str | None
    published: str
    language: str
    length: str
    copy_of: str | None
    summary: tuple[tuple[str, str], ...]
    key_sentences: tuple[Citation, ...]
    source: str
    flags: tuple[str, ...] = ()
    original: str | None = None
    grade: str = ""


class OriginLine(NamedTuple):
    """One speaker and the outlets that carry what they said; not `attributed`: an outlet in its own voice.

    `access` is how they know, as far as an article says; `party` whom they speak for, empty where no article says so.
    """

    name: str
    speaker: str
    statements: int
    outlets: tuple[str, ...]
    reprinted_by: tuple[str, ...] = ()
    attributed: bool = True
    access: Access = "unstated"
    party: str = ""


class Gap(NamedTuple):
    """One kind of thing that is missing, with the cases; `total` counts what was folded into them."""

    heading: str
    total: int
    items: tuple[str, ...]


class Wording(NamedTuple):
    """The bottom line in a model's words; `label` says whose they are."""

    label: str
    lines: tuple[str, ...]


class Sections(NamedTuple):
    """The note, in order.

    `alone` and `together` make up one section: what rests on one speaker, and what several speakers of one side, or
    speakers whose independence is not known, say. `compared` is False where there was only one text to read. `since`
    comes after the bottom line, in a note that goes on from an earlier one; `wording` stands under the bottom line.
    `contrasts` belong to the key figures; `undecided` stands below the disputes.
    """

    head: Head
    bottom_line: tuple[str, ...]
    figures: tuple[FigureGroup, ...]
    disputed: tuple[Dispute, ...]
    agreed: tuple[Statement, ...]
    alone: tuple[Voice, ...]
    together: tuple[Statement, ...]
    changed: tuple[Change, ...]
    timeline: tuple[Event, ...]
    sources: tuple[Source, ...]
    origins: tuple[OriginLine, ...]
    gaps: tuple[Gap, ...]
    method: tuple[tuple[str, str], ...]
    compared: bool = True
    matrix: Matrix = Matrix()
    since: Since | None = None
    contrasts: tuple[Contrast, ...] = ()
    undecided: tuple[Dispute, ...] = ()
    wording: Wording | None = None

    @property
    def key_figures(self) -> tuple[FigureGroup, ...]:
        """The figures to show first: those that several give or carry, or that changed; all where there is none of these."""
        return tuple(group for group in self.figures if not group.is_lone) or self.figures

    @property
    def lone_figures(self) -> tuple[FigureGroup, ...]:
        """The figures of one speaker in one outlet, which stand under single origin; none where there are no others."""
        several = self.key_figures
        return tuple(group for group in self.figures if group not in several)
