import datetime as dt
import re
from collections.abc import Iterable

import pytest

from briefing_story import articles, briefing, comparison
from counterclaim.core.records import (
    ArticleDigest,
    ArticleSummary,
    Attribution,
    Comparison,
    Engine,
    FigureRange,
    Origin,
    Relation,
    Response,
    Thread,
    Unread,
    Usage,
)
from counterclaim.note.briefing import build_briefing
from counterclaim.relate.comparison import compare_digests
from counterclaim.text.reader import read_article
from small_accounts import article as account
from small_note import article, claim, figure, thread

ENGINE = Engine(reader="builtin", version="0.1.0")
SECTIONS = {"Agreed", "Disputed", "Single"}  # where the rest is
WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d[\d.,]*\d|\d")


def only(*numbers: str) -> Comparison:
    """The story reduced to some of its articles."""
    whole = comparison()
    digests = tuple(digest for digest in whole.digests if digest.article.id in numbers)
    kept = {claim.id for digest in digests for claim in digest.claims}
    threads = [_cut(thread, kept) for thread in whole.threads if kept & set(thread.claims)]
    relations = tuple(r for r in whole.relations if {r.a, r.b} <= kept)
    return Comparison(
        digests=digests, relations=relations, threads=tuple(threads), origins=_known(whole.origins, numbers)
    )


def _known(origins: Iterable[Origin], numbers: Iterable[str]) -> tuple[Origin, ...]:
    return tuple(origin for origin in origins if set(origin.articles) <= set(numbers))


def _cut(thread: Thread, kept: set[str]) -> Thread:
    claims = tuple(claim for claim in thread.claims if claim in kept)
    status = thread.status if len(claims) == len(thread.claims) else "single_origin"
    return thread.model_copy(update={"claims": claims, "status": status, "superseded": ()})


def test_everything_of_the_comparison_is_kept() -> None:
    whole, made = comparison(), briefing()
    assert [article.id for article in made.articles] == list(articles())
    assert made.claims == tuple(claim for digest in whole.digests for claim in digest.claims)
    assert (made.relations, made.threads, made.origins) == (whole.relations, whole.threads, whole.origins)
    assert made.uncompared == whole.uncompared
    assert [drop.article for drop in made.dropped] == ["is1"]
    assert made.unread == (
        Unread(source="ferry/scan.pdf", reason="the file is binary; give the text of the article"),
    )
    assert made.usage == Usage()


def test_as_of_is_the_newest_publication() -> None:
    assert briefing().as_of == dt.datetime.fromisoformat("2025-03-06T08:00:00+02:00")


def test_bottom_line() -> None:
    assert briefing().bottom_line == (
        "Shared by Seafarers’ Union and Carl Aune (two independent origins): The sprinklers on the car deck had been out of order since January; one more statement under Agreed.",
        "In dispute, one origin behind each answer: how many people died in the fire on the Orlanda (at least 19, said Seafarers’ Union; 17, said Rhea Tolland); did the alarm sound on every deck (Yes, said Meridian Lines; No, not below deck three, said Ivo Brandt); were lifeboats padlocked (two of them, said Ivo Brandt; No, said Carl Aune).",
        "From one origin only: how many people were rescued (211), said Rhea Tolland; more under Single origin.",
    )


@pytest.mark.parametrize(
    ("numbers", "line", "expected"),
    [
        pytest.param(("is1",), 0, "Only one article was read (The Islander), so nothing is compared.", id="one article"),
        pytest.param(("kw1", "hp1"), 0, "All articles carry one text (Kesten Wire), so they count as one account.", id="one text"),
        pytest.param(("kw1", "is1"), 0, "No statement is shared by speakers who are known to be independent of each other.", id="nothing shared"),
        pytest.param(("is1", "sb1"), 1, "No dispute was found: no two answers here exclude each other.", id="nothing disputed"),
        pytest.param((), 0, "No article was read.", id="no article"),
    ],
)  # fmt: skip
def test_bottom_line_says_what_could_not_be_found(numbers: tuple[str, ...], line: int, expected: str) -> None:
    assert build_briefing(only(*numbers), engine=ENGINE).bottom_line[line] == expected


def test_bottom_line_says_when_pairs_were_left_out() -> None:
    some = only("is1", "sb1").model_copy(update={"uncompared": comparison().uncompared})
    assert "though not every pair was compared" in build_briefing(some, engine=ENGINE).bottom_line[1]


def test_bottom_line_of_articles_without_statements() -> None:
    digests = tuple(digest.model_copy(update={"claims": ()}) for digest in comparison().digests)
    lines = build_briefing(Comparison(digests=digests), engine=ENGINE).bottom_line
    assert lines == ("The articles were read, but hold no statement that could be compared.",)


def test_bottom_line_where_nothing_rests_on_one_origin() -> None:
    whole = only("kw1", "is1", "sb1")
    threads = tuple(t.model_copy(update={"status": "unclear"}) for t in whole.threads)
    lines = build_briefing(whole.model_copy(update={"threads": threads}), engine=ENGINE).bottom_line
    assert len(lines) == 2


@pytest.mark.parametrize("numbers", [(), ("kw1",), ("kw1", "hp1"), ("is1", "sb1"), tuple(articles())])
def test_bottom_line_holds_no_figure_or_name_of_its_own(numbers: tuple[str, ...]) -> None:
    made = build_briefing(only(*numbers), engine=ENGINE)
    register = " ".join(
        " ".join([c.text, c.question, c.answer, *(a.name or a.role or "" for a in c.attribution)])
        for c in made.claims
    )
    known = set(WORDS.findall(register)) | set(WORDS.findall(" ".join(a.outlet or "" for a in made.articles)))
    assert len(made.bottom_line) <= 3
    for line in made.bottom_line:
        first, *words = WORDS.findall(line)
        assert first in {"Shared", "In", "From", "No", "Only", "All", "The"}
        assert [
            w for w in words if (w[0].isupper() or w[0].isdigit()) and w not in known | {"At"} | SECTIONS
        ] == []


def test_neither_claimed_nor_admitted() -> None:
    made = briefing()
    assert not re.search(r"claimed|admitted|conceded", " ".join(made.bottom_line))


def test_a_given_title_is_kept() -> None:
    assert (
        build_briefing(comparison(), engine=ENGINE, title="Orlanda \x1b[2J fire").title == "Orlanda [2J fire"
    )


def test_usage_is_carried() -> None:
    usage = Usage(calls=2, input_tokens=10)
    assert build_briefing(comparison(), engine=ENGINE, usage=usage).usage == usage


def test_the_order_of_the_articles_changes_nothing_but_the_order_of_the_record() -> None:
    whole = comparison()
    turned = build_briefing(whole.model_copy(update={"digests": whole.digests[::-1]}), engine=ENGINE)
    made = briefing()
    assert (turned.title, turned.as_of, turned.bottom_line) == (made.title, made.as_of, made.bottom_line)


def test_the_speaker_is_named_rather_than_the_outlet() -> None:
    own = (Attribution(name="Outlet a", role="outlet", mode="narration"),)
    claims = (claim("1", "a", attribution=own, answer="yes"), claim("2", "b", answer="yes"))
    digests = tuple(
        ArticleDigest(article=paper, summary=ArticleSummary(article=paper.id, headline=None), claims=(made,))
        for paper, made in zip((article("a"), article("b", day=2)), claims, strict=True)
    )
    for status, expected in (
        ("single_origin", "From one origin only: Text 2, said Ana Roy."),
        ("agreed", "Shared by Ana Roy: Text 2."),
    ):
        whole = Comparison(digests=digests, threads=(thread("1", "2", status=status),))
        assert expected in build_briefing(whole, engine=ENGINE).bottom_line


def test_a_speaker_with_two_answers_is_named_once() -> None:
    figures = ((9, "Ana Roy"), (50, "Bo Lind"), (52, "Bo Lind"))
    claims = tuple(
        claim(str(n), "ab"[n % 2], name, quantities=figure(value)) for n, (value, name) in enumerate(figures)
    )
    digests = tuple(
        ArticleDigest(
            article=article(number, day=day), summary=ArticleSummary(article=number, headline=None),
            claims=tuple(made for made in claims if made.article == number),
        )
        for day, number in enumerate("ab", start=1)
    )  # fmt: skip
    whole = Comparison(digests=digests, threads=(thread("0", "1", "2", status="disputed"),))
    line = build_briefing(whole, engine=ENGINE).bottom_line[1]
    assert (
        line
        == "In dispute, one origin behind each answer: what happened (9, said Ana Roy; 52, said Bo Lind; one more answer under Disputed)."
    )


def line_of(*threads: Thread, **relations: object) -> str:
    """The sentence on where the accounts part, of some counts in two articles."""
    counts = (
        (29, "wounded"),
        (30, "wounded"),
        (9, "killed"),
        (12, "killed"),
        (4, "sold"),
        (900, "sold"),
        (200, "killed"),
    )
    claims = [
        claim(
            str(n),
            "ab"[n % 2],
            ("Ana Roy", "Bo Lind")[n % 2] if n < 6 else "Cy Orr",
            quantities=figure(value, measure=measure),
        )
        for n, (value, measure) in enumerate(counts)
    ]
    digests = tuple(
        ArticleDigest(
            article=article(number, day=day), summary=ArticleSummary(article=number, headline=None),
            claims=tuple(made for made in claims if made.article == number),
        )
        for day, number in enumerate("ab", start=1)
    )  # fmt: skip
    whole = Comparison(digests=digests, threads=threads).model_copy(update=relations)
    return build_briefing(whole, engine=ENGINE).bottom_line[1]


def asked(question: str, *claims: str, **fields: object) -> Thread:
    return thread(*claims, number=question, question=question, **{"status": "disputed", **fields})


def test_the_dead_come_first_and_then_the_widest_gap() -> None:
    threads = (
        asked("How many hurt?", "0", "1"),
        asked("How many sold?", "4", "5"),
        asked("How many died?", "2", "3"),
    )
    assert line_of(*threads) == (
        "In dispute, one origin behind each answer: how many died (9, said Ana Roy; 12, said Bo Lind); how many sold (4, said Ana Roy; 900, said Bo Lind);"
        " how many hurt (29, said Ana Roy; 30, said Bo Lind)."
    )


def test_a_question_asked_twice_is_told_once() -> None:
    threads = (
        asked("How many died?", "2", "3"),
        asked("How many died?", "4", "5").model_copy(update={"id": "u"}),
    )
    assert (
        line_of(*threads)
        == "In dispute, one origin behind each answer: how many died (9, said Ana Roy; 12, said Bo Lind); one more dispute under Disputed."
    )


@pytest.mark.parametrize(
    ("other", "line"),
    [
        pytest.param("6", "No dispute was found: no two answers here exclude each other; not compared, perhaps the same dead: 9 soldiers (Ana Roy), 200 fighters (Cy Orr).", id="far apart"),
        pytest.param("3", "No dispute was found: no two answers here exclude each other.", id="near each other"),
    ],
)  # fmt: skip
def test_the_dead_who_are_counted_by_two_names_stand_in_the_bottom_line(other: str, line: str) -> None:
    apart = Relation(a="2", b=other, label="undetermined", reason="label dispute", basis="rule:population")
    threads = (
        asked("How many soldiers were killed?", "2", status="single_origin"),
        asked("How many fighters were killed?", other, status="single_origin"),
    )
    assert line_of(*threads, relations=(apart,)) == line


def test_what_rests_on_one_origin_is_not_a_figure_that_was_told() -> None:
    made = briefing().bottom_line
    assert "17" in made[1]
    assert "17" not in made[2]


def test_what_newsrooms_report_alike_is_told_without_a_speaker() -> None:
    texts = {
        "Post": "The road to Odrin was closed on Monday.",
        "Herald": "The road to Odrin stayed shut on Monday.",
    }
    made = compare_digests([read_article(account(text, outlet=outlet)) for outlet, text in texts.items()])
    first = build_briefing(made, engine=ENGINE).bottom_line[0]
    assert (
        first == "Reported alike by two newsrooms in their own voice: The road to Odrin was closed on Monday."
    )


def test_who_says_that_nothing_was_verified_stands_in_the_bottom_line() -> None:
    own = (Attribution(name="Outlet b", role="outlet", mode="narration"),)
    open_words = claim("9", "b", attribution=own, text="Neither count could be verified.", answer="no")
    counts = (claim("1", quantities=figure(9)), claim("2", "b", "Bo Lind", quantities=figure(50)))
    quiet = tuple(Response(kind="could_not_confirm", speaker="b", claim=c) for c in ("9", "2", None))
    digests = tuple(
        ArticleDigest(
            article=article(number, f"Outlet {number}", day),
            summary=ArticleSummary(article=number, headline=None),
            claims=tuple(made for made in (*counts, open_words) if made.article == number),
        )
        for day, number in enumerate("ab", start=1)
    )
    for figures, what in (
        (None, "What is in dispute could not be verified"),
        (FigureRange(low=9, high=50), "Of the disputed figures, these could not be verified: 50"),
    ):
        disputed = thread("1", "2", status="disputed", responses=quiet, figures=figures)
        whole = Comparison(digests=digests, threads=(disputed, thread("9", number="u")))
        last = build_briefing(whole, engine=ENGINE).bottom_line[-1]
        assert last.startswith(f"{what}, says Outlet b; from one origin only: ")


@pytest.mark.parametrize(
    ("papers", "said"),
    [
        pytest.param({"b": "19"}, "say between them Outlet a and Outlet b", id="each of its own"),
        pytest.param({"b": "195"}, "says Outlet b; of some, Outlet a too", id="one of all"),
    ],
)
def test_that_no_figure_could_be_verified_is_told_once(papers: dict[str, str], said: str) -> None:
    """Both outlets say so; the second carries one figure, or both."""
    own = {p: (Attribution(name=f"Outlet {p}", role="outlet", mode="narration"),) for p in "ab"}
    claims = {
        "a": (claim("1", quantities=figure(9)), claim("8", attribution=own["a"], answer="no")),
        "b": (
            claim("2", "b", "Bo Lind", quantities=figure(50)),
            *([claim("5", "b", quantities=figure(9))] if "5" in papers["b"] else []),
            claim("9", "b", attribution=own["b"], answer="no"),
        ),
    }
    quiet = tuple(Response(kind="could_not_confirm", speaker=p, claim=c) for p, c in (("a", "8"), ("b", "9")))
    digests = tuple(
        ArticleDigest(
            article=article(p, f"Outlet {p}", day),
            summary=ArticleSummary(article=p, headline=None),
            claims=claims[p],
        )
        for day, p in enumerate("ab", start=1)
    )
    counts = tuple(c.id for made in claims.values() for c in made if c.quantities)
    held = thread(*counts, status="disputed", responses=quiet, figures=FigureRange(low=9, high=50))
    whole = Comparison(digests=digests, threads=(held, thread("8", number="u"), thread("9", number="v")))
    last = build_briefing(whole, engine=ENGINE).bottom_line[-1]
    assert last.startswith(f"None of the disputed figures could be verified, {said}; from one origin only: ")


def test_what_the_accused_did_not_answer_stands_in_the_bottom_line() -> None:
    texts = {
        "Post": "Chad accuses Norway of bombing the town of Kanem. Norway has neither confirmed nor denied it.",
        "Herald": "The road to Odrin stayed shut on Monday.",
    }
    made = compare_digests([read_article(account(text, outlet=outlet)) for outlet, text in texts.items()])
    assert build_briefing(made, engine=ENGINE).bottom_line[1] == (
        "No dispute was found: no two answers here exclude each other; not answered: whether Norway is to blame for "
        "bombing the town of Kanem (yes, said Chad; “Norway has neither confirmed nor denied it”, Post)."
    )
