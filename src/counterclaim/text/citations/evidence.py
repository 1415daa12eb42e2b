"""What our own text says at the sentences that an item cites: the claim that stands there (room: brains).

The quote, the figure, its measure, the speaker and the time are always read from the article, never from the reply: by
the built-in reader where it found the same fact, else here in the same way.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from counterclaim.core.records import Article, ArticleDigest, Attribution, Claim, Quantity
from counterclaim.text.citations.foreign import find_written, is_english
from counterclaim.text.citations.reply import ClaimItem
from counterclaim.text.facts import Fact, split_facts
from counterclaim.text.frames import find_frame
from counterclaim.text.grounding import level
from counterclaim.text.instructions import Instructed, find_instructed
from counterclaim.text.lexicon import FUNCTION_WORDS, concept
from counterclaim.text.modality import find_certainty, find_kind, find_polarity, find_reality, find_response
from counterclaim.text.places import find_place
from counterclaim.text.quantities import find_quantities
from counterclaim.text.questions import answer, ask
from counterclaim.text.reader import read_article
from counterclaim.text.sentences import Sentence
from counterclaim.text.stretches import Stretch, split_stretches
from counterclaim.text.tokens import tokenize
from counterclaim.text.wording import word_claim

_SAME_MATTER = (
    0.2  # share of an item's content words that its cited sentences must hold; less is another matter
)
_EMPTY = FUNCTION_WORDS | {"yes", "no"}


class Evidence(NamedTuple):
    """One article as the gate sees it.

    `claims` are the built-in reader's, `instructed` the sentences of orders, `reported` all other text with outlet
    and title, levelled.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    stretches: tuple[Stretch, ...]
    instructed: Instructed
    reported: str

    def cited(self, item: ClaimItem) -> tuple[Sentence, ...]:
        """The sentences an item cites, those that exist, in order."""
        known = sorted({n for n in item.sentences if 1 <= n <= len(self.sentences)})
        return tuple(self.sentences[n - 1] for n in known)

    def wording(self, sentences: Iterable[Sentence]) -> str:
        """The text of some sentences."""
        return "\n".join(self.article.text[s.start : s.end] for s in sentences)

    def told(self) -> tuple[Sentence, ...]:
        """The sentences that report something: all but those of instructions to a machine."""
        return tuple(s for s in self.sentences if s.start not in self.instructed.withheld)

    def originators(self, sentences: Iterable[Sentence]) -> tuple[Attribution, ...]:
        """Who is made to speak in some sentences."""
        starts = {s.start for s in sentences}
        voices = (s.speech for s in self.stretches if s.sentence.start in starts and s.speech)
        return tuple(dict.fromkeys(v.attribution[0] for v in voices if v.attribution))


def gather_evidence(article: Article, sentences: Sequence[Sentence], known: ArticleDigest | None) -> Evidence:
    """Read an article once for all items of a reply; `known` is the built-in reader's digest where there is one."""
    instructed = find_instructed(article.text, sentences, outlet=article.outlet)
    told = [article.text[s.start : s.end] for s in sentences if s.start not in instructed.withheld]
    return Evidence(
        article,
        tuple(sentences),
        (known or read_article(article)).claims if is_english(article) else (),
        tuple(split_stretches(article.text, sentences, outlet=article.outlet)),
        instructed,
        level("\n".join([*told, article.outlet or "", article.title or ""])),
    )


def content(text: str) -> frozenset[str]:
    """The concepts of a text's content words.

    >>> content("How many homes were burned?") == content("the burned houses")
    True
    """
    return frozenset(content_in_order(text))


def content_in_order(text: str) -> list[str]:
    """The concepts of a text's content words, as they come."""
    words = (t for t in tokenize(text) if t.is_word and t.lower not in _EMPTY)
    return [concept(t.text) for t in words]


def share(words: frozenset[str], text: str) -> float:
    """How much of some content words a text holds; 1 where there are none."""
    return len(words & content(text)) / len(words) if words else 1.0


def same_figure(given: Quantity, own: Quantity) -> bool:
    """Whether a figure of a reply is the text's: number, bound and unit; a bare number leaves bound and unit to the text.

    >>> one = find_quantities("at least 12 per cent")[0]
    >>> [same_figure(find_quantities(text)[0], one) for text in ("12", "at most 12 per cent", "12 euros")]
    [True, False, False]
    """
    if given.unit not in {None, own.unit}:
        return False
    if (given.low, given.high, given.bound) == (own.low, own.high, own.bound):
        return True
    return given.bound == "exact" and given.low is not None and given.low in {own.low, own.high}


def find_claim(item: ClaimItem, evidence: Evidence) -> Claim | str:
    """The claim of our own text that an item stands for, or why there is none."""
    cited = evidence.cited(item)
    asked = content(item.question)
    worded = [c for s in cited for c in _inside(evidence, s) if _is_worded(c, item.answer)]
    # "no" answers many a question, and is a figure ("no lights") of another sentence
    verbatim = [c for c in worded if share(asked, c.text) >= _SAME_MATTER]
    if verbatim:
        return _best(verbatim, asked)
    figures = find_quantities(item.answer)
    if figures:
        found = [_find_figure(figure, item, cited, evidence) for figure in figures]
        missing = next((f.text for f, claim in zip(figures, found, strict=True) if claim is None), None)
        if missing is not None:
            return f"the figure {missing!r} is not in the cited sentence"
        return next(claim for claim in found if claim is not None)
    return _find_statement(item, cited, evidence)


def _inside(evidence: Evidence, sentence: Sentence) -> list[Claim]:
    return [c for c in evidence.claims if sentence.start <= c.start < sentence.end]


def _find_figure(
    figure: Quantity, item: ClaimItem, cited: Sequence[Sentence], evidence: Evidence
) -> Claim | None:
    asked = content(item.question)
    own = [
        c
        for s in cited
        for c in _inside(evidence, s)
        if c.quantities and same_figure(figure, c.quantities[0])
    ]
    if own:
        return _best(own, asked)
    text = evidence.article.text
    for sentence in cited:
        held = find_quantities(text, sentence.start, sentence.end)
        match = next((q for q in held if same_figure(figure, q)), None)
        if not is_english(evidence.article):
            match = find_written(figure, text, sentence)
        if match:
            return make_claim(sentence, match, asked, evidence)
    return None


def _is_worded(claim: Claim, given: str) -> bool:
    """Whether an answer is the claim's figure as worded: "no" and "one" are figures only where the text counts with them."""
    return bool(claim.quantities) and claim.quantities[0].text.lower() == given.strip().lower()


def _best(claims: Sequence[Claim], asked: frozenset[str]) -> Claim:
    return max(claims, key=lambda c: len(asked & _framed(c)) + share(asked, c.text))


def _framed(claim: Claim) -> frozenset[str]:
    figure = claim.quantities[0]
    return content(f"{figure.measure or ''} {figure.population or ''}")


def _find_statement(item: ClaimItem, cited: Sequence[Sentence], evidence: Evidence) -> Claim | str:
    """The smallest clause that holds the answer and answers the question, else the sentence."""
    asked, given = content(item.question), content(item.answer)
    if not is_english(evidence.article):
        return make_claim(cited[0], None, asked | given, evidence)
    whole = evidence.wording(cited)
    if share(asked | given, whole) < _SAME_MATTER:
        return "the cited sentence does not hold what the claim says"
    own = [c for s in cited for c in _inside(evidence, s) if given <= content(c.quote)]
    best = max(own, key=lambda c: (share(asked, c.text), not c.quantities), default=None)
    if best and share(asked, best.text) >= _SAME_MATTER:
        return as_statement(best) if best.quantities else best
    holder = max(cited, key=lambda s: share(asked | given, evidence.wording([s])))
    return make_claim(holder, None, asked | given, evidence)


def as_statement(claim: Claim) -> Claim:
    """The clause of a figure, taken for what else it says."""
    return claim.model_copy(
        update={
            "id": _claim_id(claim.article, claim.start, claim.end, None),
            "quantities": (),
            "kind": "statement" if claim.attribution[0].mode != "narration" else "event",
            "question": ask(None, claim.text),
            "answer": answer(None, denied=claim.polarity == "denied"),
        }
    )


def make_claim(
    sentence: Sentence, figure: Quantity | None, asked: frozenset[str], evidence: Evidence
) -> Claim:
    """A claim on one sentence that the built-in reader did not make, worded as it would have worded it."""
    stretch = _find_stretch(sentence, figure, asked, evidence)
    fact = _find_fact(stretch, figure, asked, evidence)
    text, speech = evidence.article.text, stretch.speech
    if figure and figure.population is None:
        frame = find_frame(fact.tokens, figure)
        figure = figure.model_copy(update={"measure": frame.measure, "population": frame.population})
    start, end = fact.start, fact.end
    if figure:
        start, end = min(start, figure.start), max(end, figure.end)
    speaker = speech.attribution[0] if speech and speech.attribution else None
    wording = word_claim(text, fact.tokens, speaker, inherited=None)
    polarity = find_polarity(fact.tokens, figure, speech)
    outlet = Attribution(name=evidence.article.outlet, role="outlet", mode="narration")
    return Claim(
        id=_claim_id(evidence.article.id, start, end, figure),
        article=evidence.article.id,
        quote=text[start:end],
        start=start,
        end=end,
        text=wording.text,
        question=ask(figure, wording.text),
        answer=answer(figure, denied=polarity == "denied"),
        attribution=(*(speech.attribution if speech else ()), outlet),
        polarity=polarity,
        certainty=find_certainty(fact.tokens, speech),
        reality=find_reality(fact.tokens, speech, text[sentence.start : sentence.end], figure=figure),
        kind=find_kind(fact.tokens, figure, speech),
        quantities=(figure,) if figure else (),
        place=find_place(fact.tokens),
        flags=(*wording.flags, *find_response(fact.tokens, figure, speech)),
    )


def _find_stretch(
    sentence: Sentence, figure: Quantity | None, asked: frozenset[str], evidence: Evidence
) -> Stretch:
    inside = [s for s in evidence.stretches if s.sentence.start == sentence.start]
    if figure:
        inside = [s for s in inside if s.start <= figure.start < s.end]
    whole = Stretch(sentence.start, sentence.end, sentence, None)
    return max(inside, key=lambda s: share(asked, evidence.article.text[s.start : s.end]), default=whole)


def _find_fact(stretch: Stretch, figure: Quantity | None, asked: frozenset[str], evidence: Evidence) -> Fact:
    text = evidence.article.text
    tokens = tokenize(text, stretch.start, stretch.end) or tokenize(text, *stretch.sentence[:2])
    whole = Fact(tokens, tokens[0].start, tokens[-1].end)
    if not is_english(evidence.article):
        return whole
    facts = split_facts(tokens, find_quantities(text, stretch.start, stretch.end))
    if figure:
        facts = tuple(f for f in facts if f.tokens[0].start <= figure.start < f.tokens[-1].end)
    best = max(facts, key=lambda f: share(asked, text[f.start : f.end]), default=whole)
    enough = figure or share(asked, text[best.start : best.end]) >= share(
        asked, text[whole.start : whole.end]
    )
    return best if enough else whole


def _claim_id(article: str, start: int, end: int, figure: Quantity | None) -> str:
    place = f"{article} cited {start} {end} {figure.start if figure else ''}"
    return f"c-{sha256(place.encode()).hexdigest()[:10]}"
