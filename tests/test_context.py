import pytest

from counterclaim.core.records import Article, Claim
from counterclaim.note.context import find_after, find_before

TEXT = "The east gate was locked. It stayed shut, the mayor said, and they left.\n\nIt rained."


def quoted(quote: str) -> Claim:
    start = TEXT.index(quote)
    return Claim(id="c", article="a", quote=quote, start=start, end=start + len(quote), text=quote, question="?", answer="", attribution=())  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "before"),
    [
        pytest.param("It stayed shut", "“The east gate was locked.”", id="the sentence before"),
        pytest.param("they left", "“It stayed shut, the mayor said, and”", id="of its own sentence"),
        pytest.param("It rained", "", id="another paragraph"),
        pytest.param("The east gate", "", id="nothing before"),
    ],
)
def test_what_stands_before_a_quote(quote: str, before: str) -> None:
    assert find_before(Article(id="a", source="a", text=TEXT, sha256=""), quoted(quote)) == before


def test_no_article_and_no_such_place() -> None:
    claim = quoted("It rained")
    assert find_before(None, claim) == ""
    assert find_before(Article(id="a", source="a", text="Short.", sha256=""), claim) == ""


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param(
            "Shots were heard, she said, but the town was quiet.", "“but the town was quiet”", id="against"
        ),
        pytest.param(
            "Shots were heard though not in the town centre.",
            "“though not in the town centre”",
            id="no-comma",
        ),
        pytest.param("Shots were heard and then it rained.", "", id="and"),
        pytest.param("Shots were heard. But the town was quiet.", "", id="another-sentence"),
        pytest.param("Shots were heard, but no more.", "“but no more”", id="three-words"),
        pytest.param("Shots were heard, but briefly.", "", id="too-little"),
        pytest.param("Shots were heard", "", id="nothing-follows"),
    ],
)
def test_what_a_sentence_sets_against_its_quote(text: str, after: str) -> None:
    claim = Claim(id="c", article="a", quote="Shots were heard", start=0, end=16, text="Shots were heard", question="?", answer="", attribution=())  # fmt: skip
    assert find_after(Article(id="a", source="a", text=text, sha256=""), claim) == after
    assert find_after(None, claim) == ""
