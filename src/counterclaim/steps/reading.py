"""One article read by a model: its calls, and what happens when one goes wrong (room: steps).

Whatever a model does, an article ends with a reader: what was whole in a reply that was cut is kept and the rest is
asked for once; a reply that cannot be read is asked for once more with the reason; then the built-in reader serves
for those sentences, and the digest says so. It serves too where the budget ends, and wherever the claims that stand
pass over what it finds. A set-up error is no fault of the article: it stops the run.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.core.errors import BudgetReachedError, ModelError, PromptTooLongError, SetupError
from counterclaim.core.marks import FELL_BACK
from counterclaim.core.model import Model, ModelReply, ModelRequest
from counterclaim.core.records import Article, ArticleDigest, Dropped
from counterclaim.steps.gathering import Stop, gather_all, stop_at
from counterclaim.steps.requests import (
    Asker,
    Source,
    Span,
    halve_span,
    name_article,
    plan_spans,
    request_digest,
    request_repair,
)
from counterclaim.text.citations import (
    DigestReply,
    Truncated,
    Unreadable,
    add_passed_over,
    claims_from_reply,
    join_replies,
    list_uncited,
    read_reply,
)
from counterclaim.text.reader import read_article
from counterclaim.text.sentences import split_sentences
from counterclaim.text.summary import find_key_figures, find_named

BY_MODEL, BUILTIN = "model", "builtin"
_LONGEST_SAID = 160


class Lost(NamedTuple):
    """Sentences that the model did not read, and why."""

    span: Span
    reason: str


class Readout(NamedTuple):
    """The digest of an article; `stop` says why the model was not asked about all of it."""

    digest: ArticleDigest
    stop: Stop | None = None


class _Part(NamedTuple):
    """What came of some sentences of an article."""

    replies: tuple[DigestReply, ...] = ()
    lost: tuple[Lost, ...] = ()
    stop: Stop | None = None


class _Reading(NamedTuple):
    """What the calls for one article have in common."""

    model: Model
    asker: Asker
    source: Source


async def read_by_model(article: Article, model: Model, asker: Asker) -> Readout:
    """Read one article with a model, or with the built-in reader where the model could not or may not.

    A call that the budget forbids ends no other: what is under way is paid for, and is used.

    Raises:
        SetupError: No call can succeed before the user changes something.
        StoreError: The cache or a fixture cannot be used.
    """
    source = Source(article, split_sentences(article.text))
    reading = _Reading(model, asker, source)
    got = _merge(await gather_all([_read_span(reading, span) for span in plan_spans(asker, source)]))
    return Readout(compose_digest(source, got.replies, got.lost), got.stop)


async def _read_span(reading: _Reading, span: Span) -> _Part:
    try:
        return await _read_within_budget(reading, span)
    except BudgetReachedError as error:
        return _spent(span, error)


def _spent(span: Span, error: BudgetReachedError) -> _Part:
    return _Part(lost=(Lost(span, error.reason),), stop=stop_at(error))


async def _read_within_budget(reading: _Reading, span: Span) -> _Part:
    request = request_digest(reading.asker, reading.source, span)
    try:
        said = await reading.model.ask(request)
    except (SetupError, BudgetReachedError):
        raise
    except PromptTooLongError as error:
        halves = halve_span(reading.source, span)
        if len(halves) == 1:
            return _Part(lost=(Lost(span, error.reason),))
        return _merge(await gather_all([_read_span(reading, half) for half in halves]))
    except ModelError as error:
        return _Part(lost=(Lost(span, error.reason),))
    got = _understand(said)
    if isinstance(got, Unreadable) and said.finish == "stop":
        got = await _repair(reading, request, said, got)
    return await _take(reading, span, got)


def _understand(said: ModelReply) -> DigestReply | Truncated | Unreadable:
    if said.finish == "refusal":
        return Unreadable(f"the model refused: {_shortened(said.text)}")
    if said.finish == "content_filter":
        return Unreadable("the server's content filter stopped the reply")
    return read_reply(said.text)


async def _repair(
    reading: _Reading, request: ModelRequest, said: ModelReply, fault: Unreadable
) -> DigestReply | Truncated | Unreadable:
    """Ask once more, with the reason; the first reason stands if that is no better."""
    again = await _ask(reading.model, request_repair(reading.asker, request, said.text, fault.reason))
    return fault if isinstance(again, Unreadable) else again


async def _ask(model: Model, request: ModelRequest) -> DigestReply | Truncated | Unreadable:
    try:
        return _understand(await model.ask(request))
    except (SetupError, BudgetReachedError):
        raise
    except ModelError as error:
        return Unreadable(error.reason)


async def _take(reading: _Reading, span: Span, got: DigestReply | Truncated | Unreadable) -> _Part:
    """Keep what there is, and ask once for what was cut off."""
    if isinstance(got, Unreadable):
        return _Part(lost=(Lost(span, got.reason),))
    if isinstance(got, DigestReply):
        return _Part((got,))
    if got.last < span.first:
        return _Part(lost=(Lost(span, "the reply was cut before its first claim was whole"),))
    if got.last >= span.last:
        return _Part((got.reply,))
    rest = Span(got.last + 1, span.last)
    try:
        more = await _ask(reading.model, request_digest(reading.asker, reading.source, rest))
    except BudgetReachedError as error:
        return _merge([_Part((got.reply,)), _spent(rest, error)])
    return _merge([_Part((got.reply,)), _continue(rest, more)])


def _continue(rest: Span, more: DigestReply | Truncated | Unreadable) -> _Part:
    if isinstance(more, Unreadable):
        return _Part(lost=(Lost(rest, f"the reply was cut, and its continuation: {more.reason}"),))
    if isinstance(more, DigestReply):
        return _Part((more,))
    left = Span(max(more.last + 1, rest.first), rest.last)
    lost = (Lost(left, "the reply was cut twice"),) if left.first <= left.last else ()
    return _Part((more.reply,), lost)


def _merge(parts: Iterable[_Part]) -> _Part:
    held = list(parts)
    return _Part(
        tuple(reply for part in held for reply in part.replies),
        tuple(one for part in held for one in part.lost),
        next((part.stop for part in held if part.stop), None),
    )


def compose_digest(source: Source, replies: Sequence[DigestReply], lost: Sequence[Lost]) -> ArticleDigest:
    """One digest of what the model said and, marked, of what only the built-in reader finds."""
    article = source.article
    known = read_article(article)
    cited = claims_from_reply(article, source.sentences, join_replies(replies), known=known)
    if not cited.claims:
        reasons = list(dict.fromkeys(one.reason for one in lost)) or ["no claim that stands in its text"]
        return known.model_copy(
            update={
                "dropped": _each_once(
                    (_note(source, None, "; ".join(reasons)), *cited.dropped, *known.dropped)
                )
            }
        )
    spans = [_place(source, one.span) for one in lost]
    claims = add_passed_over(
        cited.claims, known.claims, unread=lambda claim: any(a <= claim.start < b for a, b in spans)
    )
    counted = {"key_figures": find_key_figures(claims), "speakers": find_named(claims)}
    return ArticleDigest(
        article=article,
        summary=cited.summary.model_copy(update=counted),
        claims=claims,
        dropped=_each_once(
            (
                *(_note(source, one.span, one.reason) for one in lost),
                *cited.dropped,
                *_of_english(known),
                *list_uncited(article, source.sentences, claims),
            )
        ),
        reader=BY_MODEL,
    )


def _place(source: Source, span: Span) -> tuple[int, int]:
    return source.sentences[span.first - 1].start, source.sentences[span.last - 1].end


def _of_english(known: ArticleDigest) -> tuple[Dropped, ...]:
    """What the built-in reader itself had to drop; that it does not attempt a language is no news beside a model."""
    return known.dropped if known.claims else ()


def _each_once(dropped: Iterable[Dropped]) -> tuple[Dropped, ...]:
    return tuple(dict.fromkeys(dropped))


def _note(source: Source, span: Span | None, reason: str) -> Dropped:
    whole = span is None or span == Span(1, len(source.sentences))
    place = "" if span is None or whole else f" of sentences {span.first} to {span.last}"
    what = f"no usable reply of the model for {name_article(source.article)}: {reason}"
    return Dropped(
        article=source.article.id, what=FELL_BACK + place, reason=f"{what}; the built-in reader served"
    )


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SAID else f"{line[:_LONGEST_SAID]}…"
