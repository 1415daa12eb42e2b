import datetime as dt

import pytest
from hypothesis import given

from counterclaim.core.records import Article
from counterclaim.relate.joins import join_absent, join_elliptical
from counterclaim.relate.slots import WHOLE, find_slots, publication_time, same_name, topic_words
from counterclaim.text.lexicon import concept
from counterclaim.text.reader import read_article
from counterclaim.text.tokens import tokenize
from small_accounts import article, claim, said_by, slot, slots
from strategies import articles


def key(word: str) -> str:
    return concept(word)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param(None, None, id="not-known"),
        pytest.param("2025-03-04", dt.datetime(2025, 3, 4, 12), id="date-is-its-noon"),  # noqa: DTZ001 (no zone is known)
        pytest.param("2025-03-04T08:00:00+00:00", dt.datetime(2025, 3, 4, 8, tzinfo=dt.UTC), id="moment"),
    ],
)
def test_publication_time(published: str | None, expected: dt.datetime | None) -> None:
    assert publication_time(article("x", published=published)) == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "measure"),
    [
        pytest.param("12 soldiers were killed.", 12, 12, None, "killed", id="casualties"),
        pytest.param("Rents rose by 6 per cent.", 6, 6, "percent", "change", id="rise"),
        pytest.param("Rents fell by 6 per cent.", -6, -6, "percent", "change", id="fall"),
        pytest.param("The pass is 3 km long.", 3000, 3000, "metre", "length", id="distance-in-its-base"),
        pytest.param("The bridge cost €3 million.", 3e6, 3e6, "EUR", "cost", id="money"),
        pytest.param("The road is open.", float("-inf"), float("inf"), None, None, id="no-figure"),
    ],
)
def test_figures_are_levelled(
    text: str, low: float, high: float, unit: str | None, measure: str | None
) -> None:
    found = slot(text)
    assert found.low <= low <= high <= found.high
    assert (
        found.high - found.low <= 0.1 * abs(high) or found.figure is None
    )  # what "6 per cent" leaves to rounding
    assert (found.unit, found.measure) == (unit, measure)


def test_population_is_a_head_with_modifiers() -> None:
    found = slot("Police said 12 Belmorian border guards were killed.")
    assert found.head == key("guards")
    assert found.modifiers == {key("Belmorian"), key("border")}
    assert found.nationalities == {key("Belmorian")}


def test_a_figure_without_a_population_has_no_head() -> None:
    assert (slot("12 dead in Karsk.").head, slot("12 dead in Karsk.").modifiers) == (None, frozenset())


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        pytest.param("Arvania said its soldiers had lost 12 posts.", {"arvania"}, id="its-soldiers"),
        pytest.param(
            "Arvania’s army said its soldiers had lost 12 posts.", {"arvania"}, id="state-body-left-out"
        ),
        pytest.param("12 posts on the Belmorian side were captured.", {"belmorian"}, id="on-the-side-of"),
        pytest.param("Its soldiers lost 12 posts.", set(), id="narration-owns-nothing"),
        pytest.param("Arvania said 12 posts were lost.", set(), id="no-owner"),
    ],
)
def test_owners(text: str, owners: set[str]) -> None:
    assert slot(text).nationalities == {key(o) for o in owners}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("12 people died in Upper Karsk.", {"upper", "karsk"}, id="named"),
        pytest.param("12 people died across the country.", {WHOLE}, id="whole"),
        pytest.param("12 people died.", set(), id="none"),
    ],
)
def test_places(text: str, places: set[str]) -> None:
    assert slot(text).places == places


def test_topic_and_context_leave_out_what_does_not_tell() -> None:
    found = slot("At least 12 soldiers were killed near the old mill on Sunday morning.")
    assert found.topic >= {key("mill"), key("soldiers")}
    assert not found.topic & {"sunday", "morning", "12", "least", "the"}
    assert key("mill") in found.context
    assert not found.context & {key("killed"), key("soldiers")}
    assert topic_words(tokenize("thirty of them today")) == frozenset()


def test_names_leave_out_the_first_word_and_the_speaker() -> None:
    found = slot("Ana Ruiz said that Belmoria and Ruiz had signed the deal in Karsk.")
    assert "karsk" in found.names
    assert "ruiz" not in found.names


@pytest.mark.parametrize(
    ("text", "partitioned"),
    [
        pytest.param("40 miners died, 12 of them in Karsk.", [True, False], id="goes-on-to-a-part"),
        pytest.param("40 miners died.", [False], id="whole"),
    ],
)
def test_a_whole_that_goes_on_to_a_part(text: str, partitioned: list[bool]) -> None:
    assert [s.partitioned for s in slots(text)] == partitioned


def test_sentences_of_a_claim_are_told_apart() -> None:
    one, two, three = slots("12 miners died and 3 villages burned. The pit at Karsk was shut.")
    assert one.sentence == two.sentence != three.sentence


@pytest.mark.parametrize(
    ("text", "framing"),
    [
        pytest.param("12 fighters were martyred.", "martyred", id="framed"),
        pytest.param("12 fighters were killed.", None, id="plain"),
    ],
)
def test_framing(text: str, framing: str | None) -> None:
    assert slot(text).framing == framing


def test_a_claim_from_elsewhere_is_levelled_too() -> None:
    told = article("Polls opened.")
    found = find_slots(claim("Polls opened", of=told.id, chain=(said_by(None),)), told)
    assert (found.figure, found.negated, found.names) == (None, False, frozenset())


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("norrland", "norrlandic", True, id="country-and-people"),
        pytest.param("turkey", "turkish", False, id="stem-too-short"),
        pytest.param("iran", "iran", True, id="short-and-equal"),
        pytest.param("iran", "iranian", False, id="short-is-not-stretched"),
        pytest.param("afghan", "pakistan", False, id="others"),
    ],
)
def test_names_of_one_country(a: str, b: str, *, expected: bool) -> None:
    assert same_name(a, b) is same_name(b, a) is expected


def test_negated_statements_of_one_sentence_share_what_was_not() -> None:
    text = "No warning came from the mine, and no siren was heard. Police said no road was shut."
    one, two, other = join_absent(slots(text))
    assert one.absent == two.absent >= {key("warning"), key("siren")}
    assert key("road") in other.absent
    assert not other.absent & one.absent
    assert join_absent([slot("A siren was heard.")])[0].absent == frozenset()


@given(articles())
def test_every_claim_has_an_ordered_interval(told: Article) -> None:
    for c in read_article(told).claims:
        found = find_slots(c, told)
        assert found.low <= found.high
        assert found.context <= found.topic
        assert 0 <= found.sentence[1] <= c.start


def test_an_interval_below_none_is_ordered() -> None:
    found = slot("Police said nearly 0 people were killed.")
    assert found.low <= found.high


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        pytest.param("60 per cent of the edge is safe, the chief said. “It is less than 30,” said Ada Brod.", "edg", id="a-share"),
        pytest.param("About 120 tonnes of grain are on the pier, the port said. The union says 500 at the very least.", "pier", id="tonnes"),
    ],
)  # fmt: skip
def test_an_elliptical_figure_is_about_what_the_one_before_it_is_about(text: str, shared: str) -> None:
    whole, bare = (s for s in join_elliptical(slots(text)) if s.figure)
    assert bare.unit == whole.unit
    assert shared in whole.context & bare.context


def test_a_figure_with_words_of_its_own_takes_nothing_over() -> None:
    text = "60 per cent of the edge is safe, the chief said. Prices rose by 4 per cent in town."
    _, other = (s for s in join_elliptical(slots(text)) if s.figure)
    assert "edg" not in other.context
