"""What a model replies to the digest prompt: the schema, and a reply read strictly (room: brains).

The schema is flat and small: a claim cites sentence numbers and copies nothing, so that there is no quote to invent.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from counterclaim.core.records import Certainty, Polarity, Reality, Record


class SummaryItem(Record):
    """The summary as a model gives it; `what` and `key_sentences` are sentence numbers."""

    who: tuple[str, ...]
    what: int | None
    where: str | None
    when: str | None
    key_sentences: tuple[int, ...]


class ClaimItem(Record):
    """One claim as a model gives it: where it stands, who says it, and what it answers."""

    sentences: tuple[int, ...]
    speaker: str | None
    relay: str | None
    question: str
    answer: str
    polarity: Polarity
    certainty: Certainty
    reality: Reality


class DigestReply(Record):
    """The whole reply to the digest prompt. Its JSON schema is what the model must fill.

    The claims come first: a small model that loops in the summary then costs no claim.
    """

    claims: tuple[ClaimItem, ...]
    summary: SummaryItem


class Unreadable(NamedTuple):
    """A reply that is not what was asked for. `reason` can be shown to the model for its repair."""

    reason: str


class Truncated(NamedTuple):
    """A reply that was cut off: its complete items. The sentences up to number `last` are done."""

    reply: DigestReply
    last: int


_NO_SUMMARY = SummaryItem(who=(), what=None, where=None, when=None, key_sentences=())


def read_reply(text: str) -> DigestReply | Truncated | Unreadable:
    """Read a reply to the digest prompt: strictly, or what is complete of one that was cut off.

    An empty or unparseable text is `Unreadable`, never a reply with no claims. Where only the summary was cut off, the
    reply is whole without it.

    >>> read_reply("Sorry, no.").reason
    'the reply is not JSON: expected value at line 1 column 1'
    """
    try:
        return DigestReply.model_validate_json(text, strict=True)
    except ValidationError as error:
        if error.errors()[0]["type"] != "json_invalid":
            return Unreadable(explain(error))
    return _read_cut(text)


def _read_cut(text: str) -> DigestReply | Truncated | Unreadable:
    body = parse_cut(text)
    if isinstance(body, Unreadable):
        return body
    cut = cut_items(text, body, "claims")
    try:
        items = tuple(ClaimItem.model_validate_json(to_json(item), strict=True) for item in cut.complete)
    except ValidationError as error:
        return Unreadable(explain(error))
    if not items:
        return Unreadable("the reply was cut off before its first claim was complete")
    try:
        summary = SummaryItem.model_validate_json(to_json(body.get("summary")), strict=True)
    except ValidationError:
        summary = _NO_SUMMARY
    reply = DigestReply(summary=summary, claims=items)
    return reply if cut.closed else Truncated(reply, _last_done(items, cut.pending))


def parse_cut(text: str) -> dict[str, object] | Unreadable:
    """The object that a cut-off reply begins; a text that is broken in another way is `Unreadable`.

    >>> parse_cut('{"a": [1, 2'), parse_cut("")
    ({'a': [1, 2]}, Unreadable(reason='the reply is empty'))
    """
    if not text.strip():
        return Unreadable("the reply is empty")
    try:
        body: object = from_json(text, allow_partial=True)
    except ValueError as error:
        return Unreadable(f"the reply is not JSON: {error}")
    return body if isinstance(body, dict) else Unreadable("the reply is not a JSON object")


class Cut(NamedTuple):
    """A list of a cut-off reply: its complete items, the one that was being written, and whether it had ended."""

    complete: tuple[object, ...]
    pending: object = None
    closed: bool = False


def cut_items(text: str, body: Mapping[str, object], key: str) -> Cut:
    """What was complete of the list `key` of a reply; `body` is what `parse_cut` made of the text.

    >>> text = '{"x": [{"n": 1}, {"n": 2'
    >>> cut_items(text, {"x": [{"n": 1}, {"n": 2}]}, "x")
    Cut(complete=({'n': 1},), pending={'n': 2}, closed=False)
    """
    items = body.get(key)
    if not isinstance(items, list):
        return Cut(())
    if [*body][-1] != key:
        return Cut(tuple(items), closed=True)
    end = text.rfind("}") + 1
    try:  # the last brace may stand in a string of the item that was being written: then this is no JSON
        upto: object = from_json(f"{text[:end]}]}}")
    except ValueError:
        return Cut(tuple(items[:-1]), items[-1] if items else None)
    known = upto.get(key) if isinstance(upto, dict) else None
    if isinstance(known, list) and len(known) == len(items):
        return Cut(tuple(items), closed=text[end:].lstrip().startswith("]"))
    return Cut(tuple(items[:-1]), items[-1] if items else None)


def _last_done(items: tuple[ClaimItem, ...], pending: object) -> int:
    """The number up to which sentences are done: before the one of the item that was being written.

    A model that had begun to repeat itself is past the sentence it was stuck at.
    """
    cited = max((n for item in items for n in item.sentences), default=0)
    if items[-2:-1] == items[-1:]:
        return cited
    begun: object = pending.get("sentences") if isinstance(pending, dict) and len(pending) > 1 else None
    numbers = [n for n in begun if isinstance(n, int)] if isinstance(begun, list) else []
    if numbers:
        return max(min(numbers) - 1, 0)
    return max(cited - 1, 0)


def join_replies(replies: Iterable[DigestReply]) -> DigestReply:
    """One reply from those to an article's passages, or to a cut-off call and its continuation, in order.

    The first passages know best what happened; names are put together.
    """
    given = tuple(replies)
    summaries = [reply.summary for reply in given]
    summary = SummaryItem(
        who=tuple(dict.fromkeys(name for s in summaries for name in s.who)),
        what=next((s.what for s in summaries if s.what is not None), None),
        where=next((s.where for s in summaries if s.where), None),
        when=next((s.when for s in summaries if s.when), None),
        key_sentences=tuple(sorted({n for s in summaries for n in s.key_sentences})),
    )
    return DigestReply(summary=summary, claims=tuple(item for reply in given for item in reply.claims))


def explain(error: ValidationError) -> str:
    """The first three faults of a reply, without the reply's own words.

    >>> try:
    ...     SummaryItem.model_validate({"who": [], "what": "x", "where": None, "when": None, "key_sentences": []})
    ... except ValidationError as fault:
    ...     explain(fault)
    'what: Input should be a valid integer, unable to parse string as an integer'
    """
    faults = error.errors(include_url=False, include_input=False, include_context=False)[:3]
    return "; ".join(f"{'.'.join(map(str, f['loc'])) or 'the reply'}: {f['msg']}" for f in faults)
