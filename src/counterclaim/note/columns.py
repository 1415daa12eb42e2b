"""What one row says of one occurrence of a claim: the columns of the table, and their values (room: brains).

`COLUMNS` is the table's contract: a column keeps its name, its meaning and its place; new ones go to the end.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from counterclaim.core.records import Article, Briefing, Claim, Thread, TimeInterval
from counterclaim.note.positions import figure_of, is_attributed, relays_of
from counterclaim.note.prose import NOT_STATED
from counterclaim.note.register import Register, outlet_name, register_briefing
from counterclaim.text.sentences import Sentence, split_sentences

Value = str | float | None


class Column(NamedTuple):
    """A column: its name, and what stands in it. `verbatim`: as it stands in the article, line breaks and all."""

    name: str
    meaning: str
    verbatim: bool = False


class Occurrence(NamedTuple):
    """One claim with all that a row says of it. `opposed`: the claims that cannot be true together with it."""

    claim: Claim
    article: Article | None
    thread: Thread
    register: Register
    sentence: Sentence | None
    number: int
    opposed: tuple[str, ...]
    marking: str | None


_PLACE = (
    Column("claim", "id of the claim"),
    Column("article", "id of the article"),
    Column("outlet", "who published it"),
    Column("published", "when: ISO 8601, as precise as stated"),
    Column("language", "language of the article"),
    Column("source", "file or address that it was read from"),
    Column("quote", "the verbatim words", verbatim=True),
    Column("start", "offset of the quote in the article's text, in code points"),
    Column("end", "offset behind the quote"),
    Column("paragraph", "number of the paragraph where the quote starts, from 1"),
    Column("sentence", "number of the sentence where the quote starts, from 1 in each article"),
)
_STATEMENT = (
    Column("statement", "the claim in words that stand alone"),
    Column("question", "the question that it answers"),
    Column("answer", "its answer, in words"),
    Column("kind", "quantity, event, statement, prediction, cause or position"),
    Column("polarity", "affirmed or denied"),
    Column("certainty", "certain, probable, possible or unstated"),
    Column("reality", "occurred, ongoing, planned, conditional or demanded"),
    Column("place", "where, as worded"),
    Column("flags", "what a reader must know about the claim"),
)
_FIGURE = (
    Column("figure", "the figure as worded; empty, like the next eight: the claim has none"),
    Column("low", "its lower limit; empty: open"),
    Column("high", "its upper limit; empty: open"),
    Column("bound", "exact, at_least, more_than, at_most, less_than, approx, range or vague"),
    Column("unit", "percent, an ISO 4217 code, or a unit in the singular; empty: a bare count"),
    Column("measure", "what happened to, or is true of, what is counted"),
    Column("population", "what is counted, as worded"),
    Column("counting", "cumulative, incremental or unstated"),
    Column("figures", "how many figures the claim holds; the first with a measure is shown"),
)
_SPEECH = (
    Column("originator", "who said it, under one name for all articles; empty: not stated"),
    Column("speaker", "the same, as worded in this article"),
    Column("role", "the speaker's office or description"),
    Column("side", "the party that the speaker stands for, where stated"),
    Column("relays", "through whom it came, the nearest to the originator first"),
    Column("cue", "the word that marks the speech"),
    Column("mode", "direct, indirect, mixed or narration"),
    Column("access", "how the speaker knows: first_hand, second_hand, document or unstated"),
    Column("attributed", "yes: somebody other than the outlet says it; no: the outlet in its own voice"),
)
_TIMES = (
    Column("event_time", "when it happened, as worded"),
    Column("event_from", "the same from: ISO 8601; without offset, local time"),
    Column("event_until", "the same until, not included"),
    Column("said_at", "when it was said, as worded"),
    Column("said_from", "the same from"),
    Column("said_until", "the same until, not included"),
)
_THREAD = (
    Column("thread", "id of the thread: the claims on one question"),
    Column("thread_question", "its question"),
    Column("status", "agreed, conceded, one_sided, single_origin, disputed, superseded or unclear"),
    Column("independent_origins", "how many origins, not outlets, stand behind the thread"),
    Column("opposed_to", "ids of the claims that exclude it, deny it or are denied by it"),
    Column("replaced", "yes: a later statement took its place"),
    Column("reprint_of", "outlet of the article that this one copies"),
    Column("reprint_of_article", "id of that article"),
    Column("same_as", "id of the same claim in that article: not to be counted again"),
)


def _place_values(row: Occurrence) -> tuple[Value, ...]:
    claim, article = row.claim, row.article
    published = article.published if article else None
    read = (article.language, article.source) if article else (None, None)
    paragraph = row.sentence.paragraph + 1 if row.sentence else None
    known = (claim.id, claim.article, outlet_name(article), _iso(published), *read)
    return (*known, claim.quote, claim.start, claim.end, paragraph, row.number or None)


def _statement_values(row: Occurrence) -> tuple[Value, ...]:
    claim = row.claim
    words = (claim.text, claim.question, claim.answer, claim.kind)
    return (
        *words,
        claim.polarity,
        claim.certainty,
        claim.reality,
        claim.place,
        _joined(claim.flags),
    )


def _figure_values(row: Occurrence) -> tuple[Value, ...]:
    figure = figure_of(row.claim)
    if figure is None:
        return (None,) * len(_FIGURE)
    limits = (figure.text, figure.low, figure.high, figure.bound)
    counted = (figure.unit, figure.measure, figure.population, figure.counting)
    return (*limits, *counted, len(row.claim.quantities))


def _speech_values(row: Occurrence) -> tuple[Value, ...]:
    claim, named = row.claim, row.register.originator[row.claim.id]
    originator = None if named.startswith(NOT_STATED) else named
    relays = _joined(relays_of(row.register, claim))
    attributed = "yes" if is_attributed(claim) else "no"
    if not claim.attribution:
        return (originator, None, None, None, relays, None, None, None, attributed)
    link = claim.attribution[0]
    return (
        originator,
        link.name,
        link.role,
        link.side,
        relays,
        link.cue,
        link.mode,
        link.access,
        attributed,
    )


def _time_values(row: Occurrence) -> tuple[Value, ...]:
    return (*_interval(row.claim.event_time), *_interval(row.claim.said_at))


def _thread_values(row: Occurrence) -> tuple[Value, ...]:
    thread, register, claim = row.thread, row.register, row.claim
    original = register.copy_of.get(claim.article)
    copied = outlet_name(register.articles.get(original)) if original else None
    replaced = "yes" if claim.id in register.superseded else None
    known = (thread.id, thread.question, thread.status, thread.independent_origins)
    return (*known, _joined(row.opposed), replaced, copied, original, register.folded_into.get(claim.id))


_NOTE = (Column("tlp", "who may see the note: its label of the Traffic Light Protocol; empty: none is set"),)


def _note_values(row: Occurrence) -> tuple[Value, ...]:
    return (row.marking,)


_GROUPS: tuple[tuple[tuple[Column, ...], Callable[[Occurrence], tuple[Value, ...]]], ...] = (
    (_PLACE, _place_values),
    (_STATEMENT, _statement_values),
    (_FIGURE, _figure_values),
    (_SPEECH, _speech_values),
    (_TIMES, _time_values),
    (_THREAD, _thread_values),
    (_NOTE, _note_values),
)
COLUMNS = tuple(column for columns, _ in _GROUPS for column in columns)


def rows(briefing: Briefing) -> Iterable[tuple[Value, ...]]:
    """The values of every occurrence, in the order of `COLUMNS`; the occurrences in order of publication."""
    for row in _occurrences(briefing):
        yield tuple(value for _, values in _GROUPS for value in values(row))


def _occurrences(briefing: Briefing) -> Iterable[Occurrence]:
    register = register_briefing(briefing)
    marking = briefing.desk.marking if briefing.desk else None
    threads: dict[str, Thread] = {}
    for thread in register.threads:
        threads |= {claim: thread for claim in thread.claims if claim not in threads}
    opposed = _opposed(briefing)
    sentences = {article.id: split_sentences(article.text) for article in briefing.articles}
    for claim in sorted(briefing.claims, key=lambda c: (register.rank[c.id], c.start, c.id)):
        own = sentences.get(claim.article, ())
        number = bisect_right(own, claim.start, key=lambda sentence: sentence.start)
        sentence = own[number - 1] if number else None
        article, others = register.articles.get(claim.article), opposed.get(claim.id, ())
        yield Occurrence(
            claim, article, threads[claim.id], register, sentence, number, tuple(others), marking
        )


def _opposed(briefing: Briefing) -> Mapping[str, Iterable[str]]:
    found: dict[str, dict[str, None]] = {}
    for relation in briefing.relations:
        if relation.label in {"contradicts", "denies"}:
            found.setdefault(relation.a, {})[relation.b] = None
            found.setdefault(relation.b, {})[relation.a] = None
    return found


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(parts)


def _iso(moment: dt.datetime | dt.date | None) -> str | None:
    return moment.isoformat() if moment else None


def _interval(interval: TimeInterval | None) -> tuple[Value, Value, Value]:
    return (interval.text, _iso(interval.start), _iso(interval.end)) if interval else (None, None, None)
