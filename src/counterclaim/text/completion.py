"""Facts that cannot stand alone: completed from their own sentence where syntax makes it certain (room: brains).

A verb without its subject takes that of the fact before it ("Troops seized the post and held it"), an object the verb of
speech before it. What cannot be completed ("in the early hours") is no statement, and the reader says so.
"""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.text.clauses import MODALS, SUBJECTS, has_clause, is_clausal
from counterclaim.text.facts import Fact, is_verb
from counterclaim.text.lexicon import AUXILIARIES, FUNCTION_WORDS
from counterclaim.text.modality import STANCE_FLAGS, drop_evidence
from counterclaim.text.propositions import read_proposition, read_relative
from counterclaim.text.speakers.nounphrases import PREPOSITIONS
from counterclaim.text.speech.extras import time_end
from counterclaim.text.stretches import Stretch
from counterclaim.text.tokens import Token, tokenize

FRAGMENT = "no statement by itself: it has no verb"
NO_SUBJECT = "no statement by itself: its subject is not certain"
QUESTION = "a question, not a statement"
_BE = frozenset("is are was were be been being".split())
_ADVERBS = frozenset("never not also then later still now soon even already only".split())
_HOW = frozenset("first again twice instead afterwards later too".split())
_RELATIVES = frozenset("which who whose whom".split())
_OPENERS = frozenset("when because since although though whereas".split())
_CONDITIONS = frozenset("if unless should had were whether".split())
_MOMENTS = frozenset("after before until since during".split())
_EMBEDDED = frozenset({"how", "why"})  # "(asked) how many had died"
_JUDGING = ("describ", "present", "portray", "depict", "characteri", "call", "label", "brand", "sees")
_INNER = frozenset("of on in at and near".split())
_OWNING = frozenset("the a an its his her their this that those these last".split())
_LONGEST = 9  # words of a subject that is taken over


class Completed(NamedTuple):
    """The tokens to word, what is added before and after them, and the quote `source[start:end]` that holds it all.

    `fact` is what was completed.
    """

    tokens: tuple[Token, ...]
    before: str
    after: str
    start: int
    end: int
    fact: Fact
    judges: bool = False  # its verb blames or describes: what it says of its object is the statement
    told: str = ""  # the statement, where it is a relative clause that tells it

    def word(self, text: str) -> str:
        """A wording of the tokens with what was added, in square brackets."""
        if self.told:
            return self.told
        added = f"[{self.before}]" if self.before else ""
        whole = " ".join(f"{added} {text} {self.after}".split())
        return (read_proposition(whole) if self.judges else None) or whole

    def say(self, text: str) -> str:
        """The same without the brackets, and without "there is no evidence that", for a question."""
        if self.told:
            return self.told
        whole = " ".join(f"{self.before} {text} {self.after.replace('[', '').replace(']', '')}".split())
        return drop_evidence(whole) or (read_proposition(whole) if self.judges else None) or whole


def complete(source: str, fact: Fact, earlier: Sequence[Fact], *, counted: bool) -> Completed | str:
    """A fact that can stand alone, or why it cannot.

    Args:
        source: The article's text.
        fact: The fact.
        earlier: The facts before it in its sentence and voice.
        counted: It holds a figure; then what it lacks is not missed where its question is asked by measure.

    >>> from counterclaim.text.facts import split_facts
    >>> from counterclaim.text.tokens import tokenize
    >>> news = "Troops seized the post and held it for an hour"
    >>> one, other = split_facts(tokenize(news), ())
    >>> complete(news, other, [one], counted=False).before
    'Troops'
    """
    if asks(source, fact.tokens) or (not counted and fact.tokens[0].text in _EMBEDDED):
        return QUESTION
    shared = source[fact.shared[0].start : fact.shared[-1].end] if fact.shared else ""
    plain = Completed(fact.tokens, "", f"[{shared}]" if shared else "", fact.start, fact.end, fact)
    hanging = _skip_moment(fact)
    if hanging is not None:
        return hanging
    if [t.lower for t in fact.tokens[:2]] in (["for", "which"], ["over", "which"]):
        return NO_SUBJECT  # it hangs on words that only its verb of blaming can bring
    if opens_with_verb(fact.tokens):
        return _with_subject(source, plain, earlier) or (plain if counted or not earlier else NO_SUBJECT)
    if read_proposition(source[plain.tokens[0].start : plain.tokens[-1].end]) is not None:
        return plain
    return plain if counted else _as_statement(plain)


def complete_with_cue(source: str, fact: Fact, stretch: Stretch) -> Completed | None:
    """What a verb of speech has as its object, with that verb: "the mayor promised a result by noon".

    None where the verb does not stand right before it.
    """
    speech = stretch.speech
    if speech is None or speech.cue_span is None:
        return None
    plain = Completed(fact.tokens, "", "", fact.start, fact.end, fact)
    if any(t.lower == "which" for t in fact.tokens[:2]):
        return _with_antecedent(source, plain, stretch.sentence.start)
    if speech.stance in STANCE_FLAGS or (speech.attribution and speech.attribution[0].mode == "direct"):
        return plain  # what is denied is told with its denial, and very words are a statement as they are
    start, end = speech.cue_span
    apart = fact.start != stretch.start or end > fact.start or bool(source[end : fact.start].strip())
    if start < stretch.sentence.start or apart:
        return None
    return _with_verb(tokenize(source, start, fact.end), plain, stretch)


def _with_verb(tokens: tuple[Token, ...], plain: Completed, stretch: Stretch) -> Completed | None:
    """The tokens from the subject of the verb of speech on; behind "and", the speaker is added."""
    judging, fact = judges(stretch), plain.fact
    if tokens[0].lower in {"and", "but"}:  # its subject stands before another's words
        speaker = next((link.name for link in (stretch.speech.attribution if stretch.speech else ())), None)
        if judging and speaker and len(tokens) > 1:
            return Completed(tokens[1:], speaker, "", tokens[1].start, fact.end, fact, judges=True)
        return plain
    if not judging and not has_clause(tokens):
        return None
    return Completed(tokens, "", "", tokens[0].start, fact.end, fact, judging)


def _with_antecedent(source: str, plain: Completed, sentence: int) -> Completed | None:
    """A relative clause with the words that it hangs on: "the spill at Brey, for which it blames the port"."""
    before = tokenize(source, sentence, plain.tokens[0].start)
    end = len(before) - (bool(before) and before[-1].text == ",")
    first = end
    while (
        first
        and before[first - 1].is_word
        and not is_verb(before, first - 1)
        and _is_of_noun(before, first - 1)
    ):
        first -= 1
    while first < end and before[first].lower in _INNER:
        first += 1
    if first == end:
        return None
    matter = source[before[first].start : before[end - 1].end]
    told = read_relative(source[plain.tokens[0].start : plain.tokens[-1].end], matter)
    tokens = tokenize(source, before[first].start, plain.end)
    return plain._replace(tokens=tokens, start=tokens[0].start, judges=True, told=told) if told else None


def _is_of_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word can stand inside a noun phrase with what belongs to it ("air strikes on the capital and on Karsk")."""
    return tokens[i].lower in _INNER | _OWNING or tokens[i].lower not in FUNCTION_WORDS


def judges(stretch: Stretch) -> bool:
    """Whether the verb of speech blames, describes or calls, so that its object alone is no statement."""
    speech = stretch.speech
    cue = speech.attribution[0].cue if speech and speech.attribution else None
    return speech is not None and (speech.stance == "accused" or (cue or "").lower().startswith(_JUDGING))


def _with_subject(source: str, plain: Completed, earlier: Sequence[Fact]) -> Completed | None:
    """The subject of the nearest fact before that has one, with the auxiliary that both share."""
    for fact in reversed(earlier):
        subject = find_subject(source, fact.tokens) or _interrupted(source, fact, plain.fact)
        if subject is not None:
            return plain._replace(
                before=f"{subject}{_auxiliary(plain.tokens, fact.tokens)}", start=fact.start
            )
    return None


def _interrupted(source: str, fact: Fact, after: Fact) -> str | None:
    """A subject that its cue parts from its verb: "The boxes from Orle, she said, came late"."""
    apart = source[fact.end : after.start]
    alone = fact.tokens[0].lower not in PREPOSITIONS | _OPENERS | _CONDITIONS and not has_clause(fact.tokens)
    if not alone or len(fact.tokens) > _LONGEST or not apart.startswith(",") or ";" in apart:
        return None
    return source[fact.tokens[0].start : fact.tokens[-1].end]


def _as_statement(plain: Completed) -> Completed | str:
    """A clause without "when" or "because" where no other hangs on it; nothing where there is no clause."""
    tokens = plain.tokens
    if tokens[0].lower in _OPENERS and not _has_main_clause(tokens) and len(tokens) > 1:
        return _shorten(plain, 1)
    return plain if has_clause(tokens) else FRAGMENT


def _shorten(plain: Completed, words: int) -> Completed:
    """Without its first words, in the quote as well."""
    tokens = plain.tokens[words:]
    start = tokens[0].start if plain.start == plain.tokens[0].start else plain.start
    return plain._replace(tokens=tokens, start=start)


def asks(source: str, tokens: Sequence[Token]) -> bool:
    """Whether a question mark closes the tokens.

    >>> from counterclaim.text.tokens import tokenize
    >>> asks("Oh really? Yes.", tokenize("Oh really"))
    True
    """
    return source[tokens[-1].end : tokens[-1].end + 1] == "?" or tokens[-1].text.endswith("?")


def opens_with_verb(tokens: Sequence[Token]) -> bool:
    """Whether a fact starts with its verb: "had met twice", "never went home"; not "published today, the sum is 3".

    >>> from counterclaim.text.tokens import tokenize
    >>> [opens_with_verb(tokenize(t)) for t in ("never went home", "had they met, it was late", "wounded men left")]
    [True, False, False]
    """
    at = next((i for i, t in enumerate(tokens) if t.lower not in _ADVERBS), len(tokens) - 1)
    first = tokens[at]
    if first.text[:1].isupper() or not (first.lower in AUXILIARIES | MODALS or is_verb(tokens, at)):
        return False
    if first.lower in MODALS and any(t.lower == "then" for t in tokens[:at]):
        return False  # "only then did people leave"
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if (
        after in SUBJECTS - {"it", "that", "this", "these", "those", "what", "you"}
        and first.lower in AUXILIARIES | MODALS
    ):
        return False
    attributive = (
        first.lower.endswith("ed")
        and bool(after)
        and after not in FUNCTION_WORDS
        and after.isalpha()
        and tokens[-1].lower not in _HOW  # "opened fire first" is no fire that was opened
    )
    return not attributive and not (first.lower not in MODALS and _has_main_clause(tokens))


def _has_main_clause(tokens: Sequence[Token]) -> bool:
    """Whether a comma divides an opening from a clause with its own subject: "when it rained, the match ended"."""
    for i, token in enumerate(tokens):
        rest = tokens[i + 1 :]
        if (
            token.text == ","
            and rest
            and not opens_with_verb(rest)
            and has_clause(rest)
            and rest[0].lower not in _RELATIVES
        ):
            return True
    return False


def find_subject(source: str, tokens: Sequence[Token]) -> str | None:
    """The subject of a fact, as its words before the first verb; None where they may be more or less than that.

    >>> from counterclaim.text.tokens import tokenize
    >>> [find_subject(t, tokenize(t)) for t in ("On Monday the court, which sat late, was shut", "Was it?")]
    ['the court', None]
    """
    end = next((i for i, t in enumerate(tokens) if t.text == "," and _is_relative(tokens, i + 1)), None)
    verb = next(
        (i for i in range(len(tokens)) if is_verb(tokens, i) or tokens[i].lower in MODALS), len(tokens)
    )
    if end is None and verb == len(tokens):
        verb = next((i for i in range(len(tokens)) if is_clausal(tokens, i)), len(tokens))
        if verb == len(tokens):
            return None
    head = list(tokens[: verb if end is None or verb < end else end])
    while head and (head[-1].lower in _ADVERBS or head[-1].text == ","):
        head.pop()
    comma = max((i for i, t in enumerate(head) if t.text == ","), default=-1)
    opening = bool(head) and (head[0].lower in PREPOSITIONS | _OPENERS)
    head = head[comma + 1 :] if opening else head
    if opening and comma < 0:
        time = time_end(head, 0)
        head = head[time:] if time else []
    comma = next((i for i, t in enumerate(head) if t.text == "," and i), len(head))
    head = head[:comma] if comma + 1 < len(head) and head[comma + 1].lower in PREPOSITIONS else head
    joined = any(t.lower in SUBJECTS for t in head[1:])
    if not head or joined or len(head) > _LONGEST or head[0].lower in _OPENERS | _CONDITIONS:
        return None
    return source[head[0].start : head[-1].end]


def _is_relative(tokens: Sequence[Token], i: int) -> bool:
    return any(t.lower in _RELATIVES for t in tokens[i : i + 2])


def _auxiliary(tokens: Sequence[Token], before: Sequence[Token]) -> str:
    """The auxiliary that a second participle shares with the first: "is cracked and closed"."""
    if not tokens[0].lower.endswith("ed"):
        return ""
    verb = next((i for i in range(len(before)) if is_verb(before, i)), None)
    shared = (
        verb is not None
        and before[verb].lower in _BE
        and any(t.lower.endswith("ed") for t in before[verb + 1 :])
    )
    return f" {before[verb].lower}" if verb is not None and shared else ""


def _skip_moment(fact: Fact) -> Completed | None:
    """Drop the opening of "after which it shut"."""
    first = [t.lower for t in fact.tokens[:2]]
    if len(fact.tokens) < 3 or first[0] not in _MOMENTS or first[1] != "which":  # noqa: PLR2004 (two words and a clause)
        return None
    return _shorten(Completed(fact.tokens, "", "", fact.start, fact.end, fact), 2)
