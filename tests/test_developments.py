import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_story import briefing, first_day, second_day
from counterclaim.core.editions import Development, NoteDifference
from counterclaim.core.records import Article, Briefing, Engine
from counterclaim.note.briefing import build_briefing
from counterclaim.note.developments import ORDER, find_difference
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import article
from strategies import articles as drawn

MONDAY, TUESDAY, WEDNESDAY = (f"2025-03-0{day}T18:00:00+00:00" for day in (3, 4, 5))
TOLL = "Police said 12 people were killed in the fire at Karsk."


def note(*papers: Article) -> Briefing:
    found = compare_digests([read_article(paper) for paper in papers])
    return build_briefing(found, engine=Engine(reader="builtin", version="0"))


def told(difference: NoteDifference) -> list[tuple[str, str, list[str], list[str]]]:
    return [
        (d.kind, d.question, [s.answer for s in d.earlier], [s.answer for s in d.later])
        for d in difference.developments
    ]


def kinds(difference: NoteDifference, kind: str) -> list[Development]:
    return [d for d in difference.developments if d.kind == kind]


def day(text: str, outlet: str, published: str) -> Article:
    return article(text, outlet=outlet, published=published)


FIRST = day(TOLL, "Morning Paper", MONDAY)


def test_the_story_of_two_days() -> None:
    found = find_difference(first_day(), briefing())
    assert [(d.kind, d.question, d.direction) for d in found.developments if d.kind != "new"] == [
        ("disputed", "Were lifeboats padlocked?", None),
        ("revised", "How many people died in the fire on the Orlanda?", "up"),
        ("revised", "How many people are missing?", "down"),
        ("revised", "How long did the first helicopter take?", "up"),
        ("confirmed", "Did the sprinklers work?", None),
        ("confirmed", "How many people were on board?", None),
        ("confirmed", "How many people were rescued?", None),
        ("declined", "Were lifeboats padlocked?", None),
    ]
    assert [a.outlet for a in found.added] == ["Strait Business Daily", "Kesten Wire"]
    assert (found.corrected, found.removed) == ((), ())


def test_every_saying_is_verbatim_and_each_new_one_told_once() -> None:
    found = find_difference(first_day(), briefing())
    texts = {a.id: a.text for a in briefing().articles}
    sayings = [s for d in found.developments for s in (*d.earlier, *d.later)]
    assert [s for s in sayings if texts[s.article][s.start : s.end] != s.quote] == []
    later = [s.claim for d in found.developments for s in d.later]
    assert len(later) == len(set(later))


def test_every_statement_of_a_new_article_is_told_or_was_known() -> None:
    found = find_difference(first_day(), briefing())
    told_claims = {s.claim for d in found.developments for s in d.later}
    new = {c.id for c in briefing().claims if c.article in {"sb1", "kw2"}}
    assert new - told_claims == set()


def test_a_speaker_revises() -> None:
    later = day("At Karsk the mill’s fire killed 15 people, police said on Tuesday.", "Post", TUESDAY)
    (one,) = find_difference(note(FIRST), note(FIRST, later)).developments
    assert (one.kind, one.direction, one.tentative) == ("revised", "up", False)
    assert ([s.answer for s in one.earlier], [s.answer for s in one.later]) == (["12"], ["15"])
    assert {s.name for s in (*one.earlier, *one.later)} == {"Police"}


def test_another_speaker_perhaps_revises() -> None:
    later = day("At Karsk the mill’s fire killed 15 people, doctors said.", "Post", WEDNESDAY)
    (one,) = find_difference(note(FIRST), note(FIRST, later)).developments
    assert (one.kind, one.tentative) == ("revised", True)


def test_a_conflict_on_the_same_day_is_newly_disputed_and_told_once() -> None:
    later = day("At Karsk the mill’s fire killed 9 people, doctors said.", "Post", MONDAY)
    (one,) = find_difference(note(FIRST), note(FIRST, later)).developments
    assert (one.kind, one.was, one.now) == ("disputed", "single_origin", "disputed")
    assert ([s.answer for s in one.earlier], [s.answer for s in one.later]) == (["12"], ["9"])


def test_what_an_independent_speaker_says_too_is_confirmed() -> None:
    later = day("At Karsk the mill’s fire killed 12 people, doctors said.", "Post", MONDAY)
    (one,) = find_difference(note(FIRST), note(FIRST, later)).developments
    assert (one.kind, one.now) == ("confirmed", "agreed")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TOLL + " It rained.", id="the same speaker"),
        pytest.param(
            "A police spokesman said 12 people were killed in the fire at Karsk.", id="a mouthpiece"
        ),
        pytest.param("When the mill at Karsk burned, 12 people died.", id="an outlet in its own voice"),
    ],
)
def test_the_same_answer_from_nobody_independent_is_no_confirmation(text: str) -> None:
    found = find_difference(note(FIRST), note(FIRST, day(text, "Post", TUESDAY)))
    assert [d.kind for d in found.developments if any(s.answer == "12" for s in d.later)] in (
        [],
        ["repeated"],
    )


def test_a_corrected_text_withdraws_what_it_no_longer_says() -> None:
    body = "The fire at Karsk broke out at noon in a mill by the river, and the mill burned until Tuesday. "
    old = day(
        body + "Police said 12 people were killed. “The mill was safe,” owner Ivo Lind said.", "Post", MONDAY
    )
    new = day(body + "Police said 9 people were killed.", "Post", TUESDAY)
    found = find_difference(note(old), note(new))
    assert [(c.earlier.id, c.later.id) for c in found.corrected] == [(old.id, new.id)]
    assert (found.added, found.removed) == ((), ())
    revised = kinds(found, "revised")
    assert [([s.answer for s in d.earlier], [s.answer for s in d.later], d.direction) for d in revised] == [
        (["12"], ["9"], "down")
    ]
    withdrawn = kinds(found, "withdrawn")
    assert ["safe" in s.quote for d in withdrawn for s in d.earlier] == [True]
    texts = {old.id: old.text}
    assert all(texts[s.article][s.start : s.end] == s.quote for d in withdrawn for s in d.earlier)


def test_what_another_article_still_says_is_not_withdrawn() -> None:
    body = "The fire at Karsk broke out at noon in a mill by the river, and the mill burned until Tuesday. "
    old = day(body + "Police said 12 people were killed.", "Post", MONDAY)
    new = day(body + "Nobody has been charged.", "Post", TUESDAY)
    other = day("Twelve people were killed in the fire at Karsk, police said.", "Courier", MONDAY)
    found = find_difference(note(old, other), note(new, other))
    assert kinds(found, "withdrawn") == []


def test_an_article_that_is_not_there_is_gone_and_nobody_withdrew_it() -> None:
    other = day("The mayor said the mill at Karsk will be rebuilt.", "Courier", MONDAY)
    found = find_difference(note(FIRST, other), note(FIRST))
    assert {d.kind for d in found.developments} == {"gone"}
    assert [a.id for a in found.removed] == [other.id]


def test_another_reading_of_the_same_text_is_no_development() -> None:
    whole = note(FIRST, day("The mayor said the mill at Karsk will be rebuilt.", "Courier", MONDAY))
    less = whole.model_copy(
        update={
            "claims": whole.claims[:1],
            "threads": tuple(t for t in whole.threads if whole.claims[0].id in t.claims),
        }
    )
    assert {d.kind for d in find_difference(less, whole).developments} == {"reread"}
    assert {d.kind for d in find_difference(whole, less).developments} == {"reread"}


def test_a_dispute_that_ends_is_settled() -> None:
    nine = day("At Karsk the mill’s fire killed 9 people, doctors said.", "Post", MONDAY)
    twelve = day(
        "On Wednesday doctors put the number of people killed by the mill’s fire in Karsk at 12.",
        "Courier",
        WEDNESDAY,
    )
    before, after = note(FIRST, nine), note(FIRST, nine, twelve)
    assert [t.status for t in before.threads] == ["disputed"]
    assert [t.status for t in after.threads] == ["conceded"]
    first = find_difference(before, after).developments[0]
    assert (first.kind, first.was, first.now) == ("settled", "disputed", "conceded")


def test_the_kinds_come_in_their_order() -> None:
    found = [ORDER.index(d.kind) for d in find_difference(first_day(), briefing()).developments]
    assert found == sorted(found)


def test_a_second_version_says_what_it_goes_on_from() -> None:
    made = second_day()
    assert made.since is not None
    assert (made.version, made.since.earlier.version, made.since.later.version) == (2, 1, 2)
    assert Briefing.model_validate_json(made.model_dump_json()) == made
    assert NoteDifference.model_validate_json(made.since.model_dump_json()) == made.since


@pytest.mark.parametrize("made", [first_day(), briefing()], ids=["first day", "whole"])
def test_a_note_does_not_differ_from_itself(made: Briefing) -> None:
    found = find_difference(made, made)
    assert (found.developments, found.added, found.corrected, found.removed) == ((), (), (), ())


@settings(max_examples=25, deadline=None)
@given(st.lists(drawn(), min_size=1, max_size=4, unique_by=lambda a: a.id), st.integers(0, 4), st.randoms())
def test_differences_of_any_notes(papers: list[Article], cut: int, chance: random.Random) -> None:
    whole, part = note(*papers), note(*papers[:cut])
    assert find_difference(whole, whole).developments == ()
    shuffled = chance.sample(papers, len(papers))
    forward = find_difference(part, whole)
    assert told(find_difference(part, note(*shuffled))) == told(forward)
    back = find_difference(whole, part)
    assert {a.id for a in forward.added} == {a.id for a in back.removed}
    assert {a.id for a in forward.removed} == {a.id for a in back.added}
    added, gone = {a.id for a in forward.added}, {a.id for a in back.removed}
    assert all(s.article in added for d in forward.developments if d.kind != "settled" for s in d.later)
    assert all(s.article in gone for d in kinds(back, "gone") for s in d.earlier)
    texts = {a.id: a.text for a in papers}
    sayings = [s for d in (*forward.developments, *back.developments) for s in (*d.earlier, *d.later)]
    assert all(texts[s.article][s.start : s.end] == s.quote for s in sayings)


def statuses(made: Briefing, status: str) -> Briefing:
    threads = tuple(t.model_copy(update={"status": status}) for t in made.threads)
    return made.model_copy(update={"threads": threads})


def test_a_status_that_turns_without_a_new_word_is_a_matter_of_the_comparison() -> None:
    nine = day("At Karsk the mill’s fire killed 9 people, doctors said.", "Post", MONDAY)
    disputed = note(FIRST, nine)
    open_ = statuses(disputed, "unclear")
    assert {d.kind for d in find_difference(disputed, open_).developments} == {"reread"}
    assert {d.kind for d in find_difference(open_, disputed).developments} == {"reread"}


def test_a_dispute_ends_when_a_side_is_withdrawn() -> None:
    body = "The fire at Karsk broke out at noon in a mill by the river, and the mill burned until Tuesday. "
    old = day(body + "Doctors said 9 people were killed.", "Post", MONDAY)
    new = day(body + "Nobody has been charged so far.", "Post", MONDAY)
    found = find_difference(note(FIRST, old), note(FIRST, new))
    assert [d.kind for d in found.developments if d.kind in {"settled", "withdrawn"}] == [
        "settled",
        "withdrawn",
    ]
