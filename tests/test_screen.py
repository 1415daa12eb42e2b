import pytest
from rich.text import Text

from counterclaim.note.screen import Columns, bulleted, indented, labelled, print_lines

ROWS = [(Text("58"), Text("Ana Roy"), Text("The Post")), (Text("9"), Text(""), Text("The Sun"))]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        pytest.param(80, ["58    Ana Roy", "The Post"], id="columns"),
        pytest.param(50, ["58  Ana Roy  The Post\n  9  The Sun\n"], id="paragraphs on a narrow screen"),
    ],
)
def test_columns(width: int, expected: list[str]) -> None:
    page = print_lines([Columns(ROWS, (1, 1, 1), indent=2, first=4)], width=width, color=False)
    assert [words for words in expected if words not in page] == []
    assert page.startswith("  58")


def test_labels_without_words_are_left_out() -> None:
    assert print_lines([labelled([("A", "one"), ("B", "")])], width=80, color=False) == "  A  one\n"


def test_a_paragraph_hangs_from_its_mark() -> None:
    page = print_lines([bulleted(Text("one two three"), mark="1.")], width=12, color=False)
    assert page == "  1. one two\n     three\n"


def test_a_paragraph_is_set_in_and_long_words_are_folded() -> None:
    assert print_lines([indented(Text("x" * 12), 4)], width=10, color=False) == "    xxxxxx\n    xxxxxx\n"


def test_markup_and_emoji_codes_stay_text() -> None:
    text = "[bold]a[/bold] :smile: [link=x]y[/link]"
    assert print_lines([Text(text)], width=80, color=False) == f"{text}\n"


def test_color_is_all_that_styles_add() -> None:
    assert print_lines([Text("a", style="bold red")], width=80, color=False) == "a\n"
    assert print_lines([Text("a", style="bold red")], width=80, color=True) == "\x1b[1;31ma\x1b[0m\n"
