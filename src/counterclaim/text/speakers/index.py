"""Who can speak in an article: names, roles, sides, and which later wording means whom (room: brains).

The index is read from the whole article before any speech is: "Torvash", "the director general" and "the directorate"
find their full name only where exactly one fits. A wrong speaker is the worst error, so two candidates mean none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from counterclaim.text.sentences import Sentence
from counterclaim.text.speakers.abbreviations import tokenize_names
from counterclaim.text.speakers.mentions import Kind, Mention, read_mention
from counterclaim.text.speakers.nounphrases import STANDING, without_possessive
from counterclaim.text.speakers.roles import COMPANIES, INDUSTRIES, Gender, gender_of_name, same_role
from counterclaim.text.speakers.sightings import Sighting, find_sightings, is_title_case

Key = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_ACRONYM_SKIPS = frozenset("of the for and".split())
_CIVIC = frozenset(
    "mayor mayoress governor prefect councillor sheriff bishop resident judge coroner mp".split()
)
_BUSINESS = frozenset("company firm business employer".split())


class Speaker(NamedTuple):
    """Somebody or something that speaks, as completed from the article. `first` is the offset of the first mention.

    `name` is None for nobody in particular; `side` is the organisation, government or party that the speaker stands
    for, as worded, None if not stated; `kind` is None where nothing tells a person from a place; `media` marks an
    outlet, `located` a name that the article uses like a place's or a thing's, `common` one that is only suspected of it
    because it opens a sentence and ends like a common word ("Buyers", "Lomas"); `called` holds every role and title
    that any mention gives a person.
    """

    name: str | None
    role: str | None = None
    side: str | None = None
    kind: Kind | None = None
    gender: Gender | None = None
    first: int = 0
    media: bool = False
    located: bool = False
    common: bool = False
    called: frozenset[str] = frozenset()


class SpeakerIndex:
    """Every speaker that an article introduces, in order of first mention. Never changes once made.

    Args:
        speakers: One entry a full name.
        aliases: Short names that the article uses, as keys, with the key of the full name.
        namings: Where the article names somebody, not as an owner: the offset and the name as it stands, in order.
    """

    def __init__(
        self,
        speakers: Iterable[Speaker] = (),
        aliases: Mapping[Key, Key] | None = None,
        namings: Sequence[tuple[int, str]] = (),
    ) -> None:
        self.speakers = tuple(speakers)
        self._namings = tuple(namings)
        self._exact: dict[Key, Speaker] = {}
        self._short: dict[str, list[Speaker]] = {}
        self._found: dict[Key, Speaker | None] = {}  # what was looked up, for speed
        for speaker in self.speakers:
            key = name_key(speaker.name or "")
            self._exact.setdefault(key, speaker)
            for word in {*key[:1], *key[-1:], _acronym(key)}:
                self._short.setdefault(word, []).append(speaker)
        self._found.update(self._exact)
        self._found.update({short: self._exact.get(full) for short, full in (aliases or {}).items()})

    def canonical(self, name: str) -> str:
        """The full name that a wording stands for in this article; the wording itself where none or several fit.

        >>> SpeakerIndex([Speaker("Emin Torvash", kind="person")]).canonical("Torvash’s")
        'Emin Torvash'
        """
        bare = without_possessive(_ARTICLE.sub("", name.strip()))
        found = self.find(bare)
        if found is None:
            mention = read_mention(bare, tokenize_names(bare))
            titled = mention is not None and mention.kind == "person" and mention.role is not None
            found = self.find(mention.name) if mention is not None and mention.name and titled else None
        return found.name if found is not None and found.name else bare

    def find(self, name: str) -> Speaker | None:
        """The one speaker that a proper name or a body's short name stands for; None where none or several fit."""
        words = name_key(name)
        if words not in self._found:
            self._found[words] = _only(s for s in self._near(words) if is_short_for(words, s))
        return self._found[words]

    def named_between(self, start: int, end: int) -> tuple[Speaker, ...]:
        """Who is named in the article's text[start:end], in order; where two share a name, neither.

        >>> index = SpeakerIndex([Speaker("Orle Freight", first=4)], namings=[(4, "Orle Freight")])
        >>> [s.name for s in index.named_between(0, 9)]
        ['Orle Freight']
        """
        first = bisect_left(self._namings, (start, ""))
        inside = takewhile(lambda naming: naming[0] < end, self._namings[first:])
        found = ((at, self.find(name)) for at, name in inside)
        return tuple(s._replace(first=at) for at, s in found if s is not None)

    def _near(self, words: Key) -> list[Speaker]:
        near = [*self._short.get(words[0], ()), *self._short.get(words[-1], ())] if words else []
        return list(dict.fromkeys(near))

    def resolve(self, mention: Mention) -> Speaker:
        """The speaker that a mention stands for, completed with what the article says elsewhere.

        A role noun ("the minister") is completed from persons introduced before it. Pronouns are not resolved here.
        """
        if mention.pronoun:
            return Speaker(None, gender=mention.gender, first=mention.start)
        if mention.head == mention.phrase.lower() in STANDING:
            return Speaker(None, kind="group", first=mention.start)
        known = self.find(mention.name) if mention.name else self._find_unnamed(mention)
        side = self._side_of(mention)
        if known is None:
            gender = mention.gender or gender_of_name(mention.name or "")
            name = mention.name or mention.phrase
            return Speaker(name, mention.role, side, mention.kind, gender, mention.start, mention.media)
        in_s = mention.name is not None and without_possessive(mention.name) == known.name
        return known._replace(
            name=mention.name if in_s else known.name,
            role=mention.role or known.role,
            side=side or (self.canonical(known.side) if known.side else None),
            kind=_kind_of(known, mention),
            gender=mention.gender or known.gender,
            media=mention.media or known.media,
        )

    def _side_of(self, mention: Mention) -> str | None:
        """Whom a mention stands for; who holds an office of a place stands for no firm that is named after it."""
        if mention.side is None:
            return None
        civic = not name_key(mention.role or "")[-1:] or not _CIVIC.isdisjoint(name_key(mention.role or ""))
        full = self.canonical(mention.side)
        named_after = full != mention.side and full.startswith(f"{mention.side} ")
        return mention.side if civic and named_after else full

    def _find_unnamed(self, mention: Mention) -> Speaker | None:
        if not mention.definite or mention.head is None:
            return None
        if mention.kind == "organisation" or mention.head in COMPANIES:
            return self._find_body(mention)
        before = (s for s in self.speakers if s.kind == "person" and s.first < mention.start)
        return _only(s for s in before if self._has_role(s, mention))

    def _find_body(self, mention: Mention) -> Speaker | None:
        """By the whole wording, then by its end ("the commission"), then by a noun of the name, then by a description."""
        words = name_key(mention.phrase)
        if words in self._exact or mention.side:
            return self._exact.get(words)
        bodies = [(s, name_key(s.name or "")) for s in self.speakers if s.kind == "organisation"]
        named = [s for s, key in bodies if key[-len(words) :] == words] or [
            s for s, key in bodies if words[-1] in key
        ]
        return _only(named or (s for s, _ in bodies if is_described(s, mention.head or "")))

    def _has_role(self, speaker: Speaker, mention: Mention) -> bool:
        """Whether the speaker's role answers to the mention's head noun, and nothing in the mention contradicts it."""
        role = {w for called in (speaker.role or "", *speaker.called) for w in name_key(called)}
        if not any(same_role(w, mention.head or "") for w in role):
            return False
        side = speaker.side or ""
        known = {*role, *name_key(side), *(name_key(self.canonical(side)) if side else ())}
        wanted = set(name_key(mention.phrase)) - {mention.head, "of", "the", "for", "own"}
        return all(w in known or any(same_role(w, k) for k in known) for w in wanted)


def _kind_of(known: Speaker, mention: Mention) -> Kind | None:
    """The mention's kind where the article only lets guess; a place stays no person."""
    if known.located or not (mention.kind and (_is_guess(known) or known.kind is None)):
        return known.kind
    return mention.kind


def _is_guess(speaker: Speaker) -> bool:
    """Whether a name is only taken for a person's because nothing else is known of it."""
    return speaker.kind == "person" and speaker.role is None and speaker.gender is None


def _only(found: Iterable[Speaker]) -> Speaker | None:
    kept = list(found)
    return kept[0] if len(kept) == 1 else None


@lru_cache(maxsize=4096)
def name_key(name: str) -> Key:
    """The words of a name in lower case, without possessive endings.

    >>> name_key("Maud Ellery-Voss’s")
    ('maud', 'ellery-voss')
    """
    return tuple(w.lower() for w in _WORD.findall(name.replace("’s", "").replace("'s", "")))


def _acronym(key: Key) -> str:
    return "".join(w[0] for w in key if w not in _ACRONYM_SKIPS)


def is_short_for(words: Key, speaker: Speaker) -> bool:
    """Whether the words are a short form of the speaker's name: a surname, either end of a body's name, an acronym.

    A full name of which nothing else tells that it is a person's may also be a firm's ("Tallis Driveline") or start
    with the family name ("Ban Ki-moon"): its first word counts too.

    >>> is_short_for(("who",), Speaker("World Health Organization", kind="organisation"))
    True
    """
    full = name_key(speaker.name or "")
    if not words or len(words) >= len(full):
        return False
    if full[-len(words) :] == words:
        return True
    if speaker.kind == "person" and not _is_guess(speaker):
        return False
    return full[: len(words)] == words or words == (_acronym(full),)


def is_described(speaker: Speaker, head: str) -> bool:
    """Whether a body was introduced as what the noun says: "a maker of rails" is a company, and so is "Orle Freight"."""
    role = name_key(speaker.role or "")
    if head not in _BUSINESS:
        return head in role
    name = name_key(speaker.name or "")
    trade = len(name) > 1 and name[-1] in INDUSTRIES | COMPANIES
    return any(w in COMPANIES for w in role) or (speaker.kind == "organisation" and trade)


def is_operator(speaker: Speaker) -> bool:
    """Whether nothing is known of a name but that something is run or made by it: then it may be a firm's.

    >>> is_operator(Speaker("Orle Spans", kind="person", called=frozenset({"operator"})))
    True
    """
    return speaker.called == {"operator"} and _is_guess(speaker)


def find_speakers(text: str, sentences: Sequence[Sentence], *, title_end: int = 0) -> SpeakerIndex:
    """Read every named speaker of an article, with the role, side, kind and gender that it states.

    Sentences before `title_end` and lines in title case are not read: their capitals say nothing.

    >>> from counterclaim.text.sentences import split_sentences
    >>> news = "Ann Lee, the mayor of Orle, left. Lee came back."
    >>> [(s.name, s.role, s.side) for s in find_speakers(news, split_sentences(news)).speakers if s.role]
    [('Ann Lee', 'mayor', 'Orle')]
    """
    lowered = frozenset(re.findall(r"(?<![^\W\d_])[a-zà-ÿ]{3,}", text))
    found: list[Speaker] = []
    namings: list[tuple[int, str]] = []
    for s in sentences:
        tokens = tokenize_names(text, s.start, s.end)
        if s.start >= title_end and not is_title_case(tokens):
            sightings = find_sightings(text, tokens, lowered)
            found += [_as_speaker(sighting) for sighting in sightings]
            namings += [
                (m.start, m.name) for m, *_ in sightings if m.name and text[m.end : m.end + 1] not in "’'"
            ]
    return _merge(found, sorted(namings))


def _as_speaker(sighting: Sighting) -> Speaker:
    m, evidence, opens = sighting
    gender = m.gender or gender_of_name(m.name or "")
    speaker = Speaker(m.name, m.role, m.side, m.kind, gender, m.start, m.media)
    if m.kind == "person" and m.role:
        speaker = speaker._replace(called=frozenset({m.role}))
    if m.kind != "person" or m.role:
        return speaker
    if evidence == "organisation":
        return speaker._replace(role="company", kind="organisation", gender=None)
    certain = evidence == "person" or (evidence in {None, "operator"} and " " in (m.name or ""))
    used_otherwise = evidence in {"place", "thing"}
    common = not used_otherwise and opens and _looks_common(m.name or "")
    kind: Kind | None = "person" if certain else None
    if evidence == "operator":
        speaker = speaker._replace(called=frozenset({"operator"}))
    return speaker._replace(kind=kind, located=used_otherwise or common, common=common)


def _looks_common(word: str) -> bool:
    """Whether the first word of a sentence ends like a plural or a verb form: "Buyers", "Asked", "Nothing"."""
    return word.endswith(("s", "ed", "ing")) and not word.endswith("ss")


def _merge(found: Sequence[Speaker], namings: Sequence[tuple[int, str]]) -> SpeakerIndex:
    """One entry a name: the fullest form, with the first role, side and gender stated, in order of first mention."""
    entries: dict[Key, Speaker] = {}
    for speaker in found:
        key = name_key(speaker.name or "")
        entries[key] = _blend(entries[key], speaker) if key in entries else speaker
    by_word: dict[str, list[Key]] = {}
    for key in entries:
        for word in {*key[:1], *key[-1:]}:
            by_word.setdefault(word, []).append(key)
    aliases: dict[Key, Key] = {}
    for key in sorted(entries, key=len):
        near = {
            k for word in {*key[:1], *key[-1:]} for k in by_word[word] if len(k) > len(key) and k in entries
        }
        longer = _only(entries[k] for k in near if _extends(entries[k], entries[key]))
        if longer is not None:
            target = name_key(longer.name or "")
            entries[target] = _blend(entries[target], _as_short(entries.pop(key), entries[target]))
            aliases[key] = target
    # A short name may have been merged into one that was itself a short name.
    whole = {short: aliases.get(full, full) for short, full in aliases.items()}
    return SpeakerIndex(
        sorted((s for key, s in entries.items() if key), key=lambda s: s.first), whole, namings
    )


def _as_short(short: Speaker, full: Speaker) -> Speaker:
    """A last name that only its ending made doubtful is a person's where the full name is."""
    return short._replace(located=False, common=False, kind=full.kind) if short.common else short


def _extends(full: Speaker, short: Speaker) -> bool:
    """Whether one entry is the full form of another; a body's pronoun at the short form makes the full one a body."""
    if short.kind == "organisation" and full.kind == "person" and full.role is None:
        full = full._replace(kind="organisation")
    return is_short_for(name_key(short.name or ""), full)


def _blend(old: Speaker, new: Speaker) -> Speaker:
    return old._replace(
        role=(old.role if old.role != "company" else None) or new.role or old.role,
        side=old.side or new.side,
        gender=old.gender or new.gender,
        kind=_blend_kind(old, new),
        first=min(old.first, new.first),
        called=old.called | new.called,
        media=old.media or new.media,
        located=old.located or new.located,
        common=all(s.common for s in (old, new) if s.located) and (old.located or new.located),
    )


def _blend_kind(old: Speaker, new: Speaker) -> Kind | None:
    """A stated role decides; then a body's noun or pronoun; a place stays no person."""
    for one in (old, new):
        if one.role and one.role != "company":
            return one.kind
    if "organisation" in {old.kind, new.kind}:
        return "organisation"
    return None if old.located or new.located else old.kind or new.kind
