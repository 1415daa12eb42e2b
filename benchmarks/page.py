"""How long a large note takes to become a page, and to be painted: 200 articles, 5,000 claims.

    python benchmarks/page.py [--articles 200] [--claims 25] [--output note.html]

The note is made up of equal accounts, so that every part of the page is long. For the time to the first paint, give
the page to `python tests/browser/check.py --paint note.html`, which needs Chromium.
"""

import argparse
import datetime as dt
import time
from pathlib import Path

from counterclaim.core.records import (
    Article,
    Attribution,
    Briefing,
    Claim,
    Engine,
    FigureRange,
    Quantity,
    Relation,
    Status,
    Thread,
    TimeInterval,
)
from counterclaim.note.html import render_html
from counterclaim.note.sections import build_sections

_START = dt.datetime(2025, 3, 1, 6, tzinfo=dt.UTC)
_SPEAKERS = "mayor police chief surgeon union engineer ministry coroner insurer".split()
_STATUSES: tuple[Status, ...] = ("disputed", "agreed", "one_sided", "single_origin", "unclear")
_TOLD_BY = 4  # articles that answer one question


def make_briefing(articles: int, claims: int) -> Briefing:
    """A note of so many articles with so many claims each; every question is answered by four articles."""
    papers = [_article(number, claims) for number in range(articles)]
    made = {claim.id: claim for paper in papers for claim in _claims(paper, claims)}
    threads = _threads(articles, claims)
    return Briefing(
        title=f"{articles} accounts of one flood",
        as_of=_START + dt.timedelta(minutes=articles),
        engine=Engine(reader="builtin", version="0"),
        articles=tuple(papers),
        summaries=(),
        claims=tuple(made.values()),
        relations=tuple(
            Relation(a=t.claims[0], b=t.claims[1], label="contradicts", reason="two figures", basis="rule:x")
            for t in threads
            if t.status == "disputed" and t.claims[1:]
        ),
        threads=threads,
        origins=(),
    )


def _sentence(paper: int, line: int) -> str:
    return f"Some {100 + paper + line} houses in district {line} of quarter {paper // _TOLD_BY} were under water by noon, the {_SPEAKERS[(paper + line) % 8]} said."


def _article(number: int, claims: int) -> Article:
    text = "\n\n".join(_sentence(number, line) for line in range(claims))
    return Article(
        id=f"a{number}",
        source=f"https://outlet{number}.example/flood",
        title=f"Flood account {number}",
        outlet=f"Outlet {number}",
        published=_START + dt.timedelta(minutes=number),
        language="en",
        text=text,
        sha256="",
    )


def _claims(paper: Article, claims: int) -> list[Claim]:
    number = int(paper.id[1:])
    made = []
    for line in range(claims):
        quote = _sentence(number, line)
        start, value = paper.text.index(quote), float(100 + number + line)
        figure = Quantity(
            start=start + 5, end=start + 8, text=str(int(value)), low=value, high=value, measure="flooded"
        )
        made.append(
            Claim(
                id=f"c{number}-{line}",
                article=paper.id,
                quote=quote,
                start=start,
                end=start + len(quote),
                text=quote,
                question=f"How many houses in district {line} of quarter {number // _TOLD_BY} were under water?",
                answer=str(int(value)),
                attribution=(Attribution(name=f"The {_SPEAKERS[(number + line) % 8]}", side="city"),),
                quantities=(figure,),
                kind="quantity",
                event_time=TimeInterval(text="noon", start=_START, end=_START + dt.timedelta(hours=6)),
            )
        )
    return made


def _threads(articles: int, claims: int) -> tuple[Thread, ...]:
    return tuple(
        Thread(
            id=f"t{first}-{line}",
            question=f"How many houses in district {line} of quarter {first // _TOLD_BY} were under water?",
            claims=tuple(f"c{number}-{line}" for number in range(first, min(first + _TOLD_BY, articles))),
            status=_STATUSES[line % len(_STATUSES)],
            independent_origins=2,
            figures=FigureRange(low=100.0 + line, high=100.0 + articles + line, floor=100.0 + line),
        )
        for first in range(0, articles, _TOLD_BY)
        for line in range(claims)
    )


def main() -> None:
    """Print how long the shared view takes, and the whole page, and its size."""
    parser = argparse.ArgumentParser(description="Measure the HTML note of a large story.")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--claims", type=int, default=25)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    made = make_briefing(options.articles, options.claims)
    begun = time.process_time()
    build_sections(made)
    viewed = time.process_time()
    page = render_html(made)
    done = time.process_time()
    print(
        f"processor time: view {viewed - begun:.2f} s; view and page {done - viewed:.2f} s; {len(page.encode()) / 1e6:.1f} MB"
    )
    if options.output:
        options.output.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
