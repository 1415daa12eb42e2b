"""Do two claims answer the same question? Measure, population, place, period, reality (room: brains).

The first question that fails gives the label (`relations.md`, "Order of questions"). What is compared only when all of
them hold is in `ladder`.
"""

import re

from counterclaim.relate.amounts import name_amount
from counterclaim.relate.bases import INHABITANTS, list_words, tell_bases_apart
from counterclaim.relate.camps import (
    are_one_toll,
    are_other_camps,
    count_one_company,
    name_one_group,
    tell_included,
)
from counterclaim.relate.growth import CROWDS
from counterclaim.relate.layers import is_one_layer
from counterclaim.relate.lead_ins import are_two_deficits
from counterclaim.relate.lineage import compare_originators, originator, said_on_other_days
from counterclaim.relate.portions import (
    count_aboard,
    count_bodies,
    count_some,
    name_counted,
    same_number,
    tell_of_namesakes,
)
from counterclaim.relate.rungs import Part, Verdict
from counterclaim.relate.slots import WHOLE, Slots, same_name
from counterclaim.text.lexicon import (
    GENERIC_PEOPLE,
    HUMAN,
    INJURIES,
    MEASURES,
    PEOPLE_CONCEPTS,
    concept,
    stem,
)
from counterclaim.text.opposites import are_rivals
from counterclaim.text.quantities import is_currency, may_mean
from counterclaim.text.tallies import SIDES, is_total
from counterclaim.text.tokens import tokenize

ARMED = frozenset(
    concept(word)
    for word in "soldier fighter militant rebel insurgent serviceman police guard terrorist gunman".split()
)
_WHOLE_TOWNS = frozenset({"displaced", "evacuated"})
_DONE = frozenset({"occurred", "ongoing"})
_AMBIGUOUS = {frozenset({"casualties", "killed"}), frozenset({"casualties", "wounded"})}

# Two measures that one thing may have: votes of no stated side, what one pays and the other receives.
_OPEN = {frozenset({"votes", side}) for side in SIDES} | {frozenset({"paid", "received"})}


_THERE = re.compile(
    r"(?<!said )(?<!says )\bthere\b(?! (?:is|are|was|were|had|has|have|would|will|may|might|could)\b)"
)
_WITH_CREW, _LEAST_CREW = 1.1, 5  # people aboard, passengers times the one and plus the other at most
_RISEN = re.compile(r"\b(?:risen|rose|climbed|gone up|increased|grown) to\b", re.IGNORECASE)
JOB = concept("job")
STATING = frozenset(concept(w) for w in "number total amount".split())

# Shares of the words two clauses have in common, chosen on `stories/` (conflict precision first).
SAME_TOPIC = 0.5
SAME_MEASURE_TOPIC = 0.3
OTHER_WORDS_TOPIC = 0.67
CHANGE_TOPIC = 0.6  # two changes are of one thing only if nearly all else agrees
NAMED = frozenset(MEASURES.values()) | {"change", "striking", *SIDES}  # the measures that have a name
# So little else is counted by these that the measure and the thing make the question.
SPECIFIC = frozenset(
    {
        "without power",
        *"stolen leaked vaccinated enrolled charged convicted cancelled delayed counted launched intercepted cut".split(),
    }
)
ANY_TOPIC = 0.15
ONE_NAMED_TOPIC = 0.8

LABEL_DISPUTE = (
    "label dispute"  # perhaps the same dead, called soldiers by one and militants by the other (case 30)
)
DENIES = "denies"  # who says that there was none also denies what the other says (case 18)


def differ_in_reality(a: Slots, b: Slots) -> Verdict | None:
    """Conditional, demanded or planned against done: other layers, never a conflict (cases 24, 25)."""
    one, two = a.claim.reality, b.claim.reality
    if one == two or {one, two} <= _DONE or is_one_layer(a, b):
        return None
    odd = one if one not in _DONE else two
    if "conditional" in {one, two}:
        return Verdict("different_scope", "one is conditional, the other is not", "reality")
    if odd == "planned" and {one, two} & _DONE:
        if a.negated != b.negated or (a.figure and b.figure and (a.low > b.high or b.low > a.high)):
            return Verdict("different_scope", "one is planned or expected, the other done", "reality")
        return Verdict("fulfils", "a deed that matches the earlier plan", "reality", flipped=two in _DONE)
    return Verdict("different_scope", f"one is {odd}, the other is not", "reality")


def same_unit(a: str | None, b: str | None) -> bool:
    """Whether two units are one, as far as they say: a bare "dollar" may be any dollar.

    >>> same_unit("USD", "dollar"), same_unit("USD", "EUR"), same_unit(None, "percent")
    (True, False, False)
    """
    return a == b or (a is not None and b is not None and (may_mean(a, b) or may_mean(b, a)))


def differ_in_unit(a: Slots, b: Slots) -> Verdict | None:
    """Other kinds of figure are never compared; two currencies need a rate (cases 36, 37)."""
    if same_unit(a.unit, b.unit):
        return None
    if _denies_sum(a, b) or _denies_sum(b, a):
        return None
    money = [u for u in (a.unit, b.unit) if is_currency(u)]
    if len(money) > 1:
        return Verdict("undetermined", f"{a.unit} and {b.unit} need an exchange rate", "unit")
    return Verdict("different_scope", "figures of different kinds", "unit")


def _denies_sum(none: Slots, other: Slots) -> bool:
    """Whether one counts none of what the other gives a sum of ("paid no bonuses", "paid €4 million in bonuses")."""
    known = none.measure == other.measure is not None
    return known and none.high == 0 < other.low and none.unit is None and none.head in other.topic


def same_measure(a: Slots, b: Slots) -> bool | None:
    """True: one measure by name or by words; False: two known ones; None: cannot tell."""
    one, two = a.measure, b.measure
    if one and one == two:
        return True
    whole = one and two and is_total(one) != is_total(two) and not same_number(a, b)
    if one and two and ({"change", "rainfall"} & {one, two} or are_two_deficits(one, two) or whole):
        return False  # a change is never a level, nor rain the height of a river, nor the 120 seats there are the 61 that were won
    if one in b.measures or two in a.measures or frozenset({one, two}) in _OPEN:
        return None
    if one in NAMED and two in NAMED:
        return False
    if one and two and HUMAN & {one, two} and not {a.unit, b.unit} - {None}:
        return bool(a.measure_words & b.measure_words)  # who was moved was not infected by that
    return True if a.measure_words & b.measure_words else None


def differ_in_measure(a: Slots, b: Slots) -> Verdict | None:
    """Killed against wounded, destroyed against captured (cases 26, 27, 38); what there was, and what there is room for."""
    amounts = [name_amount(s) for s in (a, b)]
    if amounts[0] != amounts[1] and a.figure and b.figure:
        return Verdict("different_scope", f"one says {amounts[0]}, the other {amounts[1]}", "measure")
    if same_measure(a, b) is not False:
        return None
    if frozenset({a.measure or "", b.measure or ""}) in _AMBIGUOUS:
        return Verdict("undetermined", '"casualties" may mean dead or wounded or both', "measure")
    tags = ("same number, other measure",) if a.low == b.low and a.high == b.high else ()
    return Verdict("different_scope", f"one counts {a.measure}, the other {b.measure}", "measure", tags=tags)


def differ_in_population(a: Slots, b: Slots) -> Verdict | Part | None:
    """Other populations; a part of the other's; or not stated (cases 13 to 16, 30)."""
    if are_rivals(_told_apart(a), _told_apart(b)) or tell_of_namesakes(a, b):
        return Verdict("different_scope", "their words tell the two apart", "population")
    return _differ_in_groups(a, b) if a.unit == b.unit == "percent" else _differ_in_counted(a, b)


def _differ_in_counted(a: Slots, b: Slots) -> Verdict | Part | None:
    inner = tell_included(a, b)
    part = (
        count_some(a, b)
        or count_bodies(a, b)
        or (Part(inner[0], sure=True, reason=inner[1]) if inner else None)
    )
    return part or (None if _is_one_group(a, b) or count_one_company(a, b) else _differ_in_heads(a, b))


def _is_one_group(a: Slots, b: Slots) -> bool:
    """Whether two figures name one group, the one by its bare name: "200 Taliban", "200 Taliban fighters"."""
    return name_one_group(a, b) and (same_number(a, b) or a.measure not in HUMAN)


def _differ_in_heads(a: Slots, b: Slots) -> Verdict | Part | None:
    one, two = _head(a), _head(b)
    if one == two or (one in GENERIC_PEOPLE and two in GENERIC_PEOPLE):
        return _differ_in_modifiers(a, b)
    if same_number(a, b) and None in {a.head, b.head}:
        return None
    if a.measure == b.measure == "cut" and {one, two} <= PEOPLE_CONCEPTS | {JOB}:
        return None  # whose job is cut is dismissed
    if one in PEOPLE_CONCEPTS and two in PEOPLE_CONCEPTS:
        return _differ_in_people(a, b)
    return _other_things(a, b)


def _told_apart(s: Slots) -> frozenset[str]:
    """The words of a claim by which its thing may be told from another of its kind."""
    return s.topic | s.modifiers | ({s.head} if s.head else frozenset())


def _other_things(a: Slots, b: Slots) -> Verdict | None:
    if _head(a) is None or _head(b) is None:
        return None
    return Verdict("different_scope", f"{name_counted(a)} against {name_counted(b)}", "population")


def _differ_in_people(a: Slots, b: Slots) -> Verdict | Part | None:
    """Two words for people: perhaps the same ones, perhaps some of them."""
    one, two = _head(a), _head(b)
    armed = {one, two} <= ARMED
    if count_aboard(a) and count_aboard(b) and _differ_by_crew(a, b):
        return _part_of_people(a, b, inner="b" if one in GENERIC_PEOPLE else "a")
    aboard = a.measure == "aboard" and not GENERIC_PEOPLE & {one, two}  # four crew, 186 passengers
    if a.measure == b.measure and a.measure not in HUMAN | {None} and not armed and not aboard:
        return (
            None  # who has "raised values" or "was refunded" is called people by one and patients by another
        )
    fled = a.measure == b.measure and a.measure in _WHOLE_TOWNS and {one, two} <= GENERIC_PEOPLE | INHABITANTS
    if fled or (not armed and are_one_toll(a, b)):
        return None  # who leaves a place is whoever lived there
    label = _other_things(a, b) if are_other_camps(a, b) else _dispute_label(a, b, armed=armed)
    if label:
        return label
    if one in GENERIC_PEOPLE or two in GENERIC_PEOPLE:
        return _part_of_people(a, b, inner="b" if one in GENERIC_PEOPLE else "a")
    return _other_things(a, b)


def _differ_by_crew(a: Slots, b: Slots) -> bool:
    """Whether one counts people aboard and the other passengers, so few fewer that the crew may be the rest."""
    everybody, part = (a, b) if _head(a) in GENERIC_PEOPLE else (b, a)
    if _head(everybody) not in GENERIC_PEOPLE or _head(part) in GENERIC_PEOPLE:
        return False
    return part.high <= everybody.low <= part.high * _WITH_CREW + _LEAST_CREW


def _dispute_label(a: Slots, b: Slots, *, armed: bool) -> Verdict | None:
    """Militants and soldiers: perhaps the same dead, unless one speaker tells of both."""
    if armed and originator(a.claim) and compare_originators(a.claim, b.claim) == "same":
        return _other_things(a, b)
    if not armed and not _is_disputed_label(a, b):
        return None
    reason = (
        f"label dispute: {name_counted(a)} against {name_counted(b)}{'' if armed else ', in equal number'}"
    )
    return Verdict("undetermined", reason, "population", tags=(LABEL_DISPUTE,))


def _is_disputed_label(a: Slots, b: Slots) -> bool:
    """Whether two parties give one number of killed or held, one as armed and the other as something else."""
    one, two = _head(a), _head(b)
    if GENERIC_PEOPLE & {one, two} or (one in ARMED) == (two in ARMED):
        return False
    same_fate = a.measure == b.measure is not None and same_number(a, b)
    return same_fate and compare_originators(a.claim, b.claim) == "other"


def _differ_in_groups(a: Slots, b: Slots) -> Verdict | None:
    """Shares of two bases, or among women and among all patients."""
    reason = tell_bases_apart(a, b)
    return Verdict("different_scope", reason, "population") if reason else None


def _part_of_people(a: Slots, b: Slots, *, inner: str) -> Verdict | Part | None:
    outer, part = (a, b) if inner == "b" else (b, a)
    civil = part.head not in ARMED
    if civil and part.low > outer.high and a.measure == b.measure and a.measure in HUMAN:
        return None  # more of one sort than people in all: the figures themselves decide
    if _is_count_gone_on(a, b) or (same_number(a, b) and a.measure == b.measure and a.measure in HUMAN):
        return None  # "four workers were killed" and "four people died" count the same four
    if outer.high == 0 or (a.measure == b.measure and a.measure in CROWDS):
        return None  # where nobody was hurt no sailor was, and the crowd is who came
    if _counts_everybody(outer):
        return Part(
            inner,
            sure=True,
            reason=f"{name_counted(b if inner == 'b' else a)} are part of all {outer.measure}",
        )
    return Verdict("undetermined", "one account does not say which people it counts", "population")


def _is_count_gone_on(a: Slots, b: Slots) -> bool:
    """Whether one speaker counts people of one fate on, whatever they are called ("31 civilians", then "47 dead")."""
    civil = not {a.head, b.head} & ARMED
    same_fate = a.measure == b.measure and a.measure in HUMAN
    one_count = compare_originators(a.claim, b.claim) == "same" or any(
        _RISEN.search(s.claim.quote) for s in (a, b)
    )
    return civil and same_fate and said_on_other_days(a, b) and one_count


def _counts_everybody(slots: Slots) -> bool:
    """The figure is said to be of all people, or names people as such."""
    counted = slots.figure is not None and slots.figure.counting == "cumulative"
    return counted or WHOLE in slots.places


def _head(slots: Slots) -> str | None:
    return slots.head or ("person" if slots.measure in HUMAN else None)


def _differ_in_modifiers(a: Slots, b: Slots) -> Verdict | None:
    one, two = (s.modifiers - _fate_words(s) for s in (a, b))
    if any(same_name(x, y) for x in one for y in two):
        return None
    owned = a.unit is None and bool(a.nationalities) != bool(b.nationalities)
    if owned and not same_number(a, b):
        if _answers_enemy(a, b) or _answers_enemy(b, a):
            return None
        return Verdict("undetermined", "one account does not say whose people it counts", "population")
    if one <= two or two <= one:
        return None
    return Verdict("different_scope", f"{name_counted(a)} against {name_counted(b)}", "population")


def _fate_words(s: Slots) -> frozenset[str]:
    """What a population only says again of the fate that is counted: "scalded babies" who were hurt are babies."""
    words = tokenize((s.figure.population if s.figure else None) or "")
    fates = (t for t in words if s.measure == "wounded" and stem(t.text) in INJURIES)
    return frozenset(concept(t.text) for t in fates)


def _answers_enemy(own: Slots, other: Slots) -> bool:
    """Whether one has lost none of its own, and another party gives a count without a word whose they are."""
    return (
        own.high == 0 and bool(own.nationalities) and compare_originators(own.claim, other.claim) == "other"
    )


def differ_in_place(a: Slots, b: Slots) -> Verdict | Part | None:
    """Disjoint places are different scopes; a named place against the whole is a part (case 17)."""
    one, two = a.places, b.places
    if not same_number(a, b) and (_is_elsewhere(b, than=a) or _is_elsewhere(a, than=b)):
        return Verdict("undetermined", 'one says "there", and it is not certain where', "place")
    if one == two or one & two - {WHOLE}:
        return None
    if {WHOLE} in (one, two) and not (one and two):
        return None
    if WHOLE in one or WHOLE in two:
        return Part("b" if WHOLE in one else "a", sure=True, reason="one place against the whole")
    if one and two:
        return Verdict("different_scope", f"other places: {_place(a)} against {_place(b)}", "place")
    inner, outer = (a, b) if one else (b, a)
    return Part(
        "a" if one else "b",
        sure=outer.partitioned or _is_of_them(inner, outer),
        reason=f"one account gives its figure for {_place(inner)}, the other for no place of its own",
    )


def _is_elsewhere(s: Slots, *, than: Slots) -> bool:
    """Whether a figure is of a place told before ("there"), which another article need not mean."""
    there = not s.places and _THERE.search(s.claim.text) is not None
    return s.article.id != than.article.id and there and _THERE.search(than.claim.text) is None


def _place(s: Slots) -> str:
    return s.claim.place or list_words(s.places)


def _is_of_them(inner: Slots, outer: Slots) -> bool:
    """Whether one article counts all and then, in one place, "85 of them"."""
    behind = inner.claim.text.partition(inner.figure.text)[2] if inner.figure else ""
    return inner.article.id == outer.article.id and behind.startswith((" of them", " of those", " of these"))


def differ_in_counting(a: Slots, b: Slots) -> Verdict | None:
    """An increment ("another 12") is not a total (case 13)."""
    kinds = {s.figure.counting for s in (a, b) if s.figure}
    if len(kinds) > 1 and "incremental" in kinds:
        return Verdict("different_scope", "one is an increment, the other a count", "counting")
    return None
