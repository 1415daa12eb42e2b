"""What both sides of a dispute take for granted, from running text."""

import pytest

from counterclaim.core.records import Engine
from counterclaim.note.briefing import build_briefing
from counterclaim.note.sections import build_sections
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import article as account

ENGINE = Engine(reader="builtin", version="0")
ANSWER = "Norway’s army called the raid on its posts unprovoked."


@pytest.mark.parametrize(
    ("one", "line", "said"),
    [
        pytest.param(
            "Chadian forces attacked along the border on Friday, Chad’s government said. It described the raid as an answer to a theft.",
            "Told by one side and spoken of by the other: Chadian forces attacked along the border on Friday "
            "(Chad’s government; the raid on its posts, Norway’s army).",
            "one side tells it, the other speaks of it",
            id="one side tells it",
        ),
        pytest.param(
            "Chad’s government described the raid as an answer to a theft.",
            "Both sides speak of the raid on its posts, Norway’s army (and Chad’s government).",
            "both sides speak of it",
            id="neither tells it",
        ),
        pytest.param(
            "Chad’s government said that nine sailors had drowned.",
            "No statement is shared by speakers who are known to be independent of each other.",
            None,
            id="no dispute",
        ),
    ],
)  # fmt: skip
def test_a_deed_that_both_sides_speak_of(one: str, line: str, said: str | None) -> None:
    texts = {"Post": one, "Herald": ANSWER}
    compared = compare_digests([read_article(account(text, outlet=outlet)) for outlet, text in texts.items()])
    made = build_briefing(compared, engine=ENGINE)
    assert made.bottom_line[0] == line
    assert [statement.label for statement in build_sections(made).agreed] == ([said] if said else [])
