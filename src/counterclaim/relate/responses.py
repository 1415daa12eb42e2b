"""The response log: who denied, confirmed, declined or could not confirm what a thread says, and who is not on record.

A response without content of its own is no relation (case 20 of `relations.md`); it belongs to the threads whose
claims it speaks of: those that share its words, else those that it points back to ("that figure", "the allegation")
in its article (room: brains).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from counterclaim.core.records import Claim, Response, ResponseKind, Thread
from counterclaim.relate.asides import Motive, find_motive
from counterclaim.relate.lineage import compare_originators, name_key, opposed, originator, side_key
from counterclaim.relate.slots import Slots, same_name
from counterclaim.relate.statements import SAME_DENIED, SAME_STATEMENT, weigh_overlap
from counterclaim.text.lexicon import STATE_BODIES, concept, stem
from counterclaim.text.tokens import tokenize

_KINDS: Mapping[str, ResponseKind] = {
    "denial": "denied",
    "confirmed": "confirmed",
    "declined": "declined",
    "could not confirm": "could_not_confirm",
    "not reached": "not_reached",
}
_CHECKED = re.compile(r"\b(?:confirm|verif|check|corroborat|authenticat)", re.IGNORECASE)
_POINTER = re.compile(
    r"\b(?P<how>that|this|the|those|these|any|either|neither|both|none|all|its|their|his|her)\b(?: of (?:the|these|those))? "
    r"(?:[\w-]+ ){0,2}?(?:(?P<toll>death tolls?|tolls?)|(?P<figure>figures?|numbers?|counts?|totals?)"
    r"|(?P<charge>allegations?|accusations?|charges?)|(?P<said>claims?|reports?|accounts?|statements?|versions?|comment))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:it|that|this|him|her|them|comment|respond|answer)(?: (?:out|up|off|down|on|over))?\W*$",
    re.IGNORECASE,
)
# What stands in a question that somebody cannot answer is no statement of another's: "could not say what caused it".
_EMBEDDED = re.compile(
    r"\b(?:say|tell|know|explain|confirm|comment on|discuss|answer) (?:what|who|whom|why|how|when|where|which|if|whether)\b",
    re.IGNORECASE,
)
_SEVERAL = frozenset({"those", "these", "any", "either", "neither", "both", "none", "all"})
_DEAD = frozenset({"killed", "casualties", "missing"})
_TWO = frozenset({"neither", "both", "either"})
_PAIR = 2
_CHARGING = re.compile(r"alleg|accus|charg|claim|blam|contend", re.IGNORECASE)
_RESPONDING = frozenset(
    concept(stem(w))
    for w in "confirm confirmed verify deny denied decline declined comment commented say said tell know discuss answer "
    "respond response reply refuse refused request asked check establish".split()
)
_WITHHELD: frozenset[ResponseKind] = frozenset({"declined", "could_not_confirm", "not_reached"})
_AGAINST: frozenset[ResponseKind] = frozenset({"denied", "declined", "not_reached"})
_LEAST_WORDS = 2  # that a response and a claim must share
_SENTENCE_END = re.compile(r"[.!?]\W*\s")
_CLOSE = 160  # characters between a statement and a response that points back to it
_LEAST = 4  # characters of a name that stand for a side


def find_response(claim: Claim) -> ResponseKind | None:
    """What a claim does about another's, if it does: by its mark, or a check that could not be made.

    >>> find_response(Claim(id="c", article="a", quote="Neither toll could be verified.", start=0, end=31, text="",
    ...                     question="", answer="", attribution=(), flags=("not known",)))
    'could_not_confirm'
    """
    kind = next((_KINDS[flag] for flag in claim.flags if flag in _KINDS), None)
    if kind is None and "not known" in claim.flags and _CHECKED.search(claim.quote):
        return "could_not_confirm"
    return kind


def log_responses(
    threads: Sequence[Thread],
    slots: Sequence[Slots],
    aligned: Iterable[tuple[int, int]],
    disputes: frozenset[frozenset[str]],
    *,
    copies: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Thread, ...]:
    """Give every thread its responses.

    Args:
        threads: All threads.
        slots: All claims.
        aligned: Pairs of indices of `slots` that answer one question.
        disputes: Name keys of sides that contradict or deny each other somewhere.
        copies: Claim id in a reprint -> the id of the same claim in the source: one response, heard once.
    """
    pairs = [(slots[i], slots[j]) for i, j in aligned]
    thread_of = {cid: t.id for t in threads for cid in t.claims}
    by_id = {s.claim.id: s for s in slots}
    log: dict[str, list[Response]] = defaultdict(list)
    for responder, addressed in _find_addressed(slots, pairs):
        first = by_id[copies.get(responder.claim.id, responder.claim.id)]
        for thread in dict.fromkeys(thread_of[c.claim.id] for c in (responder, *addressed)):
            log[thread].append(_response(first, copies))
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        near[thread_of[a.claim.id]].add(b.claim.id)
        near[thread_of[b.claim.id]].add(a.claim.id)
    sides = _find_sides(slots)
    for t in threads:
        if not any(response.kind in _AGAINST for response in log[t.id]):
            log[t.id] += _find_silent([by_id[c] for c in t.claims], sides, disputes, frozenset(near[t.id]))
    return tuple(t.model_copy(update={"responses": tuple(dict.fromkeys(log[t.id]))}) for t in threads)


def _response(responder: Slots, copies: Mapping[str, str]) -> Response:
    claim, link, kind = responder.claim, originator(responder.claim), find_response(responder.claim)
    return Response(
        kind=kind or "denied",
        speaker=link.name if link else responder.article.outlet,
        claim=claim.id,
        article=responder.article.id,
        quote=claim.quote,
        reprints=tuple(sorted(copy for copy, source in copies.items() if source == claim.id)),
    )


def _find_addressed(
    slots: Sequence[Slots], pairs: Iterable[tuple[Slots, Slots]]
) -> Iterator[tuple[Slots, Sequence[Slots]]]:
    """Every response with the claims it speaks of, as far as that is certain."""
    responders = {s.claim.id: kind for s in slots if (kind := find_response(s.claim))}
    near: dict[str, list[Slots]] = defaultdict(list)
    for a, b in pairs:
        for responder, other in ((a, b), (b, a)):
            if (
                responders.get(responder.claim.id) in _WITHHELD
                and other.claim.id not in responders
                and _is_about(responder, other)
            ):
                near[responder.claim.id].append(other)
    told: dict[str, list[Slots]] = defaultdict(list)
    for s in slots:
        if s.claim.id not in responders:
            told[s.article.id].append(s)
    for s in slots:
        if s.claim.id in responders:
            others = [o for o in told[s.article.id] if o.claim.end <= s.claim.start and not _kin(o, s)]
            spoken = [o for o in near[s.claim.id] if not _kin(o, s)] or _find_referents(s, others)
            yield s, list(_answer_motives(spoken, slots))


def _is_about(responder: Slots, other: Slots) -> bool:
    """Whether a claim says nearly all that a response says beside who responds and how."""
    names = {concept(stem(w)) for link in responder.claim.attribution for w in name_key(link.name or "")}
    own = responder.topic - names - _RESPONDING
    return len(own) >= _LEAST_WORDS and len(own & other.topic) >= SAME_STATEMENT * len(own)


def _kin(a: Slots, b: Slots) -> bool:
    return compare_originators(a.claim, b.claim) in {"same", "same_side"}


def _find_referents(responder: Slots, before: Sequence[Slots]) -> list[Slots]:
    """What "neither toll", "that figure" or "it" points back to; nothing where that could be one thing or another."""
    pointer = _POINTER.search(responder.claim.quote)
    if pointer and pointer["how"].lower() in _SEVERAL:
        return _find_several(pointer, [s for s in before if _fits(s, pointer)])
    if not pointer and (not _PRONOUN.search(said := responder.claim.quote) or _EMBEDDED.search(said)):
        return []
    last = max((s for s in before), key=lambda s: s.claim.end, default=None)
    if last is None or not _follows(responder, last):
        return []
    spoken = [s for s in before if s.sentence == last.sentence]
    if pointer is None or pointer["said"]:
        return spoken
    fitting = [s for s in spoken if _fits(s, pointer)]
    return fitting if pointer["charge"] or len(fitting) == 1 else []


def _answer_motives(spoken: Sequence[Slots], slots: Sequence[Slots]) -> Iterator[Slots]:
    """What a response to a statement that says why is about: the earlier deed, wherever that is told, not the reason.

    "Kabul called the raid an answer to the strikes. Islamabad has not confirmed carrying them out."
    """
    for s in spoken:
        motive = find_motive(s)
        if motive is None:
            yield s
        else:
            yield from (o for o in slots if _tells_of(o, motive))


def _tells_of(s: Slots, motive: Motive) -> bool:
    """Whether a statement is about the deed that a motive names: they share its name and what was done."""
    if s.figure or find_response(s.claim) or find_motive(s):
        return False
    shared = s.topic & motive.earlier
    names = frozenset(concept(n) for n in s.names)
    return bool(shared & names) and bool(shared - names)


def _find_several(pointer: re.Match[str], fitting: Sequence[Slots]) -> list[Slots]:
    """All that "the figures" can mean; "neither" and "both" only where there are two parties to mean."""
    two = pointer["how"].lower() in _TWO
    return [] if two and len(_find_sides(fitting)) != _PAIR else list(fitting)


def _fits(s: Slots, pointer: re.Match[str]) -> bool:
    link = originator(s.claim)
    if pointer["toll"]:
        return s.figure is not None and s.measure in _DEAD
    if pointer["charge"]:
        return link is not None and _CHARGING.match(link.cue or "") is not None
    return s.figure is not None if pointer["figure"] else link is not None


def _follows(responder: Slots, last: Slots) -> bool:
    """Whether a response stands in the sentence of the claim, or right after it."""
    between = responder.article.text[last.claim.end : responder.claim.start]
    return len(between) <= _CLOSE and len(_SENTENCE_END.findall(between)) <= 1


class _Side(NamedTuple):
    """A party with what it says in all articles; `words` tell it from others."""

    name: str
    words: frozenset[str]
    claims: tuple[Slots, ...]


def _find_sides(slots: Sequence[Slots]) -> list[_Side]:
    """The parties that speak, each once however it is worded."""
    groups: list[list[Slots]] = []
    by_key: dict[frozenset[str], list[Slots]] = {}
    for s in slots:
        key = side_key(s.claim)
        if not key:
            continue
        group = by_key.get(key) or next((g for g in groups if _kin(g[0], s)), None)
        if group is None:
            groups.append(group := [])
        group.append(s)
        by_key[key] = group
    return [
        _Side(_name_side(g), frozenset().union(*(side_key(s.claim) for s in g)) - STATE_BODIES, tuple(g))
        for g in groups
    ]


def _name_side(group: Sequence[Slots]) -> str:
    links = [link for s in group if (link := originator(s.claim))]
    # "The army" alone does not say whose.
    sides = {link.side for link in links if link.side and name_key(link.side) - STATE_BODIES}
    known = (link.side if link.side in sides else link.institution or link.name or "" for link in links)
    names = Counter(name for name in known if name)
    return min(names, key=lambda n: (-names[n], n))


def _find_silent(
    held: Sequence[Slots], sides: Sequence[_Side], disputes: frozenset[frozenset[str]], near: frozenset[str]
) -> Iterator[Response]:
    """The parties that a thread's figures name, that stand against who gives them, and that give none like it.

    Only figures: that a party gives none of a measure is certain, that it says nothing on a matter is not.
    `near`: the ids of all claims that were aligned with one of the thread.
    """
    said = [s for s in held if s.figure and originator(s.claim) and not find_response(s.claim)]
    named = {t.lower for s in said for t in tokenize(s.claim.text) if t.text[:1].isupper()}
    for side in sides if named else ():
        first = side.claims[0]
        against = any(opposed(s.claim, first.claim, disputes) for s in said)
        if not against or any(_kin(s, first) for s in held) or not _is_named(side, named):
            continue
        if not any(x.claim.id in near or _speaks_to(x, held) for x in side.claims):
            yield Response(kind="not_mentioned", speaker=side.name)


def _is_named(side: _Side, named: Iterable[str]) -> bool:
    return any(same_name(word, name) for word in side.words if len(word) >= _LEAST for name in named)


def _speaks_to(x: Slots, held: Sequence[Slots]) -> bool:
    """Whether a claim may be an answer after all, though it was not aligned: better no word than a wrong one."""
    return any(
        x.claim.question == s.claim.question
        or (x.measure is not None and x.measure == s.measure)
        or weigh_overlap(x.topic, s.topic, {}) >= SAME_DENIED
        for s in held
    )
