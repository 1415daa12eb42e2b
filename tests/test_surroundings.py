import pytest

from counterclaim.text.reader import read_article
from counterclaim.text.surroundings import find_place_around, find_times_around
from small_accounts import article


@pytest.mark.parametrize(
    ("text", "title", "place", "around"),
    [
        pytest.param("Nine died when a bus fell in Karsk, and 20 were hurt.", None, "Karsk", "its sentence", id="sentence"),
        pytest.param("A shell hit a school in Karsk. Nine people died.", None, "Karsk", "the sentence before", id="before"),
        pytest.param("Rain fell.\n\nNine people died.", "Nine people dead near Orvo", "Orvo", "the headline", id="headline"),
        pytest.param("Rain fell.\n\nNine people died.", "Shares fall in Orvo", None, None, id="headline-of-something-else"),
        pytest.param("Miners died in Orvo.\n\nIt was old.\n\nNine miners died.", "A pit", "Orvo", "the opening", id="opening"),
        pytest.param("A mill burned in Orvo.\n\nIt was old.\n\nNine voted.", "A mill", None, None, id="opening-of-something-else"),
        pytest.param("ORVO — A mill burned. Nine died.\n\nIt was old.", "A mill", None, None, id="where-it-was-written"),
        pytest.param("At a press conference in Sarn, he met the ministers. Nine people died.", None, None, None, id="occasion"),
        pytest.param("A mill burned.\n\nNine died.", "Nine dead", None, None, id="nowhere"),
        pytest.param("The mayor told reporters in Sarn on Monday. Nine people died.", None, None, None, id="where-somebody-spoke"),
    ],
)  # fmt: skip
def test_the_nearest_place_that_is_named(
    text: str, title: str | None, place: str | None, around: str | None
) -> None:
    told = article(text, title=title)
    found = find_place_around(read_article(told).claims[-1], told)
    assert (found and found.place, found and found.around) == (place, around)


def test_the_head_of_the_report_is_asked_only_for_what_it_is_about() -> None:
    told = article("Rain fell.\n\nNine people died.", title="Nine people dead near Orvo")
    assert find_place_around(read_article(told).claims[-1], told, far=False) is None


@pytest.mark.parametrize(
    ("text", "times", "around"),
    [
        pytest.param("More than 20 shops opened late on Sunday, the union said, nearly all of them where it is strong.", ("late on Sunday",), "its sentence", id="its-sentence"),
        pytest.param("Prices are up by 6 per cent on last year.", ("last year",), "its words", id="a-baseline"),
        pytest.param("The toll is 58, the ministry said at 8 p.m. on Sunday.", (), None, id="when-it-was-said"),
        pytest.param("Nine soldiers died, he said, and the assault was called off at midnight.", (), None, id="of-another-clause"),
        pytest.param("A crush killed two men in Orvo on Sunday.\n\nIt was old.\n\nNine men died.", ("Sunday",), "the opening", id="opening"),
        pytest.param("A mill burned in Orvo on Sunday.\n\nIt was old.\n\nNine voted.", (), None, id="opening-of-something-else"),
        pytest.param("Orvo, March 4 (Post) A crush killed two men.\n\nIt was old.\n\nNine men died.", (), None, id="when-it-was-filed"),
        pytest.param("A crush killed two men.\n\nNine men died.", (), None, id="never"),
    ],
)  # fmt: skip
def test_the_nearest_times_that_are_named(text: str, times: tuple[str, ...], around: str | None) -> None:
    told = article(text)
    one = next(c for c in reversed(read_article(told).claims) if c.event_time is None)
    found = find_times_around(one, told)
    assert (tuple(t.text for t in found.times) if found else (), found and found.around) == (times, around)


def test_the_opening_is_asked_only_where_it_may_be() -> None:
    told = article("A crush killed two men on Sunday.\n\nNine men died.")
    assert find_times_around(read_article(told).claims[-1], told, far=False) is None
