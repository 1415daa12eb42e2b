import pytest

from counterclaim.relate.moments import relate_moments
from small_accounts import slot

DAY = " on Monday, 3 March 2025"
TOLD = {
    "a-noun-and-a-verb": (
        "The collision happened at 2.40 a.m.",
        "The ships collided at 4 a.m.",
        "contradicts",
    ),
    "heard": ("The explosion occurred at 6.10 a.m.", "The blast was heard at 4.30 a.m.", "contradicts"),
    "synonyms": ("The fire broke out at 2.10 p.m.", "The blaze started at 11 a.m.", "contradicts"),
    "minutes-apart": ("The alarm was raised at 9.19 p.m.", "The alarm was raised at 9.20 p.m.", "compatible"),
    "another-deed": ("The fire started at 2 p.m.", "The fire was put out at 6 p.m.", None),
    "another-doer": ("The mayor arrived at 9 a.m.", "The minister arrived at noon.", None),
    "another-of-a-row": ("The first train left at 6 a.m.", "The second train left at 7 a.m.", None),
    "a-state": ("The gate remained open at 6 p.m.", "The gate remained open at 9 p.m.", None),
}


@pytest.mark.parametrize("name", TOLD)
def test_one_deed_at_two_hours(name: str) -> None:
    a, b, label = TOLD[name]
    one, two = (t.replace(".m.", f".m.{DAY}", 1).replace("noon", f"noon{DAY}") for t in (a, b))
    verdict = relate_moments(slot(one), slot(two, outlet="Evening Paper"))
    assert (verdict.label if verdict else None) == label


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param("The first call came at 11.20 p.m.", "The first call came at 11.19 p.m.", "compatible", id="a-minute"),
        pytest.param("The first call came at 11.20 p.m.", "The first call came at 10.40 p.m.", "contradicts", id="forty-minutes"),
        pytest.param("The lift stopped at 00.05 a.m.", "The lift stopped at 11.58 p.m.", "contradicts", id="around-midnight"),
        pytest.param("The sluice opened at 6.30 a.m.", "The sluice opened at 6.30 a.m.", None, id="one-hour"),
    ],
)  # fmt: skip
def test_an_hour_without_a_day_is_of_the_day_told(a: str, b: str, label: str | None) -> None:
    one = slot(a, published="2025-03-04")
    two = slot(b, outlet="Evening Paper", published="2025-03-09")
    verdict, back = relate_moments(one, two), relate_moments(two, one)
    assert (verdict.label if verdict else None) == (back.label if back else None) == label


def test_what_a_speaker_says_later_of_an_earlier_deed_is_the_later_account() -> None:
    one = slot("Ana Ruiz said the ship sank at 6 a.m. on 26 February 2025.", published="2025-03-03")
    two = slot(
        "Ana Ruiz said the ship sank at 6 a.m. on 24 February 2025.",
        outlet="Evening Paper",
        published="2025-03-04",
    )
    verdict, back = relate_moments(one, two), relate_moments(two, one)
    assert verdict
    assert back
    assert (verdict.label, verdict.flipped) == ("updates", True)
    assert (back.label, back.flipped) == ("updates", False)
