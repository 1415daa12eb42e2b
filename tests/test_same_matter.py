"""Figures of one matter under other nouns and verbs, and those of some of the fated, of other times, of other matters."""

import pytest

from counterclaim.relate.comparison import compare_digests
from counterclaim.text.frames import find_frame
from counterclaim.text.lexicon import stem
from counterclaim.text.quantities import find_quantities
from counterclaim.text.reader import read_article
from counterclaim.text.tokens import tokenize
from small_accounts import MONDAY, TUESDAY, article

CONFLICTS = {"contradicts", "denies"}


def labels(one: str, two: str, *, first: str = TUESDAY) -> set[str]:
    accounts = [
        read_article(article(t, outlet=o, published=day))
        for o, t, day in (("Post", one, first), ("Herald", two, TUESDAY))
    ]
    return {r.label for r in compare_digests(accounts).relations}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param("The number of inmates who lost their lives has risen to nine", "killed", id="lives-lost-risen"),
        pytest.param("the dead now number 131 in the province", "killed", id="number-as-a-verb"),
        pytest.param("14 fatalities were recorded", "killed", id="fatalities"),
        pytest.param("police made seven arrests", "detained", id="arrests"),
        pytest.param("two wounded men having died in the night", "killed", id="wounded-who-died"),
        pytest.param("12 injured miners were treated", "wounded", id="wounded-who-lived"),
        pytest.param("180 employees took part in the strike", "striking", id="strike"),
        pytest.param("650 staff downed tools", "striking", id="tools"),
        pytest.param("9,200 of its members were out", "striking", id="out"),
        pytest.param("400 people took part in the march", "attended", id="march"),
        pytest.param("Five thousand people filled Chandler Street", "attended", id="filled-a-street"),
        pytest.param("fewer than 1,200 ballots were invalidated", "rejected", id="void-ballots"),
        pytest.param("the number of ballots thrown out at 1,900", "rejected", id="ballots-thrown-out"),
        pytest.param("12,000 ballots were cast", "votes", id="ballots-cast"),
        pytest.param("I am ahead by 340", "margin", id="ahead"),
        pytest.param("a lead of 340 votes", "margin", id="lead"),
        pytest.param("brought down 19 of them", "intercepted", id="brought-down"),
        pytest.param("sales went down 4 per cent", "fallen", id="went-down"),
        pytest.param("The lorry weighed 38 tonnes", "weight", id="weighed"),
        pytest.param("sensors had registered a vehicle of 61 tonnes", "weight", id="of-tonnes"),
        pytest.param("412 cases of acute watery diarrhoea have been registered", "sickened", id="cases-of-a-disease"),
        pytest.param("19 guests fell sick", "sickened", id="fell-sick"),
        pytest.param("there had been 67 admissions", "hospitalised", id="admissions"),
        pytest.param("Forty-one of them were in hospital", "hospitalised", id="in-hospital"),
        pytest.param("the hospital admitted 40 patients", "hospitalised", id="admitted-patients"),
        pytest.param("40 people died in hospital", "killed", id="died-in-hospital"),
        pytest.param("a bundle of 20 copies had been missing", "missing", id="bundle-of"),
        pytest.param("the convoy of 12 lorries was stopped", "stopped", id="convoy-of"),
        pytest.param("the number of bodies in its morgue had climbed to 12", "killed", id="bodies-that-climb"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, measure: str) -> None:
    assert find_frame(tokenize(text), find_quantities(text)[0]).measure == measure


@pytest.mark.parametrize("word", ["mines", "cars", "shops", "trades", "reports", "islands", "medications"])
def test_what_people_do_is_no_people(word: str) -> None:
    people = {"miner", "carer", "shopper", "trader", "reporter", "islander", "medic"}
    assert stem(word) not in {stem(p) for p in people}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Seven inmates were killed in the riot, the ministry said.", "19 prisoners were killed in the riot, the families said.", id="inmates-and-prisoners"),
        pytest.param("Officers fired six rounds, the ministry said.", "More than thirty shots were fired, the paper said.", id="rounds-and-shots"),
        pytest.param("14 sailings were cancelled, the firm said.", "38 departures were scrapped, the union said.", id="sailings-and-departures"),
        pytest.param("180 employees took part in the strike, the firm said.", "650 workers walked out, the union said.", id="employees-and-workers"),
        pytest.param("Four guards were seized, the ministry said.", "Eleven guards were taken hostage, the union said.", id="seized-and-hostage"),
        pytest.param("Castellan would shed 1,200 jobs, the union said.", "No more than 300 posts would go, the firm said.", id="jobs-that-go"),
        pytest.param("58 patients have been hospitalised, the board said.", "67 people had been admitted to hospital, doctors said.", id="patients-and-people"),
        pytest.param("There were 16 hostages, police said.", "He was holding 30 people, the gunman said.", id="hostages-and-people-held"),
        pytest.param("412 cases of cholera have been registered, the ministry said.", "More than 1,100 people have fallen ill, the agency said.", id="cases-and-the-ill"),
        pytest.param("No copies were missing, the works said.", "A bundle of 20 copies was missing, police said.", id="none-and-a-bundle"),
        pytest.param("The supply of water was not interrupted, the prison said.", "The water had been cut off, his mother said.", id="cut-off"),
        pytest.param("The lorry weighed 38 tonnes, the owner said.", "Sensors registered a lorry of 61 tonnes, the operator said.", id="weights"),
    ],
)  # fmt: skip
def test_one_matter_under_two_words_is_in_dispute(one: str, two: str) -> None:
    assert labels(one, two) & CONFLICTS


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("43 civilians were killed, the health office said.", "Two of their own were among those killed, the rebels said.", id="among-those-killed"),
        pytest.param("At least nine civilians were killed, the ministry said.", "Four were under the age of twelve, the mayor said of the dead.", id="under-an-age"),
        pytest.param("43 civilians were killed, the health office said.", "The hospital had taken in 27 bodies, its director said.", id="bodies-at-one-hospital"),
        pytest.param("At least 31 people were killed in the raid.", "The January raid, in which a dozen people died, was never investigated.", id="the-raid-of-a-month"),
        pytest.param("More than 70 people were hurt in Hadrin.", "Five people were injured there, the office said.", id="there"),
        pytest.param("The nurses want 11 per cent over two years.", "A five-day strike by nurses disrupted hospitals.", id="spans-of-time"),
        pytest.param("They captured 19 posts, the army said.", "Four guards were taken hostage, the ministry said.", id="posts-are-no-people"),
        pytest.param("Three cases of fraud were heard, the court said.", "12 people fell ill, the court said.", id="cases-of-law"),
        pytest.param("Police were holding 30 people.", "Police detained 12 people on Sunday.", id="held-by-police"),
        pytest.param("The offer stands at 445p, the bidder said.", "The company is not for sale at 445p, its chairman said.", id="not-that-measure"),
    ],
)  # fmt: skip
def test_what_only_looks_like_one_matter_is_not(one: str, two: str) -> None:
    assert not (labels(one, two) | labels(two, one)) & CONFLICTS


def test_bodies_and_a_later_toll_may_be_one_count() -> None:
    found = labels(
        "The hospital had taken in 27 bodies, its director said.",
        "43 people were killed, the mayor said.",
        first=MONDAY,
    )
    assert "possible_update" in found
