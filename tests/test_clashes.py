from typing import NamedTuple

import pytest

from counterclaim.core.records import Label
from counterclaim.relate.clashes import find_clash, relate_clash
from small_accounts import MONDAY, TUESDAY, slot


class Case(NamedTuple):
    a: str
    b: str
    label: Label | None
    later: bool = False


CASES = {
    "the-dam": Case("The dam held.", "The dam had burst, villagers said.", "contradicts"),
    "the-gate": Case(
        "Gate 7 was chained, a steward said.", "The gates had stood open, the club said.", "contradicts"
    ),
    "the-vote": Case(
        "The council approved the merger.", "The council turned the merger down.", "contradicts"
    ),
    "the-trial": Case("The jury acquitted the mayor.", "The mayor was convicted by the jury.", "contradicts"),
    "the-fire": Case(
        "The fire at the mill was an accident.", "The mill was set on fire on purpose.", "contradicts"
    ),
    "consulted": Case(
        "Residents were not consulted on the incinerator.",
        "Residents had been consulted on the incinerator, the council said.",
        "contradicts",
    ),
    "gas": Case("Officers did not use tear gas.", "The crowd ran from gas that police fired.", "contradicts"),
    "unprovoked": Case(
        "The attack on the convoy was unprovoked.",
        "The attack on the convoy was retaliation, the rebels said.",
        "contradicts",
    ),
    "cleared-of": Case(
        "The judges cleared Corvin Mills of negligence.",
        "The judges found that Corvin Mills was negligent.",
        "contradicts",
    ),
    "agreeing-in-other-words": Case("No crane moved on the quay.", "Cranes on the quay stood idle.", None),
    "both-negate": Case("The pumps did not fail.", "No pump failed.", None),
    "not-rise-not-fall": Case("Rents in Corley did not rise.", "Rents in Corley did not fall.", None),
    "two-gates": Case("The east gate was locked.", "The west gate was open.", None),
    "two-names": Case("Police said Karsk hospital was closed.", "Police said Odrin hospital was open.", None),
    "two-days": Case("The bridge was open on Monday.", "The bridge was closed on Sunday.", "possible_update"),
    "two-days-negated": Case(
        "The bridge was not crossed on Sunday.", "The bridge was crossed on Monday.", None
    ),
    "nothing-at-all": Case("An accord was signed at two o’clock.", "Nothing has been signed.", "contradicts"),
    "nobody-as-object": Case("The convoy was stopped at Marn.", "We have stopped nobody.", "contradicts"),
    "nothing-of-the-kind": Case("The mayor knew of the plan.", "Nobody knew.", None),
    "only-a-rumour": Case("The rumour that a child has died is just that.", "None has died.", None),
    "fight-and-quiet": Case(
        "A night of fighting on the border cost 23 lives.", "The border was quiet.", "contradicts"
    ),
    "long-sentences": Case(
        "The concrete dam in the valley held through the night of the storm.",
        "The dam above the valley burst after a week of rain which the engineers had not foreseen.",
        "contradicts",
    ),
    "both-say-it-was-gone": Case(
        "There was no water in the tower.", "The water in the tower had been cut off.", None
    ),
    "both-say-it-was-lacking": Case(
        "There was no bread in the town.", "Villagers spoke of a lack of bread in the town.", None
    ),
    "no-such-failure": Case(
        "There was no steering failure.", "A steering failure caused the loss of the ferry.", "contradicts"
    ),
    "a-time-that-only-dates": Case(
        "The fight started an hour after the concert ended.", "The concert was cancelled.", None
    ),
    "no-notice": Case(
        "The company gave the union no notice.",
        "Written notice was handed to the union, the company said.",
        "contradicts",
    ),
    "none-was-offered-a-test": Case(
        "None of the nurses has been offered a test, Ada Lund said.",
        "The nurses had been tested, the clinic said.",
        "contradicts",
    ),
    "normal-supply": Case(
        "The water supply was normal, the ministry said.",
        "There was no water in the prison, inmates said.",
        "contradicts",
    ),
    "bread-of-another-place": Case(
        "The bread was fresh, the baker said.", "There was no bread in the prison, inmates said.", None
    ),
    "sent-away": Case(
        "The ship was not sent away, the minister said.",
        "The navy had ordered the ship to turn back, its captain said.",
        "contradicts",
    ),
    "sober": Case(
        "The driver had been drinking, a colleague said.", "The driver was sober, police said.", "contradicts"
    ),
    "on-purpose": Case(
        "The hose was cut on purpose, the company said.",
        "The hose burst because of wear, inspectors said.",
        "contradicts",
    ),
    "ordered-out": Case(
        "Police let the observers stay, the chief said.",
        "Police ordered the observers out of the hall, Ana Koval said.",
        "contradicts",
    ),
    "gates-of-two": Case("The gates of the dam were closed.", "The gates of the prison were open.", None),
    "nobody-from-elsewhere": Case(
        "Nobody was evacuated from the hospital.", "Residents of the village were evacuated.", None
    ),
    "not-so-far": Case(
        "The commission ordered a recount.", "No recount has been ordered.", "possible_update", later=True
    ),
    "not-yet": Case("The strike ended.", "The strike has not ended.", "possible_update", later=True),
    "not-so-far-by-one-speaker": Case(
        "The mayor said a permit was granted.",
        "The mayor said no permit has been granted.",
        "updates",
        later=True,
    ),
    "done-before-it-was-said": Case(
        "The commission ordered a recount on 27 February 2025.",
        "No recount has been ordered.",
        "contradicts",
        later=True,
    ),
    "never-at-that-time": Case(
        "No recount was ordered.", "The commission ordered a recount.", "contradicts", later=True
    ),
    "a-change-of-mind": Case(
        "The company accepted a mediator.", "The company refused a mediator.", "possible_update", later=True
    ),
    "reopened": Case("The terminal was unlocked.", "The terminal is locked.", "possible_update", later=True),
    "states-of-one-night": Case(
        "The gates had been closed on Sunday night, the general said.",
        "The gates were opened on Sunday night, an engineer said.",
        "contradicts",
        later=True,
    ),
    "nothing-shared": Case("The dam held.", "The talks collapsed.", None),
    "both-poles-in-one": Case("The dam held and then burst.", "The dam burst.", None),
    "perhaps": Case("The dam may have failed.", "The dam did not fail.", None),
    "a-habit": Case("The crossing usually opens at eight.", "The crossing was closed.", None),
    "planned": Case("The crossing will be opened.", "The crossing was not opened.", None),
    "only-a-name": Case("Karsk was not warned.", "Karsk is a harbour.", None),
    "another-day": Case("The bridge is open.", "The bridge is closed.", "possible_update", later=True),
    "settled-once": Case("The dam held.", "The dam had burst, villagers said.", "contradicts", later=True),
    "one-speaker": Case(
        "The army said the dam had held.", "The army said the dam had burst.", "updates", later=True
    ),
    "one-speaker-at-once": Case("The army said the dam had held.", "The army said the dam had burst.", None),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_clash(case: Case) -> None:
    one = slot(case.a, published=TUESDAY if case.later else MONDAY)
    two = slot(case.b, outlet="Evening Paper", published=MONDAY)
    verdict, back = relate_clash(one, two), relate_clash(two, one)
    assert (verdict.label if verdict else None) == (back.label if back else None) == case.label
    if verdict and back and case.label in {"updates", "possible_update"}:
        assert (verdict.flipped, back.flipped) == (False, True)


def test_a_clash_says_why() -> None:
    clash = find_clash(slot("The dam held."), slot("The dam burst."))
    assert clash is not None
    assert clash.lasting
    assert "hold against burst" in clash.reason


@pytest.mark.parametrize(
    ("absent", "other", "clashes"),
    [
        pytest.param("Nobody was hurt, the chief said.", "Three people were hurt, the hospital said.", True, id="nobody"),
        pytest.param("Nobody on the bridge was hurt, the chief said.", "Three people were hurt, the hospital said.", False, id="nobody-there"),
        pytest.param("Nobody was hurt, the chief said.", "No miners were hurt, the hospital said.", False, id="none-either"),
        pytest.param("Nobody was hurt, the chief said.", "Three people were missing, the hospital said.", False, id="another-fate"),
        pytest.param("Nobody was paid, the union said.", "The firm paid three workers, the mayor said.", True, id="paid-after-all"),
    ],
)  # fmt: skip
def test_nobody_and_some(absent: str, other: str, *, clashes: bool) -> None:
    one, two = slot(absent), slot(other)
    assert (find_clash(one, two) is not None) is (find_clash(two, one) is not None) is clashes
