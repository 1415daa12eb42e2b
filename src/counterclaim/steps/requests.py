"""What is asked of the model: the requests of every stage, from prompts and records alone (room: steps).

The static part of a prompt is the system's message, which servers cache; what differs from call to call is the
user's. The limit on a reply hangs on what is asked for, never on a count of tokens: it is part of the key, and a run
that finds everything stored need not load a tokenizer.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from counterclaim.core.model import Json, Message, ModelRequest
from counterclaim.core.records import Article, Briefing
from counterclaim.note.bottom_line import BottomLineReply, render_register
from counterclaim.outside.prompts import Prompt, load_prompt
from counterclaim.outside.schemas import flatten_schema
from counterclaim.relate.judgement import Inquiry, JudgeReply
from counterclaim.text.citations import DigestReply, fill_prompt, number_sentences
from counterclaim.text.sentences import Sentence

_SIZE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)([bm])(?![a-z0-9])")
# In trials a model of 1.5 billion parameters looped on whole articles and did well on two to four sentences.
_SMALL = 4.0  # billions of parameters
PASSAGE_SENTENCES = 4
_PAIRS_A_CALL = 24  # not measured: half as much again as the longest thread that is asked about alone
# A claim takes about 70 tokens and most sentences hold one; what a model thinks before it answers counts too.
_A_SENTENCE, _A_PAIR, _A_LINE = 150, 120, 80
_ROOM, _SMALL_ROOM = 4000, 200
_LONGEST_QUOTED = 4000  # characters of an unreadable reply that are shown to the model again


class Prompts(NamedTuple):
    """The prompts of a run."""

    digest: Prompt
    passage: Prompt
    judge: Prompt
    bottom_line: Prompt
    repair: Prompt


class Span(NamedTuple):
    """Sentences of an article by number, from 1, both ends included."""

    first: int
    last: int


class Source(NamedTuple):
    """An article and its sentences."""

    article: Article
    sentences: tuple[Sentence, ...]


class Asker(NamedTuple):
    """How a model is asked: its name, the prompts, whether in passages, and the tokens a call may take in all."""

    model: str
    prompts: Prompts
    passages: bool = False
    context: int | None = None

    @property
    def room(self) -> int:
        """Tokens of a reply beside the items asked for: the summary, and the thoughts of a model that thinks."""
        return _SMALL_ROOM if is_small(self.model) else _ROOM

    @property
    def reading(self) -> Prompt:
        """The prompt for an article: short, or with more examples for a model that is shown passages.

        A model of 1.5 billion parameters took the one example of the short prompt for the answer (a claim a call where
        two examples gave four); a larger one needs no more, and the short one is half of an article's cost.
        """
        return self.prompts.passage if self.passages else self.prompts.digest

    @property
    def pairs(self) -> int:
        """Pairs of several threads that a call may ask about together; a small model is asked about one thread."""
        return 1 if is_small(self.model) else _PAIRS_A_CALL


def load_prompts() -> Prompts:
    """The prompts of this installation.

    Raises:
        PromptError: One is missing or malformed.
    """
    return Prompts(*(load_prompt(name) for name in Prompts._fields))


def is_small(model: str) -> bool:
    """Whether a model's name says that it has at most four billion parameters.

    >>> [is_small(name) for name in ("qwen2.5-coder-1.5b-instruct", "llama-3.2-1b", "smollm-360m", "gpt-5-mini")]
    [True, True, True, False]
    >>> is_small("qwen3-30b-a3b"), is_small("mistral-7b")
    (False, False)
    """
    sizes = [float(size) / (1000 if unit == "m" else 1) for size, unit in _SIZE.findall(model.lower())]
    return bool(sizes) and max(sizes) <= _SMALL


def describe_prompts(prompts: Sequence[Prompt]) -> dict[str, str]:
    """The prompts as the note names them: version and the first characters of the hash."""
    return {prompt.name: f"{prompt.version} {prompt.sha256[:12]}" for prompt in prompts}


@cache
def _schema_of(reply: type[BaseModel]) -> dict[str, Json]:
    """The schema of a reply, made once a run; a request copies it."""
    return flatten_schema(reply.model_json_schema())


def request_digest(asker: Asker, source: Source, span: Span) -> ModelRequest:
    """Ask for the claims of some sentences of an article."""
    block = number_sentences(source.article, source.sentences, first=span.first, last=span.last)
    whole = span == Span(1, len(source.sentences))
    return ModelRequest(
        model=asker.model,
        messages=_fill(asker.reading, article=block),
        response_schema=_schema_of(DigestReply),
        schema_name="digest",
        max_tokens=asker.room + _A_SENTENCE * (span.last - span.first + 1),
        stage="digest",
        slug=name_article(source.article) + ("" if whole else f" {span.first}-{span.last}"),
    )


def request_repair(asker: Asker, request: ModelRequest, said: str, error: str) -> ModelRequest:
    """Ask again for what could not be read, with the reason."""
    filled = fill_prompt(asker.prompts.repair.text, {"error": error})
    turns = (
        Message(role="assistant", content=said[:_LONGEST_QUOTED]),
        Message(role="user", content=filled.static + filled.filled),
    )
    return request.model_copy(update={"messages": (*request.messages, *turns), "stage": "repair"})


def request_judgement(asker: Asker, inquiry: Inquiry) -> ModelRequest:
    """Ask how the claims of some threads stand to each other where the rules left it open."""
    first, *others = inquiry.threads
    return ModelRequest(
        model=asker.model,
        messages=_fill(asker.prompts.judge, threads=inquiry.body),
        response_schema=_schema_of(JudgeReply),
        schema_name="judgement",
        max_tokens=asker.room + _A_PAIR * len(inquiry.pairs),
        stage="judge",
        slug=first.question + (f" and {len(others)} more" if others else ""),
    )


def request_bottom_line(asker: Asker, briefing: Briefing) -> ModelRequest:
    """Ask for at most three sentences that say what the accounts come to."""
    return ModelRequest(
        model=asker.model,
        messages=_fill(asker.prompts.bottom_line, register=render_register(briefing)),
        response_schema=_schema_of(BottomLineReply),
        schema_name="bottom_line",
        max_tokens=asker.room + 3 * _A_LINE,
        stage="bottom line",
        slug="",
    )


def name_article(article: Article) -> str:
    """What messages and fixtures call an article."""
    return " ".join(part for part in (article.outlet, article.id) if part)


def _fill(prompt: Prompt, **values: str) -> tuple[Message, ...]:
    filled = fill_prompt(prompt.text, values)
    return (
        Message(role="system", content=filled.static.strip()),
        Message(role="user", content=filled.filled.strip()),
    )


def plan_spans(asker: Asker, source: Source) -> tuple[Span, ...]:
    """The calls for one article: one, or in passages of whole paragraphs where that is asked for or it does not fit."""
    last = len(source.sentences)
    if not last:
        return ()
    if asker.passages:
        return split_span(source, Span(1, last), PASSAGE_SENTENCES)
    spans: tuple[Span, ...] = (Span(1, last),)
    while asker.context is not None and any(not fits(asker, source, span) for span in spans):
        smaller = tuple(part for span in spans for part in _halve_unfit(asker, source, span))
        if smaller == spans:
            return spans  # one paragraph that does not fit: the server will say so
        spans = smaller
    return spans


def _halve_unfit(asker: Asker, source: Source, span: Span) -> tuple[Span, ...]:
    return (span,) if fits(asker, source, span) else halve_span(source, span)


def fits(asker: Asker, source: Source, span: Span) -> bool:
    """Whether prompt and reply fit the context together."""
    if asker.context is None:
        return True
    from counterclaim.steps.models import count_prompt  # noqa: PLC0415 - only who counts loads what counts

    request = request_digest(asker, source, span)
    room = asker.context - (request.max_tokens or 0)
    # No text has more tokens than bytes: most articles need no tokenizer to be known to fit.
    size = sum(len(message.content.encode()) for message in request.messages)
    return size <= room or count_prompt(request) <= room


def halve_span(source: Source, span: Span) -> tuple[Span, ...]:
    """Two halves that part at the paragraph border nearest the middle; the span itself if it is one paragraph."""
    middle = (span.first + span.last + 1) / 2
    borders = [number for number in range(span.first + 1, span.last + 1) if _begins(source, number)]
    if not borders:
        return (span,)
    at = min(borders, key=lambda number: abs(number - middle))
    return Span(span.first, at - 1), Span(at, span.last)


def split_span(source: Source, span: Span, sentences: int) -> tuple[Span, ...]:
    """Passages of whole paragraphs, of at most so many sentences where the paragraphs are not longer themselves."""
    passages: list[Span] = []
    for number in range(span.first, span.last + 1):
        if not passages or (
            _begins(source, number) and _end(source, number) - passages[-1].first >= sentences
        ):
            passages.append(Span(number, number))
        passages[-1] = Span(passages[-1].first, number)
    return tuple(passages)


def _begins(source: Source, number: int) -> bool:
    return source.sentences[number - 1].paragraph != source.sentences[number - 2].paragraph


def _end(source: Source, number: int) -> int:
    """The number of the last sentence of a sentence's paragraph."""
    paragraph = source.sentences[number - 1].paragraph
    while number < len(source.sentences) and source.sentences[number].paragraph == paragraph:
        number += 1
    return number
