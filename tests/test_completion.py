import pytest

from counterclaim.core.records import Article
from counterclaim.text.clauses import has_clause
from counterclaim.text.completion import FRAGMENT, NO_SUBJECT, QUESTION, find_subject, opens_with_verb
from counterclaim.text.reader import read_article
from counterclaim.text.tokens import tokenize


def read(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    digest = read_article(Article(id="a", source="a", text=text, sha256="", language="en"))
    return [(c.text, c.question) for c in digest.claims], [d.reason for d in digest.dropped]


COMPLETED = {
    "war": ("Troops seized the post and held it for an hour.", "[Troops] held it for an hour"),
    "court": (
        "The judges cleared the firm of fraud and held it liable for the leak, the clerk said.",
        "[The judges] held it liable for the leak",
    ),
    "sport": (
        "The match started late and was abandoned at half-time.",
        "[The match] was abandoned at half-time",
    ),
    "health": (
        "The trial lasted two years and involved 61 clinics.",
        "[The trial] involved 61 clinics",
    ),
    "roads": ("The bridge is cracked and closed to lorries.", "[The bridge is] closed to lorries"),
    "a negation": (
        "Customs officers opened the crates but had not found the presses.",
        "[Customs officers] had not found the presses",
    ),
    "a speaker": (
        "The harbour board said it had sold the tugs and had paid the crews.",
        "[harbour board] had paid the crews",
    ),
    "after which": (
        "Four people died in 2019, after which the stand was rebuilt and 12 gates were added.",
        "the stand was rebuilt",
    ),
    "the object of a verb of speech": (
        "The chair promised a final result by noon on Friday.",
        "The chair promised a final result by noon on Friday",
    ),
    "a scene": ("Crews left when the tank burst on Monday.", "Crews left when the tank burst on Monday"),
    "because": ("Nobody got out. Because the gate was chained.", "the gate was chained"),
}


@pytest.mark.parametrize("case", COMPLETED)
def test_a_fact_is_completed_from_its_sentence(case: str) -> None:
    text, expected = COMPLETED[case]
    assert expected in [worded for worded, _ in read(text)[0]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("Did the pump fail?", QUESTION, id="question"),
        pytest.param("The mayor said how many people had died.", QUESTION, id="embedded-question"),
        pytest.param("In the small hours, in the port of Lind.", FRAGMENT, id="scene"),
        pytest.param(
            "“Whoever tells you it failed wants you to think so and had no right to enter,” Ana Ruiz said.",
            NO_SUBJECT,
            id="whose-verb",
        ),
    ],
)
def test_what_cannot_stand_alone_is_left_out_and_told(text: str, reason: str) -> None:
    assert reason in read(text)[1]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param("How many had died? “It was 14, not 12,” the mayor said.", "14", id="a-question"),
        pytest.param(
            "The mayor said how many had died. “It was 14,” she said.", "14", id="an-embedded-question"
        ),
    ],
)
def test_a_bare_figure_takes_what_the_question_before_it_asks(text: str, answer: str) -> None:
    digest = read_article(Article(id="a", source="a", text=text, sha256="", language="en"))
    assert [(c.answer, c.quantities[0].measure) for c in digest.claims if c.quantities] == [
        (answer, "killed")
    ]


def test_a_day_is_no_measure() -> None:
    text = "Three people were hurt on Monday. On Tuesday it was seven."
    digest = read_article(Article(id="a", source="a", text=text, sha256="", language="en"))
    assert [q.measure for c in digest.claims for q in c.quantities] == ["wounded", "wounded"]


def test_another_beside_another_outcome_adds_nothing() -> None:
    text = "Two miners died and another 30 were hurt."
    digest = read_article(Article(id="a", source="a", text=text, sha256="", language="en"))
    figures = [q for c in digest.claims for q in c.quantities]
    assert [(q.text, q.counting, text[q.start : q.end]) for q in figures] == [
        ("Two", "unstated", "Two"),
        ("another 30", "unstated", "another 30"),
    ]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        pytest.param("the sum leaves out the wells", True, id="present"),
        pytest.param("the mill, once a prison, stands empty", True, id="apposition"),
        pytest.param("we say no", True, id="pronoun"),
        pytest.param("Orle wept all night", True, id="irregular"),
        pytest.param("the army fires", True, id="present-at-the-end"),
        pytest.param("turnout at what percentage", False, id="a-question-word"),
        pytest.param("the state broadcaster NRT", False, id="a-name"),
        pytest.param("in the early hours", False, id="plural"),
    ],
)
def test_clauses_and_fragments(text: str, *, clause: bool) -> None:
    assert has_clause(tokenize(text)) is clause


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        pytest.param("never went home", True, id="adverb"),
        pytest.param("had they met, it was late", False, id="inversion"),
        pytest.param("published today, the sum is 3", False, id="participle-phrase"),
        pytest.param("Had met twice", False, id="capital"),
        pytest.param("wounded men left", False, id="attributive"),
    ],
)
def test_facts_that_start_with_their_verb(text: str, *, opens: bool) -> None:
    assert opens_with_verb(tokenize(text)) is opens


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        pytest.param("The bridge, on the only road, is cracked", "The bridge", id="aside"),
        pytest.param("On Monday the court was shut", "the court", id="time"),
        pytest.param("In Orle the court was shut", None, id="a-place-without-a-comma"),
        pytest.param("Whoever says it was late left", None, id="two-subjects"),
        pytest.param("When it rained they left", None, id="subordinate"),
        pytest.param("A depth of 12", None, id="no-verb"),
    ],
)
def test_subjects(text: str, subject: str | None) -> None:
    assert find_subject(text, tokenize(text)) == subject
