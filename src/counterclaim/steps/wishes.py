"""What a user wants of the note beside its sources (room: steps). Nothing is imported for it: `--help` names it too."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from counterclaim.core.desk import Desk
    from counterclaim.core.policy import FigurePolicy
    from counterclaim.core.records import Briefing


class Wish(NamedTuple):
    """The title, the note to go on from, how figures that differ are counted, and the user's own tables.

    None leaves it to the earlier note, else to what is usual.
    """

    title: "str | None" = None
    previous: "Briefing | None" = None
    figures: "FigurePolicy | None" = None
    desk: "Desk | None" = None
