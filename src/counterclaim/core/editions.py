"""What changed from one note to another: the records of `counterclaim diff` (room: nouns)."""

import datetime as dt
from typing import Literal

from pydantic import ConfigDict, Field

from counterclaim.core.record import Published, Record, Status

DIFF_SCHEMA = "counterclaim/diff/1"

DevelopmentKind = Literal[
    "disputed",
    "settled",
    "denied",
    "withdrawn",
    "revised",
    "confirmed",
    "declined",
    "new",
    "repeated",
    "gone",
    "reread",
]


class Saying(Record):
    """Who gave which answer in which words: a statement as another note refers to it, with its place.

    `speaker` is `name` with role and side, as the note shows it.
    """

    claim: str
    article: str
    outlet: str
    published: Published | None = None
    name: str
    speaker: str
    answer: str
    quote: str
    start: int
    end: int


class Development(Record):
    """What a later note holds otherwise than an earlier one, on one question.

    `disputed` and `settled`: the status became, or is no longer, disputed. `denied`, `revised`, `confirmed`: what
    `later` does to `earlier`. `declined`: asked, and no answer given. `withdrawn`: the article was replaced, and what replaced it does not say this. `new`:
    nobody had given this answer. `repeated`: a known answer from a speaker who is not known to be independent. `gone`: its article is not in the later note. `reread`: the article is the same, and
    only the reading or the comparison differs. `tentative`: a person has to confirm it.
    """

    kind: DevelopmentKind
    question: str
    thread: str | None = Field(default=None, description="In the later note; None where it holds none.")
    was: Status | None = None
    now: Status | None = None
    direction: Literal["up", "down"] | None = None
    tentative: bool = False
    earlier: tuple[Saying, ...] = ()
    later: tuple[Saying, ...] = ()


class ArticleNamed(Record):
    """An article of another note, by what people know it by."""

    id: str
    source: str
    outlet: str
    title: str | None = None
    published: Published | None = None


class CorrectedArticle(Record):
    """An article, and the other text of it that took its place."""

    earlier: ArticleNamed
    later: ArticleNamed


class Edition(Record):
    """One version of a note."""

    version: int
    title: str
    as_of: dt.datetime | None = None


class NoteDifference(Record):
    """What changed from one note to another: the articles, and what follows from them."""

    schema_: Literal["counterclaim/diff/1"] = Field(default="counterclaim/diff/1", alias="schema")
    earlier: Edition
    later: Edition
    added: tuple[ArticleNamed, ...] = ()
    corrected: tuple[CorrectedArticle, ...] = ()
    removed: tuple[ArticleNamed, ...] = ()
    developments: tuple[Development, ...] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)
