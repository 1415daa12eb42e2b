"""From words to whole time phrases: "at about 2.17 a.m. on Sunday" is one (room: brains).

Finds the atoms that `clock`, `days`, `periods` and `dayparts` read, joins neighbours that complete each other, and
takes the preposition in front. Which interval a phrase stands for is decided in `intervals`.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from counterclaim.text.times.clock import Clock, read_clock
from counterclaim.text.times.dayparts import PARTS, part_at
from counterclaim.text.times.days import read_calendar
from counterclaim.text.times.intervals import Phrase
from counterclaim.text.times.periods import read_relative
from counterclaim.text.times.prepositions import (
    HEDGES,
    NEUTRAL,
    RELATIONS,
    Link,
    Preposition,
    read_preposition,
    read_trailer,
    read_week,
)
from counterclaim.text.times.words import (
    CALENDAR,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    Date,
    DaySpec,
    Habit,
    Length,
    Month,
    Part,
    Period,
    Portion,
    Shift,
    Spec,
    Unknown,
    Weekday,
    Which,
    Window,
    word_at,
)
from counterclaim.text.tokens import Token

_STARTERS: Final = frozenset(
    (
        *WEEKDAYS,
        *(f"{name}s" for name in WEEKDAYS),
        *MONTHS,
        *ORDINALS,
        *NUMBERS,
        *SEASONS,
        *PARTS,
        *CALENDAR,
        *"noon midday midnight half quarter a an several few some many today yesterday tomorrow tonight".split(),
        *"overnight last past this current next coming previous same that following early late mid end".split(),
        *"start beginning middle close rest earlier later small wee every each once twice times daily".split(),
        *"weekly nightly monthly yearly annually hourly hours minutes days weeks months years decades".split(),
    )
)
_LONGEST_LINK: Final = 4  # words, as in ", shortly after about"
_PREFIXES: Final = ("mid-", "early-", "late-", "pre-")
# Words that may stand between two parts of one phrase.
_LINKS: Final = frozenset(
    (
        (),
        *((link,) for link in ("on", "of", "at", "in", "the", ",", "(", "during", "t", "local")),
        *((link, "the") for link in ("on", "of", "at", "in", "during")),
        *((",", link) for link in ("on", "at", "in", "the")),
    )
)
# "Opened late on Sunday": behind their time, not in the evening.
_LATE_VERBS: Final = frozenset(("opened", "opening", "arrived", "ran"))


class Atom(NamedTuple):
    """Words `first` to `after` (exclusive) of the text and what they say."""

    first: int
    after: int
    specs: tuple[Spec | Clock, ...]


class Found(NamedTuple):
    """A phrase with its place among the words; `other` is the length or habit that it is instead of a time."""

    phrase: Phrase
    first: int
    after: int
    opener: str = ""
    possessive: bool = False
    other: Length | Habit | None = None


def find_phrases(words: Sequence[Token]) -> list[Found]:
    """Find all time phrases, in order, without overlap.

    >>> from counterclaim.text.tokens import tokenize
    >>> [found.phrase.part for found in find_phrases(tokenize("On Saturday night they fled."))]
    ['night']
    """
    atoms = _read_atoms(words)
    found: list[Found] = []
    index = 0
    while index < len(atoms):
        group, index = _gather(words, atoms, index)
        if group is None:
            continue
        if found and group.first < found[-1].after:
            found.pop()  # of "two days before yesterday" only "before yesterday" is read, which bounds it
        found.append(group)
    return found


def _read_atoms(words: Sequence[Token]) -> list[Atom]:
    atoms: list[Atom] = []
    index = 0
    while index < len(words):
        lower = words[index].lower
        starts = (
            lower in _STARTERS or lower[0].isdecimal() or lower.endswith("'s") or lower.startswith(_PREFIXES)
        )
        atom = _read_atom(words, index, atoms[-1] if atoms else None) if starts else None
        if atom is not None:
            atoms.append(atom)
        index = atom.after if atom else index + 1
    return atoms


def _read_atom(words: Sequence[Token], index: int, previous: Atom | None) -> Atom | None:
    part = part_at(words, index)
    if part is not None and previous is not None and _takes_part(words, index, previous):
        return Atom(index, part[1], (part[0],))
    clock = read_clock(words, index)
    if clock is not None:
        return Atom(index, clock[1], (clock[0],))
    reading = read_calendar(words, index) or read_relative(words, index)
    return Atom(index, reading[1], reading[0]) if reading else None


def _takes_part(words: Sequence[Token], index: int, previous: Atom) -> bool:
    """Whether "night" is the night of the day just named, or "in the night" the half of a clock time just read."""
    if isinstance(previous.specs[-1], Weekday | Date | Shift):
        return previous.after == index
    between = tuple(words[place].lower for place in range(previous.after, index))
    return isinstance(previous.specs[-1], Clock) and between in (("in", "the"), ("at",))


def _gather(words: Sequence[Token], atoms: Sequence[Atom], index: int) -> tuple[Found | None, int]:
    """Join the atoms from `index` on that complete each other; with the phrase, the index of the next atom."""
    first = atoms[index]
    if isinstance(first.specs[0], Length | Habit):
        span = Phrase(words[first.first].start, words[first.after - 1].end)
        return Found(span, first.first, first.after, other=first.specs[0]), index + 1
    phrase = _add_all(Phrase(0, 0), first.specs) or Phrase(0, 0)
    inner: Link = ("at", False)
    after, index, bracketed = first.after, index + 1, False
    while index < len(atoms):
        atom = atoms[index]
        link = _link(words, after, atom, phrase)
        bracketed = bracketed or word_at(words, atom.first - 1) == "("
        # In "3 a.m. local time (2200 GMT Saturday) on Sunday" the day in brackets is the other zone's.
        joined = _add_all(phrase, () if bracketed and phrase.other_clock else atom.specs) if link else None
        if link is None or joined is None:
            break
        inner = link if link != ("at", False) else inner
        hedged = phrase.approximate or word_at(words, atom.first - 1) in HEDGES
        closes = bracketed and word_at(words, atom.after) == ")"
        phrase, after, index = joined._replace(approximate=hedged), atom.after + closes, index + 1
        bracketed = bracketed and not closes
    if phrase.day is None and phrase.part is None and phrase.clock is None:
        return None, index  # "early" or "the end of" nothing
    return _finish(words, Found(phrase, first.first, after), inner), index


def _is_closed(words: Sequence[Token], after: int) -> bool:
    """Whether the phrase ends in a possessive, so that the words around it belong to the noun that follows."""
    return words[after - 1].lower.endswith("'s")


def _link(words: Sequence[Token], after: int, atom: Atom, phrase: Phrase) -> Link | None:
    """What the words between two atoms do: None keeps them apart, else the preposition they add."""
    if atom.first - after > _LONGEST_LINK:
        return None
    if _is_closed(words, after):  # "Sunday's 9 a.m. count", but not "Sunday's count at 9 a.m."
        return (
            ("at", False)
            if atom.first == after and isinstance(atom.specs[0], Clock | Part | Portion)
            else None
        )
    between = tuple(words[place].lower for place in range(after, atom.first))
    if between and between[-1] in HEDGES:
        between = between[:-1]
    if isinstance(atom.specs[0], Period) and "," in between:
        return None
    if between in _LINKS or (between == ("from",) and phrase.part is not None):
        return ("at", False)
    stripped = between[1:] if between[:1] == (",",) else between
    inner = RELATIONS.get(stripped)
    return inner if inner and phrase.day is not None and inner[0] not in ("since", "until") else None


def _add_all(phrase: Phrase, specs: Sequence[Spec | Clock]) -> Phrase | None:
    """The phrase with the specs in their slots, or None where a slot is taken or they do not go together."""
    joined: Phrase | None = phrase
    for spec in specs:
        joined = _add(joined, spec) if joined is not None else None
    return joined


def _add(phrase: Phrase, spec: Spec | Clock) -> Phrase | None:
    match spec:
        case Clock():
            return _add_clock(phrase, spec)
        case Part():
            blocked = phrase.part is not None or (phrase.day is not None and not _holds_clock(phrase.day))
            return None if blocked else phrase._replace(part=spec.name)
        case Portion():
            blocked = phrase != Phrase(0, 0)
            return None if blocked else phrase._replace(portion=spec.name)
        case Length() | Habit():
            return None
        case _:
            return _add_day(phrase, spec)


def _add_clock(phrase: Phrase, clock: Clock) -> Phrase | None:
    if phrase.day is not None and not _holds_clock(phrase.day):
        return None
    if phrase.clock is None:
        return phrase._replace(clock=clock)
    here, there = (_is_fixed(phrase.clock), _is_fixed(clock))
    return phrase._replace(other_clock=clock) if there and not here and phrase.other_clock is None else None


def _is_fixed(clock: Clock) -> bool:
    return clock.zone is not None and clock.zone.low is not None


def _holds_clock(day: DaySpec) -> bool:
    return isinstance(day, Weekday | Date) or (isinstance(day, Shift) and day.unit == "day")


def _add_day(phrase: Phrase, day: DaySpec) -> Phrase | None:
    if phrase.day is None:
        fits = _holds_clock(day) or (phrase.clock is None and phrase.part is None)
        return phrase._replace(day=day) if fits else None
    joined: Phrase | None = None
    match phrase.day, day:
        case Weekday(), Date():
            joined = phrase._replace(day=day, weekday=phrase.day.number)
        case Date(), Weekday():
            joined = phrase._replace(weekday=day.number)
        case (Month() | Date()) as dated, Period(unit="year", base="published") if dated.year is None:
            joined = phrase._replace(day=dated._replace(year_step=day.step))
        case Period(unit="week", base="published"), Weekday(which=None):
            which: Which = "last" if phrase.day.step < 0 else "next" if phrase.day.step else "this"
            joined = phrase._replace(day=day._replace(which=which))
        case Shift(unit="day"), Weekday() | Date() if phrase.clock is None:
            joined = phrase._replace(day=day)
        case _:
            pass
    return joined


def _finish(words: Sequence[Token], found: Found, inner: Link) -> Found:
    """Take the prepositions in front and behind, and the offsets."""
    phrase, after = found.phrase, found.after
    first = _extend_left(words, found.first, phrase)
    closed = _is_closed(words, after)
    before = Preposition(first) if closed else read_preposition(words, first)
    if before.relation in NEUTRAL and inner[0] not in NEUTRAL:
        before = before._replace(relation=inner[0], near=inner[1])
    if before.relation == "until" and phrase.part and word_at(words, before.start) == "through":
        before = Preposition(first, "during")
    if before.opener and phrase.names_range:
        before = before._replace(relation="during")
    relation, after = read_trailer(words, after, before.relation)
    if phrase.day is None and phrase.clock is None and word_at(words, after) == "of":
        phrase = phrase._replace(day=Unknown())  # "the night of the attack"
    late = (phrase.portion, phrase.part) == ("late", None) and word_at(words, found.first - 1) in _LATE_VERBS
    phrase = phrase._replace(
        start=words[before.start].start,
        end=words[after - 1].end - len("'s") * closed,
        relation=relation,
        near=before.near,
        approximate=before.approximate or phrase.approximate,
        portion=None if late else phrase.portion,
        week=read_week(words, found.first) if isinstance(phrase.day, Date) else "",
    )
    return Found(phrase, before.start, after, before.opener, closed)


def _extend_left(words: Sequence[Token], first: int, phrase: Phrase) -> int:
    """Take in the words that belong to the phrase in front of its first atom: "the past", "the"."""
    if isinstance(phrase.day, Window) and word_at(words, first - 1) in ("past", "last", "next", "coming"):
        first -= 1
    named = not words[first].text[0].islower()  # "the October 7 attacks": the article is the attacks'
    return first - (word_at(words, first - 1) == "the" and not named)
