import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Quantity
from counterclaim.text.propositions import read_proposition
from counterclaim.text.questions import answer, ask, find_common
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
        pytest.param(
            counted("12", "killed", None), "12 dead", "How many dead were there?", id="no-population"
        ),
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
        pytest.param(
            "$4m",
            "the loss at the works at $4m",
            "What was the loss at the works put at?",
            id="put-at-behind-a-place",
        ),
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


def read_count(text: str) -> float:
    small = {"seven": 7, "three": 3, "five": 5, "two": 2, "nine": 9}
    return small.get(text) or (int(text) if text.isdigit() else 1)


@pytest.mark.parametrize(
    ("count", "measure", "population", "text", "question"),
    [
        pytest.param(
            "seven", "votes for", "votes", "The vote was seven to two", "How many voted in favour?", id="score"
        ),
        pytest.param(
            "24",
            "votes against",
            "votes",
            "The council passed the plan, voting 26 to 24 for it",
            "How many voted against when the council passed the plan?",
            id="voting",
        ),
        pytest.param(
            "24",
            "votes against",
            "votes",
            "With 26 votes to 24, councillors passed the plan",
            "How many voted against when councillors passed the plan?",
            id="with-a-score",
        ),
        pytest.param(
            "three", "votes against", "votes", "three against", "How many voted against?", id="no-score"
        ),
        pytest.param(
            "three",
            "votes against",
            "votes",
            "three judges were against",
            "How many judges were against?",
            id="a-clause-without-a-score",
        ),
        pytest.param("five", None, None, "it was ten to five", "It was what time?", id="clock"),
        pytest.param("2", None, None, "taken at 2:41 p.m. today", "Taken at what time today?", id="minutes"),
        pytest.param(
            "two", None, "votes", "Koval won by two votes", "Koval won by how many votes?", id="margin"
        ),
        pytest.param(
            "43", "wounded", None, "the number of injured stood at 43", "How many people were wounded?", id="toll"
        ),
        pytest.param("One", "killed", "guard", "One guard died", "How many guards were killed?", id="one"),
        pytest.param("One", None, "city", "One city was hit", "How many cities were hit?", id="one-was"),
        pytest.param("one", None, "coach", "one coach left", "How many coaches left?", id="one-in-ch"),
        pytest.param("one", None, "man", "one man fell", "How many men fell?", id="one-irregular"),
        pytest.param("not one", None, "person more", "not one person more came", "How many people more came?", id="more"),
        pytest.param(
            "14", None, "missing guards", "14 missing guards", "How many missing guards were there?", id="named"
        ),
        pytest.param("214", None, "boxes", "it covered all 214 boxes", "It covered how many boxes?", id="all"),
        pytest.param(
            "nine", None, "wards", "four of the nine wards shut", "Four of how many wards shut?", id="of-the"
        ),
        pytest.param("12", None, "boats", "12 boats in the bay", "How many boats were in the bay?", id="placed"),
        pytest.param("12", None, "boats", "12 boats left, not 9", "How many boats left?", id="contrast"),
        pytest.param("two", None, "posts", "there were two posts", "How many posts were there?", id="there"),
        pytest.param("22", None, "crew", "a crew of 22", "How large was the crew?", id="crew"),
        pytest.param("19", None, "ships", "up from 19 [ships]", "How many ships were there before?", id="before"),
        pytest.param("19", "cut", None, "from 19", "From how many was it cut?", id="cut-from"),
        pytest.param("19", None, None, "from 19", "How many was it before?", id="from"),
        pytest.param("19", None, None, "down from 19", "From how many had it fallen?", id="down-from"),
        pytest.param("9", None, "hospitals", "In 9 hospitals they write on paper", "They write on paper in how many hospitals?", id="fronted"),
        pytest.param("2", None, "bodies", "after 2 bodies were found", "How many bodies were found?", id="moment"),
        pytest.param("86", None, None, "Of the 86 who were admitted", "How many were admitted?", id="relative"),
        pytest.param("12", None, "men", "asks for 12 men", "It asks for how many men?", id="opening-verb"),
    ],
)  # fmt: skip
def test_a_count_is_asked_for_in_english(
    count: str, measure: str | None, population: str | None, text: str, question: str
) -> None:
    low = read_count(count)
    quantity = Quantity(
        start=0, end=len(count), text=count, low=low, high=low, measure=measure, population=population
    )
    assert ask(quantity, text) == question


@pytest.mark.parametrize(
    ("amount", "text", "question"),
    [
        pytest.param("2 km", "it lies 2 km east of Marn", "It lies how far east of Marn?", id="far"),
        pytest.param("three times", "it rang three times", "It rang how many times?", id="times"),
        pytest.param("63 hours", "it took 63 hours of work", "It took how much work?", id="substance"),
        pytest.param("38 litres", "it got 38 litres late on Monday", "It got how much late on Monday?", id="late-on"),
        pytest.param("2 metres", "The depth was 2 metres", "What was the depth?", id="equated"),
        pytest.param("3 hours", "3 hours at most", "How long was it at most?", id="lasting"),
        pytest.param("$3 million", "worth $3 million", "How much was it worth?", id="worth"),
        pytest.param("70 seconds", "70 seconds apart", "How far apart were they?", id="apart"),
        pytest.param("61 litres", "61 litres of oil in the yard", "How much oil in the yard was there?", id="oil"),
        pytest.param("61 litres", "61 litres in the yard", "How much was it in the yard?", id="in-a-place"),
        pytest.param("$4 million", "takes $4 million from it", "It takes how much from it?", id="takes"),
        pytest.param(
            "10 minutes", "The match began 10 minutes late, at 5 p.m", "The match began how late?", id="late-at"
        ),
        pytest.param("5 metres", "it stood at 5 metres at 8 p.m", "It stood at how much at 8 p.m.?", id="p.m."),
        pytest.param("28 per cent", "from 28 per cent", "What percentage was it before?", id="from-a-share"),
    ],
)  # fmt: skip
def test_an_amount_is_asked_for_in_english(amount: str, text: str, question: str) -> None:
    assert ask(figure(amount), text) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("Two men left", "Whether two men left", id="number-lowered"),
        pytest.param("Then the gate fell", "Whether the gate fell", id="then"),
        pytest.param("Ms Roe left", "Whether Ms Roe left", id="title-kept"),
        pytest.param("it was “a start", "Whether it was “a start”", id="quotation-closed"),
        pytest.param('he called it "a start', 'Whether he called it "a start"', id="straight-quotation-closed"),
        pytest.param("before the lights came back", "Whether it was before the lights came back", id="moment"),
        pytest.param("in a report published on Monday", "Whether it was in a report published on Monday", id="piece"),
        pytest.param("blaming the driver", "Whether it was a matter of blaming the driver", id="deed"),
        pytest.param("blaming the driver was cheap", "Whether blaming the driver was cheap", id="deed-with-a-verb"),
        pytest.param(
            "The bank of the river was closed to all walkers on Monday by the wardens of the three upper parishes, "
            "who had feared for its safety",
            "Whether the bank of the river was closed to all walkers on Monday by the wardens of the three upper parishes",
            id="cut-to-the-clause",
        ),
    ],
)  # fmt: skip
def test_a_statement_is_asked_for_in_english(text: str, question: str) -> None:
    assert ask(None, text, denied=False) == question


def test_two_denials_are_asked_for_as_either() -> None:
    asked = ask(None, "nobody rang, nobody wrote", denied=True)
    assert asked == "Whether anybody rang or anybody wrote"


def test_words_that_an_article_also_writes_small_are_no_names() -> None:
    common = find_common(
        "Refunds began on Monday. Any refund is paid. The firm Tern paid. Tern is a bird, a tern"
    )
    assert "refunds" in common
    assert "monday" not in common


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param("I [Ana Ruiz] have the keys", "Whether Ana Ruiz has the keys", id="i-have"),
        pytest.param("We [crew] have left", "Whether the crew has left", id="a-body"),
        pytest.param("we [residents] were told", "Whether the residents were told", id="several"),
        pytest.param("I [Ana] regret it", "Whether Ana regrets it", id="a-plain-verb"),
        pytest.param("I [Ana] deny it", "Whether Ana denies it", id="a-plain-verb-in-y"),
        pytest.param("I [Ana] miss it", "Whether Ana misses it", id="a-hissing-verb"),
        pytest.param("we [Ana] put it back", "Whether Ana put it back", id="a-past-form"),
        pytest.param("they asked us [Ana]", "Whether they asked Ana", id="an-object"),
        pytest.param(
            "I [Ana] lost my [Ana’s] keys, as I [Ana] was late",
            "Whether Ana lost their keys, as they were late",
            id="once",
        ),
        pytest.param("we [Ana] did it ourselves", "Whether Ana did it themselves", id="selves"),
        pytest.param(
            "our [Union of Bakers’] ovens are cold", "Whether the Union of Bakers’ ovens are cold", id="owner"
        ),
        pytest.param("we [Safety Board] met", "Whether the Safety Board met", id="a-name-that-describes"),
        pytest.param("A worn cable", "Whether it was a worn cable", id="a-thing"),
    ],
)
def test_who_is_meant_is_named(text: str, question: str) -> None:
    assert ask(None, text, denied=False) == question


def test_what_is_counted_is_lent_where_its_measure_is_named_too() -> None:
    stays = figure("28").model_copy(update={"population": "stays"})
    assert ask(stays, "it is 28 [stays, gone]") == "It is how many stays?"


def test_a_figure_of_an_owner_asks_for_what_the_owner_has() -> None:
    ships = figure("70").model_copy(update={"population": "pilots"})
    assert ask(ships, "Four of the port’s 70 pilots left") == "Four of how many pilots of the port left?"
