"""Every row of the table of relations, through the built-in path: text to claims to a label.

`undecided` marks a row whose label the rules cannot give yet; the test then holds them to `undetermined` or to no
relation, never to a wrong label. `wrong` says why a row gets a wrong label; the test then expects to fail.
"""

from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from counterclaim.core.records import Article, ArticleDigest
from counterclaim.relate.align import answers_same_question
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.grounds import relate
from counterclaim.relate.scope import Verdict
from counterclaim.relate.slots import Slots, find_slots
from counterclaim.relate.statements import weigh_overlap
from counterclaim.text.reader import read_article
from small_accounts import MONDAY, TUESDAY, WEDNESDAY, article


class Case(NamedTuple):
    row: int
    a: str
    b: str
    label: str | None
    flipped: bool = False
    a_published: str = "2025-03-04T12:00:00+00:00"
    b_published: str = "2025-03-04T12:00:00+00:00"
    tag: str | None = None
    undecided: bool = False
    opposed: bool = False
    wrong: str | None = None


SYMMETRIC = frozenset({"contradicts", "equivalent", "compatible", "different_scope", "undetermined"})

CASES = [
    Case(1, "Police said 15 people were killed.", "The hospital said at least 12 people were killed.", "refines"),
    Case(2, "Police said at least 12 people were killed.", "The hospital said 9 people were killed.", "contradicts"),
    Case(3, "Police said about 200 people were hurt.", "The hospital said more than 200 people were hurt.", "compatible"),
    Case(4, "Police said 207 people were hurt.", "The hospital said about 200 people were hurt.", "refines"),
    Case(5, "The army said 23 soldiers were killed.", "The rebels said up to 58 soldiers were killed.", "compatible"),
    Case(6, "Police said 40 people were killed.", "The hospital said dozens of people were killed.", "refines"),
    Case(
        7,
        "Arvania’s spokesman Ilo Brandt said 58 Belmorian soldiers were killed.",
        "Belmoria’s army said 23 Belmorian soldiers were killed.",
        "contradicts",
    ),
    Case(
        8, "The fire service said 12 people had died.", "The fire service said 9 people had died.", "updates",
        a_published=TUESDAY, b_published=MONDAY,
    ),
    Case(
        9, "The fire service said 12 people had died.", "The mayor, Ana Ruiz, said 9 people had died.", "possible_update",
        a_published=TUESDAY, b_published=MONDAY,
    ),
    Case(
        10, "The fire service revised its toll to 9 dead.", "The fire service said 12 people had died.", "updates",
        a_published=WEDNESDAY, b_published=TUESDAY,
    ),
    Case(
        11, "The mayor, Ana Ruiz, said 9 people had died.", "The fire service said 12 people had died.", "contradicts",
        a_published=TUESDAY, b_published=MONDAY,
    ),
    Case(
        12,
        "Arvania’s army said 58 Belmorian soldiers were killed.",
        "Belmoria’s army said 23 Belmorian soldiers were killed.",
        "contradicts",
        a_published=TUESDAY, b_published=MONDAY, opposed=True,
    ),
    Case(13, "Police said another 12 people were killed.", "The hospital said 9 people were killed.", "different_scope"),
    Case(14, "The army said 23 soldiers were killed.", "The hospital said 25 people were killed in all.", "part_of"),
    Case(15, "The army said 30 soldiers were killed.", "The hospital said 25 people were killed in all.", "contradicts"),
    Case(16, "Police said 58 were killed.", "The army said 23 soldiers were killed.", "undetermined"),
    Case(
        17, "Police said 5 people were killed in Karsk.", "Police said 23 people were killed across the country.", "part_of"
    ),
    Case(
        17, "Police said 5 people were killed in Karsk.", "Police said 23 people were killed in Odrin.", "different_scope"
    ),
    Case(
        18,
        "The army said it had lost no outposts.",
        "The rebels said 20 outposts had been destroyed.",
        None,
        undecided=True,
    ),
    Case(
        19, "The army said the border had been calm.", "The rebels said 20 outposts had been destroyed.", None
    ),
    Case(
        20,
        "The army could not confirm that 58 soldiers had been killed.",
        "The rebels said 58 soldiers had been killed.",
        None,
    ),
    Case(
        21,
        "General Ivo Land had said 58 soldiers were killed, according to Radio North.",
        "General Ivo Land had said 85 soldiers were killed, according to Radio South.",
        "contradicts",
        tag="relay mismatch",
        undecided=True,
    ),
    Case(
        22,
        "The army denied that 58 soldiers had been killed in the raid on Karsk.",
        "The rebels said 58 soldiers had been killed in the raid on Karsk.",
        "denies",
    ),
    Case(
        23,
        "General Ivo Land said 58 soldiers were killed, according to Radio North.",
        "General Ivo Land said 58 soldiers were killed.",
        "reports",
        wrong="a relay of the same words is called equivalent",
    ),
    Case(
        24,
        "If the rebels fire, the army will destroy the posts at Karsk, General Ivo Land said.",
        "The army destroyed the posts at Karsk, the rebels said.",
        "different_scope",
    ),
    Case(
        25,
        "The ministry closed the Torvik crossing on Sunday.",
        "The ministry said it would close the Torvik crossing.",
        "fulfils",
        a_published=MONDAY,
    ),
    Case(26, "The army said 21 posts were destroyed.", "The army said 21 posts were captured.", "different_scope"),
    Case(27, "Police said there were 50 casualties.", "The hospital said 50 people were killed.", "undetermined"),
    Case(
        28, "The bank said 1,234,000 people had been displaced.",
        "The agency said 1.2 million people had been displaced.", "refines",
    ),
    Case(29, "The rebels said 12 people were martyred.", "The hospital said 12 people were killed.", "equivalent", tag="framing"),
    Case(
        30, "The army said 40 militants were killed.", "The rebels said 40 soldiers were killed.", "undetermined"
    ),
    Case(33, "Police said 58 people were killed.", "Police said 58 people may have been killed.", "refines"),
    Case(
        34,
        "Arvania said that Belmorian guards had opened fire first.",
        "Belmoria said that Arvanian guards had opened fire first.",
        "contradicts",
        undecided=True,
    ),
    Case(
        35,
        "The ministry signed the fishing deal with Norrland on Friday.",
        "The opposition said the ministry had not signed the fishing deal with Norrland.",
        "contradicts",
    ),
    Case(36, "The bank said prices rose by 12 per cent.", "The union said prices rose by 9 per cent.", "contradicts"),
    Case(37, "The firm said the bridge had cost €3 million.", "The city said the bridge had cost $3 million.", "undetermined"),
    Case(
        38, "Police said 200 people were killed.", "The hospital said 200 people were wounded.", "different_scope",
        tag="same number, other measure",
    ),
    Case(
        39,
        "The coastguard said the tanker had run aground at 02:10.",
        "The owner said the tanker had run aground shortly after two.",
        "refines",
    ),
    Case(40, "Officials denied rumours that the dam at Karsk had burst.", "The dam at Karsk had burst.", "denies"),
]  # fmt: skip


def _slots(text: str, published: str, outlet: str) -> list[Slots]:
    article = Article.model_validate(
        {
            "id": f"a-{outlet}",
            "source": outlet,
            "outlet": outlet,
            "published": published,
            "language": "en",
            "text": text,
            "sha256": "",
        }
    )
    return [find_slots(c, article) for c in read_article(article).claims]


def _verdicts(case: Case) -> list[Verdict]:
    one = _slots(case.a, case.a_published, "Morning Paper")
    two = _slots(case.b, case.b_published, "Evening Paper")
    found = []
    for a in one:
        for b in two:
            quiet = {"declined", "could not confirm"} & {*a.claim.flags, *b.claim.flags}
            if not quiet and answers_same_question(a, b, {}).found:
                similarity = weigh_overlap(a.topic, b.topic, {})
                verdict = relate(a, b, similarity=similarity, opposed_sides=case.opposed)
                if verdict:
                    found.append(verdict)
    return found


def _params() -> list[ParameterSet]:
    return [
        pytest.param(
            case,
            id=f"row-{case.row}-{i}",
            marks=[pytest.mark.xfail(reason=case.wrong, strict=True)] if case.wrong else [],
        )
        for i, case in enumerate(CASES)
    ]


@pytest.mark.parametrize("case", _params())
def test_row(case: Case) -> None:
    verdicts = _verdicts(case)
    labels = [(v.label, v.flipped) for v in verdicts]
    if case.undecided:
        assert all(
            label in {"undetermined", "different_scope", "compatible", case.label} for label, _ in labels
        ), verdicts
        return
    if case.label is None:
        assert labels == []
        return
    assert (case.label, case.flipped) in labels, verdicts
    assert len({label for label, _ in labels}) == 1, verdicts
    if case.tag:
        assert any(case.tag in tag for v in verdicts for tag in v.tags)


@pytest.mark.parametrize("case", CASES, ids=[f"row-{c.row}-{i}" for i, c in enumerate(CASES)])
def test_a_label_does_not_depend_on_the_order_of_the_claims(case: Case) -> None:
    turned = case._replace(a=case.b, b=case.a, a_published=case.b_published, b_published=case.a_published)
    there, back = _verdicts(case), _verdicts(turned)
    assert sorted(v.label for v in there) == sorted(v.label for v in back)
    for label in {v.label for v in there} - SYMMETRIC:
        assert [v.flipped for v in there if v.label == label] != [v.flipped for v in back if v.label == label]
    assert not any(v.flipped for v in (*there, *back) if v.label in SYMMETRIC)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("on Saturday night", "on Sunday at 01:00 UTC", id="part-of-a-day-and-a-clock-time"),
        pytest.param("at 8 p.m. EST on Saturday", "at 01:00 UTC on Sunday", id="two-zones"),
        pytest.param("at 23:30 UTC on Saturday", "at 11.30 p.m. UTC on Saturday", id="one-zone"),
    ],
)
def test_row_31_one_moment_in_two_zones_is_no_conflict(a: str, b: str) -> None:
    case = Case(
        31, f"The tanker ran aground off Karsk {a}.", f"The tanker ran aground off Karsk {b}.", "equivalent"
    )
    labels = {v.label for v in _verdicts(case)}
    assert labels
    assert labels <= {"equivalent", "refines"}


@pytest.mark.parametrize("case", [c for c in CASES if c.row == 39], ids=["row-39"])
def test_times_that_overlap_never_contradict(case: Case) -> None:
    assert {v.label for v in _verdicts(case)} <= {"compatible", "refines"}


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


def test_row_32_a_figure_without_a_speaker_joins_the_one_with() -> None:
    text = "- 40 miners were killed in Karsk\n\nPolice said 40 miners were killed in Karsk."
    comparison = compare_digests([_digest(text, "Morning Paper", MONDAY)])
    bare, told = comparison.digests[0].claims
    assert "attribution lost" in bare.flags
    assert "attribution lost" not in told.flags
    (thread,) = comparison.threads
    assert set(thread.claims) == {bare.id, told.id}
    assert thread.independent_origins == 1


def test_row_12_sides_that_deny_each_other_never_update_each_other() -> None:
    arvania = (
        "Arvania’s army said on Monday that 58 Belmorian soldiers were killed near Karsk. "
        "Arvania’s army said that its guards had burned the mill at Odrin."
    )
    belmoria = (
        "Belmoria’s army denied that guards of Arvania had burned the mill at Odrin. "
        "Belmoria’s army said that 61 Belmorian soldiers were killed near Karsk."
    )
    found = compare_digests(
        [_digest(arvania, "Morning Paper", MONDAY), _digest(belmoria, "Evening Paper", WEDNESDAY)]
    )
    labels = {r.label for r in found.relations}
    assert "denies" in labels
    assert "contradicts" in labels
    assert "possible_update" not in labels
