import datetime as dt

import pytest

from briefing_story import articles, comparison
from counterclaim.core.records import Article, Engine, Origin
from counterclaim.note.briefing import build_briefing
from counterclaim.note.register import register_briefing
from counterclaim.note.title import default_title
from small_note import article, claim, note


def title_of(*texts: str, speaker: str = "Ana Roy", titles: tuple[str, ...] = (), day: int = 1) -> str:
    papers = tuple(
        article(letter, f"Outlet {letter}", day + n, text=text, title=titles[n] if titles else None)
        for n, (letter, text) in enumerate(zip("abcd", texts, strict=False))
    )
    made = note(claim("1", speaker=speaker), articles=papers)
    return default_title(register_briefing(made))


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        pytest.param(("A mill in Orvo burned.", "Fire in Orvo took a mill."), "Orvo: two accounts, 1 to 2 May 2025", id="a shared name"),
        pytest.param(("Men in Orvo district died.", "In Orvo district they mourn."), "Orvo district: two accounts, 1 to 2 May 2025", id="with its noun"),
        pytest.param(("Near Upper Orvo it rained.", "Rain in Upper Orvo fell."), "Upper Orvo: two accounts, 1 to 2 May 2025", id="a name of two words"),
        pytest.param(("On Pike’s Hill it burned.", "Fire at Pike’s Hill grew."), "Pike’s Hill: two accounts, 1 to 2 May 2025", id="a possessive inside a name"),
        pytest.param(("We saw Orvo’s mill.", "Then Orvo’s mill burned."), "Orvo: two accounts, 1 to 2 May 2025", id="a possessive at its end"),
        pytest.param(("An Afghan post fell, said Pakistan.", "Pakistani troops met Afghans from Kabul."), "Afghanistan and Pakistan: two accounts, 1 to 2 May 2025", id="two countries"),
        pytest.param(("Police in riot gear came.", "Police came."), "Two accounts (Outlet a and Outlet b), 1 to 2 May 2025", id="a word with which a sentence begins"),
        pytest.param(("We met Court. The court rose.", "Then Court rose."), "Two accounts (Outlet a and Outlet b), 1 to 2 May 2025", id="a common word"),
        pytest.param(("Mayor Ana Roy left.", "We saw Ana Roy and Roy."), "Two accounts (Outlet a and Outlet b), 1 to 2 May 2025", id="a speaker"),
        pytest.param(("It burned on Sunday.", "It rained on Sunday."), "Two accounts (Outlet a and Outlet b), 1 to 2 May 2025", id="a day"),
        pytest.param(("Rain in Orvo fell.", "Rain in Lund fell.", "Sun in Orvo shone."), "Orvo: three accounts, 1 to 3 May 2025", id="of most accounts"),
        pytest.param(("Rain in Orvo fell.", "Rain in Lund fell.", "It rained.", "In Orvo too."), "Orvo: four accounts, 1 to 4 May 2025", id="of half of them, where none is of most"),
        pytest.param(("Rain in Orvo fell.",), "One account (Outlet a), 1 May 2025", id="one account"),
        pytest.param((), "No article read", id="none"),
    ],
)  # fmt: skip
def test_default_title(texts: tuple[str, ...], title: str) -> None:
    assert title_of(*texts) == title


def test_a_headline_counts_as_an_opening() -> None:
    far = "It rained.\n\nIt snowed.\n\nIn Orvo the mill burned."
    assert title_of(far, far) == "Two accounts (Outlet a and Outlet b), 1 to 2 May 2025"
    titles = ("Mill in Orvo burns", "Orvo loses its mill")
    assert title_of(far, far, titles=titles) == "Orvo: two accounts, 1 to 2 May 2025"


def test_no_headline_of_one_side_is_the_title() -> None:
    made = build_briefing(comparison(), engine=Engine(reader="builtin", version="0"))
    assert made.title == "Orlanda: four accounts, 4 to 6 Mar 2025"
    assert not any(paper.title and paper.title in made.title for paper in articles().values())


def test_a_reprint_is_no_account_and_a_time_that_is_not_known_is_left_out() -> None:
    paper = Article(id="a", source="a", outlet="Outlet a", text="Rain in Orvo fell.", sha256="")
    copy = paper.model_copy(update={"id": "b", "outlet": "Outlet b"})
    origin = Origin(id="o", kind="same_text", articles=("a", "b"), source="a")
    made = note(claim("1"), articles=(paper, copy), origins=(origin,))
    assert default_title(register_briefing(made)) == "One account (Outlet a)"


def test_days_with_and_without_a_time_of_day_are_ordered() -> None:
    papers = (article("a", day=3), article("b", published=dt.datetime(2025, 5, 1, 9, tzinfo=dt.UTC)))
    made = note(claim("1"), articles=papers)
    assert default_title(register_briefing(made)) == "Two accounts (The Post), 1 to 3 May 2025"
