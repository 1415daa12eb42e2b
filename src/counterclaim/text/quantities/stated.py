"""Stated figures: every number of a text with its bound, whether or not it counts something (room: brains).

Where two statements are the same but for a number, it does not matter whether that number is a count, a year or a score.
"""

from counterclaim.core.records import Quantity
from counterclaim.text.quantities.bounds import read_lead, read_tail, stronger
from counterclaim.text.quantities.numbers import read_numbers
from counterclaim.text.quantities.numerals import Reading
from counterclaim.text.quantities.pieces import Line, cut_line


def find_stated(text: str) -> tuple[Quantity, ...]:
    """Find every number of a text but ordinals and vague words, with the hedges around it, in order.

    Unlike `find_quantities` it keeps years, ages and labels, reads no unit and joins no ranges.

    >>> [(q.text, q.low, q.high, q.bound) for q in find_stated("Founded in 1928 by at least 3 of its 40 members")]
    [('1928', 1928.0, 1928.0, 'exact'), ('at least 3', 3.0, None, 'at_least'), ('40', 40.0, 40.0, 'exact')]
    """
    line = cut_line(text)
    readings = [r for r in read_numbers(line) if r.kind not in {"ordinal", "vague"}]
    return tuple(_to_quantity(line, r) for r in readings)


def _to_quantity(line: Line, reading: Reading) -> Quantity:
    lead, tail = read_lead(line, reading.first), read_tail(line, reading.stop)
    bound = stronger(lead.bound, tail.bound)
    start, end = line.pieces[lead.first].start, line.pieces[tail.stop - 1].end
    return Quantity(
        start=start,
        end=end,
        text=line.text[start:end],
        low=None if bound in {"at_most", "less_than"} else reading.value,
        high=None if bound in {"at_least", "more_than"} else reading.value,
        bound=bound,
        counting=lead.counting,
    )
