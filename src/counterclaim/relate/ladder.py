"""The decision ladder for two claims that carry figures (room: brains).

Same reality? same unit, measure, population, place, counting, period? then as-of and lineage, then the intervals. The
first question that fails gives the label; every verdict carries the rule's name and a reason for people.
"""

import math
import re
from collections.abc import Iterator
from functools import partial

from counterclaim.relate.growth import FALLING, can_grow, rules_out
from counterclaim.relate.lineage import (
    compare_as_of,
    compare_certainty,
    compare_originators,
    is_later,
    said_on_other_days,
)
from counterclaim.relate.periods import are_levels, differ_in_period
from counterclaim.relate.portions import same_number
from counterclaim.relate.rungs import NoRelation, Part, Passed, Question, Rule, Rung, Verdict, climb, settle
from counterclaim.relate.scope import (
    ARMED,
    DENIES,
    SPECIFIC,
    differ_in_counting,
    differ_in_measure,
    differ_in_place,
    differ_in_population,
    differ_in_reality,
    differ_in_unit,
    same_measure,
)
from counterclaim.relate.slots import Slots, name_topics
from counterclaim.text.lexicon import HUMAN
from counterclaim.text.reader import WITHDRAWN

_EARLIER_WORDS = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at first|first put)\b", re.IGNORECASE
)
# Words that say of a figure that it takes the place of another.
_REVISED = re.compile(
    r"\b(?:(?:revised|corrected|updated|adjusted|amended) (?:\w+ ){0,4}(?:to|down|up|from|as)|"
    r"(?:risen|rose|grown|grew|climbed|jumped|shrunk|shrank|dropped|gone (?:up|down)) (?:further |again )?(?:to|from)|"
    r"(?:raised|lowered|cut|reduced|brings|bringing|brought|took|takes|taking|put up|pushed) (?:the|its|their|that|his|her|it)\b|"
    r"(?:up|down) from|(?:is|are|was|were|stands?|stood) (?:now )?down to|no longer|instead of|final (?:result|count|tally|figure|toll|report)|"
    r"(?:now|meanwhile|since) (?:counts?|stands?|puts?|says?|speaks? of|has|have|numbers?|means to|reckons?)|"
    r"(?:is|are|stands?|at) now|in the end|after all|on recount)\b",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:risen|rose|grown|grew|climbed|jumped|raised|br(?:ings|inging|ought)|up\b)", re.IGNORECASE
)
_DOWN = re.compile(r"\b(?:shrunk|shrank|dropped|lowered|cut|reduced|down)\b", re.IGNORECASE)
# Words that say of a figure that it is not the last one.
_PROVISIONAL = re.compile(
    r"\b(?:so far|to date|provisional(?:ly)?|preliminary|partial|unofficial|initial(?:ly)?|early (?:returns|results|count)|"
    r"first (?:count|results?|returns|estimates?|figures?)|still (?:being )?count(?:ed|ing)|"
    r"with [^.]{0,40}?(?:counted|reporting|in,))",
    re.IGNORECASE,
)
_NOT_SURE = "no: neither says that the other counts more, so the figures are compared as they stand"

# Do they count one thing? `overrules` holds a model to the same questions.
SCOPE: tuple[tuple[Question, Rule], ...] = (
    ("unit", differ_in_unit),
    ("measure", differ_in_measure),
    ("counting", differ_in_counting),
    ("period", differ_in_period),
)
EXTENT: tuple[tuple[Question, Rule], ...] = (("population", differ_in_population), ("place", differ_in_place))


def relate_figures(a: Slots, b: Slots, *, opposed: bool = False) -> Verdict | None:
    """Relate two figures that alignment took for answers to one question (`climb_figures`)."""
    return settle(climb_figures(a, b, opposed=opposed))


def climb_figures(a: Slots, b: Slots, *, opposed: bool = False) -> Iterator[Rung]:
    """Put the ladder's questions to two figures; the last rung decides.

    Args:
        a: One claim's slots; it must carry a figure.
        b: The other's.
        opposed: The originators stand on opposed sides (`lineage.opposed`); they never update each other.
    """
    parts: list[Part] = []
    for rung in climb((*LAYER, *SCOPE, *EXTENT), a, b):
        if rung.last and (grown := _relate_other_people(a, b, rung, opposed=opposed)):
            yield Rung(
                rung.question,
                Passed("one says people, the other who they were, and the later is a count gone on"),
            )
            yield Rung("growth", grown)
            return
        yield rung
        if rung.last:
            return
        if isinstance(rung.answer, Part):
            parts.append(rung.answer)
    if parts:
        whole = Rung("part", _relate_parts(a, b, parts))
        yield whole
        if whole.last:
            return
    yield from climb_intervals(a, b, opposed=opposed)


def _relate_other_people(a: Slots, b: Slots, rung: Rung, *, opposed: bool) -> Verdict | None:
    """A later count of people of one fate, of whom only one says who they were ("22 workers", then "31 people")."""
    unsure = isinstance(rung.answer, Verdict) and rung.answer.label == "undetermined" and not rung.answer.tags
    civil = not {a.head, b.head} & ARMED
    if rung.question != "population" or not (unsure and civil and a.measure == b.measure in HUMAN):
        return None
    if opposed or differ_in_place(a, b) or same_number(a, b) or not said_on_other_days(a, b):
        return None
    grown = _relate_growth(a, b, opposed=opposed)
    return grown if isinstance(grown, Verdict) else None


def _relate_negated(a: Slots, b: Slots) -> Verdict | NoRelation | None:
    """A figure that one account denies or takes back: a conflict only with that figure (case 22)."""
    if (WITHDRAWN in a.claim.flags) != (WITHDRAWN in b.claim.flags):
        return _relate_withdrawn(a, b)
    if a.negated == b.negated or 0 in {a.high, b.high} or differ_in_measure(a, b):
        return None
    if a.low <= b.high and b.low <= a.high and not differ_in_reality(a, b):
        if (b if a.negated else a).signs.negated:
            return NoRelation("one denies the figure, the other negates something else of what it counts")
        later = is_later(a, b)
        denier_later = later if a.negated else None if later is None else not later
        if denier_later and compare_originators(a.claim, b.claim) != "other":
            reason = "the later account says that the figure was wrong"
            return Verdict("corrects", reason, "revision", flipped=b.negated)
        return Verdict("contradicts", "one account denies the figure that the other gives", "polarity")
    return Verdict("compatible", "one account denies another figure than the other gives", "polarity")


def _relate_withdrawn(a: Slots, b: Slots) -> Verdict | NoRelation:
    """A figure that is taken back beside one that stands: the same one, or the one that an article gives in its place.

    What an outlet takes back of its own report, another speaker may still say.
    """
    first = WITHDRAWN in a.claim.flags
    own = _is_own_report(a if first else b) and not _kin(a, b)
    if same_number(a, b) and not own and not differ_in_measure(a, b):
        return Verdict("corrects", "the speaker takes the figure back", "revision", flipped=not first)
    if a.article.id == b.article.id and _kin(a, b) and same_measure(a, b):
        return Verdict("corrects", "the article corrects its figure", "revision", flipped=first)
    return NoRelation("one gives its figure only to take it back")


def _is_own_report(s: Slots) -> bool:
    return len(s.claim.attribution) == 1


LAYER: tuple[tuple[Question, Rule], ...] = (
    ("negated_figure", _relate_negated),
    ("reality", differ_in_reality),
)


def _relate_parts(a: Slots, b: Slots, parts: list[Part]) -> Verdict | Passed:
    """A part against its whole: never added up, and never larger (cases 14, 15, 17)."""
    if same_number(a, b):
        return Passed("no: the figures are the same")
    if {p.inner for p in parts} == {"a", "b"}:
        return Verdict("different_scope", "; ".join(p.reason for p in parts), "scope")
    part = parts[0]
    inner, outer = (a, b) if part.inner == "a" else (b, a)
    if inner.low > outer.high:
        return _part_exceeds(inner, outer, part) if part.sure else Passed(_NOT_SURE)
    if part.sure:
        return Verdict("part_of", part.reason, "part", flipped=part.inner == "b")
    if _kin(a, b):
        return Verdict("undetermined", f"{part.reason}; the other may count more", "part")
    return Passed(_NOT_SURE)


def _part_exceeds(inner: Slots, outer: Slots, part: Part) -> Verdict:
    if is_later(inner, outer) and _moved_on(inner, outer):
        if _kin(inner, outer):
            return Verdict("different_scope", f"a later count of a part; {part.reason}", "part")
        return Verdict(
            "undetermined", f"a later count of a part may exceed an earlier whole; {part.reason}", "part"
        )
    return Verdict("contradicts", f"the part ({_shown(inner)}) exceeds the whole ({_shown(outer)})", "part")


def _shown(slots: Slots) -> str:
    return slots.figure.text if slots.figure else "no figure"


def climb_intervals(a: Slots, b: Slots, *, opposed: bool) -> Iterator[Rung]:
    """Compare what the two figures allow (cases 1 to 12, 28); those that exclude each other, by lineage and as-of."""
    rules: tuple[tuple[Question, Rule], ...] = (
        ("outgrown", partial(_relate_outgrown, opposed=opposed)),
        ("figures", _relate_fitting),
        ("lineage", _relate_revision),
        ("revision", partial(_relate_stated_revision, opposed=opposed)),
        ("growth", partial(_relate_growth, opposed=opposed)),
        ("one_side", _relate_own_figures),
        ("conflict", _relate_conflict),
    )
    return climb(rules, a, b)


def _relate_outgrown(a: Slots, b: Slots, *, opposed: bool) -> Verdict | None:
    """A least figure ("at least 11") that its speaker, or one who says that the count rose, has left behind since.

    Lineage comes before the intervals (`relations.md`): both figures can hold, and still the second takes the place of
    the first.
    """
    later = is_later(a, b)
    if later is None or opposed or not _moved_on(a, b):
        return None
    new, old = (a, b) if later else (b, a)
    said = _REVISED.search(new.claim.quote)
    if not math.isinf(old.high) or new.low <= old.low or not (said or can_grow(a, b)):
        return None
    if not _kin(a, b) and (said is None or compare_originators(a.claim, b.claim) == "other"):
        return None
    return Verdict("updates", f"the least figure has grown: {_against(a, b)}", "lineage", flipped=not later)


def _relate_fitting(a: Slots, b: Slots) -> Verdict | None:
    """Figures that can both hold, written precision included."""
    if same_number(a, b):
        return _relate_equal(a, b)
    inside = _contains(b, a) and not _is_ceiling(b), _contains(a, b) and not _is_ceiling(a)
    if inside[0] and not inside[1]:
        return Verdict("refines", f"{_shown(a)} is within {_shown(b)}", "interval")
    if inside[1] and not inside[0]:
        return Verdict("refines", f"{_shown(b)} is within {_shown(a)}", "interval", flipped=True)
    if a.low <= b.high and b.low <= a.high:
        if all(s.figure and s.figure.bound == "exact" for s in (a, b)):
            return Verdict("equivalent", f"{_shown(a)} and {_shown(b)} are equal within rounding", "rounding")
        return Verdict("compatible", f"{_shown(a)} and {_shown(b)} can both be true", "interval")
    return None


def _relate_equal(a: Slots, b: Slots) -> Verdict:
    """The same figure: equivalent, or the firmer of the two refines (case 33), the wording flagged (case 29)."""
    firm = compare_certainty(a, b)
    tags = tuple(f"framing: {w}" for w in (a.framing, b.framing) if w and a.framing != b.framing)
    if firm:
        return Verdict("refines", "the same figure, more committed", "certainty", flipped=firm < 0, tags=tags)
    return Verdict("equivalent", "the same figure for the same thing", "interval", tags=tags)


def _contains(outer: Slots, inner: Slots) -> bool:
    return outer.low <= inner.low and inner.high <= outer.high


def _is_ceiling(slots: Slots) -> bool:
    """Whether the figure is only a limit ("up to 58"), which a lower figure does not confirm (case 5)."""
    return slots.figure is not None and slots.figure.bound in {"at_most", "less_than"}


def _relate_revision(a: Slots, b: Slots) -> Verdict | Passed:
    """Another figure of the same speaker or side, later."""
    if not _kin(a, b):
        unknown = compare_originators(a.claim, b.claim) == "unknown"
        return Passed(
            "no: for one it is not stated who says it"
            if unknown
            else "no: two speakers, not known to be of one side"
        )
    later = is_later(a, b)
    if later is None:
        return Passed("one speaker or side, but it cannot be told which figure is later")
    return Verdict(
        "updates", f"the same originator later: {_replacing(a, b, later=later)}", "lineage", flipped=not later
    )


def _relate_stated_revision(a: Slots, b: Slots, *, opposed: bool) -> Verdict | None:
    """A later figure whose words say that it replaces an earlier one, from nobody known to be against the first."""
    later = is_later(a, b)
    if later is None or opposed or compare_originators(a.claim, b.claim) == "other":
        return None
    new, old = (a, b) if later else (b, a)
    if _PROVISIONAL.search(_sentence(old)) and not _PROVISIONAL.search(_sentence(new)):
        reason = f"the earlier figure was not the last: {_replacing(a, b, later=later)}"
        return Verdict("possible_update", reason, "revision", flipped=not later)
    said = _REVISED.search(new.claim.quote)
    if said is None or _goes_elsewhere(said.group(), rises=new.low > old.low):
        return None
    return Verdict(
        "updates",
        f"the later account revises: {_replacing(a, b, later=later)}",
        "revision",
        flipped=not later,
    )


def _goes_elsewhere(words: str, *, rises: bool) -> bool:
    """Whether the words of a revision say the other direction: what "brings it to 13" came from fewer."""
    return bool((_DOWN if rises else _UP).search(words))


def _sentence(s: Slots) -> str:
    """The claim's sentence as far as the claim reaches."""
    return s.article.text[s.sentence[1] : s.claim.end]


def _relate_growth(a: Slots, b: Slots, *, opposed: bool) -> Verdict | Passed:
    """A later count, by somebody else, of what can still grow: the lower one may be the older."""
    later = is_later(a, b)
    if later is None:
        return Passed("no: it cannot be told which is later")
    if opposed:
        return Passed("no: the speakers stand on opposed sides, and these do not update each other")
    level = are_levels(a, b) and compare_as_of(a, b) in {"before", "after"}
    if not (level or can_grow(a, b)) or rules_out(*((b, a) if later else (a, b))):
        return Passed("no: what is counted does not grow")
    if not _moved_on(a, b):
        return Passed("no: both counts are of one moment")
    if (a.low > b.low) != later and not (level or a.measure in FALLING):
        return Passed("no: the later count is the lower one")
    return Verdict(
        "possible_update", f"a later count: {_replacing(a, b, later=later)}", "lineage", flipped=not later
    )


def _relate_own_figures(a: Slots, b: Slots) -> Verdict | None:
    """Two figures of one side, published together: the words may say which was earlier; it does not contradict itself."""
    if a.article.id != b.article.id or not _kin(a, b):
        return None
    old = [bool(_EARLIER_WORDS.search(s.claim.quote)) for s in (a, b)]
    if old[0] != old[1]:
        reason = f"the same originator, one said earlier: {_against(a, b)}"
        return Verdict("updates", reason, "lineage", flipped=old[0])
    reason = f"one originator, and no word which figure is later: {_against(a, b)}"
    return Verdict("undetermined", reason, "lineage")


def _relate_conflict(a: Slots, b: Slots) -> Verdict:
    if same_measure(a, b) is None and (_measured_once(a, b) or _only_unit_in_common(a, b)):
        return Verdict("undetermined", "it is not stated for both what is counted", "measure")
    tags = (DENIES,) if 0 in {a.high, b.high} else ()
    return Verdict("contradicts", f"they cannot both be true: {_against(a, b)}", "interval", tags=tags)


def _measured_once(a: Slots, b: Slots) -> bool:
    """Whether one tells what befell people and the other may tell anything of them ("left" beside "killed")."""
    known = [s.measure in HUMAN | SPECIFIC for s in (a, b)]
    return known[0] != known[1] and bool(a.measure and b.measure) and 0 not in {a.high, b.high}


def _only_unit_in_common(a: Slots, b: Slots) -> bool:
    """Whether two weights share nothing but their unit: a cargo in tonnes, and oil on the water in tonnes."""
    return a.unit == "kilogram" and not (a.context & b.context) - name_topics(a, b)


def _kin(a: Slots, b: Slots) -> bool:
    return compare_originators(a.claim, b.claim) in {"same", "same_side"}


def _replacing(a: Slots, b: Slots, *, later: bool) -> str:
    """The later figure against the earlier."""
    return _against(a, b) if later else _against(b, a)


def _against(a: Slots, b: Slots) -> str:
    return f"{_shown(a)} against {_shown(b)}"


def _moved_on(a: Slots, b: Slots) -> bool:
    """The two counts are not said to be of one moment; the day of the deed is not the moment of the count."""
    if compare_as_of(a, b) != "same":
        return True
    told = [s.first_said for s in (a, b)]
    counted = any(s.as_of is None or s.as_of.start is None for s in (a, b))
    return not counted and all(told) and len({t.date() for t in told if t}) > 1
