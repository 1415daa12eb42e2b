"""What a call costs: a small, dated price table (room: edges).

List prices in US dollars a million tokens, standard tier, without discounts for cached input or batches: what comes
out is an upper bound of what such a call is billed. The vendor's own price page is the authority; it could not be read
from where this table was made, so a price stands here only if two public tables of mid-2026 agreed on it (the
`llm-prices` collection and other projects' cost tables). Where they disagreed (o3), and for every other model and
vendor, the price is not known.
"""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from counterclaim.core.model import TokenUsage

PRICES_DATE = dt.date(2026, 6, 21)
_MILLION = 1_000_000
_LONG_CONTEXT = 272_000
# A snapshot of a model costs what the model costs, unless it has a row of its own.
_SNAPSHOT = re.compile(r"-20\d\d-[01]\d-[0-3]\d$")


class Price(NamedTuple):
    """Dollars for a million tokens. Above `up_to` input tokens in one call another, unlisted rate applies."""

    input: Decimal
    output: Decimal
    up_to: int | None = None


PRICES: Mapping[str, Price] = {
    "gpt-5.5": Price(Decimal(5), Decimal(30), _LONG_CONTEXT),
    "gpt-5.4": Price(Decimal("2.50"), Decimal(15), _LONG_CONTEXT),
    "gpt-5.4-mini": Price(Decimal("0.75"), Decimal("4.50")),
    "gpt-5.4-nano": Price(Decimal("0.20"), Decimal("1.25")),
    "gpt-5.2": Price(Decimal("1.75"), Decimal(14)),
    "gpt-5.1": Price(Decimal("1.25"), Decimal(10)),
    "gpt-5": Price(Decimal("1.25"), Decimal(10)),
    "gpt-5-mini": Price(Decimal("0.25"), Decimal(2)),
    "gpt-5-nano": Price(Decimal("0.05"), Decimal("0.40")),
    "gpt-4.1": Price(Decimal(2), Decimal(8)),
    "gpt-4.1-mini": Price(Decimal("0.40"), Decimal("1.60")),
    "gpt-4.1-nano": Price(Decimal("0.10"), Decimal("0.40")),
    "gpt-4o": Price(Decimal("2.50"), Decimal(10)),
    "gpt-4o-2024-05-13": Price(Decimal(5), Decimal(15)),
    "gpt-4o-mini": Price(Decimal("0.15"), Decimal("0.60")),
    "o4-mini": Price(Decimal("1.10"), Decimal("4.40")),
    "o3-mini": Price(Decimal("1.10"), Decimal("4.40")),
}


def find_price(model: str, *, prices: Mapping[str, Price] = PRICES) -> Price | None:
    """The list price of a model by its exact name, or by that of the model it is a dated snapshot of. None: not known.

    >>> find_price("gpt-5-mini-2025-08-07") == PRICES["gpt-5-mini"]
    True
    >>> find_price("qwen2.5-coder-1.5b-instruct") is None
    True
    """
    return prices.get(model) or prices.get(_SNAPSHOT.sub("", model))


def cost(usage: TokenUsage, model: str, *, prices: Mapping[str, Price] = PRICES) -> Decimal | None:
    """Dollars for one call with this usage, unrounded. None where the price or the usage is not known, never 0.

    >>> cost(TokenUsage(input_tokens=1000, output_tokens=200), "gpt-4o-mini")
    Decimal('0.00027')
    >>> cost(TokenUsage(input_tokens=1000, output_tokens=None), "gpt-4o-mini") is None
    True
    """
    price = find_price(model, prices=prices)
    if price is None or usage.input_tokens is None or usage.output_tokens is None:
        return None
    if price.up_to is not None and usage.input_tokens > price.up_to:
        return None
    dollars = price.input * usage.input_tokens + price.output * usage.output_tokens
    return dollars / _MILLION
