from pathlib import Path

import pytest

from briefing_story import briefing
from counterclaim import brief, read
from counterclaim.core.records import Attribution, Claim, Engine, Relation, Response
from counterclaim.note.briefing import build_briefing
from counterclaim.note.grids import Grid, Matrix, Row
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.note.sections import build_sections
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import article as account
from small_note import claim, note, thread


def matrix() -> Matrix:
    return build_sections(briefing()).matrix


def grid(question: str) -> Grid:
    return next(grid for grid in matrix().grids if grid.question == question)


def stances(row: Row) -> list[str | None]:
    return [cell.stance if cell else None for cell in row.cells]


def test_the_columns_are_the_articles_in_order_of_publication() -> None:
    assert matrix().articles == ("kw1", "hp1", "is1", "sb1", "kw2")
    assert all(len(row.cells) == 5 for one in matrix().grids for row in one.rows)


def test_who_says_who_reprints_and_where_nothing_was_found() -> None:
    first = grid("How many people died in the fire on the Orlanda?").rows[0]
    assert (first.position.answer, first.position.name) == ("14", "Rhea Tolland")
    assert stances(first) == ["says", "reprints", None, None, None]


def test_a_denial_and_no_comment_are_not_a_statement() -> None:
    rows = {row.position.lead.claim: stances(row) for row in grid("Were lifeboats padlocked?").rows}
    assert rows == {
        "i03": [None, None, "says", None, None],
        "b05": [None, None, None, "declines", None],
        "f03": [None, None, None, None, "denies"],
    }


def test_every_cell_leads_to_the_article_of_its_column() -> None:
    cells = [
        (article, cell.citation.article)
        for one in matrix().grids
        for row in one.rows
        for article, cell in zip(matrix().articles, row.cells, strict=True)
        if cell
    ]
    assert len(cells) > 15
    assert [pair for pair in cells if pair[0] != pair[1]] == []


def test_what_one_article_tells_is_counted_not_shown() -> None:
    made = build_sections(
        note(
            claim("1"), claim("2", "b"), threads=(thread("1"), thread("2", number="u", question="And then?"))
        )
    ).matrix
    assert (made.grids, made.told_once) == ((), 2)


def test_there_is_room_for_so_many_articles_and_questions() -> None:
    claims = [claim(f"{n}", f"p{n % 30:02d}", answer="same", question=f"Q{n // 2}?") for n in range(60)]
    threads = tuple(thread(f"{2 * n}", f"{2 * n + 1}", number=f"t{n}", question=f"Q{n}?") for n in range(30))
    made = build_sections(note(*claims, threads=threads)).matrix
    assert (len(made.grids), made.threads_left) == (24, 6)
    assert (len(made.articles), made.articles_left) == (16, 15)
    assert list(made.articles) == sorted(made.articles)


def test_a_response_counts_in_its_thread_alone() -> None:
    quiet = (Response(kind="could_not_confirm", speaker="Ben Low", claim="2"),)
    made = build_sections(
        note(claim("1"), claim("2", "b", speaker="Ben Low"), threads=(thread("1", "2", responses=quiet),))
    ).matrix
    assert [stances(row) for row in made.grids[0].rows] == [["says", None], [None, "cannot confirm"]]


def test_outlets_that_could_not_verify_stand_in_one_row() -> None:
    def own(number: str, paper: str) -> Claim:
        link = Attribution(name=f"Outlet {paper}", role="outlet", mode="narration")
        return claim(number, paper, attribution=(link,), question="And was it so?", flags=("not known",))

    quiet = tuple(Response(kind="could_not_confirm", speaker="x", claim=c) for c in "34")
    claims = (claim("1"), claim("2", "b", speaker="Ben Low"), own("3", "a"), own("4", "b"))
    asked = (thread("1", "2", responses=quiet), thread("3", "4", number="u", question="And was it so?"))
    (one,) = build_sections(note(*claims, threads=asked)).matrix.grids
    assert stances(one.rows[-1]) == ["not verified", "not verified"]
    assert one.rows[-1].names == ("Outlet a", "Outlet b")
    assert len(one.rows) == 3


def test_who_says_only_part_of_what_is_agreed_is_marked() -> None:
    claims = (claim("1", answer="yes"), claim("2", "b", "Bo Lind", answer="yes"), claim("3", "c", "Cy Orr"))
    less = Relation(a="1", b="2", label="refines", reason="why", basis="rule:words")
    back = (Relation(a="1", b="3", label="refines", reason="why", basis="rule:words"), Relation(a="3", b="1", label="refines", reason="why", basis="rule:words"))  # fmt: skip
    made = build_sections(note(*claims, relations=(less, *back), threads=(thread("1", "2", "3", status="agreed"),)))  # fmt: skip
    assert [p.warnings for p in made.agreed[0].positions] == [(), ("says only part of it",), ()]
    assert [stances(row) for row in made.matrix.grids[0].rows][1] == [None, "says part", None]


SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize("story", sorted(path.name for path in SEEDS.iterdir() if path.is_dir()))
def test_no_article_that_is_cited_on_a_question_is_silent_there_and_none_that_is_not_speaks(
    story: str,
) -> None:
    made = brief(read(SEEDS / story))
    placement = place_claims(register_briefing(made))
    cited: dict[str, set[str]] = {}
    for asked, positions in placement.threads:
        heard = cited.setdefault(asked.question.casefold(), set())
        heard |= {citation.article for position in positions for citation in position.citations}
        about = (placement.by_claim.get(response.claim or "") for response in asked.responses)
        heard |= {citation.article for position in about if position for citation in position.citations}
    found = build_sections(made).matrix
    for one in found.grids:
        for column, paper in enumerate(found.articles):
            cells = [row.cells[column] for row in one.rows]
            says = any(cell and cell.stance != "related" for cell in cells)
            silent = any(row.cells[column] is None and paper not in row.elsewhere for row in one.rows)
            assert says == (paper in cited[one.question.casefold()])
            assert silent != any(cells)


def test_those_of_one_party_who_say_the_same_stand_in_one_row() -> None:
    army, state = ((Attribution(name=name),) for name in ("Norway’s army", "Norway"))
    claims = (
        claim("1", answer="yes", attribution=army), claim("2", "b", answer="yes", attribution=state),
        claim("3", "b", "Bo Lind", answer="no"), claim("4", "a", "Cy Orr", answer="no"),
    )  # fmt: skip
    (one,) = build_sections(note(*claims, threads=(thread("1", "2", "3", "4"),))).matrix.grids
    assert [row.names for row in one.rows] == [("Norway’s army", "Norway"), ("Cy Orr",), ("Bo Lind",)]
    assert stances(one.rows[0]) == ["says", "says"]


def test_who_says_neither_yes_nor_no_stands_in_one_row_however_it_is_told() -> None:
    texts = (
        "Chad accuses Norway of bombing Orvo on Monday. Norway has neither confirmed nor denied it.",
        "Chad blames Norway for the bombing of Orvo on Monday. On whether it bombed Orvo Norway has said neither yes nor no.",
    )
    read = [read_article(account(text, outlet=f"Outlet {n}")) for n, text in enumerate(texts)]
    made = build_briefing(compare_digests(read), engine=Engine(reader="builtin", version="0"))
    rows = [row for one in build_sections(made).matrix.grids for row in one.rows if row.responds]
    assert [(row.names, stances(row)) for row in rows] == [
        (("Norway",), ["neither confirms nor denies", "neither confirms nor denies"])
    ]
