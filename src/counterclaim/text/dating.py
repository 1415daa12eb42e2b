"""When a fact happened, and when it was said, among the times of its sentence (room: brains)."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from counterclaim.core.records import TimeInterval
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import AUXILIARIES
from counterclaim.text.speech import Speech
from counterclaim.text.stretches import Stretch
from counterclaim.text.times import TimeMention
from counterclaim.text.tokens import Token, tokenize

_AS_OF = frozenset({"by", "until", "before"})
_OF_THEM = frozenset({("of", "them"), ("of", "whom"), ("of", "those"), ("of", "these")})
_LASTING = frozenset({"since", "until"})  # how long one thing lasted says nothing of another clause's
# What stands behind these, up to the next comma, is told of something named on the way.
_ASIDE = frozenset("which who whose whom where because".split())
_BASELINE = frozenset({"than", "against"})  # "higher than four years ago": what a figure is measured by
_SPANS = frozenset("year quarter month season week".split())
_ATTACHED = frozenset({"with", "without", "worth"})  # what these open is told of the clause before
_REPLACED = frozenset({("up", "from"), ("down", "from"), ("instead", "of"), ("rather", "than")})
_JOINED = frozenset("when after as while".split())
_OTHERWISE = frozenset("will would shall due not never".split())
_OPENING = 5  # words of an adverb that opens a sentence: "In the early hours of"
_BREAKS = frozenset({";", ".", ":", "—"})


def times_of(stretch: Stretch, times: Sequence[TimeMention]) -> Sequence[TimeMention]:
    """The times of the stretch's sentence; `times` are in order."""
    first = bisect_left(times, stretch.sentence.start, key=lambda t: t.start)
    return times[first : bisect_left(times, stretch.sentence.end, key=lambda t: t.start)]


def find_event_time(
    text: str, fact: Sequence[Token], stretch: Stretch, times: Sequence[TimeMention], *, at: int | None = None
) -> TimeInterval | None:
    """The time in the fact's own words, else the only one in its stretch that is told of the fact as well.

    Args:
        text: The article's text.
        fact: The tokens of the fact.
        stretch: The stretch that holds it.
        times: All times of the article.
        at: Where the fact's figure starts, if it has one.
    """
    said = stretch.infix or (0, 0)
    usable = [
        t
        for t in times_of(stretch, times)
        if t.kind not in {"duration", "frequency"}
        and (t.interval.start or t.interval.end)
        and not said[0] <= t.start < said[1]
    ]
    own = [t for t in usable if fact[0].start <= t.start < fact[-1].end]
    if own:
        return _choose(fact, [t for t in own if not _is_aside(fact, t, at)])
    near = [t for t in usable if stretch.start <= t.start < stretch.end]
    shared = [t for t in near if _is_shared(text, fact, stretch, t)]
    if len(near) == len(shared) == 1:
        return shared[0].interval
    as_of = [t for t in shared if t.relation in _AS_OF]
    return as_of[0].interval if len(as_of) == 1 and _counts_on(fact) else None


def _counts_on(fact: Sequence[Token]) -> bool:
    """Whether the fact counts some of those just counted, of the same moment ("31 had died by noon, 22 of them in Issa")."""
    of_them = any((one.lower, two.lower) in _OF_THEM for one, two in pairwise(fact))
    return of_them or not any(is_verb(fact, i) for i in range(len(fact)))


def _choose(fact: Sequence[Token], own: Sequence[TimeMention]) -> TimeInterval | None:
    # "In reply to Thursday's strikes they attacked on Saturday": the deed is of Saturday.
    owned = {t.start for t in fact if t.lower.endswith("'s")}
    told = [t for t in own if t.start not in owned] or own
    # "killed on Sunday had reached 31 by noon": the count is of noon
    as_of = [t for t in told if t.relation in _AS_OF]
    return next((t.interval for t in (*as_of, *told)), None)


def _is_aside(fact: Sequence[Token], time: TimeMention, at: int | None) -> bool:
    """Whether a time stands in a clause about something named on the way, or with what a figure is measured by.

    It is the fact's own where its figure stands there too: "against 31 at midday" dates the 31.
    """
    end = next((i for i, t in enumerate(fact) if t.start >= time.start), len(fact))
    start = max((i + 1 for i, t in enumerate(fact[:end]) if t.text in {",", *_BREAKS}), default=0)
    own = range(end) if at is None else [i for i in range(end) if not fact[i].start < at < time.start]
    behind = [t.lower for t in fact[:end] if at is not None and t.start > at]
    if any(pair in _REPLACED for pair in pairwise(behind)) or any(
        i >= start and _measures_by(fact, i) for i in own
    ):
        return True
    relative = next((i for i in own if i >= max(start, 1) and fact[i].lower in _ASIDE), None)
    if relative is None:
        return False
    verbs = [i for i in range(len(fact)) if is_verb(fact, i) and fact[i].lower not in AUXILIARIES]
    inside = sum(relative < i < end for i in verbs)
    return (
        inside == 1 and len(verbs) > 1
    )  # "whom they questioned was freed on Friday": the time is the second verb's


def _measures_by(fact: Sequence[Token], i: int) -> bool:
    """Whether a baseline follows: "than at the last election", "against 31", "6 per cent on last year", not "more than 31"."""
    if fact[i].lower == "on":
        return {t.lower for t in fact[i + 1 : i + 2]} <= {"last", "previous"} and bool(
            _SPANS & {t.lower for t in fact[i + 2 : i + 3]}
        )
    after = fact[i + 1].text[:1] if i + 1 < len(fact) else ""
    return (fact[i].lower == "than" and not after.isdigit()) or (
        fact[i].lower == "against" and after.isdigit()
    )


def _is_shared(text: str, fact: Sequence[Token], stretch: Stretch, time: TimeMention) -> bool:
    """Whether the time of another clause dates the fact too ("nine died and 20 were hurt on Sunday")."""
    earlier = time.start < fact[0].start
    owned = text[time.end : time.end + 2] in {"'s", "’s"} or time.interval.text.endswith(("'s", "’s"))
    replaced = tuple(t.lower for t in fact[:2]) in _REPLACED  # an earlier figure, of an earlier time
    if owned or replaced:
        return False
    if earlier and (fact[0].lower in _ATTACHED or _is_opening(text, stretch, time)):
        return True
    span = (time.end, fact[0].start) if earlier else (fact[-1].end, time.start)
    between = [t.lower for t in tokenize(text, *span)]
    parted = any(a == "," and b in {"and", "but", *_ASIDE} for a, b in pairwise([*between, fact[0].lower]))
    if time.relation in _LASTING or parted or {*between} & (_ASIDE | _OTHERWISE | _BREAKS | _BASELINE):
        return False
    return earlier or time.kind != "clock" or "and" not in between or bool(_JOINED & {*between})


def _is_opening(text: str, stretch: Stretch, time: TimeMention) -> bool:
    """Whether the time opens the sentence: "In 1987 a ferry capsized and 52 people drowned"."""
    words = tokenize(text, stretch.start, time.start)
    return (
        time.relation not in _LASTING
        and len(words) <= _OPENING
        and not any(is_verb(words, i) for i in range(len(words)))
    )


def find_said_at(speech: Speech | None, times: Sequence[TimeMention]) -> TimeInterval | None:
    """The time that the words of saying give ("said on Sunday"); None where they give none."""
    if speech is None or speech.said_at is None:
        return None
    start, end = speech.said_at
    return next((t.interval for t in times if t.start < end and start < t.end), None)
