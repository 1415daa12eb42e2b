"""How the cost of comparing grows with the articles: `python benchmarks/growth.py [--articles 50 100 200] [--claims 1000 10000]`.

Articles of one invented event are generated (seeded, so that every run compares the same text), read once with the
built-in reader, and only the comparison is timed. Seconds of different machines say nothing: what counts is the ratio
of two sizes, set against n log n. Code 1 where a ratio is over it by more than the tolerance.
"""

import argparse
import math
import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from counterclaim.core.records import Article, ArticleDigest
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article

TOLERANCE = 1.2  # a busy machine moves a median by as much
_SYLLABLES = "ba dor fen gal hil jor kas lun mer nov pel rud sil tor ulm ver wen yar zel bri".split()
_BODIES = "police|the fire service|the mayor|the regional hospital|the army|the rescue service|the coast guard".split(
    "|"
)
_MEASURES = "killed injured missing trapped rescued evacuated detained arrested".split()
_PEOPLE = "people miners residents pupils soldiers passengers workers guards".split()
_PLACES = "village district harbour quarter valley camp suburb market".split()
_EVENTS = (
    "The bridge at {place} was closed after the {cause}.",
    "The road to {place} was not open on {day}.",
    "The {cause} cut the power in {place}.",
    "{body} had warned {place} of the {cause} on {day}.",
    "The damage in {place} came to {figure} million crowns, {body} said.",
)
_CAUSES = "flood landslide storm fire blast collapse".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Size(NamedTuple):
    """One size: how many claims there were, the seconds of the comparison, and what it compared and left out."""

    name: str
    claims: int
    seconds: float
    related: int
    uncompared: int


def write_articles(count: int, *, sentences: int, seed: int) -> Iterator[Article]:
    """Generate accounts of one event; new places come up as the accounts grow, as they do in the news."""
    chance = random.Random(seed)  # noqa: S311 - a generator of test data
    places: list[str] = []
    for number in range(count):
        lines = [_sentence(chance, places) for _ in range(sentences)]
        text = "KARSK, Norrland, March 4 - " + " ".join(lines)
        digest = sha256(f"{number} {text}".encode()).hexdigest()
        yield Article(
            id=f"a-{digest[:10]}",
            source=f"{number}.txt",
            outlet=f"Paper {number}",
            language="en",
            text=text,
            sha256=digest,
        )


def _sentence(chance: random.Random, places: list[str]) -> str:
    if not places or chance.random() < 1 / (1 + len(places) / 40):
        name = "".join(chance.sample(_SYLLABLES, 3)).capitalize()
        places.append(f"the {chance.choice(_PLACES)} of {name}")
    place, body, figure = chance.choice(places), chance.choice(_BODIES), chance.randint(2, 90)
    if chance.random() < 0.6:  # noqa: PLR2004 - most news claims of a disaster are counts
        people, measure = chance.choice(_PEOPLE), chance.choice(_MEASURES)
        return f"{body.capitalize()} said {figure} {people} were {measure} in {place}."
    shape = chance.choice(_EVENTS)
    cause, day = chance.choice(_CAUSES), chance.choice(_DAYS)
    return shape.format(place=place, body=body, figure=figure, cause=cause, day=day).capitalize()


def measure(name: str, rounds: Sequence[Sequence[ArticleDigest]]) -> Size:
    """Compare the articles of every round, each other ones so that no cache helps, and take the median."""
    taken, claims, related, uncompared = [], 0, 0, 0
    for digests in rounds:
        begun = time.process_time()
        comparison = compare_digests(digests)
        taken.append(time.process_time() - begun)
        claims = sum(len(d.claims) for d in digests)
        related, uncompared = len(comparison.relations), sum(u.count for u in comparison.uncompared)
    return Size(name, claims, statistics.median(taken), related, uncompared)


def report(sizes: Sequence[Size]) -> bool:
    """Print the sizes, each with its ratio to the one before; False where one is over the bound."""
    kept = True
    for before, size in zip([None, *sizes], sizes, strict=False):
        line = (
            f"{size.name:14} {size.claims:6} claims  {size.related:8} related  {size.uncompared:9} uncompared"
        )
        if before is not None:
            ratio = size.seconds / before.seconds
            bound = size.claims * math.log(size.claims) / (before.claims * math.log(before.claims))
            kept = kept and ratio <= bound * TOLERANCE
            line += f"  {ratio:6.2f} times the time; n log n gives {bound:.2f}"
        print(line)
    return kept


def main() -> int:
    """Measure both series."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, nargs="*", default=[50, 100, 200])
    options.add_argument("--claims", type=int, nargs="*", default=[1_000, 10_000])
    options.add_argument(
        "--rounds", type=int, default=3, help="the median of so many runs is taken, each with other articles"
    )
    given = options.parse_args()
    seeds = range(given.rounds)
    told = [_read(max(given.articles, default=0), sentences=12, seed=seed) for seed in seeds]
    kept = report([measure(f"{n} articles", [digests[:n] for digests in told]) for n in given.articles])
    sizes = [measure(f"{n} asked", [_cut(n, seed) for seed in seeds]) for n in given.claims]
    return 0 if report(sizes) and kept else 1


def _read(count: int, *, sentences: int, seed: int) -> list[ArticleDigest]:
    return [read_article(article) for article in write_articles(count, sentences=sentences, seed=seed)]


def _cut(claims: int, seed: int) -> list[ArticleDigest]:
    """Digests that hold about so many claims, in articles of forty sentences."""
    digests: list[ArticleDigest] = []
    for article in write_articles(claims, sentences=40, seed=seed):
        digests.append(read_article(article))
        if sum(len(d.claims) for d in digests) >= claims:
            break
    return digests


if __name__ == "__main__":
    sys.exit(main())
