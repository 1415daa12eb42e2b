import datetime as dt

from counterclaim.core.records import Response, TimeInterval
from counterclaim.note.folding import answers_of, fold_events, fold_voices
from counterclaim.note.sections import build_sections
from small_note import claim, figure, note, thread

LONG = "they said a good deal more than this"


def test_a_voice_tells_its_telling_quotes_first_and_counts_what_stands_above() -> None:
    claims = (
        claim("1", quote="a scrap"),
        claim("2", quote=LONG, start=20),
        claim("3", start=90, quantities=figure(9)),
    )
    (voice,) = fold_voices(build_sections(note(*claims)))
    assert [[p.lead.claim for p in quoted] for quoted in voice.told] == [["2"], ["1"]]
    assert (voice.above, voice.own, voice.is_brief) == (1, False, False)
    assert [position.lead.claim for position in voice.positions] == ["2", "1"]


def test_one_quote_is_brief_unless_somebody_answered() -> None:
    answer = (Response(kind="declined", speaker="Bo Lind"),)
    (brief,) = fold_voices(build_sections(note(claim("1"))))
    (answered,) = fold_voices(build_sections(note(claim("1"), threads=(thread("1", responses=answer),))))
    assert (brief.is_brief, answered.is_brief) == (True, False)


def test_one_response_to_several_questions_is_told_once() -> None:
    answer = (Response(kind="declined", speaker="Bo Lind"),)
    asked = [thread(n, number=n, question=f"Q{n}?", responses=answer if n != "3" else ()) for n in "123"]
    (voice,) = build_sections(note(*(claim(n, start=int(n)) for n in "123"), threads=tuple(asked))).alone
    ((questions, answers),) = answers_of(voice)
    assert (questions, [a.words for a in answers]) == (("Q1?", "Q2?"), ["Bo Lind gave no answer"])


def test_events_that_say_too_little_alone_are_left_to_the_end() -> None:
    day = TimeInterval(text="on Sunday", start=dt.datetime(2025, 5, 4), end=dt.datetime(2025, 5, 5))  # noqa: DTZ001 -- local time
    scrap = claim("1", quote="a scrap", event_time=day)
    told, rest = fold_events(build_sections(note(scrap, claim("2", quote=LONG, event_time=day))).timeline)
    assert [[e.position.lead.claim for e in events] for _, events in told] == [["2"]]
    assert [event.position.lead.claim for event in rest] == ["1"]
    only, none = fold_events(build_sections(note(scrap)).timeline)
    assert ([len(events) for _, events in only], none) == ([1], ())
