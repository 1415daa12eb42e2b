"""Does the candidate search find what answers a claim? `python benchmarks/alignment.py SUPERPAL_CSV`.

SuperPAL (Ernst et al. 2021) aligns the spans of a summary with the spans of the articles that say the same. Every span
of a cluster's articles is a candidate for every span of its summary; what counts is whether an aligned one is among the
first 1, 5 and 10. Only the positive alignments are published: spans that no summary span needs are not in the pool.
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from counterclaim.core.records import Article, Claim
from counterclaim.relate.candidates import Candidates
from counterclaim.relate.slots import Slots, find_slots
from counterclaim.text.quantities import find_quantities

DEPTHS = (1, 5, 10)


class Cluster(NamedTuple):
    """The summary's spans, the articles' spans, and by summary span the articles' spans that are aligned with it."""

    asked: dict[str, str]
    held: dict[str, str]
    right: defaultdict[str, set[str]]


def read_clusters(path: Path) -> list[Cluster]:
    """Read the CSV: one alignment a row. The parts of a span are joined by "..." there."""
    clusters: dict[str, Cluster] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cluster = clusters.setdefault(row["topic"], Cluster({}, {}, defaultdict(set)))
            place = f"{row['documentFile']} {row['docSpanOffsets']}"
            cluster.held[place] = row["docSpanText"].replace("...", " ")
            cluster.asked[row["summarySpanOffsets"]] = row["summarySpanText"].replace("...", " ")
            cluster.right[row["summarySpanOffsets"]].add(place)
    return list(clusters.values())


def level(span: str) -> Slots:
    """A span as the comparator sees it: an article of one claim."""
    digest = sha256(span.encode()).hexdigest()
    article = Article(id=f"a-{digest[:10]}", source="span", language="en", text=span, sha256=digest)
    claim = Claim(
        id=f"c-{digest[:10]}",
        article=article.id,
        quote=span,
        start=0,
        end=len(span),
        text=span,
        question="",
        attribution=(),
        answer="",
        kind="event",
        quantities=find_quantities(span),
    )
    return find_slots(claim, article)


def rank_right(cluster: Cluster) -> list[list[int]]:
    """For each span of the summary the ranks of the aligned spans, from 0; what is not found ranks last."""
    places, asked = sorted(cluster.held), list(cluster.asked)
    spans = [level(cluster.held[p]) for p in places] + [level(cluster.asked[q]) for q in asked]
    index = Candidates.of(spans)
    ranks = []
    for i, question in enumerate(asked, start=len(places)):
        found = [places[j] for j in index.rank(i) if j < len(places)]
        ranks.append([found.index(p) if p in found else len(places) for p in sorted(cluster.right[question])])
    return ranks


def recall(ranks: Sequence[Sequence[int]]) -> list[tuple[int, float, float]]:
    """By depth: the share of summary spans with an aligned span that high, and the share of aligned spans that high."""
    pairs = [rank for row in ranks for rank in row]
    return [
        (
            depth,
            sum(min(row) < depth for row in ranks) / len(ranks),
            sum(r < depth for r in pairs) / len(pairs),
        )
        for depth in DEPTHS
    ]


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("path", type=Path, metavar="SUPERPAL_CSV")
    path = options.parse_args().path
    if not path.is_file():
        print(f"{path} is not here; it is manual_datasets/dev_MN_only.csv of github.com/oriern/SuperPAL")
        return 0
    clusters = read_clusters(path)
    ranks = [row for cluster in clusters for row in rank_right(cluster)]
    spans = sum(len(c.held) for c in clusters)
    print(f"{len(clusters)} clusters, {len(ranks)} summary spans, {spans} article spans")
    for depth, spanwise, pairwise in recall(ranks):
        print(f"recall@{depth:<3} {spanwise:.3f} of the summary spans, {pairwise:.3f} of the alignments")
    return 0


if __name__ == "__main__":
    sys.exit(main())
