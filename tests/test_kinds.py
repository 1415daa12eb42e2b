import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.kinds import exclude, find_members
from counterclaim.text.lexicon import stem


def stems(phrase: str) -> frozenset[str]:
    return frozenset(stem(w) for w in phrase.split())


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        pytest.param("kitchen", "boiler room", True, id="rooms"),
        pytest.param("kitchen", "house", False, id="a-room-may-lie-in-the-house"),
        pytest.param("hospital", "home", True, id="where-somebody-died"),
        pytest.param("hospital", "Karsk clinic", False, id="one-thing-by-two-names"),
        pytest.param("gas leak", "lightning", True, id="causes"),
        pytest.param("leak", "brakes", False, id="two-kinds"),
        pytest.param("lorry", "bus", True, id="vehicles"),
        pytest.param("lorry", "vehicle", False, id="a-wider-name"),
        pytest.param("army", "rebels", True, id="fighters"),
        pytest.param("army", "government", False, id="who-commands-it"),
        pytest.param("leaking battery", "leak", False, id="a-member-in-common"),
        pytest.param("table", "chair", False, id="of-no-kind"),
    ],
)
def test_members_of_one_kind_exclude_each_other(a: str, b: str, *, apart: bool) -> None:
    assert exclude(stems(a), stems(b)) is exclude(stems(b), stems(a)) is apart


@given(st.frozensets(st.sampled_from("kitchen cellar home hospital leak lorry house ship".split())))
def test_nothing_excludes_itself(words: frozenset[str]) -> None:
    assert not exclude(stems(" ".join(words)), stems(" ".join(words)))


def test_a_word_of_no_kind_has_no_member() -> None:
    assert find_members(stems("table")) == frozenset()
