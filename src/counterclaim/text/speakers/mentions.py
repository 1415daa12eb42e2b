"""Reading a noun phrase that can speak: its name, role, side and kind (room: brains)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from counterclaim.text.speakers.nounphrases import (
    ATTACHING,
    PARTICLES,
    PRONOUNS,
    STANDING,
    is_acronym,
    is_body,
    is_determiner,
    is_inner_and,
    is_name_token,
    is_possessive,
    is_title,
    phrase_end,
    without_possessive,
)
from counterclaim.text.speakers.roles import (
    BODIES,
    COMPANIES,
    DOCUMENTS,
    FAMILY_NAMES,
    GROUPS,
    INDUSTRIES,
    MEDIA,
    PORTFOLIOS,
    STATES,
    TITLES,
    Gender,
    NounKind,
    gender_of,
    gender_of_name,
    is_role,
    noun_kind,
)
from counterclaim.text.tokens import Token

Kind = Literal["person", "organisation", "group", "document"]

_KINDS: dict[NounKind | None, Kind | None] = {
    None: None,
    "person": "person",
    "group": "group",
    "document": "document",
    "organisation": "organisation",
    "media": "organisation",
    "state": "organisation",
}
_ARTICLES = frozenset("the a an its his her their".split())
_DEFINITE = frozenset("the this that its his her their".split())
_PLURAL = frozenset(
    "these those several many most all both some two three four five six seven eight nine ten eleven twelve".split()
)
_EMPTY = frozenset("no each every either neither any nothing nobody none him them me us".split())
_NOWHERE = frozenset("country nation world city town area".split())
_HEADS = frozenset(
    "heads leads chairs runs commands manages directs headed led chaired ran founded owns coaches speaks".split()
)
_OFFICES = {
    "chairs": "chair",
    "chaired": "chair",
    "owns": "owner",
    "founded": "founder",
    "coaches": "coach",
    "speaks": "spokesperson",
}


class Mention(NamedTuple):
    """A noun phrase that can speak. `phrase` is its wording without the article; `name` the proper name in it.

    `head` is the lower-case noun that a role or body is known by; `side` whom it stands for, as worded; `definite`
    and `determined` whether "the" or any article opens it; `media` whether it is an outlet.
    """

    start: int
    end: int
    phrase: str
    name: str | None = None
    role: str | None = None
    side: str | None = None
    kind: Kind | None = None
    gender: Gender | None = None
    head: str | None = None
    pronoun: str | None = None
    definite: bool = False
    plural: bool = False
    media: bool = False
    determined: bool = False


def read_mention(text: str, tokens: Sequence[Token]) -> Mention | None:
    """Read one noun phrase without commas: its name, role, side and kind. None if it has no head.

    >>> from counterclaim.text.tokens import tokenize
    >>> news = "the union’s economist Leif Ondracek"
    >>> m = read_mention(news, tokenize(news))
    >>> m.name, m.role, m.side
    ('Leif Ondracek', 'economist', 'union')
    """
    if not tokens or tokens[0].lower in _EMPTY:
        return None
    first, start, end = tokens[0], tokens[0].start, tokens[-1].end
    if len(tokens) == 1 and first.lower in PRONOUNS and not is_acronym(first) and first.lower != "one":
        return Mention(start, end, first.text, pronoun=first.lower, gender=gender_of(first.lower))
    words = list(tokens)
    while len(words) > 1 and is_determiner(words[0]) and words[1].lower != "of":
        words = words[1:]
    if is_determiner(words[0]) and len(words) == 1:
        standing = words[0].lower in STANDING
        return (
            Mention(start, end, words[0].text, kind="group", plural=True, head=words[0].lower)
            if standing
            else None
        )
    bare = Mention(
        start,
        end,
        _wording(text, words),
        definite=first.lower in _DEFINITE,
        plural=first.lower in _PLURAL,
        determined=is_determiner(first),
    )
    return _read_whole(text, words, bare)


def _read_whole(text: str, words: list[Token], bare: Mention) -> Mention | None:
    split = next((i for i, t in enumerate(words) if i and t.lower in ATTACHING), len(words))
    joint = next((i for i in range(1, split) if words[i].lower == "and" and not is_inner_and(words, i)), None)
    if joint is not None:
        return _read_joint(text, words, joint, bare)
    before, after = words[:split], words[split + 1 :]
    if split < len(words) and words[split].lower not in {"of", "for"} and before[-1].text in BODIES:
        return _read_parts(text, before, [], bare._replace(phrase=_wording(text, before)))
    if split < len(words) and words[split].lower == "of" and _is_duty(after) and is_title(before[-1]):
        office = _read_parts(text, before, [], bare)
        return office and office._replace(role=f"{office.role} of {_wording(text, after)}")
    return _read_parts(text, before, after, bare)


def _read_joint(text: str, words: Sequence[Token], at: int, bare: Mention) -> Mention | None:
    """Two speakers in one phrase: one joint mention, named as worded."""
    one, other = read_mention(text, words[:at]), read_mention(text, words[at + 1 :])
    if one is None or other is None:
        return other
    name = bare.phrase if one.name or other.name else None
    side = one.side if one.side == other.side else None
    known = one.kind is not None or other.kind is not None
    return bare._replace(name=name, kind="group" if known else None, side=side, head=other.head, plural=True)


def _wording(text: str, words: Sequence[Token]) -> str:
    return text[words[0].start : words[-1].end].rstrip("'’") if words else ""


def _side(text: str, words: Sequence[Token]) -> str | None:
    """Whom a role stands for, from the words after "of" or before "'s", without article and ending."""
    kept = list(words)
    while kept and kept[0].lower in _ARTICLES:
        kept = kept[1:]
    phrase = without_possessive(_wording(text, kept))
    return phrase if phrase and phrase.lower() not in _NOWHERE else None


def _read_parts(text: str, before: list[Token], after: list[Token], bare: Mention) -> Mention | None:
    """Read the words before a preposition, with an owner in front ("the union's"), and those after it."""
    owner_at = next((i for i in range(len(before) - 1, -1, -1) if is_possessive(before[i])), -1)
    if owner_at == len(before) - 1:
        return None
    owner, rest = before[: owner_at + 1], before[owner_at + 1 :]
    if owner and _is_plural_name(owner[-1], rest[0]):
        owner, rest = [], before
    if owner and rest[0].lower == "own":
        rest = rest[1:]
    name_at = _name_start(rest)
    roles, name = rest[:name_at], rest[name_at:]
    common = len(rest) == 1 and len(name) == 1 and not is_acronym(name[0]) and _is_common(name[0].lower)
    if not name or (common and not _names_body(name[0], after)):
        return _read_unnamed(text, owner, rest, after, bare)
    if _is_body_name(name, roles):
        return _read_body(text, owner, name, after, bare._replace(role=_plain_role(text, roles)))
    role = _wording(text, roles) or None
    return bare._replace(
        name=_wording(text, name),
        role=role,
        side=_side(text, after) or _side(text, owner) or _modifier(text, roles),
        kind="person",
        head=_head(roles),
        gender=gender_of(role or ""),
    )


def _is_plural_name(owner: Token, first: Token) -> bool:
    """Whether a plural's apostrophe is inside a name: "Farmers' Union", not "the Philippines' President"."""
    plural = (
        owner.lower.endswith("s'") and is_name_token(owner) and without_possessive(owner.lower) not in STATES
    )
    return plural and is_name_token(first) and not is_title(first)


def _plain_role(text: str, roles: Sequence[Token]) -> str | None:
    """The words before a body's name, without "Paris-based"."""
    return _wording(text, [t for t in roles if not t.lower.endswith("-based")]) or None


def _name_start(rest: Sequence[Token]) -> int:
    """Where the proper name at the end of a phrase starts; its length if it has none."""
    i = len(rest)
    while i and (
        is_name_token(rest[i - 1])
        or rest[i - 1].lower in PARTICLES | {"&", "and"}
        or rest[i - 1].text.isdigit()
    ):
        i -= 1
    while i < len(rest) and not is_name_token(rest[i]):
        i += 1
    if not rest or is_body(rest[-1].lower):
        return i
    end = len(rest) - _is_family_name(rest, i)
    last_role = max((k for k in range(i, end) if is_title(rest[k])), default=-1)
    return max(i, last_role + 1)


def _is_family_name(rest: Sequence[Token], start: int) -> bool:
    """Whether a capitalised trade at the end of a phrase is a surname ("Ann Baker"), not an office ("Chief Judge")."""
    if len(rest) - start < 2 or rest[-1].lower not in FAMILY_NAMES:  # noqa: PLR2004 (a given name and it)
        return False
    before = rest[-2]
    return is_name_token(before) and not is_title(before) and before.lower not in PORTFOLIOS | STATES


def _is_common(word: str) -> bool:
    """Whether a capitalised word alone is a common noun at the start of a sentence: "Police", "Figures"."""
    return word in GROUPS | DOCUMENTS | BODIES | COMPANIES


def _names_body(token: Token, after: Sequence[Token]) -> bool:
    """Whether a capitalised body's noun starts a name: "League of Regional Observers", not "Residents of Orle"."""
    return token.lower in BODIES and token.lower not in GROUPS and _goes_on_in_capitals(after)


def _goes_on_in_capitals(after: Sequence[Token]) -> bool:
    return bool(after) and is_name_token(after[1] if len(after) > 1 and after[0].lower == "the" else after[0])


def _is_body_name(name: Sequence[Token], roles: Sequence[Token]) -> bool:
    last, first = name[-1].lower, name[0].lower
    if is_body(last) or last in GROUPS or (len(name) > 1 and first in MEDIA | BODIES):
        return True
    if len(name) == 1 and is_acronym(name[0]):
        return True
    if len(name) > 1 and last in INDUSTRIES and gender_of_name(" ".join(t.text for t in name)) is None:
        return True
    return bool(roles) and roles[-1].lower in COMPANIES | MEDIA | BODIES and not is_role(roles[-1].lower)


def _read_body(
    text: str, owner: list[Token], name: list[Token], after: list[Token], bare: Mention
) -> Mention:
    """A body by name: "Ministry of Defence" is one name, and so is "Bank of the South"."""
    spelled = _wording(text, name)
    if _goes_on_in_capitals(after):
        spelled = text[name[0].start : after[-1].end]
    last = name[-1].lower
    described = bare.role.split()[-1].lower() if bare.role else ""
    media = bool({last, name[0].lower, described} & MEDIA)
    kind: Kind = "organisation"
    if last in GROUPS or (last in DOCUMENTS and last not in BODIES):
        kind = "document" if last not in GROUPS else "organisation" if last == "staff" else "group"
    return bare._replace(name=spelled, side=_side(text, owner), kind=kind, head=last, media=media)


def _read_unnamed(
    text: str, owner: list[Token], rest: list[Token], after: list[Token], bare: Mention
) -> Mention | None:
    """A role, group, body or document without a name: "its mayor", "a spokesman for the army"."""
    head = _head(rest)
    if head is None:
        return None
    known = noun_kind(head)
    role = _wording(text, rest) if known == "person" else None
    side = _side(text, after) or _side(text, owner)
    if known not in {"organisation", "document"}:
        side = side or _modifier(text, rest)
    return bare._replace(
        role=role,
        side=side,
        kind=_KINDS[known],
        head=head,
        plural=bare.plural or known == "group",
        media=known == "media",
        gender=gender_of(role or ""),
    )


def _is_duty(after: Sequence[Token]) -> bool:
    """Whether "of ..." is part of the office, not whom it stands for: "chief of staff", "head of communications"."""
    plain = all(t.text.islower() and t.is_word and not is_determiner(t) for t in after)
    return 0 < len(after) < 3 and plain  # noqa: PLR2004 (a word or two)


def _head(words: Sequence[Token]) -> str | None:
    return words[-1].lower if words and words[-1].is_word else None


def _modifier(text: str, roles: Sequence[Token]) -> str | None:
    """The body or state that stands before a role noun: "Reform leader", "army spokesman", "Pakistani officials"."""
    kept: list[Token] = []
    for before, token in zip([None, *roles], roles[:-1], strict=False):
        portfolio = token.lower.rstrip(".") in PORTFOLIOS | TITLES
        if (is_name_token(token) or is_body(token.lower)) and not portfolio:
            duty = before is not None and before.lower in PORTFOLIOS and is_body(token.lower)
            kept += [before, token] if duty and before is not None and not kept else [token]
        elif kept:
            break
    return _wording(text, kept) or None


def join_apposition(first: Mention, second: Mention) -> Mention | None:
    """One mention of two that stand in apposition ("its mayor" + "Hadric Suul"); None if they cannot.

    >>> a = Mention(0, 9, "mayor", role="mayor", kind="person", head="mayor")
    >>> join_apposition(a, Mention(11, 22, "Hadric Suul", name="Hadric Suul", kind="person")).role
    'mayor'
    """
    if first.pronoun or second.pronoun or (first.name and second.name and not second.role):
        return None
    named, other = (first, second) if first.name else (second, first)
    if named.name is None or (other.name and other.kind == "person"):
        return None
    if other.kind == "document" or (other.plural and not named.plural):
        return None
    body = named.kind == "organisation" or other.kind == "organisation"
    return named._replace(
        start=min(first.start, second.start),
        end=max(first.end, second.end),
        role=other.role or (other.phrase if body else None) or named.role,
        side=named.side or other.side if body else other.side or named.side,
        gender=other.gender or named.gender,
        head=other.head or named.head,
        kind="organisation" if body else named.kind,
        media=named.media or other.media,
    )


def read_headed(text: str, tokens: Sequence[Token]) -> Mention | None:
    """The role and side in "who chairs the electoral commission" (tokens from "who" on); None if it states none.

    >>> from counterclaim.text.tokens import tokenize
    >>> news = "who leads the Coast Party"
    >>> m = read_headed(news, tokenize(news))
    >>> m.role, m.side
    ('head', 'Coast Party')
    """
    if len(tokens) < 3 or tokens[1].lower not in _HEADS:  # noqa: PLR2004 (a pronoun, a verb and its object)
        return None
    if tokens[0].lower == "which" and tokens[1].lower not in _OFFICES:
        return None  # a firm that runs a dam is no head of it
    first = 2 + (tokens[2].lower == "for")  # "who speaks for"
    side = _side(text, tokens[first : phrase_end(tokens, first, len(tokens))])
    role, at = _OFFICES.get(tokens[1].lower, "head"), tokens[0].start
    kind: Kind = "organisation" if tokens[0].lower == "which" else "person"
    return Mention(at, at, role, role=role, side=side, kind=kind, head=role) if side else None
