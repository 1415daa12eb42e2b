import pytest

from counterclaim.core.records import Attribution, Claim, Origin, Quantity, Relation, TimeInterval
from counterclaim.note.placement import place_claims
from counterclaim.note.positions import answer_key, answer_words, carried_by, positions_of
from counterclaim.note.register import register_briefing
from counterclaim.note.view import Position
from small_note import article, claim, figure, note, thread


def positions(*claims: Claim, **fields: object) -> tuple[Position, ...]:
    made = note(*claims, **fields)
    return positions_of(register_briefing(made), [c.id for c in made.claims])


def test_one_speaker_with_one_figure_is_one_position() -> None:
    (found,) = positions(claim("1", "a", quantities=figure(9)), claim("2", "b", quantities=figure(9, "nine")))
    assert (found.answer, found.outlets, [c.claim for c in found.more]) == (
        "9",
        ("Outlet a", "Outlet b"),
        ["2"],
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(claim("2", "b", "Bo Lind", quantities=figure(9)), id="another speaker"),
        pytest.param(claim("2", "b", quantities=figure(8)), id="another figure"),
        pytest.param(claim("2", "b", quantities=figure(9), polarity="denied"), id="a denial"),
    ],
)
def test_what_makes_another_position(other: Claim) -> None:
    assert len(positions(claim("1", "a", quantities=figure(9)), other)) == 2


def test_equivalents_of_one_speaker_are_one_position() -> None:
    link = Relation(a="1", b="2", label="equivalent", reason="why", basis="rule:sample")
    assert len(positions(claim("1"), claim("2", "b"), relations=(link,))) == 1
    assert len(positions(claim("1"), claim("2", "b"))) == 2
    assert len(positions(claim("1"), claim("2", "b", "Bo Lind"), relations=(link,))) == 2


def test_a_speakers_own_words_lead() -> None:
    direct = (Attribution(name="Ana Roy", mode="direct"), Attribution(name="Outlet b"))
    relayed = (*direct[:1], Attribution(name="Radio"), direct[1])
    same = {"answer": "yes"}
    (found,) = positions(
        claim("1", **same),
        claim("2", "b", attribution=relayed, **same),
        claim("3", "c", attribution=direct, **same),
    )
    assert found.lead.claim == "3"


def test_a_copy_never_leads_unless_alone() -> None:
    origin = Origin(id="o", kind="same_text", articles=("a", "b"), source="b")
    link = Relation(a="2", b="1", label="equivalent", reason="why", basis="rule:sample")
    made = note(claim("1", "a"), claim("2", "b"), origins=(origin,), relations=(link,))
    register = register_briefing(made)
    (found,) = positions_of(register, ["1", "2"])
    assert (found.lead.claim, [c.claim for c in found.reprints]) == ("2", ["1"])
    (alone,) = positions_of(register, ["1", "unknown", "1"])
    assert (alone.lead.claim, alone.reprints) == ("1", ())


@pytest.mark.parametrize(
    ("chain", "speaker"),
    [
        pytest.param((Attribution(name="Ana Roy", role="mayor"),), "Ana Roy (mayor)", id="name and role"),
        pytest.param((Attribution(name="Outlet a", role="outlet", mode="narration"),), "Outlet a (own report)", id="own voice"),
        pytest.param((Attribution(name="Outlet a", mode="narration"),), "Outlet a (own report)", id="own voice without role"),
        pytest.param((Attribution(name=None, mode="narration"),), "speaker not stated in Outlet a", id="own voice without a name"),
        pytest.param((Attribution(name=None, role="a nurse"),), "a nurse", id="a role"),
        pytest.param((), "speaker not stated in Outlet a", id="nobody"),
    ],
)  # fmt: skip
def test_speaker(chain: tuple[Attribution, ...], speaker: str) -> None:
    (found,) = positions(claim("1", attribution=chain))
    assert found.speaker == speaker


def test_a_speaker_is_completed_from_the_other_occurrences() -> None:
    full = Attribution(name="Ana Roy", role="mayor", side="Orvo")
    (found,) = positions(claim("1", "a", answer="yes"), claim("2", "b", answer="yes", attribution=(full,)))
    assert found.speaker == "Ana Roy (mayor, Orvo)"


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        pytest.param("Roy", "Ana Roy (mayor)", id="part of the originator's name"),
        pytest.param("the town hall", "the town hall (mayor, Ana Roy)", id="another name of the originator"),
    ],
)
def test_the_originators_name_completes(name: str, speaker: str) -> None:
    origin = Origin(id="o", kind="same_originator", articles=("a",), claims=("1",), originator="Ana Roy")
    made = claim("1", attribution=(Attribution(name=name, role="mayor"),))
    (found,) = positions(made, origins=(origin,))
    assert (found.speaker, found.name) == (speaker, "Ana Roy")


def test_relays_leave_out_the_outlet() -> None:
    chain = tuple(Attribution(name=name) for name in ("Ana Roy", "Radio Orvo", None, "outlet A"))
    (found,) = positions(claim("1", attribution=chain))
    assert found.relays == ("Radio Orvo",)
    assert carried_by(found) == "via Radio Orvo, Outlet a"


def test_time_is_of_publication_unless_said() -> None:
    day = TimeInterval.model_validate(
        {"text": "on Friday", "start": "2025-05-02T00:00", "end": "2025-05-03T00:00"}
    )
    assert [p.time for p in positions(claim("1"), claim("2", said_at=day))] == ["Thu 1 May", "said Fri 2 May"]
    assert [p.time for p in positions(claim("1"), articles=(article("a", published=None),))] == [""]
    assert [p.time for p in positions(claim("1"), articles=())] == [""]


def test_marks_warn() -> None:
    (found,) = positions(
        claim("1", reality="planned", certainty="possible", flags=("pronoun unresolved: they",))
    )
    assert found.marks == (
        "planned or expected", "as a possibility", "not certain who or what is meant by “they”",
    )  # fmt: skip


def test_replaced_positions_say_so() -> None:
    made = thread("1", "2", superseded=("1",))
    first, second = positions(
        claim("1", quantities=figure(9)), claim("2", quantities=figure(8)), threads=(made,)
    )
    assert (first.replaced, first.warnings) == (True, ("replaced later",))
    assert (second.replaced, second.warnings) == (False, ())


def test_the_live_one_of_equal_claims_leads() -> None:
    made = thread("1", "2", superseded=("1",))
    (found,) = positions(claim("1", quantities=figure(9)), claim("2", quantities=figure(9)), threads=(made,))
    assert (found.lead.claim, found.replaced) == ("2", False)


@pytest.mark.parametrize(
    ("answer", "polarity", "expected"),
    [
        pytest.param("Yes.", "affirmed", "Yes", id="affirmed"),
        pytest.param("No, none", "denied", "No, none", id="a denial that says so"),
        pytest.param(
            "the post was destroyed", "denied", "not: the post was destroyed", id="a denial that does not"
        ),
        pytest.param("", "affirmed", "Text 1", id="no answer"),
    ],
)
def test_answer_words(answer: str, polarity: str, expected: str) -> None:
    assert answer_words(claim("1", answer=answer, polarity=polarity)) == expected


def test_the_figure_with_a_measure_answers() -> None:
    (found,) = positions(claim("1", quantities=(*figure(3, measure=None), *figure(58))))
    assert (found.answer, found.is_figure) == ("58", True)


def test_a_figure_without_limits_answers_by_its_words() -> None:
    vague = Quantity(start=0, end=4, text="some", low=None, high=None, bound="vague")
    assert answer_key(claim("1", quantities=(vague,), answer="Some")) == "affirmed some"


def test_the_focus_is_the_figure_inside_the_quote() -> None:
    inside = figure(9)[0].model_copy(update={"start": 12, "end": 13})
    outside = figure(9)[0].model_copy(update={"start": 99, "end": 100})
    made = (
        claim("1", start=10, end=17, quantities=(inside,)),
        claim("2", start=10, end=17, quantities=(outside,)),
    )
    (found,) = positions(*made)
    assert [c.focus for c in found.citations] == [2, 0]


def test_every_claim_is_placed() -> None:
    placement = place_claims(register_briefing(note(claim("1"), claim("2", "b"), threads=(thread("1"),))))
    assert {key: position.lead.claim for key, position in placement.by_claim.items()} == {"1": "1", "2": "2"}


def test_what_a_later_statement_takes_back_is_marked() -> None:
    link = Relation(a="2", b="1", label="corrects", reason="why", basis="rule:revision")
    claims = (claim("1", quantities=figure(31)), claim("2", "b", quantities=figure(27)))
    asked = (thread("1"), thread("2", number="u"))
    made = place_claims(register_briefing(note(*claims, threads=asked, relations=(link,))))
    assert [made.by_claim[c].warnings for c in "12"] == [("corrected later",), ()]
    over = thread("1", "2", superseded=("1",))
    made = place_claims(register_briefing(note(*claims, threads=(over,), relations=(link,))))
    assert made.by_claim["1"].warnings == ("replaced later",)


@pytest.mark.parametrize(
    ("paper", "speakers", "names"),
    [
        pytest.param("a", "Ana Roy", ["Ana Roy"], id="the-speaker-stands-below"),
        pytest.param("b", "Ana Roy", ["Ana Roy", "Outlet a"], id="the-speaker-stands-in-another-article"),
        pytest.param("a", None, ["Outlet a", "Outlet a"], id="nobody-is-named"),
    ],
)
def test_a_key_point_that_drops_the_speaker_is_no_second_origin(
    paper: str, speakers: str | None, names: list[str]
) -> None:
    own = (Attribution(name="Outlet a", role="outlet", mode="narration"),)
    point = claim("1", attribution=own, flags=("attribution lost",), quantities=figure(58))
    told = claim("2", paper, speakers, quantities=figure(58))
    told = (
        told
        if speakers
        else told.model_copy(update={"attribution": own, "answer": "other", "quantities": ()})
    )
    found = positions_of(register_briefing(note(point, told)), ["1", "2"])
    assert sorted(position.name for position in found) == names
    assert sorted(c.claim for position in found for c in position.citations) == ["1", "2"]
