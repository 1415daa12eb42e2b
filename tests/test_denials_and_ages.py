"""Denials, doers, ages and officers: what must not pass for an assertion, an agreement, a count or a second origin."""

import pytest

from counterclaim.core.records import Attribution, Briefing, Engine
from counterclaim.note.briefing import build_briefing
from counterclaim.note.cards import disputes
from counterclaim.note.opening import bottom_line
from counterclaim.note.placement import place_claims
from counterclaim.note.prose import denied_by
from counterclaim.note.register import register_briefing
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.institutions import find_wording
from counterclaim.text.completion import opens_with_verb
from counterclaim.text.quantities import find_quantities
from counterclaim.text.reader import read_article
from counterclaim.text.tokens import tokenize
from small_accounts import TUESDAY, article

GRANT = "The mayor said Hallmer had received £9 million in grants."
DENIAL = "Hallmer denied it had received £9 million in grants."


def brief(*texts: str) -> Briefing:
    outlets = ("Post", "Herald", "Courier")
    accounts = [
        read_article(article(text, outlet=outlet, published=TUESDAY))
        for outlet, text in zip(outlets, texts, strict=False)
    ]
    return build_briefing(compare_digests(accounts), engine=Engine(reader="builtin", version="0"))


def labels(one: str, two: str) -> set[str]:
    return {relation.label for relation in brief(one, two).relations}


def opening(*texts: str) -> str:
    made = brief(*texts)
    return " ".join(bottom_line(made, place_claims(register_briefing(made))))


def test_a_denied_figure_is_a_side_of_its_own() -> None:
    made = brief(GRANT, DENIAL)
    (dispute,) = disputes(place_claims(register_briefing(made)), made.relations)
    sides = {side.answer: [position.name for position in side.positions] for side in dispute.sides}
    assert sides == {"£9 million": ["mayor"], "not £9 million": ["Hallmer"]}


@pytest.mark.parametrize(
    ("texts", "told", "untold"),
    [
        pytest.param((GRANT, DENIAL), "(£9 million, said the mayor; denied by Hallmer)", "said Hallmer", id="in-dispute"),
        pytest.param((DENIAL, "The weather was fine, the mayor said."), "(£9 million), denied by Hallmer", "said Hallmer", id="alone"),
        pytest.param((GRANT, "The weather was fine, the abbot said."), "(£9 million), said the mayor", "denied", id="affirmed"),
        pytest.param((DENIAL, GRANT), "(£9 million, said the mayor; denied by Hallmer)", "said Hallmer", id="denied-first"),
    ],
)  # fmt: skip
def test_the_bottom_line_says_who_denies_a_figure(texts: tuple[str, str], told: str, untold: str) -> None:
    assert told in opening(*texts)
    assert untold not in opening(*texts)


def test_a_denied_figure_is_no_end_of_the_range() -> None:
    texts = (
        "The mayor said Hallmer had received £9 million in grants.",
        "The auditor said Hallmer had received £4 million in grants.",
        DENIAL,
    )
    ranges = [thread.figures for thread in brief(*texts).threads if thread.figures]
    assert [(found.low, found.high) for found in ranges] == [(4e6, 9e6)]


def test_a_figure_beside_what_is_negated_is_not_denied() -> None:
    told = opening("No council has recognised the border, a line of 2,600 kilometres, the envoy said.", GRANT)
    assert "not 2,600" not in told
    assert "denied" not in told


def test_who_denies_without_a_name() -> None:
    assert denied_by("speaker not stated in The Sun") == "denied, speaker not stated in The Sun"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Six Ostrian sailors were killed, the admiral said.", "Ostria’s premier denied that Ostrian sailors had boarded the ferry.", id="sailors"),
        pytest.param("Nine striking drivers were arrested, police said.", "The union denied that striking drivers had blocked the gate.", id="drivers"),
    ],
)  # fmt: skip
def test_a_denial_of_another_deed_is_no_answer_to_a_count(one: str, two: str) -> None:
    assert not (labels(one, two) | labels(two, one)) & {"denies", "contradicts"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Guards turned three trucks back at the Lorn crossing, the mayor said.", "The ministry denied that guards had sent trucks away at the Lorn crossing.", id="another-verb"),
        pytest.param("The mayor said Hallmer had received £9 million in grants.", "Hallmer denied it had received grants.", id="without-the-figure"),
    ],
)  # fmt: skip
def test_a_denial_of_the_deed_is_one(one: str, two: str) -> None:
    assert (labels(one, two) | labels(two, one)) & {"denies", "contradicts"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("Ostria’s navy opened fire first, Velnia’s coastguard said.", "Ostria’s foreign ministry said Velnian sailors had crossed the line and opened fire first.", id="dropped-subject"),
        pytest.param("Ostria’s navy opened fire first, Velnia’s coastguard said.", "Velnian sailors opened fire first, Ostria’s foreign ministry said.", id="full-subject"),
    ],
)  # fmt: skip
def test_two_doers_of_what_one_did_first_contradict(one: str, two: str) -> None:
    for first, second in ((one, two), (two, one)):
        assert labels(first, second) & {"contradicts"}
        assert not labels(first, second) & {"refines", "equivalent"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("opened fire first", True, id="its-verb"),
        pytest.param("attacked convoys again", True, id="again"),
        pytest.param("wounded men left", False, id="beside-a-noun"),
        pytest.param("improved roads", False, id="no-adverb"),
    ],
)
def test_a_clause_that_opens_with_its_verb(text: str, expected: bool) -> None:  # noqa: FBT001
    assert opens_with_verb(tokenize(text)) is expected


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("The youngest of the dead was 58 and the oldest 91.", [], id="of-the-dead"),
        pytest.param("The oldest victim was 91 and the youngest only 17.", [], id="victim"),
        pytest.param("The dead were aged between 58 and 91.", [], id="aged-between"),
        pytest.param("The oldest school lost 58 pupils.", ["58"], id="a-count"),
        pytest.param("The youngest party was 12 seats behind.", ["12"], id="seats"),
        pytest.param("The youngest was rescued and 12 died.", ["12"], id="another-clause"),
    ],
)
def test_ages_are_no_counts(text: str, figures: list[str]) -> None:
    assert [quantity.text for quantity in find_quantities(text)] == figures


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        pytest.param("A 52-year-old woman drowned at the weir, police said.", "A 19-year-old woman drowned at the weir, the hospital said.", False, id="two-women"),
        pytest.param("A woman aged 52 drowned at the weir, police said.", "A 19-year-old woman drowned at the weir, the hospital said.", False, id="two-wordings"),
        pytest.param("A 52-year-old woman drowned at the weir, police said.", "A 52-year-old woman drowned at the weir, the hospital said.", True, id="one-woman"),
    ],
)  # fmt: skip
def test_people_of_two_ages_are_two(one: str, two: str, same: bool) -> None:  # noqa: FBT001
    assert bool(labels(one, two) & {"equivalent", "refines", "compatible"}) is same


@pytest.mark.parametrize(
    ("role", "wording"),
    [
        pytest.param("police superintendent", "police", id="police"),
        pytest.param("Velnian police chief", "Velnian police", id="of-a-country"),
        pytest.param("fire service commander", "fire service", id="fire-service"),
        pytest.param("former police chief", "Ida Holt", id="has-left"),
        pytest.param("union chief", "Ida Holt", id="no-force"),
        pytest.param("police cook", "Ida Holt", id="no-rank"),
    ],
)
def test_an_officer_speaks_for_the_force(role: str, wording: str) -> None:
    assert find_wording(Attribution(name="Ida Holt", role=role)) == wording


def test_an_officer_and_the_force_are_one_origin() -> None:
    made = brief(
        "Nine people were killed, police said.",
        "Police superintendent Ida Holt said nine people were killed.",
    )
    assert {thread.independent_origins for thread in made.threads} == {1}


@pytest.mark.parametrize(
    ("two", "conflict"),
    [
        pytest.param("A fire in the same tunnel killed 31 people in 2016, the road agency said.", False, id="an-earlier-year"),
        pytest.param("A fire in the tunnel killed 31 people on Monday, the road agency said.", True, id="the-same-day"),
    ],
)  # fmt: skip
def test_the_dead_of_an_earlier_year_are_others(two: str, conflict: bool) -> None:  # noqa: FBT001
    one = "Police said 14 people died in the tunnel fire on Monday."
    assert bool(labels(one, two) & {"contradicts", "denies"}) is conflict
