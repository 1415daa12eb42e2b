"""Under which party lists put an originator."""

import pytest

from counterclaim.core.records import Attribution
from counterclaim.note.ledger import name_originators, origin_lines
from counterclaim.note.parties import find_party, name_parties
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from small_note import claim, note


@pytest.mark.parametrize(
    ("link", "party"),
    [
        pytest.param(Attribution(name="Norway’s army"), "Norway", id="an army"),
        pytest.param(Attribution(name="Oslo"), "Norway", id="a seat of government"),
        pytest.param(Attribution(name="South Korean statement"), "South Korea", id="a statement"),
        pytest.param(Attribution(name="Norwegian security official", side="Norwegian"), "Norway", id="an official"),
        pytest.param(Attribution(name="media wing", institution="Norway’s military", side="army"), "Norway", id="by its institution"),
        pytest.param(Attribution(name="Kabul", institution="Harbour Council"), "Harbour Council", id="an institution that is no state’s"),
        pytest.param(Attribution(name="Norwegian tourist"), "", id="a private person"),
        pytest.param(Attribution(name="Swedish and Norwegian officials"), "", id="two states"),
        pytest.param(Attribution(name="Ana Roy", side="our union"), "union", id="a side"),
        pytest.param(Attribution(name="chamber of trade", side="trade", institution="chamber of trade"), "chamber of trade", id="a piece of its name"),
        pytest.param(Attribution(name="Norway’s army", side="Alliance", desk=("side",)), "Alliance", id="the desk’s own table"),
        pytest.param(Attribution(name=None, role="security sources"), "", id="nobody says"),
    ],
)  # fmt: skip
def test_party(link: Attribution, party: str) -> None:
    assert find_party(link) == party


def test_the_fullest_name_of_a_party_stands_for_an_originator() -> None:
    claims = [
        claim("1", attribution=(Attribution(name="Ana Roy", side="union"),)),
        claim("2", attribution=(Attribution(name="Ana Roy", side="Seafarers’ union"),)),
        claim("3", speaker="Seafarers’ union"),
        claim("4", speaker=None),
    ]
    names = {"1": "Ana Roy", "2": "Ana Roy", "3": "Seafarers’ union", "4": "nobody"}
    assert name_parties(claims, names) == {
        "Ana Roy": "Seafarers’ union",
        "Seafarers’ union": "Seafarers’ union",
    }


def test_originators_of_one_party_are_listed_together_and_stay_two() -> None:
    claims = [claim("1", speaker="Norway’s army"), claim("2", speaker="Cy Orr"), claim("3", speaker="Oslo")]
    lines = origin_lines(place_claims(register_briefing(note(*claims))))
    assert [line.name for line in lines] == ["Cy Orr", "Norway’s army", "Oslo"]
    assert (
        name_originators(lines, 6) == "two, a party counted once: Norway (Norway’s army and Oslo) and Cy Orr"
    )
