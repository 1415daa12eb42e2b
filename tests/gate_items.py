"""Good replies made of the built-in reader's own claims over `seeds/`, and generated corruptions of them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from counterclaim.core.records import Article, ArticleDigest, Claim
from counterclaim.outside.sources import read_sources
from counterclaim.text.citations import ClaimItem, DigestReply, SummaryItem, claims_from_reply
from counterclaim.text.citations.objections import name_words, names_in
from counterclaim.text.lexicon import NEGATIONS
from counterclaim.text.quantities import find_quantities
from counterclaim.text.reader import read_article
from counterclaim.text.sentences import Sentence, split_sentences

SEEDS = Path(__file__).parent.parent / "seeds"
NO_SUMMARY = SummaryItem(who=(), what=None, where=None, when=None, key_sentences=())
STRANGER = "Torvald Quenby"
WORDS = "two three four five six seven eight nine ten eleven twelve thirteen".split()


class Good(NamedTuple):
    """A claim of the built-in reader and the item that a good reply would have for it."""

    claim: Claim
    item: ClaimItem


class Read(NamedTuple):
    """One seed article with its sentences, its digest and its good items."""

    story: str
    article: Article
    sentences: tuple[Sentence, ...]
    digest: ArticleDigest
    good: tuple[Good, ...]


class Corruption(NamedTuple):
    """An item that must not stand, of which kind, and the words that may not appear in any claim."""

    kind: str
    read: Read
    good: Good
    item: ClaimItem
    words: tuple[str, ...] = ()


@cache
def read_seeds() -> tuple[Read, ...]:
    found = []
    for folder in sorted(p.parent for p in SEEDS.glob("*/gold.json")):
        sources = [str(p) for p in sorted(folder.iterdir()) if p.name != "gold.json"]
        for article in read_sources(sources).articles:
            sentences, digest = split_sentences(article.text), read_article(article)
            good = tuple(Good(c, to_item(c, sentences)) for c in digest.claims)
            found.append(Read(folder.name, article, sentences, digest, good))
    return tuple(found)


def to_item(claim: Claim, sentences: tuple[Sentence, ...]) -> ClaimItem:
    link = claim.attribution[0]
    return ClaimItem(
        sentences=(number_of(claim, sentences),),
        speaker=None if link.mode == "narration" else link.name or link.role,
        relay=claim.attribution[1].name if len(claim.attribution) > 2 else None,
        question=claim.question,
        answer=claim.answer,
        polarity=claim.polarity,
        certainty=claim.certainty,
        reality=claim.reality,
    )


def number_of(claim: Claim, sentences: tuple[Sentence, ...]) -> int:
    return next(n for n, s in enumerate(sentences, 1) if s.start <= claim.start < s.end)


def claims_of(read: Read, item: ClaimItem) -> tuple[Claim, ...]:
    reply = DigestReply(summary=NO_SUMMARY, claims=(item,))
    return claims_from_reply(read.article, read.sentences, reply, known=read.digest).claims


def corrupt(read: Read, *, step: int) -> Iterator[Corruption]:
    for at, good in [*enumerate(read.good)][::step]:
        yield from _figures(read, good, at)
        yield from _names(read, good, at)
        yield from _negations(read, good)
        yield from _places(read, good, at)


def _changed(kind: str, read: Read, good: Good, *words: str, **changes: object) -> Corruption:
    return Corruption(kind, read, good, good.item.model_copy(update=changes), words)


def _figures(read: Read, good: Good, at: int) -> Iterator[Corruption]:
    if not good.claim.quantities:
        return
    answer, number = good.item.answer, good.item.sentences[0]
    for other in (_other_number(answer, 1), _other_number(answer, 30)):
        if other and not _stands(read, number, other):
            yield _changed("figure: another number", read, good, answer=other)
    for hedge in ("more than", "at most", "about"):
        plain = re.sub(
            r"^(?:more than|over|about|some|at least|up to|nearly)\s+", "", answer, flags=re.IGNORECASE
        )
        worded = f"{hedge} {plain}"
        if find_quantities(worded) and not _stands(read, number, worded):
            yield _changed("figure: another bound", read, good, answer=worded)
    elsewhere = [g.item.answer for g in read.good[at + 1 :] if g.claim.quantities]
    borrowed = next((a for a in elsewhere if find_quantities(a) and not _stands(read, number, a)), None)
    if borrowed:
        yield _changed("figure: one of another sentence", read, good, answer=borrowed)


def _other_number(answer: str, step: int) -> str | None:
    digits = re.search(r"\d+", answer.replace(",", ""))
    if digits:
        return answer.replace(",", "").replace(digits.group(), str(int(digits.group()) + step), 1)
    low = answer.lower()
    if low in WORDS[:-1]:
        return WORDS[WORDS.index(low) + 1]
    return None


def _stands(read: Read, number: int, worded: str) -> bool:
    """Whether a sentence happens to hold the corrupted figure too, so that it is none."""
    sentence = read.sentences[number - 1]
    held = find_quantities(read.article.text, sentence.start, sentence.end)
    given = find_quantities(worded)
    return any((g.low, g.high, g.bound) == (h.low, h.high, h.bound) for g in given for h in held)


def _names(read: Read, good: Good, at: int) -> Iterator[Corruption]:
    yield _changed("name: a speaker not in the article", read, good, STRANGER, speaker=STRANGER)
    yield _changed("name: a relay not in the article", read, good, STRANGER, relay=STRANGER)
    for other in _other_speakers(read, good)[:2]:
        yield _changed("name: the speaker of another sentence", read, good, speaker=other)
    named = names_in(good.item.question)
    if named:
        name = named[at % len(named)]
        question = good.item.question.replace(name, "Quenby")
        yield _changed("name: a stranger in the question", read, good, "Quenby", question=question)
        neighbour = _neighbour(read, good)
        if neighbour:
            question = good.item.question.replace(name, neighbour)
            yield _changed("name: another name in the question", read, good, neighbour, question=question)


def _other_speakers(read: Read, good: Good) -> list[str]:
    """Speakers of the article who say nothing in the cited sentence, and are not this one in other words."""
    number = good.item.sentences[0]
    here = [g.claim.attribution[0] for g in read.good if g.item.sentences[0] == number]
    names = dict.fromkeys(g.item.speaker for g in read.good if g.item.speaker)
    return [n for n in names if not any(_overlap(n, link.name, link.role, link.side) for link in here)]


def _overlap(name: str, *others: str | None) -> bool:
    return any(name_words(name) & name_words(other) for other in others)


def _neighbour(read: Read, good: Good) -> str | None:
    """A name of the article that neither the cited sentence nor the claim's speakers hold."""
    sentence = read.sentences[good.item.sentences[0] - 1]
    own = read.article.text[sentence.start : sentence.end] + good.claim.text
    own += " ".join(f"{x.name} {x.role} {x.side}" for x in good.claim.attribution)
    names = dict.fromkeys(n.removesuffix("’s") for n in names_in(read.article.text))
    return next((n for n in names if n[:5] not in own and n[:3] not in good.item.question), None)


def _negations(read: Read, good: Good) -> Iterator[Corruption]:
    item = good.item
    flipped = "denied" if item.polarity == "affirmed" else "affirmed"
    turned = {"yes": "no", "no": "yes"}.get(item.answer, item.answer)
    if not (item.polarity == "denied" and good.claim.quantities and good.claim.quantities[0].high == 0):
        yield _changed("negation: the other polarity", read, good, polarity=flipped, answer=turned)
    if item.polarity == "affirmed":
        if item.answer == "yes":
            yield _changed("negation: yes becomes no", read, good, answer="no")
        first, _, rest = item.question.partition(" ")
        yield _changed("negation: one added to the question", read, good, question=f"{first} not {rest}")
    elif item.answer == "no":
        plain = " ".join(w for w in item.question.split() if w.lower() not in NEGATIONS)
        yield _changed(
            "negation: dropped everywhere", read, good, question=plain, answer="yes", polarity="affirmed"
        )


def _places(read: Read, good: Good, at: int) -> Iterator[Corruption]:
    beyond = len(read.sentences) + 1 + at
    yield _changed("place: a sentence that does not exist", read, good, sentences=(beyond,))
    others = [g.item.sentences[0] for g in read.good if g.item.sentences != good.item.sentences]
    if others:
        yield _changed(
            "place: the sentence of another claim", read, good, sentences=(others[at % len(others)],)
        )
    foreign = [r for r in read_seeds() if r.story != read.story]
    strange = foreign[at % len(foreign)].good[at % 5].item
    number = 1 + at % len(read.sentences)
    yield _changed(
        "quote: one of another article",
        read,
        good,
        **strange.model_copy(update={"sentences": (number,)}).model_dump(),
    )


def is_sound(claim: Claim, corruption: Corruption) -> bool:
    """Whether a claim that stands is one of the article's own, with nothing in it of what was corrupted."""
    own = {core for c in corruption.read.digest.claims for core in (_core(c), _core(c, figure=False))}
    shown = f"{claim.question} {claim.answer} {claim.text}"
    return _core(claim) in own and not any(w in shown for w in corruption.words)


def _core(claim: Claim, *, figure: bool = True) -> tuple[object, ...]:
    own = claim.quantities[0] if claim.quantities and figure else None
    numbers = (own.low, own.high, own.bound, own.unit) if own else None
    return (claim.start, numbers, claim.polarity, claim.attribution)


def reword(good: Good) -> Iterator[ClaimItem]:
    """The same item as a model would put it: shorter names, bare figures, its own question, more sentences."""
    item, claim = good.item, good.claim
    if item.speaker:
        yield item.model_copy(update={"speaker": f"the {item.speaker}"})
        last = [w for w in item.speaker.split() if w[:1].isupper()][-1:]
        if last and last[0] != "I":
            yield item.model_copy(update={"speaker": last[0]})
        yield item.model_copy(update={"speaker": None})
    if claim.quantities:
        figure = claim.quantities[0]
        value = figure.low if figure.low is not None else figure.high
        if figure.unit is None and figure.bound in {"exact", "at_least", "more_than"} and value:
            yield item.model_copy(update={"answer": f"{value:g}"})
        if figure.population and figure.high != 0:
            yield item.model_copy(update={"answer": f"{item.answer} {figure.population}"})
            yield item.model_copy(update={"question": f"How many {figure.population}?"})
    elif item.polarity == "denied":
        yield item.model_copy(update={"polarity": "affirmed"})  # "no" says it already
    before = item.sentences[0] - 1
    if before:
        yield item.model_copy(update={"sentences": (before, item.sentences[0])})
    yield item.model_copy(update={"certainty": "unstated", "reality": "occurred", "relay": None})


__all__ = ["Corruption", "Good", "Read", "claims_of", "corrupt", "is_sound", "read_seeds", "reword"]
