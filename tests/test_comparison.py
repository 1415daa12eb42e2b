import shutil
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.core.records import Article, Comparison
from counterclaim.outside.sources import read_sources
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.events import find_same_event
from counterclaim.text.reader import read_article
from strategies import articles

SEEDS = Path(__file__).parent.parent / "seeds"


def retold(comparison: Comparison) -> dict[str, object]:
    """Everything of a comparison but the order and the sources of its articles."""
    return {
        "relations": comparison.relations,
        "threads": comparison.threads,
        "origins": comparison.origins,
        "uncompared": comparison.uncompared,
    }


@pytest.mark.parametrize("story", sorted(p.parent.name for p in SEEDS.glob("*/gold.json")))
def test_a_folder_in_two_arguments_changes_nothing(story: str, tmp_path: Path) -> None:
    whole = compare_digests([read_article(a) for a in read_sources([str(SEEDS / story)]).articles])
    files = sorted(p for p in (SEEDS / story).iterdir() if p.suffix in {".md", ".txt", ".html"})
    for cut in range(1, len(files)):
        parts = [tmp_path / f"{cut}-{name}" for name in ("b", "a")]
        for part, held in zip(parts, (files[:cut], files[cut:]), strict=True):
            part.mkdir()
            for file in held:
                shutil.copy(file, part)
        split = compare_digests([read_article(a) for a in read_sources([str(p) for p in parts]).articles])
        assert retold(split) == retold(whole)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(articles(), min_size=2, max_size=4, unique_by=lambda a: a.id), st.randoms(use_true_random=False)
)
def test_the_order_of_articles_changes_nothing(found: list[Article], random: object) -> None:
    digests = [read_article(a) for a in found]
    shuffled = list(digests)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert retold(compare_digests(digests)) == retold(compare_digests(shuffled))


@pytest.mark.parametrize("story", sorted(p.parent.name for p in SEEDS.glob("*/gold.json")))
def test_the_order_of_a_seed_story_changes_nothing(story: str) -> None:
    digests = [read_article(a) for a in read_sources([str(SEEDS / story)]).articles]
    first = compare_digests(digests)
    for order in list(permutations(digests))[::17]:
        again = compare_digests(order)
        assert retold(again) == retold(first)


@settings(max_examples=80, deadline=None)
@given(articles())
def test_every_quote_stands_at_its_offsets(article: Article) -> None:
    digest = read_article(article)
    for claim in digest.claims:
        assert claim.quote
        assert article.text[claim.start : claim.end] == claim.quote
        for quantity in claim.quantities:
            assert article.text[quantity.start : quantity.end] == quantity.text


def test_every_claim_is_in_exactly_one_thread() -> None:
    digests = [read_article(a) for a in read_sources([str(SEEDS / "durand-line")]).articles]
    comparison = compare_digests(digests)
    held = [cid for thread in comparison.threads for cid in thread.claims]
    assert sorted(held) == sorted(c.id for d in digests for c in d.claims)


def test_articles_about_other_events_are_kept_apart() -> None:
    flood = read_sources([str(SEEDS / "durand-line")]).articles
    court = read_sources([str(SEEDS / "river-ottle-judgment")]).articles
    events = find_same_event([*flood, *court])
    ids = {a.id for a in flood}
    assert all((a in ids) == (b in ids) for a, b in events)
    comparison = compare_digests([read_article(a) for a in (*flood[:1], *court[:1])])
    home = {c.id: d.article.id for d in comparison.digests for c in d.claims}
    assert all(home[r.a] == home[r.b] for r in comparison.relations)
    assert {u.what for u in comparison.uncompared} >= {flood[0].outlet, court[0].outlet}
