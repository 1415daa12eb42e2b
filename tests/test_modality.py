from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Certainty, Kind, Polarity, Quantity, Reality
from counterclaim.text.modality import (
    find_certainty,
    find_kind,
    find_polarity,
    find_reality,
    find_response,
    is_negative,
)
from counterclaim.text.quantities import find_quantities
from counterclaim.text.speech import Speech, Stance
from counterclaim.text.tokens import tokenize
from small_accounts import figure, said_by

TOLD = Speech(0, 9, (said_by("Ana Ruiz"),))


def taking(stance: Stance) -> Speech:
    return TOLD._replace(stance=stance)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("no box left the hall", True, id="no"),
        pytest.param("a box left the hall", False, id="plain"),
        pytest.param("the deal wasn’t signed", True, id="contraction"),
        pytest.param("the vote was held without incident", False, id="without-is-a-phrase"),
        pytest.param("it was seen with no witness", False, id="with-no"),
        pytest.param("it may be held or not", False, id="or-not"),
        pytest.param("not only the mayor came", False, id="not-only"),
        pytest.param("barely 500 came", False, id="hedge"),
        pytest.param("not even 1,000 came", False, id="not-even"),
        pytest.param("the pump failed to start", True, id="failed-to"),
        pytest.param("the ministry was not told until 29 May", False, id="not-until"),
        pytest.param("the ministry was not told, until a nurse wrote", True, id="until-in-another-clause"),
        pytest.param("the pump failed", False, id="failed"),
        pytest.param("the tunnel never opened", True, id="never"),
        pytest.param("the road is shut. Not", True, id="at-the-end"),
    ],
)
def test_negation(text: str, *, expected: bool) -> None:
    assert is_negative(tokenize(text)) is expected


@pytest.mark.parametrize(
    ("text", "speech", "expected"),
    [
        pytest.param("9 votes were lost", TOLD, "affirmed", id="said"),
        pytest.param(
            "9 votes were lost", TOLD._replace(polarity="denied"), "denied", id="denied-by-the-speaker"
        ),
        pytest.param("no votes were lost", None, "denied", id="a-count-of-none"),
        pytest.param("the ship never carried 40 men", None, "denied", id="negated-before-the-figure"),
        pytest.param("9 men were not hurt", None, "affirmed", id="negated-after-the-figure"),
        pytest.param("the bridge was not closed", None, "denied", id="negated-statement"),
        pytest.param("the bridge was closed", None, "affirmed", id="plain-statement"),
    ],
)
def test_polarity(text: str, speech: Speech | None, expected: Polarity) -> None:
    figures = find_quantities(text)
    assert find_polarity(tokenize(text), figures[0] if figures else None, speech) == expected


@pytest.mark.parametrize(
    ("text", "speech", "expected"),
    [
        pytest.param("the deal was signed", None, "certain", id="plain"),
        pytest.param("the deal may be signed", None, "possible", id="may"),
        pytest.param("the dye left the tank on 9 May 2019", None, "certain", id="the-month-of-may"),
        pytest.param(
            "the deal was signed", TOLD._replace(certainty="possible"), "possible", id="the-speaker-hedges"
        ),
        pytest.param("the deal was signed", TOLD, "certain", id="the-speaker-does-not-hedge"),
        pytest.param("the deal was likely signed", None, "probable", id="likely"),
    ],
)
def test_certainty(text: str, speech: Speech | None, expected: Certainty) -> None:
    assert find_certainty(tokenize(text), speech) == expected


@pytest.mark.parametrize(
    ("text", "speech", "expected"),
    [
        pytest.param("if the river rises 40 homes go", None, "conditional", id="if"),
        pytest.param("unless it rains crops fail", None, "conditional", id="unless"),
        pytest.param("Should the talks fail, tariffs would follow", None, "conditional", id="should-opens"),
        pytest.param("the union should pay", taking("demanded"), "demanded", id="demanded"),
        pytest.param("that all sides stop", taking("urged"), "demanded", id="urged"),
        pytest.param("to open the bridge", taking("promised"), "planned", id="promised"),
        pytest.param("to shut the strait", taking("threatened"), "planned", id="threatened"),
        pytest.param("the bridge will open", None, "planned", id="will"),
        pytest.param("the firm plans to cut 400 jobs", None, "planned", id="plans-to"),
        pytest.param("the firm plans are ready", None, "ongoing", id="plans-without-to"),
        pytest.param("the bridge was opened", None, "occurred", id="past-auxiliary"),
        pytest.param("the court ruled for the city", None, "occurred", id="past-verb"),
        pytest.param("the bridge is closed", None, "ongoing", id="participle-after-is"),
        pytest.param("the bridge stands open", TOLD, "ongoing", id="present"),
        pytest.param("", None, "ongoing", id="nothing"),
    ],
)
def test_reality(text: str, speech: Speech | None, expected: Reality) -> None:
    assert find_reality(tokenize(text), speech, text) == expected


def test_a_condition_may_stand_in_another_fact_of_the_sentence() -> None:
    assert find_reality(tokenize("the dam holds"), None, "If it rains, the dam holds") == "conditional"


@pytest.mark.parametrize(
    ("text", "quantity", "speech", "expected"),
    [
        pytest.param("12 will die", figure("12"), TOLD, "quantity", id="figure"),
        pytest.param("the fire was caused by a cable", None, TOLD, "cause", id="cause"),
        pytest.param("the bridge will open", None, TOLD, "prediction", id="prediction"),
        pytest.param("the bridge is open", None, TOLD, "statement", id="statement"),
        pytest.param("the bridge is open", None, None, "event", id="event"),
    ],
)
def test_kind(text: str, quantity: Quantity | None, speech: Speech | None, expected: Kind) -> None:
    assert find_kind(tokenize(text), quantity, speech) == expected


@pytest.mark.parametrize(
    ("text", "quantity", "speech", "expected"),
    [
        pytest.param("58 men died", figure("58"), taking("denied"), ("denial",), id="denied"),
        pytest.param("the road is shut", None, taking("rejected"), ("denial",), id="rejected"),
        pytest.param("58 men died", figure("58"), taking("confirmed"), ("confirmed",), id="confirmed"),
        pytest.param("comment", None, taking("declined"), ("declined",), id="declined"),
        pytest.param(
            "58 died", figure("58"), taking("could_not_confirm"), ("could not confirm",), id="not-confirmed"
        ),
        pytest.param("residents said that nobody was hurt", None, None, (), id="only-said"),
        pytest.param("nobody knows the cause", None, None, ("not known",), id="left-open"),
        pytest.param("the cause is not clear", None, TOLD, ("not known",), id="left-open-in-speech"),
        pytest.param("58 did not say", figure("58"), None, (), id="a-figure-is-given"),
        pytest.param("the road is not open", None, None, (), id="negated-but-not-left-open"),
        pytest.param("they know the cause", None, None, (), id="known"),
        pytest.param(
            "The toll of 58 could not be confirmed",
            figure("58"),
            None,
            ("could not confirm",),
            id="unchecked",
        ),
        pytest.param("58 men who died could not be named", figure("58"), None, (), id="another-verb-first"),
        pytest.param("58 men could not be named", figure("58"), None, (), id="not-named-is-not-unchecked"),
        pytest.param("58 men", figure("58"), None, (), id="no-verb"),
        pytest.param(
            "Rumours that the dam had burst are false", None, None, ("denial",), id="rumour-rejected"
        ),
        pytest.param(
            "Claims online that it closed were entirely wrong", None, None, ("denial",), id="claim-rejected"
        ),
        pytest.param("Rumours that the dam had burst spread", None, None, (), id="rumour-told"),
        pytest.param("Rumours of false papers spread", None, None, (), id="rumour-without-its-content"),
    ],
)
def test_responses(
    text: str, quantity: Quantity | None, speech: Speech | None, expected: tuple[str, ...]
) -> None:
    assert find_response(tokenize(text), quantity, speech) == expected


def test_what_a_clause_calls_wrong_is_denied() -> None:
    clause = tokenize("Reports that 58 men had died were wrong")
    assert find_polarity(clause, figure("Reports that 58 men"), None) == "denied"
    assert (
        find_polarity(tokenize("Reports that 58 men had died spread"), figure("58 men"), None) == "affirmed"
    )


def test_what_a_speaker_calls_untrue_is_denied() -> None:
    called = TOLD._replace(attribution=(TOLD.attribution[0].model_copy(update={"cue": "called"}),))
    clause = tokenize("the figure of 40 dead untrue")
    assert find_polarity(clause, figure("the figure of 40"), called) == "denied"
    assert find_response(clause, figure("the figure of 40"), called) == ("denial",)
    assert find_response(clause, figure("the figure of 40"), TOLD) == ()
    assert find_response(tokenize("the figure of 40 dead high"), figure("40"), called) == ()


@given(st.text(), st.sampled_from((None, *get_args(Stance))))
def test_any_clause_gets_a_reading(text: str, stance: Stance | None) -> None:
    tokens, speech = tokenize(text), TOLD._replace(stance=stance)
    assert find_reality(tokens, speech, text) in get_args(Reality)
    assert find_certainty(tokens, speech) in get_args(Certainty)
    assert find_polarity(tokens, None, speech) == ("denied" if is_negative(tokens) else "affirmed")
    assert find_kind(tokens, None, speech) in get_args(Kind)
    assert len(find_response(tokens, None, speech)) <= 1
