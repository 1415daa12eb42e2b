"""Wires: the agency whose report an article prints in words of its own, by its credit (room: brains).

Two papers that credit one agency are one newsroom for what nobody is named for, however they worded it (METER calls this
derived text): "LODD (Reuters) -", "(Reuters)" on a line of its own, "By Ann Lee, Reuters", "Additional reporting by AFP".
"""

import re
from collections.abc import Iterable

from counterclaim.core.records import Article
from counterclaim.relate.lineage import same_bearer
from counterclaim.text.articles.datelines import find_dateline

_AGENCIES = (
    r"AP|AFP|AAP|ANI|ANSA|APA|Anadolu|Associated Press|Bloomberg|dpa|DPA|EFE|IANS|Interfax|Kyodo|NTB|PA Media|PA|PTI|"
    r"Reuters|Ritzau|TASS|TT|UPI|Xinhua|Yonhap"
)
_CREDITED = re.compile(
    rf"(?i:(?:source|credit|reporting by|additional reporting by|with|from|text):? )?\(?(?P<agency>{_AGENCIES})\)?\.?"
    rf"|\((?P<named>[A-Z][\w .&/-]{{1,40}})\)"
)
_BYLINED = re.compile(rf"(?:.*(?:, | and |/|for ))?(?P<agency>{_AGENCIES})")
_ENDS = 2  # paragraphs at either end of a text where a credit stands on a line of its own


def find_wire(article: Article) -> str | None:
    """The agency that an article credits; None where it credits none.

    >>> find_wire(Article(id="a", source="a", outlet="Post", text="LODD (Reuters) - It rained all day.", sha256=""))
    'Reuters'
    """
    dateline = find_dateline(article.text)
    if dateline and dateline.outlet:
        return dateline.outlet
    if bylined := _BYLINED.fullmatch(article.byline or ""):
        return bylined["agency"]
    lines = [line.strip() for line in article.text.split("\n") if line.strip()]
    found = (_CREDITED.fullmatch(line) for line in (*lines[:_ENDS], *lines[-_ENDS:]))
    return next((one["agency"] or one["named"] for one in found if one), None)


def group_wires(articles: Iterable[Article]) -> dict[str, str]:
    """Article id -> the agency whose report it prints, under one name; the agency's own article with it."""
    known = {a.id: a for a in articles}
    wires = {i: wire for i, a in known.items() if (wire := find_wire(a))}
    names = sorted({*wires.values()}, key=lambda name: (-len(name), name))
    grouped: dict[str, str] = {}
    for i, article in sorted(known.items()):
        stated = wires.get(i) or article.outlet
        name = next((n for n in names if stated and same_bearer(n, stated)), None)
        if name:
            grouped[i] = f"wire {name}"
    return grouped
