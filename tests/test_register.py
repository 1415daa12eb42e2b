import pytest

from counterclaim.core.records import Attribution, Label, Origin, Relation
from counterclaim.note.register import outlet_name, register_briefing, speaker_name
from counterclaim.note.sections import build_sections
from small_note import article, claim, figure, note, thread


def same_text(*articles: str, source: str | None = None) -> Origin:
    return Origin(id="o", kind="same_text", articles=articles, source=source)


def relation(a: str, b: str, label: Label = "equivalent") -> Relation:
    return Relation(a=a, b=b, label=label, reason="why", basis="rule:sample")


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        pytest.param(same_text("a", "b", source="b"), {"a": "b"}, id="the source is named"),
        pytest.param(same_text("b", "a"), {"b": "a"}, id="the earliest where none is named"),
        pytest.param(same_text("x", "y"), {"y": "x"}, id="articles that are not in the note"),
        pytest.param(same_text(), {}, id="no article"),
    ],
)
def test_copies(origin: Origin, expected: dict[str, str]) -> None:
    assert register_briefing(note(claim("1", "a"), claim("2", "b"), origins=(origin,))).copy_of == expected


@pytest.mark.parametrize("ends", [("1", "2"), ("2", "1")])
def test_a_claim_of_a_copy_folds_into_its_equivalent_in_the_source(ends: tuple[str, str]) -> None:
    made = note(
        claim("1", "a"),
        claim("2", "b"),
        origins=(same_text("a", "b", source="a"),),
        relations=(relation(*ends),),
    )
    assert register_briefing(made).folded_into == {"2": "1"}


@pytest.mark.parametrize(
    "link", [relation("1", "2", "compatible"), relation("1", "3"), relation("1", "unknown")]
)
def test_nothing_else_folds(link: Relation) -> None:
    claims = (claim("1", "a"), claim("2", "b"), claim("3", "c"))
    made = note(*claims, origins=(same_text("a", "b", source="a"),), relations=(link,))
    assert register_briefing(made).folded_into == {}


def test_equivalents_stand_for_each_other_whatever_the_order() -> None:
    claims = tuple(claim(str(number)) for number in range(6))
    links = (relation("4", "5"), relation("3", "4"), relation("1", "0"), relation("5", "1"))
    one = register_briefing(note(*claims, relations=links)).twins
    other = register_briefing(note(*claims, relations=links[::-1])).twins
    assert one == other == {"0": "0", "1": "0", "2": "2", "3": "0", "4": "0", "5": "0"}


def test_the_originator_of_the_comparator_is_used() -> None:
    origin = Origin(
        id="o", kind="same_originator", articles=("a",), claims=("1",), originator="Ana Maria Roy"
    )
    register = register_briefing(note(claim("1"), claim("2"), claim("3", speaker=None), origins=(origin,)))
    assert register.originator == {
        "1": "Ana Maria Roy",
        "2": "Ana Roy",
        "3": "speaker not stated in Outlet a",
    }


def test_claims_in_no_thread_get_one() -> None:
    register = register_briefing(note(claim("1"), claim("2"), threads=(thread("1"),)))
    assert [(t.id, t.claims, t.status) for t in register.threads] == [
        ("t", ("1",), "single_origin"),
        ("2", ("2",), "unclear"),
    ]


def test_articles_without_a_date_come_last() -> None:
    papers = (
        article("z", published=None),
        article("y", day=9),
        article("x", day=9),
        article("w", "Alone", day=9),
    )
    assert [a.id for a in register_briefing(note(articles=papers)).in_order] == ["w", "x", "y", "z"]


@pytest.mark.parametrize(
    ("outlet", "source", "expected"),
    [
        pytest.param("The  Post", "x", "The Post", id="stated"),
        pytest.param(" ", "https://post.example/a/b/", "b (outlet not stated)", id="an address"),
        pytest.param(None, "C:\\news\\one.txt", "one.txt (outlet not stated)", id="a path"),
        pytest.param(None, "/", "an article (outlet not stated)", id="nothing"),
    ],
)
def test_outlet_name(outlet: str | None, source: str, expected: str) -> None:
    assert outlet_name(article("a", outlet, source=source)) == expected


def test_a_claim_whose_article_is_missing() -> None:
    assert outlet_name(None) == "article not in this note"


def test_speaker_name() -> None:
    assert speaker_name(claim("1", attribution=(Attribution(name=None, role="a nurse"),))) == "a nurse"
    assert speaker_name(claim("1", speaker=None)) == ""


def test_who_says_the_opposite_of_a_state_answers_no_to_its_question() -> None:
    shut = claim(
        "1",
        speaker="Ana Roy",
        text="The gates were shut",
        question="Whether the gates were shut",
        answer="yes",
    )
    opened = claim(
        "2",
        paper="b",
        speaker="Bo Lind",
        text="They opened the gates",
        question="Whether they opened the gates",
        answer="yes",
    )
    turned = Relation(a="2", b="1", label="possible_update", reason="a later account", basis="rule:lineage")
    made = thread("1", "2", status="unclear", question="Whether the gates were shut")
    register = register_briefing(note(shut, opened, relations=(turned,), threads=(made,)))
    assert [register.claims[i].answer for i in "12"] == ["yes", "no"]


@pytest.mark.parametrize(
    ("speaker", "tail", "whole"),
    [
        pytest.param("Ana Roy", " and held them for an hour", True, id="the-clause-goes-on"),
        pytest.param("Bo Lind", " and held them for an hour", False, id="another-speaker"),
        pytest.param("Ana Roy", " and lost 4 of them", False, id="another-figure"),
    ],
)
def test_a_figure_is_quoted_with_the_clause_that_goes_on(speaker: str, tail: str, *, whole: bool) -> None:
    quote = "They took 21 posts"
    part = claim("1", quote=quote, end=len(quote), quantities=figure(21))
    more = claim("2", speaker=speaker, quote=quote + tail, end=len(quote + tail))
    sections = build_sections(note(part, more))
    (row,) = sections.figures[0].rows
    assert row.lead.quote == (quote + tail if whole else quote)
    told = [p.lead.claim for voice in sections.alone for s in voice.statements for p in s.positions]
    assert ("2" in told) is not whole
