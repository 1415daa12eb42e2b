"""What is planned, expected, feared or only possible is not told as done."""

import pytest

from counterclaim.core.records import Article, Claim
from counterclaim.relate.grounds import relate
from counterclaim.relate.slots import find_slots
from counterclaim.text.reader import read_article


def article(text: str, outlet: str = "Ostby Morning") -> Article:
    return Article(id=f"a-{outlet}", source=outlet, outlet=outlet, text=text, sha256="")


def read(text: str) -> tuple[Claim, ...]:
    return read_article(article(text)).claims


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The union expects 1,900 drivers to take part in the strike.", id="expects them to"),
        pytest.param("Organisers anticipate a crowd of 20,000.", id="anticipate"),
        pytest.param("The ministry forecasts growth of 3 per cent.", id="forecasts"),
        pytest.param("The repair is set to cost 4 million euros.", id="is set to"),
        pytest.param("The work is projected to cost $3m.", id="is projected to"),
        pytest.param("Some 300 workers were due to leave the plant on Friday.", id="were due to"),
        pytest.param("The firm is to cut 300 jobs.", id="is to"),
        pytest.param("A further 20 flights were to be cancelled on Tuesday.", id="were to be"),
        pytest.param("The bridge was to have cost 40 million euros.", id="was to have"),
        pytest.param("The company is planning to lay off 120 workers.", id="is planning to"),
        pytest.param("The company is considering cutting 120 jobs.", id="considers"),
        pytest.param("The company aims to hire 200 people by June.", id="aims to"),
        pytest.param("About 2,000 people are likely to be evacuated.", id="likely to"),
        pytest.param("Up to 500 jobs are at risk.", id="at risk"),
        pytest.param("Up to 500 jobs could go.", id="could"),
        pytest.param("Prices may rise by 4 per cent.", id="may"),
        pytest.param("Officials expect the death toll to reach 100.", id="expect it to reach"),
    ],
)
def test_what_lies_ahead(text: str) -> None:
    assert [c.reality for c in read(text)] == ["planned"]


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        pytest.param("Some 40 trains were late due to fog.", "occurred", id="due to a cause"),
        pytest.param("Some 40 trains were late due to signal failures.", "occurred", id="due to causes"),
        pytest.param("The work is estimated to have cost $3m.", "occurred", id="an estimate of the past"),
        pytest.param("Some 40 people may have died.", "occurred", id="may have"),
        pytest.param("Neighbours could hear three shots.", "occurred", id="could hear"),
        pytest.param("Three of the boats could not be found.", "occurred", id="could not"),
        pytest.param("The owner was to blame for 12 deaths.", "occurred", id="to blame"),
        pytest.param(
            "The crew hoped to meet the mayor after 12 people had died.", "occurred", id="behind after"
        ),
        pytest.param("Profits rose by 3 per cent, more than expected.", "occurred", id="than expected"),
    ],
)
def test_what_does_not(text: str, reality: str) -> None:
    assert [c.reality for c in read(text) if c.quantities] == [reality]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(
            "The council intends to close 12 schools.",
            "How many schools are expected to be closed?",
            id="passive",
        ),
        pytest.param(
            "The union expects 1,900 drivers to take part.",
            "How many drivers are expected to attend?",
            id="active",
        ),
        pytest.param("The council closed 12 schools.", "How many schools were closed?", id="done"),
    ],
)
def test_a_plan_is_asked_for_as_one(text: str, question: str) -> None:
    (claim,) = read(text)
    assert claim.question == question


@pytest.mark.parametrize(
    ("plan", "deed"),
    [
        pytest.param(
            "The union expects 1,900 drivers to take part in the tram strike.",
            "About 1,200 drivers took part in the tram strike.",
            id="a turnout",
        ),
        pytest.param(
            "The repair of the depot is set to cost 4 million euros.",
            "The repair of the depot cost 5 million euros.",
            id="a sum",
        ),
        pytest.param(
            "The council intends to close 12 village schools.",
            "The council closed nine village schools.",
            id="a count",
        ),
    ],
)
def test_what_came_out_otherwise_is_no_conflict(plan: str, deed: str) -> None:
    told = [article(plan, "Harbour Times"), article(deed, "Lodd Echo")]
    one, two = (find_slots(claim, a) for a in told for claim in read_article(a).claims)
    verdict = relate(one, two, similarity=1.0, opposed_sides=False)
    assert verdict is not None
    assert verdict.label == "different_scope"
