"""Article and digest records in a JSON text, whatever wraps them (room: edges)."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import ValidationError

from counterclaim.core.errors import SourceUnreadableError
from counterclaim.core.records import ArticleDigest, Dropped

RECORD_HINT = 'give records like {"title": ..., "outlet": ..., "published": ..., "text": ...}'


class Found(NamedTuple):
    """What a JSON text holds. `records` are articles if they are anything; a briefing is our own output."""

    records: tuple[object, ...]
    is_briefing: bool = False


def find_records(text: str) -> Found:
    """The article records in a JSON text: one, a list, lines, a briefing's, a digest's or a comparison's."""
    try:
        loaded: object = json.loads(text)
    except RecursionError as error:
        raise SourceUnreadableError("its JSON is nested too deeply", remedy=RECORD_HINT) from error
    except ValueError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        parsed = [_parse_line(line) for line in lines]
        if len(lines) > 1 and isinstance(parsed[0], dict):
            return Found(tuple(record for one in parsed for record in _unpack(one)))
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise SourceUnreadableError(f"it is not JSON{where}", remedy="mend it, or remove it") from error
    is_briefing = isinstance(loaded, dict) and str(loaded.get("schema", "")).startswith(
        "counterclaim/briefing/"
    )
    return Found(tuple(_unpack(loaded)), is_briefing)


def _parse_line(line: str) -> object:
    """The line's value; None, which is no record, where it is not JSON."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _unpack(loaded: object) -> Iterator[object]:
    for one in loaded if isinstance(loaded, list) else [loaded]:
        if isinstance(one, dict) and "text" not in one and "article" not in one:
            inner: object = one.get("articles", one.get("digests", one))
            yield from inner if isinstance(inner, list) else [inner]
        else:
            yield one


def digest_from_record(record: Mapping[str, object]) -> ArticleDigest:
    """Read a digest that an earlier run wrote. A claim whose quote is not at its place in the text is dropped, and said so.

    Raises:
        SourceUnreadableError: It is not a digest; names the first field that is wrong.
    """
    try:
        digest = ArticleDigest.model_validate(record)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        remedy = "give it as `counterclaim summarize --format json` wrote it"
        raise SourceUnreadableError(f"it is not a digest ({where}: {first['msg']})", remedy=remedy) from error
    article = digest.article
    kept = tuple(
        claim
        for claim in digest.claims
        if claim.article == article.id and claim.quote == article.text[claim.start : claim.end]
    )
    lost = tuple(
        Dropped(
            article=article.id, what=claim.text, reason="the quote does not stand at its place in the text"
        )
        for claim in digest.claims
        if claim not in kept
    )
    return digest.model_copy(update={"claims": kept, "dropped": digest.dropped + lost}) if lost else digest
