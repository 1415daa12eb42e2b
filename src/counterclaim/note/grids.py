"""The table of who says what, as plain frozen tuples: questions by rows, articles by columns (room: brains)."""

from typing import Literal, NamedTuple

from counterclaim.core.records import Status
from counterclaim.note.sayings import Citation, Position

Stance = Literal[
    "says",
    "says part",
    "reprints",
    "denies",
    "confirms",
    "declines",
    "neither confirms nor denies",
    "cannot confirm",
    "not reached",
    "not verified",
    "related",
]


class Cell(NamedTuple):
    """What one article does about one statement, and where."""

    stance: Stance
    citation: Citation


class Row(NamedTuple):
    """One statement across the articles: a cell for each, in the order of the columns; None: it does not carry it.

    `elsewhere` are the articles that are heard on the question with something else; `responds`: the statement is about
    an answer, and not one itself; `related`: it stands under another question, which is put here. `names` are those who
    say it, several where outlets say in their own voice that it could not be verified.
    """

    position: Position
    cells: tuple[Cell | None, ...]
    elsewhere: frozenset[str] = frozenset()
    responds: bool = False
    related: str = ""
    names: tuple[str, ...] = ()


class Grid(NamedTuple):
    """One question with a row for every answer of every speaker."""

    thread: str
    question: str
    status: Status
    rows: tuple[Row, ...]


class Matrix(NamedTuple):
    """Sources against threads: who says, who denies, and where no statement was found.

    A cell without one means that the program matched nothing of the article to the question, not that it is silent.

    `articles` are the columns by id. `grids` hold the questions on which several articles or speakers are heard;
    what is told once is counted in `told_once`, and what there was no room for in `threads_left`, `articles_left`.
    """

    articles: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    told_once: int = 0
    threads_left: int = 0
    articles_left: int = 0
