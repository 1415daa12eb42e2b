import pytest
from hypothesis import given, settings

from counterclaim.core.records import Article
from counterclaim.relate.align import K, align, answers_same_question, find_sole, weigh_words
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.slots import Slots, find_slots
from counterclaim.text.reader import read_article
from small_accounts import article, slot, slots
from strategies import articles


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("12 miners died.", "9 people were killed at the pit.", True, id="casualties-need-no-words"),
        pytest.param("12 miners died.", "9 ships sank.", False, id="other-things"),
        pytest.param("50 casualties were counted at the pit.", "50 miners died.", True, id="tempting-casualties"),
        pytest.param("200 men were killed.", "200 men were wounded.", True, id="tempting-same-number"),
        pytest.param("20 posts were destroyed on the ridge.", "21 posts were captured on the ridge.", True, id="tempting-context"),
        pytest.param("12 ships arrived.", "9 lorries burned.", False, id="no-measure-in-common"),
        pytest.param("The bridge cost €3 million.", "The bridge cost $3 million.", True, id="units-with-context"),
        pytest.param("The bridge cost €3 million.", "The pass is 3 km long.", False, id="units-without-context"),
        pytest.param("About 19 per cent of the patients at the clinic take part in some trial.", "The trial ran for 24 months in nine countries.", False, id="one-word-for-two-units"),
        pytest.param("The charity handed over 900 tents to the depot.", "Not one tent has reached our depot.", True, id="none-of-one-thing"),
        pytest.param("Rents in Karsk rose by 6 per cent.", "Rents in Karsk rose by 9 per cent.", True, id="change"),
        pytest.param("Rents in Karsk rose by 6 per cent.", "Exports of steel rose by 9 per cent.", False, id="change-of-another-thing"),
        pytest.param("14 boxes were carried out of the hall.", "No box left the hall.", True, id="none-of-the-same-thing"),
        pytest.param("14 boxes were carried out of the hall.", "No train left the station.", False, id="none-of-another-thing"),
        pytest.param("The road to Karsk is open.", "The Karsk road was open.", True, id="statements"),
        pytest.param("The road to Karsk is open.", "Pay is low at the firm.", False, id="other-statements"),
        pytest.param("12 miners died.", "Pay is low at the firm.", False, id="a-figure-and-a-statement"),
        pytest.param("40 ferries crossed the strait.", "30 ferries sailed the strait.", True, id="other-verbs-one-context"),
        pytest.param("40 ferries opened a line.", "30 ferries sailed the strait.", False, id="one-named-measure"),
        pytest.param("640 operations were cancelled.", "2,150 operations were called off.", True, id="nothing-but-the-count"),
        pytest.param("The Greens won by 1.5 percentage points.", "The gap was 0.6 percentage points.", True, id="one-contest"),
        pytest.param("The council was not consulted.", "The council was consulted by the firm.", True, id="clash"),
        pytest.param("12.", "9.", False, id="nothing-is-known"),
        pytest.param("The army lost no posts.", "20 posts were destroyed.", True, id="none-lost"),
        pytest.param("The army lost no posts.", "20 posts were built.", False, id="none-lost-and-some-built"),
        pytest.param("21 lorries were destroyed.", "12 lorries were captured.", True, id="two-fates-of-one-thing"),
        pytest.param("The loss was €40 million.", "The loss was 45 million Swiss francs.", True, id="two-currencies"),
        pytest.param("12 per cent of workers were off sick.", "12 workers were off sick.", True, id="a-share-and-its-number"),
        pytest.param("12 per cent of workers were off sick.", "40 workers were off sick.", False, id="a-share-and-a-number"),
        pytest.param("The vote was 7-2.", "The vote on the school was 6-3.", False, id="perhaps-another-vote"),
        pytest.param("61 of the 120 seats went to the Greens.", "120 seats were up for election.", False, id="part-and-all"),
    ],
)  # fmt: skip
def test_one_question(a: str, b: str, *, expected: bool) -> None:
    for one, two in ((a, b), (b, a)):
        pairs = [(x, y) for x in slots(one) for y in slots(two)]
        assert any(answers_same_question(x, y, {}).found for x, y in pairs) is expected


def test_the_only_figures_of_their_kind_need_little() -> None:
    a = slot("The reserve by the lake covers 40 square kilometres.")
    b = slot("Rangers patrol 70 square kilometres.")
    assert answers_same_question(a, b, {}, sole=True).found
    assert not answers_same_question(a, b, {}).found
    c, d = slot("The ferry line has 9 boats."), slot("Police towed 12 boats.")
    assert not answers_same_question(c, d, {}, sole=True).found


def test_sole_figures_are_the_only_ones_of_their_kind() -> None:
    held = slots("12 miners died. The pit is 400 metres deep. The road is open. 9 miners fled.")
    kinds = [s.unit or s.head for i, s in enumerate(held) if i in find_sole(held)]
    assert kinds == ["metre"]


def test_rarer_words_weigh_more() -> None:
    held = [slot("Polls opened in Karsk."), slot("Polls shut."), slot("Polls were late.")]
    weights = weigh_words(held)
    assert weights["karsk"] > min(weights.values())


def test_only_articles_of_one_event_are_aligned() -> None:
    held = [slot("12 miners died.", outlet="Post"), slot("9 miners died.", outlet="Herald")]
    ids = held[0].article.id, held[1].article.id
    assert align(held, frozenset()).pairs == ()
    held.append(slot("The road to Odrin is icy.", outlet="Herald")._replace(article=held[1].article))
    (pair,) = align(held, frozenset({ids, ids[::-1]})).pairs
    assert (pair.a, pair.b) == (0, 1)


def test_a_figure_and_the_one_it_replaces_are_aligned() -> None:
    held = slots("Output fell to 690 tonnes, down from the 780 it named.")
    assert [(p.a, p.b) for p in align(held, frozenset()).pairs] == [(0, 1)]


def many(count: int) -> list[Slots]:
    words = "mill pier dam barn yard shop dock bank farm port".split()
    base = slot("12 miners died in the flooded pit.")
    made = []
    for i in range(count):
        topic = frozenset({words[i % 10], words[i // 10 % 10], f"name{i // 4}"})
        claim = base.claim.model_copy(update={"id": f"c-{i:04}"})
        made.append(
            base._replace(claim=claim, topic=topic, context=topic, measure=None if i % 2 else "killed")
        )
    return made


def test_many_claims_get_a_limit_of_candidates_and_the_rest_is_counted() -> None:
    held = many(420)
    alignment = align(held, frozenset())
    assert alignment.left_out > 0
    assert len(alignment.pairs) <= K * len(held)
    assert all(p.a < p.b for p in alignment.pairs)
    assert {(i, i + 1) for i in range(0, 420, 4)} <= {(p.a, p.b) for p in align(held, frozenset()).pairs} | {
        (i, i + 1)
        for i in range(0, 420, 4)
        if not answers_same_question(held[i], held[i + 1], weigh_words(held)).found
    }


def test_a_note_says_how_many_pairs_were_left_out() -> None:
    told = article("A pit was flooded.")
    made = tuple(s.claim.model_copy(update={"text": " ".join(sorted(s.topic))}) for s in many(420))
    digest = read_article(told).model_copy(update={"claims": made})
    (left,) = compare_digests([digest]).uncompared
    assert left.what == "pairs of claims"
    assert left.count > 0


@settings(deadline=None, max_examples=40)
@given(articles(), articles())
def test_alignment_is_symmetric(first: Article, second: Article) -> None:
    for c in read_article(first).claims:
        for d in read_article(second).claims:
            a, b = find_slots(c, first), find_slots(d, second)
            for sole in (True, False):
                assert answers_same_question(a, b, {}, sole=sole) == answers_same_question(
                    b, a, {}, sole=sole
                )
