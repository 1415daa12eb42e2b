import pytest

from counterclaim.core.records import Attribution
from counterclaim.relate.relays import RELAY_MISMATCH, review_relay
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.slots import Slots
from small_accounts import narrated, said_by, slot

LAND, RADIO = said_by("Ivo Land"), said_by("Radio North")
SAME = Verdict("equivalent", "the same figure", "interval")
CLASH = Verdict("contradicts", "58 against 85", "interval")


def held(*chain: Attribution, of: str) -> Slots:
    found = slot("58 soldiers were killed.")
    told = found.claim.model_copy(update={"attribution": (*chain, narrated(of))})
    return found._replace(claim=told, article=found.article.model_copy(update={"id": of}))


def test_what_comes_through_another_is_a_report_of_what_comes_from_the_speaker() -> None:
    far, near = held(LAND, RADIO, of="Post"), held(LAND, of="Herald")
    there, back = review_relay(far, near, SAME), review_relay(near, far, SAME)
    assert there is not None
    assert back is not None
    assert (there.label, there.flipped) == ("reports", False)
    assert (back.label, back.flipped) == ("reports", True)


def test_two_accounts_of_one_speaker_that_differ_are_a_relay_mismatch() -> None:
    found = review_relay(held(LAND, of="Post"), held(LAND, of="Herald"), CLASH)
    assert found is not None
    assert (found.label, found.tags) == ("contradicts", (RELAY_MISMATCH,))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        pytest.param(held(LAND, of="Post"), held(LAND, of="Herald"), SAME, id="both-from-the-speaker"),
        pytest.param(held(LAND, RADIO, of="Post"), held(said_by("Ana Ruiz"), of="Herald"), SAME, id="two-speakers"),
        pytest.param(held(of="Post"), held(of="Post"), CLASH, id="one-article"),
        pytest.param(held(LAND, RADIO, of="Post"), held(LAND, of="Herald"), None, id="no-relation"),
        pytest.param(held(LAND, of="Post"), held(LAND, of="Herald"), Verdict("updates", "later", "lineage"), id="a-change"),
        pytest.param(held(LAND, of="Post"), held(LAND, of="Herald"), Verdict("contradicts", "a part", "part"), id="other-rule"),
    ],
)  # fmt: skip
def test_all_else_stands(a: Slots, b: Slots, verdict: Verdict | None) -> None:
    assert review_relay(a, b, verdict) is None


def test_an_outlet_that_speaks_for_itself_relays_nobody() -> None:
    one, two = held(of="Post"), held(of="Herald")
    named = two.claim.model_copy(update={"attribution": (narrated("Post"),)})
    assert review_relay(one, two._replace(claim=named), CLASH) is None
