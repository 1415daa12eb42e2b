"""Speakers by the user's own table: one name for all that articles use, and the side that the user gives (room: brains).

A name is matched whole ("army" is not "Afghan army"), titles and articles aside. What the article has is kept beside
what the table says, so that another table, or none, can take its place.
"""

from collections.abc import Mapping
from typing import NamedTuple

from counterclaim.core.desk import Desk, Party
from counterclaim.core.records import ArticleDigest, Attribution, Claim
from counterclaim.relate.lineage import name_key


class _Table(NamedTuple):
    """The parties by every name of theirs, and the sides by their names."""

    by_name: Mapping[frozenset[str], Party]
    sides: Mapping[frozenset[str], str]

    @classmethod
    def of(cls, desk: Desk | None) -> "_Table":
        parties = desk.parties if desk else ()
        return cls(
            {name_key(name): party for party in parties for name in (*party.aliases, party.name)},
            {name_key(party.side): party.side for party in parties if party.side},
        )

    def find(self, name: str | None) -> Party | None:
        return self.by_name.get(name_key(name)) if name else None

    def side_of(self, stated: str | None) -> str | None:
        """The side that a stated one is, or is a party of."""
        party = self.find(stated)
        return (party.side if party else None) or (self.sides.get(name_key(stated)) if stated else None)


def name_parties(digest: ArticleDigest, desk: Desk | None) -> ArticleDigest:
    """The digest with its speakers named and sided as the table says; without one, as the article does.

    >>> from counterclaim.core.records import Article, ArticleSummary
    >>> said = Claim(id="c", article="a", quote="No", start=0, end=2, text="No.", question="?", answer="no",
    ...              attribution=(Attribution(name="the army"),))
    >>> read = ArticleDigest(article=Article(id="a", source="a", text="No", sha256=""),
    ...                      summary=ArticleSummary(article="a", headline=None), claims=(said,))
    >>> table = Desk(parties=(Party(name="Norrland", aliases=("army",), side="North"),))
    >>> link = name_parties(read, table).claims[0].attribution[0]
    >>> link.name, link.worded, link.side
    ('Norrland', 'the army', 'North')
    """
    table = _Table.of(desk)
    claims = tuple(_name_claim(claim, table) for claim in digest.claims)
    return digest if claims == digest.claims else digest.model_copy(update={"claims": claims})


def _name_claim(claim: Claim, table: _Table) -> Claim:
    chain = tuple(_name_link(as_worded(link), table) for link in claim.attribution)
    return claim if chain == claim.attribution else claim.model_copy(update={"attribution": chain})


def _name_link(link: Attribution, table: _Table) -> Attribution:
    if link.mode == "narration":
        return link
    party = table.find(link.name or link.role)
    side = party.side if party else None
    side = side or table.side_of(link.side)
    changed: dict[str, object] = {}
    if party and party.name != link.name:
        changed |= {"name": party.name, "worded": link.name or link.role}
    if side:
        changed |= {"side": side, "worded_side": link.side}
    fields = tuple(field for field in ("name", "side") if field in changed)
    return link.model_copy(update=changed | {"desk": fields}) if fields else link


def as_worded(link: Attribution) -> Attribution:
    """The link as the article has it, whatever table was applied to it."""
    if not link.desk:
        return link
    given: dict[str, object] = {"desk": (), "worded": None, "worded_side": None}
    if link.worded is not None:
        given["name"] = None if link.worded == link.role else link.worded
    if "side" in link.desk:
        given["side"] = link.worded_side
    return link.model_copy(update=given)
