import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_story import articles, briefing
from counterclaim.core.records import Attribution, Briefing, Claim, Comparison, Engine
from counterclaim.note.briefing import build_briefing
from counterclaim.note.terminal import render_terminal
from hostile import PAYLOADS, poison
from note_golden import FOLDER, RENDERED
from small_note import article, claim, figure, note, thread

QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
STYLE = re.compile(r"\x1b\[[\d;]*m")


def squeeze(text: str) -> str:
    return " ".join(text.split())


def quotes_in(note: str) -> list[str]:
    return [a or b for a, b in QUOTED.findall(squeeze(note))]


@pytest.mark.parametrize("name", [name for name in RENDERED if name.endswith(".txt")])
def test_golden(name: str) -> None:
    assert RENDERED[name](briefing()) == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [80, 109, 100_000])
def test_every_quote_is_verbatim(width: int) -> None:
    note = render_terminal(briefing(), width=width)
    texts = [squeeze(article.text) for article in articles().values()]
    titles = [squeeze(article.title or "") for article in articles().values()]
    found = [quote for quote in quotes_in(note) if quote != "said"]  # our own legend of times
    assert len(found) > 20
    assert [q for q in found if not any(q in text for text in (*texts, *titles, "“My members ran”"))] == []


@pytest.mark.parametrize("width", [1, 40, 64, 80, 140])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    lines = render_terminal(briefing(), width=width).splitlines()
    assert max(map(cell_len, lines)) <= max(width, 40)
    assert all(line == line.rstrip() for line in lines)


def test_without_color_there_is_no_escape_sequence() -> None:
    assert "\x1b" not in render_terminal(briefing())


def test_color_only_adds_styles() -> None:
    colored = render_terminal(briefing(), color=True)
    plain = render_terminal(briefing())
    assert "\x1b[" in colored
    assert [line.rstrip() for line in STYLE.sub("", colored).splitlines()] == plain.splitlines()


@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in PAYLOADS.items()])
@pytest.mark.parametrize("color", [False, True])
def test_hostile_text(payload: str, color: bool) -> None:  # noqa: FBT001 -- a column of the table
    note = render_terminal(poison(payload), color=color)
    bare = STYLE.sub("", note) if color else note
    controls = {
        c for c in bare if unicodedata.category(c) in {"Cc", "Cs"} or unicodedata.bidirectional(c) in BIDI
    }
    assert controls <= {"\n"}
    assert max(map(cell_len, bare.splitlines())) <= 80
    assert note.encode("utf-8")
    assert not re.search(r"\bNone\b(?! found)", bare)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text(payload: str) -> None:
    note = render_terminal(poison(payload))
    assert {c for c in note if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n"}
    assert note == render_terminal(poison(payload))


def test_readable_words_of_other_scripts_come_through() -> None:
    note = squeeze(render_terminal(poison(PAYLOADS["right to left"]), width=200))
    assert PAYLOADS["right to left"] in note


def test_long_tails_are_folded_with_a_count() -> None:
    story = briefing()
    many = tuple(_copy(story.claims[4], number) for number in range(40))
    note = squeeze(render_terminal(story.model_copy(update={"claims": (*story.claims, *many)})))
    assert "more quotes (the Markdown and JSON formats have all)" in note


def _copy(claim: Claim, number: int) -> Claim:
    speaker = claim.attribution[0].model_copy(update={"name": f"Speaker {number}"})
    change = {"id": f"x{number}", "start": claim.start + number, "quote": claim.quote[number:]}
    return claim.model_copy(update={**change, "attribution": (speaker,), "quantities": ()})


def test_an_empty_note_says_so() -> None:
    empty = Briefing(
        title="Nothing", as_of=None, engine=Engine(reader="builtin", version="0"),
        articles=(), summaries=(), claims=(), relations=(), threads=(), origins=(),
    )  # fmt: skip
    note = render_terminal(empty)
    assert note.count("None found.") == 6
    assert note.count("There was nothing to compare.") == 3
    assert "not known: no article states when it was published" in squeeze(note)


def test_a_statement_is_not_quoted_twice_below_the_disputes() -> None:
    note = squeeze(render_terminal(briefing()))
    single = note[note.index("SINGLE ORIGIN OR") : note.index("WHAT CHANGED")]
    figures = note[note.index("KEY FIGURES") : note.index("DISPUTED (")]
    assert set(quotes_in(single)).isdisjoint(quotes_in(figures))
    assert len(quotes_in(single)) == len(set(quotes_in(single)))


def test_builds_from_a_comparison_of_nothing() -> None:
    note = render_terminal(
        build_briefing(Comparison(digests=()), engine=Engine(reader="builtin", version="0"))
    )
    assert "No article was read." in note


def test_many_answers_are_folded_but_named() -> None:
    claims = tuple(claim(str(n), f"a{n}", f"Speaker {n}", quantities=figure(n)) for n in range(1, 8))
    made = note(*claims, threads=(thread(*(c.id for c in claims), status="disputed"),))
    text = squeeze(render_terminal(made))
    assert "Other answers: 5 (Speaker 5), 6 (Speaker 6) and 7 (Speaker 7)" in text
    assert "and 2 more rows" in text


def test_outlets_in_their_own_voice_stand_behind_named_speakers() -> None:
    own = (Attribution(name="Outlet b", role="outlet", mode="narration"),)
    claims = (claim("1", quantities=figure(9)), claim("2", "b", attribution=own, quantities=figure(9)))
    made = note(*claims, threads=(thread("1", "2", status="agreed"),))
    text = render_terminal(made)
    figures = text[text.index("KEY FIGURES") : text.index("AGREED")]
    assert "Outlet b" not in figures
    assert (
        "    also Outlet b (own report)"
        in text[text.index("AGREED\n" if "AGREED\n" in text else "AGREED (") :]
    )


def test_a_flag_of_an_article_is_shown_with_its_source() -> None:
    made = note(articles=(article("a", "The Post", flags=("year inferred: 2025",)),))
    assert "    Note: year inferred: 2025" in render_terminal(made)


def test_a_quote_that_says_too_little_alone_stands_behind_its_question() -> None:
    made = note(claim("1", quantities=figure(58)), claim("2", quote="9", start=50))
    assert "What happened? “9”, Outlet a" in squeeze(render_terminal(made))
