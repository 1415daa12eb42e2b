"""What a counting policy makes of figures that differ (room: nouns)."""

from typing import Literal

from counterclaim.core.record import Record

FigurePolicy = Literal["range", "acled", "majority"]


class PolicyFigure(Record):
    """What a policy makes of the live figures of one thread: a rule applied, never a finding.

    `answer` words the figure with its bound; it and the limits are None where the policy does not decide. `reason`
    says how it decided, or why it cannot. `claims` are those that give the figure.
    """

    thread: str
    policy: FigurePolicy
    answer: str | None = None
    low: float | None = None
    high: float | None = None
    claims: tuple[str, ...] = ()
    reason: str
