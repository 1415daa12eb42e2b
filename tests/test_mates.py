import pytest

from counterclaim.core.records import Label
from counterclaim.relate.mates import SentenceMates
from counterclaim.relate.rungs import Rung, Verdict, settle
from counterclaim.relate.slots import Slots
from small_accounts import slots

CLASH = Verdict("contradicts", "for the test", "interval")
REVISED = "Output fell to 690 tonnes, down from the 780 it named."


def reviewed(one: Slots, two: Slots, among: list[Slots], verdict: Verdict | None = CLASH) -> Verdict | None:
    there, back = (_settled(SentenceMates.of(among), x, y, verdict) for x, y in ((one, two), (two, one)))
    assert (there and there.label) == (back and back.label)
    return there


def _settled(mates: SentenceMates, a: Slots, b: Slots, verdict: Verdict | None) -> Verdict | None:
    beside = mates.review(a, b, verdict)
    return settle([Rung("conflict", verdict), *([Rung("beside", beside)] if beside else [])])


def test_statements_pass() -> None:
    one, two = slots("The road to Karsk is open. The mayor resigned.")
    assert reviewed(one, two, [one, two]) is CLASH
    assert reviewed(one, two, [one, two], None) is None


def test_one_sentence_may_revise_itself() -> None:
    new, old = slots(REVISED)
    found = SentenceMates.of([new, old]).review(new, old, CLASH)
    assert isinstance(found, Verdict)
    assert (found.label, found.flipped) == ("updates", False)
    back = SentenceMates.of([new, old]).review(old, new, None)
    assert isinstance(back, Verdict)
    assert (back.label, back.flipped) == ("updates", True)


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        pytest.param("contradicts", False, id="conflict"),
        pytest.param("possible_update", False, id="update"),
        pytest.param("part_of", True, id="part"),
    ],
)
def test_two_figures_of_one_sentence_do_not_clash(label: Label, *, kept: bool) -> None:
    one, two = slots("12 miners died and 3 miners fled.")
    verdict = Verdict(label, "for the test", "interval")
    assert (reviewed(one, two, [one, two], verdict) is verdict) is kept
    assert reviewed(one, two, [one, two], None) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("The fire service said nine people died, correcting an earlier toll.", "corrects", id="correcting"),
        pytest.param("The fire service said nine people died; its count of Monday was wrong.", "corrects", id="wrong"),
        pytest.param("The fire service said nine people died. Its mayor was wrong.", "updates", id="another-sentence"),
        pytest.param("The fire service said nine people died.", "updates", id="no-word-of-it"),
    ],
)  # fmt: skip
def test_an_update_that_calls_the_earlier_figure_wrong_corrects_it(text: str, label: Label) -> None:
    new = next(s for s in slots(text) if s.low == 9)
    (old,) = slots("The fire service said 12 people died.", outlet="Herald")
    later = Verdict("updates", "for the test", "lineage")
    found = _settled(SentenceMates.of([new, old]), new, old, later)
    back = _settled(SentenceMates.of([new, old]), old, new, later._replace(flipped=True))
    assert found is not None
    assert back is not None
    assert (found.label, back.label) == (label, label)
    assert (found.flipped, back.flipped) == (False, True)


def test_another_article_may_name_what_was_replaced() -> None:
    new, old = slots(REVISED)
    (other,) = slots("The firm said output fell to 780 tonnes.", outlet="Herald")
    among = [new, old, other]
    found = SentenceMates.of(among).review(new, other, CLASH)
    back = SentenceMates.of(among).review(other, new, CLASH)
    assert isinstance(found, Verdict)
    assert isinstance(back, Verdict)
    assert (found.label, found.flipped, back.label, back.flipped) == ("updates", False, "updates", True)
    agreement = Verdict("compatible", "for the test", "interval")
    assert reviewed(new, other, among, agreement) is agreement
    assert reviewed(old, other, among) is CLASH


def test_a_figure_that_the_sentence_matches_elsewhere_does_not_clash() -> None:
    dead, hurt = slots("Police said 12 miners died and 40 miners were hurt.")
    (other,) = slots("The union said 40 miners were hurt.", outlet="Herald")
    assert reviewed(dead, other, [dead, hurt, other]) is None
    (third,) = slots("The union said 41 miners were hurt.", outlet="Herald")
    assert reviewed(dead, third, [dead, hurt, third]) is CLASH


def test_a_match_of_the_same_measure_needs_the_same_speaker() -> None:
    one, two = slots("Police said 12 miners died in Karsk and 40 miners died in Odrin.")
    (other,) = slots("The union said 40 miners died.", outlet="Herald")
    assert reviewed(one, other, [one, two, other]) is None
    stranger = two._replace(claim=two.claim.model_copy(update={"attribution": other.claim.attribution}))
    assert reviewed(one, other, [one, stranger, other]) is CLASH
