import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.core.records import Article, Briefing, Claim
from counterclaim.relate.editions import match_corrections, match_notes, match_texts
from small_note import article, claim, figure, note, thread

LONG = "The river rose in the night and took the lower bridge with it, the mayor said on Monday morning. "
OTHER = "A court in the capital threw out the appeal of four councillors over the sale of a public park. "


def paper(name: str, text: str, outlet: str | None = "The Post", source: str | None = None) -> Article:
    return article(name, outlet, text=text, source=source or f"{name}.md")


def test_the_same_text_of_an_outlet_is_the_same_article_whatever_its_file_is_called() -> None:
    old, new = paper("a", LONG, source="monday/1.md"), paper("b", LONG, source="tuesday/7.md")
    assert match_texts([old], [new]) == {"b": "a"}
    assert match_texts([old], [paper("b", LONG, outlet="The Sun")]) == {}


@pytest.mark.parametrize(
    ("old", "new", "corrected"),
    [
        pytest.param(paper("a", LONG + "Nine died."), paper("b", LONG + "Six died."), True, id="same outlet"),
        pytest.param(
            paper("a", LONG, outlet=None, source="x.md"),
            paper("b", LONG + "More.", outlet=None, source="x.md"),
            True,
            id="same source, outlet not stated",
        ),
        pytest.param(
            paper("a", LONG, outlet=None), paper("b", LONG, outlet=None), False, id="neither is known"
        ),
        pytest.param(
            paper("a", LONG, source="x.md"), paper("b", OTHER, source="x.md"), False, id="file name used anew"
        ),
        pytest.param(
            paper("a", LONG, source="-"),
            paper("b", OTHER + LONG[:40], source="-"),
            False,
            id="standard input",
        ),
        pytest.param(
            paper("a", LONG, source="x.md"),
            paper("b", LONG + "So.", outlet="The Sun", source="x.md"),
            False,
            id="another outlet's reprint",
        ),
        pytest.param(paper("a", "Nine died."), paper("b", "Six died."), False, id="too short to tell"),
    ],
)
def test_what_is_a_correction(old: Article, new: Article, corrected: bool) -> None:  # noqa: FBT001
    assert match_corrections([old], [new]) == ({"b": "a"} if corrected else {})


def test_each_article_replaces_at_most_one_and_the_most_alike() -> None:
    old = [paper("a", LONG + OTHER), paper("b", LONG)]
    new = [paper("c", LONG + "Six died."), paper("d", LONG + OTHER + "Six died.")]
    assert match_corrections(old, new) == {"c": "b", "d": "a"} or match_corrections(old, new) == {
        "d": "a",
        "c": "b",
    }
    assert len(match_corrections(old, [*new, paper("e", LONG + "Seven.")])) == 2


def told(*claims: Claim, **fields: object) -> Briefing:
    return note(*claims, **fields)


def test_claims_are_the_same_by_quote_answer_and_speaker() -> None:
    earlier = told(claim("1", quote="nine died", answer="9"), claim("2", quote="it rained", answer="yes"))
    later = told(
        claim("x", quote="Nine  died", answer="9"),
        claim("y", quote="it rained", answer="no"),
        claim("z", quote="it rained", answer="yes", speaker="Bo Lind"),
    )
    assert match_notes(earlier, later).claims == {"x": "1"}


def test_equal_claims_are_matched_one_to_one() -> None:
    twice = [claim(n, quote="no", answer="no", start=s, end=s + 2) for n, s in (("1", 0), ("2", 9))]
    again = [claim(n, quote="no", answer="no", start=s, end=s + 2) for n, s in (("x", 3), ("y", 7), ("z", 8))]
    assert match_notes(told(*twice), told(*again)).claims == {"x": "1", "y": "2"}


def counts(name: str, question: str, value: float = 9, **fields: object) -> Briefing:
    made = claim(name, name[0], quantities=figure(value), answer=f"{value:g}", question=question, **fields)
    return note(made, threads=(thread(name, number=f"t-{name}").model_copy(update={"question": question}),))


def test_a_thread_goes_on_from_those_its_claims_come_from_however_the_question_is_worded() -> None:
    papers = (article("a"), article("b"))
    earlier = told(
        claim("1"), claim("2"), claim("3"),
        articles=papers, threads=(thread("1", "2", number="p"), thread("3", number="q")),
    )  # fmt: skip
    merged = thread("1", "2", "3", "4", number="m").model_copy(update={"question": "Wholly other words?"})
    later = told(claim("1"), claim("2"), claim("3"), claim("4", "b"), articles=papers, threads=(merged,))
    assert match_notes(earlier, later).threads == {"m": ("p", "q")}


@pytest.mark.parametrize(
    ("first", "second", "matched"),
    [
        pytest.param("How many miners died at Karsk?", "How many miners at Karsk died?", True, id="order"),
        pytest.param(
            "How many miners died at Karsk?", "How many miners are dead in Karsk?", True, id="forms"
        ),
        pytest.param("How many miners died at Karsk?", "How many miners fled from Odrin?", False, id="other"),
        pytest.param("How many?", "How many?", False, id="no content words"),
    ],
)
def test_questions_of_threads_without_common_claims(first: str, second: str, matched: bool) -> None:  # noqa: FBT001
    found = match_notes(counts("a1", first), counts("b1", second, 12)).threads
    assert found == ({"t-b1": ("t-a1",)} if matched else {})


def test_the_same_words_about_another_measure_are_another_question() -> None:
    words = "How many miners of Karsk were counted?"
    other = counts("b1", words)
    hurt = other.claims[0].model_copy(update={"quantities": figure(9, measure="wounded")})
    assert match_notes(counts("a1", words), other.model_copy(update={"claims": (hurt,)})).threads == {}


def test_the_speaker_decides_between_equals() -> None:
    words = "How many miners died at Karsk?"
    earlier = counts("a1", words, speaker="Bo Lind")
    twin = counts("c1", words, speaker="Ana Roy")
    earlier = earlier.model_copy(
        update={"claims": (*earlier.claims, *twin.claims), "threads": (*earlier.threads, *twin.threads)}
    )
    assert match_notes(earlier, counts("b1", words, 12)).threads == {"t-b1": ("t-c1",)}


@settings(max_examples=30)
@given(st.permutations(["1", "2", "3", "4"]))
def test_order_matches_nothing_otherwise(order: list[str]) -> None:
    made = {
        n: claim(n, quote=f"quote {int(n) % 2}", answer="yes", start=int(n), end=int(n) + 7) for n in order
    }
    given_order = told(*(made[n] for n in order))
    straight = told(*(made[n] for n in sorted(made)))
    assert match_notes(given_order, straight) == match_notes(straight, straight)
