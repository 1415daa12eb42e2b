import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Quantity
from counterclaim.text.propositions import read_proposition
from counterclaim.text.questions import answer, ask
from small_accounts import figure


def counted(text: str, measure: str | None, population: str | None, unit: str | None = None) -> Quantity:
    return figure(text).model_copy(update={"measure": measure, "population": population, "unit": unit})


@pytest.mark.parametrize(
    ("quantity", "text", "question"),
    [
        pytest.param(counted("12", "killed", "guards"), "", "How many guards were killed?", id="casualties"),
        pytest.param(counted("12", "missing", "guards"), "", "How many guards are missing?", id="missing"),
        pytest.param(counted("12", "attended", "fans"), "", "How many fans attended?", id="active"),
        pytest.param(
            counted("12", "left", "ships"), "12 ships left", "How many ships left?", id="other-measure"
        ),
        pytest.param(counted("12", "killed", None), "12 dead", "How many dead?", id="no-population"),
        pytest.param(
            figure("6 per cent"), "rents rose by 6 per cent", "Rents rose by what percentage?", id="percent"
        ),
        pytest.param(
            figure("2 percentage points"),
            "the lead fell 2 percentage points",
            "The lead fell how many percentage points?",
            id="percentage-points",
        ),
        pytest.param(figure("$3 million"), "it cost $3 million", "It cost how much?", id="money"),
        pytest.param(figure("5 km"), "the pass is 5 km long", "The pass is how long?", id="distance"),
        pytest.param(
            figure("40 minutes"), "the ride took 40 minutes", "The ride took how long?", id="duration"
        ),
        pytest.param(figure("20 minutes"), "it left 20 minutes late", "It left how late?", id="late"),
        pytest.param(figure("3 metres"), "the wall is 3 metres high", "The wall is how high?", id="height"),
        pytest.param(
            figure("12 km"), "it hit a reef 12 km from Teal", "It hit a reef how far from Teal?", id="far"
        ),
        pytest.param(
            counted("12", "wounded", "complaints"),
            "12 complaints tell of burns",
            "How many complaints tell of burns?",
            id="no-fate-of-things",
        ),
        pytest.param(
            counted("12", "killed", "Torvaks"),
            "12 Torvaks died",
            "How many Torvaks were killed?",
            id="a-people",
        ),
        pytest.param(None, "the road is open", "Whether the road is open", id="statement"),
        pytest.param(None, "The road is open", "Whether the road is open", id="capital-lowered"),
        pytest.param(None, "Karsk voted", "Whether Karsk voted", id="name-kept"),
        pytest.param(None, "I won", "Whether I won", id="i-kept"),
        pytest.param(None, "And so the road is open", "Whether the road is open", id="joints-dropped"),
        pytest.param(None, "And", "Whether and ", id="a-joint-alone"),
    ],
)
def test_questions(quantity: Quantity | None, text: str, question: str) -> None:
    assert ask(quantity, text).strip() == question.strip()


@pytest.mark.parametrize(
    ("quantity", "denied", "expected"),
    [
        pytest.param(figure("at least 12 men"), True, "at least 12", id="figure"),
        pytest.param(None, True, "no", id="denied"),
        pytest.param(None, False, "yes", id="affirmed"),
    ],
)
def test_answers(quantity: Quantity | None, expected: str, *, denied: bool) -> None:
    assert answer(quantity, denied=denied) == expected


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(
            "Nobody at the back could see it", "Whether anybody at the back could see it", id="nobody"
        ),
        pytest.param("Neither dam nor lock held", "Whether either dam or lock held", id="neither-nor"),
        pytest.param("They cannot agree on a date", "Whether they can agree on a date", id="cannot"),
        pytest.param("The firm did not pay the crew", "Did the firm pay the crew?", id="did-not"),
        pytest.param("It doesn’t say so", "Does it say so?", id="doesnt"),
        pytest.param("Nor has rain been forecast", "Has rain been forecast?", id="nor"),
        pytest.param(
            "we sold nothing and lent nothing", "Whether we sold anything and lent anything", id="twice"
        ),
        pytest.param("he had none", "Whether he had any", id="none-at-the-end"),
        pytest.param("The gate never opened", "Whether the gate ever opened", id="never"),
    ],
)
def test_a_denial_is_asked_for_as_what_it_denies(text: str, question: str) -> None:
    assert ask(None, text, denied=True, common=frozenset({"they", "gate"})) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(
            "It closes on 3 May, not in June", "Whether it closes on 3 May, not in June", id="contrast"
        ),
        pytest.param(
            "It pays whether or not it appeals", "Whether it pays whether or not it appeals", id="or-not"
        ),
        pytest.param("If it floods, the road shuts", "Whether, if it floods, the road shuts", id="condition"),
        pytest.param("Payments start today", "Whether payments start today", id="a-common-word"),
        pytest.param("Payments Board met", "Whether Payments Board met", id="a-name-of-common-words"),
        pytest.param("Karsk voted", "Whether Karsk voted", id="a-name"),
        pytest.param(
            "The mayor accused Arvo of shelling a bridge",
            "Whether Arvo is to blame for shelling a bridge",
            id="accused",
        ),
        pytest.param("the raid as an answer", "Whether the raid was an answer", id="described"),
    ],
)
def test_a_statement_is_asked_for_as_it_stands(text: str, question: str) -> None:
    assert ask(None, text, denied=False, common=frozenset({"payments"})) == question


@pytest.mark.parametrize(
    ("quantity", "text", "question"),
    [
        pytest.param("61 per cent", "turnout at 61 per cent", "What was turnout put at?", id="put-at"),
        pytest.param("12 kilometres", "a depth of 12 kilometres", "What was the depth?", id="a-value"),
        pytest.param("$9 million", "sales of $9 million in May", "What were the sales in May?", id="values"),
        pytest.param(
            "12 kilometres", "it [Orle] a depth of 12 kilometres", "What was the depth?", id="given-it"
        ),
        pytest.param("370 men", "The 370 men stay", "How many men stay?", id="without-an-article"),
        pytest.param("nine", "The other nine died", "How many others died?", id="others"),
        pytest.param("6", "we want 6 of them", "We want how many of them?", id="a-verb-stays"),
        pytest.param("nine weeks old", "she was nine weeks old", "She was how old?", id="age"),
    ],
)
def test_the_value_of_a_figure_is_asked_for(quantity: str, text: str, question: str) -> None:
    assert ask(figure(quantity), text) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("21 will sue too [farms]", "How many farms will sue too?", id="lent"),
        pytest.param("14 of them leaked [boats]", "How many of the boats leaked?", id="of-them"),
        pytest.param("3 was late [boats]", "How many boats were late?", id="number"),
        pytest.param("86 others left [boats]", "How many others left?", id="others"),
    ],
)
def test_what_is_counted_is_lent_to_the_question(text: str, question: str) -> None:
    count = figure(text.split(maxsplit=1)[0]).model_copy(
        update={"population": "boats" if "boats" in text else "farms"}
    )
    assert ask(count, text) == question


def test_the_number_of_dead_counts_people() -> None:
    assert ask(counted("14", "killed", "dead"), "the number of dead at 14") == "How many people were killed?"


def test_a_clause_that_no_verb_of_speech_lent_is_none() -> None:
    assert read_proposition("the road is open") is None


@given(st.text())
def test_every_text_is_asked_for(text: str) -> None:
    assert ask(None, text)
    assert ask(None, text, denied=True)
