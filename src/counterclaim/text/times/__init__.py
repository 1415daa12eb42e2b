"""Times of one article: where they stand, and the intervals of time they stand for (room: brains).

Use only what this module names. Inside, from words to intervals, each importing only those before it: `words` (what
time words can say), `zones`, `clock`, `days`, `dayparts`, `periods` (what they do say), `almanac` (which days that
means), `intervals` (what a whole phrase means), `prepositions` ("by", "since"), `phrases` (which words are one
phrase), `tense` (which way the verb looks), `timeline` (one phrase after the other), `mentions` (the public functions).

This grammar is ours because news needs intervals: "Saturday night" is twelve hours, "by noon" has no start. A
parser such as dateparser gives one guessed point for each, and costs 0.17 s to import.
"""

from counterclaim.text.times.intervals import Relation
from counterclaim.text.times.mentions import (
    Anchor,
    Order,
    TimeKind,
    TimeMention,
    anchor_of,
    compare_times,
    find_times,
    merge_times,
)

__all__ = [
    "Anchor",
    "Order",
    "Relation",
    "TimeKind",
    "TimeMention",
    "anchor_of",
    "compare_times",
    "find_times",
    "merge_times",
]
