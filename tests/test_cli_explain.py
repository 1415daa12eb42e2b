from pathlib import Path

import pytest

from command import GAZETTE, HARBOUR, counterclaim, write
from counterclaim.core.explanations import Explanation
from counterclaim.core.records import Comparison


@pytest.fixture
def story(tmp_path: Path) -> str:
    write(tmp_path, "story/a.md", HARBOUR)
    write(tmp_path, "story/b.md", GAZETTE)
    return str(tmp_path / "story")


def test_the_ladder_of_two_claims(story: str) -> None:
    ran = counterclaim("compare", story, "--quiet", "--explain", "Nine people", "at least 12")
    assert (ran.code, ran.err) == (0, "")
    assert "\nA contradicts B (rule:interval): they cannot both be true: " in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_ladder_as_json_by_the_ids_that_compare_prints(story: str) -> None:
    comparison = Comparison.model_validate_json(counterclaim("compare", story, "-q", "--format", "json").out)
    relation = next(r for r in comparison.relations if r.label == "contradicts")
    listed = counterclaim("compare", story, "-q").out
    assert f"    {relation.a}: " in listed
    ran = counterclaim("compare", story, "-q", "--format", "json", "--explain", relation.a[:8], relation.b)
    explained = Explanation.model_validate_json(ran.out)
    assert (explained.relation, explained.steps[-1].label) == (relation, "contradicts")
    assert (explained.a.id, explained.b.id) == (relation.a, relation.b)


@pytest.mark.parametrize(
    ("names", "why"),
    [
        pytest.param(("c-0000000000", "Nine"), "no claim has this id or these words", id="unknown"),
        pytest.param(("c-", "Nine"), "claims fit; give one of these ids: c-", id="ambiguous"),
        pytest.param(("nine people", "NINE"), "both stand for the claim c-", id="one-claim-twice"),
    ],
)
def test_names_that_do_not_name_two_claims(story: str, names: tuple[str, str], why: str) -> None:
    ran = counterclaim("compare", story, "-q", "--explain", *names)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_one_name_is_not_enough(story: str) -> None:
    ran = counterclaim("compare", story, "--explain", "Nine")
    assert (ran.code, ran.out) == (2, "")
    assert "--explain" in ran.err


def test_words_that_stand_in_a_reprint_too_are_those_of_its_source(story: str) -> None:
    copy = HARBOUR.replace("Harbour Press", "Morning Sheet").replace("2025-10-05T18", "2025-10-06T08")
    (Path(story) / "c.md").write_text(copy, encoding="utf-8")
    ran = counterclaim("compare", story, "--explain", "At least 12 people", "Nine people")
    assert ran.code == 0
    assert "A: c-" in ran.out
    assert ", in Harbour Press: “At least 12 people" in " ".join(ran.out.split())
    assert "'At least 12 people' is taken from Harbour Press (c-" in ran.err
    assert "; reprinted by Morning Sheet\n" in ran.err
