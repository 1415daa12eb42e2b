import pytest

from counterclaim.core.records import (
    ArticleSummary,
    Briefing,
    Engine,
    Relation,
    Uncompared,
    Usage,
)
from counterclaim.note.ledger import (
    carried_words,
    engine_words,
    length_words,
    method,
    origin_lines,
    sources,
    usage_words,
)
from counterclaim.note.placement import place_claims
from counterclaim.note.register import register_briefing
from counterclaim.relate.judgement import JUDGEMENTS
from small_note import article, claim, note


def compared(made: Briefing) -> str:
    return dict(method(made, register_briefing(made)))["Compared"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "One two.", "2 words", id="words"),
        pytest.param(None, "", "0 words", id="nothing"),
        pytest.param("zh", "三十一人死亡", "6 characters", id="no spaces"),
        pytest.param("zh-Hant", "人", "1 character", id="a regional tag"),
    ],
)
def test_length_words(language: str | None, text: str, expected: str) -> None:
    assert length_words(article("a", language=language, text=text)) == expected


def test_a_source_without_a_summary() -> None:
    made = note(claim("1"))
    (source,) = sources(made, register_briefing(made))
    assert (source.title, source.language, source.summary, source.key_sentences) == (
        None,
        "language not known",
        (),
        (),
    )


def test_a_summary_leaves_out_what_is_empty() -> None:
    summary = ArticleSummary(
        article="a", headline="Nine dead", who=("Ana Roy", " "), what="Nine people died.", where=" "
    )
    made = note(claim("1"), summaries=(summary,))
    (source,) = sources(made, register_briefing(made))
    assert (source.title, source.summary) == (
        "Nine dead",
        (("who", "Ana Roy"), ("what", "Nine people died.")),
    )


def test_originators_are_listed_by_how_often_they_are_carried() -> None:
    made = note(claim("1"), claim("2", "b", "Bo Lind"), claim("3", "b"), claim("4", "a", "Cy Orr"))
    lines = origin_lines(place_claims(register_briefing(made)))
    assert [(line.name, carried_words(line)) for line in lines] == [
        ("Ana Roy", "2 statements in Outlet a and Outlet b"),
        ("Bo Lind", "1 statement in Outlet b"),
        ("Cy Orr", "1 statement in Outlet a"),
    ]


@pytest.mark.parametrize(
    ("engine", "expected"),
    [
        pytest.param(Engine(reader="builtin", version="1"), "built-in reader, no model (counterclaim 1)", id="built in"),
        pytest.param(
            Engine(reader="model", model="m", prompts={"digest": "2", "briefing": "1"}, version="1"),
            "model reader, model m, prompts briefing 1, digest 2 (counterclaim 1)", id="a model",
        ),
    ],
)  # fmt: skip
def test_engine_words(engine: Engine, expected: str) -> None:
    assert engine_words(engine) == expected


@pytest.mark.parametrize(
    ("usage", "expected"),
    [
        pytest.param(Usage(), "no model was called", id="none"),
        pytest.param(Usage(cached=3, cost=0), "0 calls, 3 stored replies used, 0 tokens in, 0 out, cost 0.0000", id="all from the cache"),
        pytest.param(Usage(calls=1, input_tokens=1200), "1 call, 0 stored replies used, 1,200 tokens in, 0 out, cost not known", id="no price"),
    ],
)  # fmt: skip
def test_usage_words(usage: Usage, expected: str) -> None:
    assert usage_words(usage) == expected


def test_relations_are_counted_by_who_judged_them() -> None:
    links = tuple(
        Relation(a="1", b="2", label="compatible", reason="r", basis=basis) for basis in ("rule:x", "model")
    )
    assert compared(note(claim("1"), relations=links)) == (
        "1 statement on 0 questions; 2 relations, 1 by rule, 1 by model: compatible 2"
    )
    assert compared(note()) == "0 statements on 0 questions; 0 relations, 0 by rule, 0 by model"


@pytest.mark.parametrize(
    ("prompts", "uncompared", "words"),
    [
        pytest.param({"digest": "1"}, (), "by rule alone: the model was asked about no pair", id="rules-only"),
        pytest.param(
            {"digest": "1", "judge": "1"},
            (),
            "1 pair that the rules left open decided by the model; 0 judgements of the model not counted",
            id="all-stand",
        ),
        pytest.param(
            {"judge": "1"},
            (Uncompared(what=JUDGEMENTS, reason="the rules overrule them: figures that overlap can both be true", count=2),),
            "1 pair that the rules left open decided by the model; 2 judgements of the model not counted: "
            "the rules overrule them: figures that overlap can both be true (2)",
            id="overruled",
        ),
    ],
)  # fmt: skip
def test_what_the_model_decided_and_what_was_overruled(
    prompts: dict[str, str], uncompared: tuple[Uncompared, ...], words: str
) -> None:
    judged = Relation(a="1", b="2", label="compatible", reason="why", basis="model")
    engine = Engine(reader="model", model="m", prompts=prompts, version="0")
    made = note(claim("1"), claim("2"), relations=(judged,), engine=engine, uncompared=uncompared)
    assert dict(method(made, register_briefing(made)))["Judged"] == words


def test_without_a_model_nothing_is_said_of_its_judgements() -> None:
    made = note(claim("1"))
    assert "Judged" not in dict(method(made, register_briefing(made)))
