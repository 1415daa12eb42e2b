"""From a reply to claims: what every item becomes, and why the others are dropped (room: brains).

Of a claim that stands, the model gave the choice, and the question and answer where our own text supports them. All
else is ours, so that the comparator treats the claims of both readers alike.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.core.records import (
    Article,
    ArticleDigest,
    ArticleSummary,
    Claim,
    Dropped,
    Passage,
)
from counterclaim.text.citations.evidence import (
    Evidence,
    content,
    content_in_order,
    find_claim,
    gather_evidence,
    share,
)
from counterclaim.text.citations.foreign import is_english
from counterclaim.text.citations.objections import find_objection, is_negative, is_nobody
from counterclaim.text.citations.reply import ClaimItem, DigestReply, SummaryItem
from counterclaim.text.completion import FRAGMENT
from counterclaim.text.facts import is_verb
from counterclaim.text.grounding import check_claim, level
from counterclaim.text.instructions import drop_instructed, find_instructions
from counterclaim.text.lexicon import FUNCTION_WORDS
from counterclaim.text.quantities import find_quantities
from counterclaim.text.sentences import Sentence
from counterclaim.text.speakers import find_speakers
from counterclaim.text.summary import summarize_article
from counterclaim.text.tokens import tokenize

_SUPPORTED = 0.75  # share of a question's content words that the cited sentences and the speakers must hold
_RESPONSES = frozenset({"declined", "could not confirm", "not reached"})
_ROOM = 200  # characters of a question or an answer; both are short by what they are
_KEY_SENTENCES = 5
_WHO = 8
NAMED_BY_MODEL = "speaker named by the model"


class CitedDigest(NamedTuple):
    """What a reply is worth: its claims that stand, what was dropped and why, and the summary."""

    claims: tuple[Claim, ...]
    dropped: tuple[Dropped, ...]
    summary: ArticleSummary


def claims_from_reply(
    article: Article, sentences: Sequence[Sentence], reply: DigestReply, *, known: ArticleDigest | None = None
) -> CitedDigest:
    """Turn a reply's citations into claims in our own text's words, each through the gate.

    Args:
        article: The article that the model was shown.
        sentences: Its sentences, from `split_sentences`; item numbers count them from 1.
        reply: The reply, from `read_reply` or `join_replies`.
        known: The built-in reader's digest of the article, where it has been made.

    Returns:
        The claims in the order of the reply, each once. Every item is a claim or is counted under `dropped`.

    >>> from counterclaim.text.sentences import split_sentences
    >>> news = Article(id="a", source="a", text="Ten miners died, mayor Ann Lee said.", sha256="")
    >>> item = dict(sentences=[1], speaker="Lee", relay=None, question="How many died?", answer="10", polarity="affirmed",
    ...     certainty="certain", reality="occurred")
    >>> empty = dict(who=[], what=None, where=None, when=None, key_sentences=[])
    >>> reply = DigestReply.model_validate({"summary": empty, "claims": [item, item | {"answer": "12"}]})
    >>> found = claims_from_reply(news, split_sentences(news.text), reply)
    >>> [(c.quote, c.attribution[0].name) for c in found.claims], found.dropped[0].reason
    ([('Ten miners died', 'Ann Lee')], "the figure '12' is not in the cited sentence")
    """
    evidence = gather_evidence(article, sentences, known)
    claims: dict[str, Claim] = {}
    dropped = drop_instructed(article, sentences, evidence.instructed)
    repeated: Counter[str] = Counter()
    for item in reply.claims:
        got = _judge(item, evidence)
        if isinstance(got, str):
            dropped.append(Dropped(article=article.id, what=_shown(item), reason=got))
        elif got.id in claims:
            repeated[got.id] += 1
        else:
            claims[got.id] = got
    dropped += [_repetition(claims[cid], times) for cid, times in repeated.items()]
    kept = tuple(claims.values())
    return CitedDigest(kept, tuple(dropped), _summarize(reply.summary, evidence, kept))


def _shown(item: ClaimItem) -> str:
    return " ".join(f"{item.question} {item.answer}".split())[: 2 * _ROOM] or "an item without words"


def _repetition(claim: Claim, times: int) -> Dropped:
    more = "once more" if times == 1 else f"{times} times more"
    return Dropped(
        article=claim.article, what=f"{claim.question} {claim.answer}", reason=f"the model gave it {more}"
    )


def _judge(item: ClaimItem, evidence: Evidence) -> Claim | str:
    """The claim that an item becomes, or why it becomes none."""
    missing = next((n for n in item.sentences if not 1 <= n <= len(evidence.sentences)), None)
    if missing is not None or not item.sentences:
        return "it cites no sentence" if missing is None else f"there is no sentence {missing}"
    told = tuple(
        n for n in item.sentences if evidence.sentences[n - 1].start not in evidence.instructed.withheld
    )
    if not told:
        return evidence.instructed.reason(evidence.cited(item)[0].start)
    item = item.model_copy(update={"sentences": told})
    if not item.question.strip() or not item.answer.strip():
        return "it has no question or no answer"
    claim = find_claim(item, evidence)
    if isinstance(claim, str):
        return claim
    objection = _find_fragment(claim, evidence) or find_objection(item, claim, evidence)
    if objection:
        return objection
    worded = _word(item, claim, evidence)
    fault = check_claim(worded, evidence.article, evidence.sentences)
    return fault.reason if fault else worded


def _find_fragment(claim: Claim, evidence: Evidence) -> str | None:
    """What is wrong with a response that was cut down to what it is about ("the board’s deliberations", of "refused to discuss"); None: nothing."""
    words = tokenize(claim.text)
    responds = not claim.quantities and not _RESPONSES.isdisjoint(claim.flags)
    cut = responds and is_english(evidence.article) and not any(is_verb(words, i) for i in range(len(words)))
    return FRAGMENT if cut else None


def _word(item: ClaimItem, claim: Claim, evidence: Evidence) -> Claim:
    """Take from the item what our own reading leaves open and the text supports."""
    changed: dict[str, object] = {}
    figure = claim.quantities[0] if claim.quantities else None
    asked_by_us = figure is not None and figure.measure and figure.population
    if not asked_by_us and _is_supported(item, claim, evidence):
        changed["question"] = " ".join(item.question.split())
        if figure is None:
            changed["answer"] = " ".join(item.answer.split())
    changed |= _attribute(item, claim, evidence)
    if claim.reality == "ongoing":  # what our reading says of a clause in which no verb tells
        changed["reality"] = item.reality
    if not is_english(evidence.article):
        note = f"not checked word by word: {evidence.article.language}"
        marks = {"polarity": item.polarity, "certainty": item.certainty, "reality": item.reality}
        changed |= {**marks, "flags": (*claim.flags, note)}
    return claim.model_copy(update=changed)


def _is_supported(item: ClaimItem, claim: Claim, evidence: Evidence) -> bool:
    """Whether question and answer say nothing that the cited sentences and the speakers do not hold.

    A question in another order than the sentence may have turned it round ("Did B strike A?"), and one with a figure
    of its own may have taken it from beside.
    """
    if max(len(item.question), len(item.answer)) > _ROOM or find_instructions(
        f"{item.question}\n{item.answer}"
    ):
        return False
    if claim.polarity == "denied" and not is_negative(item.answer):
        return False  # our own question asks whether, and its answer is no
    if not is_english(evidence.article) or (find_quantities(item.question) and not claim.quantities):
        return False
    links = " ".join(f"{link.name or ''} {link.side or ''}" for link in claim.attribution)
    cited = evidence.wording(evidence.cited(item))
    known = f"{cited} {claim.text} {links}"
    held = _names_held(item.question, known) and _names_held(item.answer, known)
    if not held or not content(item.answer) <= content(claim.text):
        return False
    in_order = any(_follows(item.question, text) for text in (claim.text, cited))
    return in_order and share(content(item.question), known) >= _SUPPORTED


def _follows(question: str, told: str) -> bool:
    """Whether the content words that a question shares with a text come in the text's order."""
    words = content_in_order(told)
    rest = iter(words)
    return all(word in rest for word in content_in_order(question) if word in words)


def _names_held(text: str, known: str) -> bool:
    """Every capitalised word stands so in what is known; the first word of a question may be there in small letters."""
    have = {_bare(t.text) for t in tokenize(known)}
    words = [t for t in tokenize(text) if t.is_word]
    inside = (t for t in words[1:] if t.text[:1].isupper() and t.lower not in FUNCTION_WORDS)
    first = not words or words[0].lower in FUNCTION_WORDS or content(words[0].text) <= content(known)
    return first and all(_bare(t.text) in have for t in inside)


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").removesuffix("'")


def _attribute(item: ClaimItem, claim: Claim, evidence: Evidence) -> dict[str, object]:
    """The item's speaker, where our own reading finds that somebody speaks there but cannot say who.

    What our reading takes for the outlet's own voice stays so: a wrong speaker is the worst error.
    """
    own = claim.attribution[0]
    if own.mode == "narration" or own.name or own.role or is_nobody(item.speaker, evidence.article.outlet):
        return {}
    index = find_speakers(evidence.article.text, evidence.sentences)
    named = own.model_copy(update={"name": index.canonical(item.speaker or "")})
    return {"attribution": (named, *claim.attribution[1:]), "flags": (*claim.flags, NAMED_BY_MODEL)}


def _summarize(given: SummaryItem, evidence: Evidence, claims: Sequence[Claim]) -> ArticleSummary:
    """The built-in summary of these claims, with what the model chose where that stands in the article word for word."""
    article = evidence.article
    open_ = evidence.told()
    own = summarize_article(article, open_, claims)
    chosen = sorted({n for n in given.key_sentences if 1 <= n <= len(evidence.sentences)})
    keys = [s for n in chosen if (s := evidence.sentences[n - 1]) in open_][:_KEY_SENTENCES]
    told = "\n".join(article.text[s.start : s.end] for s in open_)
    what = next(
        (evidence.sentences[n - 1] for n in (given.what,) if n and 1 <= n <= len(evidence.sentences)), None
    )
    who = tuple(name for name in dict.fromkeys(given.who) if _verbatim(name, told))[:_WHO]
    changed: dict[str, object] = {
        "who": who or own.who,
        "where": _verbatim(given.where, told) or own.where,
        "when": _verbatim(given.when, told) or own.when,
    }
    if what in open_ and what is not None:
        changed["what"] = article.text[what.start : what.end]
    if keys:
        changed["key_sentences"] = tuple(
            Passage(start=s.start, end=s.end, text=article.text[s.start : s.end]) for s in keys
        )
    return own.model_copy(update=changed)


def _verbatim(words: str | None, told: str) -> str | None:
    """Words that stand in the text as they are, in a name's length."""
    given = " ".join((words or "").split())
    return given if given and len(given) <= _ROOM and level(given).strip() in level(told) else None
