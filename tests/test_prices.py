import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.core.model import TokenUsage
from counterclaim.outside.prices import PRICES, PRICES_DATE, Price, cost, find_price


def used(given_in: int | None, given_out: int | None) -> TokenUsage:
    return TokenUsage(input_tokens=given_in, output_tokens=given_out)


@pytest.mark.parametrize(
    ("usage", "model", "dollars"),
    [
        pytest.param(used(1_000_000, 0), "gpt-5-mini", "0.25", id="a-million-in"),
        pytest.param(used(0, 1_000_000), "gpt-5-mini", "2", id="a-million-out"),
        pytest.param(used(1_200, 350), "gpt-4o-mini", "0.00039", id="one-article"),
        pytest.param(used(1_000_000, 0), "gpt-4o-2024-05-13", "5", id="a-snapshot-with-its-own-price"),
        pytest.param(used(1_000_000, 0), "gpt-4o-2024-08-06", "2.5", id="a-snapshot-without"),
        pytest.param(used(272_000, 0), "gpt-5.4", "0.68", id="up-to-the-long-context-border"),
    ],
)
def test_a_known_price(usage: TokenUsage, model: str, dollars: str) -> None:
    assert cost(usage, model) == Decimal(dollars)


@pytest.mark.parametrize(
    ("usage", "model"),
    [
        pytest.param(used(10, 10), "qwen2.5-coder-1.5b-instruct", id="a-local-model"),
        pytest.param(used(10, 10), "openai/gpt-5-mini", id="another-vendors-name-for-it"),
        pytest.param(used(10, 10), "ft:gpt-4o-mini:desk", id="a-fine-tuned-model"),
        pytest.param(used(10, 10), "gpt-5-minimal", id="a-longer-name"),
        pytest.param(used(10, 10), "o3", id="a-model-whose-sources-disagree"),
        pytest.param(used(10, 10), "", id="no-name"),
        pytest.param(used(None, 10), "gpt-5-mini", id="input-not-said"),
        pytest.param(used(10, None), "gpt-5-mini", id="output-not-said"),
        pytest.param(used(272_001, 1), "gpt-5.4", id="over-the-long-context-border"),
    ],
)
def test_an_unknown_price_is_none_and_not_zero(usage: TokenUsage, model: str) -> None:
    assert cost(usage, model) is None


def test_no_tokens_of_a_priced_model_cost_nothing() -> None:
    assert cost(used(0, 0), "gpt-5-mini") == 0


def test_another_table_can_be_given() -> None:
    own = {"house-model": Price(Decimal(1), Decimal(2))}
    assert cost(used(500_000, 500_000), "house-model", prices=own) == Decimal("1.5")
    assert find_price("gpt-5-mini", prices=own) is None


def test_the_table_is_dated_and_every_price_is_above_zero() -> None:
    assert dt.date(2026, 1, 1) < PRICES_DATE < dt.date(2027, 1, 1)
    assert all(0 < price.input < price.output for price in PRICES.values())


@given(st.sampled_from(sorted(PRICES)), st.integers(0, 100_000), st.integers(0, 100_000))
def test_calls_add_up_exactly(model: str, tokens_in: int, tokens_out: int) -> None:
    once = cost(used(tokens_in, tokens_out), model)
    assert once is not None
    assert cost(used(tokens_in * 2, tokens_out * 2), model) == once * 2
