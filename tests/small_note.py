"""Makes briefings of a few claims, for tests of one rule at a time."""

import datetime as dt

from counterclaim.core.records import Article, Attribution, Briefing, Claim, Engine, Quantity, Status, Thread


def article(number: str, outlet: str | None = "The Post", day: int = 1, **fields: object) -> Article:
    published = dt.date(2025, 5, day)
    made = Article(id=number, source=f"{number}.md", outlet=outlet, text="", sha256="", published=published)
    return made.model_copy(update=fields)


def claim(number: str, paper: str = "a", speaker: str | None = "Ana Roy", **fields: object) -> Claim:
    chain = (Attribution(name=speaker),) if speaker else ()
    made = Claim(
        id=number, article=paper, quote=f"quote {number}", start=0, end=7 + len(number), text=f"Text {number}.",
        question="What happened?", answer=f"answer {number}", attribution=chain,
    )  # fmt: skip
    return made.model_copy(update=fields)


def figure(value: float, text: str | None = None, measure: str | None = "killed") -> tuple[Quantity, ...]:
    return (Quantity(start=0, end=1, text=text or f"{value:g}", low=value, high=value, measure=measure),)


def thread(*claims: str, status: Status = "single_origin", number: str = "t", **fields: object) -> Thread:
    made = Thread(id=number, question="What happened?", claims=claims, status=status, independent_origins=1)
    return made.model_copy(update=fields)


def note(*claims: Claim, **fields: object) -> Briefing:
    papers = sorted({made.article for made in claims} | {"a"})
    made = Briefing(
        title="Note", as_of=None, engine=Engine(reader="builtin", version="0"),
        articles=tuple(article(paper, f"Outlet {paper}", day) for day, paper in enumerate(papers, start=1)),
        summaries=(), claims=claims, relations=(), threads=(), origins=(),
    )  # fmt: skip
    return made.model_copy(update=fields)
