import pytest

from counterclaim.relate.institutions import name_institutions
from counterclaim.relate.offices import find_offices
from counterclaim.text.reader import read_article
from small_accounts import article

DIED = "Nine people died, the Civil Protection Directorate said."


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param(f"{DIED} Two are missing, director general Ana Roy said.", ["directorate"], id="director-general"),
        pytest.param("Nine shops closed, the Food Safety Inspectorate said. Two will open, chief inspector Ana Roy said.", ["inspectorate"], id="inspector"),
        pytest.param("Nine shops closed, the Food Ministry said. Two will open, food minister Ana Roy said.", ["ministry"], id="minister-of-the-ministry"),
        pytest.param("Nine shops closed, the Food Ministry said. Two will open, finance minister Ana Roy said.", [], id="minister-of-another"),
        pytest.param(f"{DIED} Two are missing, said the clinic’s director, Ana Roy.", [], id="of-another-body"),
        pytest.param(f"{DIED} Two are missing, duty analyst Ana Roy said.", [], id="another-title"),
        pytest.param("Two are missing, director general Ana Roy said. Nine people died, the Civil Protection Directorate said.", [], id="before-the-body"),
        pytest.param("Nine people died, the directorate said. Two are missing, director general Ana Roy said.", [], id="a-body-without-a-name"),
        pytest.param("Nine people died. Two are missing, director general Ana Roy said.", [], id="no-body"),
    ],
)  # fmt: skip
def test_a_title_is_of_the_body_that_spoke_before(text: str, held: list[str]) -> None:
    assert [body.kind for body in find_offices([read_article(article(text))]).values()] == held


def test_whom_two_bodies_have_is_of_neither() -> None:
    one = f"{DIED} Two are missing, director general Ana Roy said."
    told = [read_article(article(t)) for t in (one, one.replace("Civil Protection", "Sea Rescue"))]
    assert not find_offices(told)


def test_the_head_of_a_body_speaks_for_it_in_every_article() -> None:
    first = read_article(article(f"{DIED} Two are missing, director general Ana Roy said."))
    later = read_article(article("Twelve people died, Ana Roy said.", outlet="Herald"))
    named = name_institutions([first, later])
    assert {c.attribution[0].institution for d in named for c in d.claims} == {"Civil Protection Directorate"}
