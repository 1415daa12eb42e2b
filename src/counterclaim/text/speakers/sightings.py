"""Every place where an article names somebody who could speak, and what the words around the name say (room: brains)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from counterclaim.text.speakers.mentions import Mention, join_apposition, read_headed, read_mention
from counterclaim.text.speakers.nounphrases import (
    ADVERBS,
    PREPOSITIONS,
    STOPPERS,
    TIME_WORDS,
    in_phrase,
    is_determiner,
    is_name_token,
    is_possessive,
    is_title,
    phrase_end,
    phrase_start,
    simple_start,
    without_possessive,
)
from counterclaim.text.speakers.roles import BODIES, COMPANIES, MEDIA
from counterclaim.text.tokens import Token, tokenize

Evidence = Literal["person", "organisation", "operator", "place", "thing"]

_SMALL = STOPPERS | PREPOSITIONS | ADVERBS | TIME_WORDS
_LOCATIVES = frozenset("in at near across around outside inside towards toward along".split())
# Whom only a body has: "Orle's chief executive".
_HELD = frozenset(
    "chairman chairwoman chairperson shareholder shareholders headquarters subsidiary board".split()
)
_HELD_OFFICES = frozenset({("chief", "executive"), ("finance", "director"), ("managing", "director")})
_RUN = frozenset("run owned operated managed made built supplied produced employed".split())
_REACH = 5  # tokens before a name or a body's noun that can belong to it


class Sighting(NamedTuple):
    """One naming of somebody or something, and what the words around it say it is (None: nothing)."""

    mention: Mention
    evidence: Evidence | None
    opens: bool = False  # a single capitalised word that opens its sentence: perhaps no name at all


def find_sightings(text: str, tokens: Sequence[Token], lowered: frozenset[str]) -> list[Sighting]:
    """Read the namings in one sentence. `lowered` are the words that the article also writes in lower case.

    >>> news = "The mayor of Orle, Ann Lee, left Lund."
    >>> [(s.mention.name, s.mention.side) for s in find_sightings(news, tokenize(news), frozenset())]
    [('Orle', None), ('Ann Lee', 'Orle'), ('Lund', None)]
    """
    found: list[Sighting] = []
    i = 0
    while i < len(tokens):
        end = _name_run(tokens, i, lowered)
        mention = _read_name(text, tokens, i, end) if end > i else None
        if mention is not None and mention.name:
            opens = i == 0 and " " not in mention.name
            found.append(Sighting(mention, _evidence(tokens, i, end), opens))
            titled = _titled(text, tokens, i, end)
            if titled is not None and titled.role != mention.role:
                found.append(Sighting(titled, None))
        i = max(end, i + 1)
    return found + _find_bodies(text, tokens)


def _titled(text: str, tokens: Sequence[Token], i: int, end: int) -> Mention | None:
    """The person at `i` by the title in front alone, which an apposition replaces ("Colonel Bo Ek, its spokesman,")."""
    if is_possessive(tokens[end - 1]):
        return None
    mention = read_mention(text, tokens[_role_start(tokens, i) : end])
    return (
        mention
        if mention is not None and mention.kind == "person" and mention.name and mention.role
        else None
    )


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether a line is capitalised throughout, like a heading: its capitals say nothing about names.

    >>> is_title_case(tokenize("Key Points From The Talks"))
    True
    """
    words = [t for t in tokens if t.is_word and t.lower not in _SMALL]
    closed = bool(tokens) and tokens[-1].text in {".", "!", "”", '"', "’"}
    return len(words) > 2 and not closed and all(t.text[:1].isupper() for t in words)  # noqa: PLR2004 (a line, not a name)


def _name_run(tokens: Sequence[Token], i: int, lowered: frozenset[str]) -> int:
    """The end of the run of name tokens that starts at `i`; `i` if none does."""
    if not is_name_token(tokens[i]) or tokens[i].lower in _SMALL or is_determiner(tokens[i]):
        return i
    if i == 0 and tokens[i].lower in lowered and not (len(tokens) > 1 and is_name_token(tokens[1])):
        return i
    end = max(phrase_end(tokens, i, len(tokens)), i + 1)
    return next((k + 1 for k in range(i, end) if is_possessive(tokens[k])), end)


def _read_name(text: str, tokens: Sequence[Token], i: int, end: int) -> Mention | None:
    """The mention whose name starts at `i`, with the role words before it and the appositions around it."""
    if is_possessive(tokens[end - 1]):
        return _read_owner(text, tokens, i, end)
    start = _role_start(tokens, i)
    mention = read_mention(text, tokens[start:end])
    if mention is None or not mention.name:
        return mention
    for other in (_apposition_after(text, tokens, end), _apposition_before(text, tokens, start, end)):
        joined = join_apposition(mention, other) if other is not None else None
        if joined is not None:
            return joined
    return mention


def _read_owner(text: str, tokens: Sequence[Token], i: int, end: int) -> Mention | None:
    """The bare name of an owner ("Temmet's volunteers")."""
    name = without_possessive(text[tokens[i].start : tokens[end - 1].end])
    mention = read_mention(name, tokenize(name))
    return mention._replace(start=tokens[i].start, end=tokens[i].start + len(name)) if mention else None


def _role_start(tokens: Sequence[Token], i: int) -> int:
    """Where the role words before a name at `i` start: "director general", "the broadcaster"; `i` if there are none."""
    if not i:
        return i
    before = tokens[i - 1]
    if not in_phrase(tokens, i - 1) or not (is_title(before) or before.lower in COMPANIES | MEDIA | BODIES):
        return i - 1 if before.lower == "the" else i
    return simple_start(tokens, max(0, i - _REACH), i)


def _apposition_after(text: str, tokens: Sequence[Token], end: int) -> Mention | None:
    """The mention in ", the head of Y," or ", who heads Y," right after a name."""
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    if tokens[end + 1].lower == "who":
        return read_headed(text, tokens[end + 1 :])
    stop = phrase_end(tokens, end + 1, len(tokens))
    if stop < len(tokens) and tokens[stop].text not in {",", ".", ";", ")"} | PREPOSITIONS | {"who"}:
        return None
    mention = read_mention(text, tokens[end + 1 : stop])
    if mention is None or mention.name or mention.kind not in {"person", "organisation"}:
        return None
    return mention


def _apposition_before(text: str, tokens: Sequence[Token], start: int, end: int) -> Mention | None:
    """The mention in "its mayor, NAME" or "a campaign group, NAME", right before a name."""
    begin = phrase_start(tokens, 0, start - 1) if start > 1 and tokens[start - 1].text == "," else None
    if begin is None or (end < len(tokens) and tokens[end].text not in {",", ".", ";", ")", "("}):
        return None
    if not (is_determiner(tokens[begin]) or any(is_possessive(t) for t in tokens[begin : start - 1])):
        return None
    mention = read_mention(text, tokens[begin : start - 1])
    if mention is None or mention.name:
        return None
    bounded = not begin or tokens[begin - 1].text in {",", ";", "—", "–"}
    owned = tokens[begin].lower == "its"
    described = mention.kind == "organisation" and (owned or (bounded and tokens[begin].lower in {"a", "an"}))
    if owned and described and mention.side is None:
        mention = mention._replace(side=_owner_before(text, tokens, begin))
    return mention if mention.kind == "person" or described else None


def _owner_before(text: str, tokens: Sequence[Token], end: int) -> str | None:
    """The body that "its" stands for in "the army's answer, said its media wing": the nearest before it."""
    for k in range(end - 1, -1, -1):
        noun = without_possessive(tokens[k].text)
        if noun.lower() not in BODIES and not is_name_token(tokens[k]):
            continue
        start = simple_start(tokens, max(0, k - _REACH), k + 1)
        phrase = without_possessive(text[tokens[start].start : tokens[k].end])
        mention = read_mention(phrase, tokenize(phrase))
        if mention is not None and mention.kind == "organisation":
            return mention.name or mention.phrase
    return None


def _evidence(tokens: Sequence[Token], i: int, end: int) -> Evidence | None:
    """Judge by the neighbours: ", which" or "announced its" a body, ", who" a person, "in" a place, "the" a thing."""
    before = tokens[i - 1].lower if i else ""
    if before in _LOCATIVES:
        return "place"
    after = [t.lower for t in tokens[end : end + 2]]
    if after == [",", "who"]:
        return "person"
    owns = after[1:] == ["its"] and after[0] != "and" and before not in PREPOSITIONS
    if after == [",", "which"] or owns or _has_officer(tokens, end):
        return "organisation"
    if before == "by" and i > 1 and tokens[i - 2].lower in _RUN:
        return "operator"
    return "thing" if before == "the" else None


def _has_officer(tokens: Sequence[Token], end: int) -> bool:
    """Whether the name that ends at `end` owns what only a body has ("Orle's largest shareholder")."""
    if not is_possessive(tokens[end - 1]):
        return False
    after = [t.lower for t in tokens[end : end + 2]]
    return tuple(after) in _HELD_OFFICES or bool(_HELD & set(after))


def _find_bodies(text: str, tokens: Sequence[Token]) -> list[Sighting]:
    """Bodies in lower case that a definite article makes one: "the electoral commission"."""
    found: list[Sighting] = []
    for i, token in enumerate(tokens):
        goes_on = i + 1 < len(tokens) and in_phrase(tokens, i + 1)
        office = token.text == "executive" and i > 0 and tokens[i - 1].lower == "chief"
        if token.text not in BODIES or goes_on or office:
            continue
        start = simple_start(tokens, max(0, i - _REACH + 1), i + 1)
        name = tokens[start + 1 : i + 1]
        if tokens[start].lower == "the" and len(name) > 1 and all(t.text.islower() for t in name):
            wording = text[name[0].start : token.end]
            mention = Mention(
                tokens[start].start, token.end, wording, wording, kind="organisation", head=token.lower
            )
            found.append(Sighting(mention, None))
    return found
