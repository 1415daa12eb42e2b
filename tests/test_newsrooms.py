"""What outlets report in their own voice, in several domains: when several alike agree, and when they do not."""

import pytest

from counterclaim.core.records import Claim, Comparison, Thread
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.newsrooms import is_own_report
from counterclaim.text.reader import read_article
from small_accounts import TUESDAY, article, claim, narrated, said_by


def compare(*accounts: tuple[str, str]) -> Comparison:
    return compare_digests([read_article(article(text, outlet=o, published=TUESDAY)) for o, text in accounts])


def thread_of(comparison: Comparison, words: str) -> Thread:
    held = next(c.id for d in comparison.digests for c in d.claims if words in c.quote)
    return next(t for t in comparison.threads if held in t.claims)


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        pytest.param("The road to Odrin was closed on Monday.", "The road to Odrin stayed shut on Monday.", "Odrin", id="road"),
        pytest.param("Torm and Karsk, the two largest ports, were both shut on Monday.", "The ports of Torm and Karsk, which handle most of the grain, were closed on Monday.", "Torm", id="ports-with-asides"),
        pytest.param("The shares of Karsk Coal closed 4 per cent lower on Monday.", "On Monday Karsk Coal shares ended the day 4 per cent lower.", "4 per cent", id="shares"),
        pytest.param("12 miners were killed at Karsk.", "12 miners died at Karsk.", "12", id="toll"),
    ],
)  # fmt: skip
def test_newsrooms_that_report_alike_agree_and_are_told_as_newsrooms(one: str, two: str, words: str) -> None:
    thread = thread_of(compare(("Post", one), ("Herald", two)), words)
    assert (thread.status, thread.independent_origins, thread.own_reports) == ("agreed", 2, True)


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        pytest.param("The road to Odrin was closed on Monday.", "The road to Odrin was closed on Tuesday.", "Odrin", id="another-day"),
        pytest.param("Karsk blames Odrin for the shelling of the port.", "Karsk blames Odrin for the shelling of the port.", "blames", id="what-somebody-holds"),
        pytest.param("The road to Odrin may have been closed on Monday.", "The road to Odrin may have been closed on Monday.", "Odrin", id="not-committed-to"),
        pytest.param("The road to Odrin was closed on Monday, police said.", "The road to Odrin was closed on Monday.", "Odrin", id="a-speaker-is-named"),
    ],
)  # fmt: skip
def test_what_is_passed_on_or_of_another_day_is_no_agreement_of_newsrooms(
    one: str, two: str, words: str
) -> None:
    thread = thread_of(compare(("Post", one), ("Herald", two)), words)
    assert (thread.own_reports, thread.status == "agreed") == (False, False)


WIRE = (
    "The road to Odrin was closed on Monday. A bus had gone off it at the second bend above the river in thick fog. "
    "Crews worked through the night with cranes and two tractors to bring it up."
)


def test_a_reprint_is_no_second_newsroom() -> None:
    twice = compare(("Post", WIRE), ("Herald", WIRE))
    assert not thread_of(twice, "Odrin").own_reports
    other = "The road to Odrin stayed shut on Monday."
    thrice = thread_of(compare(("Post", WIRE), ("Herald", WIRE), ("Echo", other)), "Odrin")
    assert (thrice.own_reports, thrice.independent_origins) == (True, 2)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, True, id="fact"),
        pytest.param({"attribution": (said_by("Ana Ruiz"),)}, False, id="said"),
        pytest.param({"attribution": ()}, False, id="no-outlet"),
        pytest.param({"kind": "position"}, False, id="opinion"),
        pytest.param({"certainty": "possible"}, False, id="possible"),
        pytest.param({"reality": "planned"}, False, id="planned"),
        pytest.param({"flags": ("not known",)}, False, id="not-known"),
        pytest.param({"quote": "The town is reportedly cut off"}, False, id="reportedly"),
        pytest.param({"quote": "The press has branded it a disaster"}, False, id="naming"),
        pytest.param({"quote": "The court ordered a recount"}, True, id="a-deed-in-words"),
        pytest.param({"quote": "12 cases were recorded"}, True, id="recorded"),
    ],
)
def test_what_is_an_own_report(change: dict[str, object], *, expected: bool) -> None:
    made: Claim = claim("The road is shut", chain=(narrated(),)).model_copy(update=change)
    assert is_own_report(made) is expected


def test_the_question_is_the_statement_that_is_shared() -> None:
    comparison = compare(
        (
            "Post",
            "The gate at Torm opens at eight. On Monday it stayed shut. Karsk, the other, was closed as well.",
        ),
        ("Herald", "Torm and Karsk, the two main gates, were both closed on Monday."),
        ("Echo", "The Torm and Karsk gates, which most lorries use, were closed on Monday."),
    )
    thread = thread_of(comparison, "two main gates")
    assert thread.question == "Whether Torm and Karsk, the two main gates, were both closed on Monday"
    assert (thread.own_reports, thread.independent_origins) == (True, 2)
