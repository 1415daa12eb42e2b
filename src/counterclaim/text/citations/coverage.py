"""What a model's claims leave out: the built-in reader's claims that none of them covers (room: brains).

A reply may be thin or its best claim may fail the gate. What the built-in reader finds there is not lost for it.
"""

from collections.abc import Callable, Sequence

from counterclaim.core.marks import NOT_READ, PASSED_OVER
from counterclaim.core.records import Article, Claim, Dropped
from counterclaim.text.citations.evidence import content, share
from counterclaim.text.citations.foreign import find_digits, is_english
from counterclaim.text.sentences import Sentence

_COVERED = 0.75  # share of a statement's content words that the quote of one claim must hold
_SHOWN = 6


def add_passed_over(
    claims: Sequence[Claim], known: Sequence[Claim], *, unread: Callable[[Claim], bool] = lambda _: False
) -> tuple[Claim, ...]:
    """A model's claims and, marked, those of the built-in reader that none of them covers, in text order.

    Args:
        claims: The model's claims that stand.
        known: The built-in reader's claims of the same article.
        unread: Whether a claim stands in sentences for which the model gave no usable reply.
    """
    beside = (c for c in known if not any(covers(claim, c) for claim in claims))
    marked = [
        c.model_copy(update={"flags": (*c.flags, NOT_READ if unread(c) else PASSED_OVER)}) for c in beside
    ]
    return tuple(sorted((*claims, *marked), key=lambda claim: claim.start))


def covers(claim: Claim, other: Claim) -> bool:
    """Whether a claim says what another of its article says: the same figure, or nearly all words with one polarity.

    >>> from counterclaim.core.records import Article
    >>> from counterclaim.text.reader import read_article
    >>> news = "Six homes burned and 350 people were moved to a school."
    >>> six, moved = read_article(Article(id="a", source="a", text=news, sha256="")).claims
    >>> covers(six, six), covers(six, moved)
    (True, False)
    """
    if claim.id == other.id:
        return True
    if bool(claim.quantities) != bool(other.quantities):
        return False
    if claim.quantities:
        given, own = claim.quantities[0], other.quantities[0]
        return given.start < own.end and own.start < given.end
    meets = claim.start < other.end and other.start < claim.end
    return meets and claim.polarity == other.polarity and share(content(other.quote), claim.quote) >= _COVERED


def list_uncited(
    article: Article, sentences: Sequence[Sentence], claims: Sequence[Claim]
) -> tuple[Dropped, ...]:
    """The figures of an article in another language whose sentences no claim quotes: nobody reads them beside the model.

    >>> from counterclaim.core.records import Article
    >>> from counterclaim.text.sentences import split_sentences
    >>> news = Article(id="a", source="a", text="Murieron 12 personas. Otras 40 huyeron.", sha256="", language="es")
    >>> [one.what for one in list_uncited(news, split_sentences(news.text), ())]
    ['figures in sentences that no claim quotes: 12, 40']
    """
    if is_english(article):
        return ()
    silent = [s for s in sentences if not any(s.start <= c.start < s.end for c in claims)]
    found = [digits for s in silent for digits in find_digits(article.text[s.start : s.end])]
    if not found:
        return ()
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    what = f"figures in sentences that no claim quotes: {', '.join(found[:_SHOWN])}{more}"
    reason = f"the model passed them over, and the built-in reader does not read this language ({article.language})"
    return (Dropped(article=article.id, what=what, reason=reason),)
