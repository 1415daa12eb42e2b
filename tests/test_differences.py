import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.outside.differences import describe_differences, nearest
from store_fakes import make_request

ARTICLE = "\n".join(f"Line {n} of an article about a ferry." for n in range(1, 9))


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        pytest.param({}, (), id="nothing"),
        pytest.param({"stage": "judge", "slug": "b2"}, (), id="only-names"),
        pytest.param({"model": "large"}, ("model: asked 'small', recorded 'large'",), id="model"),
        pytest.param({"seed": 3}, ("seed: asked nothing, recorded 3",), id="absent"),
        pytest.param({"temperature": None}, ("temperature: asked 0.0, recorded nothing",), id="removed"),
        pytest.param(
            {"response_schema": {"type": "array", "required": ["a", "b"]}},
            (
                "response_schema.required.0: asked nothing, recorded 'a'",
                "response_schema.required.1: asked nothing, recorded 'b'",
                "response_schema.type: asked nothing, recorded 'array'",
            ),
            id="a-schema",
        ),
    ],
)
def test_each_differing_field_is_a_line(changed: dict[str, object], lines: tuple[str, ...]) -> None:
    assert describe_differences(make_request(), make_request(**changed)) == lines


def test_a_long_text_is_shown_from_where_it_differs() -> None:
    asked, recorded = make_request(ARTICLE), make_request(ARTICLE.replace("Line 6 of", "Line 6 from"))
    (line,) = describe_differences(asked, recorded)
    assert line == (
        "messages.1.content: from line 6 on, asked 'rry.\\nLine 6 of an article about a ferry.…', "
        "recorded 'rry.\\nLine 6 from an article about a ferr…'"
    )


def test_a_text_that_is_the_beginning_of_the_other() -> None:
    (line,) = describe_differences(make_request(ARTICLE), make_request(ARTICLE + " More."))
    assert line.endswith("asked 'out a ferry.', recorded 'out a ferry. More.'")


def test_many_differences_are_counted() -> None:
    schema = {"properties": {f"field{n}": {"type": "string"} for n in range(20)}}
    lines = describe_differences(make_request(response_schema=schema), make_request())
    assert len(lines) == 9
    assert lines[-1] == "and 12 more fields"


def test_the_nearest_is_the_same_article_then_the_fewest_fields_then_the_longest_beginning() -> None:
    recorded = {
        "other article": make_request(slug="b2", model="large"),
        "other stage": make_request(stage="judge", model="large"),
        "two fields": make_request(model="large", seed=4),
        "other words": make_request("Write this."),
        "other ending": make_request("Read that."),
    }
    order = []
    while recorded:
        name = nearest(make_request(), recorded)
        assert name is not None
        order.append(name)
        del recorded[name]
    assert order == ["other ending", "other words", "two fields", "other article", "other stage"]
    assert nearest(make_request(), {}) is None


def test_an_edited_article_is_nearest_to_what_it_was() -> None:
    asked = make_request("Twelve fell.", slug="Depot Voice a-1111111111 1-4")
    recorded = {
        "other outlet": make_request("Twelve fell, Lee said.", slug="Ostby Morning a-3333333333 1-4"),
        "its judgement": make_request("Twelve fell!", slug="Depot Voice a-2222222222 1-4", stage="judge"),
        "its end": make_request("Twelve rose.", slug="Depot Voice a-2222222222 5-5"),
        "as it was": make_request("Nine fell.", slug="Depot Voice a-2222222222 1-4"),
    }
    order = []
    while recorded:
        name = nearest(asked, recorded)
        assert name is not None
        order.append(name)
        del recorded[name]
    assert order == ["as it was", "its end", "other outlet", "its judgement"]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_there_is_a_line_exactly_where_the_requests_differ(one: str, other: str) -> None:
    lines = describe_differences(make_request(one), make_request(other))
    assert len(lines) == (one != other)
    assert all("\n" not in line for line in lines)
