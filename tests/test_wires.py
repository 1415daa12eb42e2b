"""Papers that credit one agency are one newsroom, in whatever words they print it."""

import pytest

from counterclaim.core.records import Article, ArticleDigest
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.wires import find_wire
from counterclaim.text.reader import read_article

ONE = "Fourteen people were hurt in a blast at the Lodd yard on Monday.\n\nThe road beside it was shut."
OTHER = "Fourteen people were hurt on Monday when the Lodd yard was shaken by an explosion.\n\nWork stopped at noon."


def digest(text: str, outlet: str, byline: str | None = None) -> ArticleDigest:
    return read_article(
        Article(id=f"a-{outlet}", source=outlet, outlet=outlet, byline=byline, text=text, sha256="")
    )


@pytest.mark.parametrize(
    ("text", "byline", "wire"),
    [
        pytest.param(f"LODD (Reuters) - {ONE}", None, "Reuters", id="dateline"),
        pytest.param(f"{ONE}\n\n(Reuters)", None, "Reuters", id="last line"),
        pytest.param(f"{ONE}\n\nReporting by AFP", None, "AFP", id="reporting by"),
        pytest.param(f"{ONE}\n\n(Coast Agency)", None, "Coast Agency", id="another agency"),
        pytest.param(ONE, "Ann Lee, Reuters", "Reuters", id="byline"),
        pytest.param(ONE, "Ann Lee", None, id="no credit"),
        pytest.param(f"{ONE}\n\nReuters was told nothing.", None, None, id="a sentence about it"),
    ],
)
def test_what_an_article_credits(text: str, byline: str | None, wire: str | None) -> None:
    assert find_wire(Article(id="a", source="a", outlet="Post", byline=byline, text=text, sha256="")) == wire


@pytest.mark.parametrize(
    ("digests", "newsrooms"),
    [
        pytest.param([digest(ONE, "Harbour Times"), digest(OTHER, "Northern Mail")], 2, id="no credit"),
        pytest.param(
            [
                digest(f"LODD (Reuters) - {ONE}", "Harbour Times"),
                digest(f"{OTHER}\n\n(Reuters)", "Northern Mail"),
            ],
            0,
            id="both credit it",
        ),
        pytest.param(
            [digest(f"LODD (Reuters) - {ONE}", "Harbour Times"), digest(OTHER, "Reuters")], 0, id="the agency"
        ),
        pytest.param(
            [digest(f"{ONE}\n\n(AFP)", "Harbour Times"), digest(f"{OTHER}\n\n(Reuters)", "Northern Mail")],
            2,
            id="two agencies",
        ),
    ],
)
def test_one_agency_is_one_newsroom(digests: list[ArticleDigest], newsrooms: int) -> None:
    threads = compare_digests(digests).threads
    assert max(t.independent_origins if t.own_reports else 0 for t in threads) == newsrooms
