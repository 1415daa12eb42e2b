"""Who is being talked about: the memory that pronouns and bare quotations are resolved against (room: brains).

Conservative: one candidate, or none. The last speaker is preferred to a person merely named; two persons named in the
nearest sentence, neither of them its speaker, leave a "he" open.
"""

import re
from collections.abc import Sequence

from counterclaim.text.speakers.index import Speaker, SpeakerIndex, is_operator
from counterclaim.text.speakers.mentions import Mention
from counterclaim.text.speakers.nounphrases import (
    ADVERBS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE,
    TIME_WORDS,
    is_possessive,
)
from counterclaim.text.speakers.roles import COMPANIES, Gender
from counterclaim.text.speech.actors import find_actor, is_active
from counterclaim.text.speech.cueclauses import Cue
from counterclaim.text.speech.cutting import Piece
from counterclaim.text.speech.descriptions import (
    ISSUED,
    Focus,
    Trail,
    find_described,
    find_represented,
    speaks_for,
)
from counterclaim.text.speech.passages import Unit
from counterclaim.text.speech.quotation import Quotation
from counterclaim.text.speech.subjects import subject_after
from counterclaim.text.tokens import Token

_REMEMBERED = 40  # the last speeches in which a role noun's speaker is looked for
_WINDOW = 4  # units back that a pronoun may reach
_OPENERS = frozenset("but and yet so still".split())
_PERSONAL = frozenset({"he", "she"})
_SURNAME = re.compile(r"(?:Mc|Mac|De|Del|Di|Du|La|Le|Van|Fitz)[A-Z][a-zà-ÿ]+")
_TRADES = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "man",
    "woman",
    "ee",
    "ess",
)  # endings of nouns for persons


class Memory:
    """The units read so far, newest last, and the genders learnt from them."""

    def __init__(self, index: SpeakerIndex) -> None:
        self.index = index
        self.seen: list[Focus] = []
        self.genders: dict[str, Gender] = {s.name: s.gender for s in index.speakers if s.name and s.gender}
        self.spoken: list[Speaker] = []
        self.issuer: Speaker | None = None  # who spoke "in a statement" last
        self.sides: dict[str, str] = {}  # whom a spokesperson was found to stand for, by name

    def enter(self, unit: Unit) -> None:
        """Start a unit: its subject and persons are needed before its cues are resolved."""
        self.here = Focus(
            unit.paragraph,
            None,
            self._read_subject(unit),
            self._persons(unit, 0, len(unit.tokens)),
            quoted=False,
            bare=False,
            opened=unit.tokens[0].lower if unit.tokens and unit.tokens[0].lower in _PERSONAL else None,
            bodies=self._bodies(unit),
            acting=is_active(unit.tokens),
        )

    def subject(self, unit: Unit) -> Speaker:
        """The subject of the unit, for a verb that shares it."""
        return self.here.subject or Speaker(None, first=unit.tokens[0].start)

    def named(self, mention: Mention, unit: Unit, earlier: Sequence[Speaker]) -> Speaker:
        """The speaker of a mention that is not a pronoun, completed from what was said before it.

        `earlier` are those who spoke before in the unit.
        """
        trail = Trail(self.seen, unit.paragraph, earlier)
        speaker = self._with_gender(self.index.resolve(mention))
        if speaker.side is None and speaker.name in self.sides:
            return speaker._replace(side=self.sides[speaker.name])
        if speaks_for(mention):
            return self._voice(mention, speaker, trail)
        if mention.name or not mention.definite or mention.head is None or mention.side:
            return speaker
        person = mention.kind == "person" and mention.head not in COMPANIES
        return (self._of_role if person else self._of_body)(mention, speaker, trail)

    def _of_body(self, mention: Mention, speaker: Speaker, trail: Trail) -> Speaker:
        """Which body a description means, or whose a statement is."""
        found = find_described(mention, trail)
        if mention.kind == "document":
            found = self.issuer if mention.phrase.lower() in ISSUED and self.issuer is not None else found
            return speaker._replace(side=found.name) if found is not None else speaker
        firm = mention.head in COMPANIES  # any article names many: the last one is meant
        if found is not None and (firm or speaker.name == mention.phrase):
            return found
        return speaker

    def _of_role(self, mention: Mention, speaker: Speaker, trail: Trail) -> Speaker:
        """Whom a role noun means: one of the last speakers, else whom the index or the unit before tells."""
        earlier = [s for s in self.spoken if _fits_role(s, mention)]
        if len({s.name for s in earlier}) == 1 and speaker.name == mention.phrase:
            return earlier[-1]
        if len({s.name for s in earlier} | {speaker.name}) > 1 and earlier:
            recent = earlier[-1]
            return (
                recent
                if self._spoke_last(recent)
                else Speaker(mention.phrase, mention.role, None, mention.kind, mention.gender)
            )
        if speaker.name != mention.phrase:
            return speaker
        return find_described(mention, trail) or speaker

    def _voice(self, mention: Mention, speaker: Speaker, trail: Trail) -> Speaker:
        """A spokesperson with the body spoken for: "a spokeswoman", "a spokesman for the firm"."""
        if mention.definite and not mention.name and not mention.side:
            known = self._of_role(mention, speaker, trail)
            if known.name != mention.phrase:
                return known
        body = self._represented(mention, speaker, trail)
        if body is None:
            return speaker
        if mention.name:
            return speaker._replace(side=speaker.side or self.sides.setdefault(speaker.name or "", body))
        if body == mention.side:
            return speaker
        the = "the " if body.islower() else ""
        alone = mention.side is None or mention.phrase.endswith(
            (f"for the {mention.side}", f"for {mention.side}")
        )
        return speaker._replace(name=f"{mention.role} for {the}{body}" if alone else speaker.name, side=body)

    def _represented(self, mention: Mention, speaker: Speaker, trail: Trail) -> str | None:
        """The name of the body that a spokesperson stands for, where the article tells it."""
        side = mention.side
        if side is None:
            body = find_represented(mention, trail)
            return body.name if body is not None else None
        if speaker.side != side or not side.islower():
            return speaker.side
        the = mention.definite or f"the {side}" in mention.phrase
        head = side.split()[-1]
        worded = Mention(mention.start, mention.start, side, kind="organisation", head=head, definite=the)
        found = find_described(worded, trail) or self.index.resolve(worded)
        return found.name

    def _spoke_last(self, speaker: Speaker) -> bool:
        last = next((f.speaker for f in reversed(self.seen) if f.speaker), None)
        return last is not None and last.name == speaker.name

    def _with_gender(self, speaker: Speaker) -> Speaker:
        known = self.genders.get(speaker.name or "")
        return speaker._replace(gender=known) if known and speaker.gender is None else speaker

    def pronoun(self, mention: Mention, unit: Unit, cue: Cue, earlier: Sequence[Speaker]) -> Speaker:
        """The speaker that a pronoun means, or one without a name."""
        word = mention.pronoun or ""
        divided = any(t.text in {";", ":"} for t in unit.tokens[: cue.start])
        if earlier:
            last = earlier[-1]
            fits = (divided and word == "it" and _may_be_body(last)) or _fits(last, word, self.genders)
            if fits and (cue.place != "trailing" or divided or self._is_surely(last, word)):
                return self._learn(last, mention)
        found = (
            self._of_clause(unit, cue, word)
            or self._before_in_unit(unit, cue, word)
            or self._of_himself(cue, word)
            or self._before_unit(unit, word)
        )
        if found is None:
            return Speaker(None, gender=mention.gender, first=mention.start)
        return self._learn(found, mention)

    def _is_surely(self, speaker: Speaker, word: str) -> bool:
        """Whether the gender that a pronoun states is known to be a speaker's."""
        gender = speaker.gender or self.genders.get(speaker.name or "")
        return gender is not None and gender == {"he": "male", "she": "female"}.get(word)

    def _before_in_unit(self, unit: Unit, cue: Cue, word: str) -> Speaker | None:
        """A leading "she said" looks first at the words before it in its own sentence ("When Lee came, she said")."""
        if cue.place == "trailing" or cue.start < 2:  # noqa: PLR2004 (a name and a comma)
            return None
        persons = [p for p in self._persons(unit, 0, cue.start) if _fits(p, word, self.genders)]
        return persons[0] if len(persons) == 1 else None

    def _of_clause(self, unit: Unit, cue: Cue, word: str) -> Speaker | None:
        """Who acts before the colon in "The union was blunt: nobody came, it said"."""
        subject = self.here.subject
        leads = word in {"it", "they"} and any(t.text == ":" for t in unit.tokens[: cue.start])
        return subject if leads and subject is not None and _fits(subject, word, self.genders) else None

    def _of_himself(self, cue: Cue, word: str) -> Speaker | None:
        """In "Lee has a receipt, he said" he speaks of himself, if whoever spoke last cannot be "he"."""
        subject = self.here.subject
        if cue.place != "trailing" or word not in _PERSONAL or subject is None or subject.kind != "person":
            return None
        last = next(
            (f.speaker for f in reversed(self.seen) if f.speaker is not None and f.speaker.name), None
        )
        other = last is not None and last.kind == "person" and not _fits(last, word, self.genders)
        return subject if other and _fits(subject, word, self.genders) else None

    def _before_unit(self, unit: Unit, word: str) -> Speaker | None:
        for focus in reversed(self.seen[-_WINDOW:]):
            if focus.paragraph < unit.paragraph - 1:
                return None
            if focus.speaker is not None and _fits(focus.speaker, word, self.genders):
                return focus.speaker if focus.speaker.name else None
            named = self._named_in(focus, word)
            if named:
                return named[0] if len({p.name for p in named}) == 1 else None
            if focus.subject is not None and _fits(focus.subject, word, self.genders):
                return focus.subject
            if focus.speaker is not None and focus.speaker.name is None and word in _PERSONAL:
                return None
        return None

    def _named_in(self, focus: Focus, word: str) -> Sequence[Speaker]:
        """The persons of a unit that a pronoun can mean; in "He met Lee" it is he whom the text goes on about."""
        if word not in _PERSONAL:
            return ()
        if focus.opened == word and focus.subject is not None and focus.subject.name:
            return (focus.subject,)
        fitting = [p for p in focus.persons if _fits(p, word, self.genders)]
        sure = [p for p in fitting if self._is_surely(p, word)]
        about = focus.subject.name if focus.subject is not None else None
        return sure if {p.name for p in sure} == {about} else fitting  # the other's gender is not known

    def _learn(self, speaker: Speaker, mention: Mention) -> Speaker:
        if mention.gender and speaker.name and speaker.kind == "person":
            self.genders.setdefault(speaker.name, mention.gender)
        return speaker._replace(gender=speaker.gender or mention.gender)

    def continued(self, unit: Unit, quotation: Quotation) -> Speaker | None:
        """Who goes on in a quotation without a cue: whoever spoke last in the paragraph, or at the end of the one before."""
        last = self.seen[-1] if self.seen else None
        if last is None:
            return None
        if last.speaker is None:
            return find_actor(last, unit, quotation)
        if last.paragraph == unit.paragraph or quotation.continued:
            return last.speaker
        return last.speaker if last.paragraph == unit.paragraph - 1 and not last.bare else None

    def actor(self, unit: Unit, end: int) -> Speaker | None:
        """Who does something in the words before token `end` that open his quotation ("Ruiz shook his head: “…”")."""
        subject = self.here.subject
        acts = subject is not None and subject.kind in {"person", "organisation", "group"}
        return subject if acts and is_active(unit.tokens[:end]) else None

    def leave(
        self, unit: Unit, cues: Sequence[Cue], speakers: Sequence[Speaker], pieces: Sequence[Piece]
    ) -> None:
        """Remember the unit: its last originator, and whether it was a quotation and nothing else."""
        spoke = [speakers[p.cue] for p in pieces] or list(speakers[-1:])
        for cue, one in zip(cues, speakers, strict=True):
            if one.name and any(t.lower in ISSUED for t in unit.tokens[cue.verb : cue.end]):
                self.issuer = one
        quoted = any(p.mode == "direct" for p in pieces) or bool(unit.quotes)
        bare = bool(unit.quotes) and not cues
        speaker = spoke[-1] if spoke else None
        if bare and self.seen and self.seen[-1].paragraph >= unit.paragraph - 1:
            speaker = self.seen[-1].speaker
        self.spoken = [*self.spoken, *(s for s in spoke if s.name)][-_REMEMBERED:]
        outside = (
            self.here.persons if not pieces else tuple(p for p in self.here.persons if not _inside(p, pieces))
        )
        self.seen.append(self.here._replace(speaker=speaker, persons=outside, quoted=quoted, bare=bare))

    def _read_subject(self, unit: Unit) -> Speaker | None:
        """The subject at the start of a unit, after an adverbial that a comma closes."""
        tokens = unit.tokens
        start = 0
        if len(tokens) > 1 and tokens[0].lower in _OPENERS:
            start = 1
        elif tokens and tokens[0].lower in PREPOSITIONS | ADVERBS | TIME_WORDS:
            comma = next((i for i, t in enumerate(tokens[:14]) if t.text == ","), None)
            if comma is None and tokens[0].lower in PREPOSITIONS:
                return None
            start = comma + 1 if comma is not None else 1
        if start >= len(tokens):
            return None
        if tokens[start].lower in PRONOUNS:
            return self._before_unit(unit, tokens[start].lower)
        found = subject_after(unit.text, tokens, start)
        if found is None or found[0].kind is None:
            return None
        return self.named(found[0], unit, ())

    def _bodies(self, unit: Unit) -> tuple[Speaker, ...]:
        """The bodies named in a unit outside quotations."""
        if not unit.tokens:
            return ()
        starts = {t.start for t in unit.tokens}
        named = self.index.named_between(unit.tokens[0].start, unit.tokens[-1].end)
        return tuple(s for s in named if s.first in starts and (s.kind == "organisation" or is_operator(s)))

    def _persons(self, unit: Unit, start: int, end: int) -> tuple[Speaker, ...]:
        """The persons named in tokens [start, end), outside quotations and not as owners of something."""
        found: list[Speaker] = []
        tokens = unit.tokens
        for i in range(start, end):
            token = tokens[i]
            if token.text == QUOTE or not token.text[:1].isupper() or is_possessive(token):
                continue
            if i + 1 < len(tokens) and _goes_on(tokens[i + 1]):
                continue
            speaker = self.index.find(token.text)
            if speaker is not None and (speaker.kind == "person" or _may_be_person(speaker, tokens, i)):
                found.append(speaker._replace(first=token.start))
        return tuple(found)


def _may_be_person(speaker: Speaker, tokens: Sequence[Token], i: int) -> bool:
    """Whether a bare name of which nothing is known stands where a person would: not after "in" or "the"."""
    if speaker.kind is not None or speaker.located:
        return False
    return not i or (tokens[i - 1].lower not in PREPOSITIONS | {"the"} and tokens[i - 1].is_word)


def _goes_on(token: Token) -> bool:
    """Whether a name goes on in the next token, so that this one is not its last."""
    return token.text[:1].isupper() and token.lower not in PREPOSITIONS


def _inside(speaker: Speaker, pieces: Sequence[Piece]) -> bool:
    return any(p.start <= speaker.first < p.end for p in pieces)


def _fits(speaker: Speaker, word: str, genders: dict[str, Gender]) -> bool:
    gender = speaker.gender or genders.get(speaker.name or "")
    if word in _PERSONAL:
        personal = speaker.kind == "person" or (speaker.kind is None and _may_be_human(speaker))
        return personal and gender != ("female" if word == "he" else "male")
    if word == "it":
        unknown = speaker.kind in {None, "person"} and speaker.role is None and gender is None
        return (unknown and _is_coined(speaker)) or speaker.kind in {"organisation", "document"}
    return word == "they" and speaker.kind in {"group", "organisation"}


def _is_coined(speaker: Speaker) -> bool:
    """Whether a name of one word is written as no person's is: "HydroNord", "EDF", "G4S", not "McDonald"."""
    name = speaker.name or ""
    capitals = any(c.isupper() or c.isdigit() for c in name[1:])
    return capitals and name.isalnum() and not _SURNAME.fullmatch(name)


def _may_be_body(speaker: Speaker) -> bool:
    """Whether a single name of which nothing tells that it is a person's can be a firm's or a party's."""
    known = speaker.role or speaker.gender or speaker.located or speaker.called
    return bool(speaker.name) and not known and " " not in (speaker.name or "")


def _may_be_human(speaker: Speaker) -> bool:
    """Whether a speaker of unknown kind can be a person: a proper name, or a noun formed like a trade ("bookseller")."""
    words = (speaker.name or "").split()
    if speaker.located or not words:
        return not speaker.located
    return words[-1][:1].isupper() or words[-1].endswith(_TRADES)


def _fits_role(speaker: Speaker, mention: Mention) -> bool:
    role = (speaker.role or "").lower().split()
    words = [w for w in mention.phrase.lower().split() if w != mention.head]
    return mention.kind == "person" and bool(role) and mention.head in role and all(w in role for w in words)
