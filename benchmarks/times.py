"""How well the grammar of times reads a public test set, and how another library does on the same cases.

    python benchmarks/times.py FOLDER [--library dateparser] [--errors]

FOLDER holds `DateTime__English__{DateParser,TimeParser,DatePeriodParser,DateTimeParser}.json` of Microsoft's
Recognizers-Text (MIT); it is never part of this repository. Every case counts, commands to calendars that no news
text holds ("back 8/12 at 3") included. Three shares are printed:

- exact: an expression overlaps the expected one and its interval is the expected date, minute or period, in the
  set's reading of the past or of the future;
- holds: the interval contains what is expected (a clock time without a.m. or p.m. keeps both readings here, a week
  "ago" reaches to either side), and is not longer than the limits in `_WIDEST`;
- found: any expression overlaps.

The set is chat: half of its months and weekdays have no capital, and in this package only capitals make "may" a month.
`--capitals` puts them in first, so that the two shortcomings can be told apart.
"""

import argparse
import datetime as dt
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from counterclaim.text.times import Anchor, find_times

_KINDS = ("DateParser", "TimeParser", "DatePeriodParser", "DateTimeParser")
_MINUTE, _DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
_WIDEST = {"date": 7 * _DAY, "time": _DAY, "datetime": _DAY, "daterange": 370 * _DAY}
_DEFAULT = dt.datetime(2016, 11, 7)  # most cases of the set are told from this day  # noqa: DTZ001 - no zone is stated


class Span(NamedTuple):
    """An interval with the place of its words; an open side is None."""

    first: int
    after: int
    start: dt.datetime | None
    end: dt.datetime | None


class Case(NamedTuple):
    """A text, the moment it is told from, the place of the expected expression, and its readings."""

    text: str
    now: dt.datetime
    kind: str
    first: int
    after: int
    readings: tuple[tuple[dt.datetime | None, dt.datetime | None], ...]


Reader = Callable[[str, dt.datetime], list[Span]]


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file; those where nothing is to be found, or nothing is resolved, have no readings."""
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        context = case.get("Context") or {}
        now = dt.datetime.fromisoformat(context.get("ReferenceDateTime", _DEFAULT.isoformat()))
        for result in case["Results"]:
            value = result.get("Value") or {}
            kind = result["Type"]
            resolved = [value.get(name) or {} for name in ("PastResolution", "FutureResolution")]
            readings = [reading for fields in resolved if (reading := _read(kind, fields, now))]
            first = result["Start"]
            yield Case(case["Input"], now, kind, first, first + result["Length"], tuple(readings))


def _read(
    kind: str, fields: dict[str, str], now: dt.datetime
) -> tuple[dt.datetime | None, dt.datetime | None] | None:
    if not fields:
        return None
    if kind == "daterange":
        return _moment(fields.get("startDate")), _moment(fields.get("endDate"))
    if kind == "date":
        day = dt.datetime.fromisoformat(fields["date"])
        return day, day + _DAY
    start = dt.datetime.fromisoformat(fields.get("dateTime") or f"{now.date()} {fields['time']}")
    start = start.replace(second=0)
    return start, start + _MINUTE


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


_NAMES = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\b"
)


def put_capitals(text: str) -> str:
    """Begin month and weekday names with a capital; no offset moves."""
    return _NAMES.sub(lambda found: found[0].capitalize(), text)


def read_ours(text: str, now: dt.datetime) -> list[Span]:
    """What the grammar of this package finds."""
    mentions = find_times(text, anchor=Anchor(now))
    return [Span(m.start, m.end, m.interval.start, m.interval.end) for m in mentions]


def read_dateparser(text: str, now: dt.datetime) -> list[Span]:
    """What dateparser finds; it gives points, so each is taken for its day, or its minute if it has one."""
    search = import_module("dateparser.search").search_dates
    spans, place = [], 0
    for words, moment in search(text, languages=["en"], settings={"RELATIVE_BASE": now}) or ():
        place = max(text.find(words, place), 0)
        point = moment.replace(tzinfo=None, second=0, microsecond=0)
        spans.append(Span(place, place + len(words), point, point + _MINUTE))
    return spans


def grade(case: Case, spans: list[Span], *, points: bool) -> str:
    """Grade what was found for a case: exact, holds, found or missed.

    A point of a library that has no intervals is exact for a date if it lies on that day, for a period if it lies on
    its first day.
    """
    near = [span for span in spans if span.first < case.after and case.first < span.after]
    grades = {_grade(case, span, reading, points=points) for span in near for reading in case.readings}
    return next((name for name in ("exact", "holds") if name in grades), "found" if near else "missed")


def _grade(
    case: Case, span: Span, reading: tuple[dt.datetime | None, dt.datetime | None], *, points: bool
) -> str:
    start, end = span.start, span.end
    if case.kind == "time" and start is not None and end is not None and reading[0] is not None:
        shift = dt.datetime.combine(reading[0], dt.time()) - dt.datetime.combine(start, dt.time())
        start, end = start + shift, end + shift  # a time of day: its date does not matter
    if points and start is not None and case.kind in ("date", "daterange"):
        return "exact" if reading[0] is not None and start.date() == reading[0].date() else "found"
    if (start, end) == reading:
        return "exact"
    if start is None or end is None or reading[0] is None or reading[1] is None:
        # "By Friday" is expected as its day: an open side of ours is not held against the closed one.
        same = (start is not None and start == reading[0]) or (end is not None and end == reading[1])
        return "exact" if same else "found"
    held = start <= reading[0] and reading[1] <= end and end - start <= _WIDEST[case.kind]
    return "holds" if held else "found"


def main() -> int:
    """Print a line a file, and the misses when asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--library", choices=["dateparser"])
    parser.add_argument("--errors", action="store_true", help="print each case that is not exact")
    parser.add_argument(
        "--capitals", action="store_true", help="begin month and weekday names with a capital"
    )
    options = parser.parse_args()
    reader: Reader = read_dateparser if options.library else read_ours
    total: Counter[str] = Counter()
    began = time.perf_counter()
    for kind in _KINDS:
        path = options.folder / f"DateTime__English__{kind}.json"
        if not path.is_file():
            print(f"{path}: not there, skipped", file=sys.stderr)
            continue
        counts: Counter[str] = Counter()
        for case in read_cases(path):
            spans = reader(put_capitals(case.text) if options.capitals else case.text, case.now)
            name = grade(case, spans, points=bool(options.library))
            counts[name] += 1
            if options.errors and name != "exact":
                print(
                    f"{name:7} {case.text!r} wanted {case.text[case.first : case.after]!r} {_show(case, spans)}"
                )
        print(_line(kind, counts))
        total += counts
    if total:
        print(_line("all", total), f"in {time.perf_counter() - began:.2f} s")
    return 0


def _show(case: Case, spans: list[Span]) -> str:
    found = [f"{case.text[s.first : s.after]!r} {s.start}..{s.end}" for s in spans]
    return f"{case.readings[0][0] if case.readings else None}, got {'; '.join(found) or 'nothing'}"


def _line(name: str, counts: Counter[str]) -> str:
    cases = counts.total()
    exact, holds, found = counts["exact"], counts["holds"], counts["found"]
    shares = (exact / cases, (exact + holds) / cases, (exact + holds + found) / cases)
    return f"{name:18} {cases:4} cases  exact {shares[0]:.3f}  holds {shares[1]:.3f}  found {shares[2]:.3f}"


if __name__ == "__main__":
    sys.exit(main())
