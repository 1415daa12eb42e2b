"""Which claims share most with a claim, found without looking at all of them (room: brains).

An inverted index over words, figures and measures, ranked by BM25 (Robertson and Zaragoza 2009). For each claim the
rarest keys are read first, and only so many entries, so that the cost grows with the claims and not with their square.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from counterclaim.relate.slots import Slots

K = 24  # candidates a claim; on the development stories no right pair ranked below 17
_READ = 300  # entries of the index read a claim: on generated articles 600 and more pass no more pairs through the gate
_SATURATION, _LENGTH = 1.2, 0.75  # BM25's k1 and b as they are usually set; `benchmarks/alignment.py`


class Candidates(NamedTuple):
    """The index over some claims, by their place: the keys of each, the claims of each key, and what they weigh."""

    keys: Sequence[Sequence[str]]
    postings: Mapping[str, Sequence[int]]
    weights: Mapping[str, float]
    scales: Sequence[float]

    @classmethod
    def of(cls, slots: Sequence[Slots]) -> Self:
        """Index the claims."""
        held = [_keys(s) for s in slots]
        postings: dict[str, list[int]] = defaultdict(list)
        for i, keys in enumerate(held):
            for key in keys:
                postings[key].append(i)
        weights = {key: math.log(1 + len(slots) / len(found)) for key, found in postings.items()}
        rarest = [sorted(keys, key=lambda key: (len(postings[key]), key)) for keys in held]
        return cls(rarest, postings, weights, _scale([len(keys) for keys in held]))

    def rank(self, i: int) -> list[int]:
        """The claims that share something with claim `i`, the likeliest first."""
        shared: dict[int, float] = defaultdict(float)
        read = 0
        for key in self.keys[i]:
            found = self._near(key, i)
            if read and read + len(found) > _READ:
                break
            read += len(found)
            for j in found:
                shared[j] += self.weights[key]
        shared.pop(i, None)
        return sorted(shared, key=lambda j: (-shared[j] * self.scales[j], j))

    def _near(self, key: str, i: int) -> Sequence[int]:
        """The claims with a key; of one that very many have, those next to the claim."""
        found = self.postings[key]
        if len(found) <= _READ:
            return found
        at = bisect_left(found, i)
        first = max(0, min(at - _READ // 2, len(found) - _READ))
        return found[first : first + _READ]


def _keys(s: Slots) -> frozenset[str]:
    """What a claim can be found by: its words, its figures as stated, what it measures."""
    figures = {f"figure:{q.low}:{q.high}" for q in s.claim.quantities}
    return s.topic | figures | ({f"measure:{s.measure}"} if s.measure else set())


def _scale(lengths: Sequence[int]) -> list[float]:
    """BM25's factor for the length of each text: what is long shares words by chance."""
    mean = sum(lengths) / max(len(lengths), 1) or 1.0
    return [(_SATURATION + 1) / (1 + _SATURATION * (1 - _LENGTH + _LENGTH * n / mean)) for n in lengths]
