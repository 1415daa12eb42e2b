"""Where and when an article's event was, by the places, roads and days of its opening (room: brains).

Two coaches that overturn on two roads are told in much the same words, by the same bodies and perhaps of one country.
What keeps them apart is that neither account knows the other's places.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from counterclaim.core.records import Article
from counterclaim.text.articles.datelines import find_dateline
from counterclaim.text.lexicon import CALENDAR
from counterclaim.text.nations import find_nations
from counterclaim.text.places import GENERIC_PLACES, find_places
from counterclaim.text.sentences import split_sentences
from counterclaim.text.speakers import noun_kind
from counterclaim.text.times import anchor_of, find_times
from counterclaim.text.tokens import tokenize

_PARAGRAPH = re.compile(r"\n\s*\n")
_OPENING = 3  # paragraphs that say what, where and when
_ROAD = re.compile(r"\b[A-Z]{1,3}-?\d{1,4}\b")  # "A17", "E22", "flight KR402"
_NAMES = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_WORD = re.compile(r"[\w’'-]+")
_GENITIVE = re.compile(r"['’]s?$")
_BODIES = frozenset({"organisation", "group"})
_FEWEST = 3  # names of an account that says enough to be told from another by them
_FEW = 2  # names that accounts of two events may have in common: a country, a service
_DAY = dt.timedelta(days=1)


class Scene(NamedTuple):
    """What an article's opening says of where and when, and all that the article names; words in lower case.

    `own` are the words of names that are no body's and no place's, `words` all of the article.
    """

    places: frozenset[str]
    roads: frozenset[str]
    days: tuple[tuple[dt.datetime, dt.datetime], ...]
    names: frozenset[str]
    own: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, article: Article) -> Self:
        """Read the scene of an article."""
        paragraphs = _PARAGRAPH.split(article.text.strip())
        opening = "\n\n".join([article.title or "", *paragraphs[:_OPENING]])
        roads = frozenset(_bare(road) for road in _ROAD.findall(opening))
        words = frozenset(map(_bare, _WORD.findall(f"{article.title or ''} {article.text}")))
        small = frozenset(t.lower for t in tokenize(article.text) if t.text.islower())
        names = [name.split() for name in _NAMES.findall(article.text)]
        return cls(
            frozenset(_find_place_words(opening, paragraphs[0])) | roads,
            roads,
            tuple(_find_days(article, opening)),
            frozenset(_telling(names, small)),
            frozenset(_telling((name for name in names if _is_own(name)), small)),
            words,
        )

    def is_elsewhere(self, other: Self) -> bool:
        """Whether two accounts can only be of two events: neither knows the other's places, and they name nobody alike.

        Where they have a name or two in common, as accounts from one country have, the roads or the days must differ too.
        """
        if min(len(self.names), len(other.names)) < _FEWEST or not (self.places and other.places):
            return False
        if self.places & other.words or other.places & self.words:
            return False
        shared = self.names & other.names
        if shared & (self.own | other.own) or len(shared) > _FEW:
            return False
        return not shared or _are_apart(self, other)


def _are_apart(a: Scene, b: Scene) -> bool:
    if a.roads and b.roads:
        return True
    return bool(a.days and b.days) and all(x[1] <= y[0] or y[1] <= x[0] for x in a.days for y in b.days)


def _is_own(name: Sequence[str]) -> bool:
    """Whether a name is a whole one, as of a person or a ship, and no body's ("Ann Lee", "Orle Fire Service")."""
    words = [*map(_bare, name)]
    return len(words) > 1 and not any(noun_kind(w) in _BODIES or w in GENERIC_PLACES for w in words)


def _telling(names: Iterable[Sequence[str]], small: frozenset[str]) -> Iterator[str]:
    """The words of names that are no day, no office and no word that the article also writes small."""
    for word in (_bare(word) for name in names for word in name):
        if not (word in CALENDAR or word in small or word in GENERIC_PLACES or noun_kind(word)):
            yield word


def _bare(word: str) -> str:
    return _GENITIVE.sub("", word.lower())


def _find_place_words(opening: str, first: str) -> Iterator[str]:
    """The words of the places that an opening names: the dateline's, and those that a preposition leads to."""
    dateline = find_dateline(first)
    named = [dateline.place] if dateline and dateline.place else []
    for sentence in split_sentences(opening):
        named += find_places(tokenize(opening, sentence.start, sentence.end))
    for word in (word for place in named for word in _WORD.findall(place)):
        bare = _bare(word)
        if word[:1].isupper() and bare not in GENERIC_PLACES and not any(find_nations([bare])):
            yield bare


def _find_days(article: Article, opening: str) -> Iterator[tuple[dt.datetime, dt.datetime]]:
    for mention in find_times(opening, anchor=anchor_of(article)):
        when = mention.interval
        if when.start and when.end and when.end - when.start <= _DAY:
            yield when.start.replace(tzinfo=None), when.end.replace(tzinfo=None)
