"""A statement that its speaker takes back is no side of a dispute; a later deed of the same kind is another deed."""

import pytest

from counterclaim.core.records import Briefing, Comparison, Engine
from counterclaim.note.briefing import build_briefing
from counterclaim.note.sections import build_sections
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, SUNDAY, WEDNESDAY, article, claims

SAID = "Harbour master Lise Aune said the crane at Pier 4 was tested in March. Union leader Per Holm said the crane at Pier 4 had not been tested in March."
WITHDRAWN = "Aune withdrew her earlier statement that the crane at Pier 4 was tested in March. Holm said again that the crane at Pier 4 had not been tested in March."


def compare(*accounts: tuple[str, str, str]) -> Comparison:
    return compare_digests([read_article(article(t, outlet=o, published=p)) for o, p, t in accounts])


def brief(comparison: Comparison) -> Briefing:
    return build_briefing(comparison, engine=Engine(reader="builtin", version="0"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Lise Aune withdrew her earlier statement that the crane was tested.", "the crane was tested", id="withdrew a statement"),
        pytest.param("The mayor retracted her claim that the crane was tested.", "the crane was tested", id="retracted a claim"),
        pytest.param("Lise Aune took back her words that the crane was tested.", "the crane was tested", id="took back words"),
        pytest.param("Lise Aune walked back her account that the crane was tested.", "the crane was tested", id="walked back an account"),
    ],
)  # fmt: skip
def test_what_is_taken_back_is_quoted_with_the_word_that_does_so(text: str, told: str) -> None:
    (found,) = claims(text)
    assert (found.text, found.quote) == (told, text.rstrip("."))
    assert "withdrawn statement" in found.flags


@pytest.mark.parametrize("text", ["The crew withdrew from the pier.", "The bank withdrew the card."])
def test_what_is_withdrawn_otherwise_is_no_statement(text: str) -> None:
    assert [c.flags for c in claims(text)] == [()]


def test_a_dispute_ends_where_one_side_takes_its_statement_back() -> None:
    before = compare(("Post", SUNDAY, SAID))
    assert [t.status for t in before.threads] == ["disputed"]
    comparison = compare(("Post", SUNDAY, SAID), ("Herald", WEDNESDAY, WITHDRAWN))
    (thread,) = comparison.threads
    assert thread.status == "single_origin"
    assert [(r.label, r.basis) for r in comparison.relations if r.label == "corrects"] == [
        ("corrects", "rule:revision")
    ]
    sections = build_sections(brief(comparison))
    assert sections.disputed == ()
    (change,) = sections.changed
    assert (change.label, [p.answer for p in change.earlier], change.later.answer) == (
        "corrects",
        ["yes"],
        "taken back",
    )
    assert change.later.name == "Lise Aune"
    assert not any("withdrew" in event.position.lead.quote for event in sections.timeline)


def test_what_another_takes_back_says_nothing_on_what_one_says() -> None:
    comparison = compare(
        ("Post", SUNDAY, SAID.partition(". ")[0] + "."),
        ("Herald", WEDNESDAY, "Per Holm withdrew his claim that the crane at Pier 4 was tested in March."),
    )
    assert comparison.relations == ()


FIRST = "Police said a sailor was arrested over the fire at Pier 4."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(FIRST.replace("over", "on Sunday night over"), "The harbour court said a sailor was arrested on Tuesday over the fire at Pier 4.", id="on another day"),
        pytest.param(FIRST, "The harbour court said a sailor was arrested on Tuesday over the fire at Pier 4.", id="after the first was told"),
    ],
)  # fmt: skip
def test_a_later_deed_of_the_same_kind_confirms_nothing(one: str, two: str) -> None:
    comparison = compare(("Post", MONDAY, one), ("Herald", WEDNESDAY, two))
    assert {r.label for r in comparison.relations} <= {"compatible"}
    assert [t.status for t in comparison.threads] == ["single_origin", "single_origin"]


def test_the_same_deed_told_on_two_days_is_agreed() -> None:
    later = "The harbour court said a sailor was arrested on Sunday over the fire at Pier 4."
    (thread,) = compare(("Post", MONDAY, FIRST), ("Herald", WEDNESDAY, later)).threads
    assert thread.status == "agreed"
