import pytest

from counterclaim.core.records import Attribution, Claim, Relation, Status
from counterclaim.relate.standing import Held, find_standing
from small_accounts import claim, figure, narrated, relation, said_by


def held(
    *claims: Claim, relations: tuple[Relation, ...] = (), replaced: frozenset[str] = frozenset()
) -> Held:
    return Held(claims, relations, replaced)


def told(name: str, speaker: str | None, text: str = "12 men died", *, bare: bool = False) -> Claim:
    chain: tuple[Attribution, ...] = (said_by(speaker),) if speaker else ()
    quantities = () if bare else (figure(text),)
    return claim(
        text, name=name, of=f"a-{name}", chain=(*chain, narrated(f"Outlet {name}")), quantities=quantities
    )


def stand(made: Held) -> tuple[Status, int]:
    found = find_standing(made, (), frozenset(), {})
    return found.status, found.independent


def test_the_origins_of_an_agreement_are_those_that_agree() -> None:
    three = (told("a", "the police"), told("b", "the union"), told("c", "the mayor", "9 men died"))
    joined = (relation("a", "equivalent", "b"), relation("a", "compatible", "c"))
    assert stand(held(*three, relations=joined)) == ("agreed", 2)


def test_what_a_later_count_may_have_replaced_is_not_agreed() -> None:
    three = (told("a", "the police"), told("b", "the union"), told("c", "the mayor", "15 men died"))
    later = (
        relation("a", "equivalent", "b"),
        relation("c", "possible_update", "a"),
        relation("c", "possible_update", "b"),
    )
    assert stand(held(*three, relations=later)) == ("unclear", 3)


def test_a_state_that_another_says_has_turned_is_not_agreed() -> None:
    texts = ("The gates were open", "They opened the gates", "All gates were shut")
    speakers = ("the police", "the union", "the mayor")
    gates = tuple(told(n, s, t, bare=True) for n, s, t in zip("abc", speakers, texts, strict=True))
    turned = (relation("a", "equivalent", "b"), relation("a", "possible_update", "c"))
    assert stand(held(*gates, relations=turned)) == ("unclear", 3)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("possible_update", "unclear", id="another-figure"),
        pytest.param("equivalent", "single_origin", id="the-same-figure"),
    ],
)
def test_an_outlet_with_another_figure_is_no_carrier_of_the_speaker(label: str, expected: Status) -> None:
    two = (told("a", "the police"), told("b", None, "15 men died"))
    assert stand(held(*two, relations=(relation("b", label, "a"),))) == (expected, 1)


def test_two_speakers_in_one_article_are_not_one_origin() -> None:
    two = (told("a", "the police"), told("b", "the union", "15 men died"))
    one_article = tuple(c.model_copy(update={"article": "a-1"}) for c in two)
    assert stand(held(*one_article)) == ("unclear", 2)
