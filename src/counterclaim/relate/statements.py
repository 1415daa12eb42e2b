"""The decision ladder for claims that do not carry figures: polarity, denial, date, actor (room: brains).

Words decide here, so the thresholds are strict: on real cross-document text a true contradiction is rarer than one
pair in a hundred, and a false alarm costs more than a miss.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial

from counterclaim.core.records import TimeInterval
from counterclaim.relate.arrivals import relate_arrivals
from counterclaim.relate.asides import ask_of_deed_and_motive, bare_topic, core_topic, reacts
from counterclaim.relate.awareness import relate_awareness
from counterclaim.relate.causes import relate_causes
from counterclaim.relate.clashes import done_since, relate_change, relate_clash, tell_own_minds, tells_loss
from counterclaim.relate.fillers import relate_fillers
from counterclaim.relate.hours import CLOCK, is_clock_time
from counterclaim.relate.lineage import compare_certainty, compare_originators, is_later
from counterclaim.relate.moments import (
    LASTING,
    do_other_deeds,
    exclude_each_other,
    is_second_deed,
    judge_times,
    relate_moments,
    tell_one_deed,
    tell_two_deeds,
)
from counterclaim.relate.plans import relate_plans
from counterclaim.relate.provocations import relate_provocations
from counterclaim.relate.rungs import NoRelation, Question, Rule, Rung, Verdict, climb, settle
from counterclaim.relate.scope import DENIES, differ_in_reality
from counterclaim.relate.slots import Slots, name_others, name_topics
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import concept
from counterclaim.text.reader import STATEMENT_WITHDRAWN
from counterclaim.text.signs import LIGHT
from counterclaim.text.times import compare_times
from counterclaim.text.tokens import tokenize

# Weighted share of common words, chosen on `stories/` for precision: at these a polarity clash was never a false alarm.
SAME_STATEMENT = 0.72
SAME_DENIED = 0.5
SAME_ABSENCE = 0.75
_MIN_SHARED = 2
_MIN_CLASH = 3  # words that a polarity clash must share
_LEANING = 2  # words of content with which a statement about a pronoun says nothing by itself
_PRONOUN = re.compile(
    r"(?:(?:on|in|at|by|for|of|to|then|but|and)(?: \w+)? )?(?:it|they|he|she|this|that|these|those|which)\b(?! \[)",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b(\d{1,3})[ -]years?[ -]old\b|\baged (\d{1,3})\b", re.IGNORECASE)
_EXCLUSIVE = frozenset(concept(w) for w in ("first", "responsible", "behind", "alone", "only", "caused"))


def weigh_overlap(
    a: frozenset[str], b: frozenset[str], weights: Mapping[str, float], *, least: int = _MIN_SHARED
) -> float:
    """Weighted share of the lighter word set that the other one has too; 0 where fewer than `least` meet.

    >>> weigh_overlap(frozenset({"bridg", "clos"}), frozenset({"bridg", "clos", "lorry"}), {})
    1.0
    """
    common = a & b
    if len(common) < least:
        return 0.0
    return sum_weights(common, weights) / min(sum_weights(a, weights), sum_weights(b, weights))


def sum_weights(words: frozenset[str], weights: Mapping[str, float]) -> float:
    """Total weight of the words; a word without one weighs 1."""
    return sum(weights.get(w, 1.0) for w in sorted(words))


def relate_statements(a: Slots, b: Slots, *, similarity: float) -> Verdict | None:
    """Relate two statements of which at least one has no figure; None where the words do not decide.

    Args:
        a: One claim's slots.
        b: The other's.
        similarity: Their `weigh_overlap`.
    """
    return settle(climb_statements(a, b, similarity=similarity))


def climb_statements(a: Slots, b: Slots, *, similarity: float) -> Iterator[Rung]:
    """Put the ladder's questions to two statements; the last rung decides."""
    rules: tuple[tuple[Question, Rule], ...] = (
        ("provocation", relate_provocations),
        ("plan", relate_plans),
        ("denial", partial(_relate_denial, similarity=similarity)),
        ("absence", _relate_absence),
        ("opposite", relate_clash),
        ("filler", relate_fillers),
        ("cause", relate_causes),
        ("moment", relate_moments),
        ("awareness", relate_awareness),
        ("arrival", relate_arrivals),
        ("kind", _differ_in_kind),
        ("words", partial(_differ_in_words, similarity=similarity)),
        ("reality", differ_in_reality),
        ("polarity", _relate_negation),
        ("time", _relate_dates),
        ("actor", _relate_actors),
        ("statement", _relate_same),
    )
    return climb(rules, a, b)


def _differ_in_kind(a: Slots, b: Slots) -> NoRelation | None:
    if bool(a.figure) == bool(b.figure):
        return None
    return NoRelation("one gives a figure and the other does not, and neither denies the other")


def _differ_in_words(a: Slots, b: Slots, *, similarity: float) -> NoRelation | None:
    if similarity < SAME_STATEMENT:
        return NoRelation("they do not share enough words")
    if ask_of_deed_and_motive(a, b):
        return NoRelation("one only names as the reason of a deed what the other tells of")
    one, two = (_find_ages(s) for s in (a, b))
    if one and two and not one & two and not a.names & b.names:
        return NoRelation("they tell of people of two ages")
    return None


def _find_ages(s: Slots) -> frozenset[str]:
    """The ages that tell a person from others: "a 40-year-old man"."""
    return frozenset(age for found in _AGE.findall(s.claim.text) for age in found if age)


def _relate_withdrawn(a: Slots, b: Slots, *, similarity: float) -> Verdict | NoRelation:
    """What one takes back corrects what the same speaker said, and says nothing on what others say."""
    kin = compare_originators(a.claim, b.claim) in {"same", "same_side"}
    if not kin or similarity < SAME_STATEMENT or a.negated != b.negated:
        return NoRelation("one is told only to be taken back")
    first = STATEMENT_WITHDRAWN in a.claim.flags
    return Verdict("corrects", "the speaker takes the statement back", "revision", flipped=not first)


def _relate_denial(a: Slots, b: Slots, *, similarity: float) -> Verdict | NoRelation | None:
    """A reported denial of what the other affirms (cases 18, 22, 40). A party does not deny itself."""
    if (STATEMENT_WITHDRAWN in a.claim.flags) != (STATEMENT_WITHDRAWN in b.claim.flags):
        return _relate_withdrawn(a, b, similarity=similarity)
    one_denies = {a.claim.polarity, b.claim.polarity} == {"affirmed", "denied"}
    if similarity < SAME_DENIED or not one_denies or differ_in_reality(a, b) or ask_of_deed_and_motive(a, b):
        return None
    denier, other = (a, b) if a.negated else (b, a)
    shared = (a.topic & b.topic) - name_topics(a, b)
    if len(shared) < _MIN_SHARED or not shared & core_topic(denier) or shared <= _counted(a) | _counted(b):
        return None
    if "denial" not in denier.claim.flags or reacts(other):
        return None
    if compare_originators(a.claim, b.claim) in {"same", "same_side"}:
        return None
    return Verdict("denies", "one denies what the other says", "denial", flipped=denier is b)


def _counted(s: Slots) -> frozenset[str]:
    """What a figure counts: that soldiers crossed a border is no answer to how many of them were killed."""
    return s.modifiers | s.nationalities | s.beside | ({s.head} if s.head else frozenset())


def _relate_absence(a: Slots, b: Slots) -> Verdict | None:
    """What one says was not, the other says was ("no letter reached us in October"; "warned by letter on 14 October").

    Nearly all content words of the negated statement must stand in the other, verbs of mere happening aside.
    """
    if a.negated == b.negated or differ_in_reality(a, b) or tell_own_minds(a, b) or exclude_each_other(a, b):
        return None
    absent, other = (a, b) if a.negated else (b, a)
    if reacts(other) or tells_loss(absent, other):
        return None
    if not absent.signs.required <= other.topic and not _is_verbless(absent.claim.quote):
        return None
    covered = any(_covers(words - LIGHT, absent, other) for words in (absent.topic, absent.absent))
    return _relate_polarity(a, b) if covered else None


def _covers(words: frozenset[str], absent: Slots, other: Slots) -> bool:
    shared = words & other.topic
    enough = len(shared) >= SAME_ABSENCE * len(words) or _is_verbless(absent.claim.quote)
    named_only = not shared - name_topics(absent, other)
    return enough and not named_only and len(shared) + _same_time(absent, other) >= _MIN_SHARED


def _is_verbless(quote: str) -> bool:
    """Whether a statement is a mere list ("not a soldier, not an engineer"), of which no item needs the others."""
    words = tokenize(quote)
    return not any(is_verb(words, i) for i in range(len(words)))


def _same_time(a: Slots, b: Slots) -> bool:
    one, two = a.claim.event_time, b.claim.event_time
    return one is not None and two is not None and compare_times(one, two) in {"same", "overlap"}


def _relate_negation(a: Slots, b: Slots) -> Verdict | NoRelation | None:
    """One affirms, the other negates, much the same words."""
    if a.negated == b.negated:
        return None
    if reacts(b if a.negated else a):
        return NoRelation("one only tells how somebody took the matter")
    if exclude_each_other(a, b):
        return NoRelation("one affirms and the other negates, but of two times")
    if len(a.topic & b.topic) < _MIN_CLASH:
        return NoRelation(
            "one affirms and the other negates, but they share too few words to be about one thing"
        )
    return _relate_polarity(a, b)


def _relate_polarity(a: Slots, b: Slots) -> Verdict:
    """The same thing affirmed and negated (case 35); one speaker who says both has changed the account."""
    if (done := done_since(a, b)) is not None:
        return relate_change(a, b, "one affirms what the other negates", done=done)
    kin = compare_originators(a.claim, b.claim)
    later = is_later(a, b)
    if kin in {"same", "same_side"} and later is not None:
        return Verdict("updates", "the same originator now says otherwise", "lineage", flipped=not later)
    tags = (DENIES,) if bool(a.figure) != bool(b.figure) else ()
    return Verdict("contradicts", "one affirms what the other negates", "polarity", tags=tags)


def _relate_dates(a: Slots, b: Slots) -> Verdict | None:
    """The same deed at two times: a conflict where they exclude each other, else the closer time refines (case 39)."""
    one, two = a.claim.event_time, b.claim.event_time
    # What did not happen on Monday need not have happened on Tuesday.
    unfit = a.figure or b.figure or a.negated
    if one is None or two is None or unfit or len(a.topic & b.topic) < _MIN_SHARED:
        return None
    if compare_times(one, two) == "overlap":
        return _relate_overlap(one, two)
    if not exclude_each_other(a, b):
        return None
    verdict = judge_times(a, b)
    apart = do_other_deeds(a, b) or LASTING & (a.topic | b.topic) or len(a.topic & b.topic) < _MIN_CLASH
    apart = apart or is_second_deed(a, b)
    return None if apart and verdict.label != "compatible" else verdict


def _relate_overlap(one: TimeInterval, two: TimeInterval) -> Verdict | None:
    """Two clock times that can both hold; parts of days ("Saturday night", "Sunday in UTC") are left to the words."""
    lengths = [
        span.end - span.start for span in (one, two) if is_clock_time(span) and span.start and span.end
    ]
    if len(lengths) < len((one, two)):
        return None
    if lengths[0] == lengths[1]:
        return Verdict("compatible", f"the times overlap: {one.text}, {two.text}", "time")
    return Verdict(
        "refines", f"the closer time: {one.text}, {two.text}", "time", flipped=lengths[0] > lengths[1]
    )


def _compare_closeness(one: TimeInterval | None, two: TimeInterval | None) -> int:
    """Above 0 where `one` is a clock time that fits the wider time `two`, below 0 the other way round."""
    if one is None or two is None or compare_times(one, two) not in {"same", "overlap"}:
        return 0
    return (is_clock_time(one) and _is_wide(two)) - (is_clock_time(two) and _is_wide(one))


def _is_wide(time: TimeInterval) -> bool:
    return time.start is not None and time.end is not None and time.end - time.start > CLOCK


def _relate_actors(a: Slots, b: Slots) -> Verdict | None:
    """Case 34: what only one can have done, said of two."""
    exclusive = _EXCLUSIVE & a.topic & b.topic
    if exclusive and name_others(a, b):
        return Verdict("contradicts", "the same deed is ascribed to two actors", "actor")
    return None


def _relate_same(a: Slots, b: Slots) -> Verdict | NoRelation:
    if name_others(a, b):
        return NoRelation("they name other people or places")
    if exclude_each_other(a, b) or tell_two_deeds(a, b):
        one_deed = tell_one_deed(a, b) and exclude_each_other(a, b)
        told = "they tell of two times"
        return NoRelation(told) if one_deed else Verdict("compatible", told, "time")
    return _relate_topics(a, b)


def _relate_topics(a: Slots, b: Slots) -> Verdict | NoRelation:
    one, two = bare_topic(a), bare_topic(b)
    if one == two:
        return _relate_equal(a, b)
    if compare_originators(a.claim, b.claim) == "same":
        return Verdict("equivalent", "the same statement", "words")
    if two < one or one < two:
        return _relate_fuller(a, b, flipped=one < two)
    return Verdict("compatible", "the same subject in other words", "words")


def _relate_fuller(a: Slots, b: Slots, *, flipped: bool) -> Verdict | NoRelation:
    """All the words of the one stand in the other; `flipped`: those of `a` in `b`."""
    if leans(a if flipped else b) and not a.names & b.names:
        return NoRelation("one does not say of what it speaks")
    return Verdict("refines", "one says all that the other says, and more", "words", flipped=flipped)


def _relate_equal(a: Slots, b: Slots) -> Verdict:
    """The same statement, or one that commits more firmly or tells the closer time."""
    if firm := compare_certainty(a, b):
        return Verdict("refines", "the same statement, more committed", "certainty", flipped=firm < 0)
    if closer := _compare_closeness(a.claim.event_time, b.claim.event_time):
        return Verdict("refines", "the same statement with a closer time", "time", flipped=closer < 0)
    return Verdict("equivalent", "the same statement", "words")


def leans(s: Slots) -> bool:
    """Whether what a statement speaks of is a pronoun that nothing resolves ("On Sunday it stayed shut")."""
    return len(s.topic) <= _LEANING and _PRONOUN.match(s.claim.text) is not None
