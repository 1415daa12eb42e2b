import pytest

from counterclaim.relate.sayings import date_first_said
from counterclaim.relate.slots import Slots
from small_accounts import MONDAY, SUNDAY, TUESDAY, WEDNESDAY, slot

WORDS = "Police said 12 men had died."


def told(text: str, day: str | None, outlet: str = "Post") -> Slots:
    return slot(text, published=day, outlet=outlet)


def test_a_repeated_figure_keeps_its_first_date() -> None:
    first, again, other, voice = (
        told(WORDS, MONDAY), told(WORDS, TUESDAY), told("Police said 9 men had died.", TUESDAY), told("12 men died.", TUESDAY)
    )  # fmt: skip
    undated, statement = told(WORDS, None), told("Police said the road was open.", TUESDAY)
    dated = date_first_said([again, first, other, voice, undated, statement])
    assert [s.first_said for s in dated] == [
        first.first_said, first.first_said, other.first_said, voice.first_said, first.first_said, statement.first_said,
    ]  # fmt: skip
    assert date_first_said([first, again])[1].first_said == first.first_said


@pytest.mark.parametrize(
    ("early", "late", "one"),
    [
        pytest.param("The union said the gates were locked.", "Gates were locked, the union said.", True, id="statement-in-other-order"),
        pytest.param("The union said the gates were locked.", "The union said the gates were not locked.", False, id="other-polarity"),
        pytest.param("The union said the gates were locked.", "The club said the gates were locked.", False, id="other-speaker"),
        pytest.param("The bank said profit fell by 6 per cent.", "Profit was down 6 per cent, the bank said.", True, id="share"),
        pytest.param("The clinic said 40 patients were vaccinated.", "The clinic said 40 nurses resigned.", False, id="other-fate"),
        pytest.param("The mine said 40 nails rusted.", "The mine said 40 lamps rusted.", False, id="other-thing-without-measure"),
        pytest.param("The dam held.", "The dam held.", False, id="nobody-in-particular"),
    ],
)  # fmt: skip
def test_what_counts_as_one_statement(early: str, late: str, *, one: bool) -> None:
    a, b = date_first_said([told(early, MONDAY, "Herald"), told(late, TUESDAY)])
    assert (b.first_said == a.first_said) is one
    assert b.saying.printed.outlet == ("Herald" if one else "Post")


def test_the_earliest_time_of_saying_is_kept_with_who_tells_it() -> None:
    silent = told("Police said 12 men had died.", TUESDAY, "Echo")
    on_monday = told("Police said on Monday that 12 men had died.", WEDNESDAY, "Herald")
    on_sunday = told("Police said on Sunday that 12 men had died.", WEDNESDAY, "Post")
    for several in ([silent, on_monday, on_sunday], [on_sunday, on_monday, silent]):
        for s in date_first_said(several):
            assert s.saying.printed.outlet == "Echo"
            assert s.saying.said is not None
            assert (s.saying.said.text, s.saying.told_by.outlet) == ("Sunday", "Post")


def test_an_institution_is_one_speaker_under_two_names() -> None:
    body = "Norrland’s military"
    army, military = (
        told(text, day, outlet)
        for text, day, outlet in (
            ("The army said 23 soldiers were killed.", SUNDAY, "Post"),
            ("The military said 23 soldiers were killed.", MONDAY, "Echo"),
        )
    )
    named = [
        s._replace(claim=s.claim.model_copy(update={"attribution": tuple(
            link.model_copy(update={"institution": body} if link.mode != "narration" else {}) for link in s.claim.attribution
        )}))
        for s in (army, military)
    ]  # fmt: skip
    assert date_first_said(named)[1].first_said == army.first_said
    assert date_first_said([army, military])[1].first_said == military.first_said
