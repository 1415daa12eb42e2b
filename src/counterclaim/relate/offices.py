"""Whose office a title is: "director general" after the Civil Protection Directorate has spoken is the directorate's (room: brains).

A report names the body first and then brings in its head by the title alone. What joins the two is the word: director
and directorate, inspector and inspectorate, commissioner and commission.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from counterclaim.core.records import ArticleDigest, Attribution
from counterclaim.relate.bodies import Body, read_body
from counterclaim.relate.lineage import name_key

_LEAST_STEM, _LONGEST_ENDING = 6, 4
_RANKS = frozenset("general chief deputy senior acting vice assistant first".split())


def find_offices(digests: Sequence[ArticleDigest]) -> Mapping[frozenset[str], Body]:
    """The body whose office each person holds, by name key; nobody whom the articles give two.

    >>> from counterclaim.core.records import Article
    >>> from counterclaim.text.reader import read_article
    >>> text = "Nine people died, the Civil Protection Directorate said. Two are missing, director general Ana Roy said."
    >>> told = read_article(Article(id="a", source="a.txt", text=text, sha256=""))
    >>> [body.kind for body in find_offices([told]).values()]
    ['directorate']
    """
    held: dict[frozenset[str], set[Body]] = {}
    for digest in digests:
        for person, body in _held_in(digest):
            held.setdefault(person, set()).add(body)
    return {person: next(iter(bodies)) for person, bodies in held.items() if len(bodies) == 1}


def _held_in(digest: ArticleDigest) -> Iterator[tuple[frozenset[str], Body]]:
    """Each person whom an article brings in by a title alone, with the body that spoke just before and has that title."""
    last: Body | None = None
    for claim in sorted(digest.claims, key=lambda c: c.start):
        link = claim.attribution[0] if claim.attribution else None
        if link is None or link.mode == "narration" or not link.name:
            continue
        body = read_body(link.name)
        if body:
            last = body if body.of else None
        elif last and _holds_office(link, last, digest.article.text):
            yield name_key(link.name), last


def _holds_office(link: Attribution, body: Body, text: str) -> bool:
    """Whether a person's title is the body's: it stands right before the name, and nothing says that it is another's."""
    brought_in = bool(link.role) and f"{link.role} {link.name}".casefold() in text.casefold()
    return link.side is None and brought_in and _has_title(body, link.role or "")


def _has_title(body: Body, role: str) -> bool:
    """Whether a title is made of a body's noun, and what else it says is said of the body too."""
    words = frozenset(role.casefold().split()) - _RANKS
    made = {word for word in words if _are_akin(word, body.kind)}
    return bool(made) and words - made <= body.of


def _are_akin(title: str, noun: str) -> bool:
    """Whether the two differ in their endings alone: "director", "directorate"."""
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(title, noun, strict=False)))
    return title != noun and stem >= _LEAST_STEM and max(len(title), len(noun)) - stem <= _LONGEST_ENDING
