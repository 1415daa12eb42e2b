"""What interrupts a counted subject, or names the speaker inside a sentence, takes nothing from the figure."""

import pytest

from counterclaim.core.records import Article, Claim
from counterclaim.text.parentheticals import clause_of, find_parentheticals
from counterclaim.text.quantities import find_quantities
from counterclaim.text.reader import read_article
from counterclaim.text.tokens import tokenize


def read(text: str) -> tuple[Claim, ...]:
    article = Article(id="a-1", source="x", outlet="Ostby Morning", text=text, sha256="")
    return read_article(article).claims


def counted(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(q.text, q.population, q.measure) for c in read(text) for q in c.quantities]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "Twelve people, including three children, were killed on Monday.",
            [("Twelve", "people", "killed"), ("three", "children", "killed")],
            id="including",
        ),
        pytest.param(
            "Twelve people, three of them children, were killed on Monday.",
            [("Twelve", "people", "killed"), ("three", "children", "killed")],
            id="some of them",
        ),
        pytest.param(
            "At least 12 people, seven women and five men, died in the fire.",
            [("At least 12", "people", "killed"), ("seven", "women", "killed"), ("five", "men", "killed")],
            id="all of them",
        ),
        pytest.param(
            "Some 900 homes (most of them uninsured) were damaged.",
            [("Some 900", "homes", "damaged")],
            id="brackets",
        ),
        pytest.param(
            "More than 1,000 farms – 200 of them in Lodd – were flooded.",
            [("More than 1,000", "farms", "flooded"), ("200", "farms", "flooded")],
            id="dashes",
        ),
        pytest.param(
            "A total of 31 miners, four of them women, remain trapped.",
            [("A total of 31", "miners", "trapped"), ("four", "women", "trapped")],
            id="a verb in the present",
        ),
        pytest.param(
            "Five firefighters, two of whom remain in hospital, were burned.",
            [("Five", "firefighters", "wounded"), ("two", "firefighters", "hospitalised")],
            id="a predicate of its own",
        ),
        pytest.param(
            "The storm killed 12 people, including three children, and injured 40.",
            [("12", "people", "killed"), ("three", "children", "killed"), ("40", "people", "wounded")],
            id="behind an object: the next figure counts no children",
        ),
        pytest.param(
            "Two men, aged 23 and 31, were arrested on Sunday.", [("Two", "men", "detained")], id="ages"
        ),
        pytest.param(
            "About 60 per cent of voters, among them 12,000 soldiers, had cast ballots by noon.",
            [("About 60 per cent", None, "votes"), ("12,000", "soldiers", "votes")],
            id="a share",
        ),
    ],
)
def test_an_interrupted_subject_keeps_its_predicate(
    text: str, figures: list[tuple[str, str | None, str | None]]
) -> None:
    assert counted(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "In 12 villages, the storm, driven by high winds, killed three people.", id="an adverbial"
        ),
        pytest.param("The fire killed 12 people, police and firemen among them, on Monday.", id="an object"),
        pytest.param("Twelve people died, and, to the shame of all, were left there.", id="a verb before"),
        pytest.param("Twelve people; most of them, women, were killed.", id="a semicolon"),
        pytest.param("Twelve people, all of them women", id="no verb behind"),
    ],
)
def test_what_is_no_parenthetical(text: str) -> None:
    assert find_parentheticals(tokenize(text), find_quantities(text)) == ()


def test_a_clause_without_a_figure_leaves_parentheticals_out() -> None:
    text = "Twelve people, including three children, were killed"
    words = tokenize(text)
    found = find_parentheticals(words, find_quantities(text))
    assert " ".join(t.text for t in clause_of(words, None, found)) == "Twelve people were killed"


def test_a_question_leaves_out_what_interrupts() -> None:
    (claim,) = read("Nine workers, all of them contractors, lost their jobs on Friday.")
    assert claim.question == "How many workers lost their jobs on Friday?"
    assert claim.quote == "Nine workers, all of them contractors, lost their jobs on Friday"


@pytest.mark.parametrize(
    ("text", "speaker", "wording"),
    [
        pytest.param(
            "Twelve people, police said, were killed.", "police", "Twelve people were killed", id="a count"
        ),
        pytest.param(
            "The dam, officials said, was closed on Monday.",
            "officials",
            "The dam was closed on Monday",
            id="no count",
        ),
        pytest.param(
            "About 40 houses, the mayor said on Monday, were damaged.",
            "mayor",
            "About 40 houses were damaged",
            id="a bound that may be a preposition",
        ),
        pytest.param(
            "The toll, according to the ministry, has risen to 40.",
            "ministry",
            "The toll has risen to 40",
            id="according to",
        ),
    ],
)
def test_a_speaker_named_between_subject_and_verb(text: str, speaker: str, wording: str) -> None:
    (claim,) = read(text)
    assert (claim.attribution[0].name, claim.text) == (speaker, wording)
    assert claim.quote == text.removesuffix(".")
    assert claim.event_time is None or "on Monday" in wording


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The dam was shut, officials said, and the road was closed.", id="two clauses"),
        pytest.param("In Karsk, officials said, nobody was hurt.", id="a place"),
    ],
)
def test_a_speaker_between_clauses_parts_them(text: str) -> None:
    assert all("officials said" not in claim.quote for claim in read(text))
