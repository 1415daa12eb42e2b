"""Quantities of one article: every figure with its bound, unit and written precision (room: brains).

A new quantity word, hedge, unit or currency is one entry in a table here. Inside, each importing only those before it:
`pieces` (the finer cut of a line), `numerals`, `cardinals`, `wordnumbers` (digits and words), `numbers` (every numeral),
`units`, `currencies`, `bounds` ("at least", "another"), `labels` and `moments` (why a number is no count), `absences`
("no outposts"), `tallies` ("voted 54-46"), `intervals` (what a figure leaves open), `figures` (number and unit, ranges), `finding` (all figures).

This grammar is ours because no number parser is right on news figures: one reads "half a million" as 1.5 million,
another "one in five" as six. `benchmarks/README.md` has it side by side with the best of them.
"""

from counterclaim.text.quantities.bounds import opens_with_bound
from counterclaim.text.quantities.currencies import is_currency, may_mean
from counterclaim.text.quantities.finding import find_quantities
from counterclaim.text.quantities.intervals import interval, rounding, stated_interval, to_base
from counterclaim.text.quantities.moments import is_duration

__all__ = [
    "find_quantities",
    "interval",
    "is_currency",
    "is_duration",
    "may_mean",
    "opens_with_bound",
    "rounding",
    "stated_interval",
    "to_base",
]
