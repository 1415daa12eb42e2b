"""What holds in every format of the note, over all seed stories and all hostile text.

The formats are those of `NOTE_FORMATS`: a new one is tested here as soon as `every_format.py` can read it back.
"""

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from command import counterclaim
from counterclaim.core.errors import UsageError
from counterclaim.core.records import Briefing
from counterclaim.note.formats import NOTE_FORMATS, SUFFIXES, Format, Layout, render_note
from every_format import READINGS, render, squeeze
from hostile import PAYLOADS, poison
from small_note import note

SEEDS = Path(__file__).parent.parent / "seeds"
STORIES = sorted(folder.name for folder in SEEDS.iterdir() if folder.is_dir())
RECORD = {Format.JSON}  # the records as they are: what is odd in them is escaped, not taken out
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@cache
def brief(story: str) -> Briefing:
    ran = counterclaim("brief", str(SEEDS / story), "--quiet", "--format", "json")
    assert ran.code == 0
    return Briefing.model_validate_json(ran.out)


def test_every_format_can_be_read_back() -> None:
    assert set(READINGS) == set(NOTE_FORMATS)


@pytest.mark.parametrize("form", NOTE_FORMATS)
def test_every_format_has_a_suffix(form: Format) -> None:
    assert form in SUFFIXES.values()


@pytest.mark.parametrize("form", NOTE_FORMATS)
@pytest.mark.parametrize("story", STORIES)
def test_every_quote_shown_stands_in_its_article(story: str, form: Format) -> None:
    made = brief(story)
    texts = {article.id: article.text for article in made.articles}
    anywhere = [
        squeeze(text) for text in (*texts.values(), *(article.title or "" for article in made.articles))
    ]
    shown = [*READINGS[form].quotes(render(made, form))]
    assert len(shown) >= len(made.claims) / 10
    for quote in shown:
        if quote.article is None:
            assert any(quote.quote in text for text in anywhere), quote
        else:
            assert texts[quote.article][quote.start : quote.end] == quote.quote


@pytest.mark.parametrize("form", NOTE_FORMATS)
@pytest.mark.parametrize("story", STORIES)
def test_every_disputed_figure_is_shown_with_its_speaker(story: str, form: Format) -> None:
    made = brief(story)
    words = READINGS[form].words(render(made, form))
    disputed = {claim for thread in made.threads if thread.status == "disputed" for claim in thread.claims}
    for claim in made.claims:
        if claim.id in disputed and claim.quantities and claim.attribution and claim.attribution[0].name:
            assert claim.attribution[0].name.split()[-1] in words


@pytest.mark.parametrize("form", NOTE_FORMATS)
def test_the_same_briefing_gives_the_same_note(form: Format) -> None:
    made = brief("harbour-pilots")
    assert render_note(made, form) == render_note(made.model_copy(deep=True), form)


@pytest.mark.parametrize("form", [form for form in NOTE_FORMATS if form not in RECORD])
@pytest.mark.parametrize("payload", [pytest.param(text, id=name) for name, text in PAYLOADS.items()])
def test_no_text_steers_what_shows_it(payload: str, form: Format) -> None:
    text = render(poison(payload), form)
    assert text.encode()
    steering = {
        c for c in text if unicodedata.category(c) in {"Cc", "Cs"} or unicodedata.bidirectional(c) in BIDI
    }
    assert steering <= {"\n", "\r", "\t"}


@pytest.mark.parametrize("name", ["right to left", "wide letters", "emoji"])
@pytest.mark.parametrize("form", NOTE_FORMATS)
def test_every_script_is_shown(name: str, form: Format) -> None:
    payload = PAYLOADS[name]
    words = READINGS[form].words(render(poison(payload), form, Layout(width=200)))
    assert squeeze(payload) in squeeze(words)


@pytest.mark.parametrize("form", NOTE_FORMATS)
def test_a_note_of_nothing(form: Format) -> None:
    empty = note(articles=(), title="Nothing")
    assert render_note(empty, form)
    assert [*READINGS[form].quotes(render(empty, form))] == []


def test_a_note_is_no_list_of_records() -> None:
    with pytest.raises(UsageError, match="choose one of: terminal, markdown"):
        render_note(note(), Format.JSONL)
