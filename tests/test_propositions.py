import pytest

from counterclaim.core.records import Article, Claim
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.provocations import read_provocation
from counterclaim.text.propositions import read_proposition
from counterclaim.text.reader import read_article


def account(outlet: str, text: str) -> Article:
    return Article(
        id=f"a-{outlet}", source=outlet, outlet=outlet, published="2025-03-04", text=text, sha256=""
    )


def read(text: str) -> tuple[Claim, ...]:
    return read_article(account("Herald", text)).claims


@pytest.mark.parametrize(
    ("text", "quote", "asked", "speaker"),
    [
        pytest.param(
            "The union accused the port of hiding the leak at Brey.",
            "The union accused the port of hiding the leak at Brey",
            "Whether the port is to blame for hiding the leak at Brey",
            "union",
            id="accused, a spill",
        ),
        pytest.param(
            "Residents blame both power companies for the fire at the mill.",
            "Residents blame both power companies for the fire at the mill",
            "Whether both power companies are to blame for the fire at the mill",
            "Residents",
            id="blame, a fire",
        ),
        pytest.param(
            "The opposition holds the mayor responsible for the sale of the park.",
            "The opposition holds the mayor responsible for the sale of the park",
            "Whether the mayor is to blame for the sale of the park",
            "opposition",
            id="held responsible, a sale",
        ),
        pytest.param(
            "The clerk told of the outage on Monday, which the ministry blames on a contractor.",
            "the outage on Monday, which the ministry blames on a contractor",
            "Whether a contractor is to blame for the outage on Monday",
            "ministry",
            id="which it blames on",
        ),
        pytest.param(
            "The ministry said it had answered the raids on Teal, for which it blames Odrin.",
            "the raids on Teal, for which it blames Odrin",
            "Whether Odrin is to blame for the raids on Teal",
            "ministry",
            id="for which it blames",
        ),
        pytest.param(
            "The minister called the walkout unprovoked.",
            "The minister called the walkout unprovoked",
            "Whether the walkout was provoked",
            "minister",
            id="called",
        ),
        pytest.param(
            "The coach described the defeat as a disgrace.",
            "The coach described the defeat as a disgrace",
            "Whether the defeat was a disgrace",
            "coach",
            id="described",
        ),
    ],
)
def test_a_verdict_is_one_statement_with_who_gives_it(
    text: str, quote: str, asked: str, speaker: str
) -> None:
    found = next(c for c in read(text) if c.question == asked)
    assert (found.quote, found.attribution[0].name) == (quote, speaker)
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The union did not accuse the port of hiding the leak", id="no charge"),
        pytest.param("The council held a meeting for the public", id="a meeting"),
        pytest.param("She worked as a nurse", id="a deed"),
    ],
)
def test_what_is_no_verdict_is_left_alone(text: str) -> None:
    assert read_proposition(text) is None


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "The union accused the port of causing the spill at Brey.",
                "Dockers’ leaders said the union blames the port for the spill at Brey.",
                "The union holds the port responsible for the spill at Brey.",
            ),
            id="a spill",
        ),
        pytest.param(
            (
                "Residents blamed the power company for the fire at the mill.",
                "Residents accused the power company of starting the fire at the mill.",
            ),
            id="a fire",
        ),
        pytest.param(
            (
                "The opposition accuses Mayor Ruiz of selling the park.",
                "The opposition holds Mayor Ruiz responsible for selling the park.",
            ),
            id="a sale",
        ),
    ],
)
def test_one_charge_is_one_question_whatever_verb_brings_it(texts: tuple[str, ...]) -> None:
    found = compare_digests([read_article(account(f"Paper {i}", text)) for i, text in enumerate(texts)])
    assert [len(t.claims) for t in found.threads] == [len(texts)]
    assert "to blame for" in found.threads[0].question


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "Arvo’s spokesman said the raid on Teal was retaliation for the shelling of Karsk.",
                "The Odrin army called the raid on Teal unprovoked.",
                "Odrin’s minister said the attack on Teal was carried out without provocation.",
            ),
            id="war",
        ),
        pytest.param(
            (
                "The union described the walkout at Brey as an answer to the dismissals.",
                "The port company called the walkout at Brey unprovoked.",
            ),
            id="labour",
        ),
        pytest.param(
            (
                "The trade ministry of Arvo said the tariff on steel was in response to the ban on fish.",
                "Odrin’s trade ministry called the tariff on steel unprovoked.",
            ),
            id="trade",
        ),
    ],
)
def test_whether_a_deed_was_provoked_is_one_question_with_two_sides(texts: tuple[str, ...]) -> None:
    found = compare_digests([read_article(account(f"Paper {i}", text)) for i, text in enumerate(texts)])
    (thread,) = found.threads
    assert thread.status == "disputed"
    assert thread.question.endswith(" was provoked")
    answers = {c.question: c.answer for d in found.digests for c in d.claims}
    assert answers[thread.question] == "no"


@pytest.mark.parametrize(
    ("text", "provoked"),
    [
        pytest.param("The raid on Karsk was unprovoked", False, id="unprovoked"),
        pytest.param("Nothing provoked the attack on its posts", False, id="nothing provoked"),
        pytest.param("The tariff came in reply to the ban", True, id="in reply"),
        pytest.param("The raid was not unprovoked", None, id="not unprovoked"),
        pytest.param("The mayor gave a long answer", None, id="an answer"),
    ],
)
def test_what_is_said_of_a_provocation(text: str, *, provoked: bool | None) -> None:
    found = read_provocation(text)
    assert (found and found.provoked) == provoked


def test_two_deeds_of_which_one_speaker_tells_are_two_questions() -> None:
    text = "Arvo called the strikes on Karsk unprovoked. The raid on Teal was retaliation, Arvo said."
    found = compare_digests([read_article(account("Herald", text))])
    assert {len(t.claims) for t in found.threads} == {1}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The port hid the leak, the union said, as reported by the broadcaster TV Nord.",
            id="as reported by",
        ),
        pytest.param(
            "Nobody was hurt, Mayor Ana Ruiz said, according to a report in the Brey Herald.",
            id="a report in",
        ),
        pytest.param(
            "The strike had ended, TV Nord reported, citing union officials.", id="reported, citing"
        ),
        pytest.param(
            "The gate was shut at dawn, Ruiz said in a statement carried by the agency Tavo.", id="carried by"
        ),
    ],
)
def test_who_passed_it_on_is_no_statement(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Ruiz blamed much of the flooding on the power company", "the power company is to blame for much of the flooding", id="much-of"),
        pytest.param("Ruiz blamed the power company for much of the flooding", "the power company is to blame for much of the flooding", id="for"),
    ],
)  # fmt: skip
def test_one_charge_in_two_orders_of_words(text: str, said: str) -> None:
    assert read_proposition(text) == said
