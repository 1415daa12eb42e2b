"""What is told once under single origin: retellings, responses beside what they respond to, remarks on the accounts."""

import datetime as dt

import pytest

from counterclaim.core.records import Attribution, Briefing, Claim, Engine, Response
from counterclaim.note.briefing import build_briefing
from counterclaim.note.cards import statement_of
from counterclaim.note.folding import fold_voices
from counterclaim.note.markdown import render_markdown
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.sections import build_sections
from counterclaim.note.telling import fold_retellings
from counterclaim.note.view import Event, Sections, Voice
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import article as account
from small_note import article, claim, note, thread


def briefed(**texts: str) -> Briefing:
    read = [read_article(account(text, outlet=outlet)) for outlet, text in texts.items()]
    return build_briefing(compare_digests(read), engine=Engine(reader="builtin", version="0"))


def alone(sections: Sections) -> list[str]:
    return [s.text for voice in sections.alone for s in voice.statements]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        pytest.param("Kanem tells it differently", True, id="told otherwise"),
        pytest.param("The gap is wider still over the dead", True, id="the gap"),
        pytest.param("Nor do the two sides count the same things", True, id="the sides"),
        pytest.param("The two accounts differ on who fired first", True, id="the accounts"),
        pytest.param("The gap in the fence was two metres wide on Sunday", False, id="a day"),
        pytest.param("The sides met again in the harbour", False, id="a deed of the sides"),
        pytest.param("The bridge is closed", False, id="a fact"),
        pytest.param("Neither government has moved from its numbers", False, id="that nothing changed"),
    ],
)
def test_a_remark_on_the_accounts_is_cited_and_not_told(text: str, *, remark: bool) -> None:
    own = (Attribution(name="Outlet a", role="outlet", mode="narration"),)
    made = note(claim("1", attribution=own, text=text), claim("2", "b"))
    (voice,) = (v for v in fold_voices(build_sections(made)) if v.own)
    assert (len(voice.told), len(voice.remarks)) == ((0, 1) if remark else (1, 0))
    assert ("that the accounts differ" in render_markdown(made)) == remark


def test_the_same_attribution_is_no_remark() -> None:
    made = note(claim("1", text="Kanem tells it differently"), claim("2", "b", "Bo Lind"))
    assert all(not voice.remarks for voice in fold_voices(build_sections(made)))


def answered(*more: Claim) -> Briefing:
    own = (Attribution(name="Outlet b", role="outlet", mode="narration"),)
    quiet = claim("2", "b", attribution=own, text="It could not be verified.", flags=("not known",))
    response = Response(kind="could_not_confirm", speaker="Outlet b", claim="2")
    threads = (
        thread("1", responses=(response,)),
        thread("2", number="u", responses=(response,)),
        *(thread(c.id, number=c.id) for c in more),
    )
    return note(claim("1"), quiet, *more, threads=threads)


def test_a_response_stands_beside_what_it_responds_to_and_not_again() -> None:
    sections = build_sections(answered(claim("3", "c", "Bo Lind")))
    assert alone(sections) == ["Text 1.", "Text 3."]
    (said,) = (s for voice in sections.alone for s in voice.statements if s.text == "Text 1.")
    assert [answer.citation and answer.citation.claim for answer in said.responses] == ["2"]


def test_a_response_to_what_is_not_told_stays() -> None:
    made = answered()
    lone = made.model_copy(update={"claims": made.claims[1:], "threads": made.threads[1:]})
    assert alone(build_sections(lone)) == ["It could not be verified."]


def test_one_event_in_two_wordings_is_one_statement() -> None:
    made = note(claim("2", "b"), claim("1"), claim("3"), threads=tuple(thread(n, number=n) for n in "123"))
    placement = place_claims(register_briefing(made))
    one, two, three = (placement.by_claim[n] for n in "123")
    event = Event("midnight", dt.timedelta(minutes=1), "It ended", two, also=(one,))
    voice = Voice(
        "Ana Roy",
        tuple(statement_of(placement, placement.thread_of[n], (placement.by_claim[n],)) for n in "213"),
    )
    ((_, told, _),) = fold_retellings(placement, [voice], [event])
    assert [[c.claim for c in s.positions[0].citations] for s in told] == [["1", "2"], ["3"]]
    assert told[0].positions[0].time == one.time
    assert three == told[1].positions[0]


@pytest.mark.parametrize(
    ("remark", "beside"),
    [
        pytest.param("On whether it bombed the town Norway has said neither yes nor no", True, id="the accused and the deed"),
        pytest.param("On whether it will rain Norway has said neither yes nor no", False, id="another matter"),
        pytest.param("On whether it bombed the town Chile has said neither yes nor no", False, id="another state"),
    ],
)  # fmt: skip
def test_what_is_not_known_of_an_accusation_stands_beside_it(remark: str, *, beside: bool) -> None:
    own = (Attribution(name="Outlet a", role="outlet", mode="narration"),)
    claims = (
        claim("1", text="Norway is to blame for what bombed the town"),
        claim("2", attribution=own, text=remark),
    )
    made = note(*claims, claim("3", "b", "Bo Lind"), threads=tuple(thread(n, number=n) for n in "123"))
    sections = build_sections(made)
    responses = [a.words for v in sections.alone for s in v.statements for a in s.responses]
    assert (remark in alone(sections), responses) == ((False, ["Outlet a says"]) if beside else (True, []))


def test_what_it_points_back_to_is_found_in_the_sentence_before() -> None:
    text = "The army says many fighters fell. It does not say how many of those were boys."
    quotes = ("many fighters fell", "It does not say how many of those were boys")
    own = (Attribution(name="Outlet a", role="outlet", mode="narration"),)
    said, open_words = (
        claim(str(n), quote=quote, text=quote, start=text.index(quote), end=text.index(quote) + len(quote))
        for n, quote in enumerate(quotes)
    )
    open_words = open_words.model_copy(update={"attribution": own, "flags": ("not known",)})
    made = note(said, open_words, articles=(article("a", "Outlet a", text=text),))
    sections = build_sections(made.model_copy(update={"threads": (thread("0"), thread("1", number="u"))}))
    assert alone(sections) == ["many fighters fell"]
    assert [a.words for v in sections.alone for s in v.statements for a in s.responses] == ["Outlet a says"]
