from hypothesis import given
from hypothesis import strategies as st

from counterclaim.relate.align import align
from counterclaim.relate.candidates import Candidates, K
from counterclaim.relate.slots import Slots, find_slots
from counterclaim.text.reader import read_article
from small_accounts import article

PLACES = "Karsk Teal Odrin Lisse Brenna Hollin Corve Vellin Marn Ulm".split()


def claims(*texts: str) -> list[Slots]:
    found = []
    for number, text in enumerate(texts):
        told = article(text, outlet=f"Paper {number}")
        found += [find_slots(claim, told) for claim in read_article(told).claims]
    return found


def test_what_shares_the_rarest_words_comes_first() -> None:
    held = claims(
        "The bridge at Karsk was closed after the flood.",
        "The bridge at Teal was closed after the flood.",
        "The flood tore the bridge at Karsk from its piers.",
        "Polling stations in Odrin stayed open.",
    )
    assert set(Candidates.of(held).rank(0)) == {1, 2}
    assert Candidates.of(held).rank(3) == []


def test_a_figure_and_a_measure_are_found_in_other_words() -> None:
    held = claims(
        "12 miners were killed.", "The blast cost the lives of 12 people.", "Ninety voters arrived."
    )
    assert Candidates.of(held).rank(0) == [1]


def test_nothing_to_index() -> None:
    assert Candidates.of([]) == Candidates([], {}, {}, [])


@given(st.lists(st.sampled_from(PLACES), min_size=2, max_size=12))
def test_a_claim_is_never_its_own_candidate_and_sharing_is_mutual(places: list[str]) -> None:
    index = Candidates.of(claims(*(f"The mill at {place} burned down." for place in places)))
    ranked = [index.rank(i) for i in range(len(places))]
    assert all(i not in found for i, found in enumerate(ranked))
    assert all(i in ranked[j] for i, found in enumerate(ranked) for j in found)


def test_many_claims_that_say_the_same_are_chained_together() -> None:
    """Every word is in every claim; each is still compared with its neighbours, and what was left out is counted."""
    held = claims(*(f"The mill at Karsk burned down on day {n}." for n in range(700)))
    alignment = align(held, frozenset((a.article.id, b.article.id) for a in held[:1] for b in held))
    assert alignment.left_out >= len(held)
    index = Candidates.of(held)
    assert all(len(index.rank(i)) >= K for i in (0, 350, 699))
    assert {1, 2} <= set(index.rank(0))
    assert {349, 351} <= set(index.rank(350))
