"""When somebody came to know: who says that it was then first is contradicted by any knowledge before."""

import pytest

from counterclaim.relate.comparison import compare_digests
from counterclaim.text.awareness import find_awareness
from counterclaim.text.reader import read_article
from small_accounts import TUESDAY, article


@pytest.mark.parametrize(
    ("clause", "who", "first", "denied"),
    [
        pytest.param("the ministry was not informed until 29 May", "ministry", True, False, id="not-until"),
        pytest.param("the ministry first heard of the outbreak on May 29", "ministry", True, False, id="first-heard"),
        pytest.param("The company learned of the leak on Friday", "company", True, False, id="learned-of"),
        pytest.param("the company knew on Wednesday that something was wrong", "company", False, False, id="knew"),
        pytest.param("The council had been alerted on Wednesday", "council", False, False, id="alerted"),
        pytest.param("we had alerted the ministry to the first cases on May 21", "ministry", False, False, id="alerted-it"),
        pytest.param("nobody at the council had been told anything before Friday", "council", False, True, id="nobody"),
        pytest.param("no warning reached the council before 9 a.m.", "council", False, True, id="no-warning"),
        pytest.param("it first became aware of a problem on Friday", "", True, False, id="pronoun"),
    ],
)  # fmt: skip
def test_who_knew(clause: str, who: str, *, first: bool, denied: bool) -> None:
    found = find_awareness(clause)
    assert found is not None
    assert (found.who, found.first, found.denied) == (frozenset(who.split()), first, denied)


@pytest.mark.parametrize(
    "clause",
    [
        "Residents were told to leave on Monday",
        "the dam had burst on Friday",
        "the news spread on Friday",
        "",
    ],
)
def test_nobody_came_to_know(clause: str) -> None:
    assert find_awareness(clause) is None


def labels(one: str, two: str) -> set[str]:
    accounts = [
        read_article(article(text, outlet=outlet, published=TUESDAY))
        for outlet, text in (("Post", one), ("Herald", two))
    ]
    return {r.label for r in compare_digests(accounts).relations}


@pytest.mark.parametrize(
    ("late", "early"),
    [
        pytest.param(
            "Ada Brun said the operator learned of the leak on 2 March.",
            "Cal Dorn said the operator knew on 27 February that something was wrong.",
            id="learned-of",
        ),
        pytest.param(
            "The minister said the ministry was not informed until 1 March.",
            "Doctors said they had alerted the ministry to the first cases on 21 February.",
            id="not-until",
        ),
        pytest.param(
            "Ada Brun said nobody at the club had been told of the flaw before 1 March.",
            "A steward said the club had been warned of the flaw on 21 February.",
            id="nobody-before",
        ),
    ],
)
def test_knowledge_before_the_first_contradicts(late: str, early: str) -> None:
    assert labels(late, early) == labels(early, late) == {"contradicts"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            "The minister said the ministry was not informed until 1 March.",
            "A nurse said the ministry first heard of the outbreak on 1 March.",
            id="one-day",
        ),
        pytest.param(
            "Ada Brun said the operator learned of the leak on 27 February.",
            "Cal Dorn said the operator was told again on 2 March.",
            id="told-again-later",
        ),
        pytest.param(
            "Ada Brun said the operator learned of the leak on 2 March.",
            "Cal Dorn said the operator was told of a new vaccine on 27 February.",
            id="two-matters",
        ),
        pytest.param(
            "Ada Brun said the operator was told of the leak on 2 March.",
            "Cal Dorn said the operator was told of the leak on 27 February.",
            id="told-twice",
        ),
    ],
)
def test_what_is_no_earlier_knowledge(one: str, two: str) -> None:
    assert "contradicts" not in labels(one, two)
