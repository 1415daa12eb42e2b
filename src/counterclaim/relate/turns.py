"""Two statements of which one tells a state and the other what ended it: an update, never a conflict (room: brains)."""

from typing import NamedTuple

from counterclaim.relate.slots import Slots
from counterclaim.text.courses import Course, State, find_states, find_things

_DONE = frozenset({"occurred", "ongoing"})


class Turn(NamedTuple):
    """Why the two are states of one thing, and whether it is the first statement that tells the end."""

    reason: str
    first_ends: bool


def find_turn(a: Slots, b: Slots) -> Turn | None:
    """The state of one thing that one tells and the other ends, or None; which was said first is not looked at."""
    if a.figure and b.figure:
        return None
    for one in find_states(a.claim.text):
        for two in find_states(b.claim.text):
            if one.course is two.course and one.ended != two.ended:
                old, new = ((b, two), (a, one)) if one.ended else ((a, one), (b, two))
                told = _is_told(*old) and _is_told(*new) and _share_thing(old[0], new[0], one.course)
                if told:
                    return Turn(f"{old[1].words} against {new[1].words}", one.ended)
    return None


def _is_told(s: Slots, state: State) -> bool:
    """Whether the state holds or has an hour to end at, and is not only planned, demanded or supposed."""
    return s.claim.reality in _DONE or (s.claim.reality == "planned" and state.words.startswith("will "))


def _share_thing(old: Slots, new: Slots, course: Course) -> bool:
    """Whether both are of one thing: what is told of "a nurse" later on need not be of the nurse of before."""
    later = [thing for thing in find_things(new.claim.text, course) if not thing.indefinite]
    return any(one.may_be(two) for one in find_things(old.claim.text, course) for two in later)
