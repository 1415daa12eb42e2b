"""One thing that lies ahead, told with another day; and what was ruled out, done after all."""

import pytest

from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, WEDNESDAY, article


def label(one: str, two: str, *, later: str = WEDNESDAY) -> str | None:
    """How the only statement of the later account relates to that of the earlier one."""
    accounts = [
        read_article(article(text, outlet=outlet, published=day))
        for outlet, text, day in (("Post", one, MONDAY), ("Herald", two, later))
    ]
    found = {(r.label, r.a) for r in compare_digests(accounts).relations}
    by_paper = {c.id: d.article.outlet for d in accounts for c in d.claims}
    assert all(by_paper[first] == "Herald" for name, first in found if "update" in name)
    return next((name for name, _ in found), None)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        pytest.param("The tramway is due to reopen on 20 March.", "The tramway will not now reopen before 27 March, the operator said.", "updates", id="not-before"),
        pytest.param("The verdict is expected to be read on 14 March.", "The reading of the verdict has been put off from 14 March to 21 March.", "updates", id="put-off"),
        pytest.param("The new governor is due to be sworn in on 1 April.", "The swearing-in has been postponed from 1 April to 15 April, the assembly said.", "updates", id="swearing-in"),
        pytest.param("Dock owner Ada Brun said the ferry would sail on Friday.", "According to Ada Brun, the old ferry would sail with the tide on Sunday.", "updates", id="one-speaker"),
        pytest.param("The ferry is due to sail on Friday.", "The old ferry is due to sail with the tide on Sunday.", "possible_update", id="no-speaker"),
        pytest.param("The pool is closed until Friday.", "The pool has been shut for another week, until 14 March.", "updates", id="closed-until"),
        pytest.param("Ada Brun said she would not resign.", "Ada Brun resigned on Wednesday.", "updates", id="done-after-all"),
        pytest.param("The bank will not close the branch.", "The bank closed the branch on Tuesday.", "possible_update", id="ruled-out-by-nobody"),
        pytest.param("The board said no paper would be resat.", "The chemistry paper will be resat on 20 March.", "possible_update", id="ordered-after-all"),
    ],
)  # fmt: skip
def test_a_later_account_of_what_lay_ahead(one: str, two: str, expected: str) -> None:
    assert label(one, two) == expected


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param("The tramway is due to reopen on Friday.", "The museum is due to reopen on Sunday.", id="two-things"),
        pytest.param("The east gate is due to reopen on Friday.", "The west gate is due to reopen on Sunday.", id="two-gates"),
        pytest.param("The tramway will reopen on 20 March.", "The tramway will not reopen before 14 March.", id="not-before-an-earlier-day"),
        pytest.param("Ada Brun expects the ferry to sail on Friday.", "Cal Dorn expects the ferry to sail on Sunday.", id="two-who-expect"),
        pytest.param("The tramway reopened on 3 February.", "The tramway will reopen on 20 March.", id="over-when-it-was-said"),
        pytest.param("The pool is closed until Friday.", "The rink has been shut until 14 March.", id="two-closed-things"),
        pytest.param("Ada Brun said she would not resign.", "Cal Dorn resigned on Wednesday.", id="another-who-resigned"),
        pytest.param("On Monday the main gate stayed shut.", "The main gate stayed closed on Wednesday, a guard said.", id="told-on-its-day"),
        pytest.param("The show will open in April.", "The show will open in May, the theatre said.", id="no-day"),
    ],
)  # fmt: skip
def test_what_is_no_other_day_of_one_plan(one: str, two: str) -> None:
    assert label(one, two) not in {"updates", "possible_update"}


def test_another_party_that_expects_what_was_ruled_out_contradicts() -> None:
    assert (
        label("The board said no paper would be resat.", "The union said the paper would be resat.")
        == "contradicts"
    )


def test_two_accounts_of_one_hour_are_no_update() -> None:
    assert (
        label("The ferry is due to sail on Friday.", "The ferry is due to sail on Sunday.", later=MONDAY)
        is None
    )
