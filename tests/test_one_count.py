"""Figures of one question in other words: who was aboard, what is lacking, whose job went, how high the water stood."""

import pytest

from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY, WEDNESDAY, article


def labels(one: str, two: str, *, later: str = TUESDAY) -> set[str]:
    accounts = [
        read_article(article(text, outlet=outlet, published=day))
        for outlet, text, day in (
            ("Post", one, TUESDAY if later == TUESDAY else MONDAY),
            ("Herald", two, later),
        )
    ]
    papers = {c.id: d.article.id for d in accounts for c in d.claims}
    return {r.label for r in compare_digests(accounts).relations if papers[r.a] != papers[r.b]}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("There were 186 passengers on board, the airline said.", "The plane had been carrying more than 240, Ada Brun said.", id="aboard"),
        pytest.param("52 passengers and two crew had been on board, the coach firm said.", "There were 71 passengers on board, a hospital said.", id="one-verb-for-two"),
        pytest.param("The clinic faces a gap of 6 million crowns, its director said.", "The real shortfall was 2 million, the union said.", id="no-currency"),
        pytest.param("The museum has a deficit of 40 million euros.", "The shortfall is 31 million euros, its treasurer said.", id="deficit-and-shortfall"),
        pytest.param("There was only one explosion, the mill said.", "Ada Brun heard two explosions that night.", id="there-was-only"),
        pytest.param("Five of its wagons left the track.", "Eight wagons derailed, the board said.", id="of-its-wagons"),
        pytest.param("Rents have not been reduced, the landlord said.", "Rents were cut by a fifth, tenants said.", id="cut-and-not-reduced"),
    ],
)  # fmt: skip
def test_other_figures_of_one_question_exclude_each_other(one: str, two: str) -> None:
    assert labels(one, two) & {"contradicts"}
    assert labels(two, one) & {"contradicts"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("There were 186 passengers on board, the airline said.", "There were 192 people on board, the army said.", id="the-crew"),
        pytest.param("The trade deficit was 40 million euros.", "The pension deficit was 31 million euros.", id="two-deficits"),
        pytest.param("The mine has a gap of 6 metres in its fence.", "The mine has a deficit of 9 million euros.", id="a-gap-in-a-fence"),
        pytest.param("The council had proposed 6.5 per cent.", "The council decided on 5.9 per cent.", id="proposed-and-decided"),
    ],
)  # fmt: skip
def test_figures_of_two_questions_do_not(one: str, two: str) -> None:
    assert not (labels(one, two) | labels(two, one)) & {"contradicts", "denies"}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        pytest.param("The blast injured 22 workers, the fire brigade said.", "31 people were injured in the blast, a hospital said.", "possible_update", id="hurt"),
        pytest.param("The river stood at 8.4 metres in Tarn on Sunday evening.", "The level of the river in Tarn was 7.1 metres on Tuesday evening.", "possible_update", id="a-river"),
        pytest.param("The lake had risen to 31 metres by Sunday evening.", "The lake stood at 33 metres on Tuesday evening.", "possible_update", id="a-lake"),
    ],
)  # fmt: skip
def test_a_later_count_may_take_the_place_of_an_earlier_one(one: str, two: str, expected: str) -> None:
    assert labels(one, two, later=WEDNESDAY) == {expected}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Four workers were killed in the collapse.", "Four people died in the collapse, police said.", id="workers-and-people"),
        pytest.param("The union expects 90 redundancies at the bakery.", "90 workers will be sacked at the bakery, the union said.", id="jobs-and-workers"),
        pytest.param("The death toll in the valleys hit by the storm stands at 14.", "14 people were killed by the storm.", id="a-toll"),
    ],
)  # fmt: skip
def test_one_number_of_one_fate_agrees(one: str, two: str) -> None:
    assert labels(one, two) & {"equivalent", "refines"}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Ada Brun confirmed that one guard had been hurt.", id="a-guard"),
        pytest.param("The board said that one engine had failed.", id="an-engine"),
        pytest.param("Tenants told the court that one lift was out of order.", id="a-lift"),
    ],
)
def test_one_behind_that_is_a_figure(sentence: str) -> None:
    (claim,) = read_article(article(sentence)).claims
    assert claim.quantities[0].low == 1


def test_that_one_thing_is_no_figure() -> None:
    assert not [q for c in read_article(article("Only that one gate was open.")).claims for q in c.quantities]


@pytest.mark.parametrize(
    ("sentence", "reality"),
    [
        pytest.param("The mediator now hopes to resume the talks.", "planned", id="hopes"),
        pytest.param("She expected the line to reopen.", "planned", id="expected-it-to"),
        pytest.param("The crew hoped in vain.", "occurred", id="hoped"),
    ],
)
def test_what_is_hoped_for_lies_ahead(sentence: str, reality: str) -> None:
    (claim,) = read_article(article(sentence)).claims
    assert claim.reality == reality


def test_no_alternative_denies_nothing() -> None:
    (claim,) = read_article(article("There had been no alternative to closing the road.")).claims
    assert claim.polarity == "affirmed"
