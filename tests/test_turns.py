from typing import NamedTuple

import pytest

from counterclaim.core.records import Label
from counterclaim.relate.clashes import relate_clash
from counterclaim.text.courses import courses, find_states, find_things
from small_accounts import MONDAY, TUESDAY, slot


class Case(NamedTuple):
    """What was said on Monday, what on Tuesday, and what follows."""

    first: str
    then: str
    label: Label | None = "possible_update"


CASES = {
    # patients
    "boy-out-of-danger": Case(
        "The boy was in a critical condition, a nurse said.", "The boy is out of danger."
    ),
    "miner-stable": Case("A miner was critically injured.", "The miner is now stable, the clinic said."),
    "same-clinic": Case(
        "The clinic said the goalkeeper was in a critical condition.",
        "The clinic said the goalkeeper had been discharged.",
        "updates",
    ),
    "another-patient": Case("The boy was in a critical condition.", "The nurse is out of danger.", None),
    "some-other-nurse": Case(
        "A nurse was critically injured.", "A nurse is out of danger, the clinic said.", None
    ),
    "patients-of-two-towns": Case(
        "A driver from Karsk was in a critical condition.", "The driver from Odrin is out of danger.", None
    ),
    "not-yet-out-of-danger": Case(
        "The boy was in a critical condition.", "The boy is not out of danger.", None
    ),
    # services
    "power-in-part": Case("Power was out across the coast.", "Power has been restored in half of the coast."),
    "website": Case("The bank’s website was offline on Monday.", "The website has been available again."),
    "phones": Case("Telephones were down on the island.", "The telephones are working again."),
    "websites-of-two": Case("The bank’s website was down.", "The ministry’s website is working again.", None),
    "power-not-back": Case("Power was out in Karsk.", "Power is not back in Karsk.", None),
    "no-power-back": Case("Power was out in Karsk.", "Power wasn’t restored in Karsk.", None),
    "a-station": Case(
        "Power was out in Karsk.", "The power station has been restored to its old glory.", None
    ),
    "power-planned": Case("Power was out in Karsk.", "The power will be restored on Friday.", None),
    # gates
    "gates": Case(
        "The gates will stay shut until further notice.",
        "The gates of the ferry terminal were unlocked at six this morning, ending a lockout of two days.",
    ),
    "airport": Case(
        "The airport is closed until further notice, the governor said.", "The airport reopened."
    ),
    "museum": Case("The museum remained shut after the flood.", "The museum has reopened to visitors."),
    "gates-of-two": Case(
        "The gates of the dam were shut.", "The gates of the prison have been unlocked.", None
    ),
    # advice
    "indoors": Case(
        "Residents within 500 metres were told to stay indoors and close their windows.",
        "The advice to stay indoors was lifted at 7 a.m.",
    ),
    "boil-water": Case("Households were told to boil water.", "The order to boil tap water has been lifted."),
    "at-home": Case("Villagers were urged to stay at home.", "The warning to stay at home was withdrawn."),
    "another-advice": Case(
        "Residents were told to stay indoors.", "The advice to boil water was lifted.", None
    ),
    # an arrest
    "murder": Case("Police have no suspects in the murder.", "A man was arrested over the murder."),
    "arson": Case("There are no suspects in the arson.", "Detectives arrested a janitor over the arson."),
    "hack": Case("There was no suspect in the hack.", "An employee was arrested for the hack."),
    "another-crime": Case(
        "Police have no suspects in the murder.", "A man was arrested over the theft.", None
    ),
    # captives
    "guards": Case("The guards were still being held.", "The guards were freed before sunrise."),
    "pilot": Case("The pilot is still held captive.", "The pilot has been released."),
    "teachers": Case("The teachers remained in captivity.", "The teachers are now free."),
    # measures
    "curfew": Case("The curfew is in force.", "The curfew will end on Thursday."),
    "ban": Case("A ban on fishing was imposed.", "The ban has been lifted, the minister said."),
    "blockade": Case("The blockade is in place.", "The blockade was lifted."),
    "ban-on-another-thing": Case("A ban on fishing is in force.", "The ban on hunting was lifted.", None),
    # the missing, and who looks for them
    "child": Case("A boy is missing.", "The boy was found in a barn."),
    "plane": Case("A plane went missing.", "The plane was found in a swamp."),
    "sailors": Case("The sailors are still missing.", "The sailors were found alive."),
    "found-guilty": Case("The sailors are still missing.", "The sailors were found guilty.", None),
    "search": Case("The search for the crew goes on.", "The search was called off."),
    "siege": Case("The siege of the embassy continues.", "The siege has been abandoned."),
    "strike": Case("The strike at the port went on.", "The strike was called off by the union."),
    "searches-for-two": Case(
        "The search for the crew goes on.", "The search for the suspect was called off.", None
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_turn(case: Case) -> None:
    one = slot(case.first, published=MONDAY)
    two = slot(case.then, outlet="Evening Paper", published=TUESDAY)
    verdict, back = relate_clash(two, one), relate_clash(one, two)
    assert (verdict.label if verdict else None) == (back.label if back else None) == case.label
    if verdict and back:
        assert (verdict.flipped, back.flipped) == (False, True)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param("Power was out in Karsk.", "Power is back in Karsk.", id="power"),
        pytest.param("The boy was in a critical condition.", "The boy is out of danger.", id="boy"),
        pytest.param("The sailors are still missing.", "The sailors were found alive.", id="sailors"),
    ],
)
def test_no_turn_within_a_day_nor_backwards(first: str, then: str) -> None:
    early = slot(first, published=MONDAY)
    assert relate_clash(slot(then, outlet="Evening Paper", published=MONDAY), early) is None
    late = slot(first, published=TUESDAY)
    assert relate_clash(slot(then, outlet="Evening Paper", published=MONDAY), late) is None


@pytest.mark.parametrize(
    ("text", "states"),
    [
        pytest.param("The gates, which had been shut, were unlocked.", [], id="both"),
        pytest.param("The network was down by 3 percent.", [], id="a-fall"),
        pytest.param("The minister was critical of the plan.", [], id="a-critic"),
        pytest.param("A vigil was held for the teachers.", [], id="a-vigil"),
        pytest.param("Power was out in Karsk.", [False], id="out"),
        pytest.param("Power is back in Karsk.", [True], id="back"),
    ],
)
def test_states_told(text: str, states: list[bool]) -> None:
    assert [state.ended for state in find_states(text)] == states


def test_what_is_done_by_a_thing_is_no_state_of_it() -> None:
    text = "A statement was released by the guards."
    (state,) = find_states(text)
    assert find_things(text, state.course) == ()
    assert state.course in courses()
