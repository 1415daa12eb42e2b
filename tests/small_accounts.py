"""Short accounts for the tests of the brains: an article of a sentence or two, its claims and their slots."""

from hashlib import sha256
from typing import Literal

from counterclaim.core.records import Article, Attribution, Claim, Quantity, Relation
from counterclaim.relate.slots import Slots, find_slots
from counterclaim.text.quantities import find_quantities
from counterclaim.text.reader import read_article

SUNDAY, MONDAY, TUESDAY, WEDNESDAY = (f"2025-03-0{day}T18:00:00+00:00" for day in (2, 3, 4, 5))


def article(
    text: str,
    *,
    outlet: str | None = "Morning Paper",
    published: str | None = TUESDAY,
    title: str | None = None,
    language: str | None = "en",
) -> Article:
    digest = sha256(f"{outlet}{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return Article.model_validate(
        {
            "id": f"a-{digest[:10]}",
            "source": f"{digest[:6]}.txt",
            "outlet": outlet,
            "title": title,
            "published": published,
            "language": language,
            "text": text,
            "sha256": digest,
        }
    )


def claims(
    text: str, *, outlet: str | None = "Morning Paper", published: str | None = TUESDAY
) -> list[Claim]:
    return list(read_article(article(text, outlet=outlet, published=published)).claims)


def slots(text: str, *, outlet: str | None = "Morning Paper", published: str | None = TUESDAY) -> list[Slots]:
    told = article(text, outlet=outlet, published=published)
    return [find_slots(c, told) for c in read_article(told).claims]


def slot(text: str, *, outlet: str | None = "Morning Paper", published: str | None = TUESDAY) -> Slots:
    """The slots of the only claim that the text makes."""
    (one,) = slots(text, outlet=outlet, published=published)
    return one


def figure(text: str) -> Quantity:
    """The first figure of the text."""
    return find_quantities(text)[0]


def claim(
    text: str,
    *,
    of: str = "a-1",
    name: str = "c-1",
    chain: tuple[Attribution, ...] = (),
    quantities: tuple[Quantity, ...] = (),
) -> Claim:
    """A claim that quotes the whole of `text`, by hand."""
    return Claim(
        id=name,
        article=of,
        quote=text,
        start=0,
        end=len(text),
        text=text,
        question=f"Whether {text}",
        answer="yes",
        attribution=chain,
        quantities=quantities,
    )


def said_by(
    name: str | None, *, side: str | None = None, mode: Literal["direct", "indirect"] = "indirect"
) -> Attribution:
    return Attribution(name=name, side=side, cue="said", mode=mode)


def narrated(outlet: str | None = "Morning Paper") -> Attribution:
    return Attribution(name=outlet, role="outlet", mode="narration")


def relation(a: str, label: str, b: str, *, basis: str = "rule:interval") -> Relation:
    return Relation.model_validate({"a": a, "b": b, "label": label, "reason": "for the test", "basis": basis})
