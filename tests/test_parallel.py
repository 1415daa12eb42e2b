import pytest

from counterclaim.relate.parallel import relate_parallel


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        pytest.param("It took 7 days.", "It took 9 days.", "contradicts", id="other-number"),
        pytest.param("It took 7 days.", "It took more than 7 days.", "contradicts", id="above-itself"),
        pytest.param("It took 7 days.", "It took more than 5 days.", "refines", id="within-a-floor"),
        pytest.param("It took more than 5 days.", "It took 7 days.", "refines flipped", id="from-a-floor"),
        pytest.param("It took at most 9 days.", "It took at least 5 days.", "compatible", id="overlap"),
        pytest.param(
            "Rents rose by 4 % in 3 years.", "Rents rose by 4 % in 5 years.", "contradicts", id="second"
        ),
        pytest.param(
            "He drove 3 hours at 40 mph and 1 hour at 60 mph.",
            "He drove at least 2 hours at 40 mph and 1 hour at 60 mph.",
            "refines",
            id="each-answers-the-one-in-its-place",
        ),
        pytest.param(
            "The firm paid 1.2 million.", "The firm paid 1,234,000.", "refines flipped", id="rounded"
        ),
        pytest.param(
            "The firm paid 9,000.", "The firm paid more than 9,000.", "compatible", id="round-figure"
        ),
        pytest.param("The toll was 12.", "A toll was 9.", "contradicts", id="articles-do-not-count"),
        pytest.param("12 people died.", "Another 9 people died.", None, id="increment"),
        pytest.param("12 people died.", "12 people died.", None, id="no-difference"),
        pytest.param("12 people died.", "9 people fled.", None, id="other-words"),
        pytest.param("12 people died.", "12 of 40 people died.", None, id="another-figure"),
        pytest.param("It rained.", "It snowed.", None, id="no-figure"),
        pytest.param("Gate 7 was locked.", "Gate 8 was locked.", None, id="names"),
        pytest.param("In 2019 prices fell.", "In 2020 prices fell.", None, id="years"),
        pytest.param(
            "On 5 March 12 people died.", "On 6 March 9 people died.", None, id="other-days-other-counts"
        ),
        pytest.param("3 men did not fall ill.", "5 men did fall ill.", None, id="negation-is-another-word"),
    ],
)
def test_labels(a: str, b: str, label: str | None) -> None:
    verdict = relate_parallel(a, b)
    assert (verdict and verdict.label + " flipped" * verdict.flipped) == label


def test_the_reason_shows_the_figures() -> None:
    verdict = relate_parallel("Up to 30 of 40 boats sank.", "Up to 30 of 50 boats sank.")
    assert verdict is not None
    assert verdict.reason == "the same words, but 40 against 50"
