import pytest

from counterclaim.relate.causes import relate_causes
from counterclaim.relate.slots import Slots
from counterclaim.text.causes import find_cause, find_denied_cause
from small_accounts import MONDAY, TUESDAY, slots


def tell(text: str, outlet: str = "Morning Paper", published: str = TUESDAY) -> Slots:
    """The slots of the last claim that the text makes."""
    return slots(text, outlet=outlet, published=published)[-1]


@pytest.mark.parametrize(
    ("clause", "cause", "effect"),
    [
        pytest.param("the floods in the valley were caused by rainfall of 390 millimetres, which fell in a day", "rainfall of 390 millimetres", "the floods in the valley", id="passive"),
        pytest.param("Lightning had set off the fire", "Lightning", "the fire", id="active"),
        pytest.param("the power company is to blame for much of the flooding", "the power company", "much of the flooding", id="blame"),
        pytest.param("an overloaded transformer is to blame", "an overloaded transformer", "", id="blame-alone"),
        pytest.param("Its cause was a fault in a transformer", "a fault in a transformer", "", id="noun"),
        pytest.param("the cause of the crash was ice", "ice", "the crash", id="noun-of"),
        pytest.param("It had its origin in a dispute", "a dispute", "", id="origin"),
        pytest.param("the hose burst because of wear", "wear", "the hose burst", id="because-of"),
        pytest.param("What set off the riot was the lack of water", "the lack of water", "the riot", id="cleft"),
        pytest.param("the theft was the work of hackers", "hackers", "the theft", id="work-of"),
        pytest.param("The sinks are the source", "The sinks", "", id="source"),
    ],
)  # fmt: skip
def test_what_a_clause_gives_as_cause(clause: str, cause: str, effect: str) -> None:
    assert find_cause(clause) == (cause, effect)


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("the rain was not to blame", id="negated"),
        pytest.param("this was what set off the riot", id="pronoun"),
        pytest.param("Was the rain to blame?", id="question"),
        pytest.param("the cause was what everybody feared", id="not-named"),
        pytest.param("the fire started at noon", id="only-started"),
        pytest.param("the mayor caused a stir", id="no-certain-thing") ,
        pytest.param("", id="empty"),
    ],
)  # fmt: skip
def test_no_cause_is_given(clause: str) -> None:
    found = find_cause(clause)
    assert found is None or not found.effect.startswith("the ")


@pytest.mark.parametrize(
    "clause",
    [
        "the source was still being studied",
        "the cause was under investigation",
        "the reason is not known yet",
        "it was too early to say what the origin of the fire was",
    ],
)
def test_a_cause_that_is_being_looked_for_is_none(clause: str) -> None:
    assert find_cause(clause) is None


@pytest.mark.parametrize(
    ("clause", "cause"),
    [
        pytest.param("it was not the rain", "the rain", id="bare"),
        pytest.param("the brakes were not to blame for the crash", "the brakes", id="blame"),
        pytest.param("the fire was not caused by a leak", "a leak", id="passive"),
        pytest.param("the outbreak had nothing to do with the water", "the water", id="nothing-to-do"),
        pytest.param("it was not easy for the town to hear that it would be flooded", None, id="another-thing"),
    ],
)  # fmt: skip
def test_what_a_clause_says_was_not_the_cause(clause: str, cause: str | None) -> None:
    found = find_denied_cause(clause)
    assert (found.cause if found else None) == cause


OTHER_CAUSES = {
    "floods": (
        "The floods in the lower valley were caused by rainfall of 390 millimetres, General Soru said.",
        "Governor Mary Anei blamed much of the flooding on the state power company.",
    ),
    "riot": (
        "The disturbance broke out on Sunday. It had its origin in a dispute between two gangs, minister Ana Ondo said.",
        "The riot left nine dead. The ombudsman, Sergio Vall, said the cause was the lack of water.",
    ),
    "fire": (
        "Castellan Fuels said lightning had set off the fire at its depot.",
        "The fire was caused by the overfilling of a tank, inspectors said.",
    ),
    "crash": (
        "The collision was due to the fog, the shipping line said.",
        "The crash was caused by a drunken helmsman, police said.",
    ),
    "outbreak": (
        "The outbreak was brought about by contaminated milk, the dairy board said.",
        "Inspector Ada Renn said the drains were to blame for the outbreak.",
    ),
    "denied": (
        "The floods were caused by rainfall, General Soru said.",
        "The flood came at night. Esther Limu said it was not the rain.",
    ),
}
ONE_CAUSE_OR_OTHER_EFFECTS = {
    "one-cause": (
        "The blackout was caused by a fault in a transformer, the company said.",
        "Otto Brenk said an overloaded transformer was to blame for the blackout.",
    ),
    "two-effects": (
        "The crash was caused by fog, the airline said.",
        "The fire was caused by a leaking tank, inspectors said.",
    ),
    "perhaps": (
        "The fire may have been caused by lightning, the owner said.",
        "The fire was caused by a leak, inspectors said.",
    ),
    "two-places": (
        "The fire in the mill at Karsk was caused by lightning, the owner said.",
        "The fire in the school at Odrin was caused by a leak, inspectors said.",
    ),
    "nobody-said-to-say-so": ("The fire was caused by lightning.", "The fire was caused by a leak."),
    "not-known": (
        "The fire was caused by lightning, the owner said.",
        "Inspectors said the cause of the fire was unknown.",
    ),
    "denies-another-cause": (
        "The floods were caused by rainfall, General Soru said.",
        "The flood came at night. Esther Limu said it was not the dam.",
    ),
    "delays-for-two-reasons": (
        "The vote was put off because of the strike, the clerk said.",
        "The concert was called off because of rain, the promoter said.",
    ),
}


@pytest.mark.parametrize("name", OTHER_CAUSES)
def test_one_thing_with_two_causes_is_a_conflict(name: str) -> None:
    one, two = (tell(text, outlet) for text, outlet in zip(OTHER_CAUSES[name], "AB", strict=True))
    found = [relate_causes(x, y) for x, y in ((one, two), (two, one))]
    assert [v and (v.label, v.rule) for v in found] == [("contradicts", "cause")] * 2


@pytest.mark.parametrize("name", ONE_CAUSE_OR_OTHER_EFFECTS)
def test_one_cause_or_two_effects_are_no_conflict(name: str) -> None:
    one, two = (
        tell(text, outlet) for text, outlet in zip(ONE_CAUSE_OR_OTHER_EFFECTS[name], "AB", strict=True)
    )
    assert relate_causes(one, two) is relate_causes(two, one) is None


def test_one_speaker_who_names_another_cause_later_has_changed_the_account() -> None:
    one = tell("The fire was caused by lightning, inspectors said.", published=MONDAY)
    two = tell("The fire was caused by a leak, inspectors said.")
    there, back = relate_causes(one, two), relate_causes(two, one)
    assert there
    assert back
    assert (there.label, there.flipped, back.flipped) == ("updates", True, False)
    assert relate_causes(tell("The fire was caused by lightning, inspectors said."), two) is None
