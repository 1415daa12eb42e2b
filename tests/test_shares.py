import pytest

from counterclaim.relate.scope import differ_in_population
from counterclaim.text.lexicon import concept
from counterclaim.text.shares import find_base
from small_accounts import slot

BASES = {
    "of": ("Around 60 percent of health workers have been vaccinated.", "60 percent", "worker"),
    "of-the": ("Some 40 per cent of the wheat was lost.", "40 per cent", "wheat"),
    "formed": ("Families with children made up 40 percent of arrivals.", "40 percent", "family"),
    "accounted": ("Solar plants accounted for 12 per cent of output.", "12 per cent", "plant"),
    "share-of": ("The share of girls who passed was 91 percent.", "91 percent", "girl"),
    "none": ("Turnout was 61 per cent.", "61 per cent", None),
}
SCOPES = {
    "bases": ("60 percent of nurses were vaccinated.", "18 percent of pupils were vaccinated.", "different_scope"),
    "formed": ("Minors made up 15 percent of arrivals.", "Families made up 40 percent of arrivals.", "different_scope"),
    "girls-and-boys": ("The share of girls was 91 percent.", "The share of boys was 86 percent.", "different_scope"),
    "qualified": ("40 percent of state schools closed.", "12 percent of private schools closed.", "different_scope"),
    "total-and-named": ("Exports to Karsk fell by 12 percent.", "Total exports rose by 2 percent.", "different_scope"),
    "one-base": ("60 percent of the dockers stopped work.", "A quarter of the stevedores stopped work.", None),
    "closer-base": ("60 percent of the dockers stopped.", "20 percent of the union dockers stopped.", None),
    "no-base": ("Turnout was 61 per cent.", "Turnout was 54 per cent.", None),
}  # fmt: skip


@pytest.mark.parametrize("name", BASES)
def test_the_base_of_a_share(name: str) -> None:
    text, share, head = BASES[name]
    found = find_base(text, share)
    assert (found.head if found else None) == (concept(head) if head else None)


@pytest.mark.parametrize("name", SCOPES)
def test_shares_of_two_bases_are_not_compared(name: str) -> None:
    a, b, label = SCOPES[name]
    one, two = slot(a), slot(b, outlet="Evening Paper")
    for verdict in (differ_in_population(one, two), differ_in_population(two, one)):
        assert (getattr(verdict, "label", None)) == label
