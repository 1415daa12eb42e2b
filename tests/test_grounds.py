from itertools import combinations
from pathlib import Path

import pytest

from counterclaim.core.records import ArticleDigest
from counterclaim.outside.sources import read_sources
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.grounds import Grounds
from counterclaim.relate.institutions import name_institutions
from counterclaim.relate.rungs import NoRelation
from counterclaim.text.reader import read_article

SEEDS = Path(__file__).parent.parent / "seeds"
STORIES = sorted(p.name for p in SEEDS.iterdir() if p.is_dir())


def digests(story: str) -> list[ArticleDigest]:
    found = [read_article(a) for a in read_sources([str(SEEDS / story)]).articles]
    return sorted(found, key=lambda d: d.article.id)


@pytest.mark.parametrize("story", STORIES)
def test_the_last_rung_of_every_pair_is_its_relation(story: str) -> None:
    read = name_institutions(digests(story))
    grounds = Grounds.of(read)
    relations = {frozenset({r.a, r.b}): r for r in compare_digests(read).relations}
    for i, j in combinations(range(len(grounds.slots)), 2):
        *before, last = grounds.climb(i, j)
        assert not any(rung.last for rung in before[:-1])
        a, b = grounds.slots[i].claim.id, grounds.slots[j].claim.id
        relation = relations.get(frozenset({a, b}))
        if relation is None:
            assert isinstance(last.answer, NoRelation)
            continue
        assert not isinstance(last.answer, NoRelation | None)
        assert (relation.label, relation.reason) == (last.answer.label, last.answer.reason)
        assert (relation.a, relation.b) == ((b, a) if last.answer.flipped else (a, b))


def test_where_pairs_without_relation_end() -> None:
    grounds = Grounds.of(digests("durand-line"))
    last = [[*grounds.climb(i, j)][-1] for i, j in combinations(range(len(grounds.slots)), 2)]
    silent = [rung for rung in last if isinstance(rung.answer, NoRelation)]
    assert {rung.question for rung in silent} >= {"reprint", "question", "response", "words"}
    assert all(rung.answer.reason for rung in silent if isinstance(rung.answer, NoRelation))
