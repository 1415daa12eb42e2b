"""All records and closed sets: the JSON contract (room: nouns).

Every arrow of the data's way is one of these frozen models. `None` means *not known*, never a guess. Offsets are
Python code points into `Article.text`. The contract changes only by adding.
"""

import datetime as dt
from typing import Literal

from pydantic import ConfigDict, Field

from counterclaim.core.desk import Desk
from counterclaim.core.editions import NoteDifference
from counterclaim.core.policy import FigurePolicy, PolicyFigure
from counterclaim.core.record import Published as Published
from counterclaim.core.record import Record as Record
from counterclaim.core.record import Status as Status

SCHEMA = "counterclaim/briefing/1"

Bound = Literal["exact", "at_least", "more_than", "at_most", "less_than", "approx", "range", "vague"]
Counting = Literal["cumulative", "incremental", "unstated"]
Polarity = Literal["affirmed", "denied"]
Certainty = Literal["certain", "probable", "possible", "unstated"]
Reality = Literal["occurred", "ongoing", "planned", "conditional", "demanded"]
Kind = Literal["quantity", "event", "statement", "prediction", "cause", "position"]
Mode = Literal["direct", "indirect", "mixed", "narration"]
Access = Literal["first_hand", "second_hand", "document", "unstated"]
Label = Literal[
    "equivalent",
    "refines",
    "compatible",
    "contradicts",
    "updates",
    "possible_update",
    "corrects",
    "denies",
    "confirms",
    "reports",
    "part_of",
    "different_scope",
    "fulfils",
    "undetermined",
]
Independence = Literal["I0", "I1", "I2", "I3", "IU"]
OriginKind = Literal["same_text", "same_originator"]
ResponseKind = Literal["denied", "confirmed", "declined", "could_not_confirm", "not_reached", "not_mentioned"]


class Article(Record):
    """One account as it was read. `text` is what every offset points into; paragraphs are separated by a blank line.

    `published` is a date where only the day is known, else a datetime; a datetime without offset has no known zone.
    `flags` mark what a reader must know about it ("year inferred: 2025, from the other articles").
    """

    id: str
    source: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: Published | None = None
    retrieved: dt.datetime | None = None
    language: str | None = None
    text: str
    sha256: str
    flags: tuple[str, ...] = ()


class Quantity(Record):
    """A figure with its bound. `start`/`end` are offsets into the article's text and cover the whole expression.

    `low`/`high` are the closed limits of what was said (`None`: open): "more than 20" is low 20, bound `more_than`;
    "about 200" is low = high = 200, bound `approx`; "dozens" is low 24, high None, bound `vague`. `unit` is the
    normalised unit: None for a bare count; "percent", "percentage_point", an ISO 4217 code or the currency's name
    in the singular ("thaler"), or a unit in the singular ("kilometre", "year"). `measure` is what happened to or is
    true of the counted thing ("killed", "turnout"); `population` is what is counted, as worded ("Pakistani soldiers").
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    bound: Bound = "exact"
    unit: str | None = None
    measure: str | None = None
    population: str | None = None
    counting: Counting = "unstated"


class TimeInterval(Record):
    """A time as worded, and the half-open interval [start, end) it stands for.

    A datetime with an offset is fixed; one without is the event's local time in a zone that is not known. An open
    side is `None` ("by noon" has no start). Both `None`: the words could not be resolved.
    """

    text: str
    start: dt.datetime | None = None
    end: dt.datetime | None = None


class Attribution(Record):
    """One link of the chain from the originator (first) to the outlet (last).

    `name` is as worded, completed from the article where that is certain; `cue` is the word that marks the speech
    ("said", "according to"); `side` is the party the speaker stands for, where stated. `institution` is the body that
    the speaker is or speaks for, under one name in all articles of a comparison; None where they do not tell. `desk`
    names the fields that come from the user's table; `worded` and `worded_side` keep what the article has in their place.
    """

    name: str | None
    role: str | None = None
    side: str | None = None
    institution: str | None = None
    cue: str | None = None
    access: Access = "unstated"
    mode: Mode = "indirect"
    desk: tuple[Literal["name", "side"], ...] = ()
    worded: str | None = None
    worded_side: str | None = None


class Claim(Record):
    """One figure or fact of one article, in the originator's words. `quote == article.text[start:end]`, always.

    `text` is self-contained; `flags` mark what a reader must know about it ("pronoun unresolved: they",
    "attribution lost").
    """

    id: str
    article: str
    quote: str
    start: int
    end: int
    text: str
    question: str
    answer: str
    attribution: tuple[Attribution, ...]
    polarity: Polarity = "affirmed"
    certainty: Certainty = "unstated"
    reality: Reality = "occurred"
    kind: Kind = "statement"
    quantities: tuple[Quantity, ...] = ()
    event_time: TimeInterval | None = None
    said_at: TimeInterval | None = None
    place: str | None = None
    flags: tuple[str, ...] = ()


class Passage(Record):
    """A verbatim stretch of an article: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str


class ArticleSummary(Record):
    """What one article says, extractively: no sentence here was written by us."""

    article: str
    headline: str | None
    who: tuple[str, ...] = ()
    what: str | None = None
    where: str | None = None
    when: str | None = None
    key_sentences: tuple[Passage, ...] = ()
    key_figures: tuple[str, ...] = Field(default=(), description="Claim ids.")
    speakers: tuple[Attribution, ...] = ()


class Unread(Record):
    """A source that could not be read, and why; or that is another's article again (`same_as`), and is counted once."""

    source: str
    reason: str
    same_as: str | None = None


class Dropped(Record):
    """Something an article offered that did not become a claim, and why."""

    article: str
    what: str
    reason: str


class Usage(Record):
    """What the model calls cost. `cost` is None where no price is known; tokens are counted, never guessed."""

    calls: int = 0
    cached: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = None


class ArticleDigest(Record):
    """One article with its summary and claims, and the reader that made them.

    `model` is the model that was asked to read it, `usage` what its calls came to.
    """

    article: Article
    summary: ArticleSummary
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    reader: str = "builtin"
    model: str | None = None
    usage: Usage | None = None


class Relation(Record):
    """How claim `a` stands to claim `b`; directed where the label is. `tags` add what a reader must be warned of.

    `independence` of the two sources is an axis of its own: I0 one text, I1 one originator, I2 two originators of one
    side, I3 originators under no common control, IU not known. Only I3 corroborates.
    """

    a: str
    b: str
    label: Label
    reason: str
    basis: str = Field(description='"rule:<name>" or "model".')
    tags: tuple[str, ...] = ()
    independence: Independence | None = None


class Response(Record):
    """What a speaker did about a thread's statement: denied, declined, was not reached, or is not on record."""

    kind: ResponseKind
    speaker: str | None
    claim: str | None = Field(
        default=None, description="The claim that holds the response; None if not mentioned."
    )
    article: str | None = None
    quote: str | None = Field(default=None, description="The claim's quote.")
    reprints: tuple[str, ...] = Field(
        default=(), description="The claims that hold it in reprints of the article."
    )


class FigureRange(Record):
    """The span of the live figures of a thread, and the common floor where one holds."""

    low: float | None
    high: float | None
    floor: float | None = Field(default=None, description="No live account is below it.")
    unit: str | None = None


class Revision(Record):
    """One step of a thread's history: the claim that a later one replaced, or may have (`possible_update`)."""

    earlier: str
    later: str
    label: Label


class Thread(Record):
    """One question with every claim that answers it.

    `superseded` lists the claims that a later one replaced; `history` how, in the order in which the later were said.
    """

    id: str
    question: str
    claims: tuple[str, ...]
    status: Status
    independent_origins: int = 0
    own_reports: bool = Field(
        default=False,
        description="The origins are newsrooms in their own voice: nobody knows if they share an unnamed source.",
    )
    differs_by: tuple[str, ...] = ()
    responses: tuple[Response, ...] = ()
    figures: FigureRange | None = None
    superseded: tuple[str, ...] = ()
    history: tuple[Revision, ...] = ()


class Origin(Record):
    """Articles or claims that go back to one text or one originator. For `same_text`, `source` is the likely first."""

    id: str
    kind: OriginKind
    articles: tuple[str, ...]
    claims: tuple[str, ...] = ()
    originator: str | None = None
    source: str | None = None
    reason: str | None = None


class Uncompared(Record):
    """Claims or pairs that were not compared, and why."""

    what: str
    reason: str
    count: int = 1


class Comparison(Record):
    """Everything the comparator found across the digests. `opposed` are the pairs of sides that the user named so."""

    digests: tuple[ArticleDigest, ...]
    relations: tuple[Relation, ...] = ()
    threads: tuple[Thread, ...] = ()
    origins: tuple[Origin, ...] = ()
    uncompared: tuple[Uncompared, ...] = ()
    opposed: tuple[tuple[str, str], ...] = ()


class Engine(Record):
    """Who read the articles: the reader, the model if any, the prompt versions, our version.

    `replied` are the models that the replies name, where that is another name than the one asked for.
    """

    reader: str
    model: str | None = None
    replied: tuple[str, ...] = ()
    prompts: dict[str, str] = Field(default_factory=dict)
    version: str


class Briefing(Record):
    """The note as data: what every renderer reads and `--format json` prints.

    `since` says what changed since the version before, for a note that goes on from one. `desk` holds the user's own
    tables, `policy_figures` what the counting policy that the user chose makes of figures that differ. `bottom_line` is
    made by rule; `model_wording` says the same in the words of the model, where they passed the gate. `partial` says why
    a model was not asked about all that it was to read or judge.
    """

    schema_: Literal["counterclaim/briefing/1"] = Field(default="counterclaim/briefing/1", alias="schema")
    title: str
    version: int = 1
    as_of: dt.datetime | None
    engine: Engine
    articles: tuple[Article, ...]
    summaries: tuple[ArticleSummary, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    threads: tuple[Thread, ...]
    origins: tuple[Origin, ...]
    bottom_line: tuple[str, ...] = ()
    model_wording: tuple[str, ...] = ()
    partial: str | None = None
    since: NoteDifference | None = None
    figure_policy: FigurePolicy = "range"
    policy_figures: tuple[PolicyFigure, ...] = ()
    desk: Desk | None = None
    unread: tuple[Unread, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    uncompared: tuple[Uncompared, ...] = ()
    usage: Usage = Usage()

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)
