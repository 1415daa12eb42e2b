"""Changes that no revised figure tells: a state that goes on, a silence that ends."""

import pytest

from counterclaim.core.records import Engine
from counterclaim.note.briefing import build_briefing
from counterclaim.note.sections import build_sections
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import article as account

EARLIER = "2026-02-02T09:00:00+00:00"
LATER = "2026-02-03T09:00:00+00:00"


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        pytest.param(
            "The north gate was closed on Monday.", "The north gate stayed closed on Tuesday.",
            [("goes on", ["The north gate was closed on Monday"], "The north gate stayed closed on Tuesday")],
            id="a state that goes on",
        ),
        pytest.param("The north gate was closed on Monday.", "The north gate was painted on Tuesday.", [], id="another deed"),
        pytest.param(
            "There was no immediate word from Norway’s army on its losses.", "Norway’s army said 23 soldiers had died.",
            [("silence, then an answer", ["There was no immediate word from Norway’s army on its losses"], "23")],
            id="a silence that ends",
        ),
        pytest.param("There was no immediate word from Norway’s army on its losses.", "Chad’s army said 23 soldiers had died.", [], id="another speaks"),
    ],
)  # fmt: skip
def test_what_went_on_and_who_spoke(one: str, two: str, told: list[tuple[str, list[str], str]]) -> None:
    read = [
        read_article(account(text, outlet=outlet, published=when))
        for text, outlet, when in ((one, "Post", EARLIER), (two, "Herald", LATER))
    ]
    made = build_briefing(compare_digests(read), engine=Engine(reader="builtin", version="0"))
    changed = build_sections(made).changed
    assert [(c.words, [p.answer for p in c.earlier], c.later.answer) for c in changed] == told


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("Neither side has moved from its numbers.", True, id="neither-side"),
        pytest.param("The ministry has not revised its estimate.", True, id="not-revised"),
        pytest.param("The mayor has stuck to her numbers.", True, id="stands-by"),
        pytest.param("The ministry has revised its estimate.", False, id="revised"),
        pytest.param("The lorry has not moved from the gate.", False, id="another-thing"),
    ],
)
def test_that_nobody_revised_a_figure_is_told(text: str, *, held: bool) -> None:
    made = build_briefing(
        compare_digests([read_article(account(text, published=LATER))]),
        engine=Engine(reader="builtin", version="0"),
    )
    found = [change for change in build_sections(made).changed if change.words == "no revision"]
    assert [(c.earlier, c.later.answer, c.same_speaker) for c in found] == [
        ((), text.rstrip("."), False)
    ] * held
