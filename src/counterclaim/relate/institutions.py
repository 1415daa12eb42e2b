"""One institution under several names: as its country's, by its spokesman, by a short form, by an acronym (room: brains).

A body is read from its wording as what it is (armed forces, a ministry) and whose. What an article leaves out ("the
army") is completed only where the articles name exactly one that it can be; two candidates mean none. The wording of
each speaker stays as it is: the institution stands beside it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from counterclaim.core.records import ArticleDigest, Attribution, Claim
from counterclaim.relate.bodies import KINDS, STATE, Body, bare_word, read_body
from counterclaim.relate.lineage import name_key
from counterclaim.relate.offices import find_offices
from counterclaim.text.facts import is_verb
from counterclaim.text.lexicon import FUNCTION_WORDS
from counterclaim.text.nations import find_nations
from counterclaim.text.tokens import Token, tokenize

_SPOKEN = re.compile(r"\b(?:spokes(?:man|woman|person)|press officer|press secretary)$", re.IGNORECASE)
_WING = re.compile(
    r"\b(?:wing|(?:press|media|information|spokesman’s) (?:office|service|department|arm))$", re.IGNORECASE
)
_OFFICES = {"chief constable": "police"}  # who holds the office speaks for the body
_RANKS = frozenset("superintendent inspector commissioner chief commander commandant sergeant".split())
_SERVICE = re.compile(r"\b(?:service|brigade|department|coastguard)$", re.IGNORECASE)
_PAST = re.compile(r"(?:former|retired|ex|late|suspended|dismissed)\b", re.IGNORECASE)
_QUALIFIERS = 3  # words before a body's noun that say whose it is
_NAME = r"[A-ZÀ-Þ][\w’'-]+"
_EXPANDED = re.compile(rf"({_NAME}(?: (?:of|for|the|and|{_NAME}))+) \(([A-Z]{{2,8}})\)")
_SEATED = re.compile(
    rf"\b({_NAME}) (?:government|authorities|administration|regime) in ({_NAME}(?: {_NAME})?)"
)
_BY_NAME = ""  # the kind of a body that only its name tells


def is_wording_of(wording: str, institution: str) -> bool:
    """Whether two wordings name one body and differ in grammar alone.

    >>> is_wording_of("the Norwegian military", "Norway’s military"), is_wording_of("Oslo", "Norway")
    (True, False)
    """
    one, other = read_body(wording), read_body(institution)
    if one is None or other is None:
        return name_key(wording) == name_key(institution)
    return one == other and not any(naming.part == "seat" for *_, naming in find_nations([wording.lower()]))


def name_institutions(digests: Sequence[ArticleDigest]) -> tuple[ArticleDigest, ...]:
    """The digests with the institution of every speaker that is one or speaks for one, named alike in all of them.

    >>> from counterclaim.core.records import Article, ArticleSummary
    >>> def read(key, text, name):
    ...     said = Claim(id=key, article=key, quote="No", start=0, end=2, text="No.", question="?", answer="no",
    ...                  attribution=(Attribution(name=name),))
    ...     article = Article(id=key, source=key, text=text, sha256="")
    ...     return ArticleDigest(article=article, summary=ArticleSummary(article=key, headline=None), claims=(said,))
    >>> two = read("a", "Chad’s military met. The army said no.", "army"), read("b", "", "Chadian military")
    >>> [d.claims[0].attribution[0].institution for d in name_institutions(two)]
    ['Chadian military', 'Chadian military']
    """
    register = _register(sorted(digests, key=lambda d: d.article.id))
    return tuple(_name_digest(digest, register) for digest in digests)


def forget_institutions(claim: Claim) -> Claim:
    """The claim as its article has it: what its speakers are called in all articles together is another note's matter."""
    chain = tuple(link.model_copy(update={"institution": None}) for link in claim.attribution)
    return claim.model_copy(update={"attribution": chain}) if chain != claim.attribution else claim


def _name_digest(digest: ArticleDigest, register: "_Register") -> ArticleDigest:
    claims = tuple(_name_claim(claim, digest.article.id, register) for claim in digest.claims)
    return digest if claims == digest.claims else digest.model_copy(update={"claims": claims})


def _name_claim(claim: Claim, article: str, register: "_Register") -> Claim:
    chain = tuple(_name_link(link, article, register) for link in claim.attribution)
    return claim if chain == claim.attribution else claim.model_copy(update={"attribution": chain})


def _name_link(link: Attribution, article: str, register: "_Register") -> Attribution:
    body = register.find(link, article)
    name = register.names.get(body) if body else None
    return link if name == link.institution else link.model_copy(update={"institution": name})


class _Texts(NamedTuple):
    """What the articles say of bodies: the qualified ones that each mentions, acronyms written out, other names."""

    told: Mapping[str, Mapping[str, frozenset[frozenset[str]]]]
    expanded: Mapping[str, str]
    alias: Mapping[Body, Body]

    def read(self, wording: str, article: str) -> Body | None:
        """The body that a wording stands for in an article; None where it could be several."""
        full = self.expanded.get(wording, wording)
        named = read_body(full) or Body(_BY_NAME, name_key(full))
        short = named.kind != _BY_NAME and not named.of
        body = self._complete(named, article) if short else named
        return self.alias.get(body, body) if body else None

    def _complete(self, body: Body, article: str) -> Body | None:
        """What "the army" is: the one army that the article names; where it names none, the one that any does."""
        if body.kind not in KINDS.values():
            return None
        near = self.told[article].get(body.kind, frozenset())
        known = near or frozenset(of for told in self.told.values() for of in told.get(body.kind, ()))
        if len(known) > 1:
            return None
        return Body(body.kind, next(iter(known))) if known else body


class _Register(NamedTuple):
    """The institutions of all articles: what each is called, and for which one a person is said to speak."""

    texts: _Texts
    spoken_for: frozenset[Body]
    spokesmen: Mapping[frozenset[str], Body]
    names: Mapping[Body, str]

    def find(self, link: Attribution, article: str) -> Body | None:
        """The institution that a speaker is or speaks for."""
        if link.mode == "narration" or link.desk:
            return None
        wording = find_wording(link)
        body = self.texts.read(wording, article) if wording else None
        if body is None or (body.kind == _BY_NAME and body not in self.spoken_for):
            return self.spokesmen.get(name_key(link.name or ""))
        return body


def _register(digests: Sequence[ArticleDigest]) -> _Register:
    texts = _Texts(
        {d.article.id: _find_told(d.article.text) for d in digests},
        {short: full for d in digests for full, short in _EXPANDED.findall(d.article.text)},
        _find_seats(d.article.text for d in digests),
    )
    links = dict.fromkeys((link, d.article.id) for d in digests for c in d.claims for link in c.attribution)
    read = [
        (link, w, body)
        for link, article in links
        if (w := find_wording(link)) and (body := texts.read(w, article))
    ]
    texts = texts._replace(alias={**texts.alias, **_absorb({body for *_, body in read})})
    read = [(link, w, texts.alias.get(body, body)) for link, w, body in read]
    called: dict[Body, Counter[str]] = defaultdict(Counter)
    persons: dict[frozenset[str], set[Body]] = defaultdict(set)
    for link, wording, body in read:
        called[body][wording] += 1
        if speaks_for_body(link) and link.name and link.name != wording:
            persons[name_key(link.name)].add(body)
    spokesmen = {person: next(iter(bodies)) for person, bodies in persons.items() if len(bodies) == 1}
    heads = {person: texts.alias.get(body, body) for person, body in find_offices(digests).items()}
    spoken_for = frozenset(body for link, _, body in read if speaks_for_body(link))
    return _Register(
        texts, spoken_for, {**heads, **spokesmen}, {body: _call(counts) for body, counts in called.items()}
    )


def speaks_for_body(link: Attribution) -> bool:
    """Whether a speaker is the voice of a body: its spokesman, its press office, its media wing.

    >>> speaks_for_body(Attribution(name="Ana Ruiz", role="chief spokeswoman", side="Norrland"))
    True
    """
    return any(bool(_SPOKEN.search(x) or _WING.search(x)) for x in (link.role, link.name) if x)


def find_wording(link: Attribution) -> str | None:
    """How an attribution words the body that its speaker is or speaks for; None where it words none.

    >>> find_wording(Attribution(name="Ana Ruiz", role="police spokeswoman"))
    'police'
    """
    if link.mode == "narration" or link.desk:
        return None
    if speaks_for_body(link):
        before = (_SPOKEN.sub("", x).strip() for x in (link.role, link.name) if x and _SPOKEN.search(x))
        return link.side or next((x for x in before if read_body(x)), None)
    return _OFFICES.get((link.role or "").lower()) or _find_force(link.role or "") or link.name


def _find_force(role: str) -> str | None:
    """The force whose officer a role is: "police" of a "police superintendent"; none of who has left it."""
    of, _, rank = role.rpartition(" ")
    body = read_body(of) if rank.lower() in _RANKS else None
    return (
        of if body and (body.kind in KINDS.values() or _SERVICE.search(of)) and not _PAST.match(of) else None
    )


def _call(wordings: Counter[str]) -> str:
    """The wording by which most speak of a body; a seat of government or a short form only where there is no other."""

    def rank(wording: str) -> tuple[bool, int, int, str]:
        body, seat = read_body(wording), next(find_nations([wording.lower()]), None)
        plain = bool(body and body.of) and not (seat and seat[2].part == "seat")
        return not plain, -wordings[wording], -len(wording), wording

    return min(wordings, key=rank)


def _absorb(bodies: Iterable[Body]) -> Mapping[Body, Body]:
    """Shorter wordings of a body that only one longer one completes ("Court of Appeal", "Court of Appeal in Orle").

    A name without a noun is the one body of that name: a spokesman of "the Taliban" is the Taliban government's.
    A country's own body is never one of a part of it: "Spanish police" are not "Madrid's Spanish police".
    """
    found = [b for b in bodies if b.kind != _BY_NAME and b.of]
    absorbed: dict[Body, Body] = {}
    for body in found:
        longer = [b for b in found if b.kind == body.kind and body.of < b.of and _only_adds_country(body, b)]
        if len(longer) == 1:
            absorbed[body] = longer[0]
    for name in (b for b in bodies if b.kind == _BY_NAME and b.of):
        same = [b for b in found if b.of == name.of]
        if len(same) == 1:
            absorbed[name] = same[0]
    return {body: absorbed.get(longer, longer) for body, longer in absorbed.items()}


def _only_adds_country(short: Body, long: Body) -> bool:
    added = long.of - short.of
    of_kind = short.kind in KINDS.values()
    return all(_is_country(w) for w in added) or (not of_kind and not all(_is_country(w) for w in short.of))


def _is_country(word: str) -> bool:
    return any(naming.country == word for *_, naming in find_nations(word.split("-")))


def _find_told(text: str) -> Mapping[str, frozenset[frozenset[str]]]:
    """The armies, governments and police that a text names by their country or another name."""
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    tokens = tokenize(text)
    for i, token in enumerate(tokens):
        if bare_word(token) in KINDS or (token.lower == "forces" and i and tokens[i - 1].lower == "armed"):
            start, end = _extent(tokens, i)
            body = read_body(text[tokens[start].start : tokens[end - 1].end])
            named = any(_is_name(tokens, k) for k in (*range(start, i), *range(i + 1, end)))
            if body and body.of and named and body.kind in KINDS.values():
                found[body.kind].add(body.of)
    return {kind: frozenset(bodies) for kind, bodies in found.items()}


def _extent(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """The phrase around a body's noun: the words that qualify it before, a name behind "of" or "in" after."""
    start = i
    while start and i - start < _QUALIFIERS and _qualifies(tokens, start - 1):
        start -= 1
    named = i + 2 < len(tokens) and tokens[i + 1].lower in {"of", "in"} and tokens[i + 2].text[0].isupper()
    return start, i + 3 if named else i + 1


def _qualifies(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    return (
        token.is_word
        and token.lower not in FUNCTION_WORDS
        and (token.text[0].isupper() or not is_verb(tokens, i))
    )


def _is_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital is a name's: it does not open a sentence, or it is a country's."""
    word = bare_word(tokens[i])
    if not tokens[i].text[:1].isupper() or word in FUNCTION_WORDS:
        return False
    opens = not i or tokens[i - 1].text in {".", "!", "?", "”", '"'}
    return not opens or next(find_nations([word]), None) is not None or tokens[i].text.endswith(("’s", "'s"))


def _find_seats(texts: Iterable[str]) -> Mapping[Body, Body]:
    """What texts say of who governs where ("the Taliban government in Kabul"); nothing where they name two."""
    found: dict[str, set[str]] = defaultdict(set)
    for who, where in (pair for text in texts for pair in _SEATED.findall(text)):
        seat = next((n for *_, n in find_nations(where.lower().split()) if n.part == "seat"), None)
        known = who.lower() in FUNCTION_WORDS or next(find_nations([who.lower()]), None) is not None
        if seat is not None and not known:
            found[seat.country].add(who.lower())
    return {
        Body(STATE, frozenset({country})): Body(STATE, frozenset(names))
        for country, names in found.items()
        if len(names) == 1
    }
