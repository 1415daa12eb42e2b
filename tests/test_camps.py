"""Whose people are counted, and what is one group: a label dispute needs the same people."""

import pytest

from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import TUESDAY, article

PARTIES = "Arvania’s army", "Belmoria’s government"


def labels(one: str, two: str) -> set[tuple[str, bool]]:
    """The labels between the figures of two accounts, and whether a label dispute is marked."""
    accounts = [
        read_article(article(t, outlet=o, published=TUESDAY)) for o, t in (("Post", one), ("Herald", two))
    ]
    return {(r.label, "label dispute" in r.tags) for r in compare_digests(accounts).relations}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        pytest.param("Arvania’s army said 200 Belmorian fighters were killed.", "Belmoria’s government said 58 Arvanian soldiers were killed.", ("different_scope", False), id="each-of-the-other"),
        pytest.param("Arvania’s army said 23 Arvanian soldiers were killed.", "Belmoria’s government said 9 Belmorian fighters were killed.", ("different_scope", False), id="each-of-its-own"),
        pytest.param("Arvania’s army said 23 Arvanian soldiers were killed.", "Arvania’s army said 200 Belmorian fighters were killed.", ("different_scope", False), id="one-speaker"),
        pytest.param("Arvania’s army said 40 militants were killed.", "Belmoria’s government said 40 soldiers were killed.", ("undetermined", True), id="no-names"),
        pytest.param("Arvania’s army said 200 Karsk fighters were killed.", "Belmoria’s government said 9 Belmorian soldiers were killed.", ("undetermined", True), id="perhaps-the-same"),
        pytest.param("Arvania’s army said over 200 Torvaks were killed.", "Arvania’s army said more than 200 Torvaks fighters were killed.", ("equivalent", False), id="a-group-by-its-bare-name"),
        pytest.param("Police said 300 Rovers were arrested.", "Police said 300 Rovers supporters were arrested.", ("equivalent", False), id="supporters"),
    ],
)  # fmt: skip
def test_labels_of_named_people(one: str, two: str, expected: tuple[str, bool]) -> None:
    assert labels(one, two) == labels(two, one) == {expected}
