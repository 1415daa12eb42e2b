"""The subject of a reporting verb: the noun phrase before it or after it, with its apposition (room: brains)."""

from collections.abc import Sequence

from counterclaim.text.speakers.mentions import Mention, join_apposition, read_headed, read_mention
from counterclaim.text.speakers.nounphrases import (
    ADVERBS,
    PREPOSITIONS,
    QUOTE,
    STOPPERS,
    TIME_WORDS,
    is_adverb,
    is_article,
    is_determiner,
    is_name_token,
    phrase_end,
    phrase_start,
    simple_start,
)
from counterclaim.text.speakers.roles import DOCUMENTS, noun_kind
from counterclaim.text.speech.cues import DOUBTS, find_verb
from counterclaim.text.tokens import Token

_MARKS = frozenset(
    {
        ",",
        ";",
        ":",
        "—",
        "–",
        "-",
        "(",
        ")",
        "[",
        "]",
        ".",
        "!",
        "?",
        "…",
        QUOTE,
        "“",
        '"',
        "‘",
        "'",
        "«",
        "*",
        "•",
    }
)
_JOINTS = frozenset(
    "and but or that which because while whilst when as if although though whereas where so since after before until than yet for".split()
)
_WHEN = frozenset("for after before since until".split())
_QUALIFIERS = frozenset("known called named close familiar near loyal opposed led run held".split())
_HANDED = frozenset("seen obtained reviewed published released issued read shared dated sent posted".split())
_FAR = 60  # tokens: no subject is longer, and hostile text costs no square
_REACH = 4  # appositions and asides between a name and its verb


def subject_before(text: str, tokens: Sequence[Token], verb: int) -> tuple[Mention | None, int]:
    """The speaker named right before the token `verb`, and the token where its clause starts.

    >>> from counterclaim.text.tokens import tokenize
    >>> news = "On Monday its mayor, Hadric Suul, said so."
    >>> mention, start = subject_before(news, tokenize(news), 8)
    >>> mention.name, mention.role, start
    ('Hadric Suul', 'mayor', 2)
    """
    verb = _skip_time_before(tokens, verb)
    if verb and tokens[verb - 1].text == ",":
        return _with_partner(text, tokens, _with_asides(text, tokens, verb - 1))
    mention, start = _plain(text, tokens, verb)
    if mention is None:
        return _long(text, tokens, verb, anyone=tokens[verb].lower in {"said", "told"})
    begin = _list_start(tokens, start)
    if begin == start:
        return mention, start
    name = text[tokens[begin + is_article(tokens[begin])].start : mention.end]
    return Mention(tokens[begin].start, mention.end, name, name, kind="group", plural=True), begin


def _long(text: str, tokens: Sequence[Token], verb: int, *, anyone: bool) -> tuple[Mention | None, int]:
    """A phrase with a clause of its own before the verb: "Two officials who asked not to be named said".

    `anyone`: other words show that somebody is meant ("a bartender at the Lantern, who", "a bartender at the Lantern told").
    """
    low = _left_mark(tokens, verb)
    aside = low > 0 and tokens[low - 1].text == ","
    stop = phrase_end(tokens, low, verb)
    while stop > low + 1 and noun_kind(tokens[stop - 1].lower) is None and _qualifies(tokens[stop - 1].lower):
        stop -= 1
    if stop == low or stop >= verb:
        return None, verb
    mention = read_mention(text, tokens[low:stop])
    if mention is None or mention.pronoun:
        return None, verb
    if mention.kind is None and not (mention.determined and anyone):
        return None, verb
    opens = tokens[stop].lower in {"who", "that", "which"} | _QUALIFIERS
    if aside and not (opens and mention.kind in {"person", "group"}):
        return None, verb
    if not opens and (tokens[stop].lower in STOPPERS or any(t.lower in STOPPERS for t in tokens[stop:verb])):
        return None, verb
    opens = opens or tokens[stop].lower in PREPOSITIONS or _goes_with_noun(tokens[stop])
    opens = opens or (mention.kind == "document" and tokens[stop].is_word)
    return (mention, low) if opens else (None, verb)


def _skip_time_before(tokens: Sequence[Token], verb: int) -> int:
    """Match "The ministry on Sunday said": step back over the day."""
    if verb > 2 and tokens[verb - 1].lower in TIME_WORDS and tokens[verb - 2].lower == "on":  # noqa: PLR2004
        return verb - 2
    if verb > 2 and tokens[verb - 1].text == ")" and tokens[max(0, verb - 3)].text == "(":  # noqa: PLR2004 ("(WHO)")
        return verb - 3
    return verb


def whom_relative(text: str, tokens: Sequence[Token], stop: int) -> Mention | None:
    """The person right before ", who", also where a preposition governs him ("too rosy for Ann Lee, who sticks to")."""
    mention, _ = subject_before(text, tokens, stop)
    if mention is not None:
        return mention
    named = read_mention(text, tokens[simple_start(tokens, _left_mark(tokens, stop), stop) : stop])
    return named if named is not None and named.name and named.kind == "person" else None


def _plain(text: str, tokens: Sequence[Token], stop: int) -> tuple[Mention | None, int]:
    """The mention that ends right before `stop`, when something bounds it on the left."""
    low = _left_mark(tokens, stop)
    start = phrase_start(tokens, low, stop)
    if start is None or (start and tokens[start - 1].lower in PREPOSITIONS - _JOINTS):
        return None, stop
    mention = read_mention(text, tokens[start:stop]) or _name_in_s(tokens, start, stop)
    if mention is None or not _is_bounded(tokens, low, start):
        return None, stop
    return _listed(text, tokens, mention, start)


def _name_in_s(tokens: Sequence[Token], start: int, stop: int) -> Mention | None:
    """A firm whose name ends like a possessive ("McDonald's said"), before a verb that cannot be a noun."""
    last = tokens[stop - 1]
    known = find_verb(tokens[stop].lower) if stop < len(tokens) else None
    if start != stop - 1 or not is_name_token(last) or known is None or known[1] != "past":
        return None
    return Mention(last.start, last.end, last.text, last.text, kind="organisation", head=last.lower)


def _listed(text: str, tokens: Sequence[Token], mention: Mention, start: int) -> tuple[Mention, int]:
    """Match "Khalil, Diaz and Moss said": the names before the comma belong to the list."""
    begin = start
    while mention.plural and mention.name and begin > 1 and tokens[begin - 1].text == ",":
        low = _left_mark(tokens, begin - 1)
        further = phrase_start(tokens, low, begin - 1)
        one = read_mention(text, tokens[further : begin - 1]) if further == low else None
        if one is None or one.name is None:
            break
        begin = low
    if begin == start:
        return mention, start
    name = text[tokens[begin].start : mention.end]
    return Mention(tokens[begin].start, mention.end, name, name, kind="group", plural=True), begin


def _list_start(tokens: Sequence[Token], start: int) -> int:
    """Match "The army, Norway, and the navy said": a list that fills the clause before the last one who speaks."""
    if start < 4 or (tokens[start - 2].text, tokens[start - 1].lower) != (",", "and"):  # noqa: PLR2004
        return start
    low = start - 2
    while low and start - low < _FAR and (tokens[low - 1].text == "," or tokens[low - 1].text not in _MARKS):
        low -= 1
    i = low
    while i < start - 2:
        end = phrase_end(tokens, i, start - 2)
        if end == i or tokens[end].text != ",":
            return start
        i = end + 1
    return low


def _qualifies(word: str) -> bool:
    return word in _QUALIFIERS or word.endswith(("ed", "ing"))


def _left_mark(tokens: Sequence[Token], stop: int) -> int:
    low = stop
    while low and stop - low < _FAR and tokens[low - 1].text not in _MARKS:
        low -= 1
    return low


def _is_bounded(tokens: Sequence[Token], low: int, start: int) -> bool:
    """Whether a clause can start here: at a mark, after a conjunction, or after an adverbial that opens the clause."""
    before = tokens[start - 1].lower if start else ""
    if start == low or before in _JOINTS | DOUBTS | {"whose"} or find_verb(before) is not None:
        return True
    joint = next((k for k in range(start - 1, low - 1, -1) if _joins(tokens, k, low)), low - 1)
    first = tokens[joint + 1].lower
    opens = first in PREPOSITIONS | ADVERBS | TIME_WORDS | {
        "last",
        "next",
        "early",
        "late",
    } or first.endswith("ing")
    opens = opens or is_adverb(tokens[joint + 1])
    return opens and not any(t.lower in STOPPERS - {"and"} for t in tokens[joint + 1 : start])


def _joins(tokens: Sequence[Token], k: int, low: int) -> bool:
    """Whether the word at `k` joins clauses; where it opens one it only tells when ("For five days the police said")."""
    return tokens[k].lower in _JOINTS and not (k == low and tokens[k].lower in _WHEN)


def _with_asides(text: str, tokens: Sequence[Token], comma: int) -> tuple[Mention | None, int]:
    """The mention before one or more asides between commas: an apposition, a relative clause, an age, an adverbial."""
    roles: list[Mention] = []
    for _ in range(_REACH):
        opening = _comma_before(tokens, comma)
        if opening is None:
            return None, comma
        aside = tokens[opening + 1 : comma]
        kind = _aside_role(text, aside)
        if kind is False:
            return None, comma
        if isinstance(kind, Mention):
            roles.append(kind)
        base, start = _plain(text, tokens, opening)
        if base is None:
            base, start = _long(text, tokens, opening, anyone=aside[0].lower == "who")
        if base is not None and not any(r.name for r in roles):
            base, start = _named_before(text, tokens, base, start)
        if base is not None:
            return _join_all(base, roles, start)
        if roles and roles[-1].name:
            return None, comma
        comma = opening
    return None, comma


def _named_before(
    text: str, tokens: Sequence[Token], base: Mention, start: int
) -> tuple[Mention | None, int]:
    """Match "Ida Holm, a nurse, 42, said": the phrase before the aside may itself stand in apposition to a name."""
    if base.name or not start or tokens[start - 1].text != ",":
        return base, start
    named, begin = _plain(text, tokens, start - 1)
    joined = join_apposition(named, base) if named is not None and named.name else None
    return (joined, begin) if joined is not None else (base, start)


def _join_all(base: Mention, asides: Sequence[Mention], start: int) -> tuple[Mention | None, int]:
    whole: Mention = base
    for aside in asides:
        joined = join_apposition(whole, aside)
        if joined is None:
            return None, start
        whole = joined
    return whole, start


def _with_partner(
    text: str, tokens: Sequence[Token], found: tuple[Mention | None, int]
) -> tuple[Mention | None, int]:
    """Match "the chairman, Bob Tate, and the coach, Rui Teles, said": both of them speak."""
    whole, start = found
    if whole is None or start < 3 or (tokens[start - 2].text, tokens[start - 1].lower) != (",", "and"):  # noqa: PLR2004
        return found
    other, begin = _with_asides(text, tokens, start - 2)
    if other is None or not (other.name and whole.name):
        return found
    name = f"{other.name} and {whole.name}"
    return Mention(other.start, whole.end, name, name, kind="group", plural=True), begin


def _comma_before(tokens: Sequence[Token], comma: int) -> int | None:
    for k in range(comma - 1, max(-1, comma - 25), -1):
        if tokens[k].text == ",":
            return k
        if tokens[k].text in _MARKS - {"-", "(", ")"}:
            return None
    return None


def _aside_role(text: str, aside: Sequence[Token]) -> Mention | bool | None:
    """The apposition that an aside is; None for an aside without a role; False where it is no aside at all."""
    if not aside:
        return False
    first = aside[0].lower
    if first in {"who", "which", "whose", "whom"}:
        return read_headed(text, aside)
    second = aside[1].lower if len(aside) > 1 else ""
    handed = first in _HANDED and second in {"by", "on", "in", "to"}
    if handed or (first, second) == ("one", "of") or (len(aside) == 1 and aside[0].text.isdigit()):
        return None
    name = aside[0].text[:1].isupper()  # "the minister for transport, Per Lund, said"
    if not name and (first in PREPOSITIONS | ADVERBS | TIME_WORDS or first.endswith("ing")):
        return None
    end = phrase_end(aside, 0, len(aside))
    if end == len(aside) or (end and _goes_with_noun(aside[end])):
        return read_mention(text, aside[:end]) or False
    return False


def _goes_with_noun(token: Token) -> bool:
    """Whether a word opens what tells more of the noun before it: "a firm in Lodd", "based in Lodd", "running the dam"."""
    low = token.lower
    if low in PREPOSITIONS | _QUALIFIERS | {"who", "whose", "that", "which"}:
        return True
    return low.endswith(("ed", "ing")) and find_verb(low) is None


def subject_after(text: str, tokens: Sequence[Token], i: int) -> tuple[Mention, int] | None:
    """The speaker named from token `i` on ("said X, the head of Y,"), and the token after it.

    >>> from counterclaim.text.tokens import tokenize
    >>> news = "said its director, Nadeer Folk."
    >>> mention, end = subject_after(news, tokenize(news), 1)
    >>> mention.name, mention.role, end
    ('Nadeer Folk', 'director', 6)
    """
    stop = phrase_end(tokens, i, len(tokens))
    if stop == i:
        return None
    document = _authored(text, tokens, i, stop)
    if document is not None:
        return document
    mention = read_mention(text, tokens[i:stop])
    if mention is None:
        return None
    return _with_second(text, tokens, mention, stop) or _with_apposition_after(text, tokens, mention, stop)


def _with_second(
    text: str, tokens: Sequence[Token], mention: Mention, stop: int
) -> tuple[Mention, int] | None:
    """Match "said Javid Marwat and Tahir Ayub.": two who speak."""
    if stop >= len(tokens) or tokens[stop].lower != "and":
        return None
    end = phrase_end(tokens, stop + 1, len(tokens))
    other = read_mention(text, tokens[stop + 1 : end])
    closed = end >= len(tokens) or tokens[end].text in _MARKS
    if other is None or not closed or not (mention.name and other.name):
        return None
    phrase = text[mention.start : other.end]
    return Mention(mention.start, other.end, phrase, phrase, kind="group", plural=True), end


def _authored(text: str, tokens: Sequence[Token], i: int, stop: int) -> tuple[Mention, int] | None:
    """A document and whose it is: "a report by X", "figures released on Friday by X"."""
    noun = next((k for k in range(i, min(stop, i + 5)) if tokens[k].lower in DOCUMENTS), None)
    if noun is None or any(t.lower in {"from", "of"} for t in tokens[noun:stop]):
        return None
    by = next((k for k in range(noun + 1, min(noun + 9, len(tokens))) if tokens[k].lower == "by"), None)
    if by is None or any(t.text in _MARKS or t.lower in STOPPERS for t in tokens[noun:by]):
        return None
    end = phrase_end(tokens, by + 1, len(tokens))
    author = read_mention(text, tokens[by + 1 : end])
    document = read_mention(text, tokens[i : noun + 1])
    if author is None or document is None:
        return None
    return document._replace(side=author.name or author.phrase, kind="document"), end


def _with_apposition_after(
    text: str, tokens: Sequence[Token], mention: Mention, stop: int
) -> tuple[Mention, int]:
    if stop + 1 >= len(tokens) or tokens[stop].text != "," or mention.pronoun:
        return mention, stop
    at = stop + 1
    if tokens[at].text.isdigit() and at + 1 < len(tokens) and tokens[at + 1].text in {",", "."}:
        return mention, at + 1
    end = phrase_end(tokens, at, len(tokens))
    if end == at or not (
        is_determiner(tokens[at]) or mention.name is None or _starts_role(text, tokens, at, end)
    ):
        return mention, stop
    while end < len(tokens) and tokens[end].lower in {"in", "on", "at", "for", "of", "from", "with"}:
        further = phrase_end(tokens, end + 1, len(tokens))
        if further == end + 1:
            break
        end = further
    if end < len(tokens) and tokens[end].text not in _MARKS and tokens[end].lower != "who":
        return mention, stop
    other = read_mention(text, tokens[at : phrase_end(tokens, at, len(tokens))])
    last = end + 1 >= len(tokens) and mention.kind == "person"
    if other is not None and other.kind is None and last and other.name is None:
        other = other._replace(role=other.phrase)
    joined = join_apposition(mention, other) if other is not None and (other.kind or other.role) else None
    return (joined, end) if joined is not None else (mention, stop)


def _starts_role(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    other = read_mention(text, tokens[at:end])
    return other is not None and other.role is not None and other.name is None
