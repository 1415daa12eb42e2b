"""A title that takes no side: the names that the accounts share, how many they are, and of which days (room: brains)."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.core.records import Article, Briefing
from counterclaim.note.dates import range_words
from counterclaim.note.prose import listing, plain, shortened, small
from counterclaim.note.register import Register, outlet_name, register_briefing
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import CALENDAR, FUNCTION_WORDS
from counterclaim.text.nations import find_nations
from counterclaim.text.tokens import Token, tokenize

_NAMES, _OUTLETS = 2, 4  # of one title
_KIND = 2  # words behind a name
_LEAD = 2  # paragraphs that tell what an article is about
_ROOM = 160
_PARAGRAPH = re.compile(r"\n\s*\n")
_GAP = r",? "  # inside a sentence: a first word has a capital whatever it is
_GENITIVE = re.compile(r"['’]s?$")

Name = tuple[str, ...]


def default_title(register: Register) -> str:
    """What a desk would write over several accounts without taking the words of one: what, how many, when.

    Names that most accounts lead with come first; a speaker's own name is not one. Where the accounts share none, their
    outlets stand there.
    """
    own = [article for article in register.in_order if article.id not in register.copy_of] or [
        *register.in_order
    ]
    if not own:
        return "No article read"
    names = _shared_names(own, _spoken(register)) if len(own) > 1 else ()
    number = f"{small(len(own))} account{'' if len(own) == 1 else 's'}"
    about = listing(names) if names else ""
    outlets = listing(list(dict.fromkeys(outlet_name(article) for article in own)), limit=_OUTLETS)
    told = f"{about}: {number}" if about else f"{number[:1].upper()}{number[1:]} ({outlets})"
    days = _days(own)
    return shortened(f"{told}, {days}" if days else told, _ROOM)


def given_title(briefing: Briefing) -> str | None:
    """The title that somebody gave a note; None where it is the one that its articles make."""
    made = default_title(register_briefing(briefing))
    return None if briefing.title == made else briefing.title


def _days(articles: Iterable[Article]) -> str:
    moments = (article.published for article in articles if article.published is not None)
    days = sorted(moment.date() if isinstance(moment, dt.datetime) else moment for moment in moments)
    return range_words(days[0], days[-1]) if days else ""


def _spoken(register: Register) -> frozenset[Name]:
    """The names of speakers, and the surnames of people: what they say is told under their names, not the story."""
    links = (link for claim in register.claims.values() for link in claim.attribution)
    names = [tuple(plain(link.name).casefold().split()) for link in links if link.name]
    return frozenset([*names, *(name[-1:] for name in names)])


def _shared_names(articles: Sequence[Article], spoken: frozenset[Name]) -> tuple[str, ...]:
    """The countries, else the other names, with which most of the articles open; the most shared first."""
    leads = [frozenset(_lead(article)) for article in articles]
    countries = Counter(country for lead in leads for country in {*_countries(lead)})
    shared = [country for country, count in countries.most_common(_NAMES) if 2 * count > len(articles)]
    if len(shared) == _NAMES:
        return tuple(sorted(shared))
    held = Counter(name for lead in leads for name in lead)
    told = [name for name, count in held.items() if count > 1 and not _is_spoken(name, spoken)]
    found = {name: behind for name in told if (behind := _behind(name, articles)) is not None}
    for least in (len(articles) // 2 + 1, len(articles) // 2):
        apart = [
            name for name in found if held[name] >= least and not any(_holds(other, name) for other in found)
        ]
        apart.sort(key=lambda name: (-held[name], -found[name].total(), name))
        if apart:
            return tuple(_with_kind(name, found[name]) for name in apart[:_NAMES])
    return ()


def _is_spoken(name: Name, spoken: frozenset[Name]) -> bool:
    lowered = tuple(word.casefold() for word in name)
    return lowered in spoken or any(len(other) > 1 and _holds(lowered, other) for other in spoken)


def _holds(long: Name, short: Name) -> bool:
    bare = tuple(_GENITIVE.sub("", word) for word in long)
    return len(long) > len(short) and any(
        bare[start : start + len(short)] == short for start in range(len(long) - len(short) + 1)
    )


def _lead(article: Article) -> Iterator[Name]:
    """The runs of capitalised words in the headline and the first paragraphs; a possessive ends one, or stands in it."""
    for paragraph in (article.title or "", *_PARAGRAPH.split(article.text.strip())[:_LEAD]):
        run: list[str] = []
        fresh = 0  # where what follows the last possessive begins
        for token in (*tokenize(paragraph), None):
            word = _name_word(token)
            if token is not None and word:
                run.append(token.text)
            if run and (word is None or token is None or token.text != word):
                yield from {
                    (*run[start:-1], _GENITIVE.sub("", run[-1])) for start in (0, fresh) if start < len(run)
                }
                run, fresh = (run, len(run)) if word else ([], 0)


def _name_word(token: Token | None) -> str | None:
    """A capitalised word without its possessive ending; none for a day, a function word or capitals throughout."""
    if token is None or not token.text[:1].isupper() or token.text.isupper():
        return None
    word = _GENITIVE.sub("", token.text)
    return None if word.casefold() in CALENDAR | FUNCTION_WORDS else word


def _countries(lead: Iterable[Name]) -> Iterator[str]:
    for name in lead:
        for _, _, naming in find_nations([word.casefold() for word in name]):
            yield " ".join(part.capitalize() for part in naming.country.split("-"))


def _behind(name: Name, articles: Sequence[Article]) -> Counter[str] | None:
    """The words right behind a name, by articles; None where it is none: never inside a sentence, or a common word."""
    inside = re.compile(
        rf"(?<=[^\W\d_]){_GAP}{' '.join(map(re.escape, name))}\b((?: [^\W\d_]+){{0,{_KIND}}})"
    )
    found = [{*inside.findall(article.text)} for article in articles]
    common = re.compile(rf"\b{re.escape(name[0].lower())}\b") if len(name) == 1 else None
    if not any(found) or (common and any(common.search(article.text) for article in articles)):
        return None
    runs = (
        {words[:n] for told in texts for words in [tuple(told.split())] for n in range(_KIND + 1)}
        for texts in found
    )
    return Counter(" ".join(words) for texts in runs for words in texts)


def _with_kind(name: Name, behind: Counter[str]) -> str:
    """The name with the nouns that several articles put behind it: "Issa province", "Snugpot bottle warmer"."""
    kinds = [words.split() for words, count in behind.items() if count > 1]
    nouns = [words for words in kinds if all(_is_noun(word) for word in words)]
    return " ".join((*name, *max(nouns, key=len, default=[])))


def _is_noun(word: str) -> bool:
    return word.islower() and word not in FUNCTION_WORDS and not is_verb(tokenize(f"it {word}"), 1)
