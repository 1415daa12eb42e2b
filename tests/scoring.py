"""Measures a comparison against the annotated gold of a seed story (format: seeds/README.md).

A gold mention is found where a claim of that article overlaps its quote by half of the shorter and, when the gold's
answer has figures, carries one of them. A pair of positions counts as found when any claim of the one is joined to any
claim of the other by a fitting label.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from counterclaim.core.records import Claim, Comparison, Quantity
from counterclaim.relate.lineage import same_bearer
from counterclaim.text.quantities import find_quantities

CONFLICT = {"contradicts", "denies"}
UPDATE = {"updates", "corrects", "possible_update"}
AGREE = {"equivalent", "refines", "confirms", "reports"}

Gold = Mapping[str, Any]
Pair = frozenset[str]


class Board:
    """One story's gold beside one comparison."""

    def __init__(self, gold: Gold, comparison: Comparison) -> None:
        self.gold = gold
        self.relations = comparison.relations
        self.origins = comparison.origins
        self.texts = {d.article.id: d.article.text for d in comparison.digests}
        self.article_of = {Path(d.article.source).name: d.article for d in comparison.digests}
        self.claims = {c.id: c for d in comparison.digests for c in d.claims}
        self.lost: set[str] = set()

    def measure(self) -> dict[str, float]:
        """All figures of the story, each between 0 and 1, but `false_alarms` and `text_lost`, which count."""
        conflicts = self._pairs(CONFLICT, across=True)
        right, recall = self._disputes(conflicts)
        return {
            "conflict_precision": _share(len(right), len(conflicts)),
            "conflict_recall": recall,
            "update_recall": self._updates(),
            "agreement_recall": self._agreements(),
            "speaker": self._speakers(),
            "origin": self._origins(),
            "grounded": _share(sum(self._verbatim(c) for c in self.claims.values()), len(self.claims)),
            "false_alarms": self._alarms(conflicts - right),
            "text_lost": len(self.lost),
        }

    def _verbatim(self, claim: Claim) -> bool:
        return bool(claim.quote) and self.texts[claim.article][claim.start : claim.end] == claim.quote

    def _holders(self, mention: Mapping[str, str], answer: str = "") -> set[str]:
        article = self.article_of.get(mention["file"])
        at = article.text.find(mention["quote"]) if article else -1
        if article is None or at < 0:
            self.lost.add(f"{mention['file']}: {mention['quote']}")
            return set()
        end = at + len(mention["quote"])
        wanted = [q for q in find_quantities(answer) if q.high != 0]  # "no gas was used" names no number
        return {
            c.id
            for c in self.claims.values()
            if c.article == article.id
            and min(end, c.end) - max(at, c.start) >= 0.5 * min(end - at, c.end - c.start)
            and (not wanted or any(_gives(c.quote, q) for q in wanted))
        }

    def _side(self, part: Mapping[str, Any]) -> set[str]:
        return set().union(*(self._holders(m, part["answer"]) for m in part["mentions"]))

    def _pairs(self, labels: set[str], *, across: bool = False) -> set[Pair]:
        return {
            frozenset({r.a, r.b})
            for r in self.relations
            if r.label in labels and not (across and self.claims[r.a].article == self.claims[r.b].article)
        }

    def _disputes(self, conflicts: set[Pair]) -> tuple[set[Pair], float]:
        right: set[Pair] = set()
        found = []
        for dispute in self.gold["disputes"]:
            sides = [self._side(p) for p in dispute["positions"]]
            for i, j in dispute["conflicting"]:
                joined = conflicts & _crossing(sides[i], sides[j])
                right |= joined
                found.append(bool(joined))
        return right, _share(sum(found), len(found))

    def _updates(self) -> float:
        updates = self._pairs(UPDATE)
        found = [
            bool(updates & _crossing(self._side(u["from"]), self._side(u["to"])))
            for u in self.gold["updates"]
        ]
        return _share(sum(found), len(found))

    def _agreements(self) -> float:
        agreed = self._pairs(AGREE)
        found = []
        for gold in self.gold["agreements"]:
            held = [(m["file"], self._holders(m, gold["answer"])) for m in gold["mentions"]]
            pairs = (_crossing(a, b) for (f, a), (g, b) in combinations(held, 2) if f != g)
            found.append(any(agreed & p for p in pairs))
        return _share(sum(found), len(found))

    def _speakers(self) -> float:
        found = []
        for gold in self.gold["attributions"]:
            chains = [self.claims[c].attribution for c in self._holders(gold)]
            found.append(any(chain and same_bearer(chain[0].name, gold["speaker"]) for chain in chains))
        return _share(sum(found), len(found))

    def _origins(self) -> float:
        groups = [set(o.articles) for o in self.origins if o.kind == "same_text"]
        wanted = [{self.article_of[f].id for f in files} for files in self.gold["same_origin"]]
        return _share(sum(any(w <= g for g in groups) for w in wanted), len(wanted))

    def _alarms(self, wrong: set[Pair]) -> int:
        conflicts = self._pairs(CONFLICT, across=True)
        tempting = [(self._holders(n["a"]), self._holders(n["b"]), wrong) for n in self.gold["not_conflicts"]]
        updated = [(self._side(u["from"]), self._side(u["to"]), conflicts) for u in self.gold["updates"]]
        return sum(bool(pairs & _crossing(a, b)) for a, b, pairs in (*tempting, *updated))


def _crossing(one: Iterable[str], other: Iterable[str]) -> set[Pair]:
    return {frozenset({x, y}) for x in one for y in other if x != y}


def _gives(quote: str, figure: Quantity) -> bool:
    """Whether a quote gives a figure, or says it in the same words where it is no figure ("nine minutes after")."""
    limits = {figure.low, figure.high} - {None}
    found = {limit for q in find_quantities(quote) for limit in (q.low, q.high)}
    return bool(limits & found) or figure.text.casefold() in quote.casefold()


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def load_gold(story: Path) -> Gold:
    """The gold of a story folder."""
    gold: Gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    return gold
