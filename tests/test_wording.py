import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Attribution
from counterclaim.text.tokens import tokenize
from counterclaim.text.wording import refer_subject, word_claim
from small_accounts import said_by

RUIZ = said_by("Ana Ruiz", mode="direct")
LAND = said_by("General Ivo Land", side="Arvania", mode="direct")


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        pytest.param("I saw it", RUIZ, "I [Ana Ruiz] saw it", id="i-in-a-quote"),
        pytest.param("they told me so", RUIZ, "they told me [Ana Ruiz] so", id="me-in-a-quote"),
        pytest.param("we lost two men", LAND, "we [Arvania] lost two men", id="we-is-the-side"),
        pytest.param("it cost us 3 million", RUIZ, "it cost us [Ana Ruiz] 3 million", id="us-without-a-side"),
        pytest.param("my vote", RUIZ, "my [Ana Ruiz’s] vote", id="my"),
        pytest.param(
            "our posts", said_by("the Greens", mode="direct"), "our [the Greens’] posts", id="our-of-an-s"
        ),
        pytest.param("It had closed", said_by("the ministry"), "It [the ministry] had closed", id="body-it"),
        pytest.param(
            "its office shut", said_by("the ministry"), "its [the ministry’s] office shut", id="body-its"
        ),
        pytest.param(
            "she had won", said_by("Ana Ruiz"), "she had won", id="name-without-a-role-is-not-certain"
        ),
        pytest.param(
            "she had won",
            Attribution(name="Ana Ruiz", role="mayor"),
            "she [Ana Ruiz] had won",
            id="person-she",
        ),
        pytest.param(
            "her votes", Attribution(name="Ana Ruiz", role="mayor"), "her [Ana Ruiz’s] votes", id="person-her"
        ),
        pytest.param(
            "it rained", Attribution(name="Ana Ruiz", role="mayor"), "it rained", id="a-person-is-never-it"
        ),
        pytest.param(
            "12 votes and it won", said_by("the ministry"), "12 votes and it won", id="only-the-first-word"
        ),
        pytest.param("it rained", None, "it rained", id="narration"),
        pytest.param("it rained", said_by(None), "it rained", id="speaker-not-known"),
        pytest.param("it  was\n closed", None, "it was closed", id="spaces-levelled"),
    ],
)
def test_a_clause_is_worded(text: str, speaker: Attribution | None, expected: str) -> None:
    assert word_claim(text, tokenize(text), speaker, inherited=None).text == expected


def test_a_pronoun_that_is_another_stays_open() -> None:
    lee = Attribution(name="Ann Lee", role="doctor")
    words = "He had been ill"
    found = word_claim(words, tokenize(words), lee, inherited=None, strangers=frozenset({"he"}))
    assert found == (words, ("pronoun unresolved: he",))


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        pytest.param("They left Karsk", ("pronoun unresolved: they",), id="they"),
        pytest.param("this was denied", ("pronoun unresolved: this",), id="this"),
        pytest.param("police say they left", (), id="not-at-the-front"),
        pytest.param("polls opened", (), id="none"),
    ],
)
def test_an_open_pronoun_is_marked(text: str, flags: tuple[str, ...]) -> None:
    assert word_claim(text, tokenize(text), None, inherited=None).flags == flags


def test_a_resolved_pronoun_is_not_marked() -> None:
    assert word_claim("it shut", tokenize("it shut"), said_by("the ministry"), inherited=None).flags == ()


def test_what_is_inherited_stands_at_the_end() -> None:
    worded = word_claim("9 in Karsk", tokenize("9 in Karsk"), None, inherited="miners, killed")
    assert worded.text == "9 in Karsk [miners, killed]"


@pytest.mark.parametrize(
    ("subject", "speaker", "expected"),
    [
        pytest.param("She", Attribution(name="Ana Ruiz", role="mayor"), "Ana Ruiz", id="person"),
        pytest.param("it", said_by("the ministry"), "the ministry", id="body"),
        pytest.param("its boats", said_by("the ministry"), "the ministry’s boats", id="owner"),
        pytest.param("it", Attribution(name="Ana Ruiz", role="mayor"), "it", id="another"),
        pytest.param("the road", said_by("the ministry"), "the road", id="a-noun"),
        pytest.param("", None, "", id="none"),
    ],
)
def test_a_lent_subject_is_named(subject: str, speaker: Attribution | None, expected: str) -> None:
    assert refer_subject(subject, speaker) == expected


@given(st.text().filter(tokenize), st.sampled_from((None, RUIZ, LAND, said_by("the ministry"))))
def test_nothing_but_brackets_is_added(text: str, speaker: Attribution | None) -> None:
    tokens = tokenize(text)
    worded = word_claim(text, tokens, speaker, inherited="miners").text
    own = [t.text for t in tokens]
    held = [t.text for t in tokenize(worded)]
    assert held[: len(own)] == own or "[" in worded
    assert len(held) >= len(own)
