import pytest

from counterclaim.core.records import Reality
from counterclaim.relate.periods import differ_in_period
from counterclaim.relate.rungs import Part, Verdict
from counterclaim.relate.scope import (
    differ_in_counting,
    differ_in_measure,
    differ_in_place,
    differ_in_population,
    differ_in_reality,
    differ_in_unit,
    same_measure,
)
from counterclaim.relate.slots import Slots
from small_accounts import slot, slots


def real(text: str, reality: Reality) -> Slots:
    found = slot(text)
    return found._replace(claim=found.claim.model_copy(update={"reality": reality}))


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param(("40 men died.", "occurred"), ("40 men died.", "ongoing"), None, id="both-real"),
        pytest.param(("The army fires.", "conditional"), ("The army fired.", "occurred"), "different_scope", id="case-24"),
        pytest.param(("The union pays the fine.", "demanded"), ("The union paid the fine.", "occurred"), "different_scope", id="demanded"),
        pytest.param(("The city shut the port.", "occurred"), ("The city shuts the port.", "planned"), "fulfils", id="case-25"),
        pytest.param(("40 jobs were cut.", "occurred"), ("90 jobs were cut.", "planned"), "different_scope", id="other-figure-planned"),
        pytest.param(("40 jobs were cut.", "occurred"), ("40 jobs were cut.", "planned"), "fulfils", id="same-figure-planned"),
        pytest.param(("The bank paid the fine.", "occurred"), ("The bank does not pay the fine.", "planned"), "different_scope", id="deed-against-the-plan"),
        pytest.param(("It cost $3 million.", "occurred"), ("It cost $4 million.", "planned"), None, id="sums-are-stated"),
        pytest.param(("42 seats were won.", "ongoing"), ("57 seats were won.", "planned"), None, id="forecast-and-state"),
        pytest.param(("The union pays the fine.", "demanded"), ("The union paid the fine.", "planned"), "different_scope", id="demanded-and-planned"),
    ],
)  # fmt: skip
def test_reality(a: tuple[str, Reality], b: tuple[str, Reality], label: str | None) -> None:
    one, two = real(*a), real(*b)
    there, back = differ_in_reality(one, two), differ_in_reality(two, one)
    assert (there and there.label) == (back and back.label) == label
    if there and back:
        assert (there.flipped != back.flipped) == (label == "fulfils")


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param("It cost €3 million.", "It cost €4 million.", None, id="one-currency"),
        pytest.param("It cost €3 million.", "It cost $3 million.", "undetermined", id="case-37"),
        pytest.param("It cost 3 million dollars.", "It cost $4 million.", None, id="a-dollar-is-a-dollar"),
        pytest.param("12 per cent voted.", "12 people voted.", "different_scope", id="case-36"),
        pytest.param(
            "The pass is 5 km long.", "The pass is 3 miles long.", None, id="distances-share-a-base"
        ),
    ],
)
def test_unit(a: str, b: str, label: str | None) -> None:
    for one, two in ((a, b), (b, a)):
        verdict = differ_in_unit(slot(one), slot(two))
        assert (verdict and verdict.label) == label


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("12 men were killed.", "9 men died.", True, id="one-name"),
        pytest.param("12 men were killed.", "9 men were wounded.", False, id="two-names"),
        pytest.param("12 ships left the port.", "9 ships were leaving the port.", True, id="by-words"),
        pytest.param("12 ships left the port.", "9 ships entered the port.", None, id="cannot-tell"),
        pytest.param("Rents rose by 12 per cent.", "Turnout was 9 per cent.", False, id="change-and-level"),
        pytest.param(
            "The state paid the mill €12 million.", "The mill received €9 million.", None, id="converse"
        ),
        pytest.param(
            "The budget got 31 votes.", "The budget passed with 30 votes for it.", None, id="votes-of-no-side"
        ),
        pytest.param(
            "30 members voted for it.", "31 members voted against it.", False, id="two-sides-of-a-vote"
        ),
    ],
)
def test_measures(a: str, b: str, *, same: bool | None) -> None:
    assert same_measure(slot(a), slot(b)) is same_measure(slot(b), slot(a)) is same


def test_all_there_are_is_no_rival_of_a_part_but_may_be_told_without_it() -> None:
    part, whole = slots("The Greens won 61 of the 120 seats.")
    (all_seats,) = slots("The house has 120 seats.")
    assert same_measure(part, whole) is same_measure(whole, part) is False
    assert same_measure(whole, all_seats) is not False


def test_an_earlier_figure_is_of_the_layer_of_the_later_one() -> None:
    plan = slot("The firm will cut 780 jobs.")
    new, old = slots("The firm cut 690 jobs, down from the 780 it named.")
    assert differ_in_reality(plan, old) is differ_in_reality(old, plan) is None
    assert differ_in_reality(plan, new) is not None


def test_a_measure_that_the_other_names_too_is_open() -> None:
    one, two = slot("12 men were killed."), slot("9 men were wounded.")
    assert same_measure(one, two._replace(measures=two.measures | {"killed"})) is None


@pytest.mark.parametrize(
    ("a", "b", "label", "tags"),
    [
        pytest.param("12 men were killed.", "9 men died.", None, (), id="one"),
        pytest.param("50 casualties were counted at the pier.", "50 people were killed.", "undetermined", (), id="case-27"),
        pytest.param("20 posts were destroyed.", "21 posts were captured.", "different_scope", (), id="case-26"),
        pytest.param("200 men were killed.", "200 men were wounded.", "different_scope", ("same number, other measure",), id="case-38"),
    ],
)  # fmt: skip
def test_measure_verdicts(a: str, b: str, label: str | None, tags: tuple[str, ...]) -> None:
    for one, two in ((a, b), (b, a)):
        verdict = differ_in_measure(
            slot(one)._replace(measures=frozenset()), slot(two)._replace(measures=frozenset())
        )
        assert (verdict and verdict.label) == label
        assert (verdict.tags if verdict else ()) == tags


def seen(answer: Verdict | Part | None) -> str | None:
    if isinstance(answer, Part):
        return f"part {answer.inner} {answer.sure}"
    return answer and answer.label


def mirrored(answer: str | None) -> str | None:
    if answer and answer.startswith("part"):
        return answer.replace(" a ", " x ").replace(" b ", " a ").replace(" x ", " b ")
    return answer


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("12 soldiers died.", "9 soldiers died.", None, id="same-head"),
        pytest.param("12 people died.", "9 victims died.", None, id="generic-heads"),
        pytest.param("12 dead.", "12 soldiers died.", None, id="same-number-and-no-noun"),
        pytest.param("12 dead.", "9 soldiers died.", "undetermined", id="case-16"),
        pytest.param("40 militants died.", "30 soldiers died.", "undetermined", id="case-30"),
        pytest.param("23 soldiers died.", "25 people died in all.", "part a True", id="case-14"),
        pytest.param(
            "23 soldiers died.", "25 people died across the country.", "part a True", id="whole-by-place"
        ),
        pytest.param("23 soldiers died.", "25 people died.", "undetermined", id="whole-not-said"),
        pytest.param("30 miners died.", "25 people died.", None, id="more-of-a-sort-than-people"),
        pytest.param("12 ships sank.", "9 lorries sank.", "different_scope", id="other-things"),
        pytest.param("12 ships sank.", "9 sank.", None, id="thing-not-said"),
        pytest.param(
            "12 Belmorian soldiers died.", "9 Arvanian soldiers died.", "different_scope", id="other-nations"
        ),
        pytest.param("12 Belmorian soldiers died.", "9 soldiers died.", "undetermined", id="nation-not-said"),
        pytest.param(
            "12 Belmorian soldiers died.", "12 soldiers died.", None, id="nation-not-said-same-number"
        ),
        pytest.param("12 border guards died.", "9 guards died.", None, id="more-exact"),
        pytest.param(
            "12 border guards died.", "9 prison guards died.", "different_scope", id="other-modifiers"
        ),
        pytest.param("12 Belmorian soldiers died.", "9 Belmorians soldiers died.", None, id="one-nation"),
        pytest.param(
            "12 of the schools will be shut.", "42 schools will be shut.", "part_of", id="some-of-them"
        ),
        pytest.param(
            "12 of the schools will be shut.", "9 schools will be shut.", None, id="more-than-all-of-them"
        ),
        pytest.param(
            "Among women the gain was 20 per cent.",
            "The gain in patients was 34 per cent.",
            "different_scope",
            id="two-groups",
        ),
        pytest.param(
            "The gain was 20 per cent.", "The gain in patients was 34 per cent.", None, id="one-group"
        ),
        pytest.param("9 people complained.", "4 patients complained.", None, id="called-people-or-patients"),
        pytest.param("Nobody died.", "12 soldiers died.", None, id="nobody-at-all"),
        pytest.param(
            "The Orvo Relief Fund’s pledge was $3 million.",
            "The Orvo Relief Fund pledged $4 million.",
            None,
            id="an-owner",
        ),
        pytest.param("52 small babies were hurt.", "27 scalded babies were hurt.", None, id="the-fate-again"),
    ],
)
def test_population(a: str, b: str, expected: str | None) -> None:
    assert seen(differ_in_population(slot(a), slot(b))) == expected
    assert seen(differ_in_population(slot(b), slot(a))) == mirrored(expected)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("12 people died.", "9 people died.", None, id="no-places"),
        pytest.param("12 people died in Karsk.", "9 people died in Upper Karsk.", None, id="a-common-word"),
        pytest.param(
            "12 people died across the country.", "9 people died.", None, id="whole-and-nothing-said"
        ),
        pytest.param(
            "5 people died in Karsk.", "23 people died across the country.", "part a True", id="case-17"
        ),
        pytest.param(
            "5 people died in Karsk.", "23 people died in Odrin.", "different_scope", id="case-17-disjoint"
        ),
        pytest.param("5 people died in Karsk.", "23 people died.", "part a False", id="place-not-said"),
    ],
)
def test_place(a: str, b: str, expected: str | None) -> None:
    assert seen(differ_in_place(slot(a), slot(b))) == expected
    assert seen(differ_in_place(slot(b), slot(a))) == mirrored(expected)


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param("Another 12 people died.", "9 people died.", "different_scope", id="case-13"),
        pytest.param("Another 12 people died.", "Another 9 people died.", None, id="two-increments"),
        pytest.param("12 people died in all.", "9 people died.", None, id="two-totals"),
    ],
)
def test_counting(a: str, b: str, label: str | None) -> None:
    for one, two in ((a, b), (b, a)):
        verdict = differ_in_counting(slot(one), slot(two))
        assert (verdict and verdict.label) == label


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param("Prices rose by 3 per cent on Monday.", "Prices rose by 2 per cent on Sunday.", "different_scope", id="other-days"),
        pytest.param("Prices rose by 3 per cent on Monday.", "Prices rose by 2 per cent on Monday.", None, id="one-day"),
        pytest.param("Prices rose by 3 per cent on Monday.", "Prices rose by 2 per cent.", None, id="day-not-said"),
        pytest.param("12 people died on Monday.", "9 people died on Sunday.", None, id="counts-grow"),
        pytest.param("12 ships left on Monday.", "9 ships left on Sunday.", None, id="not-a-share"),
    ],
)  # fmt: skip
def test_period(a: str, b: str, label: str | None) -> None:
    for one, two in ((a, b), (b, a)):
        verdict = differ_in_period(slot(one), slot(two))
        assert (verdict and verdict.label) == label


def test_a_baseline_is_no_period() -> None:
    one, two = slot("Prices rose by 3 per cent on last year."), slot("Prices rose by 2 per cent on Sunday.")
    assert differ_in_period(one, two) is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("The ferry carried 262 people.", "The ferry is licensed to carry 300 people.", id="ferry"),
        pytest.param("60 pupils sat in the hall.", "There is room for 40 pupils in the hall.", id="hall"),
        pytest.param("The ward holds 30 patients.", "The ward was built for 12 patients and designed to hold 20 patients.", id="ward"),
    ],
)  # fmt: skip
def test_what_there_is_room_for_is_not_what_there_was(a: str, b: str) -> None:
    one, two = slot(a), slots(b)[-1]
    for x, y in ((one, two), (two, one)):
        verdict = differ_in_measure(x, y)
        assert verdict is not None
        assert verdict.label == "different_scope"
        assert "room" in verdict.reason


def test_more_of_one_sort_are_no_part_of_fewer_of_another() -> None:
    children = slots("Nine people died, three of them children.")[-1]
    women = slot("Two women died.")
    verdict = differ_in_population(children, women)
    assert isinstance(verdict, Verdict)
    assert (verdict.label, verdict.reason) == ("different_scope", "children against women")


def test_a_place_is_named_in_its_own_order() -> None:
    verdict = differ_in_place(slot("Nine died in Upper Dorvel."), slot("Nine died in Karsk."))
    assert isinstance(verdict, Verdict)
    assert verdict.reason == "other places: Upper Dorvel against Karsk"


def test_one_speaker_disputes_no_label_of_its_own() -> None:
    one, two = slot("The army said 200 militants died."), slot("The army said 23 soldiers died.")
    verdict = differ_in_population(one, two)
    assert isinstance(verdict, Verdict)
    assert (verdict.label, verdict.reason) == ("different_scope", "militants against soldiers")


def test_an_amount_of_rain_is_no_change() -> None:
    fell, came = (
        slot("After 210 millimetres of rain had fallen the dam broke."),
        slot("The river rose after 21 centimetres of rain."),
    )
    assert (fell.measure, came.measure) == ("rainfall", "rainfall")
    assert fell.low > 0
    assert same_measure(fell, came) is True
    assert same_measure(fell, slot("The river rose to about 21 feet.")) is False
