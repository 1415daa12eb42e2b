"""The pairs that the rules leave open: what a model is asked about them, and which of its labels stand (room: brains).

One judgement a thread, never one a pair, and short threads share a call. Ids are a closed set, and the ladder keeps the last word: a label that breaks
one of its rules is overruled and counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, get_args

from pydantic import Field, ValidationError
from pydantic_core import to_json

from counterclaim.core.marks import BESIDE
from counterclaim.core.records import Claim, Comparison, Label, Record, Relation, Uncompared
from counterclaim.relate.align import weigh_words
from counterclaim.relate.comparison import thread_claims
from counterclaim.relate.grounds import Grounds, relate
from counterclaim.relate.lineage import originator
from counterclaim.relate.overrules import JUDGEMENTS, Overruled, overrule
from counterclaim.relate.sayings import date_first_said
from counterclaim.relate.slots import Slots, find_slots
from counterclaim.relate.statements import weigh_overlap
from counterclaim.text.citations import Unreadable, cut_items, explain, fence, level, parse_cut
from counterclaim.text.citations.prose import object_to_prose

_MOST_PAIRS = 16  # of a thread; what is over stays undetermined, with the rule's reason
_QUOTE_ROOM = 400
_REASON_ROOM = 240
UNRELATED = "unrelated"
_LABELS = (*get_args(Label), UNRELATED)
_WITHHELD = "judged by a model, whose reason is not shown: it says what no claim says"


class Judgement(Record):
    """A model's label for one pair. Ids and label are checked when it is applied, so that one slip costs one item."""

    a: str
    b: str
    label: str = Field(json_schema_extra={"enum": list(_LABELS)})
    reason: str


class JudgeReply(Record):
    """The whole reply to the judge prompt."""

    judgements: tuple[Judgement, ...]


class OpenThread(NamedTuple):
    """One thread with the pairs of claim ids to judge; `told` is what a prompt says of each claim, in order."""

    id: str
    question: str
    pairs: tuple[tuple[str, str], ...]
    told: tuple[tuple[str, str], ...]


class Inquiry(NamedTuple):
    """What one call asks: some open threads, their claims and pairs under ids of the call, and the prompt's data."""

    threads: tuple[OpenThread, ...]
    claims: Mapping[str, str]
    pairs: tuple[tuple[str, str], ...]
    body: str


def read_judgement(text: str) -> JudgeReply | Unreadable:
    """Read a reply to the judge prompt; of one that was cut off, the complete items.

    >>> read_judgement('{"judgements":[{"a":"c1","b":"c2","label":"updates","reason":"later"},{"a":"c')
    JudgeReply(judgements=(Judgement(a='c1', b='c2', label='updates', reason='later'),))
    """
    try:
        return JudgeReply.model_validate_json(text, strict=True)
    except ValidationError as error:
        if error.errors()[0]["type"] != "json_invalid":
            return Unreadable(explain(error))
    body = parse_cut(text)
    if isinstance(body, Unreadable):
        return body
    found = cut_items(text, body, "judgements").complete
    if not found:
        return Unreadable("the reply was cut off before its first judgement was complete")
    try:
        return JudgeReply.model_validate_json(to_json({"judgements": found}), strict=True)
    except ValidationError as error:
        return Unreadable(explain(error))


def find_open(comparison: Comparison) -> tuple[OpenThread, ...]:
    """The threads that the rules left open: pairs `undetermined`, and statements of one thread without a relation.

    A pair between two threads belongs to the first of them, so there is at most one judgement a thread. A claim that
    the model passed over when it read is not put to it again: its pairs stay as the rules leave them.

    >>> find_open(Comparison(digests=()))
    ()
    """
    slots = {s.claim.id: s for s in _slots(comparison)}
    place = {cid: n for n, thread in enumerate(comparison.threads) for cid in thread.claims}
    pairs: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for relation in comparison.relations:
        if relation.label == "undetermined" and {relation.a, relation.b} <= place.keys():
            pairs[min(place[relation.a], place[relation.b])].append((relation.a, relation.b))
    for n, pair in _unrelated_statements(comparison, slots):
        pairs[n].append(pair)
    beside = {c.id for digest in comparison.digests for c in digest.claims if BESIDE & set(c.flags)}
    cited = {n: [pair for pair in found if not beside & set(pair)] for n, found in pairs.items()}
    return tuple(_open(comparison, n, cited[n], slots) for n in sorted(cited) if cited[n])


def _slots(comparison: Comparison) -> list[Slots]:
    ordered = sorted(comparison.digests, key=lambda d: d.article.id)
    return date_first_said([find_slots(claim, d.article) for d in ordered for claim in d.claims])


def _unrelated_statements(
    comparison: Comparison, slots: Mapping[str, Slots]
) -> Iterable[tuple[int, tuple[str, str]]]:
    """Pairs of statements of several articles in one thread that no rule related, equals taken for one."""
    weights = weigh_words([*slots.values()])
    related = {frozenset({r.a, r.b}) for r in comparison.relations}
    equals = {r.b: r.a for r in comparison.relations if r.label in {"equivalent", "reports"}}
    for n, thread in enumerate(comparison.threads):
        plain = [slots[c] for c in thread.claims if not slots[c].figure and c not in equals]
        for a, b in combinations(plain, 2):
            if (
                a.article.id != b.article.id
                and frozenset({a.claim.id, b.claim.id}) not in related
                and relate(a, b, similarity=weigh_overlap(a.topic, b.topic, weights)) is None
            ):
                yield n, (a.claim.id, b.claim.id)


def _open(
    comparison: Comparison, n: int, pairs: Sequence[tuple[str, str]], slots: Mapping[str, Slots]
) -> OpenThread:
    thread = comparison.threads[n]
    asked = tuple(sorted(dict.fromkeys(pairs))[:_MOST_PAIRS])
    involved = sorted(
        {cid for pair in asked for cid in pair}, key=lambda cid: (str(slots[cid].article.published), cid)
    )
    return OpenThread(
        thread.id, thread.question, asked, tuple((cid, _describe(slots[cid])) for cid in involved)
    )


def group_threads(threads: Sequence[OpenThread], most: int) -> Iterator[Inquiry]:
    """Put whole threads together in as few calls as keep each at `most` pairs, or at one thread.

    >>> thread = OpenThread("t", "Who?", (("k1", "k2"),), (("k1", "Ana: x"), ("k2", "Ivo: y")))
    >>> [len(inquiry.threads) for inquiry in group_threads([thread] * 5, most=2)]
    [2, 2, 1]
    """
    group: list[OpenThread] = []
    for thread in threads:
        if group and sum(len(one.pairs) for one in (*group, thread)) > most:
            yield _pose(group)
            group = []
        group.append(thread)
    if group:
        yield _pose(group)


def _pose(threads: Sequence[OpenThread]) -> Inquiry:
    """Number the claims of a call. A claim of several threads is told in each, under one id."""
    told = dict.fromkeys(cid for thread in threads for cid, _ in thread.told)
    local = {cid: f"c{n}" for n, cid in enumerate(told, 1)}
    lines: list[str] = []
    pairs: list[tuple[str, str]] = []
    for thread in threads:
        asked = [(local[a], local[b]) for a, b in thread.pairs]
        lines += [
            f"question: {level(thread.question)[:_QUOTE_ROOM]}",
            *(f"[{local[cid]}] {what}" for cid, what in thread.told),
            f"pairs: {', '.join(f'{a} {b}' for a, b in asked)}",
        ]
        pairs += asked
    return Inquiry(
        tuple(threads), {name: cid for cid, name in local.items()}, tuple(pairs), fence("threads", lines)
    )


def _describe(slots: Slots) -> str:
    """One claim as data: when it was published, who says it in which outlet, in which words."""
    link = originator(slots.claim)
    speaker = level((link.name or link.role or "somebody not named") if link else "the outlet itself")
    when = str(slots.article.published)[: len("2025-10-12")] if slots.article.published else "no date"
    outlet = level(slots.article.outlet or "outlet not known")
    return f'{when}, {speaker} ({outlet}): "{level(slots.claim.text)[:_QUOTE_ROOM]}"'


def apply_judgements(comparison: Comparison, judged: Sequence[tuple[Inquiry, JudgeReply]]) -> Comparison:
    """Add the labels that stand to a comparison, with the basis "model", and find its threads anew.

    What does not stand is counted under `uncompared`: unknown ids, unknown labels, pairs judged twice, overruled labels.
    """
    slots = {s.claim.id: s for s in _slots(comparison)}
    grounds = Grounds.of(sorted(comparison.digests, key=lambda d: d.article.id), comparison.opposed)
    faults: Counter[str] = Counter()
    accepted: dict[frozenset[str], Relation | None] = {}
    rule = _Rules(comparison, slots)
    for inquiry, reply in judged:
        for item in reply.judgements:
            got = rule.judge(item, inquiry, accepted)
            if isinstance(got, Overruled):
                faults[got.reason] += 1
            else:
                accepted[got[0]] = got[1]
    relations = [r for r in comparison.relations if frozenset({r.a, r.b}) not in accepted]
    relations += [
        r.model_copy(update={"independence": grounds.classify(slots[r.a], slots[r.b])})
        for r in accepted.values()
        if r is not None
    ]
    relations.sort(key=lambda r: (r.a, r.b))
    counted = (Uncompared(what=JUDGEMENTS, reason=why, count=n) for why, n in sorted(faults.items()))
    return comparison.model_copy(
        update={
            "relations": tuple(relations),
            "threads": thread_claims(grounds, relations, comparison.opposed),
            "uncompared": (*comparison.uncompared, *counted),
        }
    )


class _Rules(NamedTuple):
    """What a judgement is checked against."""

    comparison: Comparison
    slots: Mapping[str, Slots]

    def judge(
        self, item: Judgement, inquiry: Inquiry, accepted: Mapping[frozenset[str], Relation | None]
    ) -> tuple[frozenset[str], Relation | None] | Overruled:
        """The relation that an item gives a pair (None: unrelated), or why it does not count."""
        if (item.a, item.b) not in inquiry.pairs and (item.b, item.a) not in inquiry.pairs:
            return Overruled("they name claims that were not asked about")
        if item.label not in _LABELS:
            return Overruled("their label is none of the labels")
        a, b = self.slots[inquiry.claims[item.a]], self.slots[inquiry.claims[item.b]]
        pair = frozenset({a.claim.id, b.claim.id})
        if pair in accepted:
            return Overruled("the pair was judged before")
        if item.label == "undetermined":
            return Overruled("the model could not decide either")
        if item.label == UNRELATED:
            return pair, None
        label = next(known for known in get_args(Label) if known == item.label)
        broken = overrule(label, a, b, self.comparison.relations, self.slots, self.comparison.opposed)
        return broken or (pair, _relation(label, item, a.claim, b.claim, self._known(a, b)))

    def _known(self, a: Slots, b: Slots) -> str:
        return " ".join(_wording(s) for s in (a, b))


def _wording(slots: Slots) -> str:
    claim = slots.claim
    links = " ".join(f"{x.name or ''} {x.role or ''} {x.side or ''}" for x in claim.attribution)
    return f"{claim.quote} . {claim.text} . {claim.question} . {links} . {slots.article.outlet or ''}"


def _relation(label: Label, item: Judgement, a: Claim, b: Claim, known: str) -> Relation:
    reason = " ".join(item.reason.split())
    shown = bool(reason) and len(reason) <= _REASON_ROOM and object_to_prose(reason, known) is None
    return Relation(a=a.id, b=b.id, label=label, reason=reason if shown else _WITHHELD, basis="model")
