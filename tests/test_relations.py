"""Every row of the table of relations (`relation_rows`), from running text to a label through the library."""

from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

import counterclaim
from counterclaim import Claim, Comparison, Relation
from counterclaim.core.records import ArticleDigest, Response
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from relation_rows import CASES, SCENES, Row
from small_accounts import MONDAY, TUESDAY, article

MUTUAL = frozenset({"contradicts", "equivalent", "compatible", "different_scope", "undetermined"})
PAIR = 2
WORDINGS = 3
WITHHELD = {"not-confirmed": "could_not_confirm", "declined": "declined", "not-verified": "could_not_confirm"}


class Told(NamedTuple):
    """A case as compared: the claims of its two sentences and what relates the one to the other."""

    comparison: Comparison
    a: tuple[Claim, ...]
    b: tuple[Claim, ...]
    relations: tuple[Relation, ...]


def tell(case: Row, *, turned: bool = False) -> Told:
    """Put the case's sentences into running text and compare; `turned` gives the second article first."""
    scene = SCENES[case.scene]
    texts = (
        f"{scene.a_before} {case.a}\n\n{scene.a_after}",
        f"{scene.b_before} {case.b}\n\n{scene.b_after}",
    )
    told = (
        article(texts[0], outlet="Morning Paper", published=case.a_day),
        article(texts[1], outlet="Evening Paper", published=case.b_day),
    )
    digests = counterclaim.digest(told)
    comparison = counterclaim.compare(digests[::-1] if turned else digests)
    a, b = (_within(digest, words) for digest, words in zip(digests, (case.a, case.b), strict=True))
    sides = {c.id: side for side, claims in (("a", a), ("b", b)) for c in claims}
    between = (r for r in comparison.relations if {sides.get(r.a), sides.get(r.b)} == {"a", "b"})
    return Told(comparison, a, b, tuple(between))


def _within(digest: ArticleDigest, words: str) -> tuple[Claim, ...]:
    start = digest.article.text.index(words)
    return tuple(c for c in digest.claims if start <= c.start < start + len(words))


def _params() -> list[ParameterSet]:
    return [
        pytest.param(
            case,
            id=f"row-{case.row}-{case.name}",
            marks=[pytest.mark.xfail(reason=case.wrong, strict=True)] if case.wrong else [],
        )
        for case in CASES
    ]


@pytest.mark.parametrize("case", _params())
def test_row(case: Row) -> None:
    told = tell(case)
    wanted, labels = case.labels.split(), {r.label for r in told.relations}
    assert told.b
    assert labels <= {*wanted}, told.relations
    assert bool(labels) == bool(wanted)
    if wanted and case.exact:
        assert wanted[0] in labels, told.relations
    if case.tag:
        assert any(case.tag in tag for r in told.relations for tag in r.tags), told.relations


@pytest.mark.parametrize("case", [p for p in _params() if p.values[0].directed])
def test_a_directed_relation_runs_the_right_way(case: Row) -> None:
    told = tell(case)
    firsts = told.b if case.turned else told.a
    directed = [r for r in told.relations if r.label not in MUTUAL]
    assert directed
    assert all(r.a in {c.id for c in firsts} for r in directed)


@pytest.mark.parametrize("case", CASES, ids=[f"row-{c.row}-{c.name}" for c in CASES])
def test_a_relation_does_not_depend_on_the_order_of_the_articles(case: Row) -> None:
    there, back = tell(case), tell(case, turned=True)
    assert there.relations == back.relations
    assert there.comparison.threads == back.comparison.threads


def test_every_row_has_three_wordings() -> None:
    rows = [case.row for case in CASES]
    elsewhere = {32}  # one article by itself, below
    assert {n for n in range(1, 41) if rows.count(n) < WORDINGS} == elsewhere
    assert len({(c.row, c.name) for c in CASES}) == len(CASES)


@pytest.mark.parametrize("case", [c for c in CASES if c.row == 20], ids=lambda c: c.name)
def test_row_20_a_response_without_content_stands_in_the_log(case: Row) -> None:
    told = tell(case)
    logged = [r for t in told.comparison.threads for r in t.responses]
    assert any(_answers(r, told.a, WITHHELD[case.name]) for r in logged), logged


def _answers(response: Response, claims: tuple[Claim, ...], kind: str) -> bool:
    return response.claim in {c.id for c in claims} and response.kind == kind


@pytest.mark.parametrize("case", [c for c in CASES if c.row == 21], ids=lambda c: c.name)
def test_row_21_a_relay_mismatch_has_one_originator(case: Row) -> None:
    (mismatch,) = tell(case).relations
    assert mismatch.independence == "I1"
    assert "what one speaker said" in mismatch.reason


@pytest.mark.parametrize("case", [c for c in CASES if c.row == 23], ids=lambda c: c.name)
def test_row_23_a_report_adds_no_origin(case: Row) -> None:
    told = tell(case)
    (relation,) = told.relations
    (thread,) = [t for t in told.comparison.threads if relation.a in t.claims]
    assert relation.b in thread.claims
    assert thread.independent_origins == 1
    assert thread.status == "single_origin"


BODY = (
    "Police in Karsk said 40 miners were killed on Monday. The mayor, Ana Ruiz, said the pit had been shut. "
    "The union said Vellin Coal had not paid the 300 widows of Odrin."
)


def _digest(text: str, outlet: str | None, published: str) -> ArticleDigest:
    return read_article(article(text, outlet=outlet, published=published))


@pytest.mark.parametrize(
    "outlet", [pytest.param("Evening Paper", id="named"), pytest.param(None, id="nameless")]
)
def test_a_claim_relates_to_its_own_reprint_as_equivalent_only(outlet: str | None) -> None:
    first, copy = _digest(BODY, "Morning Paper", MONDAY), _digest(BODY, outlet, TUESDAY)
    found = compare_digests([first, copy]).relations
    assert {r.label for r in found} == {"equivalent"}
    assert len(found) == len(first.claims)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        pytest.param("40 miners were killed in Karsk", "Police said 40 miners were killed in Karsk.", id="dead"),
        pytest.param("The bridge cost €9 million", "The city said the bridge had cost €9 million.", id="money"),
        pytest.param("Turnout was 61 per cent", "Turnout was 61 per cent, the commission said.", id="share"),
    ],
)  # fmt: skip
def test_row_32_a_figure_without_a_speaker_joins_the_one_with(headline: str, body: str) -> None:
    comparison = compare_digests([_digest(f"- {headline}\n\n{body}", "Morning Paper", MONDAY)])
    bare, told = comparison.digests[0].claims
    assert "attribution lost" in bare.flags
    assert "attribution lost" not in told.flags
    (thread,) = comparison.threads
    assert set(thread.claims) == {bare.id, told.id}
    assert thread.independent_origins == 1
