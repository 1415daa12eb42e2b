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
