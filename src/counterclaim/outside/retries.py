"""Asking again after a fault that may pass: how often, how long, and never for ever (room: the endpoint's edge).

Exponential backoff with full jitter; the server's own `Retry-After` goes before it. Only a `PassingError` is asked
again: what the user must change, and what has been answered, is not. Clock, sleep and chance are passed in.
Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ; RFC 9110, section 10.2.3.
"""

import datetime as dt
import math
from collections.abc import Awaitable, Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import NamedTuple, TypeVar

from counterclaim.core.errors import PassingError

T = TypeVar("T")


class Pace(NamedTuple):
    """What the policy takes from the world: sleeping (seconds), chance in [0, 1), the time with its zone."""

    sleep: Callable[[float], Awaitable[None]]
    chance: Callable[[], float]
    now: Callable[[], dt.datetime]


class Patience(NamedTuple):
    """How long to go on: requests in all, the first and longest backoff and the sum of all waits in seconds.

    The sum is what a server may need to load a model or to let a minute's rate limit pass.
    """

    attempts: int = 6
    first: float = 0.5
    longest: float = 30.0
    total: float = 120.0


def read_retry_after(headers: Mapping[str, str], now: dt.datetime) -> float | None:
    """Read how many seconds a response asks us to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date.

    None where it does not say, or says nothing that can be read; 0 for a moment that has passed.

    >>> read_retry_after({"retry-after": "7"}, dt.datetime(2025, 10, 12, tzinfo=dt.UTC))
    7.0
    >>> date = {"retry-after": "Sun, 12 Oct 2025 00:00:30 GMT"}
    >>> read_retry_after(date, dt.datetime(2025, 10, 12, tzinfo=dt.UTC))
    30.0
    """
    milliseconds = _read_seconds(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    said = headers.get("retry-after", "")
    seconds = _read_seconds(said)
    return _read_date(said, now) if seconds is None else seconds


def _read_seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None


def _read_date(text: str, now: dt.datetime) -> float | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return max((zoned - now).total_seconds(), 0.0)


def choose_wait(failures: int, fault: PassingError, patience: Patience, *, chance: float) -> float:
    """Seconds to wait after so many failures (1 is the first).

    The server's word holds, with a little added so that many waiters do not come back at once.

    >>> choose_wait(3, PassingError("busy"), Patience(first=0.5), chance=0.5)
    1.0
    >>> choose_wait(1, PassingError("busy", retry_after=9.0), Patience(first=0.5), chance=0.5)
    9.25
    """
    if fault.retry_after is not None:
        return fault.retry_after + chance * patience.first
    return chance * min(patience.longest, patience.first * 2.0 ** min(failures - 1, 32))


async def ask_patiently(send: Callable[[], Awaitable[T]], patience: Patience, pace: Pace) -> T:
    """Send, and send again after each fault that may pass, until there is an answer or no patience left.

    Raises:
        PassingError: The last fault, when the attempts or the waits allowed are used up, or when the server asks
            for a longer wait than is left.
        ModelError: Any other outcome, at once.
    """
    failures, waited = 0, 0.0
    while True:
        try:
            return await send()
        except PassingError as fault:
            failures += 1
            wait = choose_wait(failures, fault, patience, chance=pace.chance())
            if failures >= patience.attempts or waited + wait > patience.total:
                fault.add_note(f"Asked {failures} time(s), waiting {waited:.0f} s in all.")
                raise
        waited += wait
        await pace.sleep(wait)
