import pytest

from briefing_story import briefing
from counterclaim.core.policy import PolicyFigure
from counterclaim.core.records import Attribution, Briefing, Claim, FigureRange, Origin, Quantity, Relation
from counterclaim.note.markdown import render_markdown
from counterclaim.note.policies import POLICY_WORDS, apply_policy, policy_line
from counterclaim.note.sections import build_sections
from counterclaim.note.terminal import render_terminal
from small_note import claim, note, thread


def count(
    text: str, low: float | None, high: float | None, bound: str = "exact", **fields: object
) -> Quantity:
    made = Quantity.model_validate(
        {"start": 0, "end": 1, "text": text, "low": low, "high": high, "bound": bound, "measure": "killed"}
    )
    return made.model_copy(update=fields)


def exactly(value: float, **fields: object) -> Quantity:
    return count(f"{value:g}", value, value, **fields)


def told(*said: tuple[str, Quantity], **fields: object) -> Briefing:
    """A note of one thread in which each speaker gives a figure, in an article each."""
    claims = [
        claim(str(n), chr(96 + n), speaker, quantities=(figure,), **fields)
        for n, (speaker, figure) in enumerate(said, start=1)
    ]
    return of(*claims)


def of(*claims: Claim, **fields: object) -> Briefing:
    made = thread(*(c.id for c in claims), status="disputed", figures=FigureRange(low=0, high=1))
    return note(*claims, threads=(made,)).model_copy(update=fields)


def decided(made: Briefing, policy: str) -> PolicyFigure:
    (figure,) = apply_policy(made, policy).policy_figures  # type: ignore[arg-type]
    return figure


ACLED = [
    pytest.param([("A", exactly(58)), ("B", exactly(23))], "23", "the lowest figure given (B)", id="lowest"),
    pytest.param([("A", exactly(9)), ("B", exactly(9))], "9", "the only figure given (A and B)", id="one figure"),
    pytest.param(
        [("A", count("at least 12", 12, None, "at_least")), ("B", exactly(15))],
        "12", "the lowest figure given (A, stated as at least 12)", id="floor",
    ),
    pytest.param(
        [("A", count("10 to 15", 10, 15, "range")), ("B", exactly(15))],
        "10", "the lowest figure given (A, stated as 10 to 15)", id="range",
    ),
    pytest.param(
        [("A", count("dozens of", 24, None, "vague")), ("B", exactly(15))],
        "12", "the lowest figure given (A, stated as dozens of)", id="dozens are twelve",
    ),
    pytest.param(
        [("A", count("several dozen", 36, None, "vague")), ("B", exactly(40))],
        "40", "the only figure given (B); no number for several dozen (A)", id="a vague word without a rule",
    ),
    pytest.param(
        [("A", count("up to 58", None, 58, "at_most")), ("B", exactly(60))],
        "60", "the only figure given (B); no number for up to 58 (A)", id="a ceiling is no estimate",
    ),
    pytest.param(
        [("A", count("scores", 40, None, "vague"))],
        None, "not decided: the policy gives no number for scores (A)", id="nothing to count",
    ),
    pytest.param(
        [("A", exactly(9, measure="wounded"))], None, "not decided: the policy counts deaths only", id="injuries"
    ),
    pytest.param(
        [("A", exactly(9, measure="casualties"))], None, "not decided: the policy counts deaths only", id="casualties"
    ),
    pytest.param(
        [("A", exactly(9, unit="percent"))], None, "not decided: the policy counts deaths only", id="shares"
    ),
    pytest.param([("A", exactly(9, measure="died"))], "9", "the only figure given (A)", id="other words for it"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "answer", "reason"), ACLED)
def test_acled(said: list[tuple[str, Quantity]], answer: str | None, reason: str) -> None:
    found = decided(told(*said), "acled")
    assert (found.answer, found.reason) == (answer, reason)
    assert (found.low, found.high) == ((float(answer), float(answer)) if answer else (None, None))
    assert bool(found.claims) == bool(answer)


MAJORITY = [
    pytest.param(
        [("Ana", 9), ("Bo", 9), ("Cy", 12)], "9", "two of three independent origins (Ana and Bo)", id="majority"
    ),
    pytest.param(
        [("Ana", 9), ("Bo", 12)], None,
        "not decided: a tie of two independent origins: 12 (Bo) and 9 (Ana)", id="tie",
    ),
    pytest.param(
        [("Ana", 9), ("Bo", 9), ("Cy", 12), ("Di", 15)], None,
        "not decided: no majority among four independent origins: 9 (Ana and Bo), 12 (Cy) and 15 (Di)", id="half is no majority",
    ),
    pytest.param([("Ana", 9), ("Ana", 9)], None, "not decided: one origin only", id="an origin repeated"),
    pytest.param(
        [("Ana", 9), ("Ana", 12), ("Bo", 12)], None,
        "not decided: no majority among two independent origins: 12 (Bo); one gave more than one figure", id="split",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("said", "answer", "reason"), MAJORITY)
def test_majority(said: list[tuple[str, int]], answer: str | None, reason: str) -> None:
    made = told(*((name, exactly(value)) for name, value in said))
    found = decided(made, "majority")
    assert (found.answer, found.reason) == (answer, reason)


def test_a_majority_keeps_the_bound() -> None:
    floor = count("at least 12", 12, None, "at_least")
    found = decided(told(("Ana", floor), ("Bo", floor), ("Cy", exactly(12))), "majority")
    assert (found.answer, found.low, found.high) == ("at least 12", 12, None)
    assert found.claims == ("1", "2")


def test_outlets_and_reprints_are_no_origins() -> None:
    said = [claim(n, n, "Ana", quantities=(exactly(9),)) for n in "abc"]
    other = claim("d", "d", "Bo", quantities=(exactly(12),))
    assert decided(of(*said, other), "majority").reason.startswith("not decided: a tie of two")


def test_one_side_is_one_origin() -> None:
    army = [
        claim(n, n, quantities=(exactly(9),)).model_copy(
            update={"attribution": (Attribution(name=name, side="Norrland"),)}
        )
        for n, name in (("a", "General Ivo Land"), ("b", "the defence ministry"))
    ]
    assert decided(of(*army), "majority").reason == "not decided: one origin only"


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"polarity": "denied"}, id="denied"),
        pytest.param({"reality": "conditional"}, id="not happened"),
        pytest.param({"flags": ("earlier figure",)}, id="called earlier"),
    ],
)
def test_what_does_not_stand_is_not_counted(fields: dict[str, object]) -> None:
    low = claim("1", "a", "Ana", quantities=(exactly(3),), **fields)
    high = claim("2", "b", "Bo", quantities=(exactly(9),))
    assert decided(of(low, high), "acled").answer == "9"


def test_an_increment_is_not_counted() -> None:
    more = claim("1", "a", "Ana", quantities=(exactly(3, counting="incremental"),))
    assert decided(of(more, claim("2", "b", "Bo", quantities=(exactly(9),))), "acled").answer == "9"


def test_a_replaced_figure_and_a_reprint_are_not_counted() -> None:
    first, second = (claim(n, n, "Ana", quantities=(exactly(v),)) for n, v in (("a", 3), ("b", 9)))
    copy = claim("c", "c", "Ana", quantities=(exactly(9),))
    made = of(first, second, copy)
    threads = (made.threads[0].model_copy(update={"superseded": ("a",)}),)
    origin = Origin(id="o", kind="same_text", articles=("b", "c"), source="b")
    same = Relation(a="b", b="c", label="equivalent", reason="", basis="rule:reprint")
    found = decided(
        made.model_copy(update={"threads": threads, "origins": (origin,), "relations": (same,)}), "acled"
    )
    assert (found.answer, found.claims) == ("9", ("b",))


def test_rival_threads_are_not_decided() -> None:
    claims = [claim(n, n, n, quantities=(exactly(v),)) for n, v in (("a", 3), ("b", 9))]
    threads = tuple(
        thread(c.id, status="unclear", number=c.id, figures=FigureRange(low=3, high=9)) for c in claims
    )
    found = apply_policy(note(*claims, threads=threads), "acled").policy_figures
    assert [f.reason for f in found] == ["not decided: it is open whether the accounts count the same"] * 2


def test_the_range_chooses_nothing() -> None:
    made = apply_policy(briefing(), "range")
    assert (made.figure_policy, made.policy_figures) == ("range", ())


@pytest.mark.parametrize("policy", ["range", "acled", "majority"])
def test_every_note_names_its_policy_in_every_format(policy: str) -> None:
    made = apply_policy(briefing(), policy)  # type: ignore[arg-type]
    method = dict(build_sections(made).method)
    assert method["Figures"] == POLICY_WORDS[policy]  # type: ignore[index]
    assert f"policy {policy}:" in render_markdown(made)
    assert f"policy {policy}:" in " ".join(render_terminal(made).split())


def test_the_policy_stands_under_the_measure_and_chooses_no_row() -> None:
    made = apply_policy(briefing(), "acled")
    (dead,) = (g for g in build_sections(made).figures if g.thread == "t-dead")
    plain = next(g for g in build_sections(briefing()).figures if g.thread == "t-dead")
    assert dead.rows == plain.rows
    assert dead.policy == "ACLED’s counting policy: 17, the lowest figure given (Rhea Tolland)"
    assert dead.policy in render_markdown(made)
    assert dead.policy in " ".join(render_terminal(made).split())


def test_a_line_that_does_not_decide() -> None:
    assert policy_line(
        PolicyFigure(thread="t", policy="majority", reason="not decided: one origin only")
    ) == ("Majority of origins: not decided: one origin only")
