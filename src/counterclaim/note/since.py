"""What changed since an earlier note, in the words of every format (room: brains)."""

from collections.abc import Iterable, Mapping

from counterclaim.core.editions import (
    ArticleNamed,
    Development,
    DevelopmentKind,
    Edition,
    NoteDifference,
    Saying,
)
from counterclaim.note.cards import status_words
from counterclaim.note.dates import as_of_words, moment_words
from counterclaim.note.prose import LINE_ROOM, counted, plain, shortened
from counterclaim.note.view import Citation, Heard, Since, Turn
from counterclaim.relate.lineage import are_one_bearer

NOTHING = "Nothing: no statement is new, and none was revised, denied, confirmed or withdrawn."
_WORDS: Mapping[DevelopmentKind, str] = {
    "disputed": "newly disputed",
    "denied": "newly denied",
    "withdrawn": "withdrawn: not in the article’s present text",
    "confirmed": "newly confirmed",
    "declined": "asked, but not answered",
}
_OTHERWISE: Mapping[DevelopmentKind, str] = {
    "repeated": "with a known answer, from speakers not known to be independent",
    "gone": "of articles that are not in the later note",
    "reread": "read or compared otherwise, in articles that both notes have",
}


def describe_since(difference: NoteDifference) -> Since:
    """The view of a difference between two notes."""
    return Since(
        before=_edition(difference.earlier),
        now=_edition(difference.later),
        articles=(
            *(("New article", _article(one)) for one in difference.added),
            *(("Text replaced", _article(one.later)) for one in difference.corrected),
            *(("Not in it now", _article(one)) for one in difference.removed),
        ),
        turns=tuple(_turn(one) for one in difference.developments if one.kind not in _OTHERWISE),
        otherwise=tuple(_count_otherwise(difference.developments)),
    )


def _edition(edition: Edition) -> str:
    as_of = f", as of {as_of_words(edition.as_of, [])}" if edition.as_of else ""
    return f"version {edition.version}{as_of}"


def _article(article: ArticleNamed) -> str:
    title = shortened(article.title or "", LINE_ROOM)
    when = moment_words(article.published, zone=True)
    return f"{plain(article.outlet)}, {when}{f': {title}' if title else ''}"


def _turn(one: Development) -> Turn:
    return Turn(
        kind=one.kind,
        words=development_words(one),
        question=plain(one.question),
        earlier=tuple(_hear(saying) for saying in one.earlier),
        later=tuple(_hear(saying) for saying in one.later),
    )


def development_words(one: Development) -> str:
    """What kind of development it is, which way and by whom.

    >>> development_words(Development(kind="settled", question="?", was="disputed", now="superseded"))
    'no longer disputed: updated'
    >>> development_words(Development(kind="new", question="?", was="agreed", now="agreed"))
    'new answer to a known question'
    """
    if one.kind == "settled":
        return f"no longer disputed: {status_words(one.now)}" if one.now else "no longer disputed"
    if one.kind == "new":
        return "new" if one.was is None else "new answer to a known question"
    if one.kind != "revised":
        return _WORDS.get(one.kind, one.kind)
    same = are_one_bearer(saying.name for saying in (*one.earlier, *one.later))
    who = "by the same speaker" if same else "by another speaker"
    way = f" {one.direction}" if one.direction else ""
    return f"{'perhaps ' if one.tentative else ''}revised{way} {who}{', for a person to confirm' if one.tentative else ''}"


def _hear(saying: Saying) -> Heard:
    published = moment_words(saying.published, zone=True)
    outlet = plain(saying.outlet)
    place = (saying.claim, saying.article, outlet, published, saying.quote, saying.start, saying.end)
    return Heard(plain(saying.answer), plain(saying.name), plain(saying.speaker), Citation(*place))


def _count_otherwise(developments: Iterable[Development]) -> Iterable[str]:
    found = [*developments]
    for kind, words in _OTHERWISE.items():
        number = sum(len(one.earlier) + len(one.later) for one in found if one.kind == kind)
        if number:
            yield f"{counted(number, 'statement')} {words}"
