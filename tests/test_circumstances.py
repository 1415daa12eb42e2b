import pytest

from counterclaim.relate.circumstances import happened_words, place_words
from small_accounts import slots


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Nine men died in Karsk.", "Karsk", id="own"),
        pytest.param("No bus reached the old school.", "its words say “the old school”", id="without-a-name"),
        pytest.param("Nine men died across the country.", "“across the country”", id="whole"),
        pytest.param("A mill burned in Orvo. Nine men died.", "not in its words; the sentence before names Orvo", id="before"),
        pytest.param("A crush killed two men in Orvo.\n\nIt was old.\n\nNine men died.", "not in its words; the opening names Orvo", id="opening"),
        pytest.param("A crush hurt men in Orvo.\n\nIt was old.\n\nThe men went home.", None, id="no-count"),
        pytest.param("Prices rose by 6 per cent.", None, id="share"),
    ],
)  # fmt: skip
def test_where_by_its_words_or_those_around(text: str, place: str | None) -> None:
    assert (place_words(slots(text)[-1]) or "").removesuffix(", that is all of it") == (place or "")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        pytest.param("Nine men died on Sunday.", "“Sunday” (2025-03-02)", id="own"),
        pytest.param("Prices rose by 6 per cent on last year.", "its words name “last year” (2024-01-01 to 2024-12-31)", id="what-it-is-measured-by"),
        pytest.param("A crush killed two men on Sunday.\n\nIt was old.\n\nNine men died.", "not in its words; the opening names “Sunday” (2025-03-02)", id="opening"),
        pytest.param("A crush cost $3 million on Sunday.\n\nIt was old.\n\nThe men got $2 million.", None, id="no-count"),
        pytest.param("Nine men died.", None, id="none"),
    ],
)  # fmt: skip
def test_when_by_its_words_or_those_around(text: str, time: str | None) -> None:
    assert happened_words(slots(text)[-1]) == time
