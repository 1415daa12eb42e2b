"""Corrections that an article prints of itself: the old figure is withdrawn, the new one stands."""

import pytest

from counterclaim.core.records import Article, ArticleDigest
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import CORRECTED, WITHDRAWN, read_article

LEAD = "Eleven people were hurt in a blast at the Lodd yard on Monday, police said.\n\n"


def read(text: str, outlet: str = "Harbour Times") -> ArticleDigest:
    return read_article(Article(id=f"a-{outlet}", source=outlet, outlet=outlet, text=text, sha256=""))


@pytest.mark.parametrize(
    "note",
    [
        pytest.param(
            "Correction: an earlier version of this article said 14 people were hurt; the number is 11.",
            id="semicolon",
        ),
        pytest.param(
            "This article was amended on 12 March 2026. An earlier version said 14 people were hurt. The correct figure is 11.",
            id="amended",
        ),
        pytest.param(
            "Clarification: A previous version of this story stated that 14 people had been hurt. It was 11.",
            id="clarification",
        ),
        pytest.param(
            "Correction (10 March): The original version of this story said that 14 people were hurt. In fact 11 were hurt.",
            id="dated",
        ),
        pytest.param(
            "Editor's note: This article originally stated that 14 people were hurt.", id="originally"
        ),
        pytest.param(
            "(This version of the March 9 story corrects the number of hurt to 11 from 14 in paragraph 2.)",
            id="agency",
        ),
        pytest.param("(Corrects number of injured to 11 from 14 in first paragraph)", id="agency-short"),
    ],
)
def test_the_old_figure_is_withdrawn_and_the_new_one_stands(note: str) -> None:
    found = {(q.low, WITHDRAWN in c.flags) for c in read(LEAD + note).claims for q in c.quantities}
    assert found == {(11, False), (14, True)}
    withdrawn = next(c for c in read(LEAD + note).claims if WITHDRAWN in c.flags)
    assert [link.name for link in withdrawn.attribution] == ["Harbour Times"]


@pytest.mark.parametrize(
    "note",
    [
        pytest.param(
            "CORRECTION: This story has been corrected to say that 11 people were hurt, not 14.", id="not"
        ),
        pytest.param(
            "A previous version of this story misstated the number of people hurt. It is 11, not 14.",
            id="misstated",
        ),
    ],
)
def test_what_a_figure_is_not_is_no_claim(note: str) -> None:
    assert {q.low for c in read(LEAD + note).claims for q in c.quantities} == {11}


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("This article was amended on 12 March.", id="amended"),
        pytest.param("An earlier version of this report said the bridge had been closed.", id="no figure"),
    ],
)
def test_what_was_changed_in_the_article_is_no_event(note: str) -> None:
    digest = read(LEAD + note)
    assert all("Lodd yard" in claim.quote for claim in digest.claims)
    assert [dropped.reason for dropped in digest.dropped] == [CORRECTED]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("An earlier report said 14 people were hurt.", id="another report"),
        pytest.param("A report published on Sunday said 14 people were hurt.", id="a report"),
        pytest.param("The bill was amended to pay 14 people.", id="a bill"),
        pytest.param("The first version of the engine gave 14 kilowatts.", id="a version of a thing"),
    ],
)
def test_what_is_no_correction(text: str) -> None:
    assert [WITHDRAWN in c.flags for c in read(text).claims] == [False]


def test_the_new_figure_corrects_the_old_and_nobody_elses() -> None:
    note = "Correction: an earlier version of this article said 14 people were hurt; the number is 11."
    other = "Fourteen people were hurt in a blast at the Lodd yard on Monday, the hospital said."
    compared = compare_digests([read(LEAD + note), read(other, "Lodd Echo")])
    claims = {c.id: c for d in compared.digests for c in d.claims}
    pairs = [(claims[r.a].answer, claims[r.b].answer) for r in compared.relations if r.label == "corrects"]
    assert pairs == [("11", "14")]
    assert any(r.label == "contradicts" for r in compared.relations)
