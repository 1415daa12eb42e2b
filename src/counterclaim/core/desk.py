"""The user's own tables: grades of outlets, parties and their sides, marking, house (room: nouns)."""

from typing import Literal

from counterclaim.core.record import Record

Grade = Literal["A", "B", "C", "D", "E", "F"]
Marking = Literal["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]


class OutletGrade(Record):
    """How reliable the user holds an outlet: the letter of the Admiralty (NATO) system, A completely to F not judged."""

    outlet: str
    grade: Grade


class Party(Record):
    """A speaker or body by the name the user gives it, with the other names that articles use, and its side."""

    name: str
    aliases: tuple[str, ...] = ()
    side: str | None = None


class Desk(Record):
    """What the user says beside the articles. Everything that comes from it is shown as the user's.

    `marking` is a label of the Traffic Light Protocol 2.0 (FIRST, 2022). `opposed` are pairs of sides of which neither
    updates the other's statements.
    """

    house: str | None = None
    title: str | None = None
    marking: Marking | None = None
    grades: tuple[OutletGrade, ...] = ()
    parties: tuple[Party, ...] = ()
    opposed: tuple[tuple[str, str], ...] = ()
