"""Claims that only answer another's: "the ministry declined to comment", "the union denied it" (room: brains).

Their quote holds the words that say what was done about it. Without them, what somebody declined to confirm would stand
in quotation marks beside their name.
"""

from collections.abc import Callable

from counterclaim.core.records import Article, Attribution, Claim
from counterclaim.text.modality import STANCE_FLAGS
from counterclaim.text.questions import article_before
from counterclaim.text.speech import Speech
from counterclaim.text.stretches import Stretch
from counterclaim.text.tokens import tokenize
from counterclaim.text.wording import word_claim

_ANSWERS = {
    "denial": "denied it",
    "confirmed": "confirmed it",
    "declined": "declined to comment",
    "could not confirm": "could not confirm it",
    "not reached": "was not reached for comment",
}
_SILENT = frozenset({"declined", "could_not_confirm", "unreached"})


def withholds(speech: Speech | None) -> bool:
    """Whether the speaker says nothing on the matter: declines to, could not confirm it, or could not be asked."""
    return speech is not None and speech.stance in _SILENT


def read_response(
    article: Article, stretch: Stretch, *, outlet: Attribution, name: Callable[[int, int], str]
) -> Claim | None:
    """The response that a stretch gives, with its cue in the quote; None where the stretch is no response.

    Args:
        article: The article.
        stretch: What somebody declined to say, denied, confirmed or could not confirm.
        outlet: The last link of the chain.
        name: Gives a claim's id from the start of its quote and of its own words.
    """
    speech = stretch.speech
    if speech is None or speech.stance not in STANCE_FLAGS or speech.cue_span is None:
        return None
    cue_start, cue_end = speech.cue_span
    if cue_start < stretch.sentence.start or cue_end > stretch.sentence.end:
        return None
    start, end = min(cue_start, stretch.start), max(cue_end, stretch.end)
    quote = article.text[start:end].rstrip(" .,;:")
    wording = word_claim(
        article.text, tokenize(article.text, start, start + len(quote)), None, inherited=None
    )
    return Claim(
        id=name(start, stretch.start),
        article=article.id,
        quote=quote,
        start=start,
        end=start + len(quote),
        text=wording.text,
        question=f"How {_speaker(speech)} responded",
        answer=_ANSWERS[STANCE_FLAGS[speech.stance]],
        attribution=(*speech.attribution, outlet),
        flags=(*wording.flags, STANCE_FLAGS[speech.stance]),
    )


def _speaker(speech: Speech) -> str:
    first = speech.attribution[0] if speech.attribution else None
    name = (first.name or first.role if first else None) or "somebody not named"
    return article_before(name)


def open_quote(stretch: Stretch, start: int) -> int:
    """Where the quote of a statement starts: at the cue of a denial that stands before it, else where it does itself.

    What a speaker denies, or takes back, is never quoted without the word that does so.
    """
    speech = stretch.speech
    if speech is None or not (_denies(speech) or speech.stance == "withdrew"):
        return start
    cue = speech.cue_span
    before = cue is not None and stretch.sentence.start <= cue[0] and cue[1] <= start
    return cue[0] if cue and before else start


def _denies(speech: Speech) -> bool:
    return speech.polarity == "denied" and speech.stance in {"denied", "rejected"}
