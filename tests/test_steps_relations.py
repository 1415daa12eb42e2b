import json

import pytest

from counterclaim.steps.relations import relate_lines

GOOD = {"id": 1, "a": "12 people died.", "b": "9 people died."}


def answer(line: bytes | None) -> dict[str, object]:
    (found,) = relate_lines([line])
    answered: dict[str, object] = json.loads(found.text)
    assert (found.trouble is None) == (answered["basis"] != "error")
    assert found.trouble is None or found.trouble == answered["reason"]
    return answered


@pytest.mark.parametrize(
    ("line", "what", "remedy"),
    [
        pytest.param(b"nonsense", "it is not JSON from character 1 on", '{"id": 1, "a":', id="no-json"),
        pytest.param(b"[" * 100_000, "it is not JSON that can be read", '{"id": 1, "a":', id="too-deep"),
        pytest.param(
            b'{"id": "caf\xe9"}', "it is not UTF-8 from byte 12 on", "save the file as UTF-8", id="latin"
        ),
        pytest.param(b"[1]", "it is a list, not an object", '{"id": 1, "a":', id="list"),
        pytest.param(b"null", "it is null, not an object", '{"id": 1, "a":', id="null"),
        pytest.param(b'{"id": 1, "a": "x"}', '"b" is missing', '{"id": 1, "a":', id="missing"),
        pytest.param(b'{"id": 1, "a": 3, "b": "x"}', '"a" is 3', "text in quotation marks", id="no-text"),
        pytest.param(
            b'{"id": true, "a": "y", "b": "x"}', '"id" is true', "a text or a whole number", id="id-is-no-id"
        ),
        pytest.param(
            b'{"id": 1, "a": "y", "b": "x", "a_published": "soon"}',
            '"a_published" is "soon"',
            "2025-03-04",
            id="date",
        ),
        pytest.param(
            b'{"id": 1, "a": "y", "b": "x", "a_publised": "2025-03-04"}',
            '"a_publised" is not known',
            '"a_published"',
            id="misspelt",
        ),
        pytest.param(
            b'{"id": 1, "a": "y", "b": "\\ud800"}',
            '"b" holds half a character',
            "UTF-8",
            id="half-a-character",
        ),
        pytest.param(
            b'{"id": 1, "a": ["%s"], "b": "x"}' % (b"y" * 99), "y…", "quotation marks", id="long-value"
        ),
        pytest.param(None, "longer than a megabyte", "not whole documents", id="long-line"),
    ],
)
def test_a_bad_line_is_named_with_its_remedy(line: bytes | None, what: str, remedy: str) -> None:
    reason = str(answer(line)["reason"])
    assert reason.startswith("line 1 is not a pair: ")
    assert what in reason
    assert remedy in reason.partition(what)[2]


@pytest.mark.parametrize("given", ["x", 7, 1.5, True, None], ids=repr)
def test_a_bad_line_gives_its_id_back(given: object) -> None:
    assert answer(json.dumps({"id": given, "a": "x"}).encode())["id"] == given


@pytest.mark.parametrize("given", ["NaN", "[1]", "{}"])
def test_an_id_that_is_none_is_not_given_back(given: str) -> None:
    assert answer(f'{{"id": {given}, "a": "x"}}'.encode())["id"] is None


def test_other_fields_are_passed_over() -> None:
    assert answer(json.dumps(GOOD | {"gold": "contradicted"}).encode()) == answer(json.dumps(GOOD).encode())


def test_nothing_is_lost_and_lines_are_answered_one_by_one() -> None:
    asked: list[int] = []

    def lines() -> list[bytes]:
        asked.append(1)
        return [json.dumps(GOOD | {"id": n}).encode() if n % 3 else b"?" for n in range(30)]

    answers = [json.loads(found.text) for found in relate_lines(lines())]
    assert [a["id"] for a in answers] == [n if n % 3 else None for n in range(30)]
    assert asked == [1]
