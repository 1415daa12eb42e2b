import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.core.records import Attribution, Relation, Status
from counterclaim.relate.comparison import compare_digests
from counterclaim.relate.periods import differ_in_period
from counterclaim.relate.rungs import Verdict
from counterclaim.relate.scope import (
    differ_in_counting,
    differ_in_measure,
    differ_in_place,
    differ_in_population,
)
from counterclaim.relate.slots import Slots
from counterclaim.relate.standing import count_origins
from counterclaim.relate.threads import find_threads
from counterclaim.text.reader import read_article
from small_accounts import article, claim, narrated, relation, said_by, slot

LABELS = (
    "equivalent", "refines", "compatible", "contradicts", "updates", "possible_update", "corrects", "denies", "confirms",
    "reports", "part_of", "different_scope", "fulfils", "undetermined",
)  # fmt: skip


def held(
    name: str, text: str, *, chain: tuple[Attribution, ...] = (), flags: tuple[str, ...] = (), of: str = ""
) -> Slots:
    found = slot(text)
    made = found.claim.model_copy(
        update={"id": name, "article": of or f"a-{name}", "attribution": (*chain, narrated()), "flags": flags}
    )
    return found._replace(claim=made)


def police(name: str, text: str = "12 miners died.") -> Slots:
    return held(name, text, chain=(said_by("the police"),))


def union(name: str, text: str = "12 miners died.") -> Slots:
    return held(name, text, chain=(said_by("the union"),))


ARMY = said_by("Belmoria’s army")
FORCES = said_by("Ivo Land", side="Belmorian forces")


@pytest.mark.parametrize(
    ("slots", "relations", "copies", "status"),
    [
        pytest.param([police("a"), union("b")], [relation("a", "equivalent", "b")], {}, "agreed", id="agreed"),
        pytest.param([police("a"), union("b")], [relation("a", "contradicts", "b")], {}, "disputed", id="disputed"),
        pytest.param([police("a"), union("b")], [relation("a", "denies", "b")], {}, "disputed", id="denied"),
        pytest.param([police("a"), union("b")], [relation("a", "compatible", "b")], {}, "unclear", id="overlap-is-no-support"),
        pytest.param([police("a"), police("b")], [relation("a", "updates", "b")], {}, "superseded", id="superseded"),
        pytest.param([police("a"), police("b")], [relation("a", "equivalent", "b")], {}, "single_origin", id="one-originator"),
        pytest.param([police("a")], [], {}, "single_origin", id="alone"),
        pytest.param(
            [held("a", "12 miners died.", chain=(ARMY,)), held("b", "12 miners died.", chain=(FORCES,))],
            [relation("a", "equivalent", "b")],
            {},
            "one_sided",
            id="one-side",
        ),
        pytest.param([police("a"), union("b")], [relation("a", "equivalent", "b")], {"b": "a"}, "single_origin", id="a-reprint-counts-for-nothing"),
        pytest.param(
            [held("a", "12 miners died."), held("b", "12 miners died.")], [relation("a", "equivalent", "b")], {}, "unclear", id="two-outlets-alone"
        ),
        pytest.param(
            [police("a"), police("b", "9 miners died."), union("c", "9 miners died.")],
            [relation("a", "updates", "b"), relation("b", "contradicts", "c"), relation("a", "compatible", "c")],
            {},
            "unclear",
            id="a-replaced-conflict-is-not-live",
        ),
        pytest.param(
            [held("a", "12 miners died.", chain=(said_by("its media wing"),)), union("b")],
            [relation("a", "equivalent", "b")],
            {},
            "unclear",
            id="a-mouthpiece-is-no-second-origin",
        ),
    ],
)  # fmt: skip
def test_status(
    slots: list[Slots], relations: list[Relation], copies: dict[str, str], status: Status
) -> None:
    (thread,) = find_threads(slots, relations, copies)
    assert thread.status == status


def test_what_adverse_sides_both_say_is_conceded() -> None:
    slots = [police("a"), union("b"), police("c", "9 ships sank."), union("d", "4 ships sank.")]
    agreed, disputed = find_threads(
        slots, [relation("a", "equivalent", "b"), relation("c", "contradicts", "d")], {}
    )
    assert (agreed.status, disputed.status) == ("conceded", "disputed")


@pytest.mark.parametrize(
    ("basis", "differs"),
    [
        pytest.param("rule:interval", "number", id="interval"),
        pytest.param("rule:part", "number", id="part"),
        pytest.param("rule:denial", "polarity", id="denial"),
        pytest.param("rule:time", "time", id="time"),
        pytest.param("model", "model", id="model"),
    ],
)
def test_what_a_dispute_differs_by(basis: str, differs: str) -> None:
    (thread,) = find_threads([police("a"), union("b")], [relation("a", "contradicts", "b", basis=basis)], {})
    assert thread.differs_by == (differs,)


def test_other_scopes_are_kept_apart() -> None:
    slots = [police("a"), union("b"), police("c")]
    relations = [
        relation("a", "compatible", "b"),
        relation("b", "compatible", "c"),
        relation("a", "part_of", "c"),
    ]
    assert [t.claims for t in find_threads(slots, relations, {})] == [("a", "b"), ("c",)]


def test_the_stronger_relation_joins_first() -> None:
    slots = [police("a"), union("b"), police("c")]
    relations = [
        relation("a", "compatible", "b"),
        relation("b", "equivalent", "c"),
        relation("a", "different_scope", "c"),
    ]
    assert [t.claims for t in find_threads(slots, relations, {})] == [("a",), ("b", "c")]


@pytest.mark.parametrize(
    ("one", "middle", "other"),
    [
        pytest.param("12 miners died.", "12 miners were there.", "12 miners were hurt.", id="measure"),
        pytest.param("12 miners died in Karsk.", "12 miners died.", "12 miners died in Odrin.", id="place"),
        pytest.param("12 miners died.", "12 died.", "12 children died.", id="population"),
        pytest.param("12 Arvanian guards died.", "12 guards died.", "12 Belmorian guards died.", id="nation"),
        pytest.param("12 miners died.", "12 miners died.", "Another 12 miners died.", id="counting"),
        pytest.param("The bridge cost €3 million.", "The bridge will open.", "The bridge cost $3 million.", id="unit"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("label", ["equivalent", "compatible", "updates"])
def test_a_claim_that_says_less_ties_no_two_together(one: str, middle: str, other: str, label: str) -> None:
    slots = [police("a", one), union("b", middle), police("c", other)]
    chain = [relation("a", label, "b"), relation("b", label, "c")]
    threads = find_threads(slots, chain, {})
    assert not any({"a", "c"} <= {*t.claims} for t in threads)
    assert [t.claims for t in find_threads(slots[::-1], chain[::-1], {})] == [t.claims for t in threads]


@pytest.mark.parametrize(
    ("label", "joined"),
    [
        pytest.param("compatible", False, id="a-loose-relation"),
        pytest.param("equivalent", True, id="a-firm-one"),
    ],
)
def test_statements_on_other_names_are_joined_by_firm_relations_only(label: str, *, joined: bool) -> None:
    slots = [
        police("a", "The road to Karsk is open."),
        union("b", "The road is open."),
        police("c", "The road to Odrin is open."),
    ]
    threads = find_threads(slots, [relation("a", label, "b"), relation("b", label, "c")], {})
    assert any({"a", "c"} <= {*t.claims} for t in threads) is joined


def test_other_units_are_kept_apart() -> None:
    slots = [police("a", "The bridge cost €3 million."), union("b", "The bridge cost $3 million.")]
    assert len(find_threads(slots, [relation("a", "compatible", "b")], {})) == 2


@pytest.mark.parametrize(
    ("texts", "low", "high", "floor"),
    [
        pytest.param(["12 miners died.", "9 miners died."], 9, 12, 9, id="exact"),
        pytest.param(["At least 12 miners died.", "9 miners died."], 9, None, 9, id="open-above"),
        pytest.param(["Up to 12 miners died.", "9 miners died."], 9, 12, None, id="open-below"),
    ],
)
def test_range_of_the_live_figures(
    texts: list[str], low: float, high: float | None, floor: float | None
) -> None:
    slots = [police(f"c{i}", t) for i, t in enumerate(texts)]
    (thread,) = find_threads(slots, [relation("c0", "compatible", "c1")], {})
    assert thread.figures
    assert (thread.figures.low, thread.figures.high, thread.figures.floor) == (low, high, floor)


def test_no_range_without_a_stated_figure() -> None:
    open_figure = police("a")
    assert open_figure.figure
    nothing = open_figure.figure.model_copy(update={"low": None, "high": None})
    (thread,) = find_threads([open_figure._replace(figure=nothing)], [], {})
    assert thread.figures is None
    (statement,) = find_threads([police("a", "The road to Karsk is open.")], [], {})
    assert statement.figures is None


def test_a_replaced_figure_leaves_the_range() -> None:
    slots = [police("a"), police("b", "9 miners died.")]
    (thread,) = find_threads(slots, [relation("a", "updates", "b")], {})
    assert thread.figures
    assert (thread.figures.low, thread.superseded) == (12, ("b",))


def test_the_question_is_one_that_most_claims_put_and_that_reads_by_itself() -> None:
    questions = [
        "How many [they] died in the pit?",
        "How many miners were killed?",
        "How many miners were killed?",
    ]
    slots = [police(f"c{i}") for i in range(3)]
    asked = [
        s._replace(claim=s.claim.model_copy(update={"question": q}))
        for s, q in zip(slots, questions, strict=True)
    ]
    joined = [relation("c0", "equivalent", "c1"), relation("c1", "equivalent", "c2")]
    (thread,) = find_threads(asked, joined, {})
    assert thread.question == "How many miners were killed?"


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        pytest.param([], 0, id="nobody"),
        pytest.param([(narrated("Post"),), (narrated("Herald"),)], 1, id="outlets-only"),
        pytest.param(
            [(said_by("the union"),), (narrated("Herald"),)], 1, id="outlets-do-not-count-beside-a-name"
        ),
        pytest.param([(said_by("Ruiz"),), (said_by("Land"),)], 2, id="two"),
        pytest.param([(said_by("Ruiz"),), (said_by("Land"),), (said_by("Ana Ruiz"),)], 2, id="one-twice"),
        pytest.param([(ARMY,), (FORCES,)], 1, id="one-side"),
        pytest.param([(said_by("its media wing"),), (said_by("a spokesman"),)], 1, id="mouthpieces-only"),
        pytest.param([(said_by("a spokesman"),), (said_by("Ruiz"),)], 1, id="mouthpiece-beside-a-name"),
    ],
)
def test_origins(chains: list[tuple[Attribution, ...]], expected: int) -> None:
    made = [claim("x", name=f"c-{i}", chain=chain) for i, chain in enumerate(chains)]
    assert count_origins(made) == count_origins(made[::-1]) == expected


NAMES = tuple("abcdefg")
DRAWN = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(LABELS), st.sampled_from(NAMES)), max_size=15
)
POOL = [(police if i % 2 else union)(n, f"{9 + i} miners died.") for i, n in enumerate(NAMES)]


@settings(deadline=None)
@given(DRAWN, st.permutations(POOL))
def test_threads_are_a_partition_whatever_the_order(
    drawn: list[tuple[str, str, str]], shuffled: list[Slots]
) -> None:
    relations = [relation(*r) for r in drawn]
    threads = find_threads(POOL, relations, {})
    assert sorted(c for t in threads for c in t.claims) == sorted(NAMES)
    home = {c: t.id for t in threads for c in t.claims}
    if not {"contradicts", "denies"} & {r.label for r in relations}:  # a conflict is always shown as one
        apart = [r for r in relations if r.label in {"part_of", "different_scope"} and r.a != r.b]
        assert all(home[r.a] != home[r.b] for r in apart)
    again = find_threads(shuffled, relations[::-1], {})
    assert {(t.id, t.claims, t.status) for t in again} == {(t.id, t.claims, t.status) for t in threads}


SCOPES = (differ_in_measure, differ_in_population, differ_in_place, differ_in_counting, differ_in_period)
FIGURES = (
    "9 miners died.", "9 miners were hurt.", "12 miners died in Karsk.", "12 miners died in Odrin.", "9 died.",
    "Another 12 miners died.", "40 children died.", "Rents rose by 9 per cent.", "9 posts were destroyed.",
)  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(FIGURES), min_size=3, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(LABELS), st.integers(0, 5)), max_size=12),
)
def test_no_chain_ties_claims_of_two_scopes(texts: list[str], drawn: list[tuple[int, str, int]]) -> None:
    slots = [(police if i % 2 else union)(f"c{i}", text) for i, text in enumerate(texts)]
    relations = [
        relation(f"c{a}", label, f"c{b}") for a, label, b in drawn if max(a, b) < len(texts) and a != b
    ]
    by_id = {s.claim.id: s for s in slots}
    for thread in find_threads(slots, relations, {}):
        held = [by_id[c] for c in thread.claims]
        verdicts = [rule(a, b) for a in held for b in held for rule in SCOPES]
        assert not any(isinstance(v, Verdict) and v.label == "different_scope" for v in verdicts)


def threads_of(*texts: str) -> list[tuple[str, int]]:
    """The questions with the number of claims, of accounts by several outlets."""
    outlets = ("Post", "Herald", "Echo", "Wire")
    made = [read_article(article(t, outlet=o)) for o, t in zip(outlets, texts, strict=False)]
    return [(t.question, len(t.claims)) for t in compare_digests(made).threads]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("Ruiz said over 200 Torvaks were killed.", "Ruiz said more than 200 Torvaks fighters were killed."), id="a-group-by-its-name"),
        pytest.param(("Karsk’s army said its forces killed 58.", "Karsk’s army said 58 Odrinian soldiers were killed."), id="who-did-it-is-not-who-is-counted"),
        pytest.param(("Ruiz said a further 30 miners were hurt.", "Ruiz said 30 miners were hurt."), id="further"),
        pytest.param(("The army said 21 posts fell into its hands.", "The army said it captured 21 posts."), id="fell-into-hands"),
        pytest.param(("Police said 40 people were injured.", "Police said 40 injured were counted."), id="the-injured"),
        pytest.param(("Port officers said 19 ferries had been cancelled so far.", "Port officers had spoken of 19 ferries."), id="named-again"),
    ],
)  # fmt: skip
def test_one_count_in_other_words_is_one_question(texts: tuple[str, ...]) -> None:
    assert [count for _, count in threads_of(*texts)] == [2]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("Ruiz said another 12 miners had died.", "Land said 12 miners had died."), id="an-increment"),
        pytest.param(("Ruiz said 9 Torvaks were killed.", "Land said 58 Odrinian soldiers were killed."), id="two-groups"),
        pytest.param(("Ruiz said two of the bodies had been identified.", "Land said two people were killed."), id="some-of-the-dead"),
        pytest.param(("Ruiz said the gate was shut on Sunday.", "Land said the gate was shut on Tuesday."), id="a-state-on-two-days"),
        pytest.param(("Ruiz said 96 people were killed. Eighty-five of them were killed in Odrin, Land said.",), id="of-them-in-one-place"),
        pytest.param(("Ruiz said 19 ferries had been cancelled.", "Land had spoken of 19 ferries."), id="another-speaker"),
        pytest.param(("Ruiz said at least nine pupils had been infected.", "Land said the school sent 17 pupils home."), id="infected-and-sent-home"),
        pytest.param(("Ruiz said at least 12 miners were injured.", "Land said 40 miners joined the walkout."), id="injured-and-on-strike"),
        pytest.param(("Ruiz said about 30 fans were detained.", "Land said 35 fans were refused seats."), id="detained-and-refused"),
    ],
)  # fmt: skip
def test_two_counts_in_like_words_are_two_questions(texts: tuple[str, ...]) -> None:
    assert [count for _, count in threads_of(*texts)] == [1, 1]


def test_questions_in_the_same_words_are_told_apart_by_their_place() -> None:
    slots = [police("a", "12 miners died in Karsk."), police("b", "12 miners died in Karsk."), union("c")]
    found = find_threads(slots, [relation("a", "equivalent", "b"), relation("a", "part_of", "c")], {})
    assert {t.question for t in found} == {
        "How many miners were killed (Karsk)?",
        "How many miners were killed?",
    }
    alone = find_threads(slots[:2], [relation("a", "equivalent", "b")], {})
    assert [t.question for t in alone] == ["How many miners were killed?"]
