import pytest
from hypothesis import given, settings

from counterclaim.core.records import Article
from counterclaim.relate.fillers import relate_fillers
from counterclaim.relate.slots import Slots
from counterclaim.text.fillers import Fillers, Phrase, find_fillers
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY, slot, slots
from strategies import articles


def shown(phrase: Phrase | None) -> str | None:
    return phrase.text if phrase else None


@pytest.mark.parametrize(
    ("clause", "agent", "patient", "place"),
    [
        pytest.param("The army shelled the school", "army", "school", None, id="active"),
        pytest.param("the school was shelled by the army", "army", "school", None, id="passive"),
        pytest.param("the school in Odrin was shelled", None, "school", None, id="nobody-said-to-have-done-it"),
        pytest.param("The fire began in the boiler room", "fire", None, "boiler room", id="place"),
        pytest.param("the fire began in a hall in Karsk", "fire", None, None, id="two-places"),
        pytest.param("the fire began on Sunday", "fire", None, None, id="a-day-is-no-place"),
        pytest.param("the driver of the lorry called the police", "driver", "police", None, id="owner-behind"),
        pytest.param("most of the victims were shot by guards", "guards", "victims", None, id="quantified"),
        pytest.param("It was the lawyers who left the hall", "lawyers", "hall", None, id="cleft"),
        pytest.param("the man died in great pain at the clinic", "man", None, "clinic", id="a-place-among-phrases"),
        pytest.param("after the raid, guards of the port fired", "guards", None, None, id="behind-a-border"),
        pytest.param("the car was heading north", "car", "north", None, id="progressive-is-active"),
    ],
)  # fmt: skip
def test_slots_of_a_clause(clause: str, agent: str | None, patient: str | None, place: str | None) -> None:
    found = find_fillers(clause)
    assert found is not None
    read = (shown(found.agent), shown(found.patient), shown(found.place))
    assert read == (agent, patient, place)


@pytest.mark.parametrize("clause", ["", "no verb here", "Closed on Sunday", "a part of it", "a matter of"])
def test_without_a_verb_of_content_behind_a_subject_nothing_is_filled(clause: str) -> None:
    assert find_fillers(clause) is None


def test_an_owner_belongs_to_the_phrase() -> None:
    found = find_fillers("guards of the lorry of Karsk shot the driver of Belmoria")
    assert isinstance(found, Fillers)
    assert found.agent is not None
    assert found.patient is not None
    assert found.agent.words == {"guard", "lorry"}
    assert found.patient.names == {"belmoria"}


def tell(text: str, published: str = TUESDAY) -> Slots:
    return slot(text, published=published)


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        pytest.param("The army shelled the school, residents said.", "Rebels shelled the school, the army said.", "actor", id="actor"),
        pytest.param("The fire began in the kitchen, the owner said.", "The fire began in the cellar, police said.", "place", id="place"),
        pytest.param("The driver of the bus ran the red light, police said.", "The driver of the lorry ran the red light, the firm said.", "actor", id="owner"),
        pytest.param("All the dead were killed by fellow inmates, the ministry said.", "Most of the victims were shot by guards, Marta Quille said.", "actor", id="who-killed-them"),
        pytest.param("The files were stolen by hackers from abroad, the bank said.", "The files were stolen by an employee of the bank, the prosecutor said.", "actor", id="inside-job"),
        pytest.param("The victims died in the tunnel, survivors said.", "The victims died on the steps, police said.", "place", id="where-they-fell"),
        pytest.param("It was the rebels who shelled the school, the army said.", "The army shelled the school, residents said.", "actor", id="cleft"),
        pytest.param("Belmoria accused Arvania of attacking first.", "Arvania said Belmoria had attacked first.", "actor", id="accused"),
        pytest.param("Arvania fired the first shot, Belmoria said.", "Belmoria fired the first shot, Arvania said.", "actor", id="parties"),
    ],
)  # fmt: skip
def test_one_deed_with_another_filler_is_a_conflict(a: str, b: str, rule: str) -> None:
    there, back = relate_fillers(tell(a), tell(b)), relate_fillers(tell(b), tell(a))
    assert there is not None
    assert back is not None
    assert (there.label, there.rule) == (back.label, back.rule) == ("contradicts", rule)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("The fire began in the kitchen, the owner said.", "The fire began in the house, police said.", id="one-may-lie-in-the-other"),
        pytest.param("The fire began in the kitchen, the owner said.", "The quarrel began in the cellar, police said.", id="another-subject"),
        pytest.param("A fire began in the kitchen, the owner said.", "A fire began in the cellar, police said.", id="begin-but-a-fire"),
        pytest.param("The army shelled a school, residents said.", "Rebels shelled a school, the army said.", id="no-certain-school"),
        pytest.param("The army shelled the north school, residents said.", "Rebels shelled the south school, the army said.", id="two-schools"),
        pytest.param("The army shelled the Karsk school, residents said.", "Rebels shelled the Odrin school, the army said.", id="schools-by-name"),
        pytest.param("The army may have shelled the school, residents said.", "Rebels shelled the school, the army said.", id="only-possible"),
        pytest.param("The army never shelled the school, residents said.", "Rebels shelled the school, the army said.", id="negated"),
        pytest.param("The army shelled the school on Monday, residents said.", "Rebels shelled the school on Tuesday, the army said.", id="two-days"),
        pytest.param("The army shelled the school, residents said.", "Rebels shelled the school, residents said.", id="one-speaker"),
        pytest.param("The mayor opened the bridge, residents said.", "Ana Ruiz opened the bridge, the union said.", id="a-role-and-a-name"),
        pytest.param("Ana Ruiz opened the first debate, residents said.", "Paul Oren opened the first debate, the union said.", id="names-that-do-not-speak"),
        pytest.param("The army left the school, residents said.", "Rebels shelled the school, the army said.", id="two-deeds"),
        pytest.param("The army shelled, residents said.", "Rebels shelled the school, the army said.", id="nothing-shelled"),
        pytest.param("The army will shell the school, residents said.", "Rebels shelled the school, the army said.", id="a-plan"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_left_alone(a: str, b: str) -> None:
    assert relate_fillers(tell(a), tell(b)) is relate_fillers(tell(b), tell(a)) is None


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param("The bus hit the truck, police said.", "The truck hit the bus, the owner said.", "undetermined", id="turned-round"),
        pytest.param("The bus met the truck, police said.", "The truck met the bus, the owner said.", None, id="mutual"),
        pytest.param("The bus hit the truck, police said.", "The bus hit the truck, the owner said.", None, id="the-same-way"),
        pytest.param("The bus hit the truck, police said.", "The truck hit the wall, the owner said.", None, id="another-thing"),
        pytest.param("The bus hit the bus, police said.", "The bus hit the bus, the owner said.", None, id="alike"),
        pytest.param("The bus stopped, police said.", "The truck stopped, the owner said.", None, id="nothing-done-to"),
    ],
)  # fmt: skip
def test_who_did_what_to_whom_is_not_told_by_the_words_alone(a: str, b: str, label: str | None) -> None:
    there, back = relate_fillers(tell(a), tell(b)), relate_fillers(tell(b), tell(a))
    assert (there and there.label) == (back and back.label) == label


@settings(deadline=None, max_examples=30)
@given(first=articles(), second=articles())
def test_a_clash_of_fillers_is_mutual(first: Article, second: Article) -> None:
    one = slots(first.text, outlet=first.outlet, published=MONDAY)
    two = slots(second.text, outlet=second.outlet, published=TUESDAY)
    assert len(one) == len(read_article(first).claims)
    for a in one:
        for b in two:
            there, back = relate_fillers(a, b), relate_fillers(b, a)
            assert (there and there.rule) == (back and back.rule)
