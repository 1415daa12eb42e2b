"""The built-in reader: one article to its digest, with no model (room: brains).

Sentences, then who says which stretch, then facts, then one claim a figure or fact; every claim passes the gate.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from counterclaim.core.records import (
    Article,
    ArticleDigest,
    Attribution,
    Claim,
    Dropped,
    Quantity,
)
from counterclaim.text.completion import (
    FRAGMENT,
    NO_SUBJECT,
    Completed,
    complete,
    complete_with_cue,
    judges,
    opens_with_verb,
)
from counterclaim.text.corrections import find_withdrawn, tells_of_article
from counterclaim.text.dating import find_event_time, find_said_at
from counterclaim.text.ellipses import EARLIER, Carried, Reading, fill_figure, find_asked
from counterclaim.text.facts import Fact, is_verb, split_facts
from counterclaim.text.grounding import check_claim
from counterclaim.text.instructions import AFTER_ORDER, drop_instructed, find_instructed
from counterclaim.text.lexicon import FUNCTION_WORDS
from counterclaim.text.modality import find_certainty, find_kind, find_polarity, find_reality, find_response
from counterclaim.text.parentheticals import (
    Parenthetical,
    clause_of,
    cut_out,
    find_own,
    find_parentheticals,
)
from counterclaim.text.places import find_place
from counterclaim.text.questions import answer, article_before, ask, find_common
from counterclaim.text.responses import open_quote, read_response, withholds
from counterclaim.text.selection import select_figures
from counterclaim.text.sentences import Sentence, split_sentences
from counterclaim.text.speech import Speech
from counterclaim.text.stretches import Stretch, is_addressee, is_relay, split_stretches
from counterclaim.text.summary import summarize_article
from counterclaim.text.tables import drop_rows, find_rows
from counterclaim.text.times import TimeMention, anchor_of, find_times, merge_times
from counterclaim.text.tokens import Token, tokenize
from counterclaim.text.wording import refer_subject, word_claim

_MIN_WORDS = 3
_MIN_CONTENT = 2
_LONGEST = 2_000  # characters of a sentence
_LEFTOVERS = frozenset({"according", "asked", "which", "who", "whose", "whom", "where"})
CORRECTED = "it says of the article itself what was changed"
_REPLACED = re.compile(r"\b(?:from|rather than|instead of|and not|not)(?: the)? $")
WITHDRAWN = "withdrawn figure"  # the flag of a figure that its speaker takes back
STATEMENT_WITHDRAWN = "withdrawn statement"  # the flag of what else its speaker takes back


class _Context(NamedTuple):
    """What every claim of an article is made with."""

    article: Article
    times: tuple[TimeMention, ...]
    outlet: Attribution
    common: frozenset[str]


class _Told(NamedTuple):
    """Where a claim is told: its stretch, and what interrupts its clauses."""

    stretch: Stretch
    asides: tuple[Parenthetical, ...]

    def shorten(self, text: str, source: str, figure: Quantity | None) -> str:
        """A wording for a question: without what interrupts the clause, where the figure is not in it."""
        return text if find_own(figure, self.asides) else cut_out(text, source, self.asides)


_Voiced = tuple[Fact, Attribution | None]


def read_article(article: Article) -> ArticleDigest:
    """Read one article: its summary and its claims, each grounded.

    A text in another language than English is not attempted, and the digest says so under `dropped`.
    """
    sentences = tuple(_cut_long(split_sentences(article.text), article.text))
    if article.language not in {None, "en"}:
        return _not_attempted(article, sentences)
    context = _Context(
        article,
        merge_times(find_times(article.text, anchor=anchor_of(article))),
        Attribution(name=article.outlet, role="outlet", mode="narration"),
        find_common(article.text),
    )
    instructed = find_instructed(article.text, sentences, outlet=article.outlet)
    rows = find_rows(article.text, sentences)
    silent = instructed.withheld | {row.start for row in rows}
    told = tuple(s for s in sentences if s.start not in silent)
    claims: dict[str, Claim] = {}
    dropped = [*drop_instructed(article, sentences, instructed), *drop_rows(article, rows)]
    for found in _find_claims(context, told):
        if isinstance(found, Dropped):
            dropped.append(found)
            continue
        after = _is_inside(found, sentences, instructed.hidden)
        claim = found.model_copy(update={"flags": (*found.flags, AFTER_ORDER)}) if after else found
        reason = check_claim(claim, article, sentences)
        if reason:
            dropped.append(Dropped(article=article.id, what=claim.text, reason=reason.reason))
        else:
            claims.setdefault(claim.id, claim)
    kept = tuple(claims.values())
    return ArticleDigest(
        article=article,
        summary=summarize_article(article, told, kept),
        claims=kept,
        dropped=tuple(dropped),
    )


def _is_inside(claim: Claim, sentences: Sequence[Sentence], starts: frozenset[int]) -> bool:
    return bool(starts) and any(s.start in starts and s.start <= claim.start < s.end for s in sentences)


def _cut_long(sentences: Sequence[Sentence], text: str) -> Iterator[Sentence]:
    """Sentences of a length that people write; what is longer (a table, a hostile text) is cut at spaces.

    The cost of reading a sentence grows with the square of its length.
    """
    for sentence in sentences:
        start = sentence.start
        while sentence.end - start > _LONGEST:
            space = text.rfind(" ", start + 1, start + _LONGEST)
            cut = space if space > 0 else start + _LONGEST
            yield sentence._replace(start=start, end=cut)
            start = cut + (space > 0)
        yield sentence._replace(start=start)


def _not_attempted(article: Article, sentences: Sequence[Sentence]) -> ArticleDigest:
    reason = f"the built-in reader reads English; this text is in another language ({article.language})"
    return ArticleDigest(
        article=article,
        summary=summarize_article(article, sentences, ()),
        dropped=(Dropped(article=article.id, what="all claims of this article", reason=reason),),
    )


def _find_claims(context: _Context, sentences: Sequence[Sentence]) -> Iterator[Claim | Dropped]:
    """The claims of an article in order; what an elliptical answer takes over stays within its paragraph."""
    carried, paragraph = Carried(), -1
    earlier: list[_Voiced] = []
    sentence = -1
    for stretch in split_stretches(context.article.text, sentences, outlet=context.article.outlet):
        if stretch.sentence.paragraph != paragraph:
            carried, paragraph = Carried(), stretch.sentence.paragraph
        if stretch.sentence.start != sentence:
            earlier, sentence = [], stretch.sentence.start
        carried = yield from _claims_of(stretch, context, carried, earlier)


def _claims_of(
    stretch: Stretch, context: _Context, carried: Carried, earlier: list[_Voiced]
) -> Generator[Claim | Dropped, None, Carried]:
    """The claims of one stretch; returns what the next one may take over.

    `earlier` are the facts before it in its sentence with their speakers, to which those of the stretch are added.
    """
    text = stretch.read_in(context.article.text)
    speaker = stretch.speech.attribution[0] if stretch.speech and stretch.speech.attribution else None
    denies = stretch.speech is not None and stretch.speech.polarity == "denied"
    if withholds(stretch.speech) or (stretch.speech and denies and is_addressee(text, stretch.speech)):
        yield from _response_of(stretch, context)
        return carried
    tokens = tokenize(text, stretch.start, stretch.end)
    figures = select_figures(text, stretch, context.times)
    told, sentence = False, text[stretch.sentence.start : stretch.sentence.end]
    asides = find_parentheticals(tokens, figures)
    for fact in split_facts(tokens, figures, [p[:2] for p in asides]):
        held = [q for q in figures if fact.tokens[0].start <= q.start < fact.tokens[-1].end]
        if not held and not _says_something(fact.tokens, stretch.speech):
            carried = find_asked(fact.tokens, stretch) or carried
            continue
        voiced = [one for one, voice in earlier if voice == speaker]
        whole = complete(text, fact, voiced, counted=bool(held))
        earlier.append((fact, speaker))
        if whole == FRAGMENT or judges(stretch):
            whole = complete_with_cue(text, fact, stretch) or whole
        if not held and not voiced and _goes_on(text, fact, stretch):
            whole = NO_SUBJECT
        if not held and tells_of_article(sentence):
            whole = CORRECTED
        if isinstance(whole, str):
            yield Dropped(article=context.article.id, what=text[fact.start : fact.end], reason=whole)
            carried = find_asked(fact.tokens, stretch) or carried
            continue
        figures_or_none: list[Quantity | None] = [*held] or [None]
        for figure in figures_or_none:
            clause = clause_of((*fact.tokens, *fact.shared), figure, asides)
            reading, left = fill_figure(clause, figure, carried, stretch)
            carried = carried if find_own(figure, asides) else left
            yield _make_claim(whole, reading, _Told(stretch, asides), context)
            told = True
    if not told:
        yield from _response_of(stretch, context)
    return carried


def _goes_on(text: str, fact: Fact, stretch: Stretch) -> bool:
    """Whether the outlet's words go on, behind somebody else's, with a verb whose subject is in those."""
    behind = stretch.speech is None and stretch.start > stretch.sentence.start
    first = not any(c.isalnum() for c in text[stretch.start : fact.tokens[0].start])
    return behind and first and opens_with_verb(fact.tokens)


def _response_of(stretch: Stretch, context: _Context) -> Iterator[Claim]:
    """What the stretch only does about another's statement, if it does."""
    article = context.article
    response = read_response(
        article, stretch, outlet=context.outlet, name=lambda start, own: _claim_id(article, start, own, None)
    )
    if response:
        yield response


def _says_something(clause: Sequence[Token], speech: Speech | None) -> bool:
    """Whether a fact without a figure is a statement: a direct quote of some words, else enough content words."""
    hangs = clause[0].lower in _LEFTOVERS and not (speech and speech.stance == "accused")
    if hangs or (speech is None and is_relay(clause)):
        return False  # what is left of a cue, or a relative clause that hangs on what stands before it
    if speech and speech.attribution and speech.attribution[0].mode == "direct":
        return sum(t.is_word for t in clause) >= _MIN_WORDS
    sees = bool(speech and speech.attribution and speech.attribution[0].cue == "sees")  # "sees no halt"
    told = sum(t.is_word for t in clause)
    brief = told == _MIN_WORDS and is_verb(clause, _MIN_WORDS - 1)  # "she is suspended"
    least = 1 if speech and (sees or brief or told > _MIN_WORDS) else _MIN_CONTENT
    return sum(t.is_word and t.lower not in FUNCTION_WORDS for t in clause) >= least


def _make_claim(fact: Completed, reading: Reading, where: _Told, context: _Context) -> Claim:
    stretch, told = where.stretch, (*fact.tokens, *fact.fact.shared)
    article, speech, figure = context.article, stretch.speech, reading.figure
    clause = clause_of(told, figure, where.asides)
    text = stretch.read_in(article.text)
    start, end = fact.start if fact.start >= stretch.start else fact.tokens[0].start, fact.end
    if figure:
        start, end = min(start, figure.start), max(end, figure.end)
    start = open_quote(stretch, start)
    speaker = speech.attribution[0] if speech and speech.attribution else None
    strangers = speech.strangers() if speech else frozenset()
    wording = word_claim(text, fact.tokens, speaker, inherited=reading.inherited, strangers=strangers)
    fact = fact._replace(before=refer_subject(fact.before, speaker))
    polarity = find_polarity(clause, figure, speech)
    sentence = article.text[stretch.sentence.start : stretch.sentence.end]
    claim_text = where.shorten(fact.say(wording.text), text, figure)
    claim = Claim(
        id=_name_claim(fact.fact, figure.start if figure else None, stretch, article),
        article=article.id,
        quote=article.text[start:end],
        start=start,
        end=end,
        text=fact.word(wording.text),
        question="",
        answer=answer(figure, denied=polarity == "denied", text=claim_text),
        attribution=(*(speech.attribution if speech else ()), context.outlet),
        polarity=polarity,
        certainty=find_certainty(clause, speech),
        reality=find_reality(clause, speech, sentence, figure=figure),
        kind=find_kind(clause, figure, speech),
        quantities=(figure,) if figure else (),
        event_time=find_event_time(
            article.text, told, stretch, context.times, at=figure.start if figure else None
        ),
        said_at=find_said_at(speech, context.times),
        place=find_place(told),
        flags=(
            *wording.flags,
            *(f for f in reading.flags if f != EARLIER or not tells_of_article(sentence)),
            *((WITHDRAWN,) if figure and _takes_back(figure, stretch, sentence) else ()),
            *((STATEMENT_WITHDRAWN,) if not figure and speech and speech.stance == "withdrew" else ()),
            *find_response(clause, figure, speech),
            *_headline_flag(stretch, article, figure),
        ),
    )
    return claim.model_copy(update={"question": _question(claim_text, claim, common=context.common)})


def _takes_back(figure: Quantity, stretch: Stretch, sentence: str) -> bool:
    """Whether a figure is one that its speaker withdraws, or that a correction of the article replaces."""
    if stretch.speech is not None and stretch.speech.stance == "withdrew":
        return True
    at = figure.start - stretch.sentence.start
    start, end = find_withdrawn(sentence) or (0, 0)
    replaced = _REPLACED.search(sentence[:at]) is not None
    return start <= at < end or (replaced and tells_of_article(sentence))


def _question(text: str, claim: Claim, *, common: frozenset[str]) -> str:
    """The question of a claim; a figure of which nothing says what it counts is only what its speaker gave."""
    figure = claim.quantities[0] if claim.quantities else None
    speaker = claim.attribution[0].name if len(claim.attribution) > 1 else None
    if figure and not figure.population and text.partition(" [")[0] == figure.text:
        return f"What figure did {article_before(speaker) if speaker else 'it'} give?"
    denied, ahead = claim.polarity == "denied", claim.reality == "planned"
    return ask(figure, text, denied=denied, common=common, ahead=ahead)


def _name_claim(fact: Fact, at: int | None, stretch: Stretch, article: Article) -> str:
    """The id of a claim, by where its own words stand, whatever completes them."""
    start = fact.start if at is None else min(fact.start, at)
    return _claim_id(article, open_quote(stretch, start), fact.tokens[0].start, at)


def _claim_id(article: Article, start: int, own: int, figure: int | None) -> str:
    place = f"{article.id} {start} {own} {'' if figure is None else figure}"
    return f"c-{sha256(place.encode()).hexdigest()[:10]}"


def _headline_flag(stretch: Stretch, article: Article, figure: Quantity | None) -> tuple[str, ...]:
    """A figure in a headline-like bullet without a speaker has lost its attribution (case 32)."""
    line = article.text[: stretch.sentence.start].rpartition("\n")[2] + article.text[stretch.sentence.start]
    bullet = line.strip()[:1] in set("-•*")
    return ("attribution lost",) if bullet and figure and stretch.speech is None else ()
