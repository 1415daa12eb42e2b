"""Who was not heard: those whom articles name and none quotes, and the other side of a figure (room: brains).

Not found is not the same as silent: the words may stand elsewhere, or in a form that the program does not read.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from counterclaim.core.records import Article, Briefing, Thread
from counterclaim.note.backing import voice_of
from counterclaim.note.marks import CORRECTED, STATEMENT_WITHDRAWN, WITHDRAWN
from counterclaim.note.placement import Placement
from counterclaim.note.positions import is_attributed
from counterclaim.note.prose import NAME_ROOM, listing, shortened
from counterclaim.note.register import outlet_name
from counterclaim.note.view import Dispute, Gap, Position
from counterclaim.relate.bodies import bare_word
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import AUXILIARIES, FUNCTION_WORDS, HUMAN
from counterclaim.text.nations import find_nations
from counterclaim.text.sentences import split_sentences
from counterclaim.text.speakers import Speaker, find_speakers, noun_kind
from counterclaim.text.tokens import Token, tokenize

# "At the request of Qatar", "after talks with Qatar", "asked by Qatar".
_ASKING = frozenset("request wish demand behest invitation appeal plea urging mediation insistence".split())
_JOINING = frozenset({"and", ",", "the", "or"})
_OUTLETS = 4  # named in one line
_STALE = frozenset({WITHDRAWN, STATEMENT_WITHDRAWN, CORRECTED})
_LIVE = frozenset({"single_origin", "one_sided", "unclear"})


def find_unheard(briefing: Briefing, placement: Placement) -> Gap:
    """Bodies, office-holders and states that articles name, the last only as doing something, and that none quotes."""
    heard = _heard_words(briefing)
    copies = placement.register.copy_of
    found: dict[str, dict[str, None]] = {}
    for article in placement.register.in_order:
        if article.id not in copies:
            for name in (*_name_states(article, heard), *_name_speakers(article, heard)):
                found.setdefault(shortened(name, NAME_ROOM), {})[article.id] = None
    outlets = {article.id: outlet_name(article) for article in placement.register.in_order}
    items = tuple(
        f"{name}: named in {listing([outlets[a] for a in papers], limit=_OUTLETS)}"
        for name, papers in found.items()
    )
    return Gap("Named in the articles, quoted in none", len(items), items)


def find_unanswering(
    placement: Placement, disputed: Iterable[Dispute]
) -> Iterator[tuple[str, Thread, Position]]:
    """The parties that stand against who gives a figure elsewhere, and give no answer to it: (name, thread, figure).

    Only figures of people, or that name another state than the giver's: what one side counts of its own things asks
    nothing of the other. A figure taken back needs no reply, and who speaks for nobody owes none.
    """
    against, names = _opponents(disputed)
    for thread, positions in placement.threads:
        live = [
            p
            for p in positions
            if p.is_figure and p.attributed and not p.replaced and _STALE.isdisjoint(p.marks)
        ]
        if thread.status not in _LIVE or not live:
            continue
        here = {voice_of(position) for position in positions}
        facing = {other for voice in here for other in against.get(voice, ())} - here
        concerned = (p for p in live if voice_of(p) in against and _concerns_others(p))
        first = next(concerned, None)
        if first is not None:
            yield from ((names[other], thread, first) for other in sorted(facing & names.keys()))


def _opponents(disputed: Iterable[Dispute]) -> tuple[dict[str, set[str]], dict[str, str]]:
    """Each voice with those that give answers which exclude its own, and what to call them."""
    against: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for dispute in disputed:
        sides = [[p for p in side.positions if p.attributed] for side in dispute.sides if side.opposed]
        voices = [{voice_of(p) for p in side} for side in sides]
        for position in (p for side in sides for p in side):
            if position.party:
                names.setdefault(voice_of(position), position.party)
        for here in voices:
            for voice in here:
                against.setdefault(voice, set()).update(*(other for other in voices if voice not in other))
    return against, names


def _concerns_others(position: Position) -> bool:
    figure = position.figure
    if figure is not None and figure.measure in HUMAN:
        return True
    own = {naming.country for _, _, naming in find_nations(_words(f"{position.party} {position.name}"))}
    named = {
        n.country
        for _, _, n in find_nations(_words(f"{position.question} {position.text} {position.lead.quote}"))
    }
    return bool(named - own)


def _heard_words(briefing: Briefing) -> frozenset[str]:
    """Every word that names somebody who is heard, the states in them under one name; outlets are heard too."""
    said: list[str] = [article.outlet or "" for article in briefing.articles]
    for claim in briefing.claims:
        for link in claim.attribution if is_attributed(claim) else ():
            said += [part for part in (link.name, link.role, link.side, link.institution) if part]
    words = [_words(part) for part in dict.fromkeys(said)]
    states = {naming.country for part in words for _, _, naming in find_nations(part)}
    return frozenset(word for part in words for word in part) | states


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(bare_word(token) for token in tokenize(text) if token.is_word)


def _name_states(article: Article, heard: frozenset[str]) -> Iterator[str]:
    """The states that an article tells of doing or asking for something; a state that is only a place does nothing."""
    for sentence in split_sentences(article.text):
        tokens = tuple(tokenize(article.text[sentence.start : sentence.end]))
        words = [bare_word(token) for token in tokens]
        named = [
            (s, e)
            for s, e, naming in find_nations(words)
            if naming.part == "name" and naming.country not in heard
        ]
        for chain in _chains(words, named):
            if _acts(tokens, words, chain[0][0], chain[-1][1]):
                yield from (" ".join(token.text for token in tokens[start:end]) for start, end in chain)


def _chains(words: Sequence[str], named: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The names that stand in one row: "Saudi Arabia and Qatar"."""
    chain: list[tuple[int, int]] = []
    for start, end in named:
        if chain and not _JOINING.issuperset(words[chain[-1][1] : start]):
            yield chain
            chain = []
        chain.append((start, end))
    if chain:
        yield chain


def _acts(tokens: Sequence[Token], words: Sequence[str], start: int, end: int) -> bool:
    """Whether a row of names is the subject of a verb, or asks for something."""
    asks = start > 1 and words[start - 1] == "of" and words[start - 2] in _ASKING
    by = start > 0 and words[start - 1] == "by"
    does = end < len(tokens) and (words[end] in AUXILIARIES or is_verb(tokens, end))
    return asks or by or (does and (start == 0 or words[start - 1] not in {"in", "from", "to", "with", "on"}))


def _name_speakers(article: Article, heard: frozenset[str]) -> Iterator[str]:
    """The office-holders and named bodies of an article of whose names no word belongs to anybody who is heard."""
    for one in find_speakers(article.text, split_sentences(article.text)).speakers:
        name = one.name or ""
        words = [word for word in _words(name) if word not in FUNCTION_WORDS]
        if words and heard.isdisjoint(words) and _is_office(one):
            yield f"{name} ({one.role})" if one.role and one.kind == "person" else name


def _is_office(one: Speaker) -> bool:
    """Whether somebody is a person with an office, or a body by its proper name."""
    if one.located or one.media or one.name is None:
        return False
    if one.kind == "person":
        return one.role is not None and " " in one.name
    last = one.name.split()[-1]
    return one.kind == "organisation" and last[:1].isupper() and noun_kind(last.lower()) == "organisation"
