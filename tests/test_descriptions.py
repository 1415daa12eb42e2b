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
        "The company’s chief executive, Ann Lee, came. It was shut, the company said.",
        ["company"],
        id="its-chief-executive-is-not-the-company",
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
        "The fire service sent 12 crews. Councillor Ann Lee praised them. A spokesman said the road was shut.",
        ("spokesman", None),
        id="somebody-acts-in-between",
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
        "Bo Ek was held. The officer said he was calm.", ["officer"], id="whom-an-officer-speaks-of"
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
        "The road was shut, the council said in a written statement. “I was there,” Ann Lee said.\n\n"
        "Two lanes will open, the statement said.",
        "council",
        id="of-whoever-spoke-in-one",
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
        "The engineer who last saw the bridge says it was rusty.\n\n“It was rust,” Dr Mia Roe said. “I wrote to them.”",
        ["Mia Roe", "Mia Roe", "Mia Roe"],
        id="with-a-form-of-address",
    ),
    pytest.param(
        "The mayor of Orle said that he had won.\n\n“We lost,” the clerk, Piet Roe, told a rally.",
        ["mayor of Orle", "Piet Roe"],
        id="somebody-with-an-office-of-his-own",
    ),
    pytest.param(
        "They had danced since noon, the bride’s uncle said.\n\n“I was cold,” said Piet Roe, who was in the car.",
        ["bride’s uncle", "Piet Roe"],
        id="somebody-who-is-described",
    ),
    pytest.param(
        "The mayor of Orle beat Piet Roe, and said that he had won.\n\n“We lost,” Piet Roe told a rally.",
        ["mayor of Orle", "Piet Roe"],
        id="somebody-named-before",
    ),
    pytest.param(
        "The mayor of Orle said that he had won.\n\nIt rained.\n\n“We lost,” Piet Roe told a rally.",
        ["mayor of Orle", "Piet Roe"],
        id="too-far-on",
    ),
    pytest.param(
        "The mayor of Orle said that the vote was fair.\n\n“It was rigged,” Piet Roe told a rally.",
        ["mayor of Orle", "Piet Roe"],
        id="words-that-another-may-say",
    ),
    pytest.param(
        "The actress said that she was tired.\n\n“We lost,” Oscar Roe told a rally.",
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


SHAPES = [
    pytest.param(
        "Clerk Hugh Lanyon spoke. Lanyon gave Voss, of the Civic List, 18,406 votes.",
        ["Hugh Lanyon"],
        id="gave-somebody-votes",
    ),
    pytest.param("Harbour voters gave Voss 18,406 votes.", [], id="voters-give-votes"),
    pytest.param("Norrland gave Voss 18,406 votes.", [], id="a-province-gives-votes"),
    pytest.param("Ann Lee again gave 9,200 for the first day.", ["Ann Lee"], id="gave-a-figure-for-a-day"),
    pytest.param("Ann Lee gave 200 for the roof.", [], id="gave-money-for-a-roof"),
    pytest.param("Ann Lee has not budged from 22 per cent.", ["Ann Lee"], id="has-not-budged-from"),
    pytest.param("Ann Lee has not budged.", [], id="has-not-budged"),
    pytest.param("It is too rosy for Ann Lee, who sticks to 51 million.", ["Ann Lee"], id="for-whom-who"),
    pytest.param(
        "It is too cold for Ann Lee, who sticks to the kitchen.", [], id="who-sticks-to-the-kitchen"
    ),
    pytest.param(
        "They were questioned by Orle Research, whose founder, Bo Ek, reckons that the profit was 51 million.",
        ["Bo Ek"],
        id="whose-founder",
    ),
    pytest.param(
        "Five thousand filled the square, by the count of the organisers.",
        ["organisers"],
        id="by-the-count-of",
    ),
    pytest.param("Five thousand filled the square, by the side of the church.", [], id="by-the-side-of"),
    pytest.param(
        "It was proof, in the words of Colonel Bo Ek, that shells were stored there.",
        ["Bo Ek"],
        id="in-the-words-of",
    ),
    pytest.param("The team dated the attack to the small hours.", ["team"], id="dated-it-to"),
    pytest.param("The team dated the painter’s sister.", [], id="dated-somebody"),
    pytest.param(
        "The mission’s radar log, seen by this newspaper, shows about 30 tracks.", ["mission"], id="seen-by"
    ),
    pytest.param("The bank sees no reason to wait.", ["bank"], id="sees-no-reason"),
    pytest.param("The guard saw no light in the yard.", [], id="saw-no-light"),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_who_gives_a_figure_without_saying(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


TRAILING = [
    pytest.param(
        "She won by 212 votes, the clerk, Bo Ek, announced at 1.15 this morning to a half-empty hall.",
        [("She won by 212 votes", "Bo Ek")],
        id="an-hour-without-am",
    ),
    pytest.param(
        "Four people are dead, mayor Bo Ek said at the riverside shortly before ten.",
        [("Four people are dead", "Bo Ek")],
        id="shortly-before-ten",
    ),
    pytest.param(
        "Bo Ek said before ten men had died the road was open.",
        [("before ten men had died the road was open", "Bo Ek")],
        id="before-ten-men",
    ),
    pytest.param(
        "Ann Lee came. Not one job would go, she told the night shift; cuts would come later.",
        [("Not one job would go", "Ann Lee"), ("cuts would come later", "Ann Lee")],
        id="the-night-shift",
    ),
    pytest.param(
        "Ann Lee came. “It is 340,” she said to cheers.", [("It is 340", "Ann Lee")], id="said-to-cheers"
    ),
    pytest.param(
        "Bo Ek came. An hour before the launch, he said, a message went out by radio.",
        [("An hour before the launch", "Bo Ek"), ("a message went out by radio", "Bo Ek")],
        id="only-a-scene-before-the-cue",
    ),
    pytest.param(
        "It rained all night, Bo Ek said, as a crowd gathered.",
        [("It rained all night", "Bo Ek")],
        id="a-clause-before-the-cue",
    ),
    pytest.param(
        "They left no trace, the head, Ingrid Hale, told the Courier, though tools would be needed, she cautioned.",
        [("They left no trace", "Ingrid Hale"), ("though tools would be needed", "Ingrid Hale")],
        id="a-second-cue-behind-a-concession",
    ),
    pytest.param(
        "Bo Ek said it was over.\n\nAs for Lesk, “we did not fire one shell at it.”",
        [("it was over", "Bo Ek"), ("we did not fire one shell at it.", "Bo Ek")],
        id="as-for",
    ),
    pytest.param(
        "Bo Ek said it was over.\n\nA sign read “keep out, we mean it.”",
        [("it was over", "Bo Ek"), ("keep out, we mean it.", "sign")],
        id="a-sign-is-no-topic",
    ),
    pytest.param(
        "Its head, Ingrid Sorn, spoke.\n\nBut Sorn supports Roe on one point: it was clear. “He had to go,” she said.",
        [("He had to go", "Ingrid Sorn")],
        id="the-subject-whose-gender-is-known",
    ),
    pytest.param(
        "Sorn supports Roe on one point: it was clear. “He had to go,” she said.",
        [("He had to go", "None")],
        id="no-gender-is-known",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TRAILING)
def test_what_stands_around_a_cue(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(content, name) for content, name, _ in chains(text)] == expected
