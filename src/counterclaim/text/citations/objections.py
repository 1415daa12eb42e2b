"""Why an item of a reply may not stand, though its sentences exist (room: brains).

Each check compares the item with the claim that our own text gives at the cited place. A conflict drops the item; what
merely cannot be supported (a question with words from elsewhere) is replaced by our own words in `claims`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from counterclaim.core.records import Attribution, Claim
from counterclaim.text.citations.evidence import Evidence, same_figure
from counterclaim.text.citations.foreign import is_english, is_negated
from counterclaim.text.citations.reply import ClaimItem
from counterclaim.text.grounding import level
from counterclaim.text.lexicon import FUNCTION_WORDS, MEASURES, NEGATIONS, stem
from counterclaim.text.quantities import find_quantities
from counterclaim.text.sentences import Sentence
from counterclaim.text.speech.cues import find_verb
from counterclaim.text.tokens import Token, tokenize

_NOBODY = frozenset(
    {"", "null", "none", "unknown", "unnamed", "n/a", "narrator", "article", "outlet", "author", "reporter"}
)
_TITLES = frozenset("mr mrs ms miss dr prof sir lady lord gen col capt lt sgt sen rep gov rev".split())
_NO_ANSWERS = frozenset({"no", "none", "not", "never", "nobody", "nothing", "neither", "0", "zero"})
_KNOWN_MEASURES = frozenset(MEASURES.values())
_RUN = re.compile(r"\d(?:[\d.,\u00a0\u202f]*\d)?")
_NEAR_BY = 3  # sentences before the cited one in which a speaker may be named
_CUE_REACH = 5  # tokens between a speaker's name and the verb of saying
_ROOTS = 5  # letters that a country and its people share ("Pakistan", "Pakistani")


@lru_cache(maxsize=1024)  # every item is compared with the words of the whole article
def name_words(name: str | None) -> frozenset[str]:
    """The words of a name that identify its bearer: levelled, no titles, articles or possessive endings.

    >>> sorted(name_words("the Ministry of Health’s"))
    ['health', 'ministry']
    """
    words = (
        t.lower.removesuffix("'s").removesuffix("'")
        for t in tokenize(level(name or ""))
        if t.text[0].isalnum()
    )
    return frozenset(w for w in words if w and w not in FUNCTION_WORDS and w not in _TITLES)


def is_nobody(speaker: str | None, outlet: str | None) -> bool:
    """Whether a reply names no speaker but the outlet itself.

    >>> is_nobody(None, "Post"), is_nobody("the Post", "The Karsk Post"), is_nobody("Ann Lee", "Post")
    (True, True, False)
    """
    words = name_words(speaker)
    return words <= _NOBODY or (bool(words) and words <= name_words(outlet))


def find_objection(item: ClaimItem, claim: Claim, evidence: Evidence) -> str | None:
    """Why an item may not stand, or None."""
    return (
        _stray_words(item, claim, evidence)
        or _object_to_speaker(item, claim, evidence)
        or _object_to_relay(item, claim, evidence)
        or _object_to_polarity(item, claim, evidence)
        or _object_to_question(item, claim, evidence)
    )


def names_in(text: str) -> list[str]:
    """The words of a text that look like names; the first word of it may be one or not, and is left out.

    >>> names_in("Whether Kabul tells it to Lee’s men")
    ['Kabul', 'Lee’s']
    """
    words = [t for t in tokenize(text) if t.is_word]
    return [t.text for t in words[1:] if t.text[:1].isupper() and t.lower not in FUNCTION_WORDS]


def unknown_name(text: str, known: str) -> str | None:
    """The first name of a text that another text (levelled) does not hold; "Rovas" is held by "Rova".

    >>> unknown_name("Whether Lee met Ruiz", "ann lee spoke")
    'Ruiz'
    """
    bare = ((n, level(n).removesuffix("'s").removesuffix("'")) for n in names_in(text))
    return next((n for n, low in bare if low not in known and low.removesuffix("s") not in known), None)


def _stray_words(item: ClaimItem, claim: Claim, evidence: Evidence) -> str | None:
    """Names of the question that the article does not hold; names and figures that the cited sentences do not.

    Of several cited sentences, the one of the claim must hold the names and figures of the answer.
    """
    cited = evidence.wording(evidence.cited(item))
    holder = evidence.wording(s for s in evidence.cited(item) if s.start < claim.end and claim.start < s.end)
    place = "the cited sentence" if holder == cited else "the sentence that holds the answer"
    stray = _stray_digits(item.answer, holder, english=is_english(evidence.article))
    if stray:
        return f"the figure {stray!r} is not in {place}"
    name = unknown_name(item.answer, level(holder))
    if name:
        return f"the name {name!r} is not in {place}"
    name = unknown_name(item.question, evidence.reported)
    if name:
        return f"the name {name!r} is not in the article"
    stray = stray_figure(item.question, cited, english=is_english(evidence.article))
    return f"the figure {stray!r} is not in the cited sentence" if stray else None


def _stray_digits(text: str, known: str, *, english: bool) -> str | None:
    """A run of digits that another text does not hold; those of figures are compared as figures in English."""
    have = {re.sub(r"\D", "", run.group()) for run in _RUN.finditer(known)}
    read = find_quantities(text) if english else ()
    given = (run for run in _RUN.finditer(text) if not any(q.start <= run.start() < q.end for q in read))
    return next((run.group() for run in given if re.sub(r"\D", "", run.group()) not in have), None)


def stray_figure(text: str, known: str, *, english: bool) -> str | None:
    """The first figure of a text that another does not hold, in words or digits; in English with its bound.

    >>> stray_figure("Did 12 of 40 die?", "Twelve died.", english=True)
    '40'
    """
    given = find_quantities(text) if english else ()
    have = find_quantities(known) if given else ()
    stray = next((g.text for g in given if not any(same_figure(g, own) for own in have)), None)
    return stray or _stray_digits(text, known, english=english)


def _object_to_speaker(item: ClaimItem, claim: Claim, evidence: Evidence) -> str | None:
    """The speaker must be the one that our own reading finds at the cited place, or be named close by.

    Close by is the sentence itself where the outlet speaks, and some sentences back where somebody does whom our
    reading cannot name ("he added").
    """
    given, own = name_words(item.speaker), claim.attribution[0]
    if is_nobody(item.speaker, evidence.article.outlet):
        return None
    if not given <= name_words(evidence.reported):
        return f"the speaker {item.speaker!r} is not named in the article"
    if own.mode == "narration":
        return _object_to_narrated(item, given, evidence)
    if own.name or own.role:
        return None if is_same(given, own) else f"the article ascribes this to {own.name or own.role}"
    near = given <= name_words(evidence.wording(_before(item, evidence)))
    return None if near else f"{item.speaker!r} is not named near the cited sentence"


def _object_to_narrated(item: ClaimItem, given: frozenset[str], evidence: Evidence) -> str | None:
    cited = evidence.cited(item)
    others = [o for o in evidence.originators(cited) if o.name or o.role]
    if any(is_same(given, o) for o in others) or is_speaking(given, evidence.wording(cited)):
        return None
    if others:
        return f"the article ascribes this to {others[0].name or others[0].role}"
    return f"{item.speaker!r} does not speak in the cited sentence"


def _before(item: ClaimItem, evidence: Evidence) -> tuple[Sentence, ...]:
    """The cited sentences with those just before them."""
    first, last = min(item.sentences) - 1, max(item.sentences)
    return evidence.sentences[max(0, first - _NEAR_BY) : last]


def is_same(words: frozenset[str], link: Attribution) -> bool:
    """Whether a name may stand for a link of our own chain: its words are among name, role and side.

    >>> is_same(name_words("spokesman Lee"), Attribution(name="Ann Lee", role="spokesman", side="Karsk"))
    True
    >>> is_same(name_words("Karsk police"), Attribution(name="Karsk fire service"))
    False
    """
    own = name_words(f"{link.name or ''} {link.role or ''} {link.side or ''}")
    return bool(words) and (words <= own or (bool(name_words(link.name)) and name_words(link.name) <= words))


def is_speaking(words: frozenset[str], text: str) -> bool:
    """Whether a name stands next to a verb of saying, or after "according to".

    >>> is_speaking(name_words("Ann Lee"), "Ann Lee later told of ten."), is_speaking(name_words("Lee"), "Lee fell.")
    (True, False)
    """
    tokens = [t for t in tokenize(text) if t.is_word]
    return any(_cues(tokens, i) and _near(words, tokens, i) for i in range(len(tokens)))


def _cues(tokens: list[Token], i: int) -> bool:
    low = tokens[i].lower
    return find_verb(low) is not None or bool(
        low == "according" and tokens[i + 1 : i + 2] and tokens[i + 1].lower == "to"
    )


def _near(words: frozenset[str], tokens: list[Token], i: int) -> bool:
    around = tokens[max(0, i - _CUE_REACH) : i + _CUE_REACH + 1]
    return words <= {t.lower.removesuffix("'s").removesuffix("'") for t in around}


def _object_to_relay(item: ClaimItem, claim: Claim, evidence: Evidence) -> str | None:
    given = name_words(item.relay)
    if is_nobody(item.relay, evidence.article.outlet) or any(
        is_same(given, link) for link in claim.attribution
    ):
        return None
    if given <= name_words(evidence.wording(evidence.cited(item))):
        return None
    return f"the relay {item.relay!r} is not named in the cited sentence"


def is_negative(answer: str) -> bool:
    """Whether an answer opens with a negation.

    >>> is_negative("None of them"), is_negative("showed no lights")
    (True, False)
    """
    first = level(answer).strip().split(" ")[:1]
    return bool(first) and first[0].strip(".,;:!") in _NO_ANSWERS


def _says_yes(answer: str) -> bool:
    return level(answer).strip().startswith("yes")


def _negations(text: str) -> int:
    return sum(t.lower in NEGATIONS or t.lower.endswith("n't") for t in tokenize(text))


def _object_to_polarity(item: ClaimItem, claim: Claim, evidence: Evidence) -> str | None:
    """Denied and affirmed must be what the words say, in the mark, the answer and the question."""
    if not is_english(evidence.article):
        return _object_to_foreign(item, claim, evidence)
    negative = is_negative(item.answer) and not any(q.low or q.high for q in claim.quantities)
    if claim.polarity == "denied":
        marked = negative or (item.polarity == "denied" and not _says_yes(item.answer))
        return (
            None if marked or _keeps_negation(item, claim) else "the claim drops a negation of its sentence"
        )
    worded = _negations(f"{item.question} {item.answer}") > _negations(f"{claim.question} {claim.quote}")
    added = item.polarity == "denied" or negative or worded
    return "the claim has a negation that its sentence has not" if added else None


def _keeps_negation(item: ClaimItem, claim: Claim) -> bool:
    """Whether the answer of an item negates as its sentence does ("the barge showed no lights").

    A denial of what another said leaves no word of negation in what was denied: there the item must mark it.
    """
    own = _negations(claim.quote)
    return 0 < own <= _negations(item.answer) and "denial" not in claim.flags


def _object_to_foreign(item: ClaimItem, claim: Claim, evidence: Evidence) -> str | None:
    """In a language whose grammar we do not read, the mark must agree with the sentence's words of negation."""
    negated = is_negated(claim.quote, evidence.article.language)
    if negated is None or negated == (item.polarity == "denied"):
        return None
    missing = "drops a negation of its sentence" if negated else "has a negation that its sentence has not"
    return f"the claim {missing}"


def _object_to_question(item: ClaimItem, claim: Claim, evidence: Evidence) -> str | None:
    """The question must not ask for another figure of the sentence, or about other people than it counts."""
    if not claim.quantities or not is_english(evidence.article):
        return None
    return _object_to_measure(item, claim, evidence) or _object_to_people(item.question, claim)


def _object_to_measure(item: ClaimItem, claim: Claim, evidence: Evidence) -> str | None:
    measure = claim.quantities[0].measure
    asked = _measures(item.question)
    if measure not in _KNOWN_MEASURES or not asked or measure in asked:
        return None
    starts = {s.start: s.end for s in evidence.cited(item)}
    beside = {
        c.quantities[0].measure
        for c in evidence.claims
        if c.quantities and any(start <= c.start < end for start, end in starts.items())
    }
    return f"the sentence gives this figure for {measure}" if asked & beside else None


def _measures(text: str) -> set[str]:
    return {MEASURES[s] for t in tokenize(text) if (s := stem(t.text)) in MEASURES}


def _object_to_people(question: str, claim: Claim) -> str | None:
    """A question about "Norrland soldiers" may not be answered with a count of soldiers of another name."""
    population = claim.quantities[0].population or ""
    own = [t.lower for t in tokenize(population) if t.text[:1].isupper() and len(t.lower) > 1]
    heads = [t for t in tokenize(population) if t.is_word][-1:]
    if not own or not heads:
        return None
    words = [t for t in tokenize(question) if t.is_word]
    head = stem(heads[0].text)
    for before, word in pairwise(words[1:]):
        if stem(word.text) == head and before.text[:1].isupper() and not _kin(before.lower, own):
            return f"the sentence counts {population}, the question asks about {before.text} {word.text}"
    return None


def _kin(word: str, others: Iterable[str]) -> bool:
    return any(word[:_ROOTS] == other[:_ROOTS] for other in others)
