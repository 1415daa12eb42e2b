import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from counterclaim.core.records import Article, Label
from counterclaim.relate.ladder import climb_intervals, relate_figures
from counterclaim.relate.rungs import settle
from counterclaim.relate.slots import Slots, find_slots
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY, slot, slots
from strategies import articles

SYMMETRIC = {"contradicts", "equivalent", "compatible", "different_scope", "undetermined"}


def tell(text: str, published: str = TUESDAY) -> Slots:
    return slot(text, published=published)


@pytest.mark.parametrize(
    ("a", "b", "label", "flipped"),
    [
        pytest.param("Police said 15 people died.", "The union said at least 12 people died.", "refines", False, id="floor-1"),
        pytest.param("Police said at least 12 people died.", "The union said 15 people died.", "refines", True, id="floor-turned"),
        pytest.param("Police said at least 12 people died.", "The union said 9 people died.", "contradicts", False, id="below-the-floor-2"),
        pytest.param("Police said about 200 votes were cast.", "The union said more than 200 votes were cast.", "compatible", False, id="overlap-3"),
        pytest.param("Police said 23 people died.", "The union said up to 58 people died.", "compatible", False, id="ceiling-5"),
        pytest.param("Police said 40 people died.", "The union said dozens of people died.", "refines", False, id="vague-6"),
        pytest.param("Police said 12 people died.", "The union said 12 people died.", "equivalent", False, id="equal"),
        pytest.param("Police said 12 people may have died.", "The union said 12 people died.", "refines", True, id="commitment-33"),
        pytest.param("Police said 1,234,000 votes were cast.", "The union said 1.2 million votes were cast.", "refines", False, id="rounding-28"),
        pytest.param("Police said 1.2 million votes were cast.", "The union said 1,234,000 votes were cast.", "refines", True, id="rounding-turned"),
        pytest.param("The firm said the pass is 5 km long.", "The city said the pass is 7 km long.", "contradicts", False, id="distance"),
        pytest.param("The firm said it cost €3 million.", "The city said it cost €9 million.", "contradicts", False, id="money"),
        pytest.param("The firm said it cost €3 million.", "The city said it cost $3 million.", "undetermined", False, id="currencies-37"),
        pytest.param("The army said 23 soldiers died.", "Police said 25 people died in all.", "part_of", False, id="part-14"),
        pytest.param("Police said 25 people died in all.", "The army said 23 soldiers died.", "part_of", True, id="part-turned"),
        pytest.param("The army said 30 soldiers died.", "Police said 25 people died in all.", "contradicts", False, id="part-exceeds-15"),
        pytest.param("Police said 5 people died in Karsk.", "The union said 3 people died.", "contradicts", False, id="place-not-sure"),
        pytest.param("Police said 5 people died in Karsk.", "Police said 30 people died.", "undetermined", False, id="place-one-speaker"),
        pytest.param("Police said 5 people died in Karsk.", "The union said 30 people died.", "contradicts", False, id="place-not-sure-larger"),
        pytest.param("Police said 5 people died in Karsk.", "The union said 5 people died.", "equivalent", False, id="place-same-figure"),
        pytest.param("The army said 3 soldiers died across the country.", "Police said 9 people in all died in Karsk.", "different_scope", False, id="parts-both-ways"),
        pytest.param("Police said 12 people did not die.", "The union said 9 people died.", "contradicts", False, id="negated-after-the-figure"),
    ],
)  # fmt: skip
def test_labels(a: str, b: str, label: Label, *, flipped: bool) -> None:
    verdict = relate_figures(tell(a), tell(b))
    assert (verdict.label, verdict.flipped) == (label, flipped), verdict
    assert verdict.reason


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param("The army never lost 12 posts, police said.", "The union said 12 posts were lost.", "contradicts", id="that-figure"),
        pytest.param("The army never lost 12 posts, police said.", "The union said 9 posts were lost.", "compatible", id="another-figure"),
    ],
)  # fmt: skip
def test_a_figure_that_is_negated(a: str, b: str, label: Label) -> None:
    one, two = tell(a), tell(b)
    assert relate_figures(one, two).label == relate_figures(two, one).label == label


@pytest.mark.parametrize(
    ("a", "b", "later", "opposed", "label"),
    [
        pytest.param("Police said 12 people died.", "Police said 9 people died.", True, False, "updates", id="case-8"),
        pytest.param("Police said 9 people died.", "Police said 12 people died.", True, False, "updates", id="case-10"),
        pytest.param("Police said 12 people died.", "The union said 9 people died.", True, False, "possible_update", id="case-9"),
        pytest.param("Police said 9 people died.", "The union said 12 people died.", True, False, "contradicts", id="case-11"),
        pytest.param("Police said 12 people died.", "The union said 9 people died.", True, True, "contradicts", id="case-12"),
        pytest.param("Police said 12 people died on Sunday.", "The union said 9 people died on Sunday.", True, False, "possible_update", id="one-day-counted-on-two"),
        pytest.param("The hospital said 12 people died.", "Police said that no one died.", True, False, "contradicts", id="none-outright"),
        pytest.param("The hospital said 12 people died.", "Police said no deaths had been reported.", True, False, "possible_update", id="none-reported"),
        pytest.param("By noon on Sunday 12 people had died, police said.", "By noon on Sunday 9 people had died, the union said.", True, False, "contradicts", id="one-moment"),
        pytest.param("Police said 12 ships sailed.", "The union said 9 ships sailed.", True, False, "contradicts", id="cannot-grow"),
        pytest.param("The army said 30 soldiers died.", "Police said 25 people died in all.", True, False, "undetermined", id="later-part"),
        pytest.param("Police said 30 soldiers died.", "Police said 25 people died in all.", True, False, "different_scope", id="later-part-one-speaker"),
    ],
)  # fmt: skip
def test_lineage(a: str, b: str, label: Label, *, later: bool, opposed: bool) -> None:
    one, two = tell(a, TUESDAY if later else MONDAY), tell(b, MONDAY)
    verdict, back = relate_figures(one, two, opposed=opposed), relate_figures(two, one, opposed=opposed)
    assert verdict.label == back.label == label, verdict
    assert verdict.flipped is False
    assert back.flipped is (label not in SYMMETRIC)


def test_framing_is_flagged() -> None:
    verdict = relate_figures(tell("12 fighters were martyred."), tell("12 fighters were killed."))
    assert verdict.label == "equivalent"
    assert verdict.tags == ("framing: martyred",)


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param(
            "The pass is 5 km long.", "The pass is 3 miles long.", "equivalent", id="kilometres-and-miles-28"
        ),
        pytest.param(
            "The pass is 5.0 km long.", "The pass is 3 miles long.", "refines", id="one-is-more-exact"
        ),
        pytest.param(
            "The pass is 5 km long.", "The pass is 4 miles long.", "contradicts", id="not-within-rounding"
        ),
    ],
)
def test_rounding_of_distances(a: str, b: str, label: Label) -> None:
    one, two = tell(a), tell(b)
    assert relate_figures(one, two).label == relate_figures(two, one).label == label


def test_unstated_figures_of_statements_do_not_break_the_rules() -> None:
    one, two = tell("The road to Karsk is open."), tell("9 people died.")
    verdict = settle(climb_intervals(one, two, opposed=False))
    assert verdict
    assert verdict.label == "refines"


@settings(deadline=None, max_examples=40)
@given(first=articles(), second=articles(), opposed=st.booleans())
def test_labels_do_not_depend_on_the_order_of_claims(
    first: Article, second: Article, *, opposed: bool
) -> None:
    one = [s for c in read_article(first).claims if (s := find_slots(c, first)).figure]
    two = [s for c in read_article(second).claims if (s := find_slots(c, second)).figure]
    assume(one and two)
    for a in one:
        for b in two:
            there, back = relate_figures(a, b, opposed=opposed), relate_figures(b, a, opposed=opposed)
            assert there.label == back.label
            if there.label not in SYMMETRIC:
                assert there.flipped != back.flipped


@pytest.mark.parametrize(
    ("later", "label"),
    [
        pytest.param("The estimate was revised to 9 million euros.", "updates", id="revised"),
        pytest.param("The estimate has shrunk to 9 million euros.", "updates", id="shrunk-to"),
        pytest.param("The final tally of the estimate is 9 million euros.", "updates", id="final"),
        pytest.param("The estimate is 9 million euros.", "contradicts", id="no-word-of-it"),
    ],
)
def test_a_later_figure_that_says_it_replaces_one(later: str, label: Label) -> None:
    before = slot("The estimate was 12 million euros.", published=MONDAY)
    after = slot(later, outlet="Evening Paper", published=TUESDAY)
    verdict = relate_figures(after, before)
    assert verdict is not None
    assert verdict.label == label


@pytest.mark.parametrize(
    ("later", "label"),
    [
        pytest.param("New work brought the estimate to 15 million euros.", "updates", id="up-and-higher"),
        pytest.param("New work brought the estimate to 9 million euros.", "contradicts", id="up-but-lower"),
        pytest.param(
            "The estimate was lowered, down to 15 million euros.", "contradicts", id="down-but-higher"
        ),
    ],
)
def test_a_revision_goes_the_way_that_it_says(later: str, label: Label) -> None:
    before = slot("The estimate was 12 million euros.", published=MONDAY)
    after = slot(later, outlet="Evening Paper", published=TUESDAY)
    verdict = relate_figures(after, before)
    assert verdict is not None
    assert verdict.label == label


def test_nobody_revises_what_another_said() -> None:
    before = slot("The fire chief, Jon Pell, said the estimate was 12 million euros.", published=MONDAY)
    after = slot("The union said the estimate had shrunk to 9 million euros.", published=TUESDAY)
    verdict = relate_figures(after, before)
    assert verdict is not None
    assert verdict.label == "contradicts"


def test_opposed_sides_do_not_revise_each_other() -> None:
    before = slot("The estimate was 12 million euros.", published=MONDAY)
    after = slot("The estimate was revised to 9 million euros.", outlet="Evening Paper", published=TUESDAY)
    verdict = relate_figures(after, before, opposed=True)
    assert verdict is not None
    assert verdict.label == "contradicts"


@pytest.mark.parametrize(
    ("before", "label"),
    [
        pytest.param("So far the cost is 9 million euros.", "possible_update", id="so-far"),
        pytest.param("The preliminary cost was 9 million euros.", "possible_update", id="preliminary"),
        pytest.param(
            "With most bills counted, the cost was 9 million euros.",
            "possible_update",
            id="part-counted",
        ),
        pytest.param("The cost was 9 million euros.", "contradicts", id="no-word-of-it"),
    ],
)
def test_a_first_count_gives_way_to_a_later_one(before: str, label: Label) -> None:
    old = slot(before, published=MONDAY)
    new = slot("The cost was 12 million euros.", outlet="Evening Paper", published=TUESDAY)
    verdict, back = relate_figures(new, old), relate_figures(old, new)
    assert verdict is not None
    assert back is not None
    assert verdict.label == back.label == label
    assert back.flipped == (label == "possible_update")


def test_a_figure_that_is_taken_back_is_asserted_by_nobody() -> None:
    told = slot("31 babies were scalded, the inspectorate said.", published=MONDAY)
    other = slot("Nine babies were scalded, the maker said.", outlet="Evening Paper", published=MONDAY)
    (back,) = [
        s
        for s in slots("The inspectorate withdrew the figure of 31 scalded babies.", outlet="Late Paper")
        if s.figure
    ]
    verdict = relate_figures(told, back)
    assert verdict is not None
    assert verdict.label == "corrects"
    assert verdict.flipped
    assert relate_figures(other, back) is None
