"""Speakers told in two phrases, in the passive, or by a pronoun: who says it is not lost to the outlet."""

import pytest

from counterclaim.core.records import Article, Claim
from counterclaim.text.reader import read_article
from counterclaim.text.sentences import split_sentences
from counterclaim.text.speech import find_speech


def said(text: str) -> list[tuple[str, str | None]]:
    """What somebody is made to say, with the name of the originator."""
    found = find_speech(text, split_sentences(text), outlet="Ostby Morning")
    return [(text[s.start : s.end], s.attribution[0].name) for s in found]


def read(text: str) -> tuple[Claim, ...]:
    article = Article(id="a-1", source="x", outlet="Ostby Morning", text=text, sha256="")
    return read_article(article).claims


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        pytest.param("A mechanic at the yard, Tom Aas,", "Tom Aas", id="role and place, name"),
        pytest.param("A mechanic who saw the fire, Tom Aas,", "Tom Aas", id="relative clause, name"),
        pytest.param("An official familiar with the talks, Lena Orr,", "Lena Orr", id="adjective, name"),
        pytest.param("A woman living near the river, Anna Bek,", "Anna Bek", id="participle, name"),
        pytest.param(
            "A doctor treating the injured, Paul Haas,", "Paul Haas", id="participle and object, name"
        ),
        pytest.param("The minister for transport, Per Lund,", "Per Lund", id="a name like a preposition"),
        pytest.param("The company that owns the ship, Sealand Lines,", "Sealand Lines", id="a firm, name"),
        pytest.param("HydroNord, a power firm based in Lodd,", "HydroNord", id="name, participle"),
        pytest.param("HydroNord, the firm that runs the dam,", "HydroNord", id="name, relative clause"),
        pytest.param("HydroNord, which runs the dam,", "HydroNord", id="name, which"),
        pytest.param("Ida Moe, a nurse, 54,", "Ida Moe", id="name, role, age"),
        pytest.param("A spokesman, who declined to be named,", "spokesman", id="nameless by wish"),
    ],
)
@pytest.mark.parametrize("verb", ["said", "told reporters", "told the Lodd Echo on Monday"])
def test_an_apposition_names_the_speaker(subject: str, name: str, verb: str) -> None:
    assert said(f"{subject} {verb} that 12 trams were lost.") == [("12 trams were lost", name)]


def test_a_firm_that_runs_something_is_no_head_of_it() -> None:
    text = "HydroNord, which runs the dam, said two gates were open."
    (speech,) = find_speech(text, split_sentences(text))
    assert speech.attribution[0].role != "head"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The damage, put at $4m by the owner, Karl Finch, will be paid by the insurer.",
            [("The damage, put at $4m", "Karl Finch")],
            id="between commas",
        ),
        pytest.param(
            "Losses were estimated at 20 million euros by the insurer, Norsk Re.",
            [("Losses were estimated at 20 million euros", "Norsk Re")],
            id="a passive",
        ),
        pytest.param(
            "The toll was put at 14 by the governor, Ali Reza, on Tuesday.",
            [("The toll was put at 14", "Ali Reza")],
            id="with a day",
        ),
        pytest.param(
            "The fire, which began at dawn, caused damage put at $4m by the owner.",
            [("damage put at $4m", "owner")],
            id="the rest is the outlet's",
        ),
        pytest.param(
            "Roofs were torn off by the storm and repairs were put at $12,000 by Ann Lee.",
            [("repairs were put at $12,000", "Ann Lee")],
            id="behind another clause",
        ),
        pytest.param(
            "The crowd was estimated at 20,000 by police and at 50,000 by the organisers.",
            [("The crowd was estimated at 20,000", "police"), ("at 50,000", "organisers")],
            id="two who count",
        ),
        pytest.param(
            "The mayor said the damage, put at $4m by the owner, was slight.",
            [("the damage, put at $4m by the owner, was slight", "mayor")],
            id="inside another's words",
        ),
        pytest.param("The offer was put at 5 per cent by the end of the night.", [], id="a time, nobody"),
        pytest.param("The book was put at the front by the owner.", [], id="no figure"),
    ],
)
def test_who_gave_a_figure(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


def test_a_verb_behind_somebody_elses_words_is_no_statement() -> None:
    claims = read("The damage, put at $4m by the owner, Karl Finch, will be paid by the insurer.")
    assert [c.text for c in claims] == ["The damage, put at $4m"]


@pytest.mark.parametrize(
    ("first", "name"),
    [
        pytest.param("HydroNord, a power firm, said the gate was sound.", "HydroNord", id="apposition"),
        pytest.param("HydroNord said the gate was sound.", "HydroNord", id="a coined name"),
        pytest.param("EDF said the gate was sound.", "EDF", id="capitals"),
        pytest.param("The ministry said the gate was sound.", "ministry", id="a body"),
        pytest.param("Sunex, the airline, said two flights were late.", "Sunex", id="the airline"),
        pytest.param("McDonald said the gate was sound.", None, id="a person's name"),
        pytest.param("Ann Lee, the mayor, said the gate was sound.", None, id="a person"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"], ids=["sentence", "paragraph"])
def test_it_declines_for_the_body_that_spoke(first: str, name: str | None, gap: str) -> None:
    *_, response = read(f"{first}{gap}It declined to say how many staff were on site.")
    assert response.flags[-1] == "declined"
    assert response.attribution[0].name == name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A nurse who declined to be named said six people were hurt.", id="be named"),
        pytest.param("Three men were held. They refused to give their names, police said.", id="give names"),
    ],
)
def test_a_name_withheld_is_no_response(text: str) -> None:
    assert all("declined" not in claim.flags for claim in read(text))
