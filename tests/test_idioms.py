import pytest

from counterclaim.text.frames import find_frame
from counterclaim.text.quantities import find_quantities
from counterclaim.text.reader import read_article
from counterclaim.text.tokens import tokenize
from small_accounts import article, claims

MEASURES = {
    "Four men are still being searched for.": "missing",
    "Divers pulled 14 people alive from the water.": "rescued",
    "About 1,500 people were moved to safety.": "evacuated",
    "The storm left 3,000 homes without power.": "without power",
    "Electricity was out in 9,000 households.": "without power",
    "The ferry carried 214 passengers.": "aboard",
    "640 flights were called off.": "cancelled",
    "The quake measured 5.7.": "magnitude",
    "Police took 30 marchers into custody.": "detained",
    "The thieves made off with 40 paintings.": "stolen",
    "Sales were 11 per cent lower.": "fallen",
    "The reservoir was 80 per cent full.": "full",
    "Inflation slowed to 3.1 per cent.": "Inflation",
    "Two members wanted to stop.": "wanted",
    "The gang wants 12 million dollars.": "demanded",
    "The police held 12 protesters.": "held",
}


@pytest.mark.parametrize("text", MEASURES)
def test_a_measure_of_several_words(text: str) -> None:
    assert find_frame(tokenize(text), find_quantities(text)[0]).measure == MEASURES[text]


def test_a_sacrifice_is_a_death_and_a_name_before_its_noun_no_verb() -> None:
    (dead,) = claims("Nine guards made the ultimate sacrifice, Ana Roy said.")
    assert dead.question == "How many guards were killed?"
    read = read_article(
        article(
            "Following Norway’s raids on Orvo, the mayor condemned these raids, calling them a “violation of the peace”, according to Radio Orvo."
        )
    )
    assert [c.quote for c in read.claims if c.quote == "Following Norway’s raids on Orvo"] == []
