"""What a clause gives as the cause of something: "caused by", "is to blame for", "had its origin in" (room: brains).

One question in many frames: who or what is to blame, what set it off, where it came from. Frames after FrameNet's
Causation; what only makes something likelier ("contributed to") is none of them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from counterclaim.text.modality import is_negative
from counterclaim.text.tokens import tokenize

_BE: Final = r"(?:is|are|was|were|be|been|being|(?:had|has|have) been|may have been|remains?|remained)"
_DID: Final = (
    r"(?:caused|triggered|sparked|provoked|set off|brought about|led to|touched off|unleashed|started)"
)
_EXTENT: Final = r"(?:\w+ly |in part |in all likelihood |most likely |partly |also )?"
_NOUN: Final = r"(?:cause|reason|origin|source|trigger|culprit|explanation)"
_FRAMES: Final = tuple(
    re.compile(rf"(?:that )?{pattern}", re.IGNORECASE)
    for pattern in (
        rf"what {_DID} (?P<effect>.+?) {_BE} (?P<cause>.+)",
        rf"(?P<cause>.+?) {_BE} what (?:had )?{_DID} (?P<effect>.+)",
        rf"(?P<effect>.+?),? {_BE} {_EXTENT}(?:caused|triggered|sparked|provoked|set off|brought about|started|touched off) by (?P<cause>.+)",
        rf"(?P<effect>.+?) {_BE} {_EXTENT}(?:the )?(?:result|consequence|work|fault|doing) of (?P<cause>.+)",
        rf"(?P<effect>.+?) {_BE} {_EXTENT}(?:due|owing|down) to (?P<cause>.+)",
        rf"(?P<cause>.+?) {_BE} {_EXTENT}(?:to blame|responsible|the {_NOUN})(?: (?:for|of|behind) (?P<effect>.+))?",
        rf"(?:the|its|their|this) (?:\w+ ){{0,2}}?{_NOUN}(?: (?:of|for|behind) (?P<effect>.+?))? (?:{_BE}|lay in|lies in) (?P<cause>.+)",
        r"(?P<effect>.+?) (?:had its (?:origins?|roots?|beginnings?|source) in|stemmed from|arose from|originated in|resulted from|grew out of|began with) (?P<cause>.+)",
        rf"(?P<cause>.+?) (?:had |has |have )?{_EXTENT}{_DID} (?P<effect>(?:the|a|an|it|this|these|their|its|his|her)\b.+)",
        r"(?P<effect>.+?) (?:because of|as a result of|owing to|due to|on account of) (?P<cause>.+)",
    )
)
_PRONOUN: Final = re.compile(
    r"(?:it|this|that|these|those|they|which|all this|what happened)(?: \[[^\]]*\])?", re.IGNORECASE
)
_END: Final = re.compile(
    r"[,;:—–]| (?:which|that|who|when|where|while|after|before|since|and that|but)\b", re.IGNORECASE
)
_UNSURE: Final = re.compile(
    r"\b(?:whether|what|who|how|why|unknown|unclear|several|various|many things|still|yet|not known|undetermined|a mystery|"
    r"being (?:studied|investigated|examined|looked|established|traced)|under (?:investigation|study|review|examination)|"
    r"to be (?:established|determined|found|clarified)|too early)\b",
    re.IGNORECASE,
)


_DENIALS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:it|this|that)(?: \[[^\]]*\])? (?:is|was|had been)(?: not|n[’']t) (?P<cause>(?:[\w’'-]+ ?){1,4})",
        rf"(?P<cause>.+?) (?:{_BE}|did)(?: not|n[’']t| never) (?:to blame|responsible|the {_NOUN}|cause|trigger)(?: (?:for|of|behind))?(?P<effect> .+)?",
        rf"(?P<effect>.+?) {_BE} (?:not|never) (?:caused|triggered|sparked|provoked|set off|brought about|started) by (?P<cause>.+)",
        rf"(?P<effect>.+?) {_BE} not (?:the (?:result|work|fault|doing) of|due to|because of) (?P<cause>.+)",
        r"(?P<effect>.+?) had nothing to do with (?P<cause>.+)",
    )
)


class Cause(NamedTuple):
    """What is said to have caused what; `effect` is empty where only a pronoun stands for it, or nothing does."""

    cause: str
    effect: str


@lru_cache(maxsize=4096)
def find_cause(clause: str) -> Cause | None:
    """The cause that a clause affirms, and of what; None where it gives none, or negates one.

    >>> find_cause("the floods were caused by rain which fell all night"), find_cause("The firm is to blame")
    (Cause(cause='rain', effect='the floods'), Cause(cause='The firm', effect=''))
    >>> find_cause("It had its origin in a quarrel"), find_cause("the rain was not to blame")
    (Cause(cause='a quarrel', effect=''), None)
    """
    return None if is_negative(tokenize(clause)) else _read_frames(clause, _FRAMES)


@lru_cache(maxsize=4096)
def find_denied_cause(clause: str) -> Cause | None:
    """What a clause says was not the cause.

    >>> find_denied_cause("It was not the rain"), find_denied_cause("the brakes were not to blame for the crash")
    (Cause(cause='the rain', effect=''), Cause(cause='the brakes', effect='the crash'))
    """
    return _read_frames(clause, _DENIALS)


def _read_frames(clause: str, frames: Sequence[re.Pattern[str]]) -> Cause | None:
    plain = clause.rstrip(" .")
    found = next((m for frame in frames if (m := frame.fullmatch(plain))), None)
    if found is None or clause.endswith("?"):
        return None
    cause, effect = (_cut(found.groupdict().get(part) or "") for part in ("cause", "effect"))
    if not cause or _PRONOUN.fullmatch(cause) or _UNSURE.search(found["cause"]):
        return None
    return Cause(cause, "" if _PRONOUN.fullmatch(effect) else effect)


def _cut(phrase: str) -> str:
    """A phrase up to what only adds to it."""
    end = _END.search(phrase)
    return (phrase[: end.start()] if end else phrase).strip()
