"""Whom a description means: bodies, spokespersons, documents and persons by what they are, and where nobody is meant."""

import pytest

from counterclaim.text.sentences import split_sentences
from counterclaim.text.speech import find_speech


def chains(text: str) -> list[tuple[str, str, str | None]]:
    """Each content with its first speaker and the side that he stands for."""
    found = find_speech(text, split_sentences(text))
    return [(text[s.start : s.end], str(s.attribution[0].name), s.attribution[0].side) for s in found]


def speakers(text: str) -> list[str]:
    return [name for _, name, _ in chains(text)]


BODIES = [
    pytest.param(
        "Orle Freight has cut its forecast. Profit fell by a third, the company said.",
        ["Orle Freight"],
        id="company-is-the-subject-before",
    ),
    pytest.param(
        "Stonegate Holdings bid for Orle Freight. Orle Freight announced a loss. Two depots would close, the firm said.",
        ["Orle Freight", "Orle Freight"],
        id="firm-is-the-last-speaker-of-two",
    ),
    pytest.param(
        "Stonegate Holdings and Orle Freight will merge. The company said jobs were safe.",
        ["company"],
        id="two-companies-in-one-breath",
    ),
    pytest.param(
        "Ann Lee resigned. The company said she would be missed.", ["company"], id="a-person-is-no-company"
    ),
    pytest.param(
        "The river rose, the interior ministry said. Two dykes broke, the ministry added. The defence ministry sent boats.",
        ["interior ministry", "interior ministry"],
        id="ministry-of-two-is-the-last-speaker",
    ),
    pytest.param(
        "The interior ministry and the defence ministry met. Two dykes broke, the ministry said.",
        ["ministry"],
        id="ministry-of-two-in-one-breath",
    ),
    pytest.param(
        "According to the ministry of health, 12 fell ill. Two have died, the ministry said.",
        ["ministry of health", "ministry of health"],
        id="ministry-of",
    ),
    pytest.param(
        "The Coast Party and the Reform Party met. The Reform Party wants a recount.\n\nRain fell.\n\nThe party said no.",
        ["party"],
        id="party-two-paragraphs-on",
    ),
    pytest.param(
        "Separately Orle Freight announced that it had sold a depot.",
        ["Orle Freight"],
        id="an-adverb-is-no-part-of-the-name",
    ),
    pytest.param("Steven Steel said he was ill.", ["Steven Steel"], id="a-trade-that-is-a-surname"),
    pytest.param(
        "The General Staff said that it stood by its account; the holes, it suggested, were old.",
        ["General Staff", "General Staff", "General Staff"],
        id="one-body-on-both-sides-of-a-semicolon",
    ),
    pytest.param(
        "Tarn stood by its account: both gates were shut, it said.",
        ["Tarn", "Tarn"],
        id="colon-then-it-said",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_which_body(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


VOICES = [
    pytest.param(
        "Orle Freight denies this. “No letter came,” a spokeswoman said.",
        ("spokeswoman for Orle Freight", "Orle Freight"),
        id="a-spokeswoman-after-her-firm",
    ),
    pytest.param(
        "The trust said relatives were told. A spokesman said the ward was open.",
        ("spokesman for the trust", "trust"),
        id="a-spokesman-after-an-unnamed-body",
    ),
    pytest.param(
        "The bridge is run by Orle Spans. A spokesman for the firm said it was too soon to tell.",
        ("spokesman for Orle Spans", "Orle Spans"),
        id="the-firm-that-runs-it",
    ),
    pytest.param(
        "The Hospitals Trust met. A spokeswoman for the trust said 700 operations were lost.",
        ("spokeswoman for Hospitals Trust", "Hospitals Trust"),
        id="for-the-trust",
    ),
    pytest.param(
        "The dam is run by Ann Lee. A spokesman for the firm said it was too soon to tell.",
        ("spokesman for the firm", "firm"),
        id="a-person-who-runs-it",
    ),
    pytest.param(
        "The Labour Front protested. A police spokesman said nobody was hurt.",
        ("police spokesman", None),
        id="another-body's-spokesman",
    ),
    pytest.param(
        "The league met.\n\nIn the port it rained. A spokesman said the ferry was late.",
        ("spokesman", None),
        id="nothing-in-the-paragraph-tells",
    ),
    pytest.param(
        "The army confirmed the raid. Nobody died, Bo Ek, its spokesman, said.",
        ("Bo Ek", "army"),
        id="its-spokesman-by-name",
    ),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_whom_a_spokesperson_speaks_for(text: str, expected: tuple[str, str | None]) -> None:
    _, name, side = chains(text)[-1]
    assert (name, side) == expected


def test_a_spokeswoman_by_name_keeps_her_side() -> None:
    text = "Orle Freight denies it. “We are sorry,” Mia Roe, a spokeswoman, said.\n\nIt rained. Roe said no more would come."
    assert [side for *_, side in chains(text)][-2:] == ["Orle Freight", "Orle Freight"]


PERSONS = [
    pytest.param(
        "Colonel Bo Ek, a spokesman for the army, said it was over. Major Tim Roe left. The colonel said it was cold.",
        ["Bo Ek", "Bo Ek"],
        id="by-the-rank-before-an-apposition",
    ),
    pytest.param(
        "Colonel Bo Ek said it was over. Nobody was hurt, the spokesman insisted.",
        ["Bo Ek", "Bo Ek"],
        id="an-officer-may-be-the-spokesman",
    ),
    pytest.param(
        "Mayor Ann Lee said it was over. Nobody was hurt, the spokesman insisted.",
        ["Ann Lee", "spokesman"],
        id="a-mayor-is-no-spokesman",
    ),
    pytest.param(
        "Mary Quill broke her silence. “I was told to leave,” the former finance director said.",
        ["Mary Quill"],
        id="the-former-director",
    ),
    pytest.param(
        "Mary Quill resigned. The finance director said he was sorry.",
        ["finance director"],
        id="the-present-director-is-another",
    ),
    pytest.param(
        "Mary Quill met Bo Ek. “It is over,” the former coach said.",
        ["former coach"],
        id="one-of-two",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_which_person(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


DOCUMENTS = [
    pytest.param(
        "The road was shut, the council announced. Two lanes will open, the statement said.",
        "council",
        id="of-the-last-speaker",
    ),
    pytest.param(
        "The road was shut, mayor Ann Lee said. The Norwegian statement said it was open.",
        "Norwegian statement",
        id="another's-statement",
    ),
    pytest.param("It rained. The statement said two lanes were open.", "statement", id="nobody-issued-it"),
]


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_whose_statement(text: str, expected: str) -> None:
    assert speakers(text)[-1] == expected


LEADS = [
    pytest.param(
        "The mayor of Orle rejected the count, and said that he had won.\n\n“I am ahead,” Piet Roe told a rally.",
        ["Piet Roe", "Piet Roe", "Piet Roe"],
        id="the-name-in-the-next-paragraph",
    ),
    pytest.param(
        "The engineer who last saw the bridge says it was rusty.\n\n“It was rust,” Dr Mia Roe said.",
        ["Mia Roe", "Mia Roe"],
        id="with-a-form-of-address",
    ),
    pytest.param(
        "The mayor of Orle said that he had won.\n\n“He lost,” the clerk, Piet Roe, told a rally.",
        ["mayor of Orle", "Piet Roe"],
        id="somebody-with-an-office-of-his-own",
    ),
    pytest.param(
        "They had danced since noon, the bride’s uncle said.\n\n“It was dark,” said Piet Roe, who was in the car.",
        ["bride’s uncle", "Piet Roe"],
        id="somebody-who-is-described",
    ),
    pytest.param(
        "The mayor of Orle beat Piet Roe, and said that he had won.\n\n“He lost,” Piet Roe told a rally.",
        ["mayor of Orle", "Piet Roe"],
        id="somebody-named-before",
    ),
    pytest.param(
        "The mayor of Orle said that he had won.\n\nIt rained.\n\n“He lost,” Piet Roe told a rally.",
        ["mayor of Orle", "Piet Roe"],
        id="too-far-on",
    ),
    pytest.param(
        "The actress said that she was tired.\n\n“He lost,” Oscar Roe told a rally.",
        ["actress", "Oscar Roe"],
        id="of-another-gender",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_the_name_that_a_lead_holds_back(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_the_named_person_has_the_office_of_the_lead() -> None:
    text = "The mayor of Orle said that he had won.\n\n“I am ahead,” Piet Roe told a rally."
    found = find_speech(text, split_sentences(text))
    assert {(s.attribution[0].role, s.attribution[0].side) for s in found} == {("mayor", "Orle")}
