import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Quantity
from counterclaim.text.frames import find_frame
from counterclaim.text.quantities import find_quantities
from counterclaim.text.tokens import tokenize
from small_accounts import claims
from strategies import sentences


@pytest.mark.parametrize(
    ("text", "measure", "population"),
    [
        pytest.param(
            "at least 12 border guards were wounded", "wounded", "border guards", id="casualties-passive"
        ),
        pytest.param("nine of the miners died", "killed", "miners", id="casualties-partitive"),
        pytest.param("six of its 40 ferries were damaged", "damaged", "ferries", id="partitive-with-a-whole"),
        pytest.param(
            "2,100 homes were without power", "without power", "homes", id="a-state-behind-a-copula"
        ),
        pytest.param("2,100 homes were under the dam", None, "homes", id="a-place-is-no-state"),
        pytest.param("we counted 58 soldiers killed", "killed", "soldiers", id="counted-and-dead"),
        pytest.param("we counted 58 soldiers", "counted", "soldiers", id="only-counted"),
        pytest.param(
            "the panel backed the finding that 140 litres of dye had got out",
            "got out",
            None,
            id="opens-a-clause",
        ),
        pytest.param(
            "during the pause 14 boxes were carried out", "carried out", "boxes", id="behind-a-noun"
        ),
        pytest.param(
            "of the 58 households that came away with nothing", "came away", "households", id="not-far-off"
        ),
        pytest.param("12 dead", "killed", None, id="state-without-a-noun"),
        pytest.param("30 injured fans were treated", "wounded", "injured fans", id="state-before-the-noun"),
        pytest.param("the death toll stood at 190", "killed", None, id="toll"),
        pytest.param(
            "the number of villagers killed stood at 88",
            "killed",
            "villagers",
            id="people-before-the-figure",
        ),
        pytest.param(
            "a death toll of 12 among young soldiers", "killed", "young soldiers", id="people-after-among"
        ),
        pytest.param("a death toll of 12 among newcomers", "killed", None, id="unknown-people-after-among"),
        pytest.param("losses at 40 among", "losses", None, id="among-ends-the-clause"),
        pytest.param("14 bodies were found in Lower Tarn", "killed", None, id="bodies"),
        pytest.param("the flood claimed 14 lives", "killed", "lives", id="lives-claimed"),
        pytest.param("the army lost 23 soldiers", "killed", "soldiers", id="soldiers-lost"),
        pytest.param("the firm lost 400 workers", "lost", "workers", id="workforce-lost"),
        pytest.param("80 people were burned in the fire", "wounded", "people", id="people-burned"),
        pytest.param("80 houses were burned in the fire", "destroyed", "houses", id="houses-burned"),
        pytest.param("12 others were hurt", "wounded", "others", id="others"),
        pytest.param("4 more", None, None, id="more-alone"),
        pytest.param("40 children who were missing", "missing", "children", id="missing-relative-clause"),
        pytest.param("turnout was 61 per cent", "turnout", None, id="votes-share"),
        pytest.param("the committee put turnout at 61 per cent", "turnout", None, id="votes-put-at"),
        pytest.param("40 of all 60 seats were won by the Greens", "seats", "seats", id="votes-seats"),
        pytest.param("the crowd was put at 12,000", "attended", None, id="crowd-put-at"),
        pytest.param("the total of votes counted was 40", "counted", "votes", id="total-of"),
        pytest.param("a moment magnitude of 6.1", "magnitude", None, id="magnitude"),
        pytest.param("rents rose by 6 per cent", "risen", None, id="money-change"),
        pytest.param("sales were up 4 per cent", "risen", None, id="money-up"),
        pytest.param("output is 11 per cent down", "fallen", None, id="money-down-after"),
        pytest.param("shares went down by 4 per cent", "fallen", None, id="money-down-by"),
        pytest.param("the index rose to 50", "rose", None, id="money-level-is-no-change"),
        pytest.param("the jury awarded 3 million crowns", "awarded", None, id="money-awarded"),
        pytest.param(
            "the ministry's estimate of 40 million crowns", "ministry's estimate", None, id="money-attribute"
        ),
        pytest.param(
            "the grant by the city was 40 million crowns", "grant", None, id="head-before-a-preposition"
        ),
        pytest.param("the road to Lower Tarn is 14 kilometres long", "length", None, id="distance"),
        pytest.param("they were trapped 400 metres underground", "trapped", None, id="distance-not-people"),
        pytest.param(
            "780 permanent drive-shaft jobs will go", "cut", "permanent drive-shaft jobs", id="jobs"
        ),
        pytest.param("two sports fans and a steward were hurt", "wounded", "sports fans", id="two-plurals"),
        pytest.param(
            "5 food and drink stalls broke down", "broke down", "food and drink stalls", id="joined-nouns"
        ),
        pytest.param("the plan covers 118,400 homes", "covers", "homes", id="object-right-after-the-verb"),
        pytest.param("In May 40 ships left the port", "left", "ships", id="month-is-no-verb"),
        pytest.param("police have 40", None, None, id="no-measure"),
        pytest.param("40: 30 men and 10 women", None, None, id="stop-at-a-colon"),
        pytest.param("40 dwellings, of which 12", None, "dwellings", id="stop-at-the-next-figure"),
        pytest.param("of 40", None, None, id="no-words-before-the-link"),
        pytest.param(
            "the talks broke off after 40 minutes",
            "broke off",
            None,
            id="particle",
        ),
        pytest.param("the figure was 40", None, None, id="a-sum-is-no-measure"),
        pytest.param("11 people were crushed to death", "killed", "people", id="to-death"),
        pytest.param("11 people were crushed", "wounded", "people", id="crushed"),
        pytest.param("she reckoned with 31,000 people in the stadium", "attended", "people", id="a-crowd"),
        pytest.param("she reckoned with 31,000 people", None, "people", id="no-venue"),
        pytest.param("the Greens won by 0.6 percentage points", "margin", None, id="margin"),
        pytest.param(
            "the number of cancelled operations stood at 640",
            "cancelled",
            "cancelled operations",
            id="number-of",
        ),
        pytest.param(
            "the number of beds fell after 12 men died", "killed", "men", id="a-figure-with-words-of-its-own"
        ),
        pytest.param("63 people dropped out", "dropped out", "people", id="people-do-not-drop-by-a-figure"),
        pytest.param("3 additional strikes hit the port", "hit", "strikes", id="additional"),
    ],
)
def test_first_figure(text: str, measure: str | None, population: str | None) -> None:
    assert find_frame(tokenize(text), find_quantities(text)[0]) == (measure, population)


@given(st.one_of(sentences(), st.text()), st.integers(0, 60), st.integers(1, 10))
def test_a_population_is_worded_in_the_clause(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    anywhere = Quantity(start=start, end=end, text=text[start:end], low=1, high=1)
    tokens = tokenize(text)
    for figure in (*find_quantities(text), anywhere):
        frame = find_frame(tokens, figure)
        words = {t.text for t in tokens}
        assert set((frame.population or "").split()) <= words
        assert frame.measure is None or frame.measure


def test_a_plural_that_says_what_sort_a_room_is_measures_nothing() -> None:
    (claim,) = claims("Ana Roy runs the burns ward and keeps a register for four hospitals, she said.")
    assert claim.quantities[0].measure != "destroyed"


def test_how_many_places_something_is_at_is_not_what_a_later_figure_counts() -> None:
    found = claims("Surgeons at four hospitals have 52 in their register.")
    assert [(c.quantities[0].text, c.quantities[0].population) for c in found] == [
        ("four", "hospitals"),
        ("52", None),
    ]
    losses = claims("The army puts its losses at 23 soldiers dead and 29 injured.")
    assert {c.quantities[0].population for c in losses} == {"soldiers"}
