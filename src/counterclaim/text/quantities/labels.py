"""Labels: numbers that name something and count nothing (room: brains).

"Route 66", "F-16", "No. 5", "hall two", "3-2", "+1-222-2222", and "one" where it stands for a thing ("one of them").
"""

from typing import NamedTuple

from counterclaim.core.records import Bound
from counterclaim.text.quantities.cardinals import SMALL
from counterclaim.text.quantities.numerals import Reading
from counterclaim.text.quantities.pieces import DASHES, HYPHENS, Line, counts_something, looks_plural

_ENTITLED = frozenset(
    "no number nr chapter article section phase stage level category type grade route road highway motorway flight room "
    "hall gate page platform pier runway channel act part volume paragraph item table fig figure resolution exit junction "
    "terminal block sector plot unit reactor tower camp lane line district ward zone building house studio apartment flat "
    "suite bus tram train apollo group version model size step rule clause annex tier division battalion brigade regiment "
    "squad class area week day episode season round game heat lap hole seat psalm verse formula pillar point column row "
    "shaft hangar dock berth cell barrack checkpoint bay deck floor title schedule form option plan scenario tank crane "
    "kilometre kilometer pump pylon turbine boiler furnace engine carriage coach wagon truck lorry lifeboat barge silo "
    "paper witness exhibit charge bed ballot box container locker compartment cabin cabinet valve sensor camera booth tent "
    "spillway sluice lock well panel ring station precinct outpost trench quay jetty pole signal switch warehouse depot".split()
)
_ADVERBS = frozenset("now already still currently to".split())
_NUMBERED = frozenset("dead wounded injured hurt missing homeless displaced they who which people".split())
_OUTCOMES = frozenset(
    "win wins victory victories defeat defeats loss losses lost draw draws lead vote votes ruling decision majority beat "
    "beating won triumph thrashing scoreline aggregate upset opinion".split()
)
_STREETS = frozenset(
    "street st road rd avenue ave lane square boulevard drive way terrace place crescent".split()
)
_HEADLINE_VERBS = frozenset(
    "kills kill killed injures injured wounds wounded hurts leaves claims hits reaches tops passes nears exceeds frees "
    "arrests detains rescues cuts axes adds loses wins gets sees seizes destroys saves displaces strands traps buries "
    "costs raises pays fines jails evacuates dead deaths toll feared missing".split()
)
_BEFORE_COUNTS = _HEADLINE_VERBS | frozenset(
    "a an the and or but of in on at to by for from with as than then that which who when while after before since until "
    "is are was were be been has have had another only just some about around nearly almost over under more fewer less "
    "exactly roughly least most additional further these those its his her their our my your another all both other not "
    "killing killed injuring wounding including against between among into per plus what if so said says total totalling "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december today yesterday overnight meanwhile elsewhere here there earlier later".split()
)
PREDICATES = frozenset(
    "were was died die have has had are is dead killed wounded injured missing survived remain remained people hurt of "
    "others more fewer less feared still lost drowned arrested detained rescued came went got escaped".split()
)
_NO_NOUN = frozenset(
    "of another who that which is was are were has had have could can would will may might must should does did do day "
    "side thing way time hand after by with in to on at for from the a an and or but as if when than then thing's says "
    "said without because before since until he she it they we you i not also never always only just too so there here "
    "more less point what up down out off over under again enough".split()
)
# Words behind which "that" points at a thing; elsewhere it opens a clause ("told the court that one lift was shut").
_POINTED = frozenset(
    "of in at on by for to with from into over under behind and or but only just even not than is was".split()
)
_ONE_DETERMINERS = frozenset(
    "the this that these those which each every any no not another first second third last next new old good big small "
    "bad better best wrong right same other number some such its his her their our my your certain latest previous "
    "recent major single lone square day".split()
)
_STATES = frozenset("was is were has had remains remained died".split())
_ELLIPSIS_REACH = 12
_ZERO_IDIOMS = frozenset("tolerance sum hour emissions emission point degrees trust".split())
_ZERO_LEADERS = frozenset("net ground absolute below above sub patient from to near at day".split())
_GROUPS_OF = frozenset(("group", "g", "gang", "big", "rule", "list"))


class Site(NamedTuple):
    """A figure where it stands: pieces [first, stop) of the line hold its numbers and unit, `bound` its hedge."""

    line: Line
    first: int
    stop: int
    readings: tuple[Reading, ...]
    unit: str | None = None
    bound: Bound = "exact"

    @property
    def value(self) -> float:
        """The first number."""
        return self.readings[0].value

    @property
    def whole(self) -> bool:
        """Whether all numbers are plain integers in digits, without separators or scales: "12", not "1,200"."""
        return all(self.line.raw(r.first).isdecimal() and r.stop == r.first + 1 for r in self.readings)

    @property
    def before(self) -> str:
        """The word right before, "" at the start of a sentence or behind punctuation."""
        return self.line.lower(self.first - 1) if self.line.spaced(self.first) else ""

    @property
    def behind(self) -> str:
        """The word right behind, "" at the end or before punctuation."""
        return self.line.lower(self.stop) if self.line.spaced(self.stop) else ""


def is_label(site: Site) -> bool:
    """Whether the number names something and counts nothing.

    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> from counterclaim.text.quantities.numbers import read_numbers
    >>> def site(text: str) -> Site:
    ...     line = cut_line(text)
    ...     reading = next(read_numbers(line))
    ...     return Site(line, reading.first, reading.stop, (reading,))
    >>> [is_label(site(text)) for text in ("Route 66", "COVID-19", "a 3-2 win", "one of them", "killed 12")]
    [True, True, True, True, False]
    """
    return any(check(site) for check in _CHECKS)


def is_coded(site: Site) -> bool:
    """Whether the number is glued to letters or signs that make it a code, an address or a part of a chain.

    >>> from counterclaim.text.quantities.numerals import Reading
    >>> from counterclaim.text.quantities.pieces import cut_line
    >>> is_coded(Site(cut_line("an F-16"), 3, 4, (Reading(3, 4, 16.0),)))
    True
    """
    return _glued_left(site) or _glued_right(site) or _in_brackets(site)


def _glued_left(site: Site) -> bool:
    line, at = site.line, site.first - 1
    if not line.glued(site.first):
        return False
    raw, before = line.raw(at), line.raw(at - 1)
    if raw == ":":  # "22:17", not "Toll:58"
        return line.glued(at) and before[-1:].isdecimal()
    if raw in DASHES and line.glued(at):
        coded = raw in HYPHENS and before[:1].isalpha() and before.lower() != "magnitude"
        return coded or before[-1:].isdecimal()
    return raw[0].isalpha() or raw in "#=/_@%&." or (raw == "+" and line.glued(at))


def _glued_right(site: Site) -> bool:
    line, at = site.line, site.stop
    if not line.glued(at):
        return False
    raw, after = line.raw(at), line.raw(at + 1)
    if raw[0].isalnum() or raw in "=_@":
        return True
    return (raw in DASHES or raw in "/:") and line.glued(at + 1) and after[:1].isdecimal()


def _in_brackets(site: Site) -> bool:
    """A footnote mark "[3]" or the number of a list's item at the start of a paragraph: "1. ", "2) "."""
    line = site.line
    if line.raw(site.first - 1) == "[" and line.raw(site.stop) == "]":
        return True
    starts = site.first == 0 or "\n" in line.gap(site.first)
    mark = line.raw(site.stop) in {".", ")"} and line.glued(site.stop) and line.spaced(site.stop + 1)
    return starts and mark and site.whole and site.unit is None and len(line.raw(site.first)) <= len("99")


def _is_entitled(site: Site) -> bool:
    """As "No. 5", "hall two", "Article 370"; not "Room 12 people left", which counts."""
    line, at = site.line, site.first - 1
    if line.lower(at) in {"and", "or", "to"} and line.raw(at - 1).isdecimal():  # "junctions 10 and 12"
        at -= 2
    if line.raw(at) == "." and line.glued(at):
        at -= 1
        if line.lower(at) not in {"no", "nos", "nr", "art", "sec", "fig", "ch", "vol", "pp", "p"}:
            return False
    elif line.raw(at) == "#" or not line.spaced(site.first):
        return line.raw(at) == "#"
    if line.lower(at).removesuffix("s") not in _ENTITLED and line.raw(at + 1) != ".":
        grouped = line.lower(at) == "of" and line.lower(at - 1) in _GROUPS_OF
        return grouped and not counts_something(line, site.stop)
    if line.lower(at) == "no" and not line.raw(at)[0].isupper() and line.raw(at + 1) != ".":
        return False
    passed = line.lower(at) in {"week", "day", "season", "round"}  # "this week 30 were hurt"
    counted = (
        counts_something(line, site.stop) or (passed and site.behind in PREDICATES) or _numbers(line, at)
    )
    return line.raw(at)[0].isupper() or not counted


def _numbers(line: Line, at: int) -> bool:
    """Whether "number" is a verb there ("the dead now number 131", "casualties number 40")."""
    if line.raw(at) != "number":
        return False
    before = line.lower(at - 1 - (line.lower(at - 1) in _ADVERBS))
    return before in _NUMBERED or looks_plural(before)


def _is_proper(site: Site) -> bool:
    """As "Boeing 737", "Big Five": a capitalised word right before a plain number that no noun follows."""
    line = site.line
    name = line.raw(site.first - 1)
    if not site.before or not name[0].isupper() or site.before in _BEFORE_COUNTS:
        return False
    if looks_plural(name.lower()) and _number_before(line, site.first - 1):  # "411 seats, the Liberals 72"
        return False
    plain = site.whole or (site.readings[0].words and line.raw(site.first)[0].isupper())
    return plain and site.behind not in PREDICATES and not counts_something(line, site.stop)


def _is_dialled(site: Site) -> bool:
    """As "0800": no count starts with a nought."""
    raw = site.line.raw(site.first)
    return len(raw) > 1 and raw.isdecimal() and raw[0] == "0"


def _is_address(site: Site) -> bool:
    line = site.line
    if not site.whole:
        return False
    return any(
        line.raw(at)[:1].isupper() and line.lower(at) in _STREETS and line.raw(at - 1)[:1].isupper()
        for at in range(site.stop + 1, site.stop + 4)
    )


def _is_score(site: Site) -> bool:
    """As "a 3-4 defeat": a range glued with a dash before a word of winning and losing."""
    if len(site.readings) == 1:
        return False
    one, other = site.readings
    glued = other.first - one.stop == 1 and site.line.raw(one.stop) in DASHES
    return glued and (site.behind in _OUTCOMES or site.before in _OUTCOMES)


def _is_pronoun(site: Site) -> bool:
    """As "one" that stands for a thing: "one of them", "the one", "one day", "one-sided"; not "one soldier was"."""
    line = site.line
    if len(site.readings) > 1 or line.lower(site.first) != "one" or site.stop != site.first + 1:
        return False
    joined = site.before == "that" and _opens_clause(line.lower(site.first - 2))
    determined = (site.before in _ONE_DETERMINERS and not joined) or (
        site.before == "only" and line.lower(site.first - 2) == "the"
    )
    if site.behind == "of" or determined or line.hyphen(site.stop):
        return determined or site.bound not in {"at_least", "more_than"}
    if site.bound in {"at_least", "more_than"} or _is_elliptic(site):
        return False
    return not site.behind[:1].isalpha() or site.behind in _NO_NOUN or site.behind.endswith("ly")


def _opens_clause(word: str) -> bool:
    """Whether a "that" behind the word opens a clause, and does not point at a thing."""
    return word[:1].isalpha() and word not in _POINTED


def _is_elliptic(site: Site) -> bool:
    """Whether "one" counts what a number before it counts: "two died and one was wounded"."""
    line = site.line
    joined = line.lower(site.first - 1) in {"and", ",", "while", "but"}
    return joined and site.behind in _STATES and _number_before(line, site.first - 1)


def _number_before(line: Line, index: int) -> bool:
    """Whether a number stands before piece `index` in its sentence, near enough to be taken up again."""
    for at in range(index - 1, index - 1 - _ELLIPSIS_REACH, -1):
        word = line.lower(at)
        if word in {"", ".", ";"}:
            return False
        if word[0].isdecimal() or word in SMALL:
            return True
    return False


def _is_nothing(site: Site) -> bool:
    """A zero that counts nothing: "zero tolerance", "net zero", "ground zero", "zero-sum", a lone 0."""
    if site.value or len(site.readings) > 1:
        return False
    line = site.line
    if site.before in _ZERO_LEADERS or site.behind in _ZERO_IDIOMS or line.hyphen(site.stop):
        return True
    return not counts_something(line, site.stop)


def _is_idle_share(site: Site) -> bool:
    """As "half-brother", "quarter-final", "half time": a half that is no share of anything."""
    line = site.line
    reading = site.readings[0]
    word = line.lower(reading.stop - 1)
    if reading.kind != "fraction" or word not in {"half", "quarter"} or len(site.readings) > 1:
        return False
    if line.hyphen(site.stop):
        return True
    return site.behind in {
        "past",
        "time",
        "way",
        "back",
        "brother",
        "sister",
        "board",
        "term",
        "moon",
        "light",
    }


_CHECKS = (
    is_coded,
    _is_entitled,
    _is_proper,
    _is_address,
    _is_dialled,
    _is_score,
    _is_pronoun,
    _is_nothing,
    _is_idle_share,
)
