import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.note.html.quotes import Quotes, Reference
from counterclaim.note.view import Citation
from page_tree import Element, read_page
from small_note import article

TEXT = "One two three.\n\nFour five, six seven.\n \nEight nine."


def cite(start: int, end: int, text: str = TEXT) -> Citation:
    return Citation("c", "a", "The Post", "", text[start:end], start, end)


def marked(text: str, *spans: tuple[int, int]) -> tuple[Quotes, list[Element]]:
    quotes = Quotes([article("a", text=text)])
    for start, end in spans:
        quotes.refer(cite(start, end, text))
    return quotes, [read_page(f"<p>{paragraph}</p>") for paragraph in quotes.paragraphs("a")]


def pieces(paragraphs: list[Element], number: int) -> list[str]:
    marks = [mark for paragraph in paragraphs for mark in paragraph.all("mark")]
    return [m.text for m in marks if m.attributes.get("id") == f"q{number}" or f"q{number}" in m.classes]


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        pytest.param([(4, 7)], [["two"]], id="one"),
        pytest.param([(0, 14), (4, 7)], [["One two three."], ["two"]], id="one in another"),
        pytest.param([(0, 7), (4, 13)], [["One two"], ["two", " three"]], id="overlapping"),
        pytest.param([(0, 7), (0, 13)], [["One two"], ["One two three"]], id="one start"),
        pytest.param([(4, 13), (8, 13)], [["two three"], ["three"]], id="one end"),
        pytest.param([(8, 20)], [["three.", "Four"]], id="over two paragraphs"),
        pytest.param([(4, 25), (8, 42)], [["two three.", "Four five"], ["three.", "Four five, six seven.", "Ei"]], id="overlapping over paragraphs"),
    ],
)  # fmt: skip
def test_marks(spans: list[tuple[int, int]], shown: list[list[str]]) -> None:
    quotes, paragraphs = marked(TEXT, *spans)
    assert [p.text for p in paragraphs] == ["One two three.", "Four five, six seven.", "Eight nine."]
    assert [pieces(paragraphs, number) for number in range(1, len(spans) + 1)] == shown
    split = {number for number, found in enumerate(shown, start=1) if len(found) > 1}
    assert set(map(int, re.findall(r"#q(\d+):target", quotes.rules()))) == split


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text(alphabet="ab<&\"' \n", min_size=1, max_size=60))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends).map(lambda p: (min(p), max(p))), max_size=8))
    return text, [(start, end) for start, end in dict.fromkeys(pairs) if text[start:end].strip()]


@given(texts_with_spans())
def test_the_pieces_of_a_mark_make_up_its_quote(given: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = given
    _, paragraphs = marked(text, *spans)
    assert squeeze("".join(p.text for p in paragraphs)) == squeeze(text)
    for number, (start, end) in enumerate(spans, start=1):
        assert squeeze("".join(pieces(paragraphs, number))) == squeeze(text[start:end])
    ids = [e.attributes["id"] for p in paragraphs for e in p if "id" in e.attributes]
    assert sorted(ids) == sorted(f"q{number}" for number in range(1, len(spans) + 1))


def test_one_number_a_span_and_the_first_link_has_the_return() -> None:
    quotes = Quotes([article("a", text=TEXT)])
    assert quotes.refer(cite(0, 7)) == Reference(1, "q1", first=True)
    assert quotes.refer(cite(4, 13)) == Reference(2, "q2", first=True)
    assert quotes.refer(cite(0, 7)) == Reference(1, "q1")


@pytest.mark.parametrize(
    ("citation", "reference"),
    [
        pytest.param(cite(0, 7)._replace(quote="One one"), Reference(None, "a1"), id="other words"),
        pytest.param(cite(0, 7)._replace(start=900, end=907), Reference(None, "a1"), id="beyond the text"),
        pytest.param(cite(0, 7)._replace(start=-5, end=2), Reference(None, "a1"), id="before the text"),
        pytest.param(cite(0, 0), Reference(None, "a1"), id="nothing"),
        pytest.param(cite(0, 7)._replace(article="b"), Reference(None, None), id="no such article"),
    ],
)
def test_a_citation_that_does_not_stand_has_no_number(citation: Citation, reference: Reference) -> None:
    assert Quotes([article("a", text=TEXT)]).refer(citation) == reference
