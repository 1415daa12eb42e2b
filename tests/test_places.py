import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.places import find_place, find_site
from counterclaim.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "nine died in the neighbouring district of Upper Dorvel on Sunday", "Upper Dorvel", id="qualified"
        ),
        pytest.param("nine died in Issa province", "Issa province", id="kind-follows"),
        pytest.param("in the mountain province of Issa", "Issa", id="kind-before"),
        pytest.param("polls opened across Norrland", "Norrland", id="ends-the-clause"),
        pytest.param("shares fell in Karsk’s", "Karsk", id="possessive"),
        pytest.param("in Karsk were found", "Karsk", id="verb-follows"),
        pytest.param("in Karsk, the port", "Karsk", id="comma-follows"),
        pytest.param("it ended at midnight because Norrland had asked", None, id="another-clause"),
        pytest.param("held in Afghan custody", None, id="name-qualifies-a-noun"),
        pytest.param("near the river", None, id="no-name"),
        pytest.param("at 14 kilometres in May", None, id="month-and-number"),
        pytest.param("in or out of Karsk", None, id="stop-word"),
        pytest.param("in the a the a the a Karsk", None, id="out-of-reach"),
        pytest.param("in talks held Karsk voted", None, id="verb-in-between"),
        pytest.param("it rose across", None, id="nothing-follows"),
        pytest.param("in force, the vote in Odrin", "Odrin", id="second-preposition"),
        pytest.param("Karsk voted", None, id="no-preposition"),
        pytest.param("halted at the request of Qatar", None, id="whose-request"),
        pytest.param("the firm is in the hands of Orbane", None, id="whose-hands"),
        pytest.param("talks led at the head of Corvane", None, id="whose-head"),
        pytest.param("it ran into the Merrow town of Ellisfeld", "Ellisfeld", id="named-after-its-kind"),
        pytest.param("it leaked into the river Ottle", "river Ottle", id="kind-before"),
        pytest.param("shot near Mount Orvo", "Mount Orvo", id="kind-in-the-name"),
    ],
)
def test_places(text: str, expected: str | None) -> None:
    assert find_place(tokenize(text)) == expected


@given(
    st.text(alphabet=st.sampled_from("in Karsk’s of Odrin province, May were 12 ").filter(bool)) | st.text()
)
def test_a_place_is_worded_in_the_clause(text: str) -> None:
    place = find_place(tokenize(text))
    assert place is None or all(word in text for word in place.split())


@pytest.mark.parametrize(
    ("text", "site"),
    [
        pytest.param("no ambulance reached the north stand", "the north stand", id="behind-a-verb"),
        pytest.param("no box left that hall", "that hall", id="that"),
        pytest.param("12 men died in the tunnel, in the dark", "the tunnel", id="behind-a-preposition"),
        pytest.param("the police stand by it", None, id="a-verb"),
        pytest.param("the hall went dark", None, id="the-doer"),
        pytest.param("the situation on the ground", None, id="idiom"),
        pytest.param("it lies in a field", None, id="any-field"),
        pytest.param("at the gates of the town hall doors", None, id="of-what-follows"),
        pytest.param("the", None, id="bare"),
    ],
)
def test_a_certain_place_without_a_name(text: str, site: str | None) -> None:
    assert find_site(tokenize(text)) == site
