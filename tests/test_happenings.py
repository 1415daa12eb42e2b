import pytest

from counterclaim.relate.moments import relate_moments
from counterclaim.text.happenings import find_onset
from small_accounts import slot

# What began, under two names, at two hours.
ONE_HAPPENING = {
    "riot-trouble": (
        "The trouble started at about 5 p.m., shortly after visiting hours ended, the warden said.",
        "The riot began at around 2 p.m., a relative said.",
    ),
    "riot-without-a-name": (
        "The disturbance broke out at 5.10 p.m. on Sunday, the ministry said.",
        "The start was at shortly before two o’clock, when a tray was thrown, the union said.",
    ),
    "shots": (
        "Officers opened fire at 9.40 p.m., forty minutes into the curfew, the ministry said.",
        "The shooting began at 8.15 p.m., the bride’s uncle said.",
    ),
    "first-report": (
        "Guards opened fire at 11 p.m., the company said.",
        "The rescue service logged the first report of shooting at 9.20 p.m., its director said.",
    ),
    "bombs": (
        "The operation took place at 5.10 in the morning, well before the market opens, the army said.",
        "Three bombs fell within a minute at about twenty past ten in the morning, a trader said.",
    ),
    "incident": (
        "The incident occurred at 7 p.m., the club said.",
        "The crush began at 4.25 p.m., the supporters said.",
    ),
    "clashes": (
        "The violence erupted at 10 p.m., the mayor said.",
        "The clashes started at 6 p.m., the students said.",
    ),
}
OTHER_HAPPENINGS = {
    "match": ("The match began at 5 p.m., the club said.", "The riot began at 2 p.m., police said."),
    "flood": ("The flood began at 5 p.m., the mayor said.", "The riot began at 2 p.m., police said."),
    "two-parties": (
        "Police opened fire at 9 p.m., the mayor said.",
        "Rebels opened fire at 7 p.m., the army said.",
    ),
    "first-and-last": ("The first explosion came at 4.25 a.m.", "The last explosion came at 6.05 a.m."),
    "last-without-a-name": ("The first explosion came at 4.25 a.m.", "The last came at five past six."),
    "about-one-hour": ("The trouble started at about 5 p.m.", "The riot broke out at 5.10 p.m."),
    "the-end": ("The trouble started at 2 p.m.", "The riot ended at 5 p.m."),
    "aside": ("The trouble started at 2 p.m.", "The gate was shut at 5 p.m. when the riot began."),
    "no-hour-of-its-own": ("The trouble started on Sunday.", "The riot began at 5 p.m. on Sunday."),
    "planned": ("The operation will begin at 6 a.m.", "The attack began at 4 a.m."),
}


@pytest.mark.parametrize("name", ONE_HAPPENING)
def test_one_happening_under_two_names_began_at_one_hour(name: str) -> None:
    one, two = (slot(text, outlet=outlet) for text, outlet in zip(ONE_HAPPENING[name], "AB", strict=True))
    found = [relate_moments(x, y) for x, y in ((one, two), (two, one))]
    assert [v and (v.label, v.rule) for v in found] == [("contradicts", "time")] * 2


@pytest.mark.parametrize("name", OTHER_HAPPENINGS)
def test_other_happenings_have_hours_of_their_own(name: str) -> None:
    one, two = (slot(text, outlet=outlet) for text, outlet in zip(OTHER_HAPPENINGS[name], "AB", strict=True))
    found = [relate_moments(x, y) for x, y in ((one, two), (two, one))]
    assert not [v for v in found if v and v.label == "contradicts"]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        pytest.param("the riot began at 2 p.m., while visitors were inside", "the riot began at 2 p.m.", id="main-clause"),
        pytest.param("In the yard, the riot began", "the riot began", id="behind-a-place"),
        pytest.param("the car stood there when the shooting began", None, id="only-dates-another"),
        pytest.param("the first call of the day came", None, id="a-call-of-no-happening"),
        pytest.param("the start of the riot", "the start of the riot", id="noun"),
        pytest.param("the start", None, id="bare-noun"),
        pytest.param("prices fell at noon", None, id="no-bomb"),
        pytest.param("", None, id="empty"),
    ],
)  # fmt: skip
def test_what_a_clause_says_began(text: str, clause: str | None) -> None:
    found = find_onset(text)
    assert (found.clause.rstrip(".") if found else None) == (clause.rstrip(".") if clause else None)
