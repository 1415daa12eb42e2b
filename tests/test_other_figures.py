"""Figures and statements that look alike and tell of other things: no conflict; and their neighbours, which are one."""

import pytest

from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY, article, slot, slots

CONFLICTS = {"contradicts", "denies"}


def labels(one: str, two: str, *, later: str = TUESDAY) -> set[str]:
    accounts = [
        read_article(article(t, outlet=o, published=day))
        for o, t, day in (("Post", one, TUESDAY if later == TUESDAY else MONDAY), ("Herald", two, later))
    ]
    return {r.label for r in compare_digests(accounts).relations}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("The motion received 72 votes.", "The motion was four short of the 76 votes it needed.", id="needed-and-lacking"),
        pytest.param("The rescue team needed 40 boats.", "The rescue team had 12 boats.", id="needed"),
        pytest.param("The lorry was travelling at 88 km/h.", "The lorry had kept to the speed limit of 80 km/h.", id="allowed"),
        pytest.param("Eight people died in the crash.", "It was the worst crash since 1998, when 11 people died at a crossing.", id="an-earlier-year"),
        pytest.param("At least six people were killed.", "Divers found two bodies in the river.", id="bodies-are-some-of-the-dead"),
        pytest.param("“I do not remember any braking,” Irma Holt said.", "Jon Aas clearly remembered the braking, he said.", id="two-memories"),
        pytest.param("The storm board has sent a team of five.", "There were 186 passengers on board.", id="one-common-word"),
        pytest.param("In Tarn nobody was evacuated, the mayor said.", "1,700 people had been moved to safety there by noon, the army said.", id="there"),
        pytest.param("The war in the north has lasted six years.", "It lasted three quarters of an hour, Ada Sorn said.", id="it-lasted"),
        pytest.param("Ward 6 has taken no new patients.", "Five patients treated on Ward 6 went home.", id="not-taken-and-treated"),
        pytest.param("None of the patients has died of the infection.", "As of this morning 17 patients are infected.", id="none-has-died"),
        pytest.param("Visiting remains suspended.", "A visit by the inspectors lasted six hours.", id="visits"),
        pytest.param("There were 186 passengers on board.", "Four crew had been on board.", id="crew-and-passengers"),
        pytest.param("The coach never gave the striker a supplement.", "The striker has confirmed the score.", id="what-was-not-given"),
        pytest.param("It was peaceful until shortly after five, when scuffles broke out in the square.", "It is disputed who began the violence in the square.", id="until-five"),
        pytest.param("54 people were injured.", "Two of the injured, both teenagers, were flown to a hospital in Karst.", id="two-of-the-injured"),
        pytest.param("Councillor Ida Hale did not abstain, according to the minutes, which give the result as 26 votes to 24.", "The plan passed by 26 votes to 24.", id="a-negation-of-another-clause"),
    ],
)  # fmt: skip
def test_other_things_are_no_conflict(one: str, two: str) -> None:
    assert not (labels(one, two) | labels(two, one)) & CONFLICTS


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("The motion received 72 votes.", "The motion got 76 votes.", id="votes"),
        pytest.param("The lorry was travelling at 88 km/h.", "The lorry was doing 112 km/h.", id="speeds"),
        pytest.param("Two people were killed.", "Divers found nine bodies in the river.", id="more-bodies-than-dead"),
        pytest.param("Turnout was 61 per cent.", "Only 47 per cent of voters took part.", id="turnout"),
        pytest.param("Five carriages left the track.", "Seven carriages had been derailed, the railway said.", id="derailed"),
        pytest.param("More than 3,000 ballots were invalid.", "Invalid ballots numbered 1,120.", id="numbered"),
        pytest.param("“Nobody asked us for a list on Monday evening,” Idris Tal said.", "Lea Brandt said: “On Monday evening we asked them for the names.”", id="on-one-evening"),
        pytest.param("The automatic pump did not start.", "The pump had come on automatically, the firm said.", id="come-on"),
    ],
)  # fmt: skip
def test_the_same_thing_told_otherwise_is_one(one: str, two: str) -> None:
    assert labels(one, two) & CONFLICTS
    assert labels(one, two) == labels(two, one)


def test_a_crowd_of_a_later_day_is_another_crowd() -> None:
    one = "120,000 people took part, the union said."
    two = "Some 4,000 people gathered outside the hospital on Tuesday evening."
    assert not labels(one, two, later="2025-03-05T18:00:00+00:00") & CONFLICTS


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param("41,000 people lost savings.", "rescued", id="savings"),
        pytest.param("A study arrived at between 55,000 and 60,000.", "arrived", id="arrived-at"),
    ],
)
def test_words_that_only_look_like_a_measure(text: str, measure: str) -> None:
    assert slot(text).measure != measure


def test_who_had_been_on_board_was_not_rescued() -> None:
    one, other = slots("The navy said 104 people were rescued and that about 400 had been on board.")
    assert (one.measure, other.measure) == ("rescued", "aboard")


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        pytest.param("Some 6,000 people marched, police said.", "Ada Sorn, who called the march, put attendance at 25,000.", "contradicts", id="police-and-marchers"),
        pytest.param("At least 31 civilians were killed, the health office said.", "The number of people killed has risen to 47, the health office said.", "updates", id="civilians-then-people"),
    ],
)  # fmt: skip
def test_counts_of_two_days(one: str, two: str, expected: str) -> None:
    assert expected in labels(one, two, later="2025-03-05T18:00:00+00:00")
