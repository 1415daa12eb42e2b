import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.records import Attribution, TimeInterval
from counterclaim.relate.lineage import (
    Kinship,
    classify_independence,
    compare_as_of,
    compare_originators,
    is_later,
    name_key,
    opposed,
    originator,
    said_later,
    same_bearer,
    same_side,
    side_key,
    speaks_for_unnamed,
    time_between,
)
from counterclaim.relate.slots import Slots
from small_accounts import MONDAY, SUNDAY, TUESDAY, claim, narrated, said_by, slot

NAMES = st.sampled_from(
    (
        None,
        "Ana Ruiz",
        "Ruiz",
        "the Health Ministry",
        "Belmoria’s army",
        "Belmorian forces",
        "Mr Ivo Land",
        "the",
        "police",
    )
)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("Ruiz", "Mayor Ana Ruiz", True, id="surname"),
        pytest.param("Mr Ruiz", "Ms Ruiz", True, id="titles-do-not-count"),
        pytest.param("Ana Ruiz", "Ivo Land", False, id="others"),
        pytest.param("Health Ministry", "Defence Ministry", False, id="one-word-in-common"),
        pytest.param(None, "Ruiz", False, id="not-known"),
        pytest.param("the", "Ruiz", False, id="only-function-words"),
    ],
)
def test_bearers(a: str | None, b: str | None, *, expected: bool) -> None:
    assert same_bearer(a, b) is same_bearer(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("Belmoria’s army", "Belmorian forces", True, id="one-country"),
        pytest.param("the army", "the government", False, id="no-country-named"),
        pytest.param("Belmoria’s army", "Arvania’s army", False, id="two-countries"),
        pytest.param(None, "Belmoria", False, id="not-known"),
        pytest.param("police", "police", True, id="one-bearer"),
        pytest.param("Belmoria’s army", "Belmorian statement", True, id="a-statement-of-its-country"),
    ],
)
def test_sides(a: str | None, b: str | None, *, expected: bool) -> None:
    assert same_side(a, b) is same_side(b, a) is expected


@given(NAMES, NAMES)
def test_kinship_of_names_is_symmetric(a: str | None, b: str | None) -> None:
    assert same_bearer(a, b) is same_bearer(b, a)
    assert same_side(a, b) is same_side(b, a)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        pytest.param((said_by("Ruiz"),), (said_by("Ana Ruiz"),), "same", id="same"),
        pytest.param(
            (said_by("Ivo Land", side="Belmoria"),), (said_by("Belmoria’s army"),), "same_side", id="side"
        ),
        pytest.param((said_by("Ruiz"),), (said_by("Land"),), "other", id="other"),
        pytest.param((said_by(None),), (said_by("Land"),), "unknown", id="nameless"),
        pytest.param((said_by("Land"),), (narrated(),), "unknown", id="narration-and-speech"),
        pytest.param((narrated("Post"),), (narrated("Odrin Post"),), "same", id="one-outlet"),
        pytest.param((narrated("Post"),), (narrated("Herald"),), "unknown", id="two-outlets"),
        pytest.param((), (narrated("Herald"),), "unknown", id="no-chain"),
    ],
)
def test_kinship(one: tuple[Attribution, ...], two: tuple[Attribution, ...], expected: Kinship) -> None:
    a, b = claim("x", chain=one), claim("y", chain=two)
    assert compare_originators(a, b) == compare_originators(b, a) == expected


def test_narration_has_no_originator() -> None:
    assert originator(claim("x", chain=(narrated(),))) is None
    assert originator(claim("x")) is None
    assert side_key(claim("x")) == frozenset()
    assert side_key(claim("x", chain=(said_by("Ivo Land", side="Belmoria"),))) == {"belmoria"}
    assert name_key("the Miners’ Union") == {"miners", "union"}


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        pytest.param((said_by("its media wing"),), True, id="whose-is-not-said"),
        pytest.param((said_by("a spokesman", side="Belmoria"),), False, id="side-is-known"),
        pytest.param((Attribution(name="Ivo Land", role="spokesman"),), True, id="role"),
        pytest.param((said_by("Ivo Land"),), False, id="speaks-for-himself"),
        pytest.param((said_by("Belmorian statement"),), False, id="whose-is-in-the-name"),
        pytest.param((said_by("Officials"),), True, id="a-capital-is-no-name"),
        pytest.param((narrated(),), False, id="narration"),
    ],
)
def test_mouthpieces(chain: tuple[Attribution, ...], *, expected: bool) -> None:
    assert speaks_for_unnamed(claim("x", chain=chain)) is expected


def told(text: str, published: str | None = TUESDAY) -> Slots:
    return slot(text, published=published)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("12 men died on Monday.", "9 men died on Sunday.", "after", id="after"),
        pytest.param("12 men died on Sunday.", "9 men died on Monday.", "before", id="before"),
        pytest.param("12 men died on Monday.", "9 men died on Monday.", "same", id="same-day"),
        pytest.param("12 men died on Monday.", "9 men died.", "unknown", id="one-without"),
    ],
)
def test_as_of(a: str, b: str, expected: str) -> None:
    assert compare_as_of(told(a), told(b)) == expected


def test_an_open_end_cannot_be_ordered() -> None:
    now = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
    since = TimeInterval(text="since March", start=now, end=None)
    never = TimeInterval(text="some day")
    a, b = told("12 men died.")._replace(as_of=since), told("9 men died.")._replace(as_of=never)
    assert compare_as_of(a, b) == "unknown"
    assert is_later(a, b) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(TUESDAY, MONDAY, True, id="later"),
        pytest.param(MONDAY, TUESDAY, False, id="earlier"),
        pytest.param(MONDAY, MONDAY, None, id="at-once"),
        pytest.param(MONDAY, None, None, id="date-missing"),
    ],
)
def test_saying_later(a: str | None, b: str | None, *, expected: bool | None) -> None:
    one, two = told("12 men died.", a), told("9 men died.", b)
    assert said_later(one, two) is is_later(one, two) is expected


def test_as_of_beats_publication() -> None:
    late, early = told("9 men died on Sunday.", TUESDAY), told("12 men died on Monday.", MONDAY)
    assert is_later(late, early) is False


def test_a_count_holds_as_of_the_end_of_what_it_names() -> None:
    late, early = told("9 men had died by Sunday.", TUESDAY), told("12 men had died by Monday.", MONDAY)
    assert is_later(late, early) is False


def test_wall_clocks_are_compared_where_a_zone_is_missing() -> None:
    zoned = dt.datetime(2025, 3, 2, 12, tzinfo=dt.UTC)
    assert time_between(zoned, zoned.replace(tzinfo=None)) == dt.timedelta(0)
    assert time_between(zoned, zoned) == dt.timedelta(0)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("Arvania", "Belmoria", True, id="both-sides"),
        pytest.param("Arvania", "Arvania", False, id="one-side"),
        pytest.param("Arvania", "Norrland", False, id="bystander"),
        pytest.param("Arvania", None, False, id="nameless"),
    ],
)
def test_opposed_sides(a: str, b: str | None, *, expected: bool) -> None:
    disputes = [frozenset({"arvania", "belmoria"})]
    one, two = claim("x", chain=(said_by(a),)), claim("y", chain=(said_by(b),))
    assert opposed(one, two, disputes) is opposed(two, one, disputes) is expected
    assert opposed(one, two, []) is False
    assert SUNDAY < MONDAY


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param("media reports", True, id="media-reports"),
        pytest.param("local newspapers", True, id="local-newspapers"),
        pytest.param("Radio Karsk", False, id="a-named-outlet"),
    ],
)
def test_the_press_at_large_names_nobody(told: str, *, expected: bool) -> None:
    assert speaks_for_unnamed(claim("12 died.", chain=(said_by(told), narrated("Post")))) is expected


def test_who_is_told_by_the_teller_of_the_other_is_no_second_origin() -> None:
    first = claim("12 died.", chain=(said_by("the road agency"), narrated("Alpha")))
    second = claim("12 died.", chain=(said_by("Alpha"), narrated("Beta")))
    other = claim("12 died.", chain=(said_by("Gamma"), narrated("Delta")))
    assert classify_independence(first, second, one_text=False) == "I1"
    assert classify_independence(first, other, one_text=False) == "I3"


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        pytest.param("Kabul", "Taliban regime", "IU", id="a-seat-and-a-regime"),
        pytest.param("Damascus", "the transitional government", "IU", id="a-seat-and-a-government"),
        pytest.param("Moscow", "Kyiv", "I3", id="two-seats"),
        pytest.param("Kabul", "Pakistan’s government", "I3", id="a-government-of-a-named-state"),
        pytest.param("Kabul", "chamber of commerce", "I3", id="no-government"),
    ],
)
def test_a_seat_of_government_may_be_the_government_of_no_named_state(
    one: str, two: str, expected: str
) -> None:
    a, b = (
        claim("It sank.", of=f"a-{i}", name=f"c-{i}", chain=(Attribution(name=name, mode="indirect"),))
        for i, name in enumerate((one, two))
    )
    assert (
        classify_independence(a, b, one_text=False) == classify_independence(b, a, one_text=False) == expected
    )
