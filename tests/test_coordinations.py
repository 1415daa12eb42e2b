import pytest

from counterclaim.core.records import Article, Claim
from counterclaim.relate.grounds import relate
from counterclaim.relate.slots import find_slots
from counterclaim.text.coordinations import split_nouns
from counterclaim.text.reader import read_article


def read(text: str, outlet: str = "Ostby Morning") -> tuple[Claim, ...]:
    article = Article(id=f"a-{outlet}", source=outlet, outlet=outlet, text=text, sha256="")
    return read_article(article).claims


def counted(text: str) -> list[tuple[str, str | None, str | None]]:
    """The figures of a text with what they count."""
    return [(q.text, q.population, q.measure) for c in read(text) for q in c.quantities]


@pytest.mark.parametrize(
    ("text", "population", "measure"),
    [
        pytest.param(
            "The army said it had killed more than 90 rebels and affiliated gunmen on Friday.",
            "rebels and affiliated gunmen",
            "killed",
            id="object, a participle",
        ),
        pytest.param(
            "Over 40 Verdan fighters and allied militiamen died in the assault, the ministry said.",
            "Verdan fighters and allied militiamen",
            "killed",
            id="subject, a participle",
        ),
        pytest.param(
            "More than 60 Verdan and affiliated fighters were killed, the ministry said.",
            "Verdan and affiliated fighters",
            "killed",
            id="a name and a participle",
        ),
        pytest.param(
            "The clinic said 30 nurses and other staff were dismissed.",
            "nurses and other staff",
            "cut",
            id="other staff",
        ),
        pytest.param(
            "The fire destroyed 20 homes and shops in the old town.",
            "homes and shops",
            "destroyed",
            id="things",
        ),
        pytest.param(
            "About 300 spectators and their families were evacuated, the club said.",
            "spectators and their families",
            "evacuated",
            id="their families",
        ),
    ],
)
def test_a_figure_counts_all_that_and_joins(text: str, population: str, measure: str) -> None:
    assert [c[1:] for c in counted(text)] == [(population, measure)]
    (claim,) = (c for c in read(text) if c.quantities)
    assert f"How many {population} were" in claim.question


@pytest.mark.parametrize(
    ("text", "populations"),
    [
        pytest.param(
            "The raid killed 12 soldiers and wounded 30.", ["soldiers", "soldiers"], id="a verb and a figure"
        ),
        pytest.param("It killed 12 soldiers and captured posts.", ["soldiers"], id="a verb and its object"),
        pytest.param("The club hired nine coaches and a physician.", ["coaches"], id="an article"),
        pytest.param("The blast killed 12 soldiers and allied militants fled.", ["soldiers"], id="a clause"),
        pytest.param("The flood took 12 barns and the mill.", ["barns"], id="one of its own"),
    ],
)
def test_what_and_does_not_join_is_not_counted(text: str, populations: list[str]) -> None:
    assert [c[1] for c in counted(text)] == populations


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param(
            "All 31 pupils and two teachers were rescued, the fire service said.", "rescued", id="rescued"
        ),
        pytest.param(
            "At least six miners and three engineers were killed in the shaft.", "killed", id="killed"
        ),
        pytest.param(
            "Police said 14 marchers and a dozen bystanders were detained.", "detained", id="detained"
        ),
    ],
)
def test_two_counts_share_their_predicate(text: str, measure: str) -> None:
    first, second = counted(text)
    assert {first[2], second[2]} == {measure}
    one = next(c for c in read(text) if c.quantities)
    assert one.quote in text
    assert one.text.endswith("]")


WHOLE = "The army said it had killed {} rebels and allied gunmen."


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        pytest.param(WHOLE.format(90), "The ministry said 70 rebels were killed.", "part_of", id="a part"),
        pytest.param(
            WHOLE.format(90), "The ministry said 95 rebels were killed.", "contradicts", id="exceeds"
        ),
        pytest.param(
            WHOLE.format(90), "The ministry said 90 rebels were killed.", "equivalent", id="loosely"
        ),
        pytest.param(
            WHOLE.format(90),
            "The ministry said 80 rebels and militiamen were killed.",
            "contradicts",
            id="two wholes",
        ),
        pytest.param(
            "The fire destroyed 20 homes and shops.",
            "The fire destroyed 12 shops.",
            "part_of",
            id="the second noun",
        ),
    ],
)
def test_the_whole_holds_its_parts(one: str, other: str, label: str) -> None:
    a, b = (
        next(
            find_slots(c, Article(id=c.article, source=o, outlet=o, text=t, sha256=""))
            for c in read(t, o)
            if c.quantities
        )
        for t, o in ((one, "Ostby Morning"), (other, "Depot Voice"))
    )
    for pair in ((a, b), (b, a)):
        verdict = relate(*pair, similarity=1.0, opposed_sides=True)
        assert verdict is not None
        assert verdict.label == label


@pytest.mark.parametrize(
    ("population", "nouns"),
    [
        pytest.param("soldiers", ("soldiers",), id="one"),
        pytest.param(
            "pupils, teachers and their parents", ("pupils, teachers", "their parents"), id="a list"
        ),
        pytest.param("road and rail workers", ("road and rail workers",), id="one noun, two sorts"),
    ],
)
def test_the_nouns_of_a_population(population: str, nouns: tuple[str, ...]) -> None:
    assert split_nouns(population) == nouns
