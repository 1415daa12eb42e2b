"""Speech: every stretch of an article that somebody is made to say, by whom and through whom (room: brains).

What no `Speech` covers is narration, the outlet's own voice. A name is given only where the words give it: a stretch
whose speaker is not certain keeps its content with the name None.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from counterclaim.core.records import Attribution, Mode, Polarity
from counterclaim.text.sentences import Sentence
from counterclaim.text.speakers.index import Speaker, SpeakerIndex, find_speakers
from counterclaim.text.speakers.mentions import Mention, read_mention
from counterclaim.text.speakers.nounphrases import (
    QUOTE,
    is_name_token,
    phrase_end,
)
from counterclaim.text.speakers.roles import COMPANIES, Gender
from counterclaim.text.speech.clauses import find_cues
from counterclaim.text.speech.contents import draw_contents
from counterclaim.text.speech.cueclauses import Cue
from counterclaim.text.speech.cues import Certainty, Force, Stance
from counterclaim.text.speech.cutting import Piece, strip_span
from counterclaim.text.speech.focus import Memory
from counterclaim.text.speech.headlines import read_headline
from counterclaim.text.speech.identification import Said, find_identity
from counterclaim.text.speech.passages import Unit, find_units
from counterclaim.text.speech.quotation import Quotation, find_quotations, is_utterance
from counterclaim.text.speech.refine import refine
from counterclaim.text.tokens import Token

Span = tuple[int, int]
_TOPICS = frozenset({("as", "for"), ("as", "to")})
_OWN = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur)\b")
_TOPIC = 8  # words of a topic in front of a quotation
_MASCULINE, _FEMININE = frozenset({"he", "his"}), frozenset({"she", "her"})


class Speech(NamedTuple):
    """A stretch that somebody is made to say: `text[start:end]`, without quote marks, cue and "that".

    `attribution` has the originator first, then relays; the outlet is not in it. `stance` is the force of the saying
    (None: plain "said"); with polarity "denied" the content is what the speaker says is not so. `said_at` and
    `cue_span` are offsets of the time words of the saying and of the cue clause; `sentence` indexes the sentences.
    """

    start: int
    end: int
    attribution: tuple[Attribution, ...]
    stance: Stance | None = None
    polarity: Polarity = "affirmed"
    certainty: Certainty | None = None
    said_at: Span | None = None
    sentence: int = 0
    cue_span: Span | None = None
    gender: Gender | None = None

    def strangers(self) -> frozenset[str]:
        """The pronouns at the front of an indirect content that are not its speaker's, or not certainly.

        The other gender is somebody else ("she said he had"). Where the gender is not known, a content before its cue
        goes on with whomever the text was about ("He had been ill, the doctor said").
        """
        before_cue = self.cue_span is not None and self.cue_span[0] >= self.start
        if self.gender is None and before_cue:
            return _MASCULINE | _FEMININE
        return {"female": _MASCULINE, "male": _FEMININE, None: frozenset()}[self.gender]


def find_speech(
    text: str,
    sentences: Sequence[Sentence],
    *,
    title_end: int = 0,
    outlet: str | None = None,
    index: SpeakerIndex | None = None,
) -> tuple[Speech, ...]:
    """Every stretch of an article that somebody is made to say, in order and disjoint.

    Args:
        text: The article's text.
        sentences: Its sentences, from `split_sentences`.
        title_end: The offset where the headline ends, 0 if there is none.
        outlet: Who publishes the article; never one of the relays. None if not known: then "told Radio Orle" names
            no relay, for it may be the outlet itself.
        index: The speakers, if they were read before.

    >>> from counterclaim.text.sentences import split_sentences
    >>> news = "“It was dark,” mayor Ann Lee said on Monday. She put the damage at 40 houses."
    >>> [(news[s.start : s.end], s.attribution[0].name) for s in find_speech(news, split_sentences(news))]
    [('It was dark', 'Ann Lee'), ('the damage at 40 houses', 'Ann Lee')]
    """
    if index is None:
        return _find_known(text, tuple(sentences), title_end, outlet)
    return _disjoint(_Reader(text, sentences, index, title_end, outlet).read())


@lru_cache(maxsize=8)  # the reader and those who check a model's reply ask for the same article's
def _find_known(
    text: str, sentences: tuple[Sentence, ...], title_end: int, outlet: str | None
) -> tuple[Speech, ...]:
    index = find_speakers(text, sentences, title_end=title_end)
    return _disjoint(_Reader(text, sentences, index, title_end, outlet).read())


class _Reader:
    """One pass over an article: the units in order, and what the units before say about who speaks."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        index: SpeakerIndex,
        title_end: int,
        outlet: str | None,
    ) -> None:
        self.text, self.sentences, self.index = text, sentences, index
        self.title_end, self.outlet = title_end, outlet
        self.memory = Memory(index)
        self.found: list[Speech] = []
        self.said: list[Said] = []
        self.lead_in: tuple[Speaker, Cue, Unit] | None = None  # "X said:" before a list
        self.chain: list[int] = []  # speeches of one quotation that runs over paragraphs

    def read(self) -> list[Speech]:
        quotations = find_quotations(self.text, self.sentences)
        for unit in find_units(self.text, self.sentences, quotations):
            if unit.tokens and unit.tokens[-1].end <= self.title_end:
                self.found += self._headline(unit)
            else:
                self._read_unit(unit)
        identity = find_identity(self.said)
        if identity is None:
            return self.found
        return [s._replace(attribution=tuple(map(identity.apply, s.attribution))) for s in self.found]

    def _headline(self, unit: Unit) -> list[Speech]:
        got = read_headline(unit, self.index)
        return (
            [self._speech(unit, Piece(*got.span, 0, got.mode), (got.speaker,), got.cue)]
            if got is not None
            else []
        )

    def _read_unit(self, unit: Unit) -> None:
        cues = tuple(c for c in find_cues(self.text, unit.tokens) if self._can_count(unit, c))
        self.memory.enter(unit)
        speakers = self._resolve(unit, cues)
        media = frozenset(i for i, s in enumerate(speakers) if s.media or cues[i].force.lemma == "report")
        passing = frozenset(i for i, s in enumerate(speakers) if _passes_on(s, cues[i]))
        pieces = draw_contents(unit, cues, media, passing)
        for piece in pieces:
            chain = self._chain(piece, cues, speakers)
            self.found.append(self._speech(unit, piece, chain, cues[piece.cue]))
            self.said.append(self._said(unit, piece, cues[piece.cue].subject, speakers[piece.cue]))
        covered = self._bare_quotes(unit, pieces)
        self._listed(unit, cues, pieces, covered=covered)
        self._open_list(unit, cues, speakers, pieces)
        self.memory.leave(unit, cues, speakers, pieces)

    def _can_count(self, unit: Unit, cue: Cue) -> bool:
        """Who "gave Voss 18,406 votes" is somebody with an office or a body, no electorate and no town."""
        if cue.force.stance == "unreached":
            return self._could_answer(unit, cue)
        after = unit.tokens[cue.verb + 1 : cue.verb + 2]
        polled = cue.force.lemma == "give" and bool(after) and is_name_token(after[0])
        if not polled or cue.subject is None or cue.subject.pronoun:
            return True
        speaker = self.index.resolve(cue.subject)
        return speaker.kind == "organisation" or (speaker.kind == "person" and speaker.role is not None)

    def _could_answer(self, unit: Unit, cue: Cue) -> bool:
        """Whether what could not be reached is somebody who was to answer, no summit, village or deal."""
        if cue.subject is None:
            return False
        kind = self.index.resolve(cue.subject).kind
        body = kind == "organisation" and (bool(cue.subject.name) or cue.subject.head in COMPANIES)
        asked = kind is not None and any(t.lower == "comment" for t in unit.tokens[cue.verb :])
        return kind == "person" or body or asked

    def _said(self, unit: Unit, piece: Piece, mention: Mention | None, speaker: Speaker) -> Said:
        own = piece.mode == "direct" and bool(_OWN.search(self.text, piece.start, piece.end))
        if mention is None:
            return Said(unit.paragraph, None, speaker, own=own)
        further = self.text[mention.end : mention.end + 1] == ","
        return Said(unit.paragraph, mention, speaker, mention.start == unit.tokens[0].start, further, own)

    def _resolve(self, unit: Unit, cues: Sequence[Cue]) -> list[Speaker]:
        speakers: list[Speaker] = []
        for cue in cues:
            if cue.force.lemma == "hear":
                speaker = Speaker(None)
            elif cue.subject is None:
                speaker = speakers[-1] if speakers else self.memory.subject(unit)
            elif cue.subject.pronoun:
                speaker = self.memory.pronoun(cue.subject, unit, cue, speakers)
            else:
                speaker = self.memory.named(cue.subject, unit, speakers)
            speakers.append(speaker)
        return speakers

    def _chain(self, piece: Piece, cues: Sequence[Cue], speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
        """The originator, then whoever passes it on: once each, the outlet itself left out."""
        cue = cues[piece.cue]
        passed = [self.index.resolve(cue.via)] if cue.via is not None else []
        asked = cue.extras.addressee
        if asked is not None and asked.media and self.outlet is not None:
            passed.append(self.index.resolve(asked))
        chain = [speakers[piece.cue]]
        for speaker in [*passed, *(speakers[i] for i in piece.relays)]:
            known = speaker.name is not None and all(speaker.name != s.name for s in chain)
            if known and not _is_outlet(speaker.name or "", self.outlet):
                chain.append(speaker)
        return tuple(chain)

    def _speech(self, unit: Unit, piece: Piece, chain: Sequence[Speaker], cue: Cue | None) -> Speech:
        force = cue.force if cue is not None else Force("", "")
        refined = refine(self.text, piece.start, piece.end, force)
        attribution = tuple(
            _attribution(s, cue.word if cue is not None and not k else None, piece.mode)
            for k, s in enumerate(chain)
        )
        return Speech(
            refined.start,
            piece.end,
            attribution,
            refined.stance,
            refined.polarity,
            refined.certainty,
            _time_span(unit.tokens, cue),
            self._sentence_at(refined.start, unit.sentence),
            _cue_span(unit.tokens, cue),
            chain[0].gender,
        )

    def _sentence_at(self, at: int, first: int) -> int:
        i = first
        while i + 1 < len(self.sentences) and self.sentences[i + 1].start <= at:
            i += 1
        return i

    def _bare_quotes(self, unit: Unit, pieces: Sequence[Piece]) -> bool:
        """Quotations that no cue of the unit covers: the speaker before goes on, or nobody certain does."""
        bare = False
        for k, quotation in unit.quotes.items():
            start, end = strip_span(self.text, quotation.inner_start, quotation.inner_end)
            if any(p.start < end and start < p.end for p in pieces):
                self._link(quotation)
                continue
            alone = _is_alone(unit, k)
            if not (alone or quotation.continued or quotation.continues or self._is_uttered(unit, k)):
                continue
            speaker = (
                self.memory.continued(unit, quotation)
                if alone or quotation.continued
                else self._before_colon(unit, k)
            )
            if speaker is None and self.lead_in is not None:
                speaker = self.lead_in[0]
            piece = Piece(start, end, 0, "direct")
            self.found.append(self._speech(unit, piece, (speaker or Speaker(None),), None))
            self.said.append(self._said(unit, piece, None, speaker or Speaker(None)))
            self._link(quotation)
            bare = True
        return bare

    def _before_colon(self, unit: Unit, k: int) -> Speaker | None:
        """The speaker in "Ruiz: “It is over.”", and who acts in "Ruiz shook his head: “It is over.”"."""
        if k < 2 or unit.tokens[k - 1].text != ":":  # noqa: PLR2004
            return None
        if phrase_end(unit.tokens, 0, k - 1) != k - 1:
            return self.memory.actor(unit, k - 1)
        mention = read_mention(self.text, unit.tokens[: k - 1])
        return self.index.resolve(mention) if mention is not None and mention.kind is not None else None

    def _is_uttered(self, unit: Unit, k: int) -> bool:
        """Whether a quotation inside narration is a sentence of its own."""
        quotation = unit.quotes[k]
        inner = self.text[quotation.inner_start : quotation.inner_end].strip()
        ends = inner[-1:] in set(".,!?") or (k and unit.tokens[k - 1].text == ":")
        return inner[:1].isupper() and bool(ends) and " " in inner and is_utterance(self.text, quotation)

    def _link(self, quotation: Quotation) -> None:
        """Give the parts of a quotation over several paragraphs the one speaker that any of them names."""
        at = len(self.found) - 1
        while at >= 0 and self.found[at].start > quotation.inner_end:
            at -= 1
        if not quotation.continued:
            self.chain = []
        self.chain.append(at)
        one, other = self.found[self.chain[0]].attribution, self.found[at].attribution
        if one[0].name is None and other[0].name is not None:
            for i in self.chain:
                self.found[i] = self.found[i]._replace(attribution=other)

    def _open_list(
        self, unit: Unit, cues: Sequence[Cue], speakers: Sequence[Speaker], pieces: Sequence[Piece]
    ) -> None:
        last = unit.tokens[-1].text if unit.tokens else ""
        if (
            last == ":"
            and cues
            and cues[-1].end >= len(unit.tokens) - 1
            and not any(p.cue == len(cues) - 1 for p in pieces)
        ):
            self.lead_in = (speakers[-1], cues[-1], unit)

    def _listed(self, unit: Unit, cues: Sequence[Cue], pieces: Sequence[Piece], *, covered: bool) -> None:
        """The lines of a list after "X said:" are X's, until a paragraph that is no bullet."""
        if self.lead_in is None or unit is self.lead_in[2]:
            return
        if not _is_bullet(self.text, self.sentences[unit.sentence].start):
            self.lead_in = None
        elif not cues and not pieces and not covered:
            speaker, cue, lead_unit = self.lead_in
            start, end = unit.tokens[0].start, unit.tokens[-1].end
            piece = Piece(start, end - (self.text[end - 1] in ".;,"), 0, "indirect")
            speech = self._speech(lead_unit, piece, (speaker,), cue)
            self.found.append(speech._replace(sentence=unit.sentence))


def _is_alone(unit: Unit, k: int) -> bool:
    """Whether a unit is a quotation and nothing else, or with its topic in front ("As for Orle, “we left it alone.”")."""
    topic = k if tuple(t.lower for t in unit.tokens[:2]) in _TOPICS and unit.tokens[k - 1].text == "," else 0
    rest = unit.tokens[topic:] if topic <= _TOPIC else unit.tokens
    return all(t.text in {QUOTE, ",", ".", "—", "–", ":"} or t.lower in {"and", "but"} for t in rest)


def _passes_on(speaker: Speaker, cue: Cue) -> bool:
    """Whether a speaker is a document, or a name of which nothing else is known."""
    named = cue.subject is not None and cue.subject.name is not None
    return speaker.kind == "document" or (speaker.kind is None and named)


def _is_outlet(name: str, outlet: str | None) -> bool:
    """Whether a relay's name is the outlet's, in full or in short."""
    words, own = (set(re.findall(r"\w+", n.lower())) - {"the"} for n in (name, outlet or ""))
    return bool(words) and bool(own) and (words <= own or own <= words)


def _is_bullet(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].strip() in {"-", "*", "•", "‣", "–", "—"}


def _attribution(speaker: Speaker, cue: str | None, mode: Mode) -> Attribution:
    document = speaker.kind == "document"
    return Attribution(
        name=(speaker.side or speaker.name) if document else speaker.name,
        role=speaker.role,
        side=speaker.side,
        cue=cue,
        access="document" if document else "unstated",
        mode=mode,
    )


def _time_span(tokens: Sequence[Token], cue: Cue | None) -> Span | None:
    time = cue.extras.time if cue is not None else None
    return (tokens[time[0]].start, tokens[time[1] - 1].end) if time is not None else None


def _cue_span(tokens: Sequence[Token], cue: Cue | None) -> Span | None:
    return (tokens[cue.start].start, tokens[max(cue.end, cue.verb + 1) - 1].end) if cue is not None else None


def _disjoint(found: Sequence[Speech]) -> tuple[Speech, ...]:
    kept: list[Speech] = []
    for speech in sorted(found, key=lambda s: (s.start, s.end)):
        if speech.start < speech.end and (not kept or kept[-1].end <= speech.start):
            kept.append(speech)
    return tuple(kept)
