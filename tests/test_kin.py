import pytest

from counterclaim.core.records import Attribution, Briefing, Claim, Label, Relation
from counterclaim.note.grids import Matrix
from counterclaim.note.kin import Kin
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.sections import build_sections
from small_note import claim, figure, note, thread


def found(made: Briefing, *claims: str) -> tuple[str, ...]:
    return Kin.of(place_claims(register_briefing(made)), made.relations).find(claims)


def said(number: str, text: str, paper: str = "a", speaker: str = "Ana Roy", **fields: object) -> Claim:
    return claim(
        number, paper, speaker, text=text, quote=text, question=f"Whether {text}", answer="yes", **fields
    )


def apart(*claims: Claim, links: tuple[Relation, ...] = ()) -> Briefing:
    """Every claim on a question of its own."""
    threads = tuple(thread(c.id, number=f"t{c.id}", question=c.question) for c in claims)
    return note(*claims, threads=threads, relations=links)


@pytest.mark.parametrize(
    ("one", "other", "speaker", "alike"),
    [
        pytest.param("The raid was an answer to the shelling of Orle", "The operation was retaliation", "Ana Roy", True, id="a motive in other words"),
        pytest.param("The raid was an answer to the shelling of Orle", "The operation was retaliation", "Bo Lind", False, id="another speaker's, with one word in common"),
        pytest.param("Nothing provoked the raid on its depots", "the raid on the depots was unprovoked", "Bo Lind", True, id="unprovoked"),
        pytest.param("Guards ended the siege at the wish of Orle and Vantry", "the blockade was lifted, as Orle and Vantry had wished", "Ana Roy", True, id="names, of one speaker"),
        pytest.param("Guards ended the siege in Orle", "the fair was held in Orle", "Bo Lind", False, id="names alone"),
        pytest.param("The depots were closed", "The depots had cost a fortune", "Ana Roy", False, id="what both speak of"),
        pytest.param("The bridge was closed", "The tram was late", "Ana Roy", False, id="nothing in common"),
    ],
)  # fmt: skip
def test_statements_of_one_matter(one: str, other: str, speaker: str, alike: bool) -> None:  # noqa: FBT001
    rest = [said(str(n), f"{word} was painted", speaker="Cy Orr") for n, word in enumerate("Hall Mill Barn Yard".split())]  # fmt: skip
    made = apart(said("one", one), said("other", other, "b", speaker), *rest)
    assert found(made, "one") == (("other",) if alike else ())
    assert found(made, "other") == (("one",) if alike else ())


@pytest.mark.parametrize(
    ("label", "basis", "near"),
    [
        pytest.param("compatible", "rule:time", ("2",), id="two days of one thing"),
        pytest.param("undetermined", "rule:population", ("2",), id="perhaps the same people"),
        pytest.param("undetermined", "rule:measure", (), id="not stated what is counted"),
        pytest.param("different_scope", "rule:population", (), id="other people"),
    ],
)
def test_what_the_comparator_relates(label: Label, basis: str, near: tuple[str, ...]) -> None:
    counts = (claim("1", quantities=figure(9)), claim("2", "b", quantities=figure(200)))
    asked = (thread("1"), thread("2", number="u", question="And then?"))
    link = Relation(a="1", b="2", label=label, reason="why", basis=basis)
    assert found(note(*counts, threads=asked, relations=(link,)), "1") == near


def test_two_questions_of_which_most_answers_differ_in_scope_are_of_two_matters() -> None:
    counts = [claim(str(n), "ab"[n % 2], quantities=figure(n)) for n in range(4)]
    asked = (thread("0", "1"), thread("2", "3", number="u", question="And then?"))
    other = Relation(a="0", b="2", label="different_scope", reason="why", basis="rule:population")
    perhaps = Relation(a="1", b="3", label="undetermined", reason="why", basis="rule:population")
    assert found(note(*counts, threads=asked, relations=(other, perhaps)), "0", "1") == ()


def matrix(*claims: Claim, **fields: object) -> Matrix:
    return build_sections(apart(*claims).model_copy(update=fields)).matrix


def test_an_article_that_speaks_under_a_related_question_is_not_said_to_hold_nothing() -> None:
    first, same = said("1", "The raid was an answer to the shelling of Orle"), said("2", "The raid was an answer to the shelling of Orle", "b")  # fmt: skip
    other, loose = said("3", "The operation was retaliation", "c"), said("4", "Guards shelled Orle before the raid of the answer", "d", "Bo Lind")  # fmt: skip
    threads = (thread("1", "2", question=first.question), thread("3", number="u", question=other.question), thread("4", number="v", question=loose.question))  # fmt: skip
    made = matrix(first, same, other, loose, threads=threads)
    rows = made.grids[0].rows
    told = [[cell.stance if cell else None for cell in row.cells] for row in rows]
    assert told[0] == ["says", "says", "related", None]
    assert told[1:] == [[None, None, None, "related"]]
    assert rows[1].related == loose.question
    assert all(set(made.articles) - row.elsewhere for row in rows)


def test_a_dispute_names_what_its_speakers_say_in_other_words() -> None:
    yes, no = said("1", "The raid was an answer to the shelling of Orle"), said("2", "Nothing provoked the raid on its depots", "b", "Bo Lind")  # fmt: skip
    more, own = said("3", "The operation was retaliation", "c"), said("4", "The raid was retaliation", "d").model_copy(update={"attribution": (Attribution(name="Outlet d", role="outlet", mode="narration"),)})  # fmt: skip
    threads = (
        thread("1", "2", question=yes.question, status="disputed"),
        *(thread(c.id, number=c.id, question=c.question) for c in (more, own)),
    )
    (dispute,) = build_sections(note(yes, no, more, own, threads=threads)).disputed
    assert [(a.words, a.citation and a.citation.claim) for a in dispute.related] == [("Ana Roy", "3")]
